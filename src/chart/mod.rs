//! A chart in words: what to show, resolved against the data. Values are decimals, positions are
//! days, texts are final; there is no pixel here and no file.
//!
//! [`Chart`] is a waist: `spec` and `resolve` lead to it, `draw` and `embed` lead away from it.

mod describe;
pub mod first_spec;
mod foot;
mod literal;
mod look;
pub mod mentions;
mod quote;
mod resolve;
pub mod spec;
mod stamp;
mod words;

use rust_decimal::Decimal;

use crate::figure::{Day, Kind, Per, Quantity, Span};
use crate::locale::Language;
pub use foot::{are_numbered, source_line};
pub use look::{Look, Size, ThemeName, Wanted};
pub use quote::{Quote, in_full, quote};
pub(crate) use quote::{cited, rounded, spoken};
pub use resolve::resolve;
pub use words::NoAnswer;

/// So many series have colours, markers and hatchings of their own, in every theme.
pub const MOST_SERIES: usize = 6;

/// Everything a reader of the chart is shown or told.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The name of the spec: `referrals` for `charts/referrals.toml`.
    pub name: String,
    /// What its words are said in, and whatever is made of it.
    pub language: &'static Language,
    pub title: String,
    pub subtitle: String,
    pub arrangement: Arrangement,
    /// Title and subtitle stay out of the picture; a caption is to say them.
    pub bare: bool,
    /// What the spec says of its look.
    pub wanted: Wanted,
    pub panels: Vec<Panel>,
    /// What the shapes that occur mean, in the order of [`Sign`].
    pub key: Vec<KeyEntry>,
    /// One paragraph each: derivations, disputes, breaks, conversions, what was left out, and
    /// what the author adds.
    pub notes: Vec<String>,
    /// What the labels' numbers stand for, in order; the first is `[1]`. Where all figures have one
    /// source nothing has a number, and those after it are of events: see [`are_numbered`].
    pub sources: Vec<Citation>,
    /// One sentence for those who do not see the picture.
    pub alt: String,
    /// The long description.
    pub description: String,
    pub stamp: Stamp,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    #[default]
    SideBySide,
    /// One above the other, on one time axis.
    Stacked,
    /// A small panel for each series, all on the same axes.
    SmallMultiples,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// May be empty.
    pub title: String,
    pub form: Form,
    pub scale: Scale,
    /// The days the spec asks for; otherwise the points decide.
    pub from: Option<Day>,
    pub to: Option<Day>,
    /// Labels of the value axis carry a percent sign.
    pub percent: bool,
    /// Where the ticks of the time axis belong.
    pub ticks: Ticks,
    pub layers: Vec<Layer>,
    pub events: Vec<EventMark>,
    pub breaks: Vec<Break>,
}

/// What the panel sets against each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// Values against time: layers, events and breaks.
    Time,
    /// Values against who states them, all of one series and period: no layers, no axis of time.
    Claims {
        /// The place of their series in the palette.
        colour: usize,
        /// From the top.
        claims: Vec<Claim>,
    },
}

/// What one source states.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// The id of the figure.
    pub figure: String,
    /// `None` where the source has no number.
    pub quantity: Option<Quantity>,
    /// Worked out by us.
    pub derived: bool,
    pub forecast: bool,
    pub standing: Standing,
    /// `BBC News, 30 June 2021`.
    pub who: String,
    /// The number of the source, as in `[1]`; empty if the chart has only one.
    pub cite: String,
    /// `differs, relaying NCA`.
    pub remark: String,
    /// `about 80,000`, or the word why there is no number.
    pub said: String,
}

/// How a claim stands to the preferred one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Preferred,
    Agrees,
    Differs,
    Superseded,
    /// It has no number.
    Silent,
}

impl Standing {
    pub fn word(self) -> &'static str {
        match self {
            Standing::Preferred => "preferred",
            Standing::Agrees => "agrees",
            Standing::Differs => "differs",
            Standing::Superseded => "superseded",
            Standing::Silent => "",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// From zero, or from below it where values are negative.
    Linear,
    /// Linear and without zero: only where the spec of a line or points chart says so, and zero
    /// lies well apart from the values.
    Loose,
    Log,
}

/// Flows are labelled under the middle of their period, stocks at the first of January.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticks {
    /// At the first day of a year, quarter or month.
    Instants,
    /// Centred under a period of this kind: a calendar year, a financial year, a quarter, a month.
    Periods(Kind),
}

/// One series in one panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The series its points belong to; for a change the level series.
    pub series: String,
    /// What its numbers are per, once converted.
    pub per: Option<Per>,
    /// What its marks are called where the panel shows more than one thing; empty otherwise.
    pub name: String,
    /// Its place in the palette.
    pub colour: usize,
    pub mark: Mark,
    /// In time.
    pub points: Vec<Point>,
    /// Pairs of points, by their place in `points`, that a line may join; each point starts at
    /// most one and ends at most one.
    pub links: Vec<Link>,
    /// The same for the lows and the highs of ranges, and of the intervals of estimates: between
    /// them lies a band.
    pub bands: Vec<Link>,
    pub gaps: Vec<Gap>,
    /// The claim of a change; only where `mark` is `Change`.
    pub connector: Option<Connector>,
}

impl Layer {
    /// Every number that the value axis has to reach.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> {
        let points = self.points.iter().flat_map(|point| point.quantity.numbers());
        let ends = self.connector.iter().flat_map(|connector| [connector.from.1, connector.to.1]);
        points.chain(ends)
    }

    /// Which of its points belong to a band.
    pub fn banded(&self) -> Vec<bool> {
        let mut banded = vec![false; self.points.len()];
        for at in self.bands.iter().flat_map(|band| [band.from, band.to]) {
            if let Some(one) = banded.get_mut(at) {
                *one = true;
            }
        }
        banded
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Line,
    Points,
    Bars,
    /// From the first to the last day of each period, at the height of its value.
    Spans,
    /// A stated change drawn between two periods of its level series. `points` holds only ends
    /// that no other layer of the panel draws.
    Change,
}

/// One observation as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The id of the figure behind it.
    pub figure: String,
    /// The days it is about.
    pub span: Span,
    /// Where it stands, in days: see [`Day::number`].
    pub at: f64,
    pub quantity: Quantity,
    /// Worked out by us, or converted: drawn hollow.
    pub derived: bool,
    pub forecast: bool,
    pub provisional: bool,
    pub disputed: bool,
    pub label: Label,
}

/// What stands beside a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// `about 80,000`, or both ends of a range as a whole: `550,000 to 850,000`.
    pub text: String,
    /// The ends of a range on their own, low then high: an interval block shows them at its ends.
    pub ends: Option<(String, String)>,
    /// The numbers of the sources, as in `[1]` or `[2, 3]`; empty if the chart has only one.
    pub cite: String,
    /// A second line: the layer's name, the unit, a word such as `forecast`; may be empty.
    pub below: String,
    /// It must be there; the others as room allows.
    pub required: bool,
    /// The greater, the sooner it is placed.
    pub priority: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    pub dash: Dash,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    Solid,
    /// One end is provisional.
    Provisional,
    /// One end is a forecast.
    Forecast,
}

/// A period whose figure has no number, and the word why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub figure: String,
    pub span: Span,
    pub word: String,
    /// The number of its source, as in `[1]`; empty if the chart has only one.
    pub cite: String,
}

/// A dashed line that carries a stated change; not a line of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    /// The id of the change figure.
    pub figure: String,
    pub from: (f64, Decimal),
    pub to: (f64, Decimal),
    pub label: Label,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventMark {
    /// The id of the event.
    pub event: String,
    /// One day is a line; a month or a year is a light band.
    pub span: Span,
    /// `CAID goes live, Dec 2014`; empty where another panel on the same
    /// axis says so.
    pub label: String,
    /// The number of its source; empty where the data names none, or the label is.
    pub cite: String,
}

/// Where a line stops: before the first day of the figure that carries the break.
#[derive(Clone, Debug, PartialEq)]
pub struct Break {
    pub figure: String,
    /// In days, between the last point before and the first after.
    pub at: f64,
}

/// What the key says of a shape, or of several that mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    pub signs: Vec<Sign>,
    pub meaning: String,
}

/// A shape that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    Exact,
    /// About, or derived.
    Hollow,
    AtLeast,
    AtMost,
    Range,
    Interval,
    Forecast,
    Provisional,
    Change,
    Break,
    /// On bars.
    HollowBar,
    AtLeastBar,
    AtMostBar,
    IntervalBar,
    ForecastBar,
    /// From the first to the last day of a period.
    Span,
    HollowSpan,
    RangeSpan,
    /// Ranges that follow one another in a line.
    Band,
    /// The stated intervals of estimates that a line joins.
    IntervalBand,
    /// Beside those who claim them, values lie from left to right.
    AtLeastAcross,
    AtMostAcross,
    RangeAcross,
    IntervalAcross,
}

/// A source at the foot of the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The id of the source.
    pub source: String,
    /// `NCA, relayed by BBC News, 30 June 2021`; no number in front.
    pub text: String,
    /// Who said it.
    pub publisher: String,
    /// Who passed it on, where that is another.
    pub relay: Option<String>,
    pub url: String,
    /// `the event`, or the names of several: what it is the source of, where no number says so and
    /// it is not that of the figures.
    pub only_of: String,
}

/// Which chart, which figures and which inputs a picture was drawn from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    pub project: String,
    pub chart: String,
    /// The ids of every figure drawn or told of, sorted.
    pub figures: Vec<String>,
    /// SHA-256 in hexadecimal digits over the spec and every row the chart read.
    pub inputs: String,
    /// Twins differ in nothing but this.
    pub look: Look,
}
