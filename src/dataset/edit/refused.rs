//! Why a cell or a row is not written.

use crate::dataset::layout::Layout;
use crate::problem::Place;

/// The file has no column for something that a row has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoColumn {
    /// Which file.
    pub layout: &'static Layout,
    /// The column that it lacks.
    pub column: &'static str,
}

/// Why a cell is not changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellUnset {
    /// There is no such cell.
    NoColumn(NoColumn),
    /// The quotes of the row at this place are not in order, so that nobody can say where its
    /// cells begin and end.
    Quotes(Place),
}
