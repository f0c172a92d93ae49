//! Numbers in brackets, which accounts write for what is below zero, and German statistics for what is of low
//! reliability.

use sourceline::tables::PublishedTable;
use sourceline::tables::marks::Marked;

use super::options::BracketSign;

/// `1,250` of `(1,250)`.
pub fn in_brackets(cell: &str) -> Option<&str> {
    let inner = cell.strip_prefix('(')?.strip_suffix(')')?.trim();
    let is_number = |c: char| c.is_ascii_digit() || "£$€,.'% \u{a0}\u{202f}".contains(c);
    let fits = inner.contains(|c: char| c.is_ascii_digit()) && inner.chars().all(is_number);
    fits.then_some(inner)
}

/// What the lines above or below a table say of its numbers in brackets: `Negative figures are shown in brackets.`,
/// `( ) = Aussagewert eingeschränkt`.
pub fn brackets_said(table: &PublishedTable) -> Option<BracketSign> {
    let rows = table.outline.titles.clone().chain(table.outline.notes.clone());
    let lines: Vec<&str> = rows.flat_map(|row| table.grid.cells(row)).collect();
    let negative = lines.iter().any(|cell| {
        let small = cell.to_lowercase();
        let brackets = small.contains("brackets") || small.contains("parentheses");
        brackets && ["negative", "below zero", "minus"].iter().any(|word| small.contains(word))
    });
    if negative {
        return Some(BracketSign::Negative);
    }
    explained(&lines).map(|_| BracketSign::Positive)
}

/// May a number in brackets be below zero, as long as nobody says what it is?
pub fn may_be_negative(table: &PublishedTable, typed: Option<BracketSign>) -> bool {
    let said = typed.or_else(|| brackets_said(table));
    said.map_or_else(|| !is_german(table), |sign| sign == BracketSign::Negative)
}

/// A `/` in place of a number is of German statistics, whose brackets say that a number is of low reliability.
pub fn is_german(table: &PublishedTable) -> bool {
    table.body().any(|row| table.grid.cells(row).any(|cell| cell == "/"))
}

/// What is said of a number in brackets that is not below zero, and its letter if that is one of ours.
pub fn bracket_marks(table: &PublishedTable) -> Marked {
    const UNSURE: [&str; 7] =
        ["eingeschränkt", "unsicher", "reliab", "caution", "uncertain", "fiabilité", "affidabil"];
    let rows = table.outline.titles.clone().chain(table.outline.notes.clone());
    let lines: Vec<&str> = rows.flat_map(|row| table.grid.cells(row)).collect();
    let Some(text) = explained(&lines) else {
        return Marked {
            letters: String::new(),
            words: vec!["Printed in brackets in the source.".into()],
        };
    };
    let small = text.to_lowercase();
    let unsure = UNSURE.iter().any(|word| small.contains(word));
    Marked {
        letters: if unsure { "u" } else { "" }.to_string(),
        words: vec![format!(
            "Printed in brackets in the source: {}.",
            text.trim_end_matches(['.', ';'])
        )],
    }
}

/// What stands behind `( )`, or behind `Figures in brackets`.
fn explained<'t>(lines: &[&'t str]) -> Option<&'t str> {
    const SIGNS: [&str; 5] = ["( )", "()", "(…)", "(...)", "(Zahl)"];
    const WORDS: [&str; 4] = ["in brackets ", "in parentheses ", "in klammern ", "in klammern: "];
    lines.iter().find_map(|line| {
        let sign = SIGNS.iter().find_map(|sign| line.trim_start().strip_prefix(sign));
        let text = sign.or_else(|| {
            let small = line.to_ascii_lowercase();
            WORDS.iter().find_map(|word| small.find(word).map(|at| &line[at + word.len()..]))
        })?;
        let text = text.trim_start_matches(['=', ':', ' ']);
        text.contains(char::is_alphabetic).then_some(text)
    })
}
