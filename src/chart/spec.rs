//! What `charts/NAME.toml` says: the words and marks an author asks for, each with its place in
//! the text. Nothing here knows the data.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::chart::layer::Mark;
use crate::chart::look::{Size, ThemeName, Wanted};
use crate::chart::waist::Arrangement;
use crate::figure::{Per, Period};
use crate::locale::words;
use crate::nearest::nearest;
use crate::problem::{Checked, Place, Problem};

#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    pub title: Text,
    pub subtitle: Option<Text>,
    pub notes: Vec<Text>,
    pub alt: Option<Text>,
    pub layout: At<Arrangement>,
    /// Title and subtitle stay out of the picture; a caption is to say them.
    pub bare: bool,
    pub size: Option<At<Size>>,
    pub theme: Option<At<ThemeName>>,
    /// In pixels.
    pub height: Option<At<u32>>,
    /// Ids of figures that are not to be drawn.
    pub without: Vec<Text>,
    pub panels: Vec<PanelSpec>,
}

/// A text and the bytes it was read from, quotes included.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub text: String,
    pub bytes: Range<usize>,
}

/// Something with the bytes it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    pub value: T,
    pub bytes: Range<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PanelSpec {
    pub title: Option<Text>,
    /// `true` for a log scale.
    pub log: At<bool>,
    pub zero: At<bool>,
    pub from: Option<At<Period>>,
    pub to: Option<At<Period>>,
    pub events: Vec<Text>,
    pub series: Vec<SeriesSpec>,
    /// In place of series.
    pub claims: Option<ClaimsSpec>,
    pub bytes: Range<usize>,
}

/// Who states what of one series and period.
#[derive(Clone, Debug, PartialEq)]
pub struct ClaimsSpec {
    pub series: Text,
    pub period: At<Period>,
    pub order: Order,
}

/// What the rows of a panel of claims are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The highest first.
    #[default]
    Value,
    /// The first published first.
    Published,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SeriesSpec {
    pub subject: Subject,
    pub mark: At<Mark>,
    pub per: Option<At<Per>>,
    pub name: Option<Text>,
}

/// What a line of `series` draws.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// The figures of a series.
    Series(Text),
    /// One change figure, between two periods of the series `on`.
    Change { figure: Text, on: Text },
}

impl Subject {
    /// The id that a problem of this line points at.
    pub fn id(&self) -> &Text {
        match self {
            Subject::Series(id) => id,
            Subject::Change { figure, .. } => figure,
        }
    }
}

const SPEC_KEYS: [&str; 11] = [
    "title", "subtitle", "notes", "alt", "layout", "bare", "size", "theme", "height", "without",
    "panels",
];
const PANEL_KEYS: [&str; 8] =
    ["title", "scale", "zero", "from", "to", "events", "series", "claims"];
const CLAIMS_KEYS: [&str; 3] = ["series", "period", "order"];
const SERIES_KEYS: [&str; 6] = ["id", "mark", "per", "name", "figure", "on"];

impl Spec {
    /// What it says of its look.
    pub fn wanted(&self) -> Wanted {
        Wanted {
            size: self.size.as_ref().map(|size| size.value),
            theme: self.theme.as_ref().map(|theme| theme.value),
            height: self.height.as_ref().map(|height| height.value),
        }
    }

    /// Reads the text of a spec; `file` is the label that problems carry. What can be read is,
    /// so that all that is wrong with it can be told in one run.
    pub fn read(file: &str, text: &str) -> Checked<Option<Spec>> {
        let mut reader = Reader { file, text, problems: Vec::new() };
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            reader.syntax(error);
        }
        let spec = if errors.is_empty() { reader.spec(&root) } else { None };
        Checked { value: spec, problems: reader.problems }
    }
}

struct Reader<'s> {
    file: &'s str,
    text: &'s str,
    problems: Vec<Problem>,
}

type Value<'i> = Spanned<DeValue<'i>>;

/// The entries of a table by key, with the places of the keys and of the table.
struct Table<'t, 'i> {
    entries: BTreeMap<&'t str, &'t Value<'i>>,
    bytes: Range<usize>,
    /// Known keys that another one was probably meant to be.
    misspelt: Vec<&'static str>,
}

impl<'t, 'i> Table<'t, 'i> {
    /// It is neither there nor misspelt, which is told already.
    fn lacks(&self, key: &str) -> bool {
        self.get(key).is_none() && !self.misspelt.contains(&key)
    }

    fn get(&self, key: &str) -> Option<&'t Value<'i>> {
        self.entries.get(key).copied()
    }
}

/// No chart is lower or taller than this, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 100..=6_000;

impl Reader<'_> {
    fn error(
        &mut self,
        rule: &'static str,
        bytes: Range<usize>,
        message: String,
        hint: impl Into<String>,
    ) {
        let place = Place::in_text(self.file, self.text, bytes);
        self.problems.push(Problem::error(rule, place, message).hint(hint));
    }

    fn syntax(&mut self, error: &toml::de::Error) {
        let end = self.text.len();
        let bytes = error.span().unwrap_or(end..end);
        let message = error.message().lines().next().unwrap_or_default().to_string();
        let hint = if message.contains("duplicate") {
            "write each key once"
        } else {
            "a spec is TOML: `key = \"text\"`, lists in [ ], text in quotes"
        };
        self.error("spec-syntax", bytes, message, hint);
    }

    fn spec(&mut self, root: &Spanned<DeTable>) -> Option<Spec> {
        let table = self.table(root.get_ref(), 0..0, &SPEC_KEYS, "the spec");
        let layout = self.word(
            &table,
            "layout",
            &[
                ("side-by-side", Arrangement::SideBySide),
                ("stacked", Arrangement::Stacked),
                ("small-multiples", Arrangement::SmallMultiples),
            ],
        );
        let title = self.required_text(
            &table,
            "title",
            "the spec",
            "write title = \"What the chart shows\"",
        );
        let panels = match table.get("panels") {
            Some(panels) => self.panels(panels),
            None if !table.lacks("panels") => Vec::new(),
            None => {
                let hint =
                    "write [[panels]] and below it series = [{ id = \"...\", mark = \"points\" }]";
                self.error("missing-key", 0..0, "the spec has no panels".into(), hint);
                Vec::new()
            }
        };
        Some(Spec {
            subtitle: self.text(&table, "subtitle"),
            notes: self.texts(&table, "notes"),
            alt: self.text(&table, "alt"),
            layout: layout.unwrap_or(At { value: Arrangement::default(), bytes: 0..0 }),
            bare: self.flag(&table, "bare").is_some_and(|bare| bare.value),
            size: self.word(&table, "size", &Size::ALL.map(|size| (size.word(), size))),
            theme: self.word(&table, "theme", &ThemeName::ALL.map(|theme| (theme.word(), theme))),
            height: self.height(&table),
            without: self.texts(&table, "without"),
            title: title?,
            panels,
        })
    }

    fn panels(&mut self, value: &Value) -> Vec<PanelSpec> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, "panels", "a list of tables, each under [[panels]]");
            return Vec::new();
        };
        if list.is_empty() {
            self.error("missing-key", value.span(), "there is no panel".into(), "write [[panels]]");
        }
        list.iter().filter_map(|panel| self.panel(panel)).collect()
    }

    fn panel(&mut self, value: &Value) -> Option<PanelSpec> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, "a panel", "a table under [[panels]]");
            return None;
        };
        let table = self.table(table, value.span(), &PANEL_KEYS, "a panel");
        if let Some(claims) = table.get("claims") {
            return self.panel_of_claims(&table, claims);
        }
        let scale = self.word(&table, "scale", &[("linear", false), ("log", true)]);
        let unset = |value| At { value, bytes: table.bytes.clone() };
        let series = match table.get("series") {
            Some(series) => self.all_series(series),
            None if !table.lacks("series") => Vec::new(),
            None => {
                let hint = "write series = [{ id = \"...\", mark = \"points\" }]";
                self.error(
                    "missing-key",
                    table.bytes.clone(),
                    "a panel has no series".into(),
                    hint,
                );
                Vec::new()
            }
        };
        Some(PanelSpec {
            title: self.text(&table, "title"),
            log: scale.unwrap_or_else(|| unset(false)),
            zero: self.flag(&table, "zero").unwrap_or_else(|| unset(true)),
            from: self.period(&table, "from"),
            to: self.period(&table, "to"),
            events: self.texts(&table, "events"),
            series,
            claims: None,
            bytes: table.bytes,
        })
    }

    /// Its values lie along one axis from zero, and time has none.
    fn panel_of_claims(&mut self, table: &Table, claims: &Value) -> Option<PanelSpec> {
        for key in PANEL_KEYS.iter().filter(|key| !["title", "claims"].contains(key)) {
            if let Some(value) = table.get(key) {
                let message = format!("`{key}` does not go with `claims`");
                let hint = "leave it out, or give it a panel of its own";
                self.error("wrong-value", value.span(), message, hint);
            }
        }
        let unset = |value| At { value, bytes: table.bytes.clone() };
        Some(PanelSpec {
            title: self.text(table, "title"),
            log: unset(false),
            zero: unset(true),
            from: None,
            to: None,
            events: Vec::new(),
            series: Vec::new(),
            claims: Some(self.claims(claims)?),
            bytes: table.bytes.clone(),
        })
    }

    fn claims(&mut self, value: &Value) -> Option<ClaimsSpec> {
        let hint = "write claims = { series = \"SERIES\", period = \"2017\" }";
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, "`claims`", "a table: { series = \"SERIES\", period = \"2017\" }");
            return None;
        };
        let table = self.table(table, value.span(), &CLAIMS_KEYS, "`claims`");
        let series = self.required_text(&table, "series", "`claims`", hint);
        if table.lacks("period") {
            let message = "`claims` has no `period`".to_string();
            self.error("missing-key", table.bytes.clone(), message, hint);
        }
        let period = self.period(&table, "period");
        let orders = [("value", Order::Value), ("published", Order::Published)];
        let order = self.word(&table, "order", &orders);
        let order = order.map(|order| order.value).unwrap_or_default();
        Some(ClaimsSpec { series: series?, period: period?, order })
    }

    fn all_series(&mut self, value: &Value) -> Vec<SeriesSpec> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, "series", "a list: [{ id = \"...\", mark = \"points\" }]");
            return Vec::new();
        };
        if list.is_empty() {
            let hint = "write series = [{ id = \"...\", mark = \"points\" }]";
            self.error("missing-key", value.span(), "a panel has no series".into(), hint);
        }
        list.iter().filter_map(|series| self.series(series)).collect()
    }

    fn series(&mut self, value: &Value) -> Option<SeriesSpec> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, "a series", "a table: { id = \"...\", mark = \"points\" }");
            return None;
        };
        let table = self.table(table, value.span(), &SERIES_KEYS, "a series");
        let marks = [
            ("line", Mark::Line),
            ("points", Mark::Points),
            ("bars", Mark::Bars),
            ("spans", Mark::Spans),
            ("change", Mark::Change),
        ];
        let mark = self.word(&table, "mark", &marks);
        if table.lacks("mark") {
            let hint = "write mark = \"points\", \"line\", \"bars\", \"spans\" or \"change\"";
            self.error("missing-key", table.bytes.clone(), "a series has no mark".into(), hint);
        }
        let pers = Per::ALL.map(|per| (per.word(), per));
        let per = self.word(&table, "per", &pers);
        let name = self.text(&table, "name");
        let mark = mark?;
        Some(SeriesSpec { subject: self.subject(&table, mark.value)?, mark, per, name })
    }

    fn subject(&mut self, table: &Table, mark: Mark) -> Option<Subject> {
        let change = mark == Mark::Change;
        let (wanted, refused): (&[&str], &[&str]) =
            if change { (&["figure", "on"], &["id", "per"]) } else { (&["id"], &["figure", "on"]) };
        let hint = if change {
            "write { figure = \"FIGURE\", mark = \"change\", on = \"SERIES\" }"
        } else {
            "write { id = \"SERIES\", mark = \"points\" }"
        };
        for key in refused {
            if let Some(value) = table.get(key) {
                let message = match change {
                    true => format!("`{key}` does not go with the mark change"),
                    false => format!("`{key}` only goes with the mark change"),
                };
                self.error("wrong-value", value.span(), message, hint);
            }
        }
        let mut texts = wanted.iter().map(|key| self.required_text(table, key, "a series", hint));
        let (first, second) = (texts.next()?, texts.next());
        match second {
            None => first.map(Subject::Series),
            Some(on) => Some(Subject::Change { figure: first?, on: on? }),
        }
    }

    /// The entries of a table; a key that is not known is a problem.
    fn table<'t, 'i>(
        &mut self,
        table: &'t DeTable<'i>,
        bytes: Range<usize>,
        known: &[&'static str],
        name: &str,
    ) -> Table<'t, 'i> {
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
                None => format!("{name} has {}", words::list(known)),
            };
            self.error("unknown-key", key.span(), format!("{name} has no key `{word}`"), hint);
        }
        Table { entries, bytes, misspelt }
    }

    fn wrong(&mut self, value: &Value, name: &str, wanted: &str) {
        let found = value.get_ref().type_str();
        let article = if found.starts_with(['a', 'i', 'o']) { "an" } else { "a" };
        let message = format!("{name} is {article} {found}");
        self.error("wrong-value", value.span(), message, format!("write {wanted}"));
    }

    fn text_of(&mut self, value: &Value, name: &str) -> Option<Text> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(value, &format!("`{name}`"), "text in quotes");
            return None;
        };
        if text.trim().is_empty() {
            let message = format!("`{name}` is empty");
            let hint = match name {
                "title" => "write what it shows",
                _ => "write its text, or leave it out",
            };
            self.error("wrong-value", value.span(), message, hint);
        }
        if let Some(control) = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\r') {
            let message = format!("`{name}` holds the control character U+{:04X}", control as u32);
            self.error("wrong-value", value.span(), message, "leave it out");
        }
        let text = match text.contains(['\n', '\r']) {
            true => text.split_whitespace().collect::<Vec<&str>>().join(" "),
            false => text.trim().to_string(),
        };
        Some(Text { text, bytes: value.span() })
    }

    fn text(&mut self, table: &Table, key: &str) -> Option<Text> {
        self.text_of(table.get(key)?, key)
    }

    fn required_text(&mut self, table: &Table, key: &str, name: &str, hint: &str) -> Option<Text> {
        if table.lacks(key) {
            let message = format!("{name} has no `{key}`");
            self.error("missing-key", table.bytes.clone(), message, hint);
        }
        self.text(table, key)
    }

    fn texts(&mut self, table: &Table, key: &str) -> Vec<Text> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, &format!("`{key}`"), "a list of texts: [\"...\"]");
            return Vec::new();
        };
        list.iter().filter_map(|text| self.text_of(text, key)).collect()
    }

    fn flag(&mut self, table: &Table, key: &str) -> Option<At<bool>> {
        let value = table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(value, &format!("`{key}`"), "true or false");
        }
        Some(At { value: flag?, bytes: value.span() })
    }

    fn height(&mut self, table: &Table) -> Option<At<u32>> {
        let value = table.get("height")?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|n| u32::from_str_radix(n.as_str(), n.radix()).ok());
        let Some(number) = number.filter(|pixels| HEIGHTS.contains(pixels)) else {
            let message = "`height` is no height a chart can have".to_string();
            let (least, most) = (HEIGHTS.start(), HEIGHTS.end());
            let hint = format!("write whole pixels, from {least} to {most}: height = 480");
            self.error("wrong-value", value.span(), message, hint);
            return None;
        };
        Some(At { value: number, bytes: value.span() })
    }

    /// One of a few words.
    fn word<T: Copy>(&mut self, table: &Table, key: &str, known: &[(&str, T)]) -> Option<At<T>> {
        let text = self.text(table, key)?;
        if let Some((_, value)) = known.iter().find(|(word, _)| *word == text.text) {
            return Some(At { value: *value, bytes: text.bytes });
        }
        let names: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let hint = match nearest(&text.text, names.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => format!("write {}", words::choice(&names)),
        };
        let message = format!("there is no {key} `{}`", text.text);
        self.error("wrong-value", text.bytes, message, hint);
        None
    }

    fn period(&mut self, table: &Table, key: &str) -> Option<At<Period>> {
        let text = self.text(table, key)?;
        match parse_bound(&text.text) {
            Ok(value) => Some(At { value, bytes: text.bytes }),
            Err(error) => {
                let message = format!("`{}` {error}", text.text);
                self.error("wrong-value", text.bytes, message, error.hint());
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

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        let checked = Spec::read("charts/c.toml", text);
        let mut problems = checked.problems;
        problems.sort_by_key(|problem| problem.place.bytes.start);
        problems
            .iter()
            .map(|p| {
                let hint = p.hint.as_deref().unwrap_or_default();
                format!("{}:{} {} {} | {hint}", p.place.line, p.place.column, p.rule, p.message)
            })
            .collect()
    }

    #[test]
    fn a_spec_is_read_with_the_place_of_every_word() {
        let text = "title = \"T\"\n[[panels]]\nfrom = \"2009-10\"\nseries = [{ id = \"a\", mark = \"line\" }]\n";
        let spec = Spec::read("c", text).value.unwrap();
        let Subject::Series(id) = &spec.panels[0].series[0].subject else { panic!() };
        assert_eq!(&text[id.bytes.clone()], "\"a\"");
        assert_eq!(
            spec.panels[0].from.as_ref().unwrap().value.to_string(),
            "2009-10-01/2009-10-31"
        );
        assert!(spec.panels[0].zero.value && !spec.panels[0].log.value);
    }

    #[test]
    fn every_mistake_is_told_in_one_run_and_a_misspelt_key_once() {
        let text = "titel = \"T\"\nlayout = \"stakked\"\n[[panels]]\nzero = 1\nseries = [{ id = \"a\", mark = \"pionts\" }, { mark = \"line\" }]\n";
        assert_eq!(
            said(text),
            [
                "1:1 unknown-key the spec has no key `titel` | did you mean `title`?",
                "2:10 wrong-value there is no layout `stakked` | did you mean \"stacked\"?",
                "4:8 wrong-value `zero` is an integer | write true or false",
                "5:30 wrong-value there is no mark `pionts` | did you mean \"points\"?",
                "5:42 missing-key a series has no `id` | write { id = \"SERIES\", mark = \"points\" }",
            ]
        );
    }

    #[test]
    fn what_is_no_toml_is_pointed_at() {
        assert!(said("title = \"T\n")[0].starts_with("1:"), "{:?}", said("title = \"T\n"));
        assert!(said("title = \"a\"\ntitle = \"b\"")[0].contains("duplicate"));
        assert!(said("")[0].contains("missing-key"));
        assert!(said("title = \"a\\u0001\"\n[[panels]]\nseries = []")[0].contains("U+0001"));
    }
}
