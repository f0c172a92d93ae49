//! SVG, the picture itself.

use super::row::Format;

/// `NAME.svg`.
pub static SVG: Format = Format {
    word: "svg",
    ending: "svg",
    what: "the picture",
    has_looks: true,
    is_heavy: false,
    make: |bench| Ok(bench.drawing.svg.clone().into_bytes()),
};
