//! Phrases with what they stand for. There are hundreds of them, and each word of a text may begin
//! one: a table is in the order of their first bytes, so that few are looked at.

/// So many phrases. Those that begin alike stay in the order in which they are listed.
pub(super) struct Phrases<T: 'static, const N: usize> {
    listed: &'static [(&'static str, T)],
    /// The places in the list, by the first byte.
    order: [u16; N],
    /// Where in the order those of each byte begin, and behind them where the last of all ends.
    begin: [u16; 257],
}

impl<T, const N: usize> Phrases<T, N> {
    /// Sorts a list when the program is compiled.
    pub const fn of(listed: &'static [(&'static str, T)]) -> Phrases<T, N> {
        assert!(listed.len() == N && N < u16::MAX as usize);
        let (mut order, mut begin) = ([0; N], [0; 257]);
        let (mut byte, mut next) = (0, 0);
        while byte < 256 {
            begin[byte] = next as u16;
            let mut at = 0;
            while at < N {
                if listed[at].0.as_bytes()[0] as usize == byte {
                    order[next] = at as u16;
                    next += 1;
                }
                at += 1;
            }
            byte += 1;
        }
        begin[256] = next as u16;
        Phrases { listed, order, begin }
    }

    /// Those that begin with this byte, in the order of the list.
    pub fn that_begin(&self, byte: u8) -> impl Iterator<Item = &'static (&'static str, T)> {
        let byte = usize::from(byte);
        let own = usize::from(self.begin[byte])..usize::from(self.begin[byte + 1]);
        let listed = self.listed;
        self.order[own].iter().map(move |at| &listed[usize::from(*at)])
    }
}

#[cfg(test)]
mod tests {
    use super::Phrases;

    const LISTED: &[(&str, u8)] =
        &[("up", 1), ("some", 2), ("up to", 3), ("≥", 4), ("~", 5), ("some of", 6)];
    static SOME: Phrases<u8, { LISTED.len() }> = Phrases::of(LISTED);

    #[test]
    fn phrases_are_found_by_their_first_byte_in_the_order_of_the_list() {
        let found = |byte| SOME.that_begin(byte).map(|(_, meaning)| *meaning).collect::<Vec<_>>();
        assert_eq!([found(b'u'), found(b's'), found(b'~')], [vec![1, 3], vec![2, 6], vec![5]]);
        assert_eq!([found("≥".as_bytes()[0]), found(b'x'), found(255)], [vec![4], vec![], vec![]]);
    }
}
