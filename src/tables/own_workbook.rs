//! A workbook that sourceline wrote for colleagues to edit, read again cell by cell. What a row said
//! when it was written, a hidden sheet remembers.

use std::collections::{BTreeSet, HashMap};

use rust_decimal::Decimal;
use sha2::{Digest, Sha256};

use super::workbook::{self, SheetCell, SheetRead, WorkbookFault};
use crate::dataset::layout::{self, Layout};
use crate::dataset::places::letters;

/// The hidden sheet that says what each row said when the workbook was written.
pub const MEMORY: &str = "sourceline";

/// Is this a column of numbers?
pub fn is_number(column: &str) -> bool {
    matches!(column, "value" | "low" | "high")
}

/// What a row says, in a few letters: the same where two rows say the same.
pub fn fingerprint<'c>(cells: impl Iterator<Item = (&'c str, &'c str)>) -> String {
    let mut hash = Sha256::new();
    for (column, text) in cells {
        let text = kept_text(column, text);
        if !text.is_empty() {
            hash.update(format!("{column}\u{1f}{text}\u{1e}"));
        }
    }
    // A letter before it: a spreadsheet takes 1e10 for a number.
    hash.finalize()[..8].iter().fold(String::from("h"), |text, byte| text + &format!("{byte:02x}"))
}

/// What a cell says, without what no spreadsheet keeps: blanks around it, noughts at the end of
/// decimals, how lines end.
pub fn kept_text(column: &str, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let number = is_number(column).then(|| Decimal::from_str_exact(text.trim()).ok()).flatten();
    number.map_or_else(|| text.trim().to_string(), |number| number.normalize().to_string())
}

/// All of it.
pub struct OwnWorkbook {
    /// Those of the tables that it has.
    pub sheets: Vec<OwnSheet>,
    /// By the name of the table and the id, what each row said; `None` where the workbook has lost
    /// it.
    pub memory: Option<HashMap<(String, String), String>>,
}

/// One of the tables.
pub struct OwnSheet {
    /// Which.
    pub layout: &'static Layout,
    /// The columns of the layout that it has.
    pub columns: BTreeSet<&'static str>,
    /// Headings that are no column of it, each with its cell.
    pub unknown: Vec<(String, String)>,
    /// Rows with content, from the top.
    pub rows: Vec<OwnRow>,
}

/// One row of a sheet.
pub struct OwnRow {
    /// As the sheet counts it.
    pub line: usize,
    /// By column; empty ones are left out.
    pub cells: HashMap<&'static str, OwnCell>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnCell {
    /// As the sheet calls it: `D12`.
    pub at: String,
    /// What a person sees in it.
    pub shown: String,
    /// What it holds, where that is not what it shows.
    pub stored: Option<String>,
    /// Nobody can tell what it shows.
    pub is_unclear: bool,
}

impl OwnRow {
    /// What a cell shows, empty where there is none.
    pub fn text(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", |cell| cell.shown.trim())
    }
}

impl OwnWorkbook {
    /// The workbook, if it is one that sourceline wrote: it has sheets called `figures`, `series` and
    /// `sources`, each with a column `id` in its first row.
    pub fn read(bytes: &[u8]) -> Result<Option<OwnWorkbook>, WorkbookFault> {
        if !workbook::is_workbook(bytes) {
            return Ok(None);
        }
        let all = workbook::sheets(bytes)?;
        let named = |name: &str| all.iter().find(|sheet| sheet.name == name);
        let mut sheets = Vec::new();
        for layout in layout::ALL {
            match named(layout.file.name()).and_then(|sheet| own_sheet(layout, sheet)) {
                Some(sheet) => sheets.push(sheet),
                None if *layout == layout::EVENTS => {}
                None => return Ok(None),
            }
        }
        let memory = named(MEMORY).map(remembered);
        Ok(Some(OwnWorkbook { sheets, memory }))
    }
}

fn own_sheet(layout: &'static Layout, sheet: &SheetRead) -> Option<OwnSheet> {
    let mut cells: Vec<&SheetCell> = sheet.cells.cells.iter().collect();
    cells.retain(|cell| !cell.shown.trim().is_empty() || cell.stored.is_some());
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let mut columns: HashMap<usize, &'static str> = HashMap::new();
    let mut own =
        OwnSheet { layout, columns: BTreeSet::new(), unknown: Vec::new(), rows: Vec::new() };
    for row in cells.chunk_by(|one, other| one.row == other.row) {
        let line = row[0].row + 1;
        let at = |cell: &SheetCell| format!("{}{line}", letters(cell.column));
        if line == 1 {
            for cell in row {
                let name = cell.shown.trim();
                match layout.columns.iter().find(|column| **column == name) {
                    Some(column) if own.columns.insert(column) => {
                        columns.insert(cell.column, column);
                    }
                    _ => own.unknown.push((name.to_string(), at(cell))),
                }
            }
            continue;
        }
        let cells = row.iter().filter_map(|cell| {
            let read = OwnCell {
                at: at(cell),
                shown: cell.shown.clone(),
                stored: cell.stored.clone(),
                is_unclear: cell.unshown.is_some(),
            };
            Some((*columns.get(&cell.column)?, read))
        });
        let cells: HashMap<_, _> = cells.collect();
        if !cells.is_empty() {
            own.rows.push(OwnRow { line, cells });
        }
    }
    own.columns.contains("id").then_some(own)
}

fn remembered(sheet: &SheetRead) -> HashMap<(String, String), String> {
    let mut rows: HashMap<usize, [&str; 3]> = HashMap::new();
    for cell in sheet.cells.cells.iter().filter(|cell| cell.row > 0 && cell.column < 3) {
        rows.entry(cell.row).or_default()[cell.column] = &cell.shown;
    }
    let owned = |[table, id, said]: [&str; 3]| ((table.into(), id.into()), said.into());
    rows.into_values().map(owned).collect()
}
