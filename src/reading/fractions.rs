//! Parts of a whole: `a quarter`, `3/4`, `½`, `one in four`, `1 in 1,000`.

use rust_decimal::Decimal;

use super::number_words::{cardinal, part, small, vulgar};
use super::numeral::times;
use super::tokens::{Cursor, Token};

/// A fraction, and how it may go on: `a quarter (of a million)`, `one in four`, `3/4`, `½`.
pub(super) fn fraction(cursor: &mut Cursor) -> Option<((u32, u32), bool)> {
    let mut trial = *cursor;
    let found = vulgar_sign(&mut trial)
        .or_else(|| slashed(&mut trial))
        .or_else(|| named(&mut trial))
        .map(|parts| (parts, true))
        .or_else(|| Some((one_in_four(&mut trial)?, false)))?;
    *cursor = trial;
    Some(found)
}

fn vulgar_sign(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let Some(Token::Sign(sign)) = cursor.peek() else { return None };
    let found = vulgar(sign)?;
    cursor.skip(1);
    Some(found)
}

fn slashed(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let top = whole_number(&mut trial)?;
    let bottom = trial.take("/").then(|| whole_number(&mut trial))??;
    *cursor = trial;
    proper(top, bottom)
}

/// `half`, `a third`, `two thirds`, `3 quarters`.
fn named(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let top = if trial.take_any(&["a", "an"]) { Some(1) } else { whole_number(&mut trial) };
    let Some(Token::Word(word)) = trial.peek() else { return None };
    let bottom = part(word)?;
    trial.skip(1);
    // `quarter of a million`
    let one = word == "half" || !word.ends_with('s') && trial.starts_with_words("of").is_some();
    let top = top.or(one.then_some(1))?;
    *cursor = trial;
    proper(top, bottom)
}

fn one_in_four(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let top = whole_number(&mut trial)?;
    trial.take_any(&["in every", "in each", "out of every", "out of", "in"]).then_some(())?;
    // `1-in-3`
    trial.take("-");
    let bottom = bottom(&mut trial)?;
    let found = proper(top, bottom)?;
    *cursor = trial;
    Some(found)
}

/// `4`, `1,000`, `a thousand`, `10 million`. `1 in 2012` is no part of a whole.
fn bottom(cursor: &mut Cursor) -> Option<u32> {
    if let Some(Token::Numeral(raw)) = cursor.peek() {
        cursor.skip(1);
        let digits = raw.replace([',', ' '], "");
        let number = digits.parse::<u32>().ok().filter(|_| digits.len() <= 9)?;
        let like_a_year = raw.len() == 4 && number != 1000;
        let factor = match cursor.words().first() {
            Some(&"million") => 1_000_000,
            Some(&"thousand") => 1_000,
            _ => 1,
        };
        cursor.skip(usize::from(factor > 1));
        return number.checked_mul(factor).filter(|_| !like_a_year);
    }
    let found = cardinal(&cursor.words())?;
    cursor.skip(found.used);
    u32::try_from(found.number).ok()
}

fn proper(top: u32, bottom: u32) -> Option<(u32, u32)> {
    (0 < top && top < bottom).then_some((top, bottom))
}

/// A small whole number, in digits or in one word.
fn whole_number(cursor: &mut Cursor) -> Option<u32> {
    let number = match cursor.peek()? {
        Token::Numeral(raw) if raw.len() <= 6 => raw.parse().ok()?,
        Token::Word(word) => small(word)?,
        _ => return None,
    };
    cursor.skip(1);
    Some(number)
}

/// What is added to a number: `½`, `1/2`, `and a half`. Without `and` words say what a number is
/// per: `500 a quarter`.
pub(super) fn more_than_whole(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let and = trial.take("and");
    let sign = vulgar_sign(&mut trial).or_else(|| slashed(&mut trial));
    let found = sign.or_else(|| and.then(|| named(&mut trial)).flatten())?;
    *cursor = trial;
    Some(found)
}

/// `number` and a fraction of `unit`, if that can be written out.
pub(super) fn add(number: Decimal, unit: Decimal, top: u32, bottom: u32) -> Option<Decimal> {
    let (top, bottom) = (Decimal::from(top), Decimal::from(bottom));
    let part = unit.checked_mul(top)?.checked_div(bottom)?;
    let exact = part.scale() <= 9 && part.checked_mul(bottom)? == unit.checked_mul(top)?;
    let sum = exact.then(|| number.checked_add(part))??;
    times(sum, Decimal::ONE)
}
