//! How sure a result is that was worked out of others: which way it can be off.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::quantity::Quantity;
use super::side::{Side, Way};

/// A number in a calculation. Each step keeps the weaker qualifier and minds which way a bound
/// pulls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sided {
    /// In the unit of what it is worked out from.
    pub number: Decimal,
    /// `None` where two bounds pull in different directions.
    pub side: Option<Side>,
}

impl Sided {
    /// A number of which nothing is unsure, as one in a formula.
    pub fn exact(number: Decimal) -> Sided {
        Sided { number, side: Some(Side::Exact) }
    }

    /// The number of a quantity; a range has no one number.
    pub fn of(quantity: &Quantity) -> Option<Sided> {
        let (number, side) = match quantity {
            Quantity::One { side, value } => (*value, side.result()),
            Quantity::Interval(interval) => (interval.value, Side::About),
            Quantity::Range { .. } => return None,
        };
        Some(Sided { number, side: Some(side) })
    }

    /// `None` where nobody knows which way it can be off.
    pub fn quantity(self) -> Option<Quantity> {
        Some(self.side?.of(self.number))
    }

    /// With its sign, and the way it can be off, turned round.
    pub fn negative(self) -> Sided {
        Sided { number: -self.number, side: self.side.map(Side::flipped) }
    }

    /// `None` where the result has more digits than a decimal holds; likewise below.
    pub fn plus(self, other: Sided) -> Option<Sided> {
        let side = both(self.side, other.side);
        Some(Sided { number: self.number.checked_add(other.number)?, side })
    }

    /// As [`Sided::plus`]; a bound that is taken away pulls the other way.
    pub fn minus(self, other: Sided) -> Option<Sided> {
        let side = both(self.side, other.side.map(Side::flipped));
        Some(Sided { number: self.number.checked_sub(other.number)?, side })
    }

    /// As [`Sided::plus`]; a bound pulls the other way where the other number is below zero.
    pub fn times(self, other: Sided) -> Option<Sided> {
        let side = both(self.times_sign_of(other), other.times_sign_of(self));
        Some(Sided { number: self.number.checked_mul(other.number)?, side })
    }

    /// The divisor is not zero.
    pub fn over(self, other: Sided) -> Option<Sided> {
        // One over a bound is a bound the other way, on one side of zero.
        let over = Sided { side: other.sign().and(other.side).map(Side::flipped), ..other };
        let side = both(self.times_sign_of(other), over.times_sign_of(self));
        Some(Sided { number: self.number.checked_div(other.number)?, side })
    }

    /// Which way the product with another number can be off, as far as this one is to blame.
    fn times_sign_of(self, other: Sided) -> Option<Side> {
        match (self.side?, other.sign()) {
            (_, Some(Ordering::Equal)) => Some(Side::Exact),
            (side, _) if side.open().is_none() => Some(side),
            (side, Some(Ordering::Greater)) => Some(side),
            (side, Some(Ordering::Less)) => Some(side.flipped()),
            (_, None) => None,
        }
    }

    /// Whether it lies above or below zero. What is at most five is taken to be no less than zero,
    /// as counts are.
    fn sign(self) -> Option<Ordering> {
        let side = self.side?;
        match (self.number.cmp(&Decimal::ZERO), side.open()) {
            (Ordering::Less, Some(Way::Up)) => None,
            (Ordering::Equal, Some(Way::Up)) => Some(Ordering::Greater),
            (Ordering::Equal, Some(Way::Down)) => None,
            (Ordering::Equal, None) if side.is_rough() => None,
            (sign, _) => Some(sign),
        }
    }
}

fn both(one: Option<Side>, other: Option<Side>) -> Option<Side> {
    one?.weaker(other?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Formula;

    /// The result of a formula over figures that are named by what they are.
    fn result(formula: &str) -> String {
        let result = Formula::parse(formula).expect(formula).evaluate(&mut |id| {
            let (word, number) = id.split_once(' ').expect("a qualifier and a number");
            let side = Side::ALL.into_iter().find(|side| side.word() == word);
            let quantity = side.expect("a side").of(number.parse().expect("a number"));
            Sided::of(&quantity).ok_or(())
        });
        let result = result.expect("a result");
        result.quantity().map_or("unknown".to_string(), |quantity| quantity.to_string())
    }

    #[test]
    fn a_result_is_off_the_way_its_inputs_make_it() {
        let cases = [
            ("[exact 500] - [exact 100]", "400"),
            ("[exact 500] - [about 100]", "about 400"),
            ("[exact 500] - [at_least 100]", "at most 400"),
            ("[exact 500] - [at_most 100]", "at least 400"),
            ("[at_least 500] - [at_most 100]", "at least 400"),
            ("[at_least 500] + [at_least 100]", "at least 600"),
            ("[at_least 500] - [at_least 100]", "unknown"),
            ("[at_least 500] + [at_most 100]", "unknown"),
            ("[about 500] + [at_most 100]", "at most 600"),
            ("-[at_least 5]", "at most -5"),
            ("[at_least 5] * -2", "at most -10"),
            ("[at_least 5] * 0", "0"),
            ("[at_least 5] * [at_least 2]", "at least 10"),
            ("[at_least 5] * [at_most 2]", "unknown"),
            ("[at_least -5] * [at_least 2]", "unknown"),
            ("[exact 500] / [at_least 100]", "at most 5"),
            ("[exact 500] / [at_most 100]", "at least 5"),
            ("-500 / [at_least 100]", "at least -5"),
            ("[exact 500] / [at_least -100]", "unknown"),
            ("[at_least 500] / [at_least 100]", "unknown"),
            ("[at_least 500] / 5 * 2 + 1", "at least 201"),
            ("([at_least 5] - [at_least 2]) * 2", "unknown"),
            ("1 / (1 + [at_least 3])", "at most 0.25"),
        ];
        for (formula, expected) in cases {
            assert_eq!(result(formula), expected, "{formula}");
        }
    }
}
