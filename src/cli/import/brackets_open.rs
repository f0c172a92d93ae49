//! What has to be asked of numbers in brackets.

use super::brackets::{in_brackets, is_german};
use super::frame::Frame;
use super::question::{OpenMatter, Settlement};

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
    let negative = Settlement::new(&["--brackets", "negative"], "where it is below zero");
    let positive = |when| Settlement::new(&["--brackets", "positive"], when);
    let (as_written, answers) = match is_german(frame.table) {
        true => (
            "as German statistics write what is of low reliability",
            vec![positive("where it is not below zero"), negative],
        ),
        false => (
            "as accounts write what is below zero",
            vec![negative, positive("where the brackets say something else")],
        ),
    };
    Some(OpenMatter::new(format!("`{first}` stands in brackets, {as_written}"), answers))
}
