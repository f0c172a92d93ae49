//! What others are held against: a dotted line across the plot. Its label says when it was counted
//! and by whom, so that it is not read as a value that goes on.

use super::frame;
use crate::draw::labels::{LabelSide, LabelWords, WantedPlace, Wish};
use crate::draw::plot::Canvas;
use crate::draw::scene::{Area, Form, Paint, Role, Shape, Spot, Stroke};
use crate::draw::value_axis::float;

const DASH: (f64, f64) = (1.5, 3.0);
const WIDTH: f64 = 1.25;

/// The guides of a layer, given by its place in the panel.
pub(in crate::draw) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let (layer, style) = (canvas.layer(at), canvas.style);
    let (mut plot, start) = (canvas.plot.area, canvas.plot.time.start);
    // The values of the grid stand at the left.
    if canvas.plot.valued {
        plot.left += frame::room(&canvas.plot.values, style);
    }
    for point in &layer.guides {
        let numbers =
            point.quantity.value().map_or_else(|| point.quantity.numbers(), |one| vec![one]);
        let mut around: Option<Area> = None;
        for number in numbers {
            let y = canvas.spot(start, float(number)).y;
            let (from, to) = (Spot { x: plot.left, y }, Spot { x: plot.right, y });
            let stroke = Some(Stroke { dash: Some(DASH), ..Stroke::new(style.theme.muted, WIDTH) });
            let paint = Paint { stroke, ..Paint::default() };
            let figure = Some(point.figure.clone());
            let line = Shape::new(Role::Line, Form::Line(from, to), paint);
            canvas.with(|scene| scene.shapes.push(Shape { figure, ..line }));
            let own = Area { left: from.x, right: to.x, top: y - 1.0, bottom: y + 1.0 };
            around = Some(around.map_or(own, |all| Area {
                top: all.top.min(own.top),
                bottom: all.bottom.max(own.bottom),
                ..all
            }));
        }
        let Some(around) = around else { continue };
        let face = style.label.bold_if(false);
        wishes.push(Wish {
            figure: Some(&point.figure),
            role: Role::Label,
            colour: style.theme.ink,
            words: LabelWords::of(&point.label, face, plot.width() * 0.7),
            place: WantedPlace::Level { around, sides: SIDES },
            required: point.label.required,
            priority: point.label.priority,
            group: 0,
        });
    }
}

use LabelSide::*;

const SIDES: &[LabelSide] = &[AboveEnd, AboveStart, Above, BelowEnd, BelowStart, Below];
