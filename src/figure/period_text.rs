//! Periods as the data files write them. What could be read in two ways is refused with both
//! readings.

use super::day::Day;
use super::period::{Period, is_year_after};
use super::period_error::PeriodError;
use super::unit::Unit;

impl Period {
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

impl Period {
    /// When an event happened or lasted: as [`Period::parse`], but a lone `2009-10` simply means
    /// October 2009.
    pub fn parse_date(text: &str) -> Result<Period, PeriodError> {
        match text.contains('/') {
            true => Period::parse(text),
            false => Unit::parse(text).map(Period::of),
        }
    }

    /// As [`Period::parse_date`] reads it: October 2009 is `2009-10`.
    pub fn as_date(self) -> String {
        match self.is_interval() {
            true => self.to_string(),
            false => self.first_unit().to_string(),
        }
    }
}

impl Unit {
    /// A date where `2009-10` simply means October 2009: interval ends, publication.
    pub fn parse(text: &str) -> Result<Unit, PeriodError> {
        parse_unit(text, text)
    }
}

/// A lone `2009-10` could be the financial year 2009/10; `2021-22` is no month at all.
fn ambiguous_month(text: &str) -> Result<(), PeriodError> {
    let plain = text.trim_end_matches('~');
    let Some((year, short)) = plain.split_once('-') else { return Ok(()) };
    if year.len() != 4 || short.len() != 2 {
        return Ok(());
    }
    let (Some(year), Some(short)) = (digits(year), digits(short)) else { return Ok(()) };
    match year_and_two_digits(year, short, text.ends_with('~')) {
        Some(error) if year > 0 => Err(error),
        _ => Ok(()),
    }
}

fn parse_unit(text: &str, whole: &str) -> Result<Unit, PeriodError> {
    let (plain, approximate) = match text.strip_suffix('~') {
        Some(plain) => (plain, true),
        None => (text, false),
    };
    let unit = parse_plain(plain).map_err(|error| match error {
        PeriodError::Unreadable => unreadable(whole),
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
        whole_month.ok_or_else(|| PeriodError::NoSuchMonth { month: format!("{year:04}-12") })?;
    if third.len() != 2 {
        return Err(Unreadable);
    }
    let day = digits(third).ok_or(Unreadable)?;
    Unit::day(year, month, day)
        .ok_or_else(|| PeriodError::NoSuchDay { last: whole_month.span().end.to_string() })
}

/// Names the commonest ways in which a text is not a period.
fn unreadable(text: &str) -> PeriodError {
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
    let open = |part: &str| {
        part.len() > 1
            && part.contains('x')
            && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x')
    };
    if lower.split(['-', '/', ' ']).any(open) {
        return PeriodError::Unspecified;
    }
    PeriodError::Unreadable
}

fn digits(text: &str) -> Option<u32> {
    let all = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    all.then(|| text.parse().ok())?
}

/// Both readings of a year and two digits, where it could be the year after or is not a month.
fn year_and_two_digits(year: u32, short: u32, about: bool) -> Option<PeriodError> {
    let month = Unit::month(year as i32, short);
    let mark = if about { "~" } else { "" };
    let span = |unit: Unit| format!("{}/{}{mark}", unit.span().start, unit.span().end);
    if is_year_after(year, short) {
        let financial = Period::twelve_months(year as i32, 4)?;
        let financial = format!("{}{mark}/{}{mark}", financial.first_unit(), financial.last_unit());
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
            let about = text.ends_with('~');
            year_and_two_digits(year, short, about).or_else(|| {
                let month = Unit::month(year as i32, short)?;
                let month = if about { month.approximately() } else { month };
                Some(PeriodError::DayOrMonthFirst { readings: vec![month.to_string()] })
            })
        }
        [year, month, day] if year.len() == 4 => {
            let day = Unit::day(digits(year)? as i32, digits(month)?, digits(day)?)?;
            Some(PeriodError::DayOrMonthFirst { readings: vec![day.to_string()] })
        }
        [a, b, year] if a.len() < 3 && b.len() < 3 && matches!(year.len(), 2 | 4) => {
            let (a, b, year) = (digits(a)?, digits(b)?, digits(year)?);
            Some(PeriodError::DayOrMonthFirst { readings: both_orders(a, b, full_year(year)) })
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

/// A year of two digits in the century that spreadsheets take it to be in.
fn full_year(year: u32) -> i32 {
    (match year {
        0..=29 => year + 2000,
        30..=99 => year + 1900,
        _ => year,
    }) as i32
}

/// The names of the months.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// `Apr-20`, `20-Apr`, `Apr 2020`, `20-Apr-20`, as spreadsheets write them; nothing where there is
/// another word, which would be lost.
fn month_name(lower: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = lower.split(['-', ' ', '.']).filter(|part| !part.is_empty()).collect();
    let month = |part: &str| {
        MONTHS.iter().position(|name| {
            part.len() >= 3 && name.starts_with(part) || part == "sept" && *name == "september"
        })
    };
    if lower.starts_with('-') || lower.ends_with('-') {
        return None;
    }
    let at = parts.iter().position(|part| month(part).is_some())?;
    let month = month(parts[at])? as u32 + 1;
    let others = parts.iter().enumerate().filter(|(i, _)| *i != at);
    let numbers: Vec<u32> = others.map(|(_, part)| digits(part)).collect::<Option<_>>()?;
    let readings: Vec<Option<String>> = match numbers[..] {
        [number] if number > 31 => {
            vec![Unit::month(full_year(number), month).map(|unit| unit.to_string())]
        }
        [number] => vec![
            Unit::month(full_year(number), month)
                .filter(|_| if at == 0 { parts[1].len() > 1 } else { !lower.contains(' ') })
                .map(|unit| unit.to_string()),
            Some(format!(
                "the year and {month:02}-{number:02} for a day of a year that is not given"
            )),
        ],
        [year, day] if year > 31 && at == 1 => {
            vec![Unit::day(full_year(year), month, day).map(|unit| unit.to_string())]
        }
        // Of `July 10-17` neither is the year.
        [day, year] if at == 1 || year > 31 => {
            vec![Unit::day(full_year(year), month, day).map(|unit| unit.to_string())]
        }
        _ => return None,
    };
    let readings: Vec<String> = readings.into_iter().flatten().collect();
    (!readings.is_empty()).then_some(readings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Frequency;
    use proptest::prelude::*;

    fn error(text: &str) -> PeriodError {
        Period::parse(text).expect_err(text)
    }

    #[test]
    fn periods_print_as_written_and_know_their_days_and_frequency() {
        let cases = [
            ("2017", "2017-01-01", "2017-12-31", Frequency::YEAR),
            ("2017-Q2", "2017-04-01", "2017-06-30", Frequency::QUARTER),
            ("2017-06", "2017-06-01", "2017-06-30", Frequency::MONTH),
            ("2018-09~", "2018-09-01", "2018-09-30", Frequency::MONTH),
            ("2016-02-29", "2016-02-29", "2016-02-29", Frequency::DAY),
            ("2009-04/2010-03", "2009-04-01", "2010-03-31", Frequency::years_from(4)),
            ("2009-10-01/2009-10-31", "2009-10-01", "2009-10-31", Frequency::MONTH),
            ("2020-10/2021-09", "2020-10-01", "2021-09-30", Frequency::years_from(10)),
            ("2017-01/2017-12", "2017-01-01", "2017-12-31", Frequency::YEAR),
            (
                "2012/2017",
                "2012-01-01",
                "2017-12-31",
                Frequency::Months { months: 72, month: 1, day: 1 },
            ),
            (
                "2015-03-02/2015-03-08",
                "2015-03-02",
                "2015-03-08",
                Frequency::Days { days: 7, weekday: Some(0) },
            ),
            ("9999", "9999-01-01", "9999-12-31", Frequency::YEAR),
        ];
        for (text, start, end, frequency) in cases {
            let period = Period::parse(text).expect(text);
            assert_eq!(period.to_string(), text);
            assert_eq!(
                (period.span().start.to_string(), period.span().end.to_string()),
                (start.into(), end.into())
            );
            assert_eq!(period.frequency(), frequency, "{text}");
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
            prop_assert_eq!((read.span(), read.frequency()), (period.span(), period.frequency()));
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
