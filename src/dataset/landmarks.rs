//! Where lines and rows of a file begin. Of many short ones only some are remembered, and what lies
//! between two of them is counted when it is asked for: rows may be shorter than the numbers of their
//! places.

/// From one that is remembered to the next are at most so many,
const APART: u32 = 4;
/// or so many bytes and one.
const FAR: u32 = 4096;

/// Some of those of one kind.
#[derive(Debug)]
pub struct Landmarks(Vec<Begun>);

/// Where a line or a row begins, and its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    pub start: u32,
    pub number: u32,
}

impl Begun {
    pub fn at(start: usize, number: usize) -> Begun {
        Begun { start: start as u32, number: number as u32 }
    }
}

impl Landmarks {
    /// As many of all as are needed to find the others.
    pub fn of(all: impl Iterator<Item = Begun>) -> Landmarks {
        let mut kept: Vec<Begun> = Vec::new();
        let mut passed = 0;
        for one in all {
            passed += 1;
            if kept.last().is_none_or(|last| passed == APART || one.start - last.start >= FAR) {
                kept.push(one);
                passed = 0;
            }
        }
        Landmarks(kept)
    }

    /// The last of them that begins at a byte or before it.
    pub fn before(&self, at: usize) -> Option<Begun> {
        let after = self.0.partition_point(|one| one.start as usize <= at);
        Some(self.0[after.checked_sub(1)?])
    }
}
