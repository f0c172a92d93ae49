//! Why a number that an author types does not pass, and what to write instead.

use super::known::{Counted, DrawnFigure};
use super::near::periods_near;
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::problem::Rule;
use crate::reading::{Heard, HeardNumber, SaidCaveat};

/// Why a number does not pass though a figure has it.
pub(super) enum Lacking<'j> {
    Qualifier(&'j Counted, &'j DrawnFigure),
    Sign(&'j Counted, &'j DrawnFigure),
    Period(&'j Counted, &'j DrawnFigure),
    Now(&'j Counted, &'j DrawnFigure),
    Thing(&'j Counted, String),
    Stretch(&'j Counted, &'j DrawnFigure),
    Status(&'j Counted, &'j DrawnFigure),
    Added(&'j Counted, &'j DrawnFigure, SaidCaveat),
    Sayer(&'j DrawnFigure, String),
    Place(&'j Counted, String),
}

impl WordJudge {
    pub(super) fn twice_signed(&self, text: &JudgedText, heard: &Heard) -> TypedFault {
        let typed = &text.text[heard.at.clone()];
        let place = match text.is_computed(&heard.at) {
            true => text.sentence.words[..heard.words.start]
                .iter()
                .rev()
                .map(|word| word.at.clone())
                .find(|at| !text.is_computed(at))
                .unwrap_or(heard.at.clone()),
            false => heard.at.clone(),
        };
        TypedFault {
            place: text.place(&place),
            rule: Rule::TypedWord,
            message: format!(
                "a word says which way it went, and `{typed}` has a sign that says it again"
            ),
            hint: "write `changed by` before it, or take rise() or fall(), which say the way themselves"
                .to_string(),
        }
    }

    /// Nothing on the chart has this number.
    pub(super) fn unknown(&self, text: &JudgedText, scope: Scope, heard: &Heard) -> TypedFault {
        let typed = &text.text[heard.at.clone()];
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let near = periods_near(text, heard);
        let counted = series.first().map(|one| &self.counted[*one]);
        let told = counted.and_then(|counted| {
            counted.told.iter().find(|told| near.iter().any(|days| told.meets(*days)))
        });
        let call = match (counted, told) {
            (Some(counted), Some(told)) => value_of(counted, told),
            (Some(counted), None) => format!("{{{{ latest(\"{}\") }}}}", counted.id),
            _ => "{{ latest(\"series\") }}".to_string(),
        };
        TypedFault {
            place: text.place(&heard.at),
            rule: Rule::TypedNumber,
            message: format!("`{typed}` is typed, and is no value, date or name of this chart"),
            hint: self
                .worked_out(text, scope, heard)
                .unwrap_or_else(|| format!("let it be computed, as in {call}")),
        }
    }

    pub(super) fn told_short(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
        short: &Lacking,
    ) -> TypedFault {
        let typed = &text.text[heard.at.clone()];
        let (message, hint) = match short {
            Lacking::Qualifier(counted, told) => (
                format!(
                    "`{typed}` is typed where the chart says {} for {}",
                    told.said, told.called
                ),
                format!("write `{}`, or {}", told.said, value_of(counted, told)),
            ),
            Lacking::Sign(counted, told) => (
                format!(
                    "`{typed}` goes the other way than the figure for {}, {}",
                    told.called, told.said
                ),
                format!("write {}", value_of(counted, told)),
            ),
            Lacking::Period(counted, told) => {
                let days = periods_near(text, heard);
                let right = counted.told.iter().find(|one| days.iter().any(|d| one.meets(*d)));
                let hint = match right {
                    Some(right) => {
                        format!("name {}, or write {}", told.called, value_of(counted, right))
                    }
                    None => format!("name {}", told.called),
                };
                (
                    format!(
                        "`{typed}` is the figure for {}, and the text names another period",
                        told.called
                    ),
                    hint,
                )
            }
            Lacking::Now(counted, told) => (
                format!("`{typed}` is the figure for {}, and the text speaks of now", told.called),
                format!("name {}, or write {{{{ latest(\"{}\") }}}}", told.called, counted.id),
            ),
            Lacking::Stretch(counted, told) => {
                let own = match counted.per {
                    Some(per) => format!("a {}", per.word()),
                    None => format!("for {}", told.called),
                };
                (
                    format!(
                        "`{typed}` is {own}, and the text says another stretch of time, or none"
                    ),
                    format!("write `{typed} … {own}`, or {}", value_of(counted, told)),
                )
            }
            Lacking::Thing(counted, word) => (
                format!(
                    "`{typed}` is a figure of `{}`, and the text counts {word} with it",
                    counted.id
                ),
                "take the figure of what the text speaks of".to_string(),
            ),
            Lacking::Added(counted, told, caveat) => (
                format!(
                    "`{typed}` is no {} figure, and the text calls it one",
                    match caveat {
                        SaidCaveat::Target => self.language.statuses.target(),
                        SaidCaveat::Forecast => self.language.statuses.forecast(),
                        _ => self.language.statuses.provisional(),
                    }
                ),
                format!("take the word out, or write {}", value_of(counted, told)),
            ),
            Lacking::Place(counted, place) => (
                format!(
                    "`{typed}` is a figure of `{}`, which is of {}, and the text names {place}",
                    counted.id, counted.place
                ),
                format!("name {}, or take the place out", counted.place),
            ),
            Lacking::Sayer(told, name) => (
                format!("`{typed}` for {} is not said by {name}", told.called),
                format!("name who said it: {}", each_once(&told.sayers).join(", ")),
            ),
            Lacking::Status(counted, told) => (
                format!("`{typed}` is {}, and the text does not say so", self.status(told)),
                format!(
                    "write `{}`, or {}",
                    self.with_status(typed, number, told),
                    value_of(counted, told)
                ),
            ),
        };
        TypedFault { place: text.place(&heard.at), rule: Rule::TypedNumber, message, hint }
    }

    fn with_status(&self, typed: &str, _: &HeardNumber, told: &DrawnFigure) -> String {
        format!("{typed} ({})", self.status(told))
    }

    /// What must be said of a figure beside its number.
    pub(super) fn status(&self, told: &DrawnFigure) -> &'static str {
        let says = &self.language.statuses;
        match told.status {
            status if status.is_target() => says.target(),
            status if status.is_forecast() => says.forecast(),
            status if status.is_provisional() => says.provisional(),
            _ => says.low_reliability(),
        }
    }
}

/// `{{ value("visits", "2023") }}`.
pub(super) fn value_of(counted: &Counted, told: &DrawnFigure) -> String {
    let function = if told.status.is_target() { "target" } else { "value" };
    format!("{{{{ {function}(\"{}\", \"{}\") }}}}", counted.id, told.period)
}

fn each_once(names: &[String]) -> Vec<&str> {
    let mut once: Vec<&str> = Vec::new();
    for name in names {
        if !once.contains(&name.as_str()) {
            once.push(name);
        }
    }
    once
}

pub(super) fn rank(short: &Lacking) -> u8 {
    match short {
        Lacking::Sign(..) => 0,
        Lacking::Thing(..) => 1,
        Lacking::Period(..) | Lacking::Now(..) => 2,
        Lacking::Stretch(..) => 3,
        Lacking::Qualifier(..) => 4,
        Lacking::Status(..) => 5,
        Lacking::Added(..) | Lacking::Sayer(..) | Lacking::Place(..) => 6,
    }
}
