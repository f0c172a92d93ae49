//! A hash in letters that need no escape anywhere.

/// The first so many letters of a hash, six bits each, that need no escape in XML, JSON or a URL.
pub(crate) fn short_hash(hash: &[u8], letters: usize) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let bit = |at: usize| hash[at / 8] >> (7 - at % 8) & 1;
    let letter = |at: usize| (6 * at..6 * at + 6).fold(0, |value, at| value << 1 | bit(at));
    (0..letters).map(|at| char::from(DIGITS[usize::from(letter(at))])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_hash_is_of_the_first_bits() {
        assert_eq!(short_hash(&[0, 0x10, 0x83, 0xff, 0xff, 0xff], 8), "ABCD____");
    }
}
