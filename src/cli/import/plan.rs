//! Rows that were understood, as changes of `data/figures.csv`.

use std::borrow::Cow;

use hashbrown::HashSet;
use rayon::iter::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use rayon::slice::ParallelSlice;
use sourceline::dataset::edit::{Editor, NoColumn, RowSpot};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::{FigureKey, Quantity, Rank, SeriesKey, SourceKey};
use sourceline::store::FileEdit;

use super::fate::{Fate, ImportRow, NewRow};
use crate::cli::add::entry::quantity_cells;
use crate::cli::refusal::Unchanged;
use crate::cli::supersede::followed;

/// The columns that a row of a table may fill.
const COLUMNS: [&str; 12] = [
    "id",
    "series",
    "period",
    "value",
    "low",
    "high",
    "qualifier",
    "status",
    "source",
    "note",
    "stated",
    "period_stated",
];

/// A row with its place.
pub struct PlacedRow<'i> {
    spot: RowSpot,
    series: SeriesKey,
    new: &'i NewRow,
    pub row: &'i ImportRow,
}

/// The changes; none if there is nothing to add. What is revised is superseded where that is asked for,
/// with the reason that was given.
pub fn edits(
    data: &Dataset,
    editor: &Editor,
    rows: &[ImportRow],
    superseding: Option<Option<&str>>,
) -> Result<Vec<FileEdit>, Unchanged> {
    let (placed, ids) = placed(data, rows, superseding.is_some());
    if placed.is_empty() {
        return Ok(Vec::new());
    }
    let mut revised = Vec::new();
    for (one, id) in placed.iter().zip(&ids) {
        if let Fate::Revised(old, _) = &one.row.fate {
            let earlier = one.new.more.as_ref().map_or(&[][..], |more| &more.earlier);
            let all = [*old].into_iter().chain(earlier.iter().copied());
            revised.extend(all.map(|old| (old, one.new, id.clone(), one.row.source)));
        }
    }
    let named: Vec<(&PlacedRow, &String)> = placed.iter().zip(&ids).collect();
    let mut splices = Vec::new();
    let has_qualifier = editor.has_column("qualifier");
    for together in named.chunk_by(|one, other| one.0.spot == other.0.spot) {
        let mut rows = editor.rows_at(together[0].0.spot, &COLUMNS);
        // Long runs are written side by side.
        let write = |some: &[(&PlacedRow, &String)]| {
            let mut text = String::with_capacity(some.len() * LIKELY);
            for (one, id) in some {
                rows.write(&one.texts(data, id, has_qualifier), &mut text)?;
            }
            Ok(text)
        };
        let written: Result<Vec<String>, NoColumn> = together.par_chunks(RUN).map(write).collect();
        rows.put_all(&written?);
        splices.extend(rows.splice());
    }
    for (old, new, by, source) in &revised {
        let figure = data.figure(*old);
        let row = editor.find("id", &figure.id)[0];
        let why = match (superseding.flatten(), new.is_number_of(figure)) {
            (Some(why), _) => why.trim().trim_end_matches('.'),
            (None, true) => "the source marks the number otherwise now",
            (None, false) if *source != Some(figure.source) => {
                "a later edition gives another number"
            }
            (None, false) => "the source gives another number now",
        };
        let reason = format!("Superseded by {by}: {why}.");
        let note = editor.cell(row, "note");
        let note = match note.trim() {
            "" => reason,
            before => format!("{} {reason}", sourceline::locale::words::sentence(before)),
        };
        let cells = [("rank", Rank::Superseded.word()), ("superseded_by", by), ("note", &note)];
        for (column, text) in cells {
            splices.extend(editor.set(row, column, text)?);
        }
    }
    let id_of = |(old, _, by, _): &(FigureKey, &NewRow, String, Option<SourceKey>)| {
        (data.figure(*old).id.to_string(), by.clone())
    };
    let pairs: Vec<(String, String)> = revised.iter().map(id_of).collect();
    for one in followed(editor, &pairs) {
        splices.extend(editor.set(one.row, "formula", &one.formula)?);
    }
    splices.sort_by_key(|splice| splice.at.start);
    Ok(match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(DataFile::Figures.label(), splices)],
    })
}

/// The new rows in the order in which they are written, each with its id.
pub fn placed<'i>(
    data: &Dataset,
    rows: &'i [ImportRow],
    supersede: bool,
) -> (Vec<PlacedRow<'i>>, Vec<String>) {
    let taken = || rows.iter().filter_map(|row| new_of(row, supersede));
    let mut series: Vec<SeriesKey> = taken().map(|(series, ..)| series).collect();
    series.sort_unstable();
    series.dedup();
    let spot_for = data.spots_for_all(series);
    let mut placed: Vec<PlacedRow> = taken()
        .map(|(series, new, row)| PlacedRow {
            spot: spot_for(series, new.period),
            series,
            new,
            row,
        })
        .collect();
    placed
        .sort_by_key(|one| (one.spot == RowSpot::End, one.spot, one.series, one.new.period.span()));
    let ids = new_ids(data, &placed);
    (placed, ids)
}

/// What a row adds, if it adds anything.
fn new_of(row: &ImportRow, supersede: bool) -> Option<(SeriesKey, &NewRow, &ImportRow)> {
    match &row.fate {
        Fate::Add(new) => Some((row.series?, new, row)),
        Fate::Revised(_, new) if supersede => Some((row.series?, new, row)),
        _ => None,
    }
}

/// So many rows are written in one go.
const RUN: usize = 8_192;

/// About as many bytes has a row.
const LIKELY: usize = 96;

impl PlacedRow<'_> {
    /// Its marks; what another number of the same publisher is superseded by is revised, whether the table
    /// says so or not.
    fn letters(&self, data: &Dataset) -> String {
        let mut letters = self.new.letters().to_string();
        if let Fate::Revised(old, _) = &self.row.fate
            && self.new.quantity.is_some()
            && data.figure(*old).quantity().is_some()
            && !self.new.is_number_of(data.figure(*old))
            && !letters.contains(['r', 't'])
        {
            letters.push('r');
        }
        letters
    }

    /// The cells of the row, in the order of the columns.
    fn texts<'c>(&self, data: &'c Dataset, id: &'c str, has_qualifier: bool) -> [Cow<'c, str>; 12] {
        let source = self.row.source.map_or("", |key| data.source(key).id);
        let more = self.new.more.as_ref();
        let [value, low, high, qualifier] = numbers(self.new.quantity.as_ref(), has_qualifier);
        [
            id.into(),
            data.series(self.series).id.into(),
            self.new.period.to_string().into(),
            value,
            low,
            high,
            qualifier,
            self.letters(data).into(),
            source.into(),
            self.new.note().into(),
            more.map_or("", |more| &more.stated).to_string().into(),
            more.map_or("", |more| &more.period_stated).to_string().into(),
        ]
    }
}

/// The cells value, low, high and qualifier.
fn numbers<'a>(quantity: Option<&Quantity>, has_qualifier: bool) -> [Cow<'a, str>; 4] {
    let mut cells: [Cow<str>; 4] = Default::default();
    let Some(quantity) = quantity else { return cells };
    for (column, text) in quantity_cells(quantity, has_qualifier) {
        let at = ["value", "low", "high", "qualifier"].iter().position(|own| *own == column);
        if let Some(at) = at {
            cells[at] = text.into();
        }
    }
    cells
}

/// Ids that neither a row of the project nor another new one has.
fn new_ids(data: &Dataset, placed: &[PlacedRow]) -> Vec<String> {
    let propose = |one: &PlacedRow| {
        let source = one.row.source.map_or("", |key| data.source(key).id);
        data.propose_figure(one.series, one.new.period, source)
    };
    let mut ids: Vec<String> = placed.par_iter().with_min_len(RUN).map(propose).collect();
    let renamed = renamed(data, &ids);
    renamed.into_iter().for_each(|(at, id)| ids[at] = id);
    ids
}

/// Those that an earlier one has already, each with a number behind it.
fn renamed(data: &Dataset, ids: &[String]) -> Vec<(usize, String)> {
    let mut seen: HashSet<&str> = HashSet::with_capacity(ids.len());
    let again = ids.iter().enumerate().filter(|(_, id)| !seen.insert(id));
    let again: Vec<usize> = again.map(|(at, _)| at).collect();
    let mut taken: HashSet<String> = HashSet::new();
    let mut renamed = Vec::new();
    for at in again {
        let free = |id: &String| {
            !seen.contains(&**id) && !taken.contains(id) && !data.knows(DataFile::Figures, id)
        };
        let mut numbered = (2..).map(|number: usize| format!("{}-{number}", ids[at]));
        let id = numbered.find(free).unwrap_or_default();
        taken.insert(id.clone());
        renamed.push((at, id));
    }
    renamed
}
