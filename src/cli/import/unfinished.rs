//! Why a first look imports nothing, and what a person can do about it.

use sourceline::locale::EN_GB;
use sourceline::tables::PublishedTable;

use super::look::FirstLook;
use super::options::{ImportOptions, shell};
use crate::cli::refusal::Unchanged;

/// What is missing, or was not said where `proposed` has it. `given` is what a person typed.
pub fn unfinished(
    table: &PublishedTable,
    look: &FirstLook,
    given: &ImportOptions,
    proposed: bool,
) -> Unchanged {
    let options = &look.options;
    let words: Vec<String> = (0..table.width()).map(|at| table.word(at)).collect();
    let columns = format!("the columns are {}", words.join(", "));
    if table.body().is_empty() {
        return Unchanged::new("there are no rows of figures in the file").hint(
            "a table has a header and rows below it; --range names its cells, as in --range A4:F30, \
             and --sheet the sheet of a workbook",
        );
    }
    if proposed {
        let open = [
            (
                "--series ID",
                given.series.is_none()
                    && given.series_column.is_none()
                    && !given.new_series
                    && !given.series_as_columns,
            ),
            ("--source ID", given.source.is_none() && given.source_column.is_none()),
            (
                "--period-column COLUMN",
                given.period_column.is_none() && given.period.is_none() && !given.years_as_columns,
            ),
            (
                "--value-column COLUMN",
                given.value_column.is_none()
                    && given.low_column.is_none()
                    && !given.years_as_columns
                    && !given.series_as_columns,
            ),
        ];
        let open: Vec<&str> =
            open.iter().filter(|(_, open)| *open).map(|(name, _)| *name).collect();
        let said = EN_GB.list(&open);
        return Unchanged::new(format!("nothing was imported, because nobody said {said}"))
            .hint("the command above says what seems to be meant: run it, or change it first");
    }
    if let Some(column) = &look.parts_alone {
        let word = shell(column);
        return Unchanged::new(format!("`{column}` says no year, and nothing else does")).hint(format!(
            "write --period with the year of all rows and --and {word}, as in --period 2023 --and {word}"
        ));
    }
    if !options.has_period() {
        return Unchanged::new(
            "no column seems to hold years, months or other periods, and every figure has one",
        )
        .hint(format!(
            "write --period-column COLUMN for the one that does; or, where all rows are of one \
             period, --period and that, as in --period 2023; {columns}"
        ));
    }
    if !options.has_numbers() {
        return Unchanged::new("no column seems to hold numbers")
            .hint(format!("write --value-column COLUMN for the one that does; {columns}"));
    }
    Unchanged::new("the table is not understood well enough to be imported").hint(
        "the lines above say what is open; type what settles it behind this command, and it looks \
         again",
    )
}
