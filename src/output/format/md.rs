//! All that can be said of a chart in words and tables.

use super::row::Format;
use super::svg::SVG;
use crate::export::markdown;
use crate::locale::phrases::Pages;
use crate::output::looks::file_name;

/// `NAME.md`.
pub static MD: Format = Format {
    word: "md",
    ending: "md",
    what: "the description, the figures, the notes and the sources",
    used_for: Some(Pages::for_markdown_document),
    has_looks: false,
    is_heavy: false,
    make: |bench| {
        let chart = &bench.drawing.chart;
        let picture = SVG.file(&file_name(&chart.name, bench.data));
        Ok(markdown::document(chart, &bench.rows(), bench.data, &picture).into_bytes())
    },
};
