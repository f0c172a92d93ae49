//! The strict reading of quotes: where each cell of a record begins and ends, and what is wrong
//! with its quoting. After every mistake it goes on where the writer most likely meant to.

use std::borrow::Cow;

use memchr::{memchr, memchr2, memchr3};

/// Where a cell lies in its file, its quotes counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    pub start: usize,
    pub end: usize,
    pub form: CellForm,
}

impl Cell {
    /// What the text between its quotes says.
    pub fn unescaped(self, inner: Cow<'_, str>) -> Cow<'_, str> {
        match self.form {
            CellForm::Escaped => Cow::Owned(inner.replace("\"\"", "\"")),
            _ => inner,
        }
    }
}

/// A text in quotes, as a cell.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellForm {
    Bare,
    Quoted,
    /// Quoted, with doubled quotes inside.
    Escaped,
    /// What it says cannot be told; a fault says why.
    Broken,
}

/// What is wrong with the shape of a record, and which bytes are to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    UnclosedQuote { open: usize, line_end: usize },
    TextAfterQuote { cell: usize, at: usize, end: usize },
    StrayQuote { cell: usize, at: usize, end: usize },
    Ragged { cells: usize },
    LongCell { start: usize, end: usize },
}

/// Reads records, one after another or here and there.
pub struct Scan<'s> {
    bytes: &'s [u8],
    separator: u8,
    /// How many cells a record should have, if that is known.
    width: Option<usize>,
    marks: ByteMarks,
    /// Cells beyond these are counted and not kept.
    kept: usize,
    /// Of the record that was read last.
    pub cells: Vec<Cell>,
    pub faults: Vec<Fault>,
}

/// None of our own tables has as many columns.
const KEPT_CELLS: usize = 256;

impl<'s> Scan<'s> {
    pub fn new(bytes: &'s [u8], separator: u8, width: Option<usize>) -> Scan<'s> {
        let (marks, cells, faults) = (ByteMarks::default(), Vec::new(), Vec::new());
        Scan { bytes, separator, width, marks, kept: KEPT_CELLS, cells, faults }
    }

    /// The same for tables of others, which may be as wide as a spreadsheet.
    pub fn keeping(self, kept: usize) -> Scan<'s> {
        Scan { kept, ..self }
    }

    /// Reads the record that starts at `start`; the end it gives is before the line ending.
    pub fn record(&mut self, start: usize) -> usize {
        self.cells.clear();
        self.faults.clear();
        let mut at = start;
        let mut count = 0;
        let mut spilt = None;
        loop {
            let end = match self.bytes.get(at) {
                Some(b'"') => {
                    let end = self.quoted(at, at);
                    if spilt.is_none() && memchr2(b'\n', b'\r', &self.bytes[at..end]).is_some() {
                        spilt = Some((at, self.cells.len() - 1));
                    }
                    end
                }
                _ => self.bare(at),
            };
            count += 1;
            self.cells.truncate(self.kept);
            if self.bytes.get(end) != Some(&self.separator) {
                at = end;
                break;
            }
            at = end + 1;
        }
        let Some(width) = self.width else { return at };
        if count == width && self.faults.is_empty() {
            return at;
        }
        if let Some((open, kept)) = spilt
            && self.next_line_is_a_record(open, width)
        {
            self.cells.truncate(kept);
            self.faults.clear();
            return self.unclosed(open, open);
        }
        if self.faults.is_empty() {
            self.faults.push(Fault::Ragged { cells: count });
        }
        at
    }

    /// A quote that was meant to close on its own line may be closed by chance by a later one.
    /// Then the next line is a whole record, while the two together are none.
    fn next_line_is_a_record(&self, open: usize, width: usize) -> bool {
        let is_break = |byte: &&u8| matches!(byte, b'\n' | b'\r');
        let line_end = self.line_end(open);
        let start = line_end + self.bytes[line_end..].iter().take_while(is_break).count();
        let bytes = &self.bytes[..self.line_end(start)];
        let mut line = Scan::new(bytes, self.separator, None).keeping(self.kept);
        line.record(start);
        line.faults.is_empty() && line.cells.len() == width
    }

    /// A cell that begins with a quote at `open`, or with blanks before it at `start`.
    fn quoted(&mut self, start: usize, open: usize) -> usize {
        let mut form = CellForm::Quoted;
        let mut at = open + 1;
        while let Some(found) = memchr(b'"', &self.bytes[at..]) {
            let quote = at + found;
            match self.bytes.get(quote + 1) {
                Some(b'"') => {
                    form = CellForm::Escaped;
                    at = quote + 2;
                }
                next if next.is_none_or(|byte| self.ends_cell(*byte)) => {
                    self.cells.push(Cell { start, end: quote + 1, form });
                    return quote + 1;
                }
                _ if memchr2(b'\n', b'\r', &self.bytes[open..quote]).is_some() => break,
                _ => return self.after_quote(start, quote + 1),
            }
        }
        self.unclosed(start, open)
    }

    fn unclosed(&mut self, start: usize, open: usize) -> usize {
        let line_end = self.line_end(open);
        self.faults.push(Fault::UnclosedQuote { open, line_end });
        self.cells.push(Cell { start, end: line_end, form: CellForm::Broken });
        line_end
    }

    fn after_quote(&mut self, start: usize, at: usize) -> usize {
        let end = self.likely_end(at);
        self.faults.push(Fault::TextAfterQuote { cell: start, at, end });
        self.cells.push(Cell { start, end, form: CellForm::Broken });
        end
    }

    fn bare(&mut self, start: usize) -> usize {
        let found = self.marks.next(self.bytes, self.separator, start);
        if self.bytes.get(found) != Some(&b'"') {
            self.cells.push(Cell { start, end: found, form: CellForm::Bare });
            return found;
        }
        let (quote, end) = (found, self.bare_end(found));
        let indented = self.bytes[start..quote].iter().all(|byte| *byte == b' ');
        let end = if indented { self.likely_end(quote + 1) } else { end };
        self.faults.push(Fault::StrayQuote { cell: start, at: quote, end });
        self.cells.push(Cell { start, end, form: CellForm::Broken });
        end
    }

    /// Where a cell with unruly quotes was likely meant to end: at a quote that ends a cell of
    /// this line, or else at the next separator.
    fn likely_end(&self, from: usize) -> usize {
        let line_end = self.line_end(from);
        let mut at = from;
        while let Some(found) = memchr(b'"', &self.bytes[at..line_end]) {
            at += found + 1;
            if self.bytes.get(at).is_none_or(|byte| self.ends_cell(*byte)) {
                return at;
            }
        }
        self.bare_end(from)
    }

    fn bare_end(&self, from: usize) -> usize {
        let rest = &self.bytes[from..];
        from + memchr3(self.separator, b'\n', b'\r', rest).unwrap_or(rest.len())
    }

    fn line_end(&self, from: usize) -> usize {
        let rest = &self.bytes[from..];
        from + memchr2(b'\n', b'\r', rest).unwrap_or(rest.len())
    }

    fn ends_cell(&self, byte: u8) -> bool {
        byte == self.separator || matches!(byte, b'\n' | b'\r')
    }
}

/// Which bytes of a stretch end a cell or are quotes, a bit each: the stretch is looked at once,
/// and not again for each of the short cells in it.
#[derive(Default)]
struct ByteMarks {
    from: usize,
    /// None is kept before the first look.
    to: usize,
    bits: u64,
}

const STRETCH: usize = 64;

impl ByteMarks {
    /// The first such byte at or after a place, or the end.
    fn next(&mut self, bytes: &[u8], separator: u8, mut at: usize) -> usize {
        loop {
            if !(self.from..self.to).contains(&at) {
                if at >= bytes.len() {
                    return bytes.len();
                }
                self.look(bytes, separator, at / STRETCH * STRETCH);
            }
            let left = self.bits >> (at - self.from);
            if left != 0 {
                return at + left.trailing_zeros() as usize;
            }
            at = self.to;
        }
    }

    fn look(&mut self, bytes: &[u8], separator: u8, from: usize) {
        let rest = &bytes[from..];
        let mut stretch = [0; STRETCH];
        let length = rest.len().min(STRETCH);
        stretch[..length].copy_from_slice(&rest[..length]);
        // Without a branch, and in a plain loop, so that it takes many bytes at once.
        let mut marked = [0; STRETCH];
        for (mark, byte) in marked.iter_mut().zip(stretch) {
            let ends_line = (byte == b'\n') | (byte == b'\r');
            *mark = u8::from((byte == separator) | (byte == b'"') | ends_line);
        }
        let (eights, _) = marked.as_chunks::<8>();
        // Eight ones or zeros, a byte each, become eight bits.
        let bits =
            |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        (self.from, self.to) = (from, from + length);
        self.bits = eights.iter().rev().fold(0, |all, eight| all << 8 | bits(eight));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_found() {
        let text = format!("{}\",\r{}\n{},", "x".repeat(70), ";".repeat(50), "é".repeat(80));
        let mut marks = ByteMarks::default();
        for at in (0..text.len() + 2).chain([0, 190, 71, 300]) {
            let is_mark = |byte: &u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
            let found = text.as_bytes().iter().skip(at).position(is_mark);
            let found = found.map_or(text.len(), |found| at + found);
            assert_eq!(marks.next(text.as_bytes(), b',', at), found, "from {at}");
        }
    }

    fn scan(text: &str, width: usize) -> (Vec<&str>, Vec<Fault>, usize) {
        let mut scan = Scan::new(text.as_bytes(), b',', Some(width));
        let end = scan.record(0);
        (scan.cells.iter().map(|cell| &text[cell.start..cell.end]).collect(), scan.faults, end)
    }

    #[test]
    fn cells_are_found_with_their_quotes() {
        let (cells, faults, end) = scan("a,\"b, \"\"c\"\"\nd\",\r\ne", 3);
        assert_eq!((cells, faults, end), (vec!["a", "\"b, \"\"c\"\"\nd\"", ""], vec![], 15));
    }

    #[test]
    fn an_unclosed_quote_ends_with_its_line() {
        let unclosed = vec![Fault::UnclosedQuote { open: 2, line_end: 4 }];
        assert_eq!(scan("a,\"b\nc,d\n", 2), (vec!["a", "\"b"], unclosed.clone(), 4));
        assert_eq!(scan("a,\"b\nc,\"d\"\n", 2), (vec!["a", "\"b"], unclosed.clone(), 4));
        assert_eq!(scan("a,\"b\nc,d\ne,\",\"\n", 2), (vec!["a", "\"b"], unclosed, 4));
    }

    #[test]
    fn unruly_quotes_cost_one_cell() {
        let (cells, faults, _) = scan("\"he said \"yes, but\" then\",b", 2);
        assert_eq!(cells, ["\"he said \"yes, but\" then\"", "b"]);
        assert_eq!(faults, [Fault::TextAfterQuote { cell: 0, at: 10, end: 25 }]);
        let (cells, faults, _) = scan("5\" disk,b", 2);
        assert_eq!(cells, ["5\" disk", "b"]);
        assert_eq!(faults, [Fault::StrayQuote { cell: 0, at: 1, end: 7 }]);
        assert_eq!(scan(" \"a, b\",c", 2).0, [" \"a, b\"", "c"]);
    }
}
