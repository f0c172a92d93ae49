//! The period a figure is about, as written and as days: a date, or two of them with a slash for an
//! interval. What could be read in two ways is refused with both readings.

use std::fmt;

use super::day::Span;
use super::period_error::{PeriodError, digits, slashed, year_and_two_digits};
use super::unit::{Grain, Unit, parse_unit};

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
