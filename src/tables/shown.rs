//! Cells of a workbook that show another number than they hold: 23% of 0.231, `£12.5m` of 12.49.

use super::grid::Grid;
use crate::dataset::encoding::{double_encoded, mended};

impl Grid {
    /// What a cell holds, where what it shows is another number. Where the point stands says nothing:
    /// a percent sign and a format of millions move it.
    pub fn holds_otherwise(&self, row: usize, column: usize) -> Option<&str> {
        let held = self.stored(row, column)?;
        let number: f64 = held.trim().parse().ok()?;
        (shown_digits(self.cell(row, column)) != held_digits(number)).then_some(held)
    }

    /// Why nobody can tell whether a number is below zero: what is held is, and what is shown says
    /// nothing of it.
    pub(super) fn sign_doubt(&self, row: usize, column: usize) -> Option<String> {
        let (shown, held) = (self.cell(row, column), self.stored(row, column)?);
        let below_zero = held.trim().parse::<f64>().is_ok_and(|number| number < 0.0);
        (below_zero && lacks_sign(shown)).then(|| {
            format!(
                "it shows {shown} without a minus and holds {held}: give the cell a number format that \
                 shows the minus, or the number above zero that is meant, and save the workbook again"
            )
        })
    }

    /// The first cell whose letters were taken for others before they were saved, such as `Â£m`, and
    /// what is meant.
    pub fn wrongly_decoded(&self) -> Option<(String, String)> {
        let cells =
            (0..self.height()).flat_map(|row| (0..self.length(row)).map(move |at| (row, at)));
        cells.into_iter().find_map(|(row, at)| {
            let text = self.cell(row, at).as_bytes();
            double_encoded(text)?;
            Some((format!("{}{}", self.letters_of_cell(row, at), self.line(row)), mended(text)))
        })
    }
}

/// Does a text that stands for a number below zero show no sign of it?
pub(super) fn lacks_sign(shown: &str) -> bool {
    !shown.contains(['-', '−', '–', '(']) && shown.contains(|c: char| ('1'..='9').contains(&c))
}

/// A number without its point: is it below zero, and which digits has it from the first that is no
/// nought to the last?
#[derive(Debug, PartialEq, Eq)]
struct SignificantDigits {
    below_zero: bool,
    digits: String,
}

/// Of what a spreadsheet holds, which is right to fifteen digits.
fn held_digits(number: f64) -> SignificantDigits {
    let text = format!("{:.14e}", number.abs());
    let mantissa = text.split('e').next().unwrap_or_default();
    SignificantDigits { below_zero: number < 0.0, digits: significant(mantissa) }
}

/// Of what a cell shows, whatever stands around the number; the mark of a note is none of it.
fn shown_digits(shown: &str) -> SignificantDigits {
    let shown = shown.split('[').next().unwrap_or_default();
    let start = shown.find(|c: char| c.is_ascii_digit()).unwrap_or(shown.len());
    let before = &shown[..start];
    let of_number = |c: char| c.is_ascii_digit() || ".,'’ \u{a0}\u{202f}\u{2009}".contains(c);
    let number = shown[start..].split(|c: char| !of_number(c)).next().unwrap_or_default();
    let digits = significant(number);
    let below_zero = before.contains(['-', '−', '(']) && !digits.is_empty();
    SignificantDigits { below_zero, digits }
}

fn significant(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_may_be_a_bracket() {
        assert!(lacks_sign("1,250") && !lacks_sign("(5)") && !lacks_sign("0"));
    }

    #[test]
    fn a_cell_shows_what_it_holds_or_another_number() {
        for (shown, held, differs) in [
            ("23%", "0.231", true),
            ("23%", "0.23", false),
            ("100%", "1", false),
            ("-12.5%", "-0.125", false),
            ("£12.5m", "12.49", true),
            ("£12.5m", "12.5", false),
            ("12.5m", "12500000", false),
            ("12.5m", "12490000", true),
            ("1,301", "1301.4", true),
            ("(1,234)", "-1234", false),
            ("(1,234)", "-1234.4", true),
            ("0.3", "0.30000000000000004", false),
            ("3.12E+06", "3120000", false),
            ("3.12E+06", "3121000", true),
            ("5 [note 2]", "5", false),
            ("12 r", "12.6", true),
            ("<1", "0.5", true),
            ("-", "0", false),
            ("-", "0.4", true),
            ("", "5", true),
            ("Mar-20", "2020-03-01", false),
        ] {
            let mut grid = Grid::default();
            grid.push(1, [shown]);
            grid.keep_stored(0, 0, held.into());
            assert_eq!(grid.holds_otherwise(0, 0).is_some(), differs, "{shown} of {held}");
        }
    }
}
