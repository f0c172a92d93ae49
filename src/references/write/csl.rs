//! CSL-JSON. What it has no field for stands in `custom`, which its schema keeps for that.

use serde_json::{Value, json};

use super::super::Reference;
use super::super::csl_tags::as_words;
use super::super::people::{AuthorName, named};
use super::{behind, row_of, type_in_words};
use crate::figure::{Day, Grain, Unit};

/// All of them as an array of items.
pub fn csl(references: &[Reference]) -> String {
    let items: Vec<String> = references.iter().map(item).collect();
    format!("[\n{}\n]\n", items.join(",\n"))
}

fn item(reference: &Reference) -> String {
    let behind = behind(reference);
    let text = |text: &str| (!text.is_empty()).then(|| json!(text));
    let words = |words: &str| text(&as_words(words));
    let custom: serde_json::Map<String, Value> =
        [("origin", &reference.origin), ("licence", &reference.licence)]
            .into_iter()
            .filter_map(|(name, said)| Some((name.to_string(), text(said)?)))
            .collect();
    let authors: Vec<Value> = named(&reference.author).into_iter().map(name).collect();
    let fields = [
        ("id", text(&reference.key)),
        ("type", Some(json!(row_of(reference).map_or("document", |row| row.csl[0])))),
        ("genre", words(type_in_words(reference))),
        ("title", words(&reference.title)),
        ("author", (!authors.is_empty()).then(|| json!(authors))),
        ("container-title", words(behind.appeared_in)),
        ("publisher", words(behind.named)),
        ("archive", words(behind.copy)),
        ("issued", reference.published.map(date)),
        ("URL", text(&reference.url)),
        ("accessed", reference.accessed.map(date)),
        ("archive_location", text(&reference.archive_url)),
        ("custom", (!custom.is_empty()).then_some(Value::Object(custom))),
        ("note", words(&reference.note)),
    ];
    let said = fields.into_iter().filter_map(|(name, value)| Some((name, value?)));
    let lines: Vec<String> =
        said.map(|(name, value)| format!("    {}: {value}", json!(name))).collect();
    format!("  {{\n{}\n  }}", lines.join(",\n"))
}

fn name(name: AuthorName) -> Value {
    match name {
        AuthorName::Person(given, family) => json!({ "family": family, "given": given }),
        AuthorName::Body(body) => json!({ "literal": body }),
        AuthorName::Others => json!({ "literal": "et al." }),
    }
}

fn date(unit: Unit) -> Value {
    let span = unit.span();
    let month = |day: Day| json!([day.year(), day.month()]);
    let first = span.start;
    let parts = match unit.grain() {
        Grain::Year => json!([[first.year()]]),
        Grain::Quarter => json!([month(first), month(span.end)]),
        Grain::Month => json!([month(first)]),
        Grain::Day => json!([[first.year(), first.month(), first.day_of_month()]]),
    };
    match unit.is_approximate() {
        true => json!({ "date-parts": parts, "circa": true }),
        false => json!({ "date-parts": parts }),
    }
}
