//! Dots, interval blocks and whiskers: the shape says how sure the number is.

use plotters_backend::{BackendCoord, DrawingBackend};

use super::{Board, hatch, marker, wish};
use crate::chart::{Layer, Mark, Point};
use crate::draw::backend::{Pen, UNITS, spot};
use crate::draw::labels::{Out, Place, Side, Wish};
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use crate::draw::theme::{Hatch, Marker};
use crate::draw::value_axis::float;
use crate::figure::Quantity;

/// From the middle of a dot to the tip of its arrow.
pub(in crate::draw) const ARROW: f64 = 20.0;
/// Half the width of an interval block, and of the ends of whiskers.
const HALF_BLOCK: f64 = 5.0;
const HALF_WHISKER: f64 = 4.5;
/// A shorter arrow from the middle of a dot is not seen as one.
const SHORTEST_ARROW: f64 = 11.0;
const FEW: usize = 12;

pub(in crate::draw) fn draw<'c>(board: &Board, layer: &'c Layer, wishes: &mut Vec<Wish<'c>>) {
    let radius = radius(board, layer);
    for point in &layer.points {
        shape(board, layer, point, radius);
        ask(board, layer, point, radius, sides(&point.quantity), wishes);
    }
}

/// Smaller where many stand close together; a few keep the size that tells hollow from filled.
pub(in crate::draw) fn radius(board: &Board, layer: &Layer) -> f64 {
    let (Some(first), Some(last)) = (layer.points.first(), layer.points.last()) else {
        return 4.5;
    };
    let base = board.plot.values.base;
    let width = board.spot(last.at, base).x - board.spot(first.at, base).x;
    let pitch = width / layer.points.len().saturating_sub(1).max(1) as f64;
    let least = if layer.points.len() <= FEW { 3.5 } else { 1.5 };
    if layer.points.len() == 1 { 4.5 } else { (pitch / 4.0).clamp(least, 4.5) }
}

/// Draws what stands for one figure.
pub(in crate::draw) fn shape(board: &Board, layer: &Layer, point: &Point, radius: f64) {
    let look = look(board, layer, point);
    let colour = look.colour;
    let figure = Some(point.figure.as_str());
    let at = |value| (point.at, float(value));
    match &point.quantity {
        Quantity::Exact(value) | Quantity::About(value) => {
            board.draw(Role::Mark, figure, [at(*value)], |scene, spots| {
                look.dot(scene, spots[0], radius);
            });
        }
        Quantity::AtLeast(value) | Quantity::AtMost(value) => {
            let up = matches!(point.quantity, Quantity::AtLeast(_));
            let floor = board.plot.area.bottom;
            board.draw(Role::Mark, figure, [at(*value)], |scene, spots| {
                let from = spot(spots[0]);
                let width = radius.min(2.0);
                let (from, length) = if up { (from, -ARROW) } else { down(from, radius, floor) };
                arrow(scene, from, length, colour, width);
                look.dot(scene, spots[0], radius);
            });
        }
        Quantity::Range { low, high } => {
            board.draw(Role::Mark, figure, [at(*low), at(*high)], |scene, spots| {
                let half = (HALF_BLOCK * UNITS) as i32;
                let (low, high) = (spots[0], spots[1]);
                look.block(scene, (high.0 - half, high.1), (low.0 + half, low.1));
            });
        }
        Quantity::Interval(interval) => {
            let points = [at(interval.low), at(interval.high), at(interval.value)];
            board.draw(Role::Mark, figure, points, |scene, spots| {
                whiskers(scene, spots[0], spots[1], &Pen(colour, 1.5));
                look.dot(scene, spots[2], radius);
            });
        }
    }
}

/// From where and how far an arrow leads down: from the middle of a mark, or onto it from above
/// where it would run below the floor of the plot, as into what is less than zero.
pub(in crate::draw) fn down(middle: Spot, half: f64, floor: f64) -> (Spot, f64) {
    match within(floor - middle.y) {
        Some(length) => (middle, length),
        None => (Spot { y: middle.y - ARROW, ..middle }, ARROW - half - 1.5),
    }
}

/// How long an arrow may be that has so many pixels, if it can be seen at all.
pub(in crate::draw) fn within(room: f64) -> Option<f64> {
    (room >= SHORTEST_ARROW).then_some(ARROW.min(room))
}

/// How what stands for a figure is filled and outlined.
pub(in crate::draw) fn look(board: &Board, layer: &Layer, point: &Point) -> Look {
    let theme = &board.style.theme;
    Look {
        colour: theme.pair(layer.colour).mark,
        ground: theme.background,
        hollow: is_hollow(point),
        forecast: point.forecast,
        marker: theme.marker(layer.colour),
        hatch: theme.hatch(layer.colour),
        apart: layer.mark != Mark::Line || is_crowded(board, layer, point),
    }
}

/// Does a dot of a line lie on the one before or after it?
fn is_crowded(board: &Board, layer: &Layer, point: &Point) -> bool {
    let spot =
        |point: &Point| point.quantity.value().map(|value| board.spot(point.at, float(value)));
    let Some(own) = spot(point) else { return false };
    let from = layer.points.partition_point(|other| other.at < point.at);
    let others = layer.points[from.saturating_sub(1)..].iter().take(3);
    let others = others.filter(|other| other.figure != point.figure).filter_map(spot);
    others.into_iter().any(|other| (other.x - own.x).hypot(other.y - own.y) < 8.0)
}

/// About, worked out by us, or a forecast.
pub(in crate::draw) fn is_hollow(point: &Point) -> bool {
    point.derived || point.forecast || point.quantity.is_about()
}

/// How a mark is filled and outlined.
pub(in crate::draw) struct Look {
    pub colour: Colour,
    pub ground: Colour,
    pub hollow: bool,
    pub forecast: bool,
    pub marker: Marker,
    pub hatch: Hatch,
    /// Keeps a little distance from what it lies on.
    pub apart: bool,
}

impl Look {
    pub fn dot(&self, scene: &mut Scene, at: BackendCoord, radius: f64) {
        let radius = if self.hollow { (radius - 0.5).max(1.5) } else { radius };
        let units = (radius * UNITS) as u32;
        let drawn = scene.draw_circle(at, units, &Pen(self.colour, 0.0), true);
        drawn.expect("a scene cannot fail");
        if let Some(shape) = scene.shapes.last_mut()
            && self.marker != Marker::Round
        {
            shape.form = marker::outline(self.marker, spot(at), radius);
        }
        // A dot of a line, or a small one, keeps none: it would cut the line into dashes.
        if self.hollow || (self.apart && radius > 3.5) {
            let width: f64 = if self.marker == Marker::Round || self.hollow { 2.0 } else { 1.2 };
            self.outline(scene, width.min(radius * 0.5));
        }
    }

    pub fn block(&self, scene: &mut Scene, one: BackendCoord, other: BackendCoord) {
        let drawn = scene.draw_rect(one, other, &Pen(self.colour, 0.0), true);
        drawn.expect("a scene cannot fail");
        if self.hollow {
            self.outline(scene, 1.5);
        } else {
            hatched(scene, self.hatch, self.colour, self.ground);
        }
    }

    /// Hollow shapes are filled with the ground; filled dots keep apart from what they lie on.
    fn outline(&self, scene: &mut Scene, width: f64) {
        let Some(shape) = scene.shapes.last_mut() else { return };
        let (fill, stroke) =
            if self.hollow { (self.ground, self.colour) } else { (self.colour, self.ground) };
        let dash = self.forecast.then_some((2.5, 1.8));
        shape.paint = Paint {
            fill: Some(fill),
            stroke: Some(Stroke { dash, ..Stroke::new(stroke, width) }),
            ..Paint::default()
        };
    }
}

/// Fills the rectangle drawn last with lines instead, where a series asks for them.
pub(in crate::draw) fn hatched(scene: &mut Scene, hatch: Hatch, colour: Colour, ground: Colour) {
    let Some(shape) = scene.shapes.last_mut().filter(|_| hatch != Hatch::None) else { return };
    let Form::Rect(area) = &mut shape.form else { return };
    *area = area.grown(-0.5_f64.min(area.width() / 2.0).min(area.height() / 2.0));
    let area = *area;
    shape.paint = Paint { fill: Some(ground), ..Paint::stroke(colour, 1.0) };
    hatch::draw(scene, hatch, area, colour);
}

/// An open arrow straight up or down.
pub(in crate::draw) fn arrow(
    scene: &mut Scene,
    from: Spot,
    length: f64,
    colour: Colour,
    width: f64,
) {
    let tip = Spot { x: from.x, y: from.y + length };
    let back = if length < 0.0 { 5.0 } else { -5.0 };
    let side = |dx: f64| Spot { x: tip.x + dx, y: tip.y + back };
    let stroke = Stroke { round: true, ..Stroke::new(colour, width) };
    let paint = Paint { stroke: Some(stroke), ..Paint::default() };
    scene.shapes.push(Shape::new(Role::Mark, Form::Line(from, tip), paint));
    let head = Form::Polyline(vec![side(-4.0), tip, side(4.0)]);
    scene.shapes.push(Shape::new(Role::Mark, head, paint));
}

/// An upright line with an end across at either side.
pub(in crate::draw) fn whiskers(
    scene: &mut Scene,
    low: BackendCoord,
    high: BackendCoord,
    pen: &Pen,
) {
    let half = (HALF_WHISKER * UNITS) as i32;
    let end = |at: BackendCoord| ((at.0 - half, at.1), (at.0 + half, at.1));
    for (from, to) in [(low, high), end(low), end(high)] {
        scene.draw_line(from, to, pen).expect("a scene cannot fail");
    }
}

/// Asks for the label of a point.
pub(in crate::draw) fn ask<'c>(
    board: &Board,
    layer: &Layer,
    point: &'c Point,
    radius: f64,
    sides: &'static [Side],
    wishes: &mut Vec<Wish<'c>>,
) {
    let (figure, label) = (point.figure.as_str(), &point.label);
    let spot = |value| board.spot(point.at, float(value));
    let marker = board.style.theme.marker(layer.colour);
    let dot = |value| {
        let centre = spot(value);
        (marker::around(marker, centre, radius), centre)
    };
    let mut push = |around: Area, centre: Spot, sides: &'static [Side]| {
        let place = Place::Beside { around, centre, sides, out: Out::Any };
        wishes.push(wish(board, layer, figure, label, place));
    };
    match &point.quantity {
        Quantity::Range { low, high } => {
            let (low, high) = (spot(*low), spot(*high));
            let (left, right) = (low.x - HALF_BLOCK, low.x + HALF_BLOCK);
            let around = Area { left, right, top: high.y, bottom: low.y };
            wishes.push(wish(board, layer, figure, label, Place::Ends { around }));
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
            match quantity {
                Quantity::AtLeast(_) => around.top = centre.y - ARROW,
                Quantity::AtMost(_) => match within(board.plot.area.bottom - centre.y) {
                    Some(length) => around.bottom = centre.y + length,
                    None => (around.top, sides) = (centre.y - ARROW, ARROW_UP),
                },
                _ => {}
            }
            push(around, centre, sides);
        }
    }
}

/// The sides to try for a lone mark.
pub(in crate::draw) fn sides(quantity: &Quantity) -> &'static [Side] {
    match quantity {
        Quantity::AtLeast(_) | Quantity::Interval(_) => ARROW_UP,
        Quantity::AtMost(_) => ARROW_DOWN,
        _ => DOT,
    }
}

use Side::*;

const DOT: &[Side] = &[
    Above, Right, Below, Left, AboveRight, AboveLeft, BelowRight, BelowLeft, RightAbove,
    RightBelow, LeftAbove, LeftBelow,
];
const ARROW_UP: &[Side] = &[
    Right, Left, RightBelow, LeftBelow, RightAbove, LeftAbove, Below, Above, BelowRight, BelowLeft,
    AboveRight, AboveLeft,
];
const ARROW_DOWN: &[Side] = &[
    Right, Left, Above, RightAbove, LeftAbove, AboveRight, AboveLeft, RightBelow, LeftBelow, Below,
    BelowRight, BelowLeft,
];
