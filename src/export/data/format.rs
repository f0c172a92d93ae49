//! What a format is.

use crate::dataset::Dataset;

/// A way to write a whole data set for other programs.
pub struct DataFormat {
    /// What the command line calls it.
    pub word: &'static str,
    /// What it is for, as help says it.
    pub what: &'static str,
    /// How it is written.
    pub writes: Writes,
}

/// What a format writes.
#[derive(Clone, Copy)]
pub enum Writes {
    /// Text, which may be printed.
    Text(fn(&DataSource) -> String),
    /// Bytes, which go into a file; or why the format cannot hold the data, and what to do.
    Bytes(fn(&DataSource) -> Result<Vec<u8>, String>),
}

/// What is written.
pub struct DataSource<'d, 't> {
    /// The name of the project.
    pub project: &'d str,
    /// Its own `data/datapackage.json`, if it has one.
    pub package: Option<&'d str>,
    /// Without errors.
    pub data: &'d Dataset<'t>,
}
