//! What the row of an id said in one of the files, of whatever age: for its history.

use super::data_file::DataFile;
use super::edit::Editor;
use super::layout::{self, Layout};
use super::open::open;
use super::table::{Limits, Table};
use crate::problem::Gathered;

/// The cells of a row that say something, by the names of their columns.
pub type RowCells = Vec<(&'static str, String)>;

/// What the row of an id says; `None` if there is none, or if the file cannot be read.
pub fn row_of(file: DataFile, bytes: &[u8], id: &str) -> Option<RowCells> {
    memchr::memmem::find(bytes, id.as_bytes())?;
    let table = read(file, bytes);
    let editor = Editor::new(&table, None);
    let row = editor.find("id", id).into_iter().next()?;
    Some(cells(&editor, table.layout, row))
}

/// The id of a row that says the same as this in all its other cells; `None` if there is none, or
/// more than one.
pub fn same_but_for_its_id(file: DataFile, bytes: &[u8], cells_now: &RowCells) -> Option<String> {
    let table = read(file, bytes);
    let editor = Editor::new(&table, None);
    let others = |cells: &RowCells| -> RowCells {
        cells.iter().filter(|(column, _)| *column != "id").cloned().collect()
    };
    let sought = others(cells_now);
    let rows = editor.find_where("id", |_| true).into_iter();
    let mut alike = rows.filter(|row| others(&cells(&editor, table.layout, *row)) == sought);
    let found = alike.next()?;
    alike.next().is_none().then(|| editor.cell(found, "id").into_owned())
}

fn read<'t>(file: DataFile, bytes: &'t [u8]) -> Table<'t> {
    let layout = layout::ALL.into_iter().find(|layout| layout.file == file);
    let layout: &'static Layout = layout.expect("each of the files has a layout");
    open(layout, bytes, Limits::STATED, &mut Gathered::default())
}

fn cells(editor: &Editor, layout: &'static Layout, row: usize) -> RowCells {
    let cell = |column: &&'static str| (*column, editor.cell(row, column).into_owned());
    layout.columns.iter().map(cell).filter(|(_, text)| !text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_in_a_file_of_other_columns() {
        let old = b"id,title,unit\na,A,b\nc,\"C, c\",d\n";
        let row = row_of(DataFile::Series, old, "c").unwrap();
        assert_eq!(row, [("id", "c".into()), ("title", "C, c".into()), ("unit", "d".to_string())]);
        assert_eq!(row_of(DataFile::Series, old, "C"), None);
        assert_eq!(row_of(DataFile::Series, b"\xff\x00a", "a"), None);
        let new = b"title,id,unit,note\nA,a,b,\n\"C, c\",x,d,\n";
        assert_eq!(same_but_for_its_id(DataFile::Series, new, &row).as_deref(), Some("x"));
        assert_eq!(same_but_for_its_id(DataFile::Series, old, &row).as_deref(), Some("c"));
    }
}
