//! A source in the place of one that is still to be added, so that a first look asks what the
//! import will ask.

use sourceline::check::check;
use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SOURCES;
use sourceline::store::{FileEdit, Groundwork};

use crate::cli::change::editor;
use crate::cli::refusal::Unchanged;

/// Its id, which no person would give.
pub const STAND_IN: &str = "source-still-to-be-added";

/// The files with that source in them. It is dated late, so that years of two digits are ours.
pub fn with_stand_in(ground: &Groundwork, month: u32) -> Result<Groundwork, Unchanged> {
    let read = check(&ground.files, month);
    let editor = editor(ground, &read, &SOURCES)?;
    let row = [
        ("id", STAND_IN),
        ("kind", "report"),
        ("publisher", STAND_IN),
        ("title", STAND_IN),
        ("published", "2049-12-31"),
    ];
    let row = row.map(|(column, cell)| (column, cell.to_string()));
    let splice = editor.insert(RowSpot::End, &row).map_err(Unchanged::from)?;
    Ok(ground.with(&[FileEdit::new(SOURCES.file.label(), vec![splice])]))
}
