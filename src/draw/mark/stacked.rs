//! Parts of a whole: those of a period on each other, in the order of the layers, and a line over them
//! for the total that a source states. What cannot be stacked stands as bars side by side.

use plotters_backend::DrawingBackend;

use super::bars::{self, sides_of};
use crate::chart::{Label, LabelPart, Layer, Point, Says, Stand};
use crate::draw::backend::Pen;
use crate::draw::glyph::bar::unfinished;
use crate::draw::glyph::finish::{BAR, Caveat, Finish};
use crate::draw::glyph::hatch::hatched;
use crate::draw::labels::{LabelSide, LabelWords, Out, WantedPlace, Wish};
use crate::draw::plot::{Canvas, wish};
use crate::draw::scene::{Area, Colour, Form, Paint, Role, Shape, Spot, Stroke};
use crate::draw::theme::Hatch;
use crate::draw::value_axis::float;

/// Between two parts.
const JOINT: f64 = 1.0;
/// How low a part is at least, so that a zero is no missing figure.
const LEAST: f64 = 1.0;
/// How far the line of a total reaches out on both sides.
const OVER: f64 = 3.0;
/// From the end of the parts to the middle of that line.
const ABOVE: f64 = 2.25;
/// Kept free around a label within its part.
const ROOM: (f64, f64) = (4.0, 2.0);
/// Labels that may be left out stand each for itself.
const GROUPS: usize = 1_000_000;

pub(super) fn draw<'c>(canvas: &Canvas<'_, 'c>, at: usize, wishes: &mut Vec<Wish<'c>>) {
    bars::draw(canvas, at, wishes);
    let layer = canvas.layer(at);
    for (place, point) in layer.points.iter().enumerate() {
        let last = place + 1 == layer.points.len();
        let first = wishes.len();
        match point.stand {
            Stand::OnZero => continue,
            Stand::OnParts(below) => {
                let area = part(canvas, point, float(below));
                let words = inside(canvas, point, area);
                ask(canvas, (layer, point), (area, words, last), wishes);
            }
            Stand::Whole => {
                let area = total(canvas, point);
                ask_over(canvas, (layer, point), (area, last), wishes);
            }
        }
        let group = if point.stand == Stand::Whole { 0 } else { place };
        wishes[first..].iter_mut().for_each(|one| one.group = GROUPS * (at + 1) + group);
    }
}

/// Draws a part, and gives the place that it takes.
fn part(canvas: &Canvas, point: &Point, below: f64) -> Area {
    let (left, right) = sides_of(canvas, point, (0, 1));
    let value = point.quantity.value().map_or(0.0, float);
    let theme = &canvas.style.theme;
    let (colour, ground, hatch) =
        (theme.pair(point.hue).mark, theme.background, theme.hatch(point.hue));
    let caveat = Caveat::of(point);
    let finish = caveat.finish();
    canvas.report(|signs| caveat.report(&point.quantity, &BAR, signs));
    let corners = [(left, below), (right, below + value)];
    let [low, high] = corners.map(|(at, value)| canvas.spot(at, value));
    let mut area = Area { left: low.x, right: high.x, top: high.y, bottom: low.y };
    if below > 0.0 {
        area.bottom -= JOINT;
    }
    area.bottom = area.bottom.max(area.top + LEAST);
    if finish == Finish::Tinted {
        // The grid does not shine through it.
        let cover = Shape::new(Role::Backing, Form::Rect(area), Paint::fill(ground));
        canvas.with(|scene| scene.shapes.push(cover));
    }
    let figure = Some(point.figure.as_str());
    canvas.draw(Role::Mark, figure, corners, |scene, spots| {
        scene.draw_rect(spots[0], spots[1], &Pen(colour, 0.0), true).expect("a scene cannot fail");
        let Some(shape) = scene.shapes.last_mut() else { return };
        shape.form = Form::Rect(area);
        if finish == Finish::Filled {
            return hatched(scene, hatch, colour, ground);
        }
        shape.paint = unfinished(finish, colour, ground);
        // The outline lies within the part.
        let line = -0.75_f64.min(area.width() / 2.0).min(area.height() / 2.0);
        shape.form = Form::Rect(area.grown(line));
    });
    area
}

/// Draws the line of a total, and gives the place that it takes.
fn total(canvas: &Canvas, point: &Point) -> Area {
    let (left, right) = sides_of(canvas, point, (0, 1));
    let value = point.quantity.value().map_or(0.0, float);
    let [from, to] = [left, right].map(|at| canvas.spot(at, value));
    // Over the parts: the highest may be thinner than the line.
    let y = from.y - ABOVE;
    let (from, to) = (Spot { x: from.x - OVER, y }, Spot { x: to.x + OVER, y });
    let dash = point.provisional.then_some((2.5, 1.8));
    let stroke = Stroke { dash, ..Stroke::new(canvas.style.theme.pair(point.hue).mark, 1.5) };
    let paint = Paint { stroke: Some(stroke), ..Paint::default() };
    let line = Shape::new(Role::Mark, Form::Line(from, to), paint);
    canvas.with(|scene| {
        scene.shapes.push(Shape { figure: Some(point.figure.clone()), ..line });
    });
    Area { left: from.x, right: to.x, top: from.y - 1.0, bottom: from.y + 1.0 }
}

/// What stands within a part: its number, in a colour that can be read on it; `None` where it has no
/// room, or more to say.
fn inside<'c>(canvas: &Canvas, point: &'c Point, area: Area) -> Option<(LabelWords<'c>, Colour)> {
    let (style, theme) = (canvas.style, &canvas.style.theme);
    // That it is provisional its shape says, and the key.
    let said = |part: &&LabelPart| matches!(part.says, Says::Name | Says::Status);
    let more = !point.label.below.iter().all(|part| said(&part));
    let face = style.label.bold_if(point.label.strong);
    let words = LabelWords { below: &[], ..LabelWords::of(&point.label, face, f64::INFINITY) };
    let block = words.wide(style.below);
    let room = block.width + ROOM.0 <= area.width() && block.height + ROOM.1 <= area.height();
    let mark = theme.pair(point.hue).mark;
    let ground = match Caveat::of(point).finish() {
        Finish::Filled if hatched_in(canvas, point) => theme.background,
        Finish::Filled => mark,
        Finish::Tinted => mark.over(theme.background, TINTED),
        Finish::Hollow | Finish::Dashed => theme.background,
    };
    (room && !more && !words.is_empty()).then(|| (words, theme.words_on(ground)))
}

/// Is a part hatched, so that nothing could be read on it?
fn hatched_in(canvas: &Canvas, point: &Point) -> bool {
    let filled = Caveat::of(point).finish() == Finish::Filled;
    filled && canvas.style.theme.hatch(point.hue) != Hatch::None
}

/// How much of its colour a provisional bar has.
const TINTED: f64 = 0.35;

/// The number of a part within it, and its name beside the last; both beside it where it is too small.
fn ask<'c>(
    canvas: &Canvas,
    (layer, point): (&'c Layer, &'c Point),
    (area, words, last): (Area, Option<(LabelWords<'c>, Colour)>, bool),
    wishes: &mut Vec<Wish<'c>>,
) {
    let (figure, label) = (point.figure.as_str(), &point.label);
    let centre = Spot { x: area.right, y: area.middle().y };
    let named = last && names(label);
    let after = WantedPlace::After { around: area, centre, sides: BESIDE, listed: true };
    let whole = |place| wish(canvas, point.hue, figure, label, place);
    match words {
        Some((words, colour)) => {
            let place = WantedPlace::Within { around: area, backed: hatched_in(canvas, point) };
            wishes.push(Wish { words, colour, ..whole(place) });
            if named {
                let words = name(canvas, layer, area);
                wishes.push(Wish { words, required: true, ..whole(after) });
            }
        }
        None if named => {
            let own = whole(after);
            let room = room_for_names(canvas, area);
            let words = LabelWords { below: its_name(label), room, ..own.words };
            wishes.push(Wish { words, required: true, ..own });
        }
        None if label.required => {
            let place = WantedPlace::Beside { around: area, centre, sides: BESIDE, out: Out::Any };
            wishes.push(whole(place));
        }
        None => {}
    }
}

/// The number of a total over its line, and its name beside the last.
fn ask_over<'c>(
    canvas: &Canvas,
    (layer, point): (&'c Layer, &'c Point),
    (area, last): (Area, bool),
    wishes: &mut Vec<Wish<'c>>,
) {
    let (figure, label) = (point.figure.as_str(), &point.label);
    let centre = Spot { y: area.top, ..area.middle() };
    let over = WantedPlace::Beside { around: area, centre, sides: OVER_IT, out: Out::Up };
    let own = wish(canvas, point.hue, figure, label, over);
    if !(last && names(label)) {
        return wishes.push(own);
    }
    let rest = label.below.iter().any(|part| part.says != Says::Name);
    let words = if rest { own.words } else { LabelWords { below: &[], ..own.words } };
    wishes.push(Wish { words, ..own });
    // Flush with the names of the parts.
    let area = Area { right: area.right - OVER, ..area };
    let end = Spot { x: area.right, ..area.middle() };
    let after = WantedPlace::After { around: area, centre: end, sides: BESIDE, listed: true };
    let named = wish(canvas, point.hue, figure, label, after);
    wishes.push(Wish { words: name(canvas, layer, area), required: true, ..named });
}

fn names(label: &Label) -> bool {
    !its_name(label).is_empty()
}

/// The part of a label that is a name: that a part is provisional its shape says.
fn its_name(label: &Label) -> &[LabelPart] {
    let name = |part: &LabelPart| part.says == Says::Name;
    let more = |part: &LabelPart| !matches!(part.says, Says::Name | Says::Status);
    match label.below.iter().position(name) {
        Some(_) if label.below.iter().any(more) => &label.below,
        Some(at) => &label.below[at..=at],
        None => &[],
    }
}

/// How wide what stands to the right of the last part may be.
fn room_for_names(canvas: &Canvas, area: Area) -> f64 {
    (canvas.plot.area.right - area.right - 8.0).max(40.0)
}

/// The name of a layer to the right of its last part, in as many lines as the room there asks for.
fn name<'c>(canvas: &Canvas, layer: &'c Layer, area: Area) -> LabelWords<'c> {
    LabelWords::plain(&layer.name, "", canvas.style.below, room_for_names(canvas, area))
}

use LabelSide::*;

const OVER_IT: &[LabelSide] = &[Above];
const BESIDE: &[LabelSide] =
    &[Right, Left, RightAbove, RightBelow, LeftAbove, LeftBelow, Above, AboveRight, AboveLeft];
