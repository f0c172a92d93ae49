//! What was found, in the form that was asked for.

use serde_json::Value;

use sourceline::export::csv;
use sourceline::figure::FigureKey;

use super::trace::{COLUMNS, Inquiry};
use crate::cli::exit::Exit;
use crate::cli::screen::{Screen, visible, width, wrap};
use crate::cli::table::TableFormat;

/// An answer for people and for programs.
pub struct Findings {
    /// What programs are told beside the figures, by name.
    pub details: Vec<(&'static str, Value)>,
    /// What programs are told of each figure.
    pub figures: Vec<FigureKey>,
    /// Columns that stand before those of each figure, and their cells.
    pub before: (&'static [&'static str], Vec<Vec<Value>>),
    /// For people.
    pub text: Vec<TextLine>,
    pub exit: Exit,
}

/// What people read.
pub enum TextLine {
    Head(String),
    /// As wide as the screen.
    Plain(String),
    /// A label, and what is said, beside it.
    Labelled(&'static str, String),
    /// The same with a date in place of the label.
    Dated(String, String),
    Blank,
}

impl TextLine {
    /// The documents in which something stands, where there are any.
    pub fn of_documents(embedded: &[String]) -> Option<TextLine> {
        (!embedded.is_empty()).then(|| TextLine::Labelled("embedded in", embedded.join(", ")))
    }
}

/// So wide is the column of labels.
const LABELS: usize = 15;

impl Findings {
    pub fn print(&self, format: TableFormat, inquiry: &Inquiry, screen: &mut Screen) {
        match format {
            TableFormat::Table => {
                self.text.iter().for_each(|line| line.print(inquiry.columns, screen));
            }
            TableFormat::Csv => self.csv(inquiry, screen),
            TableFormat::Json => self.json(inquiry, screen),
        }
    }

    fn row(&self, at: usize, inquiry: &Inquiry) -> Vec<Value> {
        let before = self.before.1.get(at).cloned().unwrap_or_default();
        before.into_iter().chain(inquiry.row(self.figures[at])).collect()
    }

    fn columns(&self) -> Vec<&'static str> {
        self.before.0.iter().chain(COLUMNS).copied().collect()
    }

    fn csv(&self, inquiry: &Inquiry, screen: &mut Screen) {
        let flat = |cell: Value| match cell {
            Value::Array(all) => {
                all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("; ")
            }
            Value::String(text) => text,
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let rows = (0..self.figures.len()).map(|at| self.row(at, inquiry).into_iter().map(flat));
        screen.say(format_args!("{}", csv::table(&self.columns(), rows)));
    }

    /// One object: the details, and the figures, one a line.
    fn json(&self, inquiry: &Inquiry, screen: &mut Screen) {
        screen.say(format_args!("{{"));
        for (name, value) in &self.details {
            screen.say(format_args!("\n  {}: {value},", Value::from(*name)));
        }
        screen.say(format_args!("\n  \"figures\": ["));
        let columns = self.columns();
        for at in 0..self.figures.len() {
            let row = self.row(at, inquiry);
            let cells = columns.iter().zip(row);
            let cells: Vec<String> =
                cells.map(|(name, cell)| format!("{}:{cell}", Value::from(*name))).collect();
            let comma = if at == 0 { "" } else { "," };
            screen.say(format_args!("{comma}\n    {{{}}}", cells.join(",")));
        }
        let end = if self.figures.is_empty() { "" } else { "\n  " };
        screen.say(format_args!("{end}]\n}}\n"));
    }
}

impl TextLine {
    pub fn print(&self, columns: usize, screen: &mut Screen) {
        match self {
            TextLine::Blank => screen.say(format_args!("\n")),
            TextLine::Head(text) => {
                let head = screen.bold(&visible(text));
                screen.say(format_args!("{head}\n"));
            }
            TextLine::Plain(text) => {
                for line in wrap(&visible(text), columns) {
                    screen.say(format_args!("{line}\n"));
                }
            }
            TextLine::Labelled(label, text) => self::print(label, text, columns, screen),
            TextLine::Dated(day, text) => self::print(day, text, columns, screen),
        }
    }
}

fn print(label: &str, text: &str, columns: usize, screen: &mut Screen) {
    let lines = wrap(&visible(text), columns.saturating_sub(LABELS + 2).max(20));
    for (at, line) in lines.iter().enumerate() {
        let label = if at == 0 { label } else { "" };
        let blanks = " ".repeat(LABELS.saturating_sub(width(label)));
        let label = screen.dim(label);
        screen.say(format_args!("  {label}{blanks}{line}\n"));
    }
}
