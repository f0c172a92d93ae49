//! Expressions typed where none is filled in: in pages, texts and documents of OpenDocument. They are told, so
//! that nobody hands them out as they were typed.

use html5gum::{Spanned, Token};
use roxmltree::{Document, Node};

use super::found::{FoundCharts, LineStarts, joined};
use super::limits::MOST_EXPRESSIONS;
use super::tokens_of_page::tokens;
use super::typed::{FILLED, FoundExpression, TypedSpan, braced, typed_spans};

/// In these elements a page shows what may be typed, or tells a program what to do.
const NO_PROSE: [&[u8]; 7] = [b"code", b"pre", b"samp", b"kbd", b"script", b"style", b"svg"];

/// Of a page of HTML, or of a text in Markdown with blanks in place of its code.
pub fn in_page(text: &str, found: &mut FoundCharts) {
    if !may_hold(text) {
        return;
    }
    let mut letters = Letters::default();
    let mut within: Vec<Vec<u8>> = Vec::new();
    for token in tokens(text) {
        match token {
            Token::String(Spanned { value, span }) if within.is_empty() => {
                letters.push(span.start, &String::from_utf8_lossy(&value));
            }
            Token::StartTag(tag) => {
                letters.end(tag.span.start);
                if NO_PROSE.contains(&tag.name.as_slice()) && !tag.self_closing {
                    within.push(tag.name.to_vec());
                }
            }
            Token::EndTag(tag) => {
                letters.end(tag.span.start);
                if let Some(at) = within.iter().rposition(|name| *name == tag.name.as_slice()) {
                    within.truncate(at);
                }
            }
            _ => {}
        }
    }
    letters.told(text, found);
}

/// Of a text in LaTeX or Typst: what stands behind a `remark` of it is none.
pub fn in_text(text: &str, without_remark: impl Fn(&str) -> &str, found: &mut FoundCharts) {
    if !may_hold(text) {
        return;
    }
    let mut letters = Letters::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        letters.push(start, without_remark(line.trim_end_matches(['\r', '\n'])));
        letters.push(start, "\n");
        start += line.len();
    }
    letters.told(text, found);
}

/// Of a part of an OpenDocument.
pub fn in_open_document(document: &Document, outer: &str, found: &mut FoundCharts) {
    if !may_hold(document.input_text()) {
        return;
    }
    let (mut paragraphs, mut slides) = (0, 0);
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "page" => slides += 1,
            "p" | "h" => {
                paragraphs += 1;
                let place = match slides {
                    0 => format!("paragraph {paragraphs}"),
                    slide => format!("slide {slide}"),
                };
                let said = node.descendants().filter_map(|one| match one.tag_name().name() {
                    "s" | "tab" | "line-break" => Some(" "),
                    _ => one.text().filter(|_| one.is_text()),
                });
                let letters: Vec<char> = said.flat_map(str::chars).collect();
                let place = joined(outer, &place);
                found.elsewhere.extend(typed(&letters).into_iter().map(|span| of(&place, span)));
            }
            _ => {}
        }
    }
}

fn may_hold(text: &str) -> bool {
    text.contains("{{")
}

fn typed(letters: &[char]) -> Vec<TypedSpan> {
    let mut spans = typed_spans(letters);
    spans.retain(|span| span.closed);
    spans
}

fn of(place: &str, TypedSpan { words, closed, .. }: TypedSpan) -> FoundExpression {
    let paragraph = braced(&words).into();
    FoundExpression { place: place.to_string(), paragraph, at: 0, words, closed, filled: None }
}

/// The prose of a text, each letter with the byte at which it stands, or the piece of text that holds it.
#[derive(Default)]
struct Letters {
    letters: Vec<char>,
    places: Vec<usize>,
}

impl Letters {
    /// An expression ends with its paragraph.
    fn push(&mut self, start: usize, words: &str) {
        for (at, letter) in words.char_indices() {
            let is_empty_line = letter == '\n' && self.letters.last() == Some(&'\n');
            self.letters.push(if is_empty_line { FILLED } else { letter });
            self.places.push(start + at);
        }
    }

    /// No expression goes on beyond a tag.
    fn end(&mut self, at: usize) {
        self.letters.push(FILLED);
        self.places.push(at);
    }

    fn told(&self, text: &str, found: &mut FoundCharts) {
        let lines = LineStarts::of(text);
        let each = typed(&self.letters).into_iter().take(MOST_EXPRESSIONS);
        found.elsewhere.extend(each.map(|span| {
            let line = lines.line(self.places[span.start]);
            of(&format!("line {line}"), span)
        }));
    }
}
