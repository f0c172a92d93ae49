//! Dots on their own, joined to nothing.

use super::dot::{ask, radius, shape, sides};
use crate::chart::Layer;
use crate::draw::labels::Wish;
use crate::draw::plot::Canvas;

pub(in crate::draw) fn draw<'c>(canvas: &Canvas, layer: &'c Layer, wishes: &mut Vec<Wish<'c>>) {
    let radius = radius(canvas, layer);
    for point in &layer.points {
        shape(canvas, layer, point, radius);
        ask(canvas, layer, point, radius, sides(&point.quantity), wishes);
    }
}
