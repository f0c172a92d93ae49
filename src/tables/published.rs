//! A table with its columns found by name or by letter, and what stands in each of them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::broken_line::with_whole_numbers;
use super::cell_kind::CellKind;
use super::grid::Grid;
use super::group_headings::with_group_names;
use super::heading::{HeadingUnit, unit_word};
use super::levels::with_own_names;
use super::marks::{Mark, Marked};
use super::months_across::{one_below_the_other, years_one_below_the_other};
use super::names::{code_of, is_named_multiplier, is_unit, label_of, names_a_measure};
use super::outline::Outline;
use super::read_headings::ReadHeadings;
use super::said_unit::{excepts_some, said_in_note, said_of_all, unit_behind};
use super::totals::is_total;
use crate::dataset::direction::turning;

/// A grid of cells of which the header is known.
#[derive(Clone, Debug)]
pub struct PublishedTable {
    /// Every cell of the sheet.
    pub grid: Grid,
    /// Which rows are what.
    pub outline: Outline,
    /// Did the first column hold several, as those of Eurostat do?
    pub unfolded: bool,
    /// What was made of the names of rows; `None` where they stand as in the file.
    pub names_made: Option<NamesMade>,
    /// What its headings say, as soon as somebody asks.
    pub(super) headings: OnceLock<ReadHeadings>,
    /// The unit that columns say of every row, as soon as somebody asks.
    pub(super) unit_of_rows: OnceLock<Option<String>>,
}

/// How the names of rows were made of several cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamesMade {
    /// A row above heads those below it, and its name stands before theirs.
    OfGroups,
    /// Columns of names are the levels of one thing, and each row has the name of its own.
    OfLevels,
}

impl NamesMade {
    /// What is told of it.
    pub fn told(self) -> &'static str {
        match self {
            NamesMade::OfGroups => {
                "a name that stands below several headings has its heading before it"
            }
            NamesMade::OfLevels => {
                "`Area` is made of the columns of names: the name of each row at its own level"
            }
        }
    }
}

/// Why a column is not found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSuchColumn {
    /// None is called so.
    Unknown,
    /// Several are, at these places.
    Several(Vec<usize>),
}

impl PublishedTable {
    /// Of a grid, its header found.
    pub fn of(grid: Grid) -> PublishedTable {
        let outline = Outline::of(&grid);
        let by_year = || years_one_below_the_other(&grid, &outline);
        if let Some(long) = one_below_the_other(&grid, &outline).or_else(by_year) {
            return PublishedTable::made(long, None);
        }
        if let Some(grid) = with_group_names(&grid, &outline) {
            return PublishedTable::made(grid, Some(NamesMade::OfGroups));
        }
        if let Some(grid) = with_own_names(&grid, &outline) {
            return PublishedTable::made(grid, Some(NamesMade::OfLevels));
        }
        match outline.columns.first().and_then(|first| several_in_one(first)) {
            Some(count) => {
                let grid = unfolded(&grid, outline.header.clone(), count);
                PublishedTable { unfolded: true, ..PublishedTable::made(grid, None) }
            }
            None => PublishedTable::outlined(grid, outline, None),
        }
    }

    fn made(grid: Grid, names_made: Option<NamesMade>) -> PublishedTable {
        let outline = Outline::of(&grid);
        PublishedTable::outlined(grid, outline, names_made)
    }

    fn outlined(grid: Grid, outline: Outline, names_made: Option<NamesMade>) -> PublishedTable {
        let (headings, unit_of_rows) = Default::default();
        PublishedTable { grid, outline, unfolded: false, names_made, headings, unit_of_rows }
            .with_noted_years()
    }

    /// What its headings say.
    pub fn headings(&self) -> &ReadHeadings {
        self.headings.get_or_init(|| ReadHeadings::of(&self.outline.columns))
    }

    /// How many columns there are, be they named or not.
    pub fn width(&self) -> usize {
        self.outline.columns.len()
    }

    /// The rows of figures.
    pub fn body(&self) -> Range<usize> {
        self.outline.body.clone()
    }

    /// The same where a blank of these columns means the cell above it, as in a pivot table. What
    /// one says anew parts the columns to its right, and a row of totals says nothing of others.
    pub fn filled_down(&self, columns: &[usize]) -> PublishedTable {
        let mut columns = columns.to_vec();
        columns.sort_unstable();
        let mut above: Vec<Option<usize>> = vec![None; columns.len()];
        let mut from = HashMap::new();
        for row in self.body() {
            if columns.iter().any(|at| is_total(self.grid.cell(row, *at))) {
                above.fill(None);
                continue;
            }
            for (place, at) in columns.iter().enumerate() {
                if !self.grid.cell(row, *at).is_empty() {
                    above[place..].fill(None);
                    above[place] = Some(row);
                } else if let Some(source) = above[place].filter(|_| *at < self.grid.length(row)) {
                    from.insert((row, *at), (source, *at));
                }
            }
        }
        let (grid, unit_of_rows) = (self.grid.with_copies(&from), OnceLock::new());
        PublishedTable { grid, unit_of_rows, ..self.clone() }
    }

    /// The same with one more column, in which each row has what these columns say of it.
    pub fn with_joined(&self, columns: &[usize]) -> PublishedTable {
        let (name, width) = (self.joined_name(columns), self.width());
        let own = |row: usize| {
            let cells = columns.iter().map(|at| self.grid.cell(row, *at));
            cells.filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let cells: HashMap<usize, String> = self.body().map(|row| (row, own(row))).collect();
        let mut table =
            PublishedTable { grid: self.grid.with_column(width, &cells), ..self.clone() };
        table.outline.columns.push(name);
        (table.headings, table.unit_of_rows) = Default::default();
        table
    }

    /// The column that these were joined to.
    pub fn joined_column(&self, columns: &[usize]) -> Option<usize> {
        let name = self.joined_name(columns);
        self.outline.columns.last().filter(|last| **last == name).map(|_| self.width() - 1)
    }

    fn joined_name(&self, columns: &[usize]) -> String {
        columns.iter().map(|at| self.outline.columns[*at].as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The column of this name, or of this letter where none is called so.
    pub fn find(&self, name: &str) -> Result<usize, NoSuchColumn> {
        let name = name.trim();
        match *self.headings().places(name) {
            [one] => Ok(one),
            [] => (0..self.width())
                .find(|at| self.grid.letters(*at) == name)
                .ok_or(NoSuchColumn::Unknown),
            ref several => Err(NoSuchColumn::Several(several.to_vec())),
        }
    }

    /// The name of a column, or its letter if it has none or shares it.
    pub fn word(&self, column: usize) -> String {
        let name = &self.outline.columns[column];
        match self.find(name) {
            Ok(found) if found == column && !name.is_empty() && turning(name).is_none() => {
                name.clone()
            }
            _ => self.grid.letters(column),
        }
    }

    /// What the heading of a column says of its numbers, without the period in it, and what is said
    /// of its unit elsewhere.
    pub fn said_of(&self, column: usize) -> String {
        let heading = &self.outline.columns[column];
        let headings = self.headings();
        let said = match headings.periods.binary_search(&column).is_ok() {
            // What only one of them has, such as the number of a week, is said of the period.
            true if !headings.shares(column) => "",
            true => &headings.rests[column],
            false => heading.as_str(),
        };
        match self.unit(column).filter(|unit| !said.ends_with(&format!("({unit})"))) {
            Some(unit) => format!("{said} ({unit})").trim_start().to_string(),
            None => said.to_string(),
        }
    }

    /// The unit that a row above the table gives, such as `Unit` of a time series or `Unit:
    /// Thousands` of all columns, or that a column says of every row.
    pub fn unit(&self, column: usize) -> Option<&str> {
        let rows = || self.outline.titles.clone();
        let beside = |row: usize| {
            let own = Some(self.grid.cell(row, column)).filter(|_| column > 0)?;
            (is_unit(self.grid.cell(row, 0)) && !own.is_empty()).then_some(own)
        };
        let alone = |row: usize| {
            let mut cells = self.grid.cells(row).filter(|cell| !cell.is_empty());
            let cell = cells.next().filter(|first| cells.all(|other| other == *first))?;
            said_of_all(cell)
        };
        // `Type of data: | Number in thousands`
        let named = |row: usize| {
            let mut cells = self.grid.cells(row).filter(|cell| !cell.is_empty());
            let (name, said) = (cells.next()?, cells.next()?);
            (name.ends_with(':') && cells.next().is_none()).then(|| said_of_all(said))?
        };
        // `Steel output, thousand tonnes` without quotes falls into two cells.
        let broken = |row: usize| {
            let cells: Vec<&str> = self.grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            let [_, .., last] = cells[..] else { return None };
            // `per 100,000 people` is no scale, and is read with the title.
            let whole = with_whole_numbers(&cells).len() == cells.len();
            let is_name = cells[..cells.len() - 1].iter().any(|cell| cell.contains(' '));
            said_of_all(last).filter(|_| is_name && whole && cells.len() < 4)
        };
        let above = rows().find_map(beside).or_else(|| rows().find_map(alone));
        let above = above.or_else(|| rows().find_map(broken));
        let above = above.or_else(|| rows().find_map(named));
        let mut notes = self.outline.notes.clone().flat_map(|row| self.grid.cells(row));
        let above = above.or_else(|| notes.find_map(said_in_note));
        // `£ million`, `Loans (thousands)` or `Loans in thousands` in the corner, above the names or the periods of the rows.
        let corner = || {
            let first = self.outline.columns.first().filter(|_| column > 0)?.as_str();
            let is_number = |row| CellKind::of(self.grid.cell(row, 0)) == CellKind::Number;
            let has_numbers = || self.outline.body.clone().any(is_number);
            let whole = HeadingUnit::is_all_of(first).then_some(first);
            whole.or_else(|| said_of_all(first).filter(|_| !has_numbers()))
        };
        let of_rows = || self.unit_of_rows.get_or_init(|| self.find_unit_of_rows()).as_deref();
        above.or_else(corner).or_else(of_rows)
    }

    /// The line above or below the table that gives the unit of all numbers but for some: `All figures in £'000
    /// unless stated`.
    pub fn excepted(&self) -> Option<&str> {
        let mut rows = self.outline.titles.clone().chain(self.outline.notes.clone());
        rows.find_map(|row| self.grid.cells(row).find(|cell| excepts_some(cell)))
    }

    fn find_unit_of_rows(&self) -> Option<String> {
        // `NR` and `PC` of Eurostat are codes.
        let is_code = |unit: &&str| {
            unit.len() < 5 && !unit.contains(|c: char| c.is_lowercase() || "%£$€".contains(c))
        };
        let own = || self.always(is_unit).map(label_of);
        // What else may be a code is told where it says a scale.
        let scaled = || {
            let named = self.always(may_be_unit)?;
            HeadingUnit::of(named).scale.map(|_| named)
        };
        // `Population (millions)` of a column that says of every row what is counted.
        let of_measure = || unit_behind(self.always(names_a_measure)?);
        let found = own().filter(|unit| !is_code(unit)).or_else(scaled).or_else(of_measure);
        found.map(str::to_string).or_else(|| self.unit_cut_by_a_comma())
    }

    /// `per 100,000 people` of a line above the table without quotes, which fell into two cells in that number.
    fn unit_cut_by_a_comma(&self) -> Option<String> {
        self.outline.titles.clone().find_map(|row| {
            let cells: Vec<&str> = self.grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            let whole = with_whole_numbers(&cells);
            (whole.len() < cells.len()).then(|| said_of_all(whole.last()?).map(str::to_string))?
        })
    }

    /// The unit that stands in brackets behind the heading of a column, but for one of plain numbers.
    pub fn unit_word(&self, column: usize) -> Option<String> {
        unit_word(&self.outline.columns[column])
    }

    /// What a row above the table gives as the kind of a time series: `STOCK` beside `Data Type`.
    pub fn data_type(&self, column: usize) -> Option<&str> {
        let mut rows = self.outline.titles.clone();
        let named = |row: &usize| {
            self.grid.cell(*row, 0).trim_end_matches(':').eq_ignore_ascii_case("data type")
        };
        let cell = self.grid.cell(rows.find(named)?, column);
        (column > 0 && !cell.is_empty()).then_some(cell)
    }

    /// The unit that a column of units gives of a row, or that stands behind the name of what is
    /// counted; `(M)` is of men.
    pub fn unit_of_row(&self, row: usize, column: usize) -> Option<&str> {
        let cell = self.grid.cell(row, column);
        if is_unit(&self.outline.columns[column]) {
            return Some(cell);
        }
        let is_letter =
            |unit: &str| unit.len() == 1 && unit.bytes().all(|c| c.is_ascii_uppercase());
        unit_behind(cell).filter(|unit| !is_letter(unit))
    }

    /// What a column of a fitting name says of every row, in words.
    pub fn always(&self, fits: fn(&str) -> bool) -> Option<&str> {
        let columns = (0..self.width()).filter(|at| fits(&self.outline.columns[*at]));
        let rows: Vec<usize> = self.body().collect();
        let said: Vec<&str> = columns
            .into_iter()
            .filter_map(|at| match self.values(at, &rows, 2)[..] {
                [(only, _)] if only.contains(|c: char| c.is_alphabetic() || c == '%') => Some(only),
                _ => None,
            })
            .collect();
        // A code stands beside the words that it is short for.
        let worded = said.iter().find(|only| only.contains(|c: char| c.is_lowercase()));
        worded.or(said.first()).copied()
    }

    /// The marks of a cell of a column of them. Two publishers have letters of their own: SDMX says
    /// `F` of what is not confidential, and Statistics Canada grades its numbers from A to F.
    pub fn marks(&self, column: usize, cell: &str) -> Marked {
        let named = |name: &str| self.outline.columns.iter().any(|own| own == name);
        let is_letter = cell.len() < 4 && !cell.is_empty();
        if is_letter
            && self.outline.columns[column] == "STATUS"
            && named("VECTOR")
            && named("COORDINATE")
        {
            return Marked::of_statistics_canada(cell);
        }
        // `E: Estimated value` of SDMX with labels.
        let code = Some(code_of(cell)).filter(|code| Mark::find(code).is_some()).unwrap_or(cell);
        let free =
            code == "F" && self.outline.columns[column].to_lowercase().starts_with("conf_status");
        if free { Marked::default() } else { Marked::of_column(code) }
    }

    /// ``column B `Area` ``
    pub fn called(&self, column: usize) -> String {
        let (letter, name) = (self.grid.letters(column), &self.outline.columns[column]);
        if name.is_empty() || *name == letter {
            format!("column {letter}")
        } else {
            format!("column {letter} `{name}`")
        }
    }

    /// What stands in a column of these rows, each text once and with how often, in the order in
    /// which they come; no more than `most` of them.
    pub fn values(&self, column: usize, rows: &[usize], most: usize) -> Vec<(&str, usize)> {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        let mut places = hashbrown::HashMap::<&str, usize>::new();
        let mut last: Option<(&str, Option<usize>)> = None;
        for row in rows {
            let cell = self.grid.cell(*row, column);
            // Long tables say the same in many rows on end.
            let place = match last.filter(|(before, _)| *before == cell) {
                Some((_, place)) => place,
                None => places.get(cell).copied(),
            };
            let place = place.or_else(|| {
                (counts.len() < most).then(|| {
                    places.insert(cell, counts.len());
                    counts.push((cell, 0));
                    counts.len() - 1
                })
            });
            place.into_iter().for_each(|at| counts[at].1 += 1);
            last = Some((cell, place));
        }
        counts
    }
}

/// `Measure` of the OECD, `Unit type`.
fn may_be_unit(name: &str) -> bool {
    let name = name.to_lowercase();
    ["unit", "measure", "scale"].iter().any(|word| name.contains(word))
        && !is_named_multiplier(&name)
}

/// How many columns a first one such as `freq,unit,geo\TIME_PERIOD` holds.
fn several_in_one(name: &str) -> Option<usize> {
    let (names, _) = name.split_once('\\')?;
    Some(names.split(',').count())
}

/// The same with the first column parted at its commas.
fn unfolded(grid: &Grid, header: Range<usize>, count: usize) -> Grid {
    let mut parted = grid.emptied();
    for row in 0..grid.height() {
        let mut cells = grid.cells(row);
        let first = cells.next().unwrap_or_default();
        let first = match first.split_once('\\').filter(|_| header.contains(&row)) {
            Some((names, _)) => names,
            None => first,
        };
        let mut parts: Vec<&str> = first.splitn(count, ',').collect();
        parts.resize(count, "");
        parted.push(grid.line(row), parts.into_iter().chain(cells));
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_names_and_letters() {
        let mut grid = Grid::default();
        grid.push(1, ["Year", "Total", "Total", ""]);
        grid.push(2, ["2017", "5", "6", "x"]);
        let table = PublishedTable::of(grid);
        assert_eq!(table.find("Year"), Ok(0));
        assert_eq!(table.find("A"), Ok(0));
        assert_eq!(table.find("Total"), Err(NoSuchColumn::Several(vec![1, 2])));
        assert_eq!(table.find("C"), Ok(2));
        assert_eq!(table.find("Z"), Err(NoSuchColumn::Unknown));
        assert_eq!(table.word(0), "Year");
        assert_eq!(table.word(1), "B");
        assert_eq!(table.called(3), "column D");
    }
}
