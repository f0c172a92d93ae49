//! The observation that a new figure becomes a part of: who agrees, who differs, whom it passes on.

use sourceline::dataset::Dataset;
use sourceline::figure::agreement::agree;
use sourceline::figure::{FigureKey, Period, Quantity, SeriesKey, SourceKey, Tie};

use sourceline::export::figure_words::figure_in_words;

/// What is said of a figure before it is added, a line each.
pub fn joins(
    data: &Dataset,
    series: SeriesKey,
    (period, target): (Period, bool),
    quantity: Option<&Quantity>,
    voice: Option<(SourceKey, Option<SourceKey>)>,
) -> Vec<String> {
    let mut lines = Vec::new();
    let same = |one: &&sourceline::dataset::Observation| same(data, series, one.period, period);
    let (all, noun) = match target {
        true => (data.targets_of(series), "target"),
        false => (data.observations_of(series), "figure"),
    };
    match all.iter().find(same) {
        None => {
            lines.push(format!("the first {noun} of {} for this period", data.series(series).id))
        }
        Some(observation) => {
            let claims = data.claims(observation);
            let differs = |key: &&FigureKey| match (quantity, data.figure(**key).quantity()) {
                (Some(new), Some(old)) => !agree(new, old),
                _ => false,
            };
            let says =
                |key: &&FigureKey| quantity.is_some() && data.figure(**key).quantity().is_some();
            let agreeing: Vec<&FigureKey> =
                claims.iter().filter(|key| says(key) && !differs(key)).collect();
            let silent: Vec<&FigureKey> = claims.iter().filter(|key| !says(key)).collect();
            let differing: Vec<&FigureKey> = claims.iter().filter(differs).collect();
            lines.extend(claims_in_words("agrees with", data, &agreeing));
            lines.extend(claims_in_words("differs from", data, &differing));
            lines.extend(claims_in_words("stands beside", data, &silent));
        }
    }
    if let Some((source, origin)) = voice
        && let Some(origin) =
            origin.or(data.source(source).origin).filter(|origin| *origin != source)
    {
        let origin = data.source(origin);
        lines.push(format!("passes on {} ({})", origin.id, origin.publisher));
    }
    lines
}

/// Are figures of a series for these periods about one thing? The ends of a change must be alike.
pub fn same(data: &Dataset, series: SeriesKey, one: Period, other: Period) -> bool {
    let ends = |period: Period| (period.first_unit().span(), period.last_unit().span());
    let change = data.series(series).nature.tie() == Tie::Step;
    one.span() == other.span() && (!change || ends(one) == ends(other))
}

/// The first few of them, and how many more there are.
fn claims_in_words(verb: &str, data: &Dataset, claims: &[&FigureKey]) -> Option<String> {
    const SHOWN: usize = 3;
    let one = |key: &&FigureKey| {
        format!("{} ({})", figure_in_words(data, **key), data.source(data.figure(**key).source).id)
    };
    let mut parts: Vec<String> = claims.iter().take(SHOWN).map(one).collect();
    if claims.len() > SHOWN {
        parts.push(format!("{} more", claims.len() - SHOWN));
    }
    (!parts.is_empty()).then(|| format!("{verb} {}", sourceline::locale::EN_GB.list(&parts)))
}
