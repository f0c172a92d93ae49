//! Words of rank, of portions and of nothing at all, held against the figures of the chart.

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::among::Among;
use super::known::{Counted, DrawnFigure};
use super::lacking::value_of;
use super::near::periods_near;
use super::text::JudgedText;
use super::text::speaks_of_forecasts;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Day, Nature, Quantity, Side, Way};
use crate::reading::{
    Heard, HeardSense, HeardStretch, Pause, better_way, dates_follow, denies, rank_within,
    side_of_a_balance, tells_of_rivals,
};

/// Of these nobody knows whether the highest or the lowest number is meant.
fn is_either_end(word: &str) -> bool {
    matches!(word, "best" | "worst" | "slowest" | "fastest" | "quickest")
}

/// Of longer figures one date means one.
const SHORT: i32 = 100;

impl WordJudge {
    /// `the highest`, `a record low`.
    pub(super) fn extreme(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
        nth: u32,
    ) -> Option<TypedFault> {
        // `was followed by the deadliest week`: nobody works out when
        let followed = (heard.words.start.saturating_sub(4)..heard.words.start)
            .any(|at| (text.word(at), text.word(at + 1)) == ("followed", "by"));
        if heard.denied || followed {
            return None;
        }
        if is_either_end(text.word(heard.words.start)) {
            // `the worst month for punctuality`
            let (series, _) = topic(text, &self.counted, scope, &heard.words);
            let better = series
                .iter()
                .map(|one| better_way(self.counted[*one].titled.iter().map(String::as_str)));
            let mut better: Vec<Option<Way>> = better.collect();
            better.dedup();
            let good = match text.word(heard.words.start) {
                "best" => Some(true),
                "worst" => Some(false),
                _ => None,
            };
            if let ([Some(better)], Some(good)) = (&better[..], good) {
                let way = match (better, good) {
                    (Way::Up, true) | (Way::Down, false) => Way::Up,
                    _ => Way::Down,
                };
                return self.ranks(text, scope, heard, way, nth);
            }
            let ends = [Way::Up, Way::Down].map(|way| self.ranks(text, scope, heard, way, nth));
            let [high, low] = ends;
            return high.and(low);
        }
        self.ranks(text, scope, heard, way, nth)
    }

    fn ranks(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
        nth: u32,
    ) -> Option<TypedFault> {
        let (mut series, named) = topic(text, &self.counted, scope, &heard.words);
        // a grant or a membership is never busy
        let comes = |one: &usize| {
            let counted = &self.counted[*one];
            counted.nature == Nature::Flow && counted.form.currency().is_none()
        };
        if matches!(text.word(heard.words.start), "busiest" | "quietest")
            && series.iter().any(comes)
        {
            series.retain(comes);
        }
        let anchors = self.anchors(text, heard);
        let after = heard.words.start + 1..text.around(heard.words.start, Pause::Sentence).end;
        let other = after.clone().any(|at| text.word(at) == "other");
        let record = text.sentence.words[heard.words.clone()].iter().any(|word| {
            matches!(word.text.as_str(), "record" | "more" | "fewer" | "less")
                || matches!(
                    word.text.as_str(),
                    "greater"
                        | "larger"
                        | "bigger"
                        | "longer"
                        | "smaller"
                        | "shorter"
                        | "lower"
                        | "higher"
                )
        });
        let new = heard.words.start.checked_sub(1).is_some_and(|at| text.word(at) == "new");
        let record = record || new;
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let dated = text.mentions.iter().any(|one| {
            one.days.is_some() && !one.reference && sentence.contains(&text.word_at(one.at.start))
        });
        let so_far = record && !other;
        let among = self.ranks_among(text, scope, heard, &series, (way, nth));
        if let Among::Holds = among {
            return None;
        }
        let single = |at: &usize| self.counted[*at].counted(true).count() < 2;
        if let Among::Fails(fault) = among
            && series.iter().all(single)
        {
            return Some(fault);
        }
        let (mut against, series_count) = (None, series.len());
        for at in series {
            let counted = &self.counted[at];
            let anchor = anchors.iter().find(|(one, _)| *one == at).map(|(_, told)| *told);
            let near = own_dates(text, heard).unwrap_or_else(|| periods_near(text, heard));
            if !named && anchors.is_empty() && near.is_empty() {
                return None;
            }
            if !anchors.is_empty() && anchor.is_none() {
                continue;
            }
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            // One figure is neither high nor low.
            if told.len() < 2 && series_count > 1 {
                continue;
            }
            let here = match anchor {
                Some(place) => told.iter().position(|one| std::ptr::eq(*one, &counted.told[place])),
                // `peaked a week later`: nobody works out when
                None if near.is_empty() && dated => return None,
                None if near.is_empty() => told.len().checked_sub(1),
                None => match farthest(&told, &near, way) {
                    Some(place) => Some(place),
                    None => continue,
                },
            };
            let here = here?;
            let ever = record || text.word(heard.words.end) == "ever";
            if ever
                && named
                && let Some(fault) = self.first_after_a_break(text, heard, (counted, &told, here))
            {
                return Some(fault);
            }
            let since = self.since(text, heard, &told).filter(|since| *since < here);
            let within = rank_within(&text.sentence, &heard.words);
            let within = within.map(|(count, stretch)| {
                let days =
                    i32::try_from(count).unwrap_or(i32::MAX).saturating_mul(stretch.days().0);
                let first = told[here].span.start.number().saturating_sub(days);
                told.partition_point(|one| one.span.start.number() <= first)
            });
            let any: Vec<&DrawnFigure> = match any_of(text, heard) {
                Some(days) => told
                    .iter()
                    .enumerate()
                    .filter(|(at, one)| *at == here || one.meets(days))
                    .map(|(_, one)| *one)
                    .collect(),
                None => any_of_so_many(text, heard, told.len(), here)
                    .map_or(Vec::new(), |some| told[some].to_vec()),
            };
            let rivals = match since {
                _ if !any.is_empty() => &any[..],
                None if ends_with_since(text, heard) => &told[here..],
                _ if let Some(first) = within => &told[first.min(here)..=here],
                Some(since) => &told[since + 1..=here],
                None if of_all_shown(text, heard, told.len()) => &told[..],
                None if tells_of_rivals(&text.sentence, after.clone()) => return None,
                // a record is one over what came before
                None if so_far => &told[..=here],
                None => &told[..],
            };
            if named || self.counted.len() == 1 {
                let first = since.filter(|_| any.is_empty()).map(|since| told[since]);
                let bounded = first.is_some() || within.is_some() || !any.is_empty();
                let first = first.or(rivals.first().copied()).filter(|_| bounded);
                let broken = first.filter(|first| counted.broken(first, told[here]));
                if let Some(first) = broken.filter(|_| !self.tells_a_break(text)) {
                    return Some(self.over_a_break(text, heard, (counted, first, told[here])));
                }
            }
            // `the largest deficit` lies farthest below zero
            let clause = text.around(heard.words.start, Pause::Clause);
            let side = clause.into_iter().find_map(|at| side_of_a_balance(text.word(at)));
            let side = side.filter(|_| counted.nature == Nature::Net);
            let size = |one: &DrawnFigure| {
                let value = one.value()?;
                Some(if side == Some(Way::Down) { -value } else { value })
            };
            let own = size(told[here])?;
            let lacks = side.is_some() && own <= Decimal::ZERO;
            let above = rivals.iter().filter(|one| !std::ptr::eq(**one, told[here]));
            let above = above.filter(|one| {
                size(one).is_some_and(|value| match way {
                    Way::Up => value > own,
                    Way::Down => value < own && (side.is_none() || value > Decimal::ZERO),
                })
            });
            let above: Vec<&&DrawnFigure> = above.collect();
            if !lacks && above.len() < nth as usize && above.len() + 1 >= nth as usize {
                return None;
            }
            let rival = above.first().map(|one| **one);
            against = against.or(Some((counted, told[here], rival)));
        }
        let (counted, own, rival) = against?;
        let rival = rival
            .map_or(String::new(), |rival| format!(", and {} is {}", rival.called, rival.said));
        Some(text.contradicted(
            &heard.at,
            &format!("`{}` is {} for {}{rival}", counted.id, own.said, own.called),
            "name the period that it is true of, as in `the highest since 2019`",
        ))
    }

    /// The figure whose number stands in the clause of a word, nearest to it.
    fn anchors(&self, text: &JudgedText, heard: &Heard) -> Vec<(usize, usize)> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let numbers = text.sentence.heard.iter().filter(|other| {
            sentence.contains(&other.words.start) && matches!(&other.says, HeardSense::Number(_))
        });
        let far = |other: &Heard| {
            let apart = match other.words.start < heard.words.start {
                true => heard.words.start - other.words.start,
                false => other.words.start - heard.words.start,
            };
            // another clause is farther away
            apart + if clause.contains(&other.words.start) { 0 } else { 6 }
        };
        let near = periods_near(text, heard);
        let mut found: Vec<(usize, Vec<(usize, usize)>)> = numbers
            .map(|other| (far(other), self.matched(text, other)))
            .filter(|(far, matched)| *far <= 16 && !matched.is_empty())
            .collect();
        found.sort_by_key(|(far, _)| *far);
        let Some((_, nearest)) = found.into_iter().next() else { return Vec::new() };
        let dated = nearest.iter().copied().filter(|(at, place)| {
            near.iter().any(|days| self.counted[*at].told[*place].meets(*days))
        });
        let dated: Vec<(usize, usize)> = dated.collect();
        if dated.is_empty() { nearest } else { dated }
    }

    /// The place of the figure since which something is the highest.
    fn since(&self, text: &JudgedText, heard: &Heard, told: &[&DrawnFigure]) -> Option<usize> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let mention = text.mentions.iter().find(|mention| {
            let at = text.word_at(mention.at.start);
            let dated = mention.days.is_some();
            dated && mention.reference && sentence.contains(&at) && at > heard.words.start
        })?;
        told.iter().rposition(|one| mention.days.is_some_and(|days| one.meets(days)))
    }

    /// `most adults`, of a share of them.
    pub(super) fn portion(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        if way == Way::Up && !heard.denied {
            let of_two = self.most_of_two(text, scope, heard);
            if let Some(fault) = of_two.or_else(|| self.most_are_gone(text, scope, heard)) {
                return Some(fault);
            }
        }
        let beside = heard.words.end..heard.words.end + 3;
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let near = periods_near(text, heard);
        let mut against = None;
        let shares = self.counted.iter().enumerate();
        let shares = shares.filter(|(_, one)| one.nature == Nature::Share && scope.holds(one));
        let called = |one: &Counted| beside.clone().any(|at| one.is_named(text.word(at)));
        let shares = shares.filter(|(_, one)| called(one)).map(|(at, _)| at);
        let shares: Vec<usize> = shares.collect();
        if shares.is_empty() || heard.denied {
            return None;
        }
        let of = series.iter().copied().filter(|at| shares.contains(at)).collect::<Vec<_>>();
        let clause = text.around(heard.words.start, Pause::Clause);
        let denied = (heard.words.end..clause.end).any(|at| denies(text.word(at)));
        let way = match way {
            way if !denied => way,
            Way::Up => Way::Down,
            Way::Down => Way::Up,
        };
        for counted in
            if of.is_empty() { shares } else { of }.into_iter().map(|at| &self.counted[at])
        {
            let told = counted.counted(false);
            let told = told.filter(|one| near.is_empty() || near.iter().any(|d| one.meets(*d)));
            let half = Decimal::from(50);
            for one in told {
                let value = one.value()?;
                let holds = match way {
                    Way::Up => value > half,
                    Way::Down => value < half,
                };
                if holds {
                    return None;
                }
                against = Some((counted, one));
            }
        }
        let (counted, told) = against?;
        Some(text.contradicted(
            &heard.at,
            &format!("`{}` is {} for {}", counted.id, told.said, told.called),
            format!("write {}", value_of(counted, told)),
        ))
    }

    /// `no visits`.
    pub(super) fn nothing(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
    ) -> Option<TypedFault> {
        let next = text.word(heard.words.end);
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        let own = text.word(heard.words.start) == "none";
        let alone = own && !named;
        let series = series.into_iter().map(|at| &self.counted[at]);
        let mut series = series.filter(|one| own || one.is_counted_in(next)).peekable();
        series.peek()?;
        if alone && !came(text, heard) {
            return None;
        }
        let near = periods_near(text, heard);
        let mut against = None;
        for counted in series {
            let told = counted.counted(false);
            let told = told.filter(|one| near.is_empty() || near.iter().any(|d| one.meets(*d)));
            let told: Vec<&DrawnFigure> = told.collect();
            let positive = |one: &&DrawnFigure| {
                one.quantities.first().is_some_and(|quantity| match quantity {
                    Quantity::One { side: Side::AtMost | Side::LessThan, .. } => false,
                    other => other.numbers().iter().all(|number| *number > Decimal::ZERO),
                })
            };
            if told.is_empty() && !near.is_empty() {
                continue;
            }
            if told.is_empty() || !told.iter().all(positive) {
                return None;
            }
            against = against.or(told.last().map(|told| (counted, *told)));
        }
        let (counted, told) = against?;
        Some(text.contradicted(
            &heard.at,
            &format!("`{}` is {} for {}", counted.id, told.said, told.called),
            format!("write {}", value_of(counted, told)),
        ))
    }
}

/// The days of what something is compared with: `than in any week of December`.
fn any_of(text: &JudgedText, heard: &Heard) -> Option<(Day, Day)> {
    let end = text.around(heard.words.start, Pause::Sentence).end;
    let any = (heard.words.end..end).find(|at| {
        text.word(*at) == "any"
            && HeardStretch::of(text.word(at + 1)).is_some()
            && text.word(at + 2) == "of"
    })?;
    let near = |at: usize| (any + 3..any + 6).contains(&at);
    let mut dates = text.mentions.iter().filter(|one| near(text.word_at(one.at.start)));
    dates.find_map(|one| one.days)
}

/// The places of `than in any of the five years before`, with the one that is compared.
fn any_of_so_many(
    text: &JudgedText,
    heard: &Heard,
    count: usize,
    here: usize,
) -> Option<Range<usize>> {
    let end = text.around(heard.words.start, Pause::Sentence).end;
    let any =
        (heard.words.end..end).find(|at| text.word(*at) == "any" && text.word(at + 1) == "of")?;
    let number = (any + 3..any + 5).find_map(|at| {
        let said = crate::reading::sentence(&format!("{} apples", text.word(at)));
        said.heard.iter().find_map(|one| match &one.says {
            HeardSense::Number(number) => number.value.to_usize(),
            _ => None,
        })
    })?;
    let back = (any + 2..end.min(any + 9)).any(|at| {
        matches!(text.word(at), "before" | "previous" | "preceding" | "earlier" | "prior")
    });
    match () {
        () if back && number <= here => Some(here - number..here + 1),
        () if back => None,
        () if number == count || number + 1 == count => Some(0..count),
        // `of the last five years`
        () if here + 1 == count && number < count => Some(count - number.max(1)..count),
        () => None,
    }
}

/// `more than in any month since`: than in those that came later.
fn ends_with_since(text: &JudgedText, heard: &Heard) -> bool {
    let clause = text.around(heard.words.start, Pause::Clause);
    clause.end.checked_sub(1).is_some_and(|at| at > heard.words.start && text.word(at) == "since")
}

/// The figure of these dates that lies farthest the way that is said: of weeks that `at its peak in
/// January` may mean, the highest.
fn farthest(told: &[&DrawnFigure], near: &[(Day, Day)], way: Way) -> Option<usize> {
    let mut own = (0..told.len()).filter(|at| near.iter().any(|days| told[*at].meets(*days)));
    let last = own.clone().next_back()?;
    if own.clone().any(|at| told[at].value().is_none()) || told[last].span.days() > SHORT {
        return Some(last);
    }
    let first = own.next()?;
    Some(own.fold(first, |most, at| {
        let (value, other) = (told[at].value(), told[most].value());
        let farther = if way == Way::Up { value >= other } else { value <= other };
        if farther { at } else { most }
    }))
}

/// The dates of the clause itself: `lowest in 2019 and highest in 2023`.
fn own_dates(text: &JudgedText, heard: &Heard) -> Option<Vec<(Day, Day)>> {
    let clause = text.around(heard.words.start, Pause::Clause);
    let own = text.mentions.iter().filter(|one| {
        !one.reference && (heard.words.end..clause.end).contains(&text.word_at(one.at.start))
    });
    let days: Vec<(Day, Day)> = own.filter_map(|one| one.days).collect();
    let second =
        text.sentence.heard.iter().any(|one| {
            matches!(one.says, HeardSense::Extreme(..)) && one.words.start >= clause.end
        });
    (second && !days.is_empty()).then_some(days)
}

/// `the largest of the seven years`, of a series of seven.
fn of_all_shown(text: &JudgedText, heard: &Heard, count: usize) -> bool {
    let end = text.around(heard.words.start, Pause::Clause).end.min(heard.words.end + 5);
    let Some(of) = (heard.words.end..end).find(|at| text.word(*at) == "of") else { return false };
    let number = text.sentence.heard.iter().find(|one| one.words.start == of + 2);
    let many = number.and_then(|one| text.sentence.words.get(one.words.start));
    let many = many.map_or("", |word| word.text.as_str());
    let said = crate::reading::sentence(&format!("{many} apples"));
    let count = rust_decimal::Decimal::from(count);
    let same = said
        .heard
        .iter()
        .any(|one| matches!(&one.says, HeardSense::Number(number) if number.value == count));
    same && matches!(text.word(of + 1), "the" | "these" | "all")
}

/// Does a sentence say no more than that none came, and when?
fn came(text: &JudgedText, heard: &Heard) -> bool {
    let clause = text.around(heard.words.start, Pause::Clause);
    let verbs = (heard.words.end..clause.end).take_while(|at| {
        dates_follow(text.word(*at)) != Some(true) && !matches!(text.word(*at), "at" | "on")
    });
    verbs.count() <= 3
}
