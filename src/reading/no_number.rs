//! Texts that stand for no number at all.

use super::statuses::typed_status;
use super::text::plain;
use crate::figure::Status;

/// What to write where a source gives no number.
const ABSENT: &str = "leave the value empty and give the status c (confidential), \
     x (not available) or z (not applicable)";

/// What to write for a text that stands for no number.
pub(super) fn hint(text: &str) -> String {
    if let Some((letter, word)) = absence_of(text) {
        return format!("leave the value empty and give the status {letter} ({word})");
    }
    match plain(text).as_str() {
        marks if is_too_narrow(marks) => {
            "take the number from the source, and widen the column before the file is saved again"
        }
        "[low]" => {
            "it is too small to be shown: write the bound that the source gives, as in `less than \
             0.5`, or leave the value empty and give the status x"
        }
        _ => ABSENT,
    }
    .to_string()
}

/// The letter and the word of the status that a text in place of a number says: `[c]`, `suppressed`.
pub fn absence_of(text: &str) -> Option<(char, &'static str)> {
    let plain = plain(text);
    let status = typed_status(plain.trim_matches(['[', ']', '(', ')'])).ok()?;
    let mut letters = Status::all().into_iter().filter(|(letter, _)| "cxz".contains(*letter));
    let said = status.to_string();
    letters.find(|(letter, _)| said == letter.to_string())
}

/// Why a text stands for no number at all: `NaN`, `#REF!`, `n/a`. The reason goes on after the
/// text: `is a spreadsheet's error`.
pub fn no_number(cell: &str) -> Option<&'static str> {
    let plain = plain(cell);
    let is_bracketed = plain.starts_with('[');
    let plain = plain.trim_matches(['[', ']', '(', ')']).trim();
    match plain.trim_start_matches(['+', '-']) {
        "nan" | "inf" | "infinity" | "∞" => return Some("is a computer's word for no number"),
        "" if plain.starts_with(['-', '+']) => return Some("stands for no number"),
        _ => {}
    }
    const WORDS: &[&str] = &[
        "-",
        "--",
        "---",
        "–",
        "–-",
        "––",
        ".",
        "..",
        "...",
        ":",
        "/",
        "*",
        "**",
        "†",
        "~",
        "?",
        "#",
        "x",
        "c",
        "z",
        "w",
        "n/a",
        "n.a.",
        "n.a",
        "na",
        "n.d.",
        "n.d",
        "nd",
        "n/k",
        "n.k.",
        "null",
        "nil return",
        "none given",
        "no data",
        "no return",
        "missing",
        "blank",
        "unknown",
        "not known",
        "not available",
        "unavailable",
        "not applicable",
        "not stated",
        "not recorded",
        "not collected",
        "not reported",
        "not published",
        "suppressed",
        "redacted",
        "withheld",
        "confidential",
        "disclosive",
        "pending",
        "to follow",
        "tbc",
        "tba",
    ];
    match plain {
        _ if WORDS.contains(&plain) => Some("stands for no number"),
        // The marks of government tables, which count in brackets only.
        "low" | "u" | "ns" | "s" | "ss" | "note" if is_bracketed => Some("stands for no number"),
        _ if is_too_narrow(plain) => {
            Some("is what a spreadsheet shows where a column is too narrow")
        }
        _ if plain.starts_with('#') && plain.len() > 1 => Some("is a spreadsheet's error"),
        _ => None,
    }
}

/// `####`
pub fn is_too_narrow(cell: &str) -> bool {
    cell.len() > 1 && cell.bytes().all(|byte| byte == b'#')
}
