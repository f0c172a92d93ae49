//! A line of `series` in the spec on its way to a layer, with what it was made of.

use super::convert::Conversion;
use super::desk::Desk;
use super::observed::Observed;
use crate::chart::layer::Layer;
use crate::chart::mark::Traits;
use crate::chart::spec::{At, PanelSpec, SeriesSpec, Subject};
use crate::dataset::Shortfall;
use crate::figure::{Day, FigureKey, Frequency, Per, Period, Sequence, SeriesKey};
use crate::locale::Language;

/// A layer of the chart, with what it was made of.
pub struct Shown<'a> {
    pub spec: &'a SeriesSpec,
    pub series: SeriesKey,
    /// Its place among the series of the panel.
    pub place: usize,
    /// What its numbers are per, once converted.
    pub per: Option<Per>,
    pub conversion: Option<Conversion>,
    /// That of its periods, where all are of one.
    pub frequency: Option<Frequency>,
    /// How the periods that are drawn follow each other.
    pub sequence: Sequence,
    /// One for each point of the layer, in time.
    pub observed: Vec<Observed<'a>>,
    /// One for each target of the layer.
    pub targets: Vec<Observed<'a>>,
    /// One for each guide of the layer.
    pub guides: Vec<Observed<'a>>,
    /// One for each gap of the layer.
    pub gaps: Vec<Observed<'a>>,
    /// What lies outside the window of the panel.
    pub outside: Vec<Observed<'a>>,
    /// Superseded, with nothing in their place: within the window and not drawn.
    pub superseded: Vec<FigureKey>,
    /// Of a series that is worked out whole: the periods within the window that have no figure.
    pub shortfalls: Vec<Shortfall>,
    /// The title of its panel, if it has that to itself.
    pub alone_below: Option<&'a str>,
    /// Its title and what sets it apart, where another series of the panel has the same title.
    pub apart: Option<String>,
    pub layer: Layer,
}

impl<'a> Shown<'a> {
    /// What has a number and is drawn: observations, then targets, then guides.
    pub fn drawn(&self) -> impl Iterator<Item = &Observed<'a>> {
        self.observed.iter().chain(&self.targets).chain(&self.guides)
    }

    /// Is it there for others to be held against?
    pub fn is_reference(&self) -> bool {
        matches!(self.spec.subject, Subject::Reference(_))
    }

    /// Are the others the parts of it?
    pub fn is_total(&self) -> bool {
        matches!(self.spec.subject, Subject::Total(_))
    }

    pub fn mark(&self) -> Traits {
        self.layer.mark.traits()
    }

    /// The name that the spec gives it, the title of its panel if it has that to itself, or the
    /// title of its series.
    pub fn called<'n>(&'n self, desk: &Desk<'n>) -> &'n str {
        match (&self.spec.name, self.alone_below, &self.apart) {
            (Some(name), ..) => &name.text,
            (None, Some(title), _) => title,
            (None, None, Some(apart)) => apart,
            (None, None, None) => &desk.data.series(self.series).title,
        }
    }

    /// Are its counts drawn as averages?
    pub fn is_averaged(&self) -> bool {
        matches!(self.conversion, Some(Conversion::Average { .. }))
    }

    /// What its numbers are per: `a month`, `a month on average`.
    pub fn per_said(&self, language: &Language) -> Option<String> {
        let per = language.per(self.per?);
        Some(match self.is_averaged() {
            true => language.subtitle.on_average(per),
            false => per.to_string(),
        })
    }
}

/// The days a panel is asked to show.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    pub from: Option<Period>,
    pub to: Option<Period>,
    /// Its days and no fewer.
    pub only: Option<Period>,
}

impl Window {
    pub fn of(panel: &PanelSpec) -> Window {
        let period = |at: &Option<At<Period>>| at.as_ref().map(|at| at.value);
        Window { from: period(&panel.from), to: period(&panel.to), only: period(&panel.period) }
    }

    /// Is some day of it within?
    pub fn meets(&self, period: Period) -> bool {
        let span = period.span();
        self.from.is_none_or(|from| from.span().start <= span.end)
            && self.to.is_none_or(|to| span.start <= to.span().end)
    }

    pub fn holds_day(&self, day: Day) -> bool {
        self.from.is_none_or(|from| from.span().start <= day)
            && self.to.is_none_or(|to| day <= to.span().end)
    }

    pub fn holds(&self, period: Period) -> bool {
        let span = period.span();
        if let Some(only) = self.only {
            return span == only.span();
        }
        self.from.is_none_or(|from| from.span().start <= span.start)
            && self.to.is_none_or(|to| span.end <= to.span().end)
    }
}
