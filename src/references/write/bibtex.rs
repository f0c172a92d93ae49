//! BibLaTeX, whose dates may be approximate; the kind is told by the type of the entry and, where
//! that is not enough, by its field `type`.

use super::super::Reference;
use super::super::latex::escaped;
use super::super::people::{AuthorName, named};
use super::{behind, is_of_the_press, row_of, type_in_words};
use crate::figure::{Grain, Unit};

/// All of them as a file for biber.
pub fn bibtex(references: &[Reference]) -> String {
    let mut text = String::from(
        "% For BibLaTeX with biber. `sourceline add source --from FILE --keep-keys` reads it back.\n",
    );
    for reference in references {
        text += &entry(reference);
    }
    text
}

fn entry(reference: &Reference) -> String {
    let behind = behind(reference);
    let kind = row_of(reference).map_or("misc", |row| row.bibtex[0]);
    let is_press = is_of_the_press(reference);
    let (publisher, container) = match kind {
        "report" => ("institution", "series"),
        // What is neither printed nor numbered takes no publisher in the styles.
        "online" | "misc" | "video" => ("organization", "series"),
        _ if is_press => ("publisher", "journaltitle"),
        _ => ("publisher", "series"),
    };
    let subtype = if reference.kind == "news" { "newspaper" } else { "" };
    let related = if reference.origin.is_empty() { "" } else { "Reporting" };
    let fields = [
        ("author", author(&reference.author)),
        ("title", title(&reference.title)),
        ("type", escaped(type_in_words(reference))),
        ("entrysubtype", subtype.to_string()),
        (container, escaped(behind.appeared_in)),
        (publisher, body(behind.named)),
        ("howpublished", escaped(behind.copy)),
        ("date", reference.published.map_or(String::new(), date)),
        ("url", address(&reference.url)),
        ("urldate", reference.accessed.map_or(String::new(), date)),
        ("archiveurl", address(&reference.archive_url)),
        ("related", reference.origin.clone()),
        ("relatedstring", related.to_string()),
        ("rights", escaped(&reference.licence)),
        ("annotation", escaped(&reference.note)),
    ];
    let said = fields.iter().filter(|(_, value)| !value.is_empty());
    let lines: String = said.map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("\n@{kind}{{{},\n{lines}}}\n", reference.key)
}

/// Words with capitals keep them in every style.
fn title(title: &str) -> String {
    let words = title.split(' ').enumerate().map(|(at, word)| {
        let capitals = word.chars().skip(usize::from(at == 0)).any(char::is_uppercase);
        if capitals { format!("{{{}}}", escaped(word)) } else { escaped(word) }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Publishers are a list in BibLaTeX: a name with a word in it that parts lists stands in braces.
fn body(name: &str) -> String {
    let parts = |word: &str| ["and", "others"].iter().any(|own| word.eq_ignore_ascii_case(own));
    match name.split_whitespace().any(parts) {
        true => format!("{{{}}}", escaped(name)),
        false => escaped(name),
    }
}

fn author(author: &str) -> String {
    let names = named(author).into_iter().map(|name| match name {
        AuthorName::Person(given, family) => format!("{}, {}", escaped(family), escaped(given)),
        AuthorName::Body(body) => format!("{{{}}}", escaped(body)),
        AuthorName::Others => "others".to_string(),
    });
    names.collect::<Vec<_>>().join(" and ")
}

/// A quarter is its first and its last month: BibLaTeX knows none.
fn date(unit: Unit) -> String {
    if unit.grain() != Grain::Quarter {
        return unit.to_string();
    }
    let about = if unit.is_approximate() { "~" } else { "" };
    let month = |day: crate::figure::Day| format!("{:04}-{:02}{about}", day.year(), day.month());
    format!("{}/{}", month(unit.span().start), month(unit.span().end))
}

/// Braces and backslashes would end the field.
fn address(url: &str) -> String {
    url.replace('\\', "%5C").replace('{', "%7B").replace('}', "%7D")
}
