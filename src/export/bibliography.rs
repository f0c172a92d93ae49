//! The sources of a data set, as lists of references have them.

use std::collections::BTreeSet;

use crate::dataset::Dataset;
use crate::figure::{Source, SourceKey};
use crate::references::Reference;

/// The sources in the order of their file: all of them, or those of these ids with what they pass
/// on. The keys are the ids.
pub fn references(data: &Dataset, only: Option<&[&str]>) -> Vec<Reference> {
    let mut wanted: BTreeSet<u32> = BTreeSet::new();
    for (at, source) in (0..).zip(&data.sources) {
        if only.is_some_and(|ids| !ids.contains(&source.id)) {
            continue;
        }
        let mut next = Some(SourceKey(at));
        while let Some(key) = next.filter(|key| wanted.insert(key.0)) {
            next = data.source(key).origin;
        }
    }
    wanted.into_iter().map(|at| reference(data, data.source(SourceKey(at)))).collect()
}

fn reference(data: &Dataset, source: &Source) -> Reference {
    Reference {
        key: source.id.to_string(),
        kind: source.kind.to_string(),
        publisher: source.publisher.to_string(),
        author: source.author.to_string(),
        title: source.title.to_string(),
        container: source.container.to_string(),
        published: source.published,
        url: source.url.to_string(),
        archive_url: source.archive_url.to_string(),
        accessed: source.accessed,
        origin: source.origin.map_or(String::new(), |key| data.source(key).id.to_string()),
        licence: source.licence.to_string(),
        note: source.note.to_string(),
        ..Reference::default()
    }
}
