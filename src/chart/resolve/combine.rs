//! How sure a result is that was worked out of two quantities.

use rust_decimal::Decimal;

use crate::figure::Quantity;

/// How a number is qualified, apart from the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Exact,
    About,
    AtLeast,
    AtMost,
}

impl Side {
    /// The number of a quantity and how it is qualified; a range has no one number.
    pub fn of(quantity: &Quantity) -> Option<(Decimal, Side)> {
        Some(match quantity {
            Quantity::Exact(number) => (*number, Side::Exact),
            Quantity::About(number) => (*number, Side::About),
            Quantity::Interval(interval) => (interval.value, Side::About),
            Quantity::AtLeast(number) => (*number, Side::AtLeast),
            Quantity::AtMost(number) => (*number, Side::AtMost),
            Quantity::Range { .. } => return None,
        })
    }

    /// For what falls while the quantity rises.
    pub fn flipped(self) -> Side {
        match self {
            Side::AtLeast => Side::AtMost,
            Side::AtMost => Side::AtLeast,
            other => other,
        }
    }

    /// The weaker of the two; `None` if they pull in different directions.
    pub fn weaker(self, other: Side) -> Option<Side> {
        use Side::{About, AtLeast, AtMost, Exact};
        match (self, other) {
            (AtLeast, AtMost) | (AtMost, AtLeast) => None,
            (AtLeast, _) | (_, AtLeast) => Some(AtLeast),
            (AtMost, _) | (_, AtMost) => Some(AtMost),
            (About, _) | (_, About) => Some(About),
            (Exact, Exact) => Some(Exact),
        }
    }

    pub fn qualify(self, number: Decimal) -> Quantity {
        match self {
            Side::Exact => Quantity::Exact(number),
            Side::About => Quantity::About(number),
            Side::AtLeast => Quantity::AtLeast(number),
            Side::AtMost => Quantity::AtMost(number),
        }
    }
}
