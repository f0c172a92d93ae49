//! The text of a cell: borrowed from its file, unless doubled quotes had to be undone.

use std::fmt;
use std::ops::Deref;

/// Sixteen bytes, where a `Cow` has twenty-four: a million figures carry three of them each.
#[derive(Clone)]
pub struct CellText<'t>(Kept<'t>);

#[derive(Clone)]
enum Kept<'t> {
    Borrowed(&'t str),
    Owned(Box<Undone>),
}

#[derive(Clone)]
struct Undone(String);

impl Deref for CellText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Kept::Borrowed(text) => text,
            Kept::Owned(text) => &text.0,
        }
    }
}

impl<'t> From<&'t str> for CellText<'t> {
    fn from(text: &'t str) -> CellText<'t> {
        CellText(Kept::Borrowed(text))
    }
}

impl From<String> for CellText<'_> {
    fn from(text: String) -> Self {
        CellText(Kept::Owned(Box::new(Undone(text))))
    }
}

impl Default for CellText<'_> {
    fn default() -> Self {
        CellText::from("")
    }
}

impl AsRef<str> for CellText<'_> {
    fn as_ref(&self) -> &str {
        self
    }
}

impl fmt::Display for CellText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl fmt::Debug for CellText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

impl PartialEq for CellText<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CellText<'_> {}

impl PartialEq<str> for CellText<'_> {
    fn eq(&self, other: &str) -> bool {
        **self == *other
    }
}

impl PartialEq<&str> for CellText<'_> {
    fn eq(&self, other: &&str) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_small_and_reads_like_any_other() {
        assert_eq!(size_of::<CellText>(), 16);
        let (borrowed, owned) = (CellText::from("a"), CellText::from("a".to_string()));
        assert_eq!(borrowed, owned);
        assert_eq!(format!("{owned} {owned:?} {:>2}", CellText::default()), "a \"a\"   ");
    }
}
