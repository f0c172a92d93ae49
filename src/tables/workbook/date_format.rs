//! Days and times, which spreadsheets store as a number of days.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, Timelike};

use super::format_code::{DatePart, FormatPart};
use crate::locale::EN_GB;

/// The day from which a workbook counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Epoch {
    /// Day 1 is 1 January 1900, and day 60 the 29 February 1900 that never was.
    Of1900,
    /// Day 0 is 1 January 1904.
    Of1904,
}

impl DatePart {
    fn shown(&self, time: &NaiveDateTime, has_half_days: bool) -> String {
        let name = |whole: &str, letters: usize| match letters {
            3 => whole.chars().take(3).collect(),
            _ => whole.to_string(),
        };
        match *self {
            DatePart::Year(2) => format!("{:02}", time.year() % 100),
            DatePart::Year(_) => format!("{:04}", time.year()),
            DatePart::Month(digits @ ..=2) => format!("{:0digits$}", time.month()),
            DatePart::Month(letters) => name(EN_GB.month(time.month()), letters),
            DatePart::Day(digits @ ..=2) => format!("{:0digits$}", time.day()),
            DatePart::Day(letters) => name(&time.format("%A").to_string(), letters),
            DatePart::Hour(digits) if has_half_days => format!("{:0digits$}", time.hour12().1),
            DatePart::Hour(digits) => format!("{:0digits$}", time.hour()),
            DatePart::Minute(digits) => format!("{:0digits$}", time.minute()),
            DatePart::Second(digits) => format!("{:0digits$}", time.second()),
            DatePart::HalfDay if time.hour() < 12 => "AM".into(),
            DatePart::HalfDay => "PM".into(),
            DatePart::IsoDay => time.date().to_string(),
            DatePart::IsoMinute => time.format("%H:%M").to_string(),
        }
    }
}

/// `None` of a number that is no day.
pub fn shown_date(parts: &[FormatPart], value: f64, epoch: Epoch) -> Option<String> {
    let time = time(value, epoch)?;
    let has_half_days = parts.contains(&FormatPart::Date(DatePart::HalfDay));
    let mut text = String::new();
    for part in parts {
        match part {
            FormatPart::Date(part) => text.push_str(&part.shown(&time, has_half_days)),
            FormatPart::Literal(literal) => text.push_str(literal),
            _ => {}
        }
    }
    Some(text)
}

/// The day, and the time where it has one: `2020-03-01`, `2020-03-01 14:30:00`.
pub fn iso(value: f64, epoch: Epoch) -> Option<String> {
    let time = time(value, epoch)?;
    Some(match time.num_seconds_from_midnight() {
        0 => time.date().to_string(),
        _ => time.to_string(),
    })
}

fn time(value: f64, epoch: Epoch) -> Option<NaiveDateTime> {
    if !(0.0..LAST_DAY).contains(&value) {
        return None;
    }
    let seconds = (value.fract() * SECONDS as f64).round().min((SECONDS - 1) as f64) as u32;
    let days = value.trunc() as u64;
    let first = match (epoch, days) {
        (Epoch::Of1904, _) => NaiveDate::from_ymd_opt(1904, 1, 1)?,
        (Epoch::Of1900, 60) => return None,
        (Epoch::Of1900, ..60) => NaiveDate::from_ymd_opt(1899, 12, 31)?,
        (Epoch::Of1900, _) => NaiveDate::from_ymd_opt(1899, 12, 30)?,
    };
    let day = first.checked_add_days(Days::new(days))?;
    day.and_hms_opt(seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// 1 January 10000.
const LAST_DAY: f64 = 2_958_466.0;

const SECONDS: u32 = 86_400;
