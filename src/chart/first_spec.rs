//! The spec of a chart that nobody has described yet: some series, as plainly as can be.

use std::collections::BTreeMap;

use crate::chart::mark::Mark;
use crate::chart::resolve::convert::usual_per;
use crate::chart::resolve::titles::{Beginning, together};
use crate::chart::waist::MOST_SERIES;
use crate::dataset::{Dataset, Observation};
use crate::figure::frequency::first_of_another_length;
use crate::figure::{FigureKey, Frequency, Per, Sequence, SeriesKey, Span, Tie};
use crate::locale::EN_GB;

const AND: &str = "-and-";

/// The name of a chart is that of a file, and no disk keeps a longer one.
const LONGEST_NAME: usize = 255;

/// A spec that shows the series: one panel for all that may share one.
pub fn first_spec(data: &Dataset, series: &[SeriesKey], title: Option<&str>) -> String {
    written(data, &panels(data, series), title, &FirstLines::default())
}

/// What is written otherwise than it would be.
#[derive(Default)]
pub struct FirstLines {
    /// Before the panels.
    pub above: String,
    /// In each panel.
    pub within: String,
    /// In the place of the mark that suits.
    pub mark: Option<Mark>,
}

/// The series that may share a panel, together.
pub fn panels(data: &Dataset, series: &[SeriesKey]) -> Vec<Vec<SeriesKey>> {
    let mut panels: Vec<Vec<SeriesKey>> = Vec::new();
    for key in series {
        let fits = |panel: &&mut Vec<SeriesKey>| {
            let (one, other) = (data.series(panel[0]), data.series(*key));
            let alike = one.nature == other.nature
                && one.per == other.per
                && one.unit == other.unit
                && one.base == other.base;
            let counted = [&panel[..], &[*key]].concat();
            alike && panel.len() < MOST_SERIES && lengths(data, &counted) == Lengths::Alike
        };
        match panels.iter_mut().find(fits) {
            Some(panel) => panel.push(*key),
            None => panels.push(vec![*key]),
        }
    }
    panels
}

/// The spec of these panels.
pub fn written(
    data: &Dataset,
    panels: &[Vec<SeriesKey>],
    title: Option<&str>,
    lines: &FirstLines,
) -> String {
    // Where a title says what the series have in common, their names need not.
    let shared = title.is_none() || panels.len() > 1;
    let title = title.map_or_else(
        || EN_GB.list(&panels.iter().map(|panel| called(data, panel)).collect::<Vec<_>>()),
        str::to_string,
    );
    let mut text = format!("title = {}\n", quoted(&title));
    let left_out = panels.iter().flat_map(|panel| match lengths(data, panel) {
        Lengths::Apart(figures) => figures,
        _ => Vec::new(),
    });
    let left_out: Vec<String> = left_out.map(|key| quoted(&data.figure(key).id)).collect();
    if !left_out.is_empty() {
        text += &format!("without = [{}]\n", left_out.join(", "));
    }
    text += &lines.above;
    for panel in panels {
        text += "\n[[panels]]\n";
        if panels.len() > 1 {
            text += &format!("title = {}\n", quoted(&called(data, panel)));
        }
        text += &lines.within;
        text += "series = [\n";
        let titles: Vec<&str> = panel.iter().map(|key| &*data.series(*key).title).collect();
        let names = Beginning::of(&EN_GB, &titles).filter(|_| shared && panel.len() > 1);
        for (at, key) in panel.iter().enumerate() {
            let (mark, per) = match lengths(data, panel) {
                Lengths::Averages(per) => (Mark::Spans, format!(", per = \"{}\"", per.word())),
                _ => (mark(data, *key, panel.len() == 1), String::new()),
            };
            let mark = lines.mark.unwrap_or(mark);
            let (id, mark) = (quoted(data.series(*key).id), mark.word());
            let name = names.as_ref().map(|names| format!(", name = {}", quoted(names.own[at])));
            let name = name.unwrap_or_default();
            text += &format!("  {{ id = {id}, mark = \"{mark}\"{per}{name} }},\n");
        }
        text += "]\n";
    }
    text
}

/// What several series are called together.
pub fn called(data: &Dataset, panel: &[SeriesKey]) -> String {
    let mut titles: Vec<&str> = Vec::new();
    for key in panel {
        let title = &*data.series(*key).title;
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    let places = panel.iter().map(|key| EN_GB.place(&data.series(*key).geography));
    let places: Vec<&str> = places.filter(|place| !place.is_empty()).collect();
    together(&EN_GB, &titles, &places)
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

/// What can be done about the lengths of what is counted in a panel.
#[derive(Debug, PartialEq)]
enum Lengths {
    /// Nothing: they are alike, or need not be.
    Alike,
    /// Counts over different lengths become averages.
    Averages(Per),
    /// Some periods are so short that there are none: these are left out.
    Apart(Vec<FigureKey>),
}

fn lengths(data: &Dataset, panel: &[SeriesKey]) -> Lengths {
    let sums = panel.iter().filter(|key| data.series(**key).nature.tie() == Tie::Sum);
    let counted =
        sums.flat_map(|key| data.observations_of(*key).iter().chain(data.targets_of(*key)));
    let counted: Vec<&Observation> =
        counted.filter(|one| data.figure(one.preferred).quantity().is_some()).collect();
    let mut spans: Vec<Span> = counted.iter().map(|one| one.period.span()).collect();
    spans.sort();
    spans.dedup();
    let running = panel.len() == 1 && matches!(Sequence::of(&spans), Sequence::Running(_));
    if first_of_another_length(spans.iter().copied()).is_none() || running {
        return Lengths::Alike;
    }
    if let Some(per) = usual_per(spans.iter().copied()) {
        return Lengths::Averages(per);
    }
    let length = |span: &Span| match Frequency::of(*span) {
        Frequency::Months { months, .. } => (months, 0),
        Frequency::Days { days, .. } => (0, days),
    };
    let mut lengths: BTreeMap<(u32, u32), usize> = BTreeMap::new();
    spans.iter().for_each(|span| *lengths.entry(length(span)).or_default() += 1);
    let usual = lengths.iter().max_by_key(|(_, count)| **count).map(|(length, _)| *length);
    let others = counted.into_iter().filter(|one| Some(length(&one.period.span())) != usual);
    Lengths::Apart(others.flat_map(|one| data.claims(one)).copied().collect())
}

/// Two points are no course of anything.
const FEWEST_OF_A_LINE: usize = 3;

/// Bars for counts that each have one number of their own kind of period, lines where several
/// series have such counts; a line for windows that overlap and totals that run on; else points.
fn mark(data: &Dataset, key: SeriesKey, alone: bool) -> Mark {
    let left_out = match lengths(data, &[key]) {
        Lengths::Apart(figures) => figures,
        _ => Vec::new(),
    };
    let observations = data.observations_of(key).iter();
    let observations: Vec<&Observation> =
        observations.filter(|one| !left_out.contains(&one.preferred)).collect();
    let same = Frequency::shared(observations.iter().map(|one| one.period.span())).is_some();
    let apart =
        observations.windows(2).all(|two| !two[0].period.span().overlaps(two[1].period.span()));
    let number = |one: &&Observation| {
        let figure = data.figure(one.preferred);
        figure.quantity().is_none() || figure.value().is_some()
    };
    let numbers = observations.iter().all(number);
    let tie = data.series(key).nature.tie();
    if tie != Tie::Date && data.naming(key).sequence.reaches_back() {
        return Mark::Line;
    }
    match tie == Tie::Sum && same && apart && numbers {
        true if alone => Mark::Bars,
        true if observations.len() >= FEWEST_OF_A_LINE => Mark::Line,
        _ => Mark::Points,
    }
}

/// A basic string of TOML; double braces would be words to compute.
pub fn quoted(text: &str) -> String {
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
    fn counts_over_different_lengths_become_averages_or_stand_apart() {
        let figures = "id,series,period,value,source\na-1,a,2019,12,s\na-2,a,2020/2021,24,s\n\
            b-1,b,2019,12,s\nb-2,b,2020-01,24,s\nc-1,c,2019-01-01,1,s\nc-2,c,2019,9,s\n\
            c-3,c,2020,9,s\nd-1,d,2019,1,s\nd-2,d,2019/2020,1,s\nd-3,d,2019/2021,1,s\ne-1,e,2019-01,1,s\n\
            f-1,f,2019-01-01,1,s\nf-2,f,2019,1,s\ng-1,g,2020,1,s\n";
        let files = Files {
            figures: figures.into(),
            series: "id,title,unit,nature\na,A,x,flow\nb,B,x,flow\nc,C,x,flow\nd,D,x,flow\n\
                e,E,x,flow\nf,F,x,stock\ng,G,x,flow\n"
                .into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = |ids: &str| {
            let keys: Vec<SeriesKey> =
                ids.split(' ').map(|id| data.find_series(id).unwrap()).collect();
            let spec = first_spec(&data, &keys, Some("T"));
            let chart = crate::chart::resolve("c", "charts/c.toml", &spec, &data, "p");
            assert!(chart.value.is_some(), "{spec}: {:?}", chart.problems);
            let lines = spec.lines().filter(|line| line.contains("id =") || line.contains("out"));
            lines.map(str::trim).collect::<Vec<&str>>().join(" ")
        };
        assert_eq!(spec("a"), "{ id = \"a\", mark = \"spans\", per = \"year\" },");
        assert_eq!(spec("b"), "{ id = \"b\", mark = \"spans\", per = \"month\" },");
        assert_eq!(spec("c"), "without = [\"c-1\"] { id = \"c\", mark = \"bars\" },");
        assert_eq!(spec("d"), "{ id = \"d\", mark = \"line\" },");
        assert_eq!(spec("f"), "{ id = \"f\", mark = \"points\" },");
        let apart = spec("g e");
        assert_eq!(apart, "{ id = \"g\", mark = \"bars\" }, { id = \"e\", mark = \"bars\" },");
    }

    #[test]
    fn several_series_of_one_panel_are_lines_with_short_names() {
        let files = Files {
            figures: "id,series,period,value,source\na-1,a,2019,12,s\na-2,a,2020,24,s\na-3,a,2021,9,s\n\
                b-1,b,2019,12,s\nb-2,b,2020,24,s\nb-3,b,2021,30,s\nc-1,c,2019,1,s\nc-2,c,2020,1,s\n"
                .into(),
            series: "id,title,unit,nature\na,\"Loans, North\",loans,flow\nb,\"Loans, South\",loans,flow\n\
                c,Loans of maps,loans,flow\n"
                .into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let spec = |ids: &[&str], title: Option<&str>| {
            let keys: Vec<SeriesKey> = ids.iter().map(|id| data.find_series(id).unwrap()).collect();
            let spec = first_spec(&data, &keys, title);
            let chart = crate::chart::resolve("c", "charts/c.toml", &spec, &data, "p");
            assert!(chart.value.is_some(), "{spec}: {:?}", chart.problems);
            let lines = spec.lines().filter(|line| line.contains("id ="));
            lines.map(|line| line.trim().replace('"', "'")).collect::<Vec<String>>()
        };
        assert_eq!(
            spec(&["a", "b"], None),
            [
                "{ id = 'a', mark = 'line', name = 'North' },",
                "{ id = 'b', mark = 'line', name = 'South' },",
            ]
        );
        let titled = ["{ id = 'a', mark = 'line' },", "{ id = 'b', mark = 'line' },"];
        assert_eq!(spec(&["a", "b"], Some("T")), titled);
        assert_eq!(
            spec(&["a", "c"], None),
            ["{ id = 'a', mark = 'line' },", "{ id = 'c', mark = 'points' },",]
        );
    }

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
