//! How dots and blocks are filled and outlined: hollow where the number is not exact.

use plotters_backend::{BackendCoord, DrawingBackend};

use super::finish::Finish;
use super::hatch::hatched;
use super::marker;
use crate::draw::backend::{Pen, UNITS, spot};
use crate::draw::scene::{Colour, Paint, Scene, Stroke};
use crate::draw::theme::{Hatch, Marker};

/// How much of its colour an area between two values has.
pub(in crate::draw) const TINT: f64 = 0.2;

/// How a mark is filled and outlined.
pub(in crate::draw) struct Brush {
    pub colour: Colour,
    pub ground: Colour,
    pub finish: Finish,
    pub marker: Marker,
    pub hatch: Hatch,
    /// Keeps a little distance from what it lies on.
    pub apart: bool,
}

impl Brush {
    pub fn dot(&self, scene: &mut Scene, at: BackendCoord, radius: f64) {
        let radius = if self.finish.is_hollow() { (radius - 0.5).max(1.5) } else { radius };
        let units = (radius * UNITS) as u32;
        let drawn = scene.draw_circle(at, units, &Pen(self.colour, 0.0), true);
        drawn.expect("a scene cannot fail");
        if let Some(shape) = scene.shapes.last_mut()
            && self.marker != Marker::Round
        {
            shape.form = marker::outline(self.marker, spot(at), radius);
        }
        // A dot of a line, or a small one, keeps none: it would cut the line into dashes.
        if self.finish.is_hollow() || (self.apart && radius > 3.5) {
            let width: f64 =
                if self.marker == Marker::Round || self.finish.is_hollow() { 2.0 } else { 1.2 };
            self.outline(scene, width.min(radius * 0.5));
        }
    }

    pub fn block(&self, scene: &mut Scene, one: BackendCoord, other: BackendCoord) {
        let drawn = scene.draw_rect(one, other, &Pen(self.colour, 0.0), true);
        drawn.expect("a scene cannot fail");
        if self.finish.is_hollow() {
            self.outline(scene, 1.5);
        } else {
            hatched(scene, self.hatch, self.colour, self.ground);
        }
    }

    /// Hollow shapes are filled with the ground; filled dots keep apart from what they lie on.
    fn outline(&self, scene: &mut Scene, width: f64) {
        let Some(shape) = scene.shapes.last_mut() else { return };
        let (fill, stroke) = if self.finish.is_hollow() {
            (self.ground, self.colour)
        } else {
            (self.colour, self.ground)
        };
        let dash = self.finish.is_dashed().then_some((2.5, 1.8));
        shape.paint = Paint {
            fill: Some(fill),
            stroke: Some(Stroke { dash, ..Stroke::new(stroke, width) }),
            ..Paint::default()
        };
    }
}
