//! SVG, the picture itself.

use super::row::Format;
use crate::locale::phrases::Pages;

/// `NAME.svg`.
pub static SVG: Format = Format {
    word: "svg",
    ending: "svg",
    what: "the picture",
    used_for: Some(Pages::for_pages),
    has_looks: true,
    is_heavy: false,
    make: |bench| Ok(bench.drawing.svg.clone().into_bytes()),
};
