//! Numbers that an author types, held against the figures of the chart.

use rust_decimal::Decimal;

use super::dates::letters_touch;
use super::fit::{Fit, fit, is_of_form};
use super::known::{Counted, DrawnFigure};
use super::lacking::{Lacking, rank};
use super::longer;
use super::near::{is_latest, is_open, periods_near, speaks_of_now};
use super::other::{caveat_added, is_per_so_many, more_are_lost};
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::figure::{Day, Nature, UnitSign};
use crate::reading::{
    Heard, HeardKind, HeardNumber, HeardSense, HeardStretch, HeardWhole, HeardWord, Pause,
    is_a_measure, is_a_person, is_below_zero_of_net, is_loss, is_thing, same_noun, shifts_dates,
    tells_status,
};

impl WordJudge {
    /// The figures that a number may be, as places of series and of their figures.
    pub(super) fn matched(&self, text: &JudgedText, heard: &Heard) -> Vec<(usize, usize)> {
        let HeardSense::Number(number) = &heard.says else { return Vec::new() };
        let mut matched = Vec::new();
        for (at, counted) in self.counted.iter().enumerate() {
            for (place, told) in counted.told.iter().enumerate() {
                if !matches!(fits(number, counted, told, loses(text, heard)), Fit::No) {
                    matched.push((at, place));
                }
            }
        }
        matched
    }

    /// Is a number said to be one of each so many, as figures of another series are?
    fn is_said_as_a_rate(&self, text: &JudgedText, heard: &Heard) -> bool {
        let end = heard.words.end + 4;
        let number = |at: usize| text.word(at + 1).starts_with(|one: char| one.is_ascii_digit());
        (heard.words.end..end).any(|at| text.word(at) == "per" && number(at))
            && self.counted.iter().any(|one| one.units.is_empty() && !one.form.is_percent())
    }

    /// What is wrong with a number that is typed.
    pub(super) fn number(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<TypedFault> {
        if number.value.is_sign_negative() && number.way.is_some() && !number.value.is_zero() {
            return Some(self.twice_signed(text, heard));
        }
        if text.is_computed(&heard.at) {
            return self.of_its_figure(text, heard, number);
        }
        let typed = &text.text[heard.at.clone()];
        let touched = number.digits && letters_touch(&text.text, &heard.at);
        if touched && !typed.ends_with(char::is_alphabetic) {
            return Some(self.unknown(text, scope, heard));
        }
        match number.kind {
            HeardKind::Times => return self.multiple(text, scope, heard, number),
            HeardKind::Months => {
                let known = self.longest().is_some_and(|most| number.value <= most);
                let passes =
                    known && !number.value.is_zero() || number.value.is_zero() && !number.digits;
                return (!passes).then(|| self.unknown(text, scope, heard));
            }
            _ => {}
        }
        if let Some(known) = self.of_each(text, scope, heard, number) {
            return known;
        }
        if self.is_idle(text, heard, number) {
            return None;
        }
        if self.is_confidence(text, heard, number) {
            return None;
        }
        let loss = loses(text, heard);
        let added = caveat_added(text, heard);
        let sayers = self.sayers(text, heard);
        let near = periods_near(text, heard);
        let now = near.is_empty() && speaks_of_now(text, heard);
        let thing = self.thing(text, heard);
        let place = self.unknown_place(text, heard);
        let mut short: Option<Lacking> = None;
        let sign = self.unit_sign(text, heard);
        for counted in &self.counted {
            if sign.is_some_and(|sign| counted.form.sign != Some(sign)) {
                continue;
            }
            // A minus says that it is a balance.
            let says_so =
                || number.value.is_sign_negative() || self.speaks_of_balance(text, counted);
            if counted.nature == Nature::Net && !says_so() {
                continue;
            }
            for told in &counted.told {
                if self.is_of_a_rival(text, number, told, (&near, &sayers)) {
                    return None;
                }
                let found = fits(number, counted, told, loss);
                let lacks = match found {
                    Fit::No => continue,
                    Fit::Sign => Some(Lacking::Sign(counted, told)),
                    _ if !self.is_then(text, &near, (counted, told)) => {
                        Some(Lacking::Period(counted, told))
                    }
                    // `533 offences per 100,000 people`, of a count
                    _ if !counted.units.is_empty() && self.is_said_as_a_rate(text, heard) => {
                        Some(Lacking::Thing(counted, "per".to_string()))
                    }
                    _ if now && !is_latest(counted, told) => Some(Lacking::Now(counted, told)),
                    _ if thing.as_ref().is_some_and(|(set, word)| {
                        // `two in three trains` names the whole
                        let whole = number.kind == HeardKind::Part && counted.is_called(word);
                        let each = counted.units.is_empty()
                            && is_per_so_many(text, heard, heard.words.end + 7);
                        !whole
                            && !each
                            && !set.iter().any(|one| std::ptr::eq(&self.counted[*one], counted))
                    }) =>
                    {
                        thing.as_ref().map(|(_, word)| Lacking::Thing(counted, word.clone()))
                    }
                    _ if !self.is_over(text, heard, counted, told) => {
                        Some(Lacking::Stretch(counted, told))
                    }
                    Fit::Qualifier => Some(Lacking::Qualifier(counted, told)),
                    Fit::End if !self.is_range(text, heard, counted, told) => {
                        Some(Lacking::Qualifier(counted, told))
                    }
                    Fit::Yes | Fit::End if !says_status(text, told) => {
                        Some(Lacking::Status(counted, told))
                    }
                    Fit::Yes | Fit::End if self.balances_back(text, heard, counted, told) => {
                        Some(Lacking::Sign(counted, told))
                    }
                    Fit::Yes | Fit::End => match (self.other_series(text, heard, counted), added) {
                        (Some(word), _) => Some(Lacking::Thing(counted, word)),
                        _ if place.is_some() && self.is_elsewhere(text, heard, counted) => {
                            place.clone().map(|place| Lacking::Place(counted, place))
                        }
                        (_, Some(caveat)) if !told.has(caveat) => {
                            Some(Lacking::Added(counted, told, caveat))
                        }
                        _ if told.is_said_by(&sayers) => None,
                        _ => Some(Lacking::Sayer(told, sayers.join(", "))),
                    },
                };
                match lacks {
                    None => return None,
                    Some(lacks) => {
                        // what stands nearest to being right is told
                        let better = short.as_ref().is_none_or(|old| rank(&lacks) > rank(old));
                        if better {
                            short = Some(lacks);
                        }
                    }
                }
            }
        }
        if number.way.is_some() || number.kind == HeardKind::Part {
            match self.part(text, scope, heard, number) {
                Some(None) => return None,
                Some(Some(objection)) if short.is_none() => return Some(objection),
                _ => {}
            }
        }
        Some(match short {
            Some(short) => self.told_short(text, heard, number, &short),
            None => self.unknown(text, scope, heard),
        })
    }

    /// The sign of a unit that stands right after a number and is no part of it: `°C`.
    fn unit_sign(&self, text: &JudgedText, heard: &Heard) -> Option<UnitSign> {
        let rest = text.text[heard.at.end..].trim_start_matches([' ', '\u{a0}']);
        let mut signs = self.language.typed.signs.iter();
        let sign = signs.find(|(_, words)| words.iter().any(|word| rest.starts_with(word)));
        sign.map(|(sign, _)| *sign)
    }

    /// `two panels`: a small number in words that counts nothing of the chart.
    pub(super) fn is_idle(&self, text: &JudgedText, heard: &Heard, number: &HeardNumber) -> bool {
        let small = !number.digits
            && number.kind == HeardKind::Plain
            && number.money.is_none()
            && number.value <= Decimal::from(12)
            && !number.loose;
        let after = heard.words.end..text.sentence.words.len().min(heard.words.end + 3);
        let mut after = after.take_while(|at| text.sentence.words[*at].pause < Pause::Sentence);
        small && !after.any(|at| self.counted.iter().any(|one| one.is_counted_in(text.word(at))))
    }

    /// The series whose unit follows a number, and the word.
    pub(super) fn thing(&self, text: &JudgedText, heard: &Heard) -> Option<(Vec<usize>, String)> {
        let words = &text.sentence.words;
        for word in words.iter().skip(heard.words.end).take(3) {
            let digit = word.text.starts_with(|letter: char| letter.is_ascii_digit());
            if word.pause > Pause::Nothing
                || digit
                || matches!(word.text.as_str(), "in" | "for" | "of" | "to" | "than")
            {
                return None;
            }
            let set: Vec<usize> = (0..self.counted.len())
                .filter(|one| self.counted[*one].is_counted_in(&word.text))
                .collect();
            // what another series of the project counts; `192 people` may be arrests
            let other = self.names.counted.iter().any(|unit| same_noun(unit, &word.text));
            let other = other
                && !is_thing(&word.text)
                && HeardStretch::of(&word.text).is_none()
                && !self.counted.iter().any(|one| one.is_named(&word.text));
            if is_a_person(&word.text) && set.is_empty() {
                let set = self.people(text, heard, &word.text);
                let told = set.is_empty() && !self.counted.is_empty();
                return told.then(|| (set, word.text.clone()));
            }
            if !set.is_empty() || other || is_a_measure(&word.text) {
                return Some((set, word.text.clone()));
            }
        }
        None
    }

    /// Does the other end of a range stand beside this one?
    fn is_range(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
        told: &DrawnFigure,
    ) -> bool {
        let numbers = text.sentence.heard.iter().filter_map(|other| match &other.says {
            HeardSense::Number(number) => Some((other, number)),
            _ => None,
        });
        let Some(own) = numbers.clone().find(|(other, _)| other.words == heard.words) else {
            return false;
        };
        numbers.filter(|(other, _)| other.words != heard.words).any(|(other, number)| {
            let (first, second) = match other.words.start < heard.words.start {
                true => (other, heard),
                false => (heard, other),
            };
            let between = first.words.end..second.words.start;
            let joined = between.len() <= 2
                && between.clone().all(|at| {
                    matches!(text.word(at), "to" | "and" | "or" | "–" | "-" | "from")
                        || counted.is_counted_in(text.word(at))
                });
            joined
                && own.1.value != number.value
                && matches!(fits(number, counted, told, false), Fit::End | Fit::Yes)
        })
    }

    /// Does the text say what the figure is per, or how long it counts, or neither? `about 720 arrests
    /// in the year` is no figure of a month.
    fn is_over(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
        told: &DrawnFigure,
    ) -> bool {
        if longer::longer(text, heard, (counted, told)).is_some() {
            return false;
        }
        if let Some(stretch) = stretch_after(text, heard) {
            return counted.counts_over(told, stretch);
        }
        let Some(per) = counted.per else { return self.is_as_long(text, heard, counted, told) };
        let said =
            |word: &HeardWord| HeardStretch::of(&word.text).is_some_and(|one| one.is(per.word()));
        let longer = |days: &(Day, Day)| {
            let length = days.1.number() - days.0.number() + 1;
            !is_open(days) && length > HeardStretch::of(per.word()).map_or(0, |one| one.days().1)
        };
        let shown = text.sentence.words.iter().any(said);
        shown || !periods_near(text, heard).iter().any(longer)
    }

    /// Does no longer time stand beside it than it counts: `412 deaths in January`, of a week?
    fn is_as_long(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &Counted,
        told: &DrawnFigure,
    ) -> bool {
        let near = periods_near(text, heard);
        let [days] = near[..] else { return true };
        if is_open(&days) {
            return true;
        }
        let longer = (days.1.number() - days.0.number() + 1) * 2 > told.span.days() * 3;
        let own = |word: &HeardWord| {
            let single = word.text.strip_suffix('s').unwrap_or(&word.text);
            HeardStretch::of(single).is_some_and(|one| counted.is_of(one))
                || HeardStretch::of(&word.text).is_some_and(|one| counted.is_of(one))
        };
        let picked = text
            .sentence
            .heard
            .iter()
            .any(|one| matches!(one.says, HeardSense::Moves(_) | HeardSense::Extreme(..)));
        counted.nature != Nature::Flow || !longer || picked || text.sentence.words.iter().any(own)
    }

    /// The longest stretch of months that a series of the chart covers.
    fn longest(&self) -> Option<Decimal> {
        let spans = self.counted.iter().filter_map(|counted| {
            let first = counted.told.iter().map(|told| told.span.start).min()?;
            let last = counted.told.iter().map(|told| told.span.end).max()?;
            Some(last.number() - first.number())
        });
        spans.max().map(|days| Decimal::from(days / 30 + 1))
    }
}

pub(super) fn fits(number: &HeardNumber, counted: &Counted, told: &DrawnFigure, loss: bool) -> Fit {
    if !is_of_form(number, counted.form) {
        return Fit::No;
    }
    let level = !counted.nature.tells_changes() && !counted.nature.may_be_negative();
    if number.way.is_some() && level && !number.maybe_level {
        // by how much it moved is no level
        return Fit::No;
    }
    let mut best = Fit::No;
    for quantity in &told.quantities {
        match fit(number, quantity, counted.form, loss) {
            Fit::Yes => return Fit::Yes,
            Fit::No => {}
            found if best == Fit::No || found == Fit::Qualifier || found == Fit::End => {
                best = found
            }
            _ => {}
        }
    }
    best
}

/// Does the clause of a number speak of a loss, so that a number below zero needs no sign?
pub(super) fn loses(text: &JudgedText, heard: &Heard) -> bool {
    // `140 more joined than left`
    if let Some(lost) = more_are_lost(text, heard) {
        return lost;
    }
    let words = text.around(heard.words.start, Pause::Sentence);
    let net = |at: usize| text.word(at) == "net" && is_below_zero_of_net(text.word(at + 1));
    words.into_iter().any(|at| is_loss(text.word(at)) || net(at))
}

/// The stretch of time that follows a number: `720 arrests a month`, `720 arrests in the year`.
pub(super) fn stretch_after(text: &JudgedText, heard: &Heard) -> Option<HeardStretch> {
    let words = &text.sentence.words;
    let next = text.figures().map(|one| one.words.start).find(|at| *at >= heard.words.end);
    // What follows another number is of that.
    let end = words.len().min(heard.words.end + 7).min(next.unwrap_or(usize::MAX));
    let mut joined = (heard.words.end..end).take_while(|at| words[*at].pause == Pause::Nothing);
    joined.find_map(|at| {
        let own = text.sentence.heard.iter().find(|one| one.words.contains(&at));
        if let Some(Heard {
            says: HeardSense::Whole(HeardWhole::Stretch(stretch)), words, ..
        }) = own
        {
            return (words.len() > 1).then_some(*stretch);
        }
        let stretch = HeardStretch::of(&words[at].text)?;
        let the = matches!(text.word(at - 1), "the" | "this" | "that" | "one" | "whole");
        let within = at > 1 && matches!(text.word(at - 2), "in" | "over" | "during" | "within");
        (the && within && !shifts_dates(text.word(at + 1))).then_some(stretch)
    })
}

fn says_status(text: &JudgedText, told: &DrawnFigure) -> bool {
    tells_status(&text.sentence, told.status)
}
