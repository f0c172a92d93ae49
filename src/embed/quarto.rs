//! Quarto: a figure with a number, a caption and `fig-alt`.

use super::{Piece, markdown, pandoc};
use crate::export::escape::markdown_url;

pub fn snippet(piece: &Piece<'_>) -> String {
    format!(
        "![{}]({}){{#fig-{} fig-alt=\"{}\" width=\"100%\"}}\n",
        caption(piece),
        markdown_url(&piece.pictures.svg.path),
        piece.label(),
        pandoc::attribute(&piece.chart.alt),
    )
}

/// A caption of its own paragraph is lost, so the sources are part of it.
fn caption(piece: &Piece<'_>) -> String {
    format!("{} {}", pandoc::lead(piece), markdown::sources(piece)).trim_end().to_string()
}
