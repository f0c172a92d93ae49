//! A workbook beside the project, row by row: what is new in it, changed, or gone.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use sourceline::dataset::Dataset;
use sourceline::dataset::layout::{FIGURES, Layout};
use sourceline::tables::own_workbook::{OwnRow, OwnSheet, OwnWorkbook, fingerprint, kept_text};

use super::resolve::resolve;
use super::row::BookRow;
use super::typed::read_as_typed;
use crate::cli::refusal::Unchanged;
use crate::cli::report;

/// A new text of a cell: the column, the cell of the sheet, what stands in the project, what in the
/// workbook.
pub struct CellChange {
    pub column: &'static str,
    pub at: String,
    pub old: String,
    pub new: String,
}

pub struct RowChange {
    pub id: String,
    pub cells: Vec<CellChange>,
    /// All that the row is to say.
    pub whole: BookRow,
}

/// One of the tables.
pub struct SheetChanges {
    pub layout: &'static Layout,
    pub news: Vec<(usize, BookRow)>,
    pub changed: Vec<RowChange>,
    pub gone: Vec<String>,
    /// Rows without an id that say what a row of the project says: brought back before.
    known: Vec<(usize, String)>,
    conflicts: Vec<RowChange>,
    /// Changed in the project since, and not in the workbook.
    behind: Vec<String>,
    /// Taken out of the project since.
    dropped: Vec<String>,
    /// How many rows are in the project too.
    here: usize,
}

/// All of it.
pub struct Comparison {
    sheets: Vec<SheetChanges>,
    /// Cells that nobody can be sure of, each in a line.
    troubles: Vec<String>,
    /// Does the workbook say what it said when it was written?
    pub remembers: bool,
}

/// What a figure claims: other words of a row say something about it.
const CLAIM: [&str; 8] =
    ["series", "period", "value", "low", "high", "qualifier", "formula", "source"];

impl RowChange {
    /// Does it say another figure?
    pub fn is_another_claim(&self) -> bool {
        self.cells.iter().any(|cell| CLAIM.contains(&cell.column))
    }

    fn told(&self, table: &str) -> String {
        let said = |text: &str| match text {
            "" => "nothing".to_string(),
            text => format!("`{text}`"),
        };
        let line = |cell: &CellChange| {
            let (new, old) = (said(&cell.new), said(&cell.old));
            // A cell that was emptied is not listed in a workbook, and has no name.
            let at = if cell.at.is_empty() { String::new() } else { format!("!{}", cell.at) };
            let line = format!("{table}{at}: {}: {}: {new} instead of {old}", self.id, cell.column);
            in_one_line(&line) + "\n"
        };
        self.cells.iter().map(line).collect()
    }
}

impl Comparison {
    pub fn of(data: &Dataset, book: &OwnWorkbook) -> Comparison {
        let mut comparison = Comparison {
            sheets: Vec::new(),
            troubles: Vec::new(),
            remembers: book.memory.is_some(),
        };
        for sheet in &book.sheets {
            let changes = SheetChanges::of(data, book, sheet, &mut comparison.troubles);
            comparison.sheets.push(changes);
        }
        comparison
    }

    pub fn sheet(&self, layout: &Layout) -> Option<&SheetChanges> {
        self.sheets.iter().find(|sheet| sheet.layout == layout)
    }

    pub fn gone(&self) -> usize {
        self.sheets.iter().map(|sheet| sheet.gone.len()).sum()
    }

    pub fn changed_figures(&self) -> usize {
        let figures = self.sheet(&FIGURES).into_iter().flat_map(|sheet| &sheet.changed);
        figures.filter(|row| row.is_another_claim()).count()
    }

    pub fn has_changed_figures(&self) -> bool {
        self.changed_figures() > 0
    }

    /// Everything that differs, cell by cell, and in short.
    pub fn words(&self) -> String {
        let mut words = String::new();
        if !self.remembers {
            words += "the workbook no longer says what was in it when it was written: what was \
                      changed in the project since cannot be told from what was changed in it\n";
        }
        self.troubles.iter().for_each(|trouble| words += &(in_one_line(trouble) + "\n"));
        for sheet in &self.sheets {
            let table = sheet.layout.file.name();
            for (line, id) in &sheet.known {
                words += &format!("{table} row {line} is there already, as {id}\n");
            }
            for (line, cells) in &sheet.news {
                let cells: Vec<String> =
                    cells.iter().map(|(column, text)| format!("{column} `{text}`")).collect();
                let line = format!("{table} row {line} is new: {}", cells.join(", "));
                words += &(in_one_line(&line) + "\n");
            }
            sheet.changed.iter().for_each(|row| words += &row.told(table));
            for row in &sheet.conflicts {
                words += &format!("{table}: {} was changed in the project since:\n", row.id);
                words += &row.told(table);
            }
            for id in &sheet.gone {
                words += &format!("{table}: {id} is not in the workbook\n");
            }
            for id in &sheet.behind {
                words += &format!("{table}: {id} was changed in the project since, and stays\n");
            }
            for id in &sheet.dropped {
                words += &format!("{table}: {id} was removed in the project since, and stays so\n");
            }
            let counts = [
                (sheet.news.len(), "new"),
                (sheet.changed.len(), "changed"),
                (sheet.gone.len(), "not in the workbook"),
                (sheet.conflicts.len(), "in conflict"),
            ];
            let counts: Vec<String> = counts
                .iter()
                .filter(|(count, _)| *count > 0)
                .map(|(count, what)| format!("{count} {what}"))
                .collect();
            if !counts.is_empty() {
                words += &format!("{table}: {}\n", counts.join(", "));
            }
        }
        words
    }

    /// Refuses the workbook of another project: it knows rows, and none of them is here.
    pub fn is_of(&self) -> Result<(), Unchanged> {
        let other = self.sheets.iter().all(|sheet| sheet.here == 0)
            && self.sheets.iter().any(|sheet| !sheet.dropped.is_empty());
        match other {
            false => Ok(()),
            true => Err(Unchanged::new(
                "none of the rows that the workbook was written with is in this project",
            )
            .hint("it was written by another project: bring it back there")),
        }
    }

    /// What stops the whole.
    pub fn refuse(&self) -> Result<(), Unchanged> {
        if !self.troubles.is_empty() {
            let count = report::count(self.troubles.len(), "cell", "cells");
            return Err(Unchanged::new(format!(
                "{count} of the workbook cannot be taken, so nothing was written"
            ))
            .hint("mend them in the workbook, and save it"));
        }
        let conflicts: usize = self.sheets.iter().map(|sheet| sheet.conflicts.len()).sum();
        if conflicts > 0 {
            let rows = report::count(conflicts, "row was", "rows were");
            return Err(Unchanged::new(format!(
                "{rows} changed in the workbook and in the project, so nothing was written"
            ))
            .hint("write into the workbook what the project says now, or the other way round"));
        }
        Ok(())
    }
}

impl SheetChanges {
    fn of(
        data: &Dataset,
        book: &OwnWorkbook,
        sheet: &OwnSheet,
        troubles: &mut Vec<String>,
    ) -> SheetChanges {
        let layout = sheet.layout;
        let table = layout.file.name();
        let mut changes = SheetChanges {
            layout,
            news: Vec::new(),
            known: Vec::new(),
            changed: Vec::new(),
            gone: Vec::new(),
            conflicts: Vec::new(),
            behind: Vec::new(),
            dropped: Vec::new(),
            here: 0,
        };
        for (name, at) in &sheet.unknown {
            troubles.push(format!("{table}!{at}: there is no column `{name}`"));
        }
        let stated: BTreeMap<String, Vec<Cow<str>>> =
            data.texts(layout).map(|texts| (texts[0].to_string(), texts)).collect();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for row in &sheet.rows {
            let id = row.text("id");
            if let Some(first) = seen.insert(id, row.line).filter(|_| !id.is_empty()) {
                troubles.push(format!("{table}: rows {first} and {} have the id `{id}`", row.line));
                continue;
            }
            let own = stated.get(id);
            changes.here += usize::from(own.is_some());
            let Some(mut whole) = whole(sheet, row, own, troubles) else { continue };
            let doubts = read_as_typed(data, layout, &mut whole, own.map(Vec::as_slice));
            if !doubts.is_empty() {
                let told = doubts.iter().map(|(column, why)| {
                    let cell = row.cells.get(column).cloned().unwrap_or_default();
                    match why.contains(cell.shown.trim()) {
                        true => format!("{table}!{}: {why}", cell.at),
                        false => format!("{table}!{}: `{}`: {why}", cell.at, cell.shown.trim()),
                    }
                });
                troubles.extend(told);
                continue;
            }
            let said = |texts: &[(&'static str, String)]| {
                fingerprint(texts.iter().map(|(column, text)| (*column, text.as_str())))
            };
            let then = book.memory.as_ref();
            let then = then.and_then(|memory| memory.get(&(table.to_string(), id.to_string())));
            let in_book = then.map(|then| *then != said(&whole));
            let Some(own) = own else {
                match in_book {
                    Some(false) => changes.dropped.push(id.to_string()),
                    Some(true) => troubles.push(format!(
                        "{table}: {id} was changed in the workbook and removed in the project: \
                         take the row out of the workbook, or give it another id to add it anew"
                    )),
                    None if id.is_empty()
                        && let Some(known) = without_id(layout, &whole, &stated) =>
                    {
                        match known {
                            KnownClaim::Same(known) => changes.known.push((row.line, known.into())),
                            KnownClaim::Otherwise(known) => troubles.push(format!(
                                "{table} row {}: {known} is of this series, period and source \
                                 already, and says otherwise: change that row, or write an id of \
                                 its own into this one",
                                row.line
                            )),
                        }
                    }
                    None => {
                        let filled = whole.into_iter().filter(|(_, text)| !text.is_empty());
                        changes.news.push((row.line, filled.collect()));
                    }
                }
                continue;
            };
            let cells = layout.columns.iter().zip(own).zip(&whole);
            let cells: Vec<CellChange> = cells
                .filter(|((column, own), (_, new))| {
                    kept_text(column, own) != kept_text(column, new)
                })
                .map(|((column, own), (_, new))| CellChange {
                    column,
                    at: row.cells.get(column).map_or(String::new(), |cell| cell.at.clone()),
                    old: own.to_string(),
                    new: new.clone(),
                })
                .collect();
            if cells.is_empty() {
                continue;
            }
            let here: Vec<(&'static str, String)> =
                layout.columns.iter().copied().zip(own.iter().map(Cow::to_string)).collect();
            let in_project = then.map(|then| *then != said(&here));
            let change = RowChange { id: id.to_string(), cells, whole };
            match (in_book, in_project) {
                (Some(true), Some(true)) => {
                    match replaced_so(layout, &change.whole, own, &stated) {
                        Some(by) => changes.known.push((row.line, by.to_string())),
                        None => changes.conflicts.push(change),
                    }
                }
                (Some(false), _) => changes.behind.push(change.id),
                _ => changes.changed.push(change),
            }
        }
        let is_gone = |id: &&String| {
            let key = (table.to_string(), id.to_string());
            let was_there = book.memory.as_ref().is_none_or(|memory| memory.contains_key(&key));
            !seen.contains_key(id.as_str()) && was_there
        };
        changes.gone = stated.keys().filter(is_gone).cloned().collect();
        changes
    }
}

fn in_one_line(text: &str) -> String {
    text.replace('\n', "\u{21b5}")
}

/// The figure that took the place of a row, if it claims what the workbook says: brought back before.
fn replaced_so<'s>(
    layout: &Layout,
    whole: &BookRow,
    own: &[Cow<str>],
    stated: &'s BTreeMap<String, Vec<Cow<str>>>,
) -> Option<&'s str> {
    let at = layout.columns.iter().position(|column| *column == "superseded_by")?;
    let (id, by) = stated.get_key_value(own[at].as_ref())?;
    let mut cells = whole.iter().zip(by);
    cells
        .all(|((column, text), by)| {
            !CLAIM.contains(column) || kept_text(column, text) == kept_text(column, by)
        })
        .then_some(id)
}

/// A row of the project beside one that has no id.
enum KnownClaim<'s> {
    /// It makes the same claim.
    Same(&'s str),
    /// It is of the same series, period and source, and says another number.
    Otherwise(&'s str),
}

/// The row of the project that makes the same claim; of what makes none, that says the same.
fn without_id<'s>(
    layout: &Layout,
    whole: &[(&'static str, String)],
    stated: &'s BTreeMap<String, Vec<Cow<str>>>,
) -> Option<KnownClaim<'s>> {
    let is_figure = *layout == FIGURES;
    let alike = |own: &Vec<Cow<str>>, columns: &dyn Fn(&str) -> bool| {
        whole.iter().zip(own).all(|((column, text), own)| {
            // A number without a word is exact.
            let said = |text: &str| match (*column, text) {
                ("qualifier", "exact") => String::new(),
                (_, text) => kept_text(column, text),
            };
            !columns(column) || said(text) == said(own)
        })
    };
    let claims = |column: &str| match is_figure {
        true => CLAIM.contains(&column) || column == "status",
        false => column != "id",
    };
    let same = stated.iter().find(|(_, own)| alike(own, &claims));
    if let Some((id, _)) = same {
        return Some(KnownClaim::Same(id));
    }
    let rank = layout.columns.iter().position(|column| *column == "rank")?;
    let of = |column: &str| matches!(column, "series" | "period" | "source");
    let other = stated.iter().filter(|(_, own)| own[rank] != "superseded" && alike(own, &of));
    other.map(|(id, _)| KnownClaim::Otherwise(id)).next().filter(|_| is_figure)
}

/// Every column of the layout with what the row says in it: of a column that the sheet has lost, what
/// the project says.
fn whole(
    sheet: &OwnSheet,
    row: &OwnRow,
    own: Option<&Vec<Cow<str>>>,
    troubles: &mut Vec<String>,
) -> Option<Vec<(&'static str, String)>> {
    let mut texts = Vec::new();
    let before = troubles.len();
    for (place, column) in sheet.layout.columns.iter().enumerate() {
        let own = own.map_or("", |own| own[place].as_ref());
        let text = match (row.cells.get(column), sheet.columns.contains(column)) {
            (None, true) => String::new(),
            (None, false) => own.to_string(),
            (Some(cell), _) => match resolve(column, cell, own) {
                Ok(text) => text,
                Err(why) => {
                    let table = sheet.layout.file.name();
                    troubles.push(format!("{table}!{}: {why}", cell.at));
                    continue;
                }
            },
        };
        texts.push((*column, text));
    }
    (troubles.len() == before).then_some(texts)
}
