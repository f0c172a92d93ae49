//! What becomes of the place of a picture that is replaced.

use std::collections::BTreeMap;

use super::found::{FoundWords, is_said_alike};
use super::kind::DocumentKind;
use super::new_parts::NewParts;

/// What stands in a document is written anew where it shows parts that are replaced.
pub struct PageChanges<'c> {
    /// By the names of the parts.
    pub parts: &'c BTreeMap<String, PartChange>,
    /// The pages with other texts, by their names.
    pub written: BTreeMap<String, String>,
    pub remarks: Vec<String>,
    /// What is older than its chart and stays.
    pub left: Vec<String>,
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
            left: Vec::new(),
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

    /// Words that are older than their chart and stay, and why.
    pub fn keeps(&mut self, words: &FoundWords, why: &str) {
        let (place, what) = (&words.place, words.mark.called());
        let told = format!("{place}: its {what} stay as they are: {why}");
        if !self.left.contains(&told) {
            self.left.push(told);
        }
    }
}

/// Why a place is not changed.
pub fn tracked(place: &str) -> String {
    format!("{place}: its chart stands in or beside tracked changes: accept or reject those first")
}

/// Told of a picture of which a document shows a part.
pub fn cropped(place: &str) -> String {
    format!("{place}: a chart is cropped, and the new one as much: look at it")
}

/// Told of a picture that is higher than it was.
pub fn covers(place: &str) -> String {
    format!(
        "{place}: a chart is higher than it was, and covers what stands there: move one of them"
    )
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
        let alike = |old: &String| old.split_whitespace().eq(found.split_whitespace());
        let is_own = self.old_alt.as_ref().is_some_and(alike)
            || is_said_alike(found, &self.new_alt)
            || is_file_name(found);
        (is_own && found != self.new_alt).then(|| self.new_alt.clone())
    }

    /// Is it of another shape than before?
    pub fn is_reshaped(&self) -> bool {
        (self.higher - 1.0).abs() > 0.003
    }
}

/// What programs put where nobody wrote anything: `media/loans.png`.
fn is_file_name(text: &str) -> bool {
    let text = text.trim();
    DocumentKind::named(text).is_some_and(DocumentKind::is_picture)
        && !text.contains(": ")
        && text
            .split(['/', '\\'])
            .next_back()
            .is_some_and(|name| name.split_whitespace().count() < 3)
}

/// Told where a text was written by hand.
pub fn left_alt(place: &str, found: &str, change: &PartChange) -> Option<String> {
    let is_kept =
        !found.trim().is_empty() && found != change.new_alt && change.alt_for(found).is_none();
    is_kept.then(|| format!("{place}: its alternative text was written by hand and stays; read it"))
}
