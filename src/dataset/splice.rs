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
    let chunks = chunks(length, first);
    let between: usize = chunks.iter().map(Chunk::length).sum();
    let mut whole = Vec::new();
    let (mut done, mut reached) = (0, (0, 0));
    for splice in second {
        cut(&chunks, done..splice.at.start, &mut reached, &mut whole);
        whole.push(Chunk::New(&splice.with));
        done = splice.at.end;
    }
    cut(&chunks, done..between, &mut reached, &mut whole);
    splices(length, &whole)
}

/// A stretch of a changed text.
enum Chunk<'s> {
    /// As it stands in the text before.
    Kept(Range<usize>),
    New(&'s [u8]),
}

impl Chunk<'_> {
    fn length(&self) -> usize {
        match self {
            Chunk::Kept(at) => at.len(),
            Chunk::New(bytes) => bytes.len(),
        }
    }
}

fn chunks(length: usize, splices: &[Splice]) -> Vec<Chunk<'_>> {
    let mut chunks = Vec::new();
    let mut done = 0;
    for splice in splices {
        chunks.push(Chunk::Kept(done..splice.at.start));
        chunks.push(Chunk::New(&splice.with));
        done = splice.at.end;
    }
    chunks.push(Chunk::Kept(done..length));
    chunks
}

/// What lies in chunks between two places of the text that they make. `reached` is the first chunk
/// that may lie there, and where it starts in that text.
fn cut<'s>(
    chunks: &[Chunk<'s>],
    at: Range<usize>,
    reached: &mut (usize, usize),
    into: &mut Vec<Chunk<'s>>,
) {
    while let Some(chunk) = chunks.get(reached.0) {
        let (start, end) = (reached.1, reached.1 + chunk.length());
        let (from, to) = (at.start.max(start), at.end.min(end));
        if from < to {
            let (from, to) = (from - start, to - start);
            into.push(match chunk {
                Chunk::Kept(kept) => Chunk::Kept(kept.start + from..kept.start + to),
                Chunk::New(bytes) => Chunk::New(&bytes[from..to]),
            });
        }
        if at.end <= end {
            return;
        }
        *reached = (reached.0 + 1, end);
    }
}

/// The changes that make such chunks of a text.
fn splices(length: usize, chunks: &[Chunk]) -> Vec<Splice> {
    let mut splices = Vec::new();
    let (mut done, mut with) = (0, Vec::new());
    for chunk in chunks.iter().chain([&Chunk::Kept(length..length)]) {
        match chunk {
            Chunk::New(bytes) => with.extend_from_slice(bytes),
            Chunk::Kept(kept) => {
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
