//! Tables of time series, of which rows between the names and the dates say what they are.

use std::ops::Range;

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::names::is_unit;

/// Time series one beside the other, what is said of each of them in the rows above it: the rows
/// below the header have names in their first cells, such as `Unit`, until the periods begin. Those
/// of the ONS, of the Australian Bureau of Statistics and of the French office are so.
pub(super) fn time_series(grid: &Grid) -> Option<(Range<usize>, Range<usize>)> {
    let first = |row: usize| grid.cell(row, 0);
    let kind = |row: usize| CellKind::of(first(row));
    let body = (1..grid.height().min(20)).find(|row| kind(*row) == CellKind::Period)?;
    let named = |wanted: &[&str]| {
        (1..body).any(|row| wanted.iter().any(|name| first(row).eq_ignore_ascii_case(name)))
    };
    let is_described = |rows: Range<usize>| {
        let mut rows = rows.peekable();
        rows.peek().is_some() && rows.all(|row| describes_a_series(first(row)))
    };
    // `Period,Value` below what is said of the one series.
    let head = body - 1;
    if head > 1
        && is_described(0..head)
        && kind(head) == CellKind::Text
        && named_as_periods(first(head))
    {
        return Some((0..head, head..body));
    }
    if first(0).is_empty()
        && grid.length(0) > 1
        && is_described(1..body)
        && named(&["Unit", "Units"])
    {
        return Some((1..body, 0..1));
    }
    let is_series = matches!(first(0), "Title" | "")
        && named(&["CDID", "Series ID"])
        && named(&["Unit", "PreUnit"])
        || first(0) == "Libellé" && named(&["idBank"]);
    (is_series && (1..body).all(|row| kind(row) == CellKind::Text)).then_some((1..body, 0..1))
}

/// Puts behind the name of each series what a row below the header says of its kind, where not all are of one:
/// `Trend` and `Seasonally adjusted`. Of two series of one name nothing else says which is which.
pub(super) fn name_the_kinds(grid: &Grid, rows: Range<usize>, columns: &mut [String]) {
    const KINDS: [&str; 3] = ["series type", "adjustment", "type"];
    let kinds = rows.filter(|row| KINDS.contains(&grid.cell(*row, 0).to_lowercase().as_str()));
    for row in kinds {
        let cell = |at: usize| grid.cell(row, at);
        let same = (1..columns.len()).all(|at| cell(at) == cell(1));
        for (at, name) in columns.iter_mut().enumerate().skip(1) {
            if !same && !name.is_empty() && !cell(at).is_empty() {
                *name = format!("{}, {}", name.trim_end_matches([';', ' ']), cell(at));
            }
        }
    }
}

/// What the first cell of a row above time series says of them: `Unit`, `Data Type`, `Series ID`.
fn describes_a_series(name: &str) -> bool {
    const NAMES: [&str; 15] = [
        "title",
        "series",
        "series id",
        "series name",
        "name",
        "description",
        "data type",
        "series type",
        "frequency",
        "source",
        "last updated",
        "release date",
        "next release",
        "collection month",
        "adjustment",
    ];
    let small = name.trim_end_matches(':').to_lowercase();
    is_unit(name) || NAMES.contains(&small.as_str())
}

fn named_as_periods(name: &str) -> bool {
    const NAMES: [&str; 8] =
        ["period", "date", "time", "time period", "year", "month", "quarter", "observation date"];
    NAMES.contains(&name.to_lowercase().as_str())
}
