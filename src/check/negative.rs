use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::{Claim, Figure, Quantity};
use crate::problem::{Problem, Rule};

/// # negative (error)
///
/// A stock, a flow, a rate and a share count something, so they cannot be below zero. A change and
/// a ratio can.
pub fn negative(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let Some((column, number)) = below_zero(figure) else { continue };
        let series = data.series(figure.series);
        if series.nature.may_be_negative() {
            continue;
        }
        let nature = series.nature.word();
        let message = format!("{number} is below zero, and `{}` is a {nature}", series.id);
        let hint = match figure.claim {
            Claim::Derived(_) => "mend the formula, or give the series the nature `change`".into(),
            _ => format!("write {}, or give the series the nature `change`", -number),
        };
        problems.push(Rule::Negative.at(data.place_of_figure(key, column), message).hint(hint));
    }
    problems
}

/// The first number below zero, and its column.
fn below_zero(figure: &Figure) -> Option<(&'static str, Decimal)> {
    let negative = |number: &Decimal| number.is_sign_negative() && !number.is_zero();
    let quantity = figure.quantity()?;
    let columns = match quantity {
        _ if figure.is_derived() => [("formula", quantity.value()), ("", None), ("", None)],
        Quantity::Range { low, high } => [("low", Some(*low)), ("high", Some(*high)), ("", None)],
        Quantity::Interval(interval) => [
            ("value", Some(interval.value)),
            ("low", Some(interval.low)),
            ("high", Some(interval.high)),
        ],
        other => [("value", other.value()), ("", None), ("", None)],
    };
    let numbers = columns.into_iter().filter_map(|(column, number)| Some((column, number?)));
    numbers.into_iter().find(|(_, number)| negative(number))
}
