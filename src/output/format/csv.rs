//! CSV, the drawn figures.

use super::row::Format;
use crate::export::csv;

/// `NAME.csv`.
pub static CSV: Format = Format {
    word: "csv",
    ending: "csv",
    what: "the drawn data",
    has_looks: false,
    is_heavy: false,
    make: |bench| Ok(csv::write(&bench.rows()).into_bytes()),
};
