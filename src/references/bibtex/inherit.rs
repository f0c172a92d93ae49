//! What an entry takes over from others: `crossref` and `xdata`.

use super::reader::BibEntry;

/// So many entries stand behind each other at most.
const DEEPEST: usize = 8;

/// What an entry keeps to itself, whatever it is a part of.
const OWN: [&str; 14] = [
    "crossref",
    "xref",
    "xdata",
    "ids",
    "entryset",
    "related",
    "relatedtype",
    "keywords",
    "label",
    "shorttitle",
    "sortkey",
    "sorttitle",
    "presort",
    "file",
];

/// The fields of an entry with those that it takes over, and the keys that are not in the file.
pub(super) fn inherited(
    entries: &[BibEntry],
    entry: &BibEntry,
) -> (Vec<(String, String)>, Vec<String>) {
    let mut fields = entry.fields.clone();
    let mut missing = Vec::new();
    take_over(entries, entry, &mut fields, &mut missing, DEEPEST);
    (fields, missing)
}

fn take_over(
    entries: &[BibEntry],
    entry: &BibEntry,
    fields: &mut Vec<(String, String)>,
    missing: &mut Vec<String>,
    deepest: usize,
) {
    if deepest == 0 {
        return;
    }
    let has = |fields: &[(String, String)], name: &str| fields.iter().any(|(own, _)| own == name);
    for name in ["xdata", "crossref"] {
        for key in entry.raw(name).split(',').map(str::trim).filter(|key| !key.is_empty()) {
            let Some(other) = find(entries, key) else {
                missing.push(key.to_string());
                continue;
            };
            if std::ptr::eq(other, entry) {
                continue;
            }
            let mut given = other.fields.clone();
            take_over(entries, other, &mut given, missing, deepest - 1);
            for (field, value) in given {
                // The title of the whole is not that of its part.
                let field = match (name, field.as_str()) {
                    ("crossref", "title") => "booktitle".to_string(),
                    ("crossref", "subtitle") => "booksubtitle".to_string(),
                    _ => field,
                };
                if !has(fields, &field) && !OWN.contains(&field.as_str()) {
                    fields.push((field, value));
                }
            }
        }
    }
}

/// Keys are told apart by their case only where it matters.
fn find<'e>(entries: &'e [BibEntry], key: &str) -> Option<&'e BibEntry> {
    let exactly = entries.iter().find(|entry| entry.key == key);
    exactly.or_else(|| entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key)))
}
