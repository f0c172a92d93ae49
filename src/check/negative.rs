use rust_decimal::Decimal;

use super::numbers::numbers;
use crate::dataset::Dataset;
use crate::figure::{Claim, Figure, Series, SeriesKey, Tie};
use crate::problem::{Problem, Rule};
use crate::reading::Measure;

/// # negative (error)
///
/// A stock, a flow, a rate and a share count something, so they cannot be below zero. What is net,
/// a change, a growth and a ratio can, and so can what is measured in degrees.
pub fn negative(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut told: Option<SeriesKey> = None;
    for (key, figure) in data.figures() {
        let Some((column, number)) = numbers(figure).find(below_zero) else { continue };
        let series = data.series(figure.series);
        if Measure::from(series).may_be_negative() {
            continue;
        }
        let nature = series.nature.word();
        let mut message = format!("{number} is below zero, and `{}` is a {nature}", series.id);
        // One formula is one mistake, in however many periods.
        if !data.has_row(key) {
            if told.replace(figure.series) == Some(figure.series) {
                continue;
            }
            message = format!("for {} {message}", figure.period);
        }
        let natures = instead(series, figure);
        let hint = match figure.claim {
            Claim::Derived(_) => format!("mend the formula, or {natures}"),
            _ => natures,
        };
        problems.push(Rule::Negative.at(data.place_of_figure(key, column), message).hint(hint));
    }
    problems
}

/// The nature that its series may have been meant to have. Nobody is told to write another number:
/// a deficit would become a surplus.
fn instead(series: &Series, figure: &Figure) -> String {
    let change = match figure.period.is_interval() {
        true => "`change`",
        false => "`growth` with its `base`",
    };
    match series.nature.tie() {
        _ if series.nature.is_percent() => format!(
            "a share of a whole cannot be below zero: is it a change in percentage points? Then \
             write that as the unit of the series, and the nature {change}"
        ),
        Tie::Date => "give the series the nature `ratio` for a level that may be below zero, such \
                      as a balance at a date, or `net` for a count or amount over \
                      the period"
            .to_string(),
        Tie::Average => "leave its `per` empty, and give the series the nature `net` for a count \
                         or amount over the whole period, or `ratio` for an average, of which the \
                         unit says per what it is"
            .to_string(),
        _ => "give the series the nature `net` for a count or amount that may be below zero, or \
              `ratio` for an index"
            .to_string(),
    }
}

fn below_zero((_, number): &(&'static str, Decimal)) -> bool {
    number.is_sign_negative() && !number.is_zero()
}
