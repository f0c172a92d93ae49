//! The cells of one sheet as the program that made it shows them.

use std::collections::HashMap;

/// The cells of one sheet, row by row, each the text that a person sees in it. Rows without any
/// content are left out, rows may be of any length, and a cell that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What the sheet is called, of a workbook.
    pub sheet: Option<String>,
    /// The texts of all cells, one after the other: a million of them are one piece of memory.
    text: String,
    /// Where the text of each cell ends.
    ends: Vec<usize>,
    rows: Vec<GridRow>,
    /// What is stored where it is not what is shown, by row and column.
    stored: HashMap<(usize, usize), String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct GridRow {
    line: usize,
    /// The place of its first cell among all.
    first: usize,
}

impl Grid {
    /// A row that starts in this line of the file or the sheet, from 1.
    pub fn push(&mut self, line: usize, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        self.rows.push(GridRow { line, first: self.ends.len() });
        for cell in cells {
            self.text.push_str(cell.as_ref().trim());
            self.ends.push(self.text.len());
        }
    }

    /// What the file holds of a cell that shows something else: `0.44` of one that shows `44%`.
    pub fn keep_stored(&mut self, row: usize, column: usize, stored: String) {
        self.stored.insert((row, column), stored);
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many cells the longest row has.
    pub fn width(&self) -> usize {
        (0..self.height()).map(|row| self.length(row)).max().unwrap_or_default()
    }

    /// How many cells a row has.
    pub fn length(&self, row: usize) -> usize {
        let next = self.rows.get(row + 1).map_or(self.ends.len(), |next| next.first);
        next - self.rows[row].first
    }

    /// In which line of the file or the sheet a row starts, from 1.
    pub fn line(&self, row: usize) -> usize {
        self.rows[row].line
    }

    /// What a cell shows, without blanks around it.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.length(row) {
            return "";
        }
        let at = self.rows[row].first + column;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// The cells of a row.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.length(row)).map(move |column| self.cell(row, column))
    }

    /// What the file holds of a cell, where that is not what it shows.
    pub fn stored(&self, row: usize, column: usize) -> Option<&str> {
        self.stored.get(&(row, column)).map(String::as_str)
    }
}
