//! Text and row to text: the smallest change of a file that says something new. Every byte that
//! need not be touched stays: line endings, byte order mark, quotes, the order of the columns,
//! blank lines, columns we know nothing of.

mod many;
mod refused;

use std::borrow::Cow;
use std::ops::Range;

pub use self::refused::{CellUnset, NoColumn};
use super::Dataset;
use super::layout::Layout;
use super::scan::{Cell, CellForm, quoted};
pub use super::splice::{Splice, apply, then};
use super::table::{Table, inner};
use crate::problem::{Checked, Place, Problem};

/// Where a new row goes; rows are known by the byte at which they start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowSpot {
    /// Before the row that starts at this byte.
    Before(usize),
    /// After the row that starts at this byte.
    After(usize),
    /// After the last row.
    End,
}

/// A file whose rows can be told apart, so that it can be changed.
#[derive(Debug)]
pub struct Editor<'d, 't> {
    table: &'d Table<'t>,
    /// Where the last row starts.
    last: Option<usize>,
}

impl<'d, 't> Editor<'d, 't> {
    /// For one of the files of a data set, unless it is missing or one of its problems keeps its
    /// rows from being told apart; what is wrong with a single row does not.
    pub fn of(
        read: &'d Checked<Dataset<'t>>,
        layout: &Layout,
    ) -> Result<Editor<'d, 't>, Vec<Problem>> {
        let in_the_way = |problem: &&Problem| {
            problem.place.file == layout.file.label() && problem.rule.bars_edits()
        };
        let in_the_way: Vec<Problem> = read.problems.iter().filter(in_the_way).cloned().collect();
        match read.value.table(layout) {
            Some((table, row)) if in_the_way.is_empty() => Ok(Editor::new(table, row)),
            _ => Err(in_the_way),
        }
    }

    /// `row` is where some row starts; the last one is looked for from there on.
    pub(super) fn new(table: &'d Table<'t>, row: Option<usize>) -> Editor<'d, 't> {
        let mut editor = Editor { table, last: row };
        let mut at = row.unwrap_or(table.start);
        loop {
            let end = table.record(at).1;
            at = end + editor.ending_at(end).len();
            if at == end || at >= table.bytes.len() {
                return editor;
            }
            let blank = |byte: &u8| *byte == table.separator || *byte == b' ';
            let end = table.record(at).1;
            if !table.bytes[at..end].iter().all(blank) {
                editor.last = Some(at);
            }
        }
    }

    /// Is there a column of this name?
    pub fn has_column(&self, name: &str) -> bool {
        self.position(name).is_some()
    }

    /// Where the rows start of which a column says this.
    pub fn find(&self, column: &str, text: &str) -> Vec<usize> {
        self.find_where(column, |said| said == text)
    }

    /// Where the rows start of which a column says something of the kind.
    pub fn find_where(&self, column: &str, fits: impl Fn(&str) -> bool) -> Vec<usize> {
        let Some(position) = self.position(column) else { return Vec::new() };
        let mut found = Vec::new();
        let mut rows = self.table.rows();
        while let Some(row) = rows.read() {
            if row.cells.get(position).is_some_and(|cell| fits(&self.says(*cell))) {
                found.push(row.start);
            }
        }
        found
    }

    /// What a row says in a column; nothing where the header has no such column.
    pub fn cell(&self, row: usize, column: &str) -> Cow<'t, str> {
        match self.cell_of(row, column) {
            Some(cell) => self.says(cell),
            None => Cow::Borrowed(""),
        }
    }

    /// The bytes of a row, its line ending not counted in.
    pub fn row(&self, start: usize) -> Range<usize> {
        start..self.table.record(start).1
    }

    /// Where a row is, for a message.
    pub fn place(&self, row: usize) -> Place {
        self.table.place(self.row(row))
    }

    /// A new row. What is empty need have no column; nor need the words that an empty cell says.
    pub fn insert(
        &self,
        spot: RowSpot,
        row: &[(&'static str, String)],
    ) -> Result<Splice, NoColumn> {
        let mut texts = vec![""; self.table.width];
        for (column, text) in row.iter().filter(|(_, text)| !text.is_empty()) {
            match self.position(column) {
                Some(position) => texts[position] = text,
                None => return Err(NoColumn { layout: self.table.layout, column }),
            }
        }
        let near = self.near(spot);
        let cell = |(position, text): (usize, &&str)| match *text {
            "" if self.is_empty_quoted(position, &near) => "\"\"".to_string(),
            "" => String::new(),
            text => self.written(text, self.is_always_quoted(position, &near)),
        };
        let cells: Vec<String> = texts.iter().enumerate().map(cell).collect();
        let row = cells.join(char::from(self.table.separator).encode_utf8(&mut [0; 4]));
        Ok(self.put(spot, row))
    }

    /// A new column that is empty in every row. It stands where the layout of the file has it: after
    /// the nearest column before it that the file has.
    pub fn add_column(&self, column: &str) -> Vec<Splice> {
        let columns = self.table.layout.columns;
        let own = self.table.layout.column(column).unwrap_or(columns.len());
        let before = columns[..own].iter().rev().find_map(|earlier| self.position(earlier));
        let put = |cells: &[Cell], text: &str| {
            let quoted = cells.iter().all(|cell| cell.form == CellForm::Quoted);
            let text = if quoted { format!("\"{text}\"") } else { text.to_string() };
            let separator = char::from(self.table.separator);
            match before {
                Some(position) => {
                    let end = cells.get(position).or(cells.last()).map_or(0, |cell| cell.end);
                    Splice { at: end..end, with: format!("{separator}{text}").into_bytes() }
                }
                None => {
                    let start = cells.first().map_or(0, |cell| cell.start);
                    Splice { at: start..start, with: format!("{text}{separator}").into_bytes() }
                }
            }
        };
        let mut splices = vec![put(&self.table.record(self.table.start).0, column)];
        let mut rows = self.table.rows();
        while let Some(row) = rows.read() {
            splices.push(put(row.cells, ""));
        }
        splices
    }

    /// Another text in one cell of a row; `None` where it says this already. Refused where a cell of
    /// the row is not quoted as it ought to be, which may hide where the next begins.
    pub fn set(
        &self,
        row: usize,
        column: &'static str,
        text: &str,
    ) -> Result<Option<Splice>, CellUnset> {
        let found = self.position(column).zip(self.cell_of(row, column));
        let Some((position, cell)) = found else {
            let none = NoColumn { layout: self.table.layout, column };
            return if text.is_empty() { Ok(None) } else { Err(CellUnset::NoColumn(none)) };
        };
        if self.table.record(row).0.iter().any(|cell| cell.form == CellForm::Broken) {
            return Err(CellUnset::Quotes(self.place(row)));
        }
        if self.says(cell) == text {
            return Ok(None);
        }
        let with = match (text, cell.form) {
            ("", CellForm::Bare) => String::new(),
            ("", _) if self.is_empty_quoted(position, &self.near(RowSpot::After(row))) => {
                "\"\"".into()
            }
            ("", _) => String::new(),
            (_, CellForm::Bare) if self.says(cell).is_empty() => {
                let always = self.is_always_quoted(position, &self.near(RowSpot::After(row)));
                self.written(text, always)
            }
            (_, form) => self.written(text, form != CellForm::Bare),
        };
        Ok(Some(Splice { at: cell.start..cell.end, with: with.into_bytes() }))
    }

    /// A row with its line ending; the last row of a file that does not end its last line takes
    /// the ending before it along.
    pub fn remove(&self, row: usize) -> Splice {
        let end = self.row(row).end;
        let ending = self.ending_at(end).len();
        if ending > 0 || row == 0 {
            return Splice { at: row..end + ending, with: Vec::new() };
        }
        Splice { at: row - self.ending_before(row).len()..end, with: Vec::new() }
    }

    fn put(&self, spot: RowSpot, row: String) -> Splice {
        let at = match spot {
            RowSpot::Before(start) => {
                let ending = self.ending_before(start);
                return Splice { at: start..start, with: [row.as_bytes(), ending].concat() };
            }
            RowSpot::After(start) => self.row(start).end,
            RowSpot::End => self.last.map_or(self.table.body, |start| self.row(start).end),
        };
        let own = self.ending_at(at);
        if own.is_empty() {
            let start = match spot {
                RowSpot::After(start) => start,
                _ => self.last.unwrap_or(self.table.start),
            };
            let ending = self.ending_before(start);
            return Splice { at: at..at, with: [ending, row.as_bytes()].concat() };
        }
        let after = at + own.len();
        // Of many rows no copy is made.
        let mut with = row.into_bytes();
        with.extend_from_slice(own);
        Splice { at: after..after, with }
    }

    fn ending_at(&self, at: usize) -> &'t [u8] {
        match self.table.bytes[at..] {
            [b'\r', b'\n', ..] => &self.table.bytes[at..at + 2],
            [b'\n' | b'\r', ..] => &self.table.bytes[at..at + 1],
            _ => &[],
        }
    }

    /// The line ending in use before a row; that of the header if there is none, and LF if there
    /// is none at all.
    fn ending_before(&self, start: usize) -> &'t [u8] {
        let bytes = self.table.bytes;
        let length = match bytes[..start] {
            [.., b'\r', b'\n'] => 2,
            [.., b'\n' | b'\r'] => 1,
            _ => 0,
        };
        match (&bytes[start - length..start], self.ending_at(self.table.body)) {
            ([], []) => b"\n",
            ([], header) => header,
            (before, _) => before,
        }
    }

    /// The rows whose quotes a new row follows: those about its place, those at the top, and the
    /// header.
    fn near(&self, spot: RowSpot) -> Vec<Vec<Cell>> {
        let at = match spot {
            RowSpot::Before(start) | RowSpot::After(start) => Some(start),
            RowSpot::End => self.last,
        };
        let mut near = Vec::new();
        if let Some(start) = at {
            self.take_from(start, &mut near);
        }
        self.take_from(self.table.start, &mut near);
        near
    }

    fn take_from(&self, start: usize, near: &mut Vec<Vec<Cell>>) {
        let mut at = start;
        for _ in 0..NEIGHBOURS {
            let (cells, end) = self.table.record(at);
            near.push(cells);
            let ending = self.ending_at(end).len();
            at = end + ending;
            if ending == 0 || at == self.table.bytes.len() {
                return;
            }
        }
    }

    /// Is this column in quotes even where it need not be? The nearest cell with a text tells.
    fn is_always_quoted(&self, position: usize, near: &[Vec<Cell>]) -> bool {
        let plain = |cell: &&Cell| {
            let text = self.says(**cell);
            !text.is_empty() && !needs_quotes(&text, self.table.separator)
        };
        let mut cells = near.iter().filter_map(|cells| cells.get(position));
        cells.find(plain).is_some_and(|cell| cell.form == CellForm::Quoted)
    }

    fn is_empty_quoted(&self, position: usize, near: &[Vec<Cell>]) -> bool {
        let mut cells = near.iter().filter_map(|cells| cells.get(position));
        cells
            .find(|cell| self.says(**cell).is_empty())
            .is_some_and(|cell| cell.form == CellForm::Quoted)
    }

    fn written(&self, text: &str, always: bool) -> String {
        if always || needs_quotes(text, self.table.separator) {
            return quoted(text);
        }
        text.to_string()
    }

    fn position(&self, column: &str) -> Option<usize> {
        self.table.positions[self.table.layout.column(column)?]
    }

    fn cell_of(&self, row: usize, column: &str) -> Option<Cell> {
        let position = self.position(column)?;
        self.table.record(row).0.get(position).copied()
    }

    fn says(&self, cell: Cell) -> Cow<'t, str> {
        cell.unescaped(self.table.raw(inner(cell)))
    }
}

/// The first row of a file that is not there yet.
pub fn first_row(layout: &Layout, row: &[(&'static str, String)]) -> Splice {
    let cell = |column: &&str| row.iter().find(|(own, _)| own == column);
    let cells = layout.columns.iter().map(|column| match cell(column) {
        Some((_, text)) if needs_quotes(text, b',') => quoted(text),
        found => found.map_or(String::new(), |(_, text)| text.clone()),
    });
    let cells: Vec<String> = cells.collect();
    let text = format!("{}\n{}\n", layout.columns.join(","), cells.join(","));
    Splice { at: 0..0, with: text.into_bytes() }
}

/// How many rows are asked for their quotes.
const NEIGHBOURS: usize = 20;

fn needs_quotes(text: &str, separator: u8) -> bool {
    text.bytes().any(|byte| byte == separator || matches!(byte, b'"' | b'\n' | b'\r'))
}

#[cfg(test)]
mod generated;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;
    use crate::dataset::layout::EVENTS;
    use crate::dataset::open::open;
    use crate::dataset::table::Limits;
    use crate::problem::Gathered;

    pub fn table<'t>(layout: &'static Layout, bytes: &'t [u8]) -> Table<'t> {
        let mut gathered = Gathered::default();
        let table = open(layout, bytes, Limits::STATED, &mut gathered);
        let mut problems = gathered.held;
        problems.retain(|problem| problem.rule.bars_edits());
        assert_eq!(problems, []);
        table
    }

    fn row(cells: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        cells.iter().map(|(column, text)| (*column, text.to_string())).collect()
    }

    fn with(
        text: &str,
        spot: impl Fn(&Editor) -> RowSpot,
        cells: &[(&'static str, &str)],
    ) -> String {
        let table = table(&EVENTS, text.as_bytes());
        let editor = Editor::new(&table, None);
        let splice = editor.insert(spot(&editor), &row(cells)).unwrap();
        String::from_utf8(apply(text.as_bytes(), &[splice])).unwrap()
    }

    const NEW: &[(&str, &str)] = &[("id", "n"), ("date", "2020"), ("label", "New")];

    #[test]
    fn a_row_goes_where_it_is_told_in_the_way_of_its_file() {
        let after = |editor: &Editor| RowSpot::After(editor.find("id", "a")[0]);
        let before = |editor: &Editor| RowSpot::Before(editor.find("id", "a")[0]);
        let end = |_: &Editor| RowSpot::End;
        let lf = "id,date,label\na,2019,A\nb,2021,B\n";
        assert_eq!(with(lf, after, NEW), "id,date,label\na,2019,A\nn,2020,New\nb,2021,B\n");
        assert_eq!(with(lf, before, NEW), "id,date,label\nn,2020,New\na,2019,A\nb,2021,B\n");
        assert_eq!(with(lf, end, NEW), "id,date,label\na,2019,A\nb,2021,B\nn,2020,New\n");
        assert_eq!(
            with("label,id,date\r\nA,a,2019", end, NEW),
            "label,id,date\r\nA,a,2019\r\nNew,n,2020"
        );
        assert_eq!(
            with("id,date,label\ra,2019,A\r\r", end, NEW),
            "id,date,label\ra,2019,A\rn,2020,New\r\r"
        );
        assert_eq!(with("id,date,label", end, NEW), "id,date,label\nn,2020,New");
        assert_eq!(
            with("\u{feff}id,date,label\r\n", end, NEW),
            "\u{feff}id,date,label\r\nn,2020,New\r\n"
        );
    }

    #[test]
    fn a_row_is_quoted_as_its_neighbours_are() {
        let end = |_: &Editor| RowSpot::End;
        let quoted = "\"id\",\"date\",\"label\",\"note\"\n\"a\",\"2019\",\"A\",\"\"\n";
        assert_eq!(with(quoted, end, NEW), format!("{quoted}\"n\",\"2020\",\"New\",\"\"\n"));
        let texts_only = "id,date,label\n\"a\",2019,\"A, or B\"\n\"b\",2019,\"B\"\n";
        assert_eq!(with(texts_only, end, NEW), format!("{texts_only}\"n\",2020,\"New\"\n"));
        let needed = "id,date,label\na,2019,\"A, or B\"\n";
        assert_eq!(with(needed, end, NEW), format!("{needed}n,2020,New\n"));
        let hard = [("id", "n"), ("label", "say \"x\", y")];
        assert_eq!(with(needed, end, &hard), format!("{needed}n,,\"say \"\"x\"\", y\"\n"));
    }

    #[test]
    fn what_has_no_column_is_not_lost_in_silence() {
        let table = table(&EVENTS, b"id,date,label\n");
        let editor = Editor::new(&table, None);
        let missing = NoColumn { layout: &EVENTS, column: "note" };
        assert_eq!(editor.insert(RowSpot::End, &row(&[("note", "x")])), Err(missing));
        assert!(editor.insert(RowSpot::End, &row(&[("id", "n"), ("note", "")])).is_ok());
    }

    #[test]
    fn a_column_is_added_in_its_place_and_empty() {
        let wider = |text: &str, column: &str| {
            let table = table(&EVENTS, text.as_bytes());
            let splices = Editor::new(&table, None).add_column(column);
            String::from_utf8(apply(text.as_bytes(), &splices)).unwrap()
        };
        let text = "id,date,label,note,ours\r\na,2019,\"A, or B\",\"x\ny\",1\r\n\r\nb,2020,B,,\r\n";
        let with = "id,date,label,source,note,ours\r\na,2019,\"A, or B\",,\"x\ny\",1\r\n\r\nb,2020,B,,,\r\n";
        assert_eq!(wider(text, "source"), with);
        assert_eq!(wider("id,date,label\na,2019,A", "note"), "id,date,label,note\na,2019,A,");
        assert_eq!(
            wider("note,id,date,label\nx,a,2019,A", "source"),
            "note,id,date,label,source\nx,a,2019,A,"
        );
        let quoted = "\"id\",\"date\",\"label\"\n\"a\",\"2019\",\"A\"\n";
        let with = "\"id\",\"date\",\"label\",\"note\"\n\"a\",\"2019\",\"A\",\"\"\n";
        assert_eq!(wider(quoted, "note"), with);
    }

    #[test]
    fn a_cell_changes_alone_and_a_row_leaves_no_trace() {
        let text = "id,date,label\na,2019,\"A, or B\"\nb,2020,B";
        let table = table(&EVENTS, text.as_bytes());
        let editor = Editor::new(&table, None);
        let (a, b) = (editor.find("id", "a")[0], editor.find("id", "b")[0]);
        let changed =
            |splice: Splice| String::from_utf8(apply(text.as_bytes(), &[splice])).unwrap();
        assert_eq!(
            changed(editor.set(a, "label", "C").unwrap().unwrap()),
            text.replace("A, or B", "C")
        );
        assert_eq!(editor.set(a, "label", "A, or B"), Ok(None));
        assert_eq!(changed(editor.remove(a)), "id,date,label\nb,2020,B");
        assert_eq!(changed(editor.remove(b)), "id,date,label\na,2019,\"A, or B\"");
    }

    #[test]
    fn a_row_whose_quotes_hide_its_cells_is_not_changed() {
        let text = "id,date,label,note\na,2019,\"A\" b, c,d\nb,2020,B,\n";
        let table = table(&EVENTS, text.as_bytes());
        let editor = Editor::new(&table, None);
        let (a, b) = (editor.find("id", "a")[0], editor.find("id", "b")[0]);
        for column in ["date", "label", "note"] {
            let refused = editor.set(a, column, "x").unwrap_err();
            assert!(matches!(refused, CellUnset::Quotes(place) if place.line == 2), "{column}");
        }
        assert!(editor.set(b, "note", "x").is_ok());
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_changed() {
        let blocked = |text: &str| {
            let files = Files { events: Some(text.into()), ..Files::default() };
            let read = Dataset::read(&files, 4);
            let blocked = Editor::of(&read, &EVENTS).map(|_| ());
            blocked.map_err(|problems| problems.first().map_or("", |problem| problem.rule.name()))
        };
        assert_eq!(blocked("id;date;label\na;2019;A\n"), Err("separator"));
        assert_eq!(blocked("id,date,label\na,2019,\"A\n"), Err("unclosed-quote"));
        assert_eq!(blocked("date,label\n2019,A\n"), Err("missing-column"));
        assert_eq!(blocked(""), Err("missing-header"));
        assert_eq!(blocked("id,date,label,colour\na,2019\nb,soon,B,\n"), Ok(()));
    }
}
