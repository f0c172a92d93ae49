//! The span of days a figure is about, as written and as days.
//!
//! `2017`, `2017-Q2`, `2017-06`, `2017-06-30`, two of them with a slash for an interval, `~` for
//! approximate. What could be read in two ways is refused with both readings.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A day, counted; differences are numbers of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day::from)
    }

    /// The number of the day, counted from the first of January of the year 1.
    pub fn number(self) -> i32 {
        self.0
    }

    pub fn from_number(number: i32) -> Option<Day> {
        NaiveDate::from_num_days_from_ce_opt(number).map(Day::from)
    }

    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a Day is only made from a date")
    }

    pub fn year(self) -> i32 {
        self.date().year()
    }

    pub fn month(self) -> u32 {
        self.date().month()
    }

    pub fn day_of_month(self) -> u32 {
        self.date().day()
    }

    /// The day after; the last day there is stays itself.
    pub fn next(self) -> Day {
        Day::from_number(self.0 + 1).unwrap_or(self)
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Day {
        Day(date.num_days_from_ce())
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

/// From the first day to the last, both counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    pub start: Day,
    pub end: Day,
}

impl Span {
    pub fn days(self) -> i32 {
        self.end.0 - self.start.0 + 1
    }

    /// Half way between the first moment of the first day and the last of the last.
    pub fn middle(self) -> f64 {
        (f64::from(self.start.0) + f64::from(self.end.0) + 1.0) / 2.0
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whole months from the first of one to the last of another, and how many.
    pub fn whole_months(self) -> Option<u32> {
        let (start, after) = (self.start.date(), self.end.next().date());
        let whole = start.day() == 1 && after.day() == 1 && self.end.next() != self.end;
        let months =
            (after.year() - start.year()) * 12 + after.month() as i32 - start.month() as i32;
        (whole && months > 0).then_some(months as u32)
    }
}

/// How precisely one date is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grain {
    Day,
    Month,
    Quarter,
    Year,
}

/// One date as written: a year, a quarter, a month or a day, perhaps approximate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit {
    start: Day,
    /// At most those of a year; half the size of a last day, and a million figures have two.
    days: u16,
    grain: Grain,
    approximate: bool,
}

impl Unit {
    pub fn year(year: i32) -> Option<Unit> {
        Unit::months(year, 1, 12, Grain::Year)
    }

    pub fn quarter(year: i32, quarter: u32) -> Option<Unit> {
        (1..=4)
            .contains(&quarter)
            .then(|| Unit::months(year, quarter * 3 - 2, 3, Grain::Quarter))?
    }

    pub fn month(year: i32, month: u32) -> Option<Unit> {
        Unit::months(year, month, 1, Grain::Month)
    }

    pub fn day(year: i32, month: u32, day: u32) -> Option<Unit> {
        let day = year_is_allowed(year).then(|| Day::new(year, month, day))??;
        Some(Unit { start: day, days: 1, grain: Grain::Day, approximate: false })
    }

    fn months(year: i32, first: u32, count: u32, grain: Grain) -> Option<Unit> {
        let start = year_is_allowed(year).then(|| Day::new(year, first, 1))??;
        let last = first + count - 1;
        let (after_year, after_month) = if last == 12 { (year + 1, 1) } else { (year, last + 1) };
        let after = Day::new(after_year, after_month, 1)?;
        let days = u16::try_from(after.0 - start.0).ok()?;
        Some(Unit { start, days, grain, approximate: false })
    }

    pub fn approximately(self) -> Unit {
        Unit { approximate: true, ..self }
    }

    pub fn span(self) -> Span {
        Span { start: self.start, end: Day(self.start.0 + i32::from(self.days) - 1) }
    }

    pub fn grain(self) -> Grain {
        self.grain
    }

    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// A date where `2009-10` simply means October 2009: interval ends, publication, events.
    pub fn parse(text: &str) -> Result<Unit, PeriodError> {
        parse_unit(text, text)
    }
}

fn year_is_allowed(year: i32) -> bool {
    (1..=9999).contains(&year)
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = self.start;
        match self.grain {
            Grain::Year => write!(f, "{:04}", start.year())?,
            Grain::Quarter => write!(f, "{:04}-Q{}", start.year(), start.month().div_ceil(3))?,
            Grain::Month => write!(f, "{:04}-{:02}", start.year(), start.month())?,
            Grain::Day => write!(f, "{start}")?,
        }
        f.write_str(if self.approximate { "~" } else { "" })
    }
}

/// A period as written. Two periods over the same days are one period; see [`Period::span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Unit,
    last: Option<Unit>,
}

/// What sort of period it is, for the question of what may be joined to what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Year,
    FinancialYear,
    Quarter,
    Month,
    Day,
    /// Another number of whole months.
    Months(u32),
    /// Days that are not whole months: never of the same kind as any other.
    Days,
}

impl Kind {
    /// How many whole months a period of this kind has.
    pub fn months(self) -> Option<u32> {
        match self {
            Kind::Year | Kind::FinancialYear => Some(12),
            Kind::Quarter => Some(3),
            Kind::Month => Some(1),
            Kind::Months(months) => Some(months),
            Kind::Day | Kind::Days => None,
        }
    }
}

impl Period {
    pub fn of(unit: Unit) -> Period {
        Period { first: unit, last: None }
    }

    /// From the first day of one date to the last of another; `None` if it ends before it starts.
    pub fn between(first: Unit, last: Unit) -> Option<Period> {
        (first.start <= last.span().end).then_some(Period { first, last: Some(last) })
    }

    /// Twelve whole months from the first of `month` in `year`, as `2009-04/2010-03`.
    pub fn twelve_months(year: i32, month: u32) -> Option<Period> {
        let (last_year, last_month) = if month == 1 { (year, 12) } else { (year + 1, month - 1) };
        Period::between(Unit::month(year, month)?, Unit::month(last_year, last_month)?)
    }

    pub fn span(self) -> Span {
        Span { start: self.first.start, end: self.last_unit().span().end }
    }

    /// The first date as written.
    pub fn first_unit(self) -> Unit {
        self.first
    }

    /// The last date as written; the same as the first where it is no interval.
    pub fn last_unit(self) -> Unit {
        self.last.unwrap_or(self.first)
    }

    pub fn is_interval(self) -> bool {
        self.last.is_some()
    }

    pub fn is_approximate(self) -> bool {
        self.first.approximate || self.last_unit().approximate
    }

    /// `financial` is the month in which the financial year starts.
    pub fn kind(self, financial: u32) -> Kind {
        if self.last.is_none() {
            return match self.first.grain {
                Grain::Year => Kind::Year,
                Grain::Quarter => Kind::Quarter,
                Grain::Month => Kind::Month,
                Grain::Day => Kind::Day,
            };
        }
        let span = self.span();
        match span.whole_months() {
            Some(12) if span.start.month() == 1 => Kind::Year,
            Some(12) if span.start.month() == financial => Kind::FinancialYear,
            Some(3) if span.start.month() % 3 == 1 => Kind::Quarter,
            Some(1) => Kind::Month,
            Some(months) => Kind::Months(months),
            None if span.days() == 1 => Kind::Day,
            None => Kind::Days,
        }
    }

    /// A period of a figure, in the form of the data files.
    pub fn parse(text: &str) -> Result<Period, PeriodError> {
        let Some((first, last)) = text.split_once('/') else {
            ambiguous_month(text)?;
            return parse_unit(text, text).map(Period::of);
        };
        if first.is_empty() || last.is_empty() || first == ".." || last == ".." {
            return Err(PeriodError::OpenInterval);
        }
        if let Some(error) = slashed(text) {
            return Err(error);
        }
        let (first, last) = (parse_unit(first, text)?, parse_unit(last, text)?);
        Period::between(first, last)
            .ok_or(PeriodError::EndBeforeStart { swapped: format!("{last}/{first}") })
    }
}

/// As the data files write it: October 2009 is printed as `2009-10-01/2009-10-31`, because a lone
/// `2009-10` is refused there.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = self.span();
        if self.last.is_none() && self.first.grain == Grain::Month {
            let (year, month) = (span.start.year() as u32, span.start.month());
            if year_and_two_digits(year, month).is_some() {
                let mark = if self.first.approximate { "~" } else { "" };
                return write!(f, "{}/{}{mark}", span.start, span.end);
            }
        }
        write!(f, "{}", self.first)?;
        self.last.map_or(Ok(()), |last| write!(f, "/{last}"))
    }
}

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

fn digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

fn parse_unit(text: &str, whole: &str) -> Result<Unit, PeriodError> {
    let (plain, approximate) = match text.strip_suffix('~') {
        Some(plain) => (plain, true),
        None => (text, false),
    };
    let unit = parse_plain(plain).map_err(|error| match error {
        PeriodError::Unreadable => explain(whole),
        error => error,
    })?;
    Ok(if approximate { unit.approximately() } else { unit })
}

fn parse_plain(text: &str) -> Result<Unit, PeriodError> {
    use PeriodError::Unreadable;
    let mut parts = text.split('-');
    let (year, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return Err(Unreadable);
    }
    let year = digits(year).ok_or(Unreadable)? as i32;
    if year == 0 {
        return Err(PeriodError::YearZero);
    }
    let Some(second) = second else { return Unit::year(year).ok_or(Unreadable) };
    if let (Some(quarter), None) = (second.strip_prefix('Q'), third) {
        return digits(quarter).and_then(|quarter| Unit::quarter(year, quarter)).ok_or(Unreadable);
    }
    if second.len() != 2 {
        return Err(Unreadable);
    }
    let month = digits(second).ok_or(Unreadable)?;
    let whole_month = Unit::month(year, month);
    let Some(third) = third else {
        return whole_month.ok_or_else(|| match month {
            21..=41 => PeriodError::Season,
            _ => PeriodError::NoSuchMonth { month: format!("{year:04}-12") },
        });
    };
    let whole_month =
        whole_month.ok_or(PeriodError::NoSuchMonth { month: format!("{year:04}-12") })?;
    if third.len() != 2 {
        return Err(Unreadable);
    }
    let day = digits(third).ok_or(Unreadable)?;
    Unit::day(year, month, day)
        .ok_or(PeriodError::NoSuchDay { last: whole_month.span().end.to_string() })
}

/// A lone `2009-10` could be the financial year 2009/10; `2021-22` is no month at all.
fn ambiguous_month(text: &str) -> Result<(), PeriodError> {
    let plain = text.trim_end_matches('~');
    let Some((year, short)) = plain.split_once('-') else { return Ok(()) };
    if year.len() != 4 || short.len() != 2 {
        return Ok(());
    }
    let (Some(year), Some(short)) = (digits(year), digits(short)) else { return Ok(()) };
    match year_and_two_digits(year, short) {
        Some(error) if year > 0 => Err(error),
        _ => Ok(()),
    }
}

/// Both readings of a year and two digits, where it could be the year after or is not a month.
fn year_and_two_digits(year: u32, short: u32) -> Option<PeriodError> {
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
fn slashed(text: &str) -> Option<PeriodError> {
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

/// Names the commonest ways in which a text is not a period.
fn explain(text: &str) -> PeriodError {
    let lower = text.to_ascii_lowercase();
    if text.trim().is_empty() {
        return PeriodError::Empty;
    }
    if let Some(number) = digits(text).filter(|number| text.len() == 5 && *number >= 10_000) {
        // Day 1 is 1 January 1900, and 29 February 1900, which never was, is counted.
        let day =
            Day::new(1899, 12, 30).and_then(|zero| Day::from_number(zero.number() + number as i32));
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
    if ["spring", "summer", "autumn", "winter", "fall"].iter().any(|season| lower.contains(season))
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn error(text: &str) -> PeriodError {
        Period::parse(text).expect_err(text)
    }

    #[test]
    fn periods_print_as_written_and_know_their_days_and_kind() {
        let cases = [
            ("2017", "2017-01-01", "2017-12-31", Kind::Year),
            ("2017-Q2", "2017-04-01", "2017-06-30", Kind::Quarter),
            ("2017-06", "2017-06-01", "2017-06-30", Kind::Month),
            ("2018-09~", "2018-09-01", "2018-09-30", Kind::Month),
            ("2016-02-29", "2016-02-29", "2016-02-29", Kind::Day),
            ("2009-04/2010-03", "2009-04-01", "2010-03-31", Kind::FinancialYear),
            ("2009-10-01/2009-10-31", "2009-10-01", "2009-10-31", Kind::Month),
            ("2020-10/2021-09", "2020-10-01", "2021-09-30", Kind::Months(12)),
            ("2017-01/2017-12", "2017-01-01", "2017-12-31", Kind::Year),
            ("2012/2017", "2012-01-01", "2017-12-31", Kind::Months(72)),
            ("2015-03-02/2015-03-08", "2015-03-02", "2015-03-08", Kind::Days),
            ("9999", "9999-01-01", "9999-12-31", Kind::Year),
        ];
        for (text, start, end, kind) in cases {
            let period = Period::parse(text).expect(text);
            assert_eq!(period.to_string(), text);
            assert_eq!(
                (period.span().start.to_string(), period.span().end.to_string()),
                (start.into(), end.into())
            );
            assert_eq!(period.kind(4), kind, "{text}");
        }
    }

    #[test]
    fn what_has_two_readings_is_refused_with_both() {
        assert_eq!(
            error("2009-10").hint(),
            "write 2009-04/2010-03 for the financial year, or 2009-10-01/2009-10-31 for the month"
        );
        assert_eq!(error("2009/10"), error("2009-10"));
        assert_eq!(error("2021-22").hint(), "write 2021-04/2022-03 for the financial year");
        assert_eq!(error("03/04/2020").hint(), "write 2020-04-03 or 2020-03-04");
        assert!(error("Apr-20").hint().contains("2020-04"));
        assert_eq!(
            error("43891").hint(),
            "as a spreadsheet's number it is 2020-03-01; write the period it is about"
        );
        assert_eq!(error("2016-02-30").hint(), "the last day of that month is 2016-02-29");
        assert_eq!(
            error("2010-03/2009-04").hint(),
            "write 2009-04/2010-03 if the two were swapped"
        );
    }

    #[test]
    fn what_is_no_span_of_days_is_refused() {
        for (text, expected) in [
            ("", PeriodError::Empty),
            ("2015/..", PeriodError::OpenInterval),
            ("/2015", PeriodError::OpenInterval),
            ("2015-24", PeriodError::Season),
            ("summer 2015", PeriodError::Season),
            ("201X", PeriodError::Unspecified),
            ("2015?", PeriodError::Uncertain),
            ("2015%", PeriodError::Uncertain),
            ("0000", PeriodError::YearZero),
            ("last year", PeriodError::Unreadable),
            ("2017-Q5", PeriodError::Unreadable),
            ("２０１７", PeriodError::Unreadable),
        ] {
            assert_eq!(error(text), expected, "{text}");
        }
    }

    fn unit() -> impl Strategy<Value = Unit> {
        let date = (1i32..=9998, 1u32..=12, 1u32..=28, 0u8..4, any::<bool>());
        date.prop_map(|(year, month, day, grain, approximate)| {
            let unit = match grain {
                0 => Unit::year(year),
                1 => Unit::quarter(year, month.div_ceil(3)),
                2 => Unit::month(year, month),
                _ => Unit::day(year, month, day),
            };
            let unit = unit.expect("within the calendar");
            if approximate { unit.approximately() } else { unit }
        })
    }

    #[test]
    fn a_period_is_small() {
        assert_eq!(size_of::<Period>(), 16);
    }

    #[test]
    fn what_a_text_cannot_be_is_not_offered() {
        for (text, message, hint) in [
            (
                "2009-10",
                "may be a financial year or a month",
                "write 2009-04/2010-03 for the financial year, or 2009-10-01/2009-10-31 for the month",
            ),
            (
                "2018-19",
                "looks like a financial year, whose months must be written",
                "write 2018-04/2019-03 for the financial year",
            ),
            (
                "2018/19",
                "looks like a financial year, whose months must be written",
                "write 2018-04/2019-03 for the financial year",
            ),
            ("2018-20", "has no such month", "months run from 01 to 12, as in 2018-12"),
            ("2018/06", "is not written with the year first and hyphens", "write 2018-06"),
            (
                "03/04/2020",
                "may have the day first or the month first",
                "write 2020-04-03 or 2020-03-04",
            ),
            ("25/12/2020", "is not written with the year first and hyphens", "write 2020-12-25"),
            ("12/25/2020", "is not written with the year first and hyphens", "write 2020-12-25"),
        ] {
            let found = error(text);
            assert_eq!(
                (found.to_string().as_str(), found.hint().as_str()),
                (message, hint),
                "{text}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_period_prints_what_it_parses(first in unit(), last in unit(), single in any::<bool>()) {
            let period = if single { Some(Period::of(first)) } else { Period::between(first, last) };
            let Some(period) = period else { return Ok(()) };
            let read = Period::parse(&period.to_string()).expect("what is printed is read");
            prop_assert_eq!(read.to_string(), period.to_string());
            prop_assert_eq!((read.span(), read.kind(4)), (period.span(), period.kind(4)));
            prop_assert_eq!(read.is_approximate(), period.is_approximate());
            if read.is_interval() == period.is_interval() {
                prop_assert_eq!(read, period);
            }
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,24}", dates in "[0-9/~Q.-]{0,16}") {
            let _ = (Period::parse(&text), Unit::parse(&text), Period::parse(&dates), Unit::parse(&dates));
        }
    }
}
