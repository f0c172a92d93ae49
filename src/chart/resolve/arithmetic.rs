//! Quantities in an arithmetic that a note spells out.

use rust_decimal::Decimal;

use crate::figure::{Quantity, Sided};
use crate::locale::Language;

/// A quantity in an arithmetic: `about 80,000`.
pub fn term(language: &Language, quantity: &Quantity) -> Option<String> {
    let plain = Sided::of(quantity)?.quantity()?;
    Some(language.quantity(&plain, |number, towards| language.spoken(number, true, towards)))
}

/// `+ about 700%`, `− at most 30%`; `say` gives the text of its number.
pub fn signed(
    language: &Language,
    change: &Quantity,
    say: impl Fn(Decimal) -> String,
) -> Option<String> {
    let change = Sided::of(change)?;
    let down = change.number.is_sign_negative();
    let size = if down { change.negative() } else { change }.quantity()?;
    let said = language.quantity(&size, |number, _| say(number));
    let sign = if down { language.numerals.minus } else { "+" };
    Some(format!("{sign} {said}"))
}
