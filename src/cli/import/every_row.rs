//! What columns said of every row when a recipe was kept, of which nothing is said in it: `Births`,
//! `Italy`, `Seasonally adjusted`. Rows of which the next edition says something else are of another series.

use std::collections::BTreeMap;

use sourceline::tables::PublishedTable;
use sourceline::tables::marks::Mark;
use sourceline::tables::meaning::is_number;
use sourceline::tables::names::{
    is_named_action, is_named_count, is_named_multiplier, is_named_note, is_named_status,
    is_of_the_file, is_unit, names_a_measure, names_a_place, names_a_source,
};
use sourceline::tables::part_of_year::is_part_of_year;
use sourceline::tables::period_heading::is_a_period;

use super::across::number_columns;
use super::fate::{Fate, ImportRow};
use super::frame::{Frame, made_ready};
use super::options::ImportOptions;
use super::placed::TableFile;
use super::question::OpenMatter;
use super::respelt::{letters, spelt_now};
use super::shell::said_as;
use super::title_words::without_edition;
use crate::cli::refusal::Unchanged;

/// What a line of a recipe begins with that says a column and its cell.
const EVERY_ROW: &str = "every row: ";

/// What a recipe keeps of its table.
pub struct KeptLines {
    /// The label of the recipe.
    pub recipe: String,
    pub said: Vec<String>,
}

/// A line for each column that says the same of every row that is meant.
pub fn said_of_every_row(
    table: &PublishedTable,
    label: &str,
    options: &ImportOptions,
) -> Result<Vec<String>, Unchanged> {
    let filled = made_ready(table, label, options)?;
    let table = filled.as_ref().unwrap_or(table);
    let frame = Frame::of(table, label, options)?;
    let series = match options.series_as_columns {
        true => number_columns(table, options),
        false => Vec::new(),
    };
    let lines = frame.unused().filter(|at| !series.contains(at)).filter_map(|at| {
        let [(cell, _)] = table.values(at, &frame.rows, 2)[..] else { return None };
        let is_meant = tells_what_is_counted(&frame, at, cell);
        is_meant.then(|| format!("{EVERY_ROW}{}={cell}", table.word(at)))
    });
    let mut lines: Vec<String> = lines.collect();
    lines.extend(said_of_each(&frame));
    Ok(lines)
}

/// What a line of a recipe begins with that says a column and its cell of the rows of one series.
const ROWS_OF: &str = "rows of ";

/// No recipe is longer: the series of more are told apart by a code of their own.
const MOST_SERIES: usize = 200;

/// A line for each series and each column that says the same of all its rows, and something else of others'.
fn said_of_each(frame: &Frame) -> Vec<String> {
    let mut lines = Vec::new();
    if frame.series.is_none() {
        return lines;
    }
    for at in frame.unused() {
        let mut each: BTreeMap<&str, Option<&str>> = BTreeMap::new();
        for row in &frame.rows {
            let cell = frame.table.grid.cell(*row, at);
            let known = each.entry(frame.cell(*row, frame.series)).or_insert(Some(cell));
            if *known != Some(cell) {
                *known = None;
            }
        }
        let mut cells: Vec<&str> = each.values().copied().flatten().collect();
        let of_each = cells.len() == each.len() && each.len() <= MOST_SERIES;
        cells.sort_unstable();
        cells.dedup();
        let tells = |cell: &&str| tells_what_is_counted(frame, at, cell);
        if !of_each || cells.len() < 2 || !cells.iter().all(tells) {
            continue;
        }
        let word = frame.table.word(at);
        let line = |(series, cell): (&str, Option<&str>)| {
            Some(format!("{ROWS_OF}{series}: {word}={}", cell?))
        };
        lines.extend(each.into_iter().filter_map(line));
    }
    lines
}

impl KeptLines {
    /// Stops where a column says something else of a row that would go into one of the first `known` series,
    /// which were there before.
    pub fn hold(
        &self,
        frame: &Frame,
        rows: &[ImportRow],
        known: usize,
        file: &TableFile,
    ) -> Result<(), Unchanged> {
        let is_held = |row: &&ImportRow| {
            let is_known = row.series.is_some_and(|key| key.index() < known);
            is_known && !matches!(row.fate, Fate::Empty)
        };
        let mut held: Vec<usize> = rows.iter().filter(is_held).map(|row| row.row).collect();
        held.dedup();
        for line in &self.said {
            if let Some(kept) = line.strip_prefix(EVERY_ROW).filter(|_| !held.is_empty()) {
                self.hold_to(kept, None, frame, &held, file)?;
            }
            if let Some((series, kept)) = line.strip_prefix(ROWS_OF).and_then(|line| {
                let mut cuts = line.match_indices(": ");
                let is_there = |series: &str| {
                    held.iter().any(|row| is_as(frame.cell(*row, frame.series), series))
                };
                let cut = cuts.find(|(at, _)| is_there(&line[..*at]))?.0;
                Some((&line[..cut], &line[cut + 2..]))
            }) {
                let is_own = |row: &&usize| is_as(frame.cell(**row, frame.series), series);
                let own: Vec<usize> = held.iter().filter(is_own).copied().collect();
                self.hold_to(kept, Some(series), frame, &own, file)?;
            }
        }
        Ok(())
    }

    /// Leaves out of the answers to what is open the rows of which the recipe was not kept.
    pub fn leave_others_out(&self, table: &PublishedTable, open: &mut [OpenMatter]) {
        let lines = self.said.iter().filter_map(|line| line.strip_prefix(EVERY_ROW));
        for (at, cell) in lines.filter_map(|kept| found_in(table, kept)) {
            let condition = format!("{}=", table.word(at));
            for matter in &mut *open {
                matter.answers.retain(|answer| match &answer.words[..] {
                    [option, only, ..] if option == "--where" => {
                        only.strip_prefix(&condition).is_none_or(|own| is_as(own, cell))
                    }
                    _ => true,
                });
            }
        }
    }

    fn hold_to(
        &self,
        kept: &str,
        series: Option<&str>,
        frame: &Frame,
        held: &[usize],
        file: &TableFile,
    ) -> Result<(), Unchanged> {
        let table = frame.table;
        let every = match series {
            None => "every row".to_string(),
            Some(series) => format!("every row of `{series}`"),
        };
        let says = |at: usize, cell: &str| {
            let mut cells = held.iter().map(|row| table.grid.cell(*row, at));
            cells.all(|own| is_as(own, cell))
        };
        let Some((at, cell)) = found_in(table, kept) else {
            let Some((name, cell)) = kept.split_once('=') else { return Ok(()) };
            // It is called otherwise now.
            if frame.unused().any(|at| says(at, cell)) {
                return Ok(());
            }
            return Err(Unchanged::new(format!(
                "when the recipe was kept {every} said `{cell}` in the column `{name}`, and now the table has \
                 no such column, so nothing says that its numbers are of the same"
            ))
            .hint(format!("if they are, take the line of `{name}` out of {}", self.recipe)));
        };
        if frame.ignored.contains(&at) {
            return Ok(());
        }
        let other = held.iter().find(|row| !is_as(table.grid.cell(**row, at), cell));
        let Some(other) = other else { return Ok(()) };
        let now = match table.grid.cell(*other, at) {
            "" => "nothing".to_string(),
            text => format!("`{text}`"),
        };
        let word = table.word(at);
        let own = frame.rows.iter().map(|row| table.grid.cell(*row, at));
        let own = own.into_iter().find(|own| is_as(own, cell)).filter(|_| series.is_none());
        let line = series.map_or(EVERY_ROW.to_string(), |series| format!("{ROWS_OF}{series}: "));
        let rows = own.map_or(String::new(), |own| {
            let only = said_as("--where", &format!("{word}={own}"));
            format!("write {only} for the rows that still say so; or ")
        });
        Err(Unchanged::new(format!(
            "when the recipe was kept {every} said `{cell}` in {}, and now one says {now}, so its numbers may \
             be of another series, the first at {}",
            table.called(at),
            file.place(frame, *other, Some(at))
        ))
        .hint(format!(
            "{rows}where it is the same in other words, write those in the line `{line}{kept}` of {}; or {} \
             where the column makes no difference",
            self.recipe,
            said_as("--ignore", &word)
        )))
    }
}

/// The column of a line, by its name in whatever spelling, and what it said.
fn found_in<'k>(table: &PublishedTable, kept: &'k str) -> Option<(usize, &'k str)> {
    let find = |name: &str| {
        let now = spelt_now(table, name).and_then(|word| table.find(&word).ok());
        table.find(name).ok().or(now)
    };
    // The name of a column may itself have an equals sign in it.
    let mut cuts = kept.match_indices('=').map(|(at, _)| at);
    cuts.find_map(|at| Some((find(&kept[..at])?, kept[at + 1..].trim())))
}

/// Do two cells say the same, be it in another spelling or of more years?
fn is_as(now: &str, kept: &str) -> bool {
    now == kept || letters(bare(now)) == letters(bare(kept))
}

/// `Births` of `Births, 2010 to 2023`: the next edition has more years. One year alone may be that of prices.
fn bare(cell: &str) -> &str {
    let words = cell.split(|c: char| !c.is_ascii_digit());
    let years = words.filter(|word| word.len() == 4).count();
    if years > 1 { without_edition(cell) } else { cell }
}

/// Does a cell that stands in every row say what is counted, and not when the file was made, how final the
/// numbers are, or where something else is to be read?
fn tells_what_is_counted(frame: &Frame, column: usize, cell: &str) -> bool {
    const LONGEST: usize = 160;
    let name = &frame.table.outline.columns[column];
    let small = name.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let has_digits = cell.contains(|c: char| c.is_ascii_digit());
    if letters(cell).trim().is_empty() || cell.contains("://") || cell.contains('@') {
        return false;
    }
    // The year of an index or of prices.
    if has(&["base", "price", "prices"]) {
        return true;
    }
    let names = names_a_measure(name) || names_a_place(name) || is_unit(name);
    let is_aside = is_of_the_file(name)
        || is_named_note(name)
        || is_named_action(name)
        || is_named_multiplier(name)
        || names_a_source(name)
        || is_named_count(name) && !name.is_empty()
        || has(&OF_THE_EDITION)
        || marks(frame, column, cell, &words);
    let is_time = has(&["date", "time", "period", "year", "quarter", "month", "week", "day"])
        && (has_digits || is_part_of_year(cell, name));
    if is_aside || is_time || is_a_period(cell) && !has(&NUMBERED) {
        return false;
    }
    // Of one row that is not that of a wide table nobody knows what would be said of others.
    if frame.rows.len() < 2 && !frame.wide && !names && !has(&["id", "code"]) {
        return false;
    }
    if is_number(cell) {
        return has_digits && (names || has(&NUMBERED));
    }
    let is_flag = matches!(&*cell.to_lowercase(), "true" | "false" | "yes" | "no" | "y" | "n");
    let is_sure = ["adjust", "includ", "exclud"].iter().any(|part| small.contains(part));
    names || if is_flag { is_sure } else { cell.chars().count() <= LONGEST }
}

/// Words of columns that say something of an edition of the file.
const OF_THE_EDITION: [&str; 26] = [
    "release",
    "released",
    "edition",
    "version",
    "published",
    "publication",
    "revision",
    "updated",
    "update",
    "extracted",
    "extraction",
    "retrieved",
    "accessed",
    "downloaded",
    "timestamp",
    "created",
    "modified",
    "url",
    "link",
    "href",
    "contact",
    "email",
    "metadata",
    "dataflow",
    "dataset",
    "structure",
];

/// Words of columns whose numbers name something.
const NUMBERED: [&str; 6] = ["age", "ages", "code", "id", "grade", "class"];

/// Does the column say how final or how sure the numbers are?
fn marks(frame: &Frame, column: usize, cell: &str, words: &[&str]) -> bool {
    const FINAL: [&str; 6] =
        ["provisional", "preliminary", "final", "revised", "unrevised", "flash"];
    const OF_NUMBERS: [&str; 8] =
        ["obs", "observation", "data", "value", "conf", "confidentiality", "quality", "figure"];
    let small = cell.to_lowercase();
    let is_final = small.split(' ').any(|word| FINAL.contains(&word));
    let named = is_named_status(&frame.table.outline.columns[column]);
    let of_numbers = words.iter().any(|word| OF_NUMBERS.contains(word));
    // `Employment status` says what is counted.
    let is_mark = words.len() < 2 || of_numbers || Mark::find(cell).is_some();
    is_final || named && is_mark || frame.table.marks_some(column) || of_numbers && cell.len() < 3
}
