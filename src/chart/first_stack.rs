//! Series that nobody has described yet, as parts of a whole: which are the parts, and which is their total.

use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::{Nature, Quantity, SeriesKey, Span};

/// Parts, and what a source states for all of them; shares need no such total.
pub struct FirstStack {
    /// In the order in which they stand on each other.
    pub parts: Vec<SeriesKey>,
    /// What they add up to.
    pub total: Option<SeriesKey>,
}

/// The total is one of the series themselves, else another that they add up to for some period. Whether
/// they may be stacked at all is for whoever draws them.
pub fn first_stack(data: &Dataset, series: &[SeriesKey]) -> Option<FirstStack> {
    let (first, _) = series.split_first().filter(|(_, others)| !others.is_empty())?;
    for total in series.iter().filter(|_| series.len() > 2) {
        let parts: Vec<SeriesKey> = series.iter().copied().filter(|key| key != total).collect();
        if add_up(data, &parts, *total) {
            return Some(FirstStack { parts, total: Some(*total) });
        }
    }
    let parts = series.to_vec();
    if data.series(*first).nature == Nature::Share {
        return Some(FirstStack { parts, total: None });
    }
    let mut keys = data.series.iter().filter_map(|series| data.find_series(series.id));
    let total = keys.find(|key| !series.contains(key) && add_up(data, series, *key))?;
    Some(FirstStack { parts, total: Some(total) })
}

fn add_up(data: &Dataset, parts: &[SeriesKey], total: SeriesKey) -> bool {
    let whole = data.series(total);
    let alike = |key: &SeriesKey| {
        let part = data.series(*key);
        part.nature == whole.nature && part.unit.eq_ignore_ascii_case(&whole.unit)
    };
    let periods = || data.observations_of(total).iter().map(|one| one.period.span());
    whole.formula.is_none()
        && parts.iter().all(alike)
        && periods().any(|span| {
            let numbers = parts.iter().map(|part| number(data, *part, span));
            let sum = numbers.reduce(|sum, number| sum?.checked_add(number?)).flatten();
            sum.is_some() && sum == number(data, total, span)
        })
}

/// What a source states for a period.
fn number(data: &Dataset, series: SeriesKey, span: Span) -> Option<Decimal> {
    let one = data.observations_of(series).iter().find(|one| one.period.span() == span)?;
    let figure = data.figure(one.preferred);
    figure.quantity().filter(|_| !figure.is_derived()).and_then(Quantity::value)
}
