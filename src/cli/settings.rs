//! `sourceline.toml`: what a project may settle for itself. Everything in it is optional, and so
//! is the file. A key the program does nothing with is an error, not a wish.

use std::ops::Range;

use sourceline::nearest::nearest;
use sourceline::problem::{Place, Problem};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub const FILE: &str = "sourceline.toml";

const KEYS: [&str; 1] = ["financial_year_starts"];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The month in which the financial year starts, from 1 to 12.
    pub financial_year_starts: u32,
}

impl Default for Settings {
    /// As in the United Kingdom.
    fn default() -> Settings {
        Settings { financial_year_starts: 4 }
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
    fn every_mistake_is_told_with_its_place() {
        let mut problems = Vec::new();
        Settings::parse("colour = 1\nfinancial_year_starts = 13\nx y\n", &mut problems);
        let told: Vec<_> = problems.iter().map(|p| (p.place.line, p.place.column)).collect();
        assert_eq!(told, [(3, 3), (1, 1), (2, 25)], "{problems:?}");
    }
}
