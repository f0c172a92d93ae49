//! GitHub: its own pages keep `<picture>`, `<img>` with a width, and `<details>`; they take out
//! every style.

use super::{Piece, html, markdown};
use crate::export::markdown as tables;

pub fn snippet(piece: &Piece<'_>) -> String {
    let mut text = markdown::with_sources(piece, &html::image(piece));
    let title = crate::export::escape::html(&piece.chart.title);
    text.push_str(&format!("\n<details>\n<summary>The figures: {title}</summary>\n\n"));
    text.push_str(&tables::table(piece.rows));
    text.push_str("</details>\n");
    text
}
