//! A number in digits, with whatever marks people put between them: `82,109`, `1 234,5`, `1.2e+07`.

use rust_decimal::Decimal;

use super::Refusal;
use crate::locale::EN_GB;

/// The digits a decimal keeps exactly.
const MOST_DIGITS: usize = 28;

/// A number in digits. With a mark in an odd place there are several ways to read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeral {
    Plain(Decimal),
    /// `1,5` and `1.234`: the mark may stand before decimals, or between thousands.
    Marked {
        mark: char,
        decimals: Decimal,
        thousands: Decimal,
    },
    /// `1,2342`: what is too much for a group of three may be a footnote mark.
    Noted {
        without: Decimal,
        whole: Decimal,
        /// Only with a single mark.
        decimals: Option<Decimal>,
    },
}

/// Reads digits with `,` `.` `'` or a blank between them and perhaps an exponent; see
/// [`super::text::plain`] for how they look.
pub(super) fn read(raw: &str) -> Result<Numeral, Refusal> {
    if let Some((digits, exponent)) = raw.split_once('e') {
        return scientific(raw, digits, exponent);
    }
    let whole = |digits: &str| decimal(raw, digits, "").map(Numeral::Plain);
    let marks: Vec<char> = raw.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let Some(&last) = marks.last() else { return unmarked(raw, raw) };
    let alone = marks.iter().filter(|mark| **mark == last).count() == 1;
    let (before, after) = raw.rsplit_once(last).unwrap_or((raw, ""));
    if marks.len() == 1 {
        return one_mark(raw, last, before, after);
    }
    if marks.iter().all(|mark| *mark == last) {
        return match grouped(raw, last) {
            Some(digits) => whole(&digits),
            None => noted(raw, last, None).ok_or_else(|| odd_groups(raw)),
        };
    }
    let first = marks[0];
    let others_equal = marks[..marks.len() - 1].iter().all(|mark| *mark == first);
    match grouped(before, first) {
        Some(digits) if alone && others_equal && matches!(last, '.' | ',') => {
            decimal(raw, &digits, after).map(Numeral::Plain)
        }
        _ => Err(odd_groups(raw)),
    }
}

fn unmarked(raw: &str, digits: &str) -> Result<Numeral, Refusal> {
    if digits.len() > 1 && digits.starts_with('0') {
        let without = digits.trim_start_matches('0');
        let without = if without.is_empty() { "0" } else { without };
        return Err(Refusal::new(
            format!("`{raw}` starts with a zero, as a code does and a number does not"),
            format!("write {without}"),
        ));
    }
    decimal(raw, digits, "").map(Numeral::Plain)
}

fn one_mark(raw: &str, mark: char, before: &str, after: &str) -> Result<Numeral, Refusal> {
    let decimals = || decimal(raw, before, after);
    let groups = grouped(raw, mark);
    let may_be_whole = !before.is_empty() && !before.starts_with('0');
    match (mark, groups) {
        (' ' | '\'' | ',', Some(digits)) => decimal(raw, &digits, "").map(Numeral::Plain),
        (',', None) if before == "0" && after.len() == 3 => {
            let thousands = decimal(raw, after.trim_start_matches('0'), "")?;
            Ok(Numeral::Marked { mark, decimals: decimals()?, thousands })
        }
        (',', None) if may_be_whole => {
            if let Some(noted) = noted(raw, mark, Some(decimals()?)) {
                return Ok(noted);
            }
            let thousands = decimal(raw, &format!("{before}{after}"), "")?;
            Ok(Numeral::Marked { mark, decimals: decimals()?, thousands })
        }
        ('.', Some(digits)) => {
            let thousands = decimal(raw, &digits, "")?;
            Ok(Numeral::Marked { mark, decimals: decimals()?, thousands })
        }
        (',' | '.', None) if before.len() < 2 || may_be_whole => decimals().map(Numeral::Plain),
        _ => Err(odd_groups(raw)),
    }
}

/// The digits, if `mark` stands between groups of three.
fn grouped(raw: &str, mark: char) -> Option<String> {
    let groups: Vec<&str> = raw.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let right = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    right.then(|| groups.concat())
}

/// The last group has a digit or two more than three: a footnote mark that was copied along.
fn noted(raw: &str, mark: char, decimals: Option<Decimal>) -> Option<Numeral> {
    let last = raw.rsplit(mark).next().filter(|last| (4..=5).contains(&last.len()))?;
    let (group, note) = (&raw[..raw.len() - last.len() + 3], &last[3..]);
    let number = |digits: &str| decimal(raw, digits, "").ok();
    let without = number(&grouped(group, mark).filter(|_| !note.starts_with('0'))?)?;
    let whole = number(&raw.replace(mark, ""))?;
    Some(Numeral::Noted { without, whole, decimals })
}

fn odd_groups(raw: &str) -> Refusal {
    let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
    Refusal::new(
        format!("the marks in `{raw}` do not stand between groups of three digits"),
        format!("write {digits} if all its digits belong together"),
    )
}

/// `1.2e+07`: the digits after the first few are lost, if they are not all there.
fn scientific(raw: &str, digits: &str, exponent: &str) -> Result<Numeral, Refusal> {
    let unreadable = || {
        Refusal::new(format!("`{raw}` is no number that can be kept exactly"), "write its digits")
    };
    let Numeral::Plain(number) = read(digits)? else { return Err(unreadable()) };
    let exponent: i32 = exponent.parse().map_err(|_| unreadable())?;
    let power = power_of_ten(exponent).ok_or_else(unreadable)?;
    let written = i32::try_from(number.scale()).map_err(|_| unreadable())?;
    let number = times(number, power).filter(|number| number.scale() < 28);
    let number = number.ok_or_else(unreadable)?;
    match exponent > written && !number.is_zero() {
        true => Err(Refusal::new(
            format!("the last digits of `{raw}` are lost, as in a spreadsheet's narrow column"),
            format!(
                "write all its digits, or `about {}` if they are not known",
                EN_GB.full(number)
            ),
        )),
        false => Ok(Numeral::Plain(number)),
    }
}

fn power_of_ten(exponent: i32) -> Option<Decimal> {
    let size = exponent.unsigned_abs();
    if size > 27 {
        return None;
    }
    match exponent {
        0.. => Decimal::try_from_i128_with_scale(10_i128.pow(size), 0).ok(),
        _ => Decimal::try_new(1, size).ok(),
    }
}

/// The product without needless zeros, unless it has more digits than can be kept.
pub(super) fn times(number: Decimal, factor: Decimal) -> Option<Decimal> {
    let product = number.normalize().checked_mul(factor)?.normalize();
    let limit = power_of_ten(27).and_then(|power| power.checked_mul(Decimal::TEN))?;
    (product.abs() < limit).then_some(product)
}

fn decimal(raw: &str, whole: &str, decimals: &str) -> Result<Decimal, Refusal> {
    let significant = format!("{whole}{decimals}").trim_start_matches('0').len();
    let text = format!("{}{whole}.{decimals}", if whole.is_empty() { "0" } else { "" });
    let text = text.trim_end_matches('.');
    let number = Decimal::from_str_exact(text).ok();
    let fits = significant <= MOST_DIGITS && decimals.len() <= MOST_DIGITS;
    number.filter(|_| fits).ok_or_else(|| {
        Refusal::new(
            format!("`{raw}` has more than {MOST_DIGITS} digits"),
            format!("write at most {MOST_DIGITS}; more cannot be kept exactly"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one(raw: &str) -> String {
        match read(raw) {
            Ok(Numeral::Plain(number)) => number.to_string(),
            Ok(Numeral::Marked { decimals, thousands, .. }) => format!("{decimals} or {thousands}"),
            Ok(Numeral::Noted { without, whole, .. }) => format!("{without} or {whole}"),
            Err(refusal) => refusal.hint,
        }
    }

    #[test]
    fn marks_between_digits() {
        for (raw, expected) in [
            ("82,109", "82109"),
            ("17 000 000", "17000000"),
            ("1'234'567", "1234567"),
            ("1.234.567", "1234567"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1 234,5", "1234.5"),
            ("1,234,567.891", "1234567.891"),
            (".5", "0.5"),
            ("0,5", "0.5"),
            ("0.500", "0.500"),
            ("1,5", "1.5 or 15"),
            ("1,2345", "1234 or 12345"),
            ("1,234,5672", "1234567 or 12345672"),
            ("1.234", "1.234 or 1234"),
            ("12.3456", "12.3456"),
            ("1234.567", "1234.567"),
            ("1234,567", "1234.567 or 1234567"),
            ("1.2e+07", "write all its digits, or `about 12,000,000` if they are not known"),
            ("8.2109e+04", "82109"),
            ("25e-1", "2.5"),
            ("1e99", "write its digits"),
            ("007", "write 7"),
            ("12,34,567", "write 1234567 if all its digits belong together"),
            ("1,234,56", "write 123456 if all its digits belong together"),
            ("1.2.3", "write 123 if all its digits belong together"),
        ] {
            assert_eq!(one(raw), expected, "{raw}");
        }
        assert!(read("12345678901234567890123456789").is_err());
        assert!(read("1234567890123456789012345678").is_ok());
    }

    proptest! {
        #[test]
        fn any_digits_and_marks_are_read_or_refused(raw in "[0-9][0-9,.' ]{0,40}(e[+-]?[0-9]{1,12})?") {
            let _ = read(&raw);
        }
    }
}
