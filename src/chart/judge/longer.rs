//! One figure that is said of a longer time than it counts: `31,260 parcels since 2018`, of one year.

use std::ops::Range;

use super::known::{Counted, DrawnFigure};
use super::text::JudgedText;
use crate::figure::{Day, Nature};
use crate::reading::{Heard, HeardKind, HeardSense, HeardWhole, Pause};

/// The words behind a number, or before it, that name a longer time than its figure counts.
pub(super) fn longer(
    text: &JudgedText,
    heard: &Heard,
    (counted, told): (&Counted, &DrawnFigure),
) -> Option<Range<usize>> {
    let own = told.span.days();
    let HeardSense::Number(number) = &heard.says else { return None };
    if counted.nature != Nature::Flow || number.way.is_some() {
        return None;
    }
    let sentence = text.around(heard.words.start, Pause::Sentence);
    // `the most since 2018`, `up in three years`, `31,260 a year since 2018`
    let compares = text.sentence.heard.iter().any(|one| {
        sentence.contains(&one.words.start)
            && match &one.says {
                HeardSense::Number(number) => {
                    number.kind == HeardKind::Times || number.way.is_some()
                }
                HeardSense::Whole(HeardWhole::Stretch(_)) => true,
                HeardSense::Whole(_) | HeardSense::Portion(_) | HeardSense::None => false,
                HeardSense::Moves(_)
                | HeardSense::Extreme(..)
                | HeardSense::Steepest(..)
                | HeardSense::Level => true,
            }
    });
    let averages = sentence.clone().any(|at| {
        let word = text.word(at);
        matches!(
            word,
            "average" | "averaged" | "mean" | "each" | "every" | "per" | "than" | "compared"
        ) || matches!(word, "up" | "down" | "back" | "first" | "last" | "highest" | "lowest")
            || matches!(word, "only" | "still" | "again" | "now" | "time" | "followed" | "after")
            || crate::reading::begins(word)
    });
    if compares || averages || text.of_a_mark.is_some() {
        return None;
    }
    let next = text.figures().find(|one| one.words.start >= heard.words.end);
    let end = next.map_or(sentence.end, |one| one.words.start).min(sentence.end);
    let end = end.min(heard.words.end + 12);
    let joined =
        |at: &usize| *at == heard.words.end || text.sentence.words[*at].pause == Pause::Nothing;
    let after: Vec<usize> = (heard.words.end..end).take_while(joined).collect();
    let after = heard.words.end..heard.words.end + after.len();
    let dated = |words: Range<usize>| {
        let dates =
            text.mentions.iter().filter(move |one| words.contains(&text.word_at(one.at.start)));
        dates.filter_map(|one| Some((text.word_at(one.at.start), one.days?))).collect::<Vec<_>>()
    };
    let longer = |first: Day, last: Day| (last.number() - first.number() + 1) * 2 > own * 3;
    // its own date stands between: `31,260 in 2023`
    let alone = |at: usize| dated(after.start..at).is_empty();
    for at in after.clone().filter(|at| alone(*at)) {
        let reach = at + 1..after.end.min(at + 5);
        let found = dated(reach.clone());
        match text.word(at) {
            "since" => {
                let (place, days) = *found.first()?;
                let early = days.0.number() + 31 < told.span.start.number();
                return early.then_some(at..place + 1);
            }
            "from" | "between" => {
                let [(_, first), (place, last)] = found[..] else { continue };
                return longer(first.0, last.1).then_some(at..place + 1);
            }
            "in" | "over" | "within" | "during" | "across" => {
                let months = text.sentence.heard.iter().find_map(|one| match &one.says {
                    HeardSense::Number(number)
                        if number.kind == HeardKind::Months && reach.contains(&one.words.start) =>
                    {
                        Some((one.words.end, number.value))
                    }
                    _ => None,
                });
                let Some((place, months)) = months else { continue };
                let days = i32::try_from(months.trunc().mantissa()).ok()?.checked_mul(30)?;
                return (days.checked_mul(2)? > own * 3).then_some(at..place);
            }
            _ => {}
        }
    }
    // `Between 2021 and 2023, 275 children were adopted in total`
    let lead = text.around(sentence.start, Pause::Clause);
    let first = text.figures().find(|one| sentence.contains(&one.words.start))?;
    let found = dated(lead.clone());
    let leads = matches!(text.word(lead.start), "from" | "between") && first.words == heard.words;
    match found[..] {
        [(_, first), (place, last)]
            if leads && place < heard.words.start && alone(sentence.end) =>
        {
            longer(first.0, last.1).then_some(lead.start..place + 1)
        }
        _ => None,
    }
}
