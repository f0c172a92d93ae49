//! Footnote marks that were copied along with a number: `1,234²`, `1,234[2]`, `1,234 a`.

use super::measure::Measure;
use crate::figure::{Status, UnitForm};

/// What stands at a number and is no part of it.
pub(super) struct FootnoteMark {
    mark: String,
    letter: Option<char>,
    bracketed: bool,
}

impl FootnoteMark {
    pub fn reason(&self) -> String {
        let FootnoteMark { mark, .. } = self;
        match self.status() {
            Some(word) if !self.bracketed => {
                format!("`{mark}` at the number may be the status {word}, or a footnote mark")
            }
            Some(word) => {
                format!("`{mark}` is the status {word}, which has its own column")
            }
            None => format!("`{mark}` at the number is a footnote mark, and no part of it"),
        }
    }

    pub fn mark(&self) -> &str {
        &self.mark
    }

    /// Is it a raised digit?
    pub fn is_raised(&self) -> bool {
        self.mark.starts_with(|first: char| is_sign(first) && first.is_numeric())
    }

    /// May the letter stand for the unit, or for pence?
    pub fn may_be_unit(&self, of: &Measure) -> bool {
        const UNITS: [(char, &str); 5] =
            [('h', "hours"), ('d', "days"), ('y', "years"), ('l', "litres"), ('g', "grams")];
        let Some(letter) = self.letter.filter(|_| !self.bracketed) else { return false };
        let head = of.head();
        let own = UNITS.iter().find(|(known, _)| *known == letter);
        own.is_some_and(|(_, unit)| head.iter().any(|word| word == unit))
            || letter == 'p' && of.is_money()
            || "cf".contains(letter) && UnitForm::of(of.unit).is_temperature()
    }

    /// What to write, if a letter may be a status.
    pub fn hint(&self, rest: &str) -> Option<String> {
        let (letter, word) = (self.letter?, self.status()?);
        if self.bracketed && Status::parse(&letter.to_string()).ok()?.absence().is_none() {
            return Some(format!("write `{rest}`, and {letter} into the column `status`"));
        }
        Some(match Status::parse(&letter.to_string()).ok()?.absence() {
            Some(_) => format!(
                "write `{rest}` if the number is known; if it is {word}, leave the value empty and \
                 give the status {letter}"
            ),
            None => format!("write `{rest} [{letter}]` for {word}, or `{rest}` alone"),
        })
    }

    fn status(&self) -> Option<&'static str> {
        Status::parse(&self.letter?.to_string()).ok()?.words().next()
    }
}

/// The text without the mark at its end or its start.
pub(super) fn footnote(text: &str) -> Option<(&str, FootnoteMark)> {
    let text = text.trim();
    signs(text).or_else(|| brackets(text)).or_else(|| letter(text))
}

fn is_sign(letter: char) -> bool {
    matches!(letter, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | 'ᵃ'..='ᶻ' | 'ª' | '*' | '†' | '‡' | '§' | '¶' | '#' | '^')
}

fn signs(text: &str) -> Option<(&str, FootnoteMark)> {
    let behind = text.trim_end_matches(is_sign);
    let rest = if behind.len() < text.len() { behind } else { text.trim_start_matches(is_sign) };
    let mark = if behind.len() < text.len() {
        &text[behind.len()..]
    } else {
        &text[..text.len() - rest.len()]
    };
    let found = FootnoteMark { mark: mark.to_string(), letter: None, bracketed: false };
    (!mark.is_empty()).then(|| (rest.trim(), found))
}

/// `[2]`, `(a)`, `[note 3]`.
fn brackets(text: &str) -> Option<(&str, FootnoteMark)> {
    let open = match text.chars().next_back()? {
        ']' => '[',
        ')' => '(',
        _ => return None,
    };
    let at = text.rfind(open)?;
    let inner = text[at + 1..text.len() - 1].trim().to_lowercase();
    let words = ["footnote", "note", "fn", "n"];
    let label = words.iter().find_map(|word| inner.strip_prefix(word)).unwrap_or(&inner).trim();
    let short = |number: &str| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    let number =
        label.split(',').map(str::trim).all(short) || TABLE_MARKS.contains(&inner.as_str());
    let mut letters = inner.chars();
    let letter = letters.next().filter(|l| letters.next().is_none() && l.is_alphabetic());
    let found = FootnoteMark { mark: text[at..].to_string(), letter, bracketed: open == '[' };
    (number || letter.is_some()).then(|| (text[..at].trim(), found))
}

/// What government tables put in brackets: not significant, a number near zero.
const TABLE_MARKS: [&str; 6] = ["ns", "low", "s", "ss", "sss", "nc"];

/// `82,109 3`, `44%1`: a digit or two that are no part of the number.
pub(super) fn apart(text: &str) -> Option<(&str, FootnoteMark)> {
    let rest = text.trim_end_matches(|last: char| last.is_ascii_digit());
    let mark = &text[rest.len()..];
    // `12 345 67` may be one number.
    let is_long = rest.contains(',') || !rest.trim_end().contains(' ') && rest.len() > 4;
    let before = rest.trim_end();
    let spaced = before.len() < rest.len() && before.ends_with(|last: char| last.is_ascii_digit());
    let found = FootnoteMark { mark: mark.to_string(), letter: None, bracketed: false };
    let behind = rest.ends_with('%') || spaced && is_long;
    ((1..=2).contains(&mark.len()) && behind).then_some((before, found))
}

/// `1,234 a`, `1,234a`.
fn letter(text: &str) -> Option<(&str, FootnoteMark)> {
    let letter = text.chars().next_back().filter(|letter| letter.is_ascii_alphabetic())?;
    // `40s` are the forties, `5x` is five times, and the others may be a scale.
    if matches!(letter.to_ascii_lowercase(), 's' | 'x' | 'b' | 'k' | 'm' | 't') {
        return None;
    }
    let rest = text[..text.len() - 1].trim_end();
    let ends = rest.ends_with(|last: char| last.is_ascii_digit() || matches!(last, '%' | ')'));
    let found = FootnoteMark {
        mark: letter.to_string(),
        letter: Some(letter.to_ascii_lowercase()),
        bracketed: false,
    };
    ends.then_some((rest, found))
}
