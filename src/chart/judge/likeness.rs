//! What is said to be as much as at another time, held against the figures of both.

use rust_decimal::Decimal;

use super::fit::within;
use super::growth::{FromTo, went};
use super::known::{Counted, DrawnFigure};
use super::near::Days;
use super::span::spans;
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, HeardLikeness, HeardSense, HowNear, Pause, lengths, likenesses};

/// What lies so near is the same in a headline.
const SAME: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// What lies so near is about as much, and nearly as much.
const ABOUT: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

impl WordJudge {
    /// `nearly as many in 2024 as in 2016`, `similar to that of 2019`.
    pub(super) fn alike(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let all = likenesses(&text.sentence, 0..text.sentence.words.len());
        let in_time = all.iter().filter_map(|one| self.unalike(text, scope, one));
        in_time.chain(self.all_alike(text, scope)).collect()
    }

    /// `All six districts handed out about the same number of parcels.`
    fn all_alike(&self, text: &JudgedText, scope: Scope) -> Option<TypedFault> {
        let at = (1..text.sentence.words.len()).find(|at| {
            (text.word(at - 1), text.word(*at)) == ("the", "same")
                && matches!(text.word(at + 1), "number" | "amount" | "share" | "rate" | "level")
                && text.word(at + 2) != "as"
        })?;
        let sentence = text.around(at, Pause::Sentence);
        let both = sentence.clone().take_while(|one| *one < at);
        let mut both = both.filter(|one| matches!(text.word(*one), "all" | "both" | "each"));
        both.next()?;
        let dates = text.mentions.iter().filter(|one| sentence.contains(&one.from));
        let dates: Vec<Days> = dates.filter_map(|one| one.days).collect();
        let own = self.counted.iter().filter(|one| scope.holds(one));
        let told = own.filter_map(|one| {
            let mut own = one.counted(false);
            let told = match dates.first() {
                Some(days) => own.find(|told| told.meets(*days)),
                None => own.last(),
            };
            Some((one, told?, told?.value()?))
        });
        let told: Vec<_> = told.collect();
        let (first, ..) = told.first()?;
        let like = |one: &Counted| one.panel == first.panel && one.units == first.units;
        let least = told.iter().min_by_key(|(.., value)| *value)?;
        let most = told.iter().max_by_key(|(.., value)| *value)?;
        if !told.iter().all(|(one, ..)| like(one)) || within(most.2, least.2, ABOUT) {
            return None;
        }
        let said = format!(
            "`{}` is {} for {}, and `{}` is {}",
            most.0.id, most.1.said, most.1.called, least.0.id, least.1.said
        );
        let at = text.sentence.words[at].at.clone();
        Some(text.contradicted(&at, &said, "say how far they lie apart"))
    }

    fn unalike(&self, text: &JudgedText, scope: Scope, said: &HeardLikeness) -> Option<TypedFault> {
        let words = &text.sentence.words;
        let at = words[said.words.start].at.start..words[said.words.end - 1].at.end;
        let sentence = text.around(said.words.start, Pause::Sentence);
        // `No harvest since has matched that of 2022`
        let denied = (sentence.start..said.words.start).any(|at| {
            matches!(text.word(at), "no" | "none" | "never" | "not" | "yet" | "nothing" | "without")
        });
        // `{{ times(…) }} as many`
        let multiplied = said.words.start.checked_sub(1).is_some_and(|before| {
            let word = &words[before];
            words[said.words.start].pause == Pause::Nothing && text.is_computed(&word.at)
        });
        if text.is_computed(&at) || multiplied || denied && said.near != HowNear::Fewer {
            return None;
        }
        let sentence = text.around(said.words.start, Pause::Sentence);
        let dates = text.mentions.iter().filter_map(|one| {
            let word = text.word_at(one.at.start);
            Some((one.from, word, one.days.filter(|_| sentence.contains(&word))?))
        });
        let dates: Vec<(usize, usize, Days)> = dates.collect();
        // the date stands right behind: `as in the whole of 2016`
        let reach = said.than..sentence.end.min(said.than + 6);
        let plain = |at: usize| {
            matches!(
                text.word(at),
                "in" | "the"
                    | "of"
                    | "that"
                    | "those"
                    | "for"
                    | "at"
                    | "level"
                    | "levels"
                    | "total"
                    | "figure"
                    | "number"
                    | "its"
                    | "their"
                    | "year"
                    | "were"
                    | "was"
                    | "there"
                    | "during"
                    | "recorded"
                    | "seen"
                    | "whole"
                    | "all"
                    | "issued"
                    | "made"
            )
        };
        let other = dates
            .iter()
            .find(|(from, word, _)| reach.contains(word) && (said.than..*from).all(plain));
        let back = lengths(&text.sentence, said.than.saturating_sub(1)..sentence.end);
        let back = back.into_iter().find(|one| one.words.start + 1 == said.than);
        let own = dates.iter().rev().find(|(_, word, _)| {
            *word < said.words.start || (said.words.start..said.than).contains(word)
        });
        let (series, named) =
            topic(text, &self.counted, scope, &(said.words.start..said.words.start + 1));
        if !named && self.counted.len() > 1 {
            return None;
        }
        let mut against: Option<FromTo> = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let place = |days: Days| told.iter().rposition(|one| one.meets(days));
            let (then, now) = match (other, &back) {
                (Some((.., days)), _) => {
                    let now = match own {
                        Some((.., days)) => place(*days),
                        None => told.len().checked_sub(1),
                    };
                    (place(*days), now)
                }
                (None, Some(length)) => {
                    let span = spans(text, length, &told).pop();
                    (span.map(|one| one.from), span.map(|one| one.to))
                }
                (None, None) => return None,
            };
            let Some((then, now)) = then.zip(now).filter(|(then, now)| then != now) else {
                continue;
            };
            let pair = (counted, told[then], told[now]);
            let heard = Heard {
                at: at.clone(),
                words: said.words.clone(),
                denied: false,
                says: HeardSense::Level,
            };
            if counted.broken(told[then.min(now)], told[then.max(now)]) {
                let hidden = !self.tells_a_break(text);
                return hidden.then(|| self.over_a_break(text, &heard, pair));
            }
            if holds(pair, said.near) != Some(false) {
                return None;
            }
            against = against.or(Some(pair));
        }
        Some(text.went_otherwise(&at, against?))
    }
}

/// Are they so near? Nothing where nobody knows.
fn holds(pair: FromTo, near: HowNear) -> Option<bool> {
    let (then, now) = (pair.1.value()?, pair.2.value()?);
    let close = |part: Decimal| within(then, now, part);
    Some(match near {
        HowNear::Same => close(SAME),
        HowNear::About => close(ABOUT),
        HowNear::Nearly => close(ABOUT) && now <= then,
        HowNear::AtLeast => now >= then,
        HowNear::Fewer => went(&pair)? == Some(Way::Down),
    })
}
