//! Which panels have one value axis: those of one unit, nature and `per`, unless the spec or the data
//! keep them apart.

use super::board::{Board, coloured, measures, scale, units};
use super::desk::Desk;
use super::subtitle;
use crate::chart::panel::{Panel, Scale};
use crate::figure::{Nature, Per};
use crate::locale::Language;

/// What panels of one axis have in common.
#[derive(PartialEq)]
struct AxisMeasure {
    unit: String,
    nature: Nature,
    per: Option<Per>,
    scale: Scale,
}

impl AxisMeasure {
    /// `None` of several units, of claims, and of bars that lie across.
    fn of(desk: &Desk, board: &Board) -> Option<AxisMeasure> {
        // Names and labels take as much of the width as they need, so that no two are as long.
        if board.rows.is_some() {
            return None;
        }
        let (series, per, _) = measures(board).next()?;
        let [unit] = &units(desk, board)[..] else { return None };
        let known = desk.data.series(series);
        let per = per.unwrap_or(known.per);
        Some(AxisMeasure {
            unit: unit.to_lowercase(),
            nature: known.nature,
            per,
            scale: scale(board),
        })
    }
}

/// For each panel the first one with which it shares its axis, which may be itself.
pub fn groups(desk: &Desk, free: bool, boards: &[Board]) -> Vec<usize> {
    let all: Vec<Option<AxisMeasure>> =
        boards.iter().map(|board| AxisMeasure::of(desk, board)).collect();
    let mut groups: Vec<usize> = Vec::new();
    for at in 0..boards.len() {
        let found = (0..at).find(|first| {
            let members = (0..at).filter(|one| groups[*one] == *first);
            groups[*first] == *first
                && !free
                && all[at].is_some()
                && all[at] == all[*first]
                && members.into_iter().all(|one| comparable(desk, &boards[one], &boards[at]))
        });
        groups.push(found.unwrap_or(at));
    }
    groups
}

fn comparable(desk: &Desk, one: &Board, other: &Board) -> bool {
    coloured(one).all(|a| coloured(other).all(|b| desk.data.incomparable(a, b).is_none()))
}

/// Do panels that count in one unit have axes of their own?
pub fn differ(desk: &Desk, boards: &[Board], groups: &[usize]) -> bool {
    let all: Vec<_> = boards.iter().map(|board| units(desk, board)).collect();
    (0..all.len()).any(|at| {
        (0..at).any(|before| {
            let shared = all[at]
                .iter()
                .any(|unit| all[before].iter().any(|other| other.eq_ignore_ascii_case(unit)));
            groups[at] != groups[before] && shared
        })
    })
}

/// Gives each panel the layers of the others on its axis.
pub fn share(panels: &mut [Panel], groups: &[usize]) {
    let layers: Vec<_> = panels.iter().map(|panel| panel.layers.clone()).collect();
    for (at, panel) in panels.iter_mut().enumerate() {
        let beside = (0..layers.len()).filter(|one| *one != at && groups[*one] == groups[at]);
        panel.beside = beside.flat_map(|one| layers[one].iter().cloned()).collect();
    }
}

/// The titles of panels that count in one unit, each with what it counts per where that differs and it
/// does not say so.
pub fn say_per(desk: &Desk, boards: &[Board], titles: &mut [String]) {
    let language = desk.data.language;
    let all: Vec<_> = boards.iter().map(|board| units(desk, board)).collect();
    let per: Vec<Option<Per>> =
        boards.iter().map(|board| subtitle::counted_per(desk, board)).collect();
    for (at, title) in titles.iter_mut().enumerate() {
        let Some(own) = per[at] else { continue };
        let other = (0..all.len()).any(|other| {
            per[other].is_some_and(|per| per != own)
                && all[other].iter().any(|unit| all[at].contains(unit))
        });
        if other && !title.is_empty() && !says(language, title, own) {
            *title = format!("{title}{}{}", language.small.comma(), language.per(own));
        }
    }
}

/// Does a title say it already, as `a month` or `monthly`?
fn says(language: &Language, title: &str, per: Per) -> bool {
    let word = language.per(per).split_whitespace().next_back().unwrap_or_default();
    title.to_lowercase().contains(&word.to_lowercase())
}
