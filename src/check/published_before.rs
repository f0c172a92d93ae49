use crate::dataset::Dataset;
use crate::figure::{Figure, Tie, Unit};
use crate::problem::{Problem, Rule};

/// # published-before (error)
///
/// A source cannot have counted what had not begun when it was published, so the period, the
/// source or the date of publication is wrong; or it is a forecast (status f) or a target (t). A
/// ratio or a share that is set in advance, such as a price cap, says so in the note of its row.
/// Where one of the dates is marked with `~`, it may be off by as long as it is.
pub fn published_before(data: &Dataset) -> Vec<Problem> {
    let latest = |unit: Unit| match unit.is_approximate() {
        true => unit.span().end.number().saturating_add(unit.span().days()),
        false => unit.span().end.number(),
    };
    let published: Vec<Option<i32>> =
        data.sources.iter().map(|source| source.published.map(latest)).collect();
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let Some(published) = published[figure.source.index()] else { continue };
        let span = figure.period.span();
        if published >= span.start.number() {
            continue;
        }
        let near = figure.period.is_approximate() && published >= span.start.number() - span.days();
        let ahead = figure.status.is_forecast() || figure.status.is_target();
        if ahead || near || is_set(data, figure) || !data.has_row(key) {
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

/// Is it a price, a rate of tax or the like that somebody set ahead of its time, and says so?
fn is_set(data: &Dataset, figure: &Figure) -> bool {
    let nature = data.series(figure.series).nature;
    nature.tie() == Tie::Whole && !nature.tells_changes() && !figure.note.is_empty()
}
