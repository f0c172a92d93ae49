//! The typography of a text made plain, so that the grammars meet one blank, one hyphen, one
//! apostrophe, and no capitals.

/// Lower case, plain blanks and quotes, no invisible characters. Hyphens become `-`; dashes stay
/// apart as `–`, because between words a hyphen joins and a dash separates.
pub fn plain(text: &str) -> String {
    placed(text).0
}

/// The same, and for each of its bytes, and its end, the byte of the text that it comes from.
pub(super) fn placed(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for (at, letter) in text.char_indices() {
        match letter {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2010}' | '\u{2011}' | '\u{2212}' | '\u{fe63}' => plain.push('-'),
            '\u{2012}'..='\u{2015}' => plain.push('–'),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' => plain.push('\''),
            '\u{201c}' | '\u{201d}' => plain.push('"'),
            '∼' | '≈' | '≃' | '≅' => plain.push('~'),
            '⩾' | '≧' => plain.push('≥'),
            '⩽' | '≦' => plain.push('≤'),
            '\u{2044}' | '\u{2215}' => plain.push('/'),
            '…' => plain.push_str("..."),
            '\u{b7}' => plain.push('.'),
            letter if letter.is_whitespace() => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            letter => plain.extend(letter.to_lowercase()),
        }
        places.resize(plain.len(), at);
    }
    if plain.ends_with(' ') {
        plain.pop();
        places.pop();
    }
    places.push(text.len());
    (plain, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_is_made_plain_but_a_dash_is_not_a_hyphen() {
        assert_eq!(plain(" 17\u{a0}000\u{202f}000 "), "17 000 000");
        assert_eq!(plain("550k\u{2013}850K"), "550k–850k");
        assert_eq!(
            plain("\u{2212}5 seven\u{2011}fold \u{feff}URL\u{2019}s"),
            "-5 seven-fold url's"
        );
    }
}
