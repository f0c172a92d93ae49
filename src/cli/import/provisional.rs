//! What stands above or below a table of how final all its numbers are: `Provisional`, `All figures are
//! provisional.`

use sourceline::locale::EN_GB;
use sourceline::tables::PublishedTable;
use sourceline::tables::period_heading::{parted_period, period_of_heading};

use super::frame::{Frame, listed};
use super::options::ImportOptions;
use super::provisional_lines::{line_above, notes_below, provisional_years};
use super::question::{OpenMatter, Settlement};

/// What is to be looked at of them.
pub fn provisional_told(table: &PublishedTable, options: &ImportOptions) -> Vec<String> {
    if options.status.is_some() {
        return Vec::new();
    }
    let mut lines: Vec<(&str, Vec<String>)> = Vec::new();
    for (period, line) in provisional_years(table) {
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, periods)) => periods.push(period),
            None => lines.push((line, vec![period])),
        }
    }
    let above = |line: &str| {
        table
            .outline
            .titles
            .clone()
            .any(|row| table.grid.cells(row).any(|cell| cell.contains(line)))
    };
    let said = |(line, periods): (&str, Vec<String>)| {
        let named: Vec<&str> = periods.iter().map(String::as_str).collect();
        format!(
            "the numbers of {} are marked p, as {} the table stands `{line}`",
            listed(&named),
            if above(line) { "above" } else { "below" }
        )
    };
    lines.into_iter().map(said).collect()
}

/// Does a line above or below the table call its numbers provisional, and has nobody said of which that holds?
pub fn provisional(frame: &Frame, options: &ImportOptions) -> Option<OpenMatter> {
    if options.status.is_some() || !frame.status.is_empty() {
        return None;
    }
    let above = line_above(frame.table).filter(|line| !frame.is_of_a_part(line));
    let above = above.map(|line| ("above", line));
    // What names its years is said of those.
    let of_all = || notes_below(frame.table).find(|line| !frame.is_of_years(line));
    let (place, line) = above.or_else(|| Some(("below", of_all()?.to_string())))?;
    let of_all = Settlement::new(&["--status", "p"], "for every number");
    let of_some = Settlement::new(&["--status", "none"], "where it is said of some only");
    // `Deaths to 2024 (2024 provisional)` says it of a part.
    let is_part = line.contains(|c: char| c.is_ascii_digit()) || names_a_part(&line);
    let answers = if is_part { vec![of_some, of_all] } else { vec![of_all, of_some] };
    Some(OpenMatter::new(format!("{place} the table stands `{line}`"), answers))
}

/// `figures for June are provisional`, `The latest quarter is provisional`.
fn names_a_part(line: &str) -> bool {
    const PARTS: [&str; 4] = ["latest", "recent", "last", "final"];
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_part =
        |word: &str| PARTS.contains(&word.to_lowercase().as_str()) || EN_GB.months.contains(&word);
    // `May be revised` begins with no month.
    let first = words.next().unwrap_or_default();
    first != "May" && is_part(first) || words.any(is_part)
}

impl Frame<'_> {
    /// Is a number of a year that a note calls provisional?
    pub fn is_provisional(&self, row: usize, column: Option<usize>) -> bool {
        if self.provisional.is_empty() {
            return false;
        }
        let year = match column.filter(|_| self.wide) {
            Some(at) => period_of_heading(&self.table.outline.columns[at]).0,
            None => parted_period(self.cell(row, self.period)).0,
        };
        self.provisional.iter().any(|(own, _)| own == year)
    }

    /// Does a line above the table hold what is said of some periods?
    fn is_of_a_part(&self, line: &str) -> bool {
        let mut parts = self.provisional.iter().map(|(_, part)| *part);
        parts.any(|part| line.contains(part) && self.is_of_years(part))
    }

    /// Are all years that a sentence names among the periods?
    fn is_of_years(&self, sentence: &str) -> bool {
        let texts: Vec<&str> = match self.wide {
            true => {
                let heading = |at: &usize| self.table.outline.columns[*at].as_str();
                self.values.iter().map(|at| period_of_heading(heading(at)).0).collect()
            }
            false => {
                self.rows.iter().map(|row| parted_period(self.cell(*row, self.period)).0).collect()
            }
        };
        let mut years = self.provisional.iter().filter(|(_, line)| *line == sentence).peekable();
        years.peek().is_some() && years.all(|(year, _)| texts.contains(&year.as_str()))
    }
}
