//! On the band of an event a light colour would be too faint, and what is emphasised would not stand out
//! from what is grey: there it lies on a ring of the paper's colour.

use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Stroke};
use crate::draw::theme::contrast::ratio;

/// How far the ring reaches around what it lies under.
const RING: f64 = 1.5;
/// What a mark must stand out by.
const LEAST: f64 = 3.0;

/// Puts a ring under every mark and line of a panel that lies on a band too near to its colour.
/// The shapes of the panel begin at `first`, what is drawn on its frame at `ground`.
pub(in crate::draw) fn draw(scene: &mut Scene, first: usize, ground: usize, band: Colour) {
    let bands: Vec<Area> = scene.shapes[first..ground]
        .iter()
        .filter(|shape| shape.role == Role::Band)
        .map(Shape::area)
        .collect();
    if bands.is_empty() {
        return;
    }
    let paper = scene.background;
    let drawn = scene.shapes[ground..].iter();
    let faint = drawn.filter(|shape| {
        matches!(shape.role, Role::Mark | Role::Line)
            && shape.paint.ink(paper).is_some_and(|ink| ratio(ink, band) < LEAST)
            && bands.iter().any(|band| band.overlaps(&shape.area()))
    });
    let rings: Vec<Shape> = faint.map(|shape| ring(shape, paper)).collect();
    scene.shapes.splice(ground..ground, rings);
}

/// The same under the marks and lines from this shape on, so that they stand out from what is grey
/// below them.
pub(in crate::draw) fn around(scene: &mut Scene, above: usize) {
    let paper = scene.background;
    let drawn = scene.shapes[above..].iter();
    let drawn = drawn.filter(|shape| matches!(shape.role, Role::Mark | Role::Line));
    let rings: Vec<Shape> = drawn.map(|shape| ring(shape, paper)).collect();
    scene.shapes.splice(above..above, rings);
}

fn ring(shape: &Shape, paper: Colour) -> Shape {
    let width = shape.paint.stroke.map_or(0.0, |stroke| stroke.width) + 2.0 * RING;
    let stroke = Some(Stroke { round: true, ..Stroke::new(paper, width) });
    let paint = match shape.form {
        Form::Line(..) | Form::Polyline(_) => Paint { stroke, ..Paint::default() },
        _ => Paint { stroke, ..Paint::fill(paper) },
    };
    Shape::new(Role::Backing, shape.form.clone(), paint)
}
