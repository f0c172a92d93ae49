//! EndNote XML: records with their texts in any number of `<style>`.

use roxmltree::{Document, Node, ParsingOptions};

use super::ris::{in_full, is_body};
use super::unheld::FieldUse;
use super::xml::exceeds;
use super::{Behind, Listed, Reference, Unreadable, address, kind, names};
use crate::figure::{Grain, Unit};

/// So many elements stand in each other at most: a library has six or seven.
const DEEPEST: usize = 64;

/// So many attributes has one of them at most: a style has four.
const MOST_ATTRIBUTES: usize = 100;

/// More elements than any library has.
const MOST_NODES: u32 = 20_000_000;

/// Every record of an EndNote XML file. A document type, which may define what stands for a text,
/// is refused.
pub fn endnote(text: &str) -> Listed {
    if exceeds(text, usize::MAX, MOST_ATTRIBUTES) {
        let reason = format!("an element has more than {MOST_ATTRIBUTES} attributes");
        return Unreadable { line: 1, key: String::new(), reason }.into();
    }
    let options =
        ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            let line = error.pos().row as usize;
            let reason = match error {
                roxmltree::Error::DtdDetected => {
                    "a document type, `<!DOCTYPE …>`, is not read; delete it".to_string()
                }
                other => other.to_string(),
            };
            return Unreadable { line, key: String::new(), reason }.into();
        }
    };
    if let Some(line) = too_deep(&document) {
        let reason = format!("elements stand in each other more than {DEEPEST} deep here");
        return Unreadable { line, key: String::new(), reason }.into();
    }
    let records = document.descendants().filter(|node| node.has_tag_name("record"));
    let references: Vec<Reference> = records.map(|record| reference(&document, record)).collect();
    if references.is_empty() {
        let reason = "this is no library of EndNote: it has no `<record>`".to_string();
        return Unreadable { line: 1, key: String::new(), reason }.into();
    }
    Listed { references, unread: Vec::new() }
}

/// The line of the first element that has more around it than any library has.
fn too_deep(document: &Document) -> Option<usize> {
    // A node comes after the one it stands in.
    let mut depths: Vec<u8> = Vec::new();
    for node in document.descendants() {
        let depth = node.parent().map_or(0, |parent| depths[parent.id().get_usize()] + 1);
        if usize::from(depth) > DEEPEST {
            return Some(document.text_pos_at(node.range().start).row as usize);
        }
        depths.push(depth);
    }
    None
}

/// What is read of a record.
const FIELDS: FieldUse = FieldUse {
    form: &[
        "rec-number",
        "foreign-keys",
        "database",
        "source-app",
        "ref-type",
        "label",
        "authors",
        "year",
        "pub-dates",
        "access-date",
        "work-type",
    ],
    texts: &[
        "title",
        "short-title",
        "secondary-title",
        "tertiary-title",
        "alt-title",
        "full-title",
        "abbr-1",
        "publisher",
        "remote-database-name",
        "web-urls",
        "related-urls",
        "text-urls",
        "electronic-resource-num",
        "notes",
        "research-notes",
    ],
};

/// The fields of a record by name: those within a group of them by their own.
fn fields<'i>(record: Node<'_, 'i>) -> Vec<(&'i str, String)> {
    const GROUPS: [&str; 5] = ["contributors", "titles", "periodical", "dates", "urls"];
    let elements = record.children().filter(Node::is_element);
    let named = elements.flat_map(|node| match GROUPS.contains(&node.tag_name().name()) {
        true => node.children().filter(Node::is_element).collect(),
        false => vec![node],
    });
    named.map(|node| (node.tag_name().name(), text_of(node))).collect()
}

/// EndNote's numbers of types, where only those are written.
const NUMBERS: [(&str, &str); 30] = [
    ("3", "Audiovisual Material"),
    ("4", "Bill"),
    ("5", "Book Section"),
    ("6", "Book"),
    ("7", "Case"),
    ("10", "Conference Proceedings"),
    ("12", "Web Page"),
    ("13", "Generic"),
    ("14", "Hearing"),
    ("17", "Journal Article"),
    ("19", "Magazine Article"),
    ("21", "Film or Broadcast"),
    ("23", "Newspaper Article"),
    ("27", "Report"),
    ("28", "Edited Book"),
    ("31", "Statute"),
    ("32", "Thesis"),
    ("34", "Unpublished Work"),
    ("36", "Manuscript"),
    ("43", "Electronic Article"),
    ("44", "Electronic Book"),
    ("45", "Online Database"),
    ("46", "Government Document"),
    ("47", "Conference Paper"),
    ("48", "Online Multimedia"),
    ("55", "Aggregated Database"),
    ("56", "Blog"),
    ("57", "Serial"),
    ("59", "Dataset"),
    ("63", "Press Release"),
];

struct EndNoteRecord<'a, 'i>(Node<'a, 'i>);

impl EndNoteRecord<'_, '_> {
    /// The texts of all elements at a path below the record, those that are empty left out.
    fn all(&self, path: &[&str]) -> Vec<String> {
        let mut nodes = vec![self.0];
        for name in path {
            let named = |node: &Node| node.has_tag_name(*name);
            nodes = nodes.into_iter().flat_map(|node| node.children().filter(named)).collect();
        }
        let texts = nodes.into_iter().map(text_of);
        texts.filter(|text| !text.is_empty()).collect()
    }

    fn first(&self, paths: &[&[&str]]) -> String {
        paths.iter().find_map(|path| self.all(path).into_iter().next()).unwrap_or_default()
    }
}

/// All that is written within, whatever it is styled as.
fn text_of(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text).filter_map(|text| text.text());
    let text: String = texts.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn reference(document: &Document, node: Node) -> Reference {
    let record = EndNoteRecord(node);
    let people = record.all(&["contributors", "authors", "author"]);
    let named: Vec<String> = people.iter().map(|name| in_full(name)).collect();
    let appeared_in = record.first(&[
        &["titles", "secondary-title"],
        &["periodical", "full-title"],
        &["titles", "tertiary-title"],
        &["titles", "alt-title"],
    ]);
    let mut reference = Reference {
        key: record.first(&[&["label"], &["rec-number"]]),
        line: document.text_pos_at(node.range().start).row as usize,
        title: record.first(&[&["titles", "title"], &["titles", "short-title"]]),
        author: names(&named),
        note: record.first(&[&["notes"], &["research-notes"]]),
        ..Reference::default()
    };
    let published = published(&record, &mut reference);
    let has_day = published.is_some_and(|unit| unit.grain() == Grain::Day);
    reference.kind = kind_of(&record, &appeared_in, has_day, &mut reference);
    let urls: Vec<String> = ["web-urls", "related-urls", "text-urls"]
        .into_iter()
        .flat_map(|kind| record.all(&["urls", kind, "url"]))
        .collect();
    let found = urls.iter().map(|url| address::found_in(url)).find(|url| !url.is_empty());
    let url = match (found, urls.first()) {
        (Some(found), _) => found.to_string(),
        (None, Some(other)) => other.clone(),
        (None, None) => address::of_doi(&record.first(&[&["electronic-resource-num"]])),
    };
    reference.url = reference.settle_url(&url);
    let corporate = people.first().filter(|name| is_body(name)).map(|name| in_full(name));
    reference.settle_publisher(&Behind {
        named: &record.first(&[&["publisher"]]),
        appeared_in: &appeared_in,
        corporate: &corporate.unwrap_or_default(),
        copy: &record.first(&[&["remote-database-name"]]),
    });
    reference.published = published;
    reference.accessed = reference.settle_date("accessed", &record.first(&[&["access-date"]]));
    let said = fields(node);
    FIELDS.note(&mut reference, said.iter().map(|(name, text)| (*name, text.clone())));
    reference
}

fn kind_of(
    record: &EndNoteRecord,
    journal: &str,
    has_day: bool,
    reference: &mut Reference,
) -> String {
    let of_type = record.0.children().find(|node| node.has_tag_name("ref-type"));
    let number = of_type.map(text_of).unwrap_or_default();
    let by_number = NUMBERS.iter().find(|(known, _)| *known == number).map(|(_, name)| *name);
    let name = of_type.and_then(|node| node.attribute("name")).or(by_number).unwrap_or_default();
    let said = record.first(&[&["work-type"]]);
    if name == "Journal Article" {
        let numbered = ["volume", "number", "electronic-resource-num"];
        let is_numbered = numbered.iter().any(|field| !record.all(&[field]).is_empty());
        let (kind, doubt) = kind::of_article(journal, is_numbered, has_day);
        doubt.into_iter().for_each(|doubt| reference.doubt("kind", doubt));
        return kind::settle(kind, &said).to_string();
    }
    let known = kind::KINDS.iter().find(|kind| kind.endnote.contains(&name));
    if known.is_none() && !matches!(name, "Generic" | "") {
        reference.doubt("kind", format!("the type `{name}` is no kind, which is left empty"));
    }
    kind::settle(known.map_or("", |kind| kind.word), &said).to_string()
}

/// The year stands for itself, and a day and month beside it.
fn published(record: &EndNoteRecord, reference: &mut Reference) -> Option<Unit> {
    let year = record.first(&[&["dates", "year"]]);
    let date = record.first(&[&["dates", "pub-dates", "date"]]);
    let has_year = date.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
    let text = match (date.is_empty(), has_year) {
        (true, _) => year,
        (false, true) => date,
        (false, false) => format!("{date} {year}"),
    };
    reference.settle_date("published", &text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_within_elements_have_an_end() {
        let nested = |depth: usize| {
            let (open, close) = ("<style>".repeat(depth), "</style>".repeat(depth));
            format!("<xml>\n<record><titles><title>{open}T{close}</title></titles></record></xml>")
        };
        assert_eq!(endnote(&nested(50)).references[0].title, "T");
        let refused = endnote(&nested(300_000));
        assert_eq!(refused.unread[0].line, 2);
        assert!(refused.unread[0].reason.contains("more than 64 deep"));
    }

    #[test]
    fn an_element_has_100_attributes_at_most() {
        let with = |many: usize| {
            let attributes: String = (0..many).map(|at| format!(" a{at}=\"\"")).collect();
            let title = format!("<title><style{attributes}>T</style></title>");
            endnote(&format!("<xml><record><titles>{title}</titles></record></xml>"))
        };
        assert_eq!(with(100).references[0].title, "T");
        for many in [101, 100_000] {
            assert!(with(many).unread[0].reason.contains("more than 100 attributes"));
        }
    }
}
