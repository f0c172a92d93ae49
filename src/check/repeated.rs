use crate::dataset::{Dataset, Observation};
use crate::figure::{FigureKey, Rank, SourceKey};
use crate::problem::{Problem, Rule};

/// # repeated (advice)
///
/// One source states the same number twice for one series and period, so that it would be counted
/// as two claims. Delete the second row. Where the source does say it in two places, name them in
/// the locator; what is wrong or corrected may be `superseded`.
pub fn repeated(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for observation in data.observations() {
        for (first, again) in pairs(data, observation) {
            let (first, source) = (data.figure(first), data.source(data.figure(again).source));
            let message = format!(
                "`{}` has the same number of `{}` for {} already, and it would count twice",
                first.id, source.id, first.period
            );
            problems.push(
                Rule::Repeated
                    .at(data.place_of_figure(again, "source"), message)
                    .hint("delete one of the two rows, or name in the locator where each stands"),
            );
        }
    }
    problems
}

/// The figures of one source that say the same in the same place, each with the one before it.
fn pairs(data: &Dataset, observation: &Observation) -> Vec<(FigureKey, FigureKey)> {
    let mut claims: Vec<(SourceKey, FigureKey)> = match data.claims(observation) {
        [] | [_] => return Vec::new(),
        several => several.iter().map(|key| (data.figure(*key).source, *key)).collect(),
    };
    claims.sort_unstable();
    let mut pairs = Vec::new();
    for group in claims.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
        // In words, so that many of one source are compared in order and not each with each.
        let mut said: Vec<(String, FigureKey)> = group
            .iter()
            .map(|(_, key)| (data.figure(*key), *key))
            .filter(|(figure, _)| {
                figure.rank != Rank::Superseded && figure.claim.formula().is_none()
            })
            .filter_map(|(figure, key)| {
                let (quantity, locator) = (figure.quantity()?, &*figure.locator);
                Some((format!("{quantity} {} {locator}", figure.status), key))
            })
            .collect();
        said.sort();
        let same = said.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        pairs.extend(same.map(|pair| (pair[0].1, pair[1].1)));
    }
    pairs
}
