//! The period a figure is about, as written and as days: a date, or two of them with a slash for an
//! interval.

use std::fmt;

use super::day::Span;
use super::frequency::Frequency;
use super::unit::{Grain, Unit};

/// A period as written. Two periods over the same days are one period; see [`Period::span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: Unit,
    last: Option<Unit>,
}

impl Period {
    /// A date that is a period by itself.
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

    /// Its days, the first and the last counted in.
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

    /// Is it written as two dates with a slash?
    pub fn is_interval(self) -> bool {
        self.last.is_some()
    }

    /// Is one of its dates marked with `~`?
    pub fn is_approximate(self) -> bool {
        self.first.approximate || self.last_unit().approximate
    }

    /// How long it is and where it starts; see [`Frequency::of`].
    pub fn frequency(self) -> Frequency {
        Frequency::of(self.span())
    }
}

/// As the data files write it: October 2009 is printed as `2009-10-01/2009-10-31`, because a lone
/// `2009-10` is refused there.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let span = self.span();
        if self.last.is_none() && self.first.grain == Grain::Month {
            let (year, month) = (span.start.year() as u32, span.start.month());
            if is_year_after(year, month) {
                let mark = if self.first.approximate { "~" } else { "" };
                return write!(f, "{}/{}{mark}", span.start, span.end);
            }
        }
        write!(f, "{}", self.first)?;
        self.last.map_or(Ok(()), |last| write!(f, "/{last}"))
    }
}

/// Do two digits after a year and a hyphen look like the year after? `2009-10` does.
pub(super) fn is_year_after(year: u32, two_digits: u32) -> bool {
    two_digits == (year + 1) % 100
}
