//! Bytes like others, always the same for the same: a part doubled, cut, swapped with one of another
//! seed, a byte changed, an odd one put in.

/// An endless row of them.
pub struct Mutations<'s> {
    seeds: &'s [Vec<u8>],
    state: u64,
}

/// What programs stumble over.
const ODD: [&[u8]; 22] = [
    b"\"",
    b"\n",
    b"\r",
    b",",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff",
    "\u{202e}".as_bytes(),
    "e\u{301}".as_bytes(),
    "\u{1f469}\u{200d}\u{1f680}".as_bytes(),
    b"-",
    b"0",
    b"9999999999999999999999999999",
    b".",
    b"{{",
    b"}}",
    b"[[",
    b"<",
    b"&#x0;",
    b"/",
    b"%",
    b"=",
];

impl<'s> Mutations<'s> {
    pub fn of(seeds: &'s [Vec<u8>], name: &str) -> Mutations<'s> {
        let state = name.bytes().fold(0x9e37_79b9_7f4a_7c15, |state: u64, byte| {
            (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Mutations { seeds, state }
    }

    fn below(&mut self, count: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) as usize % count.max(1)
    }

    fn seed(&mut self) -> &'s [u8] {
        let at = self.below(self.seeds.len());
        &self.seeds[at]
    }

    /// A stretch of some bytes, mostly short.
    fn stretch(&mut self, length: usize) -> (usize, usize) {
        let start = self.below(length + 1);
        let longest = if self.below(4) == 0 { length } else { 24 };
        (start, (start + self.below(longest + 1)).min(length))
    }

    pub fn next(&mut self) -> Vec<u8> {
        let mut bytes = self.seed().to_vec();
        for _ in 0..=self.below(4) {
            let (start, end) = self.stretch(bytes.len());
            match self.below(6) {
                0 => drop(bytes.drain(start..end)),
                1 => {
                    let again = bytes[start..end].repeat(1 + self.below(3));
                    bytes.splice(end..end, again);
                }
                2 => {
                    let other = self.seed();
                    let (from, to) = self.stretch(other.len());
                    bytes.splice(start..end, other[from..to].iter().copied());
                }
                3 => {
                    let odd = ODD[self.below(ODD.len())];
                    bytes.splice(start..start, odd.iter().copied());
                }
                4 if start < bytes.len() => bytes[start] = self.below(256) as u8,
                _ => {
                    let (from, to) = self.stretch(bytes.len());
                    let moved = bytes[from..to].to_vec();
                    bytes.splice(start..start, moved);
                }
            }
        }
        bytes
    }
}
