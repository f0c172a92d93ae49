//! Periods in headings: what the name of a column says of the periods in it, and which part of a
//! heading of several rows is one.

use super::marks::{Marked, part};
use super::outline::BETWEEN;
use crate::reading::{Reading, Setting, period};

/// Is a heading a period, such as `2017`, `2009/10` or `Q1 2020`?
pub fn is_period_heading(heading: &str) -> bool {
    is_a_period(period_of_heading(heading).0)
}

/// The period and the marks of a heading: `1960` of `1960 [YR1960]`, `2023` of `2023 [p]`.
pub fn period_of_heading(heading: &str) -> (&str, Marked) {
    part(ParsedHeading::of(heading).period)
}

/// A heading of several rows of which one is a period: `2018` and `%` of `2018 / %`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParsedHeading<'h> {
    /// The row of the period, or the whole heading.
    pub period: &'h str,
    /// What stands above or below it.
    pub rest: &'h str,
}

impl<'h> ParsedHeading<'h> {
    /// Of a heading whose rows are joined.
    pub fn of(heading: &'h str) -> ParsedHeading<'h> {
        let plain = heading.split(" [YR").next().unwrap_or(heading);
        let whole = ParsedHeading { period: plain, rest: "" };
        if !plain.contains(BETWEEN) || is_a_period(part(plain).0) {
            return whole;
        }
        let is_one = |text: &str| is_a_period(part(text).0);
        let halves = [plain.split_once(BETWEEN), plain.rsplit_once(BETWEEN)];
        let found = halves.into_iter().flatten().find_map(|(one, other)| {
            match (is_one(one), is_one(other)) {
                (true, false) => Some(ParsedHeading { period: one, rest: other }),
                // Of a number and a date, such as the week and its last day, the date.
                (_, true) => Some(ParsedHeading { period: other, rest: one }),
                (false, false) => None,
            }
        });
        found.unwrap_or(whole)
    }
}

/// What the name of a column says of every period in it: `week ending` of `Week ended`. Its cells
/// alone would be days.
pub fn said_by_name(name: &str) -> Option<String> {
    let small = name.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).find_map(|pair| {
        let [length, edge] = pair else { return None };
        let length = match *length {
            "week" | "weeks" | "wk" => "week",
            "month" => "month",
            "quarter" | "qtr" => "quarter",
            "year" | "yr" | "twelvemonth" => "year",
            _ => return None,
        };
        match *edge {
            "ending" | "ended" | "end" => Some(format!("{length} ending")),
            "commencing" | "beginning" | "starting" | "start" if length == "week" => {
                Some("week commencing".to_string())
            }
            _ => None,
        }
    })
}

/// A period by itself.
pub fn is_a_period(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && !matches!(period(cell, &Setting::default()), Reading::Refused(_))
}
