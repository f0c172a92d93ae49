//! What is said to have moved faster at one time than at another, held against both steps.

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::growth::{FromTo, went};
use super::known::{Counted, DrawnFigure};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{
    Heard, HeardMany, HeardSense, Pause, is_denied_at, is_steady, of_every, pace_of,
};

impl WordJudge {
    /// `rose faster in 2024 than in 2023`, where it did not.
    pub(super) fn moved_faster(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let more = match (text.word(heard.words.end), text.word(heard.words.end + 1)) {
            ("faster", _) | ("more", "quickly" | "rapidly" | "steeply" | "sharply") => true,
            ("slower", _) | ("more", "slowly" | "gently") => false,
            _ => return None,
        };
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if heard.denied || !named && self.counted.len() > 1 {
            return None;
        }
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let each = of_every(&text.sentence, sentence.clone());
        let each = each.is_some_and(|every| every.many == HeardMany::All);
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let named = self.named(text, &sentence, &told);
            // `risen more slowly each year`
            if each && named.is_empty() {
                let steps: Vec<_> = (0..told.len())
                    .filter_map(|at| Some((told[at], step(counted, &told, at, way)?)))
                    .collect();
                let wrong = |two: &&[(&DrawnFigure, Decimal)]| {
                    two[0].1 == two[1].1 || (two[1].1 > two[0].1) != more
                };
                let two = steps.windows(2).find(wrong)?;
                against = against.or(Some((counted, two[1].0, two[0].0)));
                continue;
            }
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

impl WordJudge {
    /// `Food inflation quickened in April`, where the rate fell.
    pub(super) fn rates_paced(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for at in 0..text.sentence.words.len() {
            let Some(way) = pace_of(text.word(at)) else { continue };
            let place = text.sentence.words[at].at.clone();
            let (series, named) = topic(text, &self.counted, scope, &(at..at + 1));
            let rates = series.iter().all(|one| self.counted[*one].nature == Nature::Growth);
            if !rates || !named && self.counted.len() > 1 || text.is_computed(&place) {
                continue;
            }
            let says = HeardSense::Moves(way);
            let heard = Heard { at: place, words: at..at + 1, denied: false, says };
            if is_denied_at(&text.sentence, at) {
                continue;
            }
            let steady = is_steady(&text.sentence, text.around(at, Pause::Clause));
            let mut against = None;
            for counted in series.iter().map(|one| &self.counted[*one]) {
                let pairs = match steady {
                    true => self.steps(text, &heard, counted),
                    false => self.moved(text, &heard, counted),
                };
                let wrong = |pair: &&FromTo| went(pair).is_some_and(|gone| gone != Some(way));
                let wrong: Vec<&FromTo> = pairs.iter().filter(wrong).collect();
                let holds = if steady { wrong.is_empty() } else { wrong.len() < pairs.len() };
                match wrong.first().filter(|_| !holds) {
                    Some(pair) => against = against.or(Some(**pair)),
                    None => {
                        against = None;
                        break;
                    }
                }
            }
            found.extend(against.map(|pair| text.went_otherwise(&heard.at, pair)));
        }
        found
    }
}

impl WordJudge {
    /// `Prices rose faster than pay in October`, of two rates of change.
    pub(super) fn faster_than_another(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for heard in &text.sentence.heard {
            let HeardSense::Moves(way) = heard.says else { continue };
            let (next, after) = (text.word(heard.words.end), text.word(heard.words.end + 1));
            let more = match (next, after) {
                ("faster", "than") | ("more", "quickly" | "rapidly" | "steeply") => true,
                ("slower", "than") | ("more", "slowly" | "gently") => false,
                _ => continue,
            };
            let sentence = text.around(heard.words.start, Pause::Sentence);
            let than = (heard.words.end..sentence.end).find(|at| text.word(*at) == "than");
            let Some(than) = than.filter(|_| !heard.denied && !text.is_computed(&heard.at)) else {
                continue;
            };
            let one = self.rates_named(text, scope, sentence.start..heard.words.start);
            let other = self.rates_named(text, scope, than + 1..sentence.end);
            let ([one], [other]) = (&one[..], &other[..]) else { continue };
            if one.id == other.id {
                continue;
            }
            let dates = text
                .mentions
                .iter()
                .filter(|date| !date.reference && sentence.contains(&text.word_at(date.at.start)));
            let dates: Vec<_> = dates.filter_map(|date| date.days).collect();
            let pairs: Vec<(&DrawnFigure, &DrawnFigure, bool)> = one
                .counted(false)
                .filter(|told| dates.is_empty() || dates.iter().any(|days| told.meets(*days)))
                .filter_map(|told| {
                    let same = other.counted(false).find(|second| second.span == told.span)?;
                    let (own, second) = (told.value()?, same.value()?);
                    let above = if way == Way::Up { own > second } else { own < second };
                    Some((told, same, own != second && above == more))
                })
                .collect();
            let every = of_every(&text.sentence, sentence.clone());
            let every = every.is_some_and(|every| every.many == HeardMany::All);
            let holds = |pair: &&(&DrawnFigure, &DrawnFigure, bool)| pair.2;
            let wrong = match every {
                true => pairs.iter().find(|pair| !pair.2),
                false => pairs.last().filter(|_| !pairs.iter().any(|pair| holds(&pair))),
            };
            found.extend(wrong.map(|(own, second, _)| {
                let said = format!(
                    "`{}` is {} for {}, and `{}` is {}",
                    one.id, own.said, own.called, other.id, second.said
                );
                text.contradicted(&heard.at, &said, "say it the other way round")
            }));
        }
        found
    }

    /// The rates of change that some words name most.
    pub(super) fn rates_named(
        &self,
        text: &JudgedText,
        scope: Scope,
        words: std::ops::Range<usize>,
    ) -> Vec<&Counted> {
        let many = |one: &Counted| words.clone().filter(|at| one.is_named(text.word(*at))).count();
        let rates = || {
            let own = self.counted.iter();
            own.filter(|one| one.nature == Nature::Growth && scope.holds(one))
        };
        let most = rates().map(many).max().unwrap_or(0);
        let named: Vec<&Counted> = rates().filter(|one| most > 0 && many(one) == most).collect();
        let plainest = named.iter().map(|one| one.titled.len()).min();
        named.into_iter().filter(|one| Some(one.titled.len()) == plainest).collect()
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

impl WordJudge {
    /// `The fall slowed down in the last quarter of 2023`, `growth sped up in 2024`: of what is counted, its
    /// last step is held against the one before.
    pub(super) fn steps_paced(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let words = 0..text.sentence.words.len();
        words.filter_map(|at| self.step_paced(text, scope, at)).collect()
    }

    fn step_paced(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<TypedFault> {
        let faster = match (text.word(at), text.word(at + 1)) {
            ("sped" | "speeded", "up") | ("gathered", "pace") => Way::Up,
            (word, _) => pace_of(word)?,
        };
        let clause = text.around(at, Pause::Clause);
        let moved = text.sentence.heard.iter().rev().find_map(|one| match one.says {
            HeardSense::Moves(way) if (clause.start..at).contains(&one.words.start) => {
                Some((way, one.denied))
            }
            _ => None,
        });
        let (way, _) = moved.filter(|(_, denied)| !denied)?;
        let place = text.sentence.words[at].at.clone();
        let (series, named) = topic(text, &self.counted, scope, &(at..at + 1));
        if text.is_computed(&place)
            || is_denied_at(&text.sentence, at)
            || !named && self.counted.len() > 1
        {
            return None;
        }
        let mut against = None;
        for counted in series.iter().map(|one| &self.counted[*one]) {
            if counted.nature.tells_changes() {
                return None;
            }
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let named = self.named(text, &text.around(at, Pause::Sentence), &told);
            let here = match &named[..] {
                [] => told.len().checked_sub(1)?,
                [one] if one.role == DateRole::Within && one.first == one.place => one.place,
                _ => return None,
            };
            let own = step(counted, &told, here, way)?;
            let before = step(counted, &told, here.checked_sub(1)?, way)?;
            let holds = match faster {
                Way::Up => own > before,
                Way::Down => own < before && own >= Decimal::ZERO,
            };
            if holds {
                return None;
            }
            against = against.or(Some((counted, told[here - 1], told[here])));
        }
        let (counted, before, own) = against?;
        let said = format!(
            "`{}` is {} for {}, and {} for {}",
            counted.id, before.said, before.called, own.said, own.called
        );
        Some(text.contradicted(&place, &said, "name the period that it is true of"))
    }
}
