//! How the columns of a table are called, where a name is none of them.

use sourceline::tables::PublishedTable;

/// So many are named: of a thousand nobody reads the last.
const MOST_NAMED: usize = 40;

/// How the columns of a table are called.
pub fn columns_told(table: &PublishedTable) -> String {
    let words = (0..table.width()).take(MOST_NAMED).map(|at| table.word(at));
    let named = words.collect::<Vec<_>>().join(", ");
    match table.width().saturating_sub(MOST_NAMED) {
        0 => format!("the columns are {named}"),
        more => format!("the columns are {named} and {more} more"),
    }
}
