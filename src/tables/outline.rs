//! Which rows of a sheet are its header, which are figures, and what stands around them.

use std::ops::Range;

use super::grid::Grid;

/// The parts of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    /// The names of the columns; of a heading of several rows, all that stand above a column.
    pub columns: Vec<String>,
    /// The rows of the grid between header and notes.
    pub body: Range<usize>,
}

impl Outline {
    /// The first row is the header.
    pub fn of(grid: &Grid) -> Outline {
        let columns = if grid.height() == 0 {
            Vec::new()
        } else {
            grid.cells(0).map(str::to_string).collect()
        };
        Outline { columns, body: 1.min(grid.height())..grid.height() }
    }

    /// The place of the column of this name, from 0; blanks around it do not matter.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name.trim())
    }
}
