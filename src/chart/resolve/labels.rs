//! What stands beside a mark, and which marks must be labelled.

use rust_decimal::Decimal;

use crate::chart::label::{Label, LabelPart, Says};
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

/// The label of a target says so, before its number; and what is said of the number stays with it.
pub fn aim(label: &mut Label, word: &str) {
    for part in label.value.iter_mut().filter(|part| part.says == Says::Qualifier) {
        part.says = Says::Status;
    }
    if let Some(first) = label.value.first_mut() {
        first.joint = " ";
    }
    label.value.insert(0, LabelPart::new(Says::Status, word, ""));
    label.ends = None;
    label.priority = 5;
}

/// A target that goes on from period to period has one label, at the last.
pub fn once(targets: &mut [Point]) {
    for at in 1..targets.len() {
        let (before, rest) = targets.split_at_mut(at);
        let (Some(one), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        if one.quantity == next.quantity
            && one.label.cite == next.label.cite
            && one.provisional == next.provisional
            && one.span.end.next() == next.span.start
        {
            one.label = Label::default();
        }
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
