use crate::dataset::Dataset;
use crate::figure::{Day, Quantity, Side, Tie, Way};
use crate::problem::{Problem, Rule};

/// # unfinished (advice)
///
/// A count over a period is known when the period is over. Where its source was published while
/// more than half of the days were still to come, the count is likely of the part so far, or of
/// another period; or it is provisional (status p), a forecast (f) or an estimate (e). What is at
/// least or more than a number is so already, and approximate periods are not judged. A note on the
/// row answers it.
pub fn unfinished(data: &Dataset) -> Vec<Problem> {
    let published: Vec<Option<Day>> =
        data.sources.iter().map(|source| source.published.map(|unit| unit.span().end)).collect();
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let Some(published) = published[figure.source.index()] else { continue };
        let span = figure.period.span();
        let left = span.end.number() - published.number();
        if left.saturating_mul(2) <= span.days() || published < span.start {
            continue;
        }
        let status = figure.status;
        let said = status.is_provisional()
            || status.is_forecast()
            || status.is_target()
            || status.is_estimate();
        let counted = data.series(figure.series).nature.tie() == Tie::Sum;
        let so_far = |quantity: &Quantity| quantity.side().and_then(Side::open) == Some(Way::Up);
        let vague = figure.period.is_approximate() || figure.quantity().is_none_or(so_far);
        if said || !counted || vague || !figure.note.is_empty() || !data.has_row(key) {
            continue;
        }
        let source = data.source(figure.source);
        let Some(date) = source.published else { continue };
        let message = format!(
            "`{}` was published in {date}, when more than half of {} was still to come: does it count all of it?",
            source.id, figure.period
        );
        let hint = "write the period that it is of; a count that may change has the status p, a \
                    forecast f; or say in the note of the row what it counts";
        problems.push(Rule::Unfinished.at(data.place_of_figure(key, "period"), message).hint(hint));
    }
    problems
}
