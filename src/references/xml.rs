//! Whether XML of a stranger would keep those busy who read it.

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
