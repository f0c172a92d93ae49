//! A title that says what a series shows, in functions, so that it stays true with the data.

use crate::dataset::{Dataset, Observation};
use crate::figure::{Nature, Quantity, SeriesKey};
use rust_decimal::Decimal;

/// From this many times on, "times as many" says more than a percentage.
const MANY_TIMES: Decimal = Decimal::from_parts(15, 0, 0, false, 1);

/// Titles for a chart of one series, the one that says most first. Whether the data let a function
/// say it, say across a break, is for whoever works them out.
pub fn first_titles(data: &Dataset, key: SeriesKey) -> Vec<String> {
    let series = data.series(key);
    let (id, what) = (series.id, &*series.title);
    if what.contains("{{") || what.is_empty() {
        return Vec::new();
    }
    let (first, latest) =
        (format!("{{{{ period(\"{id}\", \"first\") }}}}"), format!("{{{{ period(\"{id}\") }}}}"));
    let call = |name: &str| format!("{{{{ {name}(\"{id}\", \"first\", \"latest\") }}}}");
    let known: Vec<&Observation> = data
        .observations_of(key)
        .iter()
        .filter(|one| data.figure(one.preferred).quantity().is_some())
        .collect();
    let mut titles = Vec::new();
    if let [start, .., end] = known[..]
        && let (Some(start), Some(end)) = (middle(data, start), middle(data, end))
        && start > Decimal::ZERO
        && end > Decimal::ZERO
        && matches!(series.nature, Nature::Flow | Nature::Stock | Nature::Rate)
    {
        let is_counted = series.form.sign.is_none();
        if is_counted && end / start >= MANY_TIMES {
            let times = call("times");
            titles.push(format!("{what}: {times} as many in {latest} as in {first}"));
            if series.nature != Nature::Rate {
                titles.push(format!(
                    "In {latest} there were {times} as many {} as in {first}",
                    &*series.unit
                ));
            }
        }
        if start != end {
            let moved = call(if end > start { "rise" } else { "fall" });
            titles.push(format!("{what}: {moved} from {first} to {latest}"));
        }
    }
    let value = |name: &str| format!("{{{{ {name}(\"{id}\") }}}}");
    if known.len() > 1 {
        titles.push(format!(
            "{what}: {} in {first}, {} in {latest}",
            value("first"),
            value("latest")
        ));
    }
    if !known.is_empty() {
        titles.push(format!("{what}: {} in {latest}", value("latest")));
    }
    titles
}

/// The number of an observation, if it is one.
fn middle(data: &Dataset, one: &Observation) -> Option<Decimal> {
    data.figure(one.preferred).quantity().and_then(Quantity::value)
}
