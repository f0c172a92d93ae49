//! Typst: a `figure` with the PDF, which keeps its fonts and its words. All words are strings, so
//! that none of them is markup.

use super::host::{Gives, Host, NamedFiles};
use super::piece::Embedded;
use crate::export::escape::typst;
use crate::locale::phrases::Pages;

/// Typst.
pub static TYPST: Host = Host {
    word: "typst",
    also: &["typ"],
    ending: "typ",
    used_for: Some(Pages::for_typst),
    names: NamedFiles::Pdf,
    gives: Gives::Snippet(snippet),
    own: None,
    inline: None,
};

fn snippet(piece: &Embedded<'_>) -> String {
    let chart = piece.chart;
    let subtitle = match chart.bare && !chart.subtitle.is_empty() {
        true => format!(" \\\n    #{}", typst(&chart.subtitle)),
        false => String::new(),
    };
    format!(
        "// A PDF as an image needs Typst 0.14. For a document that must itself be PDF/A or PDF/UA\n\
         // name the .svg instead, and have Arial or Liberation Sans installed.\n\
         #figure(\n  image({}, width: 100%, alt: {}),\n  caption: [\n    #{}{subtitle}\n  ],\n) \
         <fig-{}>\n#text(size: 0.85em)[{}{}]\n",
        typst(&piece.pictures.pdf),
        typst(&chart.alt),
        typst(&chart.title),
        piece.label(),
        piece.apart(words),
        piece.sources(words, link, |number| format!("#{}", typst(&format!("[{number}]")))),
    )
}

/// Words that might be markup are a string like everything else.
fn words(words: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || " ,:;".contains(letter);
    if words.chars().all(plain) { words.to_string() } else { format!("#{}", typst(words)) }
}

fn link(citation: &crate::chart::Citation) -> String {
    match citation.url.as_str() {
        "" => format!("#{}", typst(&citation.text)),
        url => format!("#link({}, {})", typst(url), typst(&citation.text)),
    }
}
