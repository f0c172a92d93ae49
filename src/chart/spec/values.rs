//! The values of a spec, each of the kind that its key asks for.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{At, TypedText};
use crate::chart::lengths::{LengthError, PictureSide};
use crate::dataset::direction::turning;
use crate::dataset::encoding::{breaks_line, is_no_character, shows_nothing};
use crate::dataset::period_hint::typed_period_hint;
use crate::figure::{Period, PeriodError};
use crate::locale::EN_GB;
use crate::nearest::nearest;
use crate::problem::{Lines, Problem, Rule};

/// So many panels has a spec, and so many series and events a panel, at most.
const MOST_LISTED: usize = 100;
/// Of characters of a text.
const MOST_TYPED: usize = 1000;

/// Reads a spec, and gathers what is wrong with it.
pub struct SpecReader<'s> {
    pub file: &'s str,
    pub text: &'s str,
    pub problems: Vec<Problem>,
    /// Where its lines begin, once something is wrong.
    pub lines: OnceCell<Lines<'s>>,
}

/// A value of the spec with its bytes.
pub type Value<'i> = Spanned<DeValue<'i>>;

/// The entries of a table by key, with the places of the keys and of the table.
pub struct Entries<'t, 'i> {
    entries: BTreeMap<&'t str, &'t Value<'i>>,
    pub bytes: Range<usize>,
    /// Known keys that another one was probably meant to be.
    misspelt: Vec<&'static str>,
}

impl<'t, 'i> Entries<'t, 'i> {
    /// It is neither there nor misspelt, which is told already.
    pub fn lacks(&self, key: &str) -> bool {
        self.get(key).is_none() && !self.misspelt.contains(&key)
    }

    pub fn get(&self, key: &str) -> Option<&'t Value<'i>> {
        self.entries.get(key).copied()
    }
}

impl SpecReader<'_> {
    pub fn error(
        &mut self,
        rule: Rule,
        bytes: Range<usize>,
        message: String,
        hint: impl Into<String>,
    ) {
        let lines = self.lines.get_or_init(|| Lines::of(self.text));
        let place = lines.place(self.file, bytes);
        self.problems.push(rule.at(place, message).hint(hint));
    }

    pub fn syntax(&mut self, error: &toml::de::Error) {
        let end = self.text.len();
        let bytes = error.span().unwrap_or(end..end);
        let message = error.message().lines().next().unwrap_or_default().to_string();
        let line = self.text[..bytes.start].rfind('\n').map_or(0, |end| end + 1);
        let line = self.text[line..].lines().next().unwrap_or_default();
        let hint = if message.contains("duplicate") {
            "write each key once"
        } else if line.contains("{{") && line.contains("=\"") | line.contains("= \"") {
            "a text that has quotes in it stands between single ones: `title = '{{ latest(\"nests\") }}'`"
        } else {
            "a spec is TOML: `key = \"text\"`, lists in [ ], text in quotes"
        };
        self.error(Rule::SpecSyntax, bytes, message, hint);
    }

    /// The entries of a table; a key that is not known is a problem.
    pub fn table<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        bytes: Range<usize>,
        known: &[&'static str],
        name: &str,
    ) -> Entries<'t, 'i> {
        let mut misspelt = Vec::new();
        let mut entries = BTreeMap::new();
        for (key, value) in table {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                entries.insert(word, value);
                continue;
            }
            let near = nearest(word, known.iter().copied());
            misspelt.extend(near.and_then(|near| known.iter().copied().find(|key| *key == near)));
            let hint = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("{name} has {}", EN_GB.list(known)),
            };
            self.error(Rule::UnknownKey, key.span(), format!("{name} has no key `{word}`"), hint);
        }
        Entries { entries, bytes, misspelt }
    }

    pub fn wrong(&mut self, value: &Value, name: &str, wanted: &str) {
        let found = value.get_ref().type_str();
        let article = if found.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
        let message = format!("{name} is {article} {found}");
        self.error(Rule::WrongValue, value.span(), message, format!("write {wanted}"));
    }

    pub fn text_of(&mut self, value: &Value, name: &str) -> Option<TypedText> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(value, &format!("`{name}`"), "text in quotes");
            return None;
        };
        if shows_nothing(text) {
            let said = if text.trim_matches(' ').is_empty() { "is empty" } else { "shows nothing" };
            let message = format!("`{name}` {said}");
            let hint = match name {
                "title" => "write what it shows",
                _ => "write its text, or leave it out",
            };
            self.error(Rule::WrongValue, value.span(), message, hint);
        }
        let length = text.chars().count();
        if length > MOST_TYPED {
            let message = format!(
                "`{name}` has {length} characters, more than the {MOST_TYPED} that are read"
            );
            self.error(Rule::TooMany, value.span(), message, "say it in fewer words");
            return None;
        }
        if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\r') {
            let message = format!("`{name}` holds the control character U+{:04X}", control as u32);
            self.error(Rule::WrongValue, value.span(), message, "leave it out");
        }
        if let Some(nothing) = text.chars().find(|c| is_no_character(*c)) {
            let message =
                format!("`{name}` holds U+{:04X}, which stands for no character", nothing as u32);
            self.error(Rule::WrongValue, value.span(), message, "leave it out");
        }
        if let Some(turn) = turning(text) {
            let message = format!(
                "`{name}` holds U+{:04X}, which turns the direction of what follows, so that 1,204 \
                 may read 402,1",
                turn as u32
            );
            self.error(Rule::WrongValue, value.span(), message, "leave it out");
        }
        let text = match text.contains(breaks_line) {
            true => text.split_whitespace().collect::<Vec<&str>>().join(" "),
            false => text.trim().to_string(),
        };
        Some(TypedText { text, bytes: value.span() })
    }

    pub fn text(&mut self, table: &Entries, key: &str) -> Option<TypedText> {
        self.text_of(table.get(key)?, key)
    }

    pub fn required_text(
        &mut self,
        table: &Entries,
        key: &str,
        name: &str,
        hint: &str,
    ) -> Option<TypedText> {
        if table.lacks(key) {
            let message = format!("{name} has no `{key}`");
            self.error(Rule::MissingKey, table.bytes.clone(), message, hint);
        }
        self.text(table, key)
    }

    /// A list of what is drawn, if it is not so long that nobody could look at the picture.
    pub fn few<T>(&mut self, list: Vec<T>, key: &str, value: &Value) -> Vec<T> {
        if list.len() <= MOST_LISTED {
            return list;
        }
        let many = list.len();
        let message =
            format!("`{key}` has {many} entries, more than the {MOST_LISTED} that are read");
        self.error(Rule::TooMany, value.span(), message, "make several charts of it");
        Vec::new()
    }

    pub fn texts(&mut self, table: &Entries, key: &str) -> Vec<TypedText> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, &format!("`{key}`"), "a list of texts: [\"...\"]");
            return Vec::new();
        };
        let texts = list.iter().filter_map(|text| self.text_of(text, key)).collect();
        self.few(texts, key, value)
    }

    pub fn flag(&mut self, table: &Entries, key: &str) -> Option<At<bool>> {
        let value = table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(value, &format!("`{key}`"), "true or false");
        }
        Some(At { value: flag?, bytes: value.span() })
    }

    /// A length of the picture: a number of pixels, or a text such as "84mm".
    pub fn length(&mut self, table: &Entries, side: PictureSide) -> Option<At<u32>> {
        let key = side.word();
        let value = table.get(key)?;
        let read = match (value.get_ref().as_str(), value.get_ref().as_integer()) {
            (Some(text), _) => side.read(text),
            (_, Some(number)) => u32::from_str_radix(number.as_str(), number.radix())
                .map_err(|_| LengthError::Unread)
                .and_then(|pixels| side.take(pixels)),
            _ => Err(LengthError::Unread),
        };
        match read {
            Ok(pixels) => Some(At { value: pixels, bytes: value.span() }),
            Err(error) => {
                let hint = format!("write {}: {key} = {}", side.advice(), side.example());
                self.error(Rule::WrongValue, value.span(), format!("`{key}` {error}"), hint);
                None
            }
        }
    }

    /// One of a few words.
    pub fn word<T: Copy>(
        &mut self,
        table: &Entries,
        key: &str,
        known: &[(&str, T)],
    ) -> Option<At<T>> {
        let text = self.text(table, key)?;
        if let Some((_, value)) = known.iter().find(|(word, _)| *word == text.text) {
            return Some(At { value: *value, bytes: text.bytes });
        }
        let names: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let hint = match nearest(&text.text, names.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("write {}", EN_GB.choice(&names)),
        };
        let message = format!("there is no {key} `{}`", text.text);
        self.error(Rule::WrongValue, text.bytes, message, hint);
        None
    }

    pub fn period(&mut self, table: &Entries, key: &str) -> Option<At<Period>> {
        let text = self.text(table, key)?;
        match parse_bound(&text.text) {
            Ok(value) => Some(At { value, bytes: text.bytes }),
            Err(error) => {
                let message = format!("`{}` {error}", text.text);
                let school = school_year(&error).map(|year| format!(", {year} for a school year"));
                let hint = typed_period_hint(&text.text, &error) + &school.unwrap_or_default();
                self.error(Rule::WrongValue, text.bytes, message, hint);
                None
            }
        }
    }
}

/// In a spec `2009-10` is the end of a window, where it simply means October 2009.
fn parse_bound(text: &str) -> Result<Period, crate::figure::PeriodError> {
    match text.contains('/') {
        true => Period::parse(text),
        false => crate::figure::Unit::parse(text).map(Period::of),
    }
}

/// A year from September, where a text such as `2019/20` may be one: nobody here knows the series.
fn school_year(error: &PeriodError) -> Option<String> {
    let PeriodError::YearOrMonth { financial, .. } = error else { return None };
    let start = Period::parse(financial).ok()?.span().start.year();
    Some(format!("{start:04}-09/{:04}-08", start + 1))
}
