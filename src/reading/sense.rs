//! What a number and the phrases around it mean for a series: its quantity, or several that it may
//! be, or why it can be none.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Refusal;
use super::amount::{Amount, AmountKind, Precision};
use super::measure::{Measure, looks_rounded};
use super::numeral::times;
use super::phrases::{Direction, PhraseSense};
use super::quantity_words::quantity_in_words;
use crate::figure::{Nature, Quantity, Side, Tie, UnitForm, Way};
use crate::locale::EN_GB;

/// Everything a text may mean.
pub struct Meaning {
    /// One at least.
    pub values: Vec<Quantity>,
    pub note: Option<String>,
    /// Why there are several.
    pub doubt: Ambiguity,
    /// The number may be in another measure than that of the series; see [`Sense::other`].
    pub other: bool,
}

/// What nobody but the person can say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ambiguity {
    /// Whether a round number is precise.
    Rounded,
    /// Whether so many times counts the first time in.
    Times,
    /// Whether thousands that are written once belong to the low end too: `10-20,000`.
    Thousands(Decimal),
    /// Whether what lies between two strict bounds is counted in whole numbers.
    Between,
    /// Whether what stands after `to` is where it went, or the other end: `rose 5% to 12%`.
    Arrival,
    /// Whether a hyphen before the second number is its sign: `-5-10%`.
    Hyphen,
}

/// What was said about the number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    pub side: Option<Side>,
    pub exactly: bool,
    estimate: bool,
    average: bool,
    level: bool,
    moved: bool,
    pub direction: Option<Direction>,
}

impl Said {
    pub fn add(&mut self, phrase: PhraseSense) -> Result<(), Refusal> {
        match phrase {
            PhraseSense::Qualifies(new) => self.side = Some(self.stronger(new)?),
            PhraseSense::Exactly => self.exactly = true,
            PhraseSense::Estimate => self.estimate = true,
            PhraseSense::Average => self.average = true,
            PhraseSense::Level => self.level = true,
            PhraseSense::Movement => self.moved = true,
            PhraseSense::Change(direction) if self.direction.is_none_or(|old| old == direction) => {
                self.direction = Some(direction);
            }
            PhraseSense::Change(_) => {
                return Err(Refusal::new("it goes up and down at once", "write one of the two"));
            }
            PhraseSense::Nothing => {}
        }
        Ok(())
    }

    pub fn without_side(self) -> Said {
        Said { side: None, ..self }
    }

    pub fn is_estimate(&self) -> bool {
        self.estimate
    }

    /// `at least about 300`: the bound is what counts.
    fn stronger(&self, new: Side) -> Result<Side, Refusal> {
        match self.side {
            None | Some(Side::About) => Ok(new),
            Some(old) if old == new || new == Side::About => Ok(old),
            // `over 10,000 or more`: the first word is nearest to the number.
            Some(old) if old.open().is_some() && old.open() == new.open() => Ok(old),
            Some(_) => Err(Refusal::new(
                "it is at least and at most at once",
                "write one of the two, or a range as in `between 300 and 400`",
            )),
        }
    }
}

pub struct Sense<'s> {
    pub said: Said,
    pub of: &'s Measure<'s>,
    /// The unit or its currency stands beside the number, its scale perhaps not.
    pub unit_told: bool,
    /// Take the number in the other measure that it may be in: of a series in £ million in £, of a
    /// share as a part of 1.
    pub other: bool,
}

impl Sense<'_> {
    pub fn single(&self, amount: Amount) -> Result<Meaning, Refusal> {
        let loose = matches!(amount.kind, AmountKind::Times { loose: true });
        let unclear = loose && self.said.direction.is_some();
        self.has_direction(&amount)?;
        if let Some(refusal) = self.average_of_counts(&amount) {
            return Err(refusal);
        }
        let mut values = Vec::new();
        for counted_in in if unclear { &[true, false][..] } else { &[true] } {
            for side in self.sides(&amount) {
                let number = self.number(&amount, rounding(side), *counted_in)?;
                let fewer =
                    matches!(amount.kind, AmountKind::Times { .. }) && number < Decimal::ZERO;
                // More than halved is a fall of more than a half.
                values.push(if fewer {
                    side.flipped().of(number)
                } else {
                    self.turned(side, number)
                });
            }
        }
        self.allowed(&values)?;
        let doubt = if unclear { Ambiguity::Times } else { Ambiguity::Rounded };
        Ok(Meaning { values, note: self.note(&amount), doubt, other: self.is_doubtful(&[amount]) })
    }

    /// May the numbers be in another measure than that of the series?
    pub fn is_doubtful(&self, amounts: &[Amount]) -> bool {
        if amounts.iter().any(|amount| amount.kind != AmountKind::Plain || amount.scale.is_some()) {
            return false;
        }
        let part = |amount: &Amount| !amount.number.is_zero() && amount.number.abs() < Decimal::ONE;
        match self.of.nature {
            Nature::Share => amounts.iter().all(part),
            _ => {
                let money = amounts.iter().any(|amount| amount.money.is_some());
                self.of.multiplier().is_some() && (money || self.unit_told)
            }
        }
    }

    /// A part of a whole says of a change how far it went, and not which way.
    pub fn has_direction(&self, amount: &Amount) -> Result<(), Refusal> {
        let part = matches!(amount.kind, AmountKind::Fraction(..));
        if part
            && !amount.signed
            && self.of.is_percent()
            && !self.said.level
            && self.said.direction.is_none()
            && self.of.nature.tells_changes()
        {
            return Err(Refusal::new(
                "it does not say whether it rose or fell",
                "write the direction too, as in `rose by a third` or `fell by half`",
            ));
        }
        Ok(())
    }

    /// An average of counts is none of them.
    fn average_of_counts(&self, amount: &Amount) -> Option<Refusal> {
        if !self.said.average || !self.of.counts() || self.of.nature.tie() == Tie::Average {
            return None;
        }
        let number = self.number(amount, RoundingStrategy::MidpointAwayFromZero, true).ok()?;
        let about = quantity_in_words(&Side::About.of(number), self.of);
        Some(Refusal::new(
            "an average tells of several periods or places, and the series counts those of one",
            format!(
                "write `{about}` if that is near the number of this one; an average per week, month or \
                 year is for a series that is a rate"
            ),
        ))
    }

    /// The side that was said, or else those that the look of the number allows.
    fn sides(&self, amount: &Amount) -> Vec<Side> {
        use Side::{About, Exact};
        let Said { side, exactly, estimate, average, .. } = self.said;
        if let Some(side) = side {
            return vec![side];
        }
        if exactly {
            return vec![Exact];
        }
        if average && self.of.nature.tie() == Tie::Average || estimate && is_round(amount.number) {
            return vec![About];
        }
        // `£2,312 million` has every digit of a series in £ million.
        let in_unit = amount.scale.is_some() && amount.scale == self.of.multiplier();
        let scaled = amount.precision == Precision::Scaled && !in_unit;
        let shown = match (in_unit, amount.scale) {
            (true, Some(scale)) => amount.number.checked_div(scale).unwrap_or(amount.number),
            _ => amount.number,
        };
        match amount.precision {
            Precision::Loose => vec![About],
            Precision::Unsure => vec![Exact, About],
            // Nobody counts to the last digit who says doubled.
            _ if matches!(amount.kind, AmountKind::Times { .. }) => vec![About],
            _ if looks_rounded(shown, scaled) => vec![Exact, About],
            _ => vec![Exact],
        }
    }

    /// The quantity, with a fall turned into a negative change: a fall of at least 10% is a
    /// change of at most -10%, and a rise of less than 10% is no fall.
    fn turned(&self, side: Side, number: Decimal) -> Quantity {
        if self.said.direction.is_some() && side.open() == Some(Way::Down) && number > Decimal::ZERO
        {
            return match self.said.direction {
                Some(Direction::Down) => Quantity::Range { low: -number, high: Decimal::ZERO },
                _ => Quantity::Range { low: Decimal::ZERO, high: number },
            };
        }
        if self.said.direction != Some(Direction::Down) || number.is_zero() {
            return side.of(number);
        }
        side.flipped().of(-number)
    }

    /// The number in the unit of the series. `counted_in`: a rise of seven times is seven times
    /// as much, not eight times.
    pub fn number(
        &self,
        amount: &Amount,
        rounding: RoundingStrategy,
        counted_in: bool,
    ) -> Result<Decimal, Refusal> {
        self.fits(amount)?;
        let too_large =
            || Refusal::new("the number has more than 28 digits", "write a smaller one");
        match amount.kind {
            AmountKind::Plain if self.other && self.of.nature == Nature::Share => {
                times(amount.number, Decimal::ONE_HUNDRED).ok_or_else(too_large)
            }
            AmountKind::Plain => match self.of.multiplier() {
                Some(unit) if self.other || amount.scale.is_some() => {
                    amount.number.checked_div(unit).map(|n| n.normalize()).ok_or_else(too_large)
                }
                _ => Ok(amount.number),
            },
            AmountKind::Percent | AmountKind::Points => Ok(amount.number),
            AmountKind::Fraction(top, bottom) => {
                let hundredfold = Decimal::from(top).checked_mul(Decimal::ONE_HUNDRED);
                let percent = hundredfold.and_then(|top| top.checked_div(Decimal::from(bottom)));
                let mut percent = percent.ok_or_else(too_large)?;
                percent.set_sign_negative(amount.number.is_sign_negative());
                let rounded = match percent.scale() <= 2 {
                    true => Some(percent),
                    false => percent.round_sf_with_strategy(3, rounding),
                };
                Ok(rounded.unwrap_or(percent).normalize())
            }
            AmountKind::Times { .. } => {
                let more = if counted_in {
                    amount.number.checked_sub(Decimal::ONE)
                } else {
                    Some(amount.number)
                };
                let percent = more.and_then(|more| more.checked_mul(Decimal::ONE_HUNDRED));
                percent.map(|percent| percent.normalize()).ok_or_else(too_large)
            }
        }
    }

    /// Is this the sort of number that the series counts?
    fn fits(&self, amount: &Amount) -> Result<(), Refusal> {
        let of = self.of;
        let counted = format!(
            "the series counts {}",
            if of.unit.is_empty() { "no such thing" } else { of.unit }
        );
        let no = |what: &str, hint: &str| Err(Refusal::new(format!("{what}, and {counted}"), hint));
        let change = of.nature.tells_changes();
        let negative = amount.number.is_sign_negative();
        let moved = self.said.direction.is_some() || self.said.moved;
        if let Some(money) = amount.money.filter(|money| !of.is_in(money.currency)) {
            return no(
                &format!("`{}` is money", money.sign),
                "take the series whose unit is that currency",
            );
        }
        if amount.scale.is_some()
            && amount.kind == AmountKind::Plain
            && (of.is_percent() || of.is_points())
        {
            return no("it is a count", "write the percentage, or take a series of counts");
        }
        match amount.kind {
            AmountKind::Percent if of.is_points() => no(
                "it is a percentage",
                "write it as in `2 percentage points`, or take a series of percentages",
            ),
            AmountKind::Percent if !of.is_percent() && !UnitForm::of(of.unit).is_percent() => {
                no("it is a percentage", "write the count, or take a series of shares or changes")
            }
            AmountKind::Points if !of.is_points() => no(
                "percentage points are the difference of two percentages",
                "write the percentage itself, or take a series whose unit is percentage points",
            ),
            AmountKind::Fraction(..) if of.nature.is_ratio() => {
                no("it is a part of a whole", "write the number in the unit of the series")
            }
            AmountKind::Fraction(..) if !of.is_percent() => no(
                "it is a part of a whole",
                "write the count, or take a series of shares or changes",
            ),
            AmountKind::Times { .. } if !change || of.is_points() => {
                no("it says how many times as much", "write the count, or take a series of changes")
            }
            AmountKind::Times { .. }
                if self.said.direction == Some(Direction::Down) || negative =>
            {
                Err(Refusal::new(
                    "a fall by so many times has no agreed meaning",
                    "write the percentage, as in `fell by 80%`",
                ))
            }
            _ if amount.signed && !of.may_be_negative() && !negative => {
                no("a number with a plus before it is a change", "write the level, without a sign")
            }
            _ if moved && !change => no(
                "it says by how much something changed",
                "write the level, or take a series of changes",
            ),
            AmountKind::Plain
                if self.said.direction.is_some()
                    && !negative
                    && (of.is_percent() || of.is_points())
                    && !amount.number.is_zero() =>
            {
                Err(self.not_said_in_percent(amount))
            }
            _ if self.said.level && of.nature.tie() == Tie::Step => Err(Refusal::new(
                "it is a level, and the series counts changes",
                match of.is_points() {
                    true => "write by how much it changed, as in `rose by 2 percentage points`",
                    false => "write by how much it changed, as in `rose by 27%`",
                },
            )),
            AmountKind::Plain
            | AmountKind::Percent
            | AmountKind::Points
            | AmountKind::Fraction(..)
                if self.said.direction.is_some() && negative =>
            {
                Err(Refusal::new("it has a direction and a sign", "write one of the two"))
            }
            _ => Ok(()),
        }
    }

    /// `rose by 300` of a series of percentages may have counted anything.
    fn not_said_in_percent(&self, amount: &Amount) -> Refusal {
        let (of, number) = (self.of, EN_GB.full(amount.number));
        let (word, verb) = match (of.is_points(), self.said.direction) {
            (true, Some(Direction::Down)) => (" percentage points", "fell"),
            (true, _) => (" percentage points", "rose"),
            (false, Some(Direction::Down)) => ("%", "fell"),
            (false, _) => ("%", "rose"),
        };
        Refusal::new(
            "it does not say of what the number is",
            format!("write `{verb} by {number}{word}` if that is meant"),
        )
    }

    pub fn allowed(&self, values: &[Quantity]) -> Result<(), Refusal> {
        let negative = |number: &Decimal| number.is_sign_negative() && !number.is_zero();
        if self.of.may_be_negative() || !values.iter().any(|v| v.numbers().iter().any(negative)) {
            return Ok(());
        }
        let natures = match self.of.nature.tie() {
            Tie::Date => {
                "ratio for a level that may be, such as a balance at a date, or net for a count \
                 or amount over the period"
            }
            _ if self.of.nature.is_percent() => {
                "growth for a rate of change on a base, or change from one date to another"
            }
            _ => "net for a count or amount over the period, or ratio for an index or a mean",
        };
        Err(Refusal::new(
            format!("it is below zero, and a {} cannot be", self.of.nature.word()),
            format!("take a series of a nature that may be, or give it that: {natures}"),
        ))
    }

    fn note(&self, amount: &Amount) -> Option<String> {
        match amount.kind {
            AmountKind::Times { .. } if amount.number < Decimal::ONE => {
                Some("halved is a fall of 50%".into())
            }
            AmountKind::Times { .. } => {
                let rise = self.number(amount, RoundingStrategy::ToZero, true).ok()?;
                Some(format!("{} times as much is a rise of {rise}%", amount.number))
            }
            AmountKind::Fraction(top, bottom) => Some(format!("{top}/{bottom}, in percent")),
            _ => None,
        }
    }
}

/// A bound must not claim more than the fraction does.
fn rounding(side: Side) -> RoundingStrategy {
    match side.open() {
        Some(Way::Up) => RoundingStrategy::ToNegativeInfinity,
        Some(Way::Down) => RoundingStrategy::ToPositiveInfinity,
        None => RoundingStrategy::MidpointAwayFromZero,
    }
}

/// An estimate is about if its number is round: few figures, or noughts at the end.
fn is_round(number: Decimal) -> bool {
    let digits = number.abs().normalize().mantissa().to_string();
    digits.len() <= 2 || digits.ends_with('0')
}
