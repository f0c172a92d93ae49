//! One series in one panel: its marks, and what joins them.

use rust_decimal::Decimal;

use super::hue::Hue;
use super::label::{Label, LabelPart, Says};
use super::mark::{Body, Mark};
use crate::figure::{Per, Quantity, Span};

/// One series in one panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// The series its points belong to; for a change the level series.
    pub series: String,
    /// What its numbers are per, once converted.
    pub per: Option<Per>,
    /// What its marks are called where the panel shows more than one thing; empty otherwise.
    pub name: String,
    /// That of what joins its points, and of all of them that have none of their own.
    pub hue: Hue,
    /// How its points are drawn.
    pub mark: Mark,
    /// In time.
    pub points: Vec<Point>,
    /// What is aimed at, in time: each a dashed level over its period, joined to nothing and
    /// counted among no figures.
    pub targets: Vec<Point>,
    /// What the others are held against, each across the whole plot, whatever its period.
    pub guides: Vec<Point>,
    /// What the data also states for its points, each at its own height.
    pub rivals: Vec<RivalMark>,
    /// Pairs of points, by their place in `points`, that a line may join; each point starts at
    /// most one and ends at most one.
    pub links: Vec<Join>,
    /// The same for the lows and the highs of ranges, and of the intervals of estimates: between
    /// them lies a band.
    pub bands: Vec<Join>,
    /// Periods of which a source says that it has no number.
    pub gaps: Vec<Gap>,
    /// The claim of a change; only where the mark joins the ends of one.
    pub connector: Option<Connector>,
}

impl Layer {
    /// Every number that the value axis has to reach.
    pub fn numbers(&self) -> impl Iterator<Item = Decimal> {
        let points = self.marks().flat_map(Point::reach);
        let ends = self.connector.iter().flat_map(|connector| [connector.from.1, connector.to.1]);
        let rivals = self.rivals.iter().flat_map(|rival| rival.quantity.numbers());
        points.chain(ends).chain(rivals)
    }

    /// Does its name stand beside the last of its parts?
    pub fn names_parts(&self) -> bool {
        let named = |point: &Point| point.label.below.iter().any(|part| part.says == Says::Name);
        let last = self.points.last().filter(|last| last.stand != Stand::OnZero);
        last.is_some_and(named)
    }

    /// How many of its points are more than a tick on the tail of another.
    pub fn own_points(&self) -> usize {
        self.points.iter().filter(|point| !point.repeats).count()
    }

    /// Its points, its targets and its guides.
    pub fn marks(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().chain(&self.targets).chain(&self.guides)
    }

    /// The same, to be changed.
    pub fn marks_mut(&mut self) -> impl Iterator<Item = &mut Point> {
        self.points.iter_mut().chain(&mut self.targets).chain(&mut self.guides)
    }

    /// Which of its points are provisional and show it by no shape of theirs and no dashed line, so
    /// that only their labels can say it.
    pub fn provisional_in_words(&self) -> Vec<bool> {
        let dot = self.mark.traits().body == Body::Dot;
        let mut silent: Vec<bool> =
            self.points.iter().map(|point| dot && point.provisional).collect();
        let dashed = self.links.iter().chain(&self.bands);
        let dashed = dashed.filter(|link| link.dash == Dash::Provisional);
        for at in dashed.flat_map(|link| [link.from, link.to]) {
            if let Some(one) = silent.get_mut(at) {
                *one = false;
            }
        }
        silent
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

/// One observation as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The id of the figure behind it.
    pub figure: String,
    /// The days it is about.
    pub span: Span,
    /// Where it stands, in days: see [`crate::figure::Day::number`].
    pub at: f64,
    /// The value, in the unit of its series and per what its layer says.
    pub quantity: Quantity,
    /// Worked out by us, or converted: drawn hollow.
    pub derived: bool,
    /// It tells of days to come.
    pub forecast: bool,
    /// Its source may still change it.
    pub provisional: bool,
    /// Another source says otherwise.
    pub disputed: bool,
    /// It only says again what the point before it says: a tick on the tail of that one, and no
    /// mark of its own.
    pub repeats: bool,
    /// What its bar stands on.
    pub stand: Stand,
    /// That of its layer, but for a figure that is emphasised by itself.
    pub hue: Hue,
    /// What stands beside it.
    pub label: Label,
}

impl Point {
    /// The numbers that the axis of values has to reach: those of its quantity, or the two ends of its
    /// part of a stack.
    pub fn reach(&self) -> Vec<Decimal> {
        let numbers = self.quantity.numbers();
        match self.stand {
            Stand::OnParts(below) => {
                let top = |number: Decimal| below.checked_add(number).unwrap_or(number);
                [below].into_iter().chain(numbers.into_iter().map(top)).collect()
            }
            Stand::OnZero | Stand::Whole => numbers,
        }
    }
}

/// What the bar of a point stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stand {
    /// Zero, by itself.
    #[default]
    OnZero,
    /// The parts of its period that lie below it, and add up to so much: it is a part of the same whole.
    OnParts(Decimal),
    /// It is what the parts of its period add up to, and lies over all of them.
    Whole,
}

/// A figure of the same series and period as one that is drawn, which says otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct RivalMark {
    /// Its id.
    pub figure: String,
    /// The id of the figure that is drawn.
    pub of: String,
    /// As of a point.
    pub quantity: Quantity,
    /// What stands beside it where there is room.
    pub label: Label,
    /// Who says it, which stands there too where there is room for both.
    pub who: Vec<LabelPart>,
}

/// Two points that a line, or the edge of a band, may lead between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Join {
    /// The place of the earlier one among the points of the layer.
    pub from: usize,
    /// The place of the later one.
    pub to: usize,
    /// How the line is broken up.
    pub dash: Dash,
}

/// How a line is broken up, for what is not certain at one of its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dash {
    /// Both ends are figures of the past that stand.
    Solid,
    /// One end is provisional.
    Provisional,
    /// One end is a forecast.
    Forecast,
}

/// A period whose figure has no number, and the word why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The id of the figure that says so.
    pub figure: String,
    /// The days that it is about.
    pub span: Span,
    /// `not available`.
    pub word: String,
    /// The number of its source, as in `[1]`; empty if the chart has only one.
    pub cite: String,
}

/// A dashed line that carries a stated change; not a line of values.
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    /// The id of the change figure.
    pub figure: String,
    /// Where it starts: in days, as [`crate::figure::Day::number`](crate::figure::Day::number) counts, and its value.
    pub from: (f64, Decimal),
    /// Where it ends.
    pub to: (f64, Decimal),
    /// `up about 700%`.
    pub label: Label,
}
