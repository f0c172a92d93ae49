//! What rows say of their unit, in a column of units or behind the name of what they count, held
//! against the unit of the series that each belongs to.

use std::collections::HashSet;

use sourceline::tables::names::is_unit;
use sourceline::tables::{HeadingUnit, UnitDoubt};

use super::frame::{Frame, listed};
use super::numbers::{doubted, unit_matter};
use super::options::ImportOptions;
use super::partition::parting_columns;
use super::question::{OpenMatter, Settlement};

/// So many cells are offered one by one.
const OFFERED: usize = 6;

/// What is open of the units of the rows; `unit` is that of the series of a row.
pub fn units_of_rows<'d>(
    frame: &Frame,
    options: &ImportOptions,
    unit: impl Fn(usize) -> Option<&'d str>,
) -> Vec<OpenMatter> {
    let as_they_are = options.multiply.as_deref() == Some("1");
    // The columns that become series were held against each other by their headings.
    if as_they_are || options.series_as_columns {
        return Vec::new();
    }
    let mut open = Vec::new();
    for column in 0..frame.table.width() {
        if !frame.says_units(column) {
            continue;
        }
        let mut said: Vec<(&str, &str, Option<UnitDoubt>)> = Vec::new();
        let mut known: HashSet<(&str, &str)> = HashSet::new();
        let mut last = None;
        for (at, row) in frame.rows.iter().enumerate() {
            let (cell, Some(unit)) = (frame.table.grid.cell(*row, column), unit(at)) else {
                continue;
            };
            if last.replace((cell, unit)) != Some((cell, unit)) && known.insert((cell, unit)) {
                let own = frame.table.unit_of_row(*row, column);
                let doubt = own.and_then(|own| HeadingUnit::of(&format!("({own})")).against(unit));
                said.push((cell, unit, doubt));
            }
        }
        // A new series counts in one unit.
        let named: HashSet<&str> =
            said.iter().map(|(cell, ..)| *cell).filter(|cell| !cell.is_empty()).collect();
        let several = is_unit(&frame.table.outline.columns[column]) && named.len() > 1;
        if several && options.new_series && !parting_columns(frame).contains(&column) {
            open.push(counted_apart(frame, options, column, &said));
            continue;
        }
        if frame.multiplier.is_some() {
            continue;
        }
        let Some((cell, unit, Some(doubt))) = said.iter().find(|(.., doubt)| doubt.is_some())
        else {
            continue;
        };
        if said.iter().all(|(.., other)| *other == Some(*doubt)) {
            if options.multiply.is_none() && unit_matter(frame, &[*unit]).is_none() {
                open.push(doubted(cell, unit, *doubt));
            }
        } else if !parting_columns(frame).contains(&column) {
            open.push(counted_apart(frame, options, column, &said));
        }
    }
    open
}

/// The rows do not count alike, and one import multiplies all of its numbers or none.
fn counted_apart(
    frame: &Frame,
    options: &ImportOptions,
    column: usize,
    said: &[(&str, &str, Option<UnitDoubt>)],
) -> OpenMatter {
    let word = frame.table.word(column);
    let cells: Vec<&str> = said.iter().map(|(cell, ..)| *cell).collect();
    let one = |(cell, _, doubt): &(&str, &str, Option<UnitDoubt>)| {
        let only = format!("{word}={cell}");
        match doubt.and_then(UnitDoubt::factor).filter(|_| options.multiply.is_none()) {
            Some(by) => Settlement::new(&["--where", &only, "--multiply", &by], ""),
            None => Settlement::new(&["--where", &only], ""),
        }
    };
    let mut answers: Vec<Settlement> = said.iter().take(OFFERED).map(one).collect();
    if options.multiply.is_none() && frame.multiplier.is_none() {
        answers.push(Settlement::new(&["--multiply", "1"], "to take all numbers as they are"));
    }
    OpenMatter::new(
        format!(
            "the numbers are not counted alike, and those of one import are: {} says {}",
            frame.table.called(column),
            listed(&cells)
        ),
        answers,
    )
}
