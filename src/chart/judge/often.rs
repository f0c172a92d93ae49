//! How often something moved one way, held against the steps that the figures took.

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::growth::went;
use super::known::{Counted, DrawnFigure};
use super::span::{length_of, spans};
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{Heard, HeardOften, HeardSense, Pause, how_often, in_a_row};

impl WordJudge {
    /// `fell only once`, `rose in 2021 for the first time since 2019`: nothing where no such thing is
    /// said, and nothing in it where it is true or nobody knows.
    pub(super) fn moves_so_often(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<Option<TypedFault>> {
        let often = often_of(text, heard)?;
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let Some(last) = told.len().checked_sub(1).filter(|last| *last > 0) else { continue };
            let named = self.named(text, &sentence, &told);
            let since = named.iter().find(|one| one.role == DateRole::Reference);
            let undated = (heard.words.end..sentence.end).any(|at| text.word(at) == "since");
            if undated && since.is_none() {
                return Some(None);
            }
            let own = named.iter().rfind(|one| one.role == DateRole::Within);
            let ends: Vec<usize> = match (own, &named[..]) {
                (Some(own), _) if often.nth => vec![own.place],
                // `Deaths rose in the week ending 23 February`
                (None, [.., one]) if often.nth && one.role == DateRole::Around => vec![one.place],
                _ if often.nth => vec![last],
                (None, [from, to]) if since.is_none() => vec![from.place.max(to.place)],
                _ => vec![last],
            };
            let length = length_of(text, &often.words).filter(|_| often.nth);
            let ended = ends.last().copied().unwrap_or(last);
            let first = match (since, &named[..]) {
                _ if let Some(length) = &length
                    && let Some(span) =
                        spans(text, length, &told).iter().find(|one| one.to == ended) =>
                {
                    span.from
                }
                (Some(since), _) => since.place,
                (None, [from, to]) if !often.nth && own.is_none() => from.place.min(to.place),
                _ => 0,
            };
            for end in ends {
                let Some(steps) = told.get(first..=end) else { continue };
                let (mut sure, mut unknown) = (0, 0);
                for two in steps.windows(2) {
                    match went(&(counted, two[0], two[1])) {
                        _ if counted.broken(two[0], two[1]) => unknown += 1,
                        Some(Some(gone)) if gone == way => sure += 1,
                        Some(_) => {}
                        None => unknown += 1,
                    }
                }
                let lands = |two: &[&DrawnFigure]| matches!(went(&(counted, two[0], two[1])), Some(Some(gone)) if gone != way);
                let elsewhere = often.nth && steps.windows(2).next_back().is_some_and(lands);
                let fits = sure + unknown >= often.times && (!often.only || sure <= often.times);
                // of what is itself a change, its sign may be meant
                let signed = || self.signs_so_often(counted, (steps, since.is_some()), &often, way);
                if fits && !elsewhere || counted.nature.tells_changes() && signed() {
                    return Some(None);
                }
                against = against.or(Some((counted, steps[0], told[end], sure, elsewhere)));
            }
        }
        let (counted, from, to, sure, elsewhere) = against?;
        let times = match (sure, elsewhere) {
            (_, true) => "did not go that way then".to_string(),
            (0, _) => "never went that way".to_string(),
            (1, _) => "went that way once".to_string(),
            (times, _) => format!("went that way {times} times"),
        };
        let said = format!("from {} to {} `{}` {times}", from.called, to.called, counted.id);
        Some(Some(text.contradicted(&heard.at, &said, "say how often it did")))
    }

    /// Lay a rate of change so often on the side that is said? Also where nobody knows.
    fn signs_so_often(
        &self,
        counted: &Counted,
        (steps, since): (&[&DrawnFigure], bool),
        often: &HeardOften,
        way: Way,
    ) -> bool {
        let values = steps.iter().skip(usize::from(since)).map(|told| told.value());
        let Some(values) = values.collect::<Option<Vec<Decimal>>>() else { return true };
        let on_it = |value: &Decimal| match way {
            Way::Up => *value > Decimal::ZERO,
            Way::Down => *value < Decimal::ZERO,
        };
        let sure = values.iter().filter(|value| on_it(value)).count();
        let then = !often.nth || values.last().is_some_and(on_it);
        counted.nature != Nature::Growth
            || sure >= often.times && (!often.only || sure <= often.times) && then
    }

    /// Is a number how often, or for how long, something moved one way?
    pub(super) fn counts_steps(&self, text: &JudgedText, number: &Heard) -> bool {
        let moves = text
            .sentence
            .heard
            .iter()
            .filter(|one| matches!(one.says, HeardSense::Moves(_)) && !one.denied);
        let within = |words: std::ops::Range<usize>| {
            words.start <= number.words.start && number.words.end <= words.end
        };
        moves.into_iter().any(|heard| {
            let clause = text.around(heard.words.start, Pause::Clause);
            in_a_row(&text.sentence, clause).is_some_and(|one| within(one.words))
                || often_of(text, heard).is_some_and(|one| within(one.words))
        })
    }
}

/// How often a text says that something moved. Where several things moved nobody knows of which it is.
fn often_of(text: &JudgedText, heard: &Heard) -> Option<HeardOften> {
    let sentence = text.around(heard.words.start, Pause::Sentence);
    let moves = text.sentence.heard.iter().filter(|one| {
        matches!(one.says, HeardSense::Moves(_)) && sentence.contains(&one.words.start)
    });
    // `rose above 400,000 for the first time` is of the number
    let crosses = matches!(
        text.word(heard.words.end),
        "above" | "over" | "below" | "under" | "past" | "beyond" | "through"
    );
    // `fell, the first drop since 2020`
    let before = |back: usize| heard.words.start.checked_sub(back).map_or("", |at| text.word(at));
    let own = (before(2), before(1)) == ("the", "first");
    let alone = (moves.count() == 1 || own) && !crosses;
    alone.then(|| how_often(&text.sentence, sentence, heard.words.start)).flatten()
}
