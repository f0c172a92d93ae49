//! Two numbers: a range, its ends as they were written, and a value with an interval.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Refusal;
use super::amount::{Amount, AmountKind, Precision};
use super::measure::written;
use super::phrases::Direction;
use super::quantity_words::{in_thousands, quantity_in_words};
use super::sense::{Ambiguity, Meaning, Sense};
use crate::figure::{Interval, Quantity, Side, Tie};

/// The two ends of a range, and how they were joined.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    pub low: Amount,
    pub high: Amount,
    pub joint: Joint,
    /// One of them has a word of its own: `between 900 and nearly 1,000`.
    pub vague: bool,
}

/// What stands between the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// `between 5 and 7`, `at least 5 but fewer than 7`: nothing else can be meant.
    Said,
    /// `5 to 7`.
    To,
    /// `5-7`.
    Dash,
}

impl Sense<'_> {
    pub fn range(&self, ends: Ends) -> Result<Meaning, Refusal> {
        let Ends { low, high, joint, .. } = ends;
        if ends.vague || self.said.side.is_some() {
            let plain = Sense { said: self.said.without_side(), ..*self };
            let plain = plain.range(Ends { vague: false, ..ends })?;
            return Err(self.vague_range(&plain));
        }
        self.has_direction(&high)?;
        let low = share_scale(low, &high);
        let changed = self.said.direction.is_some() || matches!(low.kind, AmountKind::Times { .. });
        if changed && joint == Joint::To && one_kind(&low, &high).is_err() {
            return Err(self.change_and_level(&high));
        }
        one_kind(&low, &high)?;
        let thousands = shared_thousands(&low, &high).filter(|_| self.of.multiplier().is_none());
        let numbers = |counted_in: bool| -> Result<(Decimal, Decimal), Refusal> {
            Ok((
                self.number(&low, RoundingStrategy::ToNegativeInfinity, counted_in)?,
                self.number(&high, RoundingStrategy::ToPositiveInfinity, counted_in)?,
            ))
        };
        let loose = [low.kind, high.kind].contains(&AmountKind::Times { loose: true });
        let not_counted_in = match loose && self.said.direction.is_some() {
            true => Some(numbers(false)?),
            false => None,
        };
        let numbers = numbers(true)?;
        // `-5% to -10%`
        let by_size = numbers.0.is_sign_negative() && numbers.1 < numbers.0;
        let (from, to) = if by_size { (numbers.1, numbers.0) } else { numbers };
        if from >= to {
            return Err(Refusal::new(
                format!(
                    "{} to {} is no range: the first number is not the smaller one",
                    written(from, self.of),
                    written(to, self.of)
                ),
                "write the smaller number first, or a single number",
            ));
        }
        let down = self.said.direction == Some(Direction::Down);
        let between = |low: Decimal| match down {
            true => Quantity::Range { low: -to, high: -low },
            false => Quantity::Range { low, high: to },
        };
        let mut values: Vec<Quantity> = thousands.into_iter().chain([from]).map(between).collect();
        let mut doubt = thousands.map_or(Ambiguity::Rounded, |_| Ambiguity::Thousands(from));
        if let Some((low, high)) = not_counted_in {
            values.push(Quantity::Range { low, high });
            doubt = Ambiguity::Times;
        }
        let hyphen = joint == Joint::Dash && from.is_sign_negative() && !high.signed;
        if hyphen && -to != from {
            values.push(Quantity::Range { low: from.min(-to), high: from.max(-to) });
            doubt = Ambiguity::Hyphen;
        }
        let arrives = self.said.direction.is_some() && joint == Joint::To;
        if arrives && ends.low.kind != AmountKind::Plain {
            values.push(Side::Exact.of(if down { -from } else { from }));
            doubt = Ambiguity::Arrival;
        }
        self.allowed(&values)?;
        let note = self.said.is_estimate().then(|| {
            "an estimate that is a range is kept with its ends as they are stated".to_string()
        });
        Ok(Meaning { values, note, doubt, other: self.is_doubtful(&[low, high]) })
    }

    /// Why `doubled to 300` and `rose by 20% to 58,000` are refused: the one number says how much
    /// it changed, and the other what it came to.
    fn change_and_level(&self, level: &Amount) -> Refusal {
        let reason = "it says by how much something changed, and then the level";
        let number = self.number(level, RoundingStrategy::MidpointAwayFromZero, true);
        match number.ok().filter(|_| self.of.nature.tie() != Tie::Step) {
            Some(level) => Refusal::new(reason, format!("write `{}`", written(level, self.of))),
            None => Refusal::new(reason, "write the one of the two that the series counts"),
        }
    }

    /// Why `about 900 to 1,000` is refused, and what can be kept of it.
    fn vague_range(&self, plain: &Meaning) -> Refusal {
        let words = |value: &Quantity| format!("`{}`", quantity_in_words(value, self.of));
        let write: Vec<String> = plain.values.iter().map(words).collect();
        Refusal::new(
            "the ends of a range take no word such as `about` or `over`",
            format!("write {}, and the source's own words into `stated`", write.join(" or ")),
        )
    }

    pub fn with_interval(
        &self,
        amount: Amount,
        low: Amount,
        bound: Bound,
    ) -> Result<Meaning, Refusal> {
        let nearest = RoundingStrategy::MidpointAwayFromZero;
        let value = self.number(&amount, nearest, true)?;
        let other = self.is_doubtful(&match bound {
            Bound::High(high) => vec![amount, low, high],
            Bound::Margin => vec![amount, low],
        });
        let (low, high) = match bound {
            Bound::High(high) => {
                let low = share_scale(low, &high);
                (self.number(&low, nearest, true)?, self.number(&high, nearest, true)?)
            }
            Bound::Margin => {
                let margin = self.number(&low, nearest, true)?;
                let ends = (value.checked_sub(margin), value.checked_add(margin));
                let (Some(low), Some(high)) = ends else {
                    return Err(Refusal::new("the interval is too wide", "write its two ends"));
                };
                (low, high)
            }
        };
        if !(low <= value && value <= high && low < high) {
            return Err(Refusal::new(
                format!(
                    "{} does not lie between {} and {}",
                    written(value, self.of),
                    written(low, self.of),
                    written(high, self.of)
                ),
                "write the value first and its interval in brackets, as in `600 (500 to 700)`",
            ));
        }
        let said = self.said;
        if said.side.is_some_and(|side| side != Side::About)
            || said.direction == Some(Direction::Down)
        {
            return Err(Refusal::new(
                "a value with an interval takes no other qualifier",
                "write it as in `600 (500 to 700)`",
            ));
        }
        let about = said.side == Some(Side::About);
        let values = vec![Quantity::Interval(Box::new(Interval { value, low, high, about }))];
        self.allowed(&values)?;
        Ok(Meaning { values, note: None, doubt: Ambiguity::Rounded, other })
    }
}

/// The other part of an interval around a value.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    High(Amount),
    /// What stands beside it is no low end but the distance to both.
    Margin,
}

/// `5% to 300` is no range.
fn one_kind(low: &Amount, high: &Amount) -> Result<(), Refusal> {
    let kind = |amount: &Amount| match amount.kind {
        AmountKind::Plain => 0,
        AmountKind::Percent | AmountKind::Fraction(..) => 1,
        AmountKind::Points => 2,
        AmountKind::Times { .. } => 3,
    };
    match kind(low) == kind(high) {
        true => Ok(()),
        false => Err(Refusal::new(
            "the two numbers are not of one kind",
            "write both ends alike, or the one number that is meant",
        )),
    }
}

/// `5 to 7 million`, `40 to 50%`: what stands after the second number belongs to both; but not
/// in `500,000 to 1 million`.
pub fn share_scale(low: Amount, high: &Amount) -> Amount {
    let mut low = low;
    if low.kind == AmountKind::Plain
        && matches!(high.kind, AmountKind::Percent | AmountKind::Points | AmountKind::Times { .. })
    {
        low.kind = high.kind;
    }
    if let (None, Some(scale)) = (low.scale, high.scale) {
        let scaled = super::numeral::times(low.number, scale);
        if let Some(number) = scaled.filter(|number| *number < high.number) {
            low = Amount { number, scale: Some(scale), ..low };
        }
    }
    low
}

fn shared_thousands(low: &Amount, high: &Amount) -> Option<Decimal> {
    let plain = |amount: &Amount| amount.kind == AmountKind::Plain;
    let told = low.precision == Precision::Told;
    in_thousands(low.number, high.number)
        .filter(|_| low.scale.is_none() && plain(low) && plain(high) && !told)
}
