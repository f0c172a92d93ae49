//! Dates and periods as people say them: `6 September 2018`, `September 2018`, `2009/10`.

use crate::figure::{Day, Grain, Kind, Period, Span, Unit};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `June`; the number counts from 1.
pub fn month(number: u32) -> &'static str {
    MONTHS[(number as usize + 11) % 12]
}

/// The month that `june`, `Jun` or `sept` is.
pub fn month_named(word: &str) -> Option<u32> {
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    let names = (1..).zip(MONTHS);
    let mut found = names.filter(|(_, name)| is(name) || is(&name[..3]));
    found.next().map(|(number, _)| number).or_else(|| is("sept").then_some(9))
}

/// `Jun`; `Sept` has four letters in a newspaper, but three on an axis.
pub fn short_month(number: u32) -> &'static str {
    &month(number)[..3]
}

/// `30 June 2021`.
pub fn day(day: Day) -> String {
    format!("{} {} {}", day.day_of_month(), month(day.month()), day.year())
}

/// `June 2021`.
fn month_and_year(day: Day) -> String {
    format!("{} {}", month(day.month()), day.year())
}

/// One date as precisely as it is written.
pub fn unit(unit: Unit) -> String {
    let start = unit.span().start;
    match unit.grain() {
        Grain::Year => start.year().to_string(),
        Grain::Quarter => quarter(start),
        Grain::Month => month_and_year(start),
        Grain::Day => day(start),
    }
}

fn quarter(start: Day) -> String {
    format!("Q{} {}", start.month().div_ceil(3), start.year())
}

/// One date, with the month in three letters: `Dec 2014`, `7 Oct 2013`.
pub fn short_unit(date: Unit) -> String {
    let start = date.span().start;
    let short = short_month(start.month());
    match date.grain() {
        Grain::Month => format!("{short} {}", start.year()),
        Grain::Day if date.is_approximate() => format!("{short} {}", start.year()),
        Grain::Day => format!("{} {short} {}", start.day_of_month(), start.year()),
        _ => unit(date),
    }
}

/// When something was published: an approximate day is only as good as its month.
pub fn published(date: Unit) -> String {
    match date.grain() {
        Grain::Day if date.is_approximate() => month_and_year(date.span().start),
        _ => unit(date),
    }
}

/// A period: `2017`, `2009/10`, `September 2018`, `April to September 2020`. `financial` is the
/// month in which the financial year starts.
pub fn period(period: Period, financial: u32) -> String {
    if !period.is_interval() {
        return unit(period.first_unit());
    }
    span(period.span(), period.kind(financial))
}

/// The first date against the last, as a change is said: `2012 to 2017`.
pub fn from_to(period: Period) -> String {
    format!("{} to {}", unit(period.first_unit()), unit(period.last_unit()))
}

/// A span of days of this kind.
pub fn span(span: Span, kind: Kind) -> String {
    let (start, end) = (span.start, span.end);
    let same_year = start.year() == end.year();
    match kind {
        Kind::Year => start.year().to_string(),
        Kind::FinancialYear => financial_year(start.year()),
        Kind::Quarter => quarter(start),
        Kind::Month => month_and_year(start),
        Kind::Day => day(start),
        Kind::Months(_) if start.month() == 1 && end.month() == 12 => {
            format!("{} to {}", start.year(), end.year())
        }
        Kind::Months(_) if same_year => {
            format!("{} to {}", month(start.month()), month_and_year(end))
        }
        Kind::Months(_) => format!("{} to {}", month_and_year(start), month_and_year(end)),
        Kind::Days if same_year && start.month() == end.month() => {
            format!("{} to {}", start.day_of_month(), day(end))
        }
        Kind::Days => format!("{} to {}", day(start), day(end)),
    }
}

/// `2009/10`, and `1999/2000` where the century turns.
pub fn financial_year(start: i32) -> String {
    let after = start + 1;
    if after % 100 == 0 {
        format!("{start}/{after}")
    } else {
        format!("{start}/{:02}", after % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_as_people_say_them() {
        for (written, said) in [
            ("2017", "2017"),
            ("2017-Q2", "Q2 2017"),
            ("2018-09~", "September 2018"),
            ("2021-06-30", "30 June 2021"),
            ("2009-04/2010-03", "2009/10"),
            ("1999-04/2000-03", "1999/2000"),
            ("2009-10-01/2009-10-31", "October 2009"),
            ("2020-04/2020-09", "April to September 2020"),
            ("2013-12/2014-11", "December 2013 to November 2014"),
            ("2012/2017", "2012 to 2017"),
            ("2015-03-02/2015-03-08", "2 to 8 March 2015"),
            ("2015-03-30/2015-04-05", "30 March 2015 to 5 April 2015"),
        ] {
            assert_eq!(period(Period::parse(written).unwrap(), 4), said, "{written}");
        }
    }

    #[test]
    fn an_approximate_day_is_said_as_its_month() {
        for (written, said, short) in [
            ("2018-09-03", "3 September 2018", "3 Sep 2018"),
            ("2018-09-03~", "September 2018", "Sep 2018"),
            ("2018~", "2018", "2018"),
            ("2014-12", "December 2014", "Dec 2014"),
        ] {
            let unit = Unit::parse(written).unwrap();
            assert_eq!((published(unit), short_unit(unit)), (said.into(), short.into()));
        }
    }
}
