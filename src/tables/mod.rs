//! What others publish, as cells to import from: a table of whatever program, as it shows them.
//!
//! Knows no data set and no disk: bytes come in, a [`Grid`] of texts leaves, and an [`Outline`] says
//! which of its rows are the header and which are figures.

mod grid;
mod outline;
mod separated;

pub use grid::Grid;
pub use outline::Outline;

use crate::problem::Problem;

/// The cells of a file. `label` is what problems call it.
pub fn read(label: &str, bytes: &[u8]) -> Result<Grid, Box<Problem>> {
    separated::read(label, bytes)
}
