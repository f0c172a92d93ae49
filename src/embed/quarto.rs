//! Quarto: a figure with a number, a caption and `fig-alt`.

use super::host::{Gives, Host, NamedFiles};
use super::piece::Embedded;
use super::{markdown, pandoc};
use crate::export::escape::{address_of_file, markdown_title};
use crate::locale::phrases::Pages;

/// Quarto.
pub static QUARTO: Host = Host {
    word: "quarto",
    also: &["qmd"],
    ending: "qmd",
    used_for: Some(Pages::for_quarto),
    names: NamedFiles::Svg,
    gives: Gives::Snippet(snippet),
    own: None,
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    format!(
        "![{}]({}){{#fig-{} fig-alt=\"{}\" width=\"100%\"}}\n",
        caption(piece),
        address_of_file(&piece.pictures.svg.path),
        piece.label(),
        markdown_title(&piece.chart.alt),
    )
}

/// A caption of its own paragraph is lost, so the sources are part of it.
fn caption(piece: &Embedded<'_>) -> String {
    format!("{} {}", pandoc::lead(piece), markdown::sources(piece)).trim_end().to_string()
}
