//! From the text of a spec to what it asks for.

use std::cell::OnceCell;

use toml::Spanned;
use toml::de::DeTable;

use super::values::{Entries, SpecReader, Value};
use super::{
    At, ClaimsSpec, EACH, IdsSpec, LabelChoice, Order, PanelSpec, RowOrder, Spec, TypedText,
};
use crate::chart::lengths::PictureSide;
use crate::chart::look::{Cites, Size, ThemeName};
use crate::chart::waist::Arrangement;
use crate::dataset::merge::merge_marks;
use crate::problem::{Checked, Rule};

impl Spec {
    /// Reads the text of a spec; `file` is the label that problems carry. What can be read is,
    /// so that all that is wrong with it can be told in one run.
    pub fn read(file: &str, text: &str) -> Checked<Option<Spec>> {
        if let Some(marks) = merge_marks(file, text.as_bytes()) {
            return Checked { value: None, problems: vec![marks] };
        }
        let mut reader = SpecReader { file, text, problems: Vec::new(), lines: OnceCell::new() };
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            reader.syntax(error);
        }
        let spec = if errors.is_empty() { reader.spec(&root) } else { None };
        Checked { value: spec, problems: reader.problems }
    }

    /// The series for each of which a spec has a chart, also where something else is wrong with it.
    pub fn each_of(text: &str) -> Option<IdsSpec> {
        if !text.contains(EACH) {
            return None;
        }
        let (root, _) = DeTable::parse_recoverable(text);
        let mut reader =
            SpecReader { file: "", text, problems: Vec::new(), lines: OnceCell::new() };
        reader.each(root.get_ref().get(EACH)?, &SPEC_KEYS)
    }
}

const SPEC_KEYS: [&str; 17] = [
    "title",
    "subtitle",
    "notes",
    "alt",
    "layout",
    "bare",
    "size",
    "theme",
    "width",
    "height",
    "citations",
    "without",
    "scales",
    "labels",
    "emphasis",
    "each",
    "panels",
];
const PANEL_KEYS: [&str; 13] = [
    "title",
    "scale",
    "zero",
    "from",
    "to",
    "period",
    "order",
    "total",
    "events",
    "reference",
    "annotate",
    "series",
    "claims",
];
const ROW_ORDERS: [(&str, RowOrder); 3] =
    [("value", RowOrder::Value), ("time", RowOrder::Time), ("listed", RowOrder::Listed)];
const CLAIMS_KEYS: [&str; 3] = ["series", "period", "order"];

impl SpecReader<'_> {
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
        let scales = self.word(&table, "scales", &[("shared", false), ("free", true)]);
        let labels = self.word(
            &table,
            "labels",
            &[("all", LabelChoice::All), ("ends", LabelChoice::Ends), ("none", LabelChoice::None)],
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
                self.error(Rule::MissingKey, 0..0, "the spec has no panels".into(), hint);
                Vec::new()
            }
        };
        let each = table.get("each").and_then(|each| self.each(each, &SPEC_KEYS));
        if each.is_none() && table.get("each").is_some() {
            // Nobody knows then what `each` stands for in all the rest.
            return None;
        }
        Some(Spec {
            each,
            subtitle: self.text(&table, "subtitle"),
            notes: self.texts(&table, "notes"),
            alt: self.text(&table, "alt"),
            layout: layout.unwrap_or(At { value: Arrangement::default(), bytes: 0..0 }),
            free_scales: scales.unwrap_or(At { value: false, bytes: 0..0 }),
            bare: self.flag(&table, "bare").is_some_and(|bare| bare.value),
            size: self.word(&table, "size", &Size::words()),
            theme: self.word(&table, "theme", &ThemeName::words()),
            width: self.width(&table),
            height: self.length(&table, PictureSide::Height),
            cites: self.word(&table, "citations", &Cites::words()),
            labels: labels.map(|labels| labels.value).unwrap_or_default(),
            without: self.texts(&table, "without"),
            emphasis: self.emphasis(&table),
            title: title?,
            panels,
        })
    }

    /// An empty list would turn everything grey.
    fn emphasis(&mut self, table: &Entries) -> Vec<TypedText> {
        let Some(value) = table.get("emphasis") else { return Vec::new() };
        if value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            let message = "`emphasis` names nothing, so that nothing would stand out".to_string();
            let hint = "write the ids of series or figures: [\"SERIES\"], or leave it out";
            self.error(Rule::WrongValue, value.span(), message, hint);
        }
        let named = self.texts(table, "emphasis");
        self.few(named, "emphasis", value)
    }

    /// In the place of a size: both would say how wide the picture is.
    fn width(&mut self, table: &Entries) -> Option<At<u32>> {
        let width = self.length(table, PictureSide::Width)?;
        if let Some(size) = table.get("size") {
            let message = "`size` does not go with `width`: either says how wide the picture is";
            let hint = "leave one of them out";
            self.error(Rule::WrongValue, size.span(), message.into(), hint);
        }
        Some(width)
    }

    fn panels(&mut self, value: &Value) -> Vec<PanelSpec> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(value, "panels", "a list of tables, each under [[panels]]");
            return Vec::new();
        };
        if list.is_empty() {
            self.error(
                Rule::MissingKey,
                value.span(),
                "there is no panel".into(),
                "write [[panels]]",
            );
        }
        let list = list.iter().filter_map(|panel| self.panel(panel)).collect();
        self.few(list, "panels", value)
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
                    Rule::MissingKey,
                    table.bytes.clone(),
                    "a panel has no series".into(),
                    hint,
                );
                Vec::new()
            }
        };
        let events = self.texts(&table, "events");
        Some(PanelSpec {
            title: self.text(&table, "title"),
            log: scale.unwrap_or_else(|| unset(false)),
            zero: self.flag(&table, "zero").unwrap_or_else(|| unset(true)),
            from: self.period(&table, "from"),
            to: self.period(&table, "to"),
            period: self.period(&table, "period"),
            order: self.word(&table, "order", &ROW_ORDERS),
            total: self.text(&table, "total"),
            events,
            references: self.references(&table),
            annotations: self.annotations(&table),
            series,
            claims: None,
            bytes: table.bytes,
        })
    }

    /// Its values lie along one axis from zero, and time has none.
    fn panel_of_claims(&mut self, table: &Entries, claims: &Value) -> Option<PanelSpec> {
        for key in PANEL_KEYS.iter().filter(|key| !["title", "claims"].contains(key)) {
            if let Some(value) = table.get(key) {
                let message = format!("`{key}` does not go with `claims`");
                let hint = "leave it out, or give it a panel of its own";
                self.error(Rule::WrongValue, value.span(), message, hint);
            }
        }
        let unset = |value| At { value, bytes: table.bytes.clone() };
        Some(PanelSpec {
            title: self.text(table, "title"),
            log: unset(false),
            zero: unset(true),
            from: None,
            to: None,
            period: None,
            order: None,
            total: None,
            events: Vec::new(),
            references: Vec::new(),
            annotations: Vec::new(),
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
            self.error(Rule::MissingKey, table.bytes.clone(), message, hint);
        }
        let period = self.period(&table, "period");
        let orders = [("value", Order::Value), ("published", Order::Published)];
        let order = self.word(&table, "order", &orders);
        let order = order.map(|order| order.value).unwrap_or_default();
        Some(ClaimsSpec { series: series?, period: period?, order })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::spec::Subject;

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
