//! The whole of a data set for programs that count with it or keep it: a file a format. What is
//! said in each is the same, see [`records`].

mod format;
mod json;
#[cfg(feature = "xlsx")]
mod package;
pub mod records;
mod sql;
#[cfg(feature = "xlsx")]
mod workbook;

pub use format::{DataFormat, DataSource, Writes};

/// Every format, in the order in which help tells them.
pub static ALL: &[&DataFormat] = &[
    &json::JSON,
    &sql::SQL,
    #[cfg(feature = "xlsx")]
    &package::DATAPACKAGE,
    #[cfg(feature = "xlsx")]
    &workbook::XLSX,
];
