//! Numbers that lie on an axis from left to right, as beside those who claim them.

use plotters_backend::{BackendCoord, DrawingBackend};

use super::arrow::{ARROW, within};
use super::brush::Brush;
use crate::chart::Sign;
use crate::draw::backend::{Pen, UNITS};
use crate::draw::scene::{Colour, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use crate::draw::value_axis::float;
use crate::figure::{Quantity, Way};

/// Half a block's height.
const HALF_BLOCK: f64 = 5.0;

/// Draws a quantity lying along an axis from left to right. An arrow does not run over the left
/// end, where what is less than zero would be: there it leads onto the dot from the right.
pub(in crate::draw) fn across(
    scene: &mut Scene,
    quantity: &Quantity,
    y: f64,
    (brush, radius): (&Brush, f64),
    x: impl Fn(f64) -> f64,
    edge: f64,
) {
    let spot = |value| Spot { x: x(float(value)), y };
    match quantity {
        Quantity::One { side, value } => {
            let from = spot(*value);
            match side.open().map(|way| (way, within(from.x - edge))) {
                None => {}
                Some((Way::Up, _)) => arrow(scene, from, ARROW, brush.colour),
                Some((Way::Down, Some(length))) => arrow(scene, from, -length, brush.colour),
                Some((Way::Down, None)) => {
                    let far = Spot { x: from.x + ARROW, ..from };
                    arrow(scene, far, radius + 1.5 - ARROW, brush.colour);
                }
            }
            brush.dot(scene, units(from), radius);
        }
        Quantity::Range { low, high } => {
            let (low, high) = (spot(*low), spot(*high));
            let one = Spot { x: low.x, y: y - HALF_BLOCK };
            brush.block(scene, units(one), units(Spot { x: high.x, y: y + HALF_BLOCK }));
        }
        Quantity::Interval(interval) => {
            whiskers(scene, spot(interval.low), spot(interval.high), brush.colour, 4.5);
            brush.dot(scene, units(spot(interval.value)), radius);
        }
    }
}

/// What the key shows of them.
pub(in crate::draw) fn sign(scene: &mut Scene, sign: Sign, at: Spot, width: f64, brush: &Brush) {
    let (left, right) = (at.x, at.x + width);
    match sign {
        Sign::AtLeastAcross => {
            arrow(scene, Spot { x: left + 3.0, y: at.y }, width - 4.0, brush.colour);
            brush.dot(scene, units(Spot { x: left + 3.0, y: at.y }), 3.0);
        }
        Sign::AtMostAcross => {
            arrow(scene, Spot { x: right - 3.0, y: at.y }, 4.0 - width, brush.colour);
            brush.dot(scene, units(Spot { x: right - 3.0, y: at.y }), 3.0);
        }
        Sign::RangeAcross => {
            let (top, bottom) = (at.y - 4.0, at.y + 4.0);
            brush.block(
                scene,
                units(Spot { x: left, y: top }),
                units(Spot { x: right, y: bottom }),
            );
        }
        _ => {
            whiskers(scene, at, Spot { x: right, y: at.y }, brush.colour, 3.0);
            brush.dot(scene, units(Spot { x: (left + right) / 2.0, y: at.y }), 3.0);
        }
    }
}

fn units(spot: Spot) -> BackendCoord {
    ((spot.x * UNITS).round() as i32, (spot.y * UNITS).round() as i32)
}

/// An open arrow to the right, or with a negative length to the left.
pub(super) fn arrow(scene: &mut Scene, from: Spot, length: f64, colour: Colour) {
    let tip = Spot { x: from.x + length, y: from.y };
    let back = if length > 0.0 { -5.0 } else { 5.0 };
    let side = |dy: f64| Spot { x: tip.x + back, y: tip.y + dy };
    let stroke = Stroke { round: true, ..Stroke::new(colour, 2.0) };
    let paint = Paint { stroke: Some(stroke), ..Paint::default() };
    scene.shapes.push(Shape::new(Role::Mark, Form::Line(from, tip), paint));
    let head = Form::Polyline(vec![side(-4.0), tip, side(4.0)]);
    scene.shapes.push(Shape::new(Role::Mark, head, paint));
}

/// A lying line with an end across at either side.
pub(super) fn whiskers(scene: &mut Scene, low: Spot, high: Spot, colour: Colour, half: f64) {
    let end = |at: Spot| (Spot { y: at.y - half, ..at }, Spot { y: at.y + half, ..at });
    for (from, to) in [(low, high), end(low), end(high)] {
        let drawn = scene.draw_line(units(from), units(to), &Pen(colour, 1.5));
        drawn.expect("a scene cannot fail");
    }
}
