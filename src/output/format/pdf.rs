//! PDF, the picture for print, with the data attached.

use super::csv::CSV;
use super::row::Format;
use crate::draw::passages::passages;
use crate::encode::{pdf, svg};
use crate::export;
use crate::locale::phrases::Pages;
use crate::output::bench::Bench;
use crate::problem::{Problem, Rule};

/// `NAME.pdf`.
pub static PDF: Format = Format {
    word: "pdf",
    ending: "pdf",
    what: "the picture for print, with the data attached",
    used_for: Some(Pages::for_pdf),
    has_looks: true,
    is_heavy: true,
    make,
};

fn make(bench: &Bench) -> Result<Vec<u8>, Box<Problem>> {
    let (chart, scene) = (&bench.drawing.chart, &bench.drawing.scene);
    let words = pdf::PdfWords {
        language: chart.language,
        title: &chart.title,
        alt: &chart.alt,
        passages: &passages(chart, scene),
        data: pdf::Attachment {
            name: &CSV.file(&chart.name),
            csv: &export::csv::write(&bench.rows()),
        },
        stamp: svg::stamp_in(&bench.drawing.svg),
    };
    pdf::encode(bench.laid_out()?, &words).map_err(|error| {
        let hint = "write its texts in plain letters, and shorter; or take the SVG or the PNG";
        Box::new(bench.problem(Rule::Unprinted, error).hint(hint))
    })
}
