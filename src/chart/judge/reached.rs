//! The figures that a text says something came to: `rose to 25.1%`.

use super::WordJudge;
use super::known::DrawnFigure;
use super::near::periods_near;
use super::text::JudgedText;
use crate::reading::{Heard, HeardSense, leads_to_a_level};

impl WordJudge {
    /// The series that have the figure which is named as reached: `rose to 25.1%`.
    pub(super) fn reached(&self, text: &JudgedText, heard: &Heard) -> Option<Vec<usize>> {
        let to = heard.words.end;
        let next = reached_after(text, to)?;
        let mut matched = self.matched(text, next);
        // of several the one at whose date it stands
        let near = periods_near(text, next);
        let dated = |(at, place): &(usize, usize)| {
            near.iter().any(|days| self.counted[*at].told[*place].meets(*days))
        };
        if matched.iter().any(dated) {
            matched.retain(dated);
        }
        let known = leads_to_a_level(text.word(to)) && !matched.is_empty();
        known.then(|| matched.into_iter().map(|(series, _)| series).collect())
    }

    /// The places of the figures that are named as reached.
    pub(super) fn reached_at(
        &self,
        text: &JudgedText,
        heard: &Heard,
        told: &[&DrawnFigure],
    ) -> Vec<usize> {
        let to = heard.words.end;
        let Some(next) = reached_after(text, to) else { return Vec::new() };
        if !leads_to_a_level(text.word(to)) {
            return Vec::new();
        }
        let matched = self.matched(text, next);
        let figures = matched.into_iter().map(|(series, place)| &self.counted[series].told[place]);
        figures.filter_map(|one| told.iter().position(|own| std::ptr::eq(*own, one))).collect()
    }
}

/// The number that follows `to`: `to 397`, `to a provisional 397`.
fn reached_after(text: &JudgedText, to: usize) -> Option<&Heard> {
    let fills = |at: usize| matches!(text.word(at), "a" | "an" | "the" | "some" | "provisional");
    text.sentence.heard.iter().find(|next| {
        let start = next.words.start;
        matches!(next.says, HeardSense::Number(_))
            && (to + 1..to + 4).contains(&start)
            && (to + 1..start).all(fills)
    })
}
