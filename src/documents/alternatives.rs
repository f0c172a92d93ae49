//! The alternative texts that a page says beside the pictures it shows: HTML in an attribute, Markdown
//! between brackets.

use std::ops::Range;

use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::data_uri;
use super::found::{FoundAlternative, LineStarts};
use super::own_words::WordsInPage;
use super::splice::TextChanges;
use super::tokens_of_page::start_tags;
use crate::export::escape::{html, markdown_exact};

/// Where one stands in a text.
pub struct AlternativeInPage {
    pub said: FoundAlternative,
    span: Range<usize>,
    escape: fn(&str) -> String,
}

/// Those of the tags of a page. Only what stands between quotation marks can be replaced.
pub fn in_tags(text: &str) -> Vec<AlternativeInPage> {
    let lines = LineStarts::of(text);
    let mut found = Vec::new();
    for tag in start_tags(text) {
        if tag.name.as_slice() != b"img" {
            continue;
        }
        let said = |name: &[u8]| {
            let value = tag.attributes.get(name)?;
            Some(String::from_utf8_lossy(&value.value).into_owned())
        };
        let (Some(address), Some(words)) = (said(b"src"), said(b"alt")) else { continue };
        let whole = tag.span.start..tag.span.end;
        let Some(span) = quoted(text, whole, &words) else { continue };
        let place = format!("line {}", lines.line(tag.span.start));
        let picture = data_uri::local(&address).unwrap_or_default();
        let said = FoundAlternative { place, picture, text: words };
        found.push(AlternativeInPage { said, span, escape: html });
    }
    found
}

/// Where the value of `alt` stands in a tag.
fn quoted(text: &str, tag: Range<usize>, words: &str) -> Option<Range<usize>> {
    let inner = text.get(tag.clone())?;
    for mark in ['"', '\''] {
        let start = format!(" alt={mark}");
        for (at, _) in inner.match_indices(&start) {
            let from = at + start.len();
            let length = inner[from..].find(mark)?;
            if unescaped(&inner[from..from + length]) == words {
                return Some(tag.start + from..tag.start + from + length);
            }
        }
    }
    None
}

/// As browsers read the value of an attribute.
fn unescaped(raw: &str) -> String {
    let tag = format!("<a b=\"{}\">", raw.replace('"', "&quot;"));
    let mut tokens = Tokenizer::new(&tag).flatten();
    match tokens.next() {
        Some(Token::StartTag(tag)) => {
            let value = tag.attributes.get(b"b".as_slice());
            value.map_or(String::new(), |value| String::from_utf8_lossy(value).into_owned())
        }
        _ => String::new(),
    }
}

/// Those of a text in Markdown, without those of the HTML in it.
pub fn in_markdown(text: &str) -> Vec<AlternativeInPage> {
    let lines = LineStarts::of(text);
    let mut found = Vec::new();
    let mut open: Option<(String, Range<usize>, String)> = None;
    for (event, span) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                open = Some((dest_url.into_string(), span, String::new()));
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some((.., said)) = &mut open {
                    said.push_str(&words);
                }
            }
            Event::SoftBreak => {
                if let Some((.., said)) = &mut open {
                    said.push('\n');
                }
            }
            Event::End(TagEnd::Image) => {
                let Some((address, whole, words)) = open.take() else { continue };
                let inner = &text[whole.clone()];
                let Some(end) = inner.rfind("](").filter(|_| inner.starts_with("![")) else {
                    continue;
                };
                let place = format!("line {}", lines.line(whole.start));
                let picture = data_uri::local(&address).unwrap_or_default();
                found.push(AlternativeInPage {
                    said: FoundAlternative { place, picture, text: words },
                    span: whole.start + 2..whole.start + end,
                    escape: markdown_exact,
                });
            }
            _ => {}
        }
    }
    found
}

/// Those that are no part of words between marks, which are judged as a whole.
pub fn outside(found: Vec<AlternativeInPage>, words: &[WordsInPage]) -> Vec<AlternativeInPage> {
    let alone = |one: &AlternativeInPage| !words.iter().any(|words| words.holds(&one.span));
    found.into_iter().filter(alone).collect()
}

impl AlternativeInPage {
    /// Puts a newer text in its place.
    pub fn replace(&self, text: &str, changes: &mut TextChanges) {
        changes.replace(self.span.clone(), (self.escape)(text));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(found: &[AlternativeInPage], text: &str) -> Vec<(String, String, String)> {
        let said = |one: &AlternativeInPage| {
            let raw = text[one.span.clone()].to_string();
            (one.said.picture.clone(), one.said.text.clone(), raw)
        };
        found.iter().map(said).collect()
    }

    #[test]
    fn texts_are_found_where_they_stand() {
        let page = "<p>\n<img src=\"m/a%20b.svg\" data-alt=\"no\" alt=\"Fish &amp; \u{2018}chips\u{2019}\" />\n\
                    <img alt='one' src=c.svg><img alt=two src=d.svg>";
        assert_eq!(
            said(&in_tags(page), page),
            [
                (
                    "m/a b.svg".into(),
                    "Fish & \u{2018}chips\u{2019}".into(),
                    "Fish &amp; \u{2018}chips\u{2019}".into()
                ),
                ("c.svg".into(), "one".to_string(), "one".to_string()),
            ]
        );
        let text = "See ![Up 5\\% \\[sic\\]](m/a.svg).\n\n`![no](b.svg)`\n";
        assert_eq!(
            said(&in_markdown(text), text),
            [("m/a.svg".into(), "Up 5% [sic]".to_string(), "Up 5\\% \\[sic\\]".to_string())]
        );
    }
}
