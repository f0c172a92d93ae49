//! What others publish, as cells to import from: a table of whatever program, as it shows them.
//!
//! Knows no data set and no disk: bytes come in, a [`Grid`] of texts leaves, and an [`Outline`] says
//! which of its rows are the header and which are figures.

pub mod absence;
pub mod broken_line;
mod cell_kind;
mod column_names;
pub mod counted_over;
pub mod day_of_year;
mod footnote;
pub mod foreign;
mod grid;
mod group_headings;
mod heading;
mod letters;
pub mod levels;
mod manner;
pub mod marks;
pub mod meaning;
mod months_across;
pub mod names;
mod noted_years;
mod notes;
mod numerals;
pub mod other_length;
mod outline;
#[cfg(feature = "xlsx")]
pub mod own_workbook;
pub mod part_of_year;
pub mod period_heading;
mod published;
mod range;
pub mod read_headings;
mod remark;
mod said_unit;
mod separated;
mod series_across;
mod shown;
mod time_series;
pub mod told_nature;
pub mod totals;
#[cfg(feature = "xlsx")]
mod workbook;
pub mod year_end;

pub use grid::Grid;
pub use heading::{HeadingUnit, UnitDoubt, is_unit_word, scale_of_unit, unit_word};
pub use letters::{TextEncoding, in_utf8};
pub use numerals::{DecimalMark, MarkEvidence};
pub use outline::Outline;
pub use published::{NamesMade, NoSuchColumn, PublishedTable};
pub use remark::Remark;

use crate::dataset::encoding::no_text;
use crate::problem::{Place, Problem, Rule};
use range::CellRange;

/// Which part of a file is asked for; nothing is the one table that it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What the sheet of a workbook is called.
    pub sheet: Option<String>,
    /// As spreadsheets write it: `B4:H30`; in a text, the rows are its lines.
    pub range: Option<String>,
}

/// The cells of a file. `label` is what problems call it.
pub fn read(label: &str, bytes: &[u8], asked: &Asked) -> Result<Grid, Box<Problem>> {
    let refused = |message: String, hint: &str| {
        Box::new(Rule::NoTable.at(Place::in_text(label, "", 0..0), message).hint(hint))
    };
    let range = match &asked.range {
        None => None,
        Some(text) => Some(CellRange::read(text).ok_or_else(|| {
            refused(
                format!("`{text}` is no range of cells"),
                "write it as B4:H30, B:D, 4:30 or B4:",
            )
        })?),
    };
    #[cfg(feature = "xlsx")]
    let workbook = workbook::is_workbook(bytes).then(|| {
        let place = Place::in_text(label, "", 0..0);
        workbook::read(bytes, asked.sheet.as_deref())
            .map_err(|fault| Box::new(fault.problem(place)))
    });
    #[cfg(not(feature = "xlsx"))]
    let workbook: Option<Result<Grid, Box<Problem>>> = None;
    let grid = match (workbook, &asked.sheet) {
        (Some(workbook), _) => {
            let grid = match &range {
                Some(range) => workbook?.asked(range),
                None => workbook?,
            };
            if let Some((cell, right)) = grid.wrongly_decoded() {
                let message = format!(
                    "cell {cell}, where `{right}` seems to be meant, was decoded wrongly before it was saved"
                );
                return Err(refused(message, "mend it in the workbook, or get the file again"));
            }
            grid
        }
        (None, Some(sheet)) if no_text(bytes).is_none() => {
            let message = format!("the file is a text, which has no sheet `{sheet}`");
            return Err(refused(message, "leave the sheet out"));
        }
        (None, _) => separated::read(label, bytes, range.as_ref())?,
    };
    if grid.height() == 0
        && let Some(range) = &asked.range
    {
        return Err(refused(format!("no cell of {range} has any content"), "name another range"));
    }
    Ok(grid)
}
