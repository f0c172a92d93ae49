//! A workbook of ours that a colleague edited and sent back: `export --for xlsx`, a change as a
//! spreadsheet saves it, and `import`.
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use crate::common::folder::project;
use rust_xlsxwriter::{Format, Workbook};
use sourceline::tables::{Asked, read};
use tempfile::TempDir;

const SHEETS: [&str; 5] = ["figures", "series", "sources", "events", "sourceline"];

/// The cells of every sheet, as a person changes them; a day is kept as spreadsheets keep it.
pub struct Book(BTreeMap<&'static str, Vec<Vec<Cell>>>);

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    /// A day, by its number, and the format that shows it.
    Day(f64, &'static str),
}

pub fn sourceline(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sourceline"));
    command.args(words).current_dir(folder).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

impl Book {
    /// What `export` writes of the project.
    pub fn of(folder: &Path) -> Book {
        let done = sourceline(folder, &["export", "--for", "xlsx", "--out", "book.xlsx"]);
        assert!(done.status.success(), "{}", said(&done));
        let bytes = fs::read(folder.join("book.xlsx")).unwrap();
        let sheet = |name: &'static str| {
            let asked = Asked { sheet: Some(name.into()), range: Some("A1:Z999".into()) };
            let grid = read("book.xlsx", &bytes, &asked).unwrap();
            let columns: Vec<String> = grid.cells(0).map(str::to_string).collect();
            let cell = |column: usize, text: &str| match columns[column].as_str() {
                "value" | "low" | "high" => text
                    .replace(',', "")
                    .parse()
                    .map_or_else(|_| Cell::Text(text.into()), Cell::Number),
                _ => Cell::Text(text.into()),
            };
            let row = |row: usize| {
                grid.cells(row).enumerate().map(|(column, text)| cell(column, text)).collect()
            };
            (name, (0..grid.height()).map(row).collect())
        };
        Book(SHEETS.into_iter().map(sheet).collect())
    }

    /// One cell of the row of this id.
    pub fn cell(&mut self, sheet: &'static str, id: &str, column: &str) -> &mut Cell {
        let rows = self.0.get_mut(sheet).unwrap();
        let is = |cell: &Cell, text: &str| *cell == Cell::Text(text.into());
        let at = rows[0].iter().position(|cell| is(cell, column)).unwrap();
        let row = rows.iter().position(|row| is(&row[0], id)).unwrap();
        let width = rows[row].len().max(at + 1);
        rows[row].resize(width, Cell::Text(String::new()));
        &mut rows[row][at]
    }

    /// A new row at the end of a sheet, of what is said of it.
    fn add(&mut self, sheet: &'static str, cells: &[(&str, Cell)]) {
        let rows = self.0.get_mut(sheet).unwrap();
        let mut row = vec![Cell::Text(String::new()); rows[0].len()];
        for (column, cell) in cells {
            let is = |own: &Cell| *own == Cell::Text((*column).into());
            row[rows[0].iter().position(is).unwrap()] = cell.clone();
        }
        rows.push(row);
    }

    pub fn remove(&mut self, sheet: &'static str, id: &str) {
        let rows = self.0.get_mut(sheet).unwrap();
        rows.retain(|row| row[0] != Cell::Text(id.into()));
    }

    pub fn save(&self, folder: &Path) {
        let mut workbook = Workbook::new();
        for name in SHEETS {
            let sheet = workbook.add_worksheet().set_name(name).unwrap();
            sheet.set_hidden(name == "sourceline");
            for (row, cells) in (0..).zip(&self.0[name]) {
                for (column, cell) in (0..).zip(cells) {
                    match cell {
                        Cell::Text(text) if text.is_empty() => {}
                        Cell::Text(text) => {
                            sheet.write_string(row, column, text).unwrap();
                        }
                        Cell::Number(number) => {
                            sheet.write_number(row, column, *number).unwrap();
                        }
                        Cell::Day(number, format) => {
                            let format = Format::new().set_num_format(*format);
                            sheet.write_with_format(row, column, *number, &format).unwrap();
                        }
                    }
                }
            }
        }
        workbook.save(folder.join("book.xlsx")).unwrap();
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// The project, the book as it was changed, and what its import says and writes.
fn brought(change: impl FnOnce(&mut Book), words: &[&str]) -> (TempDir, Output) {
    let folder = project();
    let mut book = Book::of(folder.path());
    change(&mut book);
    book.save(folder.path());
    let done = sourceline(folder.path(), &[&["import", "book.xlsx"], words].concat());
    (folder, done)
}

fn file(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(format!("data/{name}.csv"))).unwrap()
}

fn row<'t>(file: &'t str, id: &str) -> &'t str {
    file.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap_or_default()
}

/// Nothing was written, and this was said.
fn is_refused(folder: &TempDir, done: &Output, words: &[&str]) {
    let fresh = project();
    for name in ["figures", "series", "sources", "events"] {
        assert_eq!(file(folder, name), file(&fresh, name), "{name} was changed");
    }
    assert_eq!(done.status.code(), Some(1), "{}", said(done));
    for word in words {
        assert!(said(done).contains(word), "{word} is not in\n{}", said(done));
    }
}

#[test]
fn a_book_that_nobody_changed_changes_nothing() {
    let (folder, done) = brought(|_| {}, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("nothing to change"), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), file(&project(), "figures"));
}

#[test]
fn a_number_that_was_changed_is_a_slip_or_a_revision() {
    let change =
        |book: &mut Book| *book.cell("figures", "swift-nests-2021", "value") = Cell::Number(105.0);
    let (folder, done) = brought(change, &[]);
    is_refused(&folder, &done, &["swift-nests-2021: value: `105` instead of `104`", "--edit"]);
    let (folder, done) = brought(change, &["--edit"]);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    assert!(row(&figures, "swift-nests-2021").contains(",2021,105,"), "{figures}");
    assert_eq!(figures.lines().count(), file(&project(), "figures").lines().count());
    let (folder, done) = brought(change, &["--supersede", "--why", "one street was left out"]);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    let old = row(&figures, "swift-nests-2021");
    assert!(old.contains(",2021,104,") && old.contains("superseded"), "{figures}");
    assert!(old.contains("one street was left out") && figures.contains(",2021,105,"), "{figures}");
}

#[test]
fn words_that_were_changed_are_written_where_they_stand() {
    let change = |book: &mut Book| {
        *book.cell("figures", "swift-nests-2021", "note") = text("Counted twice.");
        *book.cell("series", "swift-nests", "definition") = text("");
    };
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(row(&file(&folder, "figures"), "swift-nests-2021").ends_with(",Counted twice."));
    assert!(!file(&folder, "series").contains("Occupied nests found"));
}

#[test]
fn a_new_row_of_a_new_source_is_added_in_its_place() {
    let change = |book: &mut Book| {
        book.add(
            "sources",
            &[
                ("id", text("council-2025")),
                ("kind", text("statistics")),
                ("publisher", text("Anytown Council")),
                ("title", text("Boxes again")),
                ("published", text("2025-06-30")),
            ],
        );
        book.add(
            "figures",
            &[
                ("id", text("swift-boxes-2025")),
                ("series", text("swift-boxes")),
                ("period", text("2025-06-30")),
                ("value", Cell::Number(75.0)),
                ("qualifier", text("exact")),
                ("source", text("council-2025")),
            ],
        );
    };
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    let new = row(&figures, "swift-boxes-2025");
    assert!(new.starts_with("swift-boxes-2025,swift-boxes,2025-06-30,75,,,exact,"), "{figures}");
    assert!(row(&file(&folder, "sources"), "council-2025").contains("Boxes again"));
    let checked = sourceline(folder.path(), &["check"]);
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn a_new_row_that_is_not_right_changes_nothing() {
    let cells = |period: &str, source: &str| {
        let (period, source) = (period.to_string(), source.to_string());
        move |book: &mut Book| {
            book.add(
                "figures",
                &[
                    ("id", text("swift-nests-new")),
                    ("series", text("swift-nests")),
                    ("period", Cell::Text(period)),
                    ("value", Cell::Number(7.0)),
                    ("qualifier", text("exact")),
                    ("source", Cell::Text(source)),
                ],
            );
        }
    };
    let (folder, done) = brought(cells("2019", "nobody"), &[]);
    is_refused(&folder, &done, &["nobody"]);
    let (folder, done) = brought(cells("in spring", "club-2022"), &[]);
    is_refused(&folder, &done, &["in spring"]);
}

#[test]
fn a_row_that_was_removed_stays_unless_it_is_to_go() {
    let change = |book: &mut Book| book.remove("figures", "swift-nests-2020");
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(said(&done).contains("--remove"), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), file(&project(), "figures"));
    let (folder, done) = brought(change, &["--remove"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(row(&file(&folder, "figures"), "swift-nests-2020"), "");
    // One that is in use may not go.
    let change = |book: &mut Book| book.remove("sources", "club-2022");
    let (folder, done) = brought(change, &["--remove"]);
    is_refused(&folder, &done, &["club-2022"]);
}

/// Excel keeps a typed `2024-06` as 1 June 2024 and shows it so; 30 June 2024 has the number 45473.
#[test]
fn days_that_a_spreadsheet_made_of_periods_are_no_change() {
    let day = |format: &'static str| {
        move |book: &mut Book| {
            let published = book.cell("sources", "council-2024", "published");
            assert_eq!(*published, text("2024-06-30"));
            *published = Cell::Day(45_473.0, format);
        }
    };
    let (folder, done) = brought(day("yyyy-mm-dd"), &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(file(&folder, "sources"), file(&project(), "sources"));
    for format in ["dd/mm/yyyy", "mmm-yy", "d mmm yyyy"] {
        let (folder, done) = brought(day(format), &[]);
        let same = file(&folder, "sources") == file(&project(), "sources");
        assert!(same, "{format}: {}", said(&done));
    }
}

#[test]
fn a_year_kept_as_a_number_and_a_month_kept_as_a_day_are_the_period() {
    let (folder, done) = brought(
        |book| *book.cell("figures", "swift-nests-2021", "period") = Cell::Number(2021.0),
        &[],
    );
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), file(&project(), "figures"));
    let change = |book: &mut Book| {
        *book.cell("events", "boxes-go-up", "date") = Cell::Day(44_621.0, "mmm-yy");
    };
    let (folder, done) = brought(change, &[]);
    assert_eq!(file(&folder, "events"), file(&project(), "events"), "{}", said(&done));
}

/// What a project got since the book was written is no row that somebody removed from it.
#[test]
fn a_row_that_the_project_got_since_stays() {
    let folder = project();
    let book = Book::of(folder.path());
    let words = ["add", "swift-nests", "2019", "90", "--exact", "--source", "club-2022", "--yes"];
    let added = sourceline(folder.path(), &words);
    assert!(added.status.success(), "{}", said(&added));
    let before = file(&folder, "figures");
    book.save(folder.path());
    let done = sourceline(folder.path(), &["import", "book.xlsx", "--remove"]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), before);
}

/// A row of the sheet `figures` without an id.
fn nests(period: Cell, value: f64, more: &[(&'static str, &str)]) -> Vec<(&'static str, Cell)> {
    let own = [
        ("series", text("swift-nests")),
        ("period", period),
        ("value", Cell::Number(value)),
        ("source", text("club-2022")),
    ];
    own.into_iter().chain(more.iter().map(|(name, said)| (*name, text(said)))).collect()
}

#[test]
fn a_round_number_is_asked_for_as_add_does() {
    let change = |book: &mut Book| book.add("figures", &nests(text("2019"), 50_000.0, &[]));
    let (folder, done) = brought(change, &[]);
    is_refused(&folder, &done, &["is `50000` precise, or rounded?", "qualifier", "figures!D"]);
    let said_so = [("qualifier", "about")];
    let change = |book: &mut Book| book.add("figures", &nests(text("2019"), 50_000.0, &said_so));
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(file(&folder, "figures").contains(",2019,50000,,,about,"), "{}", said(&done));
    // Where the qualifier says so already, nothing is asked.
    let change = |book: &mut Book| {
        *book.cell("figures", "swift-nests-2021", "value") = Cell::Number(12_000.0);
    };
    let (folder, done) = brought(change, &["--edit"]);
    assert!(row(&file(&folder, "figures"), "swift-nests-2021").contains(",12000,,,exact,"));
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn periods_and_statuses_are_read_as_people_write_them() {
    let change = |book: &mut Book| {
        let typed = text("year ending December 2019");
        book.add("figures", &nests(typed, 97.0, &[("status", "revised")]));
    };
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    let new = row(&figures, "swift-nests-2019");
    assert!(new.contains(",2019,97,"), "{figures}");
    assert!(new.contains("year ending December 2019") && new.contains(",r,"), "{figures}");
    let change = |book: &mut Book| book.add("figures", &nests(text("2009-10"), 97.0, &[]));
    let (folder, done) = brought(change, &[]);
    is_refused(&folder, &done, &["figures!C", "2009-04/2010-03"]);
    let change = |book: &mut Book| {
        *book.cell("sources", "council-2024", "published") = text("3 July 2024");
    };
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(row(&file(&folder, "sources"), "council-2024").contains(",2024-07-03,"));
}

#[test]
fn a_series_and_its_figures_come_in_one_book() {
    let change = |book: &mut Book| {
        let series = [("id", "swans"), ("title", "Swans"), ("unit", "swans"), ("nature", "flow")];
        book.add("series", &series.map(|(name, said)| (name, text(said))));
        let mut figure = nests(text("2020"), 5.0, &[]);
        figure[0].1 = text("swans");
        book.add("figures", &figure);
    };
    let (folder, done) = brought(change, &[]);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    assert!(row(&figures, "swans-2020").starts_with("swans-2020,swans,2020,5,"), "{figures}");
}

/// The same claim, with and without the word for a precise number, is one figure.
#[test]
fn a_claim_that_the_project_got_since_is_no_second_figure() {
    let folder = project();
    let mut book = Book::of(folder.path());
    let words = ["add", "swift-nests", "2019", "90", "--exact", "--source", "club-2022", "--yes"];
    let added = sourceline(folder.path(), &words);
    assert!(added.status.success(), "{}", said(&added));
    let before = file(&folder, "figures");
    book.add("figures", &nests(text("2019"), 90.0, &[]));
    book.save(folder.path());
    let done = sourceline(folder.path(), &["import", "book.xlsx"]);
    assert!(said(&done).contains("is there already, as swift-nests-2019"), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), before);
    let mut book = Book::of(folder.path());
    book.add("figures", &nests(text("2019"), 91.0, &[]));
    book.save(folder.path());
    let done = sourceline(folder.path(), &["import", "book.xlsx"]);
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    assert!(said(&done).contains("swift-nests-2019 is of this series, period"), "{}", said(&done));
    assert_eq!(file(&folder, "figures"), before);
}

/// What somebody said is not said by another source, nor of another number.
#[test]
fn words_of_the_old_figure_are_not_put_into_the_new_one() {
    let folder = project();
    let quoted = ["edit", "swift-nests-2021", "--stated", "104 nests", "--locator", "Table 1"];
    let done = sourceline(folder.path(), &quoted);
    assert!(done.status.success(), "{}", said(&done));
    let supersede = ["import", "book.xlsx", "--supersede", "--why", "one street was left out"];
    let mut book = Book::of(folder.path());
    *book.cell("figures", "swift-nests-2021", "value") = Cell::Number(105.0);
    book.save(folder.path());
    let done = sourceline(folder.path(), &supersede);
    assert!(done.status.success(), "{}", said(&done));
    let figures = file(&folder, "figures");
    let new = figures.lines().find(|line| line.contains(",2021,105,")).unwrap();
    assert!(!new.contains("104 nests") && new.contains("Table 1"), "{new}");
    // The same publisher says otherwise now: revised.
    assert!(new.contains(",r,"), "{new}");
    // Brought again, the book asks for nothing that was done.
    let again = sourceline(folder.path(), &supersede);
    assert!(again.status.success(), "{}", said(&again));
    assert_eq!(file(&folder, "figures"), figures);
}

#[test]
fn what_a_spreadsheet_took_for_a_date_is_told_by_its_column() {
    let day = |column: &'static str| {
        move |book: &mut Book| {
            *book.cell("sources", "council-2024", column) = Cell::Day(43_344.0, "mmm-yy");
        }
    };
    let (folder, done) = brought(day("published"), &[]);
    is_refused(&folder, &done, &["shows `Sep-18`", "'2018-09"]);
    assert!(!said(&done).contains("financial year"), "{}", said(&done));
    let (folder, done) = brought(day("title"), &[]);
    is_refused(&folder, &done, &["shows `Sep-18`"]);
    assert!(!said(&done).contains("financial year"), "{}", said(&done));
}
