//! GitHub: its own pages keep `<picture>`, `<img>` with a width, and `<details>`; they take out
//! every style.

use super::host::{Gives, Host, NamedFiles};
use super::own::{self, OwnPart};
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
    own: Some(own),
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    let picture = markdown::with_sources(
        piece,
        &html::image(&piece.pictures.svg, &piece.chart.alt, ""),
        GITHUB.word,
    );
    format!("{picture}\n{}", figures(piece).in_markdown())
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    let (title, sources) = markdown::caption(piece, GITHUB.word);
    title.into_iter().chain([sources, figures(piece)]).collect()
}

fn figures(piece: &Embedded<'_>) -> OwnPart {
    let language = piece.chart.language;
    let summary = escape::html(&language.pages.figures_of(&piece.chart.title));
    let mut text = format!("<details>\n<summary>{summary}</summary>\n\n");
    text.push_str(&tables::table(language, piece.rows));
    match tables::definitions(language, piece.rows) {
        none if none.is_empty() => {}
        list => text.push_str(&format!("{list}\n")),
    }
    text.push_str("</details>\n");
    OwnPart::of(piece.chart, GITHUB.word, own::FIGURES, text)
}
