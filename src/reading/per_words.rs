//! What a rate is per: `a month`, `weekly`, `per annum`.

use super::Refusal;
use super::measure::Measure;
use super::phrase_table::Phrases;
use super::tokens::{Cursor, Token};
use crate::figure::Per;

/// Takes what a rate is per; `false` where nothing says so.
pub(super) fn take_per(cursor: &mut Cursor, of: &Measure) -> Result<bool, Refusal> {
    let mut trial = *cursor;
    let found = if trial.take_any(&["a", "an", "per", "every", "each", "/", "in a", "in each"]) {
        let Some(Token::Word(word)) = trial.peek() else { return Ok(false) };
        trial.skip(1);
        if word == "two" || word == "three" || word == "other" {
            return Err(Refusal::new(
                format!("`every {} {}` is not one period", word, trial.text()),
                "write the number for one period, derived with a formula if need be",
            ));
        }
        if matches!(word, "day" | "hour" | "minute" | "second" | "night" | "fortnight" | "decade") {
            return Err(other_rate(of, word));
        }
        Per::ALL.into_iter().find(|per| per.word() == word || word == "annum" && *per == Per::Year)
    } else {
        for (adverb, word) in [("daily", "day"), ("hourly", "hour"), ("nightly", "night")] {
            if trial.take(adverb) {
                return Err(other_rate(of, word));
            }
        }
        trial.take_longest(&HOW_OFTEN)
    };
    let Some(found) = found else { return Ok(false) };
    *cursor = trial;
    match of.per {
        Some(own) if own == found => Ok(true),
        _ => Err(other_rate(of, found.word())),
    }
}

/// Why a rate per something else is refused.
fn other_rate(of: &Measure, word: &str) -> Refusal {
    match of.per {
        Some(own) => Refusal::new(
            format!("it is per {word}, and the series counts per {}", own.word()),
            "take the series of that rate; nothing is converted here",
        ),
        None if of.nature.tells_changes() => Refusal::new(
            format!("it is a change per {word}, and a figure tells of its own period"),
            "write the percentage alone if its period is that of the figure",
        ),
        None => Refusal::new(
            format!("it is a rate per {word}, and the series is no rate"),
            "take a series of rates, or write the count of the whole period",
        ),
    }
}

/// Does a word such as `monthly` come next?
pub(super) fn says_how_often(cursor: &Cursor) -> bool {
    ADVERBS.iter().any(|(word, _)| cursor.starts_with_words(word).is_some())
}

static HOW_OFTEN: Phrases<Per, { ADVERBS.len() }> = Phrases::of(ADVERBS);

const ADVERBS: &[(&str, Per)] = &[
    ("weekly", Per::Week),
    ("monthly", Per::Month),
    ("quarterly", Per::Quarter),
    ("yearly", Per::Year),
    ("annual", Per::Year),
    ("annually", Per::Year),
];
