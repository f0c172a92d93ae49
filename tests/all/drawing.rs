//! Every chart of the project, of `tests/charts` and of the gallery is drawn and held to what must be true of any
//! picture. Whether it is the approved one is asked in `charts.rs`.

use std::collections::BTreeSet;

use crate::common;
use crate::common::{Drawn, drawn};
use sourceline::chart::{Body, Dash, Label, Sign};
use sourceline::draw::scene::{Anchor, Form, Role, Scene, Text};

fn texts(scene: &Scene) -> impl Iterator<Item = &Text> {
    scene.shapes.iter().filter_map(|shape| match &shape.form {
        Form::Text(text) => Some(text),
        _ => None,
    })
}

#[test]
fn no_label_overlaps_another_or_leaves_the_picture() {
    for (_, case, Drawn { scene, .. }) in drawn() {
        let texts: Vec<_> = texts(scene).collect();
        for (at, one) in texts.iter().enumerate() {
            let area = one.reserve();
            let inside = area.left >= 0.0 && area.right <= scene.width;
            assert!(inside, "{}: {} leaves the picture", case.name, one.content);
            assert!(area.top >= 0.0 && area.bottom <= scene.height, "{}", case.name);
            for other in &texts[at + 1..] {
                let clear = !area.overlaps(&other.reserve().grown(-0.01));
                assert!(clear, "{}: {} on {}", case.name, one.content, other.content);
            }
        }
    }
}

#[test]
fn no_label_covers_a_mark() {
    for (_, case, Drawn { scene, .. }) in drawn() {
        for (own, label) in scene.texts(&[Role::Label, Role::EventLabel, Role::Gap]) {
            let area = label.reserve().grown(-1.0);
            for mark in scene.shapes.iter().filter(|shape| shape.role == Role::Mark) {
                // The number of a part stands within it.
                let within = matches!(mark.form, Form::Rect(_))
                    && mark.figure == own.figure
                    && mark.area().contains(&area);
                let clear = within || !area.overlaps(&mark.area());
                assert!(clear, "{}: {} on {:?}", case.name, label.content, mark.figure);
            }
        }
    }
}

/// Bars and spans are dashed, and so is the line to a dot.
#[test]
fn a_provisional_dot_without_a_dashed_line_says_so_in_words() {
    let mut alone = 0;
    for (_, case, Drawn { scene, chart, .. }) in drawn() {
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            let dashed = |at: usize| {
                let mut links = layer.links.iter().chain(&layer.bands);
                links.any(|link| {
                    link.dash == Dash::Provisional && [link.from, link.to].contains(&at)
                })
            };
            let is_dot = layer.mark.traits().body == Body::Dot;
            for (at, point) in layer.points.iter().enumerate() {
                if !is_dot || !point.provisional || dashed(at) {
                    continue;
                }
                alone += 1;
                let own = scene.texts(&[Role::Label]);
                let mut own = own.filter(|(shape, _)| shape.figure.as_ref() == Some(&point.figure));
                let said = own.any(|(_, text)| text.content.contains("provisional"));
                assert!(said, "{}: {}", case.name, point.figure);
            }
            let signs = &scene.signs;
            let line = signs.has(Sign::Provisional);
            let drawn = scene.shapes.iter().any(|shape| {
                let dash = shape.paint.stroke.and_then(|stroke| stroke.dash);
                shape.role == Role::Line && dash.is_some()
            });
            assert!(!line || drawn, "{}: {signs:?}", case.name);
        }
    }
    assert!(alone >= 2);
}

#[test]
fn every_required_label_stands_on_the_chart() {
    for (_, case, Drawn { scene, chart, .. }) in drawn() {
        let written: Vec<(&str, &str)> = scene
            .texts(&[Role::Label])
            .map(|(shape, text)| (shape.figure.as_deref().unwrap_or(""), text.content.as_str()))
            .collect();
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            let labels = layer.points.iter().map(|point| {
                (&point.figure, &point.label, common::by_the_key(chart, scene, point))
            });
            let claim = layer.connector.iter().map(|claim| (&claim.figure, &claim.label, None));
            let free = !common::is_of_a_given_height(chart);
            let asked = |label: &Label| label.must || label.required && free;
            for (figure, label, number) in labels.chain(claim).filter(|(_, l, _)| asked(l)) {
                let own: Vec<&str> = written
                    .iter()
                    .filter(|(id, _)| id == figure)
                    .flat_map(|(_, content)| content.split_whitespace())
                    .collect();
                let says = |text: &str| text.split_whitespace().all(|word| own.contains(&word));
                let short = |text: &str| says(&chart.language.with_short_scale(text));
                let says = |text: &str| says(text) || short(text);
                let whole = says(&label.text()) || number.is_some_and(|number| says(&number));
                let ends =
                    label.ends.iter().all(|(low, high)| [low, high].iter().all(|end| says(end)));
                assert!(whole || (label.ends.is_some() && ends), "{}: {figure}", case.name);
            }
        }
    }
}

#[test]
fn every_figure_drawn_is_a_mark_that_names_it() {
    for (_, case, Drawn { scene, chart, .. }) in drawn() {
        let marked: BTreeSet<&str> = scene
            .shapes
            .iter()
            .filter(|shape| matches!(shape.role, Role::Mark | Role::Line | Role::Gap))
            .filter_map(|shape| shape.figure.as_deref())
            .collect();
        for layer in chart.panels.iter().flat_map(|panel| &panel.layers) {
            for point in &layer.points {
                assert!(marked.contains(point.figure.as_str()), "{}", case.name);
            }
        }
        for figure in marked {
            assert!(chart.stamp.figures.iter().any(|id| id == figure), "{}: {figure}", case.name);
        }
    }
}

#[test]
fn a_text_that_ends_or_starts_somewhere_is_measured_from_there() {
    for (_, _, Drawn { scene, .. }) in drawn() {
        for text in texts(scene) {
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
