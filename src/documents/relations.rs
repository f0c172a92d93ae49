//! How a page of Word, PowerPoint or Excel calls the parts that it shows.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::found::Searcher;
use super::package::{DocumentParts, resolved};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The same in the strict form of the standard.
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/// What a page calls the parts that it names.
pub fn relations(
    parts: &mut DocumentParts,
    page: &str,
    searcher: &mut Searcher,
) -> BTreeMap<String, String> {
    let Some((folder, file)) = page.rsplit_once('/') else { return BTreeMap::new() };
    let Some(text) = parts.text(&format!("{folder}/_rels/{file}.rels"), searcher) else {
        return BTreeMap::new();
    };
    let Ok(document) = Document::parse(&text) else { return BTreeMap::new() };
    let all = document.descendants().filter(|node| node.tag_name().name() == "Relationship");
    let inner = all.filter(|node| node.attribute("TargetMode") != Some("External"));
    let named = inner.filter_map(|node| {
        let target = resolved(page, node.attribute("Target")?);
        Some((node.attribute("Id")?.to_string(), target))
    });
    named.collect()
}

/// What an attribute says that names a part.
pub fn related<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attribute((RELATIONS, name)).or_else(|| node.attribute((STRICT, name)))
}
