//! Rule 8, the other half: no number on a chart is typed by hand, and no word about its numbers is
//! false. What an author types in a title, subtitle, note, alternative text or name passes if it is
//! a figure of the chart with its qualifier and status, a date of it, or part of a name; words of
//! growth, direction and rank pass unless the figures contradict them.

mod among;
mod average;
mod balance;
mod beside;
mod better;
mod between;
mod computed;
mod date_parts;
mod dated;
mod dates;
mod elsewhere;
mod every;
mod faster;
mod fault;
mod first_time;
mod fit;
mod growth;
mod happened;
mod in_and_out;
mod incomparable;
mod known;
mod labels;
mod lacking;
mod left_out;
mod level;
mod likeness;
mod longer;
mod most;
mod moves;
mod moves_on;
mod names;
mod near;
mod numbers;
mod often;
mod other;
mod pairs;
mod place;
mod rank;
mod reached;
mod sayer;
mod span;
mod staying;
mod steps;
mod streak;
#[cfg(test)]
mod tests;
mod text;
mod then;
mod to_come;
mod topic;
mod unheld;
mod whole;
mod worked_out;

use std::ops::Range;

pub use dates::Dates;
pub use known::{AsSaid, Counted, DrawnFigure, Happened, Rival};
pub use labels::LabelOf;
pub use names::KnownNames;
pub use topic::Scope;

use super::words::written::Worded;
use crate::figure::Currency;
use crate::locale::Language;
use crate::problem::Rule;
use crate::reading::{Heard, HeardKind, HeardSense, HeardStretch, sentence};
use text::JudgedText;

/// What a chart knows, to judge what its author types.
#[derive(Debug)]
pub struct WordJudge {
    pub language: &'static Language,
    pub dates: Dates,
    pub names: KnownNames,
    pub counted: Vec<Counted>,
    /// Events, and breaks with what their notes say.
    pub happened: Vec<Happened>,
}

/// What is wrong with something that is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedFault {
    /// Its bytes in the spec.
    pub place: Range<usize>,
    pub rule: Rule,
    pub message: String,
    pub hint: String,
}

impl WordJudge {
    /// Knows nothing yet.
    pub fn new(language: &'static Language) -> WordJudge {
        WordJudge {
            language,
            dates: Dates::nothing(language.typed),
            names: KnownNames::default(),
            counted: Vec::new(),
            happened: Vec::new(),
        }
    }

    /// All that is wrong with a text.
    pub fn objections(&self, written: &Worded, scope: Scope) -> Vec<TypedFault> {
        let text = JudgedText::of(written, &self.dates);
        let mut found: Vec<TypedFault> = self.digits(&text, scope);
        for heard in &text.sentence.heard {
            let objection = match &heard.says {
                HeardSense::Number(number) => {
                    match self.passes(&text, heard) || self.counts_steps(&text, heard) {
                        true => None,
                        false => self
                            .straddles(&text, heard)
                            .or_else(|| self.number(&text, scope, heard, number))
                            .or_else(|| self.crossed_before(&text, heard, number)),
                    }
                }
                _ if text.is_computed(&heard.at) => None,
                HeardSense::Moves(way) => self
                    .movement(&text, scope, heard, *way)
                    .or_else(|| self.moves_on(&text, scope, heard, *way))
                    .or_else(|| self.moved_faster(&text, scope, heard, *way)),
                HeardSense::Extreme(way, nth) => self.extreme(&text, scope, heard, *way, *nth),
                HeardSense::Steepest(most, way) => {
                    let (series, named) = topic::topic(&text, &self.counted, scope, &heard.words);
                    let near = near::periods_near(&text, heard);
                    let known = named || self.counted.len() == 1;
                    known
                        .then(|| self.steepest(&text, heard, (&series, &near), (*most, *way)))
                        .flatten()
                }
                HeardSense::Portion(way) => self.portion(&text, scope, heard, *way),
                HeardSense::None => self.nothing(&text, scope, heard),
                HeardSense::Level => self.level(&text, scope, heard),
                HeardSense::Whole(says) => self.whole(&text, scope, heard, *says),
            };
            found.extend(objection);
        }
        found.extend(self.signs(&text));
        found.extend(self.between_series(&text, scope));
        found.extend(self.beside_another_time(&text, scope));
        found.extend(self.alike(&text, scope));
        found.extend(self.averages(&text, scope));
        found.extend(self.compares_the_incomparable(&text, scope));
        found.extend(self.within_a_balance(&text, scope));
        found.extend(self.sides_of_a_balance(&text, scope));
        found.extend(self.in_and_out(&text, scope));
        found.extend(self.only_above(&text, scope));
        found.extend(self.rates_paced(&text, scope));
        found.extend(self.steps_paced(&text, scope));
        found.extend(self.better_or_worse(&text, scope));
        found.extend(self.faster_than_another(&text, scope));
        found.extend(self.happened_then(&text));
        found.extend(self.goes_otherwise(&text));
        found.extend(self.compared_otherwise(&text));
        found.extend(self.compared_over_another_length(&text));
        found.extend(self.elsewhere(&text, scope));
        found.sort_by_key(|one| (one.place.start, std::cmp::Reverse(one.place.end)));
        // what lies within something refused is refused with it
        found.dedup_by(|one, before| one.place.end <= before.place.end);
        found
    }

    /// Signs of money and of a number below zero that are typed before a number worked out.
    fn signs(&self, text: &JudgedText) -> Vec<TypedFault> {
        let ends = text.computed().filter_map(|computed| {
            let before = text.text[..computed.start].trim_end_matches([' ', '\u{a0}']);
            let typed = lone_sign(before)?;
            (!text.is_computed(&typed)).then(|| self.straddling(text, &typed, true))
        });
        ends.collect()
    }

    /// Is it a date, or part of a name?
    fn passes(&self, text: &JudgedText, heard: &Heard) -> bool {
        let at = &heard.at;
        let within = |one: &Range<usize>| one.start < at.end && at.start < one.end;
        text.mentions.iter().any(|mention| within(&mention.at))
            || self.counts_quarters(text, heard)
            || self.is_base_of_a_rate(text, heard)
            || self.is_an_age(text, heard)
            || text.digits.iter().any(|token| within(token) && self.names.cover(&text.text, token))
    }

    /// `for three quarters`, of figures of quarters.
    fn counts_quarters(&self, text: &JudgedText, heard: &Heard) -> bool {
        let of = text.word(heard.words.end) == "of";
        let years = (heard.words.end..heard.words.end + 4).any(|at| text.word(at) == "years");
        let lead = heard.words.start.checked_sub(1).map_or("", |at| text.word(at));
        text.word(heard.words.end.saturating_sub(1)) == "quarters"
            && matches!(lead, "for" | "in" | "only" | "just" | "over" | "past" | "last" | "within")
            && heard.words.len() > 1
            && (!of || years)
            && self.counted.iter().any(|one| one.is_of(HeardStretch::Quarter))
    }

    /// `under-25s`, where a series is of callers under 25.
    fn is_an_age(&self, text: &JudgedText, heard: &Heard) -> bool {
        let typed = text.text[heard.at.clone()].trim_end_matches('s');
        let before = text.text[..heard.at.start].to_lowercase();
        let ages = ["under-", "over-"].iter().any(|lead| before.ends_with(lead));
        ages && self.names.cells.iter().any(|name| name.split(' ').any(|word| word == typed))
    }

    /// `for every 100,000 people`, where that is what a series is per.
    fn is_base_of_a_rate(&self, text: &JudgedText, heard: &Heard) -> bool {
        let lead = heard.words.start.checked_sub(1).map_or("", |at| text.word(at));
        let typed = &text.text[heard.at.clone()];
        matches!(lead, "every" | "per" | "each")
            && self.names.units.iter().any(|unit| unit.split(' ').any(|word| word == typed))
    }

    /// Digits that are no number of the sentence: `10` of `2009/10`, `²`.
    fn digits(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let covered = |token: &Range<usize>| {
            let own = |at: &Range<usize>| at.start <= token.start && token.end <= at.end;
            text.mentions.iter().any(|mention| own(&mention.at))
                || text
                    .sentence
                    .heard
                    .iter()
                    .any(|heard| matches!(heard.says, HeardSense::Number(_)) && own(&heard.at))
                || text.is_computed(token)
                || self.names.cover(&text.text, token)
        };
        let tokens = text.digits.iter().filter(|token| !covered(token)).cloned();
        let unknown = tokens.map(|token| {
            let word = text.word_at(token.start);
            let heard =
                Heard { at: token, words: word..word + 1, denied: false, says: HeardSense::None };
            self.unknown(text, scope, &heard)
        });
        unknown.collect()
    }

    /// What is typed right before or after a number that was worked out, and makes another one of it.
    fn straddles(&self, text: &JudgedText, heard: &Heard) -> Option<TypedFault> {
        let HeardSense::Number(whole) = &heard.says else { return None };
        let computed = text.computed_within(&heard.at)?;
        if computed == heard.at || whole.kind == HeardKind::Months {
            return None;
        }
        let alone = sentence(&text.text[computed.clone()]);
        let same = alone.heard.iter().any(|one| match &one.says {
            HeardSense::Number(one) => {
                (one.value, one.kind, one.money) == (whole.value, whole.kind, whole.money)
            }
            _ => false,
        });
        if same {
            return None;
        }
        let before = heard.at.start < computed.start;
        let typed =
            if before { heard.at.start..computed.start } else { computed.end..heard.at.end };
        let numeric = text.text[typed.clone()].chars().any(char::is_numeric);
        let sign = text.text[typed.clone()].trim();
        if before && !numeric && !sign.is_empty() && text.text[..typed.start].ends_with(sign) {
            // `$$` is no sign of money
            return None;
        }
        Some(self.straddling(text, &typed, before && !numeric))
    }

    fn straddling(&self, text: &JudgedText, typed: &Range<usize>, sign: bool) -> TypedFault {
        let word = text.text[typed.clone()].trim_matches([' ', '\u{a0}', '-']);
        let word = if word.is_empty() { text.text[typed.clone()].trim() } else { word };
        let (message, hint) = match sign {
            true => (
                format!(
                    "`{word}` stands before a number that is worked out, and brings its own sign"
                ),
                format!("take the `{word}` out"),
            ),
            false => (
                format!("`{word}` makes another number of the one worked out beside it"),
                format!("take the `{word}` out, or name the function that says it"),
            ),
        };
        TypedFault { place: text.place(typed), rule: Rule::TypedNumber, message, hint }
    }
}

/// The sign that a text ends with, if it stands alone: `£`, `GBP`, `−`.
fn lone_sign(before: &str) -> Option<Range<usize>> {
    let money = Currency::ALL.into_iter().flat_map(|(_, signs)| signs.iter().copied());
    let sign = money.chain(["−", "-"]).find(|sign| {
        // `$$` and `-->` are no signs of a number
        let joins = |letter: char| letter.is_alphanumeric() || sign.contains(letter);
        before.strip_suffix(sign).is_some_and(|rest| !rest.ends_with(joins))
    })?;
    Some(before.len() - sign.len()..before.len())
}
