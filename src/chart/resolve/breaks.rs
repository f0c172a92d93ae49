//! Where a break stands, and why.

use super::desk::Desk;
use super::observed::Observed;
use crate::chart::layer::Point;
use crate::chart::panel::Break;
use crate::dataset::Dataset;
use crate::figure::{Day, FigureKey};

/// Where a break lies between two observations of one series.
pub fn breaks(data: &Dataset, observed: &[Observed], points: &[Point]) -> Vec<Break> {
    let neighbours = observed.windows(2).zip(points.windows(2));
    neighbours
        .flat_map(|(pair, points)| {
            let breaks = pair[1].breaks.iter().map(|key| data.figure(*key));
            breaks.map(move |figure| Break {
                figure: figure.id.to_string(),
                at: between(&pair[0], figure.period.span().start, points),
                reason: String::new(),
                label: String::new(),
                required: false,
            })
        })
        .collect()
}

/// In the middle of the days between an observation and the start of the period that a break
/// lies before; where there are none, between the points.
fn between(one: &Observed, starts: Day, points: &[Point]) -> f64 {
    let ended = one.span().end.next();
    if ended <= starts {
        return (f64::from(ended.number()) + f64::from(starts.number())) / 2.0;
    }
    (points[0].at + points[1].at) / 2.0
}

/// Why a break is there.
pub fn reason(desk: &Desk, key: FigureKey) -> String {
    let says = &desk.data.language.notes;
    let reason = desk.data.figure(key).break_reason();
    match reason.is_empty() {
        true => says.no_reason().to_string(),
        false => reason.to_string(),
    }
}
