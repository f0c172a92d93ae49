//! Rows that hold a name and no number, and head the rows below them: `Boys` above `Age 10-12`, and
//! `Girls` above another `Age 10-12`; and names that are indented below those that they are a part of.

use std::collections::{HashMap, HashSet};

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::outline::Outline;
use super::period_heading::is_a_period;
use super::totals::is_total;

/// The same table with the name of its group before the name of each row that stands below others as
/// well; `None` where no row heads others, or no name comes twice.
pub fn with_group_names(grid: &Grid, outline: &Outline) -> Option<Grid> {
    below_headings(grid, outline).or_else(|| below_others(grid, outline))
}

/// Of names that come twice, each with those before it that it is indented below, up to where they differ:
/// `South East, Other` and `North East, Other`.
fn below_others(grid: &Grid, outline: &Outline) -> Option<Grid> {
    let body = || outline.body.clone();
    if !body().any(|row| grid.indent(row) > 0) {
        return None;
    }
    let mut above: Vec<usize> = Vec::new();
    let mut parents: HashMap<usize, usize> = HashMap::new();
    let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
    for row in body().filter(|row| !grid.cell(*row, 0).is_empty()) {
        while above.pop_if(|other| grid.indent(*other) >= grid.indent(row)).is_some() {}
        parents.extend(above.last().map(|parent| (row, *parent)));
        above.push(row);
        places.entry(grid.cell(row, 0)).or_default().push(row);
    }
    let mut cells = HashMap::new();
    for (name, rows) in places.into_iter().filter(|(name, _)| !is_a_period(name)) {
        let named = |row: usize, parts: usize| {
            let ups = std::iter::successors(Some(row), |at| parents.get(at).copied());
            let mut path: Vec<&str> = ups.take(parts).map(|at| grid.cell(at, 0)).collect();
            path.reverse();
            path.join(", ")
        };
        let is_told = |parts: &usize| {
            let all: HashSet<String> = rows.iter().map(|row| named(*row, *parts)).collect();
            all.len() == rows.len()
        };
        let parts = (2..=MOST_LEVELS).find(is_told).filter(|_| rows.len() > 1);
        // Rows of one name in one place are the same thing at several times.
        let Some(parts) = parts else { continue };
        let longer = rows.iter().map(|row| (*row, named(*row, parts)));
        cells.extend(longer.filter(|(_, own)| own != name).map(|(row, own)| ((row, 0), own)));
    }
    (!cells.is_empty()).then(|| grid.with_cells(&cells))
}

/// So many names stand before one another.
const MOST_LEVELS: usize = 6;

fn below_headings(grid: &Grid, outline: &Outline) -> Option<Grid> {
    let width = outline.columns.len();
    let is_heading = |row: usize| {
        let alone = (1..width.max(grid.length(row))).all(|at| grid.cell(row, at).is_empty());
        alone && CellKind::of(grid.cell(row, 0)) == CellKind::Text
    };
    let body = || outline.body.clone();
    let heads =
        |row: &usize| is_heading(*row) && *row + 1 < outline.body.end && !is_heading(*row + 1);
    let headings: Vec<usize> = body().filter(heads).collect();
    if width < 2 || headings.is_empty() {
        return None;
    }
    // The group of each row; behind a gap stands what belongs to none.
    let mut groups: HashMap<usize, usize> = HashMap::new();
    let mut group = None;
    for row in body() {
        if headings.binary_search(&row).is_ok() {
            group = Some(row);
        } else if let Some(own) = group.filter(|_| !grid.is_after_gap(row)) {
            groups.insert(row, own);
        } else {
            group = None;
        }
    }
    let mut places: HashMap<&str, Vec<Option<usize>>> = HashMap::new();
    for row in body().filter(|row| !is_heading(*row)) {
        places.entry(grid.cell(row, 0)).or_default().push(groups.get(&row).copied());
    }
    let comes_twice = |name: &str| places.get(name).is_some_and(|groups| groups.len() > 1);
    let is_name = |name: &&str| comes_twice(name) && !name.is_empty() && !is_a_period(name);
    if !places.keys().any(|name| is_name(name) && !is_total(name)) {
        return None;
    }
    let mut cells = HashMap::new();
    for (row, group) in &groups {
        let name = grid.cell(*row, 0);
        // A sum below the last group alone may be that of all of them.
        if is_name(&name) {
            cells.insert((*row, 0), format!("{}, {name}", grid.cell(*group, 0)));
        }
    }
    Some(grid.with_cells(&cells))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<Vec<String>> {
        let grid = crate::tables::separated::read("x.csv", text.as_bytes(), None).unwrap();
        let outline = Outline::of(&grid);
        let named = with_group_names(&grid, &outline)?;
        Some(outline.body.map(|row| named.cell(row, 0).to_string()).collect())
    }

    #[test]
    fn rows_of_one_name_below_two_headings_are_told_apart() {
        let text =
            ",2021,2022\nBoys,,\nAge 5,1,2\nTotal,1,2\nGirls,,\nAge 5,3,4\nTotal,3,4\nAll,4,6\n";
        let expected =
            ["Boys", "Boys, Age 5", "Boys, Total", "Girls", "Girls, Age 5", "Girls, Total", "All"];
        assert_eq!(names(text).unwrap(), expected);
        let indented =
            "Area,2021\nAll,9\n  North,5\n    Other,2\n  South,4\n    Other,1\nOther,3\n";
        let expected = ["All", "North", "North, Other", "South", "South, Other", "Other"];
        assert_eq!(names(indented).unwrap(), expected);
        assert_eq!(names("Area,2021\nAll,9\n  North,5\n  South,4\n"), None);
        assert_eq!(names(",2021\nTheft,\nBicycles,1\nFraud,\nCards,3\n"), None);
        assert_eq!(names(",Men\nWales,\n2019,5\nEngland,\n2019,6\n"), None);
    }
}
