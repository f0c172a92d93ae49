//! What is said of most of a whole whose parts other series count, and of those that are gone.

use rust_decimal::Decimal;

use super::fault::went_from;
use super::known::{Counted, DrawnFigure};
use super::near::periods_near;
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::Nature;
use crate::reading::{Heard, Pause};

impl WordJudge {
    /// `most deaths were in care homes`, where deaths are twice those in care homes or more. Whether
    /// the other series counts the whole or another part of it, the word is wrong then.
    pub(super) fn most_of_two(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
    ) -> Option<TypedFault> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let level =
            |one: &&Counted| scope.holds(one) && matches!(one.nature, Nature::Flow | Nature::Stock);
        let named = |at: usize| -> Vec<&Counted> {
            let own = text.word(at);
            self.counted.iter().filter(level).filter(|one| one.is_named(own)).collect()
        };
        let tail = (heard.words.end..clause.end).rev().find(|at| !named(*at).is_empty())?;
        let [part] = named(tail)[..] else { return None };
        let lead = heard.words.end..tail.min(heard.words.end + 3);
        let others = lead.clone().flat_map(named);
        let other = others
            .into_iter()
            .find(|one| one.id != part.id && one.form == part.form && one.per == part.per)?;
        // `most of those who died in care homes` is of that part alone
        if lead.into_iter().all(|at| !named(at).iter().any(|one| one.id == other.id)) {
            return None;
        }
        let near = periods_near(text, heard);
        // `most waste goes to landfill`: it does now
        let now = clause.clone().any(|at| {
            matches!(text.word(at), "still" | "now" | "goes" | "go" | "is" | "are" | "comes")
        });
        let mut against = None;
        let common = |own: &&DrawnFigure| other.counted(false).any(|told| told.span == own.span);
        let last = part.counted(false).filter(common).last();
        let own = part.counted(false).filter(|own| {
            !(now && near.is_empty()) || last.is_some_and(|last| std::ptr::eq(last, *own))
        });
        for own in own {
            if !near.is_empty() && !near.iter().any(|days| own.meets(*days)) {
                continue;
            }
            let Some(told) = other.counted(false).find(|told| told.span == own.span) else {
                continue;
            };
            let (few, all) = (own.value()?, told.value()?);
            if few.checked_mul(Decimal::TWO)? > all {
                return None;
            }
            against = Some((own, told));
        }
        let (own, told) = against?;
        let said = format!(
            "`{}` is {} for {}, and `{}` is {}",
            part.id, own.said, own.called, other.id, told.said
        );
        Some(text.contradicted(&heard.at, &said, "write both numbers"))
    }

    /// `most of the branches have closed`, where more than half of them are left.
    pub(super) fn most_are_gone(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
    ) -> Option<TypedFault> {
        let counted = self.gone(text, scope, heard)?;
        let told: Vec<&DrawnFigure> = counted.counted(false).collect();
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let named = self.named(text, &sentence, &told);
        let from = named.first().map_or(0, |one| one.place);
        let (from, to) = (*told.get(from)?, *told.last()?);
        if counted.broken(from, to) {
            return None;
        }
        let left = to.value()?.checked_mul(Decimal::TWO)?;
        (left > from.value()?).then(|| {
            text.contradicted(&heard.at, &went_from((counted, from, to)), "write both numbers")
        })
    }

    /// The series of which a part is said to be gone: `a third of the branches have shut`.
    pub(super) fn gone(&self, text: &JudgedText, scope: Scope, heard: &Heard) -> Option<&Counted> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let words = heard.words.end..clause.end;
        let of = words.clone().find(|at| text.word(*at) == "of").filter(|at| *at == words.start)?;
        let noun = (of + 1..clause.end.min(of + 5))
            .find_map(|at| {
                let own = |one: &&Counted| scope.holds(one) && one.is_counted_in(text.word(at));
                Some((at, self.counted.iter().find(own)?))
            })
            .filter(|(_, one)| matches!(one.nature, Nature::Flow | Nature::Stock))?;
        let mut verbs = noun.0 + 1..clause.end.min(noun.0 + 6);
        let gone = verbs.any(|at| {
            matches!(
                text.word(at),
                "shut" | "closed" | "gone" | "vanished" | "disappeared" | "lost" | "axed"
            )
        });
        gone.then_some(noun.1)
    }
}
