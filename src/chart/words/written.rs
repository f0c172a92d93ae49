//! A text of the spec, worked out.

use std::ops::Range;

use crate::figure::{FigureKey, Span};

/// A text of the spec with its functions worked out.
#[derive(Clone, Debug, Default)]
pub struct Worded {
    pub parts: Vec<WordedPart>,
    /// The figures behind the numbers.
    pub figures: Vec<FigureKey>,
    /// The parts that are the number of one figure, by their places.
    pub values: Vec<(usize, FigureKey)>,
    /// The parts that count sources and are no number of a figure, by their places.
    pub counts: Vec<usize>,
    /// The parts that compare two figures, by their places, with the days of the one that is compared
    /// with and those of the other.
    pub compared: Vec<(usize, [Span; 2])>,
    /// Where it stands beside a mark: the bytes of the first part that say when.
    pub of_a_mark: Option<Range<usize>>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum WordedPart {
    /// Typed by the author. `exact` says that the bytes are those of the text, letter by letter.
    Typed {
        text: String,
        bytes: Range<usize>,
        exact: bool,
    },
    Computed(String),
    /// The number of sources of the chart, which is known only in the end.
    Sources,
}

impl Worded {
    /// A text of these parts, without a figure behind it.
    pub fn of(parts: Vec<WordedPart>) -> Worded {
        Worded { parts, ..Worded::default() }
    }

    /// The same after words that say beside which mark it stands, with the bytes of its date.
    pub fn after(&self, words: String, date: Range<usize>) -> Worded {
        let first = std::iter::once(WordedPart::Computed(words));
        Worded {
            parts: first.chain(self.parts.iter().cloned()).collect(),
            figures: self.figures.clone(),
            values: self.values.iter().map(|(at, figure)| (at + 1, *figure)).collect(),
            counts: self.counts.iter().map(|at| at + 1).collect(),
            compared: self.compared.iter().map(|(at, ends)| (at + 1, *ends)).collect(),
            of_a_mark: Some(date),
        }
    }

    /// Puts what a function answered behind it.
    pub fn append(&mut self, mut more: Worded) {
        let before = self.parts.len();
        self.values.extend(more.values.iter().map(|(at, figure)| (before + at, *figure)));
        self.counts.extend(more.counts.iter().map(|at| before + at));
        self.compared.extend(more.compared.iter().map(|(at, ends)| (before + at, *ends)));
        self.parts.append(&mut more.parts);
        self.figures.append(&mut more.figures);
    }

    /// Has the author typed any of it?
    pub fn is_typed(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, WordedPart::Typed { .. }))
    }

    pub fn text(&self, sources: usize) -> String {
        let parts = self.parts.iter().map(|part| match part {
            WordedPart::Typed { text, .. } | WordedPart::Computed(text) => text.clone(),
            WordedPart::Sources => sources.to_string(),
        });
        parts.collect()
    }
}
