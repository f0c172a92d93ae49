//! CSL-JSON, the common tongue of reference managers.

use serde::Deserialize;
use serde_json::Value;

use super::{Reference, Unreadable, names};
use crate::figure::Unit;

/// Every item of a CSL-JSON file: an array of them, or a single one.
pub fn csl(text: &str) -> Result<Vec<Reference>, Unreadable> {
    let items: Items = serde_json::from_str(text).map_err(|error| {
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        let reason = match reason.starts_with("data did not match") {
            true => "this is not a list of CSL items, as in [{\"title\": \"…\"}]".to_string(),
            false => reason.to_string(),
        };
        Unreadable { line: error.line().max(1), reason }
    })?;
    let items = match items {
        Items::Many(items) => items,
        Items::Wrapped { items } => items,
        Items::One(item) => vec![*item],
    };
    Ok(items.iter().map(reference).collect())
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Items {
    Many(Vec<CslItem>),
    Wrapped { items: Vec<CslItem> },
    One(Box<CslItem>),
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct CslItem {
    id: Value,
    #[serde(rename = "type")]
    kind: String,
    title: String,
    #[serde(rename = "container-title")]
    container: String,
    publisher: String,
    authority: String,
    collection_title: String,
    genre: String,
    author: Vec<Name>,
    speaker: Vec<Name>,
    issued: Option<Date>,
    accessed: Option<Date>,
    #[serde(rename = "URL")]
    url: String,
    #[serde(rename = "DOI")]
    doi: String,
    #[serde(rename = "archive_location")]
    archive_location: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Name {
    family: String,
    given: String,
    literal: String,
    non_dropping_particle: String,
    dropping_particle: String,
    suffix: String,
}

impl Name {
    fn in_full(&self) -> String {
        let parts = [
            &self.literal,
            &self.given,
            &self.dropping_particle,
            &self.non_dropping_particle,
            &self.family,
            &self.suffix,
        ];
        let said: Vec<&str> =
            parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        said.join(" ")
    }
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
struct Date {
    date_parts: Vec<Vec<Value>>,
    raw: String,
    literal: String,
    circa: Value,
}

impl Date {
    /// The first date, in the form of a data file or as it is written.
    fn text(&self) -> String {
        let Some(parts) = self.date_parts.first().filter(|parts| !parts.is_empty()) else {
            return if self.raw.is_empty() { self.literal.clone() } else { self.raw.clone() };
        };
        let part = |value: &Value| match value {
            Value::String(text) => text.trim().to_string(),
            other => other.to_string(),
        };
        parts.iter().map(part).collect::<Vec<_>>().join("-")
    }

    fn is_circa(&self) -> bool {
        !matches!(self.circa, Value::Null | Value::Bool(false))
    }
}

fn reference(item: &CslItem) -> Reference {
    let speakers = if item.speaker.is_empty() { &item.author } else { &item.speaker };
    let people: Vec<String> =
        speakers.iter().map(Name::in_full).filter(|name| !name.is_empty()).collect();
    let mut reference = Reference {
        key: match &item.id {
            Value::String(id) => id.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        },
        kind: kind(item),
        author: names(&people),
        title: plain(&item.title),
        url: address(&item.url, &item.doi),
        ..Reference::default()
    };
    if item.archive_location.starts_with("http") {
        reference.archive_url = item.archive_location.clone();
    }
    let appeared_in = first(&[&item.container, &item.collection_title]);
    let named = first(&[&item.publisher, &item.authority]);
    let corporate = item.author.first().map_or("", |name| &name.literal);
    reference.settle_publisher(&named, &appeared_in, corporate);
    reference.published = settle(&mut reference, "publication", item.issued.as_ref());
    reference.accessed = settle(&mut reference, "access", item.accessed.as_ref());
    reference
}

fn settle(reference: &mut Reference, what: &str, date: Option<&Date>) -> Option<Unit> {
    let date = date?;
    let unit = reference.settle_date(what, &date.text())?;
    Some(if date.is_circa() { unit.approximately() } else { unit })
}

fn first(texts: &[&str]) -> String {
    texts.iter().map(|text| plain(text)).find(|text| !text.is_empty()).unwrap_or_default()
}

fn address(url: &str, doi: &str) -> String {
    match (url.trim(), doi.trim()) {
        ("", "") => String::new(),
        ("", doi) if doi.starts_with("http") => doi.to_string(),
        ("", doi) => format!("https://doi.org/{doi}"),
        (url, _) => url.to_string(),
    }
}

/// Without the few tags that CSL allows in a title.
fn plain(text: &str) -> String {
    const TAGS: [&str; 12] = [
        "<i>",
        "</i>",
        "<b>",
        "</b>",
        "<sup>",
        "</sup>",
        "<sub>",
        "</sub>",
        "<span class=\"nocase\">",
        "<span style=\"font-variant:small-caps;\">",
        "</span>",
        "<sc>",
    ];
    let text = TAGS.iter().fold(text.to_string(), |text, tag| text.replace(tag, ""));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn kind(item: &CslItem) -> &'static str {
    match item.kind.as_str() {
        "article-newspaper" | "article-magazine" => "news",
        "broadcast" | "motion_picture" | "interview" | "song" => "broadcast",
        "speech" => "speech",
        "dataset" => "statistics",
        "bill" | "legislation" | "hearing" | "legal_case" | "regulation" | "treaty" => "parliament",
        "webpage" | "post" | "post-weblog" => "web",
        "report" if item.genre.to_lowercase().contains("press release") => "press_release",
        "report" | "book" | "chapter" | "thesis" | "article" | "article-journal" | "pamphlet"
        | "paper-conference" | "manuscript" | "periodical" | "document" => "report",
        _ => "",
    }
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
        let read = csl(text).unwrap();
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
                "speech |  | Simon Bailey | Final speech |  | ",
            ]
        );
        assert_eq!(read[0].accessed, Unit::day(2026, 1, 31));
        assert_eq!(
            (read[0].key.as_str(), read[1].key.as_str()),
            ("http://zotero.org/users/1/items/ABC", "7")
        );
        assert_eq!(read[2].doubts, ["the publication date `summer 2021`"]);
    }

    #[test]
    fn what_is_no_list_is_refused_with_its_line() {
        assert_eq!(csl("[\n{\"title\": }]").unwrap_err().line, 2);
        assert!(csl("7").unwrap_err().reason.contains("not a list of CSL items"));
        assert_eq!(csl("[]"), Ok(vec![]));
    }
}
