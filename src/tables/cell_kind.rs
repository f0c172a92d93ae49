//! What a cell looks like, before anybody knows its column: enough to tell headings from figures.

use super::part_of_year::quarter_or_half;
use crate::reading::no_number;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    Empty,
    /// A year, a month, a day: in a heading as well as in a row.
    Period,
    /// A figure, or a mark that says why there is none.
    Number,
    Text,
}

impl CellKind {
    /// By its look only; what it means is read later, with its unit and its source.
    pub fn of(cell: &str) -> CellKind {
        if cell.is_empty() {
            return CellKind::Empty;
        }
        if cell.len() > LONGEST {
            return CellKind::Text;
        }
        if is_rule(cell) {
            return CellKind::Text;
        }
        if is_period(cell) {
            return CellKind::Period;
        }
        let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        let scaled = SCALES.iter().any(|scale| cell.ends_with(scale)) && begins(cell);
        let is_figure =
            digits > 0 && (letters <= FLAG_LETTERS || scaled || letters <= digits && begins(cell));
        if is_figure || digits == 0 && (is_mark(cell) || no_number(cell).is_some()) {
            return CellKind::Number;
        }
        CellKind::Text
    }
}

/// Longer cells are texts.
const LONGEST: usize = 40;

/// As many letters may stand beside the digits of a figure: `12.3 bep`, `£1.2bn`, `[low] 5`.
const FLAG_LETTERS: usize = 3;

const SCALES: [&str; 5] = ["thousand", "million", "billion", "per cent", "percent"];

fn begins(cell: &str) -> bool {
    let bare = cell.trim_start_matches(|c: char| !c.is_alphanumeric());
    bare.starts_with(|c: char| c.is_ascii_digit())
}

/// `..`, `:`, `-`, `[x]`, `*`, and flags of publishers that stand alone.
fn is_mark(cell: &str) -> bool {
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    let marked = cell.starts_with(['[', '(', ':']) && letters <= FLAG_LETTERS;
    (letters == 0 && !cell.contains(['%', '£', '$', '€', '#'])) || marked
}

/// `__________`, `-----`: a line drawn below a table.
pub(super) fn is_rule(cell: &str) -> bool {
    cell.len() > 2
        && (cell.bytes().all(|c| c == b'_')
            || cell.len() > 3 && cell.bytes().all(|c| c == b'-' || c == b'='))
}

fn is_period(cell: &str) -> bool {
    if is_short_pair(cell) || quarter_or_half(cell).is_some() {
        return true;
    }
    let mut has_year = false;
    let mut has_month = false;
    for word in cell.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_ascii_lowercase();
        let (digits, rest) = lower.split_at(lower.bytes().take_while(u8::is_ascii_digit).count());
        let figures = lower.bytes().filter(u8::is_ascii_digit).count();
        if figures == lower.len() {
            let century = lower.get(..2).and_then(|century| century.parse().ok());
            has_year |= matches!((lower.len(), century), (4, Some(15..=21)) | (6, Some(18..=21)));
        } else if MONTHS.iter().any(|month| lower.starts_with(month) && month_ends(&lower)) {
            has_month = true;
        } else if digits.is_empty() && figures > 0 {
            // Q1, M06, W01, FY2019.
            let Some((letters, numbers)) = lower.split_at_checked(lower.len() - figures) else {
                return false;
            };
            if !PARTS.contains(&letters) || !numbers.bytes().all(|byte| byte.is_ascii_digit()) {
                return false;
            }
            has_year |= numbers.len() == 4;
        } else if !digits.is_empty() {
            // 1st, 1980s, 2019Q1, 13jun2020.
            let part = rest.trim_end_matches(|c: char| c.is_ascii_digit());
            if !(PARTS.contains(&part) || matches!(part, "st" | "nd" | "rd" | "th" | "s")) {
                return false;
            }
            has_year |= digits.len() == 4;
        } else if !PARTS.contains(&lower.as_str()) {
            return false;
        }
    }
    has_year && !cell.contains(['.', ','])
        || has_month
        || has_year && cell.matches('.').count() == 2
}

/// `09/10`: two years that follow each other.
fn is_short_pair(cell: &str) -> bool {
    let [a @ b'0'..=b'9', b @ b'0'..=b'9', b'/', c @ b'0'..=b'9', d @ b'0'..=b'9'] =
        cell.as_bytes()
    else {
        return false;
    };
    let number = |ten: &u8, one: &u8| (ten - b'0') * 10 + one - b'0';
    (number(a, b) + 1) % 100 == number(c, d)
}

fn month_ends(word: &str) -> bool {
    word.len() <= 4 || FULL_MONTHS.contains(&word)
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const FULL_MONTHS: [&str; 9] = [
    "january",
    "february",
    "march",
    "april",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words that stand in periods.
const PARTS: [&str; 40] = [
    "k",
    "until",
    "q",
    "m",
    "w",
    "s",
    "h",
    "a",
    "fy",
    "ye",
    "yr",
    "cy",
    "to",
    "and",
    "year",
    "years",
    "end",
    "ending",
    "ended",
    "week",
    "wk",
    "month",
    "months",
    "quarter",
    "half",
    "the",
    "of",
    "in",
    "financial",
    "calendar",
    "academic",
    "p",
    "r",
    "e",
    "f",
    "b",
    "part",
    "ytd",
    "t",
    "mid",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart_by_their_look() {
        let kind = |cells: &[&str]| cells.iter().map(|cell| CellKind::of(cell)).collect::<Vec<_>>();
        let periods = [
            "2019",
            "2019/20",
            "2019-20",
            "2019 Q1",
            "2019Q1",
            "Q1 2019",
            "2019-06-30",
            "Jun-2020",
            "Mar 20",
            "Year ending March 2019",
            "30/06/2019",
            "FY2019",
            "201906",
            "1980s",
            "Jan",
            "June 2019",
            "2019-W01",
            "2019 p",
            "Sept 2019",
            "1 April 2019 to 31 March 2020",
            "09/10",
            "99/00",
        ];
        assert_eq!(kind(&periods), [CellKind::Period; 22], "{:?}", kind(&periods));
        let numbers = [
            "5",
            "1,642",
            "12.3 p",
            ": c",
            ":",
            "..",
            "-",
            "–",
            "[x]",
            "[c]",
            "£12.5m",
            "44%",
            "(3)",
            "1003 [r]",
            "1.2E+06",
            "2,019",
            "2019.5",
            "*",
            "n/a",
            "3 million",
            "<5",
        ];
        assert_eq!(kind(&numbers), [CellKind::Number; 21], "{:?}", kind(&numbers));
        let texts = [
            "Year",
            "England",
            "Number of deaths",
            "%",
            "£m",
            "per 1,000 people",
            "Women aged 16 to 64",
            "Rate (2019 = 100)",
            "Source: ONS, 2019",
            "Marches",
            "May contain nuts",
            "Deaths 2019",
        ];
        assert_eq!(kind(&texts), [CellKind::Text; 12], "{:?}", kind(&texts));
    }
}
