//! Dates as lists of references write them: level 1 of EDTF, as BibLaTeX takes it, and the words
//! of people. The columns hold one date, as precise as it is known.

use crate::figure::{Grain, Span, Unit, Years};
use crate::reading::{Reading, Setting, period};

/// What a text says of a date.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct ReadDate {
    /// What a column can hold of it.
    pub unit: Option<Unit>,
    /// What it says beyond that, to be said behind the text itself.
    pub doubt: Option<String>,
}

/// `2018`, `2018-09-03T10:00:00Z`, `2018-09~`, `2018-21`, `199X`, `2018/2019`, `3 September 2018`.
pub(super) fn date(text: &str) -> ReadDate {
    let text = text.trim();
    let unsaid = ["", "n.d.", "n.d", "nd", "no date"];
    if unsaid.contains(&text.to_lowercase().as_str()) {
        return ReadDate { unit: None, doubt: None };
    }
    span(text).or_else(|| single(text)).unwrap_or_else(|| in_words(text))
}

fn kept(unit: Unit) -> ReadDate {
    ReadDate { unit: Some(unit), doubt: None }
}

fn in_part(unit: Unit, why: &str) -> ReadDate {
    ReadDate { unit: Some(unit), doubt: Some(format!("{why}: {unit}")) }
}

fn left_out(why: &str) -> ReadDate {
    ReadDate { unit: None, doubt: Some(format!("{why} and is left empty")) }
}

/// Two dates with a slash between them, of which the first is kept.
fn span(text: &str) -> Option<ReadDate> {
    let (first, last) = text.split_once('/')?;
    let is_open = |end: &str| matches!(end.trim(), "" | "..");
    if is_open(first) {
        single(last)?;
        return Some(left_out("has no beginning"));
    }
    let first = single(first)?;
    if is_open(last) {
        return Some(match first.unit {
            Some(unit) => in_part(unit, "has no end, and only its first date is kept"),
            None => first,
        });
    }
    let last = single(last)?;
    match (first.unit, last.unit) {
        (Some(unit), Some(same)) if unit == same => Some(first),
        (Some(unit), Some(other)) if quarter(unit, other).is_some() => {
            Some(ReadDate { unit: quarter(unit, other), doubt: None })
        }
        (Some(unit), _) => {
            Some(in_part(unit, "is a span of time, and only its first date is kept"))
        }
        (None, _) => Some(first),
    }
}

/// Three months from January, April, July or October.
fn quarter(first: Unit, last: Unit) -> Option<Unit> {
    let (start, end) = (first.span().start, last.span().end);
    let quarter = Unit::quarter(start.year(), start.month().div_ceil(3))?;
    let is_whole = first.grain() == Grain::Month && last.grain() == Grain::Month;
    if !is_whole || quarter.span() != (Span { start, end }) {
        return None;
    }
    let is_approximate = first.is_approximate() || last.is_approximate();
    Some(if is_approximate { quarter.approximately() } else { quarter })
}

/// One date of EDTF; `None` where it is none.
fn single(text: &str) -> Option<ReadDate> {
    let text = without_time(text.trim());
    let plain = text.trim_end_matches(['~', '?', '%']).trim_start_matches(['~', '?', '%']);
    let is_uncertain = text.contains(['?', '%']);
    let is_approximate = is_uncertain || text.contains('~');
    let mut parts = plain.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    let in_bounds = |part: &str, most| part.len() <= most && part.bytes().all(is_digit_or_x);
    if parts.next().is_some() || year.len() != 4 || !in_bounds(year, 4) {
        return None;
    }
    if ![month, day].into_iter().flatten().all(|part| !part.is_empty() && in_bounds(part, 2)) {
        return None;
    }
    if year.contains(['X', 'x', 'u']) {
        return Some(left_out("leaves digits of the year open,"));
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year: i32 = year.parse().ok()?;
    let (unit, doubt) = match (month.map(number), day.map(number)) {
        // `2018-XX`: nobody knows the month.
        (None | Some(None), _) => (Unit::year(year)?, None),
        (Some(Some(season @ 21..=41)), None) if season <= 24 => {
            (Unit::year(year)?, Some("is a season, and only its year is kept"))
        }
        (Some(Some(month)), None | Some(None)) => (Unit::month(year, month)?, None),
        (Some(Some(month)), Some(Some(day))) => (Unit::day(year, month, day)?, None),
    };
    let unit = if is_approximate { unit.approximately() } else { unit };
    Some(match (doubt, is_uncertain) {
        (Some(why), _) => in_part(unit, why),
        (None, true) => in_part(unit, "is uncertain, and is kept as approximate"),
        (None, false) => kept(unit),
    })
}

fn is_digit_or_x(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'X' | b'x' | b'u')
}

/// A day without the time of day behind it.
fn without_time(text: &str) -> &str {
    let is_day = |day: &str| {
        day.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    };
    match (text.get(..10), text.get(10..11)) {
        (Some(day), Some("T" | "t" | " "))
            if is_day(day) && text[11..].starts_with(|c: char| c.is_ascii_digit()) =>
        {
            day
        }
        _ => text,
    }
}

/// `3 September 2018`, `c. 2018`, `[2018]`.
fn in_words(text: &str) -> ReadDate {
    let years = Years::of_project(1);
    let setting = Setting { financial_years: Some(false), years, ..Setting::default() };
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let readable = inner.unwrap_or(text).replace(['~', '\u{a0}'], " ");
    match period(&readable, &setting) {
        Reading::Understood(understood) if !understood.value.is_interval() => {
            kept(understood.value.first_unit())
        }
        Reading::Understood(understood) => {
            let (first, span) = (understood.value.first_unit(), understood.value.span());
            match Unit::year(span.start.year()) {
                Some(year) if span.end.year() == span.start.year() => {
                    in_part(year, "is a part of a year, and only the year is kept")
                }
                _ => in_part(first, "is a span of time, and only its first date is kept"),
            }
        }
        Reading::Ambiguous(ambiguous) => {
            let labels: Vec<String> =
                ambiguous.choices.into_iter().map(|choice| choice.label).collect();
            with_its_year(text, &format!("may be {}", crate::locale::EN_GB.choice(&labels)))
        }
        Reading::Refused(_) => with_its_year(text, "could not be read"),
    }
}

/// Of a date that nobody can be sure of, the year that it names.
fn with_its_year(text: &str, why: &str) -> ReadDate {
    let mut years: Vec<i32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| part.len() == 4)
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1500..=2100).contains(year))
        .collect();
    years.dedup();
    match years[..] {
        [year] => match Unit::year(year) {
            Some(unit) => in_part(unit, &format!("{why}, and only its year is kept")),
            None => left_out(why),
        },
        _ => left_out(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        let ReadDate { unit, doubt } = date(text);
        let unit = unit.map_or("-".to_string(), |unit| unit.to_string());
        doubt.map_or(unit.clone(), |doubt| format!("{unit} ({doubt})"))
    }

    #[test]
    fn dates_are_as_precise_as_they_are_written() {
        for (text, expected) in [
            ("2018", "2018"),
            ("2018-09", "2018-09"),
            ("2018-9-3", "2018-09-03"),
            ("2018-09-03T10:00:00Z", "2018-09-03"),
            ("2018-09-03 10:00:00", "2018-09-03"),
            ("2018~", "2018~"),
            ("2018-09~", "2018-09~"),
            ("2018-09-03~", "2018-09-03~"),
            ("2018-XX", "2018"),
            ("2018-09-XX", "2018-09"),
            ("3 September 2018", "2018-09-03"),
            ("September 2018", "2018-09"),
            ("[2018]", "2018"),
            ("2018-04/2018-06", "2018-Q2"),
            ("2018-04~/2018-06~", "2018-Q2~"),
            ("n.d.", "-"),
            ("", "-"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }

    #[test]
    fn what_a_column_cannot_hold_is_told() {
        for (text, expected) in [
            ("2018?", "2018~ (is uncertain, and is kept as approximate: 2018~)"),
            ("2018-09%", "2018-09~ (is uncertain, and is kept as approximate: 2018-09~)"),
            ("2018-21", "2018 (is a season, and only its year is kept: 2018)"),
            ("2018-24~", "2018~ (is a season, and only its year is kept: 2018~)"),
            ("199X", "- (leaves digits of the year open, and is left empty)"),
            (
                "2018-09/2018-10",
                "2018-09 (is a span of time, and only its first date is kept: 2018-09)",
            ),
            ("2018-09-03/2018-09-03", "2018-09-03"),
            ("2018/", "2018 (has no end, and only its first date is kept: 2018)"),
            ("2018/..", "2018 (has no end, and only its first date is kept: 2018)"),
            ("/2018", "- (has no beginning and is left empty)"),
            ("in press", "- (could not be read and is left empty)"),
            ("2018-13", "2018 (could not be read, and only its year is kept: 2018)"),
            ("2018-00-00", "2018 (could not be read, and only its year is kept: 2018)"),
            ("2018/Spring", "2018 (could not be read, and only its year is kept: 2018)"),
            (
                "05/04/2016",
                "2016 (may be 5 April 2016 or 4 May 2016, and only its year is kept: 2016)",
            ),
            ("2018 or 2019", "- (could not be read and is left empty)"),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
