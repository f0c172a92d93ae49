//! The frame of a plot: horizontal grid lines with their values on them at the left, the base
//! line, and the ticks of time below it.

use crate::chart::{Body, Ticks};
use crate::draw::plot::Canvas;
use crate::draw::scene::{Anchor, Area, Form, Paint, Role, Shape, Spot};
use crate::draw::style::Style;
use crate::draw::text::{self, Line};
use crate::draw::time_ticks::aside;
use crate::draw::value_axis::ValueAxis;

/// Between a grid line and the value on it.
const LIFT: f64 = 5.0;
/// From the base line down to the tick labels.
pub(in crate::draw) const DROP: f64 = 19.0;

pub(in crate::draw) fn draw(canvas: &Canvas) {
    values(canvas);
    if canvas.plot.values.leaves_out_zero() {
        not_from_zero(canvas);
    }
    dates(canvas);
}

/// The pixels the widest value on the grid takes, slack included.
pub(in crate::draw) fn room(values: &ValueAxis, style: &Style) -> f64 {
    let width = |label: &str| text::reserved(label, style.small);
    values.ticks.iter().map(|tick| width(&tick.label)).fold(0.0, f64::max)
}

fn values(canvas: &Canvas) {
    let (style, area, values) = (canvas.style, canvas.plot.area, &canvas.plot.values);
    let theme = &style.theme;
    let from_zero = !values.leaves_out_zero();
    let across = |y: f64| Form::Line(Spot { x: area.left, y }, Spot { x: area.right, y });
    let mut ticks = values.ticks.iter().zip(values.roomy(area.height()));
    canvas.grid(|scene, value, y| {
        let Some((tick, true)) = ticks.next() else { return };
        let base = value == values.base && from_zero;
        if !(base || canvas.plot.gridded) {
            return;
        }
        let (role, colour) = if base { (Role::Axis, theme.axis) } else { (Role::Grid, theme.grid) };
        scene.shapes.push(Shape::new(role, across(y), Paint::stroke(colour, 1.0)));
        if canvas.plot.valued {
            let line = Line::new(tick.label.as_str(), style.small);
            let at = Spot { x: area.left, y: y - LIFT };
            scene.write(Role::GridLabel, line, at, Anchor::Start, style.small, theme.muted);
        }
    });
    if values.ticks.first().is_none_or(|tick| values.share(tick.value) > 0.01) {
        let (role, colour) =
            if from_zero { (Role::Axis, theme.axis) } else { (Role::Grid, theme.grid) };
        let paint = Paint::stroke(colour, 1.0);
        canvas.with(|scene| scene.shapes.push(Shape::new(role, across(area.bottom), paint)));
    }
}

/// A zigzag where the axis was cut off: at its foot, or at its top where all values lie below zero.
fn not_from_zero(canvas: &Canvas) {
    let area = canvas.plot.area;
    let steps = [(0.0, 0.0), (3.0, 3.0), (-3.0, 6.0), (3.0, 9.0), (0.0, 12.0)];
    let below_zero = canvas.plot.values.shown().end < 0.0;
    // Beside the value on the highest line.
    let (x, y) = if below_zero { (-7.0, area.top - 12.0) } else { (3.0, area.bottom) };
    let spots = steps.map(|(dx, dy)| Spot { x: area.left + x + dx, y: y + dy }).to_vec();
    let paint = Paint::stroke(canvas.style.theme.axis, 1.0);
    canvas.with(|scene| scene.shapes.push(Shape::new(Role::Axis, Form::Polyline(spots), paint)));
}

fn dates(canvas: &Canvas) {
    let (style, bottom) = (canvas.style, canvas.plot.area.bottom);
    let layers = &canvas.plot.panel.layers;
    let notched = !matches!(canvas.plot.panel.ticks, Ticks::Periods(_))
        || layers.iter().any(|layer| layer.mark.traits().body != Body::Bar);
    let x = |at: f64| canvas.spot(at, canvas.plot.values.base).x;
    for at in canvas.plot.time.notches.iter().filter(|_| notched) {
        let (x, paint) = (x(*at), Paint::stroke(style.theme.axis, 1.0));
        let line = Form::Line(Spot { x, y: bottom }, Spot { x, y: bottom + 5.0 });
        canvas.with(|scene| scene.shapes.push(Shape::new(Role::Axis, line, paint)));
    }
    for tick in canvas.plot.time.ticks.iter().filter(|_| canvas.plot.dated) {
        let line = Line::new(tick.label.as_str(), style.small);
        // The one label of a short axis may have to stand a little aside.
        let half = line.reserved / 2.0;
        let Area { left, right, .. } = canvas.plot.area;
        let x = aside(x(tick.at), half, (left, right));
        let at = Spot { x, y: bottom + DROP };
        canvas.with(|scene| {
            let colour = style.theme.muted;
            scene.write(Role::TickLabel, line, at, Anchor::Middle, style.small, colour);
        });
    }
}
