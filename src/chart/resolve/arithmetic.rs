//! Quantities in an arithmetic that a note spells out.

use crate::figure::{Quantity, Sided};
use crate::locale::{numbers, words};

/// A quantity in an arithmetic: `about 80,000`.
pub fn term(quantity: &Quantity) -> Option<String> {
    let plain = Sided::of(quantity)?.quantity()?;
    Some(words::quantity(&plain, |number, towards| numbers::spoken(number, true, towards)))
}

/// `+ about 700%`, `− at most 30%`.
pub fn signed_percent(quantity: &Quantity) -> Option<String> {
    let change = Sided::of(quantity)?;
    let down = change.number.is_sign_negative();
    let size = if down { change.negative() } else { change }.quantity()?;
    let said = words::quantity(&size, |number, _| format!("{}%", numbers::full(number)));
    Some(format!("{} {said}", if down { '−' } else { '+' }))
}
