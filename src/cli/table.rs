//! Rows for people, for spreadsheets and for programs.

use clap::ValueEnum;
use serde_json::Value;

use super::screen::{Screen, cut, visible, width};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Table,
    Json,
    Csv,
}

/// Cells are texts or numbers. A name of a column is the same in every format.
pub struct Table {
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Value>>,
}

/// No column of a table is made narrower than this.
const LEAST: usize = 8;

impl Table {
    pub fn print(&self, format: Format, screen: &mut Screen) {
        match format {
            Format::Table => self.print_table(screen),
            Format::Json => self.print_json(screen),
            Format::Csv => self.print_csv(screen),
        }
    }

    fn print_table(&self, screen: &mut Screen) {
        let shown: Vec<Vec<String>> = self
            .rows
            .iter()
            .map(|row| row.iter().map(|cell| visible(&text(cell)).into()).collect())
            .collect();
        let widths = self.widths(&shown, screen.width());
        let heads: Vec<String> = self.columns.iter().map(|name| name.to_string()).collect();
        let head = self.line(&heads, &widths);
        let head = screen.bold(&head);
        screen.say(format_args!("{head}\n"));
        for row in &shown {
            screen.say(format_args!("{}\n", self.line(row, &widths)));
        }
    }

    /// As wide as the widest cell; on a terminal that is too narrow the widest columns give way.
    fn widths(&self, rows: &[Vec<String>], room: Option<usize>) -> Vec<usize> {
        let column = |at: usize| rows.iter().map(move |row| width(&row[at])).max().unwrap_or(0);
        let mut widths: Vec<usize> =
            self.columns.iter().enumerate().map(|(at, name)| column(at).max(width(name))).collect();
        let Some(room) = room else { return widths };
        let gaps = 2 * widths.len().saturating_sub(1);
        while widths.iter().sum::<usize>() + gaps > room {
            match widths.iter_mut().max().filter(|widest| **widest > LEAST) {
                Some(widest) => *widest -= 1,
                None => break,
            }
        }
        widths
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let mut line = String::new();
        for (at, (cell, columns)) in cells.iter().zip(widths).enumerate() {
            let cell = cut(cell, *columns);
            let blanks = " ".repeat(columns.saturating_sub(width(&cell)));
            let number = self.rows.first().is_some_and(|row| row[at].is_number());
            line.push_str(if at > 0 { "  " } else { "" });
            line.push_str(&if number {
                format!("{blanks}{cell}")
            } else {
                format!("{cell}{blanks}")
            });
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// One array, an object a line.
    fn print_json(&self, screen: &mut Screen) {
        screen.say(format_args!("["));
        for (at, row) in self.rows.iter().enumerate() {
            let cells = self.columns.iter().zip(row);
            let cells: Vec<String> =
                cells.map(|(name, cell)| format!("{}:{cell}", Value::from(*name))).collect();
            let comma = if at == 0 { "" } else { "," };
            screen.say(format_args!("{comma}\n  {{{}}}", cells.join(",")));
        }
        screen.say(format_args!("{}]\n", if self.rows.is_empty() { "" } else { "\n" }));
    }

    fn print_csv(&self, screen: &mut Screen) {
        screen.say(format_args!("{}\n", self.columns.join(",")));
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| quoted(text(cell))).collect();
            screen.say(format_args!("{}\n", cells.join(",")));
        }
    }
}

fn text(cell: &Value) -> String {
    match cell {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn quoted(cell: String) -> String {
    match cell.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell,
    }
}
