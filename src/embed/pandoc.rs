//! Pandoc: to Word, HTML, LaTeX and the rest.
//!
//! An image that is a paragraph of its own becomes a figure whose alternative text is its caption.
//! The backslash after it keeps it an image, so that the text reaches the place that each format
//! has for it; the caption follows in the style that Word gives captions.

use super::host::{Gives, Host, NamedFiles};
use super::markdown;
use super::piece::Embedded;
use crate::export::escape::{self, address_of_file};
use crate::locale::phrases::Pages;
use crate::locale::words;

/// Pandoc.
pub static PANDOC: Host = Host {
    word: "pandoc",
    also: &[],
    ending: "pandoc.md",
    used_for: Some(Pages::for_pandoc),
    names: NamedFiles::Svg,
    gives: Gives::Snippet(snippet),
    own: None,
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    format!(
        "![{}]({} \"{}\"){{width=100%}}\\\n\n\
         ::: {{custom-style=\"Image Caption\"}}\n{} {}\n:::\n",
        escape::markdown_exact(&piece.chart.alt),
        address_of_file(&piece.pictures.svg.path),
        escape::markdown_title(&piece.chart.title),
        lead(piece),
        markdown::sources(piece),
    )
}

/// The title and, where the picture lacks it, the subtitle.
pub fn lead(piece: &Embedded<'_>) -> String {
    let title = escape::markdown(&words::sentence(&piece.chart.title));
    match (piece.chart.bare, piece.chart.subtitle.as_str()) {
        (true, subtitle) if !subtitle.is_empty() => {
            format!("**{title}** {}", escape::markdown(&words::sentence(subtitle)))
        }
        _ => format!("**{title}**"),
    }
}
