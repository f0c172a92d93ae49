//! The key line: the shapes that occur, drawn small, and their words after them.

use super::glyph::arrow::arrow;
use super::glyph::brush::{Brush, TINT};
use super::glyph::finish::Finish;
use super::glyph::hatch::hatched;
use super::glyph::{across, bar_across};
use super::mark::{repeat, target};
use super::scene::{Anchor, Area, Form, Paint, Role, Scene, Shape, Spot, Stroke};
use super::style::Style;
use super::text::{self, Line};
use super::theme::{Hatch, Marker};
use crate::chart::{Hue, KeyEntry, Sign};

/// Between a shape and its words, and between one entry and the next.
const SPACE: f64 = 6.0;
const APART: f64 = 12.0;
/// How wide and high the sample of a colour is.
const SWATCH: f64 = 11.0;
/// What has the shape of a series' dots in it.
const DOTS: [Sign; 6] =
    [Sign::Exact, Sign::Hollow, Sign::AtLeast, Sign::AtMost, Sign::Interval, Sign::Dashed];

/// Draws the key from this baseline on; gives the baseline after its last line.
pub(super) fn draw(key: &[KeyEntry], style: &Style, mut baseline: f64, scene: &mut Scene) -> f64 {
    let pitch = style.foot_pitch();
    let (start, end) = (style.margin, style.width - 4.0);
    let mut x = start;
    for KeyEntry { signs, hue, meaning } in key {
        // A dot once for each shape that it was drawn in.
        let as_drawn = signs.iter().flat_map(|sign| {
            let markers = scene.markers.get(sign).filter(|_| DOTS.contains(sign)).cloned();
            let markers = markers.unwrap_or(vec![Marker::Round]);
            markers.into_iter().map(|marker| (*sign, marker))
        });
        let as_drawn: Vec<(Sign, Marker)> = as_drawn.collect();
        let wide: f64 = as_drawn.iter().map(|(sign, _)| width(*sign) + SPACE).sum();
        let wide = if hue.is_some() { wide + SWATCH + SPACE } else { wide };
        let whole = text::reserved(meaning, style.foot);
        if x > start && x + wide + whole > end {
            x = start;
            baseline += pitch;
        }
        let mut left = x;
        if let Some(hue) = hue {
            swatch(*hue, Spot { x: left, y: baseline - 4.0 }, style, scene);
        }
        for (sign, marker) in as_drawn {
            glyph((sign, marker), Spot { x: left, y: baseline - 4.0 }, style, scene);
            left += width(sign) + SPACE;
        }
        let lines = text::wrap(meaning, style.foot, end - x - wide, text::Wrapping::Full);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.into_iter().enumerate() {
            let next = x + wide + line.reserved + APART;
            write(line, Spot { x: x + wide, y: baseline }, style, scene);
            if at == last {
                x = next;
            } else {
                baseline += pitch;
            }
        }
    }
    if key.is_empty() { baseline } else { baseline + pitch }
}

fn write(line: Line, at: Spot, style: &Style, scene: &mut Scene) {
    scene.write(Role::KeyLabel, line, at, Anchor::Start, style.foot, style.theme.muted);
}

/// The colour of a layer, and its hatching.
fn swatch(hue: Hue, at: Spot, style: &Style, scene: &mut Scene) {
    let (colour, first) = (style.theme.pair(hue).mark, scene.shapes.len());
    let half = SWATCH / 2.0;
    let area = Area { left: at.x, right: at.x + SWATCH, top: at.y - half, bottom: at.y + half };
    scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), Paint::fill(colour)));
    hatched(scene, style.theme.hatch(hue), colour, style.theme.background);
    scene.shapes[first..].iter_mut().for_each(|shape| shape.role = Role::Key);
}

/// How wide a shape is drawn.
fn width(sign: Sign) -> f64 {
    match sign {
        Sign::Change | Sign::Provisional | Sign::Target | Sign::Repeated => 22.0,
        Sign::Span | Sign::HollowSpan | Sign::RangeSpan | Sign::DashedSpan | Sign::TintedSpan => {
            18.0
        }
        Sign::Disputed | Sign::DisputedRange => 13.0,
        Sign::Band | Sign::IntervalBand => 22.0,
        Sign::AtLeastAcross | Sign::AtMostAcross | Sign::RangeAcross | Sign::IntervalAcross => 18.0,
        Sign::AtLeastBarAcross | Sign::AtMostBarAcross | Sign::IntervalBarAcross => 20.0,
        _ => 9.0,
    }
}

/// Draws a shape to the right of a spot that lies half way up the letters.
fn glyph((sign, marker): (Sign, Marker), at: Spot, style: &Style, scene: &mut Scene) {
    let first = scene.shapes.len();
    let (colour, ground) = (style.theme.muted, style.theme.background);
    let middle = Spot { x: at.x + width(sign) / 2.0, y: at.y };
    let units = |spot: Spot| ((spot.x * 100.0) as i32, (spot.y * 100.0) as i32);
    // A sign is filled, as most are.
    let plain =
        Brush { colour, ground, finish: Finish::Filled, marker, hatch: Hatch::None, apart: true };
    let dot = |scene: &mut Scene, at: Spot, finish: Finish| {
        Brush { finish, ..plain }.dot(scene, units(at), 4.0);
    };
    let line = |scene: &mut Scene, from: Spot, to: Spot, dash: Option<(f64, f64)>, wide: f64| {
        let stroke = Stroke { dash, ..Stroke::new(colour, wide) };
        let paint = Paint { stroke: Some(stroke), ..Paint::default() };
        scene.shapes.push(Shape::new(Role::Key, Form::Line(from, to), paint));
    };
    let outlined = |finish: Finish| {
        let dash = finish.is_dashed().then_some((2.5, 1.8));
        let stroke = Some(Stroke { dash, ..Stroke::new(colour, 1.5) });
        match finish {
            Finish::Filled => Paint::fill(colour),
            Finish::Tinted => Paint { fill_opacity: Some(0.35), stroke, ..Paint::fill(colour) },
            Finish::Hollow | Finish::Dashed => Paint { stroke, ..Paint::fill(ground) },
        }
    };
    let block = |scene: &mut Scene, top: f64, bottom: f64, finish: Finish| {
        let area = Area {
            left: middle.x - 4.0,
            right: middle.x + 4.0,
            top: at.y + top,
            bottom: at.y + bottom,
        };
        scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), outlined(finish)));
    };
    let down = |dy: f64| Spot { x: middle.x, y: at.y + dy };
    let ends = (Spot { x: at.x, y: at.y }, Spot { x: at.x + width(sign), y: at.y });
    let span = |scene: &mut Scene, finish: Finish| {
        let (top, bottom) = (at.y - 2.5, at.y + 2.5);
        let area = Area { left: ends.0.x, right: ends.1.x, top, bottom };
        scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), outlined(finish)));
    };
    let whiskers = |scene: &mut Scene| {
        line(scene, down(-5.5), down(5.5), None, 1.5);
        for dy in [-5.5, 5.5] {
            let end = |dx: f64| Spot { x: middle.x + dx, y: at.y + dy };
            line(scene, end(-3.0), end(3.0), None, 1.5);
        }
    };
    match sign {
        Sign::Exact => dot(scene, middle, Finish::Filled),
        Sign::Hollow => dot(scene, middle, Finish::Hollow),
        Sign::Dashed => dot(scene, middle, Finish::Dashed),
        Sign::AtLeast => {
            arrow(scene, down(3.0), -9.0, colour, 1.5);
            plain.dot(scene, units(down(3.0)), 3.0);
        }
        Sign::AtMost => {
            arrow(scene, down(-3.0), 9.0, colour, 1.5);
            plain.dot(scene, units(down(-3.0)), 3.0);
        }
        Sign::Disputed => {
            dot(scene, middle, Finish::Filled);
            let form = Form::Circle { centre: middle, radius: 6.0 };
            scene.shapes.push(Shape::new(Role::Key, form, Paint::stroke(colour, 1.25)));
        }
        Sign::DisputedRange => {
            block(scene, -4.0, 4.0, Finish::Filled);
            let (left, right) = (middle.x - 6.5, middle.x + 6.5);
            let frame = Area { left, right, top: at.y - 6.5, bottom: at.y + 6.5 };
            scene.shapes.push(Shape::new(
                Role::Key,
                Form::Rect(frame),
                Paint::stroke(colour, 1.25),
            ));
        }
        Sign::DisputedBar => {
            block(scene, -2.5, 5.0, Finish::Filled);
            let end = |dx: f64| Spot { x: middle.x + dx, y: at.y - 5.5 };
            line(scene, end(-4.0), end(4.0), None, 1.5);
        }
        Sign::Rival => {
            let paint = Paint { fill: Some(ground), ..Paint::stroke(colour, 1.5) };
            let form = super::glyph::marker::outline(Marker::Diamond, middle, 2.25);
            scene.shapes.push(Shape::new(Role::Key, form, paint));
        }
        Sign::RivalRange => whiskers(scene),
        Sign::Range => block(scene, -5.0, 5.0, Finish::Filled),
        Sign::Span => line(scene, ends.0, ends.1, None, 4.0),
        Sign::HollowSpan => span(scene, Finish::Hollow),
        Sign::DashedSpan => span(scene, Finish::Dashed),
        Sign::TintedSpan => span(scene, Finish::Tinted),
        Sign::RangeBar | Sign::RangeSpan => {
            let stroke = Some(Stroke::new(colour, 1.5));
            let paint = Paint { fill_opacity: Some(TINT), stroke, ..Paint::fill(colour) };
            let (top, bottom) = (at.y - 5.0, at.y + 5.0);
            let area = Area { left: ends.0.x, right: ends.1.x, top, bottom };
            scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), paint));
        }
        Sign::Band | Sign::IntervalBand => {
            let across = |dy: f64| [ends.0.x, ends.1.x].map(|x| Spot { x, y: at.y + dy });
            let (top, bottom) = (across(-5.0), across(5.0));
            let area = Area { left: ends.0.x, right: ends.1.x, top: top[0].y, bottom: bottom[0].y };
            let fill = Paint { fill_opacity: Some(TINT), ..Paint::fill(colour) };
            scene.shapes.push(Shape::new(Role::Key, Form::Rect(area), fill));
            line(scene, top[0], top[1], None, 1.0);
            line(scene, bottom[0], bottom[1], None, 1.0);
            if sign == Sign::IntervalBand {
                line(scene, ends.0, ends.1, None, 2.0);
                plain.dot(scene, units(middle), 3.0);
            } else {
                for x in [ends.0.x + 4.0, ends.1.x - 4.0] {
                    line(scene, Spot { x, y: at.y - 5.0 }, Spot { x, y: at.y + 5.0 }, None, 3.0);
                }
            }
        }
        Sign::AtLeastAcross | Sign::AtMostAcross | Sign::RangeAcross | Sign::IntervalAcross => {
            across::sign(scene, sign, at, width(sign), &plain);
        }
        Sign::AtLeastBarAcross | Sign::AtMostBarAcross | Sign::IntervalBarAcross => {
            bar_across::sign(scene, sign, at, width(sign), &plain);
        }
        Sign::HollowBar => block(scene, -4.5, 4.5, Finish::Hollow),
        Sign::AtLeastBar => {
            block(scene, 1.0, 5.0, Finish::Filled);
            arrow(scene, down(0.0), -7.0, colour, 1.5);
        }
        Sign::AtMostBar => {
            block(scene, -5.0, -2.5, Finish::Filled);
            arrow(scene, down(-4.0), 9.0, colour, 1.5);
        }
        Sign::DashedBar => block(scene, -4.5, 4.5, Finish::Dashed),
        Sign::TintedBar => block(scene, -4.5, 4.5, Finish::Tinted),
        Sign::IntervalBar => {
            block(scene, 0.0, 5.0, Finish::Filled);
            line(scene, down(-6.0), down(0.0), None, 1.5);
            let end = |dx: f64| Spot { x: middle.x + dx, y: at.y - 6.0 };
            line(scene, end(-3.0), end(3.0), None, 1.5);
        }
        Sign::Interval => {
            whiskers(scene);
            plain.dot(scene, units(middle), 3.0);
        }
        Sign::Provisional => line(scene, ends.0, ends.1, Some((6.0, 4.0)), 2.0),
        Sign::Change => line(scene, ends.0, ends.1, Some((2.0, 4.0)), 2.0),
        Sign::Target => line(scene, ends.0, ends.1, Some(target::DASH), target::WIDTH),
        Sign::Repeated => {
            for dy in [-repeat::RAIL, repeat::RAIL] {
                let [from, to] = [ends.0, ends.1].map(|end| Spot { y: end.y + dy, ..end });
                line(scene, from, to, None, repeat::HAIRLINE);
            }
            for x in [at.x + 11.0, ends.1.x] {
                let tick = |dy: f64| Spot { x, y: at.y + dy };
                line(scene, tick(-repeat::TICK), tick(repeat::TICK), None, repeat::WIDTH);
            }
        }
        Sign::Break => line(scene, down(-6.0), down(6.0), Some((3.0, 2.0)), 1.0),
    }
    for shape in &mut scene.shapes[first..] {
        shape.role = Role::Key;
    }
}
