//! The dates that a text gives to events and breaks, held against their own.

use super::known::{Happened, without_plural};
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::problem::Rule;
use crate::reading::{Pause, begins};

impl WordJudge {
    /// `Weekly rounds began in October 2022`, of an event of October 2021.
    pub(super) fn happened_then(&self, text: &JudgedText) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for mention in &text.mentions {
            let at = text.word_at(mention.at.start);
            let Some(days) = mention.days.filter(|_| !text.is_computed(&mention.at)) else {
                continue;
            };
            let clause = text.around(at, Pause::Clause);
            let words: Vec<String> =
                clause.clone().map(|at| without_plural(text.word(at))).collect();
            // `began in October 2022`, `counted from 1 April 2022`
            let lead = (clause.start..at).rev().take(3);
            let preposition =
                lead.clone().find(|one| matches!(text.word(*one), "in" | "on" | "from" | "since"));
            let Some(preposition) = preposition else { continue };
            let verb = (clause.start..preposition).rev().take(3).any(|one| {
                begins(text.word(one))
                    || matches!(text.word(preposition), "from" | "since")
                        && matches!(text.word(one), "counted" | "included" | "recorded")
            });
            // `The first lockdown, in 2021, emptied the libraries`
            let beside = self.stands_beside(text, at, preposition);
            if !verb && beside.is_none() {
                continue;
            }
            let words = beside.unwrap_or(words);
            let known = self.happened.iter().filter(|one| {
                one.words.len() > 1 && one.words.iter().all(|word| words.contains(word))
            });
            let known: Vec<&Happened> = known.collect();
            let is_then = |one: &&Happened| {
                one.spans.iter().any(|span| span.start <= days.1 && days.0 <= span.end)
            };
            if known.is_empty() || known.iter().any(is_then) {
                continue;
            }
            let typed = &text.text[mention.at.clone()];
            let span = known[0].spans[0];
            found.push(TypedFault {
                place: text.place(&mention.at),
                rule: Rule::TypedWord,
                message: format!(
                    "the data dates what `{typed}` is said of otherwise: it began on {}",
                    span.start.date()
                ),
                hint: "write the date of the data, or mend its row".to_string(),
            });
        }
        found
    }

    /// The words before a date that stands between commas, or right behind a name: they name what
    /// it is the date of.
    fn stands_beside(
        &self,
        text: &JudgedText,
        at: usize,
        preposition: usize,
    ) -> Option<Vec<String>> {
        let own = text.around(at, Pause::Clause);
        let alone = own.start == preposition && own.len() <= 3;
        let lead = preposition.checked_sub(1).filter(|_| alone)?;
        let before = text.around(lead, Pause::Clause);
        let named: Vec<String> = before.map(|at| without_plural(text.word(at))).collect();
        let all = |one: &Happened| one.words.iter().all(|word| named.contains(word));
        let knows = self.happened.iter().any(|one| one.words.len() > 1 && all(one));
        (knows && named.len() <= 5).then_some(named)
    }

    /// The first day of the one event that a text dates something from: `every year since the
    /// lockdown`.
    pub(super) fn since_it_happened(
        &self,
        text: &JudgedText,
        sentence: std::ops::Range<usize>,
    ) -> Option<crate::figure::Day> {
        let since = sentence.clone().find(|at| matches!(text.word(*at), "since" | "after"))?;
        let words =
            (since + 1..sentence.end.min(since + 6)).map(|at| without_plural(text.word(at)));
        let words: Vec<String> = words.filter(|word| word != "the").take(3).collect();
        let first = words.first()?;
        let mut known = self.happened.iter().filter(|one| {
            one.words.contains(first)
                || one.words.len() > 1 && one.words.iter().all(|word| words.contains(word))
        });
        let one = known.next().filter(|_| known.next().is_none())?;
        one.spans.first().map(|span| span.start)
    }
}
