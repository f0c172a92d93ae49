use crate::dataset::Dataset;
use crate::figure::{SeriesKey, SourceKey};
use crate::problem::{Problem, Rule};

/// # unused-series (advice)
///
/// A series without figures may be left over, or an id in another file may be wrong.
pub fn series(data: &Dataset) -> Vec<Problem> {
    let series = (0..data.series.len() as u32).map(SeriesKey);
    let unused = series.filter(|key| !data.is_series_used(*key)).map(|key| {
        let message = format!("no figure belongs to the series `{}`", data.series(key).id);
        Rule::UnusedSeries
            .at(data.place_of_series(key, "id"), message)
            .hint("delete the row, or add a figure of the series")
    });
    unused.collect()
}

/// # unused-source (advice)
///
/// A source that nothing names may be left over, or an id in another file may be wrong. To be the
/// `origin` of a figure or of another source is a use, and so is an event.
pub fn sources(data: &Dataset) -> Vec<Problem> {
    let sources = (0..data.sources.len() as u32).map(SourceKey);
    let unused = sources.filter(|key| !data.is_source_used(*key)).map(|key| {
        let message = format!("nothing names the source `{}`", data.source(key).id);
        Rule::UnusedSource
            .at(data.place_of_source(key, "id"), message)
            .hint("delete the row, or name the source in a figure, an origin or an event")
    });
    unused.collect()
}
