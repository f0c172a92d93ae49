//! What colours the layers have, and what they are called.

use std::cmp::Reverse;

use super::board::{Board, coloured, measures, units};
use super::desk::Desk;
use super::emphasis::{self, Emphasis};
use super::labels;
use super::observed::Observed;
use super::reference;
use super::shown::Shown;
use crate::chart::hue::Hue;
use crate::chart::label::{LabelPart, Says, names};
use crate::chart::layer::{Point, Stand};
use crate::chart::waist::MOST_SERIES;
use crate::figure::frequency::first_of_another_length;
use crate::figure::{SeriesKey, Span, Tie};
use crate::locale::Language;

/// Colours, and the names of layers.
///
/// One colour a series in the whole chart; a change has that of its level, and what is not emphasised,
/// where something is, is grey. A layer has a name
/// where its panel shows more than one thing: it stands below the label of its last point. Where
/// units differ, every label names its unit; where counts over a month and over a year stand in one
/// panel, or a period within another of its series, every label names its period.
///
/// Small multiples have one colour, and each panel the name of its series as its title.
pub fn dress(desk: &Desk, boards: &mut [Board], small: bool, emphasis: Option<&Emphasis>) {
    let (colours, language) = (colours(boards, emphasis), desk.data.language);
    let place = |series| match small {
        true => 0,
        false => colours.iter().find(|(known, _)| *known == series).map_or(0, |(_, at)| *at),
    };
    for board in boards {
        let first = coloured_in(board, emphasis).first().copied();
        let first = first.filter(|_| board.rows.is_some());
        emphasis::colour(desk, board, emphasis, |series| place(first.unwrap_or(series)));
        let several = board.shown.iter().filter(|one| !one.is_reference()).count() > 1
            && !small
            && board.rows.is_none();
        let units = units(desk, board).len() > 1;
        let mixed = of_several_lengths(desk, &board.shown);
        let own = board.shown.iter().filter(|one| !one.is_reference()).map(|one| one.series);
        let own: Vec<SeriesKey> = own.collect();
        let in_key = names_in_key(board);
        for shown in &mut board.shown {
            // What others are held against says of what it is where that is not shown beside it.
            let named = match shown.is_reference() {
                true => several || !own.contains(&shown.series),
                false => several,
            };
            let name = if named { shown.called(desk).to_string() } else { String::new() };
            reference::dress(desk, shown, &name);
            let unit = units.then(|| language.rest_of_unit(desk.data.series(shown.series)));
            let unit = unit.as_deref().unwrap_or_default();
            let last = shown.layer.points.len().saturating_sub(1);
            let nature = desk.data.series(shown.series).nature;
            let mixed = match nature.tie() {
                _ if shown.sequence.reaches_back() => false,
                Tie::Sum => mixed || shown.frequency.is_none(),
                // An average is dated by when it was said.
                Tie::Average => false,
                Tie::Date | Tie::Whole | Tie::Step => has_a_period_within_another(shown),
            };
            let comma = language.small.comma();
            let named = names(&name, unit);
            let layer_name = name.clone();
            let name = if in_key { String::new() } else { name };
            // Among windows the ticks are those of their ends.
            let aimed = mixed || shown.sequence.reaches_back();
            let below = |point: &Point,
                         observed: &Observed,
                         dated: bool,
                         name: &str,
                         unit: &str| {
                let period = match dated {
                    true => desk.period(shown.series, observed.period),
                    false => String::new(),
                };
                let parts =
                    [(Says::Period, &*period), (Says::Name, name), (Says::Unit { named }, unit)];
                let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
                let parts = parts.map(|(says, text)| LabelPart::new(says, text, comma));
                parts.chain(doubts(point, language)).collect()
            };
            let points = shown.layer.points.iter_mut().zip(&shown.observed);
            for (at, (point, observed)) in points.enumerate() {
                // One that is emphasised by itself says whose it is.
                let alone = shown.layer.hue == Hue::Grey && point.hue != Hue::Grey;
                let (name, unit) = match at == last || alone {
                    true => (name.as_str(), if named { "" } else { unit }),
                    false => ("", unit),
                };
                point.label.below = below(point, observed, mixed, name, unit);
            }
            let last = shown.layer.targets.len().saturating_sub(1);
            let targets = shown.layer.targets.iter_mut().zip(&shown.targets);
            for (at, (point, observed)) in targets.enumerate() {
                let name = if at == last { &*name } else { "" };
                point.label.below = below(point, observed, aimed, name, unit);
                labels::aim(&mut point.label, language.statuses.target());
            }
            shown.layer.name = layer_name;
        }
        for change in &mut board.changes {
            for point in &mut change.layer.points {
                point.label.below = doubts(point, language).collect();
            }
        }
    }
}

/// Are counts over several lengths of time in one panel?
fn of_several_lengths(desk: &Desk, shown: &[Shown]) -> bool {
    let counted = shown.iter().filter(|one| desk.data.series(one.series).nature.tie() == Tie::Sum);
    let counted = counted.filter(|one| !one.sequence.reaches_back());
    let spans: Vec<Span> = counted.flat_map(Shown::drawn).map(Observed::span).collect();
    !spans.is_empty() && first_of_another_length(spans).is_some()
}

/// A figure for 2020 beside one for 31 March 2020.
fn has_a_period_within_another(shown: &Shown) -> bool {
    let mut spans: Vec<Span> = shown.observed.iter().map(Observed::span).collect();
    spans.sort_by_key(|span| (span.start, Reverse(span.end)));
    spans.windows(2).any(|pair| pair[0] != pair[1] && pair[1].end <= pair[0].end)
}

/// Bars side by side have no room for their names, and what ends with such among parts of a whole has
/// them in the key.
fn names_in_key(board: &Board) -> bool {
    let stacks = board.shown.iter().filter(|one| one.mark().stacks);
    let last = stacks.filter_map(|one| one.layer.points.last());
    let end = last.clone().map(|point| point.span.end).max();
    let mut ending = last.filter(|point| Some(point.span.end) == end);
    ending.any(|point| point.stand == Stand::OnZero)
}

/// How sure a number is, in words.
fn doubts(point: &Point, language: &Language) -> impl Iterator<Item = LabelPart> + use<> {
    let (comma, statuses) = (language.small.comma(), &language.statuses);
    let forecast = point.forecast.then(|| statuses.forecast());
    let provisional = point.provisional.then(|| statuses.provisional());
    [forecast, provisional]
        .into_iter()
        .flatten()
        .map(|word| LabelPart::new(Says::Status, word, comma))
}

/// The series of a panel that have colours; of rows, which their names tell apart, all have that of the
/// first.
fn coloured_in(board: &Board, emphasis: Option<&Emphasis>) -> Vec<SeriesKey> {
    // What others are parts of is drawn in ink.
    let whole = board.total().map(|one| one.series);
    let part = |series: &SeriesKey| Some(*series) != whole;
    let Some(emphasis) = emphasis else { return coloured(board).filter(part).collect() };
    let most = if board.rows.is_some() { 1 } else { usize::MAX };
    let claims = board.claims.iter().map(|claims| claims.series);
    let own = measures(board).map(|(series, ..)| series).chain(claims);
    own.filter(|series| part(series) && emphasis.colours(*series)).take(most).collect()
}

/// The place of each series in the palette: one after the other, and another where a series of the
/// same panel has it already. Of what is grey none has a place.
fn colours(boards: &[Board], emphasis: Option<&Emphasis>) -> Vec<(SeriesKey, usize)> {
    let coloured = |board: &Board| coloured_in(board, emphasis);
    let mut known: Vec<(SeriesKey, usize)> = Vec::new();
    for series in boards.iter().flat_map(&coloured) {
        if known.iter().any(|(other, _)| *other == series) {
            continue;
        }
        let beside = boards.iter().filter(|board| coloured(board).contains(&series));
        let beside: Vec<SeriesKey> = beside.flat_map(&coloured).collect();
        let taken = |at: &usize| known.iter().any(|(one, own)| own == at && beside.contains(one));
        let next = known.len() % MOST_SERIES;
        let free = (next..MOST_SERIES).chain(0..next).find(|at| !taken(at));
        known.push((series, free.unwrap_or(next)));
    }
    known
}
