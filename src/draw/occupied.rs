//! Which pixels of a panel are taken, one bit each: whether a label fits is asked of a few words
//! of memory, however many marks there are.

use super::scene::{Area, Spot};

#[derive(Clone, Debug)]
pub(super) struct Occupied {
    region: Area,
    words: usize,
    bits: Vec<u64>,
}

impl Occupied {
    /// Nothing taken yet; the region is rounded outwards to whole pixels.
    pub fn new(region: Area) -> Occupied {
        let region = Area {
            left: region.left.floor(),
            top: region.top.floor(),
            right: region.right.ceil(),
            bottom: region.bottom.ceil(),
        };
        let words = (region.width().max(1.0) as usize).div_ceil(64);
        let rows = region.height().max(1.0) as usize;
        Occupied { region, words, bits: vec![0; words * rows] }
    }

    fn rows(&self) -> usize {
        self.bits.len() / self.words
    }

    /// The pixels an area touches, as columns and rows from, to (not counted in).
    fn cells(&self, area: &Area) -> (usize, usize, usize, usize) {
        let (region, columns, rows) = (&self.region, self.words * 64, self.rows());
        (
            up_to(area.left - region.left, columns),
            below(area.right - region.left, columns),
            up_to(area.top - region.top, rows),
            below(area.bottom - region.top, rows),
        )
    }

    /// Takes every pixel the area touches.
    pub fn fill(&mut self, area: &Area) {
        let (left, right, top, bottom) = self.cells(area);
        if left >= right {
            return;
        }
        for word in left / 64..=(right - 1) / 64 {
            let mask = mask(word, left, right);
            for row in top..bottom {
                self.bits[row * self.words + word] |= mask;
            }
        }
    }

    /// Is no pixel of the area taken? What lies outside the region is not asked for.
    pub fn free(&self, area: &Area) -> bool {
        let (left, right, top, bottom) = self.cells(area);
        if left >= right {
            return true;
        }
        // Asked more often than anything else of a picture: plain steps, which are quick in a test
        // too, where nothing is optimised.
        let bits: &[u64] = &self.bits;
        for word in left / 64..=(right - 1) / 64 {
            let mask = mask(word, left, right);
            let (mut at, end) = (top * self.words + word, bottom * self.words);
            while at < end {
                if bits[at] & mask != 0 {
                    return false;
                }
                at += self.words;
            }
        }
        true
    }

    /// Which columns are taken anywhere between two heights: as many places of one height are asked for
    /// at once.
    pub fn band(&self, top: f64, bottom: f64) -> Band {
        let (_, _, top, bottom) = self.cells(&Area { top, bottom, ..self.region });
        let mut bits = vec![0; self.words];
        for row in
            self.bits[top * self.words..bottom.max(top) * self.words].chunks_exact(self.words)
        {
            bits.iter_mut().zip(row).for_each(|(all, one)| *all |= one);
        }
        Band { left: self.region.left, bits }
    }

    /// Takes a line of this width.
    pub fn stroke(&mut self, from: Spot, to: Spot, width: f64) {
        walk(from, to, width, |area| {
            self.fill(area);
            true
        });
    }

    /// Is no pixel along a line taken, or right beside it?
    pub fn clear(&self, from: Spot, to: Spot) -> bool {
        walk(from, to, 2.0, |area| self.free(area))
    }
}

/// The columns of a stretch of heights, one bit each.
pub(super) struct Band {
    left: f64,
    bits: Vec<u64>,
}

impl Band {
    /// What is taken in either of two of one region.
    pub fn and(mut self, other: &Band) -> Band {
        self.bits.iter_mut().zip(&other.bits).for_each(|(one, other)| *one |= other);
        self
    }

    /// Where the last pixel that is taken from the left to the right of a place ends.
    pub fn taken(&self, left: f64, right: f64) -> Option<f64> {
        let columns = self.bits.len() * 64;
        let (left, right) = (up_to(left - self.left, columns), below(right - self.left, columns));
        if left >= right {
            return None;
        }
        let within = |word: &usize| self.bits[*word] & mask(*word, left, right);
        let word = (left / 64..=(right - 1) / 64).rev().find(|word| within(word) != 0)?;
        let past = word * 64 + (64 - within(&word).leading_zeros() as usize);
        Some(self.left + past as f64)
    }
}

/// The whole pixels before a place, at most so many.
fn up_to(place: f64, most: usize) -> usize {
    // What is below zero becomes zero.
    (place as usize).min(most)
}

/// The pixels before a place, the one it lies in counted, at most so many.
fn below(place: f64, most: usize) -> usize {
    let whole = place as usize;
    (whole + usize::from(place > whole as f64)).min(most)
}

/// The bits of a word that lie between two columns.
fn mask(word: usize, left: usize, right: usize) -> u64 {
    let (first, last) = (word * 64, word * 64 + 63);
    let from = left.max(first) - first;
    let to = (right - 1).min(last) - first;
    (u64::MAX << from) & (u64::MAX >> (63 - to))
}

/// Covers a line with boxes of a few pixels, until one is refused.
fn walk(from: Spot, to: Spot, width: f64, mut visit: impl FnMut(&Area) -> bool) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    // Steep lines step by rows, flat ones by columns; a straight one is a single box.
    let steps = (dx.abs().min(dy.abs()) / 2.0).ceil().clamp(1.0, 4096.0);
    let half = width / 2.0;
    for step in 0..steps as usize {
        let (a, b) = (step as f64 / steps, (step as f64 + 1.0) / steps);
        let (one, other) = (
            Spot { x: from.x + dx * a, y: from.y + dy * a },
            Spot { x: from.x + dx * b, y: from.y + dy * b },
        );
        let area = Area {
            left: one.x.min(other.x) - half,
            top: one.y.min(other.y) - half,
            right: one.x.max(other.x) + half,
            bottom: one.y.max(other.y) + half,
        };
        if !visit(&area) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REGION: Area = Area { left: 20.0, top: 100.0, right: 220.0, bottom: 180.0 };

    fn area() -> impl Strategy<Value = Area> {
        (0.0..240.0f64, 80.0..200.0f64, 0.5..90.0f64, 0.5..40.0f64).prop_map(
            |(left, top, width, height)| Area {
                left,
                top,
                right: left + width,
                bottom: top + height,
            },
        )
    }

    proptest! {
        #[test]
        fn what_overlaps_is_never_called_free(taken in area(), asked in area()) {
            let mut occupied = Occupied::new(REGION);
            occupied.fill(&taken);
            let inside = |a: &Area, b: &Area| Area {
                left: a.left.max(b.left), top: a.top.max(b.top),
                right: a.right.min(b.right), bottom: a.bottom.min(b.bottom),
            };
            let common = inside(&inside(&taken, &asked), &REGION);
            if common.left < common.right && common.top < common.bottom {
                prop_assert!(!occupied.free(&asked));
            }
            if !taken.grown(1.0).overlaps(&asked.grown(1.0)) {
                prop_assert!(occupied.free(&asked));
            }
            let taken = occupied.band(asked.top, asked.bottom).taken(asked.left, asked.right);
            prop_assert_eq!(taken.is_none(), occupied.free(&asked));
            if let Some(past) = taken {
                // All that begins before it, up to there, is taken too; what begins there is free.
                let from = |left: f64| Area { left, right: left.max(asked.right), ..asked };
                prop_assert!(!occupied.free(&from(past - 0.5)));
                prop_assert!(past >= asked.right || occupied.free(&from(past)));
            }
        }

        #[test]
        fn a_line_is_taken_along_its_length(
            x in 20.0..220.0f64, y in 100.0..180.0f64, u in 20.0..220.0f64, v in 100.0..180.0f64,
            share in 0.0..1.0f64,
        ) {
            let mut occupied = Occupied::new(REGION);
            occupied.stroke(Spot { x, y }, Spot { x: u, y: v }, 2.0);
            let on = Spot { x: x + (u - x) * share, y: y + (v - y) * share };
            let pixel = Area { left: on.x, top: on.y, right: on.x, bottom: on.y }.grown(0.4);
            prop_assert!(!occupied.free(&pixel));
            let near = Spot { x: on.x + 1.0, y: on.y };
            prop_assert!(!occupied.clear(on, near));
        }
    }
}
