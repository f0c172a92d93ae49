//! Columns that nothing was said of and that may make a difference: places, ages, marks, powers of
//! ten. Rows that differ in one of them may not become one series unasked.

use std::collections::HashMap;

use rust_decimal::Decimal;
use sourceline::tables::levels::LEVELS;
use sourceline::tables::marks::part;
use sourceline::tables::meaning::{headings_over, is_number};
use sourceline::tables::names::{
    code_of, is_named_action, is_named_code, is_named_multiplier, is_named_note, is_named_status,
    is_of_the_file, is_unit, names_a_measure,
};
use sourceline::tables::period_heading::is_a_period;

use super::frame::{Frame, listed};
use super::marks_of_others::marked_column;
use super::question::{OpenMatter, Settlement};
use crate::cli::report::count;

/// So many values of a column are offered one by one.
const OFFERED: usize = 6;

/// What the columns leave open that nothing was said of.
pub fn open_columns(frame: &Frame) -> Vec<OpenMatter> {
    let mut open = Vec::new();
    for column in frame.unused() {
        let name = &frame.table.outline.columns[column];
        if let Some(of) = marked_column(frame.table, column) {
            // The marks of one of several columns of numbers are none of the others.
            open.extend((frame.values == [of]).then(|| status(frame, column)).flatten());
        } else if is_named_multiplier(name) {
            // The same power as a code and as a word.
            let is_known = frame.multiplier.is_some_and(|known| decides(frame, known, column));
            open.extend(multiplier(frame, column).filter(|_| !is_known));
        } else if is_named_status(name) && frame.table.may_mark(column)
            || is_named_note(name) && frame.table.holds_letters(column)
        {
            open.extend(status(frame, column));
        } else if is_named_action(name) {
            open.extend(withdrawn(frame, column));
        } else if frame.table.marks_some(column) {
            open.extend(status(frame, column));
        }
    }
    open.extend(headings(frame));
    open.extend(parting_columns(frame).into_iter().map(|column| parted(frame, column)));
    open
}

/// The columns in which rows differ that would be one series.
pub fn parting_columns(frame: &Frame) -> Vec<usize> {
    let mut parting: Vec<usize> = Vec::new();
    for column in frame.unused() {
        let name = &frame.table.outline.columns[column];
        let marks = is_named_status(name) && frame.table.may_mark(column);
        let settled_apart = is_named_multiplier(name) || marks || is_named_action(name);
        let settled_apart = settled_apart || frame.table.marks_some(column);
        // The marks of another column in words: `Flags` beside `Flag Codes`.
        let settled_apart = settled_apart || says_the_marks(frame, column);
        let settled_apart = settled_apart || marked_column(frame.table, column).is_some();
        if settled_apart || !parts_the_rows(frame, column) {
            continue;
        }
        match parting.iter_mut().find(|other| go_together(frame, **other, column)) {
            // Of a code and a name the name is offered.
            Some(other) if unlikely(frame, *other) > unlikely(frame, column) => *other = column,
            Some(_) => {}
            None => parting.push(column),
        }
    }
    parting.sort_by_key(|column| unlikely(frame, *column));
    // Of two columns of which one decides the other, as a country its continent, the finer tells all
    // that the coarser does.
    let likely: Vec<usize> =
        parting.iter().copied().filter(|column| unlikely(frame, *column) < 4).collect();
    let decided = |column: usize| {
        likely.iter().any(|finer| *finer != column && decides(frame, *finer, column))
    };
    parting.retain(|column| !decided(*column));
    parting
}

/// How unlikely a column is to name the series; that which was made to do so is the likeliest.
fn unlikely(frame: &Frame, column: usize) -> u8 {
    let name = &frame.table.outline.columns[column];
    let values = frame.table.values(column, &frame.rows, 20);
    let has_small =
        values.iter().any(|(text, _)| text.contains(|c: char| c.is_lowercase()) && text.len() > 3);
    match () {
        _ if name == LEVELS => 0,
        _ if is_unit(name) || is_of_the_file(name) => 5,
        _ if is_named_code(name) || !has_small && has_digits(frame, column) => 4,
        _ if !has_small => 3,
        // Of two that say the same in other words, that of the group is the coarser.
        _ if names_a_group(name) => 2,
        // `Rate per 100,000` names a measure all the same.
        _ if has_digits(frame, column) && !names_a_measure(name) => 2,
        _ => 1,
    }
}

/// The rows are about several things, and the column says which.
pub fn parted(frame: &Frame, column: usize) -> OpenMatter {
    let word = frame.table.word(column);
    let values = frame.table.values(column, &frame.rows, 1_000);
    let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
    let matter = format!(
        "the rows are about several things: {} says {}",
        frame.table.called(column),
        listed(&texts)
    );
    let mut answers: Vec<Settlement> = texts
        .iter()
        .take(OFFERED)
        .map(|text| Settlement::new(&["--where", &format!("{word}={text}")], ""))
        .collect();
    if frame.series.is_none() {
        let each = Settlement::new(&["--series-column", &word], "for a series each");
        answers.push(each);
    }
    answers.push(Settlement::new(&["--ignore", &word], "if it makes no difference"));
    OpenMatter::new(matter, answers)
}

/// Periods below several headings are about several things.
fn headings(frame: &Frame) -> Option<OpenMatter> {
    let over = headings_over(frame.table, &frame.values);
    let over: Vec<&str> = over.iter().map(|heading| &**heading).collect();
    if !frame.wide || over.is_empty() {
        return None;
    }
    let answers = over.iter().map(|heading| Settlement::new(&["--under", heading], ""));
    Some(OpenMatter::new(
        format!("the periods stand below several headings: {}", listed(&over)),
        answers.collect(),
    ))
}

fn multiplier(frame: &Frame, column: usize) -> Option<OpenMatter> {
    let says =
        |row: &&usize| !matches!(code_of(frame.table.grid.cell(**row, column)), "" | "0" | "units");
    let first = frame.rows.iter().find(says)?;
    let word = frame.table.word(column);
    Some(OpenMatter::new(
        format!(
            "{} says `{}`: the numbers are to be multiplied by a power of ten",
            frame.table.called(column),
            frame.table.grid.cell(*first, column)
        ),
        vec![
            Settlement::new(&["--multiplier-column", &word], "to do so"),
            Settlement::new(&["--ignore", &word], "if the series counts in that unit"),
        ],
    ))
}

fn status(frame: &Frame, column: usize) -> Option<OpenMatter> {
    let cell = |row: &usize| frame.table.grid.cell(*row, column);
    let marks = |row: &&usize| !frame.table.marks(column, cell(row)).is_empty();
    let marked: Vec<usize> = frame.rows.iter().filter(marks).copied().collect();
    if marked.is_empty() {
        return None;
    }
    let word = frame.table.word(column);
    let values = frame.table.values(column, &marked, 100);
    let texts: Vec<&str> = values.iter().map(|(text, _)| *text).collect();
    Some(OpenMatter::new(
        format!("{} marks some of the numbers: {}", frame.table.called(column), listed(&texts)),
        vec![
            Settlement::new(&["--status-column", &word], "to keep the marks"),
            Settlement::new(&["--ignore", &word], "if they are nothing of the kind"),
        ],
    ))
}

/// SDMX-CSV 2.0 lists figures that are withdrawn among those that are given.
fn withdrawn(frame: &Frame, column: usize) -> Option<OpenMatter> {
    let withdraws = |row: &&usize| code_of(frame.table.grid.cell(**row, column)) == "D";
    let rows: Vec<usize> = frame.rows.iter().filter(withdraws).copied().collect();
    let first = frame.table.grid.cell(*rows.first()?, column);
    let word = frame.table.word(column);
    let leave_out = Settlement::new(&["--where", &format!("{word}!={first}")], "to leave them out");
    let keep = Settlement::new(&["--ignore", &word], "if they are figures like the others");
    Some(OpenMatter::new(
        format!(
            "{} withdraws {} by `{first}`",
            frame.table.called(column),
            count(rows.len(), "figure", "figures"),
        ),
        match rows.len() < frame.rows.len() {
            true => vec![leave_out, keep],
            false => vec![keep],
        },
    ))
}

/// Does a column of words say several things of rows that would be one series?
fn parts_the_rows(frame: &Frame, column: usize) -> bool {
    let cell = |row: usize| frame.table.grid.cell(row, column);
    if is_named_note(&frame.table.outline.columns[column]) {
        return false;
    }
    let mut first: HashMap<&str, &str> = HashMap::new();
    let mut varies = false;
    for row in &frame.rows {
        let own = *first.entry(frame.cell(*row, frame.series)).or_insert(cell(*row));
        if own != cell(*row) {
            varies = true;
            break;
        }
    }
    if !varies {
        return false;
    }
    const LOOKED_AT: usize = 2_000;
    let values = frame.table.values(column, &frame.rows, LOOKED_AT);
    let filled: Vec<&(&str, usize)> = values.iter().filter(|(text, _)| !text.is_empty()).collect();
    let repeated = values.iter().any(|(text, count)| *count > 1 && !text.is_empty());
    let several = filled.len() > 1 || filled.len() == 1 && values.len() > 1;
    let prose = filled.iter().any(|(text, _)| text.chars().count() > 60);
    let numbers = filled.iter().all(|(text, _)| is_number(text)) || measures(&filled);
    // Where a number is from, and whether it is the latest, parts only those of one period.
    let aside = is_of_the_file(&frame.table.outline.columns[column])
        || values.iter().all(|(text, _)| is_flag(text));
    if aside && !parts_a_period(frame, column) {
        return false;
    }
    // The name of each row at its own level tells it in any case.
    let is_own_name = frame.table.outline.columns[column] == LEVELS;
    (repeated || frame.wide || is_own_name)
        && several
        && !prose
        && !numbers
        && !filled.iter().all(|(text, _)| is_a_period(text))
}

/// `ParentLocation`, `Offence group`.
fn names_a_group(name: &str) -> bool {
    let small = name.to_lowercase();
    small.starts_with("parent") || small.split(' ').any(|word| word == "group")
}

/// Most of them numbers, some with decimals, as no codes and no ages are.
fn measures(filled: &[&(&str, usize)]) -> bool {
    // `1.1 [1.0-1.2]`
    let bare = |text: &str| {
        let number = text.split_once(" [").map_or(text, |(number, _)| number);
        part(number).0.to_string()
    };
    let numbers: Vec<Decimal> =
        filled.iter().filter_map(|(text, _)| bare(text).replace(',', "").parse().ok()).collect();
    numbers.len() * 2 > filled.len() && numbers.iter().any(|number| number.scale() > 0)
}

/// Do rows of one series and one period differ in a column?
fn parts_a_period(frame: &Frame, column: usize) -> bool {
    let mut said: HashMap<(&str, &str, &str), &str> = HashMap::new();
    frame.rows.iter().any(|row| {
        let of = |at| frame.cell(*row, at);
        let cell = frame.table.grid.cell(*row, column);
        *said.entry((of(frame.series), of(frame.period), of(frame.and))).or_insert(cell) != cell
    })
}

/// Does each cell of the finer column stand beside one of the coarser only?
fn decides(frame: &Frame, finer: usize, coarser: usize) -> bool {
    let mut known = HashMap::new();
    frame.rows.iter().all(|row| {
        let cell = |at| frame.table.grid.cell(*row, at);
        *known.entry(cell(finer)).or_insert(cell(coarser)) == cell(coarser)
    })
}

/// Does a column called so say in words what a column of marks says in letters?
fn says_the_marks(frame: &Frame, column: usize) -> bool {
    let name = &frame.table.outline.columns[column];
    let named = is_named_status(name) || is_named_note(name);
    named && frame.status.iter().any(|marks| decides(frame, *marks, column))
}

/// `true` and `false`, `Yes` and `No`: as said of a period, such as whether it is the last one.
fn is_flag(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "true" | "false" | "yes" | "no" | "y" | "n" | "")
}

/// Does one column say the same as the other in other words, as a name and its code do?
fn go_together(frame: &Frame, one: usize, other: usize) -> bool {
    let (mut there, mut back) = (HashMap::new(), HashMap::new());
    frame.rows.iter().all(|row| {
        let (a, b) = (frame.table.grid.cell(*row, one), frame.table.grid.cell(*row, other));
        *there.entry(a).or_insert(b) == b && *back.entry(b).or_insert(a) == a
    })
}

fn has_digits(frame: &Frame, column: usize) -> bool {
    let values = frame.table.values(column, &frame.rows, 20);
    values.iter().any(|(text, _)| text.contains(|c: char| c.is_ascii_digit()))
}
