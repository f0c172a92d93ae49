//! What was changed in a workbook, as changes of one of the files.

use std::collections::HashSet;

use sourceline::dataset::edit::{Editor, RowSpot, Splice};
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout};
use sourceline::dataset::{DataFile, Dataset, figure_id_of};
use sourceline::figure::Period;
use sourceline::store::{FileEdit, Groundwork};

use super::compare::{RowChange, SheetChanges};
use super::row::BookRow;
use crate::cli::change::mentions;
use crate::cli::edit::the_row;
use crate::cli::refusal::Unchanged;
use crate::cli::supersede::{Followed, followed, superseded};

/// What becomes of a figure of which the workbook says something else.
#[derive(Clone, Debug)]
pub enum ChangedFigure {
    Edit,
    Supersede { why: String },
}

pub struct BookSplices<'r, 't> {
    ground: &'r Groundwork,
    data: &'r Dataset<'t>,
    editor: &'r Editor<'r, 't>,
    splices: Vec<Splice>,
    /// With the place of each in the file.
    rows: Vec<(RowSpot, BookRow)>,
    taken: HashSet<String>,
}

impl<'r, 't> BookSplices<'r, 't> {
    pub fn new(
        ground: &'r Groundwork,
        data: &'r Dataset<'t>,
        editor: &'r Editor<'r, 't>,
    ) -> BookSplices<'r, 't> {
        let (splices, rows, taken) = (Vec::new(), Vec::new(), HashSet::new());
        BookSplices { ground, data, editor, splices, rows, taken }
    }

    /// `figure` says what becomes of a figure that says another number now.
    pub fn changed(
        &mut self,
        sheet: &SheetChanges,
        figure: Option<&ChangedFigure>,
    ) -> Result<(), Unchanged> {
        let mut pairs = Vec::new();
        for change in &sheet.changed {
            if let Some(ChangedFigure::Supersede { why }) = figure
                && change.is_another_claim()
            {
                let id = self.figure(self.in_place_of(change))?;
                let (row, cells) = superseded(self.editor, self.data, &change.id, &id, why)?;
                for (column, text) in cells {
                    self.splices.extend(self.editor.set(row, column, &text)?);
                }
                pairs.push((change.id.clone(), id));
                continue;
            }
            let row = match sheet.layout.file {
                DataFile::Figures => the_row(self.editor, self.data, &change.id)?,
                _ => self.editor.find("id", &change.id)[0],
            };
            for cell in &change.cells {
                self.splices.extend(self.editor.set(row, cell.column, &cell.new)?);
            }
        }
        let is_changed = |one: &Followed| sheet.changed.iter().any(|change| change.id == one.id);
        for one in followed(self.editor, &pairs).iter().filter(|one| !is_changed(one)) {
            self.splices.extend(self.editor.set(one.row, "formula", &one.formula)?);
        }
        Ok(())
    }

    pub fn added(&mut self, sheet: &SheetChanges) -> Result<(), Unchanged> {
        for (line, cells) in &sheet.news {
            let has_id = cells.iter().any(|(column, _)| *column == "id");
            match sheet.layout {
                layout if *layout == FIGURES => {
                    self.figure(cells.clone())?;
                }
                layout if !has_id => {
                    let name = layout.file.name();
                    return Err(Unchanged::new(format!("{name} row {line} has no id"))
                        .hint("write one into the first column: short, lower case, with hyphens"));
                }
                layout if *layout == EVENTS => {
                    let date = cells.iter().find(|(column, _)| *column == "date");
                    let date = date.and_then(|(_, text)| Period::parse_date(text).ok());
                    let spot = date.map_or(RowSpot::End, |date| self.data.spot_for_event(date));
                    self.rows.push((spot, cells.clone()));
                }
                _ => self.rows.push((RowSpot::End, cells.clone())),
            }
        }
        Ok(())
    }

    /// What the new row says: words and place of the old figure are not those of another.
    fn in_place_of(&self, change: &RowChange) -> BookRow {
        let edited = |column: &str| change.cells.iter().any(|cell| cell.column == column);
        let new_source = edited("source");
        let stays = |column: &str| match column {
            "stated" | "superseded_by" | "repeats" => false,
            "period_stated" => !edited("period") && !new_source,
            "locator" | "origin" | "note" => !new_source,
            column => column != "id",
        };
        let mut new = change.whole.clone();
        new.retain(|(column, text)| !text.is_empty() && (edited(column) || stays(column)));
        if !edited("status") && self.is_of_the_publisher(change) {
            let status = new.iter_mut().find(|(column, _)| *column == "status");
            match status {
                Some((_, letters)) if letters.contains(['r', 't']) => {}
                Some((_, letters)) => letters.push('r'),
                None => new.push(("status", "r".to_string())),
            }
        }
        new
    }

    /// Does the publisher of a figure say the other itself, so that it is revised?
    fn is_of_the_publisher(&self, change: &RowChange) -> bool {
        let publisher = |source: &str| {
            self.data.find_source(source).map(|key| self.data.source(key).publisher.to_string())
        };
        let own = change.whole.iter().find(|(column, _)| *column == "source");
        let old = change.cells.iter().find(|cell| cell.column == "source");
        let own = own.and_then(|(_, source)| publisher(source));
        own.is_some() && old.is_none_or(|old| publisher(&old.old) == own)
    }

    /// A new figure; gives its id.
    fn figure(&mut self, mut cells: BookRow) -> Result<String, Unchanged> {
        let text = |name: &str| {
            let cell = cells.iter().find(|(column, _)| *column == name);
            cell.map_or("", |(_, text)| text.as_str())
        };
        let series = self.data.find_series(text("series"));
        let period = Period::parse(text("period")).ok();
        let spot = match (series, period) {
            (Some(series), Some(period)) => self.data.spot_for_figure(series, period),
            _ => RowSpot::End,
        };
        let mut id = text("id").to_string();
        if id.is_empty() {
            let plain = match (series, period) {
                (Some(series), Some(period)) => {
                    self.data.propose_figure(series, period, text("source"))
                }
                // Of a series that comes with it; where the period is none, that is told.
                _ => figure_id_of(text("series"), text("period")),
            };
            id = plain.clone();
            let mut number = 2;
            while self.taken.contains(&id) || self.data.knows(DataFile::Figures, &id) {
                id = format!("{plain}-{number}");
                number += 1;
            }
            cells.insert(0, ("id", id.clone()));
        }
        self.taken.insert(id.clone());
        self.rows.push((spot, cells));
        Ok(id)
    }

    pub fn removed(&mut self, sheet: &SheetChanges) -> Result<(), Unchanged> {
        for id in &sheet.gone {
            if let Some((label, ..)) = mentions(self.ground, sheet.layout.file, id)?.first() {
                return Err(Unchanged::new(format!("{label} names `{id}`, so it cannot go"))
                    .hint("change the chart first, or put the row back into the workbook"));
            }
            let row = self.editor.find("id", id)[0];
            self.splices.push(self.editor.remove(row));
        }
        Ok(())
    }

    /// All of it as one change.
    pub fn edit(mut self, layout: &Layout) -> Result<Option<FileEdit>, Unchanged> {
        for (spot, cells) in &self.rows {
            self.splices.push(self.editor.insert(*spot, cells)?);
        }
        self.splices.sort_by_key(|splice| (splice.at.start, splice.at.end));
        let any = !self.splices.is_empty();
        Ok(any.then(|| FileEdit::new(layout.file.label(), self.splices)))
    }
}
