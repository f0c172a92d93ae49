//! Which of several columns of numbers a series is called by that somebody named: the first of them may be of
//! another.

use sourceline::dataset::Dataset;
use sourceline::tables::PublishedTable;

use super::across::number_columns;
use super::frame::listed;
use super::options::ImportOptions;
use super::rest::says_the_same;
use super::shell::said_as;
use super::titles::own_heading;
use crate::cli::refusal::Unchanged;

/// Several columns hold numbers, and nothing says which of them are those of the series.
pub struct Between {
    /// What is open, as a sentence without its full stop.
    pub matter: String,
    /// The columns, by the words that name them.
    columns: Vec<String>,
}

impl Between {
    /// Takes the column that the named series is called by; `Some` where several hold numbers and it is called
    /// by none of them, or by more than one.
    pub fn settle(
        table: &PublishedTable,
        data: &Dataset,
        options: &mut ImportOptions,
    ) -> Option<Between> {
        let is_said = options.value_column.is_some() || options.low_column.is_some();
        if is_said || options.years_as_columns || options.series_as_columns {
            return None;
        }
        let Some(named) = options.series.as_deref().and_then(|id| data.find_series(id)) else {
            let title = options.title.as_deref().filter(|_| options.series.is_none())?;
            let columns = number_columns(table, options);
            let column = called_by(table, (title, ""), &columns).filter(|_| columns.len() > 1);
            options.value_column = column.map(|column| table.word(column));
            return None;
        };
        let series = data.series(named);
        let of_period = options.period_column.as_deref();
        let mut columns = number_columns(table, options);
        columns.retain(|at| of_period.is_none_or(|period| !says_the_same(table, period, *at)));
        let by_name: Vec<usize> =
            columns.iter().copied().filter(|at| is_plain(table, *at)).collect();
        let column = match (&columns[..], &by_name[..]) {
            ([] | [_], _) => return None,
            (several, plain) => {
                called_by(table, (&series.title, series.id), several).or(match plain {
                    [only] => Some(*only),
                    _ => None,
                })
            }
        };
        if let Some(column) = column {
            options.value_column = Some(table.word(column));
            return None;
        }
        let columns: Vec<String> = columns.iter().map(|at| table.word(*at)).collect();
        let words: Vec<&str> = columns.iter().map(String::as_str).collect();
        let matter = format!(
            "{} hold numbers, and nothing says which of them are those of `{}` ({})",
            listed(&words),
            series.title,
            series.id
        );
        Some(Between { matter, columns })
    }

    /// What to write.
    pub fn refused(&self) -> Unchanged {
        const OFFERED: usize = 6;
        let ways = self.columns.iter().take(OFFERED);
        let ways: Vec<String> = ways.map(|word| said_as("--value-column", word)).collect();
        Unchanged::new(&*self.matter).hint(format!("write {}", ways.join(" or ")))
    }
}

/// The one column whose heading is the last part of the title, the whole title, or the end of the id.
fn called_by(
    table: &PublishedTable,
    (title, id): (&str, &str),
    columns: &[usize],
) -> Option<usize> {
    let last = words(title.rsplit(", ").next().unwrap_or_default());
    let (title, id) = (words(title), words(id));
    let fits = |way: usize, heading: &[String]| match way {
        0 => *heading == *last,
        1 => *heading == *title,
        _ => {
            let before = id.strip_suffix(heading);
            before.is_some_and(|before| before.last().is_none_or(|word| !is_turned(word)))
        }
    };
    for way in 0..3 {
        let says = |at: &&usize| {
            let headings = [table.outline.columns[**at].clone(), own_heading(table, **at)];
            let mut headings = headings.iter().map(|heading| words(heading));
            headings.any(|heading| !heading.is_empty() && fits(way, &heading))
        };
        let found: Vec<&usize> = columns.iter().filter(says).collect();
        match found[..] {
            [] => {}
            [only] => return Some(*only),
            _ => return None,
        }
    }
    None
}

/// Is it called by nothing but that it holds the numbers, as publishers of data name that column?
fn is_plain(table: &PublishedTable, column: usize) -> bool {
    let name = table.outline.columns[column].to_lowercase();
    let of_data = ["obs_value", "v4_"].iter().any(|known| name.starts_with(known));
    of_data || matches!(name.as_str(), "value" | "values" | "observation")
}

/// Does a word turn what stands behind it, as in `pupils-not-special`?
fn is_turned(word: &str) -> bool {
    matches!(word, "not" | "non" | "no" | "other" | "without" | "excluding" | "except")
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
