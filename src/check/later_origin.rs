use crate::dataset::Dataset;
use crate::figure::{SourceKey, Unit};
use crate::problem::{Place, Problem, Rule};

/// # later-origin (advice)
///
/// Nobody passes on what was published later: the date of one of the two sources, or the origin,
/// may be wrong. Dates marked with `~` are not judged.
pub fn later_origin(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for key in (0..data.sources.len() as u32).map(SourceKey) {
        if let Some(origin) = data.source(key).origin {
            let place = || data.place_of_source(key, "origin");
            problems.extend(advice(data, key, origin, place));
        }
    }
    for (key, figure) in data.figures() {
        if let Some(origin) = figure.origin.filter(|_| data.has_row(key)) {
            let place = || data.place_of_figure(key, "origin");
            problems.extend(advice(data, figure.source, origin, place));
        }
    }
    problems
}

fn advice(
    data: &Dataset,
    relay: SourceKey,
    origin: SourceKey,
    place: impl Fn() -> Place,
) -> Option<Problem> {
    let date = |key: SourceKey| data.source(key).published.filter(|date| !date.is_approximate());
    let (passed_on, said): (Unit, Unit) = (date(relay)?, date(origin)?);
    if said.span().start <= passed_on.span().end {
        return None;
    }
    let message = format!(
        "`{}` of {passed_on} cannot pass on `{}`, which was published in {said}",
        data.source(relay).id,
        data.source(origin).id
    );
    let hint = "name the source that said it first, or mend the date of one of the two";
    Some(Rule::LaterOrigin.at(place(), message).hint(hint))
}
