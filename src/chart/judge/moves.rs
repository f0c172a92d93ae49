//! Of what a word of movement is said: of other things than the chart shows, over a break, or between
//! two numbers that stand beside it.

use super::dated::DateRole;
use super::growth::FromTo;
use super::known::{Counted, DrawnFigure};
use super::near::comes_to;
use super::text::{JudgedText, speaks_of_forecasts};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::problem::Rule;
use crate::reading::{Heard, HeardKind, HeardSense, Pause, ends_as_a_past, subordinates};

impl WordJudge {
    /// `as restrictions eased`: a clause of its own, whose subject is no series.
    pub(super) fn has_other_subject(&self, text: &JudgedText, heard: &Heard) -> bool {
        let clause = text.around(heard.words.start, Pause::Clause);
        let mut before = (clause.start..heard.words.start).rev().take(4);
        let Some(joint) = before.find(|at| subordinates(text.word(*at))) else { return false };
        let subject = joint + 1..heard.words.start;
        let named = |at: usize| {
            self.counted.iter().any(|one| one.is_named(text.word(at)))
                || matches!(text.word(at), "they" | "it" | "figures" | "numbers" | "counts")
                || text.word(at).starts_with(|letter: char| letter.is_ascii_digit())
        };
        !subject.is_empty() && !subject.into_iter().any(named)
    }

    /// Both of the periods that are compared are named, and a break lies between them.
    pub(super) fn moves_over_a_break(
        &self,
        text: &JudgedText,
        heard: &Heard,
        series: &[usize],
    ) -> Option<TypedFault> {
        if self.tells_a_break(text) {
            return None;
        }
        let mut over: Option<FromTo> = None;
        for counted in series.iter().map(|at| &self.counted[*at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let sentence = text.around(heard.words.start, Pause::Sentence);
            let mut named = self.named(text, &sentence, &told);
            named.sort_by_key(|one| one.place);
            named.dedup_by_key(|one| one.place);
            let (from, to) = match &named[..] {
                [from, to] => (from.place, to.place),
                // `since 2018/19`
                [one] if one.role == DateRole::Reference => (one.place, told.len() - 1),
                [] | [_] => continue,
                _ => return None,
            };
            match counted.broken(told[from], told[to]) {
                true => over = over.or(Some((counted, told[from], told[to]))),
                false if from < to => return None,
                false => {}
            }
        }
        over.map(|pair| self.over_a_break(text, heard, pair))
    }

    /// `Reports fell in 2024`, the first year after a break, of which the year before tells nothing.
    pub(super) fn moves_into_a_break(
        &self,
        text: &JudgedText,
        heard: &Heard,
        series: &[usize],
    ) -> Option<TypedFault> {
        // `calls were dropped from the count`
        let passive = heard.words.start.checked_sub(1).is_some_and(|at| {
            matches!(text.word(at), "was" | "were" | "are" | "is" | "been")
                && ends_as_a_past(text.word(heard.words.start))
        });
        if passive || self.tells_a_break(text) {
            return None;
        }
        let clause = text.around(heard.words.start, Pause::Clause);
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let mut over: Option<FromTo> = None;
        for counted in series.iter().map(|at| &self.counted[*at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let own = match text.of_a_mark {
                Some(_) => &sentence,
                None => &clause,
            };
            let mut named = self.named(text, own, &told);
            if named.is_empty() {
                named = self.named(text, &sentence, &told);
            }
            named.dedup_by_key(|one| one.place);
            let one = match &named[..] {
                [] => continue,
                [one] => one,
                _ => return None,
            };
            let before = one.place.checked_sub(1).filter(|_| one.role == DateRole::Within)?;
            let pair = (counted, told[before], told[one.place]);
            if !counted.broken(pair.1, pair.2) {
                return None;
            }
            over = over.or(Some(pair));
        }
        over.map(|pair| self.over_a_break(text, heard, pair))
    }

    /// `a record low in 2021`, the first year after a break, before which nothing is known of the like.
    pub(super) fn first_after_a_break(
        &self,
        text: &JudgedText,
        heard: &Heard,
        (counted, told, here): (&Counted, &[&DrawnFigure], usize),
    ) -> Option<TypedFault> {
        let before = here.checked_sub(1).filter(|_| !self.tells_a_break(text))?;
        let pair = (counted, told[before], told[here]);
        counted.broken(pair.1, pair.2).then(|| self.over_a_break(text, heard, pair))
    }

    /// Does a text speak of the break?
    pub(super) fn tells_a_break(&self, text: &JudgedText) -> bool {
        let said = text.text.to_lowercase();
        self.language.typed.tells_a_break.iter().any(|words| said.contains(words))
    }

    pub(super) fn over_a_break(
        &self,
        text: &JudgedText,
        heard: &Heard,
        (counted, from, to): FromTo,
    ) -> TypedFault {
        let typed = &text.text[heard.at.clone()];
        TypedFault {
            place: text.place(&heard.at),
            rule: Rule::AcrossABreak,
            message: format!(
                "`{typed}` compares {} with {} of `{}`, and a break lies between them",
                from.called, to.called, counted.id
            ),
            hint: "compare figures of one side of the break, or say that they are not comparable"
                .to_string(),
        }
    }

    /// `climbed from 9,120 to 8,764`
    pub(super) fn goes_otherwise(&self, text: &JudgedText) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for from in text.figures() {
            let Some(to) = comes_to(text, from) else { continue };
            let (HeardSense::Number(one), HeardSense::Number(other)) = (&from.says, &to.says)
            else {
                continue;
            };
            let like = |kind| matches!(kind, HeardKind::Plain | HeardKind::Percent);
            if one.kind != other.kind || !like(one.kind) || one.way.is_some() || other.way.is_some()
            {
                continue;
            }
            let first = from.words.start.min(to.words.start);
            let sentence = text.around(first, Pause::Sentence);
            let mut moves = text.sentence.heard.iter().filter_map(|heard| match heard.says {
                HeardSense::Moves(way) => Some((heard, way)),
                _ => None,
            });
            let before = moves.rfind(|(heard, _)| {
                sentence.start <= heard.words.start && heard.words.end <= first
            });
            let Some((heard, way)) = before.filter(|(heard, _)| !heard.denied) else { continue };
            let against = match way {
                Way::Up => other.value < one.value,
                Way::Down => other.value > one.value,
            };
            if against && !text.is_computed(&heard.at) {
                let typed = &text.text[heard.at.clone()];
                found.push(TypedFault {
                    place: text.place(&heard.at),
                    rule: Rule::TypedWord,
                    message: format!(
                        "the numbers beside it contradict `{typed}`: from {} to {}",
                        &text.text[from.at.clone()],
                        &text.text[to.at.clone()]
                    ),
                    hint: "write the word of the other way, or `changed`".to_string(),
                });
            }
        }
        found.extend(self.came_from(text));
        found.extend(self.goes_backwards(text));
        found.extend(self.computed_otherwise(text));
        found
    }

    /// `31 branches remain, up from 48 in 2015`
    fn came_from(&self, text: &JudgedText) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for heard in &text.sentence.heard {
            let HeardSense::Moves(way) = heard.says else { continue };
            if heard.denied || text.is_computed(&heard.at) || text.word(heard.words.end) != "from" {
                continue;
            }
            let sentence = text.around(heard.words.start, Pause::Sentence);
            let from = heard.words.end + 1..heard.words.end + 4;
            let figures = || text.figures().filter(|one| sentence.contains(&one.words.start));
            let before = figures().filter(|one| one.words.end <= heard.words.start).last();
            let from = figures().find(|one| from.contains(&one.words.start));
            let (Some(now), Some(was)) = (before, from) else { continue };
            let (HeardSense::Number(one), HeardSense::Number(other)) = (&now.says, &was.says)
            else {
                continue;
            };
            let plain = |kind| matches!(kind, HeardKind::Plain | HeardKind::Percent);
            let alike = one.kind == other.kind && plain(one.kind) && one.way.is_none();
            let against = match way {
                Way::Up => one.value < other.value,
                Way::Down => one.value > other.value,
            };
            if alike && against && comes_to(text, was).is_none() {
                let said = format!(
                    "it is {}, and {} before",
                    &text.text[now.at.clone()],
                    &text.text[was.at.clone()]
                );
                found.push(text.contradicted(&heard.at, &said, "write the word of the other way"));
            }
        }
        found
    }

    /// `fell from 7,388 to 6,044`, where 6,044 came first.
    fn goes_backwards(&self, text: &JudgedText) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for from in text.figures() {
            let Some(to) = comes_to(text, from).filter(|to| to.words.start > from.words.start)
            else {
                continue;
            };
            if text.is_computed(&from.at) || text.is_computed(&to.at) {
                continue;
            }
            let (first, then) = (self.matched(text, from), self.matched(text, to));
            let all: Vec<_> = first
                .iter()
                .flat_map(|one| then.iter().map(move |other| (one, other)))
                .filter(|(one, other)| one.0 == other.0)
                .collect();
            let [(one, other)] = all[..] else { continue };
            let counted = &self.counted[one.0];
            let (was, is) = (&counted.told[one.1], &counted.told[other.1]);
            if is.span.start < was.span.start {
                let at = from.at.start..to.at.end;
                let said =
                    format!("{} is of {}, and {} of {}", was.said, was.called, is.said, is.called);
                found.push(text.contradicted(&at, &said, "write the earlier one first"));
            }
        }
        found
    }

    /// `rose {{ fall(…) }}`: the function says its way itself.
    fn computed_otherwise(&self, text: &JudgedText) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for computed in text.computed() {
            let own = match text.text[computed.clone()].split_whitespace().next() {
                Some("up") => Way::Up,
                Some("down") => Way::Down,
                _ => continue,
            };
            let word = text.word_at(computed.start);
            let near = word.saturating_sub(2)..word;
            let before = text.sentence.heard.iter().rev().find(|heard| {
                near.contains(&heard.words.start) && matches!(heard.says, HeardSense::Moves(_))
            });
            let Some(heard) = before.filter(|one| !text.is_computed(&one.at)) else { continue };
            if heard.says != HeardSense::Moves(own) {
                let typed = &text.text[heard.at.clone()];
                found.push(TypedFault {
                    place: text.place(&heard.at),
                    rule: Rule::TypedWord,
                    message: format!(
                        "`{typed}` stands before `{}`, which goes the other way",
                        &text.text[computed.clone()]
                    ),
                    hint: format!("take `{typed}` out: the function says the way itself"),
                });
            }
        }
        found
    }

    /// `the steepest rise came in 2022`
    pub(super) fn steepest(
        &self,
        text: &JudgedText,
        heard: &Heard,
        (series, near): (&[usize], &[(crate::figure::Day, crate::figure::Day)]),
        (most, way): (Way, Way),
    ) -> Option<TypedFault> {
        if heard.denied || near.is_empty() {
            return None;
        }
        let mut against = None;
        for counted in series.iter().map(|at| &self.counted[*at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            // how far each figure went, in the way that is said
            let steps: Vec<(&DrawnFigure, rust_decimal::Decimal)> = match counted
                .nature
                .tells_changes()
            {
                true => told.iter().filter_map(|one| Some((*one, one.value()?))).collect(),
                false => told
                    .windows(2)
                    .filter(|two| !counted.broken(two[0], two[1]))
                    .filter_map(|two| Some((two[1], two[1].value()?.checked_sub(two[0].value()?)?)))
                    .collect(),
            };
            let sign = rust_decimal::Decimal::from(if way == Way::Up { 1 } else { -1 });
            let steps: Vec<_> = steps.into_iter().map(|(one, far)| (one, far * sign)).collect();
            let own = steps.iter().rfind(|(one, _)| near.iter().any(|days| one.meets(*days)));
            let Some((own, far)) = own else { continue };
            let zero = rust_decimal::Decimal::ZERO;
            let rival = steps.iter().find(|(_, other)| match most {
                Way::Up => other > far,
                Way::Down => *other > zero && other < far,
            });
            match (*far <= zero, rival) {
                (true, _) => against = against.or(Some((counted, *own, *own))),
                (false, Some((rival, _))) => against = against.or(Some((counted, *own, *rival))),
                // a rate that rose, or the share of a rise: nobody knows which is meant
                (false, None) => return None,
            }
        }
        let (counted, own, rival) = against?;
        let other = match std::ptr::eq(own, rival) {
            true => String::new(),
            false => format!(", and {} for {}", rival.said, rival.called),
        };
        Some(text.contradicted(
            &heard.at,
            &format!("`{}` is {} for {}{other}", counted.id, own.said, own.called),
            "name the period that it is true of",
        ))
    }
}
