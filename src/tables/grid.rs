//! The cells of one sheet as the program that made it shows them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::cell_kind::CellKind;
use super::range::CellRange;
use super::remark::Remark;
use crate::dataset::places::letters;

/// The cells of one sheet, row by row, each the text that a person sees in it. Rows without any
/// content are left out, rows may be of any length, and a cell that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// What the sheet is called, of a workbook.
    pub sheet: Option<String>,
    /// What a person must know of how the table was read.
    pub remarks: Vec<Remark>,
    /// Semicolons part the cells, as programs write them where a comma parts decimals.
    pub by_semicolons: bool,
    /// The texts of all cells, one after the other: a million of them are one piece of memory.
    text: String,
    /// Where the text of each cell ends.
    ends: Vec<usize>,
    rows: Vec<GridRow>,
    /// Rows without content were left out since the last row.
    is_after_gap: bool,
    /// What is stored where it is not what is shown, by row and column.
    stored: HashMap<(usize, usize), String>,
    /// The formats of cells of which nobody can tell what they show.
    unshown: HashMap<(usize, usize), String>,
    /// The first column of the heading that lies over a cell and others, by row and column.
    merged: HashMap<(usize, usize), usize>,
    /// Where the columns stand in the sheet, where not all of them were read.
    sheet_columns: Vec<usize>,
    /// Where cells stand in the sheet that lie in another column here, by row and column.
    moved: HashMap<(usize, usize), usize>,
    /// By how many blanks the first cell of a row is indented, where it is.
    indents: HashMap<usize, usize>,
    /// So many rows stand above the range that was asked for: what they say is said of it.
    above: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct GridRow {
    line: usize,
    /// The place of its first cell among all.
    first: usize,
    is_after_gap: bool,
}

/// `2020-03-01`.
fn is_day(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    text.len() == 10
        && text.is_ascii()
        && text.split('-').map(str::len).eq([4, 2, 2])
        && text.split('-').all(digits)
}

/// No table has more lines of words above it.
const ABOVE: usize = 40;

impl Grid {
    /// A row that starts in this line of the file or the sheet, from 1.
    pub fn push(&mut self, line: usize, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        self.begin_row(line);
        for cell in cells {
            self.push_cell(cell.as_ref());
        }
    }

    /// A row whose cells follow one by one.
    pub fn begin_row(&mut self, line: usize) {
        let is_after_gap = std::mem::take(&mut self.is_after_gap) && !self.rows.is_empty();
        self.rows.push(GridRow { line, first: self.ends.len(), is_after_gap });
    }

    /// The next cell of the last row.
    pub fn push_cell(&mut self, cell: &str) {
        let row = self.rows.len().saturating_sub(1);
        if cell.starts_with(char::is_whitespace)
            && self.rows.last().is_some_and(|last| last.first == self.ends.len())
        {
            self.keep_indent(row, cell.chars().take_while(|c| c.is_whitespace()).count());
        }
        self.text.push_str(cell.trim());
        self.ends.push(self.text.len());
    }

    /// A row without content is left out before the next.
    pub fn skip_blank(&mut self) {
        self.is_after_gap = true;
    }

    /// What the file holds of a cell that shows something else: `0.44` of one that shows `44%`.
    pub fn keep_stored(&mut self, row: usize, column: usize, stored: String) {
        self.stored.insert((row, column), stored);
    }

    /// A cell whose number format is not understood; its text is what is stored.
    pub fn keep_unshown(&mut self, row: usize, column: usize, format: String) {
        self.unshown.insert((row, column), format);
    }

    /// A heading that lies over several cells of a row.
    pub fn keep_merged(&mut self, row: usize, columns: Range<usize>) {
        let first = columns.start;
        self.merged.extend(columns.map(|column| ((row, column), first)));
    }

    /// How far the first cell of a row is indented, as names below others are.
    pub fn keep_indent(&mut self, row: usize, blanks: usize) {
        self.indents.insert(row, blanks);
    }

    /// By how much the name of a row is indented.
    pub(super) fn indent(&self, row: usize) -> usize {
        self.indents.get(&row).copied().unwrap_or_default()
    }

    /// Where each column stands in the sheet, from 0.
    pub fn keep_columns(&mut self, columns: Vec<usize>) {
        self.sheet_columns = columns;
    }

    /// What the sheet calls a column: `C`.
    pub fn letters(&self, column: usize) -> String {
        letters(self.place(column))
    }

    /// A cell that stands in another column of the sheet than its column here.
    pub(super) fn keep_moved(&mut self, row: usize, column: usize, place: usize) {
        self.moved.insert((row, column), place);
    }

    /// The letter of the column in which a cell stands.
    pub fn letters_of_cell(&self, row: usize, column: usize) -> String {
        let moved = self.moved.get(&(row, column)).copied();
        letters(moved.unwrap_or_else(|| self.place(column)))
    }

    /// Where a column stands in the sheet, from 0.
    pub(super) fn place(&self, column: usize) -> usize {
        self.sheet_columns.get(column).copied().unwrap_or(column)
    }

    /// One without rows, of the same sheet.
    pub(super) fn emptied(&self) -> Grid {
        Grid {
            sheet: self.sheet.clone(),
            remarks: self.remarks.clone(),
            by_semicolons: self.by_semicolons,
            above: self.above,
            ..Grid::default()
        }
    }

    /// How many rows stand above the range that was asked for.
    pub(super) fn above(&self) -> usize {
        self.above
    }

    /// The part that lies in a range of the sheet, below the lines of words that stand above it.
    pub(super) fn asked(&self, range: &CellRange) -> Grid {
        let first = (0..self.height()).find(|row| self.line(*row) >= range.rows.start);
        let end = first.unwrap_or(self.height());
        let has_figure =
            |row: usize| self.cells(row).any(|cell| CellKind::of(cell) == CellKind::Number);
        let start = (0..end).rev().take(ABOVE).take_while(|row| !has_figure(*row)).last();
        self.part(range, start.unwrap_or(end)..end)
    }

    /// The part that lies in a range of the sheet.
    pub(super) fn within(&self, range: &CellRange) -> Grid {
        self.part(range, 0..0)
    }

    /// The same below some rows of the sheet: a name that stands left of the range is told with what
    /// it is said of.
    fn part(&self, range: &CellRange, above: Range<usize>) -> Grid {
        let column_at = |column: usize| self.place(column);
        let columns: Vec<usize> =
            (0..self.width()).filter(|at| range.columns.contains(&column_at(*at))).collect();
        let mut part = Grid {
            sheet: self.sheet.clone(),
            remarks: self.remarks.clone(),
            by_semicolons: self.by_semicolons,
            sheet_columns: columns.iter().map(|at| column_at(*at)).collect(),
            ..Grid::default()
        };
        let filled =
            |row: usize| columns.iter().filter(|at| !self.cell(row, **at).is_empty()).count();
        let below = (1..self.height()).find(|row| {
            let follows = self.line(*row) == range.rows.end && !self.is_after_gap(*row);
            follows && filled(*row) > 1 && filled(*row) == filled(*row - 1)
        });
        if let (Some(row), Some(first)) = (below, columns.first()) {
            let open = format!("{}{}:", self.letters(*first), range.rows.start);
            part.remarks.push(Remark::BelowRange { line: self.line(row), open });
        }
        for row in above {
            if self.is_after_gap(row) {
                part.skip_blank();
            }
            let own = |at: &usize| self.cell(row, *at);
            let mut cells: Vec<&str> = columns.iter().map(own).collect();
            let left = (0..self.length(row)).filter(|at| column_at(*at) < range.columns.start);
            let mut left = left.map(|at| self.cell(row, at)).filter(|cell| !cell.is_empty());
            if let (Some(first), Some(name)) = (cells.first_mut(), left.next())
                && first.is_empty()
            {
                *first = name;
            }
            if cells.iter().any(|cell| !cell.is_empty()) {
                part.push(self.line(row), cells);
                part.above += 1;
            }
        }
        for row in (0..self.height()).filter(|row| range.rows.contains(&self.line(*row))) {
            let is_blank = |at: &usize| self.cell(row, *at).is_empty();
            if self.is_after_gap(row) || columns.iter().all(is_blank) {
                part.skip_blank();
            }
            if columns.iter().all(is_blank) {
                continue;
            }
            let to = part.height();
            let within = columns.iter().filter(|at| **at < self.length(row));
            part.push(self.line(row), within.map(|at| self.cell(row, *at)));
            if self.indent(row) > 0 {
                part.keep_indent(to, self.indent(row));
            }
            for (column, at) in columns.iter().enumerate() {
                if let Some(stored) = self.stored(row, *at) {
                    part.keep_stored(to, column, stored.to_string());
                }
                if let Some(format) = self.unshown(row, *at) {
                    part.keep_unshown(to, column, format.to_string());
                }
                let first = self.merged_from(row, *at);
                if let Some(first) = first.map(|first| columns.partition_point(|at| *at < first)) {
                    part.merged.insert((to, column), first);
                }
            }
        }
        part
    }

    /// The same with what stands elsewhere in some of the cells, by row and column.
    pub(super) fn with_copies(&self, from: &HashMap<(usize, usize), (usize, usize)>) -> Grid {
        let copied =
            |row, column| from.get(&(row, column)).map(|(row, column)| self.cell(*row, *column));
        let mut copy = self.rebuilt(copied, None);
        for (to, (row, column)) in from {
            if let Some(stored) = self.stored(*row, *column) {
                copy.keep_stored(to.0, to.1, stored.to_string());
            }
            if let Some(format) = self.unshown(*row, *column) {
                copy.keep_unshown(to.0, to.1, format.to_string());
            }
        }
        copy
    }

    /// The same with other texts in some of the cells, by row and column.
    pub(super) fn with_cells(&self, cells: &HashMap<(usize, usize), String>) -> Grid {
        self.rebuilt(|row, column| cells.get(&(row, column)).map(String::as_str), None)
    }

    /// The same with one more column behind `width` others, of which some rows have a cell.
    pub(super) fn with_column(&self, width: usize, cells: &HashMap<usize, String>) -> Grid {
        let own = |row: usize, column: usize| {
            cells.get(&row).filter(|_| column == width).map(String::as_str)
        };
        let mut wider = self.rebuilt(own, Some((width, cells)));
        if !wider.sheet_columns.is_empty() {
            let next = wider.sheet_columns.iter().max().map_or(width, |last| last + 1);
            wider.sheet_columns.resize(width, next);
            wider.sheet_columns.push(next);
        }
        wider
    }

    fn rebuilt<'c>(
        &'c self,
        other: impl Fn(usize, usize) -> Option<&'c str>,
        more: Option<(usize, &HashMap<usize, String>)>,
    ) -> Grid {
        let mut copy = Grid {
            text: String::new(),
            ends: Vec::new(),
            rows: Vec::new(),
            is_after_gap: false,
            ..self.clone()
        };
        for row in 0..self.height() {
            copy.is_after_gap = self.is_after_gap(row);
            copy.begin_row(self.line(row));
            let wider = more.filter(|(_, cells)| cells.contains_key(&row)).map(|(width, _)| width);
            for column in 0..wider.map_or(self.length(row), |width| width + 1) {
                copy.push_cell(other(row, column).unwrap_or_else(|| self.cell(row, column)));
            }
        }
        copy
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many cells the longest row has.
    pub fn width(&self) -> usize {
        (0..self.height()).map(|row| self.length(row)).max().unwrap_or_default()
    }

    /// How many cells a row has.
    pub fn length(&self, row: usize) -> usize {
        let next = self.rows.get(row + 1).map_or(self.ends.len(), |next| next.first);
        next - self.rows[row].first
    }

    /// How many cells a row has up to the last with content.
    pub fn extent(&self, row: usize) -> usize {
        let filled = |column: &usize| !self.cell(row, *column).is_empty();
        (0..self.length(row)).rev().find(filled).map_or(0, |column| column + 1)
    }

    /// In which line of the file or the sheet a row starts, from 1.
    pub fn line(&self, row: usize) -> usize {
        self.rows[row].line
    }

    /// Were rows without content left out before this one?
    pub fn is_after_gap(&self, row: usize) -> bool {
        self.rows[row].is_after_gap
    }

    /// What a cell shows, without blanks around it.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.length(row) {
            return "";
        }
        let at = self.rows[row].first + column;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        &self.text[start..self.ends[at]]
    }

    /// The cells of a row.
    pub fn cells(&self, row: usize) -> impl Iterator<Item = &str> {
        (0..self.length(row)).map(move |column| self.cell(row, column))
    }

    /// What the file holds of a cell, where that is not what it shows.
    pub fn stored(&self, row: usize, column: usize) -> Option<&str> {
        self.stored.get(&(row, column)).map(String::as_str)
    }

    /// Does the file hold something else of any cell than it shows?
    pub fn has_stored(&self) -> bool {
        !self.stored.is_empty()
    }

    /// What a cell says as a period: what it shows, written out where that leaves open which day or
    /// year is meant and the file holds the day: `Mar-20` of 1 March 2020 is `Mar 2020`, and
    /// `03/04/2019` the day itself.
    pub fn dated(&self, row: usize, column: usize) -> Cow<'_, str> {
        let shown = self.cell(row, column);
        let Some(day) = self.stored(row, column).filter(|stored| is_day(stored)) else {
            return Cow::Borrowed(shown);
        };
        let mut words = shown.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
        match (words.next(), words.next(), words.next(), words.next()) {
            (Some(month), Some(year), None, _) if !is_number(month) && year == &day[2..4] => {
                Cow::Owned(format!("{month} {}", &day[..4]))
            }
            (Some(one), Some(two), Some(three), None)
                if [one, two, three].into_iter().all(is_number) =>
            {
                Cow::Borrowed(day)
            }
            (Some(one), Some(month), Some(year), None)
                if is_number(one) && !is_number(month) && year == &day[2..4] =>
            {
                Cow::Borrowed(day)
            }
            _ => Cow::Borrowed(shown),
        }
    }

    /// Why a cell cannot be read: nobody can tell what it shows.
    pub fn doubt(&self, row: usize, column: usize) -> Option<String> {
        let unknown = self.unshown(row, column).map(|format| {
            let held = self.cell(row, column);
            format!("it holds {held}, and its number format `{format}` is not understood")
        });
        unknown.or_else(|| self.sign_doubt(row, column))
    }

    /// The number format of a cell of which nobody can tell what it shows: it must not be read.
    pub fn unshown(&self, row: usize, column: usize) -> Option<&str> {
        self.unshown.get(&(row, column)).map(String::as_str)
    }

    /// The first column of the heading that lies over this cell and others, where one does.
    pub fn merged_from(&self, row: usize, column: usize) -> Option<usize> {
        self.merged.get(&(row, column)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_day_settles_what_is_left_open() {
        for (shown, day, expected) in [
            ("Mar-20", "2020-03-01", "Mar 2020"),
            ("Mar 12", "2019-03-12", "Mar 12"),
            ("03/04/2019", "2019-04-03", "2019-04-03"),
            ("3.4.19", "2019-04-03", "2019-04-03"),
            ("1-Mar-20", "2020-03-01", "2020-03-01"),
            ("2020", "2020-03-01", "2020"),
            ("March 2020", "2020-03-01", "March 2020"),
            ("5", "5.1", "5"),
        ] {
            let mut grid = Grid::default();
            grid.push(1, [shown]);
            grid.keep_stored(0, 0, day.into());
            assert_eq!(grid.dated(0, 0), expected);
        }
    }

    #[test]
    fn many_hidden_rows_are_counted() {
        let rows = |count: usize| Remark::HiddenRows((3..3 + count).collect()).to_string();
        assert_eq!(rows(1), "hidden and not read: row 3");
        assert_eq!(rows(2), "hidden and not read: rows 3, 4");
        assert_eq!(rows(9), "hidden and not read: rows 3, 4, 5, 6, 7, 8 and 3 more");
    }
}
