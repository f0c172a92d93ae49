//! Series are told apart without colour, and neighbours by colour too, whoever looks.
//!
//! The rule, in every theme:
//!
//! 1. Where a panel shows several series, the name of each is written beside one of its marks:
//!    no mark of another series is nearer to that label, unless the two marks lie upon each other,
//!    or a leader runs from it to its own.
//! 2. Neighbours in the palette differ by shape of marker and hatching of bars, or else by colour:
//!    by at least 10 in CIELAB (2.3 are just noticed) with full colour vision, in grey, and as
//!    seen in protanopia, deuteranopia and tritanopia.

use crate::common::{Drawn, Faults, drawn};
use sourceline::chart::{Chart, Hue, Layer, Look, MOST_SERIES, Panel, ThemeName};
use sourceline::draw::scene::{Area, Colour, Form, Role, Scene, Spot};
use sourceline::draw::theme::Theme;
use sourceline::draw::{self, Style};

#[test]
fn the_name_of_every_series_stands_beside_it() {
    let mut faults = Faults::default();
    let mut names = 0;
    for (_, case, drawn) in drawn() {
        for theme in ThemeName::ALL {
            let scene = in_theme(drawn, theme);
            for (panel, layer) in told_apart(&drawn.chart) {
                names += 1;
                if let Some(fault) = unnamed(&scene, panel, layer) {
                    faults.say(format!("{} in {}: {fault}", case.name, theme.word()));
                }
            }
        }
    }
    assert!(names > 100, "only {names} names were looked for");
    faults.none();
}

fn in_theme(drawn: &Drawn, theme: ThemeName) -> Scene {
    let look = Look { theme, ..drawn.chart.wanted.or(Look::default()) };
    draw::draw(&drawn.chart, &Style::new(look, None)).expect("it is drawn in one theme already")
}

/// Every layer of a panel that shows several.
fn told_apart(chart: &Chart) -> impl Iterator<Item = (&Panel, &Layer)> {
    chart.panels.iter().flat_map(|panel| {
        let shown = || panel.layers.iter().filter(|one| one.connector.is_none());
        let several = shown().any(|one| shown().any(|other| one.hue != other.hue));
        // Of more series than colours not each that is grey has room for its name.
        let crowded = panel.layers.len() > MOST_SERIES;
        let named = move |one: &&Layer| !(crowded && one.hue == Hue::Grey);
        let named = shown().filter(named).filter(move |one| several && !one.points.is_empty());
        named.map(move |one| (panel, one))
    })
}

/// `(A)`, where the foot says that it stands for this name.
fn letter_for(scene: &Scene, name: &str) -> Option<String> {
    let lines: Vec<&str> =
        scene.texts(&[Role::KeyLabel]).map(|(_, text)| text.content.as_str()).collect();
    let foot = lines.join(" ");
    let at = foot.find(&format!(") {name}"))?;
    Some(format!("{})", &foot[foot[..at].rfind('(')?..at]))
}

fn unnamed(scene: &Scene, panel: &Panel, layer: &Layer) -> Option<String> {
    let of = |layer: &Layer, figure: &Option<String>| {
        layer.points.iter().any(|point| figure.as_ref() == Some(&point.figure))
    };
    let marks = |layer: &Layer| -> Vec<Area> {
        let marks = scene.shapes.iter().filter(|shape| shape.role == Role::Mark);
        marks.filter(|shape| of(layer, &shape.figure)).map(|shape| shape.area()).collect()
    };
    if layer.mark.traits().stacks && in_key(scene, &layer.name) {
        return None;
    }
    let own = marks(layer);
    let others: Vec<Area> =
        panel.layers.iter().filter(|other| *other != layer).flat_map(marks).collect();
    let mut found = false;
    for point in &layer.points {
        let lines: Vec<_> = scene
            .texts(&[Role::Label])
            .filter(|(shape, _)| shape.figure.as_ref() == Some(&point.figure))
            .map(|(_, text)| text)
            .collect();
        let words: Vec<&str> = lines.iter().map(|text| &*text.content).collect();
        let letter =
            letter_for(scene, &layer.name).is_some_and(|one| words.concat().contains(&one));
        if !words.join(" ").contains(&layer.name) && !letter {
            continue;
        }
        found = true;
        let area = lines.iter().map(|text| text.area(1.0)).reduce(union)?;
        let Some(nearest) = nearest(&area, own.iter()) else { continue };
        let elsewhere = others.iter().filter(|other| !other.overlaps(nearest));
        let other = self::nearest(&area, elsewhere);
        let beside = other.is_none_or(|other| apart(&area, nearest) <= apart(&area, other));
        if beside || led(scene, &area, &own) {
            return None;
        }
    }
    Some(match found {
        true => format!("{:?} stands nearer to another series", layer.name),
        false => format!("{:?} is nowhere", layer.name),
    })
}

/// Does the key say what the colour of a part is called?
fn in_key(scene: &Scene, name: &str) -> bool {
    scene.texts(&[Role::KeyLabel]).filter(|(_, text)| text.content == name).any(|(_, text)| {
        let before = |shape: &&sourceline::draw::scene::Shape| {
            let area = shape.area();
            let left = area.right < text.at.x && text.at.x - area.right < 20.0;
            shape.role == Role::Key && left && (area.bottom - text.at.y).abs() < 8.0
        };
        scene.shapes.iter().any(|shape| before(&shape))
    })
}

fn nearest<'m>(label: &Area, marks: impl Iterator<Item = &'m Area>) -> Option<&'m Area> {
    marks.min_by(|one, other| apart(label, one).total_cmp(&apart(label, other)))
}

/// Does a leader run from the label to one of the marks?
fn led(scene: &Scene, label: &Area, marks: &[Area]) -> bool {
    let leaders = scene.shapes.iter().filter(|shape| shape.role == Role::Leader);
    leaders
        .filter_map(|shape| match shape.form {
            Form::Line(from, to) => Some((at(from), at(to))),
            _ => None,
        })
        .any(|(from, to)| {
            let joins = |one: &Area, other: &Area| {
                apart(label, one) < 8.0 && marks.iter().any(|mark| apart(mark, other) < 8.0)
            };
            joins(&from, &to) || joins(&to, &from)
        })
}

fn at(Spot { x, y }: Spot) -> Area {
    Area { left: x, top: y, right: x, bottom: y }
}

fn union(one: Area, other: Area) -> Area {
    Area {
        left: one.left.min(other.left),
        top: one.top.min(other.top),
        right: one.right.max(other.right),
        bottom: one.bottom.max(other.bottom),
    }
}

/// The space between two boxes.
fn apart(one: &Area, other: &Area) -> f64 {
    let across = (other.left - one.right).max(one.left - other.right).max(0.0);
    let down = (other.top - one.bottom).max(one.top - other.bottom).max(0.0);
    across.hypot(down)
}

#[test]
fn neighbours_differ_whoever_looks() {
    let mut faults = Faults::default();
    for name in ThemeName::ALL {
        let theme = Theme::named(name);
        for at in 0..theme.palette.len() - 1 {
            let [one, next] = [at, at + 1].map(Hue::Palette);
            let by_shape = theme.marker(one) != theme.marker(next);
            let by_filling = theme.hatch(one) != theme.hatch(next);
            for (sight, matrix) in SIGHTS {
                let seen = |hue| lab(see(matrix, theme.pair(hue).mark));
                let distance = distance(seen(one), seen(next));
                faults.check((by_shape && by_filling) || distance >= 10.0, || {
                    let (name, next) = (name.word(), at + 1);
                    format!("{name}: {at} and {next} differ by {distance:.1} in {sight}")
                });
            }
        }
    }
    faults.none();
}

type Matrix = [[f64; 3]; 3];

/// Over linear red, green and blue. The three kinds of dichromacy are those of Machado, Oliveira
/// and Fernandes (2009) at full severity; grey is the luminance of sRGB.
const SIGHTS: [(&str, Matrix); 5] = [
    ("full colour", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    ("grey", [[0.2126, 0.7152, 0.0722]; 3]),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn see(matrix: Matrix, Colour(red, green, blue): Colour) -> [f64; 3] {
    let linear = [red, green, blue].map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    matrix
        .map(|row| row.iter().zip(linear).map(|(by, part)| by * part).sum::<f64>().clamp(0.0, 1.0))
}

/// CIELAB, under the white of sRGB.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047;
    let y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    let z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883;
    let [x, y, z] = [x, y, z].map(|part| match part > 216.0 / 24389.0 {
        true => part.cbrt(),
        false => (24389.0 / 27.0 * part + 16.0) / 116.0,
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

fn distance(one: [f64; 3], other: [f64; 3]) -> f64 {
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

#[test]
fn colours_are_seen_as_is_known() {
    let near = |one: [f64; 3], other: [f64; 3]| distance(one, other) < 0.5;
    let [(_, full), (_, grey), (_, protan), (_, deutan), (_, tritan)] = SIGHTS;
    assert!(near(lab(see(full, Colour(255, 0, 0))), [53.2, 80.1, 67.2]));
    assert!(near(lab(see(full, Colour(0, 0, 255))), [32.3, 79.2, -107.9]));
    let white = Colour(255, 255, 255);
    for matrix in [full, grey, protan, deutan, tritan] {
        assert!(near(lab(see(matrix, white)), [100.0, 0.0, 0.0]), "white is white");
    }
    // A red and a green that only full colour vision tells apart well.
    let (red, green) = (Colour(0xc0, 0x50, 0x20), Colour(0x70, 0x80, 0x20));
    let differ = |matrix| distance(lab(see(matrix, red)), lab(see(matrix, green)));
    assert!(differ(full) > 3.0 * differ(deutan), "{} {}", differ(full), differ(deutan));
}
