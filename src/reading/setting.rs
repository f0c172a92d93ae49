//! What the meaning of a period depends on, and what pieces of a text were found to mean.

use super::Refusal;
use super::calendar::period_in_words;
use super::convention::{Convention, NamedYear, YearAndNumber};
use crate::figure::{Frequency, Grain, Nature, Period, Unit, YearWord, Years};

/// What the meaning of a period depends on. Whoever knows less takes the rest from the default,
/// which knows nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// When the source spoke: `last year`, and the century of `Mar 20`.
    pub published: Option<Unit>,
    /// Whether the figures the series has are for financial years; `None` if it has none yet.
    pub financial_years: Option<bool>,
    /// When the years of the series start, and what they are.
    pub years: Years,
    /// Whether the figures the series has, or the neighbours in its column, are months: of
    /// `2009-10` the month is then offered first. It is asked about all the same.
    pub months: bool,
    /// The nature of the series: `end of 2020` is the day of a stock, and no day of a flow.
    pub nature: Option<Nature>,
    /// What the column was settled to mean that the text stands in; nothing for a text on its own.
    pub column: Convention,
}

impl Default for Setting {
    fn default() -> Setting {
        Setting {
            published: None,
            financial_years: None,
            years: Years::of_project(4),
            months: false,
            nature: None,
            column: Convention::default(),
        }
    }
}

impl Setting {
    /// The financial year that starts in this year.
    pub(super) fn financial(&self, year: i32) -> Option<Period> {
        Period::twelve_months(year, self.years.month())
    }

    pub(super) fn is_financial(&self, period: Period) -> bool {
        let year = self.years.frequency();
        year != Frequency::YEAR && period.frequency() == year
    }

    /// What a financial year of the series is told to be.
    pub(super) fn year_note(&self) -> String {
        match self.years.word() {
            YearWord::Academic => "an academic year".into(),
            _ => "a financial year".into(),
        }
    }

    pub(super) fn label(&self, period: Period) -> String {
        let words = period_in_words(period);
        if self.is_financial(period) {
            return format!("the {} {words}", self.years.word().word());
        }
        let (first, last) = (period.first_unit(), period.last_unit());
        let years = first.grain() == Grain::Year && last.grain() == Grain::Year;
        if period.is_interval() && years { format!("whole years {words}") } else { words }
    }

    /// In which years `FY2018` may start. `month` is that of its start: from January on, it ends in
    /// the year in which it starts.
    pub(super) fn named_starts(&self, year: i32, month: u32) -> Vec<i32> {
        match self.column.named_year {
            None => vec![year - 1, year],
            Some(NamedYear::Ending) if month > 1 => vec![year - 1],
            Some(_) => vec![year],
        }
    }

    /// Whether `2009 to 2010` is one financial year; `None` where that is asked about.
    pub(super) fn one_year(&self) -> Option<bool> {
        match self.column.year_and_number {
            Some(YearAndNumber::FinancialYear) => Some(true),
            Some(YearAndNumber::CalendarYears) => Some(false),
            Some(YearAndNumber::Month) | None => self.financial_years,
        }
    }

    /// `2009/2010` are two years in the files, and to many people one financial year.
    pub(super) fn asks_about(&self, form: &str) -> bool {
        let years = form.split_once('/').map(|(a, b)| (a.parse::<i32>(), b.parse::<i32>()));
        match years {
            Some((Ok(first), Ok(last))) => {
                form.len() == 9 && first + 1 == last && self.one_year() != Some(false)
            }
            _ => false,
        }
    }
}

/// What pieces were found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum FoundPeriods {
    One(Period, Option<String>),
    /// A question, and at least two answers.
    Many(String, Vec<Period>),
}

impl FoundPeriods {
    /// One meaning, or several; none where there is no period.
    pub(super) fn of(question: impl Into<String>, periods: Vec<Period>) -> Option<FoundPeriods> {
        let mut apart: Vec<Period> = Vec::new();
        for period in periods {
            let same = |other: &Period| {
                other.span() == period.span() && other.is_approximate() == period.is_approximate()
            };
            if !apart.iter().any(same) {
                apart.push(period);
            }
        }
        match apart[..] {
            [] => None,
            [one] => Some(FoundPeriods::One(one, None)),
            _ => Some(FoundPeriods::Many(question.into(), apart)),
        }
    }

    pub(super) fn periods(&self) -> Vec<Period> {
        match self {
            FoundPeriods::One(period, _) => vec![*period],
            FoundPeriods::Many(_, periods) => periods.clone(),
        }
    }

    pub(super) fn map(self, change: impl Fn(Period) -> Option<Period>) -> Option<FoundPeriods> {
        Some(match self {
            FoundPeriods::One(period, note) => FoundPeriods::One(change(period)?, note),
            FoundPeriods::Many(question, periods) => FoundPeriods::Many(
                question,
                periods.into_iter().map(change).collect::<Option<_>>()?,
            ),
        })
    }
}

pub(super) type Answer = Result<Option<FoundPeriods>, Refusal>;
