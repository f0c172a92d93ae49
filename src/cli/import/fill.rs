//! What a first look fills in of the columns: where nobody has said it, as the table seems to mean it.

use std::borrow::Cow;

use sourceline::tables::PublishedTable;
use sourceline::tables::meaning::{TableGuess, headings_over};
use sourceline::tables::names::{code_of, is_named_note, is_named_status};

use super::frame::beside_periods;
use super::options::ImportOptions;

/// The column of the periods.
pub fn fill_periods(table: &PublishedTable, guess: &TableGuess, options: &mut ImportOptions) {
    let word = |at: Option<usize>| at.map(|at| table.word(at));
    if options.period_column.is_none() && options.period.is_none() {
        options.period_column = word(guess.period);
        options.period = guess.of_all.clone();
        options.and = options.and.take().or_else(|| word(guess.and));
    }
}

/// The column of the numbers, the likeliest of them where none is taken yet, and those of their ends.
pub fn fill_numbers(
    table: &PublishedTable,
    guess: &TableGuess,
    given: &ImportOptions,
    options: &mut ImportOptions,
) {
    let is_said = given.value_column.is_some() || given.low_column.is_some();
    if is_said || options.series_as_columns {
        return;
    }
    let mut words = guess.values.iter().map(|at| table.word(*at));
    let likeliest = words.find(|word| {
        let word = Some(word);
        options.period_column.as_ref() != word && options.and.as_ref() != word
    });
    if options.value_column.is_none() {
        options.value_column = likeliest.clone();
    }
    // Of another column they are not the ends.
    if let Some((low, high)) = guess.ends.filter(|_| options.value_column == likeliest) {
        options.low_column = Some(table.word(low));
        options.high_column = Some(table.word(high));
    }
}

/// Notes and marks that stand below the periods, beside the numbers.
pub fn fill_beside(table: &PublishedTable, options: &mut ImportOptions) {
    let between = table.outline.columns.iter().map(|name| Cow::Borrowed(name.as_str()));
    let between = between.filter(|name| !beside_periods(table, name).is_empty());
    for heading in headings_over(table, &table.headings().periods).into_iter().chain(between) {
        if is_named_note(&heading) {
            options.note_column.get_or_insert(heading.into_owned());
        } else if is_named_status(&heading) && options.status_column.is_empty() {
            options.status_column.push(heading.into_owned());
        }
    }
}

/// Marks, powers of ten and notes, where there are any.
pub fn fill_marks(table: &PublishedTable, guess: &TableGuess, options: &mut ImportOptions) {
    let says = |at: Option<usize>, fits: &dyn Fn(usize, &str) -> bool| {
        at.filter(|at| table.body().any(|row| fits(*at, table.grid.cell(row, *at))))
            .map(|at| table.word(at))
    };
    let fill = |option: &mut Option<String>, word: Option<String>| {
        if option.is_none() {
            *option = word;
        }
    };
    if options.status_column.is_empty() {
        let marked = |at: usize, cell: &str| !table.marks(at, cell).is_empty();
        options.status_column.extend(says(guess.status, &marked));
    }
    let powers = |_, cell: &str| !matches!(code_of(cell), "" | "0" | "units");
    fill(&mut options.multiplier_column, says(guess.multiplier, &powers));
    fill(&mut options.note_column, says(guess.note, &|_, cell: &str| !cell.is_empty()));
}
