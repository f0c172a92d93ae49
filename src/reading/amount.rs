//! One number with what belongs to it: `£1.2bn`, `two and a half million`, `44 per cent`,
//! `two thirds`, `one in four`, `sevenfold`.

use rust_decimal::Decimal;

use super::Refusal;
use super::currencies::{Money, money_after, money_before};
use super::fractions::{add, fraction, more_than_whole};
use super::measure::Measure;
use super::number_words::{cardinal, money_scale, multiple, scale, small};
use super::numeral::{self, Numeral, times};
use super::tokens::{Cursor, Token};
use crate::figure::Nature;

/// A number as written, before the series says what it can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    pub number: Decimal,
    pub kind: AmountKind,
    pub precision: Precision,
    /// What the number was multiplied by: a million in `17 million`.
    pub scale: Option<Decimal>,
    pub money: Option<Money>,
    /// It has a sign before it.
    pub signed: bool,
}

impl Amount {
    /// A fraction of what the series tells.
    pub fn part_of_a_whole(top: u32, bottom: u32) -> Amount {
        Amount {
            number: Decimal::ONE,
            kind: AmountKind::Fraction(top, bottom),
            precision: Precision::Loose,
            scale: None,
            money: None,
            signed: false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AmountKind {
    Plain,
    Percent,
    /// Percentage points.
    Points,
    /// A part of a whole, as numerator and denominator; of the number only the sign counts.
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

/// Reads amounts; where a numeral has several readings it takes one, and remembers the doubt.
#[derive(Debug)]
pub(super) struct Reader<'s> {
    /// Of several readings, which to take.
    pub pick: usize,
    pub of: &'s Measure<'s>,
    /// The sign of a currency stands before the number.
    pub in_money: bool,
    /// The numeral that had several readings.
    pub doubt: Option<MarkDoubt>,
}

/// A numeral with several readings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkDoubt {
    pub numeral: String,
    /// How many readings it has.
    pub readings: usize,
    /// May its last digits be a footnote mark?
    pub noted: bool,
}

impl Reader<'_> {
    /// The amount that comes next. Nothing is taken if there is none.
    pub fn amount(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        let mut trial = *cursor;
        let minus = |trial: &mut Cursor| trial.take_any(&["-", "–", "minus", "negative"]);
        let mut negative = minus(&mut trial);
        let signed = negative || trial.take_any(&["+", "plus"]);
        let money = money_before(&mut trial);
        negative = negative || money.is_some() && minus(&mut trial);
        self.in_money = money.is_some();
        let factor = trial.take_any(&["a factor of", "factor of"]);
        let Some(mut amount) = self.unsigned(&mut trial)? else { return Ok(None) };
        amount.signed = signed || negative;
        if negative {
            amount.number = negate(amount.number);
        }
        amount.kind = match (amount.kind, kind(&mut trial)) {
            (AmountKind::Plain, None) if factor => AmountKind::Times { loose: false },
            (AmountKind::Plain, Some(kind)) => kind,
            (kind, _) => kind,
        };
        amount.money = money.or_else(|| money_after(&mut trial));
        *cursor = trial;
        Ok(Some(amount))
    }

    fn unsigned(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        // `440 in every 100,000` has the base of the series, and is no part of a whole.
        let mut trial = *cursor;
        let found = fraction(&mut trial).filter(|(_, whole)| *whole || !self.of.nature.is_ratio());
        if let Some((parts, whole)) = found {
            *cursor = trial;
            return self.fraction_of(parts, whole, cursor).map(Some);
        }
        match cursor.peek() {
            Some(Token::Numeral(raw)) => self.numeral(raw, cursor).map(Some),
            Some(Token::Word(word)) => {
                Ok(multiplied(word, cursor).or_else(|| self.in_words(cursor)))
            }
            _ => Ok(None),
        }
    }

    fn numeral(&mut self, raw: &str, cursor: &mut Cursor) -> Result<Amount, Refusal> {
        let numeral = numeral::read(raw)?;
        cursor.skip(1);
        let number = match numeral {
            Numeral::Plain(number) => number,
            Numeral::Marked { mark: '.', decimals, .. }
                if !self.of.counts() || self.is_scaled(cursor) =>
            {
                decimals
            }
            Numeral::Marked { decimals, .. } if !self.of.counts() && decimals < Decimal::ONE => {
                decimals
            }
            Numeral::Marked { decimals, thousands, .. } => {
                self.picked(raw, &[decimals, thousands], false)
            }
            Numeral::Noted { without, whole, decimals: None } => {
                self.picked(raw, &[without, whole], true)
            }
            Numeral::Noted { without, whole, decimals: Some(decimals) } if self.of.counts() => {
                self.picked(raw, &[without, whole, decimals], true)
            }
            Numeral::Noted { without, whole, decimals: Some(decimals) } => {
                self.picked(raw, &[decimals, without, whole], true)
            }
        };
        let mixed = more_than_whole(cursor);
        let number = match mixed {
            Some(parts) => match add(number, Decimal::ONE, parts.0, parts.1) {
                Some(number) => number,
                None => return mixed_percent(number, parts, cursor),
            },
            None => number,
        };
        if cursor.peek() == Some(Token::Word("b")) && !self.in_money && !self.of.is_money() {
            return Err(Refusal::new(
                "`b` may mean billion, or be the mark of a break in the series",
                match self.of.is_percent() || self.of.is_points() {
                    true => format!("write `{raw} [b]` for a break, or `{raw}`"),
                    false => format!("write `{raw} billion`, or `{raw} [b]` for a break"),
                },
            ));
        }
        const WITH_M: [&str; 5] = ["minutes", "months", "metres", "meters", "miles"];
        let noun = self.of.head().into_iter().find(|word| WITH_M.contains(&word.as_str()));
        if let (Some(Token::Word("m")), Some(noun)) = (cursor.peek(), noun) {
            return Err(Refusal::new(
                format!("`m` may mean million, or {noun}"),
                format!("write `{raw} million`, or `{raw} {noun}`"),
            ));
        }
        let twelve = Decimal::from(12);
        if cursor.take("dozen") {
            let number = times(number, twelve).ok_or_else(|| too_many_digits(raw))?;
            return Ok(Amount {
                number,
                kind: AmountKind::Plain,
                precision: Precision::Unsure,
                scale: Some(twelve),
                money: None,
                signed: false,
            });
        }
        let scaled = self.scale_words(number, cursor);
        let (number, scale) = scaled.ok_or_else(|| too_many_digits(raw))?;
        let precision = match (scale, mixed) {
            (None, _) => Precision::Digits,
            (Some(_), None) => Precision::Scaled,
            (Some(_), Some(_)) => Precision::Loose,
        };
        Ok(Amount { number, kind: AmountKind::Plain, precision, scale, money: None, signed: false })
    }

    fn picked(&mut self, raw: &str, readings: &[Decimal], noted: bool) -> Decimal {
        let doubt = MarkDoubt { numeral: raw.to_string(), readings: readings.len(), noted };
        self.doubt.get_or_insert(doubt);
        readings[self.pick.min(readings.len() - 1)]
    }

    /// Does a scale or a percent sign follow, so that a point before it is a decimal point?
    fn is_scaled(&self, cursor: &Cursor) -> bool {
        let mut trial = *cursor;
        self.scale_words(Decimal::ONE, &mut trial).is_some_and(|(_, scale)| scale.is_some())
            || kind(&mut trial).is_some()
    }

    /// Takes `million`, or `hundred thousand`, and multiplies; `None` if there are too many digits.
    fn scale_words(
        &self,
        number: Decimal,
        cursor: &mut Cursor,
    ) -> Option<(Decimal, Option<Decimal>)> {
        let (mut number, mut total) = (number, None);
        while let Some(Token::Word(word)) = cursor.peek() {
            let of_money = || money_scale(word).filter(|_| self.in_money);
            let factor = scale(word).filter(|_| !self.of.is_counted_in(word)).or_else(of_money);
            let Some(factor) = factor else { break };
            if total.is_some_and(|total| total >= factor) {
                break;
            }
            cursor.skip(1);
            number = times(number, factor)?;
            total = Some(times(total.unwrap_or(Decimal::ONE), factor)?);
        }
        Some((number, total))
    }

    /// `half a million`, `three quarters of a million`, or the fraction of a whole that is not named.
    fn fraction_of(
        &self,
        (top, bottom): (u32, u32),
        whole: bool,
        cursor: &mut Cursor,
    ) -> Result<Amount, Refusal> {
        let fraction = Amount::part_of_a_whole(top, bottom);
        let mut trial = *cursor;
        trial.take("of");
        trial.take_any(&["a", "one", "1"]);
        let percent = ["per cent", "percent", "%"].iter().any(|sign| trial.take_any(&[sign]));
        if percent && let Some(number) = add(Decimal::ZERO, Decimal::ONE, top, bottom) {
            *cursor = trial;
            return Ok(Amount {
                number,
                kind: AmountKind::Percent,
                precision: Precision::Digits,
                ..fraction
            });
        }
        let dozen = trial.take("dozen").then_some((Decimal::from(12), Some(Decimal::from(12))));
        match dozen.or_else(|| self.scale_words(Decimal::ONE, &mut trial)) {
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
            _ => Ok(compared(fraction, top, bottom, cursor).unwrap_or(fraction)),
        }
    }

    /// A number in words, with `point five`, `and a half` or a scale after it.
    fn in_words(&self, cursor: &mut Cursor) -> Option<Amount> {
        let words = cursor.words();
        let plain = |number, precision, scale| Amount {
            number,
            kind: AmountKind::Plain,
            precision,
            scale,
            money: None,
            signed: false,
        };
        let none = match words[..] {
            ["none" | "nil" | "nought", ..] => true,
            ["unchanged", ..] => self.of.nature == Nature::Change,
            ["no", "change", ..] if self.of.nature == Nature::Growth => false,
            ["no", word, ..] => {
                const COMPARED: [&str; 8] =
                    ["more", "less", "fewer", "higher", "lower", "greater", "larger", "smaller"];
                !COMPARED.contains(&word)
            }
            _ => false,
        };
        if none {
            cursor.skip(1);
            if words[0] == "nought" && cursor.take("point") {
                return Some(plain(point(Decimal::ZERO, cursor)?, Precision::Digits, None));
            }
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
        let mixed = more_than_whole(cursor);
        if let Some((top, bottom)) = mixed {
            match add(number, unit, top, bottom) {
                Some(sum) => number = sum,
                None => return mixed_percent(number, (top, bottom), cursor).ok(),
            }
        }
        let (number, more) = self.scale_words(number, cursor)?;
        let scale = more.or(found.scale.map(Decimal::from));
        // As a scale does, the hundred of `three to four hundred` belongs to both.
        let hundred = words.get(1) == Some(&"hundred") && more.is_none();
        let scale = match (hundred, scale) {
            (true, Some(scale)) if found.used == 3 => times(scale, Decimal::ONE_HUNDRED),
            _ => scale,
        };
        let hundred = hundred && found.used == 2;
        let precision = match (scale, mixed) {
            (Some(_), Some(_)) => Precision::Loose,
            (Some(_), None) => Precision::Scaled,
            (None, _) => Precision::Digits,
        };
        Some(plain(number, precision, scale.or(hundred.then_some(Decimal::ONE_HUNDRED))))
    }
}

/// `33⅓%` is a third of a whole; a third of one has no last digit.
fn mixed_percent(
    number: Decimal,
    (top, bottom): (u32, u32),
    cursor: &mut Cursor,
) -> Result<Amount, Refusal> {
    let thirds = u32::try_from(number).ok().and_then(|whole| whole.checked_mul(bottom));
    let parts = thirds.and_then(|whole| whole.checked_add(top)).zip(bottom.checked_mul(100));
    match (parts.filter(|_| number.is_integer()), kind(cursor)) {
        (Some((top, bottom)), Some(AmountKind::Percent)) => {
            let common = common_divisor(top, bottom);
            Ok(Amount::part_of_a_whole(top / common, bottom / common))
        }
        _ => Err(Refusal::new(
            format!("{top}/{bottom} has no last digit"),
            "write decimals in its place, and about before the number",
        )),
    }
}

fn common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 { one.max(1) } else { common_divisor(other, one % other) }
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

/// Per cent, `fold` or `times` after a number.
fn kind(cursor: &mut Cursor) -> Option<AmountKind> {
    const POINTS: [&str; 8] = [
        "percentage points",
        "percentage point",
        "per cent points",
        "% points",
        "% pts",
        "pp",
        "ppt",
        "ppts",
    ];
    if cursor.take_any(&POINTS) {
        return Some(AmountKind::Points);
    }
    if cursor.take_any(&["%", "per cent", "percent", "pc", "p c", "pct"]) {
        return Some(AmountKind::Percent);
    }
    if cursor.take("fold") {
        return Some(AmountKind::Times { loose: false });
    }
    if cursor.take_any(&["times", "x", "×"]) {
        let as_much = ["as many", "as much", "as high", "as large", "as great", "as big"];
        let the = ["the number", "the level", "the figure", "the total", "the size", "the amount"];
        let compared = cursor.take_any(&as_much) || cursor.take_any(&the);
        return Some(AmountKind::Times { loose: !compared });
    }
    None
}

/// `half as many` is half of what was before; `half as many again` half more than that.
fn compared(fraction: Amount, top: u32, bottom: u32, cursor: &mut Cursor) -> Option<Amount> {
    let mut trial = *cursor;
    trial.take_any(&["as many", "as much", "as high"]).then_some(())?;
    let top = if trial.take("again") { top.checked_add(bottom)? } else { top };
    let number = Decimal::from(top).checked_div(Decimal::from(bottom))?.normalize();
    // A third as many is a fall of two thirds, which has no last digit.
    if number.scale() > 4 {
        return None;
    }
    *cursor = trial;
    Some(Amount { number, kind: AmountKind::Times { loose: false }, ..fraction })
}

/// `doubled`, `twice`, `halved`.
fn multiplied(word: &str, cursor: &mut Cursor) -> Option<Amount> {
    let half = Decimal::new(5, 1);
    if word == "cut" && cursor.take_any(&["cut in half", "cut in two"]) {
        let kind = AmountKind::Times { loose: false };
        let precision = Precision::Digits;
        return Some(Amount {
            number: half,
            kind,
            precision,
            scale: None,
            money: None,
            signed: false,
        });
    }
    let number = match word {
        "halved" | "halving" => half,
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
    (unit < Decimal::ONE).then(|| number.normalize())
}
