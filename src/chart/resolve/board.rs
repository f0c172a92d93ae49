//! A panel on its way to the chart, with what it was made of.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::desk::Desk;
use super::observed::Observed;
use super::shown::Shown;
use crate::chart::claim::Standing;
use crate::chart::hue::Hue;
use crate::chart::layer::{Layer, Point};
use crate::chart::panel::{EventMark, Scale};
use crate::chart::spec::{PanelSpec, RowOrder, SeriesSpec, TypedText};
use crate::chart::tone::Tone;
use crate::figure::{EventKey, FigureKey, Per, Period, Quantity, SeriesKey};

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
    /// What it shows lies across, in rows.
    pub rows: Option<BarRows>,
    /// What it shows are parts of a whole.
    pub stacks: Option<Stacks>,
}

impl<'a> Board<'a> {
    /// What all else of it are parts of.
    pub fn total(&self) -> Option<&Shown<'a>> {
        self.shown.iter().find(|one| one.is_total())
    }

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

/// The claim behind a connector, for the notes and the words.
pub struct Change<'a> {
    /// Its place among the series of the panel.
    pub place: usize,
    pub spec: &'a SeriesSpec,
    /// The level series.
    pub on: SeriesKey,
    pub figure: FigureKey,
    /// The observation of the change series that the figure belongs to.
    pub observed: Observed<'a>,
    /// The ends that the data has and no other layer draws, one for each such point.
    pub ends: Vec<Observed<'a>>,
    /// The end that is worked out from the other, and how.
    pub worked_out: Option<WorkedOut>,
    /// What must be said where both ends have a number and the stated change is another.
    pub contradicted: Option<String>,
    pub layer: Layer,
}

impl Change<'_> {
    /// The figure behind an end of it.
    pub fn behind(&self, desk: &Desk, point: &Point) -> FigureKey {
        desk.data.find_figure(&point.figure).unwrap_or(self.figure)
    }
}

pub struct WorkedOut {
    pub period: Period,
    pub quantity: Quantity,
    /// `82,109 ÷ (1 + 700%)`.
    pub arithmetic: String,
}

/// The claims of a panel.
pub struct Claims {
    pub series: SeriesKey,
    /// As the spec writes it.
    pub period: Period,
    pub hue: Hue,
    /// Those that are not emphasised where others are.
    pub grey: Vec<FigureKey>,
    /// Those in bold.
    pub strong: Vec<FigureKey>,
    /// From the top.
    pub rows: Vec<(FigureKey, Standing)>,
    /// Some pair of those that are not superseded differs.
    pub disputed: bool,
}

impl Claims {
    pub fn tone(&self, desk: &Desk) -> Tone {
        desk.tone(self.series)
    }

    pub fn figures(&self) -> impl Iterator<Item = FigureKey> {
        self.rows.iter().map(|(key, _)| *key)
    }

    /// Those that are not superseded.
    pub fn standing(&self) -> Vec<FigureKey> {
        let rows = self.rows.iter().filter(|(_, standing)| *standing != Standing::Superseded);
        rows.map(|(key, _)| *key).collect()
    }

    /// The one that is drawn where only one is.
    pub fn preferred(&self) -> Option<FigureKey> {
        self.rows.iter().find(|(_, standing)| *standing == Standing::Preferred).map(|row| row.0)
    }
}

/// What is to be told of the stacks of a panel.
pub struct Stacks {
    /// The periods whose figures stand side by side, in time, each with a series it is a period of.
    pub apart: Vec<(SeriesKey, Period, WhyApart)>,
    /// Some parts add up to their total only as far as rounding goes.
    pub rounded: bool,
}

/// Why the figures of a period are not stacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyApart {
    /// A part has no number.
    Missing,
    /// All parts have one, and the total has none.
    NoTotal,
    /// One is not exact: about, a bound, a range, an estimate with an interval.
    NotExact,
    /// Sources differ on one.
    Disputed,
    /// One is a forecast.
    Forecast,
    /// One is below zero.
    Negative,
    /// They add up to something else than the total.
    Sum { sum: Decimal, total: Decimal },
}

/// The rows of a panel, on their way to the chart.
pub struct BarRows {
    pub order: RowOrder,
    /// The one period of all rows, where each shows a series.
    pub period: Option<Period>,
    /// What each series is called in its row, in the order of the spec, and what all are of.
    pub names: RowNames,
}

/// How the rows of several series are called.
#[derive(Default)]
pub struct RowNames {
    pub each: Vec<String>,
    /// `Arrests` of `Arrests, Kent` and `Arrests, Surrey`; or nothing.
    pub common: Option<String>,
}

/// An event that is not drawn.
#[derive(Clone, Debug)]
pub struct FarEvent {
    pub key: EventKey,
    /// `CAID goes live, Dec 2014`.
    pub label: String,
    /// Before the figures, not after them.
    pub before: bool,
}

/// Every series that has a colour, in order of appearance.
pub fn coloured(board: &Board) -> impl Iterator<Item = SeriesKey> {
    let claims = board.claims.iter().map(|claims| claims.series);
    // BarRows have their names beside them, and need no colours to be told apart.
    let most = if board.rows.is_some() { 1 } else { usize::MAX };
    measures(board).map(|(series, _, _)| series).take(most).chain(claims)
}

/// What a panel shows: the layers' series and the levels of its changes, each with its `per`
/// and the place in the spec.
pub fn measures<'b, 'a>(
    board: &'b Board<'a>,
) -> impl Iterator<Item = (SeriesKey, Option<Option<Per>>, &'b TypedText)> {
    let shown =
        board.shown.iter().map(|shown| (shown.series, Some(shown.per), shown.spec.subject.id()));
    let levels = board.changes.iter().map(|change| (change.on, None, change.spec.subject.id()));
    shown.chain(levels)
}

/// The units of a panel, in order of appearance.
pub fn units<'a>(desk: &Desk<'a>, board: &Board) -> Vec<Cow<'a, str>> {
    let data = desk.data;
    let mut units: Vec<Cow<str>> = Vec::new();
    for (series, _, _) in measures(board) {
        let unit = data.language.unit_of(data.series(series));
        if !units.iter().any(|known| known.eq_ignore_ascii_case(&unit)) {
            units.push(unit);
        }
    }
    units
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
