//! `exported more than it imported`, `more people came than left`, of a balance: which side it is on.

use rust_decimal::Decimal;

use super::between::comparisons;
use super::known::DrawnFigure;
use super::near::Days;
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{Pause, flow_of};

impl WordJudge {
    /// What goes in and what goes out, said to be more or less than the other, where only the balance is
    /// drawn.
    pub(super) fn in_and_out(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let balances =
            || self.counted.iter().filter(|one| one.nature == Nature::Net && scope.holds(one));
        let counted: Vec<_> = balances().collect();
        let [counted] = counted[..] else { return Vec::new() };
        let mut found = Vec::new();
        for (at, than, way) in comparisons(text) {
            let sentence = text.around(at, Pause::Sentence);
            let flow = |words: std::ops::Range<usize>| {
                words.into_iter().rev().find_map(|at| flow_of(text.word(at)))
            };
            let lead = flow(sentence.start..than);
            let tail = (than + 1..sentence.end).find_map(|at| flow_of(text.word(at)));
            let (Some(lead), Some(tail)) = (lead, tail) else { continue };
            // a series of its own is judged elsewhere
            let drawn = !self.levels(text, scope, than + 1..sentence.end).is_empty()
                && self.counted.iter().any(|one| one.nature != Nature::Net);
            if lead == tail || drawn {
                continue;
            }
            let side = if lead == way { Way::Up } else { Way::Down };
            let dates = text.mentions.iter().filter_map(|one| {
                let at = text.word_at(one.at.start);
                Some((one.reference, one.days.filter(|_| sentence.contains(&at))?))
            });
            let dates: Vec<(bool, Days)> = dates.collect();
            let told: Vec<&DrawnFigure> = match dates[..] {
                [] => counted.counted(false).last().into_iter().collect(),
                [(true, since)] => {
                    counted.counted(false).filter(|one| one.span.end >= since.0).collect()
                }
                _ => {
                    let own = |one: &&DrawnFigure| {
                        dates.iter().any(|(reference, days)| !reference && one.meets(*days))
                    };
                    counted.counted(false).filter(own).collect()
                }
            };
            let other = told.into_iter().find(|one| {
                one.value().is_some_and(|value| match side {
                    Way::Up => value <= Decimal::ZERO,
                    Way::Down => value >= Decimal::ZERO,
                })
            });
            found.extend(other.map(|one| {
                let words = &text.sentence.words;
                let bytes = words[at].at.start..words[than].at.end;
                let said = format!("`{}` is {} for {}", counted.id, one.said, one.called);
                text.contradicted(&bytes, &said, "say it the other way round")
            }));
        }
        found
    }
}
