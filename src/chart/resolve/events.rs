//! What happened meanwhile. An event that lies far from every figure would stretch the axis of time
//! into emptiness: unless the spec asks for that time, it is told of and not drawn.

use super::board::{Board, FarEvent};
use super::desk::Desk;
use super::shown::Window;
use crate::chart::panel::EventMark;
use crate::chart::spec::{PanelSpec, TypedText};
use crate::chart::waist::Arrangement;
use crate::figure::{Day, EventKey, Span};
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
        if events.iter().any(|(other, _)| *other == key) {
            let message = format!("the event `{}` stands twice in this panel", id.text);
            desk.error(Rule::MixedPanel, &id.bytes, message, "leave one out");
            continue;
        }
        let event = desk.data.event(key);
        if !window.meets(event.date) {
            let message = format!("the event `{}` lies outside `from` and `to`", id.text);
            desk.error(Rule::NothingToDraw, &id.bytes, message, "leave it out, or widen the panel");
        }
        events.push((
            key,
            EventMark {
                event: event.id.to_string(),
                span: event.date.span(),
                room: event.date.span(),
                label: desk
                    .data
                    .language
                    .foot
                    .dated(&*event.label, desk.data.language.short_dates(event.date)),
                cite: String::new(),
                numbered: false,
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
        for (key, mut mark) in std::mem::take(&mut board.events) {
            let before = shown.start.number() - mark.span.end.number() > reach && !from;
            let after = mark.span.start.number() - shown.end.number() > reach && !to;
            if !before && !after {
                mark.room = needed(mark.span, shown, reach);
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

/// Of what began long before the figures or ends long after them, the axis shows no more than it
/// shows anyway.
fn needed(span: Span, shown: Span, reach: i32) -> Span {
    let (first, last) = (shown.start.number() - reach, shown.end.number() + reach);
    let at = |number: i32, edge: Day| Day::from_number(number).unwrap_or(edge);
    // What only begins after them is shown as far as an event may lie.
    let start = match span.start.number() < first {
        true if span.end < shown.start || shown.days() == 1 => at(first, shown.start),
        true => shown.start,
        false => span.start,
    };
    let end = match span.end.number() > last {
        true if span.start > shown.end || shown.days() == 1 => at(last, shown.end),
        true => shown.end,
        false => span.end,
    };
    Span { start, end }
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
    let shown = board.shown.iter().flat_map(|shown| shown.drawn().chain(&shown.gaps));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Period;

    #[test]
    fn what_lasts_stretches_the_axis_no_further_than_other_events() {
        // The figures are of six years: an event may add three.
        for (event, from, to) in [
            ("2016/2017", "2016-01-01", "2017-12-31"),
            ("1990/2016", "2015-01-01", "2016-12-31"),
            ("2013/2016", "2013-01-01", "2016-12-31"),
            ("2018/2055", "2018-01-01", "2020-12-31"),
            ("1990/2055", "2015-01-01", "2020-12-31"),
            ("2022/2055", "2022-01-01", "2024-01-01"),
            ("1990/2013", "2012-01-01", "2013-12-31"),
        ] {
            let span = |text: &str| Period::parse(text).expect("a period").span();
            let shown = span("2015/2020");
            let room = needed(span(event), shown, reach(shown));
            assert_eq!((room.start.to_string(), room.end.to_string()), (from.into(), to.into()));
        }
    }

    #[test]
    fn an_event_that_lies_partly_in_the_window_is_drawn_and_says_both_dates() {
        let files = crate::dataset::Files {
            figures: "id,series,period,value,source\na,a,2020-05,1,o\nb,a,2020-06,2,o\n".into(),
            series: "id,title,unit,nature\na,As,visits,flow\n".into(),
            sources: "id,publisher,title\no,One,T\n".into(),
            events: Some(
                "id,date,label\nl,2020-03-23/2020-07-04,Lockdown\nm,2020-01/2020-04,Before\n"
                    .into(),
            ),
        };
        let data = crate::dataset::Dataset::read(&files, 4).value;
        let read = |event: &str| {
            let spec = format!(
                "title = 'As'\n[[panels]]\nfrom = '2020-05'\nto = '2020-06'\nevents = ['{event}']\n\
                 series = [{{ id = 'a', mark = 'bars' }}]\n"
            );
            crate::chart::resolve("x", "charts/x.toml", &spec, &data, "p")
        };
        let chart = read("l").value.expect("it is a chart");
        assert_eq!(chart.panels[0].events[0].label, "Lockdown, 23 Mar to 4 Jul 2020");
        assert!(chart.description.contains("Event: Lockdown, 23 Mar to 4 Jul 2020."));
        let told = read("m").problems;
        assert_eq!(told[0].message, "the event `m` lies outside `from` and `to`");
    }
}
