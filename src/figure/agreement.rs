//! Whether two quantities, stated for one series and period, say the same thing.

use super::quantity::Quantity;

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
    use rust_decimal::Decimal;

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
}
