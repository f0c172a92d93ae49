//! What is wrong with a number that is none in plain digits, and what to write.

use super::cells::{is_too_long, shown};
use super::layout::figures::{HIGH, LOW, SERIES, VALUE};
use super::scan::{Cell, CellForm};
use super::table::{Table, inner};
use crate::figure::Series;
use crate::problem::{Problem, Rule};
use crate::reading::{Measure, absence_of, no_number, number_hint};

/// What is told of a text in place of a number, and what to write; in the unit of its series, where
/// that is known.
pub(super) fn no_plain_number(text: &str, of: Option<&Measure>) -> (String, String) {
    if is_too_long(text) {
        let why = "has more than 28 digits, which is more than are kept exactly";
        return (format!("{} {why}", shown(text)), "round it to 28 digits or fewer".to_string());
    }
    if let Some(reason) = no_number(text) {
        let hint = match absence_of(text) {
            Some((letter, word)) => {
                format!("leave the cell empty and give the status {letter} ({word})")
            }
            None => {
                "leave the cell empty and give the status x (not available), or write the number"
                    .to_string()
            }
        };
        return (format!("{} {reason}", shown(text)), hint);
    }
    let message =
        format!("{} is not a plain number, so it may be read as another one", shown(text));
    match number_hint(text, of) {
        Some(number) => (message, format!("write {number}")),
        None => (message, "write plain digits, as in 82109 or -0.5".to_string()),
    }
}

/// Says the hints for numbers again once the series are linked: `642m` is 642 in £ million.
pub(super) fn in_units(table: &Table, series: &[Series], problems: &mut [Problem]) {
    for problem in problems.iter_mut() {
        if problem.rule != Rule::Number || problem.place.file != table.layout.file.label() {
            continue;
        }
        let Some(start) = table.row_start(problem.place.bytes.start) else { continue };
        let (cells, _) = table.record(start);
        if cells.len() != table.width || cells.iter().any(|cell| cell.form == CellForm::Broken) {
            continue;
        }
        let text = |cell: &Cell| cell.unescaped(table.raw(inner(*cell))).trim().to_string();
        let cell = |column: usize| cells.get(table.positions[column]?);
        let at = problem.place.bytes.start;
        let is_here = |cell: &&Cell| inner(**cell).contains(&at) || inner(**cell).start == at;
        let number = [VALUE, LOW, HIGH].into_iter().filter_map(cell).find(is_here);
        let id = cell(SERIES).map(text);
        let series = id.and_then(|id| series.iter().find(|one| one.id == id));
        if let (Some(number), Some(series)) = (number, series) {
            let of = Measure::from(series);
            problem.hint = Some(no_plain_number(&text(number), Some(&of)).1);
        }
    }
}
