//! Open arrows, straight up or down: the number is a bound.

use crate::draw::scene::{Colour, Form, Paint, Role, Scene, Shape, Spot, Stroke};

/// From the middle of a dot to the tip of its arrow.
pub(in crate::draw) const ARROW: f64 = 20.0;
/// From the end of a bar to the tip of its arrow.
pub(in crate::draw) const ARROW_ON_BAR: f64 = 16.0;
/// A shorter arrow from the middle of a dot is not seen as one.
const SHORTEST_ARROW: f64 = 11.0;

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
