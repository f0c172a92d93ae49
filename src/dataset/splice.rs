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

/// One list that does to a text of so many bytes what two do, the second to what the first leaves.
pub fn then(length: usize, first: &[Splice], second: &[Splice]) -> Vec<Splice> {
    let pieces = pieces(length, first);
    let between: usize = pieces.iter().map(Piece::length).sum();
    let mut whole = Vec::new();
    let mut done = 0;
    for splice in second {
        cut(&pieces, done..splice.at.start, &mut whole);
        whole.push(Piece::New(&splice.with));
        done = splice.at.end;
    }
    cut(&pieces, done..between, &mut whole);
    splices(length, &whole)
}

/// A stretch of a changed text.
enum Piece<'s> {
    /// As it stands in the text before.
    Kept(Range<usize>),
    New(&'s [u8]),
}

impl Piece<'_> {
    fn length(&self) -> usize {
        match self {
            Piece::Kept(at) => at.len(),
            Piece::New(bytes) => bytes.len(),
        }
    }
}

fn pieces(length: usize, splices: &[Splice]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for splice in splices {
        pieces.push(Piece::Kept(done..splice.at.start));
        pieces.push(Piece::New(&splice.with));
        done = splice.at.end;
    }
    pieces.push(Piece::Kept(done..length));
    pieces
}

/// What of the pieces lies between two places of the text that they make.
fn cut<'s>(pieces: &[Piece<'s>], at: Range<usize>, into: &mut Vec<Piece<'s>>) {
    let mut start = 0;
    for piece in pieces {
        let end = start + piece.length();
        let (from, to) = (at.start.max(start), at.end.min(end));
        if from < to {
            let (from, to) = (from - start, to - start);
            into.push(match piece {
                Piece::Kept(kept) => Piece::Kept(kept.start + from..kept.start + to),
                Piece::New(bytes) => Piece::New(&bytes[from..to]),
            });
        }
        start = end;
    }
}

/// The changes that make such pieces of a text.
fn splices(length: usize, pieces: &[Piece]) -> Vec<Splice> {
    let mut splices = Vec::new();
    let (mut done, mut with) = (0, Vec::new());
    for piece in pieces.iter().chain([&Piece::Kept(length..length)]) {
        match piece {
            Piece::New(bytes) => with.extend_from_slice(bytes),
            Piece::Kept(kept) => {
                if done < kept.start || !with.is_empty() {
                    splices.push(Splice { at: done..kept.start, with: std::mem::take(&mut with) });
                }
                done = kept.end;
            }
        }
    }
    splices
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Changes in the order of a text of so many bytes, from places and bytes of any kind.
    fn in_order(length: usize, mut places: Vec<usize>, with: Vec<Vec<u8>>) -> Vec<Splice> {
        places.iter_mut().for_each(|place| *place %= length + 1);
        places.sort_unstable();
        let ranges = places.chunks_exact(2).map(|pair| pair[0]..pair[1]);
        ranges.zip(with).map(|(at, with)| Splice { at, with }).collect()
    }

    fn changes() -> impl Strategy<Value = (Vec<usize>, Vec<Vec<u8>>)> {
        let places = proptest::collection::vec(0usize..1000, 0..8);
        let bytes = proptest::collection::vec(any::<u8>(), 0..4);
        (places, proptest::collection::vec(bytes, 4))
    }

    proptest! {
        #[test]
        fn two_lists_of_changes_are_one(
            text in proptest::collection::vec(any::<u8>(), 0..30),
            (places, with) in changes(),
            (later, more) in changes(),
        ) {
            let first = in_order(text.len(), places, with);
            let between = apply(&text, &first);
            let second = in_order(between.len(), later, more);
            let both = then(text.len(), &first, &second);
            prop_assert_eq!(apply(&text, &both), apply(&between, &second));
            prop_assert!(both.windows(2).all(|pair| pair[0].at.end < pair[1].at.start));
        }
    }
}
