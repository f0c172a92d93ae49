//! The spec of a chart that nobody has described yet: some series, as plainly as can be.

use crate::chart::mark::Mark;
use crate::chart::waist::MOST_SERIES;
use crate::dataset::{Dataset, Observation};
use crate::figure::{SeriesKey, Tie};

const AND: &str = "-and-";

/// The name of a chart is that of a file, and no disk keeps a longer one.
const LONGEST_NAME: usize = 255;

/// A spec that shows the series: one panel for all that may share one.
pub fn first_spec(data: &Dataset, series: &[SeriesKey], title: Option<&str>) -> String {
    let mut panels: Vec<Vec<SeriesKey>> = Vec::new();
    for key in series {
        let fits = |panel: &&mut Vec<SeriesKey>| {
            let (one, other) = (data.series(panel[0]), data.series(*key));
            let alike =
                one.nature == other.nature && one.per == other.per && one.unit == other.unit;
            alike && panel.len() < MOST_SERIES
        };
        match panels.iter_mut().find(fits) {
            Some(panel) => panel.push(*key),
            None => panels.push(vec![*key]),
        }
    }
    let titles: Vec<&str> = panels.iter().map(|panel| &*data.series(panel[0]).title).collect();
    let title = title.map_or(titles.join("; "), str::to_string);
    let mut text = format!("title = {}\n", quoted(&title));
    for panel in &panels {
        text += "\n[[panels]]\n";
        if panels.len() > 1 {
            text += &format!("title = {}\n", quoted(&data.series(panel[0]).title));
        }
        text += "series = [\n";
        for key in panel {
            let mark = mark(data, *key, panel.len() == 1);
            text += &format!("  {{ id = {}, mark = \"{mark}\" }},\n", quoted(data.series(*key).id));
        }
        text += "]\n";
    }
    text
}

/// What a chart of these series is called: `nests-and-boxes`.
pub fn first_name(data: &Dataset, series: &[SeriesKey]) -> String {
    let ids: Vec<&str> = series.iter().map(|key| data.series(*key).id).collect();
    ids.join(AND)
}

/// The series of a chart that was called so. The name may be a stranger's.
pub fn series_named(data: &Dataset, name: &str) -> Option<Vec<SeriesKey>> {
    if name.len() > LONGEST_NAME {
        return None;
    }
    if let Some(key) = data.find_series(name) {
        return Some(vec![key]);
    }
    name.match_indices(AND).find_map(|(at, _)| {
        let mut series = vec![data.find_series(&name[..at])?];
        series.extend(series_named(data, &name[at + AND.len()..])?);
        Some(series)
    })
}

/// Bars for counts that each have one number of their own kind of period; else points.
fn mark(data: &Dataset, key: SeriesKey, alone: bool) -> &'static str {
    let observations = data.observations_of(key);
    let frequency = |one: &Observation| one.period.frequency();
    let same = observations.windows(2).all(|two| frequency(&two[0]) == frequency(&two[1]));
    let apart =
        observations.windows(2).all(|two| !two[0].period.span().overlaps(two[1].period.span()));
    let number = |one: &Observation| {
        let figure = data.figure(one.preferred);
        figure.quantity().is_none() || figure.value().is_some()
    };
    let numbers = observations.iter().all(number);
    let bars = alone && data.series(key).nature.tie() == Tie::Sum && same && apart && numbers;
    if bars && !observations.is_empty() { Mark::Bars.word() } else { Mark::Points.word() }
}

/// A basic string of TOML; double braces would be words to compute.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;

    #[test]
    fn the_series_are_found_by_the_name_of_their_chart() {
        let files = Files {
            series: "id,title,unit,nature\na,A,x,flow\nb-and-c,B,x,flow\nc,C,x,flow\n".into(),
            ..Files::default()
        };
        let data = Dataset::read(&files, 4).value;
        let named = |name: &str| {
            let found = series_named(&data, name)?;
            Some(found.iter().map(|key| data.series(*key).id).collect::<Vec<_>>())
        };
        assert_eq!(named("a-and-b-and-c-and-c"), Some(vec!["a", "b-and-c", "c"]));
        assert_eq!(named("a-and-d"), None);
        assert_eq!(named(&format!("{}a", "a-and-".repeat(100_000))), None);
    }
}
