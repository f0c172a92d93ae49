//! Periods as an axis of time has room for them: the names that texts say, made short.

use super::Language;
use crate::figure::{Day, Frequency, Span, Years};

impl Language {
    /// `2017`, `2009/10`, `to Jun 2022` of the year ending June, `Q2 2018`, `Jan to Jun 2020`,
    /// `10 Jan 2020` of the week that ends then. All periods of the axis are of the frequency.
    pub fn period_tick(&self, span: Span, frequency: Frequency, years: Years) -> String {
        let (start, end) = (span.start, span.end);
        let dates = &self.dates;
        let same_year = start.year() == end.year();
        let month = |day| self.short_month_and_year(day);
        match frequency {
            Frequency::YEAR => start.year().to_string(),
            Frequency::QUARTER => self.quarter(start),
            Frequency::MONTH => month(start),
            Frequency::DAY => self.short_day(start),
            year if years.named(year).is_some() => self.financial_year(start.year()),
            Frequency::Months { months: 12, day: 1, .. } => dates.to(month(end)),
            Frequency::Months { months: 12, .. } => dates.to(self.short_day(end)),
            Frequency::Days { days: 7, .. } => self.short_day(end),
            Frequency::Months { months, .. } if months % 12 == 0 => {
                self.years_together(span, years).unwrap_or_else(|| {
                    dates.from_to(self.short_month_and_year(start), self.short_month_and_year(end))
                })
            }
            Frequency::Months { day: 1, .. } if same_year => {
                let [from, to] = [start, end].map(|day| self.short_month(day.month()));
                dates.months_of_year(from, to, end.year())
            }
            Frequency::Months { day: 1, .. } => dates.from_to(month(start), month(end)),
            _ if same_year && start.month() == end.month() => {
                let [from, to] = [start, end].map(Day::day_of_month);
                dates.days_of_month(from, to, self.short_month(end.month()), end.year())
            }
            _ if same_year => dates.from_to(self.day_and_month(start), self.short_day(end)),
            _ => dates.from_to(self.short_day(start), self.short_day(end)),
        }
    }

    /// The same without its year, where the tick of an earlier period has said that: `Feb`, `Q2`,
    /// `Jul to Dec`.
    pub fn brief_tick(&self, before: Span, span: Span, frequency: Frequency) -> Option<String> {
        let (start, end) = (span.start, span.end);
        let dates = &self.dates;
        let whole =
            start.year() == end.year() || matches!(frequency, Frequency::Days { days: 7, .. });
        if before.end.year() != end.year() || !whole {
            return None;
        }
        Some(match frequency {
            Frequency::QUARTER => dates.quarter_alone(end.month().div_ceil(3)),
            Frequency::MONTH => self.short_month(start.month()).to_string(),
            Frequency::DAY => self.day_and_month(start),
            Frequency::Months { months, day: 1, .. } if months < 12 => {
                let [from, to] = [start, end].map(|day| self.short_month(day.month()));
                dates.from_to(from, to)
            }
            Frequency::Months { .. } => return None,
            Frequency::Days { days: 7, .. } => self.day_and_month(end),
            Frequency::Days { .. } if start.month() == end.month() => {
                dates.from_to(start.day_of_month(), self.day_and_month(end))
            }
            Frequency::Days { .. } => {
                dates.from_to(self.day_and_month(start), self.day_and_month(end))
            }
        })
    }

    /// Several whole years: `2018 and 2019`, `2015 to 2019`, `2015/16 to 2019/20`; `None` of years
    /// that are called by their end.
    pub(super) fn years_together(&self, span: Span, years: Years) -> Option<String> {
        let (count, month) = Frequency::of(span).years()?;
        let (start, end) = (span.start.year(), span.end.year());
        let own = Frequency::years_from(month);
        let [first, last] = match month {
            _ if span.start.day_of_month() != 1 => return None,
            1 => [start.to_string(), end.to_string()],
            _ => {
                years.named(own)?;
                [start, end - 1].map(|year| self.financial_year(year))
            }
        };
        Some(match count {
            1 => first,
            2 => self.dates.two_years(first, last),
            _ => self.dates.from_to(first, last),
        })
    }
}
