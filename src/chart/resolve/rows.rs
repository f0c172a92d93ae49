//! Bars that lie across: what a panel of them may hold, which rows it has, how each is called and in
//! which order they stand.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::board::{BarRows, Board, RowNames};
use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use super::titles::Beginning;
use crate::chart::bar_row::{BarRow, BesideBar, RowShows};
use crate::chart::hue::Hue;
use crate::chart::label::joined;
use crate::chart::layer::Point;
use crate::chart::mark::{Body, Mark};
use crate::chart::panel::Against;
use crate::chart::spec::{At, PanelSpec, RowOrder, SeriesSpec};
use crate::figure::{Period, Series, SeriesKey, Span, Tie};
use crate::locale::words::capital;
use crate::problem::Rule;

/// More rows than the forces of a country are a table, and no picture.
const MOST_ROWS: usize = 45;

/// Does none of several series have a figure for the period that the spec names? That is told once.
pub fn none_has_it(desk: &mut Desk, spec: &PanelSpec) -> bool {
    let Some(asked) = &spec.period else { return false };
    let data = desk.data;
    let ids = spec.series.iter().filter(|line| across(line)).map(|line| line.subject.id());
    let known: Vec<SeriesKey> = ids.filter_map(|id| data.find_series(&id.text)).collect();
    let all = || {
        let lists = known.iter().map(|key| (data.observations_of(*key), data.targets_of(*key)));
        lists.flat_map(|(one, other)| one.iter().chain(other)).map(|one| one.period)
    };
    if known.len() < 2 || all().any(|period| period.span() == asked.value.span()) {
        return false;
    }
    let message =
        format!("no series of this panel has a figure for {}", desk.period(known[0], asked.value));
    let number = asked.value.span().end.number();
    let near = all().min_by_key(|period| (period.span().end.number() - number).abs());
    let hint = match near {
        Some(near) => format!("the nearest that they have is \"{near}\""),
        None => "name other series".to_string(),
    };
    desk.error(Rule::NothingToDraw, &asked.bytes, message, hint);
    true
}

fn across(line: &SeriesSpec) -> bool {
    line.mark.value.traits().body == Body::Row
}

/// The rows of a panel; `None` of any other panel. Tells of what does not go with them.
pub fn rows(desk: &mut Desk, spec: &PanelSpec, shown: &[Shown]) -> Option<BarRows> {
    if !spec.series.iter().any(across) {
        let period = spec.period.as_ref().map(|at| ("period", &at.bytes));
        let order = spec.order.as_ref().map(|at| ("order", &at.bytes));
        for (key, bytes) in period.into_iter().chain(order) {
            let message = format!("`{key}` only goes with the mark {}", Mark::BarsAcross.word());
            let hint = match key {
                "period" => "write `from` and `to`, or mark = \"bars-across\"",
                _ => "leave it out, or write mark = \"bars-across\"",
            };
            desk.error(Rule::WrongValue, bytes, message, hint);
        }
        return None;
    }
    only_across(desk, spec);
    without_time(desk, spec);
    let several = spec.series.len() > 1;
    let order = order(desk, spec, several);
    let period = if several { one_period(desk, spec, shown) } else { None };
    few_enough(desk, shown);
    let names = if several { names(desk, shown) } else { RowNames::default() };
    Some(BarRows { order, period, names })
}

fn only_across(desk: &mut Desk, spec: &PanelSpec) {
    if let Some(other) = spec.series.iter().find(|line| !across(line)) {
        let word = other.mark.value.word();
        let message = format!(
            "{} lie in rows of their own, and `{word}` is drawn over time",
            Mark::BarsAcross.word()
        );
        let hint = "write the same mark for all, or give it a panel of its own";
        desk.error(Rule::MixedPanel, &other.mark.bytes, message, hint);
    }
}

/// There is no axis of time, so that nothing stands on it.
fn without_time(desk: &mut Desk, spec: &PanelSpec) {
    let word = Mark::BarsAcross.word();
    if let Some(figure) = spec.references.first() {
        let message = format!("`reference` does not go with {word}, which say every value");
        desk.error(Rule::WrongValue, &figure.bytes, message, "leave it out");
    }
    if let Some(event) = spec.events.first() {
        let message = format!("`events` does not go with {word}, which have no axis of time");
        desk.error(Rule::WrongValue, &event.bytes, message, "leave it out");
    }
    let bounds = [("from", &spec.from), ("to", &spec.to)];
    for (key, at) in bounds.into_iter().filter(|_| spec.period.is_some()) {
        if let Some(at) = at {
            let message = format!("`{key}` does not go with `period`: either says what is shown");
            desk.error(Rule::WrongValue, &at.bytes, message, "leave one of them out");
        }
    }
}

/// A row for each series is sorted by value, one for each period by time, unless the spec says otherwise.
fn order(desk: &mut Desk, spec: &PanelSpec, several: bool) -> RowOrder {
    match &spec.order {
        Some(At { value: RowOrder::Time, bytes }) if several => {
            let message = "all rows are of one period, so that no order of time sorts them";
            let hint = "write order = \"value\", or \"listed\" for the order of the spec";
            desk.error(Rule::WrongValue, bytes, message, hint);
            RowOrder::Listed
        }
        Some(order) => order.value,
        None if several => RowOrder::Value,
        None => RowOrder::Time,
    }
}

fn all<'s, 'a>(shown: &'s Shown<'a>) -> impl Iterator<Item = &'s Observed<'a>> {
    shown.drawn().chain(&shown.gaps)
}

/// Series side by side are compared: all rows are of one exact period, which the spec names unless
/// the data leave no choice.
fn one_period(desk: &mut Desk, spec: &PanelSpec, shown: &[Shown]) -> Option<Period> {
    if let Some(asked) = &spec.period {
        return Some(asked.value);
    }
    let first = shown.first().and_then(|one| all(one).next())?.period;
    let other = shown.iter().find(|one| all(one).any(|its| its.period.span() != first.span()));
    let Some(other) = other else { return Some(first) };
    let word = Mark::BarsAcross.word();
    let message = format!("{word} of several series compare one period, and these have more");
    let whole = spec.series.len() == shown.len();
    let hint = match latest_of_all(shown).filter(|_| whole) {
        Some(period) => format!("write period = \"{period}\", the latest that all of them have"),
        None if whole => {
            "they have no period in common; draw one of them alone, a row a period".to_string()
        }
        None => "write the `period` that is meant".to_string(),
    };
    desk.error(Rule::MixedPeriods, &other.spec.subject.id().bytes, message, hint);
    None
}

fn latest_of_all(shown: &[Shown]) -> Option<Period> {
    let (first, rest) = shown.split_first()?;
    let has = |one: &Shown, span: Span| all(one).any(|its| its.period.span() == span);
    let shared = all(first).filter(|own| rest.iter().all(|one| has(one, own.period.span())));
    shared.map(|own| own.period).max_by_key(|period| period.span().end)
}

fn few_enough(desk: &mut Desk, shown: &[Shown]) {
    let mut count = 0;
    for one in shown {
        count += all(one).count();
        if count > MOST_ROWS {
            let message =
                format!("these are more rows than {MOST_ROWS}, and no reader compares so many");
            let hint = match shown.len() {
                1 => "write `from` and `to`, or mark = \"bars\"",
                _ => "leave some out, or spread them over several panels",
            };
            return desk.error(Rule::TooManySeries, &one.spec.subject.id().bytes, message, hint);
        }
    }
}

/// What sets the series apart, without what all have in common.
fn names(desk: &Desk, shown: &[Shown]) -> RowNames {
    let data = desk.data;
    let all: Vec<&Series> = shown.iter().map(|one| data.series(one.series)).collect();
    let language = data.language;
    let title: Option<&str> = all.first().map(|first| &*first.title);
    let one_title = title.filter(|title| all.iter().all(|one| *one.title == **title));
    let fields: [&dyn Fn(&Series) -> String; 2] =
        [&|series| language.place(&series.geography).to_string(), &|series| {
            series.counted_by.to_string()
        }];
    let differ = |values: &[String]| {
        let apart = |(at, one): (usize, &String)| !one.is_empty() && !values[..at].contains(one);
        values.iter().enumerate().all(apart)
    };
    let told = |(at, short): (usize, String)| match &shown[at].spec.name {
        Some(name) => name.text.clone(),
        None => short,
    };
    let dressed = |each: Vec<String>| each.into_iter().enumerate().map(told).collect();
    if let Some(title) = one_title {
        let values = fields.iter().map(|field| all.iter().map(|one| field(one)).collect());
        if let Some(each) = values.into_iter().find(|values: &Vec<String>| differ(values)) {
            return RowNames { each: dressed(each), common: Some(title.to_string()) };
        }
    }
    let titles: Vec<&str> = all.iter().map(|one| &*one.title).collect();
    match Beginning::of(language, &titles).filter(|_| titles.len() > 1) {
        Some(Beginning { common, own, .. }) => {
            let each = own.into_iter().map(capital).collect();
            RowNames { each: dressed(each), common: Some(common.to_string()) }
        }
        None => {
            let each = shown.iter().map(|one| one.called(desk).to_string()).collect();
            RowNames { each, common: None }
        }
    }
}

impl BarRows {
    /// What the rows show, from the top, each with the place of its series in the panel.
    pub fn ordered(&self, board: &Board) -> Vec<(usize, RowShows)> {
        let mut all: Vec<(Option<Decimal>, Span, usize, RowShows)> = Vec::new();
        for (layer, shown) in board.shown.iter().enumerate() {
            let value = |points: &[Point], at: usize| points[at].quantity.middle();
            let points = shown.observed.iter().enumerate().map(|(at, one)| {
                (value(&shown.layer.points, at), one.span(), layer, RowShows::Point(at))
            });
            let counted = |aimed: &Observed| {
                shown.observed.iter().any(|observed| observed.span() == aimed.span())
            };
            let targets = shown.targets.iter().enumerate().filter(|(_, one)| !counted(one));
            let targets = targets.map(|(at, one)| {
                (value(&shown.layer.targets, at), one.span(), layer, RowShows::Target(at))
            });
            let gaps = shown.gaps.iter().enumerate();
            let gaps = gaps.map(|(at, one)| (None, one.span(), layer, RowShows::Gap(at)));
            all.extend(points.chain(targets).chain(gaps));
        }
        let by_value = |one: Option<Decimal>, other: Option<Decimal>| match (one, other) {
            (Some(one), Some(other)) => other.cmp(&one),
            (one, other) => one.is_none().cmp(&other.is_none()),
        };
        all.sort_by(|(value, span, ..), (other, its, ..)| match self.order {
            RowOrder::Value => by_value(*value, *other),
            RowOrder::Time => (span.start, span.end).cmp(&(its.start, its.end)),
            RowOrder::Listed => Ordering::Equal,
        });
        all.into_iter().map(|(_, _, layer, shows)| (layer, shows)).collect()
    }
}

/// The rows of a panel as the chart has them.
pub fn form(desk: &Desk, board: &Board, rows: &BarRows) -> Against {
    let ordered = rows.ordered(board);
    let mut points = board.layers().flat_map(|layer| &layer.points);
    let some_grey = points.any(|point| point.hue == Hue::Grey);
    let row = |(layer, shows): (usize, RowShows)| {
        let shown = &board.shown[layer];
        let observed = observed_in(shown, shows)?;
        let name = match rows.names.each.get(layer) {
            Some(name) => name.clone(),
            None => desk.period(shown.series, observed.period),
        };
        let of_point = matches!(shows, RowShows::Point(_));
        let mut targets = shown.targets.iter();
        let target = targets.position(|aimed| of_point && aimed.span() == observed.span());
        let said = said(shown, shows, target);
        let apart = matches!(shows, RowShows::Point(at) if at > 0)
            && rows.order == RowOrder::Time
            && !observed.breaks.is_empty();
        let strong = some_grey && said.iter().any(|one| one.strong);
        Some(BarRow { name, said, layer, shows, strong, apart, target })
    };
    let mut all: Vec<BarRow> = Vec::new();
    for (at, one) in ordered.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| ordered[before]);
        all.extend(before.and_then(|before| missing(desk, board, rows, before, *one)));
        all.extend(row(*one));
    }
    Against::Rows(all)
}

fn observed_in<'s, 'a>(shown: &'s Shown<'a>, shows: RowShows) -> Option<&'s Observed<'a>> {
    match shows {
        RowShows::Target(at) => shown.targets.get(at),
        RowShows::Gap(at) => shown.gaps.get(at),
        RowShows::Point(at) => shown.observed.get(at),
        RowShows::Missing => None,
    }
}

/// A row that says that the data have no figure between two others, where the periods of one series
/// stand in time and one does not follow the other.
fn missing(
    desk: &Desk,
    board: &Board,
    rows: &BarRows,
    (layer, before): (usize, RowShows),
    (_, after): (usize, RowShows),
) -> Option<BarRow> {
    let shown = &board.shown[layer];
    let nature = desk.data.series(shown.series).nature;
    let told = rows.order == RowOrder::Time
        && rows.names.each.is_empty()
        && matches!(nature.tie(), Tie::Sum | Tie::Whole);
    let (one, next) = (observed_in(shown, before)?, observed_in(shown, after)?);
    if !told || one.span().end.next() >= next.span().start {
        return None;
    }
    let [from, to] = [one, next].map(|observed| desk.period(shown.series, observed.period));
    let says = &desk.data.language.description;
    let text = says.no_figures(says.between_periods(from, to));
    let text = text.trim_end_matches('.').to_string();
    let said = vec![BesideBar { figure: String::new(), text, is_value: false, strong: false }];
    let shows = RowShows::Missing;
    let (name, strong) = (String::new(), false);
    Some(BarRow { name, said, layer, shows, strong, apart: false, target: None })
}

/// `1,750` and `provisional`; `700`, `forecast` and `target 800`; the word why there is no number.
fn said(shown: &Shown, shows: RowShows, target: Option<usize>) -> Vec<BesideBar> {
    let layer = &shown.layer;
    // A number and the sources of it stay together.
    let cited = |text: &str, cite: &str| match text.is_empty() || cite.is_empty() {
        true => format!("{text}{cite}"),
        false => format!("{text}\u{a0}{cite}"),
    };
    let labelled = |point: &Point, is_value: bool| {
        let label = &point.label;
        let value = (cited(&label.text(), label.cite()), is_value);
        let figure = point.figure.clone();
        [value, (joined(&label.below).into_owned(), false)].map(|(text, is_value)| BesideBar {
            figure: figure.clone(),
            text,
            is_value,
            strong: label.strong,
        })
    };
    let own = match shows {
        RowShows::Point(at) => Vec::from(labelled(&layer.points[at], true)),
        RowShows::Target(at) => Vec::from(labelled(&layer.targets[at], false)),
        RowShows::Missing => Vec::new(),
        RowShows::Gap(at) => {
            let gap = &layer.gaps[at];
            let text = cited(&gap.word, &gap.cite);
            vec![BesideBar { figure: gap.figure.clone(), text, is_value: true, strong: false }]
        }
    };
    let aimed = target.map(|at| labelled(&layer.targets[at], false));
    let all = own.into_iter().chain(aimed.into_iter().flatten());
    all.filter(|beside| !beside.text.is_empty()).collect()
}
