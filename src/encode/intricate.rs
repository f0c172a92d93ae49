//! Whether an SVG of a stranger would keep those busy who read it. No picture of ours is near these
//! limits, nor any copy that an editor has saved.

use crate::references::xml::exceeds;

/// The bytes of its text.
const LONGEST: usize = 32 << 20;
/// Elements inside each other.
const DEEPEST: usize = 100;
/// The attributes of one element.
const MOST_ATTRIBUTES: usize = 100;
/// What a document declares for itself, which may hold elements and each other.
const MOST_DECLARED: usize = 100;

/// Each text of a copy is laid out, which takes some ten kilobytes.
const MOST_TEXTS: usize = 10_000;

/// Is it larger, deeper or declared in more ways than a picture has reason to be? One look at each
/// byte tells.
pub fn is_intricate(svg: &str) -> bool {
    if svg.len() > LONGEST || svg.matches("<!ENTITY").nth(MOST_DECLARED).is_some() {
        return true;
    }
    let texts = svg.matches("<text").chain(svg.matches("<tspan"));
    if texts.take(MOST_TEXTS + 1).count() > MOST_TEXTS {
        return true;
    }
    exceeds(svg, DEEPEST, MOST_ATTRIBUTES)
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
        let texts = |many: usize| {
            let all = "<text><tspan>a</tspan></text>".repeat(many / 2) + &"<g/>".repeat(many);
            format!("<svg>{all}</svg>")
        };
        assert!(!is_intricate(&texts(MOST_TEXTS)));
        assert!(is_intricate(&texts(MOST_TEXTS + 2)));
        assert!(is_intricate(&" ".repeat(LONGEST + 1)));
        assert!(!is_intricate("<svg><!-- <svg <![CDATA[ <a <?"));
    }
}
