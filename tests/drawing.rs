//! Every chart of the project and of `tests/charts` is drawn and held to what must be true of any
//! picture. Whether it is the approved one is asked in `charts.rs`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sourceline::chart::{self, Chart};
use sourceline::dataset::{Dataset, Files};
use sourceline::draw::scene::{Anchor, Form, Role, Scene};
use sourceline::draw::{Style, draw};
use sourceline::encode::svg;

struct Drawn {
    spec: PathBuf,
    chart: Chart,
    scene: Scene,
    svg: String,
}

/// Every chart of a project that resolves.
fn charts(project: &str) -> Vec<Drawn> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(project);
    let read = |name: &str| fs::read(root.join("data").join(name));
    let files = Files {
        figures: read("figures.csv").unwrap(),
        series: read("series.csv").unwrap(),
        sources: read("sources.csv").unwrap(),
        events: read("events.csv").ok(),
    };
    let data = Dataset::read(&files, 4).value;
    let Ok(folder) = fs::read_dir(root.join("charts")) else { return Vec::new() };
    let mut specs: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    specs.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    specs.sort();
    let draw = |spec: PathBuf| {
        let name = spec.file_stem().unwrap().to_str().unwrap().to_string();
        let text = fs::read_to_string(&spec).unwrap();
        let resolved = chart::resolve(&name, &format!("charts/{name}.toml"), &text, &data, "test");
        let Some(chart) = resolved.value else {
            panic!("{name} does not resolve: {:?}", resolved.problems);
        };
        let scene =
            draw(&chart, &Style::default()).unwrap_or_else(|unfit| panic!("{name}: {unfit}"));
        let svg = svg::encode(&scene);
        if let Some(folder) = std::env::var_os("SOURCELINE_PICTURES") {
            fs::write(Path::new(&folder).join(format!("{name}.svg")), &svg).unwrap();
        }
        Drawn { spec, chart, scene, svg }
    };
    specs.into_iter().map(draw).collect()
}

fn all() -> Vec<Drawn> {
    [".", "tests/charts"].into_iter().flat_map(charts).collect()
}

#[test]
fn every_picture_keeps_to_the_portable_subset() {
    let elements = [
        "svg", "title", "desc", "metadata", "g", "rect", "line", "polyline", "polygon", "path",
        "circle", "text",
    ];
    let attributes = [
        "width",
        "height",
        "viewBox",
        "role",
        "aria-label",
        "lang",
        "font-family",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "points",
        "font-size",
        "font-weight",
        "text-anchor",
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "data-figure",
    ];
    for Drawn { spec, svg, chart, .. } in all() {
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        let name = spec.display();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        assert_eq!(root.attribute("aria-label"), Some(chart.alt.as_str()), "{name}");
        let children: Vec<_> = root.children().filter(|node| node.is_element()).collect();
        assert_eq!(children[0].tag_name().name(), "title", "{name}");
        assert_eq!(children[1].tag_name().name(), "desc", "{name}");
        for node in document.descendants().filter(|node| node.is_element()) {
            assert!(elements.contains(&node.tag_name().name()), "{name}: {:?}", node.tag_name());
            for attribute in node.attributes() {
                assert!(attributes.contains(&attribute.name()), "{name}: {}", attribute.name());
                let paint = matches!(attribute.name(), "fill" | "stroke");
                let colour = attribute.value();
                assert!(!paint || colour == "none" || colour.starts_with('#'), "{name}: {colour}");
            }
            if node.has_tag_name("text") {
                assert!(node.children().all(|child| child.is_text()), "{name}: one line a text");
                let size: f64 = node.attribute("font-size").unwrap().parse().unwrap();
                assert!(size >= 12.0, "{name}: text of {size}");
            }
        }
    }
}

#[test]
fn no_label_overlaps_another_or_leaves_the_picture() {
    let roles = [
        Role::Title,
        Role::Subtitle,
        Role::PanelTitle,
        Role::GridLabel,
        Role::TickLabel,
        Role::EventLabel,
        Role::Gap,
        Role::Label,
        Role::KeyLabel,
        Role::Note,
        Role::Source,
    ];
    for Drawn { spec, scene, .. } in all() {
        let texts: Vec<_> = scene.texts(&roles).map(|(_, text)| text).collect();
        for (at, one) in texts.iter().enumerate() {
            let area = one.reserve();
            let inside = area.left >= 0.0 && area.right <= scene.width;
            assert!(inside, "{}: {} leaves the picture", spec.display(), one.content);
            assert!(area.top >= 0.0 && area.bottom <= scene.height, "{}", spec.display());
            for other in &texts[at + 1..] {
                let clear = !area.overlaps(&other.reserve().grown(-0.01));
                assert!(clear, "{}: {} on {}", spec.display(), one.content, other.content);
            }
        }
    }
}

#[test]
fn no_label_covers_a_mark() {
    for Drawn { spec, scene, .. } in all() {
        for (_, label) in scene.texts(&[Role::Label, Role::EventLabel, Role::Gap]) {
            let area = label.reserve().grown(-1.0);
            for mark in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
                let clear = !area.overlaps(&mark.area());
                assert!(clear, "{}: {} on {:?}", spec.display(), label.content, mark.figure);
            }
        }
    }
}

#[test]
fn every_required_label_stands_on_the_chart() {
    for Drawn { spec, scene, chart, .. } in all() {
        let written: Vec<(&str, &str)> = scene
            .texts(&[Role::Label])
            .map(|(shape, text)| (shape.figure.as_deref().unwrap_or(""), text.content.as_str()))
            .collect();
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            let labels = layer.points.iter().map(|point| (&point.figure, &point.label));
            let claim = layer.connector.iter().map(|claim| (&claim.figure, &claim.label));
            for (figure, label) in labels.chain(claim).filter(|(_, label)| label.required) {
                let own: Vec<&str> = written
                    .iter()
                    .filter(|(id, _)| id == figure)
                    .flat_map(|(_, content)| content.split_whitespace())
                    .collect();
                let whole = label.text.split_whitespace().all(|word| own.contains(&word));
                let ends = label.ends.iter().all(|(low, high)| {
                    [low, high].iter().all(|end| end.split(' ').all(|word| own.contains(&word)))
                });
                assert!(whole || (label.ends.is_some() && ends), "{}: {figure}", spec.display());
            }
        }
    }
}

#[test]
fn every_figure_drawn_is_a_mark_that_names_it() {
    for Drawn { spec, scene, chart, .. } in all() {
        let marked: BTreeSet<&str> = scene
            .shapes
            .iter()
            .filter(|shape| matches!(shape.role, Role::Mark | Role::Line | Role::Gap))
            .filter_map(|shape| shape.figure.as_deref())
            .collect();
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            for point in &layer.points {
                assert!(marked.contains(point.figure.as_str()), "{}", spec.display());
            }
        }
        for figure in marked {
            assert!(
                chart.stamp.figures.iter().any(|id| id == figure),
                "{}: {figure}",
                spec.display()
            );
        }
    }
}

#[test]
fn a_text_that_ends_or_starts_somewhere_is_measured_from_there() {
    for Drawn { scene, .. } in all() {
        for shape in &scene.shapes {
            let Form::Text(text) = &shape.form else { continue };
            let area = text.area(2.0);
            match text.anchor {
                Anchor::Start => assert_eq!(area.left, text.at.x),
                Anchor::End => assert!((area.right - text.at.x).abs() < 1e-9),
                Anchor::Middle => {
                    assert!(((area.left + area.right) / 2.0 - text.at.x).abs() < 1e-9);
                }
            }
        }
    }
}
