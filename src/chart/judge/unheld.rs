//! Words that claim something of the figures and would pass whatever these are: nobody held them
//! against anything.

use std::ops::Range;

use rust_decimal::Decimal;

use super::known::Counted;
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::chart::words::written::Worded;
use crate::figure::{Nature, Quantity};
use crate::locale::EN_GB;
use crate::problem::Rule;
use crate::reading::{Pause, claims};

impl WordJudge {
    /// The words of a text that no figures would contradict, be they as they are or in any other order.
    pub fn unheld(&self, written: &Worded, scope: Scope) -> Vec<TypedFault> {
        let text = JudgedText::of(written, &self.dates);
        let mut claimed = claims(&text.sentence);
        let named = |at: usize| self.counted.iter().any(|one| one.is_called(text.word(at)));
        claimed
            .retain(|words| !text.is_computed(&bytes(&text, words)) && !words.clone().all(named));
        if claimed.is_empty() {
            return Vec::new();
        }
        let numbers = text.figures();
        let said: Vec<(usize, usize)> = numbers.flat_map(|one| self.matched(&text, one)).collect();
        let mut others = self.with_other_figures(&said).into_iter();
        while !claimed.is_empty() {
            let Some(other) = others.next() else { break };
            let faults = other.objections(written, scope);
            claimed.retain(|words| {
                let clause = text.around(words.start, Pause::Sentence);
                let clause = text.place(&bytes(&text, &clause));
                let own = text.place(&bytes(&text, words));
                !faults.iter().any(|fault| {
                    let meets = |at: &Range<usize>| {
                        fault.place.start < at.end && at.start < fault.place.end
                    };
                    meets(&own) || fault.rule != Rule::TypedNumber && meets(&clause)
                })
            });
        }
        let Some(first) = claimed.first() else { return Vec::new() };
        let words: Vec<String> =
            claimed.iter().map(|words| format!("`{}`", &text.text[bytes(&text, words)])).collect();
        let message = format!(
            "{} would pass whatever the figures of the chart are: nothing was held against them",
            EN_GB.list(&words)
        );
        let hint = "see for yourself that it is so, or say it with a function, such as `change`";
        let place = text.place(&bytes(&text, first));
        vec![TypedFault { place, rule: Rule::UnheldWord, message, hint: hint.to_string() }]
    }

    /// The same chart over other figures: the other way round in time, mixed, all alike, those of
    /// another series, and below zero where they may be.
    fn with_other_figures(&self, said: &[(usize, usize)]) -> Vec<WordJudge> {
        let (many, few) = (Decimal::from(20), Decimal::new(5, 2));
        let mut all = vec![
            self.with(|counted| rearranged(counted, |at, of| of - 1 - at)),
            self.with(|counted| rearranged(counted, |at, of| (at + of / 2) % of)),
            self.with(|counted| rearranged(counted, |_, _| 0)),
            self.with(|counted| rearranged(counted, |_, of| of - 1)),
            self.with(|counted| rearranged(counted, |at, of| (at * 7 + 3) % of)),
        ];
        if !said.is_empty() {
            all.extend([many, few].map(|by| self.around_those(said, by)));
        }
        if self.counted.len() > 1 {
            all.push(self.exchanged());
        }
        let signed = |one: &Counted| one.nature == Nature::Net || one.nature.tells_changes();
        if self.counted.iter().any(signed) {
            all.push(self.with(negated));
        }
        all
    }

    fn with(&self, change: impl Fn(&mut Counted)) -> WordJudge {
        let mut counted = self.counted.clone();
        counted.iter_mut().for_each(change);
        WordJudge {
            language: self.language,
            dates: self.dates.clone(),
            names: self.names.clone(),
            counted,
            happened: self.happened.clone(),
        }
    }

    /// The figures that the text says as they are, and all others so many times as much.
    fn around_those(&self, said: &[(usize, usize)], by: Decimal) -> WordJudge {
        let mut other = self.with(|_| {});
        for (series, counted) in other.counted.iter_mut().enumerate() {
            for (place, one) in counted.told.iter_mut().enumerate() {
                if said.contains(&(series, place)) {
                    continue;
                }
                let times = |quantity: &Quantity| {
                    quantity.map(|value| value.checked_mul(by)).unwrap_or_else(|| quantity.clone())
                };
                one.quantities = one.quantities.iter().map(times).collect();
                one.said.quantity = times(&one.said.quantity);
            }
        }
        other
    }

    /// Each series with the figures of the next.
    fn exchanged(&self) -> WordJudge {
        let mut other = self.with(|_| {});
        let of = self.counted.len();
        for (at, counted) in other.counted.iter_mut().enumerate() {
            let from = &self.counted[(at + 1) % of].told;
            if from.is_empty() {
                continue;
            }
            for (place, told) in counted.told.iter_mut().enumerate() {
                let from = &from[place % from.len()];
                told.quantities = from.quantities.clone();
                told.said = from.said.clone();
            }
        }
        other
    }
}

fn bytes(text: &JudgedText, words: &Range<usize>) -> Range<usize> {
    let all = &text.sentence.words;
    let last = &all[words.end.saturating_sub(1).max(words.start)];
    all[words.start].at.start..last.at.end
}

/// Each period with the figure of another.
fn rearranged(counted: &mut Counted, from: impl Fn(usize, usize) -> usize) {
    let told = counted.told.clone();
    for (at, one) in counted.told.iter_mut().enumerate() {
        let other = &told[from(at, told.len())];
        one.quantities = other.quantities.clone();
        one.said = other.said.clone();
    }
}

fn negated(counted: &mut Counted) {
    for one in &mut counted.told {
        one.quantities = one.quantities.iter().map(|quantity| quantity.negative()).collect();
        one.said.quantity = one.said.quantity.negative();
    }
}
