//! The lines of `series`: which series, and how each is drawn.

use super::pattern::ANY;
use super::values::{Entries, SpecReader, Value};
use super::{AnnotationSpec, IdsSpec, SeriesSpec, Subject, TypedText};
use crate::chart::mark::{Joins, Mark};
use crate::figure::Per;
use crate::locale::EN_GB;
use crate::problem::Rule;

const ANNOTATION_KEYS: [&str; 3] = ["series", "period", "text"];
const EACH_KEYS: [&str; 2] = ["ids", "except"];
const SERIES_KEYS: [&str; 8] = ["id", "ids", "except", "mark", "per", "name", "figure", "on"];

impl SpecReader<'_> {
    pub fn all_series(&mut self, value: &Value) -> Vec<SeriesSpec> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, "series", "a list: [{ id = \"...\", mark = \"points\" }]");
            return Vec::new();
        };
        if list.is_empty() {
            let hint = "write series = [{ id = \"...\", mark = \"points\" }]";
            self.error(Rule::MissingKey, value.span(), "a panel has no series".into(), hint);
        }
        let list = list.iter().filter_map(|series| self.series(series)).collect();
        self.few(list, "series", value)
    }

    fn series(&mut self, value: &Value) -> Option<SeriesSpec> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, "a series", "a table: { id = \"...\", mark = \"points\" }");
            return None;
        };
        let table = self.table(table, value.span(), &SERIES_KEYS, "a series");
        let marks: Vec<(&str, Mark)> = Mark::ALL.iter().map(|mark| (mark.word(), *mark)).collect();
        let mark = self.word(&table, "mark", &marks);
        if table.lacks("mark") {
            let words: Vec<String> =
                Mark::ALL.iter().map(|mark| format!("\"{}\"", mark.word())).collect();
            let hint = format!("write mark = {}", EN_GB.choice(&words));
            self.error(Rule::MissingKey, table.bytes.clone(), "a series has no mark".into(), hint);
        }
        let pers = Per::ALL.map(|per| (per.word(), per));
        let per = self.word(&table, "per", &pers);
        let name = table.get("ids").map_or_else(|| self.text(&table, "name"), |_| None);
        let mark = mark?;
        Some(SeriesSpec { subject: self.subject(&table, mark.value)?, mark, per, name })
    }

    fn subject(&mut self, table: &Entries, mark: Mark) -> Option<Subject> {
        let change = mark.traits().joins == Joins::Ends;
        let word = mark.word();
        let (wanted, refused): (&[&str], &[&str]) = match change {
            true => (&["figure", "on"], &["id", "ids", "except", "per"]),
            false => (&["id"], &["figure", "on"]),
        };
        let hint = if change {
            "write { figure = \"FIGURE\", mark = \"change\", on = \"SERIES\" }"
        } else {
            "write { id = \"SERIES\", mark = \"points\" }"
        };
        for key in refused {
            if let Some(value) = table.get(key) {
                let message = match change {
                    true => format!("`{key}` does not go with the mark {word}"),
                    false => format!("`{key}` only goes with the mark change"),
                };
                self.error(Rule::WrongValue, value.span(), message, hint);
            }
        }
        if !change && let Some(ids) = table.get("ids") {
            self.only_of_one(table, ids);
            return Some(Subject::Fitting(self.ids(table)?));
        }
        if let Some(except) = table.get("except").filter(|_| !change) {
            let message = "`except` only goes with `ids`".to_string();
            self.error(Rule::WrongValue, except.span(), message, "leave it out");
        }
        let mut texts = wanted.iter().map(|key| self.required_text(table, key, "a series", hint));
        let (first, second) = (texts.next()?, texts.next());
        match second {
            None => first.map(Subject::Series),
            Some(on) => Some(Subject::Change { figure: first?, on: on? }),
        }
    }

    /// `reference = [{ figure = "FIGURE" }]`.
    pub fn references(&mut self, table: &Entries) -> Vec<TypedText> {
        let hint = "write reference = [{ figure = \"FIGURE\" }]";
        let Some(value) = table.get("reference") else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, "`reference`", "a list: [{ figure = \"FIGURE\" }]");
            return Vec::new();
        };
        let one = |one: &Value| {
            let Some(table) = one.get_ref().as_table() else {
                self.wrong(one, "a reference", "a table: { figure = \"FIGURE\" }");
                return None;
            };
            let table = self.table(table, one.span(), &["figure"], "a reference");
            self.required_text(&table, "figure", "a reference", hint)
        };
        list.iter().filter_map(one).collect()
    }

    /// `annotate = [{ series = "SERIES", period = "2017", text = "..." }]`.
    pub fn annotations(&mut self, table: &Entries) -> Vec<AnnotationSpec> {
        let hint =
            "write annotate = [{ series = \"SERIES\", period = \"2017\", text = \"new law\" }]";
        let Some(value) = table.get("annotate") else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            let wanted = "a list: [{ series = \"SERIES\", period = \"2017\", text = \"new law\" }]";
            self.wrong(value, "`annotate`", wanted);
            return Vec::new();
        };
        let one = |one: &Value| {
            let Some(table) = one.get_ref().as_table() else {
                let wanted =
                    "a table: { series = \"SERIES\", period = \"2017\", text = \"new law\" }";
                self.wrong(one, "an annotation", wanted);
                return None;
            };
            let table = self.table(table, one.span(), &ANNOTATION_KEYS, "an annotation");
            let series = self.required_text(&table, "series", "an annotation", hint);
            if table.lacks("period") {
                let message = "an annotation has no `period`".to_string();
                self.error(Rule::MissingKey, table.bytes.clone(), message, hint);
            }
            let period = self.period(&table, "period");
            let text = self.required_text(&table, "text", "an annotation", hint);
            Some(AnnotationSpec { series: series?, period: period?, text: text? })
        };
        let list = list.iter().filter_map(one).collect();
        self.few(list, "annotate", value)
    }

    /// What is said of one series does not go with a pattern of ids.
    fn only_of_one(&mut self, table: &Entries, ids: &Value) {
        if table.get("id").is_some() {
            let message = "`id` names one series and `ids` a pattern of several".to_string();
            let hint = "leave one of them out, or give each a line of its own";
            self.error(Rule::WrongValue, ids.span(), message, hint);
        }
        if let Some(name) = table.get("name") {
            let message = "`name` would call every series that `ids` fits by one name".to_string();
            let hint = "leave it out, or name the series with `id` in a line of its own";
            self.error(Rule::WrongValue, name.span(), message, hint);
        }
    }

    /// What stands under `[each]`.
    pub fn each(&mut self, value: &Value, of_spec: &[&str]) -> Option<IdsSpec> {
        let hint = "write ids = \"recorded-crime-*\" below [each]";
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(value, "`each`", "a table: [each] and below it ids = \"recorded-crime-*\"");
            return None;
        };
        for (key, _) in table.iter().filter(|(key, _)| of_spec.contains(&&**key.get_ref())) {
            let key = key.get_ref();
            let message = format!("`{key}` stands below [each], and is read as a part of it");
            let hint = format!("write `{key}` above [each]");
            let span = table.get_key_value(&**key).map(|(key, _)| key.span());
            self.error(Rule::UnknownKey, span.unwrap_or(value.span()), message, hint);
        }
        let own = table.iter().filter(|(key, _)| !of_spec.contains(&&**key.get_ref()));
        let own = own.map(|(key, value)| (key.clone(), value.clone())).collect();
        let table = self.table(&own, value.span(), &EACH_KEYS, "`each`");
        if table.lacks("ids") {
            let message = "`each` has no `ids`".to_string();
            self.error(Rule::MissingKey, table.bytes.clone(), message, hint);
        }
        self.ids(&table)
    }

    /// `ids` of a table that has it, and `except`.
    pub fn ids(&mut self, table: &Entries) -> Option<IdsSpec> {
        let value = table.get("ids")?;
        if value.get_ref().as_array().is_some() {
            let wanted =
                "one pattern in quotes, as in \"shop-*\", or a line with `id` for each series";
            self.wrong(value, "`ids`", wanted);
            return None;
        }
        let pattern = self.text(table, "ids")?;
        let except = self.texts(table, "except");
        if !pattern.text.contains(ANY) {
            let id = &pattern.text;
            let message = format!("`ids` is a pattern, and `{id}` has no `*` that stands for more");
            let hint = format!(
                "write ids = \"{id}*\" for all series whose ids begin so, or id = \"{id}\" in a line of `series` for that one"
            );
            self.error(Rule::WrongValue, pattern.bytes.clone(), message, hint);
            return None;
        }
        Some(IdsSpec { pattern, except })
    }
}
