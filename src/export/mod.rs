//! CHART AND DATASET -> DATA for other programs and for people, a file a format. Strings only.

pub mod bibliography;
mod change_rows;
pub mod csv;
pub mod data;
pub mod escape;
pub mod figure_words;
pub mod markdown;
mod table;
pub mod variables;

pub use change_rows::{ChangeRow, change_rows};
pub use table::{DataRow, RowKind, rows};
