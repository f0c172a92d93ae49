//! Numbers in brackets, which accounts write for what is below zero.

use super::frame::Frame;
use super::question::{OpenMatter, Settlement};

/// `1,250` of `(1,250)`.
pub fn in_brackets(cell: &str) -> Option<&str> {
    let inner = cell.strip_prefix('(')?.strip_suffix(')')?.trim();
    let is_number = |c: char| c.is_ascii_digit() || "£$€,.'% \u{a0}\u{202f}".contains(c);
    let fits = inner.contains(|c: char| c.is_ascii_digit()) && inner.chars().all(is_number);
    fits.then_some(inner)
}

/// Nothing around the table says what they are.
pub fn brackets_matter(frame: &Frame) -> Option<OpenMatter> {
    if frame.brackets.is_some() {
        return None;
    }
    let mut cells =
        frame.rows.iter().flat_map(|row| frame.values.iter().map(move |at| (*row, *at)));
    let first = cells.find_map(|(row, at)| {
        let cell = frame.table.grid.cell(row, at);
        in_brackets(cell).map(|_| cell)
    })?;
    Some(OpenMatter::new(
        format!("`{first}` stands in brackets, as accounts write what is below zero"),
        vec![
            Settlement::new(&["--brackets", "negative"], "where it is below zero"),
            Settlement::new(&["--brackets", "positive"], "where the brackets say something else"),
        ],
    ))
}
