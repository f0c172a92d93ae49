//! Figures to observations: what the figures of one series and period add up to.

use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use crate::dataset::Dataset;
use crate::figure::agreement::agree;
use crate::figure::{
    Day, Figure, FigureKey, Nature, Period, Quantity, Rank, SeriesKey, SourceKey, Span,
};

/// The figures of one series and period that are not superseded.
#[derive(Clone, Debug)]
pub struct Observation {
    pub series: SeriesKey,
    /// As the preferred figure writes it.
    pub period: Period,
    /// The figure to draw.
    pub preferred: FigureKey,
    /// Some pair of its figures differs, ranked or not.
    pub disputed: bool,
    claims: Range<u32>,
}

/// Who stands behind an observation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The sources that state a figure of it, in order of preference; derived figures have none.
    pub sources: Vec<SourceKey>,
    /// Those of them that pass on what another publisher said first.
    pub relaying: Vec<SourceKey>,
    /// The first voices, each once.
    pub first: Vec<SourceKey>,
}

/// What makes a period one and the same. For a change `2012/2017` is not `2012-01/2017-12`.
type Identity = (SeriesKey, Span, Option<(Span, Span)>);

impl<'t> Dataset<'t> {
    fn identity(&self, figure: &Figure) -> Identity {
        let (series, period) = (figure.series, figure.period);
        let ends = (self.series(series).nature == Nature::Change)
            .then(|| (period.first_unit().span(), period.last_unit().span()));
        (series, period.span(), ends)
    }

    /// Groups the figures; called once, when all figures and sources are linked.
    pub(super) fn observe(&mut self) {
        let mut keys: Vec<FigureKey> = (0..self.figures.len() as u32).map(FigureKey).collect();
        keys.retain(|key| self.figure(*key).rank != Rank::Superseded);
        keys.sort_by(|a, b| self.order(*a, *b));
        let mut observations = Vec::new();
        let mut start = 0;
        for run in
            keys.chunk_by(|a, b| self.identity(self.figure(*a)) == self.identity(self.figure(*b)))
        {
            let preferred = self.figure(run[0]);
            observations.push(Observation {
                series: preferred.series,
                period: preferred.period,
                preferred: run[0],
                disputed: self.differs_somewhere(run),
                claims: start..start + run.len() as u32,
            });
            start += run.len() as u32;
        }
        (self.observations, self.claims) = (observations, keys);
    }

    /// By series and period, then by preference, then by order in the file.
    fn order(&self, a: FigureKey, b: FigureKey) -> Ordering {
        let (one, other) = (self.figure(a), self.figure(b));
        let by_period = self.identity(one).cmp(&self.identity(other));
        by_period.then_with(|| self.merit(one).cmp(&self.merit(other))).then(a.cmp(&b))
    }

    /// What decides which figure is drawn; the least is the best.
    fn merit(&self, figure: &Figure) -> impl Ord + use<> {
        let precision = match figure.quantity() {
            Some(Quantity::Exact(_)) => 0,
            Some(Quantity::Interval(_) | Quantity::Range { .. }) => 1,
            Some(Quantity::About(_)) => 2,
            Some(Quantity::AtLeast(_) | Quantity::AtMost(_)) => 3,
            None => 4,
        };
        let source = self.source(figure.source);
        let relayed = self.first_voice(figure).is_some_and(|first| first != figure.source);
        let published: Option<Day> = source.published.map(|unit| unit.span().start);
        let absent = figure.quantity().is_none();
        (figure.rank, absent, figure.is_derived(), precision, relayed, Reverse(published))
    }

    fn differs_somewhere(&self, claims: &[FigureKey]) -> bool {
        claims
            .iter()
            .enumerate()
            .any(|(at, a)| claims[at + 1..].iter().any(|b| self.differ(*a, *b)))
    }

    /// Do two figures of one series and period differ? A figure without a number differs from none.
    pub fn differ(&self, a: FigureKey, b: FigureKey) -> bool {
        match (self.figure(a).quantity(), self.figure(b).quantity()) {
            (Some(one), Some(other)) => !agree(one, other),
            _ => false,
        }
    }

    /// All observations, by series and then in time.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// The observations of one series, in time.
    pub fn observations_of(&self, series: SeriesKey) -> &[Observation] {
        let from = self.observations.partition_point(|observation| observation.series < series);
        let to = self.observations.partition_point(|observation| observation.series <= series);
        &self.observations[from..to]
    }

    /// The figures of an observation, the preferred one first.
    pub fn claims(&self, observation: &Observation) -> &[FigureKey] {
        &self.claims[observation.claims.start as usize..observation.claims.end as usize]
    }

    /// The claims that differ from the preferred figure.
    pub fn differing(&self, observation: &Observation) -> impl Iterator<Item = FigureKey> {
        let preferred = observation.preferred;
        let others = self.claims(observation)[1..].iter().copied();
        others.filter(move |key| self.differ(preferred, *key))
    }

    /// The first voice of a figure: the end of its chain of origins. A derived figure has none,
    /// nor has a chain that runs in a circle (which `check` refuses).
    pub fn first_voice(&self, figure: &Figure) -> Option<SourceKey> {
        if figure.is_derived() {
            return None;
        }
        if figure.origin == Some(figure.source) {
            return figure.origin;
        }
        let mut voice = figure.origin.unwrap_or(figure.source);
        for _ in 0..=self.sources.len() {
            match self.source(voice).origin {
                Some(origin) => voice = origin,
                None => return Some(voice),
            }
        }
        None
    }

    /// Does this figure's source pass on what another publisher said first?
    pub fn relays(&self, figure: &Figure) -> bool {
        self.first_voice(figure).is_some_and(|first| {
            self.source(first).publisher != self.source(figure.source).publisher
        })
    }

    pub fn voices<'k>(&self, claims: impl IntoIterator<Item = &'k FigureKey>) -> Voices {
        let mut voices = Voices::default();
        for figure in claims.into_iter().map(|key| self.figure(*key)) {
            let Some(first) = self.first_voice(figure) else { continue };
            push_once(&mut voices.first, first);
            push_once(&mut voices.sources, figure.source);
            if self.relays(figure) {
                push_once(&mut voices.relaying, figure.source);
            }
        }
        voices
    }
}

fn push_once(list: &mut Vec<SourceKey>, key: SourceKey) {
    if !list.contains(&key) {
        list.push(key);
    }
}
