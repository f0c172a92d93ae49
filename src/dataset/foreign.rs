//! A table from elsewhere: any columns, no meaning. Its cells are read as strictly as our own.

use super::encoding::{NO_TEXT_HINT, no_text};
use super::scan::{Cell, Fault, Scan};
use super::table::{BYTE_ORDER_MARK, inner};
use crate::problem::{Place, Problem, Rule};

/// The names of the columns and the rows below them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignTable {
    /// The names in its header, without blanks around them.
    pub columns: Vec<String>,
    /// In the order of the file.
    pub rows: Vec<ForeignRow>,
}

/// One record of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignRow {
    /// Where it starts, from 1.
    pub line: usize,
    /// As many as there are columns.
    pub cells: Vec<String>,
}

impl ForeignTable {
    /// The place of the column of this name, from 0; blanks around it do not matter.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.trim() == name.trim())
    }

    /// Reads a table whose first line has the names; commas, semicolons or tabs part the cells.
    /// `label` is what problems call it.
    pub fn read(label: &str, bytes: &[u8]) -> Result<ForeignTable, Box<Problem>> {
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
        let mut table = ForeignTable { columns: Vec::new(), rows: Vec::new() };
        let mut reader = ForeignReader { label, text, separator, width: None, at: 0 };
        let (mut line, mut counted) = (1, 0);
        while let Some((start, cells)) = reader.record()? {
            if reader.width.is_none() {
                reader.width = Some(cells.len());
                table.columns = cells;
                continue;
            }
            // Counted on from the last row: from the first byte, long tables would take hours.
            line += Place::in_text(label, &text[counted..start], start - counted..start - counted)
                .line
                - 1;
            counted = start;
            table.rows.push(ForeignRow { line, cells });
        }
        Ok(table)
    }
}

struct ForeignReader<'t> {
    label: &'t str,
    text: &'t str,
    separator: u8,
    width: Option<usize>,
    at: usize,
}

impl ForeignReader<'_> {
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
        let read = |text: &str| ForeignTable::read("x.csv", text.as_bytes());
        let table =
            read("\u{feff}Year;Total\r\n2017;\"1,5\"\r\n;\r\n2018;\"say \"\"x\"\"\"\r\n").unwrap();
        assert_eq!(table.columns, ["Year", "Total"]);
        assert_eq!(table.column("Total"), Some(1));
        let rows: Vec<_> = table.rows.iter().map(|row| (row.line, row.cells.join("|"))).collect();
        assert_eq!(rows, [(2, "2017|1,5".to_string()), (4, "2018|say \"x\"".to_string())]);
        assert_eq!(read("a,b\n1\n").unwrap_err().rule, Rule::RaggedRow);
        assert_eq!(read("a,b\n1,\"2\n").unwrap_err().rule, Rule::UnclosedQuote);
        assert_eq!(ForeignTable::read("x.csv", b"a\n\xff\n").unwrap_err().place.line, 2);
        assert_eq!(read("").unwrap().columns.len(), 0);
    }
}
