//! What somebody typed in a document of their own beside a number that was filled in. Only what is
//! plainly said of that number is judged: all else in the sentence may be of other things.

use std::ops::Range;

use super::near::periods_near;
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::chart::words::written::Worded;
use crate::reading::{Heard, HeardSense, Pause, subordinates};

impl WordJudge {
    /// What is false of the number that these parts are.
    pub fn beside_computed(&self, written: &Worded, own: Range<usize>) -> Vec<TypedFault> {
        let text = JudgedText::of(written, &self.dates);
        let Some(own) = text.part_bytes(own) else { return Vec::new() };
        let within = |at: &Range<usize>| at.start < own.end && own.start < at.end;
        let mut found: Vec<TypedFault> = Vec::new();
        for heard in &text.sentence.heard {
            let fault = match &heard.says {
                HeardSense::Number(_) if within(&heard.at) => self
                    .has_its_date(&text, heard)
                    .then(|| self.dated_otherwise(&text, heard))
                    .flatten(),
                _ if text.is_computed(&heard.at) || !self.is_said_of(&text, heard, &own) => None,
                HeardSense::Moves(way) => self.movement(&text, Scope::Chart, heard, *way),
                HeardSense::Extreme(way, nth) => {
                    self.extreme(&text, Scope::Chart, heard, *way, *nth)
                }
                _ => None,
            };
            found.extend(fault);
        }
        if text.compared.len() == 1 && text.compared.iter().all(|(at, _)| within(at)) {
            found.extend(self.compared_otherwise(&text));
        }
        found.dedup();
        found
    }

    /// Does a date that is typed stand in the clause of a number, or lead up to it: `In 2023 we gave`,
    /// `In 2023, we gave`?
    fn has_its_date(&self, text: &JudgedText, heard: &Heard) -> bool {
        let clause = text.around(heard.words.start, Pause::Clause);
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let near = periods_near(text, heard);
        let dates = text.mentions.iter().filter(|one| {
            one.days.is_some_and(|days| near.contains(&days)) && !text.is_computed(&one.at)
        });
        dates.into_iter().any(|one| {
            let own = text.around(text.word_at(one.at.start), Pause::Clause);
            let leads = own.start == sentence.start && own.end == clause.start && own.len() <= 3;
            own == clause || leads
        })
    }

    /// Is a word said of the number that was filled in: `fell to 900`, `a record 900`, or in its clause
    /// of what its series counts?
    fn is_said_of(&self, text: &JudgedText, heard: &Heard, own: &Range<usize>) -> bool {
        let here = text.word_at(own.start);
        let mut clause = text.around(here, Pause::Clause);
        let start = heard.words.start;
        // `have fallen, to 900`
        let goes_on = clause.start + 1 == here && matches!(text.word(clause.start), "to" | "at");
        if let Some(before) = clause.start.checked_sub(1).filter(|_| goes_on) {
            clause.start = text.around(before, Pause::Clause).start;
        }
        if !clause.contains(&start) {
            return false;
        }
        // another number stands nearer
        let between = start.min(here) + 1..start.max(here);
        let apart = text.computed().any(|part| between.contains(&text.word_at(part.start)));
        let joined = |words: Range<usize>| !words.into_iter().any(|at| subordinates(text.word(at)));
        if apart || !joined(between) {
            return false;
        }
        let leads = heard.words.end <= here
            && here - heard.words.end <= 3
            && (heard.words.end..here).all(|at| {
                matches!(
                    text.word(at),
                    "to" | "at"
                        | "by"
                        | "about"
                        | "around"
                        | "nearly"
                        | "over"
                        | "of"
                        | "with"
                        | "low"
                        | "high"
                        | "number"
                        | "total"
                )
            });
        let named = |at: usize| self.counted.iter().any(|one| one.is_named(text.word(at)));
        let subject = clause.start.max(start.saturating_sub(5))..start;
        let after = heard.words.end..clause.end.min(heard.words.end + 3);
        let of_it = subject.clone().any(named) && joined(subject) || after.into_iter().any(named);
        leads || of_it
    }
}
