//! One of the files as it was read: its table, and where the rows of its keys are.

use super::ids::Ids;
use super::table::Table;
use crate::problem::Place;

/// A table with the rows and ids of its keys.
#[derive(Debug)]
pub struct Sheet<'t> {
    pub table: Table<'t>,
    pub ids: Ids,
}

impl<'t> Sheet<'t> {
    pub fn start(&self, key: u32) -> usize {
        self.ids.starts[key as usize] as usize
    }

    /// The row as it stands in the file, without its line ending.
    pub fn text(&self, key: u32) -> &'t str {
        let start = self.start(key);
        let end = self.table.whole_line_end(start).unwrap_or_else(|| self.table.record(start).1);
        self.table.borrowed(start..end).unwrap_or_default()
    }

    /// Where a cell of the row is; the row itself if the column is left out.
    pub fn place(&self, key: u32, column: usize) -> Place {
        self.table.cell_place(self.start(key), column)
    }

    /// Where a formula names an id in square brackets; the whole cell, if it does not.
    pub fn place_of_id(&self, key: u32, column: usize, id: &str) -> Place {
        let cell = self.place(key, column);
        let named = format!("[{id}]");
        match self.table.raw(cell.bytes.clone()).find(&named) {
            Some(at) => {
                let start = cell.bytes.start + at;
                self.table.place(start..start + named.len())
            }
            None => cell,
        }
    }
}
