//! CHART AND DATASET -> DATA for other programs and for people, a file a format. Strings only.

pub mod bibliography;
pub mod csv;
pub mod data;
pub mod escape;
pub mod markdown;
mod table;
pub mod variables;

pub use table::{DataRow, RowKind, rows};
