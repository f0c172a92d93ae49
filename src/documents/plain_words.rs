//! The words of a document without its pictures, to look for what was written beside them.

use html5gum::{Token, Tokenizer};
use roxmltree::{Document, Node};

use super::found::{Searcher, joined};
use super::kind::{DocumentKind, text_of};
use super::own_words::without_tags;
use super::package::DocumentParts;
use super::splice::TextChanges;
use super::{book, office, open_document, open_words, prose, web};
use crate::embed::words_of;
use crate::references::xml::is_overfull;

/// A paragraph of an office's document or of a book.
#[derive(Clone, Debug, PartialEq)]
pub struct PlainParagraph {
    /// `paragraph 3`, `slide 2`, `EPUB/text/ch001.xhtml`.
    pub place: String,
    /// Its words.
    pub words: String,
}

/// The words of a page or of a document of an office; of others none.
pub fn plain_words(name: &str, bytes: &[u8]) -> String {
    match DocumentKind::of(name, bytes) {
        Ok(DocumentKind::Html) => text_of(bytes).map_or(String::new(), |text| page(&text, &text)),
        Ok(DocumentKind::Markdown) => {
            text_of(bytes).map_or(String::new(), |text| page(&text, &prose::without_code(&text)))
        }
        _ => {
            let all = plain_paragraphs(name, bytes).into_iter().map(|one| one.words);
            all.collect::<Vec<_>>().join(" ")
        }
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

/// The paragraphs of a document of Word, PowerPoint or OpenDocument and of an EPUB; of others none.
pub fn plain_paragraphs(name: &str, bytes: &[u8]) -> Vec<PlainParagraph> {
    let mut found = Vec::new();
    if !matches!(DocumentKind::of(name, bytes), Ok(DocumentKind::Package)) {
        return found;
    }
    let mut searcher = Searcher::default();
    let Ok(mut parts) = DocumentParts::open(bytes) else { return found };
    if searcher.allowance.take_parts(parts.names().len()).is_err() {
        return found;
    }
    if parts.has("[Content_Types].xml") {
        for (page, place) in office::pages(&mut parts, &mut searcher) {
            let Some(text) = parts.text(&page, &mut searcher) else { continue };
            let Ok(document) = Document::parse(&text) else { continue };
            let counted = page.starts_with("word/");
            paragraphs(&document, &place, counted, &words_in, &mut found);
        }
    } else if parts.has("content.xml") {
        let Some(text) = parts.text("content.xml", &mut searcher) else { return found };
        let Ok(document) = open_document::parsed(&text) else { return found };
        let is_text = !document.descendants().any(|node| node.tag_name().name() == "page");
        paragraphs(
            &document,
            "",
            is_text,
            &|node| open_words::words(node.descendants()),
            &mut found,
        );
    } else {
        for page in book::pages(&parts) {
            let Ok(bytes) = parts.bytes(&page, &mut searcher) else { continue };
            let Ok(text) = text_of(&bytes) else { continue };
            if !is_overfull(&text) {
                of_page(&page, &text, &mut found);
            }
        }
    }
    found
}

fn words_in(paragraph: Node) -> String {
    words_of(paragraph.descendants())
}

/// Each paragraph of a part; `counted` where a person finds it by its number.
fn paragraphs(
    document: &Document,
    place: &str,
    counted: bool,
    words: &dyn Fn(Node) -> String,
    found: &mut Vec<PlainParagraph>,
) {
    let (mut paragraphs, mut slides) = (0, 0);
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "page" => slides += 1,
            "p" | "h" => {
                paragraphs += 1;
                let inner = match (counted, slides) {
                    (true, _) => format!("paragraph {paragraphs}"),
                    (false, 0) => String::new(),
                    (false, slide) => format!("slide {slide}"),
                };
                let words = words(node);
                if !words.is_empty() {
                    found.push(PlainParagraph { place: joined(place, &inner), words });
                }
            }
            _ => {}
        }
    }
}

/// Tags that go on within the words of a paragraph.
const WITHIN: [&[u8]; 15] = [
    b"a", b"abbr", b"b", b"cite", b"code", b"em", b"i", b"img", b"mark", b"q", b"small", b"span",
    b"strong", b"sub", b"sup",
];

/// Those of a page of a book, which end where other tags begin or end.
fn of_page(page: &str, text: &str, found: &mut Vec<PlainParagraph>) {
    let mut words = String::new();
    let mut ends = |words: &mut String| {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        words.clear();
        if !line.is_empty() {
            found.push(PlainParagraph { place: page.to_string(), words: line });
        }
    };
    for token in Tokenizer::new(text).flatten() {
        match token {
            Token::String(letters) => words.push_str(&String::from_utf8_lossy(&letters)),
            Token::StartTag(tag) if !WITHIN.contains(&tag.name.as_slice()) => ends(&mut words),
            Token::EndTag(tag) if !WITHIN.contains(&tag.name.as_slice()) => ends(&mut words),
            _ => {}
        }
    }
    ends(&mut words);
}
