//! What stands for one figure as a dot, an interval block or whiskers: the shape says how sure the
//! number is. What is drawn as points and what a line joins have it in common.

use crate::chart::{Joins, Layer, Point, Sign};
use crate::draw::backend::{Pen, UNITS, spot};
use crate::draw::glyph::arrow::{ARROW, arrow, down, within};
use crate::draw::glyph::brush::Brush;
use crate::draw::glyph::finish::{Caveat, DOT};
use crate::draw::glyph::marker;
use crate::draw::glyph::whiskers::{HALF_WHISKER, whiskers};
use crate::draw::labels::{LabelSide, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Form, Paint, Role, Shape, Spot};
use crate::draw::value_axis::float;
use crate::figure::{Quantity, Way};

/// Half the width of an interval block.
const HALF_BLOCK: f64 = 5.0;
const FEW: usize = 12;
/// From the edge of a dot to the ring around it.
pub(super) const RING: f64 = 2.5;

/// Smaller where many stand close together; a few keep the size that tells hollow from filled.
pub(in crate::draw) fn radius(canvas: &Canvas, layer: &Layer) -> f64 {
    let (Some(first), Some(last)) = (layer.points.first(), layer.points.last()) else {
        return 4.5;
    };
    let base = canvas.plot.values.base;
    let width = canvas.spot(last.at, base).x - canvas.spot(first.at, base).x;
    let pitch = width / layer.points.len().saturating_sub(1).max(1) as f64;
    let least = if layer.points.len() <= FEW { 3.5 } else { 1.5 };
    if layer.points.len() == 1 { 4.5 } else { (pitch / 4.0).clamp(least, 4.5) }
}

/// Draws what stands for one figure.
pub(in crate::draw) fn shape(canvas: &Canvas, layer: &Layer, point: &Point, radius: f64) {
    let brush = brush(canvas, layer, point);
    let colour = brush.colour;
    let figure = Some(point.figure.as_str());
    let at = |value| (point.at, float(value));
    canvas.report_dot(brush.marker, |signs| {
        Caveat::of_dot(point).report(&point.quantity, &DOT, signs);
    });
    let ring = |value| {
        if point.disputed {
            let (centre, radius) = (canvas.spot(point.at, float(value)), radius + RING);
            let form = Form::Circle { centre, radius };
            let ring = Shape::new(Role::Mark, form, Paint::stroke(colour, 1.25));
            canvas.report(|signs| signs.add(Sign::Disputed));
            let ring = Shape { figure: Some(point.figure.clone()), ..ring };
            canvas.with(|scene| scene.shapes.push(ring));
        }
    };
    match &point.quantity {
        Quantity::One { side, value } => {
            let floor = canvas.plot.area.bottom;
            canvas.draw(Role::Mark, figure, [at(*value)], |scene, spots| {
                let from = spot(spots[0]);
                let lead = side.open().map(|way| match way {
                    Way::Up => (from, -ARROW),
                    Way::Down => down(from, radius, floor),
                });
                if let Some((from, length)) = lead {
                    arrow(scene, from, length, colour, radius.min(2.0));
                }
                brush.dot(scene, spots[0], radius);
            });
            ring(*value);
        }
        Quantity::Range { low, high } => {
            canvas.draw(Role::Mark, figure, [at(*low), at(*high)], |scene, spots| {
                let half = (HALF_BLOCK * UNITS) as i32;
                let (low, high) = (spots[0], spots[1]);
                brush.block(scene, (high.0 - half, high.1), (low.0 + half, low.1));
            });
            if point.disputed {
                let [low, high] = [low, high].map(|end| canvas.spot(point.at, float(*end)));
                let own = Area { left: low.x, right: low.x, top: high.y, bottom: low.y };
                let frame = Area {
                    left: own.left - HALF_BLOCK - RING,
                    right: own.right + HALF_BLOCK + RING,
                    top: own.top - RING,
                    bottom: own.bottom + RING,
                };
                let frame = Shape::new(Role::Mark, Form::Rect(frame), Paint::stroke(colour, 1.25));
                let frame = Shape { figure: Some(point.figure.clone()), ..frame };
                canvas.report(|signs| signs.add(Sign::DisputedRange));
                canvas.with(|scene| scene.shapes.push(frame));
            }
        }
        Quantity::Interval(interval) => {
            let points = [at(interval.low), at(interval.high), at(interval.value)];
            canvas.draw(Role::Mark, figure, points, |scene, spots| {
                whiskers(scene, spots[0], spots[1], &Pen(colour, 1.5));
                brush.dot(scene, spots[2], radius);
            });
            ring(interval.value);
        }
    }
}

/// How what stands for a figure is filled and outlined.
pub(in crate::draw) fn brush(canvas: &Canvas, layer: &Layer, point: &Point) -> Brush {
    let theme = &canvas.style.theme;
    Brush {
        colour: theme.pair(point.hue).mark,
        ground: theme.background,
        finish: Caveat::of_dot(point).finish(),
        marker: theme.marker(point.hue),
        hatch: theme.hatch(point.hue),
        apart: layer.mark.traits().joins != Joins::Points || is_crowded(canvas, layer, point),
    }
}

/// Does a dot of a line lie on the one before or after it?
fn is_crowded(canvas: &Canvas, layer: &Layer, point: &Point) -> bool {
    let spot =
        |point: &Point| point.quantity.value().map(|value| canvas.spot(point.at, float(value)));
    let Some(own) = spot(point) else { return false };
    let from = layer.points.partition_point(|other| other.at < point.at);
    let others = layer.points[from.saturating_sub(1)..].iter().take(3);
    let others = others.filter(|other| other.figure != point.figure).filter_map(spot);
    others.into_iter().any(|other| (other.x - own.x).hypot(other.y - own.y) < 8.0)
}

/// Asks for the label of a point.
pub(in crate::draw) fn ask<'c>(
    canvas: &Canvas,
    point: &'c Point,
    radius: f64,
    sides: &'static [LabelSide],
    wishes: &mut Vec<Wish<'c>>,
) {
    let (figure, label) = (point.figure.as_str(), &point.label);
    let radius = if point.disputed { radius + RING + 0.5 } else { radius };
    let spot = |value| canvas.spot(point.at, float(value));
    let marker = canvas.style.theme.marker(point.hue);
    let dot = |value| {
        let centre = spot(value);
        (marker::around(marker, centre, radius), centre)
    };
    let mut push = |around: Area, centre: Spot, sides: &'static [LabelSide]| {
        let place = WantedPlace::Beside { around, centre, sides, out: Out::Any };
        wishes.push(wish(canvas, point.hue, figure, label, place));
    };
    match &point.quantity {
        Quantity::Range { low, high } => {
            let (low, high) = (spot(*low), spot(*high));
            let (left, right) = (low.x - HALF_BLOCK, low.x + HALF_BLOCK);
            let around = Area { left, right, top: high.y, bottom: low.y };
            let around = around.grown(if point.disputed { RING + 1.0 } else { 0.0 });
            wishes.push(wish(canvas, point.hue, figure, label, WantedPlace::Ends { around }));
        }
        Quantity::Interval(interval) => {
            let (around, centre) = dot(interval.value);
            let half = HALF_WHISKER.max(radius);
            let around = Area {
                top: spot(interval.high).y.min(around.top),
                bottom: spot(interval.low).y.max(around.bottom),
                left: centre.x - half,
                right: centre.x + half,
            };
            push(around, centre, ARROW_UP);
        }
        quantity => {
            let Some(value) = quantity.value() else { return };
            let (mut around, centre) = dot(value);
            let mut sides = sides;
            match quantity.open() {
                Some(Way::Up) => around.top = centre.y - ARROW,
                Some(Way::Down) => match within(canvas.plot.area.bottom - centre.y) {
                    Some(length) => around.bottom = centre.y + length,
                    None => (around.top, sides) = (centre.y - ARROW, ARROW_UP),
                },
                None => {}
            }
            push(around, centre, sides);
        }
    }
}

/// The sides to try for a lone mark.
pub(in crate::draw) fn sides(quantity: &Quantity) -> &'static [LabelSide] {
    match (quantity, quantity.open()) {
        (Quantity::Interval(_), _) | (_, Some(Way::Up)) => ARROW_UP,
        (_, Some(Way::Down)) => ARROW_DOWN,
        _ => FREE,
    }
}

use LabelSide::*;

const FREE: &[LabelSide] = &[
    Above, Right, Below, Left, AboveRight, AboveLeft, BelowRight, BelowLeft, RightAbove,
    RightBelow, LeftAbove, LeftBelow,
];
const ARROW_UP: &[LabelSide] = &[
    Right, Left, RightBelow, LeftBelow, RightAbove, LeftAbove, Below, Above, BelowRight, BelowLeft,
    AboveRight, AboveLeft,
];
const ARROW_DOWN: &[LabelSide] = &[
    Right, Left, Above, RightAbove, LeftAbove, AboveRight, AboveLeft, RightBelow, LeftBelow, Below,
    BelowRight, BelowLeft,
];
