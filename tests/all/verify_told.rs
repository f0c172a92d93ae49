//! What `verify` says of a copy, word for word: of each kind of change, and of other versions.

use std::fs;

use crate::common::Faults;
use crate::verify::{gallery, verify};

const DOT: &str = " data-figure=\"homes-2014-06-30\"/>";

fn dot_with(svg: &str, attribute: &str) -> String {
    svg.replace(DOT, &format!(" {attribute}{DOT}"))
}

fn on_top(svg: &str, more: &str) -> String {
    svg.replace("</svg>", &format!("{more}</svg>"))
}

fn line_of<'s>(svg: &'s str, part: &str) -> &'s str {
    svg.lines().find(|line| line.contains(part)).expect("there is such a line")
}

fn picture() -> String {
    fs::read_to_string(gallery("line").join("charts/line.svg")).expect("it was approved")
}

fn told(svg: &str) -> (String, i32) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let copy = folder.path().join("copy.svg");
    fs::write(&copy, svg).expect("it can be written");
    let (told, exit) = verify(&gallery("line"), &copy);
    (told.replace(&format!(" {}", copy.display()), ""), exit)
}

#[test]
fn each_kind_of_change_is_told_in_its_words() {
    let svg = picture();
    let dot = line_of(&svg, DOT);
    let hidden = "the dot of 30 June 2014 is not shown";
    let painted = "the dot of 30 June 2014 has another colour or line";
    let away = "the dot of 30 June 2014 has the colour of the background, and cannot be seen";
    let label = "22,150</text>";
    let cases: [(String, &str); 27] = [
        (svg.replace(dot, ""), hidden),
        (dot_with(&svg, "opacity=\"0\""), hidden),
        (dot_with(&svg, "style=\"opacity:0\""), hidden),
        (dot_with(&svg, "fill-opacity=\"0\""), hidden),
        (dot_with(&svg, "style=\"display:none\""), hidden),
        (svg.replace(dot, &format!("<g opacity=\"0\">{dot}</g>")), hidden),
        (svg.replace(dot, &dot.replace("r=\"3.60\"", "r=\"0\"")), hidden),
        (dot_with(&svg, "opacity=\"0.3\""), painted),
        (dot_with(&svg, "style=\"fill:#fff\""), away),
        (dot_with(&svg, "style=\"fill:#fdfdfd\""), away),
        (dot_with(&svg, "fill-opacity=\"0.03\""), away),
        (dot_with(&svg, "style=\"fill:#f00\""), painted),
        (
            svg.replace(dot, &dot.replace("r=\"3.60\"", "r=\"1\"")),
            "the dot of 30 June 2014 was moved, or has another size",
        ),
        (
            dot_with(&svg, "transform=\"translate(0 -20)\""),
            "the dot of 30 June 2014 stands at about 6,400",
        ),
        (
            dot_with(&svg, "transform=\"translate(20 0)\""),
            "the dot of 30 June 2014 was moved, or has another size",
        ),
        (
            svg.replace(dot, &dot.replace("2014", "2015")),
            "the dot of 30 June 2014 is said to stand for homes-2015-06-30",
        ),
        (format!("{}\n", on_top(&svg.replace(dot, ""), dot)), "what lay below lies above"),
        (svg.replace(label, "29,150</text>"), "the text “22,150” of 30 June 2022 says “29,150”"),
        (
            svg.replace(label, "22,150<tspan fill-opacity=\"0\">9</tspan></text>"),
            "it sets otherwise: 22,1509",
        ),
        (
            svg.replace(label, "@")
                .replace(">3,150</text>", &format!(">{label}"))
                .replace('@', "3,150</text>"),
            "the text “3,150” of 30 June 2013 says “22,150”",
        ),
        (svg.replace("aria-label=\"", "aria-label=\"Not so: "), "its aria-label says “Not so: "),
        (svg.replace("<title>", "<title>Not so: "), "its title says “Not so: More homes have"),
        (svg.replace("<desc>", "<desc>Not so: "), "its description says “Not so: "),
        (svg.replace("viewBox=\"0 0", "viewBox=\"40 20"), "its viewBox is `40 20 720.00 418.00`"),
        (on_top(&svg, "<foreignObject/>"), "it has an element `foreignObject` that was not drawn"),
        (on_top(&svg, "<image/>"), "it has an element `image` that was not drawn"),
        (on_top(&svg, "<text x=\"50\" y=\"50\">Fake</text>"), "the text “Fake” was added"),
    ];
    let mut faults = Faults::default();
    for (at, (svg, said)) in cases.iter().enumerate() {
        let (told, exit) = told(svg);
        let is_told = told.starts_with("altered\n") && told.contains(&format!("\n  {said}"));
        faults.check(exit == 1 && is_told, || format!("{at}: no “{said}” in {told}"));
    }
    faults.none();
}

/// The dots of another version are larger; its stamp holds where they stand.
#[test]
fn other_versions_are_judged_by_their_own_stamps() {
    let svg = picture();
    let stamp = svg.split_once("data-sourceline=\"").expect("a stamp").1;
    let stamp = stamp.split_once('"').expect("it ends").0;
    let of_version = |number: &str| {
        let mut fields: Vec<&str> = stamp.split(';').collect();
        (fields[4], fields[6]) = (number, "AAAAAAAA");
        svg.replace(stamp, &fields.join(";")).replace("r=\"3.60\"", "r=\"5.00\"")
    };
    for (number, which) in [("1", "an older"), ("4000", "a newer")] {
        let same = format!("current\n  it was drawn by {which} version, and says the same\n");
        assert_eq!(told(&of_version(number)), (same, 0));
        let moved = dot_with(&of_version(number), "transform=\"translate(0 -20)\"");
        let said = "altered\n  the mark of homes-2014-06-30 stands elsewhere than it was drawn\n";
        assert_eq!(told(&moved), (said.to_string(), 1));
    }
}
