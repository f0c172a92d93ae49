//! Ranks among several series at one time: `coal was the largest source in 2019`, `Saltmarsh handed out the
//! most parcels`.

use rust_decimal::Decimal;

use super::between::comparisons;
use super::known::{Counted, DrawnFigure};
use super::near::periods_near;
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, Pause};

/// Words of rank that may be said of one among others.
const RANKS: [&str; 19] = [
    "largest", "biggest", "highest", "greatest", "smallest", "lowest", "fewest", "most", "least",
    "best", "worst", "busiest", "quietest", "longest", "shortest", "first", "second", "third",
    "last",
];

/// Whether a rank holds among the series of a chart.
pub(super) enum Among {
    /// There is nothing to compare with.
    Unknown,
    Holds,
    Fails(TypedFault),
}

impl WordJudge {
    /// `Only Northvale handed out more than Southdale`, where others did, too.
    pub(super) fn only_above(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for (at, than, way) in comparisons(text) {
            let sentence = text.around(at, Pause::Sentence);
            if text.word(sentence.start) != "only" {
                continue;
            }
            let lead = self.levels(text, scope, sentence.start..at);
            let tail = self.levels(text, scope, than + 1..sentence.end);
            let ([own], [base]) = (&lead[..], &tail[..]) else { continue };
            let dates = text.mentions.iter().filter(|one| sentence.contains(&one.from));
            let days = dates.filter_map(|one| one.days).next_back();
            let told = match days {
                Some(days) => base.counted(false).find(|told| told.meets(days)),
                None => base.counted(false).last(),
            };
            let Some((told, value)) = told.and_then(|told| Some((told, told.value()?))) else {
                continue;
            };
            let other = self.counted.iter().find(|one| {
                let like = (one.panel, one.form) == (base.panel, base.form);
                let same = one.counted(false).find(|other| other.span == told.span);
                let beyond = same.and_then(|one| one.value()).is_some_and(|other| match way {
                    Way::Up => other > value,
                    Way::Down => other < value,
                });
                like && one.id != own.id && one.id != base.id && beyond
            });
            found.extend(other.map(|other| {
                let words = &text.sentence.words;
                let bytes = words[sentence.start].at.start..words[than].at.end;
                let said = format!(
                    "`{}` is {} for {}, and `{}` is so, too",
                    base.id, told.said, told.called, other.id
                );
                text.contradicted(&bytes, &said, "name all of which it is true")
            }));
        }
        found
    }

    /// Is the one series that is named the nth highest or lowest of those like it, at the time that is
    /// named or the newest?
    pub(super) fn ranks_among(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        series: &[usize],
        (way, nth): (Way, u32),
    ) -> Among {
        let [own] = series else { return Among::Unknown };
        let own = &self.counted[*own];
        let like = |one: &&Counted| {
            one.id != own.id
                && scope.holds(one)
                && (one.panel, one.form, one.nature) == (own.panel, own.form, own.nature)
                && one.units == own.units
        };
        // `the largest source`, and not `peaked`, `at their lowest since 2014`
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let in_time = sentence.clone().any(|at| {
            let word = text.word(at);
            matches!(word, "since" | "ever" | "record" | "years" | "months" | "weeks" | "quarters")
        });
        let lead = heard.words.start.checked_sub(1).map_or("", |at| text.word(at));
        let end = text.word(heard.words.end - 1);
        let plain = matches!(lead, "the" | "second" | "third" | "fourth" | "came" | "comes")
            || matches!(lead, "ranks" | "ranked" | "rank" | "finished" | "placed" | "stands");
        let rank = RANKS.contains(&end);
        if in_time && own.counted(true).count() > 1 || !plain || !rank {
            return Among::Unknown;
        }
        let near = periods_near(text, heard);
        let forecasts = speaks_of_forecasts(text);
        let here: Vec<&DrawnFigure> = match near.is_empty() {
            true => own.counted(forecasts).last().into_iter().collect(),
            false => {
                let told = own.counted(forecasts);
                told.filter(|one| near.iter().any(|days| one.meets(*days))).collect()
            }
        };
        let mut fails = None;
        for told in here {
            let Some(value) = told.value() else { return Among::Unknown };
            let others: Vec<(&Counted, Decimal, &DrawnFigure)> = self
                .counted
                .iter()
                .filter(like)
                .filter_map(|one| {
                    let same = one.counted(forecasts).find(|other| other.span == told.span)?;
                    Some((one, same.value()?, same))
                })
                .collect();
            if others.is_empty() {
                return Among::Unknown;
            }
            let beyond: Vec<_> = others
                .iter()
                .filter(|(_, other, _)| match way {
                    Way::Up => *other > value,
                    Way::Down => *other < value,
                })
                .collect();
            if beyond.len() + 1 == nth as usize {
                return Among::Holds;
            }
            let rival = beyond.first().map_or(String::new(), |(one, _, same)| {
                format!(", and `{}` is {}", one.id, same.said)
            });
            let said = format!("`{}` is {} for {}{rival}", own.id, told.said, told.called);
            fails = Some(text.contradicted(&heard.at, &said, "name the one that it is true of"));
        }
        fails.map_or(Among::Unknown, Among::Fails)
    }
}
