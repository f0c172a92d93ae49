use crate::dataset::Dataset;
use crate::figure::Day;
use crate::problem::{Problem, Rule};

/// # published-before (advice)
///
/// A source cannot have counted what had not begun when it was published, so the period, the
/// source or the date of publication may be wrong. A forecast (status f) may.
pub fn published_before(data: &Dataset) -> Vec<Problem> {
    let published: Vec<Option<Day>> =
        data.sources.iter().map(|source| source.published.map(|unit| unit.span().end)).collect();
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let before = published[figure.source.index()]
            .is_some_and(|published| published < figure.period.span().start);
        let ahead = figure.status.is_forecast() || figure.status.is_target();
        if !before || ahead || !data.has_row(key) {
            continue;
        }
        let source = data.source(figure.source);
        let Some(date) = source.published else { continue };
        let message =
            format!("`{}` was published in {date}, before {} began", source.id, figure.period);
        problems.push(
            Rule::PublishedBefore
                .at(data.place_of_figure(key, "period"), message)
                .hint("mend the period or the source; a forecast has the status f, a target t"),
        );
    }
    problems
}
