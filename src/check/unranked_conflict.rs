use crate::dataset::{Dataset, Observation};
use std::ops::Bound::{self, Excluded, Included, Unbounded};

use rust_decimal::Decimal;

use crate::figure::{FigureKey, Quantity, Rank};
use crate::problem::{Problem, Rule};

/// # unranked-conflict (advice)
///
/// Figures for one series and period differ, and none of them is ranked. The chart then follows a
/// rule of thumb. Say which to draw with the rank `preferred`, or which is wrong with the rank
/// `superseded`, and why in the note.
pub fn unranked_conflict(data: &Dataset) -> Vec<Problem> {
    let unranked = |observation: &&Observation| {
        let is_ranked = |key: &FigureKey| data.figure(*key).rank != Rank::Unranked;
        let claims = data.claims(observation);
        // One that is worked out is disputed as its inputs are, which are told themselves.
        observation.disputed && claims.len() > 1 && !claims.iter().any(is_ranked)
    };
    data.observations().filter(unranked).map(|conflict| advice(data, conflict)).collect()
}

/// So many claims are listed; of more only the number is told.
const LISTED: usize = 6;

fn advice(data: &Dataset, conflict: &Observation) -> Problem {
    let claims = data.claims(conflict);
    let listed: Vec<String> = claims
        .iter()
        .take(LISTED)
        .filter_map(|key| {
            let quantity = data.figure(*key).quantity()?;
            Some(format!("{quantity} (`{}`, {})", data.figure(*key).id, bounds(quantity)))
        })
        .collect();
    let more = match claims.len().saturating_sub(LISTED) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    let series = data.series(conflict.series).id;
    let message = format!(
        "figures of `{series}` for {} differ: {}{more}",
        conflict.period,
        listed.join("; ")
    );
    let hint = format!(
        "rank one of them `preferred`, or those that are wrong `superseded`; until then `{}` is \
         drawn",
        data.figure(conflict.preferred).id
    );
    let first = claims.iter().min().copied().unwrap_or(conflict.preferred);
    Rule::UnrankedConflict.at(data.place_of_figure(first, "value"), message).hint(hint)
}

fn bounds(quantity: &Quantity) -> String {
    let bounds = quantity.bounds();
    let plain = |end: Bound<Decimal>| end.map(|number| number.normalize().to_string());
    match (plain(bounds.low), plain(bounds.high)) {
        (Included(low), Included(high)) if low == high => format!("exactly {low}"),
        (Unbounded, Unbounded) => "any number".to_string(),
        (Included(low), Unbounded) => format!("{low} or more"),
        (Excluded(low), Unbounded) => format!("more than {low}"),
        (Unbounded, Included(high)) => format!("{high} or less"),
        (Unbounded, Excluded(high)) => format!("less than {high}"),
        (low, high) => {
            let end = |end, beyond: &str| match end {
                Excluded(number) => format!("{beyond}{number}"),
                Included(number) => number,
                Unbounded => String::new(),
            };
            format!("{} to {}", end(low, "more than "), end(high, "less than "))
        }
    }
}
