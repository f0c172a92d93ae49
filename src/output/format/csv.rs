//! CSV, the drawn figures.

use super::row::Format;
use crate::export::csv;
use crate::locale::phrases::Pages;

/// `NAME.csv`.
pub static CSV: Format = Format {
    word: "csv",
    ending: "csv",
    what: "the drawn data",
    used_for: Some(Pages::for_csv),
    has_looks: false,
    is_heavy: false,
    make: |bench| Ok(csv::write(&bench.rows()).into_bytes()),
};
