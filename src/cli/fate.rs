//! What became of a file that a chart is drawn into.

use sourceline::store::{FileStanding, StoreError};

use super::outputs::{Delivery, Outputs};

/// What became of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum FileFate {
    /// The file was the same already.
    Same,
    Differed,
    Missed,
    /// There is an error in its spec.
    NotDrawn,
    /// The disk would not take it.
    NotWritten,
    /// A file that we did not write stands in its place, and stays.
    NotOurs,
    /// The same where nobody asked for one of its format.
    LeftAlone,
    /// It is not what would be drawn now, and lies in a folder that is written as a whole.
    Old,
}

/// Puts a file in its place, and says what became of it.
pub fn settle_file(
    outputs: &Outputs,
    chart: &str,
    file: &str,
    bytes: &[u8],
) -> Result<FileFate, StoreError> {
    Ok(match outputs.put(chart, file, bytes)? {
        Delivery::Done(FileStanding::Same) => FileFate::Same,
        Delivery::Done(FileStanding::Differs) => FileFate::Differed,
        Delivery::Done(FileStanding::Missing) => FileFate::Missed,
        Delivery::NotOurs => FileFate::NotOurs,
    })
}
