//! What a person must know of how a workbook was read.

use std::fmt;

/// Something of a workbook that is not in the cells that were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// Another sheet, which holds figures too, was not read.
    OtherSheet {
        /// What it is called.
        name: String,
        /// How many rows have content.
        rows: usize,
        /// How many columns have content.
        columns: usize,
        /// Does the workbook hide it?
        hidden: bool,
    },
    /// The workbook hides the sheet that was read.
    HiddenSheet(String),
    /// Rows with content are hidden and were not read; as the sheet counts them.
    HiddenRows(Vec<usize>),
    /// Columns with content are hidden and were not read; as the sheet letters them.
    HiddenColumns(Vec<String>),
    /// A row that looks as those of the range stands right below it.
    BelowRange {
        /// Its line.
        line: usize,
        /// A range that takes in all that is below.
        open: String,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Remark::OtherSheet { name, rows, columns, hidden } => {
                let hidden = if *hidden { "hidden " } else { "" };
                write!(
                    f,
                    "the {hidden}sheet `{name}` ({rows} rows, {columns} columns) was not read"
                )
            }
            Remark::HiddenSheet(name) => write!(f, "the sheet `{name}` is hidden in the workbook"),
            Remark::HiddenRows(rows) => {
                let rows: Vec<_> = rows.iter().map(usize::to_string).collect();
                write!(f, "hidden and not read: {}", few("row", &rows))
            }
            Remark::BelowRange { line, open } => {
                write!(f, "line {line}, which stands right below the range: --range {open} goes on")
            }
            Remark::HiddenColumns(columns) => {
                write!(f, "hidden and not read: {}", few("column", columns))
            }
        }
    }
}

/// `rows 3, 4, 5 and 12 more`.
fn few(what: &str, all: &[String]) -> String {
    let shown = all[..all.len().min(FEW)].join(", ");
    let plural = if all.len() == 1 { "" } else { "s" };
    match all.len().saturating_sub(FEW) {
        0 => format!("{what}{plural} {shown}"),
        more => format!("{what}{plural} {shown} and {more} more"),
    }
}

const FEW: usize = 6;
