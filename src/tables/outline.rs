//! Which rows of a sheet are its header, which are figures, and what stands around them.

use std::ops::Range;

use super::cell_kind::CellKind;
use super::column_names::{column_names, is_unit_row, name_from_above, says_how_final};
use super::grid::Grid;
use super::notes;
use super::part_of_year::is_part_of_year;
use super::range::CellRange;
use super::time_series::{name_the_kinds, time_series};

/// The parts of a sheet, as rows of its grid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// What stands above the table: its title, its publisher, when it was last changed.
    pub titles: Range<usize>,
    /// The rows that name the columns; empty where the first row has figures already.
    pub header: Range<usize>,
    /// The names of the columns; of a heading of several rows, all that stand above a column.
    /// Without a header, the letters of the columns.
    pub columns: Vec<String>,
    /// The rows of the grid between header and notes.
    pub body: Range<usize>,
    /// What stands below: notes, sources, licences.
    pub notes: Range<usize>,
    /// Another table below, which is not read: a range asks for it.
    pub rest: Range<usize>,
}

impl Outline {
    /// Finds the parts by what the cells look like.
    pub fn of(grid: &Grid) -> Outline {
        if grid.height() == 0 {
            return Outline::default();
        }
        if grid.above() > 0 {
            return Outline::below(grid, grid.above());
        }
        let (titles, header) = time_series(grid).unwrap_or_else(|| HeaderFinder::of(grid).header());
        let mut columns = match header.is_empty() {
            true => (0..grid.width()).map(|column| grid.letters(column)).collect(),
            false => column_names(grid, &header),
        };
        let start = header.end.max(titles.end);
        let rest = notes::next_table(grid, start)..grid.height();
        let body = start..notes::start(grid, start..rest.start, columns.len());
        let notes = body.end..rest.start;
        let has_figure =
            |row: usize| grid.cells(row).any(|cell| CellKind::of(cell) == CellKind::Number);
        if !rest.is_empty() && !(start..rest.start).any(has_figure) {
            return Outline::below(grid, rest.start);
        }
        // Figures may stand under no name.
        let wider = body.clone().filter(|row| grid.length(*row) > columns.len());
        let width = wider.map(|row| grid.extent(row)).max().unwrap_or_default();
        columns.resize(width.max(columns.len()), String::new());
        name_from_above(grid, titles.clone(), &mut columns);
        if header == (0..1) && titles.start == 1 {
            name_the_kinds(grid, titles.clone(), &mut columns);
        }
        Outline { titles, header, columns, body, notes, rest }
    }

    /// Of the table that begins in this row: what stands above it is said of it.
    fn below(grid: &Grid, from: usize) -> Outline {
        let rows = CellRange { rows: grid.line(from)..usize::MAX, columns: 0..usize::MAX };
        let own = Outline::of(&grid.within(&rows));
        let later = |rows: Range<usize>| rows.start + from..rows.end + from;
        Outline {
            titles: 0..own.titles.end + from,
            header: later(own.header),
            columns: own.columns,
            body: later(own.body),
            notes: later(own.notes),
            rest: later(own.rest),
        }
    }

    /// The place of the column of this name, from 0; blanks around it do not matter.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name.trim())
    }
}

/// What the rows around a header look like.
struct HeaderFinder<'g> {
    grid: &'g Grid,
    /// How many columns most rows have.
    width: usize,
}

/// A header has no more rows than these.
const HEADER_ROWS: usize = 8;

/// So many rows are looked at to learn how wide a table is, and to find its header.
const LOOKED_AT: usize = 400;

impl<'g> HeaderFinder<'g> {
    fn of(grid: &'g Grid) -> HeaderFinder<'g> {
        let mut votes: Vec<(usize, usize)> = Vec::new();
        for row in 0..grid.height().min(LOOKED_AT) {
            let extent = grid.extent(row);
            match votes.iter_mut().find(|(width, _)| *width == extent) {
                Some((_, weight)) => *weight += extent,
                None => votes.push((extent, extent)),
            }
        }
        let widest = votes.iter().max_by_key(|(width, weight)| (*weight, *width));
        HeaderFinder { grid, width: widest.map_or(1, |(width, _)| *width) }
    }

    /// The rows of titles and of the header.
    fn header(&self) -> (Range<usize>, Range<usize>) {
        let height = self.grid.height();
        let need = if self.width == 1 { 1 } else { self.width.div_ceil(2).max(2) };
        let rows = 0..height.min(LOOKED_AT);
        let heads_numbers = |row: &usize| self.filled(*row) >= need || self.has_periods(*row);
        let Some(first) = rows.clone().find(heads_numbers) else {
            return (0..0, 0..1);
        };
        // A title with commas looks as wide as a narrow table.
        let figures =
            rows.clone().find(|row| self.kinds(*row).any(|kind| kind == CellKind::Number));
        let heads = |row: &usize| self.filled(*row) >= need && self.is_heading(*row);
        let first = (first..figures.unwrap_or(first))
            .filter(heads)
            .find(|row| !self.is_title(*row, (row + 1..figures.unwrap_or(0)).find(heads)))
            .unwrap_or(first);
        if self.is_body(first) {
            return (0..first, first..first);
        }
        let mut start = first;
        while start > 0 && first - start < HEADER_ROWS && self.is_above(start - 1, start) {
            start -= 1;
        }
        let mut end = first + 1;
        while end < height && end - start < HEADER_ROWS && self.goes_on(start..end) {
            end += 1;
        }
        (0..start, start..end)
    }

    /// Periods alone in a row, all but the first columns of names, and numbers below each of them:
    /// `,,,2021,2022`.
    fn has_periods(&self, row: usize) -> bool {
        let filled: Vec<usize> =
            (0..self.grid.length(row)).filter(|at| !self.grid.cell(row, *at).is_empty()).collect();
        let [first, .., last] = filled[..] else { return false };
        let below = row + 1;
        let is = |row: usize, at: usize, kind: CellKind| self.kind(row, at) == kind;
        last + 1 - first == filled.len()
            && last + 1 == self.width
            && below < self.grid.height()
            && !self.grid.is_after_gap(below)
            && filled
                .iter()
                .all(|at| is(row, *at, CellKind::Period) && is(below, *at, CellKind::Number))
    }

    /// Is a wide row a title all the same: apart from the headings that come later, or with cells
    /// at the left only, where those have a name for each?
    fn is_title(&self, row: usize, later: Option<usize>) -> bool {
        let Some(later) = later.filter(|later| self.filled(*later) >= self.filled(row)) else {
            return false;
        };
        let is_apart = self.grid.is_after_gap(row + 1) || self.filled(row + 1) == 1;
        let is_left = self.is_packed(row)
            && self.filled(later) > self.filled(row)
            && !self.grid.cell(later, 0).is_empty();
        is_apart || is_left || self.is_broken(row, later) || self.grid.cell(row, 0).ends_with(':')
    }

    /// Is a row a title that fell apart at its commas, above a column of periods: `Arrests in Northmoor, 2019
    /// to 2023` above `Year,Arrests`?
    fn is_broken(&self, row: usize, later: usize) -> bool {
        let first = self.grid.cell(later, 0).to_lowercase();
        let names = ["year", "month", "quarter", "date", "period", "week", "financial year"];
        let heads_periods = names.contains(&first.as_str());
        let words = self.grid.cells(row).flat_map(str::split_whitespace).count();
        heads_periods && self.is_packed(row) && words > self.filled(row) + 1
    }

    /// Do the cells of a row follow each other from the left, none of them over several columns?
    fn is_packed(&self, row: usize) -> bool {
        let filled = self.filled(row);
        (0..self.grid.length(row)).all(|at| self.is_own(row, at) == (at < filled))
            && (0..filled).all(|at| self.grid.merged_from(row, at).is_none() || at == 0)
    }

    /// How many cells of a row are filled; a heading over several cells is one.
    fn filled(&self, row: usize) -> usize {
        (0..self.grid.length(row)).filter(|column| self.is_own(row, *column)).count()
    }

    fn is_own(&self, row: usize, column: usize) -> bool {
        let is_first = self.grid.merged_from(row, column).is_none_or(|first| first == column);
        is_first && !self.grid.cell(row, column).is_empty()
    }

    fn kind(&self, row: usize, column: usize) -> CellKind {
        CellKind::of(self.grid.cell(row, column))
    }

    fn kinds(&self, row: usize) -> impl Iterator<Item = CellKind> {
        (0..self.grid.length(row)).map(move |column| self.kind(row, column))
    }

    /// Has the first wide row figures, as the rows below it?
    fn is_body(&self, row: usize) -> bool {
        let (kinds, below) = (|| self.kinds(row), row + 1);
        let has_figure = kinds().any(|kind| kind == CellKind::Number);
        if !has_figure || below >= self.grid.height() || self.counts_up(row) {
            return false;
        }
        (0..self.width).all(|column| {
            let (one, other) = (self.kind(row, column), self.kind(below, column));
            one == other || one == CellKind::Empty || other == CellKind::Empty
        })
    }

    /// Ages or other whole numbers as headings: 0, 1, 2.
    fn counts_up(&self, row: usize) -> bool {
        let numbers: Vec<i64> = self.grid.cells(row).filter_map(|cell| cell.parse().ok()).collect();
        numbers.len() > 2 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
    }

    fn is_heading(&self, row: usize) -> bool {
        self.filled(row) > 0 && self.kinds(row).all(|kind| kind != CellKind::Number)
    }

    /// A row of headings over those of the row below: not a title, which begins at the left and
    /// leaves the rest empty.
    fn is_above(&self, row: usize, below: usize) -> bool {
        if self.grid.is_after_gap(below) || !self.is_heading(row) {
            return false;
        }
        !self.is_packed(row) && !self.grid.cell(row, 0).ends_with(':')
    }

    /// Does the row after these headings belong to them?
    fn goes_on(&self, header: Range<usize>) -> bool {
        let row = header.end;
        let has_figures_below = (row + 1..self.grid.height().min(row + HEADER_ROWS))
            .any(|below| self.kinds(below).any(|kind| kind == CellKind::Number));
        let is_said_of_columns =
            || is_unit_row(self.grid, row) || self.marks_periods(header.end - 1, row);
        if !self.grid.is_after_gap(row) && has_figures_below && is_said_of_columns() {
            return true;
        }
        if self.grid.is_after_gap(row) || !self.is_heading(row) {
            return false;
        }
        let last = header.end - 1;
        // Years below years are figures that look like years.
        let is_period = |row: usize, at: usize| self.kind(row, at) == CellKind::Period;
        // Dates below the numbers of weeks.
        if self.counts_up(last) && (1..self.grid.length(row)).all(|at| is_period(row, at)) {
            return true;
        }
        // The months below the years that each have several of them.
        let filled = |at: &usize| !self.grid.cell(row, *at).is_empty();
        let are_parts = self.grid.cell(row, 0).is_empty()
            && self.filled(row) >= self.filled(last)
            && (1..self.grid.length(row)).filter(filled).all(|at| is_period(row, at));
        // `Area`, and quarters below their years.
        let is_part = |at: usize| is_part_of_year(self.grid.cell(row, at), "");
        let has_years = (1..self.grid.length(last)).any(|at| is_period(last, at));
        let are_parts = are_parts
            || has_years
                && self.filled(row) > 2
                && (1..self.grid.length(row)).filter(filled).all(is_part);
        let is_both = |at: usize| is_period(row, at) && is_period(last, at);
        if !are_parts && (0..self.grid.length(row)).any(is_both) {
            return false;
        }
        // One heading over several columns, as merged cells or written into each.
        let is_shared = |at: usize| {
            let same = |one: usize, other: usize| {
                let merged = self.grid.merged_from(last, one);
                let cell = self.grid.cell(last, one);
                merged.is_some() && merged == self.grid.merged_from(last, other)
                    || !cell.is_empty() && cell == self.grid.cell(last, other)
            };
            same(at, at + 1) || at > 0 && same(at, at - 1)
        };
        let is_open = |column: usize| {
            let named = header.clone().any(|above| !self.grid.cell(above, column).is_empty());
            !named || is_shared(column)
        };
        let fills = (0..self.grid.length(row))
            .any(|column| !self.grid.cell(row, column).is_empty() && is_open(column));
        let is_section = self.filled(row) == 1 && !self.grid.cell(row, 0).is_empty();
        let names_first = header.clone().any(|above| !self.grid.cell(above, 0).is_empty());
        let leaves_first = self.grid.cell(row, 0).is_empty() && names_first;
        has_figures_below && (leaves_first || fills && (!is_section || !self.has_sections(row)))
    }

    /// Does a row say of some of the periods above it how final they are, and nothing else: `,,restated`?
    fn marks_periods(&self, last: usize, row: usize) -> bool {
        let filled = |at: &usize| !self.grid.cell(row, *at).is_empty();
        let mut marks = (0..self.grid.length(row)).filter(filled).peekable();
        marks.peek().is_some_and(|first| *first > 0)
            && marks.all(|at| {
                let above = self.kind(last, at);
                let heads = above == CellKind::Period || is_unit_row(self.grid, last);
                heads && says_how_final(self.grid.cell(row, at))
            })
    }

    /// Do further rows of the body hold one name at the left and nothing else?
    fn has_sections(&self, row: usize) -> bool {
        let end = self.grid.height().min(row + LOOKED_AT);
        let is_section = |row: usize| {
            self.filled(row) == 1
                && self.kind(row, 0) == CellKind::Text
                && row + 1 < end
                && self.filled(row + 1) > 1
        };
        (row + 1..end).any(is_section)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a table in text: titles, columns, rows of the body, notes, other tables.
    fn parts(text: &str) -> (usize, String, usize, usize, usize) {
        let grid = crate::tables::separated::read("x.csv", text.as_bytes(), None).unwrap();
        let outline = Outline::of(&grid);
        (
            outline.titles.len(),
            outline.columns.join("; "),
            outline.body.len(),
            outline.notes.len(),
            outline.rest.len(),
        )
    }

    #[track_caller]
    fn are(text: &str, titles: usize, columns: &str, body: usize, notes: usize) {
        assert_eq!(parts(text), (titles, columns.to_string(), body, notes, 0), "{text}");
    }

    #[test]
    fn a_plain_table_has_one_header_and_a_body() {
        are("Year,Total\n2019,5\n2020,6\n", 0, "Year; Total", 2, 0);
        are("Year,Area\n2019,A\n2020,B\n", 0, "Year; Area", 2, 0);
        are("Total\n5\n6\n", 0, "Total", 2, 0);
        are("Country,2019,2020\nA,5,6\nB,7,8\n", 0, "Country; 2019; 2020", 2, 0);
        are(",2019,2020\nA,2011,1998\nB,7,8\n", 0, "; 2019; 2020", 2, 0);
        are(
            "Area,2022/23,,2023/24,\n,Feb-23,Mar-23,Apr-23,May-23\nA,5,6,7,8\nB,7,8,9,10\n",
            0,
            "Area; 2022/23 / Feb-23; 2022/23 / Mar-23; 2023/24 / Apr-23; 2023/24 / May-23",
            2,
            0,
        );
        are("Age,0,1,2\nA,5,6,7\nB,7,8,9\n", 0, "Age; 0; 1; 2", 2, 0);
        are("Year,Total\n", 0, "Year; Total", 0, 0);
        are("Area,Year,Total\nEngland,2019,..\nWales,2019,:\n", 0, "Area; Year; Total", 2, 0);
    }

    #[test]
    fn figures_in_the_first_row_leave_the_columns_their_letters() {
        are("2019,A,5\n2020,B,6\n", 0, "A; B; C", 2, 0);
    }

    #[test]
    fn titles_above_and_notes_below_are_no_rows_of_the_table() {
        are(
            "Table 1: Deaths by year, England\nThis sheet has one table.\n\nYear,Men,Women\n\
             2019,5,6\n2020,7,8\n\nSource: Office of Examples\nNote: 2019 is provisional, and more\n",
            2,
            "Year; Men; Women",
            2,
            2,
        );
        are(
            "Deaths,,\nUnit:,Number,\nYear,Men,Women\n2019,5,6\n1. Figures are rounded.,,\n",
            2,
            "Year; Men; Women",
            1,
            1,
        );
        are("Area,Men,Women\nEngland,5,6\nScotland,,\n", 0, "Area; Men; Women", 2, 0);
        are(
            "Area,Men,Women\nEngland,5,6\nScotland,,\n\n[x] not available,,\nEnd of worksheet,,\n",
            0,
            "Area; Men; Women",
            2,
            2,
        );
        are("Year,Men\n2019,5\n2020,\n", 0, "Year; Men", 2, 0);
    }

    #[test]
    fn headings_over_several_columns_belong_to_each() {
        are(
            ",England,,Wales,\nYear,Men,Women,Men,Women\n2019,1,2,3,4\n",
            0,
            "Year; England / Men; England / Women; Wales / Men; Wales / Women",
            1,
            0,
        );
        are(
            "Year,England,,Wales,\n,Men,Women,Men,Women\n2019,1,2,3,4\n2020,1,2,3,4\n",
            0,
            "Year; England / Men; England / Women; Wales / Men; Wales / Women",
            2,
            0,
        );
        are("Area,Men,Women\n,Number,%\nEngland,5,6\n", 0, "Area; Men (Number); Women (%)", 1, 0);
        are(",Men,Women\nEngland,,\n2019,5,6\nWales,,\n2019,5,6\n", 0, "; Men; Women", 4, 0);
    }

    #[test]
    fn a_second_table_below_is_left_to_be_asked_for() {
        let text = "Year,Men\n2019,5\n2020,6\n\nTable 2\nYear,Women\n2019,7\n";
        assert_eq!(parts(text), (0, "Year; Men".into(), 2, 0, 3));
        are("Year,Men\n2019,5\n\n2020,6\n", 0, "Year; Men", 2, 0);
        are("Year,Men\nWales\n2019,5\n\nEngland\n2020,6\n", 0, "Year; Men", 4, 0);
    }

    #[test]
    fn a_time_series_has_its_name_in_the_first_row() {
        are(
            "\"Title\",\"Rate\"\n\"CDID\",\"ABCD\"\n\"Unit\",\"%\"\n\"Release date\",\"21-10-2026\"\n\
             \"Important notes\",\n\"1989\",\"5.7\"\n\"1989 Q1\",\"5.1\"\n\"1989 JAN\",\"5\"\n",
            4,
            "Title; Rate",
            3,
            0,
        );
    }

    #[test]
    fn the_world_bank_counts_its_years_in_columns() {
        are(
            "\"Data Source\",\"Indicators\",\n\n\"Last Updated Date\",\"2026-10-07\",\n\n\
             \"Country Name\",\"Country Code\",\"1960\",\"1961\",\"1962\",\n\
             \"Aruba\",\"ABW\",\"5\",\"\",\"\",\n\"Chad\",\"TCD\",\"\",\"6\",\"7\",\n",
            2,
            "Country Name; Country Code; 1960; 1961; 1962",
            2,
            0,
        );
    }
}
