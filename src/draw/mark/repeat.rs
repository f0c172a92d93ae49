//! The tail of a mark whose number others only repeat: two hairlines side by side, which no line of
//! values is, with a tick where each of them says it.

use super::dot::RING;
use crate::chart::{Layer, Point, Says, Sign};
use crate::draw::glyph::marker;
use crate::draw::labels::{LabelSide, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Form, Paint, Role, Shape, Spot};
use crate::draw::value_axis::float;
use crate::figure::Quantity;

/// From the middle of a tail to either of its hairlines, and to the end of a tick.
pub(in crate::draw) const RAIL: f64 = 1.5;
pub(in crate::draw) const TICK: f64 = 5.0;
pub(in crate::draw) const HAIRLINE: f64 = 0.75;
pub(in crate::draw) const WIDTH: f64 = 1.75;

/// How many points after one only repeat it.
pub(super) fn repeated(layer: &Layer, at: usize) -> usize {
    layer.points[at + 1..].iter().take_while(|point| point.repeats).count()
}

/// Draws the tail of a point, which its own mark is to be drawn over.
pub(super) fn tail(canvas: &Canvas, layer: &Layer, at: usize) {
    let (point, run) = (&layer.points[at], &layer.points[at + 1..=at + repeated(layer, at)]);
    let Some(last) = run.last() else { return };
    let says = point.label.below.iter().any(|part| part.says == Says::Repeated);
    if !(says && point.label.required) {
        canvas.report(|signs| signs.add(Sign::Repeated));
    }
    let colour = canvas.style.theme.pair(point.hue).mark;
    let height = middle(canvas, point);
    let spot = |point: &Point, dy: f64| Spot { x: canvas.spot(point.at, 0.0).x, y: height + dy };
    canvas.with(|scene| {
        for dy in [-RAIL, RAIL] {
            let form = Form::Line(spot(point, dy), spot(last, dy));
            scene.shapes.push(Shape::new(Role::Line, form, Paint::stroke(colour, HAIRLINE)));
        }
        for one in run {
            let form = Form::Line(spot(one, -TICK), spot(one, TICK));
            let tick = Shape::new(Role::Mark, form, Paint::stroke(colour, WIDTH));
            scene.shapes.push(Shape { figure: Some(one.figure.clone()), ..tick });
        }
    });
}

/// Asks for the one label of a mark with a tail.
pub(super) fn ask<'c>(
    canvas: &Canvas,
    layer: &'c Layer,
    (at, radius): (usize, f64),
    wishes: &mut Vec<Wish<'c>>,
) {
    let (point, last) = (&layer.points[at], &layer.points[at + repeated(layer, at)]);
    let centre = Spot { x: canvas.spot(point.at, 0.0).x, y: middle(canvas, point) };
    let own = marker::around(canvas.style.theme.marker(point.hue), centre, radius);
    let ends = point.quantity.numbers().into_iter();
    let ends = ends.map(|number| canvas.spot(point.at, float(number)).y);
    let more = if point.disputed { RING } else { 0.0 };
    let (top, bottom) = ends
        .fold((own.top, own.bottom), |(top, bottom), y| (f64::min(top, y), f64::max(bottom, y)));
    let right = canvas.spot(last.at, 0.0).x + WIDTH;
    let (top, bottom) = ((top - more).min(centre.y - TICK), bottom + more);
    let around = Area { left: own.left - more, right, top, bottom };
    let place = WantedPlace::Level { around, sides: SIDES };
    wishes.push(wish(canvas, point.hue, &point.figure, &point.label, place));
}

/// Half way up a range, and at the number of all else.
fn middle(canvas: &Canvas, point: &Point) -> f64 {
    let height = |number| canvas.spot(point.at, float(number)).y;
    match &point.quantity {
        Quantity::Range { low, high } => (height(*low) + height(*high)) / 2.0,
        quantity => quantity.value().map_or(0.0, height),
    }
}

use LabelSide::*;

const SIDES: &[LabelSide] = &[
    AboveStart, Above, BelowStart, Below, AboveEnd, BelowEnd, Right, Left, RightAbove, RightBelow,
    LeftAbove, LeftBelow, AboveRight, AboveLeft, BelowRight, BelowLeft,
];
