//! The lines above or below a table that say how final its numbers are.

use sourceline::locale::EN_GB;
use sourceline::tables::PublishedTable;
use sourceline::tables::foreign::in_english;
use sourceline::tables::period_heading::{is_split_year, parted_period, period_of_heading};

/// The words for provisional in German, French, Italian and Dutch, without their endings.
const PROVISIONAL: [&str; 5] =
    ["vorläufig", "provisoire", "provvisori", "provisorisch", "voorlopig"];

/// Words before the first of several years: `From 2023: provisional results.`
const SINCE: [&str; 8] = ["from", "since", "onwards", "onward", "ab", "seit", "depuis", "vanaf"];

/// The years of which the notes below the table say that their numbers are provisional, and those of no others:
/// `2023 figures are provisional.`
pub fn provisional_years(table: &PublishedTable) -> Vec<(String, &str)> {
    const OTHERWISE: [&str; 15] = [
        "after", "before", "until", "to", "except", "bis", "vor", "nach", "außer", "avant",
        "après", "jusqu", "tot", "voor", "fino",
    ];
    let mut found = Vec::new();
    for sentence in notes_below(table) {
        let small = sentence.to_lowercase();
        let words =
            || small.split(|c: char| !(c.is_alphanumeric() || matches!(c, '/' | '-' | '–')));
        let is_year = |word: &&str| {
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) || is_split_year(word)
        };
        let years = words().filter(is_year).map(|year| (year.to_string(), sentence));
        if words().any(|word| OTHERWISE.contains(&word)) {
            continue;
        }
        let years: Vec<(String, &str)> = years.collect();
        match &years[..] {
            years if !words().any(|word| SINCE.contains(&word)) => found.extend_from_slice(years),
            // `From March 2023` begins within a year.
            [(first, _)] if !names_a_month(sentence) => {
                let since = years_since(table, first).into_iter();
                found.extend(since.map(|year| (year, sentence)));
            }
            _ => {}
        }
    }
    found
}

fn names_a_month(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let is_english = EN_GB.months.iter().any(|month| {
            word.len() > 2
                && month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        });
        is_english || in_english(&format!("{word} 2020")).is_some()
    })
}

/// A year and the later ones of the headings, or of the first column that holds it.
fn years_since(table: &PublishedTable, first: &str) -> Vec<String> {
    let later = |texts: Vec<String>| -> Vec<String> {
        let has_first = texts.iter().any(|text| text == first);
        let is_later = |text: &String| text.len() == first.len() && text.as_str() >= first;
        let mut years: Vec<String> = texts.into_iter().filter(is_later).collect();
        years.retain(|text| text.bytes().next().is_some_and(|byte| byte.is_ascii_digit()));
        years.sort();
        years.dedup();
        if has_first { years } else { Vec::new() }
    };
    let headings =
        table.outline.columns.iter().map(|name| period_of_heading(name).0).map(String::from);
    let of_headings = later(headings.collect());
    let mut of_columns = (0..table.width()).map(|at| {
        later(
            table.body().map(|row| parted_period(table.grid.cell(row, at)).0.to_string()).collect(),
        )
    });
    match of_headings.is_empty() {
        true => of_columns.find(|years| !years.is_empty()).unwrap_or_default(),
        false => of_headings,
    }
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
    let is_word = bare.chars().count() > 2 && bare.chars().all(char::is_alphabetic)
        || SINCE.contains(&bare.to_lowercase().as_str());
    let of_all = note.to_lowercase().contains("all ");
    !(is_year || is_word || of_all && bare.chars().all(char::is_numeric))
}

/// `All figures are provisional`, `2023 is provisional`, `Note: provisional`.
fn is_of_numbers(sentence: &str) -> bool {
    const OF_NUMBERS: [&str; 32] = [
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
        "ergebnisse",
        "werte",
        "daten",
        "zahlen",
        "angaben",
        "dati",
        "valori",
        "données",
        "chiffres",
        "résultats",
        "valeurs",
        "cijfers",
        "gegevens",
        "resultaten",
        "datos",
        "cifras",
    ];
    const MOST_ALONE: usize = 2;
    let small = sentence.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_of_when =
        |word: &&&str| SINCE.contains(*word) || word.bytes().all(|c| c.is_ascii_digit());
    words.len() - words.iter().filter(is_of_when).count() <= MOST_ALONE
        || words.iter().any(|word| OF_NUMBERS.contains(word))
}

/// Is it said of the table, and not what a mark in it means?
fn calls_provisional(line: &str) -> bool {
    let small = line.to_lowercase();
    let words: Vec<&str> = small.split(|c: char| !c.is_alphanumeric()).collect();
    let said = words.iter().any(|word| {
        let ending = PROVISIONAL.iter().find_map(|stem| word.strip_prefix(stem));
        matches!(*word, "provisional" | "preliminary" | "provisionales")
            || ending.is_some_and(|ending| ending.chars().count() < 3)
    });
    let denied = words.iter().any(|word| {
        const DENYING: [&str; 14] = [
            "not",
            "no",
            "marked",
            "denotes",
            "indicates",
            "symbol",
            "flag",
            "nicht",
            "keine",
            "non",
            "niet",
            "geen",
            "ne",
            "pas",
        ];
        DENYING.contains(word)
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
            ("Ab Berichtsjahr 2023: vorläufige Ergebnisse.", true),
            ("2022 onwards: provisional.", true),
            ("Dal 2023 dati provvisori", true),
            ("Keine vorläufigen Ergebnisse", false),
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
