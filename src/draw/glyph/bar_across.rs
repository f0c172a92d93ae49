//! Bars from zero that lie across. A range is an interval block in the place of its bar; of a number
//! that may lie nearer to zero only the end is drawn, with an arrow.

use super::across::{arrow, whiskers};
use super::arrow::{ARROW_ON_BAR as ARROW, within};
use super::bar::{CAP, LEAST, is_bodiless, unfinished};
use super::block::block;
use super::brush::Brush;
use super::finish::Finish;
use super::hatch::hatched;
use crate::chart::Sign;
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use crate::draw::value_axis::float;
use crate::figure::Quantity;

/// Half of how thick a bar is.
const HALF: f64 = 8.0;
/// Half of how high a level is.
const LEVEL: f64 = 10.0;
/// How far the paper shows around whiskers on a bar.
const HALO: f64 = 4.0;

/// Draws a quantity as a bar from the base to its value.
pub(in crate::draw) fn bar_across(
    scene: &mut Scene,
    quantity: &Quantity,
    y: f64,
    brush: &Brush,
    (x, base): (impl Fn(f64) -> f64, f64),
) {
    let (top, bottom) = (y - HALF, y + HALF);
    if let Quantity::Range { low, high } = quantity {
        let area = Area { left: x(float(*low)), right: x(float(*high)), top, bottom };
        return block(scene, brush.finish, area, (brush.colour, brush.ground), brush.hatch);
    }
    let value = quantity.value().map_or(base, float);
    let (start, end) = (x(base), x(value));
    let out = if value < base { -1.0 } else { 1.0 };
    let bodiless = is_bodiless(quantity, base);
    let area = match bodiless {
        true => Area { left: end - CAP / 2.0, right: end + CAP / 2.0, top, bottom },
        false => {
            let (left, right) = (start.min(end), start.max(end));
            let more = (LEAST - (right - left)).max(0.0);
            let (before, after) = match value.total_cmp(&base) {
                std::cmp::Ordering::Less => (more, 0.0),
                std::cmp::Ordering::Equal => (more / 2.0, more / 2.0),
                std::cmp::Ordering::Greater => (0.0, more),
            };
            Area { left: left - before, right: right + after, top, bottom }
        }
    };
    body(scene, area, brush, bodiless);
    if let Quantity::Interval(interval) = quantity {
        let ends = [interval.low, interval.high].map(|number| Spot { x: x(float(number)), y });
        let halo = Area {
            left: ends[0].x - 1.0,
            right: ends[1].x + 1.0,
            top: y - HALO / 2.0,
            bottom: y + HALO / 2.0,
        };
        let paper = Paint::fill(brush.ground);
        scene.shapes.push(Shape::new(Role::Backing, Form::Rect(halo), paper));
        whiskers(scene, ends[0], ends[1], brush.colour, 4.5);
    }
    if quantity.open().is_some() {
        let beyond = |by: f64| Spot { x: end + out * by, y };
        let (from, length) = match bodiless.then(|| within((end - start).abs())) {
            // Beyond the end of the bar, where it can be seen.
            None => (beyond(1.5), out * ARROW),
            Some(Some(length)) => (beyond(-CAP / 2.0), -out * (length - CAP / 2.0)),
            Some(None) => (beyond(ARROW), -out * (ARROW - CAP / 2.0 - 1.5)),
        };
        arrow(scene, from, length, brush.colour);
    }
}

fn body(scene: &mut Scene, area: Area, brush: &Brush, bodiless: bool) {
    let Brush { colour, ground, finish, hatch, .. } = *brush;
    if finish == Finish::Filled {
        scene.shapes.push(Shape::new(Role::Mark, Form::Rect(area), Paint::fill(colour)));
        if !bodiless {
            hatched(scene, hatch, colour, ground);
        }
        return;
    }
    // The outline lies within the bar, so that its end is where the value is.
    let area = area.grown(-0.75_f64.min(area.width() / 2.0).min(area.height() / 2.0));
    let paint = unfinished(finish, colour, ground);
    scene.shapes.push(Shape::new(Role::Mark, Form::Rect(area), paint));
}

/// What is aimed at: a thin dashed line, as high as its row; of a range one at either end.
pub(in crate::draw) fn level(
    scene: &mut Scene,
    quantity: &Quantity,
    y: f64,
    (colour, ground): (Colour, Colour),
    x: impl Fn(f64) -> f64,
) {
    let numbers = quantity.value().map_or_else(|| quantity.numbers(), |value| vec![value]);
    for number in numbers {
        let at = x(float(number));
        let (from, to) = (Spot { x: at, y: y - LEVEL }, Spot { x: at, y: y + LEVEL });
        let halo = Area { left: at - 2.4, right: at + 2.4, top: from.y, bottom: to.y };
        let paper = Paint::fill(ground);
        scene.shapes.push(Shape::new(Role::Backing, Form::Rect(halo), paper));
        let stroke = Some(Stroke { dash: Some((4.0, 2.5)), ..Stroke::new(colour, 1.75) });
        let paint = Paint { stroke, ..Paint::default() };
        scene.shapes.push(Shape::new(Role::Line, Form::Line(from, to), paint));
    }
}

/// What the key shows of bars that are bounds, and of intervals on them.
pub(in crate::draw) fn sign(scene: &mut Scene, sign: Sign, at: Spot, width: f64, brush: &Brush) {
    let (left, right) = (at.x, at.x + width);
    let mut block = |from: f64, to: f64| {
        let area = Area { left: from, right: to, top: at.y - 4.0, bottom: at.y + 4.0 };
        scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), Paint::fill(brush.colour)));
    };
    match sign {
        Sign::AtLeastBarAcross => {
            block(left, left + 7.0);
            arrow(scene, Spot { x: left + 7.0, y: at.y }, right - left - 8.0, brush.colour);
        }
        Sign::AtMostBarAcross => {
            block(right - 3.0, right);
            arrow(scene, Spot { x: right - 3.0, y: at.y }, left - right + 4.0, brush.colour);
        }
        _ => {
            block(left, left + 9.0);
            whiskers(
                scene,
                Spot { x: left + 6.0, y: at.y },
                Spot { x: right, y: at.y },
                brush.colour,
                3.0,
            );
        }
    }
}
