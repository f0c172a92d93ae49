//! How figures are said to stand to their level at another time, held against both.

use rust_decimal::Decimal;

use super::fit::within;
use super::growth::{FromTo, went};
use super::known::DrawnFigure;
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, HeardLevel, HeardStanding, LevelDenied, Pause};

/// What lies so near may be said to be there again.
const NEAR: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

impl WordJudge {
    /// `still below their level of 2020`, `never got back to their 2019 level`.
    pub(super) fn beside_another_time(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        let mut done = 0;
        for at in 0..text.sentence.words.len() {
            let Some(level) = text.level_at(at).filter(|one| one.words.start >= done) else {
                continue;
            };
            done = level.words.end;
            found.extend(self.stands_otherwise(text, scope, &level));
        }
        found
    }

    fn stands_otherwise(
        &self,
        text: &JudgedText,
        scope: Scope,
        level: &HeardLevel,
    ) -> Option<TypedFault> {
        let words = &text.sentence.words;
        let bytes = words[level.words.start].at.start..words[level.words.end - 1].at.end;
        if text.is_computed(&bytes) {
            return None;
        }
        let sentence = text.around(level.words.start, Pause::Sentence);
        let mentions =
            || text.mentions.iter().filter_map(|one| Some((text.word_at(one.at.start), one.days?)));
        let then = mentions().find(|(word, _)| *word == level.date)?.1;
        let now = mentions().find(|(word, _)| *word != level.date && sentence.contains(word));
        let (mut series, _) = topic(text, &self.counted, scope, &level.words);
        // of a rate of change nobody says so where what changes is drawn too
        let is_level = |one: &usize| !self.counted[*one].nature.tells_changes();
        if series.iter().any(is_level) {
            series.retain(is_level);
        }
        let mut against: Option<FromTo> = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let Some(then) = told.iter().rposition(|one| one.meets(then)) else { continue };
            // `its level before 2020`
            let before = level.date.checked_sub(1).is_some_and(|at| text.word(at) == "before");
            let Some(then) = then.checked_sub(usize::from(before)) else { continue };
            let now = match now {
                Some((_, days)) => told.iter().rposition(|one| one.meets(days)),
                None => told.len().checked_sub(1),
            };
            let Some(now) = now.filter(|now| *now > then) else { continue };
            let holds = |one: &DrawnFigure| stands((counted, told[then], one), level.standing);
            let wrong = match level.denied {
                LevelDenied::No => (holds(told[now]) == Some(false)).then_some(now),
                LevelDenied::Now => (holds(told[now]) == Some(true)).then_some(now),
                LevelDenied::Ever => (then + 1..=now).find(|one| holds(told[*one]) == Some(true)),
            };
            let pair = (counted, told[then], told[wrong.unwrap_or(now)]);
            if counted.broken(pair.1, pair.2) && !self.tells_a_break(text) {
                let heard = Heard {
                    at: bytes,
                    words: level.words.clone(),
                    denied: false,
                    says: crate::reading::HeardSense::Level,
                };
                return Some(self.over_a_break(text, &heard, pair));
            }
            wrong?;
            against = against.or(Some(pair));
        }
        Some(text.went_otherwise(&bytes, against?))
    }
}

/// Does the later figure stand so to the earlier one? Nothing where nobody knows.
fn stands(pair: FromTo, standing: HeardStanding) -> Option<bool> {
    let way = went(&pair)?;
    let near = match (pair.1.value(), pair.2.value()) {
        (Some(then), Some(now)) => within(then, now, NEAR),
        _ => false,
    };
    Some(match standing {
        HeardStanding::Above => way == Some(Way::Up),
        HeardStanding::Below => way == Some(Way::Down),
        HeardStanding::Reached => way != Some(Way::Down) || near,
        // as high again, or higher on the way
        HeardStanding::Back => way.is_none() || near,
    })
}
