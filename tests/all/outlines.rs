//! Tables in the manners of those who publish them: `tests/tables/NAME.outline` says what must be read
//! of the file beside it. All are made up.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::folder::project;
use sourceline::tables::{Asked, Grid, Outline, read};

/// The lines of a case, `KEY: VALUE`, in their order.
struct TableCase {
    path: PathBuf,
    lines: Vec<(String, String)>,
}

impl TableCase {
    fn read(path: PathBuf) -> TableCase {
        let text = fs::read_to_string(&path).unwrap();
        let line = |line: &str| {
            let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("{path:?}: {line}"));
            (key.to_string(), value.to_string())
        };
        let lines = text.lines().map(line).collect();
        TableCase { path, lines }
    }

    fn all<'c>(&'c self, key: &'c str) -> impl Iterator<Item = &'c str> {
        self.lines.iter().filter(move |(own, _)| own == key).map(|(_, value)| value.as_str())
    }

    fn one<'c>(&'c self, key: &'c str) -> Option<&'c str> {
        self.all(key).next()
    }

    /// What is read of its file, in the words of a case, without what it leaves unsaid.
    fn found(&self) -> Vec<(String, String)> {
        let file = self.path.with_file_name(self.one("file").expect("a case names its file"));
        let asked = Asked {
            sheet: self.one("sheet").map(str::to_string),
            range: self.one("range").map(str::to_string),
        };
        let bytes = fs::read(&file).unwrap();
        let mut found: Vec<(String, String)> = self
            .lines
            .iter()
            .filter(|(key, _)| matches!(key.as_str(), "file" | "about" | "sheet" | "range"))
            .cloned()
            .collect();
        let mut say = |key: &str, value: String| found.push((key.to_string(), value));
        let grid = match read("table", &bytes, &asked) {
            Ok(grid) => grid,
            Err(problem) => {
                let told = self.one("refused").unwrap_or_default();
                let whole = format!("{} at line {}", problem.rule, problem.place.line);
                let words = format!("{}: {}", problem.rule, problem.message);
                say("refused", if told.contains(": ") { words } else { whole });
                return found;
            }
        };
        let outline = Outline::of(&grid);
        say("titles", outline.titles.len().to_string());
        say("columns", outline.columns.join("; "));
        say("body", outline.body.len().to_string());
        for (key, row) in [("first", outline.body.start), ("last", outline.body.end.max(1) - 1)] {
            if self.one(key).is_some() {
                say(key, row_of(&grid, row));
            }
        }
        say("notes", outline.notes.len().to_string());
        if !outline.rest.is_empty() {
            say("rest", outline.rest.len().to_string());
        }
        let cells = || {
            let cells = |row: usize| (0..grid.length(row)).map(move |column| (row, column));
            (0..grid.height()).flat_map(cells)
        };
        let place =
            |(row, column): (usize, usize)| format!("{}{}", grid.letters(column), grid.line(row));
        for (row, column) in cells() {
            let at = place((row, column));
            if let Some(format) = grid.unshown(row, column) {
                say("unshown", format!("{at} {format}"));
            } else if let Some(stored) =
                grid.stored(row, column).filter(|_| self.one("stored").is_some())
            {
                say("stored", format!("{at} {stored}"));
            }
        }
        grid.remarks.iter().for_each(|remark| say("remark", remark.to_string()));
        found.sort_by_key(|(key, _)| ORDER.iter().position(|own| own == key));
        found
    }
}

const ORDER: [&str; 14] = [
    "file", "about", "sheet", "range", "refused", "titles", "columns", "body", "first", "last",
    "notes", "rest", "stored", "unshown",
];

/// The cells of a row with bars between them, without empty ones at its end.
fn row_of(grid: &Grid, row: usize) -> String {
    let cells: Vec<_> = (0..grid.extent(row)).map(|column| grid.cell(row, column)).collect();
    cells.join("|").replace('\n', "\\n")
}

/// What an import comes to, as it says itself: the sum of its rows, or what it asks.
fn comes_to(case: &TableCase, options: &str) -> String {
    let folder = project();
    let file = case.one("file").unwrap();
    fs::copy(case.path.with_file_name(file), folder.path().join(file)).unwrap();
    let mut words = Vec::new();
    for (at, part) in options.split('"').enumerate() {
        // A word with blanks in it stands in quotes.
        match at % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_string)),
            _ => words.push(part.to_string()),
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_sourceline"))
        .current_dir(folder.path())
        .args(["import", file, "--new-series", "--title", "Made up", "--dry-run"])
        .args((!options.contains("--unit")).then_some(["--unit", "number"]).into_iter().flatten())
        .args(
            (!options.contains("--nature")).then_some(["--nature", "ratio"]).into_iter().flatten(),
        )
        .args(
            (!options.contains("--source"))
                .then_some(["--source", "club-2022"])
                .into_iter()
                .flatten(),
        )
        .args(words)
        .output()
        .unwrap();
    let (out, err) =
        (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let is_sum =
        |line: &&str| line.contains(" to add, ") && line.starts_with(|c: char| c.is_ascii_digit());
    match out.lines().chain(err.lines()).find(is_sum) {
        Some(sum) if output.status.success() => sum.to_string(),
        _ => format!(
            "asked ({})",
            err.lines().find(|line| line.starts_with("error")).unwrap_or(&err)
        ),
    }
}

/// Rows are taken, asked about or refused as a person who reads the table would have it.
#[test]
fn tables_of_publishers_are_imported_as_they_are_meant() {
    let mut amiss = Vec::new();
    let (mut runs, mut asked) = (0, 0);
    for case in &cases() {
        for (options, expected) in case.all("import").zip(case.all("comes to")) {
            let found = comes_to(case, options);
            runs += 1;
            asked += usize::from(expected == "asked");
            if found != expected && !(expected == "asked" && found.starts_with("asked")) {
                amiss.push(format!(
                    "{}: {options}\n  - {expected}\n  + {found}\n",
                    case.path.display()
                ));
            }
        }
    }
    println!("{runs} imports: {} as a whole, {asked} asked or refused", runs - asked);
    assert!(runs >= 80 && amiss.is_empty(), "{} of {runs}:\n{}", amiss.len(), amiss.join(""));
}

fn cases() -> Vec<TableCase> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tables");
    let mut paths: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.retain(|path| path.extension().is_some_and(|ends| ends == "outline"));
    paths.into_iter().map(TableCase::read).collect()
}

#[test]
fn tables_of_publishers_are_read_as_they_are_meant() {
    let cases = cases();
    assert!(cases.len() >= 60, "only {} tables", cases.len());
    let mut amiss = Vec::new();
    for case in &cases {
        let mut expected = case.lines.clone();
        expected.retain(|(key, _)| !matches!(key.as_str(), "import" | "comes to"));
        expected.sort_by_key(|(key, _)| {
            // What is told comes last.
            ORDER.iter().position(|own| own == key).unwrap_or(ORDER.len())
        });
        let mut found = case.found();
        found
            .sort_by_key(|(key, _)| ORDER.iter().position(|own| own == key).unwrap_or(ORDER.len()));
        if found != expected {
            let missed = expected.iter().filter(|line| !found.contains(line));
            let other = found.iter().filter(|line| !expected.contains(line));
            let words =
                |sign: &str, (key, value): &(String, String)| format!("  {sign} {key}: {value}\n");
            let lines: String = missed
                .map(|line| words("-", line))
                .chain(other.map(|line| words("+", line)))
                .collect();
            amiss.push(format!("{}\n{lines}", case.path.display()));
        }
    }
    assert!(amiss.is_empty(), "{} of {} tables:\n{}", amiss.len(), cases.len(), amiss.join(""));
}
