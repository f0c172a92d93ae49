//! GitHub: its own pages keep `<picture>`, `<img>` with a width, and `<details>`; they take out
//! every style.

use super::host::{Gives, Host, NamedFiles};
use super::piece::Embedded;
use super::{html, markdown};
use crate::export::{escape, markdown as tables};
use crate::locale::phrases::Pages;

/// GitHub.
pub static GITHUB: Host = Host {
    word: "github",
    also: &[],
    ending: "github.md",
    used_for: Some(Pages::for_github),
    names: NamedFiles::DarkTwin,
    gives: Gives::Snippet(snippet),
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    let mut text = markdown::with_sources(piece, &html::image(piece, ""));
    let language = piece.chart.language;
    let summary = escape::html(&language.pages.figures_of(&piece.chart.title));
    text.push_str(&format!("\n<details>\n<summary>{summary}</summary>\n\n"));
    text.push_str(&tables::table(language, piece.rows));
    match tables::definitions(language, piece.rows) {
        none if none.is_empty() => {}
        list => text.push_str(&format!("{list}\n")),
    }
    text.push_str("</details>\n");
    text
}
