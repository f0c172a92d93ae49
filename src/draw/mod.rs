//! A chart becomes a scene: the only room that knows plotters. It reads no file and knows no
//! format; what leaves it is a [`Scene`] of plain shapes.
//!
//! The head and the foot are set first; between them lie the panels. Each panel's frame and marks
//! are drawn, then its labels find their places around them. Where a required label finds none,
//! the panel grows taller and is drawn again.

mod across;
mod advances;
mod backend;
mod bounds;
mod calendar;
mod days;
mod fit;
#[cfg(test)]
pub(crate) mod fixtures;
mod foot;
mod glyph;
mod heights;
mod key;
mod labels;
mod mark;
mod multiples;
mod occupied;
mod page;
mod paint;
#[cfg(feature = "pdf")]
pub mod passages;
mod plot;
mod row;
pub mod scene;
mod style;
pub mod text;
pub mod theme;
mod time_axis;
mod time_ticks;
mod unfit;
mod value_axis;
mod widths;
mod writing;

pub use fit::draw;
pub use foot::foot_lines;
pub use scene::Scene;
pub use style::Style;
pub use unfit::{Crowded, Unfit};

#[cfg(test)]
mod tests;
