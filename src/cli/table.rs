//! Rows for people, for spreadsheets and for programs.

use clap::ValueEnum;
use serde_json::Value;
use sourceline::export::csv;

use super::screen::{Screen, cut, visible, width};

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    Table,
    Json,
    Csv,
}

/// Cells are texts or numbers. A name of a column is the same in every format.
pub struct Listing {
    pub columns: &'static [&'static str],
    pub rows: Vec<Vec<Value>>,
}

/// No column of texts is made narrower than this for want of room.
const LEAST: usize = 12;
/// Between two columns.
const GAP: usize = 2;

impl Listing {
    pub fn print(&self, format: TableFormat, screen: &mut Screen) {
        match format {
            TableFormat::Table => self.print_table(screen),
            TableFormat::Json => self.print_json(screen),
            TableFormat::Csv => self.print_csv(screen),
        }
    }

    fn print_table(&self, screen: &mut Screen) {
        let shown = |row: &Vec<Value>| row.iter().map(|cell| visible(&text(cell)).into()).collect();
        let rows: Vec<Vec<String>> = self.rows.iter().map(shown).collect();
        let columns: Vec<ShownColumn> = self
            .widths(&rows, screen.width())
            .into_iter()
            .enumerate()
            .map(|(at, width)| ShownColumn { width, right: self.is_number(at) })
            .collect();
        let heads: Vec<String> = self.columns.iter().map(|name| name.to_string()).collect();
        let head = screen.bold(&line(&heads, &columns));
        screen.say(format_args!("{head}\n"));
        for row in &rows {
            screen.say(format_args!("{}\n", line(row, &columns)));
        }
        let left_out = self.columns[columns.len()..].join(", ");
        if !left_out.is_empty() {
            let told = format!("No room for {left_out}: `--format csv` has every column.");
            let told = screen.dim(&told);
            screen.say(format_args!("{told}\n"));
        }
    }

    /// As wide as the widest cell. On a terminal that is too narrow texts are cut, but never the
    /// first column, which names the row; if that is not enough, the last columns are left out.
    fn widths(&self, rows: &[Vec<String>], room: Option<usize>) -> Vec<usize> {
        let cells = |at: usize| rows.iter().map(move |row| width(&row[at])).max().unwrap_or(0);
        let whole: Vec<usize> =
            (0..self.columns.len()).map(|at| cells(at).max(width(self.columns[at]))).collect();
        let Some(room) = room else { return whole };
        let fixed = |at: usize| at == 0 || self.is_number(at);
        let least = |at: usize| if fixed(at) { whole[at] } else { whole[at].min(LEAST) };
        let mut widths: Vec<usize> = (0..whole.len()).map(least).collect();
        let taken = |widths: &[usize]| widths.iter().map(|width| width + GAP).sum::<usize>() - GAP;
        while widths.len() > 1 && taken(&widths) > room {
            widths.pop();
        }
        // What is left over goes to the columns that are cut, one after the other.
        let mut left = room.saturating_sub(taken(&widths));
        while let Some(at) = (0..widths.len())
            .filter(|at| widths[*at] < whole[*at] && left > 0)
            .min_by_key(|at| widths[*at])
        {
            widths[at] += 1;
            left -= 1;
        }
        widths
    }

    /// A column of numbers, some of which may be missing.
    fn is_number(&self, column: usize) -> bool {
        self.rows.iter().any(|row| row[column].is_number())
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
        let rows = self.rows.iter().map(|row| row.iter().map(text));
        screen.say(format_args!("{}", csv::table(self.columns, rows)));
    }
}

/// A column as it is shown.
struct ShownColumn {
    width: usize,
    /// Numbers stand at the right.
    right: bool,
}

fn line(cells: &[String], columns: &[ShownColumn]) -> String {
    let mut line = String::new();
    for (at, (cell, column)) in cells.iter().zip(columns).enumerate() {
        let cell = cut(cell, column.width);
        let blanks = " ".repeat(column.width.saturating_sub(width(&cell)));
        line.push_str(&" ".repeat(if at > 0 { GAP } else { 0 }));
        line.push_str(&match column.right {
            true => format!("{blanks}{cell}"),
            false => format!("{cell}{blanks}"),
        });
    }
    line.truncate(line.trim_end().len());
    line
}

fn text(cell: &Value) -> String {
    match cell {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_narrow_terminal_cuts_texts_and_leaves_out_columns_but_not_ids() {
        let row =
            vec![json!("a-long-id-of-a-row"), json!(1234), json!("words ".repeat(9)), json!("表")];
        let table = Listing { columns: &["id", "figures", "title", "last"], rows: vec![row] };
        let rows: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.iter().map(text).collect()).collect();
        assert_eq!(table.widths(&rows, None), [18, 7, 54, 4]);
        assert_eq!(table.widths(&rows, Some(60)), [18, 7, 25, 4]);
        assert_eq!(table.widths(&rows, Some(42)), [18, 7, 13]);
        assert_eq!(table.widths(&rows, Some(10)), [18]);
    }
}
