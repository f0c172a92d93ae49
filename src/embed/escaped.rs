//! How words stand in the XML of an office.

use crate::export::escape::html as xml_text;

/// Escaped, and without what XML forbids.
pub fn xml(text: &str) -> String {
    let legal = |character: char| !matches!(character, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    xml_text(&text.chars().filter(|character| legal(*character)).collect::<String>())
}
