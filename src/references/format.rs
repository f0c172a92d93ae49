//! The formats of lists, known by what is in a file.

use super::{Listed, bibtex, csl};

/// What a list of references is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFormat {
    /// BibTeX and BibLaTeX.
    BibTex,
    /// CSL-JSON.
    Csl,
}

impl ListFormat {
    /// The format of a text; `None` where it is in none of them.
    pub fn of(text: &str) -> Option<ListFormat> {
        let start = text.trim_start();
        if start.starts_with(['[', '{']) {
            return Some(ListFormat::Csl);
        }
        let begins_entry = |line: &str| {
            let word = line.trim_start().strip_prefix('@');
            let after = word.map(|word| word.trim_start_matches(|c: char| c.is_ascii_alphabetic()));
            after.is_some_and(|after| after.trim_start().starts_with(['{', '(']))
        };
        text.lines().any(begins_entry).then_some(ListFormat::BibTex)
    }

    /// What the list says.
    pub fn read(self, text: &str) -> Listed {
        match self {
            ListFormat::BibTex => bibtex(text),
            ListFormat::Csl => csl(text),
        }
    }

    /// The formats in words.
    pub fn names() -> &'static str {
        "BibTeX and CSL-JSON"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_beginnings() {
        for (text, expected) in [
            ("[{\"title\": \"T\"}]", Some(ListFormat::Csl)),
            (" {\"items\": []}", Some(ListFormat::Csl)),
            ("% a remark\n\n@book{a, title = {T}}", Some(ListFormat::BibTex)),
            ("@Article (a, title = {T})", Some(ListFormat::BibTex)),
            ("ann@example.org (Ann)", None),
            ("id,kind\na,news\n", None),
        ] {
            assert_eq!(ListFormat::of(text), expected, "{text}");
        }
    }
}
