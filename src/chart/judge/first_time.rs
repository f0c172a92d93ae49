//! What is said to have passed a number for the first time, held against all that came before.

use super::every::bound_of;
use super::fit::is_of_form;
use super::near::periods_near;
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, HeardNumber, Pause};

impl WordJudge {
    /// `dipped below 2 million for the first time in 2022`, where 2020 lay below as well.
    pub(super) fn crossed_before(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<TypedFault> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let first = sentence.clone().find(|at| {
            (text.word(*at), text.word(at + 1)) == ("first", "time")
                && at.checked_sub(1).is_some_and(|the| text.word(the) == "the")
        })?;
        let since = (first..sentence.end).any(|at| text.word(at) == "since");
        if since || text.is_computed(&heard.at) {
            return None;
        }
        let (way, equal) = bound_of(text, heard, number)?;
        let near = periods_near(text, heard);
        let mut against = None;
        for (at, place) in self.matched(text, heard) {
            let counted = &self.counted[at];
            let told = &counted.told[place];
            if !is_of_form(number, counted.form) || !near.iter().any(|days| told.meets(*days)) {
                continue;
            }
            let beyond = counted.counted(false).take_while(|one| one.span.start < told.span.start);
            let mut beyond = beyond.filter(|one| {
                let whole = one
                    .value()
                    .and_then(|value| value.checked_mul(counted.form.multiplier().into()));
                whole.is_some_and(|value| match way {
                    Way::Up => value > number.value || equal && value == number.value,
                    Way::Down => value < number.value || equal && value == number.value,
                })
            });
            against = Some((counted, beyond.next()?));
        }
        let (counted, told) = against?;
        let said = format!("`{}` is {} for {}", counted.id, told.said, told.called);
        Some(text.contradicted(&heard.at, &said, "name the period in which it first was so"))
    }
}
