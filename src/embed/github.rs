//! GitHub: its own pages keep `<picture>`, `<img>` with a width, and `<details>`; they take out
//! every style.

use super::{Piece, html, markdown};
use crate::export::{escape, markdown as tables};

pub fn snippet(piece: &Piece<'_>) -> String {
    let mut text = markdown::with_sources(piece, &html::image(piece));
    let language = piece.chart.language;
    let summary = escape::html(&language.pages.figures_of(&piece.chart.title));
    text.push_str(&format!("\n<details>\n<summary>{summary}</summary>\n\n"));
    text.push_str(&tables::table(language, piece.rows));
    text.push_str("</details>\n");
    text
}
