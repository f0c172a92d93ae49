//! The words of the calendar: a period's text cut into pieces, and periods said in full.

use super::number_words::small;
use crate::figure::{Day, Grain, Period, Unit};
use crate::locale::EN_GB;
use crate::locale::dates;

/// One piece of the text of a period. Commas, full stops, `the` and `of` are dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DatePiece<'t> {
    /// A number and how many digits it was written with; none if in words.
    Number(u32, usize),
    Month(u32),
    Word(&'t str),
    Dash,
    Slash,
    /// Between the parts of `30.06.2021`.
    Dot,
    Sign(char),
}

impl DatePiece<'_> {
    pub fn text(&self) -> String {
        match self {
            DatePiece::Number(number, _) => number.to_string(),
            DatePiece::Month(month) => EN_GB.month(*month).to_string(),
            DatePiece::Word(word) => (*word).to_string(),
            DatePiece::Dash => "-".into(),
            DatePiece::Slash => "/".into(),
            DatePiece::Dot => ".".into(),
            DatePiece::Sign(sign) => sign.to_string(),
        }
    }
}

/// Monday is 0.
pub fn weekday(word: &str) -> Option<u32> {
    const DAYS: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let found =
        DAYS.iter().position(|day| *day == word || word.len() >= 3 && day.starts_with(word))?;
    u32::try_from(found).ok()
}

/// Cuts a text made plain.
pub(super) fn cut(plain: &str) -> Vec<DatePiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = plain;
    while let Some(next) = rest.chars().next() {
        let length = if next.is_ascii_digit() {
            number(rest, &mut pieces)
        } else if next.is_alphabetic() {
            let length = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
            pieces.extend(word(&rest[..length]));
            length
        } else {
            let after = &rest[next.len_utf8()..];
            pieces.extend(sign(next, after, &plain[..plain.len() - rest.len()]));
            next.len_utf8()
        };
        rest = &rest[length..];
    }
    join_number_words(&mut pieces);
    let mut pieces = in_full(&pieces);
    join_month_and_year(&mut pieces);
    pieces
}

/// `y/e`, `YTD`, `12m`: the words that an abbreviation stands for.
fn in_full<'t>(pieces: &[DatePiece<'t>]) -> Vec<DatePiece<'t>> {
    use DatePiece::{Number, Slash, Word};
    let mut full = Vec::with_capacity(pieces.len() + 2);
    let mut at = 0;
    while at < pieces.len() {
        let (used, words): (usize, &[&str]) = match pieces[at..] {
            [Word("y"), Slash, Word("e"), ..] => (3, &["year", "ending"]),
            [Word("q"), Slash, Word("e"), ..] => (3, &["quarter", "ending"]),
            [Word("m"), Slash, Word("e"), ..] => (3, &["month", "ending"]),
            [Word("w"), Slash, Word("e"), ..] => (3, &["week", "ending"]),
            [Word("w"), Slash, Word("c" | "b"), ..] => (3, &["week", "beginning"]),
            [Word("f"), Slash, Word("y"), ..] => (3, &["fy"]),
            [Word("ye"), ..] => (1, &["year", "ending"]),
            [Word("fye"), ..] => (1, &["financial", "year", "ending"]),
            [Word("ytd"), ..] => (1, &["year", "to", "date"]),
            [Word("fytd"), ..] => (1, &["financial", "year", "to", "date"]),
            [Word("yr"), ..] => (1, &["year"]),
            [Word("yrs"), ..] => (1, &["years"]),
            [Word("mth" | "mo"), ..] => (1, &["month"]),
            [Word("mths" | "mos"), ..] => (1, &["months"]),
            [Word("qtr"), ..] => (1, &["quarter"]),
            [Word("wk"), ..] => (1, &["week"]),
            [Word("wks"), ..] => (1, &["weeks"]),
            [Word("m"), ..] if matches!(full.last(), Some(Number(..))) => (1, &["months"]),
            _ => (1, &[]),
        };
        match words {
            [] => full.push(pieces[at]),
            words => full.extend(words.iter().map(|word| Word(word))),
        }
        at += used;
    }
    full
}

/// `Jun-2020` and `13-Jun-2020` are one date each: a dash between a month and a year parts nothing.
fn join_month_and_year(pieces: &mut Vec<DatePiece>) {
    use DatePiece::{Dash, Month, Number, Slash};
    let mut at = 0;
    while at + 2 < pieces.len() {
        if let [Month(_), Dash | Slash, Number(_, 4)] = pieces[at..at + 3] {
            pieces.remove(at + 1);
            if let [.., Number(_, 1..=2), Dash | Slash] = pieces[..at] {
                pieces.remove(at - 1);
            }
        }
        at += 1;
    }
    // `2020-Jun-13`.
    if let [Number(_, 4), Dash | Slash, Month(_), Dash | Slash, Number(_, 1..=2)] = pieces[..] {
        pieces.remove(3);
        pieces.remove(1);
    }
    // `2020-Jun`, but not `2019 - June 2020`.
    if let [Number(_, 4), Dash | Slash, Month(_)] = pieces[..] {
        pieces.remove(1);
    }
}

fn number(rest: &str, pieces: &mut Vec<DatePiece>) -> usize {
    let length = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    // Nothing of the calendar has more than nine digits; what has is no piece of a date.
    let after = &rest[length..];
    let suffix = ["st", "nd", "rd", "th"].into_iter().find(|suffix| {
        after
            .strip_prefix(suffix)
            .is_some_and(|rest| !rest.starts_with(|letter: char| letter.is_alphanumeric()))
    });
    let piece = match rest[..length].parse() {
        // `22nd` is no year of two digits.
        Ok(number) if suffix.is_some() && length <= 2 => DatePiece::Number(number, 1),
        Ok(number) if length <= 9 => DatePiece::Number(number, length),
        _ => DatePiece::Sign('#'),
    };
    pieces.push(piece);
    length + suffix.map_or(0, str::len)
}

fn word(text: &str) -> Option<DatePiece<'_>> {
    const TENS: [(&str, u32); 5] =
        [("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60)];
    let tens = || TENS.iter().find(|(name, _)| *name == text).map(|(_, number)| *number);
    let in_words = |number| DatePiece::Number(number, 0);
    match text {
        "the" | "of" => None,
        "a" | "an" => Some(in_words(1)),
        _ => Some(
            dates::month_named(text)
                .map(DatePiece::Month)
                .or_else(|| small(text).or_else(tens).map(in_words))
                .unwrap_or(DatePiece::Word(text)),
        ),
    }
}

/// A hyphen that joins a word to what follows (`mid-2018`, `year-end`, `12-month`) is dropped, but
/// not one between months or numbers.
fn sign<'t>(sign: char, after: &str, before: &str) -> Option<DatePiece<'t>> {
    let next = after.chars().next();
    match sign {
        ' ' | ',' | '"' | ';' => None,
        '-' if joins(before, after) => None,
        '-' | '–' => Some(DatePiece::Dash),
        '/' => Some(DatePiece::Slash),
        '.' if next.is_some_and(|next| next.is_ascii_digit())
            && before.ends_with(|letter: char| letter.is_ascii_digit()) =>
        {
            Some(DatePiece::Dot)
        }
        '.' => None,
        other => Some(DatePiece::Sign(other)),
    }
}

fn joins(before: &str, after: &str) -> bool {
    let alphabetic = |letter: char| letter.is_alphabetic();
    let last = before.rsplit(|letter: char| !alphabetic(letter)).next().unwrap_or_default();
    let next = after.split(|letter: char| !alphabetic(letter)).next().unwrap_or_default();
    let joinable = |word: &str| word.len() > 2 && dates::month_named(word).is_none();
    joinable(last) && after.starts_with(char::is_alphanumeric)
        || joinable(next) && before.ends_with(char::is_alphanumeric)
}

/// `twenty` and `five` are one number.
fn join_number_words(pieces: &mut Vec<DatePiece>) {
    let mut at = 0;
    while at + 1 < pieces.len() {
        if let (DatePiece::Number(tens @ 20.., 0), DatePiece::Number(unit @ 1..=9, 0)) =
            (pieces[at], pieces[at + 1])
        {
            pieces[at] = DatePiece::Number(tens + unit, 0);
            pieces.remove(at + 1);
        }
        at += 1;
    }
}

/// A period said in full: `June 2021`, `April 2009 to March 2010`, `from 2012 to 2017`, `about
/// 2009`. Quarters are said in months, because financial years have quarters too. Read
/// again, it gives the same days.
pub fn period_in_words(period: Period) -> String {
    let (first, last) = (period.first_unit(), period.last_unit());
    if !period.is_interval() && first.grain() != Grain::Quarter {
        return unit_in_words(first);
    }
    let month_of_quarter = |unit: Unit, last: bool| match unit.grain() {
        Grain::Quarter if last => ends_of_quarter(unit).1,
        Grain::Quarter => ends_of_quarter(unit).0,
        _ => unit,
    };
    let (start, end) = (month_of_quarter(first, false), month_of_quarter(last, true));
    // `April 2019 to 2020` would not say when in 2020.
    let end = match (start.grain(), end.grain()) {
        (Grain::Day | Grain::Month, Grain::Year) => last_month(end),
        _ => end,
    };
    let years = start.grain() == Grain::Year && end.grain() == Grain::Year;
    let from = if years { "from " } else { "" };
    format!("{from}{} to {}", unit_in_words(start), unit_in_words(end))
}

fn unit_in_words(unit: Unit) -> String {
    let about = if unit.is_approximate() { "about " } else { "" };
    let start = unit.span().start;
    let (year, month, day) = (start.year(), EN_GB.month(start.month()), start.day_of_month());
    match unit.grain() {
        Grain::Year => format!("{about}{year:04}"),
        Grain::Month | Grain::Quarter => format!("{about}{month} {year:04}"),
        Grain::Day => format!("{about}{day} {month} {year:04}"),
    }
}

/// The first and the last month.
fn ends_of_quarter(unit: Unit) -> (Unit, Unit) {
    let month = |day: Day| {
        let month = Unit::month(day.year(), day.month()).unwrap_or(unit);
        if unit.is_approximate() { month.approximately() } else { month }
    };
    (month(unit.span().start), month(unit.span().end))
}

fn last_month(year: Unit) -> Unit {
    let month = Unit::month(year.span().end.year(), 12).unwrap_or(year);
    if year.is_approximate() { month.approximately() } else { month }
}

/// The month so many months after, or before if negative.
pub(super) fn month_after(unit: Unit, months: i32) -> Option<Unit> {
    let start = unit.span().start;
    let month = i32::try_from(start.month()).ok()?;
    let count = start.year().checked_mul(12)?.checked_add(month - 1)?.checked_add(months)?;
    Unit::month(count.div_euclid(12), u32::try_from(count.rem_euclid(12)).ok()? + 1)
}

/// A single day as a date.
pub(super) fn day_unit(day: Day) -> Option<Unit> {
    Unit::day(day.year(), day.month(), day.day_of_month())
}

/// The day so many days after.
pub(super) fn days_after(day: Day, days: i32) -> Option<Unit> {
    day.number().checked_add(days).and_then(Day::from_number).and_then(day_unit)
}

pub(super) fn without_about<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<&'p [DatePiece<'t>]> {
    match pieces {
        [
            DatePiece::Word(
                "about" | "around" | "circa" | "c" | "ca" | "approximately" | "approx" | "roughly"
                | "sometime",
            )
            | DatePiece::Sign('~'),
            rest @ ..,
        ]
        | [rest @ .., DatePiece::Word("or"), DatePiece::Word("so")]
        | [rest @ .., DatePiece::Word("ish" | "approximately" | "approx") | DatePiece::Sign('~')]
        | [
            rest @ ..,
            DatePiece::Sign('('),
            DatePiece::Word("about" | "approximately" | "approx" | "circa"),
            DatePiece::Sign(')'),
        ] => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DatePiece::{Dash, Dot, Month, Number, Slash, Word};

    #[test]
    fn texts_are_cut_into_pieces() {
        let cases: [(&str, &[DatePiece]); 8] = [
            ("30th of june, 2021", &[Number(30, 1), Month(6), Number(2021, 4)]),
            ("fy2009/10", &[Word("fy"), Number(2009, 4), Slash, Number(10, 2)]),
            ("mid-2018", &[Word("mid"), Number(2018, 4)]),
            ("apr.-sep. 2020", &[Month(4), Dash, Month(9), Number(2020, 4)]),
            ("twenty-five years ago", &[Number(25, 0), Word("years"), Word("ago")]),
            ("30.06.2021", &[Number(30, 2), Dot, Number(6, 2), Dot, Number(2021, 4)]),
            (
                "q1-q3 2020",
                &[Word("q"), Number(1, 1), Dash, Word("q"), Number(3, 1), Number(2020, 4)],
            ),
            ("12-month", &[Number(12, 2), Word("month")]),
        ];
        for (text, expected) in cases {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn months_are_counted_over_the_new_year() {
        let month = Unit::month(2018, 2).unwrap();
        assert_eq!(month_after(month, -2), Unit::month(2017, 12));
        assert_eq!(month_after(month, 11), Unit::month(2019, 1));
    }
}
