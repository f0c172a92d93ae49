//! What the meaning of a period depends on, and what pieces of a text were found to mean.

use super::Refusal;
use super::calendar::period_in_words;
use crate::figure::{Frequency, Grain, Period, Unit, YearWord, Years};

/// What the meaning of a period depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// When the source spoke.
    pub published: Option<Unit>,
    /// Whether the figures the series has are for financial years; `None` if it has none yet.
    pub financial_years: Option<bool>,
    /// When the years of the series start, and what they are.
    pub years: Years,
}

impl Default for Setting {
    fn default() -> Setting {
        Setting { published: None, financial_years: None, years: Years::of_project(4) }
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

    /// What to type to mean just this period: the form of the files, unless that is asked about.
    pub(super) fn write(&self, period: Period) -> String {
        let form = period.to_string();
        if self.asks_about(&form) { period_in_words(period) } else { form }
    }

    /// `2009/2010` are two years in the files, and to many people one financial year.
    pub(super) fn asks_about(&self, form: &str) -> bool {
        let years = form.split_once('/').map(|(a, b)| (a.parse::<i32>(), b.parse::<i32>()));
        match years {
            Some((Ok(first), Ok(last))) => {
                form.len() == 9 && first + 1 == last && self.financial_years != Some(false)
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
