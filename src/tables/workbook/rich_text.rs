//! Texts of several runs. A raised digit behind a figure is a footnote mark and none of its digits,
//! so that it stays raised: `1,234¹`.

/// A run in raised letters, as letters that are raised by themselves; others stay as they are.
pub fn raised(text: &str) -> String {
    let raise = |letter: char| match RAISED.iter().find(|(plain, _)| *plain == letter) {
        Some((_, raised)) => *raised,
        None => letter,
    };
    text.chars().map(raise).collect()
}

const RAISED: [(char, char); 40] = [
    ('0', '⁰'),
    ('1', '¹'),
    ('2', '²'),
    ('3', '³'),
    ('4', '⁴'),
    ('5', '⁵'),
    ('6', '⁶'),
    ('7', '⁷'),
    ('8', '⁸'),
    ('9', '⁹'),
    ('+', '⁺'),
    ('-', '⁻'),
    ('(', '⁽'),
    (')', '⁾'),
    ('a', 'ᵃ'),
    ('b', 'ᵇ'),
    ('c', 'ᶜ'),
    ('d', 'ᵈ'),
    ('e', 'ᵉ'),
    ('f', 'ᶠ'),
    ('g', 'ᵍ'),
    ('h', 'ʰ'),
    ('i', 'ⁱ'),
    ('j', 'ʲ'),
    ('k', 'ᵏ'),
    ('l', 'ˡ'),
    ('m', 'ᵐ'),
    ('n', 'ⁿ'),
    ('o', 'ᵒ'),
    ('p', 'ᵖ'),
    ('r', 'ʳ'),
    ('s', 'ˢ'),
    ('t', 'ᵗ'),
    ('u', 'ᵘ'),
    ('v', 'ᵛ'),
    ('w', 'ʷ'),
    ('x', 'ˣ'),
    ('y', 'ʸ'),
    ('z', 'ᶻ'),
    ('=', '⁼'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnote_marks_stay_raised() {
        assert_eq!(raised("1, r"), "¹, ʳ");
    }
}
