use crate::dataset::Dataset;
use crate::figure::{FigureKey, SeriesKey, Span, Tie};
use crate::problem::{Problem, Rule};

/// # overlap (advice)
///
/// Periods of one flow or stock series should not overlap: what falls into both is counted twice,
/// and bars or a line over them would say so. Superseded figures do not count, and neither do three
/// or more windows that overlap by one step, as years ending each quarter do, or running totals
/// from one day on: their publishers mean them so. Of a level within a longer period speaks
/// `period-inside`. Drawn as bars or as a line, what overlaps otherwise is an error of that chart.
pub fn overlap(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for series in (0..data.series.len() as u32).map(SeriesKey) {
        for (one, other) in overlapping(data, series) {
            let (earlier, later) = (data.figure(one), data.figure(other));
            let overlaps = format!(
                "{} overlaps with {} of `{}` in the same series",
                later.period, earlier.period, earlier.id
            );
            let (message, hint) = match data.series(series).nature.tie() {
                Tie::Date => (
                    format!("{overlaps}, and a level is of one date"),
                    "write the day that each level is of, or give one a series of its own",
                ),
                _ => (
                    format!("{overlaps}, so what falls into both counts twice"),
                    "where both are true, give one of the two a series of its own; rank one `superseded` only if it was withdrawn or corrected",
                ),
            };
            let place = data.place_of_figure(other, "period");
            problems.push(Rule::Overlap.at(place, message).hint(hint));
        }
    }
    problems
}

/// Pairs of figures of a flow or stock series whose periods overlap, each with the one before it
/// that reaches furthest. A level within a longer period is told elsewhere.
fn overlapping(data: &Dataset, series: SeriesKey) -> Vec<(FigureKey, FigureKey)> {
    let mut pairs = Vec::new();
    let row = data.series(series);
    let meant = data.naming(series).sequence.reaches_back();
    // Of a series that is worked out, its inputs are told.
    if meant || !row.nature.tells_days_once() || row.formula.is_some() {
        return pairs;
    }
    let levels = data.series(series).nature.tie() == Tie::Date;
    let within = |one: Span, other: Span| one.start <= other.start && other.end <= one.end;
    let mut furthest: Option<(Span, FigureKey)> = None;
    for observation in data.observations_of(series) {
        let (drawn, span) = (observation.preferred, observation.period.span());
        if let Some((known, earlier)) = furthest
            && known.overlaps(span)
            && !(levels && (within(known, span) || within(span, known)))
        {
            pairs.push((earlier, drawn));
        }
        if furthest.is_none_or(|(known, _)| known.end < span.end) {
            furthest = Some((span, drawn));
        }
    }
    pairs
}
