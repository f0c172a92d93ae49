//! Lines of a fixed height in a document of Word, as house templates have them: they cut off what is higher,
//! and so a chart, of which the top would be missing.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::splice::TextChanges;
use super::typed_runs::prefix;

/// What the styles of a document say of the height of lines.
#[derive(Default)]
pub struct LineRules {
    /// Of each style, what it says itself, and the style that it goes by for the rest.
    styles: BTreeMap<String, (Option<bool>, Option<String>)>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
    /// What holds where no style says anything.
    otherwise: bool,
}

/// A style goes by another, and that by the next, so many times at most.
const MOST_STEPS: usize = 50;

impl LineRules {
    /// From the text of `word/styles.xml`; without one nothing is fixed.
    pub fn of(styles: &str) -> LineRules {
        let mut rules = LineRules::default();
        let Ok(document) = Document::parse(styles) else { return rules };
        let named = |name: &'static str| {
            document.descendants().filter(move |node| node.tag_name().name() == name)
        };
        let default = named("pPrDefault").next().and_then(|node| child(node, "pPr"));
        rules.otherwise = default.and_then(is_fixed).unwrap_or_default();
        for style in named("style").filter(|style| said(*style, "type") == Some("paragraph")) {
            let Some(id) = said(style, "styleId") else { continue };
            let own = child(style, "pPr").and_then(is_fixed);
            let base = child(style, "basedOn").and_then(|base| said(base, "val"));
            rules.styles.insert(id.to_string(), (own, base.map(str::to_string)));
            if matches!(said(style, "default"), Some("1" | "true" | "on")) {
                rules.usual = Some(id.to_string());
            }
        }
        rules
    }

    /// Have the lines of a paragraph a fixed height?
    pub fn are_fixed(&self, paragraph: Node) -> bool {
        let about = child(paragraph, "pPr");
        if let Some(own) = about.and_then(is_fixed) {
            return own;
        }
        let named = about.and_then(|about| child(about, "pStyle"));
        let mut name = match named.and_then(|style| said(style, "val")) {
            Some(name) => Some(name.to_string()),
            None => self.usual.clone(),
        };
        for _ in 0..MOST_STEPS {
            let Some((own, base)) = name.and_then(|name| self.styles.get(&name)) else { break };
            match own {
                Some(own) => return *own,
                None => name = base.clone(),
            }
        }
        self.otherwise
    }
}

/// Gives a paragraph lines as high as what stands in them.
pub fn unfix(paragraph: Node, source: &str, changes: &mut TextChanges) {
    let Some(w) = prefix(paragraph, source) else { return };
    let rule = format!("{w}:line=\"240\" {w}:lineRule=\"auto\"");
    let Some(about) = child(paragraph, "pPr") else {
        let Some(first) = paragraph.first_child() else { return };
        let at = first.range().start;
        changes.replace(at..at, format!("<{w}:pPr><{w}:spacing {rule}/></{w}:pPr>"));
        return;
    };
    if let Some(spacing) = child(about, "spacing") {
        let others = spacing.attributes().filter(|one| !matches!(one.name(), "line" | "lineRule"));
        let others: String = others.map(|one| format!("{} ", &source[one.range()])).collect();
        changes.replace(spacing.range(), format!("<{w}:spacing {others}{rule}/>"));
        return;
    }
    let new = format!("<{w}:spacing {rule}/>");
    let behind = about.children().find(|node| BEHIND.contains(&node.tag_name().name()));
    match (behind, about.last_child()) {
        (Some(next), _) => changes.replace(next.range().start..next.range().start, new),
        (None, Some(last)) => changes.replace(last.range().end..last.range().end, new),
        (None, None) => {
            changes.replace(about.range(), format!("<{w}:pPr>{new}</{w}:pPr>"));
        }
    }
}

/// What ISO/IEC 29500-1, 17.3.1.26 puts behind `spacing` in the properties of a paragraph.
const BEHIND: [&str; 14] = [
    "ind",
    "contextualSpacing",
    "mirrorIndents",
    "suppressOverlap",
    "jc",
    "textDirection",
    "textAlignment",
    "textboxTightWrap",
    "outlineLvl",
    "divId",
    "cnfStyle",
    "rPr",
    "sectPr",
    "pPrChange",
];

/// What the properties of a paragraph say; nothing where they are silent.
fn is_fixed(about: Node) -> Option<bool> {
    let spacing = child(about, "spacing")?;
    match (said(spacing, "lineRule"), said(spacing, "line")) {
        (Some(rule), _) => Some(rule == "exact"),
        (None, Some(_)) => Some(false),
        (None, None) => None,
    }
}

fn child<'d>(node: Node<'d, 'd>, name: &str) -> Option<Node<'d, 'd>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn said<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}
