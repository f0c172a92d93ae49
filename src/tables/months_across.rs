//! Tables with a row for each year and a column for each month, quarter or half of it: as long ones, a
//! row for each number.

use super::grid::Grid;
use super::outline::Outline;
use super::part_of_year::{PartKind, is_month, quarter_or_half};

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
    let is_new = |name: &str| !columns.iter().any(|own| own == name);
    let fits = outline.header.len() == 1 && is_new(name) && is_new("Value");
    if !fits || !others.iter().any(is_years) {
        return None;
    }
    let mut long = Grid::default();
    long.by_semicolons = grid.by_semicolons;
    long.sheet.clone_from(&grid.sheet);
    long.remarks.clone_from(&grid.remarks);
    for row in 0..grid.height() {
        if grid.is_after_gap(row) {
            long.skip_blank();
        }
        if outline.header.contains(&row) {
            let named = others.iter().map(|at| grid.cell(row, *at)).chain([name, "Value"]);
            long.push(grid.line(row), named);
        } else if outline.body.contains(&row) {
            for part in &parts {
                let to = long.height();
                let own = others.iter().map(|at| grid.cell(row, *at));
                long.push(
                    grid.line(row),
                    own.chain([columns[*part].as_str(), grid.cell(row, *part)]),
                );
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
