//! What a series has to show once the figures an author leaves out are gone.

use std::borrow::Cow;

use crate::dataset::Dataset;
use crate::figure::{FigureKey, Period, SeriesKey, Span};

/// An observation as the chart sees it.
#[derive(Clone, Debug)]
pub struct Observed<'a> {
    pub period: Period,
    /// The figure to draw.
    pub figure: FigureKey,
    /// All figures of it that are not left out, the one to draw first.
    pub claims: Cow<'a, [FigureKey]>,
    pub disputed: bool,
    /// The figures that say a break lies between this observation and the one drawn before it.
    pub breaks: Vec<FigureKey>,
}

impl Observed<'_> {
    pub fn span(&self) -> Span {
        self.period.span()
    }
}

/// The observations of a series, in time.
pub fn observed<'a>(
    data: &'a Dataset<'a>,
    series: SeriesKey,
    without: &[FigureKey],
) -> Vec<Observed<'a>> {
    let mut list = Vec::new();
    for observation in data.observations_of(series) {
        let all = data.claims(observation);
        let claims = remaining(all, without);
        let Some(figure) = claims.first().copied() else { continue };
        let disputed = match &claims {
            Cow::Borrowed(_) => observation.disputed,
            Cow::Owned(claims) => data.differs_somewhere(claims),
        };
        let period = data.figure(figure).period;
        list.push(Observed { period, figure, claims, disputed, breaks: Vec::new() });
    }
    list
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
