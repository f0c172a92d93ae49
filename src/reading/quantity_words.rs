//! A quantity said back to whoever wrote it.

use rust_decimal::Decimal;

use super::measure::{Measure, looks_rounded, written};
use crate::figure::{Interval, Quantity, Side};

/// A quantity said in full: `at least 300,000`, `between 5% and 10%`, `exactly 80,000`. Read
/// again, it gives the same quantity.
pub fn quantity_in_words(quantity: &Quantity, of: &Measure) -> String {
    let number = |number: &Decimal| written(*number, of);
    match quantity {
        Quantity::One { side: Side::Exact, value } if looks_rounded(*value, false) => {
            format!("exactly {}", number(value))
        }
        Quantity::One { side, value } => side.plain(&number(value)),
        Quantity::Range { low, high } if in_thousands(*low, *high).is_some() => {
            format!("between exactly {} and {}", number(low), number(high))
        }
        Quantity::Range { low, high } => format!("between {} and {}", number(low), number(high)),
        Quantity::Interval(interval) => {
            let Interval { value, low, high, about } = &**interval;
            let side = if *about { Side::About } else { Side::Exact };
            format!("{} ({} to {})", side.plain(&number(value)), number(low), number(high))
        }
    }
}

/// The low end in thousands or hundreds, where those of the high end may be meant for both:
/// `10-20,000`, `3-400`, and not `50 to 1,000`.
pub(super) fn in_thousands(low: Decimal, high: Decimal) -> Option<Decimal> {
    let thousand = Decimal::ONE_THOUSAND;
    let (factor, most, unit) = match high >= thousand {
        true => (thousand, thousand, Decimal::ONE_HUNDRED),
        false => (Decimal::ONE_HUNDRED, Decimal::TEN, Decimal::from(50)),
    };
    let short = low.is_integer() && low >= Decimal::ONE && low < most;
    let round = (high % unit).is_zero();
    low.checked_mul(factor).filter(|shared| short && round && *shared < high)
}
