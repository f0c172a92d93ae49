//! Months and financial years that alone may be either, among figures that settle which: `fix` writes
//! them all, so they are one problem for each series.

use std::collections::BTreeMap;

use super::cells::shown;
use super::layout::figures::{PERIOD, SERIES};
use super::mend_series::SeriesHabits;
use super::mended::Mend;
use super::scan::{Cell, CellForm};
use super::table::{Table, inner};
use crate::figure::{Period, PeriodError};
use crate::problem::{Problem, Rule};

/// Those of a series that its other figures settle in one way.
struct ToldOnce {
    first: usize,
    period: String,
    mended: String,
    also: Vec<usize>,
}

/// Keeps of the problems with periods that are settled so the first of each series, which tells of
/// the others.
pub fn tell_once(table: &Table, problems: &mut Vec<Problem>) {
    let text = |cell: &Cell| cell.unescaped(table.raw(inner(*cell))).trim().to_string();
    let of = |problem: &Problem| -> Option<(String, String)> {
        if problem.rule != Rule::Period || problem.place.file != table.layout.file.label() {
            return None;
        }
        let (cells, _) = table.record(table.row_start(problem.place.bytes.start)?);
        // What cannot be mended in a damaged row keeps its own message.
        if cells.len() != table.width || cells.iter().any(|cell| cell.form == CellForm::Broken) {
            return None;
        }
        let cell = |column: usize| cells.get(table.positions[column]?);
        let period = text(cell(PERIOD)?);
        let either = matches!(Period::parse(&period), Err(PeriodError::YearOrMonth { .. }));
        either.then(|| Some((text(cell(SERIES)?), period)))?
    };
    let mut habits: Option<SeriesHabits> = None;
    let mut settled: BTreeMap<(String, Mend), ToldOnce> = BTreeMap::new();
    for (at, problem) in problems.iter().enumerate() {
        let Some((series, period)) = of(problem) else { continue };
        let habits = habits.get_or_insert_with(|| SeriesHabits::of(table));
        let Some((mend, mended)) = habits.mended(&series, PERIOD, &period) else { continue };
        match settled.get_mut(&(series.clone(), mend)) {
            Some(one) => one.also.push(at),
            None => {
                let one = ToldOnce { first: at, period, mended, also: Vec::new() };
                settled.insert((series, mend), one);
            }
        }
    }
    let mut gone = vec![false; problems.len()];
    for ((series, mend), one) in settled {
        one.also.iter().for_each(|at| gone[*at] = true);
        let also = one.also.iter().map(|at| problems[*at].place.bytes.start).collect();
        let first = &mut problems[one.first];
        (first.message, first.hint) = said(&series, mend, &one);
        first.also = also;
    }
    let mut gone = gone.into_iter();
    problems.retain(|_| !gone.next().unwrap_or_default());
}

fn said(series: &str, mend: Mend, one: &ToldOnce) -> (String, Option<String>) {
    let (others, how) = match mend {
        Mend::Month => ("months", "by its days, or it may be read as a financial year"),
        _ => ("financial years", "with its months"),
    };
    let (period, series) = (shown(&one.period), shown(series));
    let (stand, and_so_on, rest) = match one.also.len() {
        0 => (format!("{period} stands"), "", "it"),
        1 => (format!("{period} and 1 more period stand"), ", and so on", "both"),
        more => (format!("{period} and {more} more periods stand"), ", and so on", "it for all"),
    };
    let message = format!("{stand} among {others} in {series}; such a one must be written {how}");
    let hint = format!("write {}{and_so_on}; `sourceline fix --write` does {rest}", one.mended);
    (message, Some(hint))
}
