//! What single cells hold: plain decimals, and ids.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use crate::figure::Period;
use crate::locale::dates::month_named;

/// A decimal in plain digits: `82109`, `-0.5`. At most 28 digits, never a float.
pub fn decimal(cell: &str) -> Option<Decimal> {
    let (negative, digits) = match cell.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, cell),
    };
    if let Some(number) = few_digits(digits) {
        return Some(Decimal::from(if negative { -number } else { number }));
    }
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all_digits(whole) || !all_digits(fraction) || is_too_long(cell) {
        return None;
    }
    Decimal::from_str_exact(cell).ok()
}

const MOST_DIGITS: usize = 28;

/// A plain decimal, but for having more digits than are kept exactly.
pub fn is_too_long(cell: &str) -> bool {
    let digits = cell.trim_start_matches(['-', '0']).bytes().filter(u8::is_ascii_digit).count();
    digits > MOST_DIGITS
        && cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'))
}

fn few_digits(digits: &str) -> Option<i64> {
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    digits.bytes().try_fold(0, |number: i64, byte| {
        byte.is_ascii_digit().then(|| number * 10 + i64::from(byte - b'0'))
    })
}

/// Why a text cannot be an id.
pub fn id_fault(id: &str) -> Option<&'static str> {
    // Without a branch, so that it takes many bytes at once.
    let allowed = |byte: u8| {
        let word = byte.is_ascii_lowercase() | byte.is_ascii_digit();
        word | (byte == b'-') | (byte == b'_') | (byte == b'.')
    };
    if !id.bytes().fold(true, |good, byte| good & allowed(byte)) {
        return Some(
            "has characters other than lower-case letters, digits and hyphens, which is easily mistyped",
        );
    }
    if !id.starts_with(|first: char| first.is_ascii_alphanumeric()) {
        return Some("does not begin with a letter or a digit");
    }
    looks_like_a_number_or_date(id)
        .then_some("reads as a number or a date, which a spreadsheet rewrites")
}

fn looks_like_a_number_or_date(id: &str) -> bool {
    let mut words = id.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    if first.len() > "september".len() {
        return false;
    }
    let digits = || id.bytes().any(|byte| byte.is_ascii_digit());
    if month_named(first).is_some() {
        return digits() && words.all(|word| month_named(word).is_some());
    }
    match first {
        "e" => digits() && id.parse::<f64>().is_ok(),
        "q" => digits() && Period::parse(&id.to_uppercase()).is_ok(),
        _ => false,
    }
}

/// An id made of a text: `Foo Bar` becomes `foo-bar`, `Chômage` becomes `chomage`, and a number gets
/// a word before it. Signs that are read differently from language to language, as Chinese ones,
/// are left out.
pub fn as_id(text: &str, noun: &str) -> String {
    let mut id = String::new();
    let letters = text.nfkc().flat_map(|letter| match letter {
        letter if letter.is_alphabetic() && letter < '\u{530}' => {
            deunicode::deunicode_char(letter).unwrap_or_default().chars().collect()
        }
        other => vec![other],
    });
    for character in letters.flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' | '_' | '.' => id.push(character),
            _ if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_matches(['-', '.', '_']);
    if id.is_empty() || id_fault(id).is_some() {
        return format!("{noun}-{id}").trim_end_matches('-').to_string();
    }
    id.to_string()
}

/// A cell for a message: short, in one line, between backticks.
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 80;
    let mut short: String = text
        .chars()
        .take(LONGEST)
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    format!("`{short}`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_decimals_are_read_exactly() {
        for plain in ["0", "82109", "-0.5", "0.10", "1234567890123456789012345678", "7"] {
            assert_eq!(decimal(plain).map(|number| number.to_string()).as_deref(), Some(plain));
        }
        for other in [
            "",
            "-",
            "+5",
            ".5",
            "5.",
            "1.2.3",
            "1e5",
            "17m",
            " 5",
            "5 ",
            "1_000",
            "NaN",
            "٣",
            "12345678901234567890123456789",
            "0.12345678901234567890123456789",
            "--5",
        ] {
            assert_eq!(decimal(other), None, "{other}");
        }
    }

    #[test]
    fn ids_are_words() {
        for good in [
            "a",
            "nca-referrals-2017",
            "apr-2020-speech",
            "marine-2",
            "q-2017",
            "2017-npcc",
            "e-1",
            "x_1.2",
        ] {
            assert_eq!(id_fault(good), None, "{good}");
        }
        for bad in [
            "123", "1.5", "1e5", "2017-06", "apr-20", "20-apr", "mar1", "sept2", "2017-q2", "3-4",
            "Ab", "a b", "é", "-a", "a/b",
        ] {
            assert!(id_fault(bad).is_some(), "{bad}");
        }
        assert_eq!(as_id("NCA Referrals (2017)", "figure"), "nca-referrals-2017");
        assert_eq!(as_id("2017-06", "figure"), "figure-2017-06");
        assert_eq!(as_id("朝", "series"), "series");
        for (text, id) in [
            ("é", "e"),
            ("Taux de chômage", "taux-de-chomage"),
            ("Cho\u{302}mage", "chomage"),
            ("Straße", "strasse"),
            ("Łódź", "lodz"),
            ("Sjæl og Øre", "sjael-og-ore"),
            ("Αθήνα", "athena"),
            ("Безработица", "bezrabotitsa"),
            ("CO₂ emissions", "co2-emissions"),
        ] {
            assert_eq!(as_id(text, "series"), id, "{text}");
        }
    }
}
