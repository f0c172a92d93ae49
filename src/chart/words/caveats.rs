//! Where a computed number becomes words: with what it must not be said without, unless the sentence
//! around it says so itself.

use std::ops::Range;

use super::known::{KnownNumber, KnownSeries};
use super::placed::closing;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{Frequency, Quantity, Sequence, Side, Span, Tie};
use crate::locale::Language;
use crate::reading::{HeardSense, HeardText, Pause, SaidCaveat, names_caveat, sentence};

/// What the author types around the functions of a text.
pub struct Around {
    /// The text, with a nought for each function.
    text: String,
    heard: HeardText,
    /// Where the functions begin, and where their noughts stand.
    places: Vec<(usize, usize)>,
}

impl Around {
    pub fn of(typed: &str) -> Around {
        let (mut text, mut places, mut at) = (String::new(), Vec::new(), 0);
        while let Some(opened) = typed[at..].find("{{").map(|found| at + found) {
            text.push_str(&typed[at..opened]);
            places.push((opened, text.len()));
            text.push('0');
            at = closing(typed, opened + 2).map_or(typed.len(), |closed| closed + 2);
        }
        text.push_str(&typed[at..]);
        let heard = sentence(&text);
        Around { text, heard, places }
    }

    /// The words of the sentence in which the function stands that begins here.
    fn sentence(&self, opened: usize) -> Range<usize> {
        let place = self.places.iter().find(|(at, _)| *at == opened).map_or(0, |(_, at)| *at);
        let words = &self.heard.words;
        let own = words.partition_point(|word| word.at.end <= place);
        let starts = |at: &usize| words[*at].pause == Pause::Sentence;
        let start = (0..(own + 1).min(words.len())).rev().find(starts).unwrap_or(0);
        let end = (own + 1..words.len()).find(starts).unwrap_or(words.len());
        start..end
    }

    /// What the words before a function say of the number that stands in its place.
    pub fn side_before(&self, opened: usize) -> Option<Side> {
        let place = self.places.iter().find(|(at, _)| *at == opened)?.1;
        let number = self.heard.heard.iter().find(|one| one.at.start == place)?;
        match &number.says {
            HeardSense::Number(number) => number.side,
            _ => None,
        }
    }

    fn names(&self, opened: usize, caveat: SaidCaveat) -> bool {
        names_caveat(&self.heard.words[self.sentence(opened)], caveat)
    }

    /// Are all words of one of these phrases in the sentence? A year alone says no part of it.
    fn says(&self, opened: usize, phrases: &[String]) -> bool {
        let words = &self.heard.words[self.sentence(opened)];
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let here = self.text[first.at.start..last.at.end].to_lowercase();
        let here = plain_words(&here);
        phrases.iter().any(|phrase| {
            let phrase = phrase.to_lowercase();
            let mut wanted = plain_words(&phrase);
            wanted.retain(|word| word.len() != 4 || word.parse::<u32>().is_err());
            !wanted.is_empty() && wanted.iter().all(|word| here.contains(word))
        })
    }
}

fn plain_words(text: &str) -> Vec<&str> {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect()
}

/// A number that is worked out of these, with their caveats: `99 (provisional)`. `opened` is where
/// its function begins in the text of the author.
pub fn with_caveats(
    language: &'static Language,
    said: String,
    column: &KnownSeries,
    behind: &[&KnownNumber],
    (around, opened): (&Around, usize),
) -> String {
    let mut told: Vec<String> = Vec::new();
    for (caveat, word) in named(language, behind) {
        if !around.names(opened, caveat) {
            told.push(word.to_string());
        }
    }
    for known in behind {
        let Some(length) = part(column, known) else { continue };
        let length_said = language.length(length);
        let period = language.period(known.period, column.naming);
        let counted = length_said.split_once(' ').map_or("", |(_, unit)| unit);
        let in_digits = format!("{} {counted}", count(length));
        let phrases = [length_said.clone(), in_digits, period];
        if !around.says(opened, &phrases) && !told.contains(&length_said) {
            told.push(length_said);
        }
    }
    match told.is_empty() {
        true => said,
        false => language.answers.with_status(said, told.join(language.small.comma())),
    }
}

/// The caveats of what lies behind a number, the gravest first.
fn named(language: &'static Language, behind: &[&KnownNumber]) -> Vec<(SaidCaveat, &'static str)> {
    let any = |is: fn(&KnownNumber) -> bool| behind.iter().any(|known| is(known));
    let says = &language.statuses;
    let target = any(|known| known.status.is_target());
    let forecast = any(|known| known.status.is_forecast()) && !target;
    let provisional = any(|known| known.status.is_provisional()) && !target && !forecast;
    // a stated interval says itself that it is an estimate
    let estimate = any(|known| known.estimate && !matches!(known.quantity, Quantity::Interval(_)));
    let caveats = [
        (target, SaidCaveat::Target, says.target()),
        (forecast, SaidCaveat::Forecast, says.forecast()),
        (provisional, SaidCaveat::Provisional, says.provisional()),
        (estimate && !target && !forecast, SaidCaveat::Estimate, says.estimate()),
        (any(|known| known.status.is_unreliable()), SaidCaveat::Unreliable, says.low_reliability()),
        (any(|known| known.disputed), SaidCaveat::Disputed, says.disputed()),
    ];
    let held = caveats.into_iter().filter(|(holds, ..)| *holds);
    held.map(|(_, caveat, word)| (caveat, word)).collect()
}

/// How many of its months or days a length counts, as authors type them.
fn count(length: Frequency) -> u32 {
    match length {
        Frequency::Months { months, .. } if months % 12 == 0 => months / 12,
        Frequency::Months { months, .. } => months,
        Frequency::Days { days, .. } if days % 7 == 0 => days / 7,
        Frequency::Days { days, .. } => days,
    }
}

/// How long the period of a count is, if it is shorter than those beside it: six months among years.
fn part(column: &KnownSeries, known: &KnownNumber) -> Option<Frequency> {
    let moving = matches!(column.naming.sequence, Sequence::Rolling { .. } | Sequence::Running(_));
    if column.nature.tie() != Tie::Sum || moving || known.averaged.is_some() {
        return None;
    }
    let span = known.period.span();
    let all = || column.known.iter().map(|one| one.period.span());
    let before = all().filter(|one| one.end < span.start).max_by_key(|one| one.end);
    let after = all().filter(|one| span.end < one.start).min_by_key(|one| one.start);
    let shorter = |other: &Span| {
        span.days() < other.days() && first_of_another_length([span, *other]).is_some()
    };
    let beside: Vec<Span> = before.into_iter().chain(after).collect();
    (!beside.is_empty() && beside.iter().all(shorter)).then(|| known.period.frequency())
}
