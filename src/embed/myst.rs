//! MyST, for Sphinx and Jupyter Book: a figure with a name, an alternative text and a caption. The ending
//! of the picture is left open, so that a page takes the SVG and LaTeX the PDF.

use std::path::Path;

use super::host::{Gives, Host, NamedFiles};
use super::piece::Embedded;
use super::{markdown, pandoc};
use crate::export::escape::address_of_file;
use crate::locale::phrases::Pages;

/// MyST, Sphinx.
pub static MYST: Host = Host {
    word: "myst",
    also: &["sphinx"],
    ending: "myst.md",
    used_for: Some(Pages::for_myst),
    names: NamedFiles::SvgOrPdf,
    gives: Gives::Snippet(snippet),
    own: None,
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    let address = address_of_file(&piece.pictures.svg.path);
    let any = Path::new(&address).with_extension("*");
    let caption = format!("{} {}", pandoc::lead(piece), markdown::sources(piece));
    format!(
        "```{{figure}} {}\n---\nname: fig-{}\nalt: {}\nwidth: 100%\n---\n{}\n```\n",
        any.display(),
        piece.label(),
        quoted(&piece.chart.alt),
        caption.trim_end()
    )
}

/// As a text of YAML in one line.
fn quoted(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain: String = words.chars().filter(|letter| !letter.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
