//! An interval block: the area between the two values of a range, paler than a bar, which has a
//! body from zero.

use super::brush::TINT;
use super::finish::Finish;
use super::hatch;
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Stroke};
use crate::draw::theme::Hatch;

/// Draws the area between two values.
pub(in crate::draw) fn block(
    scene: &mut Scene,
    finish: Finish,
    area: Area,
    (colour, ground): (Colour, Colour),
    hatch: Hatch,
) {
    let paint = match finish.is_hollow() {
        true => outlined(finish, colour, ground),
        false => Paint { fill_opacity: Some(TINT), ..outlined(finish, colour, colour) },
    };
    // The outline lies within, however small the area is.
    let area = area.grown(-0.75_f64.min(area.width() / 2.0).min(area.height() / 2.0));
    scene.shapes.push(Shape::new(Role::Mark, Form::Rect(area), paint));
    if !finish.is_hollow() {
        hatch::draw(scene, hatch, area, colour);
    }
}

/// A filling in an outline, which is dashed where the number is not final.
pub(in crate::draw) fn outlined(finish: Finish, colour: Colour, fill: Colour) -> Paint {
    let dash = finish.is_dashed().then_some((4.0, 3.0));
    Paint { stroke: Some(Stroke { dash, ..Stroke::new(colour, 1.5) }), ..Paint::fill(fill) }
}
