//! What the variables say, whatever they are written for.

use rust_decimal::Decimal;

use crate::chart::{cited, spoken};
use crate::dataset::{Dataset, Observation};
use crate::figure::SeriesKey;

/// The variables of one series, in time, then those of its targets; the last two are `first` and
/// `latest`.
pub(super) struct Group<'t> {
    pub series: &'t str,
    pub variables: Vec<Variable>,
}

#[derive(Clone, Debug)]
pub(super) struct Variable {
    /// The period as the data writes it, without the sign for approximate, after `target-` of what
    /// is aimed at; or `first`, `latest`.
    pub key: String,
    /// `about 20 million`.
    pub said: String,
    /// The plain number; a range has none.
    pub value: Option<Decimal>,
    /// `LBC, 30 June 2021`, and where it is.
    pub source: String,
    pub url: String,
    pub disputed: bool,
}

/// By the id of their series.
pub(super) fn groups<'t>(data: &'t Dataset<'t>) -> Vec<Group<'t>> {
    let keys = (0..data.series.len() as u32).map(SeriesKey);
    let groups = keys.map(|key| {
        let observations = data.observations_of(key);
        let shown = observations.iter();
        let mut variables: Vec<Variable> =
            shown.clone().filter_map(|one| variable(data, one)).collect();
        // A forecast is no latest figure.
        let known = |one: &&Observation| !data.figure(one.preferred).status.is_forecast();
        let stated: Vec<Variable> =
            shown.filter(known).filter_map(|one| variable(data, one)).collect();
        let targets = data.targets_of(key).iter().filter_map(|one| variable(data, one));
        variables.extend(targets.map(|one| Variable { key: format!("target-{}", one.key), ..one }));
        for (key, end) in [("first", stated.first()), ("latest", stated.last())] {
            variables.extend(end.map(|end| Variable { key: key.to_string(), ..end.clone() }));
        }
        Group { series: data.series(key).id, variables }
    });
    let mut groups: Vec<Group> = groups.filter(|group| !group.variables.is_empty()).collect();
    groups.sort_by_key(|group| group.series);
    groups
}

fn variable(data: &Dataset, observation: &Observation) -> Option<Variable> {
    let figure = data.figure(observation.preferred);
    let quantity = figure.quantity()?;
    let series = data.series(observation.series);
    let sources = cited(data, &[observation.preferred]);
    let texts: Vec<&str> = sources.iter().map(|source| source.text.as_str()).collect();
    Some(Variable {
        key: figure.period.to_string().replace('~', ""),
        said: spoken(data.language, series, quantity, figure),
        value: quantity.value(),
        source: texts.join("; "),
        url: sources.first().map_or(String::new(), |source| source.url.clone()),
        disputed: observation.disputed,
    })
}
