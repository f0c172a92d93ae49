//! The alternative text by itself.

use super::row::Format;

/// `NAME.alt.txt`.
pub static ALT: Format = Format {
    word: "alt",
    ending: "alt.txt",
    what: "one sentence for those who do not see the picture",
    has_looks: false,
    is_heavy: false,
    make: |bench| Ok(format!("{}\n", bench.drawing.chart.alt).into_bytes()),
};
