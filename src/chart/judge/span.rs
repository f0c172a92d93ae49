//! Over which figures of a series something is said to have moved, where a text says how long that
//! took: `in the year to December`, `on the week before`, `in three years`.

use std::ops::Range;

use super::known::DrawnFigure;
use super::near::{Days, moved_by};
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::figure::{Day, Span};
use crate::problem::Rule;
use crate::reading::{Heard, HeardLength, HeardSense, HeardStretch, LengthEnd, Pause, lengths};

/// The figures between which something is said to have moved, by their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SaidSpan {
    pub from: usize,
    pub to: usize,
}

/// The length of time over which what stands at some words is said to have moved: that of the clause,
/// or, where nothing else moves in it, of the sentence.
pub(super) fn length_of(text: &JudgedText, words: &Range<usize>) -> Option<HeardLength> {
    let clause = text.around(words.start, Pause::Clause);
    let sentence = text.around(words.start, Pause::Sentence);
    let far = |one: &HeardLength| {
        if one.words.start >= words.end {
            one.words.start - words.end
        } else {
            words.start.saturating_sub(one.words.end)
        }
    };
    if let Some(own) = lengths(&text.sentence, clause).into_iter().min_by_key(far) {
        return Some(own);
    }
    let moves = text.sentence.heard.iter().filter(|one| {
        matches!(one.says, HeardSense::Moves(_)) && sentence.contains(&one.words.start)
    });
    let alone = moves.count() <= 1;
    let start = sentence.start;
    let leads = |one: &HeardLength| one.words.start == start && alone;
    lengths(&text.sentence, sentence).into_iter().next().filter(leads)
}

/// The figures between which something moved over a length of time; none where the series has none that
/// lie so far apart.
pub(super) fn spans(
    text: &JudgedText,
    length: &HeardLength,
    told: &[&DrawnFigure],
) -> Vec<SaidSpan> {
    let Some(last) = told.len().checked_sub(1) else { return Vec::new() };
    let place = |days: Days| told.iter().rposition(|one| one.meets(days));
    let sentence = text.around(length.words.start, Pause::Sentence);
    let mut dates = text.mentions.iter().filter_map(|one| {
        let at = text.word_at(one.at.start);
        Some((one, at, one.days.filter(|_| sentence.contains(&at))?))
    });
    let ends = match length.ends {
        LengthEnd::Now => vec![last],
        LengthEnd::Date => {
            let next = length.words.end..length.words.end + 2;
            let end = dates.find(|(one, at, _)| next.contains(&one.from) || next.contains(at));
            end.and_then(|(.., days)| place(days)).into_iter().collect()
        }
        LengthEnd::Spoken => {
            let own = dates.filter(|(one, ..)| !one.reference);
            let own: Vec<Days> = own.map(|(.., days)| days).collect();
            match own.last() {
                Some(days) => place(*days).into_iter().collect(),
                None => vec![last],
            }
        }
        LengthEnd::Unsaid => {
            // `doubled in the two years to 2019`, `had doubled within two years by 2019`
            let lead = |from: usize| from.checked_sub(1).map_or("", |at| text.word(at));
            let ends = |from: usize| matches!(lead(from), "to" | "by" | "until");
            match dates.find(|(one, ..)| !one.reference && ends(one.from)) {
                Some((.., days)) => place(days).into_iter().collect(),
                None => (0..=last).collect(),
            }
        }
    };
    let mut found = Vec::new();
    for to in ends {
        let Some(from) = earlier(told, to, length) else { continue };
        found.push(SaidSpan { from, to });
        let first = match length.at_most {
            true => to,
            // `in the three months to May` may be from the first of them on
            false if length.ends == LengthEnd::Date && length.count > 1 => to.min(from + 2),
            false => from + 1,
        };
        found.extend((from + 1..first).map(|from| SaidSpan { from, to }));
    }
    found
}

/// The figure that lies so long before another.
fn earlier(told: &[&DrawnFigure], to: usize, length: &HeardLength) -> Option<usize> {
    let wanted = back(told[to].span.start, length)?.number();
    let slack = slack(length.stretch);
    let far = |at: &usize| (told[*at].span.start.number() - wanted).abs();
    (0..to).min_by_key(far).filter(|at| far(at) <= slack)
}

/// The day so long before another.
fn back(day: Day, length: &HeardLength) -> Option<Day> {
    match length.stretch {
        HeardStretch::Day => Day::from_number(day.number().checked_sub(length.count)?),
        HeardStretch::Week => {
            Day::from_number(day.number().checked_sub(length.count.checked_mul(7)?)?)
        }
        HeardStretch::Month => moved_by(day, -length.count),
        HeardStretch::Quarter => moved_by(day, length.count.checked_mul(-3)?),
        HeardStretch::Year => moved_by(day, length.count.checked_mul(-12)?),
    }
}

/// How many days off a length may be.
fn slack(stretch: HeardStretch) -> i32 {
    match stretch {
        HeardStretch::Day => 0,
        HeardStretch::Week => 3,
        HeardStretch::Month => 10,
        HeardStretch::Quarter => 20,
        HeardStretch::Year => 45,
    }
}

impl WordJudge {
    /// `{{ rise("visits", "2020", "2023") }} on the year before`, `in 2023`: a comparison that is said of
    /// another length of time than lies between its figures.
    pub(super) fn compared_over_another_length(&self, text: &JudgedText) -> Vec<TypedFault> {
        let compared = text.compared.iter();
        compared.filter_map(|(at, ends)| self.over_another_length(text, at, *ends)).collect()
    }

    fn over_another_length(
        &self,
        text: &JudgedText,
        at: &Range<usize>,
        [from, to]: [Span; 2],
    ) -> Option<TypedFault> {
        let words = text.word_at(at.start)..text.word_at(at.end.saturating_sub(1)) + 1;
        let (from, to) = if from.start <= to.start { (from, to) } else { (to, from) };
        let fault = |place: &Range<usize>| TypedFault {
            place: text.place(place),
            rule: Rule::TypedNumber,
            message: format!(
                "`{}` stands beside {}, which compares the figure of the period from {} with that of the period from {}",
                &text.text[place.clone()],
                &text.text[at.clone()],
                to.start.date(),
                from.start.date()
            ),
            hint: "name the periods of the function, or say over how long a time it is".to_string(),
        };
        let bytes = |words: &Range<usize>| {
            text.sentence.words[words.start].at.start..text.sentence.words[words.end - 1].at.end
        };
        let length = length_of(text, &words).map(|length| (bytes(&length.words), length));
        if let Some((bytes, length)) = length.filter(|(bytes, _)| !text.is_computed(bytes)) {
            let wanted = back(to.start, &length)?.number();
            let start = from.start.number();
            let slack = slack(length.stretch);
            let fits = (start - wanted).abs() <= slack || length.at_most && start >= wanted;
            // of months, the first of a stretch may be meant
            let within = length.ends == LengthEnd::Date
                && length.count > 1
                && (wanted..wanted + 32).contains(&start);
            return (!fits && !within).then(|| fault(&bytes));
        }
        // `In 2023 visits were up 251%`, on 2020
        let sentence = text.around(words.start, Pause::Sentence);
        let elsewhere = sentence.clone().any(|at| {
            matches!(
                text.word(at),
                "since"
                    | "than"
                    | "from"
                    | "compared"
                    | "against"
                    | "earlier"
                    | "ago"
                    | "before"
                    | "after"
                    | "on"
                    | "between"
                    | "later"
            ) && !words.contains(&at)
        });
        let mentions: Vec<_> = text
            .mentions
            .iter()
            .filter(|one| sentence.contains(&text.word_at(one.at.start)) && one.days.is_some())
            .collect();
        let [one] = &mentions[..] else { return None };
        let days = one.days?;
        let leads = one.from.checked_sub(1).map_or("", |at| text.word(at));
        let own = matches!(leads, "in" | "during") && !one.reference;
        let wide = days.1.number() - days.0.number() >= to.days() - 1;
        let meets = to.start <= days.1 && days.0 <= to.end;
        if elsewhere || !own || !meets || !wide || text.of_a_mark.is_some() {
            return None;
        }
        let late = from.end.number() + 1 >= days.0.number();
        // what no figure lies between may have moved then
        let between = self.counted.iter().any(|counted| {
            let is_end = |span: &Span| counted.told.iter().any(|one| one.span == *span);
            let inner =
                |one: &DrawnFigure| from.start < one.span.start && one.span.start < to.start;
            is_end(&from) && is_end(&to) && counted.told.iter().any(inner)
        });
        let year = (to.start.number() - from.start.number() - 365).abs() <= 2 && to.days() < 300;
        (!late && between && !year).then(|| fault(&one.at))
    }

    /// The figures between which something moved in the time that a text says it took; nothing where it
    /// says none.
    pub(super) fn over_its_length(
        &self,
        text: &JudgedText,
        heard: &Heard,
        told: &[&DrawnFigure],
    ) -> Option<Vec<SaidSpan>> {
        let length = length_of(text, &heard.words)?;
        let found = spans(text, &length, told);
        (!found.is_empty() && length.ends != LengthEnd::Unsaid).then_some(found)
    }
}
