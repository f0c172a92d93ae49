//! The figures of a series between which a text says that something moved: those of the dates that it names,
//! of the length of time that it says, or the first, the last and the one before it.

use std::ops::Range;

use super::WordJudge;
use super::dated::DateRole;
use super::growth::{FromTo, is_comparative};
use super::known::{Counted, DrawnFigure};
use super::span::{length_of, spans};
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use crate::reading::{Heard, HeardSense, Pause, dates_follow, tells_several_times};

impl WordJudge {
    /// The figures between which a text may say that something moved: between the periods that it
    /// names; from the one that it compares with, to the last; to the one that it names; or any two.
    pub(super) fn pairs(
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
            // `doubled in three years`
            let length = length_of(text, words);
            let spans = length.map(|length| spans(text, &length, &told)).unwrap_or_default();
            let spans = spans.into_iter().filter_map(|one| {
                let (from, to) = (told[one.from], told[one.to]);
                (!counted.broken(from, to)).then_some((counted, from, to))
            });
            let spans: Vec<FromTo> = spans.collect();
            if !spans.is_empty() {
                pairs.extend(spans);
                continue;
            }
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
        // `fell in the year to December`
        if let Some(spans) = self.over_its_length(text, heard, &told) {
            return spans.into_iter().filter_map(|one| pair(one.from, one.to)).collect();
        }
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
                let mut pairs = vec![pair(first.saturating_sub(1), one), pair(first, one)];
                // `edged up in February before falling again`
                if matches!(text.word(clause.end), "before" | "then" | "but") {
                    pairs.extend((first.max(1)..=one).map(|at| pair(at - 1, at)));
                }
                pairs
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
