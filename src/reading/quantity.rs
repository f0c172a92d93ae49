//! A quantity in the words of an article: `at least 300,000`, `550k–850k`, `rose by a quarter`.

use super::amount::MarkDoubt;
use super::footnotes::{apart, footnote};
use super::grammar::Grammar;
use super::letter_digits::letter_digit;
use super::measure::Measure;
use super::quantity_words::quantity_in_words;
use super::sense::Ambiguity;
use super::text::plain;
use super::tokens::cut;
use super::{Ambiguous, Choice, Reading, Refusal, Understood, no_number, too_long};
use crate::figure::{Nature, Quantity};

/// Reads a quantity of a series.
pub fn quantity(text: &str, of: &Measure) -> Reading<Quantity> {
    let found = match meanings(text, of) {
        Ok(found) => found,
        Err(refusal) => {
            let told = noted(text, of).or_else(|| framed(text, of, &refusal));
            return Reading::Refused(told.unwrap_or(refusal));
        }
    };
    let mut values = found.values;
    let first = values.remove(0);
    if values.is_empty() {
        let words = quantity_in_words(&first, of);
        return Reading::Understood(Understood { value: first, words, note: found.note });
    }
    let question = found.doubt.question(text.trim(), of);
    let choice = |value| {
        let label = quantity_in_words(&value, of);
        Choice { value, write: label.clone(), label }
    };
    let choices = std::iter::once(first).chain(values).map(choice).collect();
    Reading::Ambiguous(Ambiguous { question, choices })
}

/// A number in brackets, or with a footnote mark at it, is refused, and told what it may be.
fn noted(text: &str, of: &Measure) -> Option<Refusal> {
    let said = text.trim().to_lowercase();
    if of.nature == Nature::Growth
        && ["unchanged", "no change", "flat", "steady", "stable"].contains(&&*said)
    {
        return Some(Refusal::new(
            format!("`{said}` may mean that nothing grew, or that the rate is what it was"),
            "write `0%` if nothing grew, or else the rate, as in `3.2%`",
        ));
    }
    if let Some(inner) = bracketed(text) {
        meanings(&inner, of).ok()?;
        let minus = format!("-{inner}");
        let hint = match of.may_be_negative() && meanings(&minus, of).is_ok() {
            true => format!("write `{minus}` if they mean below zero, or `{inner}`"),
            false => format!(
                "write `{inner}` if it is above zero; brackets may mean below, which a {} cannot be",
                of.nature.word()
            ),
        };
        return Some(Refusal::new("the number stands in brackets", hint));
    }
    if let Some(refusal) = deficit(text, of) {
        return Some(refusal);
    }
    let marked = footnote(text).or_else(|| apart(text.trim()));
    // `12h` of a series in hours, `40p` of one in pounds.
    if marked.as_ref().is_some_and(|(_, mark)| mark.may_be_unit(of)) {
        return None;
    }
    if let Some(refusal) = with_letter_digit(text, of) {
        return Some(refusal);
    }
    let (rest, mark) = marked?;
    let write = match meanings(rest, of) {
        Ok(_) => format!("write `{rest}` without it"),
        Err(_) => return None,
    };
    if rest.ends_with("10") && mark.is_raised() {
        return Some(Refusal::new(
            "it may be a power of ten, or end in a footnote mark",
            format!("write all its digits, or `{rest}` without the mark"),
        ));
    }
    Some(Refusal::new(mark.reason(), mark.hint(rest).unwrap_or(write)))
}

/// `10O` is a hundred or ten, and only the source says which.
fn with_letter_digit(text: &str, of: &Measure) -> Option<Refusal> {
    let found = letter_digit(text)?;
    meanings(&found.digits, of).ok()?;
    let is_plain = quantity(&found.without, of).value().is_some();
    let without = is_plain.then(|| format!("`{}`", found.without));
    let hint = found.hint(&format!("`{}`", found.digits), without.as_deref());
    Some(Refusal::new(found.reason("number"), format!("write {hint}")))
}

/// A deficit is below zero in one series, and the number itself in another.
fn deficit(text: &str, of: &Measure) -> Option<Refusal> {
    const WAYS: [&str; 10] = [
        "deficit",
        "shortfall",
        "loss",
        "outflow",
        "outflows",
        "surplus",
        "profit",
        "gain",
        "inflow",
        "inflows",
    ];
    const AROUND: [&str; 5] = ["a", "an", "the", "of", "net"];
    if of.nature.tells_changes() || !of.may_be_negative() {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let way = words.iter().find(|word| WAYS.contains(&word.to_lowercase().as_str()))?;
    let kept = words.iter().filter(|word| {
        let word = word.to_lowercase();
        !WAYS.contains(&word.as_str()) && !AROUND.contains(&word.as_str())
    });
    let number = kept.copied().collect::<Vec<_>>().join(" ");
    let minus = format!("-{number}");
    if meanings(&number, of).is_err() || meanings(&minus, of).is_err() {
        return None;
    }
    Some(Refusal::new(
        format!("`{way}` does not say on which side of zero it is in this series"),
        format!("write `{minus}` if it is below zero, or `{number}` if it is above"),
    ))
}

/// `unchanged at 3.2%`, `inflation of 3.2%`, `300 nests found`: words around a number that say
/// nothing of it, none of which could turn it.
fn framed(text: &str, of: &Measure, refused: &Refusal) -> Option<Refusal> {
    const FRAME: [&str; 50] = [
        "unchanged",
        "flat",
        "steady",
        "steadily",
        "stable",
        "static",
        "level",
        "held",
        "holding",
        "at",
        "of",
        "on",
        "was",
        "were",
        "is",
        "are",
        "stood",
        "standing",
        "recorded",
        "reported",
        "counted",
        "registered",
        "found",
        "seen",
        "running",
        "came",
        "in",
        "a",
        "an",
        "the",
        "rate",
        "inflation",
        "cpi",
        "cpih",
        "rpi",
        "gdp",
        "growth",
        "unemployment",
        "employment",
        "turnout",
        "membership",
        "population",
        "headline",
        "annual",
        "figure",
        "number",
        "count",
        "total",
        "year-on-year",
        "yoy",
    ];
    let reason = &refused.reason;
    let is_general = reason.starts_with("no number is understood")
        || reason.ends_with("is not understood")
        || reason.ends_with("gives no number");
    if of.nature == Nature::Change || !is_general {
        return None;
    }
    let of_unit = |word: &str| of.head().iter().any(|head| head == word);
    let is_frame = |word: &&str| {
        let word = word.trim_end_matches([',', ':']).to_lowercase();
        FRAME.contains(&word.as_str()) || of_unit(&word)
    };
    let words: Vec<&str> = text.split_whitespace().collect();
    let most = words.iter().take_while(|word| is_frame(word)).count();
    let after = words[most..].iter().rev().take_while(|word| is_frame(word)).count();
    let end = words.len() - after;
    // `at` of `at least` is one of the number.
    let reads = |before: &usize| meanings(&words[*before..end].join(" "), of).is_ok();
    let before = (0..=most).rev().filter(|before| *before < end).find(reads)?;
    let number = words[before..end].join(" ");
    let around = match (before, after) {
        (0, 0) => return None,
        (_, 0) => words[..before].join(" "),
        (0, _) => words[end..].join(" "),
        _ => format!("{} … {}", words[..before].join(" "), words[end..].join(" ")),
    };
    Some(Refusal::new(
        format!("`{around}` is no part of the number"),
        format!("write `{number}`; the source's own words go into `stated`"),
    ))
}

/// The number of `(42)`, which in accounts is below zero.
fn bracketed(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['£', '$', '€']);
    let (text, percent) = match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), "%"),
        None => (text, ""),
    };
    let round = || text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let square = || text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let inner = round().or_else(square)?.trim();
    let number = inner.trim_start_matches(['£', '$', '€']);
    let is_number = number.starts_with(|first: char| first.is_ascii_digit());
    is_number.then(|| format!("{inner}{percent}"))
}

/// Everything a text may mean, and why there are several.
struct Readings {
    values: Vec<Quantity>,
    note: Option<String>,
    doubt: Unsettled,
}

/// What nobody but the person can say.
enum Unsettled {
    /// What a mark between digits means.
    Mark(MarkDoubt),
    /// In which measure the number is.
    Measure,
    /// What was said of the number.
    Said(Ambiguity),
}

impl Unsettled {
    fn question(&self, shown: &str, of: &Measure) -> String {
        match self {
            Unsettled::Mark(MarkDoubt { numeral, noted: true, .. }) => {
                format!("does `{numeral}` end in a footnote mark?")
            }
            Unsettled::Mark(MarkDoubt { numeral, .. }) => {
                format!("what does the mark in `{numeral}` mean?")
            }
            Unsettled::Measure if of.nature == Nature::Share => {
                format!("is `{shown}` a percentage, or a part of 1?")
            }
            Unsettled::Measure => format!("is `{shown}` already in {}?", of.unit),
            Unsettled::Said(Ambiguity::Times) => format!("does `{shown}` count the first time in?"),
            Unsettled::Said(Ambiguity::Thousands(low)) => {
                format!("in `{shown}`, is {low} short for a number like the other?")
            }
            Unsettled::Said(Ambiguity::Arrival) => {
                format!("is the second number of `{shown}` the level that it came to?")
            }
            Unsettled::Said(Ambiguity::Hyphen) => {
                format!("are both numbers of `{shown}` below zero?")
            }
            Unsettled::Said(Ambiguity::Between) => {
                format!("`{shown}` leaves out its ends, which a range has: is it counted whole?")
            }
            Unsettled::Said(Ambiguity::Rounded) => format!("is `{shown}` precise, or rounded?"),
        }
    }
}

fn meanings(text: &str, of: &Measure) -> Result<Readings, Refusal> {
    if let Some(refusal) = too_long(text).or_else(|| no_text(text)) {
        return Err(refusal);
    }
    let plain = plain(text).replace(">=", "≥").replace("<=", "≤");
    let plain = plain.replace("=>", "≥").replace("=<", "≤");
    let plain = plain.replace("+/-", "±").replace("+-", "±");
    let tokens = cut(&plain);
    let run = |pick, other| {
        let mut grammar = Grammar::new(of, pick, other);
        grammar.sentence(&tokens).map(|meaning| (meaning, grammar.reader.doubt))
    };
    let (first, mark) = run(0, false)?;
    let mut values = first.values;
    let others = match &mark {
        Some(mark) => (1..mark.readings).map(|pick| (pick, false)).collect(),
        None if first.other => vec![(0, true)],
        None => Vec::new(),
    };
    for (pick, other) in others {
        for value in run(pick, other).map(|(meaning, _)| meaning.values).unwrap_or_default() {
            if !values.contains(&value) {
                values.push(value);
            }
        }
    }
    let doubt = match mark {
        Some(mark) => Unsettled::Mark(mark),
        None if first.other => Unsettled::Measure,
        None => Unsettled::Said(first.doubt),
    };
    Ok(Readings { values, note: first.note, doubt })
}

fn no_text(text: &str) -> Option<Refusal> {
    if text.trim().is_empty() {
        return Some(Refusal::new(
            "there is no quantity",
            "write a number, as in 82,109; where there is none, give the status c, x or z",
        ));
    }
    no_number::no_number(text)
        .map(|reason| Refusal::new(format!("`{}` {reason}", text.trim()), no_number::hint(text)))
}
