//! Tables as publishers print them, each imported as a person would. A case is a session in
//! `tests/tables/NAME.case`, as those of `tests/cli`, beside its table `NAME.csv`, `NAME.tsv` or
//! whatever else: it runs in a new copy of `tests/cli/project` into which all files of that name
//! are copied. To take over what is printed now, run with `APPROVE=1` and read what changed.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};

use sourceline::tables::{Asked, Grid, PublishedTable, TextEncoding, in_utf8, read};

use crate::cli::{difference, play};
use crate::common::Faults;
use crate::common::folder::project;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.retain(|path| path.extension().is_some_and(|extension| extension == "case"));
    cases.sort();
    cases
}

/// The files of the same name beside a case.
fn beside(case: &Path) -> Vec<PathBuf> {
    let folder = case.parent().unwrap();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let own = |path: &PathBuf| path.extension().is_some_and(|e| e == "case" || e == "outline");
    files.filter(|path| path.file_stem() == case.file_stem() && !own(path)).collect()
}

#[cfg_attr(not(target_os = "linux"), ignore)]
#[test]
fn every_table_is_imported_as_its_case_says() {
    let mut differing = Vec::new();
    for case in cases() {
        let folder = project();
        for table in beside(&case) {
            fs::copy(&table, folder.path().join(table.file_name().unwrap())).unwrap();
        }
        let written = fs::read_to_string(&case).unwrap();
        let played = play(&written, folder.path());
        if played == written {
            continue;
        }
        if std::env::var_os("APPROVE").is_some() {
            fs::write(&case, &played).unwrap();
        } else {
            differing.push(format!("{}:\n{}", case.display(), difference(&written, &played)));
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

/// The words of a session that stand for a run that went through: from its command to its end.
fn finished(session: &str) -> Vec<&str> {
    let runs = session.split("\n  $ ").skip(1);
    runs.filter(|run| run.starts_with("sourceline import") && run.contains(" to add, ")).collect()
}

/// Every column is used, and said so in the command, or told as not used; every row is counted as
/// one that is read, or as one that is left out.
#[test]
fn nothing_of_a_table_is_dropped_in_silence() {
    let mut faults = Faults::default();
    for case in cases() {
        let session = fs::read_to_string(&case).unwrap();
        for file in beside(&case) {
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            for run in finished(&session).into_iter().filter(|run| run.contains(&name)) {
                if run.contains("--range") || run.contains("--sheet") {
                    continue;
                }
                let mut bytes = fs::read(&file).unwrap();
                let encodings = [
                    ("--encoding windows-1252", TextEncoding::Windows1252),
                    ("--encoding utf-8-as-windows-1252", TextEncoding::Utf8AsWindows1252),
                ];
                if let Some((_, encoding)) = encodings.iter().find(|(said, _)| run.contains(said)) {
                    bytes = in_utf8(&name, &bytes, *encoding).unwrap();
                }
                let grid = read(&name, &bytes, &Asked::default()).unwrap();
                let table = PublishedTable::of(grid);
                let rows: Vec<usize> = table.body().collect();
                for column in 0..table.width() {
                    let filled = rows.iter().any(|row| !table.grid.cell(*row, column).is_empty());
                    let word = table.word(column);
                    let wide =
                        run.contains("--years-as-columns") && word.contains(char::is_numeric);
                    let letter = format!("column {}", table.grid.letters(column));
                    let said = run.contains(&word) || run.contains(&letter);
                    faults.check(!filled || wide || said, || {
                        format!("{}: nothing is said of column {word}", case.display())
                    });
                }
                let number = |before: &str| -> usize {
                    let at = run.find(before).unwrap_or(0);
                    let start =
                        run[..at].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
                    run[start..at].parse().unwrap_or(0)
                };
                let read = number(" rows: ") + number(" row: ");
                let aside = number(" rows that --where") + number(" row that --where");
                let aside = aside + number(" rows of totals") + number(" row of totals");
                let wide = run.contains("-as-columns");
                faults.check(wide || read + aside == rows.len(), || {
                    format!("{}: {read} + {aside} rows of {}", case.display(), rows.len())
                });
            }
        }
    }
    faults.none();
}

/// The sum that an import ends with.
fn sum(printed: &str) -> Option<&str> {
    let is_sum = |line: &&str| line.contains(" to add, ");
    printed.lines().find(is_sum)
}

/// Every table there is: the command that the first look prints does what the look says it does.
#[test]
fn the_command_of_a_first_look_imports_the_table() {
    let mut faults = Faults::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_table =
        |path: &PathBuf| path.extension().is_some_and(|ends| ends != "case" && ends != "outline");
    let mut commands = 0;
    for file in files.filter(is_table) {
        let (project, name) = (project(), file.file_name().unwrap().to_string_lossy());
        fs::copy(&file, project.path().join(&*name)).unwrap();
        let run = |command: &str| play(&format!("  $ {command}\n"), project.path());
        let look = run(&format!("sourceline import {name}"));
        let Some((_, command)) = look.split_once("this imports it:\n") else { continue };
        commands += 1;
        let done = run(command.trim());
        let is_fine = !done.contains("\n  [") && sum(&done).is_some() && sum(&done) == sum(&look);
        faults.check(is_fine, || format!("{name}:\n{look}\n{done}"));
    }
    faults.check(commands > 60, || format!("only {commands} tables have a command"));
    faults.none();
}

/// The cells of a table as a text of commas, each row in its line.
fn as_text(grid: &Grid, other: Option<(usize, usize)>) -> String {
    let mut text = String::new();
    let mut line = 1;
    for row in 0..grid.height() {
        while line < grid.line(row) {
            text.push('\n');
            line += 1;
        }
        let cells = (0..grid.width()).map(|column| match other == Some((row, column)) {
            true => "Qq7".to_string(),
            false => format!("\"{}\"", grid.cell(row, column).replace('"', "\"\"")),
        });
        text += &(cells.collect::<Vec<_>>().join(",") + "\n");
        line += 1;
    }
    text
}

/// So many cells of a table are changed, one after the other.
const CHANGED: usize = 14;

/// Each cell of a table that is another makes a difference, unless its row or its column is named
/// as one that is left out.
#[test]
fn every_cell_that_is_another_makes_a_difference() {
    let mut faults = Faults::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ends| ends == "csv")).collect();
    files.sort();
    let mut changed = 0;
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let Ok(grid) = read(&name, &fs::read(&file).unwrap(), &Asked::default()) else { continue };
        if (0..grid.height()).any(|row| grid.cells(row).any(|cell| cell.contains('\n'))) {
            continue;
        }
        let project = project();
        let run = |command: &str| play(&format!("  $ {command}\n"), project.path());
        let written = |other| {
            fs::write(project.path().join(&name), as_text(&grid, other)).unwrap();
        };
        written(None);
        let look = run(&format!("sourceline import {name}"));
        let Some((_, command)) = look.split_once("this imports it:\n") else { continue };
        let command = format!("{} --dry-run", command.trim());
        let before = run(&command);
        let table = PublishedTable::of(grid.clone());
        let cells = |row: usize| (0..grid.length(row)).map(move |column| (row, column));
        let places: Vec<(usize, usize)> = (0..grid.height()).flat_map(cells).collect();
        let step = places.len().div_ceil(CHANGED).max(1);
        for (row, column) in places.into_iter().step_by(step) {
            written(Some((row, column)));
            changed += 1;
            if run(&command) != before {
                continue;
            }
            let (line, letters) = (grid.line(row), grid.letters(column));
            let is_listed = |shown: &str| {
                let first = shown.split_whitespace().next().unwrap_or_default();
                // `6 cells: 6 to add` is no row.
                first.trim_start_matches(|c: char| c.is_ascii_uppercase()) == line.to_string()
                    && !shown.contains(" to add, ")
            };
            let is_read = table.body().contains(&row) && before.lines().any(is_listed);
            let aside = before.lines().find(|line| line.contains("not used: ")).unwrap_or_default();
            let says = |text: &str| aside.contains(text);
            // A column that is named by its letter may be called anything.
            let by_letter = command.split(' ').any(|word| word == letters);
            if by_letter && table.outline.header.contains(&row) {
                continue;
            }
            let named = match is_read {
                true => {
                    says(&format!("column {letters};"))
                        || says(&format!("column {letters} `"))
                        || aside.ends_with(&format!("column {letters}"))
                }
                false => {
                    says("above the table")
                        || says("below it")
                        || says("--where leaves out")
                        || says("of totals")
                        || says("another table")
                }
            };
            // Rows without a number say so themselves.
            let empty = before
                .lines()
                .filter(|line| is_listed(line))
                .any(|line| line.contains("no number") || line.contains("left out"));
            faults.check(named || empty, || {
                format!("{name}, line {line}, column {letters}: `{}` may be anything\n{command}\n{before}", grid.cell(row, column))
            });
        }
    }
    faults.check(changed > 400, || format!("only {changed} cells"));
    faults.none();
}
