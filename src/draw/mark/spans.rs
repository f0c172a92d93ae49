//! A count over its true width: from the first to the last day of its period, at the height of
//! its value. A range is a block as wide as the period it is about.

use crate::chart::Point;
use crate::draw::backend::{Pen, spot};
use crate::draw::glyph::arrow::{ARROW, arrow, down, within};
use crate::draw::glyph::block::{block, outlined};
use crate::draw::glyph::finish::{Caveat, Finish, SPAN};
use crate::draw::glyph::whiskers::whiskers;
use crate::draw::labels::{LabelSide, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot};
use crate::draw::time_axis::edges;
use crate::draw::value_axis::float;
use crate::figure::{Quantity, Way};

/// Half the height of a bar, and of one that is an outline only.
const HALF: f64 = 2.5;
const HALF_HOLLOW: f64 = 3.5;
/// A short period is drawn at least this wide.
const NARROWEST: f64 = 6.0;
/// Left free at both ends, so that periods that follow each other stay apart.
const APART: f64 = 0.5;

pub(super) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    for point in &layer.points {
        shape(canvas, point);
        wishes.push(wish(canvas, point.hue, &point.figure, &point.label, place(canvas, point)));
    }
}

fn shape(canvas: &Canvas, point: &Point) {
    let colour = canvas.style.theme.pair(point.hue).mark;
    let ground = canvas.style.theme.background;
    let figure = Some(point.figure.as_str());
    let (from, to) = edges(point.span);
    let caveat = Caveat::of(point);
    let finish = caveat.finish();
    canvas.report(|signs| caveat.report(&point.quantity, &SPAN, signs));
    let bar = |value| {
        canvas.draw(Role::Mark, figure, [(from, value), (to, value)], |scene, spots| {
            let (left, right) = wide(spot(spots[0]), spot(spots[1]));
            outline(scene, finish, (left, right, spot(spots[0]).y), colour, ground);
        });
    };
    match &point.quantity {
        Quantity::One { side, value } => {
            if let Some(way) = side.open() {
                let floor = canvas.plot.area.bottom;
                canvas.draw(Role::Mark, figure, [(point.at, float(*value))], |scene, spots| {
                    let from = spot(spots[0]);
                    let (from, length) = match way {
                        Way::Up => (from, -ARROW),
                        Way::Down => down(from, HALF, floor),
                    };
                    arrow(scene, from, length, colour, 2.0);
                });
            }
            bar(float(*value));
        }
        Quantity::Range { low, high } => {
            let corners = [(from, float(*low)), (to, float(*high))];
            canvas.draw(Role::Mark, figure, corners, |scene, spots| {
                let (low, high) = (spot(spots[0]), spot(spots[1]));
                let (left, right) = wide(low, high);
                let area = Area { left, right, top: high.y, bottom: low.y };
                let hatch = canvas.style.theme.hatch(point.hue);
                block(scene, finish, area, (colour, ground), hatch);
            });
        }
        Quantity::Interval(interval) => {
            let ends = [interval.low, interval.high].map(|end| (point.at, float(end)));
            canvas.draw(Role::Mark, figure, ends, |scene, spots| {
                whiskers(scene, spots[0], spots[1], &Pen(colour, 1.5));
            });
            bar(float(interval.value));
        }
    }
}

/// The left and the right end of a bar from one edge of a period to the other.
fn wide(from: Spot, to: Spot) -> (f64, f64) {
    let middle = (from.x + to.x) / 2.0;
    let half = ((to.x - from.x) / 2.0 - APART).max(NARROWEST / 2.0);
    (middle - half, middle + half)
}

/// A bar at a height: filled, or its outline where the number is not exact or not final.
fn outline(
    scene: &mut Scene,
    finish: Finish,
    (left, right, y): (f64, f64, f64),
    colour: Colour,
    ground: Colour,
) {
    let half = if finish == Finish::Filled { HALF } else { HALF_HOLLOW };
    let area = Area { left, right, top: y - half, bottom: y + half };
    let paint = match finish {
        Finish::Filled => Paint::fill(colour),
        Finish::Tinted => Paint { fill_opacity: Some(0.35), ..outlined(finish, colour, colour) },
        Finish::Hollow | Finish::Dashed => outlined(finish, colour, ground),
    };
    let area = if finish == Finish::Filled { area } else { area.grown(-0.75) };
    scene.shapes.push(Shape::new(Role::Mark, Form::Rect(area), paint));
}

fn place(canvas: &Canvas, point: &Point) -> WantedPlace {
    let (from, to) = edges(point.span);
    let at = |value| {
        let (one, other) = (canvas.spot(from, value), canvas.spot(to, value));
        let (left, right) = wide(one, other);
        Area { left, right, top: one.y, bottom: one.y }
    };
    let (low, high) = match &point.quantity {
        Quantity::Range { low, high } => {
            let around = Area { bottom: at(float(*low)).bottom, ..at(float(*high)) };
            return WantedPlace::Ends { around };
        }
        Quantity::Interval(interval) => (float(interval.low), float(interval.high)),
        quantity => [quantity.value().map_or(canvas.plot.values.base, float); 2].into(),
    };
    let middle = at(point.quantity.value().map_or(low, float));
    let centre = Spot { x: (middle.left + middle.right) / 2.0, y: middle.top };
    let around = Area {
        top: at(high).top.min(centre.y - HALF_HOLLOW),
        bottom: at(low).bottom.max(centre.y + HALF_HOLLOW),
        ..middle
    };
    let sides = match point.quantity.open() {
        Some(Way::Up) => UNDER,
        Some(Way::Down) if within(canvas.plot.area.bottom - centre.y).is_none() => UNDER,
        _ => OVER,
    };
    WantedPlace::Beside { around, centre, sides, out: Out::Any }
}

use LabelSide::*;

const OVER: &[LabelSide] = &[
    Above, Below, AboveStart, AboveEnd, BelowStart, BelowEnd, AboveRight, AboveLeft, Right, Left,
    BelowRight, BelowLeft, RightAbove, LeftAbove, RightBelow, LeftBelow,
];
const UNDER: &[LabelSide] = &[
    Below, BelowStart, BelowEnd, AboveStart, AboveEnd, BelowRight, BelowLeft, Right, Left,
    AboveRight, AboveLeft, RightBelow, LeftBelow, RightAbove, LeftAbove, Above,
];
