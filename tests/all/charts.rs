//! Every spec of the project, of the invented one in `tests/charts` and of the gallery, drawn and
//! held against the picture that was approved by eye, and against the rules for portable SVG.

use std::collections::BTreeSet;
use std::fs;

use crate::common;
use crate::common::picture::Colour;
use crate::common::{Faults, drawn, gallery, invented, projects};
use roxmltree::{Document, Node};
use sourceline::chart::{self, Against, Chart, Look, Mark, Sign, Size, ThemeName};
use sourceline::problem::has_errors;

#[test]
fn all_projects_are_without_errors() {
    for project in projects() {
        let told = common::told(&project.problems);
        assert!(!has_errors(&project.problems), "{}:\n{told}", project.name);
    }
}

#[test]
fn the_invented_project_tries_many_shapes_of_data() {
    assert!(invented().cases.len() >= 28);
}

#[test]
fn the_gallery_shows_a_situation_in_each_project() {
    let mut faults = Faults::default();
    for project in gallery() {
        let one = matches!(&project.cases[..], [case] if case.name == project.name);
        faults.check(one, || format!("{} is not one chart of its own name", project.name));
        let told = project.cases.iter().all(|case| case.spec.starts_with("# "));
        faults.check(told, || format!("{} does not begin with its situation", project.name));
    }
    assert!(gallery().len() >= 40);
    faults.none();
}

const SIGNS: [Sign; 33] = [
    Sign::Disputed,
    Sign::DisputedRange,
    Sign::DisputedBar,
    Sign::Repeated,
    Sign::Rival,
    Sign::Exact,
    Sign::Hollow,
    Sign::AtLeast,
    Sign::AtMost,
    Sign::Range,
    Sign::Interval,
    Sign::Dashed,
    Sign::Provisional,
    Sign::Change,
    Sign::Break,
    Sign::HollowBar,
    Sign::AtLeastBar,
    Sign::AtMostBar,
    Sign::RangeBar,
    Sign::IntervalBar,
    Sign::DashedBar,
    Sign::TintedBar,
    Sign::Span,
    Sign::HollowSpan,
    Sign::RangeSpan,
    Sign::DashedSpan,
    Sign::TintedSpan,
    Sign::Band,
    Sign::IntervalBand,
    Sign::AtLeastAcross,
    Sign::AtMostAcross,
    Sign::RangeAcross,
    Sign::IntervalAcross,
];

/// Whatever a chart can show is shown somewhere in the gallery.
#[test]
fn the_gallery_shows_every_mark_sign_and_look() {
    let drawn = || {
        let cases = gallery().iter().flat_map(|project| &project.cases);
        cases.filter_map(|case| case.drawn.as_ref().ok())
    };
    let charts = || drawn().map(|drawn| &drawn.chart);
    let layers = || charts().flat_map(|chart| &chart.panels).flat_map(|panel| &panel.layers);
    let mut faults = Faults::default();
    for sign in SIGNS {
        let shown = drawn().any(|drawn| {
            let key = chart::key(drawn.chart.language, &drawn.scene.signs);
            key.iter().any(|entry| entry.signs.contains(&sign))
        });
        faults.check(shown, || format!("no chart explains {sign:?}"));
    }
    for mark in Mark::ALL {
        faults.check(layers().any(|layer| layer.mark == *mark), || format!("none has {mark:?}"));
    }
    for theme in ThemeName::ALL {
        let shown = charts().any(|chart| chart.wanted.or(Look::default()).theme == theme);
        faults.check(shown, || format!("none is in the theme {}", theme.word()));
    }
    for size in Size::ALL {
        let shown = charts().any(|chart| chart.wanted.or(Look::default()).size == size);
        faults.check(shown, || format!("none has the size {}", size.word()));
    }
    faults.check(layers().any(|layer| !layer.gaps.is_empty()), || "none has a gap".into());
    faults.none();
}

#[test]
fn a_key_says_each_thing_once() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let mut said = BTreeSet::new();
        for entry in chart::key(drawn.chart.language, &drawn.scene.signs) {
            faults
                .check(said.insert(entry.meaning.clone()), || format!("{}: {entry:?}", case.name));
        }
    }
    faults.none();
}

#[test]
fn every_spec_can_be_drawn() {
    let mut faults = Faults::default();
    for project in projects() {
        for case in &project.cases {
            if let Err(told) = &case.drawn {
                faults.say(format!("{}: {}:\n{told}", project.name, case.name));
            }
        }
    }
    faults.none();
}

#[test]
fn every_picture_is_the_approved_one() {
    let mut faults = Faults::default();
    for (project, case, drawn) in drawn() {
        let approved = fs::read_to_string(&case.approved).ok();
        let again = format!(
            "look at it, then approve it: cargo run -- render --project {} {}",
            project.folder.display(),
            case.name
        );
        match approved {
            None => faults.say(format!("{} was never approved; {again}", case.approved.display())),
            Some(approved) if approved != drawn.svg => {
                let line = approved.lines().zip(drawn.svg.lines()).position(|(a, b)| a != b);
                let line = line.map_or("its end".to_string(), |line| format!("line {}", line + 1));
                faults.say(format!("{} differs from {line} on; {again}", case.name));
            }
            Some(_) => {}
        }
    }
    faults.none();
}

#[test]
fn no_approved_picture_lacks_its_spec() {
    for project in projects() {
        let charts = project.folder.join("charts");
        for entry in fs::read_dir(charts).into_iter().flatten() {
            let path = entry.expect("a folder can be read").path();
            let stale = path.extension().is_some_and(|end| end == "svg")
                && !path.with_extension("toml").exists();
            assert!(!stale, "{} has no spec beside it", path.display());
        }
    }
}

#[test]
fn only_what_every_program_draws_is_in_a_picture() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let mut fault = |text: String| faults.say(format!("{}: {text}", case.name));
        for wrong in ["<?xml-stylesheet", "<!DOCTYPE", "<![CDATA[", "&#", "\u{feff}"] {
            if drawn.svg.contains(wrong) {
                fault(format!("contains {wrong:?}"));
            }
        }
        if let Some(control) = drawn.svg.chars().find(|c| c.is_control() && *c != '\n') {
            fault(format!("contains the control character {control:?}"));
        }
        let document = Document::parse(&drawn.svg).expect("the picture is well-formed XML");
        for node in document.descendants().filter(Node::is_element) {
            element(node, &mut fault);
        }
        root(document.root_element(), &drawn.chart, &mut fault);
    }
    faults.none();
}

/// The elements of the portable subset and the attributes each may carry.
const ALLOWED: &[(&str, &[&str])] = &[
    (
        "svg",
        &[
            "width",
            "height",
            "viewBox",
            "role",
            "aria-label",
            "lang",
            "data-sourceline",
            "font-family",
            "font-size",
            "fill",
        ],
    ),
    ("title", &[]),
    ("desc", &[]),
    ("g", PAINT),
    ("rect", &["x", "y", "width", "height", "rx", "PAINT"]),
    ("line", &["x1", "y1", "x2", "y2", "PAINT"]),
    ("polyline", &["points", "PAINT"]),
    ("polygon", &["points", "PAINT"]),
    ("path", &["d", "PAINT"]),
    ("circle", &["cx", "cy", "r", "PAINT"]),
    ("text", &["x", "y", "text-anchor", "font-size", "font-weight", "fill", "data-figure"]),
];

const PAINT: &[&str] = &[
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-opacity",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "data-figure",
];

const NUMBERS: &[&str] = &[
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "cx",
    "cy",
    "r",
    "rx",
    "width",
    "height",
    "stroke-width",
    "fill-opacity",
    "stroke-opacity",
    "font-size",
];

fn element(node: Node, fault: &mut impl FnMut(String)) {
    let name = node.tag_name().name();
    let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
        return fault(format!("has an element <{name}>"));
    };
    if node.tag_name().namespace() != Some("http://www.w3.org/2000/svg") {
        fault(format!("<{name}> is not in the namespace of SVG"));
    }
    for attribute in node.attributes() {
        let (key, value) = (attribute.name(), attribute.value());
        let paint = allowed.contains(&"PAINT") && PAINT.contains(&key);
        if attribute.namespace().is_some() || !(paint || allowed.contains(&key)) {
            fault(format!("<{name}> has an attribute {key}"));
        }
        if NUMBERS.contains(&key) && !is_plain_number(value) {
            fault(format!("{key}={value:?} of <{name}> is no number with fixed decimals"));
        }
        if matches!(key, "fill" | "stroke") && value != "none" && Colour::parse(value).is_none() {
            fault(format!("{key}={value:?} of <{name}> is no #rrggbb"));
        }
        if key == "font-size" && value.parse().is_ok_and(|size: f64| size < 12.0) {
            fault(format!("a text is {value} pixels high, less than 12"));
        }
        if matches!(key, "points" | "d" | "stroke-dasharray") && !is_path(value) {
            fault(format!("{key}={value:?} of <{name}> has more than numbers"));
        }
    }
    if name == "text" {
        text(node, fault);
    }
}

fn text(node: Node, fault: &mut impl FnMut(String)) {
    for needed in ["x", "y"] {
        if !node.has_attribute(needed) {
            fault(format!("a text lacks {needed}"));
        }
    }
    let content = node.text().unwrap_or_default();
    if node.children().any(|child| !child.is_text()) || content.contains(['\n', '\r', '\t']) {
        fault(format!("{content:?} is not one line of text"));
    }
    if content.trim().is_empty() {
        fault("a text says nothing".into());
    }
}

fn root(root: Node, chart: &Chart, fault: &mut impl FnMut(String)) {
    let mut want = |holds: bool, text: &str| {
        if !holds {
            fault(format!("the root: {text}"));
        }
    };
    want(root.attribute("role") == Some("img"), "its role is not img");
    want(root.attribute("aria-label") == Some(&*chart.alt), "its label is not the chart's alt");
    let size = |name| root.attribute(name).unwrap_or_default();
    let view = format!("0 0 {} {}", size("width"), size("height"));
    want(root.attribute("viewBox") == Some(&*view), "its viewBox is not its size");
    let children: Vec<Node> = root.children().filter(Node::is_element).collect();
    let names: Vec<&str> = children.iter().map(|node| node.tag_name().name()).collect();
    want(names.starts_with(&["title", "desc"]), "it does not start with title, then desc");
    let says = |at: usize| children.get(at).and_then(|node| node.text());
    want(says(0) == Some(&*chart.title), "its title is not the chart's");
    want(says(1) == Some(&*chart.described()), "its desc is not the chart's description");
    let first = children.iter().find(|node| !matches!(node.tag_name().name(), "title" | "desc"));
    let dark = chart.wanted.theme == Some(ThemeName::Dark);
    let ground = if dark { "#14181f" } else { "#ffffff" };
    let opaque = first.is_some_and(|node| {
        node.has_tag_name("rect") || node.tag_name().name() == "rect"
    } && node.attribute("fill") == Some(ground)
        && node.attribute("width") == root.attribute("width")
        && node.attribute("height") == root.attribute("height"));
    want(opaque, "nothing opaque lies under everything");
}

/// Digits, one point at most, a minus at most: `12`, `-0.50`; never `1e3`, `NaN` or `.5`.
fn is_plain_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    digits(whole) && digits(part) && part.len() <= 3
}

fn is_path(text: &str) -> bool {
    let parts = text.split([' ', ',']).filter(|part| !part.is_empty());
    parts
        .map(|part| part.trim_start_matches(|c: char| "MLHVCQAZ".contains(c)))
        .all(|part| part.is_empty() || is_plain_number(part))
}

#[test]
fn every_mark_names_a_figure_of_the_data() {
    let mut faults = Faults::default();
    for (project, case, drawn) in drawn() {
        let ids: BTreeSet<&str> = project.data.figures.iter().map(|figure| &*figure.id).collect();
        for figure in marked(&drawn.svg) {
            faults.check(ids.contains(&*figure), || {
                format!("{}: {figure} is no row of figures.csv", case.name)
            });
        }
    }
    faults.none();
}

#[test]
fn every_point_is_drawn_and_nothing_else() {
    let mut faults = Faults::default();
    for (_, case, drawn) in drawn() {
        let layers = drawn.chart.panels.iter().flat_map(|panel| &panel.layers);
        let mut wanted: BTreeSet<String> = BTreeSet::new();
        for layer in layers {
            wanted.extend(layer.marks().map(|point| point.figure.clone()));
            wanted.extend(layer.connector.iter().map(|connector| connector.figure.clone()));
        }
        for panel in &drawn.chart.panels {
            if let Against::Claims(claims) = &panel.form {
                let numbered = claims.iter().filter(|claim| claim.quantity.is_some());
                wanted.extend(numbered.map(|claim| claim.figure.clone()));
            }
        }
        let mut also: BTreeSet<String> = BTreeSet::new();
        for panel in &drawn.chart.panels {
            also.extend(panel.breaks.iter().map(|one| one.figure.clone()));
            let gaps = panel.layers.iter().flat_map(|layer| &layer.gaps);
            also.extend(gaps.map(|gap| gap.figure.clone()));
            let rivals = panel.layers.iter().flat_map(|layer| &layer.rivals);
            also.extend(rivals.map(|rival| rival.figure.clone()));
        }
        let found = marks(&drawn.svg);
        for missing in wanted.difference(&found) {
            faults.say(format!("{}: {missing} is not drawn", case.name));
        }
        for extra in found.difference(&wanted).filter(|figure| !also.contains(*figure)) {
            faults.say(format!("{}: {extra} is drawn and not in the chart", case.name));
        }
    }
    faults.none();
}

fn marked(svg: &str) -> BTreeSet<String> {
    figures(svg, |_| true)
}

/// The figures that something other than a label stands for.
fn marks(svg: &str) -> BTreeSet<String> {
    figures(svg, |node| node.tag_name().name() != "text")
}

fn figures(svg: &str, wanted: impl Fn(&Node) -> bool) -> BTreeSet<String> {
    let document = Document::parse(svg).expect("the picture is well-formed XML");
    let nodes = document.descendants().filter(wanted);
    nodes.filter_map(|node| node.attribute("data-figure").map(str::to_string)).collect()
}
