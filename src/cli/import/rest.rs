//! What a first look leaves of a table: further columns of numbers, and months without a year.

use std::collections::HashMap;

use sourceline::tables::PublishedTable;
use sourceline::tables::marks::part;
use sourceline::tables::meaning::TableGuess;
use sourceline::tables::part_of_year::is_part_of_year;
use sourceline::tables::totals::is_total;

use super::options::ImportOptions;
use super::shell::said_as;

/// The columns of numbers that are not taken, and what to write for one of them.
pub fn left_numbers(
    table: &PublishedTable,
    guess: &TableGuess,
    options: &ImportOptions,
) -> Option<String> {
    const TOLD: usize = 3;
    if options.years_as_columns || guess.ends.is_some() {
        return None;
    }
    let named =
        [&options.period_column, &options.and, &options.value_column, &options.series_column];
    let named: Vec<&String> = named
        .into_iter()
        .flatten()
        .chain(&options.status_column)
        .chain(&options.fill_down)
        .collect();
    let mut words: Vec<String> = Vec::new();
    for at in &guess.values {
        let word = table.word(*at);
        let told =
            |key: &Option<String>| key.as_ref().is_some_and(|key| says_the_same(table, key, *at));
        if [&options.period_column, &options.series_column].into_iter().any(told) {
            continue;
        }
        let is_left = !options.series_as_columns || options.ignore.contains(&word);
        let is_condition = options.only.iter().any(|only| only.starts_with(&format!("{word}=")));
        if is_left && !named.contains(&&word) && !is_condition {
            words.push(word);
        }
    }
    let first = words.first()?;
    let all: Vec<String> = words.iter().take(TOLD).map(|word| format!("`{word}`")).collect();
    let more = match words.len().saturating_sub(TOLD) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let hold = if words.len() == 1 { "holds numbers" } else { "hold numbers" };
    let all = if more.is_empty() { sourceline::locale::EN_GB.list(&all) } else { all.join(", ") };
    let way = match &options.value_column {
        Some(taken) => format!("for those instead of `{taken}` write"),
        None => "for those by themselves write, without --series-as-columns,".to_string(),
    };
    Some(format!(
        "{all}{more} {hold} too, which are left out: {way} {}",
        said_as("--value-column", first)
    ))
}

/// Does a column say of each row only what another does, as one of codes beside the names?
pub fn says_the_same(table: &PublishedTable, key: &str, column: usize) -> bool {
    let Ok(key) = table.find(key) else { return false };
    let mut known = HashMap::new();
    let mut rows = 0;
    let same = table.body().all(|row| {
        rows += 1;
        let cell = table.grid.cell(row, column);
        *known.entry(table.grid.cell(row, key)).or_insert(cell) == cell
    });
    let copied = known.iter().all(|(key, cell)| key == cell);
    same && (known.len() < rows || copied)
}

/// What is known of the year of months or quarters.
pub enum PartsOfYear {
    /// It stands above the table, which is told.
    Above(String),
    /// It stands nowhere beside the column of this name.
    Alone(String),
}

/// Months or quarters in a table that says their year once, above it, or nowhere: fills in what is
/// known, and says what has to be looked at.
pub fn parts_of_one_year(
    table: &PublishedTable,
    options: &mut ImportOptions,
) -> Option<PartsOfYear> {
    let is_open =
        [&options.period, &options.period_column, &options.and].iter().all(|o| o.is_none());
    if !is_open || options.years_as_columns {
        return None;
    }
    let holds_parts = |at: &usize| {
        let name = &table.outline.columns[*at];
        let is_part = |cell: &str| is_part_of_year(part(cell).0, name) || is_total(cell);
        table.body().len() > 1 && table.body().all(|row| is_part(table.grid.cell(row, *at)))
    };
    let word = table.word((0..table.width()).find(holds_parts)?);
    options.skip_totals |= table
        .body()
        .any(|row| table.find(&word).is_ok_and(|at| is_total(table.grid.cell(row, at))));
    let Some(year) = year_above(table) else {
        return Some(PartsOfYear::Alone(word));
    };
    (options.period, options.and) = (Some(year.clone()), Some(word.clone()));
    let told = format!("`{word}` says no year, and above the table stands {year}: --period {year}");
    Some(PartsOfYear::Above(told))
}

/// The one year in the lines above the table.
fn year_above(table: &PublishedTable) -> Option<String> {
    let cells = || table.outline.titles.clone().flat_map(|row| table.grid.cells(row));
    let mut years: Vec<&str> = Vec::new();
    for cell in cells() {
        let starts = cell.match_indices(|c: char| c.is_ascii_digit()).map(|(at, _)| at);
        let begins = |at: &usize| !cell[..*at].ends_with(|c: char| c.is_ascii_digit());
        for at in starts.filter(begins) {
            let end = cell[at..].find(|c: char| !c.is_ascii_digit()).map_or(cell.len(), |n| at + n);
            let (run, rest) = (&cell[at..end], &cell[end..]);
            if run.len() != 4 || !(run.starts_with("19") || run.starts_with("20")) {
                continue;
            }
            // `2023/24` is no year of one number.
            if rest.starts_with(['/', '-', '–']) {
                return None;
            }
            if !years.contains(&run) {
                years.push(run);
            }
        }
    }
    let [only] = years[..] else { return None };
    Some(only.to_string())
}
