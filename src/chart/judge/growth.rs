//! Words of growth, direction and rank, held against the figures of the chart. They are wrong only
//! where the figures contradict them.

use rust_decimal::Decimal;

use super::fit::is_so_many;
use super::known::{Counted, DrawnFigure};
use super::other::{of_another, of_what_is_left};
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::problem::Rule;
use crate::reading::{
    Heard, HeardKind, HeardNumber, Pause, halves, is_rate_word, is_steady, of_every,
};

pub(super) type FromTo<'j> = (&'j Counted, &'j DrawnFigure, &'j DrawnFigure);

impl WordJudge {
    /// `doubled`, `three times as many`.
    pub(super) fn multiple(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<TypedFault> {
        if heard.denied || number.way == Some(Way::Down) && number.value > Decimal::ONE {
            return None;
        }
        // more than halved is less than half
        let halved = number.value < Decimal::ONE && halves(text.word(heard.words.start));
        let side = number.side.map(|side| if halved { of_what_is_left(side) } else { side });
        let number = HeardNumber { side, ..number.clone() };
        if let Some(known) = self.of_a_number_beside(text, heard, &number, number.value) {
            return known;
        }
        if let Some(known) = self.times_the_next(text, heard, &number) {
            return known;
        }
        if let Some(known) = self.times_another(text, scope, heard, &number) {
            return known;
        }
        if let Some(known) = self.side_multiplied(text, scope, heard, (&number, number.value)) {
            return known;
        }
        // `inflation halved`
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        let rates = named && series.iter().all(|at| self.counted[*at].nature == Nature::Growth);
        self.quotient(text, scope, heard, &number, (number.value, rates))
    }

    /// `fell by a third`; `None` where it says no way, and nothing in what is returned where it
    /// holds.
    pub(super) fn part(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<Option<TypedFault>> {
        if number.kind != HeardKind::Part {
            return None;
        }
        let part = number.value.checked_div(Decimal::ONE_HUNDRED)?;
        if number.way.is_none()
            && let Some(known) = self.of_a_number_beside(text, heard, number, part)
        {
            return Some(known);
        }
        // `a third of the branches have shut`
        let gone = number.way.is_none() && self.gone(text, scope, heard).is_some();
        let number =
            &HeardNumber { way: number.way.or(gone.then_some(Way::Down)), ..number.clone() };
        let (of, rates) = of_another(text, heard);
        let quotient = match number.way {
            Some(Way::Up) => Decimal::ONE.checked_add(part)?,
            Some(Way::Down) => Decimal::ONE.checked_sub(part)?,
            None if of => part,
            None => return None,
        };
        // more than a third less is less than two thirds
        let side = number.side.map(|side| match number.way {
            Some(Way::Down) => of_what_is_left(side),
            _ => side,
        });
        let number = HeardNumber { side, digits: false, ..number.clone() };
        let pairs = self.pairs(text, scope, &heard.words, rates);
        if pairs.is_empty() {
            return None;
        }
        Some(self.quotient(text, scope, heard, &number, (quotient, rates)))
    }

    fn quotient(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
        (wanted, rates): (Decimal, bool),
    ) -> Option<TypedFault> {
        let pairs = self.pairs(text, scope, &heard.words, rates);
        // what lies below zero has no half, and what came from below zero no double
        let turned = pairs.iter().all(|(counted, from, to)| {
            let side = |one: &DrawnFigure| one.value().is_none_or(|value| value > Decimal::ZERO);
            counted.nature == Nature::Net && !(side(from) && side(to))
        });
        if let Some(pair) = pairs.last().filter(|_| turned) {
            return Some(text.went_otherwise(&heard.at, *pair));
        }
        if pairs.is_empty()
            && let (series, true) = topic(text, &self.counted, scope, &heard.words)
            && let Some(fault) = self.moves_over_a_break(text, heard, &series)
        {
            return Some(fault);
        }
        let quotients = pairs.iter().filter_map(|pair| Some((*pair, over(pair)?)));
        let quotients: Vec<(FromTo, Decimal)> = quotients.collect();
        let stated =
            self.counted.iter().filter(|one| one.nature.tells_changes() && scope.holds(one));
        let stated = stated.flat_map(|one| &one.told).filter_map(|told| {
            let part = told.value()?.checked_div(Decimal::ONE_HUNDRED)?;
            Decimal::ONE.checked_add(part)
        });
        let mut all = quotients.iter().map(|(_, quotient)| *quotient).chain(stated).peekable();
        if all.peek().is_none() {
            return number.digits.then(|| self.unknown(text, scope, heard));
        }
        // `fell by three quarters`: so much is gone
        let gone = |quotient: Decimal| {
            number.way == Some(Way::Down)
                && number.side.is_none()
                && wanted < Decimal::ONE
                && is_so_many(Decimal::ONE - quotient, Decimal::ONE - wanted, number)
        };
        if all.any(|quotient| is_so_many(quotient, wanted, number) || gone(quotient)) {
            return None;
        }
        let typed = &text.text[heard.at.clone()];
        let Some(((counted, from, to), _)) = quotients.last() else {
            return Some(self.unknown(text, scope, heard));
        };
        Some(TypedFault {
            place: text.place(&heard.at),
            rule: if number.digits { Rule::TypedNumber } else { Rule::TypedWord },
            message: format!(
                "the figures of the chart contradict `{typed}`: `{}` went from {} ({}) to {} ({})",
                counted.id, from.said, from.called, to.said, to.called
            ),
            hint: call("times", counted, from, to),
        })
    }

    /// `rose`, `fell`.
    pub(super) fn movement(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        if heard.denied && self.is_to_come(text, heard) {
            return self.moves_to_come(text, scope, heard, way);
        }
        if heard.denied {
            let known = self.moves_each(text, scope, heard, way);
            return known.unwrap_or_else(|| self.denied_movement(text, scope, heard, way));
        }
        // `a rise ended a run of three monthly falls`
        let run = (heard.words.start.saturating_sub(4)..heard.words.start)
            .any(|at| (text.word(at), text.word(at + 1)) == ("run", "of"));
        if text.level_at(heard.words.start).is_some() || run {
            return None;
        }
        // `pay growth was below 4% in only two months`: the name of a rate
        if text.word(heard.words.start) == "growth" {
            let (series, _) = topic(text, &self.counted, scope, &heard.words);
            if series.iter().any(|one| self.counted[*one].nature.tells_changes()) {
                return None;
            }
        }
        if let Some(known) = self.moves_in_a_row(text, scope, heard, way) {
            return known;
        }
        if let Some(known) = self.moves_so_often(text, scope, heard, way) {
            return known;
        }
        if let Some(known) = self.moves_each(text, scope, heard, way) {
            return known;
        }
        if let Some(known) = self.side_moved(text, scope, heard, way) {
            return known;
        }
        let (mut series, named) = topic(text, &self.counted, scope, &heard.words);
        let reached = self.reached(text, heard).unwrap_or_default();
        if series.iter().any(|one| reached.contains(one)) {
            series.retain(|one| reached.contains(one));
        } else if !named && !reached.is_empty() {
            series.clear();
        }
        // `every month`, of figures of weeks
        let every = of_every(&text.sentence, text.around(heard.words.start, Pause::Clause));
        if let Some(stretch) = every.and_then(|one| one.stretch) {
            series.retain(|one| self.counted[*one].is_of(stretch));
        }
        if self.has_other_subject(text, heard) {
            return None;
        }
        let clause = text.around(heard.words.start, Pause::Clause);
        // `growth picked up`: of the rate itself its sign says nothing
        let lead = (clause.start.max(heard.words.start.saturating_sub(2))..heard.words.start).rev();
        // `net migration rose`, `higher than in 2019`: of the number itself
        let itself = (clause.start..heard.words.start)
            .any(|at| matches!(text.word(at), "net" | "balance" | "inflation" | "line"))
            || is_comparative(text.word(heard.words.start));
        let of_the_rate = itself || lead.into_iter().any(|at| is_rate_word(text.word(at)));
        let steady = is_steady(&text.sentence, clause);
        // `above its 2019 level` says nothing of a rate of change
        let level = matches!(text.word(heard.words.start), "above" | "below");
        let is_level = |one: &usize| !self.counted[*one].nature.tells_changes();
        if level && series.iter().any(is_level) {
            series.retain(is_level);
        }
        let over = self.moves_over_a_break(text, heard, &series);
        if let Some(fault) = over.or_else(|| self.moves_into_a_break(text, heard, &series)) {
            return Some(fault);
        }
        let mut against: Option<FromTo> = None;
        let both = text.around(heard.words.start, Pause::Clause).any(|at| text.word(at) == "both");
        'series: for counted in series.into_iter().map(|at| &self.counted[at]) {
            let listed = self.listed(text, heard, counted);
            let each = steady || !listed.is_empty();
            let pairs = match () {
                () if !listed.is_empty() => listed,
                () if steady => self.steps(text, heard, counted),
                () => self.moved(text, heard, counted),
            };
            let pairs = match every.and_then(|one| one.but_at) {
                Some(_) if steady => self.but(text, heard, counted, pairs),
                _ => pairs,
            };
            if pairs.is_empty() {
                continue;
            }
            let mut contradicted = None;
            for pair in &pairs {
                if self.has_other_sign(text, heard, (pair.0, pair.2), way) {
                    contradicted = contradicted.or(Some(*pair));
                    continue;
                }
                match went(pair) {
                    Some(found) if found == Some(way) => {
                        if !each && both {
                            continue 'series;
                        }
                        if !each {
                            return None;
                        }
                    }
                    // of what is itself a change, its sign may be meant
                    Some(_) if !of_the_rate && has_sign(pair, way) && each => {}
                    Some(_) if !of_the_rate && has_sign(pair, way) => return None,
                    Some(_) => contradicted = contradicted.or(Some(*pair)),
                    // of steps of which one is not known, another may be wrong
                    None if each => {}
                    None => return None,
                }
            }
            // what cannot be judged is no contradiction
            against = against.or(Some(contradicted?));
        }
        let (counted, from, to) = against?;
        Some(text.went_otherwise(&heard.at, (counted, from, to)))
    }
}

/// Does a word set one number above or below another?
pub(super) fn is_comparative(word: &str) -> bool {
    const WORDS: [&str; 12] = [
        "more", "fewer", "less", "higher", "lower", "greater", "larger", "bigger", "longer",
        "smaller", "shorter", "worse",
    ];
    WORDS.contains(&word) || word == "better"
}

pub(super) fn call(
    function: &str,
    counted: &Counted,
    from: &DrawnFigure,
    to: &DrawnFigure,
) -> String {
    format!(
        "write {{{{ {function}(\"{}\", \"{}\", \"{}\") }}}}",
        counted.id, from.period, to.period
    )
}

fn over((_, from, to): &FromTo) -> Option<Decimal> {
    let (from, to) = (from.value()?, to.value()?);
    (from > Decimal::ZERO).then(|| to.checked_div(from)).flatten()
}

/// Is the later figure, of what is itself a change or a balance, above or below zero as is said?
fn has_sign((counted, _, to): &FromTo, way: Way) -> bool {
    let signed = counted.nature.tells_changes() || counted.nature == Nature::Net;
    signed
        && to.value().is_some_and(|value| match way {
            Way::Up => value > Decimal::ZERO,
            Way::Down => value < Decimal::ZERO,
        })
}

/// Which way it went between two figures: no way where they are equal, nothing where nobody knows.
pub(super) fn went((_, from, to): &FromTo) -> Option<Option<Way>> {
    let ends = |told: &DrawnFigure| -> Option<(Decimal, Decimal)> {
        let numbers = told.quantities.first()?.numbers();
        Some((*numbers.iter().min()?, *numbers.iter().max()?))
    };
    let (from, to) = (ends(from)?, ends(to)?);
    match () {
        () if to.0 > from.1 => Some(Some(Way::Up)),
        () if to.1 < from.0 => Some(Some(Way::Down)),
        () if from == to && from.0 == from.1 => Some(None),
        () => None,
    }
}
