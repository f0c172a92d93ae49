//! What a document says of its pictures in place of them: alternative texts, titles and texts of SVG, and
//! what a PDF says that a figure shows. It is left where a program has dropped the stamp of a picture.

use html5gum::{Token, Tokenizer};

use super::found::Searcher;
use super::kind::{self, DocumentKind};
use super::package::DocumentParts;
use super::{pdf, prose};
use crate::references::xml::is_overfull;

/// So many texts are taken.
const MOST: usize = 2_000;

/// Each text by itself; of a drawing all its texts in one, for a title may be several lines.
pub fn said_of_pictures(name: &str, bytes: &[u8]) -> Vec<String> {
    let mut said = Vec::new();
    let mut searcher = Searcher::default();
    let Ok(kind) = DocumentKind::of(name, bytes) else { return said };
    match kind {
        DocumentKind::Pdf => said = pdf::said_of_figures(bytes, &mut searcher.allowance),
        DocumentKind::Package => {
            let Ok(mut parts) = DocumentParts::open(bytes) else { return said };
            if searcher.allowance.take_parts(parts.names().len()).is_err() {
                return said;
            }
            let pages = parts.names().iter().filter(|name| is_page(name)).cloned();
            for page in pages.collect::<Vec<_>>() {
                let Some(text) = parts.text(&page, &mut searcher) else { continue };
                in_markup(&text, &mut said);
            }
        }
        _ => {
            let Ok(text) = kind::text_of(bytes) else { return said };
            let text = match kind {
                DocumentKind::Markdown => prose::without_code(&text),
                _ => text.into_owned(),
            };
            in_markup(&text, &mut said);
            if matches!(kind, DocumentKind::Markdown | DocumentKind::Notebook) {
                let pictures = text.split("![").skip(1);
                let texts = pictures.filter_map(|rest| rest.split_once(']'));
                said.extend(texts.take(MOST).map(|(text, _)| text.to_string()));
            }
        }
    }
    said.truncate(MOST);
    said
}

/// What people write in, and drawings.
fn is_page(part: &str) -> bool {
    [".xml", ".svg", ".xhtml", ".html"].iter().any(|ending| part.ends_with(ending))
}

/// Of HTML, of SVG and of what offices write.
fn in_markup(text: &str, said: &mut Vec<String>) {
    if is_overfull(text) {
        return;
    }
    let (mut drawing, mut texts) = (0_usize, String::new());
    let mut own: Option<String> = None;
    for token in Tokenizer::new(text).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = tag.name.as_slice();
                let key: Option<&[u8]> = match name {
                    b"img" => Some(b"alt"),
                    b"svg" => Some(b"aria-label"),
                    _ if name.ends_with(b"docpr") || name.ends_with(b"cnvpr") => Some(b"descr"),
                    _ => None,
                };
                let value = key.and_then(|key| tag.attributes.get(key));
                said.extend(value.map(|value| String::from_utf8_lossy(value).into_owned()));
                if name == b"svg" && !tag.self_closing {
                    drawing += 1;
                }
                if matches!(name, b"svg:title" | b"svg:desc") || drawing > 0 && is_said_in(name) {
                    own = Some(String::new());
                }
            }
            Token::String(letters) => {
                let letters = String::from_utf8_lossy(&letters);
                if let Some(own) = &mut own {
                    own.push_str(&letters);
                } else if drawing > 0 {
                    texts.push_str(&letters);
                    texts.push(' ');
                }
            }
            Token::EndTag(tag) => {
                let name = tag.name.as_slice();
                if matches!(name, b"svg:title" | b"svg:desc") || is_said_in(name) {
                    said.extend(own.take());
                }
                if name == b"svg" {
                    drawing = drawing.saturating_sub(1);
                    said.push(std::mem::take(&mut texts));
                }
            }
            _ => {}
        }
        if said.len() >= MOST {
            return;
        }
    }
}

fn is_said_in(name: &[u8]) -> bool {
    matches!(name, b"title" | b"desc")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_a_page_is_none_of_a_picture() {
        let page = "<title>Swifts</title><img src=a alt='Chart: a &amp; b'><svg aria-label=c>\
                    <title>d</title><text>e</text><text>f</text></svg><p>g</p>";
        assert_eq!(said_of_pictures("a.html", page.as_bytes()), ["Chart: a & b", "c", "d", "e f "]);
        assert_eq!(said_of_pictures("a.md", b"# b\n\n![c d](e.png)\n"), ["c d"]);
    }
}
