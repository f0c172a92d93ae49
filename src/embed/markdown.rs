//! Markdown of any kind: the picture in Markdown's own words, so that it survives a reader that
//! drops HTML, with the dark twin around it for a page that does not.

use super::Piece;
use crate::export::escape::{markdown, markdown_url};
use crate::export::markdown::linked;

pub fn snippet(piece: &Piece<'_>) -> String {
    let mut text = String::new();
    if let Some((title, subtitle)) = said_outside(piece) {
        text.push_str(&format!("**{title}**\n\n"));
        if !subtitle.is_empty() {
            text.push_str(&format!("{subtitle}\n\n"));
        }
    }
    text.push_str(&with_dark_twin(piece, &image(piece)));
    text.push_str("\n\n");
    text.push_str(&sources(piece));
    text.push('\n');
    text
}

pub fn image(piece: &Piece<'_>) -> String {
    let path = markdown_url(&piece.pictures.svg.path);
    format!("![{}]({path})", markdown(&piece.chart.alt))
}

/// Title and subtitle, where they are not in the picture.
pub fn said_outside(piece: &Piece<'_>) -> Option<(String, String)> {
    piece.bare.then(|| (markdown(&piece.chart.title), markdown(&piece.chart.subtitle)))
}

/// All in one line: a blank line would take the image out of the `<picture>`.
pub fn with_dark_twin(piece: &Piece<'_>, image: &str) -> String {
    let dark = piece.pictures.twins.iter().find(|twin| twin.dark && !twin.narrow);
    match dark {
        Some(twin) => format!(
            "<picture><source media=\"(prefers-color-scheme: dark)\" srcset=\"{}\">{image}</picture>",
            crate::export::escape::html(&twin.picture.path.replace(' ', "%20"))
        ),
        None => image.to_string(),
    }
}

pub fn sources(piece: &Piece<'_>) -> String {
    piece.sources(
        |citation| linked(&citation.text, &citation.url),
        |number| format!("\\[{number}\\]"),
    )
}
