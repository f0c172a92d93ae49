//! Why a first look imports nothing, and what a person can do about it.

use sourceline::tables::PublishedTable;

use super::columns_told::columns_told;
use super::look::FirstLook;
use super::shell::said_as;
use crate::cli::hint::Hint;
use crate::cli::refusal::Unchanged;

/// What is missing.
pub fn unfinished(table: &PublishedTable, look: &FirstLook) -> Unchanged {
    let options = &look.options;
    let columns = columns_told(table);
    if table.body().is_empty() {
        return Unchanged::new("there are no rows of figures in the file").hint(
            Hint::new("a table has a header and rows below it; ")
                .option("--range")
                .words(" names its cells, as in ")
                .said("--range", "A4:F30")
                .words(", and ")
                .option("--sheet")
                .words(" the sheet of a workbook"),
        );
    }
    if let Some(column) = &look.parts_alone {
        let and = said_as("--and", column);
        return Unchanged::new(format!("`{column}` says no year, and nothing else does")).hint(
            format!(
                "write --period with the year of all rows and {and}, as in --period 2023 {and}"
            ),
        );
    }
    if !options.has_period() {
        return Unchanged::new(
            "no column seems to hold years, months or other periods, and every figure has one",
        )
        .hint(
            Hint::new("write ")
                .option_of("--period-column", "COLUMN")
                .words(" for the one that does; or, where all rows are of one period, ")
                .option("--period")
                .words(" and that, as in ")
                .said("--period", "2023")
                .words(format!("; {columns}")),
        );
    }
    if let Some(between) = &look.between {
        return between.refused();
    }
    if !options.has_numbers() {
        return Unchanged::new("no column seems to hold numbers").hint(
            Hint::new("write ")
                .option_of("--value-column", "COLUMN")
                .words(format!(" for the one that does; {columns}")),
        );
    }
    Unchanged::new("the table is not understood well enough to be imported").hint(
        "the lines above say what is open; type what settles it behind this command, and it looks \
         again",
    )
}
