//! The lines above or below a table that say how final its numbers are.

use sourceline::tables::PublishedTable;
use sourceline::tables::period_heading::is_split_year;

/// The years of which the notes below the table say that their numbers are provisional, and those of no others:
/// `2023 figures are provisional.`
pub fn provisional_years(table: &PublishedTable) -> Vec<(String, &str)> {
    const OTHERWISE: [&str; 9] =
        ["from", "since", "onwards", "onward", "after", "before", "until", "to", "except"];
    let mut found = Vec::new();
    for sentence in notes_below(table) {
        let small = sentence.to_lowercase();
        let words =
            || small.split(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '–')));
        let is_year = |word: &&str| {
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) || is_split_year(word)
        };
        let years = words().filter(is_year).map(|year| (year.to_string(), sentence));
        if !words().any(|word| OTHERWISE.contains(&word)) {
            found.extend(years);
        }
    }
    found
}

/// The line above or below a table that calls its numbers provisional.
pub fn provisional_line(table: &PublishedTable) -> Option<String> {
    line_above(table).or_else(|| note_below(table))
}

pub fn line_above(table: &PublishedTable) -> Option<String> {
    table.outline.titles.clone().find_map(|row| {
        let mut cells: Vec<&str> = table.grid.cells(row).filter(|cell| !cell.is_empty()).collect();
        cells.dedup();
        let line = cells.join(", ");
        calls_provisional(&line).then_some(line)
    })
}

/// The first sentence of a note that does.
fn note_below(table: &PublishedTable) -> Option<String> {
    notes_below(table).next().map(str::to_string)
}

/// The sentences of notes that do.
pub fn notes_below(table: &PublishedTable) -> impl Iterator<Item = &str> {
    let notes = table.outline.notes.clone().flat_map(|row| table.grid.cells(row));
    let sentences =
        notes.filter(|note| !explains_a_mark(note)).flat_map(|n| n.split_inclusive(". "));
    let of_numbers = sentences.map(str::trim).filter(|sentence| is_of_numbers(sentence));
    of_numbers.filter(|sentence| calls_provisional(sentence))
}

/// `p Provisional.`, `(1) Provisional`, `† provisional`, `1. 2023 is provisional`.
fn explains_a_mark(note: &str) -> bool {
    let first = note.split_whitespace().next().unwrap_or_default();
    let bare = first.trim_end_matches([':', '.', ',']);
    let is_year = bare.len() == 4 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = bare.chars().count() > 2 && bare.chars().all(char::is_alphabetic);
    let of_all = note.to_lowercase().contains("all ");
    !(is_year || is_word || of_all && bare.chars().all(char::is_numeric))
}

/// `All figures are provisional`, `2023 is provisional`, `Note: provisional`.
fn is_of_numbers(sentence: &str) -> bool {
    const OF_NUMBERS: [&str; 16] = [
        "figures",
        "figure",
        "data",
        "numbers",
        "statistics",
        "estimates",
        "results",
        "values",
        "counts",
        "totals",
        "all",
        "table",
        "rates",
        "is",
        "are",
        "remain",
    ];
    const MOST_ALONE: usize = 2;
    let small = sentence.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.len() <= MOST_ALONE || words.iter().any(|word| OF_NUMBERS.contains(word))
}

/// Is it said of the table, and not what a mark in it means?
fn calls_provisional(line: &str) -> bool {
    let small = line.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).collect();
    let said = words.iter().any(|word| matches!(*word, "provisional" | "preliminary"));
    let denied = words.iter().any(|word| {
        matches!(*word, "not" | "no" | "marked" | "denotes" | "indicates" | "symbol" | "flag")
    });
    said && !denied && !line.contains(['[', '=', '*'])
}

#[cfg(test)]
mod tests {
    use super::{calls_provisional, explains_a_mark, is_of_numbers};

    #[test]
    fn a_note_calls_the_numbers_provisional_or_explains_a_mark() {
        for (note, calls) in [
            ("All figures are provisional.", true),
            ("2023 figures are provisional.", true),
            ("Note: figures for 2023 are provisional", true),
            ("1. All figures are provisional", true),
            ("Provisional", true),
            ("p Provisional figures", false),
            ("P: Provisional, R: Revised", false),
            ("1 Provisional figures", false),
            ("* Provisional data", false),
            ("Orders made under a provisional licence", false),
        ] {
            let called = !explains_a_mark(note) && is_of_numbers(note) && calls_provisional(note);
            assert_eq!(called, calls, "{note}");
        }
    }

    #[test]
    fn a_line_calls_the_numbers_provisional_or_explains_a_mark() {
        for (line, calls) in [
            ("Provisional", true),
            ("Deaths by year, provisional", true),
            ("Preliminary data", true),
            ("All figures are provisional and may be revised.", true),
            ("[p] provisional", false),
            ("p = provisional", false),
            ("Figures marked p are provisional", false),
            ("These figures are no longer provisional", false),
            ("Deaths by year", false),
        ] {
            assert_eq!(calls_provisional(line), calls, "{line}");
        }
    }
}
