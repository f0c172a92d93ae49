//! The numbers of a figure, each with the column that states it.

use rust_decimal::Decimal;

use crate::figure::{Figure, Quantity};

/// What is worked out stands in the column of its formula.
pub fn numbers(figure: &Figure) -> Vec<(&'static str, Decimal)> {
    let Some(quantity) = figure.quantity() else { return Vec::new() };
    let columns = match quantity {
        _ if figure.is_derived() => {
            [("formula", quantity.value().map(few_digits)), ("", None), ("", None)]
        }
        Quantity::Range { low, high } => [("low", Some(*low)), ("high", Some(*high)), ("", None)],
        Quantity::Interval(interval) => [
            ("value", Some(interval.value)),
            ("low", Some(interval.low)),
            ("high", Some(interval.high)),
        ],
        other => [("value", other.value()), ("", None), ("", None)],
    };
    columns.into_iter().filter_map(|(column, number)| Some((column, number?))).collect()
}

/// A quotient has more digits than a message needs.
fn few_digits(number: Decimal) -> Decimal {
    number.round_sf(6).unwrap_or(number).normalize()
}
