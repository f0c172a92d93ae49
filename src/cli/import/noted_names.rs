//! Names with the number of a note behind them that stands below the table: `Fraud 3`, and `3 Recorded by Action
//! Fraud.`

use super::frame::Frame;

/// A name without the numbers of its notes, and what these say. Nothing where another row is called so, or would
/// be: `Area 1` and `Area 2` are two areas.
pub fn noted_name<'t>(
    frame: &Frame<'t>,
    cell: &'t str,
) -> Option<(&'t str, Vec<(&'t str, &'t str)>)> {
    let is_printed = frame.rows.len() <= PRINTED && !frame.table.outline.notes.is_empty();
    if !is_printed || !cell.ends_with(|last: char| last.is_ascii_digit()) {
        return None;
    }
    let own = parted(frame, cell)?;
    let column = frame.series?;
    let mut others = frame.rows.iter().map(|row| frame.table.grid.cell(*row, column));
    let is_same = |other: &str| {
        other != cell && parted(frame, other).map_or(other, |(name, _)| name) == own.0
    };
    // Where all names end so, they are numbered.
    let is_bare = |other: &str| !other.ends_with(|last: char| last.is_ascii_digit());
    let is_told_apart = others.clone().any(is_bare) && !others.any(is_same);
    is_told_apart.then_some(own)
}

/// A table that is made to be read has no more rows; one for programs has no numbers behind its names.
const PRINTED: usize = 5_000;

/// `Robbery` of `Robbery 1 2` and `Robbery 1,2`, with both notes.
fn parted<'t>(frame: &Frame<'t>, cell: &'t str) -> Option<(&'t str, Vec<(&'t str, &'t str)>)> {
    let (mut name, mut notes) = (cell, Vec::new());
    while let Some((rest, number)) = name.rsplit_once([' ', ',']) {
        let is_number =
            (1..=2).contains(&number.len()) && number.bytes().all(|c| c.is_ascii_digit());
        let Some(text) = frame.table.footnote(number).filter(|_| is_number) else { break };
        notes.insert(0, (number, text));
        name = rest.trim_end_matches([' ', ',']);
    }
    // `Grade 3` is named by its number, `Under 3` and `Aged 5` are ages.
    let is_name = name.chars().filter(|letter| letter.is_alphabetic()).count() > 3;
    let is_counted =
        COUNTED.contains(&name.rsplit(' ').next().unwrap_or_default().to_lowercase().as_str());
    (!notes.is_empty() && is_name && !is_counted).then_some((name, notes))
}

/// Words before a number that is a part of the name.
const COUNTED: [&str; 26] = [
    "under", "over", "aged", "age", "ages", "grade", "band", "level", "class", "type", "group",
    "zone", "area", "district", "ward", "division", "region", "tier", "phase", "stage", "wave",
    "quarter", "year", "week", "month", "number",
];
