//! What a number format of a spreadsheet makes of a value. A code that is not understood is told,
//! and never guessed at. The codes are those of ECMA-376, part 1, 18.8.30 and 18.8.31.

use super::date_format::{Epoch, shown_date};
use super::digits::Digits;
use super::format_code::{Condition, FormatPart, FormatSection, Placeholders, sections};
use crate::tables::shown::lacks_sign;

/// A format, read once for all of its cells.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberFormat {
    pub code: String,
    /// `None` where the code is not understood.
    sections: Option<Vec<FormatSection>>,
}

/// What a format makes of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShownNumber {
    Text(String),
    /// A day or a time, which the file stores as a number.
    Date(String),
    /// The format is not understood, or has nothing to show for this value.
    Unknown,
}

impl NumberFormat {
    pub fn read(code: &str) -> NumberFormat {
        NumberFormat { code: code.to_string(), sections: sections(code) }
    }

    pub fn number(&self, value: f64, epoch: Epoch) -> ShownNumber {
        let Some(sections) = &self.sections else { return ShownNumber::Unknown };
        let Some((section, is_absolute)) = section_for(sections, value) else {
            return ShownNumber::Unknown;
        };
        let has_date = section.parts.iter().any(|part| matches!(part, FormatPart::Date(_)));
        if has_date {
            return shown_date(&section.parts, value, epoch)
                .map_or(ShownNumber::Unknown, ShownNumber::Date);
        }
        let percents = section.parts.iter().filter(|part| **part == FormatPart::Percent).count();
        let digits = Digits::of(value).times_ten_to(2 * percents as i32);
        let mut text = String::new();
        if value < 0.0 && !is_absolute {
            text.push('-');
        }
        for part in &section.parts {
            match part {
                FormatPart::Literal(literal) => text.push_str(literal),
                FormatPart::Percent => text.push('%'),
                FormatPart::General | FormatPart::Text => text.push_str(&general(value.abs())),
                FormatPart::Number(places) => text.push_str(&places.shown(&digits)),
                FormatPart::Date(_) => {}
            }
        }
        // A colour in place of the minus would be lost.
        if value < 0.0 && section.is_coloured && lacks_sign(&text) {
            text.insert(text.len() - text.trim_start().len(), '-');
        }
        ShownNumber::Text(text)
    }

    /// What a text is shown as: itself, but for a section of its own.
    pub fn text(&self, text: &str) -> Option<String> {
        let sections = self.sections.as_ref()?;
        let is_text = |section: &&FormatSection| section.parts.contains(&FormatPart::Text);
        let Some(section) = sections.get(3).or_else(|| sections.iter().find(is_text)) else {
            return Some(text.to_string());
        };
        let shown = section.parts.iter().map(|part| match part {
            FormatPart::Literal(literal) => literal.as_str(),
            FormatPart::Text => text,
            _ => "",
        });
        Some(shown.collect())
    }
}

/// The section of a value, and whether it says itself that the value is below zero.
fn section_for(sections: &[FormatSection], value: f64) -> Option<(&FormatSection, bool)> {
    if sections.iter().any(|section| section.condition.is_some()) {
        let fits = |section: &&FormatSection| {
            section.condition.is_none_or(|condition| condition.holds(value))
        };
        return sections.iter().find(fits).map(|section| (section, false));
    }
    match sections {
        [only] => Some((only, false)),
        [_, negative] | [_, negative, ..] if value < 0.0 => Some((negative, true)),
        [_, _, zero, ..] if value == 0.0 => Some((zero, false)),
        [positive, ..] => Some((positive, false)),
        [] => None,
    }
}

impl Condition {
    fn holds(&self, value: f64) -> bool {
        match self.holds_at_ends {
            true => self.least <= value && value <= self.most,
            false => self.least < value && value < self.most,
        }
    }
}

impl Placeholders {
    fn shown(&self, digits: &Digits) -> String {
        let digits = digits.clone().times_ten_to(-3 * self.thousands);
        let Some((places, has_plus)) = self.exponent else { return self.plain(digits) };
        let mut power = digits.magnitude();
        let mantissa =
            |power: i32| digits.clone().times_ten_to(-power).rounded(self.most_decimals as i32);
        if mantissa(power).magnitude() > 0 {
            power += 1;
        }
        let sign = match power < 0 {
            true => "-",
            false if has_plus => "+",
            false => "",
        };
        format!("{}E{sign}{:0places$}", self.plain(mantissa(power)), power.abs())
    }

    fn plain(&self, digits: Digits) -> String {
        let (whole, decimals) = digits.rounded(self.most_decimals as i32).parts();
        let whole = format!("{whole:0>width$}", width = self.least_whole);
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if self.groups && at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push(',');
            }
            text.push(digit);
        }
        if self.has_point {
            text.push('.');
        }
        text.push_str(&format!("{decimals:0<width$}", width = self.least_decimals));
        text
    }
}

/// As a cell without a format shows a number: no more than eleven characters, but whole numbers
/// in full, and never as a power of ten.
pub fn general(value: f64) -> String {
    let digits = Digits::of(value);
    let magnitude = digits.magnitude();
    let decimals = match magnitude {
        0.. => (CHARACTERS - 2 - magnitude).max(0),
        SMALL.. => CHARACTERS - 2,
        // Such numbers are shown with six digits and a power of ten.
        _ => 5 - magnitude,
    };
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", digits.rounded(decimals).plain())
}

const CHARACTERS: i32 = 11;

const SMALL: i32 = -4;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn are(code: &str, cases: &[(f64, &str)]) {
        let format = NumberFormat::read(code);
        for (value, expected) in cases {
            let shown = match format.number(*value, Epoch::Of1900) {
                ShownNumber::Text(text) | ShownNumber::Date(text) => text,
                ShownNumber::Unknown => "?".into(),
            };
            assert_eq!(shown.trim(), *expected, "{value} as {code}");
        }
    }

    #[test]
    fn numbers_are_shown_as_their_formats_say() {
        are(
            "General",
            &[(0.1 + 0.2, "0.3"), (82109.0, "82109"), (-1.5, "-1.5"), (1.0 / 3.0, "0.333333333")],
        );
        are(
            "General",
            &[(123456789012.0, "123456789012"), (1234567.891, "1234567.891"), (0.00001, "0.00001")],
        );
        are("0", &[(1234.5, "1235"), (-0.4, "-0"), (0.0, "0")]);
        are("0.00", &[(1.005, "1.01"), (12.0, "12.00")]);
        are("#,##0", &[(1234567.0, "1,234,567"), (999.0, "999"), (-1234.0, "-1,234"), (0.0, "0")]);
        are("#'##0", &[(1234567.0, "1,234,567"), (999.0, "999")]);
        are("#\\ ##0.0", &[(12345.67, "12,345.7")]);
        are("#,##0.0", &[(12345.67, "12,345.7")]);
        are("#,###", &[(0.0, ""), (5.0, "5")]);
        are("0.##", &[(5.0, "5."), (5.25, "5.25")]);
        are("000", &[(7.0, "007")]);
        are("0%", &[(0.44, "44%"), (-0.125, "-13%")]);
        are("0.0%", &[(0.4449, "44.5%")]);
        are("0.00E+00", &[(3120000.0, "3.12E+06"), (0.000999999, "1.00E-03")]);
        are("\"£\"#,##0.0\"m\"", &[(12.5, "£12.5m"), (-1.0, "-£1.0m")]);
        are("[$£-809]#,##0.00", &[(1234.5, "£1,234.50")]);
        are("#,##0\\ [$€-1]", &[(1234.0, "1,234 €")]);
        are("#,##0.0,,\"m\"", &[(12_500_000.0, "12.5m")]);
        are("#,##0.0,", &[(47_500.0, "47.5")]);
        are("#,##0;(#,##0);\"-\"", &[(5.0, "5"), (-1234.0, "(1,234)"), (0.0, "-")]);
        are("#,##0_);[Red]\\(#,##0\\)", &[(5.0, "5"), (-5.0, "(5)")]);
        are(
            "_-* #,##0.00_-;\\-* #,##0.00_-;_-* \"-\"??_-;_-@_-",
            &[(5.0, "5.00"), (-5.0, "-5.00"), (0.0, "-")],
        );
        are("_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"_);_(@_)", &[(1234.0, "1,234"), (-5.0, "(5)")]);
        are("0\" [r]\"", &[(5.0, "5 [r]")]);
        are("[<1]\"<1\";0", &[(0.5, "<1"), (1.0, "1")]);
        are(
            "[>=1000000]0.0,,\"m\";[>=1000]0.0,\"k\";0",
            &[(2_500_000.0, "2.5m"), (1500.0, "1.5k"), (5.0, "5")],
        );
        are(";;;", &[(5.0, ""), (-5.0, "")]);
        are("+0.0;-0.0", &[(1.25, "+1.3"), (-1.0, "-1.0")]);
        are("#,##0;[Red]#,##0", &[(-1250.0, "-1,250"), (1250.0, "1,250"), (-0.2, "0")]);
        are("0%;[Color3] 0%", &[(-0.05, "-5%")]);
        are("0;[Black]0", &[(-5.0, "5")]);
        are("@", &[(5.0, "5")]);
    }

    #[test]
    fn days_are_shown_as_their_formats_say() {
        let day = 43891.0; // 1 March 2020
        for (code, shown) in [
            ("mmm-yy", "Mar-20"),
            ("d mmm yyyy", "1 Mar 2020"),
            ("yyyy", "2020"),
            ("dd/mm/yyyy", "01/03/2020"),
            ("mmm yyyy", "Mar 2020"),
            ("yyyy-mm-dd", "2020-03-01"),
            ("mmmm", "March"),
            ("[$-809]d mmmm yyyy", "1 March 2020"),
            ("dddd, d mmmm", "Sunday, 1 March"),
            ("\"FY\"yyyy", "FY2020"),
            ("yyyy\\-mm\\-dd;@", "2020-03-01"),
            ("[$-F800]dddd, mmmm dd, yyyy", "2020-03-01"),
            ("mm-dd-yy", "2020-03-01"),
            ("m/d/yy h:mm", "2020-03-01 00:00"),
        ] {
            are(code, &[(day, shown)]);
        }
        are(
            "d mmm yyyy",
            &[
                (1.0, "1 Jan 1900"),
                (59.0, "28 Feb 1900"),
                (61.0, "1 Mar 1900"),
                (60.0, "?"),
                (-1.0, "?"),
            ],
        );
        are("hh:mm:ss", &[(0.5, "12:00:00"), (0.999999, "23:59:59")]);
        are("h:mm AM/PM", &[(0.75, "6:00 PM")]);
        let format = NumberFormat::read("d mmm yyyy");
        assert_eq!(format.number(0.0, Epoch::Of1904), ShownNumber::Date("1 Jan 1904".into()));
    }

    #[test]
    fn what_is_not_understood_is_never_guessed_at() {
        for code in [
            "# ?/?",
            "[h]:mm",
            "0-00",
            "[$-404]e",
            "##0.0E+0",
            "0.0.0",
            "ggge",
            "x0",
            "\"open",
            "[DBNum1]0",
            "[$-407]mmmm",
            "B2d",
        ] {
            are(code, &[(43891.5, "?")]);
        }
    }

    #[test]
    fn texts_have_a_section_of_their_own() {
        assert_eq!(NumberFormat::read("0;0;0;\"[\"@\"]\"").text("x"), Some("[x]".into()));
        assert_eq!(NumberFormat::read("0").text("x"), Some("x".into()));
        assert_eq!(NumberFormat::read("@").text("x"), Some("x".into()));
        assert_eq!(NumberFormat::read("0;;;").text("x"), Some(String::new()));
    }
}
