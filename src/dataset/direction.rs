//! Characters that turn the direction of a text. In a title `1,204` behind U+202E reads `402,1`.

/// The first character of a text after which a reader may see another order than the one that is
/// written: one that overrides the direction of letters and digits, one that opens or closes a
/// stretch (UAX #9) whose other end is not in this text, or one that turns a stretch from right to
/// left in which no letter is written so. Marks and closed stretches, which words from right to left
/// need among others, are none.
pub fn turning(text: &str) -> Option<char> {
    if text.is_ascii() {
        return None;
    }
    // What is open, and whether a letter from right to left stands in it.
    let mut open: Vec<(char, bool)> = Vec::new();
    let mut mark = None;
    let mut is_written_so = false;
    for character in text.chars() {
        let opened = match character {
            '\u{202d}' | '\u{202e}' => return Some(character),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' => {
                open.push((character, false));
                continue;
            }
            '\u{202c}' => matches!(open.last(), Some(('\u{202a}' | '\u{202b}', _))),
            '\u{2069}' => matches!(open.last(), Some(('\u{2066}'..='\u{2068}', _))),
            '\u{61c}' | '\u{200f}' => {
                mark = mark.or(Some(character));
                continue;
            }
            letter if is_from_the_right(letter) => {
                is_written_so = true;
                open.iter_mut().for_each(|(_, written)| *written = true);
                continue;
            }
            _ => continue,
        };
        match open.pop() {
            Some((turns @ ('\u{202b}' | '\u{2067}'), false)) if opened => return Some(turns),
            Some(_) if opened => {}
            _ => return Some(character),
        }
    }
    open.pop().map(|(opener, _)| opener).or(mark.filter(|_| !is_written_so))
}

/// Why what [`turning`] has found may not stand.
pub fn reason(turn: char) -> String {
    let code = u32::from(turn);
    format!("U+{code:04X} turns the direction of what follows, so that 1,204 may read 402,1")
}

/// The text without what may turn it.
pub fn straight(text: &str) -> String {
    text.replace(is_direction, "")
}

/// One of the characters that [`turning`] looks for.
pub fn is_direction(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A letter of a script that is written from right to left, by the blocks that hold them.
fn is_from_the_right(letter: char) -> bool {
    letter.is_alphabetic()
        && matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
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
            "1,204\u{200e}",
            "\u{2068}1,204\u{2069}",
            "\u{202b}שלום\u{202c} 1",
            "\u{2068}a \u{2067}ב\u{2069}\u{2069}",
        ] {
            assert_eq!(turning(fine), None, "{fine:?}");
        }
        for (text, first) in [
            ("\u{202e}1,204", '\u{202e}'),
            ("\u{202d}1,204\u{202c}", '\u{202d}'),
            ("a \u{202b}ב", '\u{202b}'),
            ("a \u{2067}ב\u{202c}", '\u{202c}'),
            ("\u{202a}b\u{2069}", '\u{2069}'),
            ("b\u{202c}", '\u{202c}'),
            ("\u{2066}\u{2067}ב\u{2069}", '\u{2066}'),
            ("\u{2067}120–96\u{2069}", '\u{2067}'),
            ("שלום \u{202b}120–96\u{202c}", '\u{202b}'),
            ("\u{200f}120–96\u{200f}", '\u{200f}'),
            ("120\u{61c}–96", '\u{61c}'),
        ] {
            assert_eq!(turning(text), Some(first), "{text:?}");
        }
    }
}
