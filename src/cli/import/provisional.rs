//! What stands above a table of how final all its numbers are: `Provisional`.

use sourceline::tables::PublishedTable;

use super::frame::Frame;
use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};

/// Does a line above the table call its numbers provisional, and has nobody said of which that holds?
pub fn provisional(frame: &Frame, options: &ImportOptions) -> Option<OpenMatter> {
    if options.status.is_some() || !frame.status.is_empty() {
        return None;
    }
    let line = provisional_line(frame.table)?;
    let of_all = Settlement::new(&["--status", "p"], "for every number");
    let of_some = Settlement::new(&["--status", "none"], "where it is said of some only");
    // `Deaths to 2024 (2024 provisional)` says it of a part.
    let digits = line.contains(|c: char| c.is_ascii_digit());
    let answers = if digits { vec![of_some, of_all] } else { vec![of_all, of_some] };
    Some(OpenMatter::new(format!("above the table stands `{line}`"), answers))
}

/// The line above a table that calls its numbers provisional.
pub fn provisional_line(table: &PublishedTable) -> Option<String> {
    table.outline.titles.clone().find_map(|row| {
        let mut cells: Vec<&str> = table.grid.cells(row).filter(|cell| !cell.is_empty()).collect();
        cells.dedup();
        let line = cells.join(", ");
        calls_provisional(&line).then_some(line)
    })
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
    use super::calls_provisional;

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
