//! Where and when a text says that a number is of, against where and when it is.

use std::ops::Range;

use super::elsewhere::is_set_apart;
use super::known::{Counted, DrawnFigure};
use super::near::periods_near;
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::figure::{Day, Nature};
use crate::problem::Rule;
use crate::reading::{Heard, Pause, is_in_time, same_place};

impl WordJudge {
    /// A place that the sentence of a number names, and which nothing of the chart does: `in Norfolk`.
    pub(super) fn unknown_place(&self, text: &JudgedText, heard: &Heard) -> Option<String> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let words = &text.sentence.words;
        let capital = |at: usize| text.text[words[at].at.start..].starts_with(char::is_uppercase);
        let long = sentence.clone().skip(1).filter(|at| text.word(*at).len() > 3);
        let long: Vec<usize> = long.collect();
        let country = sentence.clone().find_map(|at| {
            let place = self.place_at(text, at).filter(|_| !is_set_apart(text, at))?;
            let end = words[at + place.words - 1].at.end;
            (!self.has_place(&place) && self.counted.iter().any(|one| !one.place.is_empty()))
                .then(|| text.text[words[at].at.start..end].to_string())
        });
        if country.is_some() {
            return country;
        }
        // `Visits In Decline` is written in capitals throughout
        if long.len() > 1 && long.iter().filter(|at| capital(**at)).count() * 3 > long.len() * 2 {
            return None;
        }
        if let Some(owner) = self.owner(text, sentence.clone()) {
            return Some(owner);
        }
        sentence.clone().find_map(|at| {
            let leads = matches!(text.word(at), "in" | "across" | "throughout" | "within");
            let first = (at + 1..sentence.end).find(|at| text.word(*at) != "the")?;
            let joined = words[first].pause == Pause::Nothing && first <= at + 2;
            let place = (first..sentence.end)
                .take_while(|at| capital(*at) && text.word(*at).chars().all(char::is_alphabetic));
            let place: Vec<usize> = place.collect();
            let (start, end) = (*place.first()?, *place.last()?);
            let said = &text.text[words[start].at.start..words[end].at.end];
            let typed = !text.is_computed(&words[start].at);
            let known = place.iter().any(|at| {
                self.knows(text.word(*at))
                    || self.place_at(text, *at).is_some_and(|place| self.has_place(&place))
            });
            (leads && joined && typed && !known).then(|| said.to_string())
        })
    }

    /// `Cotterham's libraries`: a name that owns what a series counts or is called by.
    fn owner(&self, text: &JudgedText, sentence: Range<usize>) -> Option<String> {
        const NO_NAMES: &str = "today yesterday tomorrow it here there that this what who let \
            he she one nobody everyone everybody someone now year month week";
        sentence.into_iter().find_map(|at| {
            let word = &text.sentence.words[at];
            let own = &text.text[word.at.clone()];
            let name = own.strip_suffix("'s").or(own.strip_suffix("’s"))?;
            let capital =
                name.starts_with(char::is_uppercase) && name.chars().all(char::is_alphabetic);
            let small = name.to_lowercase();
            let common = NO_NAMES.split_whitespace().any(|known| known == small);
            let joined = text.sentence.words.get(at + 1)?.pause == Pause::Nothing;
            let next = text.word(at + 1);
            let owned = self.counted.iter().any(|one| {
                one.form.currency().is_none() && (one.is_counted_in(next) || one.is_called(next))
            });
            let is_name = capital && joined && owned && !common && !self.knows(&small);
            (is_name && !text.is_computed(&word.at)).then(|| name.to_string())
        })
    }

    /// Is a word one of a date, or of a name of the chart?
    fn knows(&self, word: &str) -> bool {
        let names = self.names.sources.iter().chain(&self.names.cells).chain(&self.names.units);
        let places = self.counted.iter().map(|one| &one.place);
        let has = |name: &String| name.split_whitespace().any(|own| own.eq_ignore_ascii_case(word));
        is_in_time(word)
            || names.chain(places).any(has)
            || self.names.sayers.have(word)
            || self.counted.iter().any(|one| one.is_named(word))
    }

    /// Is a series of another place than the one that the sentence of a number names?
    pub(super) fn is_elsewhere(&self, text: &JudgedText, heard: &Heard, counted: &Counted) -> bool {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let own: Vec<String> = counted.place.split_whitespace().map(str::to_lowercase).collect();
        let place = self.unknown_place(text, heard).unwrap_or_default();
        let named = sentence.into_iter().any(|at| {
            own.iter().any(|word| word == text.word(at))
                || self.place_at(text, at).is_some_and(|one| one.is(&counted.place))
        });
        !own.is_empty() && !named && !same_place(&counted.place, &place)
    }

    /// Is a figure of one of the periods that stand near its number? A year from April is not that
    /// from January, and a change that began later is another one.
    pub(super) fn is_then(
        &self,
        text: &JudgedText,
        near: &[(Day, Day)],
        (counted, told): (&Counted, &DrawnFigure),
    ) -> bool {
        if near.is_empty() {
            return true;
        }
        let years =
            |days: &(Day, Day)| (360..=371).contains(&(days.1.number() - days.0.number() + 1));
        let far = |one: Day, other: Day| (one.number() - other.number()).abs() > 31;
        let shifted = |days: &(Day, Day)| {
            counted.nature == Nature::Flow
                && years(days)
                && (360..=371).contains(&told.span.days())
                && far(days.0, told.span.start)
                && self.is_within(text, *days)
        };
        if counted.nature == Nature::Change && near.len() > 1 {
            let first = near.iter().map(|days| days.0).min();
            let last = near.iter().map(|days| days.1).max();
            let year = |one: Option<Day>, other: Day| {
                one.is_some_and(|one| (one.number() - other.number()).abs() <= 366)
            };
            return year(first, told.span.start) && year(last, told.span.end);
        }
        near.iter().any(|days| told.meets(*days) && !shifted(days))
    }

    /// Does a text say `in` these days, and no more of them: `in 2020`, `the calendar year 2020`?
    fn is_within(&self, text: &JudgedText, days: (Day, Day)) -> bool {
        let own = text.mentions.iter().filter(|one| one.days == Some(days));
        own.into_iter().any(|mention| {
            let at = text.word_at(mention.at.start);
            let plain = text.text[mention.at.clone()].len() == 4;
            let before = |back: usize| at.checked_sub(back).map_or("", |at| text.word(at));
            plain
                && (matches!(before(1), "in" | "during" | "throughout")
                    || before(1) == "year" && before(2) == "calendar")
        })
    }

    /// `{{ latest("visits") }} in 2024`, where the latest is of another year.
    pub(super) fn dated_otherwise(&self, text: &JudgedText, heard: &Heard) -> Option<TypedFault> {
        let key = text.figure_at(&text.computed_within(&heard.at)?)?;
        let mut all = self.counted.iter();
        let (counted, told) =
            all.find_map(|one| Some((one, one.told.iter().find(|told| told.key == Some(key))?)))?;
        let near = periods_near(text, heard);
        if self.is_then(text, &near, (counted, told)) {
            return None;
        }
        // `{{ first("visits") }} and 82,109 in 2019`: that is the date of the number beside it
        let apart = |date: &Range<usize>| {
            let (from, to) = (heard.at.start.min(date.start), heard.at.end.max(date.end));
            text.figures().any(|other| {
                other.words != heard.words && from < other.at.start && other.at.end < to
            })
        };
        let mut typed = text.mentions.iter().filter(|one| {
            let is_near = one.days.is_some_and(|days| near.contains(&days));
            let said = !text.is_computed(&one.at) || text.is_of_the_mark(&one.at);
            is_near && said && !apart(&one.at)
        });
        let typed = typed.next()?;
        // what stands beside a mark of another date
        let place = match text.is_of_the_mark(&typed.at) {
            true => typed.at.end..text.text.len(),
            false => typed.at.clone(),
        };
        Some(TypedFault {
            place: text.place(&place),
            rule: Rule::TypedNumber,
            message: format!(
                "`{}` stands beside {}, which is the figure for {}",
                &text.text[typed.at.clone()],
                told.said,
                told.called
            ),
            hint: format!("name {}, or ask for the figure of the date", told.called),
        })
    }
}
