//! A file is opened: its encoding, its separator and its header are understood, or it is said
//! why they cannot be.

use std::sync::OnceLock;

use super::cells::shown;
use super::encoding;
use super::layout::Layout;
use super::merge::merge_marks;
use super::scan::{Cell, Scan};
use super::table::{BYTE_ORDER_MARK, Limits, Table, inner, is_large, separator_line};
use crate::nearest::nearest;
use crate::problem::{Gathered, Place, Problem, Rule};

pub fn open<'t>(
    layout: &'static Layout,
    bytes: &'t [u8],
    limits: Limits,
    problems: &mut Gathered,
) -> Table<'t> {
    let mut table = Table {
        layout,
        bytes,
        text: None,
        separator: b',',
        start: 0,
        body: 0,
        stop: bytes.len(),
        lines: 0,
        width: 0,
        positions: vec![None; layout.columns.len()],
        lacking: Vec::new(),
        tainted: Vec::new(),
        readable: false,
        limits,
        landmarks: OnceLock::new(),
    };
    if let Some(refusal) = refuse(layout, bytes, limits) {
        (table.bytes, table.stop) = (&[], 0);
        problems.push(refusal);
        return table;
    }
    let odd;
    (table.text, odd) = if is_large(bytes) {
        rayon::join(|| str::from_utf8(bytes).ok(), || encoding::odd_stretches(bytes))
    } else {
        (str::from_utf8(bytes).ok(), encoding::odd_stretches(bytes))
    };
    let named = find_start(&mut table, problems);
    if table.start >= bytes.len() {
        table.body = table.start;
        problems.push(empty(&table));
        return table;
    }
    let header = read_header(&mut table, named, problems);
    if let Some(line) = table.survey() {
        problems.push(long_line(&table, line));
    }
    // Rows are cut for the places of the problems that follow.
    table.readable = true;
    table.landmarks = OnceLock::new();
    encoding::examine(&mut table, &odd, problems);
    table.readable = name_columns(&mut table, &header, problems);
    // A table with another reading has other rows.
    table.landmarks = OnceLock::new();
    table
}

fn refuse(layout: &Layout, bytes: &[u8], limits: Limits) -> Option<Problem> {
    let file = layout.file.label().to_string();
    let place = Place { file: file.clone(), line: 1, column: 1, bytes: 0..0, cell: None };
    if bytes.len() > limits.file {
        // How many there are in all is not known here: nobody reads further.
        let message = format!("the file has more than the {} bytes that are read", limits.file);
        let hint = "split the data into several projects";
        return Some(Rule::Limit.at(place, message).hint(hint));
    }
    if let Some(what) = encoding::no_text(bytes) {
        let message = format!("the file is {what}, not a table in text");
        return Some(Rule::NoText.at(place, message).hint(encoding::NO_TEXT_HINT));
    }
    if let Some(marks) = merge_marks(&file, bytes) {
        return Some(marks);
    }
    encoding::is_utf16(bytes).then(|| {
        let message = "the file is in UTF-16, two bytes a letter; only UTF-8 is read";
        Rule::Utf16
            .at(place, message)
            .hint("save it as UTF-8 (in Excel: CSV UTF-8, not Unicode text)")
    })
}

/// Passes over the byte order mark, a `sep=` line and blank lines.
fn find_start(table: &mut Table, problems: &mut Gathered) -> Option<u8> {
    let bytes = table.bytes;
    let mut at = if bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let mut named = None;
    if let Some((line, separator)) = separator_line(bytes, at) {
        at = line.end;
        named = Some(separator);
        let message = format!(
            "{} is an instruction to a spreadsheet, not part of the table",
            shown(&table.raw(line.clone()))
        );
        let place = Place {
            file: table.layout.file.label().to_string(),
            line: 1,
            column: 1,
            bytes: line,
            cell: None,
        };
        let hint = match separator {
            b',' => "delete the line".to_string(),
            _ => "delete the line and save the file with commas between the cells".to_string(),
        };
        problems.push(Rule::SeparatorLine.at(place, message).hint(hint));
    }
    let rest = &bytes[at..];
    at += rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r' | b' ')).count();
    // Blanks belong to a line only if nothing else does.
    while at > 0 && bytes[at - 1] == b' ' && at < bytes.len() {
        at -= 1;
    }
    table.start = at;
    named
}

fn long_line(table: &Table, line: std::ops::Range<usize>) -> Problem {
    let message = format!(
        "the line has {} bytes, more than any row may have, and nothing below it is read",
        line.len()
    );
    Rule::Limit.at(table.place(line), message).hint("break it into rows, or shorten its cells")
}

fn empty(table: &Table) -> Problem {
    let file = table.layout.file.label().to_string();
    let place = Place { file, line: 1, column: 1, bytes: 0..0, cell: None };
    Rule::MissingHeader
        .at(place, "the file is empty, so there is nothing to read")
        .hint(format!("begin it with the line {}", table.layout.columns.join(",")))
}

fn scan_header(table: &Table, separator: u8) -> (Vec<Cell>, usize, bool) {
    let mut scan = Scan::new(table.bytes, separator, None);
    let end = scan.record(table.start);
    (scan.cells, end, scan.faults.is_empty())
}

/// Settles the separator: the one that makes most of the header known.
fn read_header(table: &mut Table, named: Option<u8>, problems: &mut Gathered) -> Vec<Cell> {
    let known = |separator: u8| {
        let (cells, _, _) = scan_header(table, separator);
        let name = |cell: &Cell| table.raw(inner(*cell)).trim().to_ascii_lowercase();
        cells.iter().filter(|cell| table.layout.column(&name(cell)).is_some()).count()
    };
    let mut separator = b',';
    for other in named.into_iter().chain([b';', b'\t', b'|']) {
        if known(other) > known(separator) {
            separator = other;
        }
    }
    let (cells, end, _) = scan_header(table, separator);
    table.separator = separator;
    table.body = end;
    table.width = cells.len();
    if separator != b',' && named.is_none() {
        let at = cells.first().map_or(table.start, |cell| cell.end);
        let word = match separator {
            b';' => "semicolons",
            b'\t' => "tabs",
            _ => "bars",
        };
        let names: Vec<_> = cells.iter().map(|cell| table.raw(inner(*cell))).collect();
        let message = format!("cells are separated by {word}; only commas are read as separators");
        let hint = format!(
            "save the file with commas between the cells, as `sourceline fix --write` does where each comma is sure: {}",
            shown(&names.join(","))
        );
        problems.push(Rule::Separator.at(header_spot(table, at), message).hint(hint));
    }
    cells
}

/// A place in the header, before the rows can be told apart.
fn header_spot(table: &Table, at: usize) -> Place {
    let place = table.place(at..at + 1);
    Place { cell: None, ..place }
}

/// Gives every known column its place; `false` if rows then say nothing.
fn name_columns(table: &mut Table, header: &[Cell], problems: &mut Gathered) -> bool {
    let layout = table.layout;
    let names: Vec<String> = header
        .iter()
        .map(|cell| table.raw(inner(*cell)).chars().filter(|c| !encoding::is_hidden(*c)).collect())
        .collect();
    let mut unknown = Vec::new();
    for (position, name) in names.iter().enumerate() {
        match layout.column(name) {
            Some(column) if table.positions[column].is_none() => {
                table.positions[column] = Some(position);
            }
            Some(_) => {
                let message =
                    format!("the column {} is there twice, and the two may differ", shown(name));
                let hint = "delete or rename one of the two; only the first is read";
                let place = table.place(header[position].start..header[position].end);
                problems.push(Rule::DuplicateColumn.at(place, message).hint(hint));
            }
            None => unknown.push(position),
        }
    }
    let likely: Vec<Option<usize>> = unknown
        .iter()
        .map(|position| {
            let near = nearest(names[*position].trim(), layout.columns.iter().copied());
            near.and_then(|name| layout.column(name))
        })
        .collect();
    if unknown.len() == header.len() && likely.iter().all(Option::is_none) {
        problems.push(no_header(table, &names));
        return false;
    }
    let unnamed = names.iter().filter(|name| name.trim().is_empty()).count();
    let mut told = false;
    for (position, likely) in unknown.into_iter().zip(likely) {
        if names[position].trim().is_empty() && std::mem::replace(&mut told, true) {
            continue;
        }
        let span = header[position].start..header[position].end;
        let tainted = table.is_tainted(header[position]);
        if let Some(column) = likely.filter(|column| table.positions[*column].is_none()) {
            table.positions[column] = Some(position);
        }
        if tainted {
            continue;
        }
        let hint = match (likely, names[position].trim()) {
            (Some(column), _) => format!("write `{}`", layout.columns[column]),
            (None, "") => {
                "delete it in every row where a spreadsheet added it empty, or name it".to_string()
            }
            (None, _) => format!("the columns are {}", layout.columns.join(", ")),
        };
        let message = match names[position].trim() {
            "" if unnamed > 1 => {
                format!("{unnamed} columns have no name, so nobody knows what is in them")
            }
            "" => "a column has no name, so nobody knows what is in it".to_string(),
            _ => format!(
                "{} is not the name of a column, so what is in it would be lost",
                shown(&names[position])
            ),
        };
        let place = table.place(span);
        problems.push(Rule::UnknownColumn.at(place, message).hint(hint));
    }
    missing_columns(table, problems);
    table.positions[0].is_some()
}

fn no_header(table: &Table, names: &[String]) -> Problem {
    let layout = table.layout;
    let message = format!(
        "the first line, {}, names no column, so nothing below it can be read",
        shown(&names.join(","))
    );
    Rule::MissingHeader
        .at(table.header_place(), message)
        .hint(format!("begin the file with the line {}", layout.columns.join(",")))
}

fn missing_columns(table: &mut Table, problems: &mut Gathered) {
    let layout = table.layout;
    let mut lacking: Vec<usize> = layout.required.to_vec();
    lacking.retain(|column| table.positions[*column].is_none());
    let without_any = layout.one_of.iter().all(|column| table.positions[*column].is_none());
    lacking.extend(layout.one_of.first().filter(|_| without_any));
    for column in &lacking {
        let name = layout.columns[*column];
        let message =
            format!("there is no column `{name}`, and no {} without it", layout.file.noun());
        problems.push(
            Rule::MissingColumn
                .at(table.header_place(), message)
                .hint(format!("add `{name}` to the header line, and a cell to every row")),
        );
    }
    table.lacking = lacking;
}
