//! A text in runs, each with what it stands for, so that whoever sets or links it need not look
//! for that in its words.

use std::fmt;
use std::ops::Range;

use crate::locale::{Language, Phrase, words};

/// What a run of a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandsFor {
    /// A note, by its place in [`Chart::notes`](super::Chart::notes).
    Note(usize),
    /// A source, by its place in [`Chart::sources`](super::Chart::sources).
    Source(usize),
    /// Who said several, by the place of the first.
    Publisher(usize),
    /// All sources that are named nowhere else.
    Unnamed,
    /// What lies between them, such as the numbers of sources.
    Between,
    /// In a label: what stands on a line of its own, away from the value to which it belongs.
    Aside,
}

/// A part of a text, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Which bytes of the text.
    pub bytes: Range<usize>,
    /// What they lead to.
    pub stands_for: StandsFor,
}

/// A text of which every byte belongs to a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    text: String,
    runs: Vec<Run>,
}

impl Runs {
    /// A text that stands for one thing as a whole.
    pub fn whole(text: impl AsRef<str>, stands_for: StandsFor) -> Runs {
        let mut runs = Runs::default();
        runs.push(text, stands_for);
        runs
    }

    /// The notes of a chart, each a run.
    pub fn notes(texts: impl IntoIterator<Item = impl AsRef<str>>) -> Vec<Runs> {
        let note = |(at, text)| Runs::whole(text, StandsFor::Note(at));
        texts.into_iter().enumerate().map(note).collect()
    }

    /// Adds a run, or more of the last one.
    pub fn push(&mut self, text: impl AsRef<str>, stands_for: StandsFor) {
        let start = self.text.len();
        self.text.push_str(text.as_ref());
        extend(&mut self.runs, start..self.text.len(), stands_for);
    }

    /// Adds what stands for nothing.
    pub fn between(&mut self, text: impl AsRef<str>) {
        self.push(text, StandsFor::Between);
    }

    /// Adds another text with its runs.
    pub fn append(&mut self, more: &Runs) {
        for run in &more.runs {
            self.push(&more.text[run.bytes.clone()], run.stands_for);
        }
    }

    /// A phrase with these at its places; its own words stand for nothing.
    pub fn said(phrase: &Phrase, places: &[Runs]) -> Runs {
        let mut said = Runs::default();
        phrase.parts(places).iter().for_each(|part| said.append(part));
        said
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list(language: &Language, items: &[Runs]) -> Runs {
        let Some((last, most)) = items.split_last() else { return Runs::default() };
        let mut before = Runs::default();
        for (at, item) in most.iter().enumerate() {
            before.between(if at == 0 { "" } else { language.small.comma() });
            before.append(item);
        }
        match before.is_empty() {
            true => last.clone(),
            false => Runs::said(&language.small.and, &[before, last.clone()]),
        }
    }

    /// Ends as a sentence does.
    pub fn close(&mut self) {
        let closed = words::sentence(&self.text);
        if let Some(stop) = closed.strip_prefix(self.text.as_str()) {
            self.between(stop);
        }
    }

    /// The words alone.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Is there nothing to read?
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// In the order of the text, without a gap.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }
}

/// Adds so many bytes to runs that end where they start.
pub fn extend(runs: &mut Vec<Run>, bytes: Range<usize>, stands_for: StandsFor) {
    match runs.last_mut() {
        _ if bytes.is_empty() => {}
        Some(last) if last.stands_for == stands_for => last.bytes.end = bytes.end,
        _ => runs.push(Run { bytes, stands_for }),
    }
}

impl From<&'static str> for Runs {
    fn from(words: &'static str) -> Runs {
        Runs::whole(words, StandsFor::Between)
    }
}

impl fmt::Display for Runs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq<str> for Runs {
    fn eq(&self, other: &str) -> bool {
        self.text == other
    }
}

impl PartialEq<&str> for Runs {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}
