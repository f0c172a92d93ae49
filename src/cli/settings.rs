//! `sourceline.toml`: what a project may settle for itself. Everything in it is optional, and so
//! is the file. A key the program does nothing with is an error, not a wish.

use std::ops::Range;
use std::path::PathBuf;

use sourceline::locale::words;
use sourceline::nearest::nearest;
use sourceline::problem::{Place, Problem};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::format::Format;

pub const FILE: &str = "sourceline.toml";

const KEYS: [&str; 3] = ["financial_year_starts", "formats", "fallback_fonts"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The month in which the financial year starts, from 1 to 12.
    pub financial_year_starts: u32,
    /// What `render` writes where it is not told.
    pub formats: Vec<Format>,
    /// A folder, from the root of the project, of fonts for PNG and PDF.
    pub fallback_fonts: Option<PathBuf>,
}

impl Default for Settings {
    /// As in the United Kingdom.
    fn default() -> Settings {
        Settings { financial_year_starts: 4, formats: vec![Format::Svg], fallback_fonts: None }
    }
}

impl Settings {
    pub fn parse(text: &str, problems: &mut Vec<Problem>) -> Settings {
        let mut settings = Settings::default();
        let (table, errors) = DeTable::parse_recoverable(text);
        problems.extend(
            errors.iter().map(|error| {
                problem(text, error.span().unwrap_or(0..0), error.message().to_string())
            }),
        );
        for (key, value) in table.get_ref() {
            match key.get_ref().as_ref() {
                "financial_year_starts" => match month(value) {
                    Some(month) => settings.financial_year_starts = month,
                    None => problems.push(
                        problem(text, value.span(), "a month is a whole number from 1 to 12")
                            .hint("4 is April"),
                    ),
                },
                "formats" => match formats(value) {
                    Ok(formats) => settings.formats = formats,
                    Err(message) => problems.push(
                        problem(text, value.span(), message)
                            .hint(format!("there is {}", words::list(&format_words()))),
                    ),
                },
                "fallback_fonts" => match value.get_ref().as_str() {
                    Some(folder) => settings.fallback_fonts = Some(PathBuf::from(folder)),
                    None => problems.push(
                        problem(text, value.span(), "`fallback_fonts` is the name of a folder")
                            .hint("write it in quotes"),
                    ),
                },
                unknown => {
                    let hint = match nearest(unknown, KEYS) {
                        Some(known) => format!("did you mean `{known}`?"),
                        None => format!("there is `{}`", KEYS.join("`, `")),
                    };
                    let found = format!("`{unknown}` is not a setting");
                    problems.push(problem(text, key.span(), found).hint(hint));
                }
            }
        }
        settings
    }
}

fn month(value: &Spanned<DeValue>) -> Option<u32> {
    let number = value.get_ref().as_integer()?;
    let month = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
    (1..=12).contains(&month).then_some(month)
}

fn formats(value: &Spanned<DeValue>) -> Result<Vec<Format>, String> {
    let list = value.get_ref().as_array().ok_or("`formats` is a list of words")?;
    let mut formats = Vec::new();
    for word in list {
        let word = word.get_ref().as_str().ok_or("`formats` is a list of words")?;
        let known = Format::all().into_iter().find(|format| format.word() == word);
        let format = known.ok_or_else(|| format!("`{word}` is not a format"))?;
        if !formats.contains(&format) {
            formats.push(format);
        }
    }
    match formats.is_empty() {
        true => Err("`formats` is empty, so nothing would be written".to_string()),
        false => Ok(formats),
    }
}

fn format_words() -> Vec<String> {
    Format::all().into_iter().map(|format| format!("\"{}\"", format.word())).collect()
}

fn problem(text: &str, bytes: Range<usize>, message: impl Into<String>) -> Problem {
    Problem::error("settings", Place::in_text(FILE, text, bytes), message)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_settled() {
        let mut problems = Vec::new();
        let settings = Settings::parse("financial_year_starts = 7\n", &mut problems);
        assert_eq!((settings.financial_year_starts, problems), (7, vec![]));
    }

    #[test]
    fn formats_are_settled_each_once() {
        let mut problems = Vec::new();
        let settings = Settings::parse("formats = [\"csv\", \"svg\", \"csv\"]\n", &mut problems);
        assert_eq!((settings.formats, problems), (vec![Format::Csv, Format::Svg], vec![]));
        for wrong in ["formats = \"svg\"", "formats = []", "formats = [\"jpg\"]", "formats = [1]"] {
            let mut problems = Vec::new();
            Settings::parse(wrong, &mut problems);
            assert_eq!(problems.len(), 1, "{wrong}");
        }
    }

    #[test]
    fn every_mistake_is_told_with_its_place() {
        let mut problems = Vec::new();
        Settings::parse("colour = 1\nfinancial_year_starts = 13\nx y\n", &mut problems);
        let told: Vec<_> = problems.iter().map(|p| (p.place.line, p.place.column)).collect();
        assert_eq!(told, [(3, 3), (1, 1), (2, 25)], "{problems:?}");
    }
}
