//! The data as they were known on a day: only what had been published by then. A month or a year
//! counts at its last day, and a rank only once the figure was published that took the other's place.

use std::collections::BTreeSet;

use super::as_known::AsKnown;
use super::data_file::DataFile;
use super::edit::{CellUnset, Editor, Splice, apply};
use super::layout::{EVENTS, FIGURES};
use super::{Dataset, Files};
use crate::figure::{Day, Figure, FigureKey, Rank, Source, SourceKey};
use crate::problem::{Checked, Problem};

/// The files without what was not known, line by line where they were.
pub struct FilesAsKnown {
    /// To be read as any others.
    pub files: Files,
    /// What is left out.
    pub known: AsKnown,
}

impl FilesAsKnown {
    /// Of files that were read; a row that is not in order stays, and is told as ever.
    pub fn of(
        files: &Files,
        read: &Checked<Dataset>,
        day: Day,
    ) -> Result<FilesAsKnown, Vec<Problem>> {
        let data = &read.value;
        let mut known =
            AsKnown { day, figures: BTreeSet::new(), events: BTreeSet::new(), undated: Vec::new() };
        let kept = known_figures(data, day);
        let is_kept = |key: FigureKey| kept[key.index()];
        for key in data.rows() {
            let figure = data.figure(key);
            if !is_kept(key) {
                known.figures.insert(figure.id.to_string());
            }
            if known_from(data.source(figure.source)).is_none() {
                known.undated.push(figure.id.to_string());
            }
        }
        let mut splices: Vec<Splice> = Vec::new();
        let editor = Editor::of(read, &FIGURES)?;
        for key in data.rows() {
            let figure = data.figure(key);
            let start = data.figure_sheet.start(key.0);
            if !is_kept(key) {
                splices.push(emptied(&editor, start, &files.figures));
                continue;
            }
            let is_gone = |other: Option<FigureKey>| other.is_some_and(|other| !is_kept(other));
            let mut blank: Vec<&'static str> = Vec::new();
            if let Some(by) = figure.superseded_by.filter(|by| !is_kept(*by)) {
                // Of one that nobody can date it is not known that it came later.
                let later = known_from(data.source(data.figure(by).source)).is_some();
                blank.extend((figure.rank == Rank::Superseded && later).then_some("rank"));
                blank.push("superseded_by");
            }
            if is_gone(figure.repeats) {
                blank.push("repeats");
            }
            for column in blank {
                splices.extend(editor.set(start, column, "").or_else(unset)?);
            }
        }
        splices.sort_by_key(|splice| splice.at.start);
        let mut earlier = files.clone();
        earlier.figures = apply(&files.figures, &splices);
        if let (Some(bytes), Ok(editor)) = (&files.events, Editor::of(read, &EVENTS)) {
            let mut splices = Vec::new();
            for event in &data.events {
                let told = event.source.map(|source| known_from(data.source(source)));
                let in_time = event.date.span().start <= day
                    && told.is_none_or(|from| from.is_none_or(|from| from <= day));
                if !in_time {
                    known.events.insert(event.id.to_string());
                    let rows = editor.find("id", event.id);
                    splices.extend(rows.into_iter().map(|row| emptied(&editor, row, bytes)));
                }
            }
            splices.sort_by_key(|splice: &Splice| splice.at.start);
            earlier.events = Some(apply(bytes, &splices));
        }
        Ok(FilesAsKnown { files: earlier, known })
    }

    /// Reads them: whoever asks for what was not known then learns that it is no slip.
    pub fn read(&self, financial_month: u32) -> Checked<Dataset<'_>> {
        let mut read = Dataset::read(&self.files, financial_month);
        read.value.as_known = Some(self.known.clone());
        read
    }
}

impl Dataset<'_> {
    /// Is it in the files, and not known yet on the day as of which they are read?
    pub fn is_not_known_yet(&self, file: DataFile, id: &str) -> bool {
        self.as_known.as_ref().is_some_and(|known| match file {
            DataFile::Figures => known.figures.contains(id),
            DataFile::Events => known.events.contains(id),
            DataFile::Series | DataFile::Sources => false,
        })
    }
}

/// The day on which a source was there for certain: when it was published, the last day of a month or
/// year; of one without such a date when it was read.
fn known_from(source: &Source) -> Option<Day> {
    source.published.or(source.accessed).map(|unit| unit.span().end)
}

/// Which rows were known: stated by then, and if worked out, from such.
fn known_figures(data: &Dataset, day: Day) -> Vec<bool> {
    let said = |key: SourceKey| known_from(data.source(key)).is_some_and(|from| from <= day);
    let mut kept: Vec<bool> = data.rows().map(|key| said(data.figure(key).source)).collect();
    let inputs = |figure: &Figure| -> Vec<FigureKey> {
        let ids = figure.claim.formula().map(|formula| formula.figures()).unwrap_or_default();
        ids.into_iter().filter_map(|id| data.find_figure(id)).collect()
    };
    // What follows from what was not known was not, however long the chain.
    loop {
        let mut changed = false;
        for key in data.rows().filter(|key| data.figure(*key).is_derived()) {
            let lacks = |input: &FigureKey| kept.get(input.index()) == Some(&false);
            if kept[key.index()] && inputs(data.figure(key)).iter().any(lacks) {
                (kept[key.index()], changed) = (false, true);
            }
        }
        if !changed {
            return kept;
        }
    }
}

/// As many lines as the row had, with nothing in them.
fn emptied(editor: &Editor, row: usize, text: &[u8]) -> Splice {
    let at = editor.row(row);
    let breaks = text[at.clone()].iter().filter(|byte| **byte == b'\n').copied().collect();
    Splice { at, with: breaks }
}

/// A row whose quotes are not in order is told by `check`; a column that is not there is empty.
fn unset(error: CellUnset) -> Result<Option<Splice>, Vec<Problem>> {
    match error {
        CellUnset::NoColumn(_) | CellUnset::Quotes(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Unit;

    const FIGURES_TEXT: &str = "id,series,period,value,status,formula,source,rank,superseded_by,repeats,note\n\
        a1,a,2017,10,,,early,,,,\n\
        a2,a,2018,20,,,early,superseded,a3,,\n\
        a3,a,2018,22,,,late,,,,\"Two\nlines\"\n\
        a4,a,2019,30,,,late,,,,\n\
        a5,a,2016,5,,,early,superseded,,,\n\
        a6,a,2017,10,,,month,,,a1,\n\
        a7,a,2017,10,,,none,,,,\n\
        a8,a,2015,7,,,early,superseded,a9,,\n\
        a9,a,2015,8,,,never,,,,\n\
        r1,r,2017,,,[a1] * 2,early,,,,\n\
        r2,r,2018,,,[a3] * 2,early,,,,\n\
        r3,r,2019,,,[r2] * 2,early,,,,\n";

    fn files() -> Files {
        Files {
            figures: FIGURES_TEXT.into(),
            series: "id,title,unit,nature\na,A,b,flow\nr,R,b,flow\n".into(),
            sources: "id,publisher,title,published,accessed\nearly,E,Once,2019-01-15,\n\
                month,M,Of a month,2019-06,\nlate,L,Again,2020,\nnone,N,Some day,,2019-03-01\nnever,V,Undated,,\n"
                .into(),
            events: Some(
                "id,date,label,source\ne1,2018-05,Begun,early\ne2,2019-09,Ended,\ne3,2018-07,Told later,late\n"
                    .into(),
            ),
        }
    }

    fn as_of(day: &str) -> FilesAsKnown {
        let files = files();
        let read = Dataset::read(&files, 4);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        let day = Unit::parse(day).unwrap().span().end;
        FilesAsKnown::of(&files, &read, day).unwrap()
    }

    fn ids(known: &FilesAsKnown) -> Vec<String> {
        let read = known.read(4);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        read.value.ids(DataFile::Figures).map(String::from).collect()
    }

    #[test]
    fn only_what_was_published_by_then_is_left() {
        let known = as_of("2019-06-29");
        // Of a month the last day counts, of a source without a date that on which it was read.
        assert_eq!(ids(&known), ["a1", "a2", "a5", "a7", "a8", "r1"]);
        assert_eq!(ids(&as_of("2019-06")), ["a1", "a2", "a5", "a6", "a7", "a8", "r1"]);
        assert_eq!(ids(&as_of("2019-01-14")), Vec::<String>::new());
        assert_eq!(ids(&as_of("2020")).len(), 11);
        assert_eq!(ids(&as_of("2020-12-30")).len(), 7);
        assert_eq!(known.known.undated, ["a9"]);
        let read = known.read(4);
        assert!(read.value.is_not_known_yet(DataFile::Figures, "r3"));
        assert!(!read.value.is_not_known_yet(DataFile::Figures, "b9"));
        // Every row is on the line it was on.
        let place = read.value.place_of_figure(read.value.find_figure("r1").unwrap(), "id");
        assert_eq!(place.line, 12);
        let events: Vec<&str> = read.value.events.iter().map(|event| event.id).collect();
        assert_eq!(events, ["e1"]);
    }

    #[test]
    fn a_rank_counts_once_its_successor_was_published() {
        let rank = |day: &str, id: &str| {
            let known = as_of(day);
            let read = known.read(4);
            read.value.figure(read.value.find_figure(id).unwrap()).rank
        };
        assert_eq!(rank("2019-06-30", "a2"), Rank::Unranked);
        assert_eq!(rank("2020", "a2"), Rank::Superseded);
        assert_eq!(rank("2019-06-30", "a5"), Rank::Superseded);
        assert_eq!(rank("2020", "a8"), Rank::Superseded);
    }
}
