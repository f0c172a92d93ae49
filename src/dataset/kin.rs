//! Figures that name figures: what took the place of one, and what one only says again.

use super::cells::shown;
use super::ids::Known;
use super::layout::figures::{REPEATS, SUPERSEDED_BY};
use super::scan::Cell;
use super::sheet::Sheet;
use super::table::Row;
use crate::figure::formula::split_derived_id;
use crate::figure::{Figure, FigureKey};
use crate::nearest::{MOST_COMPARISONS, nearest_within};
use crate::problem::{Gathered, Problem, Rule};

/// In which column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kin {
    Successor,
    Repeated,
}

/// An id in such a column.
pub struct KinCell<'t> {
    /// Where the row begins.
    start: u32,
    kin: Kin,
    cell: Cell,
    id: &'t str,
}

impl Kin {
    const ALL: [Kin; 2] = [Kin::Successor, Kin::Repeated];

    fn column(self) -> usize {
        match self {
            Kin::Successor => SUPERSEDED_BY,
            Kin::Repeated => REPEATS,
        }
    }

    /// What a row names in these columns.
    pub fn cells<'t>(row: &Row<'_, 't>) -> impl Iterator<Item = KinCell<'t>> {
        Kin::ALL.into_iter().filter_map(|kin| {
            let cell = row.cell(kin.column())?;
            let id = row.plain(kin.column()).filter(|id| !id.is_empty())?;
            Some(KinCell { start: row.start as u32, kin, cell, id })
        })
    }
}

/// Turns the ids into keys; one that no row has is told.
pub fn link<'t>(
    figures: &mut [Figure<'t>],
    cells: &[KinCell<'t>],
    sheet: &Sheet<'t>,
    problems: &mut Gathered,
) {
    let mut left = MOST_COMPARISONS;
    for one in cells {
        let Ok(own) = sheet.ids.starts.binary_search(&one.start) else { continue };
        match sheet.ids.find(one.id, |key| &figures[key as usize].id) {
            Known::Key(key) => {
                let figure = &mut figures[own];
                let named = match one.kin {
                    Kin::Successor => &mut figure.superseded_by,
                    Kin::Repeated => &mut figure.repeats,
                };
                *named = Some(FigureKey(key));
            }
            Known::Broken => {}
            Known::Unknown => {
                let own = &figures[own].id;
                let ids = figures.iter().map(|figure| &*figure.id).filter(|id| *id != &**own);
                let near = nearest_within(one.id, ids, &mut left);
                problems.push(unknown(one, near, sheet));
            }
        }
    }
}

fn unknown(one: &KinCell, near: Option<&str>, sheet: &Sheet) -> Problem {
    let why = match one.kin {
        Kin::Successor => "so nobody can find what took the place of this one",
        Kin::Repeated => "so nobody can find what this one says again",
    };
    let hint = match near {
        _ if split_derived_id(one.id).is_some() => {
            "a figure of a series that is worked out has no row; name one that has, or leave the \
             cell empty"
                .to_string()
        }
        Some(near) => format!("write `{near}`"),
        None => "write the id of a figure of this file, or leave the cell empty".to_string(),
    };
    let place = sheet.table.place(one.cell.start..one.cell.end);
    Rule::UnknownFigure.at(place, format!("there is no figure {}, {why}", shown(one.id))).hint(hint)
}
