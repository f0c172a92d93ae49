//! What a text says of every figure of a series, of most or of none, held against each of them.

use rust_decimal::Decimal;

use super::dated::DateRole;
use super::dates::Mention;
use super::fit::{is_of_form, within};
use super::growth::{FromTo, is_comparative, went};
use super::known::{Counted, DrawnFigure};
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Side, Way};
use crate::reading::{
    Heard, HeardEvery, HeardKind, HeardMany, HeardNumber, HeardSense, Pause, of_every, side_at,
    small,
};

/// How far a bound of all figures may lie from the one that is nearest to it.
const BOUND: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// Which figures are meant where something is said of many.
pub(super) struct Many<'j> {
    pub every: HeardEvery,
    pub told: Vec<&'j DrawnFigure>,
    /// So many of them it does not hold for: `every year but one`.
    pub excepted: usize,
}

impl<'j> Many<'j> {
    /// The figure that what is said of so many does not hold for; nothing if it is true.
    pub fn against(&self, holds: impl Fn(&DrawnFigure) -> bool) -> Option<&'j DrawnFigure> {
        let (hold, fail): (Vec<&DrawnFigure>, Vec<&DrawnFigure>) =
            self.told.iter().copied().partition(|told| holds(told));
        match self.every.many {
            HeardMany::All if fail.len() == self.excepted => None,
            HeardMany::All => fail.first().or(hold.first()).copied(),
            HeardMany::Most => fail.first().copied().filter(|_| hold.len() * 2 <= self.told.len()),
            HeardMany::None => hold.first().copied(),
        }
    }
}

impl WordJudge {
    /// The figures of a series that a word about many speaks of: those between the dates that are
    /// named, or all. Nothing where it speaks of no more than one, or of other periods.
    pub(super) fn many<'j>(
        &self,
        text: &JudgedText,
        at: usize,
        counted: &'j Counted,
    ) -> Option<Many<'j>> {
        let sentence = text.around(at, Pause::Sentence);
        let every = of_every(&text.sentence, sentence.clone())?;
        if every.stretch.is_some_and(|stretch| !counted.is_of(stretch)) {
            return None;
        }
        let told: Vec<&DrawnFigure> = counted.counted(false).collect();
        let from = every.but_at.unwrap_or(sentence.start);
        let mentions = text.mentions.iter().filter(|one| {
            let at = text.word_at(one.at.start);
            one.days.is_some() && sentence.contains(&at) && at >= from
        });
        let places = |days: (crate::figure::Day, crate::figure::Day)| {
            told.iter().enumerate().filter(move |(_, one)| one.meets(days)).map(|(at, _)| at)
        };
        // `since the start of February`: with its first week
        let starts = |one: &Mention| matches!(text.word(one.from), "start" | "beginning");
        let after = |one: &Mention| one.reference && !starts(one);
        let open = mentions.clone().any(|one| one.reference && starts(one));
        let until = mentions.clone().any(|one| {
            let lead = one.from.checked_sub(1).map_or("", |at| text.word(at));
            one.reference && matches!(lead, "until" | "before" | "till")
        });
        let dated: Vec<(bool, Vec<usize>)> = mentions
            .filter_map(|one| Some((after(one), places(one.days?).collect::<Vec<_>>())))
            .filter(|(_, places)| !places.is_empty())
            .collect();
        let all: Vec<usize> = dated.iter().flat_map(|(_, places)| places.iter().copied()).collect();
        let (first, last) = match (&dated[..], all.iter().min(), all.iter().max()) {
            ([], ..) => (0, told.len().checked_sub(1)?),
            // `until 2020`: before it
            ([_], Some(first), _) if until => (0, first.checked_sub(1)?),
            // `since 2020`: after it
            ([(true, _)], _, Some(last)) => (last + 1, told.len().checked_sub(1)?),
            ([_], Some(first), _) if open => (*first, told.len().checked_sub(1)?),
            (_, Some(first), Some(last)) => (*first, *last),
            _ => return None,
        };
        // `every year but one`
        if let Some(but) = every.but_at
            && let Some(excepted) = small(text.word(but + 1))
        {
            let told = told.get(first..=last)?.to_vec();
            return (told.len() > 1).then_some(Many { every, told, excepted: excepted as usize });
        }
        // `all weeks of January but the first`
        if let Some(but) = every.but_at
            && all.is_empty()
        {
            let before = text.mentions.iter().filter(|one| {
                (sentence.start..but).contains(&text.word_at(one.at.start)) && !one.reference
            });
            let days: Vec<_> = before.filter_map(|one| one.days).collect();
            let own = |one: &&DrawnFigure| days.is_empty() || days.iter().any(|d| one.meets(*d));
            let own: Vec<&DrawnFigure> = told.into_iter().filter(own).collect();
            let left = match (text.word(but + 1), text.word(but + 2)) {
                ("the", "first") => own.get(1..)?.to_vec(),
                ("the", "last") => own.get(..own.len().checked_sub(1)?)?.to_vec(),
                _ => return None,
            };
            return (left.len() > 1).then_some(Many { every, told: left, excepted: 0 });
        }
        if every.but_at.is_some() {
            let told = told.into_iter().enumerate().filter(|(at, _)| !all.contains(at));
            let told: Vec<&DrawnFigure> = told.map(|(_, told)| told).collect();
            return (told.len() > 1).then_some(Many { every, told, excepted: 0 });
        }
        let told = told.get(first..=last)?.to_vec();
        (told.len() > 1).then_some(Many { every, told, excepted: 0 })
    }

    /// `never fell below 400`, `in most weeks more than 430`: nothing where no such thing is said,
    /// and nothing in it where it is true.
    pub(super) fn of_each(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        number: &HeardNumber,
    ) -> Option<Option<TypedFault>> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        of_every(&text.sentence, sentence)?;
        let (way, equal) = bound_of(text, heard, number)?;
        if !matches!(number.kind, HeardKind::Plain | HeardKind::Percent | HeardKind::Part) {
            return None;
        }
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            if !is_of_form(number, counted.form) {
                continue;
            }
            let Some(many) = self.many(text, heard.words.start, counted) else { continue };
            // `more than 700 arrests each month` says what they are per
            let per = counted.per.is_some_and(|per| {
                many.every.stretch.is_some_and(|stretch| stretch.is(per.word()))
            });
            if per && many.every.many == HeardMany::All {
                continue;
            }
            let whole = |told: &DrawnFigure| {
                told.value()?.checked_mul(Decimal::from(counted.form.multiplier()))
            };
            let values: Option<Vec<Decimal>> = many.told.iter().map(|told| whole(told)).collect();
            let values = values?;
            let holds = |told: &DrawnFigure| {
                whole(told).is_some_and(|value| match way {
                    Way::Up => value > number.value || equal && value == number.value,
                    Way::Down => value < number.value || equal && value == number.value,
                })
            };
            match many.against(holds) {
                Some(told) => against = against.or(Some((counted, told))),
                None => {
                    let close = values.iter().any(|value| within(*value, number.value, BOUND));
                    if close || many.every.many == HeardMany::Most {
                        return Some(None);
                    }
                }
            }
        }
        let (counted, told) = against?;
        let message = format!("`{}` is {} for {}", counted.id, told.said, told.called);
        let hint = "say it of the figures that it is true of".to_string();
        Some(Some(text.contradicted(&heard.at, &message, hint)))
    }

    /// `rose in most years`, `in no year did visits fall`.
    pub(super) fn moves_each(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<Option<TypedFault>> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let every = of_every(&text.sentence, clause)?;
        let compares = is_comparative(text.word(heard.words.start));
        if every.many == HeardMany::None && compares {
            return Some(self.never_beyond(text, scope, heard, way));
        }
        if every.many == HeardMany::All
            || every.stretch.is_none() && every.at + 1 == heard.words.start
        {
            return None;
        }
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if !named && self.counted.len() > 1 {
            return None;
        }
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            if every.stretch.is_some_and(|stretch| !counted.is_of(stretch)) {
                return None;
            }
            let steps = self.steps(text, heard, counted);
            let gone: Vec<_> =
                steps.iter().filter(|pair| super::growth::went(pair) == Some(Some(way))).collect();
            let other = steps.iter().find(|pair| super::growth::went(pair) != Some(Some(way)));
            let wrong = match every.many {
                HeardMany::None => gone.first().copied(),
                _ => other.filter(|_| gone.len() * 2 <= steps.len()),
            };
            match wrong {
                Some(pair) => against = against.or(Some(*pair)),
                None => return Some(None),
            }
        }
        Some(Some(text.went_otherwise(&heard.at, against?)))
    }
}

impl WordJudge {
    /// `never was the deficit larger than in 2021`: that one lies farthest.
    fn never_beyond(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let side = sentence.clone().find_map(|at| side_at(&text.sentence, at));
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if !named && self.counted.len() > 1 {
            return None;
        }
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let size = |told: &DrawnFigure| {
                let value = told.value()?;
                Some(if side == Some(Way::Down) { -value } else { value })
            };
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let named = self.named(text, &sentence, &told);
            let since = match &named[..] {
                [_] => 0,
                // `No year since 2019 had more than 2020`
                [since, _] if since.role == DateRole::Reference => since.place,
                _ => return None,
            };
            let base = told[named.last()?.place];
            let own = size(base)?;
            let beyond = told[since..].iter().find(|one| {
                size(one).is_some_and(|value| match way {
                    Way::Up => value > own,
                    Way::Down => value < own,
                })
            });
            against = against.or(Some((counted, base, *beyond?)));
        }
        let (counted, base, beyond) = against?;
        let said = format!(
            "`{}` is {} for {}, and {} for {}",
            counted.id, base.said, base.called, beyond.said, beyond.called
        );
        Some(text.contradicted(&heard.at, &said, "name the period that it is true of"))
    }
}

/// Which side of a number is meant, and whether the number itself is: `exceed 52`, `at least 400`.
pub(super) fn bound_of(
    text: &JudgedText,
    heard: &Heard,
    number: &HeardNumber,
) -> Option<(Way, bool)> {
    match number.side {
        Some(Side::MoreThan) => return Some((Way::Up, false)),
        Some(Side::AtLeast) => return Some((Way::Up, true)),
        Some(Side::LessThan) => return Some((Way::Down, false)),
        Some(Side::AtMost) => return Some((Way::Down, true)),
        _ => {}
    }
    let lead = heard.words.start.saturating_sub(2)..heard.words.start;
    lead.rev().find_map(|at| match text.word(at) {
        "exceed" | "exceeds" | "exceeded" | "above" | "over" | "topped" | "top" | "passed"
        | "pass" | "surpassed" | "beyond" => Some((Way::Up, false)),
        "reach" | "reached" | "hit" => Some((Way::Up, true)),
        "below" | "under" | "beneath" => Some((Way::Down, false)),
        _ => None,
    })
}

impl WordJudge {
    /// The steps of which something is said, without those that are left out: `in every year but two`,
    /// `in every quarter of 2022 but the last`.
    pub(super) fn but<'j>(
        &self,
        text: &JudgedText,
        heard: &Heard,
        counted: &'j Counted,
        pairs: Vec<FromTo<'j>>,
    ) -> Vec<FromTo<'j>> {
        let HeardSense::Moves(way) = heard.says else { return pairs };
        let Some(many) = self.many(text, heard.words.start, counted) else { return Vec::new() };
        let left_out = many.every.but_at.map_or("", |at| text.word(at + 1));
        if let Some(count) = small(left_out) {
            let other = pairs.iter().filter(|pair| went(pair) != Some(Some(way))).count();
            return if other == count as usize { Vec::new() } else { pairs };
        }
        let own = |pair: &FromTo| many.told.iter().any(|told| told.span == pair.2.span);
        pairs.into_iter().filter(own).collect()
    }
}
