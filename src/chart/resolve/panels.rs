//! One panel: its layers, its scale and its ticks.

use super::board::{Board, measures};
use super::change::change;
use super::claims::claims;
use super::desk::Desk;
use super::events::events;
use super::marks::show;
use super::shown::{Shown, Window};
use super::{joins, reference, rows, rules, stacks, subtitle, unjoined};
use crate::chart::mark::{Body, Joins};
use crate::chart::panel::Ticks;
use crate::chart::spec::{PanelSpec, Spec, Subject};
use crate::figure::{Frequency, Period, Series, Tie, Years};
use crate::problem::{Rule, has_errors};

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
        rows: None,
        stacks: None,
    };
    if rows::none_has_it(desk, spec) {
        return board;
    }
    for (place, line) in spec.series.iter().enumerate() {
        if let Subject::Series(id) | Subject::Total(id) = &line.subject {
            board.shown.extend(show(desk, line, id, window, place));
        }
        if let Subject::Reference(id) = &line.subject {
            let own = reference::show(desk, line, (id, place), spec, &board.shown);
            for guide in own.iter().flat_map(Shown::drawn) {
                let others = board.shown.iter_mut();
                others.for_each(|one| one.outside.retain(|other| other.figure != guide.figure));
            }
            board.shown.extend(own);
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
    let known = desk.problems.len();
    board.rows = rows::rows(desk, spec, &board.shown);
    rules::judge(desk, &board);
    let sound = !has_errors(&desk.problems[known..]);
    stacks::stack(desk, &mut board, sound);
    join(desk, &mut board, sound);
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

/// Where all that a chart shows has one title, which its computed subtitle says, and differs in place,
/// the places alone are the names: `Kent`, not `Arrests, Kent`.
pub fn named_by_place(desk: &Desk, spec: &Spec, boards: &mut [Board]) {
    let ([board], None) = (&mut *boards, &spec.subtitle) else { return };
    let places: Option<Vec<String>> =
        board.shown.iter().map(|one| place_alone(desk, one)).collect();
    let first = board.shown.first().map(|one| &desk.data.series(one.series).title);
    let alike = |one: &Shown| Some(&desk.data.series(one.series).title) == first;
    if let (Some(places), true) =
        (places, board.shown.iter().all(alike) && board.changes.is_empty())
        && subtitle::by_title(desk, board).is_some()
    {
        board.shown.iter_mut().zip(places).for_each(|(one, place)| one.apart = Some(place));
    }
}

/// The place of a series that is told apart by it.
fn place_alone(desk: &Desk, one: &Shown) -> Option<String> {
    let series = desk.data.series(one.series);
    let place = desk.data.language.place(&series.geography);
    let told = one.apart.as_ref()?.strip_prefix(&*series.title)?.strip_prefix(", ")?;
    (told == place).then(|| place.to_string())
}

/// Joins what may be joined. Only where the panel is sound otherwise it is told that nothing may.
fn join(desk: &mut Desk, board: &mut Board, sound: bool) {
    for shown in &mut board.shown {
        if shown.mark().joins == Joins::Points {
            let nature = desk.data.series(shown.series).nature;
            let points = &shown.layer.points;
            let kind = (nature, shown.sequence);
            let links = joins::links(desk.data, kind, &shown.observed, &shown.gaps, points);
            (shown.layer.links, shown.layer.bands) = (links.lines, links.bands);
            if sound && shown.layer.links.is_empty() && shown.layer.bands.is_empty() {
                unjoined::advise(desk, shown, &links.obstacles);
            }
        }
    }
}

/// An axis of more than this many days has too many months to name each.
const DAYS_ON_AN_AXIS: i32 = 36 * 31;

/// Flows, and bars of any kind, get their labels under the middle of their periods; other stocks
/// at the first of January, and so do spans of different length. What reaches back over days of the
/// one before has them at its last days.
pub fn ticks(desk: &Desk, board: &Board) -> Ticks {
    let reaches_back =
        |shown: &Shown| shown.mark().body == Body::Dot && shown.sequence.reaches_back();
    if board.changes.is_empty() && board.shown.iter().any(reaches_back) {
        let all = board.shown.iter().all(reaches_back);
        return if all { Ticks::Ends } else { Ticks::Scattered };
    }
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
