//! Years with the number of a footnote behind them and nothing in between but a blank, `2021 1`, as raised
//! digits come out of other programs: where a note below the table has that number.

use std::collections::HashMap;

use super::cell_kind::CellKind;
use super::period_heading::is_split_year;
use super::published::PublishedTable;

/// So many columns at the left may hold periods.
const LEFT: usize = 3;

impl PublishedTable {
    /// The same with such numbers in brackets, as of other footnotes: `2021 [1]`.
    pub(super) fn with_noted_years(mut self) -> PublishedTable {
        if self.outline.notes.is_empty() {
            return self;
        }
        let headings: Vec<Option<String>> =
            self.noted(self.outline.columns.iter().map(String::as_str));
        for (name, noted) in self.outline.columns.iter_mut().zip(headings) {
            *name = noted.unwrap_or_else(|| std::mem::take(name));
        }
        let mut cells = HashMap::new();
        for column in 0..self.width().min(LEFT) {
            let name = self.outline.columns[column].to_lowercase();
            if ["quarter", "month", "week", "term"].iter().any(|part| name.contains(part)) {
                continue;
            }
            let noted = self.noted(self.body().map(|row| self.grid.cell(row, column)));
            let rows = self.body().zip(noted);
            cells.extend(rows.filter_map(|(row, noted)| Some(((row, column), noted?))));
        }
        if !cells.is_empty() {
            self.grid = self.grid.with_cells(&cells);
        }
        self
    }

    /// Of each text what it becomes; of none where one year has several numbers, which may be those of
    /// its months.
    fn noted<'t>(&'t self, texts: impl Iterator<Item = &'t str> + Clone) -> Vec<Option<String>> {
        let mut numbers: HashMap<&str, &str> = HashMap::new();
        for (year, number) in texts.clone().filter_map(|text| self.year_and_notes(text)) {
            if *numbers.entry(year).or_insert(number) != number {
                return vec![None; texts.count()];
            }
        }
        let bracketed = |(year, number): (&str, &str)| {
            let marks: Vec<String> = parts(number).map(|mark| format!("[{mark}]")).collect();
            format!("{year} {}", marks.join(" "))
        };
        texts.map(|text| self.year_and_notes(text).map(bracketed)).collect()
    }

    /// `2021` and `1` of `2021 1`.
    fn year_and_notes<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let (year, numbers) = text.split_once(' ')?;
        let is_year = year.len() == 4 && CellKind::of(year) == CellKind::Period;
        let is_note = |mark: &str| {
            mark.len() < 3
                && mark.bytes().all(|byte| byte.is_ascii_digit())
                && self.footnote(mark).is_some()
        };
        let all = parts(numbers).next().is_some() && parts(numbers).all(is_note);
        (all && (is_year || is_split_year(year))).then_some((year, numbers))
    }
}

fn parts(numbers: &str) -> impl Iterator<Item = &str> {
    numbers.split([' ', ',']).filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::tables::{Asked, PublishedTable, read};

    fn columns(text: &str) -> (String, String) {
        let table = PublishedTable::of(read("x.csv", text.as_bytes(), &Asked::default()).unwrap());
        let cells = table.body().map(|row| table.grid.cell(row, 0)).collect::<Vec<_>>();
        (table.outline.columns.join("; "), cells.join("; "))
    }

    #[test]
    fn numbers_behind_years_are_those_of_notes_that_are_there() {
        let notes = "\n1 Excludes Kent.\n2 Includes Kent again.\n";
        let across = format!("Area,2021 1,2022 2\nKent,10,20\nSurrey,11,22\n{notes}");
        assert_eq!(columns(&across).0, "Area; 2021 [1]; 2022 [2]");
        let down = format!("Year,Cases\n2021 1,10\n2022 1 2,11\n{notes}");
        assert_eq!(columns(&down).1, "2021 [1]; 2022 [1] [2]");
        let months = format!("Period,Cases\n2021 1,10\n2021 2,11\n{notes}");
        assert_eq!(columns(&months).1, "2021 1; 2021 2");
        assert_eq!(columns("Year,Cases\n2021 1,10\n2022 2,11\n").1, "2021 1; 2022 2");
    }
}
