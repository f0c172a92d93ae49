//! What a number and the phrases around it mean for a series: its quantity, or several that it may
//! be, or why it can be none.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Refusal;
use super::amount::{Amount, AmountKind, Precision};
use super::measure::{Measure, looks_rounded, written};
use super::phrases::{Direction, PhraseSense};
use crate::figure::{Interval, Nature, Quantity, Side, Tie, Way};
use crate::locale::EN_GB;

/// Everything a text may mean.
pub struct Meaning {
    /// One at least.
    pub values: Vec<Quantity>,
    pub note: Option<String>,
    /// Why there are several.
    pub doubt: Ambiguity,
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
}

/// What was said about the number.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said {
    side: Option<Side>,
    exactly: bool,
    estimate: bool,
    average: bool,
    level: bool,
    direction: Option<Direction>,
}

impl Said {
    pub fn add(&mut self, phrase: PhraseSense) -> Result<(), Refusal> {
        match phrase {
            PhraseSense::Qualifies(new) => self.side = Some(self.stronger(new)?),
            PhraseSense::Exactly => self.exactly = true,
            PhraseSense::Estimate => self.estimate = true,
            PhraseSense::Average => self.average = true,
            PhraseSense::Level => self.level = true,
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

    /// `rose from 10% to 12%` tells of two levels, and no change.
    pub fn starts_at_a_level(&self) -> Result<(), Refusal> {
        match self.direction {
            None => Ok(()),
            Some(_) => Err(Refusal::new(
                "what stands after `from` is the level before, and no change",
                "write by how much it changed, as in `rose by 20%`, or the level at the end alone",
            )),
        }
    }

    /// `at least about 300`: the bound is what counts.
    fn stronger(&self, new: Side) -> Result<Side, Refusal> {
        match self.side {
            None | Some(Side::About) => Ok(new),
            Some(old) if old == new || new == Side::About => Ok(old),
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
}

impl Sense<'_> {
    pub fn single(&self, amount: Amount) -> Result<Meaning, Refusal> {
        let loose = matches!(amount.kind, AmountKind::Times { loose: true });
        let unclear = loose && self.said.direction.is_some();
        self.has_direction(&amount)?;
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
        Ok(Meaning { values, note: self.note(&amount), doubt })
    }

    /// A part of a whole says of a change how far it went, and not which way.
    fn has_direction(&self, amount: &Amount) -> Result<(), Refusal> {
        let part = matches!(amount.kind, AmountKind::Fraction(..));
        if part && self.said.direction.is_none() && self.of.nature.tie() == Tie::Step {
            return Err(Refusal::new(
                "it does not say whether it rose or fell",
                "write the direction too, as in `rose by a third` or `fell by half`",
            ));
        }
        Ok(())
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
        let scaled = amount.precision == Precision::Scaled;
        match amount.precision {
            Precision::Loose => vec![About],
            Precision::Unsure => vec![Exact, About],
            _ if matches!(amount.kind, AmountKind::Times { .. }) => vec![Exact],
            _ if looks_rounded(amount.number, scaled) => vec![Exact, About],
            _ => vec![Exact],
        }
    }

    /// The quantity, with a fall turned into a negative change: a fall of at least 10% is a
    /// change of at most -10%.
    fn turned(&self, side: Side, number: Decimal) -> Quantity {
        if self.said.direction != Some(Direction::Down) || number.is_zero() {
            return side.of(number);
        }
        side.flipped().of(-number)
    }

    pub fn range(&self, low: Amount, high: Amount) -> Result<Meaning, Refusal> {
        if self.said.side.is_some_and(|side| side != Side::About) {
            return Err(Refusal::new(
                "a range has both ends already",
                "write `between 550,000 and 850,000`, or one number with `at least` or `at most`",
            ));
        }
        self.has_direction(&high)?;
        let low = share_scale(low, &high);
        let thousands = shared_thousands(&low, &high);
        let (low, high) = (
            self.number(&low, RoundingStrategy::ToNegativeInfinity, true)?,
            self.number(&high, RoundingStrategy::ToPositiveInfinity, true)?,
        );
        if low >= high {
            return Err(Refusal::new(
                format!(
                    "{} to {} is no range: the first number is not the smaller one",
                    written(low, self.of),
                    written(high, self.of)
                ),
                "write the smaller number first, or a single number",
            ));
        }
        let between = |low: Decimal| match self.said.direction {
            Some(Direction::Down) => Quantity::Range { low: -high, high: -low },
            _ => Quantity::Range { low, high },
        };
        let values: Vec<Quantity> = thousands.into_iter().chain([low]).map(between).collect();
        self.allowed(&values)?;
        let vague = self.said.side == Some(Side::About) || self.said.estimate;
        let note = vague.then(|| "a range is kept with its ends as they are stated".to_string());
        let doubt = thousands.map_or(Ambiguity::Rounded, |_| Ambiguity::Thousands(low));
        Ok(Meaning { values, note, doubt })
    }

    pub fn with_interval(
        &self,
        amount: Amount,
        low: Amount,
        bound: Bound,
    ) -> Result<Meaning, Refusal> {
        let nearest = RoundingStrategy::MidpointAwayFromZero;
        let value = self.number(&amount, nearest, true)?;
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
                "write the value first and its interval in brackets: `600 (500 to 700)`",
            ));
        }
        let said = self.said;
        if said.side.is_some_and(|side| side != Side::About)
            || said.direction == Some(Direction::Down)
        {
            return Err(Refusal::new(
                "a value with an interval takes no other qualifier",
                "write it as `600 (500 to 700)`",
            ));
        }
        let about = said.side == Some(Side::About);
        let values = vec![Quantity::Interval(Box::new(Interval { value, low, high, about }))];
        self.allowed(&values)?;
        Ok(Meaning { values, note: None, doubt: Ambiguity::Rounded })
    }

    /// The number in the unit of the series. `counted_in`: a rise of seven times is seven times
    /// as much, not eight times.
    fn number(
        &self,
        amount: &Amount,
        rounding: RoundingStrategy,
        counted_in: bool,
    ) -> Result<Decimal, Refusal> {
        self.fits(amount)?;
        let too_large =
            || Refusal::new("the number has more than 28 digits", "write a smaller one");
        match amount.kind {
            AmountKind::Plain | AmountKind::Percent => Ok(amount.number),
            AmountKind::Fraction(top, bottom) => {
                let hundredfold = Decimal::from(top).checked_mul(Decimal::ONE_HUNDRED);
                let percent = hundredfold.and_then(|top| top.checked_div(Decimal::from(bottom)));
                let percent = percent.ok_or_else(too_large)?;
                let places = if percent.scale() <= 2 { 2 } else { 1 };
                Ok(percent.round_dp_with_strategy(places, rounding).normalize())
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
        if let Some(currency) = amount.money.filter(|currency| !of.is_in(*currency)) {
            return no(
                &format!("`{currency}` is money"),
                "take the series whose unit is that currency",
            );
        }
        if amount.scale.is_some() && of.has_scale() {
            return no(
                "the number has its own scale",
                "write the number in the unit of the series",
            );
        }
        match amount.kind {
            AmountKind::Percent if !of.is_percent() => {
                no("it is a percentage", "write the count, or take a series of shares or changes")
            }
            AmountKind::Fraction(..) if !of.is_percent() => no(
                "it is a part of a whole",
                "write the count, or take a series of shares or changes",
            ),
            AmountKind::Times { .. } if !change => {
                no("it says how many times as much", "write the count, or take a series of changes")
            }
            AmountKind::Times { .. }
                if self.said.direction == Some(Direction::Down)
                    || amount.number.is_sign_negative() =>
            {
                Err(Refusal::new(
                    "a fall by so many times has no agreed meaning",
                    "write the percentage, as in `fell by 80%`",
                ))
            }
            _ if amount.signed
                && !of.nature.may_be_negative()
                && !amount.number.is_sign_negative() =>
            {
                no("a number with a plus before it is a change", "write the level, without a sign")
            }
            _ if self.said.direction.is_some() && !change => no(
                "it says by how much something changed",
                "write the level, or take a series of changes",
            ),
            _ if self.said.level && of.nature.tie() == Tie::Step => Err(Refusal::new(
                "it is a level, and the series counts changes",
                "write by how much it changed, as in `rose by 27%`",
            )),
            AmountKind::Plain | AmountKind::Percent
                if self.said.direction.is_some() && amount.number.is_sign_negative() =>
            {
                Err(Refusal::new("it has a direction and a sign", "write one of the two"))
            }
            _ => Ok(()),
        }
    }

    fn allowed(&self, values: &[Quantity]) -> Result<(), Refusal> {
        let negative = |number: &Decimal| number.is_sign_negative() && !number.is_zero();
        if self.of.nature.may_be_negative()
            || !values.iter().any(|v| v.numbers().iter().any(negative))
        {
            return Ok(());
        }
        let natures = Nature::ALL.into_iter().filter(|nature| nature.may_be_negative());
        let below_zero = EN_GB.choice(&natures.map(Nature::word).collect::<Vec<_>>());
        Err(Refusal::new(
            format!("it is negative, and a {} cannot be", self.of.nature.word()),
            format!("take a series of a nature that may be below zero: {below_zero}"),
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

/// The other part of an interval around a value.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    High(Amount),
    /// What stands beside it is no low end but the distance to both.
    Margin,
}

/// A bound must not claim more than the fraction does.
fn rounding(side: Side) -> RoundingStrategy {
    match side.open() {
        Some(Way::Up) => RoundingStrategy::ToNegativeInfinity,
        Some(Way::Down) => RoundingStrategy::ToPositiveInfinity,
        None => RoundingStrategy::MidpointAwayFromZero,
    }
}

/// `5 to 7 million`, `40 to 50%`: what stands after the second number belongs to both; but not
/// in `500,000 to 1 million`.
fn share_scale(low: Amount, high: &Amount) -> Amount {
    let mut low = low;
    if low.kind == AmountKind::Plain
        && matches!(high.kind, AmountKind::Percent | AmountKind::Times { .. })
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
    let bare = |amount: &Amount| amount.scale.is_none() && amount.kind == AmountKind::Plain;
    let told = low.precision == Precision::Told;
    in_thousands(low.number, high.number).filter(|_| bare(low) && bare(high) && !told)
}

/// The low end in thousands, where those of the high end may be meant for both: `10-20,000`, and not
/// `50 to 1,000`.
pub fn in_thousands(low: Decimal, high: Decimal) -> Option<Decimal> {
    let thousand = Decimal::ONE_THOUSAND;
    let short = low.is_integer() && low >= Decimal::ONE && low < thousand;
    let round = high >= thousand && (high % thousand).is_zero();
    low.checked_mul(thousand).filter(|shared| short && round && *shared < high)
}

/// An estimate is about if its number is round: few figures, or noughts at the end.
fn is_round(number: Decimal) -> bool {
    let digits = number.abs().normalize().mantissa().to_string();
    digits.len() <= 2 || digits.ends_with('0')
}
