//! The cells of one row by the names of their columns, and what is wrong with the row as a whole.

use super::cells::shown;
use super::scan::{self, Cell, CellForm, Fault};
use super::table::Row;
use crate::figure::CellText;
use crate::problem::{Gathered, Place, Problem, Rule};

impl<'t> Row<'_, 't> {
    /// The cell of a column, if the header has it and this row can be trusted to have it there.
    pub fn cell(&self, column: usize) -> Option<Cell> {
        let position = self.table.positions[column]?;
        if !self.faults.is_empty() && position >= self.trusted() {
            return None;
        }
        self.cells.get(position).copied()
    }

    /// How many cells stand where the header says.
    fn trusted(&self) -> usize {
        if self.faults.iter().any(|fault| matches!(fault, Fault::Ragged { .. })) {
            return 0;
        }
        if self.cells.len() == self.table.width {
            return self.cells.len();
        }
        self.cells.iter().take_while(|cell| cell.form != CellForm::Broken).count()
    }

    /// What a cell says, empty where the column is left out; `None` where that cannot be told and
    /// has been reported.
    pub fn plain(&self, column: usize) -> Option<&'t str> {
        match self.cell(column) {
            Some(cell) => self.table.plain(cell),
            None if self.table.positions[column].is_some() => None,
            None if self.table.lacking.contains(&column) => None,
            None => Some(""),
        }
    }

    pub fn words(&self, column: usize) -> CellText<'t> {
        self.cell(column).map_or_else(CellText::default, |cell| self.table.words(cell))
    }

    pub fn place(&self, column: usize) -> Place {
        match self.cell(column) {
            Some(cell) => self.table.place(cell.start..cell.end),
            None => self.table.place(self.start..self.end),
        }
    }

    /// Told of the first row beyond those that are read.
    pub fn one_too_many(&self) -> Problem {
        let most = self.table.limits.rows;
        let message = format!("the file has more than the {most} rows that are read");
        Rule::Limit
            .at(self.table.place(self.start..self.end), message)
            .hint("split the data into several projects")
    }

    /// The id as far as it can be told even of a broken row, so that nothing that points to it
    /// is reported as well.
    pub fn likely_id(&self) -> String {
        self.table.likely_id(self.cells)
    }

    /// Reports what is wrong with the row as a whole.
    pub fn report_faults(&self, problems: &mut Gathered) {
        for fault in self.faults {
            problems.push(self.fault(fault));
        }
    }

    fn fault(&self, fault: &Fault) -> Problem {
        let table = self.table;
        match *fault {
            Fault::UnclosedQuote { open, line_end } => {
                let text = table.raw(open + 1..line_end);
                let end = text.find([',', ';', '\t']).unwrap_or(text.len());
                let message = format!(
                    "the quote before {} is never closed; a spreadsheet would swallow the rows below",
                    shown(&text)
                );
                Rule::UnclosedQuote
                    .at(table.place(open..line_end), message)
                    .hint(format!("close it, as in {}", shown(&format!("\"{}\"", &text[..end]))))
            }
            Fault::TextAfterQuote { cell, at, end } => {
                let text = table.raw(cell..end);
                let message = format!(
                    "after the closing quote there is more text, {}, so where the cell ends is anyone's guess",
                    shown(&table.raw(at..end))
                );
                Rule::TextAfterQuote
                    .at(table.place(at..end), message)
                    .hint(format!("double the quotes inside the cell: {}", shown(&quoted(&text))))
            }
            Fault::StrayQuote { cell, at, end } => {
                let text = table.raw(cell..end);
                let message = format!(
                    "there is a quote inside {}, a cell that is not quoted, which programs read in different ways",
                    shown(&text)
                );
                Rule::StrayQuote
                    .at(table.place(at..at + 1), message)
                    .hint(format!("write {}", shown(&quoted(&text))))
            }
            Fault::Ragged { cells } => self.ragged(cells),
            Fault::LongCell { start, end } => {
                let (most, found) = (table.limits.cell, end - start);
                let message =
                    format!("the cell has {found} bytes, more than the {most} that are read");
                Rule::Limit
                    .at(table.place(start..end), message)
                    .hint("shorten it, or keep the text elsewhere and name the place")
            }
        }
    }

    fn ragged(&self, cells: usize) -> Problem {
        let width = self.table.width;
        let noun = if cells == 1 { "cell" } else { "cells" };
        let message = format!(
            "the row has {cells} {noun} and the header {width}, so it is not known which cell belongs to which column"
        );
        let hint = match (width.saturating_sub(cells), self.split_number()) {
            (0, Some((found, number))) => format!("write {number} instead of {found}"),
            (0, None) => "put quotes around the cell that has a comma in it, or delete the extra \
                          cells at the end"
                .to_string(),
            (1, _) => "put a comma where the missing cell belongs".to_string(),
            (missing, _) => {
                format!("put a comma where each of the {missing} missing cells belongs")
            }
        };
        Rule::RaggedRow.at(self.table.place(self.start..self.end), message).hint(hint)
    }

    /// Cells that together are one number with commas: `17,000,000`.
    fn split_number(&self) -> Option<(String, String)> {
        let extra = self.cells.len().checked_sub(self.table.width)?;
        let raw = |cell: &Cell| self.table.raw(cell.start..cell.end);
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        self.cells.windows(extra + 1).find_map(|parts| {
            let parts: Vec<_> = parts.iter().map(raw).collect();
            let first = digits(&parts[0]) && parts[0].len() <= 3;
            let groups = parts[1..].iter().all(|part| digits(part) && part.len() == 3);
            (first && groups).then(|| (parts.join(","), parts.concat()))
        })
    }
}

/// A cell as it should be written, whatever quotes it has.
fn quoted(text: &str) -> String {
    let text = text.trim_start();
    let inner = text.strip_prefix('"').unwrap_or(text);
    let inner = match text.starts_with('"') {
        true => inner.strip_suffix('"').unwrap_or(inner),
        false => inner,
    };
    scan::quoted(&inner.replace("\"\"", "\""))
}
