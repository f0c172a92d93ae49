//! Pictures of the fixtures, and what must hold of every picture.

use super::*;
use crate::encode::svg;

#[test]
fn every_fixture_can_be_drawn() {
    for (name, chart) in fixtures::all() {
        let scene = draw(&chart, &Style::default()).unwrap();
        let svg = svg::encode(&scene);
        roxmltree::Document::parse(&svg).unwrap();
        if let Some(folder) = std::env::var_os("SOURCELINE_PICTURES") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.svg")), svg).unwrap();
        }
    }
}
