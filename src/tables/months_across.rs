//! Tables with a row for each year and a column for each month, quarter or half of it, or the other way
//! round: as long ones, a row for each number.

use super::grid::Grid;
use super::marks::part;
use super::outline::Outline;
use super::part_of_year::{PartKind, is_month, is_months, is_part_of_year, quarter_or_half};
use super::period_heading::{ParsedHeading, is_split_year, parted_period, period_headings};
use super::totals::is_total;

/// The same table with the columns `Month` (`Quarter`, `Half`) and `Value` in place of those of the
/// months; `None` where the headings are none or no other column holds the years.
pub fn one_below_the_other(grid: &Grid, outline: &Outline) -> Option<Grid> {
    let columns = &outline.columns;
    let months: Vec<usize> = (0..columns.len()).filter(|at| is_month(&columns[*at])).collect();
    let of = |kind: PartKind| -> Vec<usize> {
        (0..columns.len()).filter(|at| quarter_or_half(&columns[*at]) == Some(kind)).collect()
    };
    let (quarters, halves) = (of(PartKind::Quarter), of(PartKind::Half));
    let (parts, name) = match (months.len() > 2, quarters.len() > 1, halves.len() > 1) {
        (true, false, false) => (months, "Month"),
        (false, true, false) => (quarters, "Quarter"),
        (false, false, true) => (halves, "Half"),
        _ => return None,
    };
    let others: Vec<usize> = (0..columns.len()).filter(|at| !parts.contains(at)).collect();
    let is_years = |at: &usize| {
        let mut cells = outline.body.clone().map(|row| grid.cell(row, *at)).peekable();
        cells.peek().is_some() && cells.all(is_year)
    };
    let headings: Vec<&str> = parts.iter().map(|at| columns[*at].as_str()).collect();
    let is_told = others.iter().any(is_years);
    is_told.then(|| long(grid, outline, (&parts, &headings), [name, "Value"]))?
}

/// The same of a table with a column for each year and a row for each month, quarter, half or week of
/// them, with the columns `Year` and `Value`; `None` where no column holds the parts of a year.
pub fn years_one_below_the_other(grid: &Grid, outline: &Outline) -> Option<Grid> {
    let columns = &outline.columns;
    let parsed: Vec<ParsedHeading> = columns.iter().map(|name| ParsedHeading::of(name)).collect();
    let of_year = |at: &usize| {
        let year = parted_period(parsed[*at].period).0;
        is_year(year) || is_split_year(year)
    };
    let years: Vec<usize> = period_headings(columns).into_iter().filter(|at| of_year(at)).collect();
    let rest = &parsed[*years.first()?].rest;
    if years.iter().any(|at| parsed[*at].rest != *rest) {
        return None;
    }
    let parts = (0..years[0]).find(|at| holds_parts(grid, outline, *at))?;
    let split = years.iter().any(|at| is_split_year(parted_period(parsed[*at].period).0));
    // The rows begin with the month in which such years do.
    let first = outline.body.clone().next().map_or("", |row| grid.cell(row, parts));
    let by_month = is_months(first);
    let name = match split && by_month && first.to_lowercase().starts_with("apr") {
        true => "Financial year",
        false => "Year",
    };
    let headings: Vec<&str> = years.iter().map(|at| parsed[*at].period).collect();
    let numbers = if rest.is_empty() { "Value" } else { &**rest };
    long(grid, outline, (&years, &headings), [name, numbers])
}

/// Does every row of a column say a part of a year, or that it is a sum?
fn holds_parts(grid: &Grid, outline: &Outline, column: usize) -> bool {
    let name = &outline.columns[column];
    let cells = || outline.body.clone().map(|row| grid.cell(row, column));
    let is_part = |cell: &str| is_part_of_year(part(cell).0, name);
    cells().filter(|cell| is_part(cell)).count() > 1
        && cells().all(|cell| is_part(cell) || is_total(cell))
}

/// A row for each number of these columns, with their headings in the first of two new columns.
fn long(
    grid: &Grid,
    outline: &Outline,
    (parts, headings): (&[usize], &[&str]),
    [name, numbers]: [&str; 2],
) -> Option<Grid> {
    let columns = &outline.columns;
    let others: Vec<usize> = (0..columns.len()).filter(|at| !parts.contains(at)).collect();
    let is_new = |name: &str| !others.iter().any(|at| columns[*at] == name);
    if outline.header.len() != 1 || !is_new(name) || !is_new(numbers) {
        return None;
    }
    let mut long = grid.emptied();
    for row in 0..grid.height() {
        if grid.is_after_gap(row) {
            long.skip_blank();
        }
        if outline.header.contains(&row) {
            let named = others.iter().map(|at| grid.cell(row, *at)).chain([name, numbers]);
            long.push(grid.line(row), named);
        } else if outline.body.contains(&row) {
            for (part, heading) in parts.iter().zip(headings) {
                let to = long.height();
                let own = others.iter().map(|at| grid.cell(row, *at));
                long.push(grid.line(row), own.chain([*heading, grid.cell(row, *part)]));
                let value = others.len() + 1;
                long.keep_moved(to, value, grid.place(*part));
                for (at, from) in others.iter().enumerate().chain([(value, part)]) {
                    if let Some(stored) = grid.stored(row, *from) {
                        long.keep_stored(to, at, stored.to_string());
                    }
                    if let Some(format) = grid.unshown(row, *from) {
                        long.keep_unshown(to, at, format.to_string());
                    }
                }
            }
        } else {
            long.push(grid.line(row), grid.cells(row));
        }
    }
    Some(long)
}

fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse().is_ok_and(|year: u32| (1500..2200).contains(&year))
}
