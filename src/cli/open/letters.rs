//! What letters a page can hold: no control characters but blanks and line breaks, and none that stand
//! for no character (HTML, 13.2.3.5).

use maud::Markup;

/// Can a page hold all of a text?
pub fn are_held(text: &str) -> bool {
    !text.contains(is_not_held)
}

/// A page, or a part of one, with the sign for what cannot be shown instead of each letter that it cannot
/// hold.
pub fn as_page(markup: Markup) -> String {
    let text = markup.into_string();
    if are_held(&text) { text } else { text.replace(is_not_held, "\u{fffd}") }
}

fn is_not_held(letter: char) -> bool {
    let is_blank = matches!(letter, '\t' | '\n' | '\u{c}' | '\r');
    let is_none = matches!(letter, '\u{fdd0}'..='\u{fdef}') || u32::from(letter) & 0xfffe == 0xfffe;
    letter.is_control() && !is_blank || is_none
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::*;

    #[test]
    fn what_no_page_can_hold_is_seen_to_be_something_else() {
        let page = |text: &str| as_page(html! { p title=(text) { (text) } });
        assert_eq!(page("a\tb\nc £ é"), "<p title=\"a\tb\nc £ é\">a\tb\nc £ é</p>");
        for letter in ['\0', '\u{1}', '\u{b}', '\u{7f}', '\u{85}', '\u{fdd0}', '\u{1ffff}'] {
            let text = format!("a{letter}b");
            assert!(!are_held(&text), "{letter:?}");
            assert_eq!(page(&text), "<p title=\"a\u{fffd}b\">a\u{fffd}b</p>");
        }
    }
}
