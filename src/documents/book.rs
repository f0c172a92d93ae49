//! The pages of an EPUB: what they say beside the pictures that they show.

use super::alternatives::{self, AlternativeInPage};
use super::found::{Searcher, joined};
use super::kind::{DocumentKind, text_of};
use super::newer::Newer;
use super::package::{DocumentParts, resolved};
use super::part_change::PageChanges;
use super::splice::TextChanges;
use crate::references::xml::is_overfull;

/// The names of its pages. A package of other kinds has none.
pub fn pages(parts: &DocumentParts) -> Vec<String> {
    if !parts.has("META-INF/container.xml") {
        return Vec::new();
    }
    let is_page = |name: &&String| matches!(DocumentKind::named(name), Some(DocumentKind::Html));
    parts.names().iter().filter(is_page).cloned().collect()
}

/// The alternative texts of a page, each with the part that it is of.
pub fn alternatives(page: &str, text: &str) -> Vec<AlternativeInPage> {
    let mut found = alternatives::in_tags(text);
    found.retain(|one| !one.said.picture.is_empty());
    for AlternativeInPage { said, .. } in &mut found {
        said.place = joined(page, &said.place);
        said.picture = resolved(page, &said.picture);
    }
    found
}

/// The pages with newer alternative texts.
pub fn refresh(
    parts: &mut DocumentParts,
    searcher: &mut Searcher,
    changes: &mut PageChanges,
    newer: &mut dyn Newer,
) -> Result<(), String> {
    for page in pages(parts) {
        let bytes = parts.bytes(&page, searcher).map_err(|why| why.to_string())?;
        // What cannot be read is told where its pictures are looked for.
        let Ok(text) = text_of(&bytes) else { continue };
        if is_overfull(&text) {
            continue;
        }
        let mut made = TextChanges::default();
        for found in alternatives(&page, &text) {
            let Some(new) = newer.alternative(&found.said) else { continue };
            found.replace(&new, &mut made);
            changes.words += 1;
        }
        if !made.is_empty() {
            changes.written.insert(page, made.made_in(&text));
        }
    }
    Ok(())
}
