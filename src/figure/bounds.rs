//! The numbers that a quantity allows, from one end to the other.

use std::ops::{Bound, RangeBounds};

use rust_decimal::Decimal;

/// An end may lie in it, just outside of it, or nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The end towards smaller numbers.
    pub low: Bound<Decimal>,
    /// The end towards greater numbers.
    pub high: Bound<Decimal>,
}

impl Bounds {
    /// From `low` to `high`, both included.
    pub fn closed(low: Decimal, high: Decimal) -> Bounds {
        Bounds { low: Bound::Included(low), high: Bound::Included(high) }
    }

    /// Does the number lie in it?
    pub fn contains(&self, number: Decimal) -> bool {
        (self.low, self.high).contains(&number)
    }

    /// Do all its numbers lie above this one?
    pub fn starts_after(&self, number: Decimal) -> bool {
        match self.low {
            Bound::Included(low) => number < low,
            Bound::Excluded(low) => number <= low,
            Bound::Unbounded => false,
        }
    }

    /// Do all its numbers lie below this one?
    pub fn ends_before(&self, number: Decimal) -> bool {
        match self.high {
            Bound::Included(high) => high < number,
            Bound::Excluded(high) => high <= number,
            Bound::Unbounded => false,
        }
    }

    /// Is there a number in both?
    pub fn meets(&self, other: &Bounds) -> bool {
        !lies_below(self.high, other.low) && !lies_below(other.high, self.low)
    }
}

/// The number at an end, whether or not it is included.
pub fn number(end: Bound<Decimal>) -> Option<Decimal> {
    match end {
        Bound::Included(number) | Bound::Excluded(number) => Some(number),
        Bound::Unbounded => None,
    }
}

fn lies_below(high: Bound<Decimal>, low: Bound<Decimal>) -> bool {
    match (high, low) {
        (Bound::Unbounded, _) | (_, Bound::Unbounded) => false,
        (Bound::Included(high), Bound::Included(low)) => high < low,
        (Bound::Included(high) | Bound::Excluded(high), low) => {
            number(low).is_some_and(|low| high <= low)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Bound::{Excluded, Included, Unbounded};

    #[test]
    fn an_end_that_is_not_included_does_not_reach_its_number() {
        let n = |number: i64| Decimal::from(number);
        let more = Bounds { low: Excluded(n(5)), high: Unbounded };
        assert!(!more.contains(n(5)) && more.starts_after(n(5)));
        assert!(more.contains(n(6)) && !more.starts_after(n(6)));
        let less = Bounds { low: Included(n(4)), high: Excluded(n(5)) };
        assert!(!less.contains(n(5)) && less.ends_before(n(5)));
        assert!(!more.meets(&less) && !less.meets(&more));
        assert!(!more.meets(&Bounds::closed(n(5), n(5))));
        assert!(more.meets(&Bounds::closed(n(4), n(6))));
        assert!(Bounds::closed(n(4), n(5)).meets(&Bounds::closed(n(5), n(6))));
    }
}
