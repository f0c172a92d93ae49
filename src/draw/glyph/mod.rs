//! The shapes that marks, claims and the key are made of. A glyph knows where it stands and how it
//! looks; it knows no chart, no axis and no label.

pub(super) mod across;
pub(super) mod arrow;
pub(super) mod bar;
pub(super) mod bar_across;
pub(super) mod block;
pub(super) mod brush;
pub(super) mod finish;
pub(super) mod hatch;
pub(super) mod marker;
pub(super) mod whiskers;
