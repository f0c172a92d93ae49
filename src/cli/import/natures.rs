//! The nature of the numbers of a table, by its words: a level at a date, a count over a time, a ratio.

use sourceline::figure::Nature;
use sourceline::tables::PublishedTable;
use sourceline::tables::names::names_a_measure;
use sourceline::tables::told_nature::{coded_nature, nature_of_heading, told_nature};

use super::frame::{Frame, listed};
use super::on_day::said_of_all;
use super::options::{ImportOptions, WHOLE_YEARS};
use super::question::{OpenMatter, Settlement};
use super::titles::always;

/// What the words of the table say that these columns hold; `None` where they say nothing. `wide`:
/// they are called by periods.
pub fn nature_of(
    table: &PublishedTable,
    options: &ImportOptions,
    (columns, wide): (&[usize], bool),
) -> Option<Nature> {
    if let Some(first) = columns.first()
        && let Some(code) = table.data_type(*first)
    {
        return coded_nature(code);
    }
    let period = options.period_column.as_deref().and_then(|name| table.find(name).ok());
    let each = options.series_as_columns;
    let named = |at: &usize| nature_of_heading(&table.outline.columns[*at]);
    let rows: Vec<usize> = table.body().collect();
    // `Peildatum`, or `Mid-2020` in every row.
    let by_period = || {
        let at = period?;
        let level = |row: &usize| told_nature(table.grid.cell(*row, at)) == Some(Nature::Stock);
        let cells = || !rows.is_empty() && rows.iter().take(LOOKED_AT).all(level);
        told_nature(&table.outline.columns[at]).or_else(|| cells().then_some(Nature::Stock))
    };
    if each {
        let first = columns.first().and_then(named);
        let all = columns.iter().all(|at| named(at) == first);
        return first.filter(|_| all).or_else(by_period).or_else(|| of_title(table));
    }
    let of_day = said_of_all(table, (columns, wide), period).is_some();
    if of_day && options.on.as_deref() != Some(WHOLE_YEARS) {
        return Some(Nature::Stock);
    }
    let series = options.series_column.as_deref().and_then(|name| table.find(name).ok());
    let of_series = || {
        let series = series.filter(|at| names_a_measure(&table.outline.columns[*at]))?;
        let cells = table.values(series, &rows, 100);
        let first = told_nature(cells.first()?.0)?;
        cells.iter().all(|(cell, _)| told_nature(cell) == Some(first)).then_some(first)
    };
    let headings = columns.iter().take(1).find_map(named);
    let of_rows = || always(table, options).into_iter().find_map(told_nature);
    headings.or_else(of_series).or_else(by_period).or_else(of_rows).or_else(|| of_title(table))
}

/// So many rows are looked at for words of a level in their periods.
const LOOKED_AT: usize = 300;

/// What the lines above the table, or the cells that are the same in every row, say.
fn of_title(table: &PublishedTable) -> Option<Nature> {
    let titles = table.outline.titles.clone().filter(|row| *row < table.outline.header.start);
    let level = |text: &str| told_nature(text).filter(|nature| *nature == Nature::Stock);
    titles.flat_map(|row| table.grid.cells(row)).find_map(level)
}

/// Series of one import that differ in their nature by their words: a level and a count.
pub fn natures_apart(frame: &Frame, options: &ImportOptions) -> Option<OpenMatter> {
    const OFFERED: usize = 6;
    let named = |at: &usize| {
        options.series_as_columns || names_a_measure(&frame.table.outline.columns[*at])
    };
    let column = frame.series.filter(named).filter(|_| options.new_series)?;
    let is = |nature: Nature| options.nature.as_deref() == Some(nature.word());
    if !is(Nature::Flow) && !is(Nature::Stock) && !is(Nature::Ratio) {
        return None;
    }
    let values = frame.table.values(column, &frame.rows, 100);
    let said = |nature| {
        let of = values.iter().find(|(cell, _)| told_nature(cell) == Some(nature));
        of.map(|(cell, _)| *cell)
    };
    let level = said(Nature::Stock).map(|cell| (cell, "a level at a date"));
    let (cell, what) = level.or(said(Nature::Ratio).map(|cell| (cell, "a ratio")))?;
    let (other, _) = values.iter().find(|(own, _)| told_nature(own) != told_nature(cell))?;
    let alike: Vec<&str> = values
        .iter()
        .map(|(own, _)| *own)
        .filter(|own| told_nature(own) == told_nature(other))
        .collect();
    let others: Vec<&str> =
        values.iter().map(|(own, _)| *own).filter(|own| !alike.contains(own)).collect();
    let word = frame.table.word(column);
    let leave = |cell: &&str| match options.series_as_columns {
        true => ["--ignore".to_string(), cell.to_string()],
        false => ["--where".to_string(), format!("{word}!={cell}")],
    };
    let words: Vec<String> = others.iter().take(OFFERED).flat_map(leave).collect();
    Some(OpenMatter::new(
        format!(
            "the series of one import have one nature, and {} seems to be {what}, unlike {}",
            listed(&[cell]),
            listed(&[other])
        ),
        vec![Settlement { words, label: "and import the others by themselves".into() }],
    ))
}
