//! A number with its side, and the bounds that the two together claim.

use std::fmt;

use rust_decimal::Decimal;

use super::bounds::Bounds;
use super::side::{Side, Way};

/// The number a source states, as precisely as it states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// One number, and what is said of it.
    One {
        /// What is said of it.
        side: Side,
        /// The number, in the unit of its series.
        value: Decimal,
    },
    /// Between two numbers, with no value of its own.
    Range {
        /// The lower of the two; it counts in.
        low: Decimal,
        /// The higher of the two; it counts in.
        high: Decimal,
    },
    /// A value with the interval its source states.
    Interval(Box<Interval>),
}

/// An estimate with the interval its source states around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The estimate; within its interval.
    pub value: Decimal,
    /// Where the interval starts; which interval it is, the note of the figure says.
    pub low: Decimal,
    /// Where the interval ends.
    pub high: Decimal,
    /// Its source says of the value itself that it is rounded.
    pub about: bool,
}

/// What the `qualifier` column may say: the side of a number, or that there are two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    /// A number with a side.
    One(Side),
    /// Two numbers, and no value.
    Range,
}

impl Qualifier {
    /// All that may be written.
    pub fn all() -> impl Iterator<Item = Qualifier> {
        Side::ALL.into_iter().map(Qualifier::One).chain([Qualifier::Range])
    }

    /// The word in the `qualifier` column.
    pub fn word(self) -> &'static str {
        match self {
            Qualifier::One(side) => side.word(),
            Qualifier::Range => "range",
        }
    }

    /// The qualifier of a word; `None` for a word that is not allowed.
    pub fn parse(word: &str) -> Option<Qualifier> {
        Qualifier::all().find(|qualifier| qualifier.word() == word)
    }
}

impl Side {
    /// A number of which this is said.
    pub fn of(self, value: Decimal) -> Quantity {
        Quantity::One { side: self, value }
    }
}

impl Quantity {
    /// What is said of the number; a range has none. An interval is an exact or rounded value with
    /// more said about it.
    pub fn side(&self) -> Option<Side> {
        match self {
            Quantity::One { side, .. } => Some(*side),
            Quantity::Interval(interval) if interval.about => Some(Side::About),
            Quantity::Interval(_) => Some(Side::Exact),
            Quantity::Range { .. } => None,
        }
    }

    /// The qualifier as the data writes it.
    pub fn qualifier(&self) -> Qualifier {
        self.side().map_or(Qualifier::Range, Qualifier::One)
    }

    /// The end at which it is open, if it is.
    pub fn open(&self) -> Option<Way> {
        self.side().and_then(Side::open)
    }

    /// Does the source say of the number that it is only near?
    pub fn is_rough(&self) -> bool {
        self.side().is_some_and(Side::is_rough)
    }

    /// The one number of the quantity; a range has none.
    pub fn value(&self) -> Option<Decimal> {
        match self {
            Quantity::One { value, .. } => Some(*value),
            Quantity::Interval(interval) => Some(interval.value),
            Quantity::Range { .. } => None,
        }
    }

    /// Its number, or the middle of a range: what it is sorted by among others.
    pub fn middle(&self) -> Option<Decimal> {
        match self {
            Quantity::Range { low, high } => low.checked_add(*high)?.checked_div(Decimal::TWO),
            other => other.value(),
        }
    }

    /// The numbers it allows.
    pub fn bounds(&self) -> Bounds {
        match self {
            Quantity::One { side, value } => side.bounds(*value),
            Quantity::Range { low, high } => Bounds::closed(*low, *high),
            Quantity::Interval(interval) => Bounds::closed(interval.low, interval.high),
        }
    }

    /// Every number the quantity states, low first.
    pub fn numbers(&self) -> Vec<Decimal> {
        match self {
            Quantity::Range { low, high } => vec![*low, *high],
            Quantity::Interval(interval) => vec![interval.low, interval.value, interval.high],
            other => other.value().into_iter().collect(),
        }
    }

    /// With its sign, and the way it can be off, turned round: at least −30% is a fall of at most
    /// 30%.
    pub fn negative(&self) -> Quantity {
        match self {
            Quantity::One { side, value } => side.flipped().of(-*value),
            Quantity::Range { low, high } => Quantity::Range { low: -*high, high: -*low },
            Quantity::Interval(interval) => Quantity::Interval(Box::new(Interval {
                value: -interval.value,
                low: -interval.high,
                high: -interval.low,
                about: interval.about,
            })),
        }
    }

    /// The same quantity with every number put through `change`; `None` if one has no result.
    pub fn map(&self, mut change: impl FnMut(Decimal) -> Option<Decimal>) -> Option<Quantity> {
        Some(match self {
            Quantity::One { side, value } => side.of(change(*value)?),
            Quantity::Range { low, high } => {
                Quantity::Range { low: change(*low)?, high: change(*high)? }
            }
            Quantity::Interval(interval) => Quantity::Interval(Box::new(Interval {
                value: change(interval.value)?,
                low: change(interval.low)?,
                high: change(interval.high)?,
                about: interval.about,
            })),
        })
    }
}

/// The plain form, which `reading` understands: `82109`, `about 80000`, `at least 300000`,
/// `between 550000 and 850000`, `50 (40 to 60)`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::One { side, value } => f.write_str(&side.plain(&value.to_string())),
            Quantity::Range { low, high } => write!(f, "between {low} and {high}"),
            Quantity::Interval(i) => {
                let value = self.side().unwrap_or(Side::Exact).plain(&i.value.to_string());
                write!(f, "{value} ({} to {})", i.low, i.high)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::bounds;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bounds_contain_every_number_of_the_quantity(value in any::<i64>(), scale in 0u32..6, spread in 0i64..1000) {
            let value = Decimal::new(value / 4, scale);
            let high = value + Decimal::new(spread, scale);
            let others = [
                Quantity::Range { low: value, high },
                Quantity::Interval(Box::new(Interval { value, low: value, high, about: false })),
            ];
            let quantities = Side::ALL.into_iter().map(|side| side.of(value)).chain(others);
            for quantity in quantities {
                for number in quantity.numbers() {
                    let bounds = quantity.bounds();
                    let ends = [bounds.low, bounds.high].map(bounds::number);
                    let within = bounds.contains(number) || ends.contains(&Some(number));
                    prop_assert!(within, "{quantity:?}");
                }
            }
        }
    }
}
