//! What is aimed at: a thin dashed level over its period, joined to nothing, with the word in its
//! label. It is no dot, which would look like a figure, and no forecast.

use rust_decimal::Decimal;

use super::bars;
use crate::chart::{Point, Sign};
use crate::draw::labels::{LabelSide, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Shape, Spot, Stroke};
use crate::draw::value_axis::float;
use crate::figure::Quantity;

pub(in crate::draw) const DASH: (f64, f64) = (4.0, 2.5);
pub(in crate::draw) const WIDTH: f64 = 1.75;
/// The level of a day, or of a month among many years, is at least so long.
const SHORTEST: f64 = 18.0;
/// How far the paper shows above and below a level that lies on a bar or a line.
const HALO: f64 = 1.5;

/// The targets of a layer, given by its place in the panel.
pub(in crate::draw) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let mut run: Option<Area> = None;
    for point in &layer.targets {
        canvas.report(|signs| signs.add(Sign::Target));
        for number in levels(&point.quantity) {
            let (from, to) = ends(canvas, at, point, float(number));
            stroke(canvas, &point.figure, (from, to), canvas.style.theme.pair(point.hue).mark);
            let own = Area { left: from.x, right: to.x, top: from.y - 1.0, bottom: from.y + 1.0 };
            run = Some(run.map_or(own, |all| union(all, own)));
        }
        // Of one that goes on from period to period only the last has a label, for all of it.
        if point.label.value.is_empty() {
            continue;
        }
        let Some(around) = run.take() else { continue };
        let place = WantedPlace::Level { around, sides: SIDES };
        let mut wish = wish(canvas, point.hue, &point.figure, &point.label, place);
        wish.words.face = wish.words.face.bold_if(false);
        wishes.push(wish);
    }
}

fn union(one: Area, other: Area) -> Area {
    Area {
        left: one.left.min(other.left),
        right: one.right.max(other.right),
        top: one.top.min(other.top),
        bottom: one.bottom.max(other.bottom),
    }
}

/// A range has one at either end; of an estimate its interval has none.
fn levels(quantity: &Quantity) -> Vec<Decimal> {
    quantity.value().map_or_else(|| quantity.numbers(), |value| vec![value])
}

/// Where the level of a number begins and ends, within the plot.
fn ends(canvas: &Canvas, at: usize, point: &Point, value: f64) -> (Spot, Spot) {
    let (from, to) = bars::level(canvas, at, point);
    let (time, plot) = (&canvas.plot.time, canvas.plot.area);
    let (mut from, mut to) =
        (canvas.spot(from.max(time.start), value), canvas.spot(to.min(time.end), value));
    let more = ((SHORTEST - (to.x - from.x)) / 2.0).max(0.0);
    from.x = (from.x - more).max(plot.left);
    to.x = (to.x + more).min(plot.right);
    (from, to)
}

fn stroke(canvas: &Canvas, figure: &str, (from, to): (Spot, Spot), colour: Colour) {
    let half = WIDTH / 2.0 + HALO;
    let halo = Area { left: from.x, right: to.x, top: from.y - half, bottom: from.y + half };
    let stroke = Some(Stroke { dash: Some(DASH), ..Stroke::new(colour, WIDTH) });
    let level = Shape::new(Role::Line, Form::Line(from, to), Paint { stroke, ..Paint::default() });
    canvas.with(|scene| {
        let paper = Paint::fill(canvas.style.theme.background);
        scene.shapes.push(Shape::new(Role::Backing, Form::Rect(halo), paper));
        scene.shapes.push(Shape { figure: Some(figure.to_string()), ..level });
    });
}

use LabelSide::*;

const SIDES: &[LabelSide] = &[
    Above, AboveEnd, AboveStart, Right, Left, Below, BelowEnd, BelowStart, RightAbove, LeftAbove,
    RightBelow, LeftBelow, AboveRight, AboveLeft, BelowRight, BelowLeft,
];
