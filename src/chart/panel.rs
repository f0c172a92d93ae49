//! One panel of a chart.

use super::bar_row::BarRow;
use super::claim::ClaimRow;
use super::layer::Layer;
use super::mark::Body;
use crate::figure::{Day, Frequency, Span, UnitForm, Years};

/// One field of a chart, with axes of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// May be empty.
    pub title: String,
    /// What it sets against each other.
    pub form: Against,
    /// The axis of values.
    pub scale: Scale,
    /// The days the spec asks for; otherwise the points decide.
    pub from: Option<Day>,
    /// The last day that the spec asks for.
    pub to: Option<Day>,
    /// What the ticks of the value axis are said with.
    pub unit: UnitForm,
    /// The subtitle says what is the same for all ticks.
    pub unit_told: bool,
    /// Where the ticks of the time axis belong.
    pub ticks: Ticks,
    /// When the years of its periods start, and what they are called.
    pub years: Years,
    /// Its series and changes, in the order of the spec.
    pub layers: Vec<Layer>,
    /// The layers of other panels on the same axis of values: it reaches to all their numbers, too.
    pub beside: Vec<Layer>,
    /// What happened meanwhile.
    pub events: Vec<EventMark>,
    /// Where lines stop.
    pub breaks: Vec<Break>,
}

impl Panel {
    /// Has every bar its label, so that no grid need say its value? Beside a panel on the same axis
    /// it says what they have in common.
    pub fn says_every_value(&self) -> bool {
        let by_length = |layer: &Layer| {
            let traits = layer.mark.traits();
            traits.body == Body::Bar && !traits.stacks
        };
        let bars = self.layers.iter().all(by_length);
        let mut labels =
            self.layers.iter().flat_map(|layer| &layer.points).map(|point| &point.label).peekable();
        let any = labels.peek().is_some() && self.beside.is_empty();
        // What others say has a label only where there is room.
        let rivals = self.layers.iter().any(|layer| !layer.rivals.is_empty());
        bars && any && !rivals && labels.all(|label| label.required && !label.value.is_empty())
    }
}

/// What the panel sets against each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Against {
    /// Values against time: layers, events and breaks.
    Time,
    /// Values against who states them, all of one series and period: no layers, no axis of time.
    ///
    /// From the top.
    Claims(Vec<ClaimRow>),
    /// Values against places or periods, each in a row of its own, from the top: no axis of time.
    Rows(Vec<BarRow>),
}

/// How values lie along their axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// From zero, or from below it where values are negative.
    Linear,
    /// Linear and without zero: only where the spec of a line or points chart says so, and zero
    /// lies well apart from the values.
    Loose,
    /// Logarithmic: only where the spec asks for it, and never with zero or less.
    Log,
}

/// Flows are labelled under the middle of their period, stocks at the first of January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticks {
    /// At the first day of a year, quarter or month: of levels at a date.
    Instants,
    /// Of periods that are too long a row, too far apart or too unlike to be counted in: under
    /// those that exist where they are of one frequency, else as of instants.
    Scattered,
    /// At the last days of periods that reach back over days of the ones before.
    Ends,
    /// Centred under a period of this frequency. The periods that exist are those of the points
    /// and gaps of the layers.
    Periods(Frequency),
}

/// An event of the data, as a panel draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMark {
    /// The id of the event.
    pub event: String,
    /// One day is a line; a month, a year or what lasts is a light band.
    pub span: Span,
    /// The days of it for which the axis makes room; what lies beyond is cut off with the axis.
    pub room: Span,
    /// `CAID goes live, Dec 2014`, `Lockdown, 23 Mar to 4 Jul 2020`; empty where another panel on the same
    /// axis says so.
    pub label: String,
    /// The number of its source; empty where the data names none, or the label is.
    pub cite: String,
    /// The label is a number, and the foot says what it stands for.
    pub numbered: bool,
}

/// Where a line stops: before the first day of the figure that carries the break.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    /// The id of that figure.
    pub figure: String,
    /// In days, between the last point before and the first after.
    pub at: f64,
    /// Why it is there, where that may stand beside it.
    pub reason: String,
    /// What does stand beside it, and whether it must.
    pub label: String,
    /// See there.
    pub required: bool,
}
