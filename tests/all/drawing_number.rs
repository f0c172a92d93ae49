//! The number of the drawing follows the drawing: what it draws of the gallery is kept in
//! `tests/verify/drawing.txt`, a line a chart.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use crate::common::gallery;
use sourceline::encode::imprint::DRAWING;
use sourceline::encode::{stamp, svg};

const WHAT_TO_DO: &str = "If pictures with this number may be in use elsewhere, raise `DRAWING` in src/encode/imprint.rs by one, so \
    that they are told as drawn by an older version; if it was raised since anybody had such a picture, it may \
    stay. Then run `APPROVE=1 cargo test --test all drawing_number`, and commit tests/verify/drawing.txt.";

/// Of every chart of the gallery: what it was drawn from, and what was drawn.
fn drawn_now() -> BTreeMap<String, (String, String)> {
    let mut charts = BTreeMap::new();
    for case in gallery().iter().flat_map(|project| &project.cases) {
        let Ok(drawn) = &case.drawn else { continue };
        let (stamp, imprint) = stamp::read(svg::stamp_in(&drawn.svg)).expect("a stamp");
        let picture = imprint.expect("of this form").picture;
        charts.insert(case.name.clone(), (stamp.inputs, picture));
    }
    charts
}

#[test]
fn the_number_of_the_drawing_is_raised_with_it() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verify/drawing.txt");
    let now = drawn_now();
    if env::var_os("APPROVE").is_some() {
        let lines =
            now.iter().map(|(name, (inputs, picture))| format!("{name} {inputs} {picture}\n"));
        let text = format!("{DRAWING}\n{}", lines.collect::<String>());
        fs::write(&path, text).expect("it can be written");
    }
    let kept = fs::read_to_string(&path).expect("it was approved");
    let (number, lines) = kept.split_once('\n').expect("a number comes first");
    assert_eq!(number, DRAWING.to_string(), "another number was kept. {WHAT_TO_DO}");
    let mut otherwise = Vec::new();
    let mut known = 0;
    for line in lines.lines() {
        let [name, inputs, picture] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("no chart in `{line}`")
        };
        // A chart of other data or another spec says nothing of the drawing.
        let Some((_, drawn)) = now.get(name).filter(|(drawn_from, _)| drawn_from == inputs) else {
            continue;
        };
        known += 1;
        if drawn != picture {
            otherwise.push(name);
        }
    }
    assert!(
        otherwise.is_empty(),
        "number {DRAWING} draws otherwise than it did: {}. {WHAT_TO_DO}",
        otherwise.join(", ")
    );
    assert!(
        2 * known > now.len(),
        "few of the charts are in tests/verify/drawing.txt. {WHAT_TO_DO}"
    );
}
