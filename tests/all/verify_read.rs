//! Copies doctored so that only a browser shows it: by a value that other programs read otherwise, by
//! what acts from where nothing is painted, by blanks that move a text.

use crate::verify::{Doctor, all_are_told, first_label, first_mark, on_top, with_attribute};

fn mark_with(svg: &str, attribute: &str) -> String {
    first_mark(svg, |line| with_attribute(line, attribute))
}

fn label_with(svg: &str, attribute: &str) -> String {
    first_label(svg, |line| with_attribute(line, attribute))
}

/// All that is painted, with this around it.
fn wrapped(svg: &str, open: &str, close: &str) -> String {
    let svg = svg.replacen("<rect", &format!("{open}<rect"), 1);
    svg.replace("</svg>", &format!("{close}</svg>"))
}

/// The first mark with an element in it.
fn mark_around(svg: &str, inner: &str) -> String {
    first_mark(svg, |line| {
        let name = line.trim_start_matches('<').split(' ').next().unwrap_or_default();
        line.replace("/>", &format!(">{inner}</{name}>"))
    })
}

const VALUES: [Doctor; 19] = [
    ("display in capitals", |svg| mark_with(svg, "display=\"NONE\"")),
    ("display with blanks", |svg| mark_with(svg, "display=\" none \"")),
    ("display that hides a shape", |svg| mark_with(svg, "display=\"contents\"")),
    ("visibility in capitals", |svg| mark_with(svg, "visibility=\"Hidden\"")),
    ("opacity with blanks", |svg| mark_with(svg, "opacity=\" 0 \"")),
    ("display, and what no browser takes", |svg| {
        mark_with(svg, "style=\"display:none;display:bogus\"")
    }),
    ("opacity, and what no browser takes", |svg| mark_with(svg, "style=\"opacity:0;opacity:1x\"")),
    ("visibility, and what no browser takes", |svg| {
        mark_with(svg, "style=\"visibility:hidden;visibility:bogus\"")
    }),
    ("what is important", |svg| mark_with(svg, "style=\"opacity:0!important;opacity:1\"")),
    ("a label hidden in capitals", |svg| label_with(svg, "style=\"visibility:Hidden\"")),
    ("a transform of style sheets", |svg| mark_with(svg, "transform=\"translateY(20px)\"")),
    ("a transform with a unit", |svg| mark_with(svg, "transform=\"translate(0 20px)\"")),
    ("a transform that breaks off", |svg| mark_with(svg, "transform=\"translate(0,20)foo\"")),
    ("a label moved by blanks", |svg| {
        first_label(svg, |line| {
            let line = with_attribute(line, "xml:space=\"preserve\"");
            line.replacen("</text>", "                </text>", 1)
        })
    }),
    ("a label moved by hard blanks", |svg| {
        first_label(svg, |line| line.replacen("</text>", &("\u{a0}".repeat(20) + "</text>"), 1))
    }),
    ("a script in the metadata", |svg| on_top(svg, "<metadata><script>x</script></metadata>")),
    ("a style sheet of a page in the metadata", |svg| {
        let sheet = "<style xmlns=\"http://www.w3.org/1999/xhtml\">@media all{a{}}</style>";
        on_top(svg, &format!("<metadata>{sheet}</metadata>"))
    }),
    ("an animation in the metadata", |svg| {
        let set = "<set href=\"#m\" attributeName=\"display\" to=\"none\"/>";
        on_top(&mark_with(svg, "id=\"m\""), &format!("<metadata>{set}</metadata>"))
    }),
    ("other letters", |svg| format!("<?xml version=\"1.0\" encoding=\"windows-1252\"?>\n{svg}")),
];

const KINDS: [Doctor; 21] = [
    ("all scaled", |svg| wrapped(svg, "<g transform=\"scale(1 .8)\">", "</g>")),
    ("all turned over", |svg| wrapped(svg, "<g transform=\"matrix(1 0 0 -1 0 400)\">", "</g>")),
    ("all clipped", |svg| {
        let clip = "<clipPath id=\"c\"><rect width=\"99\" height=\"99\"/></clipPath>";
        wrapped(svg, &format!("{clip}<g clip-path=\"url(#c)\">"), "</g>")
    }),
    ("the root clipped", |svg| svg.replacen("<svg ", "<svg clip-path=\"inset(0 0 50% 0)\" ", 1)),
    ("all in a switch", |svg| wrapped(svg, "<switch>", "</switch>")),
    ("a mask", |svg| {
        let mask = "<mask id=\"k\"><rect width=\"1\" height=\"1\"/></mask>";
        on_top(&mark_with(svg, "mask=\"url(#k)\""), mask)
    }),
    ("a filter", |svg| {
        let filter = "<filter id=\"f\"><feGaussianBlur stdDeviation=\"5\"/></filter>";
        on_top(&mark_with(svg, "filter=\"url(#f)\""), filter)
    }),
    ("a filter of style sheets", |svg| mark_with(svg, "style=\"filter:opacity(0)\"")),
    ("a copy of a mark", |svg| {
        on_top(&mark_with(svg, "id=\"m\""), "<use href=\"#m\" x=\"0\" y=\"40\"/>")
    }),
    ("a mark twice", |svg| first_mark(svg, |line| format!("{line}\n{line}"))),
    ("a label shifted", |svg| label_with(svg, "dx=\"30\"")),
    ("a label turned", |svg| label_with(svg, "rotate=\"10\"")),
    ("a label pressed", |svg| label_with(svg, "textLength=\"10\"")),
    ("a label from right to left", |svg| label_with(svg, "direction=\"rtl\"")),
    ("a view of another form", |svg| {
        svg.replacen("<svg ", "<svg preserveAspectRatio=\"none\" ", 1)
    }),
    ("a view cut off", |svg| {
        svg.replacen("<svg ", "<svg preserveAspectRatio=\"xMidYMid slice\" ", 1)
    }),
    ("a view from below", |svg| svg.replacen("<svg ", "<svg transform=\"translate(0 50)\" ", 1)),
    ("a mark with a title", |svg| mark_around(svg, "<title>About 9</title>")),
    ("a mark that moves", |svg| {
        mark_around(svg, "<animate attributeName=\"cy\" to=\"9\" dur=\"1s\" fill=\"freeze\"/>")
    }),
    ("a mark that is set", |svg| {
        mark_around(svg, "<set attributeName=\"visibility\" to=\"hidden\"/>")
    }),
    ("a mark of another system", |svg| mark_with(svg, "requiredExtensions=\"http://x/\"")),
];

#[test]
fn what_only_a_browser_reads_so_is_told() {
    assert_eq!(all_are_told(&VALUES), 6 * VALUES.len());
}

#[test]
fn every_other_way_to_show_something_else_is_told() {
    assert_eq!(all_are_told(&KINDS), 6 * KINDS.len());
}
