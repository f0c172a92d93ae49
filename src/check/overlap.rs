use crate::dataset::Dataset;
use crate::figure::{Day, FigureKey, SeriesKey};
use crate::problem::{Problem, Rule};

/// # overlap (advice)
///
/// Periods of one flow or stock series should not overlap: what falls into both is counted twice,
/// and bars or a line over them would say so. Superseded figures do not count. Drawn as bars or as
/// a line, it is an error of that chart.
pub fn overlap(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for series in (0..data.series.len() as u32).map(SeriesKey) {
        for (one, other) in overlapping(data, series) {
            let (earlier, later) = (data.figure(one), data.figure(other));
            let message = format!(
                "{} overlaps with {} of `{}` in the same series, so what falls into both counts twice",
                later.period, earlier.period, earlier.id
            );
            problems.push(
                Rule::Overlap
                    .at(data.place_of_figure(other, "period"), message)
                    .hint("rank one of the two `superseded`, or give it a series of its own"),
            );
        }
    }
    problems
}

/// Pairs of figures of a flow or stock series whose periods overlap, each with the one before it
/// that reaches furthest.
fn overlapping(data: &Dataset, series: SeriesKey) -> Vec<(FigureKey, FigureKey)> {
    let mut pairs = Vec::new();
    if !data.series(series).nature.tells_days_once() {
        return pairs;
    }
    let mut furthest: Option<(Day, FigureKey)> = None;
    for observation in data.observations_of(series) {
        let (drawn, span) = (observation.preferred, observation.period.span());
        if let Some((end, earlier)) = furthest
            && span.start <= end
        {
            pairs.push((earlier, drawn));
        }
        if furthest.is_none_or(|(end, _)| end < span.end) {
            furthest = Some((span.end, drawn));
        }
    }
    pairs
}
