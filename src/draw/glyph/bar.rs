//! What bars have in common, whether they stand or lie.

use super::block::outlined;
use super::finish::Finish;
use crate::draw::scene::{Colour, Paint};
use crate::draw::value_axis::float;
use crate::figure::{Quantity, Way};

/// How long a bar is at least, so that a zero is no missing figure.
pub(in crate::draw) const LEAST: f64 = 2.0;
/// How long the end of a bar without a body is.
pub(in crate::draw) const CAP: f64 = 5.0;

/// May the number lie nearer to zero than the one that is said? Then nobody knows whether there is
/// any, and the bar has no body.
pub(in crate::draw) fn is_bodiless(quantity: &Quantity, base: f64) -> bool {
    let below = quantity.value().is_some_and(|value| float(value) < base);
    quantity.open().is_some_and(|way| (way == Way::Up) == below)
}

/// How a body is painted that is not plainly filled.
pub(in crate::draw) fn unfinished(finish: Finish, colour: Colour, ground: Colour) -> Paint {
    match finish.is_hollow() {
        true => outlined(finish, colour, ground),
        false => Paint { fill_opacity: Some(0.35), ..outlined(finish, colour, colour) },
    }
}
