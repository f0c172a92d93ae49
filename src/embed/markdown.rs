//! Markdown of any kind: the picture in Markdown's own words, so that it survives a reader that
//! drops HTML, with the dark twin around it for a page that does not.

use super::host::{Gives, Host, NamedFiles};
use super::own::{self, OwnPart};
use super::piece::Embedded;
use crate::export::escape::{address_of_file, html, markdown, markdown_exact, markdown_within};
use crate::export::markdown::linked;
use crate::locale::phrases::Pages;

/// Markdown of any kind.
pub static MARKDOWN: Host = Host {
    word: "markdown",
    also: &["md"],
    ending: "snippet.md",
    used_for: Some(Pages::for_markdown),
    names: NamedFiles::DarkTwin,
    gives: Gives::Snippet(snippet),
    own: Some(own),
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    with_sources(piece, &image(piece), MARKDOWN.word)
}

/// The picture between what is said outside of it and its sources.
pub fn with_sources(piece: &Embedded<'_>, image: &str, host: &str) -> String {
    let (title, sources) = caption(piece, host);
    let title = title.map_or(String::new(), |title| title.in_markdown() + "\n");
    format!("{title}{}\n\n{}", with_dark_twin(piece, image), sources.in_markdown())
}

fn own(piece: &Embedded<'_>) -> Vec<OwnPart> {
    let (title, sources) = caption(piece, MARKDOWN.word);
    title.into_iter().chain([sources]).collect()
}

/// The title, where the picture lacks it, and the sources.
pub fn caption(piece: &Embedded<'_>, host: &str) -> (Option<OwnPart>, OwnPart) {
    let chart = piece.chart;
    let mut text = format!("**{}**", markdown(&chart.title));
    if !chart.subtitle.is_empty() {
        text.push_str(&format!("\n\n{}", markdown(&chart.subtitle)));
    }
    let title = chart.bare.then(|| OwnPart::of(chart, host, own::TITLE, text));
    (title, OwnPart::of(chart, host, own::SOURCES, sources(piece)))
}

fn image(piece: &Embedded<'_>) -> String {
    let path = address_of_file(&piece.pictures.svg.path);
    format!("![{}]({path})", markdown_exact(&piece.chart.alt))
}

/// All in one line: a blank line would take the image out of the `<picture>`.
fn with_dark_twin(piece: &Embedded<'_>, image: &str) -> String {
    let dark = piece.pictures.twins.iter().find(|twin| twin.dark && !twin.narrow);
    match dark {
        Some(twin) => format!(
            "<picture><source type=\"image/svg+xml\" media=\"(prefers-color-scheme: dark)\" srcset=\"{}\" />{image}</picture>",
            html(&address_of_file(&twin.picture.path))
        ),
        None => image.to_string(),
    }
}

/// What else a caption says, and the sources.
pub fn sources(piece: &Embedded<'_>) -> String {
    let sources = piece.sources(
        markdown_within,
        |citation| linked(&citation.text, &citation.url),
        |number| format!("\\[{number}\\]"),
    );
    (piece.apart(markdown_within) + &sources).trim_end().to_string()
}
