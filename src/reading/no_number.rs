//! Texts that stand for no number at all.

use super::text::plain;

/// What to write where a source gives no number.
pub(super) const ABSENT: &str = "leave the value empty and give the status c (confidential), \
     x (not available) or z (not applicable)";

/// Why a text stands for no number at all: `NaN`, `#REF!`, `n/a`. The reason goes on after the
/// text: `is a spreadsheet's error`.
pub fn no_number(cell: &str) -> Option<&'static str> {
    let plain = plain(cell);
    let plain = plain.trim_matches(['[', ']', '(', ')']);
    match plain.trim_start_matches(['+', '-']) {
        "nan" | "inf" | "infinity" | "∞" => return Some("is a computer's word for no number"),
        "" if plain.starts_with(['-', '+']) => return Some("stands for no number"),
        _ => {}
    }
    match plain {
        "n/a" | "na" | "none given" | "null" | "nil return" | "-" | "--" | "–" | ".." | "..."
        | ":" | "x" | "c" | "z" | "?" | "unknown" | "not known" | "not available"
        | "not applicable" | "not stated" | "tbc" | "tba" => Some("stands for no number"),
        _ if plain.starts_with('#') && plain.len() > 1 => Some("is a spreadsheet's error"),
        _ => None,
    }
}
