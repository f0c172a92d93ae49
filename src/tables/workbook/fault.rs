//! Why a workbook is not read.

use crate::problem::{Place, Problem, Rule};

/// Why a workbook is not read.
#[derive(Debug)]
pub enum WorkbookFault {
    Broken(String),
    TooLarge,
    /// What is said of it, and what to do.
    Unclear(String, String),
}

impl WorkbookFault {
    pub fn problem(self, place: Place) -> Problem {
        match self {
            WorkbookFault::Broken(why) => Rule::NoTable
                .at(place, format!("the workbook cannot be read: {why}"))
                .hint("open it in the program that made it and save it again"),
            WorkbookFault::TooLarge => Rule::Limit
                .at(
                    place,
                    format!(
                        "the workbook is larger than is read: unpacked, {} MB, or {MOST_CELLS} cells",
                        MOST_BYTES >> 20
                    ),
                )
                .hint("save the sheet that is meant as CSV"),
            WorkbookFault::Unclear(message, hint) => Rule::NoTable.at(place, message).hint(hint),
        }
    }
}

/// No workbook is unpacked to more bytes than these: a small file may ask for far more.
pub const MOST_BYTES: u64 = 400 << 20;

/// No sheet may have more cells than these, with the empty ones between them.
pub const MOST_CELLS: usize = 5_000_000;
