//! Where things stand in a file: the line, the column and the cell of a spreadsheet of each byte.

use std::iter::{from_fn, once};
use std::ops::Range;

use super::landmarks::{Begun, Landmarks};
use super::table::{Row, Table, inner, line_ends};
use crate::problem::Place;

impl Table<'_> {
    /// Where a span of bytes is: line, column, spreadsheet cell.
    pub fn place(&self, bytes: Range<usize>) -> Place {
        let line = self.line(bytes.start);
        let begins = (line.start as usize).max(self.mark());
        let before = self.bytes.get(begins..bytes.start).unwrap_or_default();
        let column = 1 + String::from_utf8_lossy(before).chars().count();
        let file = self.layout.file.label().to_string();
        Place {
            file,
            line: line.number as usize,
            column,
            cell: self.sheet_cell(bytes.start),
            bytes,
        }
    }

    /// Where a cell of the row at `start` is; the row itself if the column is left out.
    pub fn cell_place(&self, start: usize, column: usize) -> Place {
        let (cells, end) = self.record(start);
        let cell = self.positions[column].and_then(|position| cells.get(position));
        self.place(cell.map_or(start..end, |cell| cell.start..cell.end))
    }

    fn sheet_cell(&self, at: usize) -> Option<String> {
        let row = self.row(at)?;
        let (cells, _) = self.record(row.start as usize);
        let column = cells.iter().position(|cell| cell.start <= at && at <= cell.end)?;
        Some(format!("{}{}", letters(column), row.number))
    }

    fn landmarks(&self) -> &[Landmarks; 2] {
        self.landmarks.get_or_init(|| {
            let lines = self.lines_from(Begun::at(0, 1));
            [Landmarks::of(lines), Landmarks::of(self.rows_from(self.header()))]
        })
    }

    /// The line in which a byte lies.
    fn line(&self, at: usize) -> Begun {
        let near = self.landmarks()[0].before(at).expect("a line begins with the file");
        let lines = self.lines_from(near).take_while(|line| line.start as usize <= at);
        lines.last().unwrap_or(near)
    }

    /// The row in which a byte lies, with its number in a spreadsheet, to which a line break in a cell
    /// is none.
    fn row(&self, at: usize) -> Option<Begun> {
        let near = self.landmarks()[1].before(at)?;
        self.rows_from(near).take_while(|row| row.start as usize <= at).last()
    }

    /// Where the row begins that comes after a byte, or the file ends.
    fn next_row(&self, at: usize) -> usize {
        let near = self.landmarks()[1].before(at).unwrap_or_else(|| self.header());
        let mut starts = self.rows_from(near).map(|row| row.start as usize);
        starts.find(|start| *start > at).unwrap_or(self.bytes.len())
    }

    fn header(&self) -> Begun {
        let above = line_ends(&self.bytes[self.first_line()..self.start]).count();
        Begun::at(self.start, 1 + above)
    }

    /// A line and those below it.
    fn lines_from(&self, first: Begun) -> impl Iterator<Item = Begun> {
        let (start, number) = (first.start as usize, first.number as usize);
        let below = line_ends(&self.bytes[start..]).zip(1..);
        once(first).chain(below.map(move |(end, lines)| Begun::at(start + end + 1, number + lines)))
    }

    /// A row and those below it.
    fn rows_from(&self, first: Begun) -> impl Iterator<Item = Begun> {
        let is_header = first.start as usize == self.start;
        let begin = if is_header { self.body } else { first.start as usize };
        let mut rows = self.rows_between(begin, self.stop);
        let (mut last, mut number) = (begin, first.number as usize);
        let below = from_fn(move || {
            let Row { start, end, .. } = rows.read()?;
            number += line_ends(&self.bytes[last..start]).count();
            last = end;
            Some(Begun::at(start, number))
        });
        is_header.then_some(first).into_iter().chain(below)
    }

    /// Where the row begins in which a byte lies.
    pub fn row_start(&self, at: usize) -> Option<usize> {
        Some(self.row(at)?.start as usize)
    }

    /// The cell in which a byte lies; what is between cells, or beyond what is read, counts as one.
    pub fn cell_at(&self, at: usize) -> Option<FoundCell> {
        let start = self.row_start(at)?;
        let (cells, _) = self.record(start);
        let position = cells.iter().position(|cell| cell.start <= at && at <= cell.end);
        let Some(position) = position else {
            let next = self.next_row(at);
            return Some(FoundCell { span: at..next, is_key: false });
        };
        let name = self.record(self.start).0.get(position).map(|cell| self.raw(inner(*cell)));
        let column = name.and_then(|name| self.layout.column(&name));
        let is_text = column.is_none_or(|column| self.layout.texts.contains(&column));
        let is_key = start == self.start || !is_text;
        Some(FoundCell { span: cells[position].start..cells[position].end, is_key })
    }

    /// The header's place, for what is wrong with the whole table.
    pub fn header_place(&self) -> Place {
        self.place(self.start..self.body)
    }
}

/// A cell that was looked up by a byte of it.
pub struct FoundCell {
    pub span: Range<usize>,
    /// It holds the name of a column, or anything but words for people.
    pub is_key: bool,
}

/// A to Z, AA, AB, as a spreadsheet counts columns.
pub fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::dataset::layout;
    use crate::dataset::open::open;
    use crate::dataset::table::Limits;
    use crate::problem::Gathered;

    /// A cell with line breaks in it, a blank line, a long row, and short ones.
    fn row() -> impl Strategy<Value = String> {
        let ending = prop::sample::select(vec!["\n", "\r\n", "\r"]);
        let long = "x".repeat(3000);
        let rows = vec![",".into(), "a,b".into(), "\"a\nb\r\n\",c".into(), "".into(), long];
        (prop::sample::select(rows), ending).prop_map(|(row, ending)| row + ending)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn what_is_not_remembered_is_found(rows in prop::collection::vec(row(), 0..80), marked: bool) {
            let mark = if marked { "\u{feff}sep=,\n\n" } else { "" };
            let text = format!("{mark}id,label,date\n{}", rows.concat());
            let table = open(&layout::EVENTS, text.as_bytes(), Limits::STATED, &mut Gathered::default());
            let lines: Vec<Begun> = table.lines_from(Begun::at(0, 1)).collect();
            let begun: Vec<Begun> = table.rows_from(table.header()).collect();
            let last = |all: &[Begun], at| all.iter().rfind(|one| one.start as usize <= at).copied();
            let near = lines.iter().map(|line| line.start as usize);
            for at in near.flat_map(|start| start.saturating_sub(2)..start + 2) {
                let line = table.line(at);
                prop_assert_eq!(Some(line), last(&lines, at));
                prop_assert_eq!(table.row(at), last(&begun, at));
                let mut starts = begun.iter().map(|row| row.start as usize);
                let next = starts.find(|start| *start > at).unwrap_or(text.len());
                prop_assert_eq!(table.next_row(at), next);
            }
        }
    }
}
