//! All that can be said of a chart in words and tables.

use super::row::Format;
use super::svg::SVG;
use crate::chart::Chart;
use crate::dataset::Dataset;
use crate::embed::OwnPart;
use crate::export::{DataRow, markdown};
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
        let document = document(&bench.drawing.chart, &bench.rows(), bench.data);
        // What was known on a day stays what was known then: it is not asked whether it is still right.
        let text = match bench.data.as_known {
            Some(_) => document.markup,
            None => document.as_document(),
        };
        Ok(text.into_bytes())
    },
};

/// With the mark by which it is known again.
pub fn document(chart: &Chart, rows: &[DataRow], data: &Dataset) -> OwnPart {
    let picture = SVG.file(&file_name(&chart.name, data));
    OwnPart::whole(chart, markdown::document(chart, rows, data, &picture))
}
