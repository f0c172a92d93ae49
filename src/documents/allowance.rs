//! How much of a document is looked at, so that none takes more memory or time than is stated.

use super::limits::{MOST_PART_BYTES, MOST_PARTS, MOST_UNPACKED};
use super::unlooked::Unlooked;

/// What is left for one document.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    bytes: u64,
    parts: usize,
}

impl Default for Allowance {
    fn default() -> Allowance {
        Allowance { bytes: MOST_UNPACKED, parts: MOST_PARTS }
    }
}

impl Allowance {
    /// How many bytes of a next part are looked at, and no more than tells that it is too long.
    pub fn next_part(&self) -> u64 {
        self.bytes.min(MOST_PART_BYTES) + 1
    }

    /// Takes what was unpacked off.
    pub fn take(&mut self, bytes: usize) -> Result<(), Unlooked> {
        let bytes = bytes as u64;
        match self.bytes.checked_sub(bytes) {
            _ if bytes > MOST_PART_BYTES => Err(Unlooked::LargePart),
            None => {
                self.bytes = 0;
                Err(Unlooked::LargeInAll)
            }
            Some(left) => {
                self.bytes = left;
                Ok(())
            }
        }
    }

    /// Takes the parts of a package off.
    pub fn take_parts(&mut self, parts: usize) -> Result<(), Unlooked> {
        self.parts = self.parts.checked_sub(parts).ok_or(Unlooked::ManyParts(parts))?;
        Ok(())
    }
}
