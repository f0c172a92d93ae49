//! GitHub: its own pages keep `<picture>`, `<img>` with a width, and `<details>`; they take out
//! every style.

use super::{Piece, html, markdown};
use crate::export::markdown as tables;

pub fn snippet(piece: &Piece<'_>) -> String {
    let mut text = String::new();
    if let Some((title, subtitle)) = markdown::said_outside(piece) {
        text.push_str(&format!("**{title}**\n\n"));
        if !subtitle.is_empty() {
            text.push_str(&format!("{subtitle}\n\n"));
        }
    }
    text.push_str(&markdown::with_dark_twin(piece, &html::image(piece)));
    text.push_str("\n\n");
    text.push_str(&markdown::sources(piece));
    let title = crate::export::escape::html(&piece.chart.title);
    text.push_str(&format!("\n\n<details>\n<summary>The figures: {title}</summary>\n\n"));
    text.push_str(&tables::table(piece.rows));
    text.push_str("</details>\n");
    text
}
