//! What a series has to show once the figures an author leaves out are gone.

use std::borrow::Cow;

use crate::dataset::{Dataset, Observation};
use crate::figure::{Day, FigureKey, Period, Rank, SeriesKey, Span};

/// An observation as the chart sees it.
#[derive(Clone, Debug)]
pub struct Observed<'a> {
    pub period: Period,
    /// The figure to draw.
    pub figure: FigureKey,
    /// All figures of it that are not left out, the one to draw first.
    pub claims: Cow<'a, [FigureKey]>,
    pub disputed: bool,
    /// It is what is aimed at.
    pub target: bool,
    /// The figures that say a break lies between this observation and the one drawn before it.
    pub breaks: Vec<FigureKey>,
}

impl Observed<'_> {
    pub fn span(&self) -> Span {
        self.period.span()
    }
}

/// The targets of a series, in time.
pub fn targets<'a>(
    data: &'a Dataset<'a>,
    series: SeriesKey,
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    let targets = seen(data, data.targets_of(series), without).into_iter();
    targets.map(|observed| Observed { target: true, ..observed }).collect()
}

/// The observations of a series, in time.
pub fn observed<'a>(
    data: &'a Dataset<'a>,
    series: SeriesKey,
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    seen(data, data.observations_of(series), without)
}

fn seen<'a>(
    data: &'a Dataset<'a>,
    observations: &'a [Observation],
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    let mut list = Vec::new();
    for observation in observations {
        let all = data.claims(observation);
        let claims = remaining(all, without);
        let Some(figure) = claims.first().copied() else { continue };
        let disputed = match &claims {
            Cow::Borrowed(_) => observation.disputed,
            Cow::Owned(claims) => data.differs_somewhere(claims),
        };
        let period = data.figure(figure).period;
        list.push(Observed { period, figure, claims, disputed, target: false, breaks: Vec::new() });
    }
    list
}

/// The superseded figures of a series for days of which it has no other, in time.
pub fn superseded_alone(data: &Dataset, series: SeriesKey) -> Vec<FigureKey> {
    let mut alone: Vec<FigureKey> = data
        .figures()
        .filter(|(_, figure)| figure.series == series && figure.rank == Rank::Superseded)
        .filter(|(_, figure)| figure.quantity().is_some())
        .map(|(key, _)| key)
        .collect();
    if alone.is_empty() {
        return alone;
    }
    let spans = || data.observations_of(series).iter().map(|one| one.period.span());
    let starts: Vec<Day> = spans().map(|span| span.start).collect();
    // The latest day up to which the first of them reach.
    let ends = spans().map(|span| span.end).scan(None, |latest: &mut Option<Day>, end| {
        *latest = Some(latest.map_or(end, |latest| latest.max(end)));
        *latest
    });
    let ends: Vec<Day> = ends.collect();
    alone.retain(|key| {
        let span = data.figure(*key).period.span();
        let before = starts.partition_point(|start| *start <= span.end);
        before == 0 || ends[before - 1] < span.start
    });
    alone.sort_by_key(|key| (data.figure(*key).period.span(), *key));
    alone
}

/// Puts the breaks of a series between the observations that are drawn. A break lies before the
/// period of the figure that tells of it, and stays there when that figure is not drawn.
pub fn set_breaks(data: &Dataset, series: SeriesKey, observed: &mut [Observed]) {
    for key in data.breaks_of(series) {
        let start = data.figure(key).period.span().start;
        let at = observed.partition_point(|one| one.span().start < start);
        if at > 0
            && let Some(next) = observed.get_mut(at)
        {
            next.breaks.push(key);
        }
    }
}

fn remaining<'a>(claims: &'a [FigureKey], without: &[FigureKey]) -> Cow<'a, [FigureKey]> {
    if claims.iter().any(|key| without.contains(key)) {
        let kept = claims.iter().copied().filter(|key| !without.contains(key));
        return Cow::Owned(kept.collect());
    }
    Cow::Borrowed(claims)
}
