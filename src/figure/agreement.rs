//! Whether two quantities, stated for one series and period, say the same thing.

use std::ops::Bound;

use rust_decimal::Decimal;

use super::bounds::Bounds;
use super::quantity::Quantity;
use super::side::Side;
use super::side::Way::{Down, Up};

/// Do two quantities agree? The rule is symmetric and judged pair by pair.
pub fn agree(a: &Quantity, b: &Quantity) -> bool {
    use Quantity::Range;
    match (a, b) {
        (Range { .. }, Range { .. }) => a == b,
        (range @ Range { low, high }, other) | (other, range @ Range { low, high }) => {
            match other.open() {
                None => near(range, other),
                Some(_) => other.bounds().contains(*low) && other.bounds().contains(*high),
            }
        }
        _ => match (a.open(), b.open()) {
            (None, None) => match (is_exact(a), is_exact(b)) {
                (true, false) => near(b, a),
                (false, true) => near(a, b),
                (true, true) => a == b,
                (false, false) => a == b || near(a, b) || near(b, a),
            },
            (Some(Up), Some(Down)) => a.value() < b.value(),
            (Some(Down), Some(Up)) => b.value() < a.value(),
            (Some(_), Some(_)) => a.value() == b.value(),
            _ => a.bounds().meets(&b.bounds()),
        },
    }
}

/// Do all pairs agree? The same as asking [`agree`] of every pair, but never quadratic: of bounds
/// and ranges that agree there are only a few.
pub fn all_agree<'q>(quantities: impl IntoIterator<Item = &'q Quantity>) -> bool {
    let mut numbers: Vec<&Quantity> = Vec::new();
    let mut others: Vec<&Quantity> = Vec::new();
    let mut exact: Option<&Quantity> = None;
    for quantity in quantities {
        if is_exact(quantity) {
            if exact.is_some_and(|known| known != quantity) {
                return false;
            }
            exact = Some(quantity);
        } else if quantity.open().is_none() && quantity.value().is_some() {
            numbers.push(quantity);
        } else if !others.contains(&quantity) {
            if !others.iter().all(|other| agree(other, quantity)) {
                return false;
            }
            others.push(quantity);
        }
    }
    let with_exact = |other: &&Quantity| exact.is_none_or(|exact| agree(exact, other));
    numbers.iter().chain(&others).all(with_exact)
        && numbers.iter().all(|number| others.iter().all(|other| agree(number, other)))
        && numbers_agree(&numbers)
}

/// Is there no pair of which neither contains the number of the other? In order of their numbers,
/// the lower of such a pair ends before the number of the higher, which begins after that of the
/// lower.
fn numbers_agree(numbers: &[&Quantity]) -> bool {
    let with_bounds = |number: &&Quantity| Some((number.value()?, number.bounds()));
    let mut numbers: Vec<(Decimal, Bounds)> = numbers.iter().filter_map(with_bounds).collect();
    numbers.sort_unstable_by_key(|(number, own)| (*number, end(own)));
    let mut lowest_ends: Vec<HighEnd> = Vec::with_capacity(numbers.len());
    numbers.iter().all(|(number, own)| {
        let below = numbers.partition_point(|(other, _)| own.starts_after(*other));
        let before = lowest_ends[..below.min(lowest_ends.len())].last();
        let ends_before = before.is_some_and(|lowest| *lowest < (*number, true));
        let lowest = lowest_ends.last().map_or(end(own), |lowest| end(own).min(*lowest));
        lowest_ends.push(lowest);
        !ends_before
    })
}

/// The highest number, and whether it is included.
type HighEnd = (Decimal, bool);

fn end(bounds: &Bounds) -> HighEnd {
    match bounds.high {
        Bound::Included(high) => (high, true),
        Bound::Excluded(high) => (high, false),
        Bound::Unbounded => (Decimal::MAX, true),
    }
}

/// Its bounds are the number itself: only what the other says of it counts.
fn is_exact(quantity: &Quantity) -> bool {
    matches!(quantity, Quantity::One { side: Side::Exact, .. })
}

/// Do the bounds of `a` contain the number of `b`?
fn near(a: &Quantity, b: &Quantity) -> bool {
    b.value().is_some_and(|number| a.bounds().contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn n(number: i64) -> Decimal {
        Decimal::from(number)
    }
    fn range(low: i64, high: i64) -> Quantity {
        Quantity::Range { low: n(low), high: n(high) }
    }
    fn interval(value: i64, low: i64, high: i64) -> Quantity {
        Quantity::Interval(Box::new(crate::figure::Interval {
            value: n(value),
            low: n(low),
            high: n(high),
            about: false,
        }))
    }

    #[test]
    fn the_table_of_agreement() {
        let agreeing = [
            (Side::Exact.of(n(82109)), Side::Exact.of(n(82109))),
            (Side::Exact.of(n(82109)), Side::About.of(n(80000))),
            (Side::About.of(n(700)), Side::Exact.of("690.7".parse().unwrap())),
            (Side::Exact.of(n(10384)), Side::About.of("10263.625".parse().unwrap())),
            (Side::AtLeast.of(n(20000000)), Side::About.of(n(20500000))),
            (Side::AtLeast.of(n(81000)), Side::About.of(n(80000))),
            (Side::AtMost.of(n(230000)), Side::Exact.of(n(229328))),
            (Side::AtLeast.of(n(5)), Side::AtMost.of(n(6))),
            (range(550, 850), Side::About.of(n(600))),
            (range(550, 850), Side::AtLeast.of(n(550))),
            (range(550, 850), range(550, 850)),
            (interval(600, 500, 700), Side::Exact.of(n(690))),
            (Side::Nearly.of(n(10000)), Side::Exact.of(n(9100))),
            (Side::Nearly.of(n(10000)), Side::Nearly.of(n(10000))),
            (Side::Nearly.of(n(10000)), Side::About.of(n(10000))),
            (Side::JustOver.of(n(1600)), Side::Exact.of(n(1612))),
            (Side::Nearly.of(n(10000)), Side::AtLeast.of(n(9000))),
            (Side::MoreThan.of(n(500)), Side::Exact.of(n(501))),
            (Side::MoreThan.of(n(500)), Side::AtLeast.of(n(500))),
            (Side::LessThan.of(n(5)), Side::AtMost.of(n(5))),
            (Side::LessThan.of(n(5)), Side::MoreThan.of(n(4))),
            (range(550, 850), Side::Nearly.of(n(850))),
        ];
        let differing = [
            (Side::Exact.of(n(346)), Side::Exact.of(n(345))),
            (Side::Exact.of(n(12966)), Side::About.of(n(9000))),
            (Side::Exact.of(n(27)), Side::About.of(n(25))),
            (Side::Exact.of(n(600)), Side::About.of(n(700))),
            (Side::AtLeast.of(n(80000)), Side::AtMost.of(n(80000))),
            (Side::AtLeast.of(n(500)), Side::AtLeast.of(n(650))),
            (Side::AtLeast.of(n(300)), Side::Exact.of(n(299))),
            (range(550, 850), range(500, 850)),
            (range(550, 850), Side::AtLeast.of(n(600))),
            (range(550, 850), Side::Exact.of(n(900))),
            (interval(600, 500, 700), Side::Exact.of(n(710))),
            (Side::Nearly.of(n(10000)), Side::Exact.of(n(3000))),
            (Side::Nearly.of(n(10000)), Side::Exact.of(n(10000))),
            (Side::JustOver.of(n(1600)), Side::Exact.of(n(50001))),
            (Side::JustOver.of(n(1600)), Side::Exact.of(n(1600))),
            (Side::JustOver.of(n(1600)), Side::Nearly.of(n(1600))),
            (Side::Nearly.of(n(10000)), Side::AtLeast.of(n(10000))),
            (Side::LessThan.of(n(5)), Side::Exact.of(n(5))),
            (Side::MoreThan.of(n(500)), Side::Exact.of(n(500))),
            (Side::MoreThan.of(n(500)), Side::AtLeast.of(n(600))),
            (range(5, 8), Side::LessThan.of(n(8))),
        ];
        for (pairs, expected) in [(&agreeing[..], true), (&differing[..], false)] {
            for (a, b) in pairs {
                assert_eq!(agree(a, b), expected, "{a} and {b}");
                assert_eq!(agree(b, a), expected, "{b} and {a}");
            }
        }
    }

    fn quantity() -> impl Strategy<Value = Quantity> {
        let kinds = 0..Side::ALL.len() + 2;
        (kinds, -30i64..120, 0i64..20, 0i64..20).prop_map(|(kind, number, below, above)| {
            match Side::ALL.get(kind) {
                Some(side) => side.of(n(number)),
                None if kind == Side::ALL.len() => range(number, number + above),
                None => interval(number, number - below, number + above),
            }
        })
    }

    proptest! {
        #[test]
        fn all_agree_if_every_pair_does(quantities in proptest::collection::vec(quantity(), 0..5)) {
            let pairs = quantities.iter().all(|a| quantities.iter().all(|b| a == b || agree(a, b)));
            prop_assert_eq!(all_agree(&quantities), pairs, "{:?}", quantities);
        }

        #[test]
        fn agreement_does_not_depend_on_who_is_asked(a in quantity(), b in quantity()) {
            prop_assert_eq!(agree(&a, &b), agree(&b, &a));
        }
    }
}
