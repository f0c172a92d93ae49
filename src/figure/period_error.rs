//! Why a text is no period, and what to write instead.

use std::fmt;

/// Why a text is no period, with what could be written instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// There is no text.
    Empty,
    /// `2009-10`, `2009/10`: a financial year, or a month. `2021-22` can only be the first.
    YearOrMonth {
        /// The financial year, as the files write it.
        financial: String,
        /// The month, written by its days; `None` where there is no such month.
        month: Option<String>,
    },
    /// `2017-13`: neither a month nor the year after.
    NoSuchMonth {
        /// The last month of that year.
        month: String,
    },
    /// `2016-02-30`: that month is shorter.
    NoSuchDay {
        /// The last day of the month.
        last: String,
    },
    /// `03/04/2020`: the day and the month, or the month and the day, if both can be.
    DayOrMonthFirst {
        /// The days it may be, as the files write them.
        readings: Vec<String>,
    },
    /// `Apr-20`: April 2020, or the 20th of an April.
    MonthName {
        /// What it may be, as the files write it.
        readings: Vec<String>,
    },
    /// `43891`: a spreadsheet's number for a day.
    SpreadsheetDay {
        /// The day of that number.
        day: String,
    },
    /// `2010-03/2009-04`.
    EndBeforeStart {
        /// With its dates the other way round.
        swapped: String,
    },
    /// `2015/..`: its length is not known.
    OpenInterval,
    /// `2015-24`, `summer 2015`: no agreed days.
    Season,
    /// `201X`.
    Unspecified,
    /// `2015?`: only `~` is understood.
    Uncertain,
    /// `0000`: there is no such year.
    YearZero,
    /// Nothing that is known.
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
