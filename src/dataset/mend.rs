//! What can be mended in a file because it has one meaning only. Everything else stays as it is,
//! and an error.

use super::data_file::DataFile;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::encoding::{is_hidden, is_utf16, no_text, windows_1252};
use super::layout::{Layout, figures};
use super::mend_series::SeriesHabits;
pub use super::mended::{Mend, Mended};
use super::open::open;
use super::scan::{Cell, CellForm, Fault, quoted};
use super::table::{BYTE_ORDER_MARK, Limits, Table, inner};
use crate::problem::Gathered;

/// The file mended. `floats` are the series whose numbers a program wrote as floats.
pub fn mend<'t>(layout: &'static Layout, bytes: &'t [u8], floats: &BTreeSet<String>) -> Mended<'t> {
    let mut all = Mended { text: Cow::Borrowed(bytes), what: BTreeMap::new() };
    // What was hidden by one fault may be another: a second byte order mark behind the first.
    for _ in 0..8 {
        let Some((text, what)) = mend_once(layout, &all.text, floats) else { break };
        all.text = Cow::Owned(text);
        what.into_iter().for_each(|(what, count)| *all.what.entry(what).or_default() += count);
    }
    all
}

/// The text with what was mended in it; nothing where it stays as it is.
fn mend_once(
    layout: &'static Layout,
    bytes: &[u8],
    floats: &BTreeSet<String>,
) -> Option<(Vec<u8>, BTreeMap<Mend, usize>)> {
    let mut what = BTreeMap::new();
    if no_text(bytes).is_some() || is_utf16(bytes) || bytes.len() > Limits::STATED.file {
        return None;
    }
    let decoded = decoded(bytes);
    if decoded.is_some() {
        what.insert(Mend::Windows1252, 1);
    }
    let text = decoded.as_deref().unwrap_or(bytes);
    let table = open(layout, text, Limits::STATED, &mut Gathered::default());
    let habits = SeriesHabits::of(&table).with_floats(floats);
    let mut mender = Mender { table: &table, out: Vec::with_capacity(text.len()), what, habits };
    if table.text.is_none() || !mender.whole() {
        return None;
    }
    (mender.out != bytes).then_some((mender.out, mender.what))
}

/// The text as UTF-8, if it can only be Windows-1252: no byte above ASCII is a part of UTF-8.
fn decoded(bytes: &[u8]) -> Option<Vec<u8>> {
    if str::from_utf8(bytes).is_ok() {
        return None;
    }
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 16);
    for chunk in bytes.utf8_chunks() {
        if !chunk.valid().is_ascii() {
            return None;
        }
        text.push_str(chunk.valid());
        for byte in chunk.invalid() {
            text.push(windows_1252(*byte)?);
        }
    }
    Some(text.into_bytes())
}

/// The columns that hold numbers.
const NUMBERS: [usize; 3] = [figures::VALUE, figures::LOW, figures::HIGH];

struct Mender<'m, 't> {
    table: &'m Table<'t>,
    out: Vec<u8>,
    what: BTreeMap<Mend, usize>,
    habits: SeriesHabits,
}

impl Mender<'_, '_> {
    fn count(&mut self, mend: Mend) {
        *self.what.entry(mend).or_default() += 1;
    }

    /// Everything, piece by piece; `false` if the rows cannot be told apart well enough.
    fn whole(&mut self) -> bool {
        let table = self.table;
        // Nothing but line endings: there is no header, and so no table to mend.
        if table.start >= table.bytes.len() {
            return false;
        }
        if table.separator != b',' && self.has_doubtful_comma() {
            return false;
        }
        if table.bytes.starts_with(BYTE_ORDER_MARK) {
            self.count(Mend::ByteOrderMark);
        }
        if table.separator_line().is_some() {
            self.count(Mend::SeparatorLine);
        } else {
            let mark =
                if table.bytes.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
            self.endings(mark..table.start);
        }
        if table.separator != b',' {
            self.count(Mend::Separator);
        }
        let (header, _) = table.record(table.start);
        self.header(&header);
        let mut last = table.body;
        let mut rows = table.rows();
        while let Some(row) = rows.read() {
            let (start, end) = (row.start, row.end);
            let broken = row.faults.iter().any(|fault| !matches!(fault, Fault::Ragged { .. }));
            if broken && table.separator != b',' {
                return false;
            }
            self.endings(last..start);
            match broken || row.cells.iter().any(|cell| cell.form == CellForm::Broken) {
                true => self.out.extend_from_slice(&table.bytes[start..end]),
                false => {
                    let ragged = !row.faults.is_empty();
                    let cells = row.cells.to_vec();
                    self.row(&cells, ragged);
                }
            }
            last = end;
        }
        self.endings(last..table.bytes.len());
        true
    }

    /// Where semicolons or tabs part the cells, `1,234` may be a little more than one. Once
    /// commas part them it could not be told from the other any more.
    fn has_doubtful_comma(&self) -> bool {
        if self.table.layout.file != DataFile::Figures {
            return false;
        }
        let doubtful = |cell: &Cell| {
            let said = self.says(*cell);
            let (_, size) = signed(trimmed(&said));
            size.split_once(',').is_some_and(|(whole, part)| {
                let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
                (1..=3).contains(&whole.len()) && part.len() == 3 && digits(whole) && digits(part)
            })
        };
        // A column whose name is still to be mended holds numbers, too.
        let (header, _) = self.table.record(self.table.start);
        let is_number = |cell: &Cell| {
            let column = self.table.layout.column(&plain(&self.says(*cell)));
            column.is_some_and(|column| NUMBERS.contains(&column))
        };
        let columns = header.iter().enumerate().filter(|(_, cell)| is_number(cell));
        let numbers: Vec<usize> = columns.map(|(position, _)| position).collect();
        let mut rows = self.table.rows();
        while let Some(row) = rows.read() {
            if numbers.iter().filter_map(|position| row.cells.get(*position)).any(doubtful) {
                return true;
            }
        }
        false
    }

    /// What stands between two rows: line endings, and lines without content.
    fn endings(&mut self, between: std::ops::Range<usize>) {
        let bytes = &self.table.bytes[between];
        let mut at = 0;
        while at < bytes.len() {
            match &bytes[at..] {
                [b'\r', b'\n', ..] => {
                    self.count(Mend::LineEnding);
                    self.out.push(b'\n');
                    at += 2;
                }
                [b'\r', ..] => {
                    self.count(Mend::LineEnding);
                    self.out.push(b'\n');
                    at += 1;
                }
                [byte, ..] if *byte == self.table.separator => {
                    self.out.push(b',');
                    at += 1;
                }
                [byte, ..] => {
                    self.out.push(*byte);
                    at += 1;
                }
                [] => break,
            }
        }
    }

    fn header(&mut self, cells: &[Cell]) {
        let texts: Vec<(String, bool)> = cells
            .iter()
            .map(|cell| {
                let said = self.says(*cell);
                let plain = plain(&said);
                let known = plain != said && self.table.layout.column(&plain).is_some();
                if known {
                    self.count(Mend::ColumnName);
                    (plain, true)
                } else {
                    (said, false)
                }
            })
            .collect();
        self.write(cells, &texts);
    }

    fn row(&mut self, cells: &[Cell], ragged: bool) {
        let texts: Vec<(String, bool)> = cells
            .iter()
            .enumerate()
            .map(|(position, cell)| {
                let said = self.says(*cell);
                let column = self.table.positions.iter().position(|known| *known == Some(position));
                match column.filter(|_| !ragged) {
                    Some(column) => {
                        let mended = self.cell(column, &said);
                        let mended = self.as_its_series(cells, column, mended);
                        let changed = mended != said;
                        (mended, changed)
                    }
                    None => (said, false),
                }
            })
            .collect();
        self.write(cells, &texts);
    }

    /// The cells with commas between them; what did not change stays as it was written.
    fn write(&mut self, cells: &[Cell], texts: &[(String, bool)]) {
        for (at, (cell, (text, changed))) in cells.iter().zip(texts).enumerate() {
            if at > 0 {
                self.out.push(b',');
            }
            let raw = &self.table.bytes[cell.start..cell.end];
            let needs = text.contains([',', '"', '\n', '\r']);
            match *changed || cell.form == CellForm::Bare && needs {
                false => self.out.extend_from_slice(raw),
                true if needs || cell.form != CellForm::Bare => {
                    self.out.extend_from_slice(quoted(text).as_bytes());
                }
                true => self.out.extend_from_slice(text.as_bytes()),
            }
        }
    }

    fn cell(&mut self, column: usize, said: &str) -> String {
        let mut text = trimmed(said).to_string();
        if text != said {
            self.count(Mend::Blanks);
        }
        let layout = self.table.layout;
        if layout.keys.contains(&column) {
            let visible: String = text.chars().filter(|c| !is_hidden(*c)).collect();
            if visible != text {
                self.count(Mend::Hidden);
                text = visible;
            }
            let bare = text.trim_matches(['‘', '’', '“', '”', '\'', '"']);
            if bare != text {
                self.count(Mend::Quotes);
                text = bare.to_string();
            }
        }
        if layout.file == DataFile::Figures && NUMBERS.contains(&column) {
            text = self.number(text);
        }
        text
    }

    /// What can be told only by the other figures of the series.
    fn as_its_series(&mut self, cells: &[Cell], column: usize, text: String) -> String {
        if self.table.layout.file != DataFile::Figures {
            return text;
        }
        let series = self.table.positions[figures::SERIES].and_then(|at| cells.get(at));
        let series = series.map_or(String::new(), |cell| self.says(*cell));
        match self.habits.mended(trimmed(&series), column, &text) {
            Some((mend, mended)) => {
                self.count(mend);
                mended
            }
            None => text,
        }
    }

    fn number(&mut self, text: String) -> String {
        let (sign, size) = signed(&text);
        let minus = sign == "\u{2212}";
        let size = if minus { size } else { text.as_str() };
        let is_number = |text: &str| {
            let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
            let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
            digits(whole) && digits(part)
        };
        let plain = Mender::without_thousands(size);
        if plain.is_some() {
            self.count(Mend::Thousands);
        }
        let size = plain.unwrap_or_else(|| size.to_string());
        match minus && is_number(&size) {
            true => {
                self.count(Mend::Minus);
                format!("-{size}")
            }
            false if minus => text,
            false => size,
        }
    }

    /// `82,109` and `17 000 000`: one mark between groups of three.
    fn without_thousands(text: &str) -> Option<String> {
        let (sign, size) = signed(text);
        let (whole, part) = match size.split_once('.') {
            Some((whole, part)) => (whole, Some(part)),
            None => (size, None),
        };
        let mark = whole.chars().find(|c| !c.is_ascii_digit())?;
        let known = matches!(mark, ',' | ' ' | '\'' | '\u{a0}' | '\u{202f}' | '\u{2009}');
        if !known {
            return None;
        }
        let groups: Vec<&str> = whole.split(mark).collect();
        let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
        let first = (1..=3).contains(&groups[0].len()) && !groups[0].starts_with('0');
        let right = first
            && groups.iter().all(digits)
            && groups[1..].iter().all(|group| group.len() == 3)
            && part.is_none_or(|part| !part.is_empty() && digits(&part));
        let point = if part.is_some() { "." } else { "" };
        right.then(|| format!("{sign}{}{point}{}", groups.concat(), part.unwrap_or_default()))
    }

    fn says(&self, cell: Cell) -> String {
        cell.unescaped(self.table.raw(inner(cell))).into_owned()
    }
}

/// The name of a column without what nobody sees in it.
fn plain(name: &str) -> String {
    let visible: String = name.chars().filter(|c| !is_hidden(*c)).collect();
    visible.trim().to_string()
}

fn trimmed(cell: &str) -> &str {
    cell.trim_matches([' ', '\u{a0}', '\t'])
}

/// The minus before a number, plain or typographic, and its size.
fn signed(number: &str) -> (&str, &str) {
    let sign = number.chars().next().filter(|sign| matches!(sign, '-' | '\u{2212}'));
    number.split_at(sign.map_or(0, char::len_utf8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::layout::{FIGURES, SOURCES};
    use super::*;

    fn none() -> BTreeSet<String> {
        BTreeSet::new()
    }

    fn mended(text: impl AsRef<[u8]>) -> String {
        String::from_utf8(mend(&FIGURES, text.as_ref(), &none()).text.into_owned()).unwrap()
    }

    const HEAD: &str = "id,series,period,value,source,note\n";

    #[test]
    fn what_has_one_meaning_is_mended() {
        for (wrong, right) in [
            ("a,b,2017,\"82,109\",s,\n", "a,b,2017,\"82109\",s,\n"),
            ("a,b,2017,17 000 000,s,\n", "a,b,2017,17000000,s,\n"),
            ("a,b,2017,\"-1,234.5\",s,\n", "a,b,2017,\"-1234.5\",s,\n"),
            ("a,b,2017,\u{2212}5,s,\n", "a,b,2017,-5,s,\n"),
            ("“a”,b ,2017,5,‘s’,\n", "a,b,2017,5,s,\n"),
            ("a\u{200b},b,2017,5,s, a note  \n", "a,b,2017,5,s,a note\n"),
            ("a,b,2017,5,s,x\r\n\r\n", "a,b,2017,5,s,x\n\n"),
        ] {
            assert_eq!(mended(format!("{HEAD}{wrong}")), format!("{HEAD}{right}"), "{wrong}");
        }
        assert_eq!(
            mended("\u{feff}id, series ,period\r\na,b,2017\r\n"),
            "id,series,period\na,b,2017\n"
        );
        assert_eq!(
            mended("id;series;period;note\na;b;2017;x, \"\"y\"\"\n"),
            "id;series;period;note\na;b;2017;x, \"\"y\"\"\n"
        );
        assert_eq!(
            mended("sep=;\nid;series;period;note\na;b;2017;x, y\n"),
            "\nid,series,period,note\na,b,2017,\"x, y\"\n".trim_start()
        );
        assert_eq!(
            mended(b"id,series,period,note\na,b,2017,caf\xe9 \x80\n"),
            "id,series,period,note\na,b,2017,café €\n"
        );
    }

    #[test]
    fn what_may_have_two_is_left() {
        for text in [
            "a,b,2017,\"1,5\",s,\n",
            "a,b,2017,\"12,34,567\",s,\n",
            "a,b,2017,1.234,s,\n",
            "a,b,2009-10,17m,s,\n",
            "a,b,2017,\"0,123\",s,\n",
            "a,b,2017,5,s\n",
            "a,b,2017,\"5,s,\n",
        ] {
            assert_eq!(mended(format!("{HEAD}{text}")), format!("{HEAD}{text}"), "{text}");
        }
        for number in ["1,234", "-1,234", "\u{2212}1,234", " 1,234", "\u{a0}-1,234 ", "\"1,234\""] {
            for name in ["value", " value ", "\u{200b}low"] {
                let semicolons = format!("id;series;period;{name};note\na;b;2017;{number};\n");
                assert_eq!(mended(&semicolons), semicolons);
                let tabs = semicolons.replace(';', "\t");
                assert_eq!(mended(&tabs), tabs);
            }
        }
        let decimals = "id;series;period;value\na;b;2017;1,5\n";
        assert_eq!(mended(decimals), "id,series,period,value\na,b,2017,\"1,5\"\n");
        let mixed = b"id,note\na,\xc3\xa9 and \xe9\n";
        assert_eq!(mend(&SOURCES, mixed, &none()).text, mixed.as_slice());
    }

    #[test]
    fn what_was_done_is_counted() {
        let text = format!("\u{feff}{HEAD}a,b,2017,\"82,109\",s,x \r\n");
        let mended = mend(&FIGURES, text.as_bytes(), &none());
        let told: Vec<String> =
            mended.what.iter().map(|(what, count)| what.words(*count)).collect();
        assert_eq!(
            told,
            [
                "the byte order mark goes",
                "1 line ending becomes LF",
                "1 cell loses blanks at its ends",
                "1 number loses its marks between thousands",
            ]
        );
    }

    #[test]
    fn a_file_of_line_endings_stays_as_it_is() {
        for text in ["", "\r", "\r\n\n"] {
            assert_eq!(mend(&FIGURES, text.as_bytes(), &none()).text, text.as_bytes());
        }
    }

    proptest! {
        #[test]
        fn mending_ends_and_a_mended_file_stays(text in "(id,series,period,value,note\n)?[a-c0-9,;\"\n\r \u{feff}“é.−-]{0,80}") {
            let once = mend(&FIGURES, text.as_bytes(), &none());
            let twice = mend(&FIGURES, &once.text, &none());
            prop_assert_eq!(String::from_utf8_lossy(&twice.text), String::from_utf8_lossy(&once.text));
        }
    }
}
