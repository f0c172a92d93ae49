//! A table in text: commas, semicolons or tabs part its cells, which are read as strictly as our own.

use super::grid::Grid;
use crate::dataset::encoding::{NO_TEXT_HINT, no_text};
use crate::dataset::scan::{Cell, Fault, Scan};
use crate::dataset::table::{BYTE_ORDER_MARK, inner};
use crate::problem::{Place, Problem, Rule};

/// Reads the cells of a text. `label` is what problems call it.
pub fn read(label: &str, bytes: &[u8]) -> Result<Grid, Box<Problem>> {
    if let Some(what) = no_text(bytes) {
        let message = format!("the file is {what}, not a table in text");
        let problem = Rule::NoText.at(Place::in_text(label, "", 0..0), message);
        return Err(Box::new(problem.hint(NO_TEXT_HINT)));
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let place = Place::in_text(label, &before, before.len()..before.len());
        let problem = Rule::NotUtf8.at(place, "the file is not UTF-8");
        Box::new(problem.hint("save it as UTF-8 (in Excel: CSV UTF-8)"))
    })?;
    let first = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| first.bytes().filter(|byte| byte == separator).count();
    let separator = [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',');
    let mut grid = Grid::default();
    let mut reader = RecordReader { label, text, separator, width: None, at: 0 };
    let (mut line, mut counted) = (1, 0);
    while let Some((start, cells)) = reader.record()? {
        reader.width = reader.width.or(Some(cells.len()));
        // Counted on from the last row: from the first byte, long tables would take hours.
        line +=
            Place::in_text(label, &text[counted..start], start - counted..start - counted).line - 1;
        counted = start;
        grid.push(line, cells);
    }
    Ok(grid)
}

struct RecordReader<'t> {
    label: &'t str,
    text: &'t str,
    separator: u8,
    width: Option<usize>,
    at: usize,
}

impl RecordReader<'_> {
    /// The next record with anything in it, and where it starts.
    fn record(&mut self) -> Result<Option<(usize, Vec<String>)>, Box<Problem>> {
        let bytes = self.text.as_bytes();
        loop {
            self.at +=
                bytes[self.at..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
            if self.at >= bytes.len() {
                return Ok(None);
            }
            let start = self.at;
            let mut scan = Scan::new(bytes, self.separator, self.width);
            self.at = scan.record(start);
            let nothing = |byte: &u8| *byte == self.separator || *byte == b' ';
            if bytes[start..self.at].iter().all(nothing) {
                continue;
            }
            if let Some(fault) = scan.faults.first() {
                return Err(self.fault(start, fault));
            }
            return Ok(Some((start, scan.cells.iter().map(|cell| self.says(*cell)).collect())));
        }
    }

    fn says(&self, cell: Cell) -> String {
        let text = self.text.get(inner(cell)).unwrap_or_default();
        cell.unescaped(text.into()).into_owned()
    }

    fn fault(&self, start: usize, fault: &Fault) -> Box<Problem> {
        let place = Place::in_text(self.label, self.text, start..start);
        let (rule, message) = match fault {
            Fault::UnclosedQuote { .. } => {
                (Rule::UnclosedQuote, "a quote is never closed".to_string())
            }
            Fault::Ragged { cells } => {
                let width = self.width.unwrap_or_default();
                (Rule::RaggedRow, format!("the row has {cells} cells, and the header {width}"))
            }
            Fault::TextAfterQuote { .. } => (Rule::TextAfterQuote, UNREADABLE.to_string()),
            Fault::StrayQuote { .. } => (Rule::StrayQuote, UNREADABLE.to_string()),
            Fault::LongCell { .. } => (Rule::Limit, "a cell is longer than is read".to_string()),
        };
        let problem = rule.at(place, message);
        Box::new(problem.hint("save the table again from the program that made it"))
    }
}

const UNREADABLE: &str = "a quote stands where it cannot be read";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_other_programs_are_read() {
        let read = |text: &str| read("x.csv", text.as_bytes());
        let grid =
            read("\u{feff}Year;Total\r\n2017;\"1,5\"\r\n;\r\n2018;\"say \"\"x\"\"\"\r\n").unwrap();
        let rows: Vec<_> = (0..grid.height())
            .map(|row| (grid.line(row), grid.cells(row).collect::<Vec<_>>().join("|")))
            .collect();
        let row = |line: usize, cells: &str| (line, cells.to_string());
        assert_eq!(rows, [row(1, "Year|Total"), row(2, "2017|1,5"), row(4, "2018|say \"x\"")]);
        assert_eq!(read("a,b\n1\n").unwrap_err().rule, Rule::RaggedRow);
        assert_eq!(read("a,b\n1,\"2\n").unwrap_err().rule, Rule::UnclosedQuote);
        assert_eq!(super::read("x.csv", b"a\n\xff\n").unwrap_err().place.line, 2);
        assert_eq!(read("").unwrap().height(), 0);
    }
}
