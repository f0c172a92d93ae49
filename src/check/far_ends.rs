use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::Quantity;
use crate::problem::{Problem, Rule};

/// # far-ends (advice)
///
/// The two ends of a range are in one scale: "550 to 850,000" is likely short for 550,000. Told is
/// of a range whose high end is a hundred times its low one, or more. A note on the row answers it.
pub fn far_ends(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let (low, high) = match figure.quantity() {
            Some(Quantity::Range { low, high }) => (*low, *high),
            Some(Quantity::Interval(interval)) => (interval.low, interval.high),
            _ => continue,
        };
        let far = low > Decimal::ZERO && high / Decimal::ONE_HUNDRED >= low;
        if !far || !figure.note.is_empty() || !data.has_row(key) {
            continue;
        }
        let (low, high) = (low.normalize(), high.normalize());
        let message =
            format!("the range from {low} to {high} is wide: are both ends in the same scale?");
        let hint = format!(
            "write all digits of {low} if it is short for more; if it is not, say so in the note of the row"
        );
        problems.push(Rule::FarEnds.at(data.place_of_figure(key, "low"), message).hint(hint));
    }
    problems
}
