//! A stated change: a dotted connector between two periods that carries the claim. It is not a
//! line of values.

use plotters_backend::DrawingBackend;

use super::points;
use crate::chart::Sign;
use crate::draw::backend::Pen;
use crate::draw::labels::{LabelWords, WantedPlace, Wish};
use crate::draw::plot::{Canvas, label_room};
use crate::draw::scene::{Role, Stroke};
use crate::draw::value_axis::float;

pub(super) fn draw_strokes<'c>(canvas: &Canvas<'_, 'c>, at: usize, _: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let Some(connector) = &layer.connector else { return };
    canvas.report(|signs| signs.add(Sign::Change));
    let colour = canvas.style.theme.pair(layer.hue).mark;
    let ends = [connector.from, connector.to].map(|(at, value)| (at, float(value)));
    canvas.draw(Role::Line, Some(&connector.figure), ends, |scene, spots| {
        let pen = Pen(colour, 2.0);
        scene.draw_path(spots.iter().copied(), &pen).expect("a scene cannot fail");
        if let Some(shape) = scene.shapes.last_mut() {
            let stroke = shape.paint.stroke;
            shape.paint.stroke = stroke.map(|stroke| Stroke { dash: Some((2.0, 6.0)), ..stroke });
        }
    });
}

pub(super) fn draw_points<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    points::draw(canvas, at, wishes);
    let layer = canvas.layer(at);
    let Some(connector) = &layer.connector else { return };
    let spot = |(at, value)| canvas.spot(at, float(value));
    let label = &connector.label;
    wishes.push(Wish {
        figure: Some(&connector.figure),
        role: Role::Label,
        colour: canvas.style.theme.muted,
        words: LabelWords::of(label, canvas.style.below, label_room(canvas)),
        place: WantedPlace::Along { from: spot(connector.from), to: spot(connector.to) },
        required: label.required,
        priority: label.priority,
        group: 0,
    });
}
