//! A band between the lows and the highs of ranges that follow one another, or of the stated
//! intervals of estimates. What a source states is a slim block, or a dot on its line; the band
//! only leads from one to the next, and stops wherever the chart has no link.

use plotters_backend::{BackendCoord, DrawingBackend};

use super::stroke::{dashes, runs};
use crate::chart::{Layer, Point};
use crate::draw::backend::{Pen, UNITS, spot};
use crate::draw::glyph::brush::{Brush, TINT};
use crate::draw::glyph::finish::{BANDED, Caveat};
use crate::draw::glyph::hatch;
use crate::draw::labels::{LabelSide, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Form, Paint, Role, Scene, Shape, Stroke};
use crate::draw::value_axis::float;
use crate::figure::Quantity;

/// Half the width of the block for one figure of a band.
const HALF: f64 = 2.0;

/// The areas and their edges.
pub(in crate::draw) fn draw(canvas: &Canvas, layer: &Layer) {
    let colour = canvas.style.theme.pair(layer.hue).mark;
    let hatch = canvas.style.theme.hatch(layer.hue);
    for run in runs(&layer.bands) {
        let first = run.first().map(|link| link.from);
        let members = first.into_iter().chain(run.iter().map(|link| link.to));
        let ends = members.filter_map(|at| {
            let point = layer.points.get(at)?;
            let (low, high) = ends(point)?;
            Some(((point.at, low), (point.at, high)))
        });
        let (lows, highs): (Vec<_>, Vec<_>) = ends.unzip();
        let around: Vec<_> = lows.iter().chain(highs.iter().rev()).copied().collect();
        canvas.draw(Role::Band, None, around, |scene, spots| {
            let pen = Pen(colour, 0.0);
            scene.fill_polygon(spots.iter().copied(), &pen).expect("a scene cannot fail");
            if let Some(shape) = scene.shapes.last_mut() {
                shape.paint.fill_opacity = Some(TINT);
            }
            let last = spots.len().saturating_sub(1);
            let field =
                |at: usize| [at, at + 1, last - at - 1, last - at].map(|at| spot(spots[at]));
            let fields: Vec<_> = (0..last / 2).map(field).collect();
            hatch::draw_within(scene, hatch, &fields, colour);
        });
        let dash = run.first().and_then(|link| dashes(canvas, link.dash));
        for edge in [lows, highs] {
            canvas.draw(Role::Line, None, edge, |scene, spots| {
                let pen = Pen(colour, 1.0);
                scene.draw_path(spots.iter().copied(), &pen).expect("a scene cannot fail");
                if let Some(shape) = scene.shapes.last_mut() {
                    let stroke = shape.paint.stroke;
                    shape.paint.stroke = stroke.map(|stroke| Stroke { dash, ..stroke });
                }
            });
        }
    }
}

/// What stands for one figure of a band: a slim block for a range, a dot for an estimate.
pub(in crate::draw) fn point<'c>(
    canvas: &Canvas,
    point: &'c Point,
    (brush, radius): (&Brush, f64),
    wishes: &mut Vec<Wish<'c>>,
) {
    let Some((low, high)) = ends(point) else { return };
    let figure = point.figure.as_str();
    let value = point.quantity.value().map(float);
    canvas.report(|signs| Caveat::of_dot(point).report(&point.quantity, &BANDED, signs));
    let half = match value {
        Some(value) => {
            canvas.draw(Role::Mark, Some(figure), [(point.at, value)], |scene, spots| {
                brush.dot(scene, spots[0], radius);
            });
            radius
        }
        None => {
            let half = HALF.min(radius);
            canvas.draw(
                Role::Mark,
                Some(figure),
                [(point.at, low), (point.at, high)],
                |scene, s| {
                    slim(scene, (s[0], s[1]), half, brush);
                },
            );
            half
        }
    };
    let (top, bottom) = (canvas.spot(point.at, high), canvas.spot(point.at, low));
    let around = Area { left: top.x - half, right: top.x + half, top: top.y, bottom: bottom.y };
    let place = match value {
        Some(value) => {
            let centre = canvas.spot(point.at, value);
            WantedPlace::Beside { around, centre, sides: OUTSIDE, out: Out::Any }
        }
        None => WantedPlace::Ends { around },
    };
    wishes.push(wish(canvas, point.hue, figure, &point.label, place));
}

fn slim(scene: &mut Scene, (low, high): (BackendCoord, BackendCoord), half: f64, brush: &Brush) {
    let pixels = |units: i32| f64::from(units) / UNITS;
    let (left, right) = (pixels(low.0) - half, pixels(low.0) + half);
    let area = Area { left, right, top: pixels(high.1), bottom: pixels(low.1) };
    let dash = brush.finish.is_dashed().then_some((2.5, 1.8));
    let stroke = Some(Stroke { dash, ..Stroke::new(brush.colour, 1.0) });
    let paint = match brush.finish.is_hollow() {
        true => Paint { stroke, ..Paint::fill(brush.ground) },
        false => Paint::fill(brush.colour),
    };
    scene.shapes.push(Shape::new(Role::Mark, Form::Rect(area), paint));
}

/// The low and the high of a range or of a stated interval.
fn ends(point: &Point) -> Option<(f64, f64)> {
    match &point.quantity {
        Quantity::Range { low, high } => Some((float(*low), float(*high))),
        Quantity::Interval(interval) => Some((float(interval.low), float(interval.high))),
        _ => None,
    }
}

use LabelSide::*;

/// Off the band, above it or below.
const OUTSIDE: &[LabelSide] = &[
    Above, Below, AboveRight, AboveLeft, BelowRight, BelowLeft, Right, Left, RightAbove, LeftAbove,
    RightBelow, LeftBelow,
];
