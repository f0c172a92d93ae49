//! A column that says of every row what is counted, where the series that the rows are to go into is called
//! otherwise: `Deaths`, for `births`.

use std::collections::HashSet;

use sourceline::dataset::Dataset;
use sourceline::figure::Series;
use sourceline::tables::names::{label_of, names_a_measure};

use super::frame::Frame;
use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};

/// Words that many series have, and which name none of them.
const COMMON: [&str; 14] = [
    "number",
    "numbers",
    "total",
    "rate",
    "rates",
    "count",
    "counts",
    "year",
    "annual",
    "monthly",
    "with",
    "from",
    "people",
    "population",
];

/// Not one of its words is a word of the series.
pub fn named_otherwise(
    frame: &Frame,
    data: &Dataset,
    options: &ImportOptions,
) -> Option<OpenMatter> {
    let key = data.find_series(options.series.as_deref()?)?;
    let series = data.series(key);
    let own = words_of_series(series);
    let columns = frame.unused().filter(|at| names_a_measure(&frame.table.outline.columns[*at]));
    columns.into_iter().find_map(|at| {
        let [(cell, _)] = frame.table.values(at, &frame.rows, 2)[..] else { return None };
        let said = words(label_of(cell));
        if said.is_empty() || said.iter().any(|word| own.contains(word)) {
            return None;
        }
        // What is called so exactly is another series, in whatever language the project is.
        let other = data.all_series().find(|(_, one)| words(&one.title) == said);
        let called = match other {
            Some((_, other)) => format!(", as the series `{}` is called", other.id),
            None => format!(", and `{}` is called `{}`", series.id, series.title),
        };
        let word = frame.table.word(at);
        let mut open = OpenMatter::new(
            format!("every row says `{cell}` in {}{called}", frame.table.called(at)),
            vec![Settlement::new(
                &["--ignore", &word],
                format!("where that is what `{}` counts", series.id),
            )],
        );
        if let Some((_, other)) = other {
            open.answers.push(Settlement::new(&["--series", other.id], "where it is that one"));
        }
        open.asked = true;
        Some(open)
    })
}

/// The words that a row of series.csv has, without their endings.
fn words_of_series(series: &Series) -> HashSet<String> {
    let cells = [&*series.title, &*series.unit, &*series.definition, &*series.note, series.id];
    cells.into_iter().flat_map(words).collect()
}

/// The words that may name something, without their endings; none of a code.
fn words(text: &str) -> HashSet<String> {
    let is_code = text.contains('_') || !text.contains(|c: char| c.is_lowercase());
    let small = if is_code { String::new() } else { text.to_lowercase() };
    let words = small.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3);
    let words = words.filter(|word| !COMMON.contains(word));
    words.map(|word| word.trim_end_matches('s').to_string()).collect()
}
