//! Why a text is no period, and what was probably meant by it.

use std::fmt;

use super::day::Day;
use super::period::Period;
use super::unit::Unit;

/// Why a text is no period, with what could be written instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    Empty,
    /// `2009-10`, `2009/10`: a financial year, or a month. `2021-22` can only be the first.
    YearOrMonth {
        financial: String,
        month: Option<String>,
    },
    /// `2017-13`: neither a month nor the year after.
    NoSuchMonth {
        month: String,
    },
    NoSuchDay {
        last: String,
    },
    /// `03/04/2020`: the day and the month, or the month and the day, if both can be.
    DayOrMonthFirst {
        readings: Vec<String>,
    },
    /// `Apr-20`: April 2020, or the 20th of an April.
    MonthName {
        readings: Vec<String>,
    },
    /// `43891`: a spreadsheet's number for a day.
    SpreadsheetDay {
        day: String,
    },
    EndBeforeStart {
        swapped: String,
    },
    OpenInterval,
    Season,
    Unspecified,
    Uncertain,
    YearZero,
    Unreadable,
}

impl fmt::Display for PeriodError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PeriodError::Empty => "there is no period",
            PeriodError::YearOrMonth { month: None, .. } => {
                "looks like a financial year, whose months must be written"
            }
            PeriodError::YearOrMonth { .. } => "may be a financial year or a month",
            PeriodError::NoSuchMonth { .. } => "has no such month",
            PeriodError::NoSuchDay { .. } => "has no such day",
            PeriodError::DayOrMonthFirst { readings } if readings.len() == 1 => {
                "is not written with the year first and hyphens"
            }
            PeriodError::DayOrMonthFirst { .. } => "may have the day first or the month first",
            PeriodError::MonthName { .. } => "looks like a date that a spreadsheet rewrote",
            PeriodError::SpreadsheetDay { .. } => "looks like a spreadsheet's number for a day",
            PeriodError::EndBeforeStart { .. } => "ends before it starts",
            PeriodError::OpenInterval => {
                "is an interval with an open end, so its length is not known"
            }
            PeriodError::Season => "is a season, which has no agreed days",
            PeriodError::Unspecified => "leaves digits open, so its days are not known",
            PeriodError::Uncertain => "is marked uncertain; only ~ for approximate is understood",
            PeriodError::YearZero => "is in the year 0000, which does not exist",
            PeriodError::Unreadable => "is not a period",
        })
    }
}

impl PeriodError {
    /// Names the commonest ways in which a text is not a period.
    pub(super) fn of(text: &str) -> PeriodError {
        let lower = text.to_ascii_lowercase();
        if text.trim().is_empty() {
            return PeriodError::Empty;
        }
        if let Some(number) = digits(text).filter(|number| text.len() == 5 && *number >= 10_000) {
            // Day 1 is 1 January 1900, and 29 February 1900, which never was, is counted.
            let day = Day::new(1899, 12, 30)
                .and_then(|zero| Day::from_number(zero.number() + number as i32));
            return day.map_or(PeriodError::Unreadable, |day| PeriodError::SpreadsheetDay {
                day: day.to_string(),
            });
        }
        if let Some(error) = slashed(text) {
            return error;
        }
        if let Some(readings) = month_name(&lower) {
            return PeriodError::MonthName { readings };
        }
        if ["spring", "summer", "autumn", "winter", "fall"]
            .iter()
            .any(|season| lower.contains(season))
        {
            return PeriodError::Season;
        }
        if text.contains(['?', '%']) {
            return PeriodError::Uncertain;
        }
        if text.contains("..") {
            return PeriodError::OpenInterval;
        }
        if lower.contains('x') && lower.bytes().any(|byte| byte.is_ascii_digit()) {
            return PeriodError::Unspecified;
        }
        PeriodError::Unreadable
    }

    /// What to write instead.
    pub fn hint(&self) -> String {
        let either = |readings: &[String]| format!("write {}", readings.join(" or "));
        match self {
            PeriodError::YearOrMonth { financial, month: Some(month) } => {
                format!("write {financial} for the financial year, or {month} for the month")
            }
            PeriodError::YearOrMonth { financial, month: None } => {
                format!("write {financial} for the financial year")
            }
            PeriodError::NoSuchMonth { month } => {
                format!("months run from 01 to 12, as in {month}")
            }
            PeriodError::NoSuchDay { last } => format!("the last day of that month is {last}"),
            PeriodError::DayOrMonthFirst { readings } | PeriodError::MonthName { readings } => {
                either(readings)
            }
            PeriodError::SpreadsheetDay { day } => {
                format!("as a spreadsheet's number it is {day}; write the period it is about")
            }
            PeriodError::EndBeforeStart { swapped } => {
                format!("write {swapped} if the two were swapped")
            }
            PeriodError::OpenInterval => "write both ends, as in 2015-03/2015-11".into(),
            PeriodError::Season => "write the months, as in 2017-06/2017-08".into(),
            PeriodError::Unspecified => "write an interval, as in 2010/2019".into(),
            PeriodError::Uncertain => "write ~ after it, as in 2018-09~".into(),
            PeriodError::Empty | PeriodError::YearZero | PeriodError::Unreadable => {
                "write a year 2017, a quarter 2017-Q2, a month 2017-06, a day 2017-06-30, \
                 or an interval such as 2009-04/2010-03"
                    .into()
            }
        }
    }
}

impl std::error::Error for PeriodError {}

pub(super) fn digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

/// Both readings of a year and two digits, where it could be the year after or is not a month.
pub(super) fn year_and_two_digits(year: u32, short: u32) -> Option<PeriodError> {
    let year_after = short == (year + 1) % 100;
    let month = Unit::month(year as i32, short);
    let span = |unit: Unit| format!("{}/{}", unit.span().start, unit.span().end);
    if year_after {
        let financial = Period::twelve_months(year as i32, 4)?.to_string();
        return Some(PeriodError::YearOrMonth { financial, month: month.map(span) });
    }
    match month {
        Some(_) => None,
        None if (21..=41).contains(&short) => Some(PeriodError::Season),
        None => Some(PeriodError::NoSuchMonth { month: format!("{year:04}-12") }),
    }
}

/// `2009/10` and `2012/13`: a financial year with a slash; `03/04/2020`: a date with slashes.
pub(super) fn slashed(text: &str) -> Option<PeriodError> {
    let parts: Vec<&str> = text.trim_end_matches('~').split('/').collect();
    match parts[..] {
        [year, short] if year.len() == 4 && short.len() == 2 => {
            let (year, short) = (digits(year)?, digits(short)?);
            year_and_two_digits(year, short).or_else(|| {
                let month = Unit::month(year as i32, short)?;
                Some(PeriodError::DayOrMonthFirst { readings: vec![month.to_string()] })
            })
        }
        [a, b, year] => {
            let (a, b, year) = (digits(a)?, digits(b)?, digits(year)?);
            let year = if year < 100 { year + 2000 } else { year } as i32;
            Some(PeriodError::DayOrMonthFirst { readings: both_orders(a, b, year) })
        }
        _ => None,
    }
}

fn both_orders(a: u32, b: u32, year: i32) -> Vec<String> {
    let day_first = Unit::day(year, b, a);
    let month_first = Unit::day(year, a, b);
    let mut readings: Vec<String> =
        day_first.into_iter().chain(month_first).map(|day| day.to_string()).collect();
    readings.dedup();
    if readings.is_empty() {
        readings.push("the day as 2020-04-03".into());
    }
    readings
}

/// As spreadsheets write them.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `Apr-20`, `20-Apr`, `Apr 2020`, `20-Apr-20`.
fn month_name(lower: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = lower.split(['-', ' ', '.']).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        MONTHS.iter().position(|name| {
            part.starts_with(name) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
        })
    };
    let at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[at])? as u32 + 1;
    let numbers: Vec<u32> =
        parts.iter().enumerate().filter(|(i, _)| *i != at).filter_map(|(_, p)| digits(p)).collect();
    let full = |year: u32| if year < 100 { year + 2000 } else { year } as i32;
    let readings: Vec<Option<String>> = match numbers[..] {
        [number] if number > 31 => {
            vec![Unit::month(full(number), month).map(|unit| unit.to_string())]
        }
        [number] => vec![
            Unit::month(full(number), month).map(|unit| unit.to_string()),
            Some(format!(
                "the year and {month:02}-{number:02} for a day of a year that is not given"
            )),
        ],
        [day, year] => vec![Unit::day(full(year), month, day).map(|unit| unit.to_string())],
        _ => return None,
    };
    Some(readings.into_iter().flatten().collect())
}
