//! One panel: its layers, its scale and its ticks.

use super::board::{Board, measures};
use super::change::change;
use super::claims::claims;
use super::desk::Desk;
use super::events::events;
use super::marks::show;
use super::shown::{Shown, Window};
use super::{joins, rules};
use crate::chart::mark::{Body, Joins};
use crate::chart::panel::Ticks;
use crate::chart::spec::{PanelSpec, Subject};
use crate::figure::{Frequency, Period, Series, Tie, Years};
use crate::problem::Rule;

/// Resolves a panel. What cannot be drawn is left out of it, and the problem is told.
pub fn panel<'a>(desk: &mut Desk<'a>, spec: &'a PanelSpec) -> Board<'a> {
    let window = window(desk, spec);
    let mut board = Board {
        spec,
        shown: Vec::new(),
        changes: Vec::new(),
        events: events(desk, spec, window),
        far: Vec::new(),
        claims: spec.claims.as_ref().and_then(|spec| claims(desk, spec)),
    };
    for (place, line) in spec.series.iter().enumerate() {
        if let Subject::Series(id) = &line.subject {
            board.shown.extend(show(desk, line, id, window, place));
        }
    }
    if let [only] = &mut board.shown[..] {
        let title = spec.title.as_ref().map(|title| title.text.as_str());
        only.alone_below = title.filter(|title| !title.contains("{{"));
    }
    tell_apart(desk, &mut board.shown);
    for (place, line) in spec.series.iter().enumerate() {
        if let Subject::Change { figure, on } = &line.subject {
            let ids = (figure, on);
            board.changes.extend(change(desk, line, ids, window, place, &board.shown));
        }
    }
    rules::judge(desk, &board);
    join(desk, &mut board);
    board
}

fn window(desk: &mut Desk, spec: &PanelSpec) -> Window {
    let window = Window::of(spec);
    if let (Some(from), Some(to)) = (&spec.from, &spec.to)
        && from.value.span().start > to.value.span().end
    {
        let hint = "write the earlier of the two as `from`";
        desk.error(Rule::WrongValue, &to.bytes, "`to` is earlier than `from`", hint);
    }
    window
}

/// Series of one title are called by what they differ in: where, who counts, what, or their ids.
fn tell_apart(desk: &Desk, shown: &mut [Shown]) {
    let language = desk.data.language;
    let fields: [&dyn Fn(&Series) -> String; 4] = [
        &|series| language.place(&series.geography).to_string(),
        &|series| series.counted_by.to_string(),
        &|series| language.unit_of(series).into_owned(),
        &|series| series.id.to_string(),
    ];
    let all: Vec<&Series> = shown.iter().map(|one| desk.data.series(one.series)).collect();
    for (one, own) in shown.iter_mut().zip(&all) {
        let is_twin = |other: &&&Series| *other.title == *own.title && other.id != own.id;
        let twins: Vec<&&Series> = all.iter().filter(is_twin).collect();
        let differs = |field: &&&dyn Fn(&Series) -> String| {
            !field(own).is_empty() && twins.iter().all(|twin| field(twin) != field(own))
        };
        if let (false, Some(field)) = (twins.is_empty(), fields.iter().find(differs)) {
            one.apart = Some(format!("{}, {}", own.title, field(own)));
        }
    }
}

fn join(desk: &Desk, board: &mut Board) {
    for shown in &mut board.shown {
        if shown.mark().joins == Joins::Points {
            let nature = desk.data.series(shown.series).nature;
            let points = &shown.layer.points;
            (shown.layer.links, shown.layer.bands) =
                joins::links(desk.data, nature, &shown.observed, &shown.gaps, points);
        }
    }
}

/// An axis of more than this many days has too many months to name each.
const DAYS_ON_AN_AXIS: i32 = 36 * 31;

/// Flows, and bars of any kind, get their labels under the middle of their periods; other stocks
/// at the first of January, and so do spans of different length.
pub fn ticks(desk: &Desk, board: &Board) -> Ticks {
    let stock = |series: &Series| series.nature.tie() == Tie::Date;
    let mut all = measures(board).map(|(series, _, _)| desk.data.series(series));
    let bars = board.shown.iter().all(|shown| shown.mark().body == Body::Bar);
    if !bars && all.any(stock) {
        return Ticks::Instants;
    }
    let overlapping = |shown: &Shown| desk.data.naming(shown.series).is_overlapping();
    if board.shown.iter().any(overlapping) {
        return Ticks::Scattered;
    }
    let shown = board.shown.iter().flat_map(|shown| {
        let aimed = shown.targets.iter().filter(|_| shown.observed.is_empty());
        shown.observed.iter().chain(&shown.gaps).chain(aimed)
    });
    let periods = shown.map(|observed| observed.period);
    let ends = board.changes.iter().map(|change| desk.data.figure(change.figure).period);
    let ends = ends.flat_map(|period| [period.first_unit(), period.last_unit()]);
    let periods: Vec<_> = periods.chain(ends.map(Period::of)).collect();
    let frequencies: Vec<Frequency> = periods.iter().copied().map(Period::frequency).collect();
    let Some(first) = frequencies.first() else { return Ticks::Scattered };
    let spans = board.shown.iter().any(|shown| shown.mark().body == Body::Span);
    if spans && frequencies.iter().any(|frequency| frequency != first) {
        return Ticks::Scattered;
    }
    let own = measures(board).map(|(series, _, _)| desk.data.naming(series));
    let own = own.filter_map(|naming| {
        Some(naming.years.frequency()).filter(|year| naming.named(*year).is_some())
    });
    if let Some(year) =
        std::iter::once(Frequency::YEAR).chain(own).find(|one| frequencies.contains(one))
    {
        return Ticks::Periods(year);
    }
    let start = periods.iter().map(|period| period.span().start.number()).min();
    let end = periods.iter().map(|period| period.span().end.number()).max();
    let long = end.zip(start).is_some_and(|(end, start)| end - start > DAYS_ON_AN_AXIS);
    let one = frequencies.iter().all(|frequency| frequency == first);
    match *first {
        Frequency::QUARTER if one => Ticks::Periods(Frequency::QUARTER),
        Frequency::MONTH if one && !long => Ticks::Periods(Frequency::MONTH),
        _ => Ticks::Scattered,
    }
}

/// When the years start that the axis names: those of the first series that has such a year, else
/// of the first series.
pub fn years(desk: &Desk, board: &Board) -> Years {
    let all = || board.shown.iter().map(|shown| (shown, desk.data.years(shown.series)));
    let has = |(shown, years): &(&Shown, Years)| {
        shown.observed.iter().any(|one| one.period.frequency() == years.frequency())
    };
    let found = all().find(has).or_else(|| all().next());
    let of_changes = || Some(desk.data.years(measures(board).next()?.0));
    found.map(|(_, years)| years).or_else(of_changes).unwrap_or(desk.data.years)
}
