//! Dots on their own, joined to nothing.

use super::dot::{ask, radius, shape, sides};
use super::repeat;
use crate::draw::labels::Wish;
use crate::draw::plot::Canvas;

pub(super) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let radius = radius(canvas, layer);
    for (at, point) in layer.points.iter().enumerate().filter(|(_, point)| !point.repeats) {
        repeat::tail(canvas, layer, at);
        shape(canvas, layer, point, radius);
        if repeat::repeated(layer, at) > 0 {
            repeat::ask(canvas, layer, (at, radius), wishes);
            continue;
        }
        ask(canvas, point, radius, sides(&point.quantity), wishes);
    }
}
