//! A project out of figures that are there already: series and sources by the ids they name.

use std::collections::BTreeSet;
use std::path::Path;

use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES};
use sourceline::dataset::{DataFile, Dataset, Files};
use sourceline::figure::Unit;
use sourceline::store;

use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::report;

/// What is built round the figures.
pub struct Adopted {
    /// The files that are not there yet, by their paths from the root.
    pub files: Vec<(String, String)>,
    /// What is known of them, and what is not.
    pub told: String,
}

/// `None` where there are no figures, or all that they need is there.
pub fn adopt(folder: &Path) -> Result<Option<Adopted>, Failure> {
    let is_there = |path: &str| store::is_there(&folder.join(path));
    let lacking = |file: DataFile| !is_there(file.label());
    let own = !lacking(DataFile::Figures);
    let beside = !own && is_there("figures.csv");
    if !own && !beside || own && !lacking(DataFile::Series) && !lacking(DataFile::Sources) {
        return Ok(None);
    }
    let figures = if own { DataFile::Figures.label() } else { "figures.csv" };
    let bytes = store::read(&folder.join(figures))?;
    let head = |layout: &Layout| format!("{}\n", layout.columns.join(","));
    let texts = Files {
        figures: bytes.clone(),
        series: head(&SERIES).into(),
        sources: head(&SOURCES).into(),
        events: None,
    };
    let read = Dataset::read(&texts, 4);
    let table = Editor::of(&read, &FIGURES).map_err(|mut problems| {
        problems.iter_mut().for_each(|problem| problem.place.file = figures.to_string());
        let texts = vec![(figures.to_string(), bytes.clone())];
        Unchanged::problems(problems, texts, &format!("{figures} cannot be read as a table"))
            .hint("mend it first; nothing was written")
    })?;
    let ids = |columns: &[&str]| -> BTreeSet<String> {
        let rows = table.find_where("id", |_| true).into_iter();
        let cells = rows.flat_map(|row| columns.iter().map(move |column| (row, *column)));
        let ids = cells.map(|(row, column)| table.cell(row, column).trim().to_string());
        ids.filter(|id| !id.is_empty()).collect()
    };
    let (mut files, mut told) = (Vec::new(), String::new());
    if beside {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        files.push((DataFile::Figures.label().to_string(), text));
        told += "data/figures.csv is a copy of figures.csv, which nothing reads from now on\n";
    }
    if lacking(DataFile::Series) {
        let series = ids(&["series"]);
        let count = series.len();
        let rows = series.into_iter().map(|id| vec![("title", words(&id)), ("id", id)]);
        files.push((DataFile::Series.label().to_string(), built(&SERIES, rows.collect())));
        told += &format!(
            "data/series.csv: {count} series, their titles made of their ids; unit and nature are \
             not known: sourceline edit series ID --unit … --nature …\n"
        );
    }
    if lacking(DataFile::Sources) {
        let sources = ids(&["source", "origin"]);
        let count = report::count(sources.len(), "source", "sources");
        let row = |id: String| {
            let (name, published) = dated(&id);
            vec![("publisher", words(name)), ("published", published.into()), ("id", id)]
        };
        let rows = sources.into_iter().map(row).collect();
        files.push((DataFile::Sources.label().to_string(), built(&SOURCES, rows)));
        told += &format!(
            "data/sources.csv: {count}, publishers and dates made of the ids; titles are not known: \
             sourceline edit source ID --title …\n"
        );
    }
    if lacking(DataFile::Events) {
        files.push((DataFile::Events.label().to_string(), head(&EVENTS)));
    }
    Ok(Some(Adopted { files, told }))
}

fn built(layout: &Layout, rows: Vec<Vec<(&'static str, String)>>) -> String {
    let head = format!("{}\n", layout.columns.join(","));
    let mut table = csv::Writer::from_writer(head.into_bytes());
    for row in rows {
        let cell = |column: &&'static str| row.iter().find(|(known, _)| known == column);
        let cells = layout.columns.iter().map(|column| cell(column).map_or("", |(_, text)| text));
        table.write_record(cells).expect("a vector takes all");
    }
    let text = table.into_inner().expect("a vector takes all");
    String::from_utf8_lossy(&text).into_owned()
}

/// `Swift nests` of `swift-nests`.
fn words(id: &str) -> String {
    let words = id.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// `guardian` and `2018-09-03` of `guardian-2018-09-03`.
fn dated(id: &str) -> (&str, &str) {
    let date = |rest: &str| rest.len() >= 4 && Unit::parse(rest).is_ok();
    let mut splits = id.match_indices('-').map(|(at, _)| (&id[..at], &id[at + 1..]));
    splits.find(|(_, rest)| date(rest)).unwrap_or((id, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_tells_a_name_and_a_date() {
        assert_eq!(dated("guardian-2018-09-03"), ("guardian", "2018-09-03"));
        assert_eq!(dated("nca-npcc-2018-09"), ("nca-npcc", "2018-09"));
        assert_eq!(dated("club-7"), ("club-7", ""));
        assert_eq!(words("swift-nests"), "Swift nests");
        assert_eq!(words(""), "");
    }
}
