use rust_decimal::Decimal;

use crate::dataset::{Dataset, Observation};
use crate::figure::{Frequency, Nature, SeriesKey};
use crate::problem::{Problem, Rule};

/// # ten-times (advice)
///
/// A number that is ten, a hundred or a thousand times what stands before and after it, or such a
/// part of it, likely has a digit too many or too few. Judged are figures between two others of
/// periods as long, which lie within half of each other; and a last or first one beside three that
/// do. Counts below 20 move so much by chance. A note on the row answers it.
pub fn ten_times(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for series in (0..data.series.len() as u32).map(SeriesKey) {
        let row = data.series(series);
        if row.nature.tells_changes() || row.nature == Nature::Net || row.formula.is_some() {
            continue;
        }
        let points: Vec<Numbered> =
            data.observations_of(series).iter().filter_map(point(data)).collect();
        let least = if row.nature.is_counted() { Decimal::from(20) } else { Decimal::ZERO };
        for at in 0..points.len() {
            let Some(usual) = usual(&points, at, least) else { continue };
            let Some(times) = slip(points[at].value, usual) else { continue };
            problems.extend(advice(data, &points[at], usual, times));
        }
    }
    problems
}

/// An observation with one number above zero.
struct Numbered<'o> {
    observation: &'o Observation,
    value: Decimal,
}

fn point<'o>(data: &Dataset) -> impl Fn(&'o Observation) -> Option<Numbered<'o>> {
    move |observation| {
        let value = data.figure(observation.preferred).value()?;
        (value > Decimal::ZERO).then_some(Numbered { observation, value })
    }
}

/// From the least to the most of the figures beside one, where they are alike.
fn usual(points: &[Numbered], at: usize, least: Decimal) -> Option<(Decimal, Decimal)> {
    let mut low = points.get(if at > 0 { at - 1 } else { 1 })?.value;
    let mut high = low;
    // Only figures this far from their neighbour are worth a closer look.
    let (small, large) = (low.min(points[at].value), low.max(points[at].value));
    if small.checked_mul(Decimal::from(5))? > large {
        return None;
    }
    let beside = match at {
        _ if at > 0 && at + 1 < points.len() => vec![at - 1, at + 1],
        0 => vec![1, 2, 3],
        _ => vec![at - 1, at.checked_sub(2)?, at.checked_sub(3)?],
    };
    let frequency = |at: usize| Some(points.get(at)?.observation.period.frequency());
    let own: Frequency = frequency(at)?;
    for other in beside {
        if frequency(other)? != own {
            return None;
        }
        low = low.min(points[other].value);
        high = high.max(points[other].value);
    }
    let alike = high <= low.checked_mul(Decimal::new(15, 1))?;
    (alike && low >= least).then_some((low, high))
}

/// How many times as much as usual, or the other way round; a tenth more or less than that.
fn slip(value: Decimal, (low, high): (Decimal, Decimal)) -> Option<(Decimal, bool)> {
    let within = |number: Decimal| {
        let (low, high) =
            (low.checked_mul(Decimal::new(9, 1)), high.checked_mul(Decimal::new(11, 1)));
        low.is_some_and(|low| low <= number) && high.is_some_and(|high| number <= high)
    };
    [10, 100, 1000].map(Decimal::from).into_iter().find_map(|times| {
        if within(value / times) {
            return Some((times, true));
        }
        value.checked_mul(times).is_some_and(within).then_some((times, false))
    })
}

fn advice(
    data: &Dataset,
    point: &Numbered,
    (low, high): (Decimal, Decimal),
    (times, more): (Decimal, bool),
) -> Option<Problem> {
    let key = point.observation.preferred;
    let figure = data.figure(key);
    if !figure.note.is_empty() || !data.has_row(key) {
        return None;
    }
    let (value, meant) = match more {
        true => (point.value, point.value / times),
        false => (point.value, point.value * times),
    };
    let (value, meant) = (value.normalize(), meant.normalize());
    let beside = match low == high {
        true => low.normalize().to_string(),
        false => format!("{} and {}", low.normalize(), high.normalize()),
    };
    let (way, digits) = if more { ("times", "many") } else { ("times less than", "few") };
    let message = format!(
        "{value} is about {times} {way} what stands beside it, {beside}: has it a digit too {digits}?"
    );
    // A count has no part of one.
    let write =
        match meant.scale() > value.scale() && data.series(figure.series).nature.is_counted() {
            true => "write what the source has".to_string(),
            false => format!("write {meant} if that is meant"),
        };
    let hint = format!("{write}; if it is {value}, say in the note of the row why");
    Some(Rule::TenTimes.at(data.place_of_figure(key, "value"), message).hint(hint))
}
