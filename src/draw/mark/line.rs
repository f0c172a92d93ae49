//! A line through the points of one series, with a dot for each figure. It stops wherever the
//! chart has no link.

use plotters_backend::DrawingBackend;

use super::band;
use super::dot::{self, brush, radius, shape};
use super::repeat;
use super::stroke::{dashes, runs};
use crate::chart::{Hue, Layer, Point};
use crate::draw::backend::Pen;
use crate::draw::labels::{LabelSide, WantedPlace, Wish};
use crate::draw::plot::{Canvas, is_named};
use crate::draw::scene::{Role, Stroke};
use crate::draw::value_axis::float;

/// A line that stands back is thinner, and its dots are smaller.
const BEHIND: f64 = 1.25;
const SMALL: f64 = 2.25;
/// Where more than so many stand back, dots on their lines are no more than beads: a thicket of
/// dots would hide the lines that do not.
const MANY: usize = 12;
const BEAD: f64 = 1.25;

/// The strokes between points, each run of links of one kind in one.
pub(super) fn draw_strokes<'c>(canvas: &Canvas<'_, 'c>, at: usize, _: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    band::draw(canvas, layer);
    let colour = canvas.style.theme.pair(layer.hue).mark;
    let width = if layer.hue == Hue::Grey { BEHIND } else { 2.5 };
    let place = |at: usize| {
        let point = layer.points.get(at)?;
        let value = height(point)?;
        Some((point.at, value))
    };
    for run in runs(&layer.links) {
        let first = run.first().map(|link| link.from);
        let spots = first.into_iter().chain(run.iter().map(|link| link.to)).filter_map(place);
        let spots: Vec<(f64, f64)> = spots.collect();
        let dash = run.first().and_then(|link| dashes(canvas, link.dash));
        canvas.draw(Role::Line, None, spots, |scene, spots| {
            let pen = Pen(colour, width);
            scene.draw_path(spots.iter().copied(), &pen).expect("a scene cannot fail");
            if let Some(shape) = scene.shapes.last_mut() {
                let stroke = shape.paint.stroke;
                shape.paint.stroke = stroke.map(|stroke| Stroke { dash, ..stroke });
            }
        });
    }
}

pub(super) fn draw_points<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let named = is_named(canvas.plot.panel, layer);
    let usual = (radius(canvas, layer) * 0.8).min(4.0);
    let neighbours = neighbours(layer);
    let banded = layer.banded();
    let behind = canvas.plot.panel.layers.iter().filter(|one| one.hue == Hue::Grey).count();
    for (at, point) in layer.points.iter().enumerate() {
        let radius = match point.hue {
            Hue::Grey if behind > MANY && neighbours[at] != (None, None) => usual.min(BEAD),
            Hue::Grey => usual.min(SMALL),
            _ => usual,
        };
        if point.repeats {
            continue;
        }
        repeat::tail(canvas, layer, at);
        if banded[at] {
            band::point(canvas, point, (&brush(canvas, layer, point), radius), wishes);
            if named && at + 1 == layer.points.len() && height(point).is_some() {
                after_the_end(wishes);
            }
            continue;
        }
        shape(canvas, layer, point, radius);
        if repeat::repeated(layer, at) > 0 {
            repeat::ask(canvas, layer, (at, radius), wishes);
            continue;
        }
        let own = height(point);
        let rise = |other: Option<usize>| {
            let other = &layer.points[other?];
            Some(canvas.spot(point.at, own?).y - canvas.spot(other.at, height(other)?).y)
        };
        let (before, after) = neighbours[at];
        let sides = match (rise(before), rise(after)) {
            (None, None) => dot::sides(&point.quantity),
            (before, after) => sides(before.unwrap_or(0.0), after.unwrap_or(0.0)),
        };
        dot::ask(canvas, point, radius, sides, wishes);
        if named && at + 1 == layer.points.len() && height(point).is_some() {
            after_the_end(wishes);
        }
    }
}

/// The name of a line among others stands after its end.
fn after_the_end(wishes: &mut [Wish]) {
    if let Some(Wish { place, .. }) = wishes.last_mut()
        && let WantedPlace::Beside { around, centre, .. } = *place
    {
        *place = WantedPlace::After { around, centre, sides: END, listed: false };
    }
}

/// The number a line passes through.
fn height(point: &Point) -> Option<f64> {
    point.quantity.value().map(float)
}

/// The points before and after each that a line joins it to.
fn neighbours(layer: &Layer) -> Vec<(Option<usize>, Option<usize>)> {
    let count = layer.points.len();
    let mut neighbours = vec![(None, None); count];
    for link in layer.links.iter().filter(|link| link.from < count && link.to < count) {
        neighbours[link.from].1 = Some(link.to);
        neighbours[link.to].0 = Some(link.from);
    }
    neighbours
}

/// Where the line leaves room: `before` and `after` say how much higher the neighbours lie.
fn sides(before: f64, after: f64) -> &'static [LabelSide] {
    match (before > 1.0, after > 1.0) {
        (true, true) => VALLEY,
        (false, true) => RISING,
        (true, false) => FALLING,
        (false, false) => PEAK,
    }
}

use LabelSide::*;

const PEAK: &[LabelSide] = &[
    Above, AboveRight, AboveLeft, Right, Left, RightAbove, LeftAbove, Below, BelowRight, BelowLeft,
    RightBelow, LeftBelow,
];
const VALLEY: &[LabelSide] = &[
    Below, BelowRight, BelowLeft, Right, Left, RightBelow, LeftBelow, Above, AboveRight, AboveLeft,
    RightAbove, LeftAbove,
];
const RISING: &[LabelSide] = &[
    Above, AboveLeft, BelowRight, Below, LeftAbove, RightBelow, Left, Right, AboveRight, BelowLeft,
    RightAbove, LeftBelow,
];
const FALLING: &[LabelSide] = &[
    Above, AboveRight, BelowLeft, Below, RightAbove, LeftBelow, Right, Left, AboveLeft, BelowRight,
    LeftAbove, RightBelow,
];
/// The end of a line among others: its name stands after it.
const END: &[LabelSide] = &[
    Right, RightAbove, RightBelow, Above, Below, AboveLeft, BelowLeft, AboveRight, BelowRight,
    LeftAbove, LeftBelow, Left,
];
