//! A first look at a table, told line by line: which column seems to be what, and what was settled.

use sourceline::tables::PublishedTable;
use sourceline::tables::broken_line::with_whole_numbers;
use sourceline::tables::period_heading::{ParsedHeading, period_of_heading};

use super::across::number_columns;
use super::frame::{beside_periods, listed};
use super::look::FirstLook;
use crate::cli::report::count;
use crate::cli::screen::visible;

impl FirstLook {
    /// What the table seems to be, line by line.
    pub fn told(&self, table: &PublishedTable, label: &str) -> String {
        let (grid, outline) = (&table.grid, &table.outline);
        let mut lines = vec![format!(
            "{label}: {}, {}{}",
            count(outline.body.len(), "row", "rows"),
            count(table.width(), "column", "columns"),
            self.guess
                .manner
                .map_or(String::new(), |manner| format!(", in the manner of {manner}"))
        )];
        if let Some(sheet) = &grid.sheet {
            lines.push(format!("  sheet     {sheet}"));
        }
        for row in outline.titles.clone() {
            let cells: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            lines.push(format!("  title     {}", joined_once(&cells)));
        }
        let named = table.names_made.map(|made| format!("  named     {}", made.told()));
        lines.extend(named);
        for name in &self.options.fill_down {
            lines.push(format!("  filled    `{name}`: a blank means the cell above"));
        }
        let rows: Vec<usize> = table.body().collect();
        let across = match self.options.series_as_columns {
            true => number_columns(table, &self.options),
            false => Vec::new(),
        };
        for column in 0..table.width() {
            let values = table.values(column, &rows, 400);
            let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
            let role = self.role(table, column, &across);
            let part = match &self.guess.wide {
                Some(wide) if wide.contains(&column) => continue,
                _ => format!("{} `{}`", grid.letters(column), outline.columns[column]),
            };
            lines.push(format!("  {role:<9} {part}: {}", listed(&texts)));
        }
        if let Some([first, .., last]) = self.guess.wide.as_deref() {
            let name = |at: usize| period_of_heading(&outline.columns[at]).0.to_string();
            lines.push(format!(
                "  numbers   {} to {}, a period each: {} to {}",
                grid.letters(*first),
                grid.letters(*last),
                name(*first),
                name(*last)
            ));
        }
        for row in outline.notes.clone() {
            let cells: Vec<&str> = grid.cells(row).filter(|cell| !cell.is_empty()).collect();
            lines.push(format!("  note      {}", joined_once(&cells)));
        }
        if !outline.rest.is_empty() {
            let (line, letter) = (grid.line(outline.rest.start), grid.letters(0));
            lines.push(format!(
                "  another table begins in line {line}: --range {letter}{line}: reads it"
            ));
        }
        let guessed = self.options.source.as_ref().filter(|_| self.guessed_source && self.begins());
        let guessed = guessed.map(|source| {
            format!("which source it is does not stand in the table: --source {source} is the last of data/sources.csv")
        });
        let settled: Vec<&String> = self.settled.iter().chain(&guessed).collect();
        if !settled.is_empty() {
            lines.push(match self.works {
                true => "to be looked at, and settled so in the command:".to_string(),
                false => "to be looked at:".to_string(),
            });
            lines.extend(settled.iter().map(|matter| format!("  - {matter}")));
        }
        lines.iter().map(|line| format!("{}\n", visible(line))).collect()
    }

    /// `across` are the columns of numbers that are a series each.
    fn role(&self, table: &PublishedTable, column: usize, across: &[usize]) -> &'static str {
        let is = |name: &Option<String>| {
            name.as_deref().is_some_and(|name| table.find(name) == Ok(column))
        };
        let options = &self.options;
        let roles = [
            (is(&options.period_column) || is(&options.and), "period"),
            (is(&options.value_column) || across.contains(&column), "numbers"),
            (is(&options.low_column) || is(&options.high_column), "ends"),
            (
                is(&options.series_column)
                    || options.series_and.iter().any(|name| table.find(name) == Ok(column)),
                "series",
            ),
            (is(&options.source_column), "source"),
            (options.status_column.iter().any(|name| table.find(name) == Ok(column)), "marks"),
            (is(&options.note_column), "notes"),
            (is(&options.multiplier_column), "power"),
        ];
        let only = options.only.iter().any(|condition| {
            let cuts = condition.match_indices('=').map(|(at, _)| at);
            cuts.rev().any(|at| table.find(&condition[..at]) == Ok(column))
        });
        let rest = ParsedHeading::of(&table.outline.columns[column]).rest;
        let below = |name: &String| {
            let is_under = !rest.is_empty() && **name == *rest;
            options.years_as_columns && (is_under || beside_periods(table, name).contains(&column))
        };
        if options.note_column.as_ref().is_some_and(below) {
            return "notes";
        }
        if options.status_column.iter().any(below) {
            return "marks";
        }
        let found = roles.into_iter().find(|(fits, _)| *fits);
        found.map_or(if only { "only" } else { "not used" }, |(_, role)| role)
    }
}

/// The cells of a row; of a text that was merged over several of them, one.
fn joined_once(cells: &[&str]) -> String {
    let mut cells = cells.to_vec();
    cells.dedup();
    with_whole_numbers(&cells).join(" ")
}
