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

/// The bytes of a `style=`, and of all style sheets together: what reads them looks back to the start of
/// the line at each word.
const LONGEST_STYLE: usize = 4 << 10;
const LONGEST_SHEETS: usize = 64 << 10;

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
    exceeds(svg, DEEPEST, MOST_ATTRIBUTES) || has_long_styles(svg)
}

/// A style may hold what the document declares for itself, which can be of any length.
fn has_long_styles(svg: &str) -> bool {
    const STYLE: &str = "style";
    let predefined = ["&amp;", "&apos;", "&gt;", "&lt;", "&quot;", "&#"];
    let is_declared = |text: &str| {
        let mut all = text.match_indices('&');
        all.any(|(at, _)| !predefined.iter().any(|known| text[at..].starts_with(known)))
    };
    let mut sheets = 0;
    for (at, _) in svg.match_indices(STYLE) {
        let behind = &svg[at + STYLE.len()..];
        if svg[..at].ends_with(['<', ':'])
            && let Some((_, sheet)) = behind.split_once('>')
        {
            sheets += sheet.find("</").unwrap_or(sheet.len());
        }
        let value = behind.trim_ascii_start().strip_prefix('=').map(str::trim_ascii_start);
        let quoted = value.and_then(|value| Some((value.chars().next()?, value.get(1..)?)));
        if let Some((quote, value)) = quoted {
            let style = value.split(quote).next().unwrap_or(value);
            if style.len() > LONGEST_STYLE || is_declared(style) {
                return true;
            }
        }
    }
    sheets > LONGEST_SHEETS
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
        let styled = |bytes: usize| format!("<svg><g style = '{}'/></svg>", "a".repeat(bytes));
        assert!(!is_intricate(&styled(LONGEST_STYLE)));
        assert!(is_intricate(&styled(LONGEST_STYLE + 1)));
        let sheets = |bytes: usize| {
            let half = " ".repeat(bytes / 2);
            format!("<svg><style>{half}</style><s:style type='text/css'>{half}</s:style></svg>")
        };
        assert!(!is_intricate(&sheets(LONGEST_SHEETS)));
        assert!(is_intricate(&sheets(LONGEST_SHEETS + 2)));
        assert!(!is_intricate("<svg style='a:&quot;b&#34;'/>"));
        assert!(is_intricate("<!DOCTYPE svg [<!ENTITY a 'b:c'>]><svg style='&a;'/>"));
        assert!(is_intricate(&" ".repeat(LONGEST + 1)));
        assert!(!is_intricate("<svg><!-- <svg <![CDATA[ <a <?"));
    }
}
