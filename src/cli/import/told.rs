//! What is said of the rows of a table, and of the columns that nothing is taken from.

use serde_json::json;
use sourceline::dataset::Dataset;

use super::fate::{Fate, ImportRow, NewRow};
use super::frame::{Frame, listed};
use super::periods::text;
use super::total_columns;
use crate::cli::report::count;
use crate::cli::screen::visible;
use crate::cli::table::Listing;
use sourceline::export::figure_words::figure_in_words;

/// What becomes of numbers that their source has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revision {
    /// They stop the import.
    Conflict,
    /// They are told, and the old ones stay.
    Told,
    /// They take the place of the old ones.
    Superseded,
}

/// So many rows are told one by one.
const TOLD: usize = 200;

/// What becomes of every row; of a long table of those that need a look.
pub fn listing(data: &Dataset, frame: &Frame, rows: &[ImportRow], revision: Revision) -> Listing {
    let of_interest = |row: &&ImportRow| {
        rows.len() <= TOLD || !matches!(row.fate, Fate::Add(_) | Fate::There(_) | Fate::Empty)
    };
    let series = frame.series.is_some();
    let line = |row: &ImportRow| {
        let (fate, why) = fate(data, frame, row, revision);
        let line = frame.table.grid.line(row.row);
        let place = match row.column.filter(|_| frame.wide) {
            Some(column) => json!(format!("{}{line}", frame.table.grid.letters(column))),
            None => json!(line),
        };
        let value = frame.cell(row.row, row.column);
        let mut cells = vec![place];
        if series {
            cells.push(json!(frame.cell(row.row, frame.series)));
        }
        cells.extend([json!(&*text(frame, row.period_at)), json!(value), json!(fate), json!(why)]);
        cells
    };
    Listing {
        columns: match series {
            true => &["line", "series", "period", "value", "what", "why"],
            false => &["line", "period", "value", "what", "why"],
        },
        rows: rows.iter().filter(of_interest).take(TOLD).map(line).collect(),
    }
}

fn fate(
    data: &Dataset,
    frame: &Frame,
    row: &ImportRow,
    revision: Revision,
) -> (&'static str, String) {
    match &row.fate {
        Fate::Add(new) => ("add", added(new)),
        Fate::There(key) => ("there", data.figure(*key).id.to_string()),
        Fate::Unmarked(key) => {
            let figure = data.figure(*key);
            let status = figure.status.to_string();
            let marked = if status.is_empty() { "by its note" } else { status.as_str() };
            ("there", format!("{}, marked {marked} there", figure.id))
        }
        Fate::Again(line) => ("there", format!("in line {line}")),
        Fate::Revised(key, new) => {
            let figure = data.figure(*key);
            let mut before = format!("{} in {}", figure_in_words(data, *key), figure.id);
            if new.is_number_of(figure) {
                let status = figure.status.to_string();
                let marked = |letters: &str| match letters {
                    "" => "no status".to_string(),
                    letters => format!("status {letters}"),
                };
                let (old, now) = (marked(&status), marked(new.letters()));
                before += &match old == now {
                    true => ", and other marks now".to_string(),
                    false => format!(" with {old}, and {now} now"),
                };
            }
            match revision {
                Revision::Superseded => {
                    ("supersede", format!("{}; supersedes {before}", added(new)))
                }
                Revision::Conflict => ("conflict", before),
                Revision::Told => ("revised", before),
            }
        }
        Fate::Conflict(why) => ("conflict", why.to_string()),
        Fate::Empty => ("no number", frame.note_of(row.row, row.column).to_string()),
        Fate::Withdrawn(key) => {
            let figure = data.figure(*key);
            ("withdrawn", format!("{} in {}", figure_in_words(data, *key), figure.id))
        }
        Fate::OtherLength => ("left out", "a period of another length".to_string()),
        Fate::Unread(why) => ("unread", why.to_string()),
    }
}

fn added(new: &NewRow) -> String {
    let letters = match new.letters() {
        "" => String::new(),
        letters => format!(", status {letters}"),
    };
    let differs = new.more.as_ref().map_or(&[][..], |more| &more.differs);
    let differs = match differs {
        [] => String::new(),
        differs => format!("; differs from {}", sourceline::locale::EN_GB.list(differs)),
    };
    format!("as {}{letters}{differs}", new.period)
}

/// How many rows fare how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub all: usize,
    pub add: usize,
    pub there: usize,
    /// Of these, the ones whose marks the table does not have.
    pub unmarked: usize,
    pub empty: usize,
    /// Numbers that the source gave before and gives no more.
    pub withdrawn: usize,
    pub other_length: usize,
    pub conflict: usize,
    pub revised: usize,
    /// Numbers that an earlier edition of the source gave otherwise, and that stand beside those.
    pub edition: usize,
    pub unread: usize,
}

impl Tally {
    pub fn of(rows: &[ImportRow]) -> Tally {
        let mut tally = Tally { all: rows.len(), ..Tally::default() };
        for row in rows {
            *match &row.fate {
                Fate::Add(new) => {
                    let earlier = new.more.as_ref().is_some_and(|more| more.edition);
                    tally.edition += usize::from(earlier);
                    &mut tally.add
                }
                Fate::There(_) | Fate::Again(_) => &mut tally.there,
                Fate::Unmarked(_) => {
                    tally.unmarked += 1;
                    &mut tally.there
                }
                Fate::Empty => &mut tally.empty,
                Fate::Withdrawn(_) => &mut tally.withdrawn,
                Fate::OtherLength => &mut tally.other_length,
                Fate::Conflict(_) => &mut tally.conflict,
                Fate::Revised(..) => &mut tally.revised,
                Fate::Unread(_) => &mut tally.unread,
            } += 1;
        }
        tally
    }
}

/// The figures whose numbers the table no longer gives.
pub fn withdrawn(data: &Dataset, rows: &[ImportRow]) -> String {
    let keys = rows.iter().filter_map(|row| match &row.fate {
        Fate::Withdrawn(key) => Some(*key),
        _ => None,
    });
    let ids: Vec<String> = keys.map(|key| data.figure(key).id.to_string()).collect();
    let said: Vec<&str> = ids.iter().map(String::as_str).collect();
    match said.is_empty() {
        true => String::new(),
        false => format!(
            "no number any more where the source gave one: {}; a note may say so, or \
             `sourceline remove` takes a figure out\n",
            listed(&said)
        ),
    }
}

/// The sum of it, and every part of the table that no figure is made of.
pub fn summary(frame: &Frame, rows: &[ImportRow], tally: Tally, revision: Revision) -> String {
    let (one, many) = if frame.wide { ("cell", "cells") } else { ("row", "rows") };
    let superseded = if revision == Revision::Superseded { tally.revised } else { 0 };
    let conflicts = if revision == Revision::Conflict { tally.revised } else { 0 };
    let mut words = format!(
        "{}: {} to add, {} there already, {} without a number, {} in conflict",
        count(tally.all, one, many),
        tally.add + superseded,
        tally.there,
        tally.empty,
        tally.conflict + conflicts,
    );
    match revision {
        _ if tally.revised == 0 => {}
        Revision::Conflict => {}
        Revision::Superseded => words += &format!(", {} of them revised", tally.revised),
        Revision::Told => words += &format!(", {} revised and left as they were", tally.revised),
    }
    if tally.other_length > 0 {
        words += &format!(", {} of other lengths left out", tally.other_length);
    }
    if tally.withdrawn > 0 {
        words += &format!(", {} withdrawn and left as they were", tally.withdrawn);
    }
    if tally.unread > 0 {
        words += &format!(", {} unread", tally.unread);
    }
    if tally.unmarked > 0 {
        let there = tally.unmarked;
        words += &format!(", {there} there with a mark of which the table says nothing");
    }
    words.push('\n');
    if tally.edition > 0 {
        words += &format!(
            "{} otherwise in an earlier edition of the source: --supersede puts the new in its place\n",
            count(tally.edition, "number stands", "numbers stand")
        );
    }
    words += &passed_over(frame, rows);
    words += &without_number(frame, rows);
    let mut aside = Vec::new();
    if frame.elsewhere > 0 {
        aside.push(format!("{} that --where leaves out", count(frame.elsewhere, "row", "rows")));
    }
    if !frame.totals.is_empty() {
        aside.push(count(frame.totals.len(), "row of totals", "rows of totals"));
    }
    aside.extend(around(frame));
    aside.extend(frame.unused().chain(frame.ignored.iter().copied()).map(|at| unused(frame, at)));
    aside.extend(empty_columns(frame));
    aside.extend(frame.table.grid.remarks.iter().map(ToString::to_string));
    if !aside.is_empty() {
        let line = format!("not used: {}", aside.join("; "));
        words += &format!("{}\n", visible(&line));
    }
    if let Some(line) = shown_otherwise(frame) {
        words += &format!("{}\n", visible(&line));
    }
    words
}

/// What stands in the first rows that are not read, and why.
fn passed_over(frame: &Frame, rows: &[ImportRow]) -> String {
    const TOLD: usize = 3;
    let unread = |row: &ImportRow| match &row.fate {
        Fate::Unread(why) => {
            let (line, value) = (frame.table.grid.line(row.row), frame.cell(row.row, row.column));
            Some(format!("line {line}, `{value}`: {why}"))
        }
        _ => None,
    };
    let told: Vec<String> = rows.iter().filter_map(unread).take(TOLD).collect();
    let lines = told.iter().map(|line| format!("passed over: {}\n", visible(line)));
    let more = rows.iter().filter(|row| matches!(row.fate, Fate::Unread(_))).count() - told.len();
    lines.chain((more > 0).then(|| format!("passed over: {more} more\n"))).collect()
}

/// What stands in place of the numbers that are not there, and where first.
fn without_number(frame: &Frame, rows: &[ImportRow]) -> String {
    let mut said: Vec<(&str, usize, usize)> = Vec::new();
    for row in rows.iter().filter(|row| matches!(row.fate, Fate::Empty)) {
        let (cell, line) = (frame.cell(row.row, row.column), frame.table.grid.line(row.row));
        match said.iter_mut().find(|(known, ..)| *known == cell) {
            Some((.., count)) => *count += 1,
            None => said.push((cell, line, 1)),
        }
    }
    said.retain(|(cell, ..)| !cell.is_empty());
    if said.is_empty() {
        return String::new();
    }
    let told: Vec<String> = said
        .iter()
        .map(|(cell, line, count)| match count {
            1 => format!("`{cell}` in line {line}"),
            more => format!("`{cell}` in line {line} and {} more", more - 1),
        })
        .collect();
    let told = sourceline::locale::EN_GB.list(&told);
    format!("without a number: {}\n", visible(&told))
}

/// Numbers of a workbook that show less than they hold.
fn shown_otherwise(frame: &Frame) -> Option<String> {
    let grid = &frame.table.grid;
    if !grid.has_stored() {
        return None;
    }
    let ends = frame.ends.into_iter().flat_map(|(low, high)| [low, high]);
    let columns: Vec<usize> = frame.values.iter().copied().chain(ends).collect();
    let cells = frame.rows.iter().flat_map(|row| columns.iter().map(|at| (*row, *at)));
    let holding = |(row, at)| Some((row, at, grid.holds_otherwise(row, at)?));
    let differing: Vec<(usize, usize, &str)> = cells.filter_map(holding).collect();
    let (row, at, held) = *differing.first()?;
    let shown = match grid.cell(row, at) {
        "" => "nothing",
        shown => shown,
    };
    Some(format!(
        "taken as shown: {}{} shows {shown} and holds {held}{}",
        grid.letters_of_cell(row, at),
        grid.line(row),
        match differing.len() {
            1 => String::new(),
            more => format!(", one of {more} such cells"),
        }
    ))
}

fn unused(frame: &Frame, column: usize) -> String {
    let values = frame.table.values(column, &frame.rows, 2);
    let called = frame.table.called(column);
    if let Some(total) = total_columns::told(frame, column) {
        return format!("{called}, {total}");
    }
    match values[..] {
        [(only, rows)] if rows > 1 => format!("{called}, always {}", listed(&[only])),
        _ => called,
    }
}

/// The columns that have a name and nothing below it.
fn empty_columns(frame: &Frame) -> Vec<String> {
    let grid = &frame.table.grid;
    let is_empty = |at: &usize| {
        !frame.used[*at]
            && !frame.table.outline.columns[*at].is_empty()
            && frame.table.body().all(|row| grid.cell(row, *at).is_empty())
    };
    let named = (0..frame.table.width()).filter(is_empty);
    named.map(|at| format!("{}, empty", frame.table.called(at))).collect()
}

/// What stands above the table and below it.
fn around(frame: &Frame) -> Vec<String> {
    let (grid, outline) = (&frame.table.grid, &frame.table.outline);
    let lines = |rows: std::ops::Range<usize>| match rows.len() {
        1 => format!("line {}", grid.line(rows.start)),
        _ => format!("lines {} to {}", grid.line(rows.start), grid.line(rows.end - 1)),
    };
    let parts = [
        (outline.titles.clone(), "above the table"),
        (outline.notes.clone(), "below it"),
        (outline.rest.clone(), "another table, which --range reads"),
    ];
    let filled = parts.into_iter().filter(|(rows, _)| !rows.is_empty());
    filled.map(|(rows, where_)| format!("{} ({where_})", lines(rows))).collect()
}

/// What stands below the options: examples, and the marks.
pub fn help() -> String {
    use sourceline::figure::Status;
    use sourceline::tables::marks::MARKS;
    let codes = |letter: Option<char>| -> String {
        let own = MARKS.iter().filter(|mark| mark.letter == letter && mark.code != "A");
        own.map(|mark| mark.code).collect::<Vec<_>>().join(" ")
    };
    let letters = Status::all().map(|(letter, meaning)| (letter, meaning, codes(Some(letter))));
    let rows = letters.iter().filter(|(.., codes)| !codes.is_empty());
    let table: String = rows
        .map(|(letter, meaning, codes)| format!("  {codes:<12} {letter}  {meaning}\n"))
        .collect();
    format!(
        "Examples:\n  sourceline import counts.csv\n  sourceline import counts.csv --series \
         ncmec-reports --source ncmec-cy2024 --period-column Year --value-column Total --dry-run\n  \
         sourceline import areas.xlsx --sheet 'Table 2' --series-column Area --new-series --unit \
         cases --nature flow --source gov-2024 --period-column Year --value-column Cases --keep areas\n  \
         sourceline import areas --supersede\n  sourceline import figures.xlsx --edit --dry-run\n\n\
         Marks, in --status-column or behind a number (1003 [r], 12.3 p, : c), those of SDMX in \
         capitals, and what they become:\n{table}  {:<12} -  a note\n  \
         A            -  nothing: a normal value",
        codes(None)
    )
}
