//! Numbers that were worked out, held against the words round them as typed ones are.

use std::ops::Range;

use rust_decimal::Decimal;

use super::fit::{Fit, is_so_many};
use super::known::{Counted, DrawnFigure};
use super::lacking::value_of;
use super::longer::longer;
use super::numbers::{fits, loses, stretch_after};
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::figure::{Day, Nature, Quantity, Side, Span};
use crate::problem::Rule;
use crate::reading::{Heard, HeardNumber, HeardSense, Pause, dates_follow, sentence, shifts_dates};

impl WordJudge {
    /// What the words round a number say of it, and its figure does not: another period, thing,
    /// place or stretch of time, or that it is more.
    pub(super) fn of_its_figure(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<TypedFault> {
        if let Some(fault) = self.dated_otherwise(text, heard) {
            return Some(fault);
        }
        let own = text.computed_within(&heard.at)?;
        let key = text.figure_at(&own)?;
        let mut all = self.counted.iter();
        let (counted, told) =
            all.find_map(|one| Some((one, one.told.iter().find(|told| told.key == Some(key))?)))?;
        let part = text.computed().find(|part| part.start <= own.start && own.end <= part.end)?;
        if let Some(fault) = hedged_otherwise(text, heard, number, (part, counted, told)) {
            return Some(fault);
        }
        let fault = |place: &Range<usize>, message: String| TypedFault {
            place: text.place(place),
            rule: Rule::TypedNumber,
            message,
            hint: format!("ask for the figure that is meant; this is {}", value_of(counted, told)),
        };
        if let Some((set, word)) = self.thing(text, heard)
            && !set.iter().any(|one| self.counted[*one].id == counted.id)
            && let Some(at) = typed_after(text, heard, &word)
        {
            let message = format!(
                "{} is a figure of `{}`, and the text counts {word} with it",
                told.said, counted.id
            );
            return Some(fault(&at, message));
        }
        if let Some(words) = longer(text, heard, (counted, told)) {
            let at = text.sentence.words[words.start].at.start
                ..text.sentence.words[words.end - 1].at.end;
            let message = format!(
                "{} is the figure for {}, and `{}` is a longer time",
                told.said,
                told.called,
                &text.text[at.clone()]
            );
            return Some(fault(&at, message));
        }
        let stretch = stretch_after(text, heard);
        if let Some(stretch) = stretch.filter(|stretch| !counted.counts_over(told, *stretch)) {
            let mut after = text.sentence.words[heard.words.end..].iter();
            let at = after.find(|word| {
                crate::reading::HeardStretch::of(&word.text) == Some(stretch)
                    && !text.is_computed(&word.at)
            })?;
            let own = match counted.per {
                Some(per) => format!("a {}", per.word()),
                None => format!("for {}", told.called),
            };
            let typed = &text.text[at.at.clone()];
            let message = format!("{} is {own}, and the text says `{typed}`", told.said);
            return Some(fault(&at.at, message));
        }
        let place = self.unknown_place(text, heard)?;
        let at = text.text.find(&place)?;
        self.is_elsewhere(text, heard, counted).then(|| {
            let message = format!(
                "{} is a figure of `{}`, which is of {}, and the text names {place}",
                told.said, counted.id, counted.place
            );
            fault(&(at..at + place.len()), message)
        })
    }

    /// `twice {{ latest("visits") }}`, where no figure of the series is twice that. Nothing where no
    /// number follows right behind it, and nothing in it where it holds.
    pub(super) fn times_the_next(
        &self,
        text: &JudgedText,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<Option<TypedFault>> {
        let next = text
            .figures()
            .find(|one| one.words.start == heard.words.end && text.is_computed(&one.at))?;
        let own = text.computed_within(&next.at)?;
        let key = text.figure_at(&own)?;
        let mut all = self.counted.iter();
        let (counted, told) =
            all.find_map(|one| Some((one, one.told.iter().find(|told| told.key == Some(key))?)))?;
        let base = told.value()?;
        let holds = counted.told.iter().filter_map(|other| other.value()).any(|value| {
            value.checked_div(base).is_some_and(|times| is_so_many(times, number.value, number))
        });
        let typed = &text.text[heard.at.clone()];
        Some((!holds).then(|| TypedFault {
            place: text.place(&heard.at),
            rule: Rule::TypedWord,
            message: format!(
                "`{typed}` makes another number of {}, and no figure of `{}` is that",
                told.said, counted.id
            ),
            hint: "take the word out, or ask for times()".to_string(),
        }))
    }

    /// `{{ times("visits", "2012", "2017") }} as many in 2012 as in 2017`: dates beside a comparison
    /// that are not those of its figures, or the other way round.
    pub(super) fn compared_otherwise(&self, text: &JudgedText) -> Vec<TypedFault> {
        text.compared.iter().filter_map(|one| compared_otherwise(text, one)).collect()
    }
}

/// `Exactly {{ latest("visits") }}`, of a figure that is about.
fn hedged_otherwise(
    text: &JudgedText,
    heard: &Heard,
    number: &HeardNumber,
    (own, counted, told): (&Range<usize>, &Counted, &DrawnFigure),
) -> Option<TypedFault> {
    let alone =
        sentence(&text.text[own.clone()]).heard.into_iter().find_map(|one| match one.says {
            HeardSense::Number(alone) if alone.value == number.value => Some(alone),
            _ => None,
        })?;
    let words = &text.sentence.words;
    let first = words.partition_point(|word| word.at.end <= own.start);
    let lead =
        first.checked_sub(1).filter(|at| words[first].pause == Pause::Nothing && *at < first);
    let precise = lead.filter(|at| matches!(text.word(*at), "exactly" | "precisely")).is_some();
    let exact = told
        .quantities
        .first()
        .is_some_and(|one| matches!(one, Quantity::One { side: Side::Exact, .. }));
    let times = lead.and_then(|at| match text.word(at) {
        "twice" | "double" => Some(2),
        "triple" | "treble" | "thrice" => Some(3),
        _ => None,
    });
    let is_so_much = |times: i64| {
        let base = told.value();
        let mut values =
            counted.told.iter().filter_map(|one| one.value()).zip(base.into_iter().cycle());
        values.any(|(value, base)| {
            let number = HeardNumber { side: Some(Side::About), ..number.clone() };
            let quotient = value.checked_div(base);
            quotient.is_some_and(|one| is_so_many(one, Decimal::from(times), &number))
        })
    };
    let multiplied = times.is_some_and(|times| !is_so_much(times));
    let side = (number.side != alone.side).then_some(number.side).flatten();
    let level = !counted.nature.tells_changes() && counted.nature != Nature::Net;
    let hedged = HeardNumber { side, exactly: false, way: None, ..number.clone() };
    let holds = side.is_none()
        || matches!(fits(&hedged, counted, told, loses(text, heard)), Fit::Yes | Fit::End);
    if !level || holds && (exact || !precise) && !multiplied {
        return None;
    }
    let start = match heard.at.start < own.start {
        true => heard.at.start,
        false => words[lead?].at.start,
    };
    let at = start..own.start;
    let typed = text.text[at.clone()].trim_end();
    Some(TypedFault {
        place: text.place(&at),
        rule: Rule::TypedNumber,
        message: format!(
            "`{typed}` is said of {}, which is the figure for {}",
            told.said, told.called
        ),
        hint: format!("take `{typed}` out: the function says how sure the figure is"),
    })
}

/// The bytes of a word that is typed behind a number.
fn typed_after(text: &JudgedText, heard: &Heard, word: &str) -> Option<Range<usize>> {
    let mut after = text.sentence.words[heard.words.end..].iter();
    let found = after.find(|one| one.text == word)?;
    (!text.is_computed(&found.at)).then(|| found.at.clone())
}

/// What a date beside a comparison must be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DatedEnd {
    /// That of the figure that is compared with: `since 2012`, `as in 2012`.
    From,
    /// That of the other: `in 2017`.
    To,
    /// Of either.
    Either,
}

fn compared_otherwise(
    text: &JudgedText,
    (at, [from, to]): &(Range<usize>, [Span; 2]),
) -> Option<TypedFault> {
    let word = text.word_at(at.start);
    let last = text.word_at(at.end.saturating_sub(1));
    let clause = text.around(word, Pause::Clause);
    let sentence = text.around(word, Pause::Sentence);
    // `a year later`, `the year before`
    if sentence.clone().any(|at| shifts_dates(text.word(at))) {
        return None;
    }
    // a date beside another number is of that
    let others = text.figures().filter(|one| one.at.end <= at.start || one.at.start >= at.end);
    let (mut first, mut end) = (clause.start, clause.end);
    for other in others {
        match other.words.start < word {
            true => first = first.max(other.words.end),
            false => end = end.min(other.words.start),
        }
    }
    // `In 2017, visits were …`
    let lead = text.around(sentence.start, Pause::Clause);
    let leads = lead.len() <= 4 && lead.end <= first && first == clause.start;
    let lead = if leads && text.of_a_mark.is_none() { lead } else { 0..0 };
    let meets = |span: &Span, days: &(Day, Day)| span.start <= days.1 && days.0 <= span.end;
    let mut mentions = text.mentions.iter().filter_map(|mention| {
        let place = text.word_at(mention.at.start);
        let near = (first..end).contains(&place) && !(word..=last).contains(&place);
        let days = mention.days.filter(|_| near || lead.contains(&place))?;
        (!text.is_computed(&mention.at)).then_some((mention, place, days))
    });
    let (mention, wanted) = mentions.find_map(|(mention, place, days)| {
        let wanted = end_of(text, place);
        let right = match wanted {
            DatedEnd::From => meets(from, &days),
            DatedEnd::To => meets(to, &days),
            DatedEnd::Either => meets(from, &days) || meets(to, &days),
        };
        (!right).then_some((mention, wanted))
    })?;
    let typed = &text.text[mention.at.clone()];
    let said = &text.text[at.clone()];
    let (from, to) = (from.start.date(), to.start.date());
    let role = match wanted {
        DatedEnd::From => "as what it is compared with",
        _ => "as its date",
    };
    Some(TypedFault {
        place: text.place(&mention.at),
        rule: Rule::TypedNumber,
        message: format!(
            "`{typed}` stands beside {said} {role}, which compares the figure of the period from {to} with that of the period from {from}"
        ),
        hint: "name the periods of the function, or ask for those that are meant".to_string(),
    })
}

/// Which figure of a comparison the date at a word is of.
fn end_of(text: &JudgedText, place: usize) -> DatedEnd {
    let mut at = place;
    let mut within = false;
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1) else { break };
        match text.word(before) {
            // `year on year in 2023`
            "on" if text.word(before + 1) == text.word(before.saturating_sub(1)) => break,
            "since" | "than" | "as" | "on" | "with" | "against" | "versus" => {
                return DatedEnd::From;
            }
            "to" | "by" => return DatedEnd::To,
            "from" => return DatedEnd::From,
            "between" | "and" | "or" | "–" | "-" | "of" | "until" | "before" | "after" => {
                return DatedEnd::Either;
            }
            "in" | "during" | "for" => within = true,
            "the" | "year" | "a" | "early" | "late" | "end" | "level" | "figure" => {}
            word if dates_follow(word) == Some(true) => {}
            _ => break,
        }
        at = before;
    }
    if within { DatedEnd::To } else { DatedEnd::Either }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_of_one_end_of_a_comparison() {
        let ends = |said: &str| {
            let mut dates = super::super::Dates::nothing(crate::locale::EN_GB.typed);
            for year in ["2012", "2017"] {
                let period = crate::figure::Period::parse(year).unwrap();
                dates.period(period, crate::figure::Years::of_project(1));
            }
            let typed = crate::chart::words::written::WordedPart::Typed {
                text: said.into(),
                bytes: 0..said.len(),
                exact: true,
            };
            let text =
                JudgedText::of(&crate::chart::words::written::Worded::of(vec![typed]), &dates);
            let places = text.mentions.iter().map(|one| text.word_at(one.at.start));
            places.map(|at| end_of(&text, at)).collect::<Vec<_>>()
        };
        assert!(ends("as many in 2017 as in 2012") == [DatedEnd::To, DatedEnd::From]);
        assert!(ends("up since 2012") == [DatedEnd::From]);
        assert!(ends("from 2012 to 2017") == [DatedEnd::From, DatedEnd::To]);
        assert!(ends("between 2012 and 2017") == [DatedEnd::Either, DatedEnd::Either]);
    }
}
