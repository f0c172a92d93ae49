//! What another figure says of the period of one that is drawn: small, open and grey, at its own
//! height, above or below that one or beside it.

use super::bars;
use crate::chart::{Body, Hue, Point, RivalMark, Sign};
use crate::draw::glyph::arrow::arrow;
use crate::draw::glyph::marker;
use crate::draw::labels::{LabelSide, LabelWords, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, label_room};
use crate::draw::scene::{Area, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use crate::draw::theme::Marker;
use crate::draw::value_axis::float;
use crate::figure::{Quantity, Way};

/// From the middle of a mark to its edge, and half the width of the ends of a range.
const RADIUS: f64 = 3.0;
/// From the middle of a mark to the tip of its arrow.
const ARROW: f64 = 14.0;
/// How much larger a dot or a block with the room around it is.
const OWN: f64 = 5.5;
/// How far aside a range stands of what it would cover, a step.
const ASIDE: f64 = 4.0;
/// The label of a bar is so near to its end.
const LABEL: f64 = 24.0;

/// Those of a layer, given by its place in the panel. One number so near to the drawn one that it
/// would be covered is told by the ring of that one and by the notes.
pub(in crate::draw) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let layer = canvas.layer(at);
    let mut taken: Vec<(&str, Area)> = Vec::new();
    for (number, rival) in layer.rivals.iter().enumerate() {
        let Some(place) = layer.points.iter().position(|point| point.figure == rival.of) else {
            continue;
        };
        let point = &layer.points[place];
        let bar = layer.mark.traits().body == Body::Bar;
        let day = if bar { bars::middle(canvas, at, point) } else { point.at };
        let mut area = extent(canvas, &rival.quantity, day);
        if bar {
            area = beside_label(canvas, (at, point), day, area);
        }
        let own = own(canvas, point, day, bar);
        let others = || taken.iter().filter(|(of, _)| *of == rival.of).map(|(_, area)| *area);
        let covers =
            |area: &Area| own.into_iter().chain(others()).any(|other| other.overlaps(area));
        if covers(&area) && !matches!(rival.quantity, Quantity::Range { .. }) {
            continue;
        }
        // Beside what it would cover, on the left where the plot ends and where a tail leads away.
        let tailed = layer.points[place + 1..].first().is_some_and(|next| next.repeats);
        let left = tailed && area.left - 2.0 * OWN > canvas.plot.area.left;
        let left = left || area.right + ASIDE > canvas.plot.area.right;
        let step = if left { -ASIDE } else { ASIDE };
        while covers(&area) {
            (area.left, area.right) = (area.left + step, area.right + step);
        }
        taken.push((&rival.of, area));
        let sign = match rival.quantity {
            Quantity::Range { .. } => Sign::RivalRange,
            _ => Sign::Rival,
        };
        canvas.report(|signs| signs.add(sign));
        shape(canvas, rival, area);
        ask(canvas, rival, area, (at + 1) * 1_000 + number, wishes);
    }
}

/// Right above the end of a bar its label stands: there a rival stands over the side of the bar.
fn beside_label(canvas: &Canvas, (at, point): (usize, &Point), day: f64, area: Area) -> Area {
    let end = extent(canvas, &point.quantity, day);
    let near = area.top < end.bottom + LABEL && area.bottom > end.top - LABEL;
    let more = bars::beside(canvas, at, point, RADIUS);
    match near && more > 0.0 {
        true => Area { left: area.left + more, right: area.right + more, ..area },
        false => area,
    }
}

/// The box around a rival that stands at a day.
fn extent(canvas: &Canvas, quantity: &Quantity, day: f64) -> Area {
    let numbers = quantity.numbers().into_iter().map(|number| canvas.spot(day, float(number)));
    let spots: Vec<Spot> = numbers.collect();
    let x = spots.first().map_or(0.0, |spot| spot.x);
    let top = spots.iter().map(|spot| spot.y).fold(f64::INFINITY, f64::min);
    let bottom = spots.iter().map(|spot| spot.y).fold(f64::NEG_INFINITY, f64::max);
    Area { left: x - RADIUS, right: x + RADIUS, top: top - RADIUS, bottom: bottom + RADIUS }
}

/// What of the drawn figure must stay free; a ring can be seen on the body of a bar.
fn own(canvas: &Canvas, point: &Point, day: f64, bar: bool) -> Option<Area> {
    let mut area = extent(canvas, &point.quantity, day).grown(OWN);
    match point.quantity.open() {
        _ if bar => return None,
        Some(Way::Up) => area.top -= ARROW,
        Some(Way::Down) => area.bottom += ARROW,
        None => {}
    }
    Some(area)
}

fn shape(canvas: &Canvas, rival: &RivalMark, area: Area) {
    let theme = &canvas.style.theme;
    let (grey, paper) = (theme.pair(Hue::Grey).mark, theme.background);
    let x = (area.left + area.right) / 2.0;
    let spot = |value| Spot { x, y: canvas.spot(0.0, float(value)).y };
    let ring = |scene: &mut Scene, value| {
        let paint = Paint { fill: Some(paper), ..Paint::stroke(grey, 1.5) };
        let form = marker::outline(Marker::Diamond, spot(value), RADIUS / 1.5);
        scene.shapes.push(Shape::new(Role::Mark, form, paint));
    };
    let whiskers = |scene: &mut Scene, low, high| {
        let (low, high) = (spot(low), spot(high));
        let end = |at: Spot| (Spot { x: x - RADIUS, ..at }, Spot { x: x + RADIUS, ..at });
        for (role, stroke) in
            [(Role::Backing, Stroke::new(paper, 4.0)), (Role::Mark, Stroke::new(grey, 1.5))]
        {
            for (from, to) in [(low, high), end(low), end(high)] {
                let paint = Paint { stroke: Some(stroke), ..Paint::default() };
                scene.shapes.push(Shape::new(role, Form::Line(from, to), paint));
            }
        }
    };
    canvas.with(|scene| {
        let first = scene.shapes.len();
        match &rival.quantity {
            Quantity::One { side, value } => {
                if let Some(way) = side.open() {
                    let length = if way == Way::Up { -ARROW } else { ARROW };
                    let floor = canvas.plot.area.bottom;
                    let length = length.min(floor - spot(*value).y);
                    arrow(scene, spot(*value), length, grey, 1.25);
                }
                ring(scene, *value);
            }
            Quantity::Range { low, high } => whiskers(scene, *low, *high),
            Quantity::Interval(interval) => {
                whiskers(scene, interval.low, interval.high);
                ring(scene, interval.value);
            }
        }
        let drawn = scene.shapes[first..].iter_mut().filter(|shape| shape.role == Role::Mark);
        drawn.for_each(|shape| shape.figure = Some(rival.figure.clone()));
    });
}

fn ask<'c>(
    canvas: &Canvas,
    rival: &'c RivalMark,
    around: Area,
    group: usize,
    wishes: &mut Vec<Wish<'c>>,
) {
    let place =
        WantedPlace::Beside { around, centre: around.middle(), sides: SIDES, out: Out::Any };
    wishes.push(Wish {
        figure: Some(&rival.figure),
        role: Role::Label,
        colour: canvas.style.theme.pair(Hue::Grey).text,
        words: LabelWords::of(&rival.label, canvas.style.small, label_room(canvas)),
        place,
        required: rival.label.required,
        priority: 0,
        group,
    });
}

use LabelSide::*;

const SIDES: &[LabelSide] =
    &[Right, Left, Above, Below, RightAbove, RightBelow, LeftAbove, LeftBelow];
