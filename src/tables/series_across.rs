//! Tables with a column for each of several things: as long ones, a row for each number.

use super::grid::Grid;
use super::names::is_unit;
use super::outline::Outline;
use super::published::PublishedTable;

impl PublishedTable {
    /// The same table with these columns one below the other, each called by its heading in a column
    /// `Series`, its numbers in a column called as `numbers` says. What else there is stays beside
    /// them, under the letters that it had.
    pub fn one_below_the_other(&self, columns: &[usize], numbers: &str) -> PublishedTable {
        let (grid, outline) = (&self.grid, &self.outline);
        let others: Vec<usize> = (0..self.width()).filter(|at| !columns.contains(at)).collect();
        let mut long = grid.emptied();
        let copied = |long: &mut Grid, rows: std::ops::Range<usize>| {
            let start = long.height();
            for row in rows {
                if grid.is_after_gap(row) {
                    long.skip_blank();
                }
                long.push(grid.line(row), grid.cells(row));
            }
            start..long.height()
        };
        // What is said of each column stays above it, or above the numbers where it is said of all.
        let of_columns = |row: usize| {
            row >= outline.header.end && !outline.header.is_empty() || is_unit(grid.cell(row, 0))
        };
        let titles = long.height();
        for row in outline.titles.clone() {
            if grid.is_after_gap(row) {
                long.skip_blank();
            }
            let said = |at: &usize| grid.cell(row, *at);
            let first = columns.first().map_or("", said);
            let shared = if columns.iter().all(|at| said(at) == first) { first } else { "" };
            match of_columns(row) && !columns.contains(&0) {
                true => long.push(grid.line(row), others.iter().map(said).chain(["", shared])),
                false => long.push(grid.line(row), grid.cells(row)),
            }
        }
        let titles = titles..long.height();
        let header = long.height()..long.height() + 1;
        let name = |at: &usize| outline.columns[*at].as_str();
        let line = outline.header.clone().next_back().map_or(1, |row| grid.line(row));
        long.push(line, others.iter().map(name).chain(["Series", numbers]));
        let start = long.height();
        for column in columns {
            for row in self.body() {
                let to = long.height();
                let own = others.iter().map(|at| grid.cell(row, *at));
                long.push(grid.line(row), own.chain([name(column), grid.cell(row, *column)]));
                let value = others.len() + 1;
                long.keep_moved(to, value, grid.place(*column));
                for (at, from) in others.iter().enumerate().chain([(value, column)]) {
                    if let Some(stored) = grid.stored(row, *from) {
                        long.keep_stored(to, at, stored.to_string());
                    }
                    if let Some(format) = grid.unshown(row, *from) {
                        long.keep_unshown(to, at, format.to_string());
                    }
                }
            }
        }
        let body = start..long.height();
        let notes = copied(&mut long, outline.notes.clone());
        let rest = copied(&mut long, outline.rest.clone());
        let place = |at: usize| grid.place(at);
        let after = (0..self.width()).map(place).max().map_or(0, |last| last + 1);
        let places = others.iter().map(|at| place(*at));
        long.keep_columns(places.chain([after, after + 1]).collect());
        let named = others.iter().map(name).chain(["Series", numbers]);
        let columns = named.map(str::to_string).collect();
        let outline = Outline { titles, header, columns, body, notes, rest };
        let (unfolded, names_made) = (self.unfolded, self.names_made);
        let (headings, unit_of_rows) = Default::default();
        PublishedTable { grid: long, outline, unfolded, names_made, headings, unit_of_rows }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_become_rows_and_keep_their_lines_and_letters() {
        let text = "Schools\n\nYear,Primary,Note,Special\n2019,5,x,6\n2020,7,,8\n";
        let grid = crate::tables::separated::read("x.csv", text.as_bytes(), None).unwrap();
        let long = PublishedTable::of(grid).one_below_the_other(&[1, 3], "Value");
        assert_eq!(long.outline.columns, ["Year", "Note", "Series", "Value"]);
        let row = |row: usize| long.grid.cells(row).collect::<Vec<_>>().join(",");
        let rows: Vec<(usize, String)> =
            long.body().map(|at| (long.grid.line(at), row(at))).collect();
        let expected = [
            (4, "2019,x,Primary,5"),
            (5, "2020,,Primary,7"),
            (4, "2019,x,Special,6"),
            (5, "2020,,Special,8"),
        ];
        assert_eq!(rows, expected.map(|(line, text)| (line, text.to_string())));
        let letters: Vec<String> = (0..4).map(|at| long.grid.letters(at)).collect();
        assert_eq!(letters, ["A", "C", "E", "F"]);
    }
}
