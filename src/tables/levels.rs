//! Tables that name each row in one of several columns, a column for each level: the country, the
//! region, the authority.

use std::collections::HashMap;

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::names::{is_named_note, is_named_status, names_a_place};
use super::outline::Outline;

/// What the column with the name of each row is called.
pub const LEVELS: &str = "Area";

/// The same table with one more column, which has the name of each row at its own level: the last of
/// the columns of names that is filled. `None` where the table has no such columns.
pub fn with_own_names(grid: &Grid, outline: &Outline) -> Option<Grid> {
    if outline.header.len() != 1 || outline.columns.iter().any(|name| name == LEVELS) {
        return None;
    }
    let columns = nested(grid, outline).or_else(|| one_each(grid, outline))?;
    let header = outline.header.start;
    let own = |row: usize| {
        let mut cells = columns.iter().rev().map(|at| grid.cell(row, *at));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default().to_string()
    };
    let mut cells: HashMap<usize, String> =
        outline.body.clone().map(|row| (row, own(row))).collect();
    cells.insert(header, LEVELS.to_string());
    Some(grid.with_column(outline.columns.len(), &cells))
}

/// `country_name`, `region_name` and `la_name`, each filled only where the one before it is, beside a
/// column that says the level of each row.
fn nested(grid: &Grid, outline: &Outline) -> Option<Vec<usize>> {
    let columns = &outline.columns;
    let says_level = |name: &String| {
        let name = name.to_lowercase().replace('_', " ");
        ["geographic level", "geography level", "geography type", "area type"]
            .contains(&name.as_str())
    };
    // `Level` says `Country`, `Region` or `Authority`, each the name of a column.
    let levels = (0..columns.len()).find(|at| {
        let mut cells = outline.body.clone().map(|row| grid.cell(row, *at));
        let named = |cell: &str| {
            columns
                .iter()
                .enumerate()
                .any(|(own, name)| own != *at && name.eq_ignore_ascii_case(cell))
        };
        !outline.body.is_empty() && cells.all(|cell| !cell.is_empty() && named(cell))
    });
    let is_level = |name: &str| {
        let at = levels.filter(|at| !columns[*at].is_empty());
        at.is_some_and(|at| {
            let mut cells = outline.body.clone().map(|row| grid.cell(row, at));
            cells.any(|cell| cell.eq_ignore_ascii_case(name))
        })
    };
    if levels.is_none() && !columns.iter().any(says_level) {
        return None;
    }
    let is_name = |name: &str| {
        if levels.is_some() {
            return is_level(name);
        }
        let small = name.to_lowercase();
        let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).collect();
        !words.contains(&"code")
            && !says_level(&name.to_string())
            && (names_a_place(name) || words.last() == Some(&"name"))
    };
    let filled = |row: usize, at: usize| !grid.cell(row, at).is_empty();
    let is_text = |at: usize| {
        let mut cells = outline.body.clone().map(|row| grid.cell(row, at));
        cells.all(|cell| matches!(CellKind::of(cell), CellKind::Text | CellKind::Empty))
    };
    let mut names: Vec<usize> = (0..columns.len())
        .filter(|at| is_name(&columns[*at]) && is_text(*at))
        .filter(|at| outline.body.clone().any(|row| filled(row, *at)))
        .collect();
    // From the widest place to the narrowest, however the columns stand.
    let count = |at: usize| outline.body.clone().filter(|row| filled(*row, at)).count();
    names.sort_by_key(|at| std::cmp::Reverse(count(*at)));
    let nests = |pair: &[usize]| {
        outline.body.clone().all(|row| filled(row, pair[0]) || !filled(row, pair[1]))
    };
    (names.len() > 1 && names.windows(2).all(nests)).then_some(names)
}

/// Columns of names at the left of the numbers of which each row fills one and no other: those of
/// parents, and of what they are made of.
fn one_each(grid: &Grid, outline: &Outline) -> Option<Vec<usize>> {
    // A row that fills the first two is of no such table: most tables have one at once.
    let fills_both = |row: usize| !grid.cell(row, 0).is_empty() && !grid.cell(row, 1).is_empty();
    if outline.body.clone().any(fills_both) {
        return None;
    }
    let is_text = |at: &usize| {
        if is_named_note(&outline.columns[*at]) || is_named_status(&outline.columns[*at]) {
            return false;
        }
        let mut cells = outline.body.clone().map(|row| grid.cell(row, *at));
        cells.all(|cell| matches!(CellKind::of(cell), CellKind::Text | CellKind::Empty))
    };
    let names: Vec<usize> = (0..outline.columns.len()).take_while(is_text).collect();
    let filled = |row: usize| names.iter().filter(|at| !grid.cell(row, **at).is_empty()).count();
    let each = |at: &usize| outline.body.clone().any(|row| !grid.cell(row, *at).is_empty());
    let fits = names.len() > 1
        && (outline.body.len() > 2 || names.iter().all(|at| outline.columns[*at].is_empty()))
        && outline.body.clone().all(|row| filled(row) == 1)
        && names.iter().all(each);
    fits.then_some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Option<Vec<String>> {
        let grid = crate::tables::separated::read("x.csv", text.as_bytes(), None).unwrap();
        let outline = Outline::of(&grid);
        let wider = with_own_names(&grid, &outline)?;
        let last = outline.columns.len();
        Some(outline.body.map(|row| wider.cell(row, last).to_string()).collect())
    }

    #[test]
    fn each_row_has_the_name_of_its_own_level() {
        let nested = "geographic_level,country_name,region_name,la_name,pupils\n\
                      National,England,,,5\nRegional,England,North,,3\nLocal,England,North,Hull,2\n";
        assert_eq!(names(nested).unwrap(), ["England", "North", "Hull"]);
        let parents = "A,B,C,2019,2020\nWales,,,5,6\n,North,,3,3\n,,Conwy,2,2\n";
        assert_eq!(names(parents).unwrap(), ["Wales", "North", "Conwy"]);
        assert_eq!(names("Region,Town,2019\nNorth,Hull,5\n,York,6\n,Leeds,7\n"), None);
        assert_eq!(names("Year,Count\n2019,5\n2020,6\n2021,7\n"), None);
    }
}
