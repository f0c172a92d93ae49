//! Bars, from zero to a number. A range is an interval block in the place of its bar; of a number
//! that may lie nearer to zero only the end is drawn, with an arrow.

use std::cmp::Ordering;

use plotters_backend::DrawingBackend;

use crate::chart::{Body, Layer, Panel, Point, Sign, Stand, joined};
use crate::draw::backend::{Pen, spot};
use crate::draw::glyph::arrow::{ARROW_ON_BAR as ARROW, arrow, within};
use crate::draw::glyph::bar::{CAP, LEAST, is_bodiless, unfinished};
use crate::draw::glyph::block::block;
use crate::draw::glyph::finish::{BAR, Caveat, Finish};
use crate::draw::glyph::hatch::hatched;
use crate::draw::glyph::whiskers::whiskers;
use crate::draw::labels::{LabelSide, LabelWords, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Form, Paint, Role, Shape, Spot};
use crate::draw::style::Style;
use crate::draw::text::{self, Face};
use crate::draw::time_axis::edges;
use crate::draw::value_axis::float;
use crate::figure::Quantity;

/// The widest bar, in pixels, and the share of its period that a bar takes.
const WIDEST: f64 = 64.0;
const SHARE: f64 = 0.78;
/// The slot of a day among years is at least so wide, in pixels, where its neighbours leave it room.
const LONE: f64 = 10.0;

pub(super) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    let (layer, slot) = (canvas.layer(at), slot(canvas.plot.panel, at));
    let (first, base) = (wishes.len(), canvas.plot.values.base);
    let mut pitch = f64::INFINITY;
    for point in layer.points.iter().filter(|point| point.stand == Stand::OnZero) {
        let (left, right) = sides_of(canvas, point, slot);
        shape(canvas, point, (left, right));
        ask(canvas, point, (left, right), wishes);
        let (start, end) = edges(point.span);
        let period = canvas.spot(end, base).x - canvas.spot(start, base).x;
        pitch = pitch.min(period / slot.1 as f64);
    }
    let form = form(&wishes[first..], pitch - 2.0, canvas.style);
    for wish in &mut wishes[first..] {
        let (face, narrow) = form;
        wish.words.narrow = narrow;
        wish.words.face = face.bold_if(face.bold && wish.words.face.bold);
    }
}

/// From where to where a target of a layer leads, in days: over its whole period, or over its own
/// bar where another stands beside it.
pub(super) fn level(canvas: &Canvas, at: usize, point: &Point) -> (f64, f64) {
    let whole = canvas.layer(at).mark.traits().stacks;
    match slot(canvas.plot.panel, at) {
        several if several.1 > 1 && !whole => sides_of(canvas, point, several),
        _ => edges(point.span),
    }
}

/// The day in the middle of a bar of a layer.
pub(super) fn middle(canvas: &Canvas, at: usize, point: &Point) -> f64 {
    let (left, right) = sides_of(canvas, point, slot(canvas.plot.panel, at));
    (left + right) / 2.0
}

/// How many pixels from the middle of its bar a small mark stands at its side: within it where
/// another bar may be next.
pub(super) fn beside(canvas: &Canvas, at: usize, point: &Point, radius: f64) -> f64 {
    let slot = slot(canvas.plot.panel, at);
    let (left, right) = sides_of(canvas, point, slot);
    let base = canvas.plot.values.base;
    let half = (canvas.spot(right, base).x - canvas.spot(left, base).x) / 2.0;
    if slot.1 == 1 { half + radius + 1.0 } else { half - radius }
}

/// Where among the bars of a period a layer's bar stands, and how many there are.
fn slot(panel: &Panel, layer: usize) -> (usize, usize) {
    let is_bar = |at: &usize| panel.layers[*at].mark.traits().body == Body::Bar;
    let bars: Vec<usize> = (0..panel.layers.len()).filter(is_bar).collect();
    let meet = |one: &Layer, other: &Layer| {
        let mut spans: Vec<_> =
            one.points.iter().chain(&other.points).map(|point| point.span).collect();
        spans.sort_by_key(|span| span.start);
        spans.windows(2).any(|pair| pair[0].overlaps(pair[1]))
    };
    let shared = bars.iter().enumerate().any(|(at, one)| {
        bars[at + 1..].iter().any(|other| meet(&panel.layers[*one], &panel.layers[*other]))
    });
    match bars.iter().position(|bar| *bar == layer) {
        Some(at) if shared => (at, bars.len()),
        _ => (0, 1),
    }
}

/// How the labels of all bars of a layer are set, so that they look alike and each fits above its
/// own: in bold if that is enough, else no smaller than it may be, else light.
fn form(wishes: &[Wish], room: f64, style: &Style) -> (Face, bool) {
    let smaller = Face { size: style.small.size, ..style.label };
    let light = smaller.bold_if(false);
    let width = |text: &str, face: Face| text::reserved(text, face);
    let fits = |face: Face, narrow: bool| {
        wishes.iter().all(|Wish { words, .. }| {
            let words = LabelWords { face, narrow, below: &[], ..*words };
            let form = narrow.then(|| words.narrow(style.below)).flatten();
            form.unwrap_or_else(|| words.wide(style.below)).width <= room
        })
    };
    // Words below the values of two neighbours stand above one another if they are wide; the
    // values should take no line that they need not.
    let wide = |wish: &Wish| width(&joined(wish.words.below), style.below) > room;
    let tall = wishes.windows(2).any(|pair| pair.iter().all(wide));
    let low = [(style.label, false), (smaller, false), (light, false)];
    let any = [(style.label, false), (style.label, true), (smaller, true), (light, true)];
    let forms = if tall { [&low[..], &any[..]].concat() } else { any.to_vec() };
    let fitting = forms.into_iter().find(|(face, narrow)| fits(*face, *narrow));
    // On a phone they are as slim as they can be.
    fitting.unwrap_or((if style.brief { light } else { style.label }, true))
}

/// The days at which a bar starts and ends.
pub(super) fn sides_of(
    canvas: &Canvas,
    point: &Point,
    (slot, slots): (usize, usize),
) -> (f64, f64) {
    let (start, end) = edges(point.span);
    let base = canvas.plot.values.base;
    let pixels = canvas.spot(end, base).x - canvas.spot(start, base).x;
    let pixels_per_day = if end > start { pixels / (end - start) } else { 1.0 };
    let room = pixels.max(LONE.min(between(canvas.plot.panel) * pixels_per_day));
    let width = (room * SHARE / slots as f64).clamp(1.0, WIDEST) / pixels_per_day.max(1e-9);
    let (all, time) = (width * slots as f64, &canvas.plot.time);
    // What is wider than its day stays within the plot.
    let middle = match all > end - start && all < time.end - time.start {
        true => ((start + end) / 2.0).clamp(time.start + all / 2.0, time.end - all / 2.0),
        false => (start + end) / 2.0,
    };
    let middle = middle + width * (slot as f64 - (slots as f64 - 1.0) / 2.0);
    (middle - width / 2.0, middle + width / 2.0)
}

/// The least way from one bar of a panel to the next that begins later, in days.
fn between(panel: &Panel) -> f64 {
    let bars = panel.layers.iter().filter(|layer| layer.mark.traits().body == Body::Bar);
    let mut starts: Vec<i32> =
        bars.flat_map(|layer| &layer.points).map(|point| point.span.start.number()).collect();
    starts.sort_unstable();
    starts.dedup();
    let ways = starts.windows(2).map(|pair| f64::from(pair[1] - pair[0]));
    ways.fold(f64::INFINITY, f64::min)
}

fn shape(canvas: &Canvas, point: &Point, (left, right): (f64, f64)) {
    let colour = canvas.style.theme.pair(point.hue).mark;
    let ground = canvas.style.theme.background;
    let base = canvas.plot.values.base;
    let figure = Some(point.figure.as_str());
    let (low, high) = match &point.quantity {
        Quantity::Range { low, high } => (float(*low), float(*high)),
        quantity => (base, quantity.value().map_or(base, float)),
    };
    let bodiless = is_bodiless(&point.quantity, base);
    let caveat = Caveat::of(point);
    let finish = caveat.finish();
    canvas.report(|signs| caveat.report(&point.quantity, &BAR, signs));
    let hatch = canvas.style.theme.hatch(point.hue);
    let corners = [(left, if bodiless { high } else { low }), (right, high)];
    canvas.draw(Role::Mark, figure, corners, |scene, spots| {
        scene.draw_rect(spots[0], spots[1], &Pen(colour, 0.0), true).expect("a scene cannot fail");
        let Some(shape) = scene.shapes.last_mut() else { return };
        let Form::Rect(area) = &mut shape.form else { return };
        if let Quantity::Range { .. } = point.quantity {
            let area = *area;
            scene.shapes.pop();
            return block(scene, finish, area, (colour, ground), hatch);
        }
        if !bodiless && area.height() < LEAST {
            match high.total_cmp(&base) {
                Ordering::Greater => area.top = area.bottom - LEAST,
                Ordering::Less => area.bottom = area.top + LEAST,
                Ordering::Equal => {
                    (area.top, area.bottom) = (area.top - LEAST / 2.0, area.top + LEAST / 2.0);
                }
            }
        }
        if bodiless {
            (area.top, area.bottom) = (area.top - CAP / 2.0, area.top + CAP / 2.0);
        }
        if finish == Finish::Filled && bodiless {
            return;
        }
        if finish == Finish::Filled {
            return hatched(scene, hatch, colour, ground);
        }
        if let Some(shape) = scene.shapes.last_mut() {
            shape.paint = unfinished(finish, colour, ground);
            // The outline lies within the bar, so that its end is where the value is.
            if let Form::Rect(area) = &mut shape.form {
                *area = area.grown(-0.75_f64.min(area.width() / 2.0).min(area.height() / 2.0));
            }
        }
    });
    let middle = (left + right) / 2.0;
    match &point.quantity {
        Quantity::One { side, .. } => {
            if side.open().is_none() {
                return;
            }
            let out = if high < base { 1.0 } else { -1.0 };
            let room = (canvas.spot(middle, high).y - canvas.spot(middle, base).y).abs();
            canvas.draw(Role::Mark, figure, [(middle, high)], |scene, spots| {
                let end = spot(spots[0]);
                let beyond = |by: f64| Spot { x: end.x, y: end.y + out * by };
                let (from, length) = match bodiless.then(|| within(room)) {
                    // Beyond the end of the bar, where it can be seen.
                    None => (beyond(1.5), out * ARROW),
                    Some(Some(length)) => (beyond(-CAP / 2.0), -out * (length - CAP / 2.0)),
                    Some(None) => (beyond(ARROW), -out * (ARROW - CAP / 2.0 - 1.5)),
                };
                arrow(scene, from, length, colour, 2.0);
            });
        }
        Quantity::Interval(interval) => {
            // On a ground of their own, or they would not be seen on the bar.
            let ends = [(middle, float(interval.low)), (middle, float(interval.high))];
            for (role, pen) in [(Role::Backing, Pen(ground, 4.0)), (Role::Mark, Pen(colour, 1.5))] {
                canvas.draw(role, figure.filter(|_| role == Role::Mark), ends, |scene, spots| {
                    whiskers(scene, spots[0], spots[1], &pen);
                });
            }
        }
        Quantity::Range { .. } => {}
    }
}

fn ask<'c>(
    canvas: &Canvas,
    point: &'c Point,
    (left, right): (f64, f64),
    wishes: &mut Vec<Wish<'c>>,
) {
    let base = canvas.plot.values.base;
    let (low, high) = match &point.quantity {
        Quantity::Range { low, high } => (float(*low), float(*high)),
        Quantity::Interval(interval) => (base, float(interval.high)),
        quantity => (base, quantity.value().map_or(base, float)),
    };
    let (one, other) = (canvas.spot(left, low), canvas.spot(right, high));
    let mut around =
        Area { left: one.x, right: other.x, top: one.y.min(other.y), bottom: one.y.max(other.y) };
    if is_bodiless(&point.quantity, base) {
        let (end, out) = (other.y, if high < base { 1.0 } else { -1.0 });
        let length = within((one.y - end).abs());
        let (back, beyond) = (length.unwrap_or(CAP / 2.0), length.map_or(ARROW, |_| CAP / 2.0));
        let (one, other) = (end - out * back, end + out * beyond);
        (around.top, around.bottom) = (one.min(other), one.max(other));
    } else if point.quantity.open().is_some() {
        match high < base {
            true => around.bottom += ARROW,
            false => around.top -= ARROW,
        }
    }
    if point.disputed {
        differs(canvas, point, &mut around, high < base);
    }
    let middle = (around.left + around.right) / 2.0;
    let (label, figure) = (&point.label, point.figure.as_str());
    let place = match &point.quantity {
        Quantity::Range { .. } => WantedPlace::Ends { around },
        _ if high < base => {
            let centre = Spot { x: middle, y: around.bottom };
            WantedPlace::Beside { around, centre, sides: END_DOWN, out: Out::Down }
        }
        _ => {
            let centre = Spot { x: middle, y: around.top };
            WantedPlace::Beside { around, centre, sides: END_UP, out: Out::Up }
        }
    };
    wishes.push(wish(canvas, point.hue, figure, label, place));
}

/// A line beyond the end of a bar on which figures differ, and room for it.
fn differs(canvas: &Canvas, point: &Point, around: &mut Area, down: bool) {
    let y = if down { around.bottom + BEYOND } else { around.top - BEYOND };
    let (from, to) = (Spot { x: around.left, y }, Spot { x: around.right, y });
    let paint = Paint::stroke(canvas.style.theme.pair(point.hue).mark, 1.5);
    let line = Shape::new(Role::Mark, Form::Line(from, to), paint);
    canvas.report(|signs| signs.add(Sign::DisputedBar));
    canvas.with(|scene| {
        scene.shapes.push(Shape { figure: Some(point.figure.clone()), ..line });
    });
    match down {
        true => around.bottom = y + 1.0,
        false => around.top = y - 1.0,
    }
}

/// From the end of a bar to the line beyond it.
const BEYOND: f64 = 3.5;
const END_UP: &[LabelSide] = &[LabelSide::Above];
const END_DOWN: &[LabelSide] = &[LabelSide::Below];

#[cfg(test)]
mod tests {
    use super::CAP;
    use crate::chart::{Mark, Scale, Ticks};
    use crate::draw::fixtures;
    use crate::draw::scene::{Form, Role};
    use crate::draw::style::Style;
    use crate::figure::{Frequency, Side};

    #[test]
    fn the_labels_of_neighbours_stand_right_above_their_bars() {
        let values = ["940000", "2210000", "2195000", "2260000", "2245000", "3480000", "3120000"];
        let values = [&values[..], &["2975000", "3050000"]].concat();
        let layers = vec![fixtures::layer(Mark::Bars, 0, fixtures::years("a", 2013, &values))];
        let panel = fixtures::panel_of("", Scale::Linear, Ticks::Periods(Frequency::YEAR), layers);
        let chart = fixtures::chart("Roads", "pounds", vec![panel]);
        let scene = crate::draw::draw(&chart, &Style::default()).unwrap();
        let foot = |figure: &Option<String>| {
            let own = scene.texts(&[Role::Label]).filter(|(shape, _)| shape.figure == *figure);
            own.map(|(_, text)| text.at.y).fold(0.0, f64::max)
        };
        let bars = scene.shapes.iter().filter_map(|shape| match (&shape.form, shape.role) {
            (Form::Rect(area), Role::Mark) => Some(area.top - foot(&shape.figure)),
            _ => None,
        });
        let off: Vec<f64> = bars.collect();
        assert_eq!(off.len(), values.len());
        assert!(off.iter().all(|off| (2.0..9.0).contains(off)), "{off:?}");
    }

    #[test]
    fn a_bar_of_zero_or_nearly_is_seen() {
        for side in [Side::Exact, Side::About] {
            for (value, beyond) in [("0", 0.0), ("1", -1.0), ("-1", 1.0)] {
                let numbers = [value, "1000", "-1000"].map(|n| side.of(fixtures::number(n)));
                let mut panel = fixtures::panel(Scale::Linear, numbers.to_vec());
                panel.layers[0].mark = Mark::Bars;
                let chart = fixtures::chart("Apples", "tonnes", vec![panel]);
                let scene = crate::draw::draw(&chart, &Style::default()).unwrap();
                let bars: Vec<_> =
                    scene.shapes.iter().filter(|one| one.role == Role::Mark).collect();
                let area = |at: usize| match &bars[at].form {
                    Form::Rect(area) => *area,
                    other => panic!("no bar: {other:?}"),
                };
                let (own, zero) = (area(0), area(1).bottom);
                assert!(own.height() > 0.4, "{side:?} {value}");
                let middle = (own.top + own.bottom) / 2.0 - zero;
                assert!((middle - beyond).abs() < 0.8, "{side:?} {value}: {middle}");
            }
        }
    }

    #[test]
    fn a_bound_that_may_lie_nearer_to_zero_has_no_body() {
        for (side, value, body) in [
            (Side::AtMost, "30", false),
            (Side::AtLeast, "30", true),
            (Side::AtMost, "-30", true),
            (Side::AtLeast, "-30", false),
        ] {
            let numbers =
                [side.of(fixtures::number(value)), Side::Exact.of(fixtures::number("40"))];
            let mut panel = fixtures::panel(Scale::Linear, numbers.to_vec());
            panel.layers[0].mark = Mark::Bars;
            let chart = fixtures::chart("Apples", "tonnes", vec![panel]);
            let scene = crate::draw::draw(&chart, &Style::default()).unwrap();
            let first = scene.shapes.iter().find_map(|shape| match (&shape.form, shape.role) {
                (Form::Rect(area), Role::Mark) => Some(area.height()),
                _ => None,
            });
            assert_eq!(first.unwrap() > CAP, body, "{side:?} {value}");
        }
    }
}
