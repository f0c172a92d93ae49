//! The steps that a series took, of which something is said to hold for each.

use super::WordJudge;
use super::dated::DateRole;
use super::growth::FromTo;
use super::known::{Counted, DrawnFigure};
use super::text::{JudgedText, speaks_of_forecasts};
use crate::reading::{Heard, Pause, stretches_to_a_date};

impl WordJudge {
    /// The steps to each of some dates: `climbed in 2021 and in 2022`. None where no such list stands
    /// after the word.
    pub(super) fn listed<'j>(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &'j Counted,
    ) -> Vec<FromTo<'j>> {
        let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
        let clause = text.around(heard.words.start, Pause::Clause);
        let end = text.around(heard.words.start, Pause::Sentence).end;
        let mut dates = Vec::new();
        let mut at = heard.words.end;
        let mut lead = vec!["in"];
        while at < end {
            let own = text.mentions.iter().find(|one| {
                one.days.is_some() && text.word_at(one.at.start) == at && !one.reference
            });
            match own {
                Some(one) => {
                    dates.extend(one.days);
                    lead = vec!["and", "in", "again"];
                }
                None if lead.contains(&text.word(at)) => {}
                None => break,
            }
            at += 1;
        }
        let places: Vec<usize> = dates
            .iter()
            .filter_map(|days| told.iter().rposition(|one| one.meets(*days)))
            .filter(|place| *place > 0)
            .collect();
        if places.len() < 2 || clause.is_empty() {
            return Vec::new();
        }
        let steps = places.into_iter().map(|at| (counted, told[at - 1], told[at]));
        steps.filter(|(_, from, to)| !counted.broken(from, to)).collect()
    }

    /// Every step of a series from the date that a text names on: `every year since 2020`.
    pub(super) fn steps<'j>(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &'j Counted,
    ) -> Vec<FromTo<'j>> {
        let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let clause = text.around(heard.words.start, Pause::Clause);
        let mut named = self.named(text, &clause, &told);
        if named.is_empty() {
            named = self.named(text, &sentence, &told);
        }
        // `every year since the lockdown`
        let undated = sentence.clone().any(|at| {
            let next = at + 1;
            // `year after year` is after nothing
            let again = at > 0 && text.word(at - 1) == text.word(next);
            matches!(text.word(at), "since" | "after")
                && !again
                && next < sentence.end
                && !text.mentions.iter().any(|one| {
                    one.days.is_some() && (next..next + 3).contains(&text.word_at(one.at.start))
                })
        });
        if undated && named.iter().all(|one| one.role != DateRole::Reference) {
            let then = self.since_it_happened(text, sentence);
            let from = then.and_then(|day| told.iter().position(|one| one.meets((day, day))));
            let steps = from.into_iter().flat_map(|from| told[from..].windows(2));
            let steps = steps.map(|two| (counted, two[0], two[1]));
            return steps.filter(|(_, from, to)| !counted.broken(from, to)).collect();
        }
        let alone = clause.end > heard.words.end && text.word(clause.end - 1) == "since";
        // `and have risen every year since`: since the date before it
        let before = self.named(text, &(sentence.start..heard.words.start), &told);
        if let Some(from) = before.last().filter(|_| alone) {
            let steps = (from.place..told.len().saturating_sub(1))
                .map(|at| (counted, told[at], told[at + 1]));
            return steps.filter(|(_, from, to)| !counted.broken(from, to)).collect();
        }
        let counted_to = stretches_to_a_date(&text.sentence, sentence.clone());
        let (first, last) = match &named[..] {
            [one] if one.ends && counted_to.is_none() => (0, one.place),
            // `every month in 2024`, `each of the three months to July`
            [one] if one.role == DateRole::Within && one.first < one.place => {
                (one.first.saturating_sub(1), one.place)
            }
            [one] if let Some(count) = counted_to => (one.place.saturating_sub(count), one.place),
            _ => {
                let first = named.iter().map(|one| one.place).min().unwrap_or(0);
                let last = named.iter().map(|one| one.place).max().filter(|last| *last > first);
                (first, last.unwrap_or(told.len().saturating_sub(1)))
            }
        };
        // `every year under the new count`
        let anew = sentence.clone().any(|at| {
            text.word(at) == "new"
                && matches!(
                    text.word(at + 1),
                    "count" | "method" | "system" | "basis" | "way" | "rule"
                )
        });
        let first = match anew || self.tells_a_break(text) {
            true => (first..last)
                .rev()
                .find(|at| counted.broken(told[*at], told[at + 1]))
                .map_or(first, |at| at + 1),
            false => first,
        };
        let steps = (first..last).map(|at| (counted, told[at], told[at + 1]));
        steps.filter(|(_, from, to)| !counted.broken(from, to)).collect()
    }
}
