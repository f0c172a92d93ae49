//! What becomes of the place of a picture that is replaced.

use std::collections::BTreeMap;

use super::found::is_begun_alike;
use super::new_parts::NewParts;

/// What stands in a document is written anew where it shows parts that are replaced.
pub struct PageChanges<'c> {
    /// By the names of the parts.
    pub parts: &'c BTreeMap<String, PartChange>,
    /// The pages with other texts, by their names.
    pub written: BTreeMap<String, String>,
    pub remarks: Vec<String>,
    /// How many words of `embed` are newer.
    pub words: usize,
    /// How many expressions are filled in, or newer.
    pub filled: usize,
    /// Why others cannot be.
    pub faults: Vec<String>,
    pub new_parts: NewParts,
}

impl<'c> PageChanges<'c> {
    pub fn of(parts: &'c BTreeMap<String, PartChange>) -> PageChanges<'c> {
        PageChanges {
            parts,
            written: BTreeMap::new(),
            remarks: Vec::new(),
            words: 0,
            filled: 0,
            faults: Vec::new(),
            new_parts: NewParts::default(),
        }
    }

    pub fn remark(&mut self, told: String) {
        if !self.remarks.contains(&told) {
            self.remarks.push(told);
        }
    }
}

/// Why a place is not changed.
pub fn tracked(place: &str) -> String {
    format!("{place}: its chart stands in or beside tracked changes: accept or reject those first")
}

/// How the shape and the words of a part change.
pub struct PartChange {
    /// By how much it is higher than it was, at the same width.
    pub higher: f64,
    pub old_alt: Option<String>,
    pub new_alt: String,
}

impl PartChange {
    /// What stands in place of an alternative text, unless somebody wrote one by hand.
    pub fn alt_for(&self, found: &str) -> Option<String> {
        let is_own = match &self.old_alt {
            Some(old) => old == found,
            None => is_begun_alike(found, &self.new_alt),
        };
        (is_own && found != self.new_alt).then(|| self.new_alt.clone())
    }

    /// Is it of another shape than before?
    pub fn is_reshaped(&self) -> bool {
        (self.higher - 1.0).abs() > 0.003
    }
}

/// Told where a text was written by hand.
pub fn left_alt(place: &str, found: &str, change: &PartChange) -> Option<String> {
    let is_kept = !found.is_empty() && found != change.new_alt && change.alt_for(found).is_none();
    is_kept.then(|| format!("{place}: its alternative text was written by hand and stays; read it"))
}
