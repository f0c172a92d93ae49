//! What stands below a table: its notes, or another table.

use std::ops::Range;

use super::cell_kind::{CellKind, is_rule};
use super::grid::Grid;

/// Where the notes below a table of so many columns begin, among these rows.
pub fn start(grid: &Grid, rows: Range<usize>, width: usize) -> usize {
    let mut notes = rows.end;
    for row in rows.rev() {
        let cells = RowLook::of(grid, row);
        if !cells.may_be_note(width) {
            break;
        }
        // The last rows of a table may be names without a figure.
        if width == 1 && !cells.marked || !(grid.is_after_gap(row) || cells.marked || cells.is_long)
        {
            continue;
        }
        notes = row;
    }
    notes
}

/// What is to be known of a row to tell notes from figures.
struct RowLook {
    filled: usize,
    has_text: bool,
    has_figure: bool,
    /// Begins as notes do: `Source:`, `1.`, `[x]`, `*`.
    marked: bool,
    /// Has a text that is no name.
    is_long: bool,
}

impl RowLook {
    fn of(grid: &Grid, row: usize) -> RowLook {
        let own = || {
            let merged = move |column: &usize| {
                grid.merged_from(row, *column).is_none_or(|first| first == *column)
            };
            let cells = (0..grid.length(row)).filter(merged).map(move |at| grid.cell(row, at));
            cells.filter(|cell| !cell.is_empty())
        };
        let filled = own().count();
        let first = own().next().unwrap_or_default();
        let is_text = |cell: &str| CellKind::of(cell) == CellKind::Text;
        let has_figure = own().any(|cell| CellKind::of(cell) == CellKind::Number);
        let has_text = own().any(is_text);
        RowLook {
            filled,
            has_text,
            has_figure,
            marked: filled == 1 && (is_rule(first) || matches!(first, "---" | "***"))
                || begins_note(first, filled)
                || filled == 2 && explains(first, own().nth(1).unwrap_or_default())
                || !has_figure && begins_note(first, 1),
            is_long: own().any(|cell| cell.len() > NAME && is_text(cell)),
        }
    }

    fn may_be_note(&self, width: usize) -> bool {
        self.marked
            || self.filled == 1 && self.has_text && (width > 1 || self.is_long)
            || self.filled * 2 < width && (!self.has_figure || self.is_long)
            || self.filled == 2 && self.is_long && width > 2
    }
}

/// No name of a category is longer, in bytes.
const NAME: usize = 60;

/// `..` and `not available for any period`, `1` and `Counts are of the most serious offence.`: two cells of a
/// row, of which one explains the other.
fn explains(mark: &str, words: &str) -> bool {
    let is_sign = mark.chars().count() < 4 && !mark.chars().any(char::is_alphanumeric);
    let is_number = mark.len() < 3 && mark.bytes().all(|byte| byte.is_ascii_digit());
    let count = words.split_whitespace().count();
    CellKind::of(words) == CellKind::Text
        && (is_sign && count > 1 || is_number && count > 2 && words.ends_with('.'))
}

/// A row of one cell may begin with the word alone; among several, the word has its colon.
fn begins_note(first: &str, filled: usize) -> bool {
    let lower = first.to_lowercase();
    let mut rests = WORDS.iter().filter_map(|word| lower.strip_prefix(word));
    let worded = rests.any(|rest| match filled {
        1 => !rest.starts_with(char::is_alphanumeric),
        _ => {
            rest.trim_start().starts_with([':', '.'])
                || rest.trim_start_matches('s').starts_with(':')
        }
    });
    let marked = filled == 1
        && first.starts_with(['*', '†', '‡', '©', '[', '(', '¹', '²', '³'])
        && first.split_whitespace().count() > 1;
    let numbered = filled == 1
        && first.split_once(['.', ')', ' ']).is_some_and(|(number, rest)| {
            number.len() <= 2
                && number.bytes().all(|byte| byte.is_ascii_digit())
                && !number.is_empty()
                && rest.trim_start().starts_with(char::is_alphabetic)
                && (rest.trim().contains(' ') || rest.ends_with('.'))
        });
    // `r = revised`
    let explained = filled == 1
        && first.split_once('=').is_some_and(|(mark, words)| {
            let mark = mark.trim();
            (1..=3).contains(&mark.chars().count()) && words.contains(char::is_alphabetic)
        });
    // `Figures are rounded to 5.`
    let sentence = filled == 1
        && first.ends_with('.')
        && first.split_whitespace().count() > 2
        && matches!(CellKind::of(first), CellKind::Text | CellKind::Period);
    worded || marked || numbered || explained || sentence
}

const WORDS: [&str; 30] = [
    "source",
    "sources",
    "note",
    "notes",
    "footnote",
    "footnotes",
    "key",
    "last updated",
    "release date",
    "released",
    "copyright",
    "contact",
    "end of",
    "data from",
    "licence",
    "caveat",
    "bron",
    "quelle",
    "quellen",
    "fuente",
    "fonte",
    "kilde",
    "källa",
    "anmerkung",
    "hinweis",
    "opmerking",
    "toelichting",
    "lecture",
    "champ",
    "nota",
];

/// Where another table begins below this body: a row of headings after a gap, and figures below it.
pub fn next_table(grid: &Grid, start: usize) -> usize {
    let kinds = |row: usize| grid.cells(row).map(CellKind::of);
    let has_figure = |row: usize| kinds(row).any(|kind| kind == CellKind::Number);
    let filled = |row: usize| kinds(row).filter(|kind| *kind != CellKind::Empty).count();
    let own = |row: usize| {
        (0..grid.length(row))
            .filter(|at| grid.merged_from(row, *at).is_none_or(|first| first == *at))
            .filter(|at| !grid.cell(row, *at).is_empty())
            .count()
    };
    let begins = |row: usize| {
        let mut at = row;
        while at + 1 < grid.height() && at - row < TITLES && own(at) == 1 && !has_figure(at) {
            at += 1;
        }
        filled(at) > 1
            && !has_figure(at)
            && kinds(at).any(|kind| kind == CellKind::Text)
            && (at + 1..grid.height().min(at + TITLES))
                .any(|below| has_figure(below) && filled(below) > 1)
    };
    let has_figures = (start..grid.height().min(start + TITLES)).any(has_figure);
    (start + 1..grid.height())
        .find(|row| has_figures && grid.is_after_gap(*row) && begins(*row))
        .unwrap_or(grid.height())
}

/// So many rows of titles may stand above a table below another.
const TITLES: usize = 6;
