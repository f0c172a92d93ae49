//! The changes of a text, byte by byte.

use std::ops::Range;

/// These bytes give way to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Of the file as it was; empty where something is only put in.
    pub at: Range<usize>,
    /// What stands there then.
    pub with: Vec<u8>,
}

/// The text with all of its changes made: they are in the order of the text and do not overlap.
pub fn apply(text: &[u8], splices: &[Splice]) -> Vec<u8> {
    let more: usize = splices.iter().map(|splice| splice.with.len()).sum();
    let mut changed = Vec::with_capacity(text.len() + more);
    let mut done = 0;
    for splice in splices {
        changed.extend_from_slice(&text[done..splice.at.start]);
        changed.extend_from_slice(&splice.with);
        done = splice.at.end;
    }
    changed.extend_from_slice(&text[done..]);
    changed
}
