//! Bytes to rows with spans. The csv crate gives no spans and mends broken quotes silently, so that
//! rows are cut by [`scan`](super::scan), which tests hold to that crate wherever it may judge.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

use memchr::{memchr_iter, memchr2, memchr2_iter};

use super::landmarks::Landmarks;
use super::layout::Layout;
use super::scan::{Cell, CellForm, Fault, Scan};
use crate::figure::CellText;

/// How much is read; more is refused.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub rows: usize,
    pub cell: usize,
    pub file: usize,
}

impl Limits {
    pub const STATED: Limits = Limits { rows: 2_000_000, cell: 64 << 10, file: 512 << 20 };
}

/// One file, its header understood, its rows not yet read.
#[derive(Debug)]
pub struct Table<'t> {
    pub layout: &'static Layout,
    pub bytes: &'t [u8],
    /// The same as text, if all of it is UTF-8.
    pub text: Option<&'t str>,
    pub separator: u8,
    /// Where the header begins.
    pub start: usize,
    /// Where the header ends.
    pub body: usize,
    /// Where reading stops: at the end, or before a line that is too long.
    pub stop: usize,
    /// About how many lines there are below the header.
    pub lines: usize,
    /// How many cells the header has.
    pub width: usize,
    /// Where each known column stands among the cells.
    pub positions: Vec<Option<usize>>,
    /// Columns that are missed, and have been reported.
    pub lacking: Vec<usize>,
    /// Where a character was found that no cell may have; what such a cell says is not judged.
    pub tainted: Vec<usize>,
    /// Rows can be told apart and have ids: a name that is not found here is unknown.
    pub readable: bool,
    pub limits: Limits,
    /// Of lines and of rows; made when the first problem is found.
    pub landmarks: OnceLock<[Landmarks; 2]>,
}

/// One record with its cells.
pub struct Row<'r, 't> {
    pub table: &'r Table<'t>,
    pub start: usize,
    pub end: usize,
    pub cells: &'r [Cell],
    pub faults: &'r [Fault],
}

/// So many lines are tried before a file is read in one go.
const MOST_GUESSES: usize = 100;

/// To start threads takes longer than to read a smaller file.
pub fn is_large(bytes: &[u8]) -> bool {
    bytes.len() > 1 << 20
}

/// Goes through the rows; what it gives lives until the next is asked for.
pub struct Rows<'r, 't> {
    table: &'r Table<'t>,
    scan: Scan<'t>,
    at: usize,
    /// No row is shown that begins here or later.
    until: usize,
    /// Where the first row begins that is not shown.
    pub reached: Option<usize>,
}

impl<'t> Table<'t> {
    /// The rows below the header; those without any content are passed by.
    pub fn rows(&self) -> Rows<'_, 't> {
        self.rows_between(self.body, self.stop)
    }

    /// The rows that begin in a part of the file, at whose start one begins.
    pub fn rows_between(&self, from: usize, until: usize) -> Rows<'_, 't> {
        Rows {
            table: self,
            scan: Scan::new(&self.bytes[..self.stop], self.separator, Some(self.width)),
            at: from,
            until: if self.readable { until } else { from },
            reached: None,
        }
    }

    /// Where a row of a large file likely begins, about in the middle. Whether one does begin there
    /// is known when the rows above it are read.
    pub fn likely_middle(&self) -> Option<usize> {
        if !is_large(self.bytes) {
            return None;
        }
        let mut at = self.body + (self.stop - self.body) / 2;
        for _ in 0..MOST_GUESSES {
            let rest = &self.bytes[at..self.stop];
            let line = memchr2(b'\n', b'\r', rest)?;
            at += line + line_breaks(&rest[line..]);
            if at < self.stop && self.is_a_record(at) {
                return Some(at);
            }
        }
        None
    }

    /// Is what begins here, read by itself, a record with as many cells as the header?
    fn is_a_record(&self, start: usize) -> bool {
        let mut rows = self.rows_between(start, self.stop);
        rows.advance().is_some() && rows.scan.faults.is_empty()
    }

    /// As many rows as there are lines, but no more than are read or can fit.
    pub fn likely_rows(&self) -> usize {
        let fitting = (self.stop - self.body) / self.width.max(1);
        if self.readable { self.lines.min(self.limits.rows).min(fitting) + 1 } else { 0 }
    }

    /// Reckons how many lines there are, and stops before one that is longer than any row may be.
    /// Gives that line.
    pub fn survey(&mut self) -> Option<Range<usize>> {
        let rest = &self.bytes[self.body..];
        let longest = self.layout.columns.len().max(self.width) * (self.limits.cell + 3);
        let sample = &rest[..rest.len().min(1 << 20)];
        let lines = 1 + line_ends(sample).count();
        let more = rest.len() / sample.len().max(1);
        self.lines = if more > 1 { lines * (more + 1) / 10 * 11 } else { lines };
        // A line that is too long leaves one of these without a break.
        let has_break = |part: &[u8]| memchr2(b'\n', b'\r', part).is_some();
        if rest.chunks_exact(longest / 2).all(has_break) {
            return None;
        }
        let mut from = self.body;
        for at in memchr2_iter(b'\n', b'\r', rest).map(|at| self.body + at).chain([self.stop]) {
            if at - from > longest {
                self.stop = from;
                return Some(from..at);
            }
            from = at + 1;
        }
        None
    }

    /// The record that begins at a byte; for a second look.
    pub fn record(&self, start: usize) -> (Vec<Cell>, usize) {
        let width = (start >= self.body).then_some(self.width);
        let mut scan = Scan::new(self.bytes, self.separator, width);
        let end = scan.record(start);
        (scan.cells, end)
    }

    /// The id of a row with these cells, as far as it can be told.
    pub fn likely_id(&self, cells: &[Cell]) -> String {
        let cell = self.positions[0].and_then(|position| cells.get(position));
        let raw = cell.map_or_else(Default::default, |cell| self.raw(cell.start..cell.end));
        raw.chars().filter(|c| c.is_ascii_graphic() && *c != '"').collect()
    }

    /// Where the record at `start` ends, if every quote of its line is closed on it.
    pub fn whole_line_end(&self, start: usize) -> Option<usize> {
        let rest = self.bytes.get(start..)?;
        let line = memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let quotes = memchr_iter(b'"', &rest[..line]).count();
        quotes.is_multiple_of(2).then_some(start + line)
    }

    pub fn raw(&self, span: Range<usize>) -> Cow<'t, str> {
        match self.text {
            Some(text) => Cow::Borrowed(text.get(span).unwrap_or_default()),
            None => String::from_utf8_lossy(self.bytes.get(span).unwrap_or_default()),
        }
    }

    pub fn borrowed(&self, span: Range<usize>) -> Option<&'t str> {
        match self.text {
            Some(text) => text.get(span),
            None => str::from_utf8(self.bytes.get(span)?).ok(),
        }
    }

    /// What a cell says with its quotes taken off, doubled ones left as they are; `None` if a
    /// fault or a forbidden character keeps it from saying anything.
    pub fn plain(&self, cell: Cell) -> Option<&'t str> {
        if cell.start == cell.end {
            return Some("");
        }
        if cell.form == CellForm::Broken || (!self.tainted.is_empty() && self.is_tainted(cell)) {
            return None;
        }
        self.borrowed(inner(cell))
    }

    pub fn is_tainted(&self, cell: Cell) -> bool {
        let first = self.tainted.partition_point(|at| *at < cell.start);
        self.tainted.get(first).is_some_and(|at| *at < cell.end)
    }

    pub fn words(&self, cell: Cell) -> CellText<'t> {
        if cell.start == cell.end {
            return CellText::default();
        }
        let text = self.borrowed(inner(cell)).unwrap_or_default();
        match cell.form {
            CellForm::Escaped => text.replace("\"\"", "\"").into(),
            _ => text.into(),
        }
    }

    /// The length of the byte order mark.
    pub fn mark(&self) -> usize {
        if self.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
    }
}

pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The span of a cell without its quotes.
pub fn inner(cell: Cell) -> Range<usize> {
    match cell.form {
        CellForm::Quoted | CellForm::Escaped => {
            // Blanks before the quote are a fault, so the quote is the first byte.
            cell.start + 1..cell.end.saturating_sub(1).max(cell.start + 1)
        }
        CellForm::Bare | CellForm::Broken => cell.start..cell.end,
    }
}

impl<'r, 't> Rows<'r, 't> {
    pub fn read(&mut self) -> Option<Row<'_, 't>> {
        let (start, end) = loop {
            let (start, end) = self.advance()?;
            if !self.is_blank(start, end) {
                break (start, end);
            }
        };
        let (cells, faults) = (&self.scan.cells[..], &self.scan.faults[..]);
        Some(Row { table: self.table, start, end, cells, faults })
    }

    fn advance(&mut self) -> Option<(usize, usize)> {
        let start = self.at + line_breaks(&self.table.bytes[self.at..self.table.stop]);
        if start >= self.until {
            self.reached = Some(start);
            return None;
        }
        let end = self.scan.record(start);
        if end - start > self.table.limits.cell {
            self.refuse_long_cells();
        }
        self.at = end;
        Some((start, end))
    }

    fn refuse_long_cells(&mut self) {
        let limit = self.table.limits.cell;
        for cell in self.scan.cells.iter_mut().filter(|cell| cell.form != CellForm::Broken) {
            if inner(*cell).len() > limit {
                cell.form = CellForm::Broken;
                self.scan.faults.push(Fault::LongCell { start: cell.start, end: cell.end });
            }
        }
    }

    /// A line of blanks and separators has nothing to say.
    fn is_blank(&self, start: usize, end: usize) -> bool {
        let separator = self.table.separator;
        let nothing = |byte: &u8| *byte == separator || *byte == b' ';
        self.table.bytes[start..end].iter().all(nothing)
    }
}

impl Table<'_> {
    /// Where a spreadsheet's first row begins: a `sep=` line is none.
    pub fn first_line(&self) -> usize {
        let start = self.mark();
        match self.separator_line() {
            Some(span) => {
                let after = &self.bytes[span.end..];
                let length = line_ends(after).next().map_or(after.len(), |at| at + 1);
                span.end + length
            }
            None => start,
        }
    }

    /// The line `sep=;` that some spreadsheets write above the header.
    pub fn separator_line(&self) -> Option<Range<usize>> {
        let start = self.mark();
        separator_line(self.bytes, start).map(|(span, _)| span)
    }
}

/// The span of a `sep=;` line at the top, and the separator it names.
pub fn separator_line(bytes: &[u8], start: usize) -> Option<(Range<usize>, u8)> {
    let line = bytes.get(start..)?;
    let line = &line[..line_ends_from(line)];
    let plain: Vec<u8> = line.iter().copied().filter(|byte| *byte != b'"').collect();
    let named = plain.get(4..).filter(|_| plain[..4].eq_ignore_ascii_case(b"sep="))?;
    let separator = match named {
        [] => b',',
        [b'\\', b't'] => b'\t',
        [one, ..] => *one,
    };
    (named.len() <= 2).then_some((start..start + line.len(), separator))
}

/// How many bytes of line endings there are at the start.
fn line_breaks(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count()
}

fn line_ends_from(bytes: &[u8]) -> usize {
    memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len())
}

/// The last byte of every line ending: LF, CRLF or CR.
pub fn line_ends(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
}
