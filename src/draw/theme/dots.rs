//! The shapes of dots, which tell series apart where colours do not.

/// The shape of a series' dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A circle.
    Round,
    /// Its sides along the axes.
    Square,
    /// Standing on its side.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// Two bars across each other.
    Cross,
    /// A triangle on its head.
    Wedge,
}
