//! Parts of years and months that a sentence names in words: `the third quarter of 2023`, `late May`,
//! `in July`, `the first three months of the year`.

use std::ops::Range;

use super::heard::HeardText;
use super::number_words::{ordinal, small};
use crate::figure::MONTHS;

/// A part of a year, named in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardPart {
    /// Its words, by their place: without an article before it, and without its year.
    pub words: Range<usize>,
    /// Of which year it is.
    pub of: PartOf,
    /// The first of its months, and how many it has.
    pub months: (u32, u32),
    /// Of a single month, where in it is meant.
    pub third: Option<MonthThird>,
}

/// Of which year a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartOf {
    /// Of the one that is typed, by its word.
    Typed(usize),
    /// Of the year that all figures are of.
    TheYear,
    /// Nobody says.
    Unsaid,
}

/// Roughly where in a month: nobody means a day by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthThird {
    /// Its first days.
    Early,
    /// Those about the middle.
    Middle,
    /// Those of its second half.
    Late,
}

/// All parts of years that are named in words, in the order in which they stand.
pub fn parts(sentence: &HeardText) -> Vec<HeardPart> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < sentence.words.len() {
        let here = named(sentence, at);
        at = here.iter().map(|one| one.words.end).max().unwrap_or(at + 1);
        found.extend(here);
    }
    found
}

/// The part that begins at a word; two of `the first and the second quarter`.
fn named(sentence: &HeardText, at: usize) -> Vec<HeardPart> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let one = |end: usize, months, third| {
        let (of, end) = year_of(sentence, end);
        vec![HeardPart { words: at..end, of, months, third }]
    };
    if let Some(month) = month(sentence, at) {
        return one(at + 1, (month, 1), None);
    }
    // `late May`, `the end of May`, `mid-2023`, `the end of the year`
    if let Some((third, next)) = third_at(sentence, at) {
        if let Some(month) = month(sentence, next) {
            return one(next + 1, (month, 1), Some(third));
        }
        let months = match third {
            MonthThird::Early if next == at + 1 => (1, 3),
            MonthThird::Early => (1, 1),
            MonthThird::Middle => (5, 4),
            MonthThird::Late if next == at + 1 => (10, 3),
            MonthThird::Late => (12, 1),
        };
        return match year_of(sentence, next) {
            (PartOf::Unsaid, _) => Vec::new(),
            _ => one(next, months, None),
        };
    }
    let season = match text(at) {
        "spring" => Some(3),
        "summer" => Some(6),
        "autumn" => Some(9),
        _ => None,
    };
    if let Some(first) = season {
        return match year_of(sentence, at + 1) {
            (PartOf::Unsaid, _) if !is_in_the(sentence, at) => Vec::new(),
            _ => one(at + 1, (first, 3), None),
        };
    }
    if text(at) == "q"
        && let Some(quarter) = text(at + 1).parse::<u32>().ok().filter(|one| (1..5).contains(one))
    {
        return one(at + 2, (3 * quarter - 2, 3), None);
    }
    let Some(nth) = nth(text(at)) else { return Vec::new() };
    // `the third and fourth quarters`
    let mut joint = at + 1;
    if matches!(text(joint), "and" | "to" | "or") {
        joint += 1;
        joint += usize::from(text(joint) == "the");
        let parts = named(sentence, joint);
        let other = parts.first().filter(|other| other.months.1 == 3 && !other.words.is_empty());
        if let (Some(other), Some(months)) = (other, quarter(nth))
            && text(joint + 1).starts_with("quarter")
        {
            let first = HeardPart { words: at..at + 1, of: other.of, months, third: None };
            return std::iter::once(first).chain(parts).collect();
        }
        return Vec::new();
    }
    let months = match text(at + 1) {
        "quarter" | "quarters" => quarter(nth).map(|months| (months, at + 2)),
        "half" => match nth {
            Nth::Count(1) => Some(((1, 6), at + 2)),
            Nth::Count(2) | Nth::Last => Some(((7, 6), at + 2)),
            Nth::Count(_) => None,
        },
        "month" => match nth {
            Nth::Count(count @ 1..=12) => Some(((count, 1), at + 2)),
            Nth::Last => Some(((12, 1), at + 2)),
            Nth::Count(_) => None,
        },
        many if text(at + 2) == "months" => {
            let count =
                small(many).or_else(|| many.parse().ok()).filter(|one| (2..12).contains(one));
            match (nth, count) {
                (Nth::Count(1), Some(count)) => Some(((1, count), at + 3)),
                (Nth::Last, Some(count)) => Some(((13 - count, count), at + 3)),
                _ => None,
            }
        }
        _ => None,
    };
    let Some((months, end)) = months else { return Vec::new() };
    let quarters = text(at + 1).starts_with("quarter") && nth != Nth::Last;
    match year_of(sentence, end) {
        // `the first half` of whatever
        (PartOf::Unsaid, _) if !quarters || text(end) == "of" => Vec::new(),
        _ => one(end, months, None),
    }
}

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nth {
    Count(u32),
    Last,
}

fn nth(word: &str) -> Option<Nth> {
    match word {
        "last" | "final" | "closing" | "latter" => Some(Nth::Last),
        "opening" => Some(Nth::Count(1)),
        "first" => Some(Nth::Count(1)),
        "second" => Some(Nth::Count(2)),
        other => ordinal(other).map(Nth::Count),
    }
}

fn quarter(nth: Nth) -> Option<(u32, u32)> {
    match nth {
        Nth::Count(count @ 1..=4) => Some((3 * count - 2, 3)),
        Nth::Count(_) => None,
        Nth::Last => Some((10, 3)),
    }
}

/// `in the spring`, and not `a spring in its step`.
fn is_in_the(sentence: &HeardText, at: usize) -> bool {
    let before = |back: usize| {
        let at = at.checked_sub(back).and_then(|at| sentence.words.get(at));
        at.map_or("", |word| word.text.as_str())
    };
    before(1) == "the" && matches!(before(2), "in" | "by" | "since" | "until")
}

/// `late`, `the end of`: which third, and the word after.
fn third_at(sentence: &HeardText, at: usize) -> Option<(MonthThird, usize)> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let third = match text(at) {
        "early" | "start" | "beginning" => MonthThird::Early,
        "mid" | "middle" => MonthThird::Middle,
        "late" | "end" | "close" => MonthThird::Late,
        _ => return None,
    };
    match text(at) {
        "early" | "mid" | "late" => {
            Some((third, at + 1 + usize::from(matches!(text(at + 1), "in" | "-"))))
        }
        _ => (text(at + 1) == "of").then_some((third, at + 2)),
    }
}

/// The month that a word names, and not a verb: `may`, `march`.
fn month(sentence: &HeardText, at: usize) -> Option<u32> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let place = MONTHS.iter().position(|month| *month == text(at))?;
    let before = at.checked_sub(1).map_or("", text);
    let dated = super::dates_follow(before).is_some()
        || matches!(before, "this" | "that" | "last" | "next" | "each" | "every" | "end" | "mid");
    let verb = matches!(text(at), "may" | "march") && !dated;
    (!verb && !matches!(before, "each" | "every")).then_some(place as u32 + 1)
}

/// The year of a part that ends before this word, and where its words end.
fn year_of(sentence: &HeardText, end: usize) -> (PartOf, usize) {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let year = |at: usize| {
        let word = text(at);
        word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    match text(end) {
        _ if year(end) => (PartOf::Typed(end), end),
        "of" | "in" if year(end + 1) => (PartOf::Typed(end + 1), end),
        "of" if text(end + 1) == "the" && text(end + 2) == "year" => (PartOf::TheYear, end),
        "the" if text(end + 1) == "year" && text(end.saturating_sub(1)) == "of" => {
            (PartOf::TheYear, end)
        }
        _ => (PartOf::Unsaid, end),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn parts_of_years_are_named_in_words() {
        use PartOf::{TheYear, Typed, Unsaid};
        for (text, of, months) in [
            ("the third quarter of 2023", Typed(4), (7, 3)),
            ("Q3 2023", Typed(2), (7, 3)),
            ("the last quarter of 2023", Typed(4), (10, 3)),
            ("in the second half of 2023", Typed(5), (7, 6)),
            ("the first three months of 2023", Typed(5), (1, 3)),
            ("the first half of the year", TheYear, (1, 6)),
            ("in July", Unsaid, (7, 1)),
            ("since late May 2024", Typed(3), (5, 1)),
            ("at the end of 2022", Typed(4), (12, 1)),
            ("early 2023", Typed(1), (1, 3)),
            ("mid-2023", Typed(2), (5, 4)),
            ("in the third quarter", Unsaid, (7, 3)),
            ("in the summer of 2023", Typed(4), (6, 3)),
        ] {
            let found = parts(&sentence(text));
            let found: Vec<_> = found.iter().map(|one| (one.of, one.months)).collect();
            assert_eq!(found, [(of, months)], "{text}");
        }
        for text in [
            "it may rise",
            "three quarters of adults",
            "a quarter more",
            "the first half of the book",
            "for the first time",
            "in the end",
            "each March",
        ] {
            assert_eq!(parts(&sentence(text)), [], "{text}");
        }
        let both = parts(&sentence("between the first and the second quarter of 2024"));
        let both: Vec<_> = both.iter().map(|one| (one.of, one.months)).collect();
        assert_eq!(both, [(Typed(8), (1, 3)), (Typed(8), (4, 3))]);
    }
}
