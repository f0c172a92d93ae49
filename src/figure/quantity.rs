//! A number with its qualifier, and the bounds that the two together claim.

use std::fmt;

use rust_decimal::Decimal;

/// The number a source states, as precisely as it states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quantity {
    Exact(Decimal),
    About(Decimal),
    AtLeast(Decimal),
    AtMost(Decimal),
    /// Between two numbers, with no value of its own.
    Range {
        low: Decimal,
        high: Decimal,
    },
    /// A value with the interval its source states.
    Interval(Box<Interval>),
}

/// An estimate with the interval its source states around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    pub value: Decimal,
    pub low: Decimal,
    pub high: Decimal,
    /// Its source says of the value itself that it is rounded.
    pub about: bool,
}

/// The word in the `qualifier` column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Qualifier {
    Exact,
    About,
    AtLeast,
    AtMost,
    Range,
}

impl Qualifier {
    pub const ALL: [Qualifier; 5] = [
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::AtLeast,
        Qualifier::AtMost,
        Qualifier::Range,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Qualifier::Exact => "exact",
            Qualifier::About => "about",
            Qualifier::AtLeast => "at_least",
            Qualifier::AtMost => "at_most",
            Qualifier::Range => "range",
        }
    }

    pub fn parse(word: &str) -> Option<Qualifier> {
        Qualifier::ALL.into_iter().find(|qualifier| qualifier.word() == word)
    }
}

/// The numbers a quantity allows; an open end is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
}

impl Bounds {
    pub fn contains(&self, number: Decimal) -> bool {
        self.low.is_none_or(|low| low <= number) && self.high.is_none_or(|high| number <= high)
    }
}

impl Quantity {
    /// A number with a qualifier that takes one number; `None` for `range`.
    pub fn of(qualifier: Qualifier, value: Decimal) -> Option<Quantity> {
        match qualifier {
            Qualifier::Exact => Some(Quantity::Exact(value)),
            Qualifier::About => Some(Quantity::About(value)),
            Qualifier::AtLeast => Some(Quantity::AtLeast(value)),
            Qualifier::AtMost => Some(Quantity::AtMost(value)),
            Qualifier::Range => None,
        }
    }

    /// The qualifier as the data writes it. An interval is an exact or rounded value with more
    /// said about it.
    pub fn qualifier(&self) -> Qualifier {
        match self {
            quantity if quantity.is_about() => Qualifier::About,
            Quantity::Exact(_) | Quantity::About(_) | Quantity::Interval(_) => Qualifier::Exact,
            Quantity::AtLeast(_) => Qualifier::AtLeast,
            Quantity::AtMost(_) => Qualifier::AtMost,
            Quantity::Range { .. } => Qualifier::Range,
        }
    }

    /// Does the source say of the number that it is rounded?
    pub fn is_about(&self) -> bool {
        match self {
            Quantity::About(_) => true,
            Quantity::Interval(interval) => interval.about,
            _ => false,
        }
    }

    /// The one number of the quantity; a range has none.
    pub fn value(&self) -> Option<Decimal> {
        match self {
            Quantity::Exact(v)
            | Quantity::About(v)
            | Quantity::AtLeast(v)
            | Quantity::AtMost(v) => Some(*v),
            Quantity::Interval(interval) => Some(interval.value),
            Quantity::Range { .. } => None,
        }
    }

    pub fn bounds(&self) -> Bounds {
        let closed = |low, high| Bounds { low: Some(low), high: Some(high) };
        match self {
            Quantity::Exact(v) => closed(*v, *v),
            Quantity::About(v) => {
                let slack = about_slack(*v);
                closed(v.saturating_sub(slack), v.saturating_add(slack))
            }
            Quantity::AtLeast(v) => Bounds { low: Some(*v), high: None },
            Quantity::AtMost(v) => Bounds { low: None, high: Some(*v) },
            Quantity::Range { low, high } => closed(*low, *high),
            Quantity::Interval(interval) => closed(interval.low, interval.high),
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

    /// The same quantity with every number put through `change`; `None` if one has no result.
    pub fn map(&self, mut change: impl FnMut(Decimal) -> Option<Decimal>) -> Option<Quantity> {
        Some(match self {
            Quantity::Exact(v) => Quantity::Exact(change(*v)?),
            Quantity::About(v) => Quantity::About(change(*v)?),
            Quantity::AtLeast(v) => Quantity::AtLeast(change(*v)?),
            Quantity::AtMost(v) => Quantity::AtMost(change(*v)?),
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

/// Half a unit of the last non-zero digit, but never less than 2.5% nor more than 10%.
fn about_slack(value: Decimal) -> Decimal {
    let size = value.abs();
    let least = size.checked_mul(Decimal::new(25, 3)).unwrap_or(Decimal::ZERO);
    let most = size.checked_mul(Decimal::new(1, 1)).unwrap_or(size);
    half_last_digit(size).clamp(least, most)
}

fn half_last_digit(size: Decimal) -> Decimal {
    let plain = size.normalize();
    let mut digits = plain.mantissa();
    let mut unit = Decimal::new(5, 1);
    if digits == 0 {
        return Decimal::ZERO;
    }
    if plain.scale() > 0 {
        return Decimal::try_new(5, plain.scale() + 1).unwrap_or(Decimal::ZERO);
    }
    while digits % 10 == 0 {
        digits /= 10;
        unit = unit.saturating_mul(Decimal::TEN);
    }
    unit
}

/// The plain form, which `reading` understands: `82109`, `about 80000`, `at least 300000`,
/// `between 550000 and 850000`, `50 (40 to 60)`.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::Exact(v) => write!(f, "{v}"),
            Quantity::About(v) => write!(f, "about {v}"),
            Quantity::AtLeast(v) => write!(f, "at least {v}"),
            Quantity::AtMost(v) => write!(f, "at most {v}"),
            Quantity::Range { low, high } => write!(f, "between {low} and {high}"),
            Quantity::Interval(i) => {
                let about = if i.about { "about " } else { "" };
                write!(f, "{about}{} ({} to {})", i.value, i.low, i.high)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn about(text: &str) -> (String, String) {
        let bounds = Quantity::About(text.parse().unwrap()).bounds();
        (bounds.low.unwrap().normalize().to_string(), bounds.high.unwrap().normalize().to_string())
    }

    #[test]
    fn about_reaches_half_a_unit_of_the_last_digit_within_two_and_a_half_and_ten_percent() {
        assert_eq!(about("80000"), ("75000".into(), "85000".into()));
        assert_eq!(about("20500000"), ("19987500".into(), "21012500".into()));
        assert_eq!(about("10000000"), ("9000000".into(), "11000000".into()));
        assert_eq!(about("700"), ("650".into(), "750".into()));
        assert_eq!(about("0"), ("0".into(), "0".into()));
        assert_eq!(about("0.5"), ("0.45".into(), "0.55".into()));
        assert_eq!(about("-80"), ("-85".into(), "-75".into()));
    }

    proptest! {
        #[test]
        fn bounds_contain_every_number_of_the_quantity(value in any::<i64>(), scale in 0u32..6, spread in 0i64..1000) {
            let value = Decimal::new(value / 4, scale);
            let high = value + Decimal::new(spread, scale);
            let quantities = [
                Quantity::Exact(value), Quantity::About(value), Quantity::AtLeast(value), Quantity::AtMost(value),
                Quantity::Range { low: value, high },
                Quantity::Interval(Box::new(Interval { value, low: value, high, about: false })),
            ];
            for quantity in quantities {
                for number in quantity.numbers() {
                    prop_assert!(quantity.bounds().contains(number), "{quantity:?}");
                }
            }
        }
    }
}
