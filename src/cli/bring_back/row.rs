//! A row of a workbook.

/// What it says: every column that it has, with its text.
pub type BookRow = Vec<(&'static str, String)>;
