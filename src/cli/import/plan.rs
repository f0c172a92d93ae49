//! Rows that were understood, as changes of `data/figures.csv`.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use sourceline::dataset::edit::{Editor, RowSpot};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::{Period, Quantity, Rank, SeriesKey};
use sourceline::store::FileEdit;

use super::fate::{Fate, ImportRow, NewRow};
use crate::cli::add::entry::quantity_cells;
use crate::cli::refusal::Unchanged;

/// The columns that a row of a table may fill.
const COLUMNS: [&str; 10] =
    ["id", "series", "period", "value", "low", "high", "qualifier", "status", "source", "note"];

/// A row with its place.
struct PlacedRow<'i> {
    spot: RowSpot,
    series: SeriesKey,
    new: &'i NewRow,
    row: &'i ImportRow,
}

/// The changes; none if there is nothing to add.
pub fn edits(
    data: &Dataset,
    editor: &Editor,
    rows: &[ImportRow],
    supersede: bool,
) -> Result<Vec<FileEdit>, Unchanged> {
    let mut placed = Vec::new();
    let mut spots = BTreeMap::new();
    let mut revised = Vec::new();
    for row in rows {
        let new = match &row.fate {
            Fate::Add(new) => new,
            Fate::Revised(_, new) if supersede => new,
            _ => continue,
        };
        let Some(series) = row.series else { continue };
        let spot_for = spots.entry(series).or_insert_with(|| data.spots_for_figures(series));
        placed.push(PlacedRow { spot: spot_for(new.period), series, new, row });
    }
    placed
        .sort_by_key(|one| (one.spot == RowSpot::End, one.spot, one.series, one.new.period.span()));
    let mut ids = NewIds { data, taken: HashSet::new() };
    let mut splices = Vec::new();
    for together in placed.chunk_by(|one, other| one.spot == other.spot) {
        let mut rows = editor.rows_at(together[0].spot, &COLUMNS);
        for PlacedRow { series, new, row, .. } in together {
            let source = row.source.map_or("", |key| data.source(key).id);
            let id = ids.next(*series, new.period, source);
            if let Fate::Revised(old, _) = &row.fate {
                revised.push((*old, id.clone()));
            }
            let [value, low, high, qualifier] = numbers(new.quantity.as_ref(), editor);
            let texts = [
                id.into(),
                data.series(*series).id.into(),
                new.period.to_string().into(),
                value,
                low,
                high,
                qualifier,
                new.letters().into(),
                source.into(),
                new.note().into(),
            ];
            rows.put(&texts)?;
        }
        splices.extend(rows.splice());
    }
    for (old, by) in revised {
        let figure = data.figure(old);
        let row = editor.find("id", &figure.id)[0];
        let reason = format!("Superseded by {by}: the source gives another number now.");
        let note = editor.cell(row, "note");
        let note = match note.trim() {
            "" => reason,
            before => format!("{} {reason}", sourceline::locale::words::sentence(before)),
        };
        for (column, text) in [("rank", Rank::Superseded.word()), ("note", &note)] {
            splices.extend(editor.set(row, column, text)?);
        }
    }
    splices.sort_by_key(|splice| splice.at.start);
    Ok(match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(DataFile::Figures.label(), splices)],
    })
}

/// The cells value, low, high and qualifier.
fn numbers<'a>(quantity: Option<&Quantity>, editor: &Editor) -> [Cow<'a, str>; 4] {
    let mut cells: [Cow<str>; 4] = Default::default();
    let Some(quantity) = quantity else { return cells };
    for (column, text) in quantity_cells(quantity, editor.has_column("qualifier")) {
        let at = ["value", "low", "high", "qualifier"].iter().position(|own| *own == column);
        if let Some(at) = at {
            cells[at] = text.into();
        }
    }
    cells
}

/// Ids that neither a row of the project nor another new one has.
struct NewIds<'r, 't> {
    data: &'r Dataset<'t>,
    taken: HashSet<String>,
}

impl NewIds<'_, '_> {
    fn next(&mut self, series: SeriesKey, period: Period, source: &str) -> String {
        let plain = self.data.propose_figure(series, period, source);
        let mut id = plain.clone();
        let mut number = 2;
        while self.taken.contains(&id) || number > 2 && self.data.knows(DataFile::Figures, &id) {
            id = format!("{plain}-{number}");
            number += 1;
        }
        self.taken.insert(id.clone());
        id
    }
}
