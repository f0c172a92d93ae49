//! That something did not move, held against the figures of the chart.

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::fit::within;
use super::growth::{FromTo, went};
use super::known::{Counted, DrawnFigure};
use super::span::length_of;
use super::text::JudgedText;
use super::text::speaks_of_forecasts;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, Pause};

/// What moved by less than this part may be called unchanged.
const LEVEL: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

impl WordJudge {
    /// `was unchanged in 2022`: judged only where a date says when.
    pub(super) fn level(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
    ) -> Option<TypedFault> {
        if heard.denied {
            return None;
        }
        let moved = |(_, from, to): &FromTo| match (from.value(), to.value()) {
            (Some(from), Some(to)) => !within(from, to, LEVEL),
            _ => false,
        };
        let clause = text.around(heard.words.start, Pause::Clause);
        let word = |at: usize| (text.word(at), text.word(at + 1));
        let through = clause.clone().any(|at| {
            matches!(word(at), ("throughout", _) | ("all", "year")) || word(at) == ("course", "of")
        });
        self.against_all(text, scope, heard, |counted| {
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let named = self.named(text, &clause, &told);
            // `over the course of 2021`: from its first to its last
            if through {
                let (first, last) = match &named[..] {
                    [] => (0, told.len().checked_sub(1)?),
                    [one] if one.first < one.place => (one.first, one.place),
                    _ => return None,
                };
                let own = told.get(first..=last)?;
                let far = |one: &&DrawnFigure| one.value();
                let (low, high) =
                    (own.iter().min_by_key(|o| far(o))?, own.iter().max_by_key(|o| far(o))?);
                let pair = if low.span < high.span {
                    (counted, *low, *high)
                } else {
                    (counted, *high, *low)
                };
                let wide = match (low.value(), high.value()) {
                    (Some(low), Some(high)) => !within(high, low, LEVEL * Decimal::TWO),
                    _ => false,
                } || moved(&(counted, own[0], own[own.len() - 1]));
                return wide.then_some(pair);
            }
            let mut pairs = self.dated(text, heard, counted);
            // `steady since 2020`: till now
            if named.iter().any(|one| one.role == DateRole::Reference) && pairs.len() > 1 {
                pairs.retain(|pair| Some(&pair.2.span) == told.last().map(|one| &one.span));
            }
            pairs.iter().all(moved).then(|| pairs.first().copied()).flatten()
        })
    }

    /// `did not fall in 2020`, `has never fallen`.
    pub(super) fn denied_movement(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let before = heard.words.start.checked_sub(1)?;
        let next = text.sentence.words.get(heard.words.end);
        let next = next.filter(|word| word.pause == Pause::Nothing);
        let next = next.map_or("", |word| word.text.as_str());
        let goes = |pair: &FromTo| went(pair) == Some(Some(way));
        match text.word(before) {
            "never" | "not"
                if next == "since" || next.is_empty() && text.word(before) == "never" =>
            {
                self.against_all(text, scope, heard, |counted| {
                    self.steps(text, heard, counted).into_iter().find(|pair| goes(pair))
                })
            }
            // `did not fall as fast`, `did not rise above`
            "not" | "didn't" if matches!(next, "" | "in" | "between" | "from" | "during") => self
                .against_all(text, scope, heard, |counted| {
                    let pairs = self.dated(text, heard, counted);
                    pairs.iter().all(goes).then(|| pairs.first().copied()).flatten()
                }),
            // `no fall in exports since 2018`
            "no" => self.against_all(text, scope, heard, |counted| {
                let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
                let sentence = text.around(heard.words.start, Pause::Sentence);
                let named = self.named(text, &sentence, &told);
                match named.iter().any(|one| one.role == DateRole::Reference) {
                    true => self.steps(text, heard, counted).into_iter().find(|pair| goes(pair)),
                    false => {
                        let pairs = self.dated(text, heard, counted);
                        pairs.iter().all(goes).then(|| pairs.first().copied()).flatten()
                    }
                }
            }),
            _ => None,
        }
    }

    /// The pairs of figures between which something moved or not, if a date says when.
    fn dated<'j>(&self, text: &JudgedText, heard: &Heard, counted: &'j Counted) -> Vec<FromTo<'j>> {
        let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let length = length_of(text, &heard.words);
        match self.named(text, &sentence, &told).is_empty() && length.is_none() {
            true => Vec::new(),
            false => self.moved(text, heard, counted),
        }
    }

    /// What is wrong with a word that every series it may speak of contradicts.
    fn against_all<'j>(
        &'j self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        against: impl Fn(&'j Counted) -> Option<FromTo<'j>>,
    ) -> Option<TypedFault> {
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if !named && self.counted.len() > 1 {
            return None;
        }
        let against: Option<Vec<FromTo>> =
            series.into_iter().map(|at| against(&self.counted[at])).collect();
        let (counted, from, to) = against?.into_iter().next()?;
        let start = if heard.denied { heard.words.start - 1 } else { heard.words.start };
        let at = text.sentence.words[start].at.start..heard.at.end;
        Some(text.went_otherwise(&at, (counted, from, to)))
    }
}
