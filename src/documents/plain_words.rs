//! The words of a document without its pictures, to look for what was written beside them.

use roxmltree::Document;

use super::found::Searcher;
use super::kind::{DocumentKind, text_of};
use super::own_words::without_tags;
use super::package::DocumentParts;
use super::splice::TextChanges;
use super::{prose, web};
use crate::embed::words_of;
use crate::references::xml::is_overfull;

/// The words of a page or of a document of Word; of others none.
pub fn plain_words(name: &str, bytes: &[u8]) -> String {
    match DocumentKind::of(name, bytes) {
        Ok(DocumentKind::Html) => text_of(bytes).map_or(String::new(), |text| page(&text, &text)),
        Ok(DocumentKind::Markdown) => {
            text_of(bytes).map_or(String::new(), |text| page(&text, &prose::without_code(&text)))
        }
        Ok(DocumentKind::Package) => {
            let mut searcher = Searcher::default();
            let parts = DocumentParts::open(bytes).ok();
            let text = parts.and_then(|mut parts| parts.text("word/document.xml", &mut searcher));
            let text = text.unwrap_or_default();
            let document = Document::parse(&text);
            document.map_or(String::new(), |document| words_of(document.root().descendants()))
        }
        _ => String::new(),
    }
}

fn page(text: &str, shown: &str) -> String {
    if is_overfull(shown) {
        return String::new();
    }
    let mut pictures = TextChanges::default();
    for picture in web::shown(shown) {
        pictures.replace(picture.span, " ".into());
    }
    without_tags(&pictures.made_in(text))
}
