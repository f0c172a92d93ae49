//! PNG, the picture in pixels, with the words that belong to it.

use super::row::Format;
use crate::encode::{png, svg};
use crate::locale::phrases::Pages;
use crate::output::bench::Bench;
use crate::problem::{Problem, Rule};

/// `NAME.png`.
pub static PNG: Format = Format {
    word: "png",
    ending: "png",
    what: "the picture in pixels",
    used_for: Some(Pages::for_png),
    has_looks: true,
    is_heavy: true,
    make,
};

fn make(bench: &Bench) -> Result<Vec<u8>, Box<Problem>> {
    let chart = &bench.drawing.chart;
    let source: Vec<&str> = chart.sources.iter().map(|one| one.text.as_str()).collect();
    let words = png::PngWords {
        language: chart.language.tag,
        title: &chart.title,
        description: &chart.described(),
        source: &source.join("; "),
        stamp: svg::stamp_in(&bench.drawing.svg),
    };
    png::encode(bench.laid_out()?, &words).map_err(|error| bench.problem(Rule::Unpainted, error))
}
