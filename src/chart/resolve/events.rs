//! What happened meanwhile. An event that lies far from every figure would stretch the axis of time
//! into emptiness: unless the spec asks for that time, it is told of and not drawn.

use super::board::{Board, FarEvent};
use super::desk::Desk;
use super::shown::Window;
use crate::chart::panel::EventMark;
use crate::chart::spec::{PanelSpec, TypedText};
use crate::chart::waist::Arrangement;
use crate::figure::{EventKey, Period, Span};
use crate::problem::Rule;

/// Of the time that the figures cover, an event may add so much at either end: a third of the axis
/// is empty then.
const ADDED: i32 = 2;
/// The days that the figure of a single day is shown with at either end.
const HALF_A_YEAR: i32 = 183;

/// The events that a panel names.
pub fn events(desk: &mut Desk, spec: &PanelSpec, window: Window) -> Vec<(EventKey, EventMark)> {
    let mut events = Vec::new();
    for id in &spec.events {
        let Some(key) = desk.event(id) else { continue };
        let event = desk.data.event(key);
        if !window.holds(Period::of(event.date)) {
            let message = format!("the event `{}` lies outside `from` and `to`", id.text);
            desk.error(Rule::NothingToDraw, &id.bytes, message, "leave it out, or widen the panel");
        }
        events.push((
            key,
            EventMark {
                event: event.id.to_string(),
                span: event.date.span(),
                label: desk
                    .data
                    .language
                    .foot
                    .dated(&*event.label, desk.data.language.short_date(event.date)),
                cite: String::new(),
            },
        ));
    }
    events
}

/// Takes out of the panels what lies too far from their figures, and says so.
pub fn leave_far_out(desk: &mut Desk, arrangement: Arrangement, boards: &mut [Board]) {
    let covered: Vec<Option<Span>> = boards.iter().map(|board| covered(desk, board)).collect();
    let together = covered.iter().copied().flatten().reduce(union);
    for (board, own) in boards.iter_mut().zip(covered) {
        let shared = arrangement == Arrangement::Stacked;
        let Some(shown) = (if shared { together } else { own }) else { continue };
        let reach = reach(shown);
        let (from, to) = (board.spec.from.is_some(), board.spec.to.is_some());
        for (key, mark) in std::mem::take(&mut board.events) {
            let before = shown.start.number() - mark.span.end.number() > reach && !from;
            let after = mark.span.start.number() - shown.end.number() > reach && !to;
            if !before && !after {
                board.events.push((key, mark));
                continue;
            }
            if let Some(id) = board.spec.events.iter().find(|id| id.text == mark.event) {
                too_far(desk, id, desk.data.event(key).date.span(), before);
            }
            board.far.push(FarEvent { key, label: mark.label, before });
        }
    }
}

fn too_far(desk: &mut Desk, id: &TypedText, span: Span, before: bool) {
    let (side, of, key, year) = match before {
        true => ("before", "first", "from", span.start.year()),
        false => ("after", "last", "to", span.end.year()),
    };
    let message = format!(
        "the event `{}` lies so long {side} the {of} figure that it is told of and not drawn",
        id.text
    );
    let hint = format!("leave it out, or show its time as well: {key} = \"{year}\"");
    let place = desk.place(&id.bytes);
    desk.problems.push(Rule::FarEvent.at(place, message).hint(hint));
}

/// From the first to the last day that a panel has figures for, or that its spec asks for.
fn covered(desk: &Desk, board: &Board) -> Option<Span> {
    let shown = board.shown.iter().flat_map(|shown| shown.observed.iter().chain(&shown.gaps));
    let shown = shown.map(|observed| observed.span());
    let changes = board.changes.iter().map(|change| desk.data.figure(change.figure).period);
    let ends = changes.flat_map(|period| [period.first_unit(), period.last_unit()]);
    let asked = board.spec.from.iter().chain(&board.spec.to).map(|at| at.value.span());
    shown.chain(ends.map(|unit| unit.span())).chain(asked).reduce(union)
}

fn union(one: Span, other: Span) -> Span {
    Span { start: one.start.min(other.start), end: one.end.max(other.end) }
}

fn reach(shown: Span) -> i32 {
    match shown.days() {
        1 => HALF_A_YEAR,
        days => days / ADDED,
    }
}
