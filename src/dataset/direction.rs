//! Characters that turn the direction of a text. In a title `1,204` behind U+202E reads `402,1`.

/// The first character of a text after which a reader may see another order than the one that is
/// written: one that overrides the direction of letters and digits, or one that opens or closes a
/// stretch (UAX #9) whose other end is not in this text. Marks and closed stretches, which words
/// from right to left need among others, are none.
pub fn turning(text: &str) -> Option<char> {
    let mut open: Vec<char> = Vec::new();
    for character in text.chars() {
        match character {
            '\u{202d}' | '\u{202e}' => return Some(character),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => open.push(character),
            '\u{202c}' => match open.pop() {
                Some('\u{202a}' | '\u{202b}') => {}
                _ => return Some(character),
            },
            '\u{2069}' => match open.pop() {
                Some('\u{2066}'..='\u{2068}') => {}
                _ => return Some(character),
            },
            _ => {}
        }
    }
    open.pop()
}

/// One of the characters that [`turning`] looks for.
pub fn is_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::turning;

    #[test]
    fn only_what_is_closed_in_the_text_stays() {
        for fine in [
            "",
            "1,204",
            "\u{200f}שלום\u{200e}",
            "\u{202b}שלום\u{202c} 1",
            "\u{2068}a \u{2067}ב\u{2069}\u{2069}",
        ] {
            assert_eq!(turning(fine), None, "{fine:?}");
        }
        for (text, first) in [
            ("\u{202e}1,204", '\u{202e}'),
            ("\u{202d}1,204\u{202c}", '\u{202d}'),
            ("a \u{202b}b", '\u{202b}'),
            ("a \u{2067}b\u{202c}", '\u{202c}'),
            ("\u{202a}b\u{2069}", '\u{2069}'),
            ("b\u{202c}", '\u{202c}'),
            ("\u{2066}\u{2067}b\u{2069}", '\u{2066}'),
        ] {
            assert_eq!(turning(text), Some(first), "{text:?}");
        }
    }
}
