//! One panel: its layers, its scale and its ticks.

use rust_decimal::Decimal;

use super::change::{Change, change};
use super::claims::{Claims, claims};
use super::desk::Desk;
use super::events::{FarEvent, events};
use super::joins;
use super::marks::{Shown, Window, show};
use super::rules;
use crate::chart::layer::{Layer, Mark};
use crate::chart::panel::{EventMark, Scale, Ticks};
use crate::chart::spec::{PanelSpec, Subject};
use crate::figure::{EventKey, Kind, Nature, Per, Series, SeriesKey};
use crate::locale::words;

/// A panel with what it was made of.
pub struct Board<'a> {
    pub spec: &'a PanelSpec,
    pub shown: Vec<Shown<'a>>,
    pub changes: Vec<Change<'a>>,
    pub events: Vec<(EventKey, EventMark)>,
    /// Those that it names and does not draw.
    pub far: Vec<FarEvent>,
    /// In place of all these.
    pub claims: Option<Claims>,
}

impl Board<'_> {
    pub fn layers(&self) -> impl Iterator<Item = &Layer> {
        let shown = self.shown.iter().map(|shown| &shown.layer);
        shown.chain(self.changes.iter().map(|change| &change.layer))
    }

    /// Drawn or told of.
    pub fn all_events(&self) -> impl Iterator<Item = EventKey> {
        let drawn = self.events.iter().map(|(key, _)| *key);
        drawn.chain(self.far.iter().map(|event| event.key))
    }

    pub fn title(&self) -> Option<String> {
        self.spec.title.as_ref().map(|title| title.text.clone())
    }
}

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
        desk.error("wrong-value", &to.bytes, "`to` is earlier than `from`", hint);
    }
    window
}

/// Every series that has a colour, in order of appearance.
pub fn coloured(board: &Board) -> impl Iterator<Item = SeriesKey> {
    let claims = board.claims.iter().map(|claims| claims.series);
    measures(board).map(|(series, _, _)| series).chain(claims)
}

/// What a panel shows: the layers' series and the levels of its changes, each with its `per`
/// and the place in the spec.
pub fn measures<'b, 'a>(
    board: &'b Board<'a>,
) -> impl Iterator<Item = (SeriesKey, Option<Option<Per>>, &'b crate::chart::spec::Text)> {
    let shown =
        board.shown.iter().map(|shown| (shown.series, Some(shown.per), shown.spec.subject.id()));
    let levels = board.changes.iter().map(|change| (change.on, None, change.spec.subject.id()));
    shown.chain(levels)
}

/// Series of one title are called by what they differ in: where, who counts, what, or their ids.
fn tell_apart(desk: &Desk, shown: &mut [Shown]) {
    let fields: [fn(&Series) -> String; 4] = [
        |series| words::place(&series.geography).to_string(),
        |series| series.counted_by.to_string(),
        |series| series.unit.to_string(),
        |series| series.id.to_string(),
    ];
    let all: Vec<&Series> = shown.iter().map(|one| desk.data.series(one.series)).collect();
    for (one, own) in shown.iter_mut().zip(&all) {
        let is_twin = |other: &&&Series| *other.title == *own.title && other.id != own.id;
        let twins: Vec<&&Series> = all.iter().filter(is_twin).collect();
        let differs = |field: &&fn(&Series) -> String| {
            !field(own).is_empty() && twins.iter().all(|twin| field(twin) != field(own))
        };
        if let (false, Some(field)) = (twins.is_empty(), fields.iter().find(differs)) {
            one.apart = Some(format!("{}, {}", own.title, field(own)));
        }
    }
}

/// The units of a panel, in order of appearance.
pub fn units<'a>(desk: &Desk<'a>, board: &Board) -> Vec<&'a str> {
    let data = desk.data;
    let mut units: Vec<&str> = Vec::new();
    for (series, _, _) in measures(board) {
        let unit: &str = &data.series(series).unit;
        if !units.iter().any(|known| known.eq_ignore_ascii_case(unit)) {
            units.push(unit);
        }
    }
    units
}

fn join(desk: &Desk, board: &mut Board) {
    for shown in &mut board.shown {
        if shown.layer.mark == Mark::Line {
            let nature = desk.data.series(shown.series).nature;
            let points = &shown.layer.points;
            (shown.layer.links, shown.layer.bands) =
                joins::links(desk.data, nature, &shown.observed, &shown.gaps, points);
        }
    }
}

/// What the axis of values is. An axis that would reach to zero in any case, or nearly so, begins
/// there: what is said of the scale and what is drawn both follow from this.
pub fn scale(board: &Board) -> Scale {
    match (board.spec.log.value, board.spec.zero.value) {
        (true, _) => Scale::Log,
        (false, false) if is_far_from_zero(board) => Scale::Loose,
        (false, _) => Scale::Linear,
    }
}

/// Is the way from zero to the nearest number at least half as long as that from there to the
/// farthest?
fn is_far_from_zero(board: &Board) -> bool {
    let numbers = || board.layers().flat_map(Layer::numbers);
    let (Some(min), Some(max)) = (numbers().min(), numbers().max()) else { return false };
    let (near, far) = if min > Decimal::ZERO { (min, max) } else { (-max, -min) };
    let enough = far.checked_div(Decimal::from(3)).is_some_and(|third| near >= third);
    near > Decimal::ZERO && enough
}

/// Periods longer than this many months on the axis are too many months to name each.
const MONTHS_ON_AN_AXIS: i32 = 36 * 31;

/// Flows, and bars of any kind, get their labels under the middle of their periods; other stocks
/// at the first of January, and so do months scattered over many years and spans of different
/// length.
pub fn ticks(desk: &Desk, board: &Board) -> Ticks {
    let stock = |series: &Series| series.nature == Nature::Stock;
    let mut all = measures(board).map(|(series, _, _)| desk.data.series(series));
    let bars = board.shown.iter().all(|shown| shown.mark() == Mark::Bars);
    if !bars && all.any(stock) {
        return Ticks::Instants;
    }
    let shown = board.shown.iter().flat_map(|shown| shown.observed.iter().chain(&shown.gaps));
    let periods = shown.map(|observed| observed.period);
    let ends = board.changes.iter().map(|change| desk.data.figure(change.figure).period);
    let ends = ends.flat_map(|period| [period.first_unit(), period.last_unit()]);
    let periods: Vec<_> = periods.chain(ends.map(crate::figure::Period::of)).collect();
    let kinds: Vec<Kind> =
        periods.iter().map(|period| period.kind(desk.data.financial_month)).collect();
    let Some(first) = kinds.first() else { return Ticks::Instants };
    let spans = board.shown.iter().any(|shown| shown.mark() == Mark::Spans);
    if spans && kinds.iter().any(|kind| kind != first) {
        return Ticks::Instants;
    }
    if kinds.contains(&Kind::FinancialYear) && !kinds.contains(&Kind::Year) {
        return Ticks::Periods(Kind::FinancialYear);
    }
    if kinds.contains(&Kind::Year) {
        return Ticks::Periods(Kind::Year);
    }
    let start = periods.iter().map(|period| period.span().start.number()).min();
    let end = periods.iter().map(|period| period.span().end.number()).max();
    let long = end.zip(start).is_some_and(|(end, start)| end - start > MONTHS_ON_AN_AXIS);
    match first {
        Kind::Quarter if kinds.iter().all(|kind| kind == first) => Ticks::Periods(Kind::Quarter),
        Kind::Month if !long && kinds.iter().all(|kind| kind == first) => {
            Ticks::Periods(Kind::Month)
        }
        _ => Ticks::Instants,
    }
}
