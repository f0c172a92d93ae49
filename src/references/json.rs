//! JSON as people and programs write it: items apart, so that one that is broken costs itself.

use crate::problem::Lines;
use serde_json::Value;

use super::Unreadable;

/// The items of a file, each with the byte it begins at: those of an array, those under `items`
/// of an object, or the object itself.
pub(super) fn elements(text: &str) -> Result<Vec<(usize, &str)>, Unreadable> {
    let start = text.len() - text.trim_start().len();
    let none = "this is not a list of CSL items, as in [{\"title\": \"…\"}]";
    match text.as_bytes().get(start) {
        Some(b'[') => parted(text, start),
        Some(b'{') => match items_of(text, start) {
            Some(list) => parted(text, list),
            None => Ok(vec![(start, &text[start..])]),
        },
        _ => Err(Unreadable::at(&Lines::of(text), start, none)),
    }
}

/// Where the list of `items` begins in an object.
fn items_of(text: &str, start: usize) -> Option<usize> {
    let mut walk = Walk { text, at: start + 1, depth: 1 };
    while let Some((at, byte)) = walk.next_mark() {
        if byte == b'"' && walk.depth == 1 && text[at..].starts_with("\"items\"") {
            let after = &text[at + "\"items\"".len()..];
            let value = after.trim_start().strip_prefix(':')?.trim_start();
            return value.starts_with('[').then(|| text.len() - value.len());
        }
    }
    None
}

/// The elements of the array that begins at a byte.
fn parted(text: &str, start: usize) -> Result<Vec<(usize, &str)>, Unreadable> {
    let mut parts = Vec::new();
    let mut walk = Walk { text, at: start + 1, depth: 1 };
    let mut begun = start + 1;
    let mut part = |from: usize, to: usize| {
        let piece = &text[from..to];
        let blank = piece.len() - piece.trim_start().len();
        if !piece.trim().is_empty() {
            parts.push((from + blank, piece.trim()));
        }
    };
    while let Some((at, byte)) = walk.next_mark() {
        match byte {
            b',' if walk.depth == 1 => {
                part(begun, at);
                begun = at + 1;
            }
            b']' | b'}' if walk.depth == 0 => {
                part(begun, at);
                return Ok(parts);
            }
            _ => {}
        }
    }
    Err(Unreadable::at(&Lines::of(text), start, "the list that begins here is never closed"))
}

/// Goes from one mark of JSON to the next, over texts as a whole.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
}

impl Walk<'_> {
    /// A bracket, a comma or the beginning of a text, with the depth behind it.
    fn next_mark(&mut self) -> Option<(usize, u8)> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at).copied() {
            let at = self.at;
            self.at += 1;
            match byte {
                b'"' => {
                    while let Some(inner) = bytes.get(self.at) {
                        self.at += if *inner == b'\\' { 2 } else { 1 };
                        if *inner == b'"' {
                            break;
                        }
                    }
                }
                b'[' | b'{' => self.depth += 1,
                b']' | b'}' => self.depth = self.depth.checked_sub(1)?,
                b',' => {}
                _ => continue,
            }
            return Some((at, byte));
        }
        None
    }
}

/// The text of a value, its first where it is a list of them; empty for what is none.
pub(super) fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::Array(values)) => values
            .iter()
            .map(|value| if value.is_array() { String::new() } else { text_of(Some(value)) })
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
        other => number_or_text(other),
    }
}

/// A text without the blanks about it, or a number as it is written.
pub(super) fn number_or_text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_string(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}

/// Does a value say yes?
pub(super) fn flag(value: Option<&Value>) -> bool {
    match value {
        Some(Value::Bool(yes)) => *yes,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !matches!(text.trim(), "" | "0" | "false"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_told_apart_whatever_is_in_them() {
        let texts = |text| {
            let items = elements(text).unwrap();
            items.into_iter().map(|(_, text)| text.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            texts(r#"[{"a":"],}"}, null ,{"b":[1,{}]}]"#),
            [r#"{"a":"],}"}"#, "null", r#"{"b":[1,{}]}"#]
        );
        assert_eq!(texts(r#"{"x":{"items":[9]},"items" : [1, 2]}"#), ["1", "2"]);
        assert_eq!(texts(r#" {"title":"items"}"#), [r#"{"title":"items"}"#]);
        assert_eq!(texts("[]"), Vec::<String>::new());
        assert!(elements("[{").is_err() && elements("7").is_err() && elements("").is_err());
    }
}
