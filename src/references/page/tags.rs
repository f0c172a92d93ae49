//! What the tags of a page say of it as a whole, read as browsers read them: in any case, with or
//! without quotation marks, entities for letters.

use std::collections::BTreeMap;

use super::super::xml::is_overfull;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{HtmlString, Spanned, StartTag, Token, Tokenizer};

/// A longer text belongs to a tag that is never closed.
const LONGEST: usize = 4096;

/// More tags of one kind than any page has: what follows them is not looked at, which is told.
pub(super) const MOST_TAGS: usize = 10_000;

/// All that a page says of itself in tags, in the order in which it stands there.
#[derive(Default)]
pub(super) struct PageTags {
    /// `<meta>`: its name in small letters, and what it says.
    pub metas: Vec<(String, String)>,
    /// `<link>` and `<a>` with a `rel`: that, in small letters, and the address.
    pub links: Vec<(String, String)>,
    /// What addresses without a site are of.
    pub base: String,
    pub title: String,
    pub headings: Vec<String>,
    /// What `<time>` says, by its attribute or in words.
    pub times: Vec<String>,
    /// Blocks of JSON-LD, each with the byte it begins at.
    pub linked: Vec<(usize, String)>,
    pub comments: Vec<String>,
    /// Is there a tag at all?
    pub is_page: bool,
}

/// What the text that follows is of.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Title,
    Heading,
    Time,
    Linked(usize),
}

/// Goes through a page and gathers.
pub(super) fn tags(text: &str) -> PageTags {
    let mut found = PageTags::default();
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut open: Option<(Within, String)> = None;
    // The title of a drawing is not that of the page.
    let mut drawings = 0usize;
    for token in Tokenizer::new_with_emitter(text, emitter).flatten() {
        if found.is_full() {
            break;
        }
        match token {
            Token::StartTag(tag) => {
                found.is_page = true;
                match tag.name.as_slice() {
                    b"svg" if !tag.self_closing => drawings += 1,
                    _ if drawings > 0 => {}
                    _ => {
                        if let Some(within) = found.take(&tag) {
                            found.close(open.replace((within, String::new())));
                        }
                    }
                }
            }
            Token::EndTag(tag) => match (tag.name.as_slice(), &open) {
                (b"svg", _) => drawings = drawings.saturating_sub(1),
                (b"title", Some((Within::Title, _)))
                | (b"h1", Some((Within::Heading, _)))
                | (b"time", Some((Within::Time, _)))
                | (b"script", Some((Within::Linked(_), _))) => found.close(open.take()),
                _ => {}
            },
            Token::String(piece) => {
                if let Some((within, said)) = &mut open
                    && (said.len() < LONGEST || matches!(within, Within::Linked(_)))
                {
                    *said += &lossy(&piece);
                }
            }
            Token::Comment(comment) if comment.len() < LONGEST => {
                found.comments.push(lossy(&comment));
            }
            _ => {}
        }
    }
    found.close(open);
    found
}

impl PageTags {
    /// Does the page say more than any page has to say?
    pub fn is_full(&self) -> bool {
        let all = [self.metas.len(), self.links.len(), self.times.len(), self.headings.len()];
        all.into_iter().chain([self.linked.len(), self.comments.len()]).any(|many| many > MOST_TAGS)
    }

    /// What a tag says by itself, or whose text follows.
    fn take(&mut self, tag: &StartTag<usize>) -> Option<Within> {
        let has = |name: &str| tag.attributes.contains_key(name.as_bytes());
        let said = |name: &str| attribute(&tag.attributes, name);
        if has("itemprop") && !has("name") && !has("property") {
            let mut value = ["content", "datetime", "href"].map(said).into_iter();
            let value = value.find(|value| !value.is_empty());
            let name = format!("itemprop {}", said("itemprop").to_lowercase());
            self.metas.extend(value.map(|value| (name, value)));
        }
        match tag.name.as_slice() {
            b"title" if self.title.is_empty() => return Some(Within::Title),
            b"h1" => return Some(Within::Heading),
            b"time" => match said("datetime") {
                written if written.is_empty() => return Some(Within::Time),
                written => self.times.push(written),
            },
            b"script" => {
                let kind = said("type").to_lowercase();
                let is_linked =
                    kind.split(';').next().is_some_and(|kind| kind.trim() == "application/ld+json");
                return is_linked.then_some(Within::Linked(tag.span.end));
            }
            b"meta" => {
                for name in ["name", "property", "http-equiv"] {
                    let (name, value) = (said(name).to_lowercase(), said("content"));
                    // Dublin Core is written in both ways.
                    let name = match name.split_once(':') {
                        Some((space @ ("dc" | "dcterms"), rest)) => format!("{space}.{rest}"),
                        _ => name,
                    };
                    if !name.is_empty() && !value.is_empty() {
                        self.metas.push((name, value));
                    }
                }
            }
            b"link" | b"a" => {
                let (rel, href) = (said("rel").to_lowercase(), said("href"));
                let words =
                    rel.split_whitespace().filter(|word| matches!(*word, "canonical" | "license"));
                let words = words.filter(|_| !href.is_empty());
                self.links.extend(words.map(|word| (word.to_string(), href.clone())));
            }
            b"base" if self.base.is_empty() => self.base = said("href"),
            _ => {}
        }
        None
    }

    fn close(&mut self, open: Option<(Within, String)>) {
        let Some((within, said)) = open else { return };
        match within {
            Within::Linked(at) => self.linked.push((at, said)),
            _ if said.len() >= LONGEST => {}
            Within::Title => self.title = in_one_line(&said),
            Within::Heading => self.headings.push(in_one_line(&said)),
            Within::Time => self.times.push(in_one_line(&said)),
        }
    }
}

fn attribute(all: &BTreeMap<HtmlString, Spanned<HtmlString, usize>>, name: &str) -> String {
    let value = all.get(name.as_bytes()).map(|value| lossy(value));
    value.map_or(String::new(), |value| in_one_line(&value))
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(super) fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text in which letters are written as entities once more, and perhaps with tags for italics:
/// what blogs put into JSON-LD and into attributes.
pub(super) fn unmarked(text: &str) -> String {
    if !text.contains(['&', '<']) || is_overfull(text) {
        return in_one_line(text);
    }
    let mut plain = String::new();
    for token in Tokenizer::new(text).flatten() {
        if let Token::String(piece) = token {
            plain += &lossy(&piece);
        }
    }
    in_one_line(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_as_browsers_do() {
        let page = "<!doctype html><HTML><META NAME=DC.Title CONTENT=Swifts>\
            <meta property='og:title' content=\"Swifts &amp; &#8216;boxes&#8217;\">\
            <svg><title>Logo</title></svg><TITLE>Swifts &mdash;\n Anytown</TITLE>\
            <script>\"<title>no</title>\"</script><link href=/a rel='Canonical'>\
            <script type='application/LD+JSON; charset=utf-8'>{\"a\": \"</p>\"}</script>\
            <h1>Swifts <em>again</em></h1><time>3 May 2020</time><time datetime=2020-05-03>x</time>";
        let read = tags(page);
        assert_eq!(read.title, "Swifts — Anytown");
        assert_eq!(
            read.metas,
            [
                ("dc.title".to_string(), "Swifts".to_string()),
                ("og:title".into(), "Swifts & ‘boxes’".into())
            ]
        );
        assert_eq!(read.links, [("canonical".to_string(), "/a".to_string())]);
        assert_eq!(read.headings, ["Swifts again"]);
        assert_eq!(read.times, ["3 May 2020", "2020-05-03"]);
        assert_eq!(read.linked[0].1, "{\"a\": \"</p>\"}");
        assert!(page[..read.linked[0].0].ends_with("charset=utf-8'>"));
    }

    #[test]
    fn letters_written_as_entities_once_more() {
        assert_eq!(unmarked("Don&#8217;t <em>stop</em> &amp; go"), "Don’t stop & go");
        assert_eq!(unmarked("AT&T, 3 < 4"), "AT&T, 3 < 4");
    }
}
