//! The lines above or below a table that say how final its numbers are.

use sourceline::figure::Period;
use sourceline::locale::EN_GB;
use sourceline::reading::Setting;
use sourceline::tables::PublishedTable;
use sourceline::tables::foreign::in_english;
use sourceline::tables::period_heading::{is_split_year, parted_period, period_of_heading};

use super::period_cells;

/// The words for provisional in German, French, Italian and Dutch, without their endings.
const PROVISIONAL: [&str; 5] =
    ["vorläufig", "provisoire", "provvisori", "provisorisch", "voorlopig"];

/// Words before the first of several years: `From 2023: provisional results.`
const SINCE: [&str; 8] = ["from", "since", "onwards", "onward", "ab", "seit", "depuis", "vanaf"];

/// The periods of which notes below the table, or lines above it, say that their numbers are provisional, and those
/// of no others: `2023 figures are provisional.`, `From March 2023: provisional`.
pub fn provisional_years(table: &PublishedTable) -> Vec<(String, &str)> {
    const OTHERWISE: [&str; 15] = [
        "after", "before", "until", "to", "except", "bis", "vor", "nach", "außer", "avant",
        "après", "jusqu", "tot", "voor", "fino",
    ];
    let mut found = Vec::new();
    for sentence in notes_below(table).chain(lines_of_some(table)) {
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
        let is_since = words().any(|word| SINCE.contains(&word));
        // `From March 2023` begins within a year, and so does `Q3 2023`.
        let later = match names_a_month(sentence) || names_a_quarter(sentence) {
            true => within_years(table, sentence, is_since),
            false => match &years[..] {
                years if !is_since => years.iter().map(|(year, _)| year.clone()).collect(),
                [(first, _)] => years_since(table, first),
                _ => Vec::new(),
            },
        };
        found.extend(later.into_iter().map(|period| (period, sentence)));
    }
    found
}

/// The lines above the table that call the numbers of some periods so: `From March 2023: provisional`,
/// `2024 is provisional`, and `2024 provisional` of `Deaths (2024 provisional)`.
fn lines_of_some(table: &PublishedTable) -> impl Iterator<Item = &str> {
    let cells = table.outline.titles.clone().flat_map(|row| table.grid.cells(row));
    let parts = cells.map(|cell| {
        let within = cell.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
        within.map(|(inner, _)| inner).filter(|inner| calls_provisional(inner)).unwrap_or(cell)
    });
    parts.filter(|part| {
        let small = part.to_lowercase();
        let mut words = small.split(|c: char| !c.is_alphanumeric());
        let says = |word: &str| SINCE.contains(&word) || matches!(word, "is" | "are");
        let within = table
            .outline
            .titles
            .clone()
            .any(|row| table.grid.cells(row).any(|cell| cell.contains(&format!("({part})"))));
        calls_provisional(part) && (within || words.any(says))
    })
}

/// The periods of the table that a sentence names by a month or a quarter, and with `since` all later ones.
fn within_years(table: &PublishedTable, sentence: &str, since: bool) -> Vec<String> {
    let read = |text: &str| period_cells::read(text, Setting::default).ok();
    let words: Vec<&str> = sentence
        .split(|c: char| c.is_whitespace() || matches!(c, ':' | ',' | '(' | ')'))
        .filter(|word| !word.is_empty())
        .collect();
    let ends = (1..=3).rev().flat_map(|count| words.windows(count));
    let mut named = ends.filter_map(|few| read(&few.join(" ")));
    let Some(named) = named.find(|period| period.span().days() < DAYS_OF_YEAR) else {
        return Vec::new();
    };
    let headings = table.outline.columns.iter().map(|name| period_of_heading(name).0);
    let columns = (0..table.width())
        .map(|at| table.body().map(|row| parted_period(table.grid.cell(row, at)).0).collect());
    let mut all = std::iter::once(headings.collect::<Vec<&str>>()).chain(columns);
    let held = all.find_map(|texts| {
        let periods = texts.iter().filter_map(|text| Some((*text, read(text)?)));
        let periods: Vec<(&str, Period)> = periods.collect();
        periods.iter().any(|(_, period)| *period == named).then_some(periods)
    });
    let start = named.span().start;
    let is_meant = |period: &Period| *period == named || since && period.span().start >= start;
    let mut found: Vec<(&str, Period)> = held.unwrap_or_default();
    found.retain(|(_, period)| is_meant(period));
    found.sort_by_key(|(text, period)| (period.span().start, *text));
    found.dedup();
    found.into_iter().map(|(text, _)| text.to_string()).collect()
}

/// No month and no quarter has as many.
const DAYS_OF_YEAR: i32 = 300;

/// `Q3 2023`, `3. Quartal 2023`.
fn names_a_quarter(sentence: &str) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let number = word.strip_prefix(['Q', 'q', 'T']);
        number.is_some_and(|number| matches!(number, "1" | "2" | "3" | "4"))
            || matches!(word.to_lowercase().as_str(), "quartal" | "trimestre" | "kwartaal")
    })
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
