//! How long the periods of a series are and where they start: what SDMX calls a frequency. It says
//! whether two periods are alike, which follows which, and so what a line may join and which slot a
//! bar has.

use super::day::{Day, Span, months_between};

/// A length of time and where it starts. Two periods of one frequency may lie years apart; whether
/// one follows the other is [`follows`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// So many days. Whole weeks start on one day of the week: 0 is Monday, 6 is Sunday.
    Days {
        /// How many; at least one.
        days: u32,
        /// On which whole weeks start; `None` for all other lengths.
        weekday: Option<u8>,
    },
    /// So many months from this day of a month, 1 to 28. The part of a year starts in one of the
    /// months that lie so many months from `month`, the first of them, as quarters from January do;
    /// whole years start in `month` itself; what is neither starts anywhere, and `month` is 1.
    Months {
        /// How many; at least one.
        months: u32,
        /// From 1, January.
        month: u32,
        /// Of the month, from 1.
        day: u32,
    },
}

/// The days after which the calendar repeats its weekdays.
const WEEK: u32 = 7;
/// Every month has so many days.
const SHORTEST_MONTH: u32 = 28;

impl Frequency {
    /// A calendar year.
    pub const YEAR: Frequency = Frequency::years_from(1);
    /// A calendar quarter.
    pub const QUARTER: Frequency = Frequency::Months { months: 3, month: 1, day: 1 };
    /// A calendar month.
    pub const MONTH: Frequency = Frequency::Months { months: 1, month: 1, day: 1 };
    /// One day.
    pub const DAY: Frequency = Frequency::Days { days: 1, weekday: None };

    /// Twelve months from the first of this month, which counts from 1.
    pub const fn years_from(month: u32) -> Frequency {
        Frequency::Months { months: 12, month, day: 1 }
    }

    /// That of one period. Whole months count as months: the four weeks of a February are a month
    /// here, and four weeks only among others; see [`Frequency::shared`].
    pub fn of(span: Span) -> Frequency {
        Frequency::in_months(span).unwrap_or_else(|| Frequency::in_days(span))
    }

    /// The one that all of the periods have; `None` where there is none, or no period.
    pub fn shared(spans: impl IntoIterator<Item = Span>) -> Option<Frequency> {
        let mut spans = spans.into_iter();
        let first = spans.next()?;
        let (mut months, mut days) = (Frequency::in_months(first), Some(Frequency::in_days(first)));
        for span in spans {
            months = months.filter(|one| Frequency::in_months(span) == Some(*one));
            days = days.filter(|one| Frequency::in_days(span) == *one);
        }
        months.or(days)
    }

    /// From a day of one month to the day before the same day of another.
    fn in_months(span: Span) -> Option<Frequency> {
        let after = span.end.next();
        let is_after = after != span.end;
        let (months, day, day_after) = months_between(span.start, after);
        let whole = day == day_after && day <= SHORTEST_MONTH && is_after;
        let months = u32::try_from(months).ok().filter(|months| whole && *months > 0)?;
        let start = span.start.month();
        let month = match months {
            part if 12 % part == 0 => (start - 1) % part + 1,
            years if years % 12 == 0 => start,
            _ => 1,
        };
        Some(Frequency::Months { months, month, day })
    }

    fn in_days(span: Span) -> Frequency {
        let days = u32::try_from(span.days()).unwrap_or(1);
        // The first of January of the year 1 was a Monday.
        let weekday = (span.start.number() - 1).rem_euclid(WEEK as i32) as u8;
        Frequency::Days { days, weekday: (days % WEEK == 0).then_some(weekday) }
    }

    /// How many whole months its periods have, from the first day of a month on.
    pub fn months(self) -> Option<u32> {
        match self {
            Frequency::Months { months, day: 1, .. } => Some(months),
            _ => None,
        }
    }

    /// How many whole years its periods have, and the month they start in.
    pub fn years(self) -> Option<(u32, u32)> {
        match self {
            Frequency::Months { months, month, .. } if months % 12 == 0 => {
                Some((months / 12, month))
            }
            _ => None,
        }
    }

    /// How long a period is on average, in days of the Gregorian calendar.
    pub fn days(self) -> f64 {
        match self {
            Frequency::Days { days, .. } => f64::from(days),
            Frequency::Months { months, .. } => f64::from(months) * (365.2425 / 12.0),
        }
    }

    /// The period of this frequency that starts right after one of it. The calendar ends with the
    /// year 9999: `None` after that.
    pub fn next(self, span: Span) -> Option<Span> {
        self.starting(span.end.next())
    }

    /// The period that starts on this day, wherever the frequency itself starts.
    pub fn starting(self, start: Day) -> Option<Span> {
        let after = match self {
            Frequency::Days { days, .. } => Day::from_number(start.number() + days as i32)?,
            Frequency::Months { months, .. } => {
                let month = start.year() * 12 + start.month() as i32 - 1 + months as i32;
                let (year, month) = (month.div_euclid(12), month.rem_euclid(12) as u32 + 1);
                Day::new(year, month, start.day_of_month())?
            }
        };
        let end = Day::from_number(after.number() - 1).filter(|end| end.year() <= 9999)?;
        Some(Span { start, end })
    }
}

/// The place of the first period that is not as long as those before it; `None` where all are of one
/// length. So many months are as long as any other so many months, and so many days as so many days:
/// a year is as long as a leap year, and four weeks as a February of 28 days.
pub fn first_of_another_length(spans: impl IntoIterator<Item = Span>) -> Option<usize> {
    let months = |span| match Frequency::in_months(span)? {
        Frequency::Months { months, .. } => Some(months),
        Frequency::Days { .. } => None,
    };
    let mut known: Option<(Option<u32>, Option<i32>)> = None;
    spans.into_iter().position(|span| {
        let own = (months(span), Some(span.days()));
        let shared = known.map_or(own, |(months, days)| {
            (months.filter(|_| months == own.0), days.filter(|_| days == own.1))
        });
        known = Some(shared);
        shared == (None, None)
    })
}

/// Does a period start the day after another has ended?
pub fn follows(next: Span, one: Span) -> bool {
    one.end.next() == next.start && one.end.next() != one.end
}

/// Running totals: all from one first day, each to a later last day. Periods in the order of time.
pub fn runs_on(spans: &[Span]) -> bool {
    spans.len() > 1
        && spans.windows(2).all(|pair| pair[0].start == pair[1].start && pair[0].end < pair[1].end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Period;
    use proptest::prelude::*;

    fn span(text: &str) -> Span {
        Period::parse(text).expect(text).span()
    }

    fn spans(texts: &str) -> Vec<Span> {
        texts.split(' ').map(span).collect()
    }

    fn months(months: u32, month: u32, day: u32) -> Frequency {
        Frequency::Months { months, month, day }
    }

    #[test]
    fn a_period_has_a_length_and_a_start() {
        let days = |days, weekday| Frequency::Days { days, weekday };
        for (text, frequency) in [
            ("2017", Frequency::YEAR),
            ("2017-01/2017-12", Frequency::YEAR),
            ("2018-04/2019-03", Frequency::years_from(4)),
            ("2018-09/2019-08", Frequency::years_from(9)),
            ("2018-04-06/2019-04-05", months(12, 4, 6)),
            ("2021-07/2022-06", Frequency::years_from(7)),
            ("2017-Q2", Frequency::QUARTER),
            ("2017-04/2017-06", Frequency::QUARTER),
            ("2017-05/2017-07", months(3, 2, 1)),
            ("2022-04/2022-09", months(6, 4, 1)),
            ("2020-01/2020-06", months(6, 1, 1)),
            ("2017-06", Frequency::MONTH),
            ("2009-10-01/2009-10-31", Frequency::MONTH),
            ("2018/2019", months(24, 1, 1)),
            ("2015-04/2020-03", months(60, 4, 1)),
            ("2010-01/2011-06", months(18, 1, 1)),
            ("2017-06-30", Frequency::DAY),
            ("2020-01-04/2020-01-10", days(7, Some(5))),
            ("2020-01-06/2020-01-19", days(14, Some(0))),
            ("2020-01-06/2020-01-15", days(10, None)),
            ("2020-01-31/2020-02-28", days(29, None)),
            ("2021-02", Frequency::MONTH),
        ] {
            assert_eq!(Frequency::of(span(text)), frequency, "{text}");
        }
    }

    #[test]
    fn four_weeks_are_a_month_only_alone() {
        let weeks = spans("2021-02-01/2021-02-28 2021-03-01/2021-03-28");
        assert_eq!(Frequency::shared(weeks), Some(Frequency::Days { days: 28, weekday: Some(0) }));
        assert_eq!(Frequency::shared(spans("2021-02 2021-03")), Some(Frequency::MONTH));
        assert_eq!(Frequency::shared(spans("2020 2021-01")), None);
        assert_eq!(Frequency::shared([]), None);
    }

    #[test]
    fn a_year_is_as_long_as_a_leap_year_and_four_weeks_as_four_weeks() {
        for (texts, other) in [
            ("2019 2020 2018-04/2019-03 2021-01/2021-12", None),
            ("2019 2020 2021-01/2021-06", Some(2)),
            ("2019 2020/2021", Some(1)),
            ("2020-01 2020-02 2020-03", None),
            ("2021-02-01/2021-02-28 2021-03-01/2021-03-28 2020-01-06/2020-02-02", None),
            ("2021-02-01/2021-02-28 2021-03-01/2021-03-28 2021-03", Some(2)),
            ("2020-01-04/2020-01-10 2020-01-11", Some(1)),
            ("2018-04-06/2019-04-05 2019", None),
            ("2020", None),
        ] {
            assert_eq!(first_of_another_length(spans(texts)), other, "{texts}");
        }
        assert_eq!(first_of_another_length([]), None);
    }

    #[test]
    fn running_totals_start_on_one_day() {
        assert!(runs_on(&spans("2010/2011 2010/2012 2010/2013")));
        assert!(!runs_on(&spans("2010 2011")) && !runs_on(&spans("2010/2011")));
    }

    fn any_frequency() -> impl Strategy<Value = Frequency> {
        let days = prop_oneof![1u32..40, Just(7), Just(14), Just(28), Just(364)];
        let months = prop_oneof![1u32..40, Just(12), Just(24), Just(60)];
        prop_oneof![
            days.prop_map(|days| Frequency::Days { days, weekday: None }),
            (months, 1u32..=28).prop_map(|(count, day)| self::months(count, 1, day)),
        ]
    }

    proptest! {
        #[test]
        fn what_follows_is_of_the_same_frequency(
            frequency in any_frequency(), year in 1000i32..3000, month in 1u32..=12, day in 1u32..=28, count in 2usize..9,
        ) {
            let day = if let Frequency::Months { day, .. } = frequency { day } else { day };
            let first = frequency.starting(Day::new(year, month, day).unwrap()).unwrap();
            let mut all = vec![first];
            while all.len() < count {
                let next = frequency.next(all[all.len() - 1]).unwrap();
                prop_assert!(follows(next, all[all.len() - 1]));
                all.push(next);
            }
            let shared = Frequency::shared(all.iter().copied()).expect("one frequency");
            prop_assert!(!runs_on(&all));
            // Four Februaries and no leap year are more than three days short of the average.
            for span in all {
                prop_assert!((f64::from(span.days()) - shared.days()).abs() < 4.0, "{shared:?} {span:?}");
                prop_assert_eq!(shared.starting(span.start), Some(span));
            }
        }
    }
}
