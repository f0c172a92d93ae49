//! What a whole column of periods was settled to mean, where one text alone is asked about.

/// What all texts of a column have in common. What is `None` is asked about text by text; what is
/// set answers that question and no other. A text that cannot be what the column was settled to be
/// is refused, never read the other way: the column is then not what it was said to be. To find out
/// which of them settle a column, read it with each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Convention {
    /// `03/04/2020`, `30/6/21`: which comes first.
    pub date_order: Option<DateOrder>,
    /// `Mar 20`, `Mar-20`, `20-Mar`, `year ending Mar 22`: what the two digits are.
    pub beside_month: Option<BesideMonth>,
    /// `2009-10`, `2009/10`, `2008/9`, `2009/2010`: what a year with a second number is.
    pub year_and_number: Option<YearAndNumber>,
    /// `FY2018`, `tax year 2018`: what a year from month to month with one number is.
    pub named_year: Option<NamedYear>,
}

/// What comes first in `03/04/2020`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What `20` is in `Mar 20`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BesideMonth {
    /// 2020.
    Year,
    /// The 20th of March.
    Day,
}

/// What `2009-10` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearAndNumber {
    /// October 2009.
    Month,
    /// The financial year, or whatever year the series has, that starts in 2009.
    FinancialYear,
    /// The calendar years 2009 and 2010.
    CalendarYears,
}

/// What `FY2018` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedYear {
    /// The year that ends in 2018.
    Ending,
    /// The year that starts in 2018.
    Starting,
}

impl DateOrder {
    pub(super) fn words(self) -> &'static str {
        match self {
            DateOrder::DayFirst => "the day first",
            DateOrder::MonthFirst => "the month first",
        }
    }
}

impl YearAndNumber {
    pub(super) fn words(self) -> &'static str {
        match self {
            YearAndNumber::Month => "months",
            YearAndNumber::FinancialYear => "financial years",
            YearAndNumber::CalendarYears => "calendar years",
        }
    }
}
