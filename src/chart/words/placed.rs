//! Where the letters of a text stand in the spec.

use std::ops::Range;

use crate::chart::spec::TypedText;

/// Where the words of a text stand in the spec.
pub struct InSpec<'w> {
    pub text: &'w str,
    bytes: Range<usize>,
    /// The byte of the spec at which the text starts, if it stands there letter by letter.
    start: Option<usize>,
}

impl<'w> InSpec<'w> {
    pub fn new(spec: &str, text: &'w TypedText) -> InSpec<'w> {
        let raw = spec.get(text.bytes.clone()).unwrap_or_default();
        let start = raw.find(&text.text).map(|found| text.bytes.start + found);
        InSpec { text: &text.text, bytes: text.bytes.clone(), start }
    }

    pub fn bytes(&self, range: Range<usize>) -> (Range<usize>, bool) {
        match self.start {
            Some(start) => (start + range.start..start + range.end, true),
            None => (self.bytes.clone(), false),
        }
    }
}

/// Where the `}}` stands that closes an expression: not one inside quotes.
pub fn closing(text: &str, from: usize) -> Option<usize> {
    let mut places = bare(&text[from..]).map(|(at, _)| from + at);
    places.find(|at| text[*at..].starts_with("}}"))
}

/// The letters outside quotes, each with its place.
pub fn bare(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (mut quote, mut escaped) = (None, false);
    text.char_indices().filter(move |(_, letter)| match quote {
        Some(_) if escaped => {
            escaped = false;
            false
        }
        Some(open) => {
            escaped = *letter == '\\';
            quote = (*letter != open).then_some(open);
            false
        }
        None => {
            quote = matches!(letter, '"' | '\'').then_some(*letter);
            quote.is_none()
        }
    })
}
