//! Whether an SVG of a stranger would keep those busy who read it. No picture of ours is near these
//! limits, nor any copy that an editor has saved.

/// The bytes of its text.
const LONGEST: usize = 32 << 20;
/// Elements inside each other.
const DEEPEST: usize = 100;
/// The attributes of one element.
const MOST_ATTRIBUTES: usize = 100;
/// What a document declares for itself, which may hold elements and each other.
const MOST_DECLARED: usize = 100;

/// Is it larger, deeper or declared in more ways than a picture has reason to be? One look at each
/// byte tells.
pub fn is_intricate(svg: &str) -> bool {
    if svg.len() > LONGEST || svg.matches("<!ENTITY").nth(MOST_DECLARED).is_some() {
        return true;
    }
    let (mut rest, mut depth) = (svg, 0usize);
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
        if attributes > MOST_ATTRIBUTES || depth > DEEPEST {
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
    fn each_limit_is_held_at_its_full_size() {
        let nested = |depth: usize| {
            format!("<svg><!-- <g> -->{}{}</svg>", "<g>".repeat(depth), "</g>".repeat(depth))
        };
        assert!(!is_intricate(&nested(DEEPEST - 1)));
        assert!(is_intricate(&nested(DEEPEST)));
        let attributes = |many: usize| {
            let all: Vec<String> = (0..many).map(|at| format!("a{at}='x=>\"=y'")).collect();
            format!("<svg {}><g/><g/></svg>", all.join(" "))
        };
        assert!(!is_intricate(&attributes(MOST_ATTRIBUTES)));
        assert!(is_intricate(&attributes(MOST_ATTRIBUTES + 1)));
        assert!(!is_intricate(&format!("<svg>{}</svg>", "<g><path d='M0 0'/></g>".repeat(1_000))));
        assert!(is_intricate(&" ".repeat(LONGEST + 1)));
        assert!(!is_intricate("<svg><!-- <svg <![CDATA[ <a <?"));
    }
}
