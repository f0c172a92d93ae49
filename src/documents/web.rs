//! HTML, read as browsers read it: attributes with or without quotation marks, `viewbox` in small
//! letters, nothing of what stands in comments. An SVG in the page is taken as it stands, or where it
//! is no XML any more, written anew as that.

use std::ops::Range;

use html5gum::{Spanned, StartTag, Token};

use super::found::{FileBeside, FormSays, FoundForm, FoundPicture, LineStarts, Searcher};
use super::tokens_of_page::tokens;
use super::unlooked::Unlooked;
use super::{addresses_in_styles, alternatives, own_words, sizes_in_page, typed_elsewhere};
use crate::encode::intricate::is_intricate;
use crate::references::xml::is_overfull;

/// A picture that a page shows.
pub struct ShownInPage {
    pub line: usize,
    /// The bytes of the page that hold it: an SVG, or the tag that names a file.
    pub span: Range<usize>,
    pub what: ShownThing,
}

/// As XML, or where it lies.
pub enum ShownThing {
    Inline(String),
    Address(String),
}

/// Every chart that a page shows.
pub fn find(
    searcher: &mut Searcher,
    text: &str,
    beside: FileBeside,
) -> Result<Vec<FoundPicture>, Unlooked> {
    if is_overfull(text) {
        return Err(Unlooked::Overfull);
    }
    let mut found = Vec::new();
    let words = own_words::in_page(text);
    let said = alternatives::outside(alternatives::in_tags(text), &words);
    searcher.found.alternatives.extend(said.into_iter().map(|one| one.said));
    searcher.found.sizes.extend(sizes_in_page::in_tags(text).into_iter().map(|one| one.said));
    typed_elsewhere::in_page(text, &mut searcher.found);
    searcher.found.words.extend(words.into_iter().map(|one| one.words));
    for shown in shown(text) {
        let place = format!("line {}", shown.line);
        match shown.what {
            ShownThing::Inline(svg) => {
                let form = FoundForm { part: String::new(), says: FormSays::of_svg(svg) };
                found.push(FoundPicture::alone(&place, form));
            }
            ShownThing::Address(address) => {
                found.extend(searcher.at_address(&place, &address, beside));
            }
        }
    }
    Ok(searcher.charts(found))
}

/// Each picture in the order of the page.
pub fn shown(text: &str) -> Vec<ShownInPage> {
    let mut found = Vec::new();
    let lines = LineStarts::of(text);
    let mut drawing: Option<OpenDrawing> = None;
    // Where a style sheet begins that is open, and from where addresses count.
    let (mut style, mut base) = (None, None);
    for token in tokens(text) {
        if let Some(open) = &mut drawing {
            if let Token::StartTag(tag) = &token {
                found.extend(shown_by(tag, &lines));
            }
            if open.take(&token)
                && let Some(open) = drawing.take()
            {
                found.push(open.closed(text, &lines));
            }
            continue;
        }
        let tag = match token {
            Token::StartTag(tag) => tag,
            Token::EndTag(tag) if tag.name.as_slice() == b"style" => {
                if let Some(start) = style.take() {
                    found.extend(shown_by_style(text, start..tag.span.start, &lines));
                }
                continue;
            }
            _ => continue,
        };
        match tag.name.as_slice() {
            b"svg" => {
                drawing = OpenDrawing::of(&tag);
                continue;
            }
            b"style" => style = Some(tag.span.end),
            b"base" => base = base.or_else(|| said(&tag, "href")),
            _ => {}
        }
        found.extend(shown_by(&tag, &lines));
    }
    if let Some(base) = base {
        found.iter_mut().for_each(|shown| shown.count_from(&base));
    }
    found
}

impl ShownInPage {
    /// What a page says once of all its addresses: they count from there. Those that hold a picture and
    /// those of other sites are as they are.
    fn count_from(&mut self, base: &str) {
        let ShownThing::Address(address) = &mut self.what else { return };
        let first = address.trim().split(['/', '\\']).next().unwrap_or_default();
        if !first.is_empty() && !first.contains(':') {
            let folder = base.trim().rfind('/').map_or("", |end| &base.trim()[..=end]);
            *address = format!("{folder}{}", address.trim());
        }
    }
}

/// What a style sheet names.
fn shown_by_style(text: &str, span: Range<usize>, lines: &LineStarts) -> Vec<ShownInPage> {
    let Some(style) = text.get(span.clone()) else { return Vec::new() };
    let shown = |(part, address): (Range<usize>, String)| {
        let span = span.start + part.start..span.start + part.end;
        ShownInPage { line: lines.line(span.start), span, what: ShownThing::Address(address) }
    };
    addresses_in_styles::addresses(style).into_iter().map(shown).collect()
}

fn shown_by(tag: &StartTag<usize>, lines: &LineStarts) -> Vec<ShownInPage> {
    let shown = |address| ShownInPage {
        line: lines.line(tag.span.start),
        span: tag.span.start..tag.span.end,
        what: ShownThing::Address(address),
    };
    addresses(tag).into_iter().map(shown).collect()
}

fn said(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes());
    value.map(|value| String::from_utf8_lossy(value).into_owned())
}

/// The pictures that a tag shows.
fn addresses(tag: &StartTag<usize>) -> Vec<String> {
    let said = |name: &str| said(tag, name);
    let mut all = of_element(tag);
    let style = said("style").unwrap_or_default();
    all.extend(addresses_in_styles::addresses(&style).into_iter().map(|(_, address)| address));
    all.extend(said("background"));
    all
}

/// Those that its element is there for.
fn of_element(tag: &StartTag<usize>) -> Vec<String> {
    let said = |name: &str| said(tag, name);
    match tag.name.as_slice() {
        b"img" => {
            let mut all: Vec<String> = said("src").into_iter().collect();
            all.extend(said("srcset").iter().flat_map(|set| candidates(set)));
            all.dedup();
            all
        }
        b"source" => said("srcset").iter().flat_map(|set| candidates(set)).collect(),
        b"embed" | b"iframe" | b"input" => said("src").into_iter().collect(),
        b"object" => said("data").into_iter().collect(),
        b"video" => said("poster").into_iter().collect(),
        // Within a drawing; of two names the newer counts (SVG 2, 16.1.6).
        b"image" => said("href").or_else(|| said("xlink:href")).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The addresses of `a.svg 1x, b.svg 2x`. Those that hold a picture have commas of their own.
fn candidates(set: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut rest = set.trim_start_matches([',', ' ', '\n', '\t']);
    while !rest.is_empty() {
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let (address, after) = rest.split_at(end);
        let ended = address.ends_with(',');
        all.push(address.trim_end_matches(',').to_string());
        let after = match ended {
            true => after,
            false => after.split_once(',').map_or("", |(_, after)| after),
        };
        rest = after.trim_start_matches(|c: char| c == ',' || c.is_whitespace());
    }
    all
}

/// An `<svg>` of a page up to where it ends.
struct OpenDrawing {
    start: usize,
    end: usize,
    depth: usize,
    /// The same as XML.
    xml: String,
}

impl OpenDrawing {
    fn of(tag: &StartTag<usize>) -> Option<OpenDrawing> {
        let mut open =
            OpenDrawing { start: tag.span.start, end: tag.span.end, depth: 1, xml: String::new() };
        open.tag(tag);
        (!tag.self_closing).then_some(open)
    }

    /// Is it whole with this?
    fn take(&mut self, token: &Token<usize>) -> bool {
        match token {
            Token::StartTag(tag) => {
                self.end = tag.span.end;
                self.tag(tag);
                if tag.name.as_slice() == b"svg" && !tag.self_closing {
                    self.depth += 1;
                }
            }
            Token::EndTag(tag) => {
                self.end = tag.span.end;
                self.xml += &format!("</{}>", String::from_utf8_lossy(&tag.name));
                if tag.name.as_slice() == b"svg" {
                    self.depth -= 1;
                }
            }
            Token::String(Spanned { value, span }) => {
                self.end = span.end;
                self.xml += &escaped(&String::from_utf8_lossy(value));
            }
            _ => {}
        }
        self.depth == 0
    }

    fn tag(&mut self, tag: &StartTag<usize>) {
        self.xml += &format!("<{}", String::from_utf8_lossy(&tag.name));
        let is_root = self.xml.len() == 4;
        if is_root && !tag.attributes.contains_key(&b"xmlns"[..]) {
            self.xml += " xmlns=\"http://www.w3.org/2000/svg\"";
        }
        for (name, value) in &tag.attributes {
            let name = String::from_utf8_lossy(name);
            let name = if name == "viewbox" { "viewBox" } else { &*name };
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
            if name == "xmlns" || name.chars().all(plain) {
                self.xml += &format!(" {name}=\"{}\"", escaped(&String::from_utf8_lossy(value)));
            }
        }
        self.xml += if tag.self_closing { "/>" } else { ">" };
    }

    fn closed(self, text: &str, lines: &LineStarts) -> ShownInPage {
        let span = self.start..self.end;
        let own = text.get(span.clone()).unwrap_or_default();
        let is_xml = !own.contains("viewbox=")
            && !is_intricate(own)
            && roxmltree::Document::parse(own)
                .is_ok_and(|document| document.root_element().tag_name().namespace().is_some());
        let what = ShownThing::Inline(if is_xml { own.to_string() } else { self.xml });
        ShownInPage { line: lines.line(span.start), span, what }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
