//! One cell of the table of a series, edited where it stands.

use axum::http::StatusCode;
use axum::response::Response;
use sourceline::dataset::Dataset;
use sourceline::figure::SeriesKey;

use super::answer::{not_there, part_with};
use super::carried::{self, carry};
use super::desk::PageDesk;
use super::fields::Fields;
use super::series::series_page;
use super::table::{COLUMNS, LastEdit, cell, section};
use crate::cli::edit::EditFigure;
use crate::cli::failure::Failure;
use crate::cli::hint::PageNames;

/// What the table calls what would be typed; how sure a number is stands in its cell.
const NAMES: PageNames = &[
    ("--exact", "exactly"),
    ("--about", "about"),
    ("--locator", "Page"),
    ("--stated", "In its words"),
    ("--status", "Status"),
];

/// One cell, by `edit`: if it still says what was shown.
pub fn edit(desk: &PageDesk, fields: &Fields, within: bool) -> Result<Response, Failure> {
    let said = |name: &str| fields.get(name).map_or("", |text| text.trim());
    let (id, column, text) = (said("id"), said("column"), said("text"));
    let project = desk.project()?;
    let now = project.data();
    let data = &now.value;
    let known = COLUMNS.iter().any(|(known, _)| *known == column);
    let Some(key) = data.find_figure(id).filter(|_| known) else {
        return Ok(not_there("There is no such figure any more."));
    };
    let (series, held) = (data.figure(key).series, cell(data, data.figure(key), column));
    let refused = |why: String| LastEdit {
        refused: Some((id.to_string(), column.to_string(), text.to_string(), why)),
        done: None,
    };
    if held.trim() != said("before") {
        let why = match held.as_str() {
            "" => "It was emptied since, by somebody else; Enter again writes yours.".to_string(),
            held => format!(
                "It says “{held}” now, which somebody else wrote since; Enter again writes yours."
            ),
        };
        return shown(desk, series_id(data, series), &refused(why), within);
    }
    if held.trim() == text {
        return shown(desk, series_id(data, series), &LastEdit::default(), within);
    }
    let words = [format!("--{column}={text}"), "--".to_string(), id.to_string()];
    let dry: Vec<String> = std::iter::once("--dry-run".to_string()).chain(words.clone()).collect();
    // What is written is what was planned on what was shown.
    let planned = carry(desk, &["edit"], &dry, None, EditFigure::run);
    let carried = match planned.result {
        Ok(_) => carry(desk, &["edit"], &words, planned.seal, EditFigure::run),
        Err(_) => planned,
    };
    let last = match &carried.result {
        Ok(_) => {
            let seal = desk.project()?.folder.last_deed()?.map(|deed| deed.seal());
            LastEdit { done: Some((carried.said, seal)), refused: None }
        }
        Err(failure) => refused(carried::in_short(failure, NAMES)),
    };
    shown(desk, series_id(data, series), &last, within)
}

fn series_id<'d>(data: &'d Dataset, key: SeriesKey) -> &'d str {
    data.series(key).id
}

/// The table as it is now: within the page that is open, or as a page.
fn shown(desk: &PageDesk, id: &str, last: &LastEdit, within: bool) -> Result<Response, Failure> {
    let status = match last.refused {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    if !within {
        return series_page(desk, id, last, status);
    }
    let project = desk.project()?;
    let now = project.data();
    Ok(match now.value.find_series(id) {
        Some(key) => part_with(status, section(&now.value, key, project.number, last)),
        None => not_there("There is no such series any more."),
    })
}
