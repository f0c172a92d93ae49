//! What an entry takes over from others: `crossref` and `xdata`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::reader::BibEntry;

/// So many entries stand behind each other at most.
const DEEPEST: usize = 8;

/// An entry takes over the fields of so many others, with those that they take over from.
pub(super) const MOST_TAKEN: usize = 50;

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

/// The entries of a list by their keys.
pub(super) struct BibEntries<'e> {
    all: &'e [BibEntry],
    keys: HashMap<&'e str, usize>,
    /// In small letters: keys are told apart by their case only where it matters.
    folded: HashMap<String, usize>,
}

/// The fields of an entry with those that it takes over.
pub(super) struct Inherited {
    pub fields: Vec<(String, String)>,
    /// The keys that are not in the file.
    pub missing: Vec<String>,
    /// It names more entries than are followed.
    pub is_cut: bool,
}

impl<'e> BibEntries<'e> {
    pub fn of(all: &'e [BibEntry]) -> BibEntries<'e> {
        let (mut keys, mut folded) = (HashMap::new(), HashMap::new());
        for (at, entry) in all.iter().enumerate() {
            keys.entry(entry.key.as_str()).or_insert(at);
            folded.entry(entry.key.to_ascii_lowercase()).or_insert(at);
        }
        BibEntries { all, keys, folded }
    }

    fn find(&self, key: &str) -> Option<&'e BibEntry> {
        let exactly = self.keys.get(key);
        let at = exactly.or_else(|| self.folded.get(&key.to_ascii_lowercase()))?;
        Some(&self.all[*at])
    }

    pub fn inherited(&self, entry: &'e BibEntry) -> Inherited {
        let mut taking = TakingOver { entries: self, missing: Vec::new(), left: MOST_TAKEN };
        let fields = taking.fields(entry, DEEPEST);
        let fields = fields.into_iter().map(|(name, value)| (name.into_owned(), value.to_string()));
        let fields = fields.collect();
        Inherited { fields, missing: taking.missing, is_cut: taking.left == 0 }
    }
}

/// What one entry takes over, as far as that was followed.
struct TakingOver<'b, 'e> {
    entries: &'b BibEntries<'e>,
    missing: Vec<String>,
    /// How many more entries are followed.
    left: usize,
}

type BorrowedFields<'e> = Vec<(Cow<'e, str>, &'e str)>;

impl<'e> TakingOver<'_, 'e> {
    fn fields(&mut self, entry: &'e BibEntry, deepest: usize) -> BorrowedFields<'e> {
        let own = entry.fields.iter();
        let mut fields: BorrowedFields =
            own.map(|(name, value)| (Cow::from(name.as_str()), value.as_str())).collect();
        if deepest == 0 {
            return fields;
        }
        let mut has: HashSet<Cow<str>> = fields.iter().map(|(name, _)| name.clone()).collect();
        for name in ["xdata", "crossref"] {
            for key in entry.raw(name).split(',').map(str::trim).filter(|key| !key.is_empty()) {
                if self.left == 0 {
                    return fields;
                }
                self.left -= 1;
                let Some(other) = self.entries.find(key) else {
                    self.missing.push(key.to_string());
                    continue;
                };
                if std::ptr::eq(other, entry) {
                    continue;
                }
                for (field, value) in self.fields(other, deepest - 1) {
                    // The title of the whole is not that of its part.
                    let field = match (name, &*field) {
                        ("crossref", "title") => "booktitle".into(),
                        ("crossref", "subtitle") => "booksubtitle".into(),
                        _ => field,
                    };
                    if !OWN.contains(&&*field) && has.insert(field.clone()) {
                        fields.push((field, value));
                    }
                }
            }
        }
        fields
    }
}
