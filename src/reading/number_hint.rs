//! What a cell of a data file that should hold a plain decimal probably means.

use rust_decimal::Decimal;

use super::footnotes::footnote;
use super::letter_digits::letter_digit;
use super::measure::Measure;
use super::no_number::no_number;
use super::quantity::quantity;
use super::statuses::with_status;
use super::text::plain;
use crate::figure::{Interval, Nature, Quantity, Side};

/// The plain decimal that a cell probably means: `17000000` for `17m`, `1.5 or 15` for `1,5`,
/// `1000 with qualifier at_least` for `>1,000`. `None` if nothing is probable; then
/// [`no_number`] may say why. What the series counts, where it is known, says in which unit: `642`
/// for `£642m` of a series in £ million.
pub fn number_hint(cell: &str, of: Option<&Measure>) -> Option<String> {
    let text = unwrapped(cell);
    if no_number(&text).is_some() {
        return None;
    }
    let (number, status) = with_status(&text);
    if let Some(inner) = bracketed(&number) {
        return in_brackets(inner, of);
    }
    // The sign of the currency says that the number may not be in the unit of the series.
    let money = of.and_then(|of| meanings(&with_status(&plain(cell)).0, of));
    let read = money.or_else(|| values(&number, of));
    if read.is_none()
        && let Some(found) = letter_digit(cell)
        && let Some(digits) = number_hint(&found.digits, of)
    {
        let without = number_hint(&found.without, of);
        return Some(found.hint(&digits, without.as_deref()));
    }
    let read = read.or_else(|| values(footnote(&number)?.0, of));
    let Some(values) = read else { return lost_digits(&number) };
    let status = match status.to_string().as_str() {
        "" => String::new(),
        letters => format!(", and {letters} in `status`"),
    };
    // Precise or rounded: digits that are not written, as in `3.4 million`.
    if let [
        Quantity::One { side: Side::Exact, value },
        Quantity::One { side: Side::About, value: about },
    ] = &values[..]
        && value == about
        && number.contains(char::is_alphabetic)
    {
        return Some(format!("{value}, with qualifier about if it is rounded{status}"));
    }
    let mut hints: Vec<String> = Vec::new();
    for value in &values {
        let hint = in_cells(value, values.len() > 1);
        if !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    Some(hints.join(" or ") + &status)
}

fn values(text: &str, of: Option<&Measure>) -> Option<Vec<Quantity>> {
    let nature = if text.contains('%') { Nature::Change } else { Nature::Ratio };
    // Counts, so that the point in `1.234` is in doubt; ratios, so that a sign is no fault.
    let measures =
        [Nature::Flow, nature].map(|nature| Measure { unit: "", nature, per: None, base: "" });
    of.into_iter().chain(&measures).find_map(|of| meanings(text, of))
}

fn meanings(text: &str, of: &Measure) -> Option<Vec<Quantity>> {
    let values: Vec<Quantity> = quantity(text, of).values().into_iter().cloned().collect();
    (!values.is_empty()).then_some(values)
}

/// Brackets around a number mean below zero in accounts, and nothing elsewhere.
fn in_brackets(inner: &str, of: Option<&Measure>) -> Option<String> {
    let [Quantity::One { value, .. }, ..] = values(inner, of)?[..] else { return None };
    Some(match of {
        Some(of) if !of.may_be_negative() => format!(
            "{value} if the brackets do not mean below zero, which a {} cannot be",
            of.nature.word()
        ),
        _ => format!("-{value} if the brackets mean below zero, or {value}"),
    })
}

fn bracketed(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))?;
    inner.starts_with(|first: char| first.is_ascii_digit()).then_some(inner)
}

/// `3.12e+06` is not 3,120,000, but near it.
fn lost_digits(text: &str) -> Option<String> {
    let number = Decimal::from_scientific(text).ok()?.normalize();
    let near = (number.scale() == 0).then_some(number)?;
    Some(format!("all its digits, which are lost here, or {near} with qualifier about"))
}

/// Without what a spreadsheet wraps around a number: `="0123"`, `'123`, `£17`.
fn unwrapped(cell: &str) -> String {
    let mut text = plain(cell);
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        text = inner.to_string();
    }
    text = text.trim_matches(['\'', '"']).to_string();
    text = text.replace(['£', '$', '€'], "");
    let noughts = text.len() - text.trim_start_matches('0').len();
    if noughts > 0 && text[noughts..].starts_with(|letter: char| letter.is_ascii_digit()) {
        text = text[noughts..].to_string();
    }
    text
}

fn in_cells(quantity: &Quantity, number_only: bool) -> String {
    match quantity {
        Quantity::Range { low, high } => format!("{low} in `low` and {high} in `high`"),
        Quantity::Interval(interval) => {
            let Interval { value, low, high, about } = &**interval;
            let about = if *about { " and qualifier about" } else { "" };
            format!("{value} with {low} in `low` and {high} in `high`{about}")
        }
        Quantity::One { side, value } if *side == Side::Exact || number_only => value.to_string(),
        Quantity::One { side, value } => format!("{value} with qualifier {}", side.word()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_cell_probably_means() {
        for (cell, expected) in [
            ("17m", "17000000, with qualifier about if it is rounded"),
            ("£17", "17"),
            ("17,000,000", "17000000"),
            ("1 234", "1234"),
            ("1\u{a0}234", "1234"),
            ("1,5", "1.5 or 15"),
            ("1.2E+07", "all its digits, which are lost here, or 12000000 with qualifier about"),
            ("8.2109E+04", "82109"),
            ("1,234²", "1234"),
            ("1,234 [2]", "1234"),
            ("1,2342", "1234 or 12342 or 1.2342"),
            ("1003 [r]", "1003, and r in `status`"),
            ("50%", "50"),
            ("-12.5%", "-12.5"),
            ("=\"0123\"", "123"),
            ("'123", "123"),
            ("007", "7"),
            ("10O", "100 if it is the digit 0, or 10 without the letter"),
            ("5OO", "500 if it is the digit 0, or 5 without the letter"),
            ("\u{2212}5", "-5"),
            ("(5)", "-5 if the brackets mean below zero, or 5"),
            ("1.234", "1.234 or 1234"),
            ("1.234,5", "1234.5"),
            ("seventeen", "17"),
            ("about 80,000", "80000 with qualifier about"),
            (">1,000", "1000 with qualifier more_than"),
            ("500–600", "500 in `low` and 600 in `high`"),
            ("50 ± 10", "50 with 40 in `low` and 60 in `high`"),
        ] {
            assert_eq!(number_hint(cell, None).as_deref(), Some(expected), "{cell}");
        }
        for cell in ["", "NaN", "inf", "-inf", "#REF!", "n/a", "..", "cats", "1e400", "1300 b"] {
            assert_eq!(number_hint(cell, None), None, "{cell}");
        }
        let money = Measure { unit: "£ million", nature: Nature::Flow, per: None, base: "" };
        for (cell, expected) in [
            ("642m", "642"),
            ("£642m", "642"),
            ("£1.2bn", "1200, with qualifier about if it is rounded"),
            ("642k", "0.642, with qualifier about if it is rounded"),
            ("£642,000", "642000 or 0.642"),
            ("(642)", "642 if the brackets do not mean below zero, which a flow cannot be"),
        ] {
            assert_eq!(number_hint(cell, Some(&money)).as_deref(), Some(expected), "{cell}");
        }
        assert_eq!(no_number("#REF!"), Some("is a spreadsheet's error"));
        assert_eq!(no_number("-Infinity"), Some("is a computer's word for no number"));
        assert_eq!(no_number("12"), None);
    }
}
