//! What a cell of a data file that should hold a plain decimal probably means.

use rust_decimal::Decimal;

use super::footnotes::footnote;
use super::measure::Measure;
use super::no_number::no_number;
use super::quantity::quantity;
use super::statuses::with_status;
use super::text::plain;
use crate::figure::{Interval, Nature, Quantity, Side};

/// The plain decimal that a cell probably means: `17000000` for `17m`, `1.5 or 15` for `1,5`,
/// `1000 with qualifier at_least` for `>1,000`. `None` if nothing is probable; then
/// [`no_number`] may say why.
pub fn number_hint(cell: &str) -> Option<String> {
    let text = unwrapped(cell);
    if no_number(&text).is_some() {
        return None;
    }
    let (number, status) = with_status(&text);
    let read = values(&number).or_else(|| values(footnote(&number)?.0));
    let Some(values) = read else { return lost_digits(&number) };
    let mut hints: Vec<String> = Vec::new();
    for value in &values {
        let hint = in_cells(value, values.len() > 1);
        if !hints.contains(&hint) {
            hints.push(hint);
        }
    }
    let status = match status.to_string().as_str() {
        "" => String::new(),
        letters => format!(", and {letters} in `status`"),
    };
    Some(hints.join(" or ") + &status)
}

fn values(text: &str) -> Option<Vec<Quantity>> {
    let nature = if text.contains('%') { Nature::Change } else { Nature::Ratio };
    // Counts, so that the point in `1.234` is in doubt; ratios, so that a sign is no fault.
    let measures =
        [Nature::Flow, nature].map(|nature| Measure { unit: "", nature, per: None, base: "" });
    measures.iter().map(|of| quantity(text, of)).find_map(|reading| {
        let values: Vec<Quantity> = reading.values().into_iter().cloned().collect();
        (!values.is_empty()).then_some(values)
    })
}

/// `3.12e+06` is not 3,120,000, but near it.
fn lost_digits(text: &str) -> Option<String> {
    let number = Decimal::from_scientific(text).ok()?.normalize();
    let near = (number.scale() == 0).then_some(number)?;
    Some(format!("all its digits, which are lost here, or {near} with qualifier about"))
}

/// Without what a spreadsheet wraps around a number: `="0123"`, `'123`, `(5)`, `£17`.
fn unwrapped(cell: &str) -> String {
    let mut text = plain(cell);
    if let Some(inner) = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')) {
        text = inner.to_string();
    }
    text = text.trim_matches(['\'', '"']).to_string();
    let inside = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    if let Some(inner) = inside.filter(|inner| inner.starts_with(|l: char| l.is_ascii_digit())) {
        text = format!("-{inner}");
    }
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
            ("17m", "17000000"),
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
            ("\u{2212}5", "-5"),
            ("(5)", "-5"),
            ("1.234", "1.234 or 1234"),
            ("1.234,5", "1234.5"),
            ("seventeen", "17"),
            ("about 80,000", "80000 with qualifier about"),
            (">1,000", "1000 with qualifier more_than"),
            ("500–600", "500 in `low` and 600 in `high`"),
            ("50 ± 10", "50 with 40 in `low` and 60 in `high`"),
        ] {
            assert_eq!(number_hint(cell).as_deref(), Some(expected), "{cell}");
        }
        for cell in ["", "NaN", "inf", "-inf", "#REF!", "n/a", "..", "cats", "1e400", "1300 b"] {
            assert_eq!(number_hint(cell), None, "{cell}");
        }
        assert_eq!(no_number("#REF!"), Some("is a spreadsheet's error"));
        assert_eq!(no_number("-Infinity"), Some("is a computer's word for no number"));
        assert_eq!(no_number("12"), None);
    }
}
