//! Places in a text of which many are asked for: they are found without another walk over all of it.

use std::ops::Range;

use memchr::memchr2_iter;

use super::Place;

/// Where the lines of a text begin, for those who ask for many places in it.
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
    /// How many characters begin before every so many bytes.
    counts: Vec<usize>,
}

/// So many bytes are counted again for a place.
const COUNTED: usize = 1 << 10;

impl<'t> Lines<'t> {
    /// Walks over the text once.
    pub fn of(text: &'t str) -> Lines<'t> {
        let bytes = text.as_bytes();
        let goes_on = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
        let ends = memchr2_iter(b'\n', b'\r', bytes).filter(|at| !goes_on(*at));
        let starts = [0].into_iter().chain(ends.map(|at| at + 1)).collect();
        let counts = bytes.chunks(COUNTED).scan(0, |count, part| {
            let before = *count;
            *count += begun(part);
            Some(before)
        });
        Lines { text, starts, counts: counts.collect() }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }

    /// The place of a span of bytes.
    pub fn place(&self, file: &str, bytes: Range<usize>) -> Place {
        let at = bytes.start.min(self.text.len());
        let line = self.line(at);
        let column = 1 + self.before(at) - self.before(self.starts[line - 1]);
        Place { file: file.to_string(), line, column, bytes, cell: None }
    }

    /// How many characters begin before a byte.
    fn before(&self, at: usize) -> usize {
        let part = at / COUNTED;
        let counted = self.counts.get(part).copied().unwrap_or_default();
        match self.counts.is_empty() || part == self.counts.len() {
            true => begun(self.text.as_bytes()),
            false => counted + begun(&self.text.as_bytes()[part * COUNTED..at]),
        }
    }
}

/// How many characters begin in some bytes.
fn begun(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| !matches!(byte, 0x80..0xC0)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_one_that_a_walk_finds() {
        let line = "größer \u{1f469} als 燕の巣";
        let text = [line, "\r\n", line, "\r", &line.repeat(60), "\n\n", line].concat();
        for text in [&text[..], "", "\r", "a\r\n"] {
            let lines = Lines::of(text);
            let starts = (0..=text.len() + 1).filter(|at| text.is_char_boundary(*at));
            for at in starts.chain([text.len() + 7]) {
                assert_eq!(lines.place("f", at..at), Place::in_text("f", text, at..at), "{at}");
            }
        }
    }
}
