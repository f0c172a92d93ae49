//! A table with its columns found by name or by letter, and what stands in each of them.

use std::collections::HashMap;
use std::ops::Range;

use super::grid::Grid;
use super::outline::Outline;
use super::period_heading::{ParsedHeading, is_a_period};

/// A grid of cells of which the header is known.
#[derive(Clone, Debug)]
pub struct PublishedTable {
    /// Every cell of the sheet.
    pub grid: Grid,
    /// Which rows are what.
    pub outline: Outline,
    /// Did the first column hold several, as those of Eurostat do?
    pub unfolded: bool,
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
        match outline.columns.first().and_then(|first| several_in_one(first)) {
            Some(count) => {
                let grid = unfolded(&grid, outline.header.clone(), count);
                PublishedTable { outline: Outline::of(&grid), grid, unfolded: true }
            }
            None => PublishedTable { grid, outline, unfolded: false },
        }
    }

    /// How many columns there are, be they named or not.
    pub fn width(&self) -> usize {
        self.outline.columns.len()
    }

    /// The rows of figures.
    pub fn body(&self) -> Range<usize> {
        self.outline.body.clone()
    }

    /// The column of this name, or of this letter where none is called so.
    pub fn find(&self, name: &str) -> Result<usize, NoSuchColumn> {
        let name = name.trim();
        let named = |wanted: &str| -> Vec<usize> {
            let columns = self.outline.columns.iter().enumerate();
            columns.filter(|(_, own)| own.as_str() == wanted).map(|(at, _)| at).collect()
        };
        match named(name)[..] {
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
            Ok(found) if found == column && !name.is_empty() => name.clone(),
            _ => self.grid.letters(column),
        }
    }

    /// What the heading of a column says of its numbers, without the period in it, and what a row
    /// of units above the table says.
    pub fn said_of(&self, column: usize) -> String {
        let heading = &self.outline.columns[column];
        let parsed = ParsedHeading::of(heading);
        let shares = |other: &&String| ParsedHeading::of(other).rest == parsed.rest;
        let said = match is_a_period(parsed.period) {
            // What only one of them has, such as the number of a week, is said of the period.
            true if self.outline.columns.iter().filter(shares).count() < 2 => "",
            true => parsed.rest,
            false => heading.as_str(),
        };
        match self.unit(column) {
            Some(unit) => format!("{said} ({unit})"),
            None => said.to_string(),
        }
    }

    /// The unit that a row above the table gives, such as `Unit` of a time series.
    pub fn unit(&self, column: usize) -> Option<&str> {
        let is_unit = |row: &usize| {
            let name = self.grid.cell(*row, 0).to_lowercase();
            ["unit", "units", "unit of measure"].contains(&name.trim_end_matches(':'))
        };
        let row = self.outline.titles.clone().find(is_unit)?;
        Some(self.grid.cell(row, column)).filter(|unit| column > 0 && !unit.is_empty())
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
        let mut places: HashMap<&str, usize> = HashMap::new();
        for row in rows {
            let cell = self.grid.cell(*row, column);
            match places.get(cell) {
                Some(at) => counts[*at].1 += 1,
                None if counts.len() < most => {
                    places.insert(cell, counts.len());
                    counts.push((cell, 1));
                }
                None => {}
            }
        }
        counts
    }
}

/// How many columns a first one such as `freq,unit,geo\TIME_PERIOD` holds.
fn several_in_one(name: &str) -> Option<usize> {
    let (names, _) = name.split_once('\\')?;
    Some(names.split(',').count())
}

/// The same with the first column parted at its commas.
fn unfolded(grid: &Grid, header: Range<usize>, count: usize) -> Grid {
    let mut parted = Grid::default();
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
