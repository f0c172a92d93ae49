//! Rule 7: what the data disputes, the chart says.

use super::desk::Desk;
use super::observed::Observed;
use crate::figure::{FigureKey, Quantity};

/// Claims of one observation that say the same, other than what is drawn.
pub struct Other {
    pub quantity: Quantity,
    pub derived: bool,
    /// Who says so, the most trusted first.
    pub figures: Vec<FigureKey>,
}

/// The figures of a disputed observation that differ from another of it, without what is drawn.
pub fn others(desk: &Desk, observed: &Observed) -> Vec<Other> {
    let data = desk.data;
    let drawn = data.figure(observed.figure).quantity();
    let mut others: Vec<Other> = Vec::new();
    if !observed.disputed {
        return others;
    }
    for key in observed.claims.iter().copied().filter(|key| *key != observed.figure) {
        let figure = data.figure(key);
        let Some(quantity) = figure.quantity().filter(|quantity| Some(*quantity) != drawn) else {
            continue;
        };
        if !observed.claims.iter().any(|other| data.differ(key, *other)) {
            continue;
        }
        let same = |other: &&mut Other| {
            other.quantity == *quantity && other.derived == figure.is_derived()
        };
        match others.iter_mut().find(same) {
            Some(other) => other.figures.push(key),
            None => others.push(Other {
                quantity: quantity.clone(),
                derived: figure.is_derived(),
                figures: vec![key],
            }),
        }
    }
    others
}
