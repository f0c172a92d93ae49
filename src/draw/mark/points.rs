//! Dots on their own, joined to nothing.

use super::dot::{ask, radius, shape, sides};
use crate::draw::labels::Wish;
use crate::draw::plot::Canvas;

pub(super) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let radius = radius(canvas, layer);
    for point in &layer.points {
        shape(canvas, layer, point, radius);
        ask(canvas, point, radius, sides(&point.quantity), wishes);
    }
}
