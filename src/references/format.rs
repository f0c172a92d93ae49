//! The formats of lists, known by what is in a file.

use super::{Listed, Reference, bibtex, csl, endnote, page, ris, write};

/// What a list of references is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFormat {
    /// BibTeX and BibLaTeX.
    BibTex,
    /// CSL-JSON.
    Csl,
    /// RIS.
    Ris,
    /// EndNote XML.
    EndNote,
    /// A saved web page, which is one source.
    Page,
}

impl ListFormat {
    /// Those that are written, too.
    pub const WRITTEN: [ListFormat; 3] = [ListFormat::BibTex, ListFormat::Csl, ListFormat::Ris];

    /// As a person types it.
    pub fn word(self) -> &'static str {
        match self {
            ListFormat::BibTex => "bibtex",
            ListFormat::Csl => "csl",
            ListFormat::Ris => "ris",
            ListFormat::EndNote => "endnote",
            ListFormat::Page => "html",
        }
    }

    /// Who reads it, for help.
    pub fn what(self) -> &'static str {
        match self {
            ListFormat::BibTex => "The sources for LaTeX: BibLaTeX with biber",
            ListFormat::Csl => "The sources as CSL-JSON: Zotero, Pandoc, Quarto",
            ListFormat::Ris => "The sources as RIS: Zotero, Mendeley, EndNote",
            ListFormat::EndNote => "EndNote XML",
            ListFormat::Page => "A saved web page",
        }
    }

    /// The format of a text; `None` where it is in none of them.
    pub fn of(text: &str) -> Option<ListFormat> {
        let start = text.trim_start();
        if start.starts_with(['[', '{']) {
            return Some(ListFormat::Csl);
        }
        if start.starts_with('<') {
            let head: String = start.chars().take(4096).collect::<String>().to_lowercase();
            let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
            let has = |tag: &&str| head.split(*tag).skip(1).any(|rest| rest.starts_with(ends));
            let of_pages =
                ["<!doctype html", "<html", "<head", "<meta", "<title", "<body", "<link"];
            let is_library = ["<xml>", "<records>"].iter().any(|tag| head.contains(tag));
            return match !is_library && of_pages.iter().any(has) {
                true => Some(ListFormat::Page),
                false => text.contains("<record").then_some(ListFormat::EndNote),
            };
        }
        if text.lines().any(ris::begins_record) {
            return Some(ListFormat::Ris);
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
            ListFormat::Ris => ris(text),
            ListFormat::EndNote => endnote(text),
            ListFormat::Page => page(text),
        }
    }

    /// A list of these sources; `None` for a format that is only read.
    pub fn write(self, references: &[Reference]) -> Option<String> {
        match self {
            ListFormat::BibTex => Some(write::bibtex(references)),
            ListFormat::Csl => Some(write::csl(references)),
            ListFormat::Ris => Some(write::ris(references)),
            ListFormat::EndNote | ListFormat::Page => None,
        }
    }

    /// The formats that are read, in words.
    pub fn names() -> &'static str {
        "BibTeX, CSL-JSON, RIS, EndNote XML and saved web pages"
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
            ("Provider: A\n\nTY  - NEWS\nER  - ", Some(ListFormat::Ris)),
            ("TY - NEWS\nER -", Some(ListFormat::Ris)),
            ("<?xml version=\"1.0\"?><xml><records><record/>", Some(ListFormat::EndNote)),
            ("<xml><records><record><titles><title>T</title>", Some(ListFormat::EndNote)),
            ("<!-- saved from url=(0020)https://example.org/ -->\n<HTML>", Some(ListFormat::Page)),
            ("ann@example.org (Ann)", None),
            ("id,kind\na,news\n", None),
        ] {
            assert_eq!(ListFormat::of(text), expected, "{text}");
        }
    }
}
