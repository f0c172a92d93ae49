//! Parts of years that a text names in words, as the days that the figures of a chart know them by: `the
//! third quarter of 2023`, `in July`.

use super::dates::{Dates, Mention};
use super::near::Days;
use crate::figure::{Day, Span, Unit};
use crate::reading::{HeardPart, HeardText, MonthThird, PartOf, is_reference, ordinal, parts};

/// Figures that lie no farther apart than this tell of parts of years.
const APART: i32 = 100;

impl Dates {
    /// The dates of a text with those that are named in words, and each only as long as its words say.
    pub(super) fn with_parts(
        &self,
        sentence: &HeardText,
        mut mentions: Vec<Mention>,
    ) -> Vec<Mention> {
        let words = &sentence.words;
        let word_of = |byte: usize| words.partition_point(|word| word.at.end <= byte);
        let mut taken: Vec<usize> = Vec::new();
        for part in parts(sentence) {
            let from = part.words.start;
            let reference = is_reference(sentence, from);
            let typed = |mention: &Mention, at: usize| word_of(mention.at.start) == at;
            if let PartOf::Typed(year) = part.of {
                let Some(place) = mentions.iter().position(|one| typed(one, year)) else {
                    continue;
                };
                let (narrow, own) = (self.narrow(&part, &words[year].text), &mut mentions[place]);
                let free = !taken.contains(&year);
                taken.push(year);
                let wide = own.days.is_some_and(|(first, last)| {
                    narrow.is_some_and(|days| first <= days.0 && days.1 <= last)
                });
                if free {
                    (own.from, own.reference) = (from, reference);
                    if let Some(days) = narrow.filter(|_| wide) {
                        own.days = Some(days);
                    }
                } else if let Some(days) = narrow {
                    // the first of `the first and the second quarter of 2024`
                    let at = words[from].at.clone();
                    mentions.push(Mention { at, days: Some(days), reference, from });
                    continue;
                }
                // `three months` of `the first three months of 2024` is a part of it
                let at = words[from].at.start..words[part.words.end - 1].at.end;
                mentions.push(Mention { at, days: None, reference, from });
                continue;
            }
            let at = words[from].at.start..words[part.words.end - 1].at.end;
            // `3 September`
            let day = |one: &Mention| {
                let own = word_of(one.at.start);
                (from.saturating_sub(1)..part.words.end + 1).contains(&own)
                    && one.at.len() <= 2
                    && one.at.start != at.start
            };
            if mentions.iter().any(day) {
                continue;
            }
            let before = |one: &&Mention| word_of(one.at.start) < from;
            let near = mentions.iter().filter(before).filter_map(|one| one.days).next_back();
            let after = || mentions.iter().find_map(|one| one.days);
            let Some(days) = self.nearest(&part, near.or_else(after)) else { continue };
            mentions.push(Mention { at, days: Some(days), reference, from });
        }
        self.with_weeks(sentence, &mut mentions);
        mentions.sort_by_key(|one| (one.at.start, one.at.end));
        mentions
    }

    /// `the last week of January`, `the first week of the year`, `the latest week`, of figures of weeks.
    fn with_weeks(&self, sentence: &HeardText, mentions: &mut Vec<Mention>) {
        let mut weeks: Vec<Span> =
            self.spans.iter().copied().filter(|span| span.days() == 7).collect();
        weeks.sort_by_key(|span| span.start);
        weeks.dedup();
        let Some(newest) = weeks.last().copied() else { return };
        let words = &sentence.words;
        let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
        for week in (1..words.len()).filter(|at| text(*at) == "week") {
            let nth = match text(week - 1) {
                "last" | "final" => None,
                "latest" => {
                    let at = words[week - 1].at.start..words[week].at.end;
                    let days = Some((newest.start, newest.end));
                    mentions.push(Mention { at, days, reference: false, from: week - 1 });
                    continue;
                }
                other => match ordinal(other) {
                    Some(nth) => Some(nth),
                    None => continue,
                },
            };
            if text(week + 1) != "of" {
                continue;
            }
            let of_the_year = text(week + 2) == "the" && text(week + 3) == "year";
            let whole = |one: &&mut Mention| (week + 2..week + 4).contains(&one.from);
            let year = newest.end.year();
            let first = || Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?));
            let mut of = mentions.iter_mut().find(whole);
            let days =
                of.as_ref().and_then(|one| one.days).or(if of_the_year { first() } else { None });
            let Some(days) = days else { continue };
            let mut own = weeks.iter().filter(|one| days.0 <= one.end && one.end <= days.1);
            let own = match nth {
                None => own.next_back(),
                Some(nth) => own.nth(nth as usize - 1),
            };
            let Some(own) = own.map(|own| (own.start, own.end)) else { continue };
            match &mut of {
                Some(one) => (one.days, one.from) = (Some(own), week - 1),
                None => {
                    let at = words[week - 1].at.start..words[week].at.end;
                    let reference = is_reference(sentence, week - 1);
                    mentions.push(Mention { at, days: Some(own), reference, from: week - 1 });
                }
            }
        }
    }

    /// The days of a part of a year that is typed, if a figure is of them.
    fn narrow(&self, part: &HeardPart, year: &str) -> Option<Days> {
        let days = days_in(part, year.parse().ok()?)?;
        let whole = HeardPart { third: None, ..part.clone() };
        let all = [Some(days), days_in(&whole, year.parse().ok()?)];
        all.into_iter().flatten().find(|days| self.spans.iter().any(|span| meets(*span, *days)))
    }

    /// The days of a part whose year nobody says: of the one in which figures are of it, or which is
    /// nearest to another date.
    fn nearest(&self, part: &HeardPart, near: Option<Days>) -> Option<Days> {
        let mut fine: Vec<Span> =
            self.spans.iter().copied().filter(|span| span.days() <= APART).collect();
        fine.sort_by_key(|span| span.start);
        fine.dedup();
        let close =
            |two: &[Span]| (1..=APART).contains(&(two[1].start.number() - two[0].start.number()));
        if !fine.windows(2).any(close) {
            return None;
        }
        let mut years: Vec<i32> =
            fine.iter().flat_map(|span| [span.start.year(), span.end.year()]).collect();
        years.sort_unstable();
        years.dedup();
        if part.of == PartOf::TheYear {
            let mut ends: Vec<i32> = fine.iter().map(|span| span.end.year()).collect();
            ends.dedup();
            years = ends;
            if years.len() > 1 {
                return None;
            }
        }
        let known = |days: &Days| fine.iter().any(|span| meets(*span, *days));
        let found: Vec<Days> =
            years.into_iter().filter_map(|year| days_in(part, year)).filter(known).collect();
        let far = |days: &Days| match near {
            Some((first, last)) if first <= days.0 && days.1 <= last => 0,
            Some((first, _)) => (days.0.number() - first.number()).abs(),
            // the newest
            None => -days.0.number(),
        };
        found.into_iter().min_by_key(far)
    }
}

fn meets(span: Span, days: Days) -> bool {
    span.start <= days.1 && days.0 <= span.end
}

/// The days of a part of a year.
fn days_in(part: &HeardPart, year: i32) -> Option<Days> {
    let (first, count) = part.months;
    let (start, end) =
        (Unit::month(year, first)?.span(), Unit::month(year, first + count - 1)?.span());
    let day = |day: i32| Day::from_number(start.start.number() + day);
    Some(match part.third {
        None => (start.start, end.end),
        Some(MonthThird::Early) => (start.start, day(11)?),
        Some(MonthThird::Middle) => (day(7)?, day(21)?),
        Some(MonthThird::Late) => (day(15)?, end.end),
    })
}
