//! A workbook for colleagues who know only a spreadsheet: a sheet for each table, to be edited and
//! brought back by `sourceline import`. Ids, periods and texts are texts, so that no program takes
//! them for dates; a hidden sheet remembers what each row said, so that what was changed in the
//! workbook is told from what was changed in the project since.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, IgnoreError, Workbook, Worksheet, XlsxError,
};

use super::format::{DataFormat, DataSource, Writes};
use crate::dataset::Dataset;
use crate::dataset::layout::{self, Layout};
use crate::figure::{Nature, Per, Qualifier, Rank, Status};
use crate::tables::own_workbook::{MEMORY, fingerprint, is_number};

/// The workbook.
pub static XLSX: DataFormat = DataFormat {
    word: "xlsx",
    what: "a workbook to edit and bring back with `sourceline import`",
    writes: Writes::Bytes(|source| write(source).map_err(|error| error.to_string())),
};

/// A list to choose from reaches so many rows below those that are there.
const SPARE: u32 = 1000;

/// What a spreadsheet shows of a text in a cell that is marked as text; a longer one it shows as
/// `####`.
const MOST_SHOWN: usize = 255;

/// A spreadsheet keeps so many digits of a number.
const DIGITS: usize = 15;

struct Formats {
    head: Format,
    text: Format,
    /// For words that may be long.
    prose: Format,
    number: Format,
}

fn write(source: &DataSource) -> Result<Vec<u8>, XlsxError> {
    let top = Format::new().set_align(FormatAlign::Top);
    let formats = Formats {
        head: Format::new().set_bold().set_background_color(0xE8EDF3),
        text: top.clone().set_num_format("@"),
        prose: top.clone().set_text_wrap(),
        number: top,
    };
    let mut workbook = Workbook::new();
    // The same data give the same bytes: no time of day is kept.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(
        &DocProperties::new().set_title(source.project).set_creation_datetime(&made),
    );
    guide(workbook.add_worksheet(), source.project)?;
    for layout in layout::ALL {
        sheet(workbook.add_worksheet(), source.data, layout, &formats)?;
    }
    memory(workbook.add_worksheet(), source.data)?;
    workbook.save_to_buffer()
}

/// What may be done with the workbook, in plain words.
fn guide(sheet: &mut Worksheet, project: &str) -> Result<(), XlsxError> {
    sheet.set_name("Read me")?;
    sheet.set_column_width(0, 100)?;
    let plain = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let bold = Format::new().set_bold();
    let title = format!("The figures of {project}");
    let lines: [(&str, bool); 21] = [
        (&title, true),
        ("Written by sourceline. Edit it as you like, save it as .xlsx, and give it back.", false),
        ("", false),
        ("What you may do", true),
        ("Change any cell below the first row.", false),
        ("Add a row below the last one. A new figure needs no id: one is made for it.", false),
        (
            "Sort, filter, and make columns wider: the order of rows and columns says nothing.",
            false,
        ),
        (
            "Delete a whole row. It leaves the project only if whoever brings the workbook back says so.",
            false,
        ),
        ("", false),
        ("What must stay", true),
        (
            "The names of the sheets and the first row of each. The id of a row: with another id it is another row.",
            false,
        ),
        ("No formulas: paste what they come to as values.", false),
        ("", false),
        ("How to write", true),
        (
            "Numbers: plain, as 82109 or 12.5. No %, no currency, no unit: the series has it. `about` and the like have the column qualifier.",
            false,
        ),
        (
            "Periods: 2017, 2017-06, 2017-06-30, 2017-Q2, 2009-04/2010-03 for the financial year 2009/10. Never 2009-10 alone. The cells are texts; if a date appears, the cell was made one: write it anew with an apostrophe before it.",
            false,
        ),
        (
            "Numbers of 15 digits and more are texts, because a spreadsheet keeps no more of a number.",
            false,
        ),
        ("", false),
        ("How to bring it back", true),
        (
            "sourceline import FILE.xlsx --dry-run tells every change, cell by cell, and writes nothing.",
            false,
        ),
        (
            "sourceline import FILE.xlsx writes them. A row that was changed in the project since is told, and nothing is overwritten.",
            false,
        ),
    ];
    for (row, (line, is_bold)) in lines.iter().enumerate() {
        sheet.write_string_with_format(
            row as u32,
            0,
            *line,
            if *is_bold { &bold } else { &plain },
        )?;
    }
    Ok(())
}

fn sheet(
    sheet: &mut Worksheet,
    data: &Dataset,
    layout: &'static Layout,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(layout.file.name())?;
    for (at, column) in (0u16..).zip(layout.columns) {
        let is_prose = layout.texts.contains(&usize::from(at));
        sheet.set_column_width(at, width(column, is_prose))?;
        let format = if is_number(column) { &formats.number } else { &formats.text };
        sheet.set_column_format(at, format)?;
        sheet.write_string_with_format(0, at, *column, &formats.head)?;
    }
    sheet.set_freeze_panes(1, 1)?;
    let mut rows = 0;
    for texts in data.texts(layout) {
        rows += 1;
        for ((at, column), text) in (0u16..).zip(layout.columns).zip(texts) {
            if text.is_empty() {
                continue;
            }
            if is_number(column)
                && let Some(number) = kept(&text)
            {
                sheet.write_number_with_format(rows, at, number, &formats.number)?;
                continue;
            }
            let runs = text.starts_with(['=', '+', '-', '@']);
            let long = text.chars().count() > MOST_SHOWN && !runs;
            let format = if long { &formats.prose } else { &formats.text };
            sheet.write_string_with_format(rows, at, text.replace("\r\n", "\n"), format).map_err(
                |error| match error {
                    XlsxError::MaxStringLengthExceeded => XlsxError::ParameterError(format!(
                        "a cell of a workbook holds no text of more than 32,767 characters, as in \
                         the column {column} of {}, row {}",
                        layout.file.label(),
                        rows + 1
                    )),
                    other => other,
                },
            )?;
        }
    }
    let last = layout.columns.len() as u16 - 1;
    sheet.ignore_error_range(1, 0, rows + SPARE, last, IgnoreError::NumberStoredAsText)?;
    sheet.autofilter(0, 0, rows.max(1), last)?;
    for (at, column) in (0u16..).zip(layout.columns) {
        if let Some(choice) = choice(layout, column)? {
            sheet.add_data_validation(1, at, rows + SPARE, at, &choice)?;
        }
    }
    Ok(())
}

/// The number that a spreadsheet keeps to the last digit; `None` where it is better a text.
fn kept(text: &str) -> Option<f64> {
    let decimal = Decimal::from_str_exact(text).ok()?;
    let digits = decimal.abs().normalize().to_string().bytes().filter(u8::is_ascii_digit).count();
    (digits < DIGITS).then(|| text.parse().ok()).flatten()
}

fn width(column: &str, is_prose: bool) -> f64 {
    match column {
        "id" | "series" | "source" | "origin" | "formula" => 28.0,
        "title" | "definition" | "note" | "stated" | "url" => 44.0,
        "period" | "published" | "date" => 20.0,
        _ if is_prose => 24.0,
        _ => 12.0,
    }
}

/// What a cell is chosen from.
fn choice(layout: &'static Layout, column: &str) -> Result<Option<DataValidation>, XlsxError> {
    let named =
        layout::ALL.iter().find(|other| layout.columns_naming(other).any(|name| name == column));
    if let Some(other) = named {
        let ids = format!("={}!$A$2:$A$10000", other.file.name());
        let choice = DataValidation::new()
            .allow_list_formula(Formula::new(ids))
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_message(format!("Not an id of the sheet {}.", other.file.name()))?;
        return Ok(Some(choice));
    }
    let words: Vec<String> = match column {
        "qualifier" => owned(Qualifier::all().map(Qualifier::word)),
        "nature" => owned(Nature::ALL.map(Nature::word)),
        "per" => owned(Per::ALL.map(Per::word)),
        "rank" => owned([Rank::Preferred, Rank::Superseded].map(Rank::word)),
        "convertible" => owned(["no"]),
        "year_starts" => (1..=12).map(|month| month.to_string()).collect(),
        "status" => Status::letters().map(String::from).collect(),
        _ => return Ok(None),
    };
    let choice = DataValidation::new().allow_list_strings(&words)?;
    let choice = match column {
        "status" => choice
            .set_error_style(DataValidationErrorStyle::Information)
            .set_error_message("Letters may be combined, as in be.")?,
        _ => choice.set_error_message("Choose a word of the list, or leave the cell empty.")?,
    };
    Ok(Some(choice))
}

fn owned(words: impl IntoIterator<Item = &'static str>) -> Vec<String> {
    words.into_iter().map(String::from).collect()
}

/// What each row said when the workbook was written.
fn memory(sheet: &mut Worksheet, data: &Dataset) -> Result<(), XlsxError> {
    sheet.set_name(MEMORY)?;
    sheet.set_hidden(true);
    sheet.write_string(0, 0, "table")?;
    sheet.write_string(0, 1, "id")?;
    sheet.write_string(0, 2, "said")?;
    let mut row = 0;
    for layout in layout::ALL {
        for texts in data.texts(layout) {
            row += 1;
            sheet.write_string(row, 0, layout.file.name())?;
            sheet.write_string(row, 1, texts[0].as_ref())?;
            let cells = layout.columns.iter().copied().zip(texts.iter().map(Cow::as_ref));
            sheet.write_string(row, 2, fingerprint(cells))?;
        }
    }
    Ok(())
}
