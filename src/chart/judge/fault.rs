//! What the figures of a chart contradict, as a fault at its place in the spec.

use std::ops::Range;

use super::TypedFault;
use super::growth::{FromTo, call};
use super::text::JudgedText;
use crate::problem::Rule;

impl JudgedText {
    /// A word that is wrong.
    pub(super) fn wrong_word(
        &self,
        at: &Range<usize>,
        message: String,
        hint: impl Into<String>,
    ) -> TypedFault {
        TypedFault { place: self.place(at), rule: Rule::TypedWord, message, hint: hint.into() }
    }

    /// A word that the figures of the chart contradict, and what they say.
    pub(super) fn contradicted(
        &self,
        at: &Range<usize>,
        said: &str,
        hint: impl Into<String>,
    ) -> TypedFault {
        let typed = &self.text[at.clone()];
        let message = format!("the figures of the chart contradict `{typed}`: {said}");
        self.wrong_word(at, message, hint)
    }

    /// A word of movement that went another way between two figures.
    pub(super) fn went_otherwise(&self, at: &Range<usize>, moved: FromTo) -> TypedFault {
        self.contradicted(at, &went_from(moved), call("difference", moved.0, moved.1, moved.2))
    }
}

/// `visits` went from 401,502 (2019) to 96,340 (2020)
pub(super) fn went_from((counted, from, to): FromTo) -> String {
    format!(
        "`{}` went from {} ({}) to {} ({})",
        counted.id, from.said, from.called, to.said, to.called
    )
}
