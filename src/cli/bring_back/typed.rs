//! What somebody typed into a row of a workbook, read as `sourceline add` reads it: periods, dates and
//! statuses in people's words, and round numbers of which nobody said whether they are precise.

use std::borrow::Cow;

use rust_decimal::Decimal;
use sourceline::dataset::DataFile;
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::Layout;
use sourceline::figure::{Period, Status};
use sourceline::reading::{self, Reading, looks_rounded, period_stated_cell, typed_status};

use super::row::BookRow;
use crate::cli::add::settle::{choices, setting};
use crate::cli::refusal::Unchanged;
use crate::cli::said::{date, read_date};

/// A cell that nobody can be sure of: its column, and why.
pub type DoubtfulCell = (&'static str, String);

/// The row with what its words mean; `own` is what the project says there, if it has the row.
pub fn read_as_typed(
    data: &Dataset,
    layout: &Layout,
    row: &mut BookRow,
    own: Option<&[Cow<str>]>,
) -> Vec<DoubtfulCell> {
    let before = |column: &str| {
        let at = layout.columns.iter().position(|one| *one == column);
        at.and_then(|at| own?.get(at)).map_or("", |own| own.as_ref())
    };
    let mut doubts = Vec::new();
    for at in 0..row.len() {
        let (column, text) = (row[at].0, row[at].1.clone());
        if text == before(column) {
            continue;
        }
        match column {
            "period" if Period::parse(&text).is_err() => {
                doubts.extend(period(data, row, &text).err().map(|why| (column, why)));
            }
            "status" if Status::parse(&text).is_err() => {
                if let Ok(status) = typed_status(&text) {
                    row[at].1 = status.to_string();
                }
            }
            "published" | "accessed" => match date(Some(&text)) {
                Ok(day) => row[at].1 = day.map_or(String::new(), |day| day.to_string()),
                Err(why) => doubts.push((column, why.in_short())),
            },
            "date" if Period::parse_date(&text).is_err() => {
                match meant(read_date(&text, None, data.years)) {
                    Ok(date) => row[at].1 = date.as_date(),
                    Err(why) => doubts.push((column, why)),
                }
            }
            _ => {}
        }
    }
    if layout.file == DataFile::Figures {
        doubts.extend(precision(row, before("value")).map(|why| ("value", why)));
    }
    doubts
}

fn text<'r>(row: &'r BookRow, column: &str) -> &'r str {
    row.iter().find(|(name, _)| *name == column).map_or("", |(_, text)| text.as_str())
}

fn set(row: &mut BookRow, column: &str, said: String) {
    if let Some(cell) = row.iter_mut().find(|(name, _)| *name == column) {
        cell.1 = said;
    }
}

/// Of a series that comes with the same workbook nobody knows yet what its years are.
fn period(data: &Dataset, row: &mut BookRow, typed: &str) -> Result<(), String> {
    let Some(series) = data.find_series(text(row, "series")) else { return Ok(()) };
    let source = data.find_source(text(row, "source"));
    let published = source.and_then(|source| data.source(source).published);
    let meant = meant(reading::period(typed, &setting(data, series, published)))?;
    if text(row, "period_stated").is_empty() {
        set(row, "period_stated", period_stated_cell(typed, meant));
    }
    set(row, "period", meant.to_string());
    Ok(())
}

fn meant(reading: Reading<Period>) -> Result<Period, String> {
    match reading {
        Reading::Understood(meant) => Ok(meant.value),
        Reading::Ambiguous(ambiguous) => Err(choices(&ambiguous).in_short()),
        Reading::Refused(refused) => Err(Unchanged::from(refused).in_short()),
    }
}

/// Why nobody knows how precise a new number is.
fn precision(row: &BookRow, before: &str) -> Option<String> {
    let value = text(row, "value");
    let bare = ["qualifier", "low", "high", "formula"].iter().all(|one| text(row, one).is_empty());
    let number = Decimal::from_str_exact(value).ok().filter(|_| bare && value != before)?;
    let rounded = looks_rounded(number, false);
    rounded.then(|| {
        format!("is `{value}` precise, or rounded? write exact or about into the column qualifier")
    })
}
