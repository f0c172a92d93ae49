//! What is said to have moved faster at one time than at another, held against both steps.

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::known::{Counted, DrawnFigure};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{Heard, Pause};

impl WordJudge {
    /// `rose faster in 2024 than in 2023`, where it did not.
    pub(super) fn moved_faster(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let more = match text.word(heard.words.end) {
            "faster" => true,
            "slower" => false,
            _ => return None,
        };
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if heard.denied || !named && self.counted.len() > 1 {
            return None;
        }
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let named = self.named(text, &sentence, &told);
            let [own, other] = &named[..] else { return None };
            if own.role == DateRole::Reference || other.role != DateRole::Reference {
                return None;
            }
            let steps = [own.place, other.place].map(|at| step(counted, &told, at, way));
            let [Some(own_step), Some(other_step)] = steps else { return None };
            if own_step != other_step && (own_step > other_step) == more {
                return None;
            }
            against = against.or(Some((counted, told[own.place], told[other.place])));
        }
        let (counted, own, other) = against?;
        let said = format!(
            "`{}` is {} for {}, and {} for {}",
            counted.id, own.said, own.called, other.said, other.called
        );
        Some(text.contradicted(&heard.at, &said, "name the period that it is true of"))
    }
}

/// How far a series went at a figure, in the way that is said: a rate of change says it itself.
fn step(counted: &Counted, told: &[&DrawnFigure], at: usize, way: Way) -> Option<Decimal> {
    let value = told[at].value()?;
    let far = match counted.nature {
        Nature::Growth => value,
        _ => {
            let before = told[at.checked_sub(1)?];
            let joined = !counted.broken(before, told[at]);
            value.checked_sub(before.value()?).filter(|_| joined)?
        }
    };
    Some(if way == Way::Up { far } else { -far })
}
