//! `sourceline.toml`: what a project may settle for itself. Everything in it is optional, and so
//! is the file. A key the program does nothing with is an error, not a wish.

use std::ops::Range;
use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::font_files::FontFiles;
use super::format::{self, Format};
use super::site_settings::{self, SiteSettings};
use super::style_settings;
use crate::chart::{Cites, HouseRules, Size, ThemeName};
use crate::dataset::merge::merge_marks;
use crate::locale::EN_GB;
use crate::nearest::did_you_mean;
use crate::problem::{Place, Problem, Rule};

/// The name of the file.
pub const FILE: &str = "sourceline.toml";

const KEYS: [&str; 8] = [
    "financial_year_starts",
    "formats",
    "sizes",
    "themes",
    "fallback_fonts",
    "citations",
    "style",
    "site",
];

/// What a project settles for all its charts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The month in which the financial year starts, from 1 to 12.
    pub financial_year_starts: u32,
    /// What `render` writes where it is not told.
    pub formats: Vec<&'static Format>,
    /// The looks it draws each chart in; the first is that of `NAME.svg`.
    pub sizes: Vec<Size>,
    /// The first is that of `NAME.svg`.
    pub themes: Vec<ThemeName>,
    /// A folder, from the root of the project, of fonts for PNG and PDF.
    pub fallback_fonts: Option<PathBuf>,
    /// Where the font of the house lies; [`Settings::read_font`] reads it.
    pub font: Option<FontFiles>,
    /// How figures are cited, and where the charts are found.
    pub house: HouseRules,
    /// What the pages of a site say of it.
    pub site: SiteSettings,
}

impl Default for Settings {
    /// As in the United Kingdom.
    fn default() -> Settings {
        Settings {
            financial_year_starts: 4,
            formats: vec![&format::SVG],
            sizes: vec![Size::default()],
            themes: vec![ThemeName::default()],
            fallback_fonts: None,
            font: None,
            house: HouseRules::default(),
            site: SiteSettings::default(),
        }
    }
}

impl Settings {
    /// What is wrong with the text is added to the problems, and the rest of it holds.
    pub fn parse(text: &str, problems: &mut Vec<Problem>) -> Settings {
        let mut settings = Settings::default();
        if let Some(marks) = merge_marks(FILE, text.as_bytes()) {
            problems.push(marks);
            return settings;
        }
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
                "formats" => {
                    let known = format::ALL.iter().map(|format| (format.word, *format));
                    let read = list("formats", "format", value, known.collect());
                    take(read, &mut settings.formats, text, value, problems);
                }
                "sizes" => {
                    let read = list("sizes", "size", value, Size::words());
                    take(read, &mut settings.sizes, text, value, problems);
                }
                "themes" => {
                    let read = list("themes", "theme", value, ThemeName::words());
                    take(read, &mut settings.themes, text, value, problems);
                }
                "fallback_fonts" => match value.get_ref().as_str() {
                    Some(folder) => settings.fallback_fonts = Some(PathBuf::from(folder)),
                    None => problems.push(
                        problem(text, value.span(), "`fallback_fonts` is the name of a folder")
                            .hint("write it in quotes"),
                    ),
                },
                "citations" => {
                    let known = value.get_ref().as_str().and_then(Cites::named);
                    match known {
                        Some(cites) => settings.house.cites = cites,
                        None => problems.push(
                            problem(text, value.span(), "`citations` is \"line\" or \"numbers\"")
                                .hint("\"numbers\" puts the number of its source at each figure"),
                        ),
                    }
                }
                "style" => {
                    let (style, font, mistakes) = style_settings::read(value);
                    (settings.house.style, settings.font) = (style, font);
                    problems.extend(mistakes.into_iter().map(|mistake| {
                        problem(text, mistake.bytes, mistake.message).hint(mistake.hint)
                    }));
                }
                "site" => {
                    let (address, site, mistakes) = site_settings::read(value);
                    (settings.house.address, settings.site) = (address, site);
                    problems.extend(mistakes.into_iter().map(|mistake| {
                        problem(text, mistake.bytes, mistake.message).hint(mistake.hint)
                    }));
                }
                unknown => {
                    let all = format!("there is `{}`", KEYS.join("`, `"));
                    let hint = did_you_mean(unknown, KEYS, all);
                    let found = format!("`{unknown}` is not a setting");
                    problems.push(problem(text, key.span(), found).hint(hint));
                }
            }
        }
        settings
    }

    /// Sets pictures in the font of the house. `text` is that of the settings, and `read` gives the
    /// bytes of a file of the project, or says why there are none.
    pub fn read_font(
        &mut self,
        text: &str,
        read: impl FnMut(&str) -> Result<Vec<u8>, String>,
        problems: &mut Vec<Problem>,
    ) {
        let Some(files) = &self.font else { return };
        match files.read(read) {
            Ok(font) => {
                self.house.style.font = Some(font);
                if font.is_restricted() {
                    let message = format!(
                        "the files of `{}` say that no document may carry them, and a PDF does",
                        font.family
                    );
                    let hint = "ask who sells the font, or make no PDF";
                    let place = Place::in_text(FILE, text, files.at());
                    problems.push(Rule::FontLicence.at(place, message).hint(hint));
                }
            }
            Err(refused) => {
                problems.push(problem(text, refused.bytes, refused.message).hint(refused.hint))
            }
        }
    }
}

fn month(value: &Spanned<DeValue>) -> Option<u32> {
    let number = value.get_ref().as_integer()?;
    let month = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
    (1..=12).contains(&month).then_some(month)
}

/// A list of known words, each taken once; otherwise what is wrong with it, and what there is.
fn list<T: Copy + PartialEq>(
    key: &str,
    one: &str,
    value: &Spanned<DeValue>,
    known: Vec<(&str, T)>,
) -> Result<Vec<T>, (String, String)> {
    let quoted: Vec<String> = known.iter().map(|(word, _)| format!("\"{word}\"")).collect();
    let wrong = |message: String| (message, format!("there is {}", EN_GB.list(&quoted)));
    let no_list = || wrong(format!("`{key}` is a list of words"));
    let mut found = Vec::new();
    for word in value.get_ref().as_array().ok_or_else(no_list)? {
        let word = word.get_ref().as_str().ok_or_else(no_list)?;
        let own = known.iter().find(|(known, _)| *known == word);
        let (_, own) = own.ok_or_else(|| wrong(format!("`{word}` is not a {one}")))?;
        if !found.contains(own) {
            found.push(*own);
        }
    }
    match found.is_empty() {
        true => Err(wrong(format!("`{key}` is empty, so nothing would be written"))),
        false => Ok(found),
    }
}

fn take<T>(
    read: Result<Vec<T>, (String, String)>,
    setting: &mut Vec<T>,
    text: &str,
    value: &Spanned<DeValue>,
    problems: &mut Vec<Problem>,
) {
    match read {
        Ok(found) => *setting = found,
        Err((message, hint)) => {
            problems.push(problem(text, value.span(), message).hint(hint));
        }
    }
}

fn problem(text: &str, bytes: Range<usize>, message: impl Into<String>) -> Problem {
    Rule::Settings.at(Place::in_text(FILE, text, bytes), message)
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
    fn citations_and_the_address_are_settled() {
        let mut problems = Vec::new();
        let text = "citations = \"numbers\"\n[site]\naddress = \"https://example.org/charts\"\n";
        let house = Settings::parse(text, &mut problems).house;
        assert_eq!((house.cites, problems), (Cites::Numbers, vec![]));
        assert_eq!(house.address, "https://example.org/charts");
        for wrong in [
            "citations = \"number\"",
            "citations = true",
            "site = \"https://example.org\"",
            "[site]\nadress = \"https://example.org\"",
            "[site]\naddress = \"example.org\"",
            "[site]\naddress = \"javascript:alert(1)\"",
            "[site]\naddress = \"https://example.org/a b\"",
        ] {
            let mut problems = Vec::new();
            Settings::parse(wrong, &mut problems);
            assert_eq!(problems.len(), 1, "{wrong}");
        }
    }

    #[test]
    fn formats_are_settled_each_once() {
        let mut problems = Vec::new();
        let settings = Settings::parse("formats = [\"csv\", \"svg\", \"csv\"]\n", &mut problems);
        assert_eq!((settings.formats, problems), (vec![&format::CSV, &format::SVG], vec![]));
        let looks = "sizes = [\"narrow\", \"report\"]\nthemes = [\"dark\"]\n";
        let mut problems = Vec::new();
        let settings = Settings::parse(looks, &mut problems);
        assert_eq!((settings.sizes, problems), (vec![Size::Narrow, Size::Report], vec![]));
        assert_eq!(settings.themes, [ThemeName::Dark]);
        for wrong in [
            "formats = \"svg\"",
            "formats = []",
            "formats = [\"jpg\"]",
            "formats = [1]",
            "sizes = [\"large\"]",
            "sizes = \"report\"",
            "themes = []",
            "themes = [\"lights\"]",
        ] {
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
