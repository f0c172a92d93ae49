//! The numbers of a figure, each with the column that states it.

use rust_decimal::Decimal;

use crate::figure::{Figure, Quantity};

/// What is worked out stands in the column of its formula.
pub fn numbers(figure: &Figure) -> impl Iterator<Item = (&'static str, Decimal)> + use<> {
    const NONE: (&str, Option<Decimal>) = ("", None);
    let columns = match figure.quantity() {
        None => [NONE; 3],
        Some(quantity) if figure.is_derived() => {
            [("formula", quantity.value().map(few_digits)), NONE, NONE]
        }
        Some(Quantity::Range { low, high }) => [("low", Some(*low)), ("high", Some(*high)), NONE],
        Some(Quantity::Interval(interval)) => [
            ("value", Some(interval.value)),
            ("low", Some(interval.low)),
            ("high", Some(interval.high)),
        ],
        Some(other) => [("value", other.value()), NONE, NONE],
    };
    columns.into_iter().filter_map(|(column, number)| Some((column, number?)))
}

/// A quotient has more digits than a message needs.
fn few_digits(number: Decimal) -> Decimal {
    number.round_sf(6).unwrap_or(number).normalize()
}
