//! How long the periods of a table are by another column, or by a line above it.

use sourceline::reading::Setting;

use super::frame::Frame;
use super::options::DateKind;
use super::period_cells::{PeriodCell, length_of, read, standing_for};

/// What another column says of the length of all periods.
pub struct ToldLength {
    /// A word of `--dates`.
    pub kind: &'static str,
    /// The column, and what it says.
    pub words: String,
}

/// A column of the frequency, such as `FREQ`, or one that writes out the same periods: `Jan
/// 2018-Dec 2018` beside `2018-12`.
pub fn told_length(frame: &Frame, cells: &[PeriodCell]) -> Option<ToldLength> {
    let table = frame.table;
    let told = |at: usize, kind: &'static str, cell: &str| ToldLength {
        kind,
        words: format!("{} says `{cell}`", table.called(at)),
    };
    let by_code = |at: usize| {
        let name = table.outline.columns[at].to_lowercase();
        let named = name == "freq" || name.starts_with("freq:") || name.starts_with("frequency");
        let [(cell, _)] = table.values(at, &frame.rows, 2)[..] else { return None };
        let kind = length_of_code(cell)?;
        named.then(|| told(at, kind, cell))
    };
    // It writes out the period that the date beside it stands for, row by row.
    let by_words = |at: usize| {
        let said = |row: &usize| table.grid.cell(*row, at);
        let kind = |cell: &str| match read(cell, Setting::default).as_ref().map(length_of) {
            Ok(Some("years")) => Some(("years-ending", DateKind::YearsEnding)),
            Ok(Some("quarters")) => Some(("quarters", DateKind::Quarters)),
            _ => None,
        };
        let first = said(frame.rows.first()?);
        let (word, kind) = kind(first)?;
        let fits = |(row, own): (&usize, &PeriodCell)| {
            let Ok(whole) = own.clone().and_then(|own| standing_for(own, kind)) else {
                return false;
            };
            read(said(row), Setting::default).is_ok_and(|cell| cell.span() == whole.span())
        };
        let all = frame.rows.iter().zip(cells).take(LOOKED_AT_FOR_WORDS).all(fits);
        all.then(|| told(at, word, first))
    };
    let mut columns = frame.unused().filter(|_| !frame.wide);
    above(frame).or_else(|| columns.find_map(|at| by_code(at).or_else(|| by_words(at))))
}

/// The row `Frequency` above time series, where it says the same of all of them.
fn above(frame: &Frame) -> Option<ToldLength> {
    let grid = &frame.table.grid;
    frame.table.outline.titles.clone().find_map(|row| {
        let mut cells = grid.cells(row).filter(|cell| !cell.is_empty());
        let name = cells.next()?.trim_end_matches(':');
        let said = cells.next().filter(|said| cells.all(|other| other == *said))?;
        let is_frequency = matches!(name.to_lowercase().as_str(), "freq" | "frequency");
        let kind = length_of_code(said).filter(|_| is_frequency)?;
        Some(ToldLength { kind, words: format!("above the table stands `{name} {said}`") })
    })
}

/// `Q`, `Q: Quarterly`, `Quarter` as a word of `--dates`.
fn length_of_code(cell: &str) -> Option<&'static str> {
    let code = cell.split(':').next().unwrap_or(cell).trim().to_lowercase();
    Some(match code.as_str() {
        "a" | "annual" | "annually" | "yearly" | "year" => "years-ending",
        "q" | "quarterly" | "quarter" => "quarters",
        "m" | "monthly" | "month" => "months",
        "d" | "daily" | "day" => "days",
        _ => return None,
    })
}

/// So many rows are looked at to learn what a column writes out.
const LOOKED_AT_FOR_WORDS: usize = 400;
