//! CSL-JSON, the common tongue of reference managers.

use serde_json::{Map, Value};

use super::csl_tags::plain;
use super::json::{elements, flag, number_or_text, text_of};
use super::unheld::FieldUse;
use super::{Behind, Listed, Reference, Unreadable, address, kind, names};
use crate::figure::Unit;
use crate::problem::Lines;

/// Every item of a CSL-JSON file: an array of them, a single one, or an object with `items`.
pub fn csl(text: &str) -> Listed {
    let mut listed = Listed::default();
    let items = match elements(text) {
        Ok(items) => items,
        Err(error) => return error.into(),
    };
    let lines = Lines::of(text);
    for (at, item) in items {
        let line = lines.line(at);
        let unread = |key: &str, line, reason: String| Unreadable { line, key: key.into(), reason };
        match serde_json::from_str::<Value>(item) {
            Ok(Value::Object(item)) if item.contains_key("data") && !item.contains_key("title") => {
                let reason = "this is an item of Zotero's own form; export it as CSL JSON".into();
                listed.unread.push(unread(&text_of(item.get("key")), line, reason));
            }
            Ok(Value::Object(item)) => listed.references.push(reference(&item, line)),
            Ok(other) => {
                let reason = format!(
                    "`{}` stands where a CSL item is expected, as in {{\"title\": \"…\"}}",
                    short(&other.to_string())
                );
                listed.unread.push(unread("", line, reason));
            }
            Err(error) => {
                let line = line + error.line().max(1) - 1;
                let reason = error.to_string();
                let reason = reason.split(" at line ").next().unwrap_or_default().to_string();
                listed.unread.push(unread("", line, reason));
            }
        }
    }
    listed
}

fn short(text: &str) -> String {
    let cut: String = text.chars().take(30).collect();
    if cut.len() < text.len() { format!("{cut}…") } else { cut }
}

/// What is read of an item.
const FIELDS: FieldUse = FieldUse {
    form: &[
        "id",
        "type",
        "genre",
        "author",
        "speaker",
        "issued",
        "accessed",
        "custom",
        "citation-key",
        "system_id",
        "categories",
    ],
    texts: &[
        "title",
        "title-short",
        "publisher",
        "authority",
        "container-title",
        "collection-title",
        "container-title-short",
        "archive",
        "archive_location",
        "event",
        "event-title",
        "URL",
        "DOI",
        "PMID",
        "note",
        "annote",
        "license",
        "rights",
    ],
};

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Array(values) => values.iter().all(is_blank),
        Value::Object(values) => values.values().all(is_blank),
        Value::String(text) => text.trim().is_empty(),
        other => other.is_null(),
    }
}

fn reference(item: &Map<String, Value>, line: usize) -> Reference {
    let text = |name: &str| plain(&text_of(item.get(name)));
    let first = |names: &[&str]| {
        let texts = names.iter().map(|name| text(name));
        texts.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
    };
    let authors = people(item.get("author"));
    let speakers = people(item.get("speaker"));
    let speaking = if speakers.is_empty() { &authors } else { &speakers };
    let people: Vec<String> = speaking.iter().map(|name| name.in_full.clone()).collect();
    let custom = item.get("custom").and_then(Value::as_object);
    let own = |name: &str| text_of(custom.and_then(|custom| custom.get(name)));
    let mut reference = Reference {
        key: number_or_text(item.get("id")),
        line,
        author: names(&people),
        title: first(&["title", "title-short"]),
        origin: own("origin"),
        licence: match own("licence") {
            licence if licence.is_empty() => first(&["license", "rights"]),
            licence => licence,
        },
        note: first(&["note", "annote"]),
        ..Reference::default()
    };
    reference.kind = kind_of(&text("type"), &text("genre"), &mut reference).to_string();
    let url = match text("URL") {
        url if !url.is_empty() => url,
        _ => match address::of_doi(&text("DOI")) {
            doi if !doi.is_empty() => doi,
            _ => address::of_eprint("pmid", &number_or_text(item.get("PMID"))),
        },
    };
    reference.url = reference.settle_url(&url);
    reference.archive_url = address::found_in(&text("archive_location")).to_string();
    let corporate = authors.first().filter(|name| name.is_a_body);
    reference.settle_publisher(&Behind {
        named: &first(&["publisher", "authority"]),
        appeared_in: &first(&["container-title", "collection-title"]),
        corporate: corporate.map_or("", |name| &name.in_full),
        copy: &first(&["archive", "event-title", "event"]),
    });
    reference.published = settle(&mut reference, "published", item.get("issued"));
    reference.accessed = settle(&mut reference, "accessed", item.get("accessed"));
    let said = item.iter().map(|(name, value)| {
        let text = match value {
            Value::Object(_) | Value::Array(_) if !is_blank(value) => {
                match plain(&text_of(Some(value))) {
                    // Names and dates have parts.
                    text if text.is_empty() => "{".to_string(),
                    text => text,
                }
            }
            other => plain(&number_or_text(Some(other))),
        };
        (name.as_str(), text)
    });
    FIELDS.note(&mut reference, said);
    reference
}

struct Person {
    in_full: String,
    is_a_body: bool,
}

/// A list of names, or one where somebody wrote one.
fn people(names: Option<&Value>) -> Vec<Person> {
    let one = |name: &Value| match name {
        Value::Object(name) => {
            let part = |part: &str| text_of(name.get(part));
            let literal = part("literal");
            let person =
                ["given", "dropping-particle", "non-dropping-particle", "family", "suffix"]
                    .map(part)
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .collect::<Vec<_>>()
                    .join(" ");
            let is_a_body = person.is_empty();
            Person { in_full: if is_a_body { literal } else { person }, is_a_body }
        }
        other => Person { in_full: text_of(Some(other)), is_a_body: true },
    };
    let names = match names {
        Some(Value::Array(names)) => names.iter().map(one).collect(),
        Some(name) => vec![one(name)],
        None => Vec::new(),
    };
    names.into_iter().filter(|name: &Person| !name.in_full.is_empty()).collect()
}

fn settle(reference: &mut Reference, column: &'static str, date: Option<&Value>) -> Option<Unit> {
    let date = match date? {
        Value::Object(date) => date,
        other => return reference.settle_date(column, &number_or_text(Some(other))),
    };
    let written = match date.get("date-parts").map(joined) {
        Some(parts) if !parts.is_empty() => parts,
        _ => ["edtf", "raw", "literal"]
            .map(|name| number_or_text(date.get(name)))
            .into_iter()
            .find(|text| !text.is_empty())
            .unwrap_or_default(),
    };
    let season = number_or_text(date.get("season"));
    let unit = reference.settle_date(column, &written)?;
    if !season.is_empty() {
        reference.doubt(column, format!("the season `{season}` of {unit} is left out"));
    }
    Some(if flag(date.get("circa")) { unit.approximately() } else { unit })
}

/// `[[2018, 9, 3]]` as `2018-9-3`, and two of them with a slash between; also without the inner
/// brackets, and with zeros for what is not known.
fn joined(parts: &Value) -> String {
    let Value::Array(parts) = parts else { return number_or_text(Some(parts)) };
    let one = |parts: &[Value]| {
        let known = parts.iter().map(|part| number_or_text(Some(part)));
        let known = known.take_while(|part| !matches!(part.as_str(), "" | "0" | "00"));
        known.collect::<Vec<_>>().join("-")
    };
    match &parts[..] {
        [Value::Array(first)] => one(first),
        [Value::Array(first), Value::Array(last), ..] => format!("{}/{}", one(first), one(last)),
        [Value::Array(first), ..] => format!("{}/", one(first)),
        flat => one(flat),
    }
}

fn kind_of(written: &str, genre: &str, reference: &mut Reference) -> &'static str {
    let known = kind::KINDS.iter().rev().find(|kind| kind.csl.contains(&written));
    let settled = kind::settle(known.map_or("", |kind| kind.word), genre);
    if settled.is_empty() {
        let words = match written {
            "" => "there is no type, so the kind is left empty".to_string(),
            _ => format!("the type `{written}` is no kind, which is left empty"),
        };
        reference.doubt("kind", words);
    }
    settled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_zotero_exports() {
        let text = r#"[
          {"id":"http://zotero.org/users/1/items/ABC","type":"article-newspaper",
           "container-title":"The Guardian","title":"Police chief: <i>act</i> on images",
           "URL":"https://www.theguardian.com/x","author":[{"family":"Dodd","given":"Vikram"}],
           "accessed":{"date-parts":[["2026",1,31]]},"issued":{"date-parts":[["2018",9,3]]}},
          {"id":7,"type":"report","title":"Assessment","publisher":"National Crime Agency",
           "author":[{"literal":"National Crime Agency"}],"issued":{"date-parts":[[2021,5]],"circa":true},
           "DOI":"10.1000/1"},
          {"id":"s","type":"speech","title":"Final speech","event-title":"PIER21",
           "author":[{"family":"Bailey","given":"Simon"}],"issued":{"literal":"summer 2021"}}
        ]"#;
        let read = csl(text).references;
        let short = |r: &Reference| {
            let date = r.published.map_or(String::new(), |unit| unit.to_string());
            format!(
                "{} | {} | {} | {} | {date} | {}",
                r.kind, r.publisher, r.author, r.title, r.url
            )
        };
        assert_eq!(
            read.iter().map(short).collect::<Vec<_>>(),
            [
                "news | The Guardian | Vikram Dodd | Police chief: act on images | 2018-09-03 | https://www.theguardian.com/x",
                "report | National Crime Agency |  | Assessment | 2021-05~ | https://doi.org/10.1000/1",
                "speech |  | Simon Bailey | Final speech | 2021 | ",
            ]
        );
        assert_eq!(read[0].accessed, Unit::day(2026, 1, 31));
        assert_eq!(
            (read[0].key.as_str(), read[1].key.as_str()),
            ("http://zotero.org/users/1/items/ABC", "7")
        );
        let doubt = "the publication date `summer 2021` may be June 2021 to August 2021 or July 2021 to \
             September 2021, and only its year is kept: 2021";
        assert_eq!(read[2].doubts[0].words, doubt);
    }

    #[test]
    fn an_item_that_is_broken_costs_itself() {
        let text = "[\n{\"id\": \"a\", \"title\": },\nnull, 7,\n{\"id\": 2, \"type\": null, \
                    \"title\": \"T\", \"issued\": \"2018-09-03\", \"author\": null}]";
        let listed = csl(text);
        let lines: Vec<usize> = listed.unread.iter().map(|unread| unread.line).collect();
        assert_eq!(lines, [2, 3, 3]);
        assert_eq!(listed.references.len(), 1);
        let read = &listed.references[0];
        assert_eq!((read.key.as_str(), read.line), ("2", 4));
        assert_eq!(read.published, Unit::day(2018, 9, 3));
    }

    #[test]
    fn dates_in_every_form_that_occurs() {
        for (issued, expected, told) in [
            (r#"{"date-parts":[[2018,9]],"circa":"1"}"#, "2018-09~", 0),
            (r#"{"date-parts":[["2018","09","03"]],"circa":false}"#, "2018-09-03", 0),
            (r#"{"date-parts":[2018,9]}"#, "2018-09", 0),
            (r#"{"date-parts":[[2018,0,0]]}"#, "2018", 0),
            (r#"{"date-parts":[[null]]}"#, "", 0),
            (r#"{"date-parts":[[2018],[2019]]}"#, "2018", 1),
            (r#"{"date-parts":[[2018]],"season":2}"#, "2018", 1),
            (r#"{"raw":"3 September 2018"}"#, "2018-09-03", 0),
            (r#"{"literal":"in press"}"#, "", 1),
            ("2018", "2018", 0),
            ("null", "", 0),
        ] {
            let read =
                csl(&format!("[{{\"type\":\"report\",\"title\":\"T\",\"issued\":{issued}}}]"))
                    .references;
            let date = read[0].published.map_or(String::new(), |unit| unit.to_string());
            assert_eq!((date.as_str(), read[0].doubts.len()), (expected, told), "{issued}");
        }
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert!(csl("7").unread[0].reason.contains("not a list of CSL items"));
        assert_eq!(csl("[]"), Listed::default());
    }
}
