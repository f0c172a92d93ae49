//! How each kind of mark is drawn, a file a mark. A mark draws its shapes through plotters and
//! says which labels it wants beside them; it knows no label's place and no other mark.

pub(super) mod band;
pub(super) mod bars;
pub(super) mod change;
mod dot;
pub(super) mod event;
pub(super) mod frame;
pub(super) mod gap;
pub(super) mod line;
pub(super) mod points;
pub(super) mod ring;
pub(super) mod spans;
