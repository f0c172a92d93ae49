//! Events and breaks: a line at a day, a light band over a month, a year or what lasts, a dashed line
//! where a series breaks.

use plotters_backend::DrawingBackend;

use crate::chart::{Break, EventMark, Sign};
use crate::draw::backend::Pen;
use crate::draw::labels::{LabelWords, Upright, WantedPlace, Wish};
use crate::draw::plot::{Canvas, label_room};
use crate::draw::scene::{Form, Paint, Role};
use crate::draw::time_axis::edges;

/// A month among many years is drawn at least this wide, or its band would not be seen.
const NARROWEST: f64 = 5.0;

pub(in crate::draw) fn draw_bands(canvas: &Canvas) {
    let (low, high) = ends(canvas);
    for event in canvas.plot.panel.events.iter().filter(|event| event.span.days() > 1) {
        let (from, to) = within(canvas, event);
        canvas.draw(Role::Band, None, [(from, low), (to, high)], |scene, spots| {
            let pen = Pen(canvas.style.theme.band, 0.0);
            scene.draw_rect(spots[0], spots[1], &pen, true).expect("a scene cannot fail");
            if let Some(Form::Rect(area)) = scene.shapes.last_mut().map(|shape| &mut shape.form) {
                let more = ((NARROWEST - area.width()) / 2.0).max(0.0);
                let plot = canvas.plot.area;
                area.left = (area.left - more).max(plot.left);
                area.right = (area.right + more).min(plot.right);
            }
        });
    }
    outline_overlapping(canvas);
}

/// Two bands over the same days would look like one: there each has a line at its first and at its
/// last day, as far as the axis shows it.
fn outline_overlapping(canvas: &Canvas) {
    let (low, high) = ends(canvas);
    let bands = canvas.plot.panel.events.iter().filter(|event| event.span.days() > 1);
    let bands: Vec<&EventMark> = bands.collect();
    for (at, event) in bands.iter().enumerate() {
        let meets = |other: &&EventMark| {
            event.span.start <= other.span.end && other.span.start <= event.span.end
        };
        if !bands.iter().enumerate().any(|(other, band)| other != at && meets(band)) {
            continue;
        }
        let (from, to) = edges(event.span);
        let time = &canvas.plot.time;
        for edge in [from, to].into_iter().filter(|edge| time.start < *edge && *edge < time.end) {
            let colour = canvas.style.theme.axis;
            canvas.draw(Role::Event, None, [(edge, low), (edge, high)], |scene, spots| {
                let pen = Pen(colour, 1.0);
                scene.draw_line(spots[0], spots[1], &pen).expect("a scene cannot fail");
                if let Some(shape) = scene.shapes.last_mut() {
                    shape.paint = Paint::stroke(colour, 1.0).dashed(1.0, 2.0);
                }
            });
        }
    }
}

pub(in crate::draw) fn draw_lines<'c>(canvas: &Canvas<'_, 'c>, wishes: &mut Vec<Wish<'c>>) {
    let (low, high) = ends(canvas);
    let colour = canvas.style.theme.axis;
    let stroke = |role: Role, at: f64, dash: Option<(f64, f64)>| {
        canvas.draw(role, None, [(at, low), (at, high)], |scene, spots| {
            scene.draw_line(spots[0], spots[1], &Pen(colour, 1.0)).expect("a scene cannot fail");
            if let Some(shape) = scene.shapes.last_mut() {
                let plain = Paint::stroke(colour, 1.0);
                shape.paint = dash.map_or(plain, |(dash, space)| plain.dashed(dash, space));
            }
        });
    };
    for stop in &canvas.plot.panel.breaks {
        canvas.report(|signs| signs.add(Sign::Break));
        stroke(Role::Break, stop.at, Some((4.0, 3.0)));
        wishes.push(reason(canvas, stop));
    }
    for event in &canvas.plot.panel.events {
        let (from, to) = within(canvas, event);
        if event.span.days() == 1 {
            stroke(Role::Event, from, None);
        }
        if !event.label.is_empty() {
            wishes.push(ask(canvas, event, from, to));
        }
    }
}

fn ask<'c>(canvas: &Canvas, event: &'c EventMark, from: f64, to: f64) -> Wish<'c> {
    let (low, high) = ends(canvas);
    let (time, (first, last)) = (&canvas.plot.time, edges(event.span));
    let (top_left, bottom_right) = (canvas.spot(from, high), canvas.spot(to, low));
    let words =
        LabelWords::plain(&event.label, &event.cite, canvas.style.small, label_room(canvas));
    Wish {
        figure: None,
        role: Role::EventLabel,
        colour: canvas.style.theme.muted,
        words: LabelWords { ringed: event.numbered, ..words },
        place: WantedPlace::Upright(Upright {
            left: top_left.x,
            right: bottom_right.x,
            top: top_left.y + 3.0,
            bottom: bottom_right.y,
            beside: (time.start <= first, last <= time.end),
        }),
        required: true,
        // A number may stand anywhere along a band, and only on top of a line.
        priority: u8::from(event.numbered && event.span.days() == 1),
        group: 0,
    }
}

/// Why a series breaks stands on the side of what is counted in the new way.
fn reason<'c>(canvas: &Canvas, stop: &'c Break) -> Wish<'c> {
    let (low, high) = ends(canvas);
    let (top, bottom) = (canvas.spot(stop.at, high), canvas.spot(stop.at, low));
    let (left, right) = (top.x, top.x);
    let (top, bottom, beside) = (top.y + 3.0, bottom.y, (false, true));
    Wish {
        figure: Some(&stop.figure),
        role: Role::EventLabel,
        colour: canvas.style.theme.muted,
        words: LabelWords::plain(&stop.label, "", canvas.style.small, label_room(canvas)),
        place: WantedPlace::Upright(Upright { left, right, top, bottom, beside }),
        required: stop.required,
        priority: 0,
        group: usize::MAX - stop.at.abs() as usize,
    }
}

/// The lowest and the highest value the plot shows.
fn ends(canvas: &Canvas) -> (f64, f64) {
    let range = canvas.plot.values.shown();
    (range.start, range.end)
}

/// The days of an event that the panel shows.
fn within(canvas: &Canvas, event: &EventMark) -> (f64, f64) {
    let (mut from, mut to) = edges(event.span);
    if event.span.days() == 1 {
        (from, to) = (event.span.middle(), event.span.middle());
    }
    let time = &canvas.plot.time;
    (from.max(time.start), to.min(time.end))
}
