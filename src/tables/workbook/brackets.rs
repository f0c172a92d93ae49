//! Brackets around a number, which in accounts are a minus.

use std::borrow::Cow;

/// `-1,234` of `(1,234)`, where the workbook holds a number below zero.
pub(super) fn with_minus<'s>(shown: &'s str, held: Option<&str>) -> Cow<'s, str> {
    let below_zero = held.and_then(|held| held.trim().parse::<f64>().ok()).is_some_and(|n| n < 0.0);
    let whole = shown.trim();
    let inner = || {
        let (before, rest) = whole.split_once('(')?;
        let (number, after) = rest.split_once(')')?;
        let is_plain = !number.contains(['(', '-', '−', '–']) && !after.contains(['(', ')']);
        let is_number = number.contains(|c: char| c.is_ascii_digit())
            && before.trim().len() < 4
            && !before.contains(|c: char| c.is_ascii_digit() || "-−–".contains(c));
        (is_plain && is_number).then(|| format!("-{}{}{after}", before.trim(), number.trim()))
    };
    match inner().filter(|_| below_zero) {
        Some(minus) => Cow::Owned(minus),
        None => Cow::Borrowed(shown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_a_minus_where_the_workbook_holds_one() {
        for (shown, held, minus) in [
            ("(1,234)", Some("-1234"), "-1,234"),
            ("£(12.5)m", Some("-12.5"), "-£12.5m"),
            ("(12.5%)", Some("-0.125"), "-12.5%"),
            ("(1,234)", Some("1234"), "(1,234)"),
            ("(1,234)", None, "(1,234)"),
            ("-5 (2)", Some("-5"), "-5 (2)"),
        ] {
            assert_eq!(with_minus(shown, held), minus, "{shown}");
        }
    }
}
