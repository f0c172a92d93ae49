//! Bytes to rows with spans: the only room that knows CSV.
//!
//! The csv crate cuts the bytes into lines and cells; it is told nothing of quotes, because it
//! mends broken ones silently. A record with quotes is read again by [`scan`](super::scan), and
//! lines that a quoted cell runs over are passed by.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use std::sync::mpsc::{channel, sync_channel};
use std::thread;

use csv::{ByteRecord, Reader, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr2, memchr2_iter};

use super::layout::Layout;
use super::scan::{Cell, Fault, Form, Scan};
use crate::figure::Text;
use crate::problem::Place;

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
    /// How many lines there are below the header, or a little more.
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
    pub map: OnceLock<Map>,
}

/// One record with its cells.
pub struct Row<'r, 't> {
    pub table: &'r Table<'t>,
    pub start: usize,
    pub end: usize,
    pub cells: &'r [Cell],
    pub faults: &'r [Fault],
}

/// Rows that were cut on one thread and are judged on another.
#[derive(Default)]
struct Batch {
    rows: Vec<Cut>,
    cells: Vec<Cell>,
    faults: Vec<Fault>,
}

/// A row of a batch, and where its cells and faults end among those of the batch.
struct Cut {
    start: usize,
    end: usize,
    cells: usize,
    faults: usize,
}

/// A batch fits into a cache.
const BATCH_ROWS: usize = 512;
const BATCHES: usize = 4;

/// To start threads takes longer than to read a smaller file.
pub fn is_large(bytes: &[u8]) -> bool {
    bytes.len() > 1 << 20
}

/// Goes through the rows; what it gives lives until the next is asked for.
pub struct Rows<'r, 't> {
    table: &'r Table<'t>,
    reader: Reader<&'t [u8]>,
    record: ByteRecord,
    cells: Vec<Cell>,
    faults: Vec<Fault>,
    resume: usize,
    ended: bool,
}

impl<'t> Table<'t> {
    /// The rows below the header; those without any content are passed by.
    pub fn rows(&self) -> Rows<'_, 't> {
        let mut builder = ReaderBuilder::new();
        builder.quoting(false).flexible(true).has_headers(false).delimiter(self.separator);
        Rows {
            table: self,
            reader: builder.from_reader(&self.bytes[self.start..self.stop]),
            record: ByteRecord::with_capacity(512, 32),
            cells: Vec::with_capacity(self.width),
            faults: Vec::new(),
            resume: self.body,
            ended: !self.readable,
        }
    }

    /// Shows every row in turn, until `see` has seen enough. Large files are cut on a thread of
    /// their own, one batch ahead.
    pub fn each_row(&self, mut see: impl FnMut(&Row<'_, 't>) -> bool) {
        if is_large(self.bytes) && self.each_row_of_batches(&mut see) {
            return;
        }
        let mut rows = self.rows();
        while let Some(row) = rows.read() {
            if !see(&row) {
                break;
            }
        }
    }

    /// `false` if there is no thread to be had.
    fn each_row_of_batches(&self, see: &mut impl FnMut(&Row<'_, 't>) -> bool) -> bool {
        let (full, to_judge) = sync_channel::<Batch>(BATCHES);
        let (empty, to_fill) = channel::<Batch>();
        thread::scope(|scope| {
            let cutter = thread::Builder::new().name("cutter".into());
            let cutting = cutter.spawn_scoped(scope, move || {
                let mut rows = self.rows();
                let mut more = true;
                while more {
                    let mut batch: Batch = to_fill.try_recv().unwrap_or_default();
                    more = rows.fill(&mut batch);
                    if full.send(batch).is_err() {
                        break;
                    }
                }
            });
            if cutting.is_err() {
                return false;
            }
            for batch in to_judge {
                if !batch.rows(self).all(|row| see(&row)) {
                    break;
                }
                // Without a cutter there is nothing left to fill.
                let _ = empty.send(batch);
            }
            true
        })
    }

    /// As many rows as there are lines, but no more than are read or can fit.
    pub fn likely_rows(&self) -> usize {
        let fitting = (self.stop - self.body) / self.width.max(1);
        if self.readable { self.lines.min(self.limits.rows).min(fitting) + 1 } else { 0 }
    }

    /// Counts the lines, and stops before one that is longer than any row may be: the csv crate
    /// would take it whole, however long it is. Gives that line.
    pub fn survey(&mut self) -> Option<Range<usize>> {
        let rest = &self.bytes[self.body..];
        let longest = self.layout.columns.len().max(self.width) * (self.limits.cell + 3);
        let feeds = memchr_iter(b'\n', rest).count();
        // Lines that end in CR alone are few, or all.
        self.lines = if feeds < 2 { memchr_iter(b'\r', rest).count() } else { feeds };
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
        let (mut cells, mut faults) = (Vec::new(), Vec::new());
        let width = (start >= self.body).then_some(self.width);
        let (bytes, separator) = (self.bytes, self.separator);
        let end =
            Scan { bytes, separator, width, cells: &mut cells, faults: &mut faults }.record(start);
        (cells, end)
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
        if cell.form == Form::Broken || (!self.tainted.is_empty() && self.is_tainted(cell)) {
            return None;
        }
        self.borrowed(inner(cell))
    }

    pub fn is_tainted(&self, cell: Cell) -> bool {
        let first = self.tainted.partition_point(|at| *at < cell.start);
        self.tainted.get(first).is_some_and(|at| *at < cell.end)
    }

    pub fn words(&self, cell: Cell) -> Text<'t> {
        if cell.start == cell.end {
            return Text::default();
        }
        let text = self.borrowed(inner(cell)).unwrap_or_default();
        match cell.form {
            Form::Escaped => text.replace("\"\"", "\"").into(),
            _ => text.into(),
        }
    }

    /// Where a span of bytes is: line, column, spreadsheet cell.
    pub fn place(&self, bytes: Range<usize>) -> Place {
        let map = self.map.get_or_init(|| Map::of(self));
        let (line, line_start) = map.line(bytes.start);
        let before = self.bytes.get(line_start.max(self.mark())..bytes.start).unwrap_or_default();
        let column = 1 + String::from_utf8_lossy(before).chars().count();
        let file = self.layout.label.to_string();
        Place { file, line, column, cell: self.sheet_cell(map, bytes.start), bytes }
    }

    /// Where a cell of the row at `start` is; the row itself if the column is left out.
    pub fn cell_place(&self, start: usize, column: usize) -> Place {
        let (cells, end) = self.record(start);
        let cell = self.positions[column].and_then(|position| cells.get(position));
        self.place(cell.map_or(start..end, |cell| cell.start..cell.end))
    }

    /// The length of the byte order mark.
    fn mark(&self) -> usize {
        if self.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 }
    }

    fn sheet_cell(&self, map: &Map, at: usize) -> Option<String> {
        let (start, number) = map.row(at)?;
        let (cells, _) = self.record(start);
        let column = cells.iter().position(|cell| cell.start <= at && at <= cell.end)?;
        Some(format!("{}{number}", letters(column)))
    }

    /// The cell in which a byte lies; what is between cells, or beyond what is read, counts as one.
    pub fn cell_at(&self, at: usize) -> Option<Found> {
        let map = self.map.get_or_init(|| Map::of(self));
        let (start, _) = map.row(at)?;
        let (cells, _) = self.record(start);
        let position = cells.iter().position(|cell| cell.start <= at && at <= cell.end);
        let Some(position) = position else {
            let next = map.next_row(at).unwrap_or(self.bytes.len());
            return Some(Found { span: at..next, is_key: false });
        };
        let name = self.record(self.start).0.get(position).map(|cell| self.raw(inner(*cell)));
        let column = name.and_then(|name| self.layout.column(&name));
        let is_text = column.is_none_or(|column| self.layout.texts.contains(&column));
        let is_key = start == self.start || !is_text;
        Some(Found { span: cells[position].start..cells[position].end, is_key })
    }

    /// The header's place, for what is wrong with the whole table.
    pub fn header_place(&self) -> Place {
        self.place(self.start..self.body)
    }
}

/// A cell that was looked up by a byte of it.
pub struct Found {
    pub span: Range<usize>,
    /// It holds the name of a column, or anything but words for people.
    pub is_key: bool,
}

pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The span of a cell without its quotes.
pub fn inner(cell: Cell) -> Range<usize> {
    match cell.form {
        Form::Quoted | Form::Escaped => {
            // Blanks before the quote are a fault, so the quote is the first byte.
            cell.start + 1..cell.end.saturating_sub(1).max(cell.start + 1)
        }
        Form::Bare | Form::Broken => cell.start..cell.end,
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
        let (cells, faults) = (&self.cells[..], &self.faults[..]);
        Some(Row { table: self.table, start, end, cells, faults })
    }

    /// Fills a batch with the next rows; `false` if they were the last.
    fn fill(&mut self, batch: &mut Batch) -> bool {
        batch.rows.clear();
        batch.cells.clear();
        batch.faults.clear();
        while batch.rows.len() < BATCH_ROWS {
            let Some(Row { start, end, cells, faults, .. }) = self.read() else { return false };
            batch.cells.extend_from_slice(cells);
            batch.faults.extend_from_slice(faults);
            let (cells, faults) = (batch.cells.len(), batch.faults.len());
            batch.rows.push(Cut { start, end, cells, faults });
        }
        true
    }

    fn advance(&mut self) -> Option<(usize, usize)> {
        let bytes = self.table.bytes;
        let start = loop {
            // Reading from memory cannot fail, and a flexible reader takes any number of cells.
            if self.ended || !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
                self.ended = true;
                return None;
            }
            let position = self.record.position().map_or(0, |position| position.byte() as usize);
            let at = self.table.start + position;
            let breaks = bytes[at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
            let start = at + breaks.count();
            if start >= self.resume {
                break start;
            }
        };
        self.cells.clear();
        self.faults.clear();
        let end = match memchr(b'"', self.record.as_slice()) {
            None => self.cut(start),
            Some(_) => {
                let mut scan = Scan {
                    bytes,
                    separator: self.table.separator,
                    width: Some(self.table.width),
                    cells: &mut self.cells,
                    faults: &mut self.faults,
                };
                scan.record(start)
            }
        };
        if end - start > self.table.limits.cell {
            self.refuse_long_cells();
        }
        self.resume = end;
        Some((start, end))
    }

    /// The cells of a record without quotes: those of the csv crate, moved to where they lie.
    fn cut(&mut self, start: usize) -> usize {
        let mut at = start;
        for length in self.record.iter().map(<[u8]>::len) {
            self.cells.push(Cell { start: at, end: at + length, form: Form::Bare });
            at += length + 1;
        }
        if self.cells.len() != self.table.width {
            self.faults.push(Fault::Ragged { cells: self.cells.len() });
        }
        at - 1
    }

    fn refuse_long_cells(&mut self) {
        let limit = self.table.limits.cell;
        for cell in self.cells.iter_mut().filter(|cell| cell.form != Form::Broken) {
            if inner(*cell).len() > limit {
                cell.form = Form::Broken;
                self.faults.push(Fault::LongCell { start: cell.start, end: cell.end });
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

impl Batch {
    fn rows<'b, 't>(&'b self, table: &'b Table<'t>) -> impl Iterator<Item = Row<'b, 't>> {
        let (mut cells_from, mut faults_from) = (0, 0);
        self.rows.iter().map(move |cut| {
            let cells = &self.cells[cells_from..cut.cells];
            let faults = &self.faults[faults_from..cut.faults];
            (cells_from, faults_from) = (cut.cells, cut.faults);
            Row { table, start: cut.start, end: cut.end, cells, faults }
        })
    }
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

/// Where lines and rows begin; made when the first problem is found.
#[derive(Debug)]
pub struct Map {
    lines: Vec<u32>,
    rows: Vec<u32>,
    numbers: Vec<u32>,
}

impl Map {
    fn of(table: &Table) -> Map {
        let bytes = table.bytes;
        let mut lines = vec![0];
        lines.extend(line_ends(bytes).map(|at| at as u32 + 1));
        let mut map = Map { lines, rows: Vec::new(), numbers: Vec::new() };
        let mut number = 1 + line_ends(&bytes[table.first_line()..table.start]).count();
        let mut last = table.body;
        map.push(table.start, number);
        let mut rows = table.rows();
        while let Some(row) = rows.read() {
            number += line_ends(&bytes[last..row.start]).count();
            map.push(row.start, number);
            last = row.end;
        }
        map
    }

    fn push(&mut self, start: usize, number: usize) {
        self.rows.push(start as u32);
        self.numbers.push(number as u32);
    }

    /// The number of the line in which a byte lies, and where that line begins.
    fn line(&self, at: usize) -> (usize, usize) {
        let number = self.lines.partition_point(|start| *start as usize <= at).max(1);
        (number, self.lines[number - 1] as usize)
    }

    /// Where the row begins that comes after a byte.
    fn next_row(&self, at: usize) -> Option<usize> {
        let after = self.rows.partition_point(|start| *start as usize <= at);
        self.rows.get(after).map(|start| *start as usize)
    }

    /// Where the row begins in which a byte lies, and its number in a spreadsheet.
    fn row(&self, at: usize) -> Option<(usize, u32)> {
        let after = self.rows.partition_point(|start| *start as usize <= at);
        let row = after.checked_sub(1)?;
        Some((self.rows[row] as usize, self.numbers[row]))
    }
}

impl Table<'_> {
    /// Where a spreadsheet's first row begins: a `sep=` line is none.
    fn first_line(&self) -> usize {
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

fn line_ends_from(bytes: &[u8]) -> usize {
    memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len())
}

/// The last byte of every line ending: LF, CRLF or CR.
fn line_ends(bytes: &[u8]) -> impl Iterator<Item = usize> + '_ {
    memchr2_iter(b'\n', b'\r', bytes)
        .filter(|at| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n'))
}
