//! Where a row of a table stands in its file, for what is said of it.

use std::collections::HashMap;
use std::ops::Range;

use sourceline::dataset::{DataFile, Dataset};
use sourceline::problem::{Place, Problem};

use super::fate::ImportRow;
use super::frame::Frame;
use super::plan::placed;

/// The file of a table.
pub struct TableFile<'a> {
    label: &'a str,
    /// Of a workbook there is none.
    text: &'a str,
    /// Where its lines begin.
    starts: Vec<usize>,
}

impl<'a> TableFile<'a> {
    pub fn of(label: &'a str, bytes: &'a [u8]) -> TableFile<'a> {
        let text = str::from_utf8(bytes).unwrap_or_default();
        TableFile { label, text, starts: line_starts(text) }
    }

    /// The place of a cell, or of the beginning of its row.
    pub fn place(&self, frame: &Frame, row: usize, column: Option<usize>) -> Place {
        let grid = &frame.table.grid;
        let line = grid.line(row);
        let letters = column.map(|at| grid.letters_of_cell(row, at));
        let number = letters.as_deref().and_then(column_number).unwrap_or(0);
        let found = || {
            let start = *self.starts.get(line.checked_sub(1)?)?;
            let own = self.text[start..].split(['\n', '\r']).next()?;
            let span = cell_span(own, number)?;
            Some((own[..span.start].chars().count() + 1, start + span.start..start + span.end))
        };
        let (column, bytes) = found().unwrap_or((number + 1, 0..0));
        let cell = letters.map(|letters| format!("{letters}{line}"));
        Place { file: self.label.to_string(), line, column, bytes, cell }
    }

    /// Problems of rows that are not written, said of the rows of the table that they are made of.
    pub fn problems(
        &self,
        frame: &Frame,
        data: &Dataset,
        rows: &[ImportRow],
        superseding: bool,
        (problems, after): (Vec<Problem>, &[u8]),
    ) -> Vec<Problem> {
        let (rows, ids) = placed(data, rows, superseding);
        let known: HashMap<&str, &ImportRow> =
            ids.iter().map(String::as_str).zip(rows.iter().map(|one| one.row)).collect();
        let lines: Vec<&[u8]> = after.split(|byte| *byte == b'\n').collect();
        let of_row = |place: &Place| {
            let line = str::from_utf8(lines.get(place.line.checked_sub(1)?)?).ok()?;
            line.split([',', ';', '\t', '"']).find_map(|cell| known.get(cell.trim()).copied())
        };
        let mut told = problems;
        for problem in told.iter_mut().filter(|one| one.place.file == DataFile::Figures.label()) {
            if let Some(row) = of_row(&problem.place) {
                problem.place = self.place(frame, row.row, row.column.or(frame.period));
            }
        }
        told
    }
}

/// 2 of `C`.
fn column_number(letters: &str) -> Option<usize> {
    let digit = |letter: u8| letter.is_ascii_uppercase().then(|| usize::from(letter - b'A') + 1);
    let number = letters
        .bytes()
        .try_fold(0_usize, |sum, letter| sum.checked_mul(26)?.checked_add(digit(letter)?));
    number?.checked_sub(1)
}

/// Where lines begin, whatever ends them.
fn line_starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let later = bytes.iter().enumerate().filter_map(|(at, byte)| {
        let ends = *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
        ends.then_some(at + 1)
    });
    std::iter::once(0).chain(later).collect()
}

/// The bytes of a cell of a line, by its number.
fn cell_span(line: &str, number: usize) -> Option<Range<usize>> {
    let separator = ['\t', ';', '|'].into_iter().find(|mark| line.contains(*mark)).unwrap_or(',');
    let mut quoted = false;
    let mut cuts = vec![0];
    for (at, letter) in line.char_indices() {
        quoted ^= letter == '"';
        if letter == separator && !quoted {
            cuts.push(at + 1);
        }
    }
    let start = *cuts.get(number)?;
    let end = cuts.get(number + 1).map_or(line.len(), |next| next - 1);
    Some(start..end)
}
