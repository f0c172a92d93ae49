//! A text with a few places changed, and all else as it is.

use std::ops::Range;

use crate::dataset::encoding::breaks_line;

/// What is to stand where.
#[derive(Default)]
pub struct TextChanges(Vec<(Range<usize>, String)>);

impl TextChanges {
    /// What lies within another change is left out.
    pub fn replace(&mut self, place: Range<usize>, text: String) {
        let apart = |(other, _): &(Range<usize>, String)| {
            other.end <= place.start || place.end <= other.start
        };
        if self.0.iter().all(apart) {
            self.0.push((place, text));
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of others.
    pub fn append(&mut self, others: TextChanges) {
        others.0.into_iter().for_each(|(place, text)| self.replace(place, text));
    }

    pub fn made_in(self, text: &str) -> String {
        self.made_within(text, 0..text.len())
    }

    /// A part of the text, with what changes in it.
    pub fn made_within(mut self, text: &str, part: Range<usize>) -> String {
        self.0.sort_by_key(|(place, _)| place.start);
        let text = &text[..part.end];
        let mut out = String::with_capacity(part.len());
        let mut from = part.start;
        for (place, new) in self.0 {
            out.push_str(&text[from..place.start]);
            out.push_str(&new);
            from = place.end;
        }
        out.push_str(&text[from..]);
        out
    }
}

/// For a text or an attribute of XML.
pub fn xml_escaped(text: &str) -> String {
    let line = text.replace(|c| breaks_line(c) && !matches!(c, '\n' | '\r' | '\t'), " ");
    line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
