//! The cells of a sheet as a workbook lists them, and the grid that they make.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::brackets::with_minus;
use super::fault::{MOST_CELLS, WorkbookFault};
use crate::dataset::places::letters;
use crate::tables::grid::Grid;
use crate::tables::remark::Remark;

/// A sheet that was read, before it becomes a grid.
pub struct SheetRead {
    pub name: String,
    pub hidden: bool,
    pub cells: SheetCells,
}

#[derive(Debug, Default)]
pub struct SheetCells {
    pub cells: Vec<SheetCell>,
    pub merged: Vec<MergedCells>,
    /// From 0.
    pub hidden_rows: HashSet<usize>,
    /// From 0.
    pub hidden_columns: Vec<Range<usize>>,
}

/// A cell with content; rows and columns from 0.
#[derive(Clone, Debug, Default)]
pub struct SheetCell {
    pub row: usize,
    pub column: usize,
    pub shown: String,
    /// Where it is not what is shown.
    pub stored: Option<String>,
    /// The number format that is not understood.
    pub unshown: Option<String>,
    /// Is it a name or a period, which belongs to all cells that it lies over? A figure stands once.
    pub is_name: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedCells {
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

impl SheetCells {
    /// The grid of what is shown; what is hidden is told.
    pub fn grid(mut self) -> Result<Grid, WorkbookFault> {
        let mut grid = Grid::default();
        self.spread()?;
        self.cells.retain(|cell| !cell.shown.trim().is_empty() || cell.stored.is_some());
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.leave_out_hidden(&mut grid);
        let used: BTreeSet<usize> = self.cells.iter().map(|cell| cell.column).collect();
        let columns: Vec<usize> = used.into_iter().collect();
        let place: HashMap<usize, usize> =
            columns.iter().enumerate().map(|(place, column)| (*column, place)).collect();
        let mut rows: HashMap<usize, usize> = HashMap::new();
        let mut total = 0;
        let mut last: Option<usize> = None;
        for cells in self.cells.chunk_by(|one, other| one.row == other.row) {
            let sheet_row = cells[0].row;
            let is_hidden = |row: usize| self.hidden_rows.contains(&row);
            if last.is_some_and(|last| (last + 1..sheet_row).take(GAP).any(|row| !is_hidden(row))) {
                grid.skip_blank();
            }
            last = Some(sheet_row);
            total += place[&cells[cells.len() - 1].column] + 1;
            if total > MOST_CELLS {
                return Err(WorkbookFault::TooLarge);
            }
            let row = grid.height();
            rows.insert(sheet_row, row);
            grid.begin_row(sheet_row + 1);
            let mut next = 0;
            for cell in cells {
                let column = place[&cell.column];
                if column < next {
                    return Err(WorkbookFault::Broken(format!(
                        "a cell of row {} stands twice",
                        sheet_row + 1
                    )));
                }
                (next..column).for_each(|_| grid.push_cell(""));
                next = column + 1;
                grid.push_cell(&with_minus(&cell.shown, cell.stored.as_deref()));
                if let Some(stored) = &cell.stored {
                    grid.keep_stored(row, column, stored.clone());
                }
                if let Some(format) = &cell.unshown {
                    grid.keep_unshown(row, column, format.clone());
                }
            }
        }
        for merged in &self.merged {
            let first = columns.partition_point(|column| *column < merged.columns.start);
            let end = columns.partition_point(|column| *column < merged.columns.end);
            let within = merged.rows.clone().filter_map(|row| rows.get(&row));
            within.filter(|_| end > first + 1).for_each(|row| grid.keep_merged(*row, first..end));
        }
        grid.keep_columns(columns);
        Ok(grid)
    }

    /// A name that lies over several cells belongs to each of them; what is under it is not shown.
    fn spread(&mut self) -> Result<(), WorkbookFault> {
        let height = self.cells.iter().map(|cell| cell.row + 1).max().unwrap_or_default();
        let width = self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or_default();
        let mut over: HashMap<(usize, usize), usize> = HashMap::new();
        for (number, merged) in self.merged.iter_mut().enumerate() {
            merged.rows.end = merged.rows.end.min(height);
            merged.columns.end = merged.columns.end.min(width);
            if over.len() + merged.rows.len().saturating_mul(merged.columns.len()) > MOST_CELLS / 4
            {
                return Err(WorkbookFault::TooLarge);
            }
            let columns = merged.columns.clone();
            let all = merged.rows.clone().flat_map(|row| columns.clone().map(move |at| (row, at)));
            over.extend(all.map(|at| (at, number)));
        }
        let start = |merged: &MergedCells| (merged.rows.start, merged.columns.start);
        let merged = &self.merged;
        self.cells.retain(|cell| {
            let at = (cell.row, cell.column);
            over.get(&at).is_none_or(|number| start(&merged[*number]) == at)
        });
        let mut copies = Vec::new();
        for cell in self.cells.iter().filter(|cell| cell.is_name) {
            let Some(number) = over.get(&(cell.row, cell.column)) else { continue };
            let merged = &self.merged[*number];
            for row in merged.rows.clone() {
                for column in merged.columns.clone() {
                    if (row, column) != (cell.row, cell.column) {
                        copies.push(SheetCell { row, column, ..cell.clone() });
                    }
                }
            }
        }
        self.cells.append(&mut copies);
        Ok(())
    }

    fn leave_out_hidden(&mut self, grid: &mut Grid) {
        let is_hidden =
            |column: usize| self.hidden_columns.iter().any(|range| range.contains(&column));
        let rows: BTreeSet<usize> = self
            .cells
            .iter()
            .map(|cell| cell.row)
            .filter(|row| self.hidden_rows.contains(row))
            .collect();
        let used: BTreeSet<usize> = self.cells.iter().map(|cell| cell.column).collect();
        let columns: BTreeSet<usize> = used.into_iter().filter(|at| is_hidden(*at)).collect();
        self.cells.retain(|cell| !rows.contains(&cell.row) && !columns.contains(&cell.column));
        if !rows.is_empty() {
            grid.remarks.push(Remark::HiddenRows(rows.iter().map(|row| row + 1).collect()));
        }
        if !columns.is_empty() {
            grid.remarks.push(Remark::HiddenColumns(columns.into_iter().map(letters).collect()));
        }
    }
}

/// A gap of more rows than these is a gap whichever of them are hidden.
const GAP: usize = 1000;
