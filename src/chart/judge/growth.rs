//! Words of growth, direction and rank, held against the figures of the chart. They are wrong only
//! where the figures contradict them.

use std::ops::Range;

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::fit::is_so_many;
use super::known::{Counted, DrawnFigure};
use super::other::{of_another, of_what_is_left};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::problem::Rule;
use crate::reading::{
    Heard, HeardKind, HeardNumber, HeardSense, Pause, dates_follow, halves, is_rate_word,
    is_steady, of_every, tells_several_times,
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

    /// The figures between which a text may say that something moved: between the periods that it
    /// names; from the one that it compares with, to the last; to the one that it names; or any two.
    fn pairs(
        &self,
        text: &JudgedText,
        scope: Scope,
        words: &Range<usize>,
        rates: bool,
    ) -> Vec<FromTo<'_>> {
        let (series, _) = topic(text, &self.counted, scope, words);
        let sentence = text.around(words.start, Pause::Sentence);
        let mut pairs = Vec::new();
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            if counted.nature.tells_changes() != rates {
                continue;
            }
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let named = self.named(text, &sentence, &told);
            let mut places: Vec<usize> = named.iter().map(|one| one.place).collect();
            places.sort_unstable();
            places.dedup();
            let last = told.len().saturating_sub(1);
            for from in 0..told.len() {
                for to in from + 1..told.len() {
                    let fits = match places[..] {
                        [] => true,
                        [one] => match named[0].role {
                            DateRole::Reference if one == last => to == one,
                            DateRole::Reference => from == one && to == last,
                            DateRole::Around => from == one || to == one,
                            DateRole::End => to == one,
                            DateRole::Within if named[0].first < one => {
                                from + 1 >= named[0].first && to <= one
                            }
                            DateRole::Within if one == 0 => from == one,
                            DateRole::Within => from + 1 == one && to == one,
                        },
                        _ => places.contains(&from) && places.contains(&to),
                    };
                    if fits && !counted.broken(told[from], told[to]) {
                        pairs.push((counted, told[from], told[to]));
                    }
                }
            }
        }
        pairs
    }

    /// `rose`, `fell`.
    pub(super) fn movement(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        if heard.denied {
            let known = self.moves_each(text, scope, heard, way);
            return known.unwrap_or_else(|| self.denied_movement(text, scope, heard, way));
        }
        if text.level_at(heard.words.start).is_some() {
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
            .any(|at| matches!(text.word(at), "net" | "balance" | "inflation"))
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
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let listed = self.listed(text, heard, counted);
            let each = steady || !listed.is_empty();
            let pairs = match () {
                () if !listed.is_empty() => listed,
                () if steady => self.steps(text, heard, counted),
                () => self.moved(text, heard, counted),
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

    /// The pairs of figures of a series, one of which must have gone the way that is said.
    pub(super) fn moved<'j>(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &'j Counted,
    ) -> Vec<FromTo<'j>> {
        let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
        let Some(last) = told.len().checked_sub(1).filter(|last| *last > 0) else {
            return Vec::new();
        };
        let mut sentence = text.around(heard.words.start, Pause::Sentence);
        let mut clause = text.around(heard.words.start, Pause::Clause);
        // `widened in 2020 before trade returned to surplus in 2022`
        let other = (heard.words.end..sentence.end).find(|at| {
            let date = |one: &usize| {
                text.mentions.iter().any(|mention| text.word_at(mention.at.start) == *one)
            };
            matches!(text.word(*at), "before" | "until" | "while" | "when")
                && !(at + 1..at + 3).any(|one| date(&one))
        });
        if let Some(other) = other {
            sentence.end = sentence.end.min(other);
            clause.end = clause.end.min(other);
        }
        let pair = |from: usize, to: usize| {
            let (from, to) = (told[from], told[to]);
            (!counted.broken(from, to)).then_some((counted, from, to))
        };
        // what stands beside a mark is said of that mark
        let reach = if text.of_a_mark.is_some() { &sentence } else { &clause };
        let mut named = self.named(text, reach, &told);
        let mut unsure = Vec::new();
        let moves = text.sentence.heard.iter().filter(|one| {
            matches!(one.says, HeardSense::Moves(_)) && sentence.contains(&one.words.start)
        });
        let alone = moves.count() == 1;
        if named.is_empty() {
            named = self.named(text, &sentence, &told);
            // `peaked in 2021 and have eased since`
            let since = clause.end.checked_sub(1).is_some_and(|at| text.word(at) == "since");
            if let Some(base) = named.last_mut().filter(|_| since) {
                let one = base.place;
                let later = (one < last).then(|| [pair(one, last), pair(one, one + 1)]);
                return later.into_iter().flatten().flatten().collect();
            }
            // `Arrests rose again, to 7,932 in 2022/23`
            let verb = !is_comparative(text.word(heard.words.start));
            let only = alone && verb && named.len() == 1 && named[0].role == DateRole::Within;
            let lead = text.around(sentence.start, Pause::Clause);
            // `In 2020, visits rose`
            let dated = dates_follow(text.word(sentence.start)) == Some(true);
            let unclear = lead.len() > 4 || !dated || lead.start == clause.start;
            // `fell to 96,340`: to that figure
            let reached =
                if named.is_empty() { self.reached_at(text, heard, &told) } else { vec![] };
            if !reached.is_empty() {
                let pairs = reached.into_iter().filter(|at| *at > 0);
                return pairs.flat_map(|at| [pair(at - 1, at), pair(0, at)]).flatten().collect();
            }
            if named.is_empty() || unclear && !only {
                // `More pupils, fewer schools` speaks of one time
                let listed = matches!(text.word(heard.words.start), "more" | "fewer" | "less")
                    && clause.len() <= 4;
                let spoken = if listed { clause.clone() } else { sentence };
                if tells_several_times(&text.sentence, spoken) {
                    return Vec::new();
                }
                unsure = vec![pair(0, last), pair(last - 1, last)];
            }
        }
        let mut places: Vec<usize> = named.iter().map(|one| one.place).collect();
        places.sort_unstable();
        places.dedup();
        // `700 more than in 2017` is of its number
        let counted_by = text.figures().any(|one| one.words.end == heard.words.start);
        let compares = is_comparative(text.word(heard.words.start)) && !counted_by;
        let reference = named.iter().find(|one| one.role == DateRole::Reference);
        let plain = named.iter().find(|one| one.role != DateRole::Reference);
        let mut pairs = match (&places[..], reference, plain) {
            ([], ..) => Vec::new(),
            // `fell in 2024`, of months
            (&[one], ..) if named[0].first < one && named[0].role == DateRole::Within => {
                let first = named[0].first;
                vec![pair(first.saturating_sub(1), one), pair(first, one)]
            }
            (&[one], ..) => match named[0].role {
                DateRole::Reference if one == last => vec![pair(one - 1, one), pair(0, one)],
                // `are higher than in 2020`
                DateRole::Reference if compares => vec![pair(one, last)],
                DateRole::Reference => vec![pair(one, last), pair(one, one + 1)],
                DateRole::Around if one == 0 => vec![pair(0, last)],
                DateRole::Around => vec![pair(one - 1, one), pair(0, one), pair(one, last)],
                DateRole::Within | DateRole::End if one == 0 => Vec::new(),
                DateRole::End => vec![pair(one - 1, one), pair(0, one)],
                DateRole::Within => vec![pair(one - 1, one)],
            },
            // `fewer in 2023 than in 2019`
            (_, Some(from), Some(to)) if named.len() == 2 => vec![pair(from.place, to.place)],
            (&[first, .., end], ..) => vec![pair(first, end)],
        };
        if !pairs.is_empty() && pairs.iter().all(Option::is_none) {
            return Vec::new();
        }
        pairs.extend(unsure);
        pairs.into_iter().flatten().collect()
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
