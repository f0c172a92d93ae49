//! What was changed in a workbook, as changes of one of the files.

use std::collections::HashSet;

use sourceline::dataset::edit::{Editor, RowSpot, Splice};
use sourceline::dataset::layout::{EVENTS, FIGURES, Layout};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::Period;
use sourceline::store::{FileEdit, Groundwork};

use super::compare::SheetChanges;
use crate::cli::change::mentions;
use crate::cli::edit::the_row;
use crate::cli::refusal::Unchanged;
use crate::cli::supersede::{Followed, followed, superseded};

type BookRow = Vec<(&'static str, String)>;

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
                let mut new = change.whole.clone();
                new.retain(|(column, text)| *column != "id" && !text.is_empty());
                let id = self.figure(new, None)?;
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
                    self.figure(cells.clone(), Some(*line))?;
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

    /// A new figure; gives its id.
    fn figure(&mut self, mut cells: BookRow, line: Option<usize>) -> Result<String, Unchanged> {
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
            let (Some(series), Some(period)) = (series, period) else {
                let line = line.map_or(String::new(), |line| format!(" row {line}"));
                return Err(Unchanged::new(format!(
                    "figures{line} has no id, and none can be made for it"
                ))
                .hint("write a period as 2017 or 2009-04/2010-03 and a series that is there, or an id"));
            };
            let plain = self.data.propose_figure(series, period, text("source"));
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
