//! What a text says of a surplus or a deficit, held against a series that goes below zero.

use rust_decimal::Decimal;

use super::every::Many;
use super::fault::went_from;
use super::fit::is_so_many;
use super::growth::{FromTo, call};
use super::known::{Counted, DrawnFigure};
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::{Nature, Way};
use crate::reading::{
    Heard, HeardNumber, HeardSense, Pause, betters, dates_follow, how_often, in_a_row,
    is_denied_at, is_steady, of_every, side_at, side_of_a_balance, turns_at,
};

impl WordJudge {
    /// The balances that a word may speak of.
    fn balances(&self, text: &JudgedText, scope: Scope, at: usize) -> Vec<&Counted> {
        let (series, _) = topic(text, &self.counted, scope, &(at..at + 1));
        // a rate of change may be negative, and has no surplus
        let rates = matches!(text.word(at), "zero" | "positive" | "negative" | "deflation");
        let own = |one: &&Counted| {
            (one.nature == Nature::Net || rates && one.nature == Nature::Growth) && scope.holds(one)
        };
        let named: Vec<&Counted> = series.iter().map(|at| &self.counted[*at]).filter(own).collect();
        match named.is_empty() {
            true => self.counted.iter().filter(own).collect(),
            false => named,
        }
    }

    /// `in surplus in 2021`, `a deficit every year`, `the balance improved`.
    pub(super) fn sides_of_a_balance(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        let signed = |one: &Counted| matches!(one.nature, Nature::Net | Nature::Growth);
        if !self.counted.iter().any(|one| signed(one) && scope.holds(one)) {
            return found;
        }
        for at in 0..text.sentence.words.len() {
            found.extend(self.broke_even(text, scope, at));
            let side = side_at(&text.sentence, at);
            if side.is_none() && betters(text.word(at)).is_none() {
                continue;
            }
            let place = text.sentence.words[at].at.clone();
            if let Some(way) = side
                && let Some(since) = not_since(text, at)
                && !text.is_computed(&place)
            {
                let since = self.balances(text, scope, at).into_iter().find_map(|counted| {
                    let mut later = counted.counted(false).filter(|told| told.span.start > since);
                    let told = later.find(|told| {
                        told.value().is_some_and(|value| size(value, way) > Decimal::ZERO)
                    })?;
                    let said = format!("`{}` is {} for {}", counted.id, told.said, told.called);
                    Some(text.contradicted(&place, &said, "name the periods that it is true of"))
                });
                found.extend(since);
                continue;
            }
            if is_denied_at(&text.sentence, at)
                && of_every(&text.sentence, text.around(at, Pause::Sentence)).is_none()
                || text.is_computed(&place)
            {
                continue;
            }
            let balances = self.balances(text, scope, at);
            if balances.is_empty() {
                continue;
            }
            if let Some(way) = side
                && let Some((counted, told)) = self.side_of_a_figure(text, at)
            {
                if told.value().is_some_and(|value| size(value, way) < Decimal::ZERO) {
                    let said = format!("`{}` is {} for {}", counted.id, told.said, told.called);
                    found.push(text.contradicted(&place, &said, "name the side that it is on"));
                }
                continue;
            }
            let fault = match side {
                Some(way) => self.of_this_side(text, at, &balances, way),
                None => self.bettered(text, at, &balances),
            };
            found.extend(fault);
        }
        found
    }

    /// The figure of `a surplus of {{ latest("balance") }}`.
    fn side_of_a_figure(&self, text: &JudgedText, at: usize) -> Option<(&Counted, &DrawnFigure)> {
        let number = text
            .figures()
            .find(|one| text.word(at + 1) == "of" && (at + 2..at + 4).contains(&one.words.start))?;
        let own = text.computed_within(&number.at)?;
        let key = text.figure_at(&own)?;
        let balances = self.counted.iter().filter(|one| one.nature == Nature::Net);
        let mut told = balances.flat_map(|one| one.told.iter().map(move |told| (one, told)));
        told.find(|(_, told)| told.key == Some(key))
    }

    /// `broke even in 2020`, where it was far from nought.
    fn broke_even(&self, text: &JudgedText, scope: Scope, at: usize) -> Option<TypedFault> {
        let even = at > 0
            && text.word(at) == "even"
            && matches!(text.word(at - 1), "broke" | "breaks" | "break" | "broken");
        let place = text.sentence.words[at].at.clone();
        if !even || text.is_computed(&place) || is_denied_at(&text.sentence, at) {
            return None;
        }
        let dated = dates_of(text, at);
        self.balances(text, scope, at).into_iter().find_map(|counted| {
            let sizes = counted.counted(false).filter_map(|told| Some(told.value()?.abs()));
            let most = sizes.max()?;
            let told = counted.counted(false).find(|told| {
                dated.iter().any(|days| told.meets(*days))
                    && told.value().is_some_and(|value| value.abs() * Decimal::TEN > most)
            })?;
            let said = format!("`{}` is {} for {}", counted.id, told.said, told.called);
            Some(text.contradicted(&place, &said, "name the side that it is on"))
        })
    }

    /// A surplus or a deficit at the periods that follow the word, in every period, or ever.
    fn of_this_side(
        &self,
        text: &JudgedText,
        at: usize,
        balances: &[&Counted],
        way: Way,
    ) -> Option<TypedFault> {
        let place = &text.sentence.words[at].at;
        let sentence = text.around(at, Pause::Sentence);
        let often = &how_often(&text.sentence, sentence, at).filter(|one| !one.nth);
        let turned = turns_at(&text.sentence, at);
        let mut against = None;
        for counted in balances {
            let holds = |told: &DrawnFigure| {
                told.value().is_none_or(|value| size(value, way) > Decimal::ZERO)
            };
            // `in surplus since 2019`
            if let Some(since) = since_of(text, at) {
                let mut later = counted.counted(false).filter(|told| told.span.end >= since);
                against = against.or(later.find(|told| !holds(told)).map(|told| (*counted, told)));
                continue;
            }
            let dated = dates_of(text, at);
            if let Some(told) = self.side_in_a_row(text, at, counted, way) {
                against = against.or(Some((*counted, told?)));
                continue;
            }
            if let Some(told) = only_once(text, at, counted, way) {
                against = against.or(Some((*counted, told?)));
                continue;
            }
            let on_it: Vec<&DrawnFigure> =
                counted.counted(false).filter(|one| holds(one)).collect();
            if let Some(often) = often
                && counted.counted(false).all(|one| one.value().is_some())
            {
                let fits = on_it.len() == often.times || !often.only && on_it.len() > often.times;
                let other = on_it.last().copied().or(counted.told.last());
                against = against.or(Some((*counted, other.filter(|_| !fits)?)));
                continue;
            }
            // `the first surplus came in 2022`
            let first =
                (1..3).any(|back| at.checked_sub(back).is_some_and(|at| text.word(at) == "first"));
            let since = text.around(at, Pause::Sentence).any(|at| text.word(at) == "since");
            if let [(first_day, _)] = dated[..]
                && first
                && !since
                && let Some(earlier) = on_it.iter().find(|told| told.span.end < first_day)
            {
                against = against.or(Some((*counted, *earlier)));
                continue;
            }
            if turned && dated.len() == 1 {
                let place = counted.told.iter().position(|told| told.meets(dated[0]));
                let was = place.and_then(|place| counted.told.get(place.checked_sub(1)?));
                if let Some(was) = was.filter(|was| was.value().is_some() && holds(was)) {
                    against = against.or(Some((*counted, was)));
                    continue;
                }
            }
            let wrong = match self.many(text, at, counted) {
                Some(many) if says_it_itself(text, at, &many) => many.against(holds),
                _ if !dated.is_empty() => {
                    let mut own = counted.told.iter();
                    own.find(|told| dated.iter().any(|days| told.meets(*days)) && !holds(told))
                }
                _ => counted.told.last().filter(|_| !counted.told.iter().any(holds)),
            };
            against = against.or(Some((*counted, wrong?)));
        }
        let (counted, told) = against?;
        let said = format!("`{}` is {} for {}", counted.id, told.said, told.called);
        Some(text.contradicted(place, &said, "name the periods that it is true of"))
    }

    /// `made a profit for five years running`: nothing where no such thing is said, and nothing in it
    /// where it is true.
    fn side_in_a_row<'j>(
        &self,
        text: &JudgedText,
        at: usize,
        counted: &'j Counted,
        way: Way,
    ) -> Option<Option<&'j DrawnFigure>> {
        let clause = text.around(at, Pause::Clause);
        let streak = in_a_row(&text.sentence, at + 1..clause.end)?;
        let told: Vec<&DrawnFigure> = counted.counted(false).collect();
        let dates = self.named(text, &clause, &told);
        let holds =
            |one: &&DrawnFigure| one.value().is_none_or(|value| size(value, way) > Decimal::ZERO);
        let run = |end: usize| told[..=end].iter().rev().take_while(|one| holds(one)).count();
        let last = told.len().checked_sub(1)?;
        let ends: Vec<usize> = match &dates[..] {
            [one] if one.starts => vec![(one.place + streak.steps - 1).min(last)],
            [one] => vec![one.place],
            _ if streak.now || streak.nth => vec![last],
            _ => (0..=last).collect(),
        };
        let long = |end: &usize| run(*end) >= streak.steps;
        Some((!ends.iter().any(long)).then(|| told[*ends.last().unwrap_or(&last)]))
    }

    /// `the balance improved`, `the deficit widened`.
    fn bettered(&self, text: &JudgedText, at: usize, balances: &[&Counted]) -> Option<TypedFault> {
        let (way, of_size) = betters(text.word(at))?;
        let place = text.sentence.words[at].at.clone();
        let heard =
            Heard { at: place, words: at..at + 1, denied: false, says: HeardSense::Moves(way) };
        let side = beside(text, &heard);
        let side = match of_size {
            true => side?,
            false => {
                let clause = text.around(at, Pause::Clause);
                let named = |at: usize| balances.iter().any(|one| one.is_named(text.word(at)));
                if !clause.into_iter().any(named) {
                    return None;
                }
                Way::Up
            }
        };
        self.against_sizes(text, &heard, balances, (side, way))
    }

    /// `the deficit grew`: nothing where no side of a balance is what moved, and nothing in it where
    /// it is true.
    pub(super) fn side_moved(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<Option<TypedFault>> {
        let side = beside(text, heard)?;
        let balances = self.balances(text, scope, heard.words.start);
        if balances.is_empty() {
            return None;
        }
        Some(self.against_sizes(text, heard, &balances, (side, way)))
    }

    fn against_sizes(
        &self,
        text: &JudgedText,
        heard: &Heard,
        balances: &[&Counted],
        (side, way): (Way, Way),
    ) -> Option<TypedFault> {
        let mut against = None;
        let clause = text.around(heard.words.start, Pause::Clause);
        let steady = is_steady(&text.sentence, clause);
        for counted in balances {
            let pairs = match steady {
                true => self.steps(text, heard, counted),
                false => self.moved(text, heard, counted),
            };
            let goes = |(_, from, to): &&FromTo| match (from.value(), to.value()) {
                (Some(from), Some(to)) => match way {
                    Way::Up => size(to, side) > size(from, side),
                    Way::Down => size(to, side) < size(from, side),
                },
                _ => true,
            };
            let other = pairs.iter().find(|pair| !goes(pair));
            if !steady && pairs.iter().any(|pair| goes(&pair)) {
                return None;
            }
            against = against.or(Some(*other?));
        }
        Some(text.went_otherwise(&heard.at, against?))
    }

    /// `the deficit halved`: nothing where no side of a balance is what is multiplied.
    pub(super) fn side_multiplied(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        (number, wanted): (&HeardNumber, Decimal),
    ) -> Option<Option<TypedFault>> {
        let side = beside(text, heard)?;
        let mut against = None;
        for counted in self.balances(text, scope, heard.words.start) {
            for pair in self.moved(text, heard, counted) {
                let (Some(from), Some(to)) = (pair.1.value(), pair.2.value()) else {
                    return Some(None);
                };
                let quotient = size(to, side).checked_div(size(from, side));
                let above = size(from, side) > Decimal::ZERO;
                if above && quotient.is_some_and(|one| is_so_many(one, wanted, number)) {
                    return Some(None);
                }
                against = against.or(Some(pair));
            }
        }
        let pair = against?;
        let hint = call("difference", pair.0, pair.1, pair.2);
        Some(Some(text.contradicted(&heard.at, &went_from(pair), hint)))
    }
}

/// `The only deficit was that of 2019`, where others were: nothing where no such thing is said, and
/// nothing in it where it is true.
fn only_once<'j>(
    text: &JudgedText,
    at: usize,
    counted: &'j Counted,
    way: Way,
) -> Option<Option<&'j DrawnFigure>> {
    let lead = |back: usize| at.checked_sub(back).map_or("", |at| text.word(at));
    let only = (1..4).any(|back| lead(back) == "only" && lead(back + 1) == "the");
    let sentence = text.around(at, Pause::Sentence);
    // `Only in 2021 was there a surplus`
    let only = only
        || (text.word(sentence.start), text.word(sentence.start + 1)) == ("only", "in")
            && !sentence.clone().any(|at| text.sentence.words[at].text == "did");
    let limits = sentence.clone().any(|at| matches!(text.word(at), "since" | "before" | "until"));
    if !only || limits {
        return None;
    }
    let days: Vec<_> = text
        .mentions
        .iter()
        .filter(|one| sentence.contains(&text.word_at(one.at.start)))
        .filter_map(|one| one.days)
        .collect();
    let on_it = |one: &&DrawnFigure| one.value().is_some_and(|one| size(one, way) > Decimal::ZERO);
    let here = |one: &&DrawnFigure| days.iter().any(|days| one.meets(*days));
    let mut other =
        counted.counted(false).filter(on_it).filter(|one| !days.is_empty() && !here(one));
    let missing = counted.counted(false).filter(here).find(|one| !on_it(one));
    Some(other.next().or(missing))
}

/// The first day of the date since which a balance is said to be on one side: `in the red since 2019`.
fn since_of(text: &JudgedText, at: usize) -> Option<crate::figure::Day> {
    let leads = |back: usize| at.checked_sub(back).map_or("", |at| text.word(at));
    let within = matches!(leads(1), "in" | "below" | "above" | "a" | "been" | "was" | "were")
        || matches!(text.word(at), "positive" | "negative" | "profits" | "losses" | "money")
        || leads(1) == "the" && leads(2) == "in";
    let mut dates = text
        .mentions
        .iter()
        .filter(|one| one.days.is_some() && (at + 2..at + 5).contains(&one.from));
    let date = dates.next().filter(|_| within && text.word(at + 1) == "since")?;
    date.days.map(|days| days.0)
}

/// The last day of the date since which there was no such side: `has not run a surplus since 2022`.
fn not_since(text: &JudgedText, at: usize) -> Option<crate::figure::Day> {
    let clause = text.around(at, Pause::Clause);
    let denied = (clause.start.max(at.saturating_sub(5))..at)
        .any(|at| matches!(text.word(at), "not" | "no" | "never" | "hasn't" | "without"));
    let mut dates = text.mentions.iter().filter(|one| {
        let date = text.word_at(one.at.start);
        date > at && one.from <= at + 3 && (at + 1..date).any(|at| text.word(at) == "since")
    });
    dates.next().filter(|_| denied)?.days.map(|days| days.1)
}

/// How large a surplus or a deficit is.
fn size(value: Decimal, side: Way) -> Decimal {
    if side == Way::Up { value } else { -value }
}

/// The side of a balance that moved: `the trade deficit widened`, `halved the deficit`.
fn beside(text: &JudgedText, heard: &Heard) -> Option<Way> {
    let clause = text.around(heard.words.start, Pause::Clause);
    let before = (clause.start.max(heard.words.start.saturating_sub(3))..heard.words.start).rev();
    let after = heard.words.end..clause.end.min(heard.words.end + 3);
    // `fell to a deficit` is of the balance
    let after = after.take_while(|at| !matches!(text.word(*at), "to" | "into" | "from" | "in"));
    let numbers = |at: &usize| text.figures().any(|one| one.words.contains(at));
    let before = before.take_while(|at| !numbers(at));
    before.chain(after).find_map(|at| side_of_a_balance(text.word(at)))
}

/// Is what is said of many that it was of this side, and not what a number was?
fn says_it_itself(text: &JudgedText, at: usize, many: &Many) -> bool {
    let apart = many.every.at.max(at) - many.every.at.min(at);
    let between = many.every.at.min(at)..many.every.at.max(at);
    let figure = text.figures().any(|one| between.contains(&one.words.start));
    let moves = text.sentence.heard.iter().any(|one| {
        matches!(one.says, HeardSense::Moves(_) | HeardSense::Number(_))
            && text.around(at, Pause::Clause).contains(&one.words.start)
            && !text.mentions.iter().any(|mention| mention.at.start == one.at.start)
    });
    // `never was the deficit deeper than in 2020`
    let compared = text.around(at, Pause::Clause).any(|one| one > at && text.word(one) == "than");
    apart <= 8 && !figure && !moves && !compared
}

/// The dates that are said of a word: `surplus in 2018, 2022 and 2023`, `the deficit of £58 million in
/// 2021`, `In 2021 there was a surplus`.
fn dates_of(text: &JudgedText, at: usize) -> Vec<(crate::figure::Day, crate::figure::Day)> {
    let sentence = text.around(at, Pause::Sentence);
    let dates = || {
        text.mentions.iter().filter_map(|one| {
            let word = text.word_at(one.at.start);
            Some((word, one.days.filter(|_| sentence.contains(&word))?, one.reference))
        })
    };
    // `below zero from 2019 to 2021`
    let mut after = dates().filter(|(word, ..)| *word > at);
    if let (Some((first, from, _)), Some((second, to, _))) = (after.next(), after.next())
        && first == at + 2
        && second == first + 2
        && matches!(
            (text.word(first - 1), text.word(second - 1)),
            ("from", "to" | "until") | ("between", "and")
        )
    {
        return vec![(from.0, to.1)];
    }
    let mut found = Vec::new();
    let mut from = at + 1;
    for (word, days, _) in dates().filter(|(word, ..)| *word > at) {
        // `came in the second quarter of 2023`
        let mention = text.mentions.iter().find(|one| text.word_at(one.at.start) == word);
        let begins = mention.map_or(word, |one| one.from.min(word)).max(from);
        let mut between: Vec<&str> = (from..begins).map(|at| text.word(at)).collect();
        if between.last() == Some(&"the") {
            between.pop();
        }
        let number = |word: &&str| {
            let digits = word.starts_with(|letter: char| letter.is_ascii_digit());
            digits
                || matches!(
                    *word,
                    "of" | "£" | "$" | "€" | "million" | "billion" | "about" | "provisional"
                )
        };
        let joins = match &between[..] {
            [before @ .., "in" | "of" | "for" | "during"] if found.is_empty() => {
                let before: Vec<&str> = before
                    .iter()
                    .copied()
                    .filter(|word| !matches!(*word, "came" | "fell" | "was" | "that" | "the"))
                    .collect();
                before.iter().all(number)
            }
            [] | ["and" | "or"] | ["and", "in"] => !found.is_empty(),
            _ => false,
        };
        if !joins {
            break;
        }
        found.push(days);
        from = word + 1;
    }
    if !found.is_empty() {
        return found;
    }
    let sides = sentence.clone().filter(|at| side_of_a_balance(text.word(*at)).is_some());
    let moves =
        text.sentence.heard.iter().any(|one| {
            matches!(one.says, HeardSense::Moves(_)) && sentence.contains(&one.words.start)
        });
    let all: Vec<_> = dates().collect();
    match &all[..] {
        [(word, days, false)]
            if *word == sentence.start + 1
                && dates_follow(text.word(sentence.start)) == Some(true)
                && sides.count() == 1
                && !moves =>
        {
            vec![*days]
        }
        _ => Vec::new(),
    }
}
