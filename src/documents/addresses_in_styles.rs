//! The addresses of pictures in a style sheet: `url(…)`, with or without quotation marks (CSS Values 4, 4.5).

use std::ops::Range;

/// Each with the bytes that say it.
pub fn addresses(style: &str) -> Vec<(Range<usize>, String)> {
    let small = style.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = small[from..].find("url(") {
        let begin = from + at + "url(".len();
        let rest = &style[begin..];
        let inner = rest.trim_start();
        let start = begin + rest.len() - inner.len();
        let (start, end) = match inner.chars().next() {
            Some(quote @ ('"' | '\'')) => (start + 1, ends(&inner[1..], |c| c == quote)),
            _ => (start, ends(inner, |c| c == ')' || c.is_ascii_whitespace())),
        };
        let span = start..start + end;
        from = span.end;
        let address = unescaped(&style[span.clone()]);
        if !address.is_empty() {
            found.push((span, address));
        }
    }
    found
}

/// Where the first such letter stands before which there is no backslash.
fn ends(text: &str, is_end: impl Fn(char) -> bool) -> usize {
    let mut escaped = false;
    let end = text.char_indices().find(|(_, c)| {
        let ends = !escaped && is_end(*c);
        escaped = !escaped && *c == '\\';
        ends
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// A letter behind a backslash is that letter; one by its number stands in no address that we write.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn an_address_stands_with_or_without_quotation_marks() {
        for (style, expected) in [
            ("background: url(a.svg)", &["a.svg"][..]),
            ("background:URL( \"a b.svg\" ) no-repeat, url('c).png')", &["a b.svg", "c).png"]),
            (
                "x{background:url(a\\ b.svg )}\ny{content:url(\"d\\\"e.svg\")}",
                &["a b.svg", "d\"e.svg"],
            ),
            ("a: url()", &[]),
            ("a: url(", &[]),
            ("a: url(\"é.svg", &["é.svg"]),
            ("İ url(a.svg)", &["a.svg"]),
        ] {
            let found = addresses(style);
            let said: Vec<&str> = found.iter().map(|(_, address)| address.as_str()).collect();
            assert_eq!(said, expected, "{style}");
            for (span, address) in found {
                assert!(style[span].replace('\\', "") == address.replace('\\', ""), "{style}");
            }
        }
    }
}
