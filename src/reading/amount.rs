//! One number with what belongs to it: `£1.2bn`, `two and a half million`, `44 per cent`,
//! `two thirds`, `one in four`, `sevenfold`.

use rust_decimal::Decimal;

use super::Refusal;
use super::number_words::{cardinal, multiple, part, scale, small, vulgar};
use super::numeral::{self, Numeral, times};
use super::tokens::{Cursor, Token};

/// A number as written, before the series says what it can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub number: Decimal,
    pub kind: AmountKind,
    pub precision: Precision,
    /// What the number was multiplied by: a million in `17 million`.
    pub scale: Option<Decimal>,
    pub money: Option<char>,
    /// It has a sign before it.
    pub signed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountKind {
    Plain,
    Percent,
    /// A part of a whole, as numerator and denominator; the number is not used.
    Fraction(u32, u32),
    /// How many times as much; `loose` if written `seven times`, which after `increased` may also
    /// mean seven times more.
    Times {
        loose: bool,
    },
}

/// How precise a number looks that nothing else qualifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Precision {
    /// Every digit is written.
    Digits,
    /// `20.5 million`: the digits after the first few are not written.
    Scaled,
    /// `half a million`: nobody says that of a precise count.
    Loose,
    /// `a dozen`: twelve, or about twelve.
    Unsure,
    /// `exactly` stands before it.
    Told,
}

/// Reads amounts; where a numeral has two readings it takes one, and remembers the doubt.
#[derive(Debug, Default)]
pub(super) struct Reader {
    /// Of two readings, take the one with thousands.
    pub thousands: bool,
    /// In a count, `1.234` is as likely a continental 1,234.
    pub counts: bool,
    /// The numeral that had two readings.
    pub doubt: Option<String>,
}

impl Reader {
    /// The amount that comes next. Nothing is taken if there is none.
    pub fn amount(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        let mut trial = *cursor;
        let negative = trial.take_any(&["-", "–", "minus", "negative"]);
        let signed = negative || trial.take_any(&["+", "plus"]);
        let money = money(&mut trial);
        let factor = trial.take_any(&["a factor of", "factor of"]);
        let Some(mut amount) = self.unsigned(&mut trial)? else { return Ok(None) };
        amount.money = money;
        amount.signed = signed;
        if negative {
            amount.number = negate(amount.number);
        }
        amount.kind = match (amount.kind, kind(&mut trial)?) {
            (AmountKind::Plain, None) if factor => AmountKind::Times { loose: false },
            (AmountKind::Plain, Some(kind)) => kind,
            (kind, _) => kind,
        };
        *cursor = trial;
        Ok(Some(amount))
    }

    fn unsigned(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        if let Some((parts, whole)) = fraction(cursor) {
            return fraction_of(parts, whole, cursor).map(Some);
        }
        match cursor.peek() {
            Some(Token::Numeral(raw)) => self.numeral(raw, cursor).map(Some),
            Some(Token::Word(word)) => Ok(multiplied(word, cursor).or_else(|| in_words(cursor))),
            _ => Ok(None),
        }
    }

    fn numeral(&mut self, raw: &str, cursor: &mut Cursor) -> Result<Amount, Refusal> {
        let numeral = numeral::read(raw)?;
        cursor.skip(1);
        let mut precision = Precision::Digits;
        let number = match numeral {
            Numeral::Plain(number) => number,
            Numeral::Scientific(number) => {
                precision = Precision::Scaled;
                number
            }
            Numeral::Marked { mark: '.', decimals, .. } if !self.counts || is_scaled(cursor) => {
                decimals
            }
            Numeral::Marked { decimals, thousands, .. } => {
                self.doubt = Some(raw.to_string());
                if self.thousands { thousands } else { decimals }
            }
        };
        let mixed = fraction(cursor).map(|(parts, _)| parts).or_else(|| and_fraction(cursor));
        let number = match mixed {
            Some((top, bottom)) => {
                add(number, Decimal::ONE, top, bottom).ok_or_else(|| too_many_digits(raw))?
            }
            None => number,
        };
        let scaled = scale_words(number, cursor).ok_or_else(|| too_many_digits(raw))?;
        let (number, scale) = scaled;
        let precision = match (scale, mixed) {
            (None, _) => precision,
            (Some(_), None) => Precision::Scaled,
            (Some(_), Some(_)) => Precision::Loose,
        };
        Ok(Amount { number, kind: AmountKind::Plain, precision, scale, money: None, signed: false })
    }
}

fn too_many_digits(raw: &str) -> Refusal {
    Refusal::new(
        format!("`{raw}` with its scale has more than 28 digits"),
        "write a smaller number",
    )
}

fn negate(number: Decimal) -> Decimal {
    if number.is_zero() { number } else { -number }
}

/// The sign of a currency; its words come after the number, as the unit does.
fn money(cursor: &mut Cursor) -> Option<char> {
    let mut trial = *cursor;
    trial.take("us");
    match trial.peek() {
        Some(Token::Sign(sign @ ('£' | '$' | '€'))) => {
            trial.skip(1);
            *cursor = trial;
            Some(sign)
        }
        _ => None,
    }
}

/// Does a scale or a percent sign follow, so that a point before it is a decimal point?
fn is_scaled(cursor: &Cursor) -> bool {
    let mut trial = *cursor;
    scale_words(Decimal::ONE, &mut trial).is_some_and(|(_, scale)| scale.is_some())
        || matches!(kind(&mut trial), Ok(Some(_)))
}

/// Takes `million`, or `hundred thousand`, and multiplies; `None` if there are too many digits.
fn scale_words(number: Decimal, cursor: &mut Cursor) -> Option<(Decimal, Option<Decimal>)> {
    let (mut number, mut total) = (number, None);
    while let Some(Token::Word(word)) = cursor.peek() {
        let Some(factor) = scale(word) else { break };
        let larger = total.is_none_or(|total: Decimal| total == Decimal::ONE_HUNDRED);
        if !larger {
            break;
        }
        cursor.skip(1);
        number = times(number, factor)?;
        total = Some(times(total.unwrap_or(Decimal::ONE), factor)?);
    }
    Some((number, total))
}

/// Per cent, `fold` or `times` after a number.
fn kind(cursor: &mut Cursor) -> Result<Option<AmountKind>, Refusal> {
    const POINTS: [&str; 7] = [
        "percentage points",
        "percentage point",
        "per cent points",
        "% points",
        "pp",
        "ppt",
        "ppts",
    ];
    if cursor.take_any(&POINTS) {
        return Err(Refusal::new(
            "percentage points are the difference of two shares, not a percentage",
            "write the share itself; its change follows from two figures",
        ));
    }
    if cursor.take_any(&["%", "per cent", "percent", "pc", "p c", "pct"]) {
        return Ok(Some(AmountKind::Percent));
    }
    if cursor.take("fold") {
        return Ok(Some(AmountKind::Times { loose: false }));
    }
    if cursor.take_any(&["times", "x", "×"]) {
        let as_much = ["as many", "as much", "as high", "as large", "as great", "as big"];
        let the = ["the number", "the level", "the figure", "the total", "the size", "the amount"];
        let compared = cursor.take_any(&as_much) || cursor.take_any(&the);
        return Ok(Some(AmountKind::Times { loose: !compared }));
    }
    Ok(None)
}

/// A fraction, and how it may go on: `a quarter (of a million)`, `one in four`, `3/4`, `½`.
fn fraction(cursor: &mut Cursor) -> Option<((u32, u32), bool)> {
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
    let top = top.or((word == "half").then_some(1))?;
    trial.skip(1);
    *cursor = trial;
    proper(top, bottom)
}

fn one_in_four(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let top = whole_number(&mut trial)?;
    trial.take_any(&["in every", "out of every", "out of", "in"]).then_some(())?;
    let bottom = whole_number(&mut trial)?;
    // `1,000 in 2012` is no part of a whole.
    let found = proper(top, bottom).filter(|_| bottom <= 1000)?;
    *cursor = trial;
    Some(found)
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

/// `and a half` after a number.
fn and_fraction(cursor: &mut Cursor) -> Option<(u32, u32)> {
    let mut trial = *cursor;
    let found = trial.take("and").then(|| named(&mut trial))??;
    *cursor = trial;
    Some(found)
}

/// `half a million`, `three quarters of a million`, or the fraction of a whole that is not named.
fn fraction_of(
    (top, bottom): (u32, u32),
    whole: bool,
    cursor: &mut Cursor,
) -> Result<Amount, Refusal> {
    let fraction = Amount {
        number: Decimal::ZERO,
        kind: AmountKind::Fraction(top, bottom),
        precision: Precision::Loose,
        scale: None,
        money: None,
        signed: false,
    };
    let mut trial = *cursor;
    trial.take("of");
    trial.take_any(&["a", "one"]);
    let dozen = trial.take("dozen").then_some((Decimal::from(12), Some(Decimal::from(12))));
    match dozen.or_else(|| scale_words(Decimal::ONE, &mut trial)) {
        Some((factor, Some(scale))) if whole => {
            *cursor = trial;
            let number = add(Decimal::ZERO, factor, top, bottom).ok_or_else(|| {
                Refusal::new(
                    format!("{top}/{bottom} of {factor} is no whole number"),
                    "write the number in digits, as in `about 333,000`",
                )
            })?;
            Ok(Amount { number, kind: AmountKind::Plain, scale: Some(scale), ..fraction })
        }
        _ => Ok(fraction),
    }
}

/// `number` and a fraction of `unit`, if that can be written out.
fn add(number: Decimal, unit: Decimal, top: u32, bottom: u32) -> Option<Decimal> {
    let (top, bottom) = (Decimal::from(top), Decimal::from(bottom));
    let part = unit.checked_mul(top)?.checked_div(bottom)?;
    let exact = part.scale() <= 9 && part.checked_mul(bottom)? == unit.checked_mul(top)?;
    let sum = exact.then(|| number.checked_add(part))??;
    times(sum, Decimal::ONE)
}

/// `doubled`, `twice`, `halved`.
fn multiplied(word: &str, cursor: &mut Cursor) -> Option<Amount> {
    let number = match word {
        "halved" | "halving" => Decimal::new(5, 1),
        word => Decimal::from(multiple(word)?),
    };
    cursor.skip(1);
    cursor.take_any(&["as many", "as much", "as high", "the number", "the level"]);
    let kind = AmountKind::Times { loose: false };
    Some(Amount {
        number,
        kind,
        precision: Precision::Digits,
        scale: None,
        money: None,
        signed: false,
    })
}

/// A number in words, with `point five`, `and a half` or a scale after it.
fn in_words(cursor: &mut Cursor) -> Option<Amount> {
    let words = cursor.words();
    let plain = |number, precision, scale| Amount {
        number,
        kind: AmountKind::Plain,
        precision,
        scale,
        money: None,
        signed: false,
    };
    let no_more_than =
        matches!(words[..], ["no", "more" | "less" | "fewer" | "higher" | "lower", ..]);
    if ["none", "nil", "nought", "no"].contains(words.first()?) && !no_more_than {
        cursor.skip(1);
        return Some(plain(Decimal::ZERO, Precision::Digits, None));
    }
    let twelve = Decimal::from(12);
    if matches!(words[..], ["a" | "one", "dozen", ..]) {
        cursor.skip(2);
        return Some(plain(twelve, Precision::Unsure, Some(twelve)));
    }
    let found = cardinal(&words)?;
    cursor.skip(found.used);
    let mut number = Decimal::from(found.number);
    if cursor.take("dozen") {
        return Some(plain(times(number, twelve)?, Precision::Unsure, Some(twelve)));
    }
    if cursor.take("point") {
        number = point(number, cursor)?;
    }
    let unit = Decimal::from(found.scale.unwrap_or(1));
    let mixed = and_fraction(cursor);
    if let Some((top, bottom)) = mixed {
        number = add(number, unit, top, bottom)?;
    }
    let (number, more) = scale_words(number, cursor)?;
    let scale = more.or(found.scale.map(Decimal::from));
    // As a scale does, the hundred of `three to four hundred` belongs to both.
    let hundred = words.get(1) == Some(&"hundred") && found.used == 2 && more.is_none();
    let precision = match (scale, mixed) {
        (Some(_), Some(_)) => Precision::Loose,
        (Some(_), None) => Precision::Scaled,
        (None, _) => Precision::Digits,
    };
    Some(plain(number, precision, scale.or(hundred.then_some(Decimal::ONE_HUNDRED))))
}

/// The digits after `point`, one word each.
fn point(whole: Decimal, cursor: &mut Cursor) -> Option<Decimal> {
    let mut number = whole;
    let mut unit = Decimal::ONE;
    while let Some(Token::Word(word)) = cursor.peek() {
        let Some(digit) = small(word).filter(|digit| *digit <= 9) else { break };
        cursor.skip(1);
        unit = unit.checked_div(Decimal::TEN).filter(|unit| unit.scale() <= 9)?;
        number = number.checked_add(unit.checked_mul(Decimal::from(digit))?)?;
    }
    (unit < Decimal::ONE).then_some(number)
}
