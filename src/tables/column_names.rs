//! The names of the columns, out of the rows of a header: headings over several columns, units below them, and
//! what is said of single periods.

use std::ops::Range;

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::heading::is_unit_word;
use super::marks::Mark;
use super::names::{BETWEEN, is_unit};
use super::part_of_year::below_year;

/// Is this a row of units below the headings: `Number, Number, Months`, `(a), (no.), ($m)`, or one for all of
/// them? Its first cell may be none, or a letter in brackets.
pub(super) fn is_unit_row(grid: &Grid, row: usize) -> bool {
    let first = grid.cell(row, 0);
    let is_lettered = first.starts_with('(') && first.ends_with(')');
    let begins = first.is_empty() || is_lettered || is_unit(first) || is_unit_word(first);
    let others = || (1..grid.length(row)).map(|at| grid.cell(row, at)).filter(|c| !c.is_empty());
    let are_units = others().all(|cell| is_unit_word(unit_and_mark(cell).0));
    begins && are_units && (others().count() > 1 || first.is_empty() && others().count() == 1)
}

/// Does a word say how final numbers are: `restated`, `(provisional)`?
pub(super) fn says_how_final(word: &str) -> bool {
    let letter = Mark::find(word).filter(|mark| mark.code.len() < word.len());
    letter.and_then(|mark| mark.letter).is_some_and(|letter| "epr".contains(letter))
}

/// `£000` and `restated` of `£000 (restated)`.
fn unit_and_mark(cell: &str) -> (&str, &str) {
    match cell.rsplit_once(' ') {
        Some((unit, word)) if says_how_final(word) => {
            (unit.trim_end(), word.trim_matches(['(', ')', '[', ']']))
        }
        _ => (cell, ""),
    }
}

/// `2022`, `2022 restated`, `Restated 2022`, `Total 2022`.
fn ends_in_a_period(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    is_period_name(name) || CellKind::of(last) == CellKind::Period
}

/// `2022`, `2022 restated`, `Restated 2022`.
fn is_period_name(name: &str) -> bool {
    let is_one = |text: &str| CellKind::of(text) == CellKind::Period;
    let behind = name.split_once(' ').filter(|(word, _)| says_how_final(word));
    is_one(unit_and_mark(name).0) || behind.is_some_and(|(_, period)| is_one(period))
}

/// What a row above calls the columns whose own heading is blank: `Description` above `Date,,`.
pub(super) fn name_from_above(grid: &Grid, titles: Range<usize>, columns: &mut [String]) {
    const NAMES: [&str; 6] =
        ["description", "series name", "title", "name", "series description", "indicator"];
    let is_name = |row: &usize| {
        let first = grid.cell(*row, 0).trim_end_matches(':').to_lowercase();
        NAMES.contains(&first.as_str())
    };
    let open = |columns: &[String]| columns.len() > 1 && columns[1..].iter().all(String::is_empty);
    if columns.first().is_none_or(String::is_empty) || !open(columns) {
        return;
    }
    let Some(row) = titles.clone().find(is_name) else { return };
    for (at, name) in columns.iter_mut().enumerate().skip(1) {
        *name = grid.cell(row, at).to_string();
    }
}

/// The names of the columns: what stands above each, joined.
pub(super) fn column_names(grid: &Grid, header: &Range<usize>) -> Vec<String> {
    let width = header.clone().map(|row| grid.extent(row)).max().unwrap_or_default();
    let mut names: Vec<Vec<String>> = vec![Vec::new(); width];
    let mut units: Vec<&str> = vec![""; width];
    for row in header.clone() {
        let mut marks = vec![""; width];
        let is_of_units = row > header.start && is_unit_row(grid, row);
        if is_of_units {
            // One unit alone is that of all columns from there on.
            let filled: Vec<usize> =
                (0..width).filter(|at| !grid.cell(row, *at).is_empty()).collect();
            for (column, unit) in units.iter_mut().enumerate() {
                let at = match filled[..] {
                    [only] if only < column => only,
                    _ => column,
                };
                let (own, mark) = unit_and_mark(grid.cell(row, at));
                (*unit, marks[column]) = (own.trim_matches(['(', ')']), mark);
            }
        }
        let spreads =
            row + 1 < header.end && (0..width).all(|at| grid.merged_from(row, at).is_none());
        let mut left = "";
        for (column, parts) in names.iter_mut().enumerate() {
            let mut cell = if is_of_units { marks[column] } else { grid.cell(row, column) };
            // Programs write a heading that lies over several cells into the first.
            if cell.is_empty() && spreads && column > 0 && parts.is_empty() {
                cell = left;
            }
            left = cell;
            match parts.last_mut() {
                // What is said of a period stands behind it, as in a heading of one row.
                Some(last) if says_how_final(cell) && ends_in_a_period(last) => {
                    *last = format!("{last} {}", cell.trim_matches(['(', ')', '[', ']']));
                }
                Some(last) if cell.is_empty() || last == cell => {}
                _ if cell.is_empty() => {}
                _ => parts.push(cell.to_string()),
            }
        }
    }
    let plain = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let joined = |parts: &Vec<String>| {
        let mut joined: Vec<String> = Vec::new();
        for part in parts.iter().map(plain) {
            let whole = joined.last().and_then(|above| below_year(above, &part));
            match (joined.last_mut(), whole) {
                (Some(last), Some(whole)) => *last = whole,
                _ => joined.push(part),
            }
        }
        joined.join(BETWEEN)
    };
    // The unit of a column stands in brackets behind its name, as in a heading of one row.
    let with_unit = |(name, unit): (String, &&str)| match *unit {
        "" => name,
        unit if name.is_empty() => unit.to_string(),
        // What stands below a period is told from it.
        unit if is_period_name(&name) => format!("{name}{BETWEEN}{unit}"),
        unit => format!("{name} ({unit})"),
    };
    names.iter().map(joined).zip(&units).map(with_unit).collect()
}
