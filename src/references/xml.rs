//! Whether markup of a stranger would keep those busy who read it.

use std::collections::HashMap;

/// A tag of a page has so many attributes at most.
pub const MOST_OF_A_TAG: usize = 100;

/// Has a tag of the page more attributes in double quotes, one after the other? Nobody writes so many, and
/// what reads them is not ours.
pub fn is_overfull(page: &str) -> bool {
    let bytes = page.as_bytes();
    // Where an attribute opens its quotes, and how many stand before it. What is a tag and what a text
    // is not known here, so that whatever looks like an attribute may be one.
    let mut follows: HashMap<usize, usize> = HashMap::new();
    for open in memchr::memchr_iter(b'"', bytes) {
        let before = follows.remove(&open).unwrap_or(0);
        if before >= MOST_OF_A_TAG {
            return true;
        }
        if before == 0 && !is_behind_equals(&bytes[..open]) {
            continue;
        }
        let Some(length) = memchr::memchr(b'"', &bytes[open + 1..]) else { break };
        if let Some(next) = next_attribute(bytes, open + length + 2) {
            let known = follows.entry(next).or_default();
            *known = (*known).max(before + 1);
        }
    }
    false
}

fn is_behind_equals(before: &[u8]) -> bool {
    before.trim_ascii_end().ends_with(b"=")
}

/// Where the quotes open of the attribute that follows a value which ends here.
fn next_attribute(bytes: &[u8], end: usize) -> Option<usize> {
    let blank = |byte: &u8| byte.is_ascii_whitespace();
    let name = end + bytes[end..].iter().take_while(|byte| blank(byte) || **byte == b'/').count();
    if name == end {
        return None;
    }
    // A sign of equality may begin a name.
    let ends = |byte: &u8| blank(byte) || matches!(byte, b'=' | b'>' | b'/');
    let rest = bytes.get(name + 1..)?;
    let equals = name + 1 + rest.iter().take_while(|byte| !ends(byte)).count();
    let equals = equals + bytes[equals..].iter().take_while(|byte| blank(byte)).count();
    let open = match bytes.get(equals)? {
        b'=' => equals + 1,
        _ => return None,
    };
    let open = open + bytes[open..].iter().take_while(|byte| blank(byte)).count();
    (bytes.get(open) == Some(&b'"')).then_some(open)
}

/// Do more elements lie inside each other, or has one more attributes? Readers of XML hold each
/// attribute of an element against the others, and ask of many elements what lies around them.
pub fn exceeds(xml: &str, deepest: usize, most_attributes: usize) -> bool {
    let (mut rest, mut depth) = (xml, 0usize);
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let closed = [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")];
        if let Some((_, end)) = closed.iter().find(|(open, _)| rest.starts_with(open)) {
            let Some(end) = rest.find(end) else { return false };
            rest = &rest[end..];
            continue;
        }
        if rest.starts_with("</") || rest.starts_with("<!") {
            depth -= usize::from(rest.starts_with("</") && depth > 0);
            rest = &rest[2..];
            continue;
        }
        let (length, attributes) = tag(rest.as_bytes());
        depth += usize::from(!rest[..length].ends_with("/>"));
        if attributes > most_attributes || depth > deepest {
            return true;
        }
        rest = &rest[length..];
    }
    false
}

/// The bytes of a tag, and how many attributes it has.
fn tag(bytes: &[u8]) -> (usize, usize) {
    let (mut quote, mut attributes) = (None, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match (quote, byte) {
            (Some(open), byte) if open == *byte => quote = None,
            (Some(_), _) => {}
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'=') => attributes += 1,
            (None, b'>') => return (at + 1, attributes),
            (None, _) => {}
        }
    }
    (bytes.len(), attributes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_has_100_attributes_at_most() {
        let tag = |many: usize, attribute: &str| format!("<p>{{\"<a {}>", attribute.repeat(many));
        for attribute in ["a=\"b\" ", "a=\"\"/", "a \n=\n\"=\"\n", "=a=\"c d\"\t", "a\"b=\"c>\" "] {
            assert!(!is_overfull(&tag(100, attribute)), "{attribute}");
            for many in [101, 150] {
                assert!(is_overfull(&tag(many, attribute)), "{attribute}");
            }
        }
        for plain in ["<a b=\"c\">", "\"a\": \"b=\", ", "a='b' ", "a=b ", "<a b=\"c\" d>"] {
            assert!(!is_overfull(&plain.repeat(200)), "{plain}");
        }
    }
}
