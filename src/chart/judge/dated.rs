//! Which figures of a series the dates of a text stand for, and what each date says of them.

use std::ops::Range;

use super::WordJudge;
use super::known::DrawnFigure;
use super::near::shifted;
use super::text::JudgedText;
use crate::reading::{HeardStretch, Pause};

/// A figure that a date of a text stands for.
pub(super) struct DatedFigure {
    /// Its place in the series; of several figures that of the last.
    pub place: usize,
    /// The first figure that the date stands for: of `in 2023` that of January.
    pub first: usize,
    pub role: DateRole,
    /// What is said begins there: `from 2019`.
    pub starts: bool,
    /// What is said of every step goes on to there: `to 2019`.
    pub ends: bool,
}

/// What a date says of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateRole {
    /// What is compared with it: `since 2019`.
    Reference,
    /// When it moved: `in 2019`.
    Within,
    /// Where it began or came to: `by 2019`.
    Around,
    /// Where it came to, and went no further: `until 2019`.
    End,
}

impl WordJudge {
    /// The figures of a series that the dates among some words stand for.
    pub(super) fn named(
        &self,
        text: &JudgedText,
        words: &Range<usize>,
        told: &[&DrawnFigure],
    ) -> Vec<DatedFigure> {
        let mentions = text.mentions.iter().filter_map(|mention| {
            let at = text.word_at(mention.at.start);
            let days = mention.days.filter(|_| words.contains(&at))?;
            let place = told.iter().rposition(|one| one.meets(days))?;
            let first = told.iter().position(|one| one.meets(days))?;
            let mut leads = (0..mention.from).rev().map(|at| text.word(at));
            let before = leads.find(|word| *word != "the").unwrap_or_default();
            // `in every month of 2024`
            let lead = leads.next().unwrap_or_default();
            let each = before == "of" && HeardStretch::of(lead).is_some();
            let role = match before {
                _ if mention.reference && !matches!(before, "until" | "till")
                    || starts_from(text, at) =>
                {
                    DateRole::Reference
                }
                "in" | "during" | "for" | "throughout" | "over" => DateRole::Within,
                _ if each => DateRole::Within,
                "until" | "till" | "by" => DateRole::End,
                // `in the week to 10 January`
                "to" | "ending" | "ended" if ends_a_stretch(text, mention.from) => DateRole::Within,
                _ if text.is_of_the_mark(&mention.at) => DateRole::Within,
                _ => DateRole::Around,
            };
            let starts = before == "from";
            let ends = role == DateRole::End || matches!(before, "to" | "through");
            Some(DatedFigure { place, first, role, starts, ends })
        });
        let moved = shifted(text).into_iter().filter_map(|shift| {
            let days = shift.days.filter(|_| words.contains(&shift.words.start))?;
            let place = told.iter().rposition(|one| one.meets(days))?;
            let role = if shift.earlier { DateRole::Reference } else { DateRole::Around };
            Some(DatedFigure { place, first: place, role, starts: false, ends: false })
        });
        mentions.chain(moved).collect()
    }
}

/// Does a date end a stretch of time: `the week to 10 January`?
fn ends_a_stretch(text: &JudgedText, at: usize) -> bool {
    at.checked_sub(2).is_some_and(|stretch| HeardStretch::of(text.word(stretch)).is_some())
}

/// Is a date that of a number from which something came: `up from 6,230 in 2020`?
fn starts_from(text: &JudgedText, at: usize) -> bool {
    let number = text.figures().find(|one| one.words.end + 1 == at);
    number.is_some_and(|one| {
        let mut lead = (one.words.start.saturating_sub(3)..one.words.start).rev();
        let clause = text.around(one.words.start, Pause::Clause);
        lead.any(|at| clause.contains(&at) && text.word(at) == "from")
    })
}
