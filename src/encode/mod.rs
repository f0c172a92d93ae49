//! SCENE -> BYTES. Knows no chart, but for what its stamp says, and no plotters; reads and writes
//! no file, has no clock.

pub mod compare;
#[cfg(any(feature = "png", feature = "pdf", feature = "cli"))]
pub mod copy;
#[cfg(any(feature = "png", feature = "pdf", feature = "cli"))]
pub mod font;
mod gist;
pub mod imprint;
pub mod intricate;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod piece;
#[cfg(any(feature = "png", feature = "pdf", feature = "cli"))]
mod plain_value;
#[cfg(feature = "png")]
pub mod png;
pub mod stamp;
pub mod svg;
