//! Whether two quantities, stated for one series and period, say the same thing.

use rust_decimal::Decimal;

use super::quantity::{Bounds, Quantity};

/// Do two quantities agree? The rule is symmetric and judged pair by pair.
pub fn agree(a: &Quantity, b: &Quantity) -> bool {
    use Quantity::{About, AtLeast, AtMost, Exact, Interval, Range};
    match (a, b) {
        (Exact(x), Exact(y)) => x == y,
        (Exact(_) | About(_) | Interval(_), Exact(_) | About(_) | Interval(_)) => {
            near(a, b) || near(b, a)
        }
        (AtLeast(x), AtLeast(y)) | (AtMost(x), AtMost(y)) => x == y,
        (AtLeast(least), AtMost(most)) | (AtMost(most), AtLeast(least)) => least < most,
        (AtLeast(_) | AtMost(_), Exact(_) | About(_) | Interval(_)) => reaches(b, a),
        (Exact(_) | About(_) | Interval(_), AtLeast(_) | AtMost(_)) => reaches(a, b),
        (Range { low: a, high: b }, Range { low: c, high: d }) => a == c && b == d,
        (Range { low, high }, AtLeast(_) | AtMost(_)) => {
            b.bounds().contains(*low) && b.bounds().contains(*high)
        }
        (AtLeast(_) | AtMost(_), Range { low, high }) => {
            a.bounds().contains(*low) && a.bounds().contains(*high)
        }
        (Range { .. }, _) => b.value().is_some_and(|number| a.bounds().contains(number)),
        (_, Range { .. }) => a.value().is_some_and(|number| b.bounds().contains(number)),
    }
}

/// Do all pairs agree? The same as asking [`agree`] of every pair, but never quadratic.
pub fn all_agree<'q>(quantities: impl IntoIterator<Item = &'q Quantity>) -> bool {
    let mut numbers: Vec<(Decimal, Bounds)> = Vec::new();
    let (mut least, mut most, mut range) = (None, None, None);
    for quantity in quantities {
        let same = match quantity {
            Quantity::AtLeast(number) => *least.get_or_insert(number) == number,
            Quantity::AtMost(number) => *most.get_or_insert(number) == number,
            Quantity::Range { .. } => *range.get_or_insert(quantity) == quantity,
            _ => {
                numbers.extend(quantity.value().map(|number| (number, quantity.bounds())));
                true
            }
        };
        if !same {
            return false;
        }
    }
    let bounds = [least.map(|n| Quantity::AtLeast(*n)), most.map(|n| Quantity::AtMost(*n))];
    let alone: Vec<&Quantity> = bounds.iter().flatten().chain(range).collect();
    let alone_agree = alone.iter().enumerate().all(|(i, a)| alone[..i].iter().all(|b| agree(a, b)));
    alone_agree
        && numbers.iter().all(|(_, own)| {
            least.is_none_or(|least| own.high.is_none_or(|high| *least <= high))
                && most.is_none_or(|most| own.low.is_none_or(|low| low <= *most))
        })
        && range.is_none_or(|range| numbers.iter().all(|(n, _)| range.bounds().contains(*n)))
        && numbers_agree(&mut numbers)
}

/// Is there no pair of which neither contains the number of the other? In order of their numbers,
/// the lower of such a pair ends before the number of the higher, which begins after that of the
/// lower.
fn numbers_agree(numbers: &mut [(Decimal, Bounds)]) -> bool {
    numbers.sort_unstable_by_key(|(number, _)| *number);
    let mut lowest_end: Vec<Option<Decimal>> = Vec::with_capacity(numbers.len());
    numbers.iter().all(|(number, own)| {
        let below = own.low.map_or(0, |low| numbers.partition_point(|(other, _)| *other < low));
        let ends_before = below > 0
            && below <= lowest_end.len()
            && lowest_end[below - 1].is_some_and(|end| end < *number);
        let end = match lowest_end.last() {
            Some(Some(lowest)) => Some(own.high.map_or(*lowest, |high| high.min(*lowest))),
            _ => own.high,
        };
        lowest_end.push(end);
        !ends_before
    })
}

/// Do the bounds of `a` contain the number of `b`?
fn near(a: &Quantity, b: &Quantity) -> bool {
    b.value().is_some_and(|number| a.bounds().contains(number))
}

/// Does the number of `number`, or its bounds if it is only about, reach into an open bound?
fn reaches(number: &Quantity, open: &Quantity) -> bool {
    let (own, open) = (number.bounds(), open.bounds());
    open.low.is_none_or(|low| own.high.is_some_and(|high| high >= low))
        && open.high.is_none_or(|high| own.low.is_some_and(|low| low <= high))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Quantity::{About, AtLeast, AtMost, Exact};
    use proptest::prelude::*;

    fn n(number: i64) -> Decimal {
        Decimal::from(number)
    }
    fn range(low: i64, high: i64) -> Quantity {
        Quantity::Range { low: n(low), high: n(high) }
    }
    fn interval(value: i64, low: i64, high: i64) -> Quantity {
        Quantity::Interval(Box::new(crate::figure::quantity::Interval {
            value: n(value),
            low: n(low),
            high: n(high),
            about: false,
        }))
    }

    #[test]
    fn the_table_of_agreement() {
        let agreeing = [
            (Exact(n(82109)), Exact(n(82109))),
            (Exact(n(82109)), About(n(80000))),
            (About(n(700)), Exact("690.7".parse().unwrap())),
            (Exact(n(10384)), About("10263.625".parse().unwrap())),
            (AtLeast(n(20000000)), About(n(20500000))),
            (AtLeast(n(81000)), About(n(80000))),
            (AtMost(n(230000)), Exact(n(229328))),
            (AtLeast(n(5)), AtMost(n(6))),
            (range(550, 850), About(n(600))),
            (range(550, 850), AtLeast(n(550))),
            (range(550, 850), range(550, 850)),
            (interval(600, 500, 700), Exact(n(690))),
        ];
        let differing = [
            (Exact(n(346)), Exact(n(345))),
            (Exact(n(12966)), About(n(9000))),
            (Exact(n(27)), About(n(25))),
            (Exact(n(600)), About(n(700))),
            (AtLeast(n(80000)), AtMost(n(80000))),
            (AtLeast(n(500)), AtLeast(n(650))),
            (AtLeast(n(300)), Exact(n(299))),
            (range(550, 850), range(500, 850)),
            (range(550, 850), AtLeast(n(600))),
            (range(550, 850), Exact(n(900))),
            (interval(600, 500, 700), Exact(n(710))),
        ];
        for (pairs, expected) in [(&agreeing[..], true), (&differing[..], false)] {
            for (a, b) in pairs {
                assert_eq!(agree(a, b), expected, "{a} and {b}");
                assert_eq!(agree(b, a), expected, "{b} and {a}");
            }
        }
    }

    fn quantity() -> impl Strategy<Value = Quantity> {
        (0u8..6, -30i64..120, 0i64..20, 0i64..20).prop_map(
            |(kind, number, below, above)| match kind {
                0 => Exact(n(number)),
                1 => About(n(number)),
                2 => AtLeast(n(number)),
                3 => AtMost(n(number)),
                4 => range(number, number + above),
                _ => interval(number, number - below, number + above),
            },
        )
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
