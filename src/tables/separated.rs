//! A table in text: commas, semicolons, tabs or bars part its cells, which are read as strictly as
//! our own.

use std::borrow::Cow;

use super::cell_kind::CellKind;
use super::grid::Grid;
use super::outline::Outline;
use super::range::CellRange;
use crate::dataset::encoding::{
    NO_TEXT_HINT, double_encoded, is_utf16, mended, no_text, windows_1252,
};
use crate::dataset::merge::merge_marks;
use crate::dataset::scan::{Cell, CellForm, Fault, Scan};
use crate::dataset::table::{BYTE_ORDER_MARK, inner};
use crate::problem::{Place, Problem, Rule};

/// Reads the cells of a text. `label` is what problems call it.
pub fn read(label: &str, bytes: &[u8], range: Option<&CellRange>) -> Result<Grid, Box<Problem>> {
    if let Some(what) = no_text(bytes) {
        let message = format!("the file is {what}, not a table in text");
        let problem = Rule::NoText.at(Place::in_text(label, "", 0..0), message);
        let hint = match cfg!(feature = "xlsx") || !what.contains("workbook") {
            true => NO_TEXT_HINT.to_string(),
            false => format!("this build lacks `xlsx`, which reads workbooks: {NO_TEXT_HINT}"),
        };
        return Err(Box::new(problem.hint(hint)));
    }
    let text = decoded(label, bytes)?;
    if let Some(problem) = merge_marks(label, text.as_bytes()) {
        return Err(Box::new(problem));
    }
    if let Some((at, wrong, right)) = double_encoded(text.as_bytes()) {
        return Err(Box::new(wrongly_decoded(label, &text, at, &wrong, right)));
    }
    let (separator, start) = stated_separator(&text);
    let separator = separator.unwrap_or_else(|| likely_separator(&text));
    let text = without_inner_separator(text, separator);
    let mut reader = RecordReader::new(label, &text, separator);
    reader.skip_to(start);
    let mut grid = Grid::default();
    grid.by_semicolons = separator == b';';
    while reader.record(&mut grid)? {}
    // What lies outside of a range may be another table.
    let Some(range) = range else {
        reader.hold_to_header(&grid)?;
        return Ok(grid);
    };
    Ok(grid.asked(range))
}

/// UTF-8, or UTF-16 as Excel's "Unicode Text" is.
fn decoded<'b>(label: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Box<Problem>> {
    if is_utf16(bytes) {
        let big = bytes.starts_with(b"\xfe\xff") || bytes.first() == Some(&0);
        let letter = |pair: &[u8; 2]| match big {
            true => u16::from_be_bytes(*pair),
            false => u16::from_le_bytes(*pair),
        };
        let (pairs, rest) = bytes.as_chunks::<2>();
        let text: Result<String, _> = char::decode_utf16(pairs.iter().map(letter)).collect();
        return match text {
            Ok(text) if rest.is_empty() => {
                Ok(text.trim_start_matches('\u{feff}').to_string().into())
            }
            _ => {
                let problem =
                    Rule::NotUtf8.at(Place::in_text(label, "", 0..0), "the file is broken UTF-16");
                Err(Box::new(problem.hint(UTF_8_HINT)))
            }
        };
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    str::from_utf8(bytes).map(Cow::Borrowed).map_err(|error| {
        let at = error.valid_up_to();
        let before = String::from_utf8_lossy(&bytes[..at]);
        let place = Place::in_text(label, &before, before.len()..before.len());
        let byte = bytes[at];
        let (likely, hint) = match windows_1252(byte) {
            Some(likely) => (
                format!("; in Windows-1252 it would be `{likely}`"),
                format!(
                    "{UTF_8_HINT}; or, if `{}` is right, write --encoding windows-1252",
                    word_in_windows_1252(bytes, at)
                ),
            ),
            None => (String::new(), UTF_8_HINT.to_string()),
        };
        let message = format!("the file is not UTF-8: this is the byte 0x{byte:02X}{likely}");
        Box::new(Rule::NotUtf8.at(place, message).hint(hint))
    })
}

/// `Â£`: the file went through a program that took it for something else.
fn wrongly_decoded(label: &str, text: &str, at: usize, wrong: &str, right: char) -> Problem {
    let ends = |c: char| c.is_ascii() && !c.is_ascii_alphanumeric();
    let start = text[..at].rfind(ends).map_or(0, |before| before + 1);
    let end = text[at..].find(ends).map_or(text.len(), |after| at + after);
    let word = mended(&text.as_bytes()[start..end]);
    let message = format!(
        "`{wrong}` is what becomes of `{right}` when UTF-8 is read as Windows-1252, so the file was \
         decoded wrongly and saved again"
    );
    let hint = format!(
        "get the file again as its publisher has it; or, where `{word}` is meant here, write \
         --encoding utf-8-as-windows-1252"
    );
    Rule::DoubleEncoded.at(Place::in_text(label, text, at..at + wrong.len()), message).hint(hint)
}

/// The word around a byte, so that somebody who knows it can tell.
fn word_in_windows_1252(bytes: &[u8], at: usize) -> String {
    let ends = |byte: &u8| matches!(byte, 0..=b' ' | b',' | b';' | b'|' | b'"');
    let start = bytes[..at].iter().rposition(ends).map_or(0, |before| before + 1);
    let end = bytes[at..].iter().position(ends).map_or(bytes.len(), |after| at + after);
    let (start, end) = (start.max(at.saturating_sub(20)), end.min(at + 20));
    bytes[start..end].iter().filter_map(|byte| windows_1252(*byte)).collect()
}

const UTF_8_HINT: &str = "save it as UTF-8 (in Excel: CSV UTF-8)";

/// As Excel writes and reads it in a first line of its own: `sep=;`. And where the table begins.
fn stated_separator(text: &str) -> (Option<u8>, usize) {
    let line = text.lines().next().unwrap_or_default();
    match line.strip_prefix("sep=").map(str::as_bytes) {
        Some([separator]) => (Some(*separator), line.len()),
        _ => (None, 0),
    }
}

/// SDMX-CSV 2.0 says in its first cell what parts texts within a cell: `STRUCTURE[;]`. Where that
/// parts the cells, too, it would part this one: it is blanked, and every place stays as it is.
fn without_inner_separator(text: Cow<str>, separator: u8) -> Cow<str> {
    const NAME: &str = "STRUCTURE";
    let said = format!("{NAME}[{}]", char::from(separator));
    match text.strip_prefix(&said) {
        Some(rest) => format!("{NAME:<width$}{rest}", width = said.len()).into(),
        None => text,
    }
}

/// The one by which the most rows have the same number of cells.
fn likely_separator(text: &str) -> u8 {
    let candidates = [b'\t', b';', b'|', b','];
    // Of several that do as well, the first: tabs and semicolons seldom stand in cells.
    let best = candidates.into_iter().rev().max_by_key(|separator| agreeing_rows(text, *separator));
    best.unwrap_or(b',')
}

fn agreeing_rows(text: &str, separator: u8) -> usize {
    let bytes = text.as_bytes();
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let mut scan = Scan::new(bytes, separator, None).keeping(COLUMNS);
    let mut at = 0;
    for _ in 0..SAMPLE {
        at += blank(&bytes[at..]);
        if at >= bytes.len() {
            break;
        }
        at = scan.record(at);
        let cells = scan.cells.len();
        if cells < 2 || !scan.faults.is_empty() {
            continue;
        }
        match counts.iter_mut().find(|(width, _)| *width == cells) {
            Some((_, rows)) => *rows += 1,
            None => counts.push((cells, 1)),
        }
    }
    counts.iter().map(|(_, rows)| *rows).max().unwrap_or_default()
}

/// So many rows are looked at before the first is read.
const SAMPLE: usize = 200;

/// As many columns as a spreadsheet has.
pub const COLUMNS: usize = 16_384;

fn is_break(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn blank(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| is_break(**byte)).count()
}

struct RecordReader<'t> {
    label: &'t str,
    text: &'t str,
    separator: u8,
    scan: Scan<'t>,
    at: usize,
    /// The line of `at`, from 1.
    line: usize,
}

impl<'t> RecordReader<'t> {
    fn new(label: &'t str, text: &'t str, separator: u8) -> RecordReader<'t> {
        let width = usual_width(text, separator);
        let scan = Scan::new(text.as_bytes(), separator, width).keeping(COLUMNS + 1);
        RecordReader { label, text, separator, scan, at: 0, line: 1 }
    }

    /// Goes on to a place, and counts the lines on the way.
    fn skip_to(&mut self, to: usize) {
        let bytes = self.text.as_bytes();
        for at in self.at..to {
            let ends = match bytes[at] {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            self.line += usize::from(ends);
        }
        self.at = to;
    }

    /// Reads the next record with anything in it; false where there is none.
    fn record(&mut self, grid: &mut Grid) -> Result<bool, Box<Problem>> {
        let bytes = self.text.as_bytes();
        loop {
            let before = self.line;
            self.skip_to(self.at + blank(&bytes[self.at..]));
            if self.line > before + 1 {
                grid.skip_blank();
            }
            if self.at >= bytes.len() {
                return Ok(false);
            }
            let (start, line) = (self.at, self.line);
            let end = self.scan.record(start);
            let fault =
                self.scan.faults.iter().find(|fault| !matches!(fault, Fault::Ragged { .. }));
            if let Some(fault) = fault {
                return Err(self.fault(start, fault));
            }
            if self.scan.cells.len() > COLUMNS {
                let place = self.place(start);
                let message = format!("the row has more than {COLUMNS} cells");
                return Err(Box::new(Rule::Limit.at(place, message).hint(AGAIN)));
            }
            let is_quoted = |cell: &Cell| cell.form != CellForm::Bare;
            match self.scan.cells.iter().any(is_quoted) {
                true => self.skip_to(end),
                false => self.at = end,
            }
            let nothing = |byte: &u8| *byte == self.separator || *byte == b' ';
            if bytes[start..end].iter().all(nothing) {
                grid.skip_blank();
                continue;
            }
            grid.begin_row(line);
            for cell in &self.scan.cells {
                let text = self.text.get(inner(*cell)).unwrap_or_default();
                grid.push_cell(&cell.unescaped(text.into()));
            }
            return Ok(true);
        }
    }

    /// Below the header, each row must have its cells: one too many or one too few, and all that
    /// follow stand in the wrong column. Names and notes that stand alone need not.
    fn hold_to_header(&self, grid: &Grid) -> Result<(), Box<Problem>> {
        let outline = Outline::of(grid);
        let Some(header) = outline.header.clone().next_back() else { return Ok(()) };
        let width = outline.header.map(|row| grid.length(row)).max().unwrap_or_default();
        for row in outline.body {
            let cells = grid.length(row);
            let is_fine = match cells.cmp(&width) {
                std::cmp::Ordering::Equal => true,
                std::cmp::Ordering::Greater => grid.extent(row) <= width,
                std::cmp::Ordering::Less => {
                    grid.extent(row) <= 1 && CellKind::of(grid.cell(row, 0)) == CellKind::Text
                }
            };
            if !is_fine {
                let line = grid.line(row);
                let place = Place { line, ..self.place(self.start_of(line)) };
                let message = format!("the row has {cells} cells, and the header {width}");
                let hint = format!("{AGAIN}; {}", self.range_of(grid, header, row));
                return Err(Box::new(Rule::RaggedRow.at(place, message).hint(hint)));
            }
        }
        Ok(())
    }

    /// Which range reads the part that is wider: from the row on, below lines that say something of the
    /// table; or down to it, above another table or notes.
    fn range_of(&self, grid: &Grid, header: usize, row: usize) -> String {
        let width = |row: usize| grid.length(row);
        let (from, to, what) = match width(row) > width(header) {
            true => {
                let own = |at: &usize| width(*at) >= width(row);
                let last = (row..grid.height()).take_while(own).last().unwrap_or(row);
                (row, last, "where what stands above it is said of the table")
            }
            false => (header, row - 1, "where another table or notes begin there"),
        };
        let end = grid.letters(width(from).max(1) - 1);
        let (first, last) = (grid.line(from), grid.line(to));
        format!("or, {what}, write --range A{first}:{end}{last}")
    }

    fn start_of(&self, line: usize) -> usize {
        let mut reader = RecordReader { at: 0, line: 1, ..RecordReader::new("", self.text, b',') };
        for (at, byte) in self.text.bytes().enumerate() {
            if is_break(byte) {
                reader.skip_to(at + 1);
            }
            if reader.line == line {
                return reader.at;
            }
        }
        0
    }

    fn place(&self, start: usize) -> Place {
        Place::in_text(self.label, self.text, start..start)
    }

    fn fault(&self, start: usize, fault: &Fault) -> Box<Problem> {
        let (rule, message) = match fault {
            Fault::UnclosedQuote { .. } => (Rule::UnclosedQuote, "a quote is never closed"),
            Fault::TextAfterQuote { .. } => (Rule::TextAfterQuote, UNREADABLE),
            Fault::StrayQuote { .. } => (Rule::StrayQuote, UNREADABLE),
            Fault::Ragged { .. } => {
                (Rule::RaggedRow, "the row has more or fewer cells than the header")
            }
            Fault::LongCell { .. } => (Rule::Limit, "a cell is longer than is read"),
        };
        Box::new(rule.at(self.place(start), message).hint(AGAIN))
    }
}

/// How many cells most of the first rows have: a quote that is not closed is found by it.
fn usual_width(text: &str, separator: u8) -> Option<usize> {
    let lines = text.split(['\n', '\r']).filter(|line| !line.is_empty()).take(SAMPLE);
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for line in lines {
        let mut scan = Scan::new(line.as_bytes(), separator, None).keeping(COLUMNS);
        scan.record(0);
        let cells = scan.cells.len();
        match counts.iter_mut().find(|(width, _)| *width == cells) {
            Some((_, rows)) => *rows += cells,
            None => counts.push((cells, cells)),
        }
    }
    counts.iter().max_by_key(|(_, rows)| *rows).map(|(width, _)| *width).filter(|width| *width > 1)
}

const UNREADABLE: &str = "a quote stands where it cannot be read";

const AGAIN: &str = "save the table again from the program that made it";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_other_programs_are_read() {
        let read = |text: &str| super::read("x.csv", text.as_bytes(), None);
        let grid =
            read("\u{feff}Year;Total\r\n2017;\"1,5\"\r\n;\r\n2018;\"say \"\"x\"\"\"\r\n").unwrap();
        let rows: Vec<_> = (0..grid.height())
            .map(|row| (grid.line(row), grid.cells(row).collect::<Vec<_>>().join("|")))
            .collect();
        let row = |line: usize, cells: &str| (line, cells.to_string());
        assert_eq!(rows, [row(1, "Year|Total"), row(2, "2017|1,5"), row(4, "2018|say \"x\"")]);
        assert_eq!(read("a,b\n1\n").unwrap_err().rule, Rule::RaggedRow);
        assert_eq!(read("a,b\n1,\"2\n").unwrap_err().rule, Rule::UnclosedQuote);
        assert_eq!(super::read("x.csv", b"a\n\xff\n", None).unwrap_err().place.line, 2);
        assert_eq!(read("").unwrap().height(), 0);
    }

    #[test]
    fn a_quote_that_a_later_one_closes_by_chance_is_told() {
        let text = "Year,Area,Value\n2017,\"A,1\n2018,B,2\n2019,\"C\",3\n";
        let problem = read("x.csv", text.as_bytes(), None).unwrap_err();
        assert_eq!((problem.rule, problem.place.line), (Rule::UnclosedQuote, 2));
    }

    #[test]
    fn rows_with_too_many_cells_are_told_with_their_line() {
        let text =
            "Deaths, by year\n\n\nYear,Area,Value\r2017,A,1,,\r2018,\"B\nb\",2\r2019,C,1,234\r";
        let problem = read("x.csv", text.as_bytes(), None).unwrap_err();
        assert_eq!((problem.rule, problem.place.line), (Rule::RaggedRow, 8));
        assert_eq!(problem.message, "the row has 4 cells, and the header 3");
    }

    #[test]
    fn separators_are_found_below_titles_with_commas() {
        let of = |text: &str| char::from(likely_separator(text));
        assert_eq!(of("Deaths, by area, by year\n\nYear;A;B\n2017;1,5;2,5\n2018;1,6;2,6\n"), ';');
        assert_eq!(of("freq,geo\\TIME\t2017\t2018\nA,UK\t1,5\t:\n"), '\t');
        assert_eq!(of("Year|A\n2017|1,500\n"), '|');
        assert_eq!(of("Year,A\n2017,\"a; b\"\n2018,\"c; d\"\n"), ',');
        let grid = read("x.csv", b"sep=;\nA,B;C\n1,5;2\n", None).unwrap();
        assert_eq!((grid.cell(0, 0), grid.line(1)), ("A,B", 3));
    }

    #[test]
    fn unicode_text_of_excel_is_read() {
        for big in [false, true] {
            let bytes = |letter: u16| if big { letter.to_be_bytes() } else { letter.to_le_bytes() };
            let text: Vec<u8> =
                "\u{feff}Year\tTotal £\r\n2017\t5\r\n".encode_utf16().flat_map(bytes).collect();
            let grid = read("x.txt", &text, None).unwrap();
            assert_eq!((grid.cell(0, 1), grid.cell(1, 1)), ("Total £", "5"));
            assert_eq!(
                read("x.txt", &text[..text.len() - 1], None).unwrap_err().rule,
                Rule::NotUtf8
            );
        }
    }

    #[test]
    fn windows_1252_is_refused_with_its_character() {
        let problem = read("x.csv", b"Year,Cost\n2017,\xa35\n", None).unwrap_err();
        assert!(
            problem.message.ends_with("0xA3; in Windows-1252 it would be `\u{a3}`"),
            "{problem:?}"
        );
        assert_eq!((problem.place.line, problem.place.column), (2, 6));
        let problem = read("x.csv", b"Ann\xe9e,Ch\xf4mage\n", None).unwrap_err();
        let hint = problem.hint.as_deref().unwrap_or_default();
        assert!(hint.contains("if `Ann\u{e9}e` is right, write --encoding windows-1252"), "{hint}");
    }
}
