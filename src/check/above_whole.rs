use rust_decimal::Decimal;

use super::numbers::numbers;
use crate::dataset::Dataset;
use crate::figure::{Nature, SeriesKey};
use crate::problem::{Problem, Rule};

/// # above-whole (advice)
///
/// A share is percent of a whole, so that a number above 100 is likely a rise, or a percentage of
/// something else than the whole, such as the places of a prison.
pub fn above_whole(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut told: Option<SeriesKey> = None;
    for (key, figure) in data.figures() {
        let series = data.series(figure.series);
        if series.nature != Nature::Share {
            continue;
        }
        let above = numbers(figure).find(|(_, number)| *number > Decimal::ONE_HUNDRED);
        let Some((column, number)) = above else { continue };
        // One formula is one mistake, in however many periods.
        if !data.has_row(key) && told.replace(figure.series) == Some(figure.series) {
            continue;
        }
        let message =
            format!("{number} percent is more than a whole, and `{}` is a share", series.id);
        let hint = "give the series the nature `change` or `growth` if it is a rise; or `ratio`, \
                    with a note of what it is a percentage, if it may be more than 100 as the \
                    occupancy of prisons may";
        let problem = Rule::AboveWhole.at(data.place_of_figure(key, column), message);
        problems.push(problem.hint(hint));
    }
    problems
}
