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
        Quantity::Range { low, high } if !in_thousands(*low, *high).is_empty() => {
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

/// What the low end may be short for, in the tens, hundreds, thousands or millions of the high one:
/// `10-20,000`, `3-400`, `1.5-2,000,000`, and not `50 to 1,000`. Likeliest first.
pub(super) fn in_thousands(low: Decimal, high: Decimal) -> Vec<Decimal> {
    let ten = Decimal::TEN;
    let (most, unit) = match high >= Decimal::ONE_THOUSAND {
        true => (Decimal::ONE_THOUSAND, Decimal::ONE_HUNDRED),
        false => (ten, Decimal::from(50)),
    };
    let whole = low.is_integer() && low >= Decimal::ONE && low < most;
    let million = Decimal::ONE_THOUSAND * Decimal::ONE_THOUSAND;
    let least = if high >= million { Decimal::new(1, 1) } else { Decimal::ONE };
    let part = high >= Decimal::ONE_THOUSAND && low.scale() <= 2 && (least..most).contains(&low);
    if !(whole || part) || !(high % unit).is_zero() {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut factor = Decimal::ONE_HUNDRED;
    let mut digits = 2;
    while let Some(shared) = low.checked_mul(factor).filter(|shared| *shared < high) {
        // Thousands and millions, and what leaves one digit of the high end: `2 to 300,000`.
        let grouped = digits % 3 == 0 || high < Decimal::ONE_THOUSAND;
        let single = (high % factor).is_zero() && high < factor * ten;
        if grouped || single && whole {
            found.insert(0, shared.normalize());
        }
        let Some(more) = factor.checked_mul(ten) else { break };
        (factor, digits) = (more, digits + 1);
    }
    let closest = found.first().copied().unwrap_or_default();
    // Of `2-3,000,000` nobody means two thousand.
    found.retain(|shared| closest / *shared <= Decimal::ONE_HUNDRED);
    found
}
