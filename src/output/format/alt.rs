//! The alternative text by itself.

use super::row::Format;
use crate::locale::phrases::Pages;

/// `NAME.alt.txt`.
pub static ALT: Format = Format {
    word: "alt",
    ending: "alt.txt",
    what: "one sentence for those who do not see the picture",
    used_for: Some(Pages::for_alt),
    has_looks: false,
    is_heavy: false,
    make: |bench| Ok(format!("{}\n", bench.drawing.chart.alt).into_bytes()),
};
