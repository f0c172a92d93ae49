//! Periods that a note calls incomplete: `2023/24*`, and below the table `* nine months only`.

use sourceline::tables::PublishedTable;
use sourceline::tables::part_of_year::is_months;
use sourceline::tables::period_heading::{parted_period, period_of_heading};
use sourceline::tables::year_end::YearEnd;

use super::options::{ImportOptions, shell};

/// What is to be looked at, for each such period.
pub fn part_years(table: &PublishedTable, options: &ImportOptions) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let column = options.period_column.as_deref().and_then(|name| table.find(name).ok());
    let cells: Vec<(&str, Option<String>)> = match column {
        Some(column) => {
            let word = table.word(column);
            let cells = table.body().map(|row| table.grid.cell(row, column));
            let leave = |cell: &str| format!("--where {}", shell(&format!("{word}!={cell}")));
            cells.map(|cell| (cell, Some(leave(cell)))).collect()
        }
        None if options.years_as_columns => {
            table.outline.columns.iter().map(|name| (name.as_str(), None)).collect()
        }
        None => Vec::new(),
    };
    for (cell, leave) in cells {
        let marked =
            if leave.is_some() { parted_period(cell).1 } else { period_of_heading(cell).1 };
        let marks = marked
            .words
            .iter()
            .filter_map(|words| words.strip_prefix("Marked ")?.strip_suffix(" in the source."));
        let mut notes = marks.filter_map(|mark| table.footnote(mark));
        let Some(note) = notes.find(|note| says_a_part(note)) else { continue };
        let way = leave.map_or(String::new(), |leave| format!("; {leave} leaves it out"));
        let words = format!("`{cell}` is stored as a whole period with the note `{note}`{way}");
        if !told.contains(&words) {
            told.push(words);
        }
    }
    told
}

/// Does a note say that its period is not whole?
fn says_a_part(note: &str) -> bool {
    const SAID: [&str; 12] = [
        "only",
        "to date",
        "part year",
        "part-year",
        "partial",
        "incomplete",
        "not complete",
        "so far",
        "year to date",
        "first half",
        "until",
        "up to",
    ];
    let small = note.to_lowercase();
    SAID.iter().any(|words| small.contains(words)) || names_some_months(&small)
}

/// `January to June 2023`, `first nine months`, `Q1 to Q3`: fewer months than a year has.
fn names_some_months(small: &str) -> bool {
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_part = |word: &&&str| is_months(word) || matches!(**word, "q1" | "q2" | "q3" | "q4");
    let months = words.iter().filter(is_part).count();
    let counted = words.windows(2).any(|pair| {
        matches!(pair[1], "months" | "month" | "quarters" | "weeks")
            && !matches!(
                pair[0],
                "12" | "twelve" | "52" | "four" | "4" | "the" | "all" | "calendar"
            )
            && !small.contains("rolling")
    });
    YearEnd::said_in(small).is_none() && (months > 1 || counted)
}

#[cfg(test)]
mod tests {
    use super::says_a_part;

    #[test]
    fn notes_of_a_part_of_a_year_are_told_from_others() {
        assert!(says_a_part("nine months only") && says_a_part("Incomplete: data to June"));
        assert!(says_a_part("January to June 2023.") && says_a_part("First nine months"));
        assert!(!says_a_part("Years run from April to March"));
        assert!(!says_a_part("Provisional") && !says_a_part("New method from this year"));
    }
}
