use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::{Quantity, SeriesKey, Side, Tie};
use crate::problem::{Problem, Rule};

/// # carried-over (advice)
///
/// A precise count of one period is hardly that of the next as well: it was likely copied down, or
/// the next count was not known yet. Judged are counts of five digits that tell something or more.
/// A note on the row answers it, and so does a `repeats`.
pub fn carried_over(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let counts = (0..data.series.len() as u32).map(SeriesKey);
    for series in counts.filter(|key| data.series(*key).nature.tie() == Tie::Sum) {
        for pair in data.observations_of(series).windows(2) {
            let [before, after] = [&pair[0], &pair[1]].map(|one| data.figure(one.preferred));
            let (Some(first), Some(number)) =
                (precise(before.quantity()), precise(after.quantity()))
            else {
                continue;
            };
            let key = pair[1].preferred;
            if first != number
                || after.repeats.is_some()
                || !after.note.is_empty()
                || !data.has_row(key)
            {
                continue;
            }
            let message = format!(
                "{number} is the count of {} already, and of {} it would be the same to the last digit",
                before.period, after.period
            );
            let hint =
                "write the count of its own period; if it is that, say so in the note of the row";
            problems
                .push(Rule::CarriedOver.at(data.place_of_figure(key, "value"), message).hint(hint));
        }
    }
    problems
}

/// An exact number with at least five digits up to its last that is not 0.
fn precise(quantity: Option<&Quantity>) -> Option<Decimal> {
    let Some(Quantity::One { side: Side::Exact, value }) = quantity else { return None };
    let size = value.abs();
    if size < Decimal::from(10_000) {
        return None;
    }
    let plain = size.normalize();
    let mut digits = plain.mantissa();
    while digits % 10 == 0 {
        digits /= 10;
    }
    (digits >= 10_000).then_some(*value)
}
