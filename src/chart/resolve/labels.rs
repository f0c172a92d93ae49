//! What stands beside a mark, and which marks must be labelled.

use rust_decimal::Decimal;

use crate::chart::label::Label;
use crate::chart::layer::Point;
use crate::chart::tone::Tone;
use crate::figure::Quantity;
use crate::figure::bounds::number;

/// A layer of up to so many points has all of them labelled, and so many in a small multiple.
pub const LABEL_ALL: usize = 12;
pub const LABEL_ALL_SMALL: usize = 4;

/// The text of a label; who said it, what stands below it and its rank come later.
pub fn label(tone: Tone, quantity: &Quantity, derived: bool) -> Label {
    let ends = match tone.rounded(quantity, derived) {
        Quantity::Range { low, high } => Some((tone.number(low), tone.number(high))),
        _ => None,
    };
    Label {
        value: tone.parts(quantity, derived),
        ends,
        required: true,
        priority: 1,
        ..Label::default()
    }
}

/// Says of every point of a layer whether its label must be there, and how soon it is placed:
/// last, first, highest, lowest, disputed, worth saying as beside a break, and then the rest.
pub fn rank(points: &mut [Point], most: usize, worth_saying: impl Fn(usize) -> bool) {
    let all = points.len() <= most;
    let last = points.len().saturating_sub(1);
    let highest = extreme(points, |quantity| {
        let bounds = quantity.bounds();
        number(bounds.high).or(number(bounds.low))
    });
    let lowest = extreme(points, |q| {
        let bounds = q.bounds();
        number(bounds.low)
            .or(number(bounds.high))
            .and_then(|number| Decimal::ZERO.checked_sub(number))
    });
    for (at, point) in points.iter_mut().enumerate() {
        let priority = match () {
            () if at == last => 7,
            () if at == 0 => 6,
            () if Some(at) == highest => 5,
            () if Some(at) == lowest => 4,
            () if point.disputed => 3,
            () if worth_saying(at) => 2,
            () => 1,
        };
        point.label.priority = priority;
        point.label.required = all || priority > 1;
    }
}

/// The first point with the greatest measure.
fn extreme(points: &[Point], measure: impl Fn(&Quantity) -> Option<Decimal>) -> Option<usize> {
    let mut best: Option<(Decimal, usize)> = None;
    for (at, point) in points.iter().enumerate() {
        let Some(size) = measure(&point.quantity) else { continue };
        if best.is_none_or(|(greatest, _)| size > greatest) {
            best = Some((size, at));
        }
    }
    best.map(|(_, at)| at)
}
