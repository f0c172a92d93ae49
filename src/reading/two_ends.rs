//! Two numbers: a range, its ends as they were written, and a value with an interval.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Refusal;
use super::amount::{Amount, AmountKind, Precision};
use super::measure::written;
use super::numeral::times;
use super::phrases::Direction;
use super::quantity_words::{in_thousands, quantity_in_words};
use super::sense::{Ambiguity, Meaning, Sense};
use crate::figure::{Interval, Quantity, Side, Tie, UnitForm, Way};

/// The two ends of a range, and how they were joined.
#[derive(Clone, Copy, Debug)]
pub struct Ends {
    pub low: Amount,
    pub high: Amount,
    pub joint: Joint,
    /// One of them has a word of its own: `between 900 and nearly 1,000`.
    pub vague: bool,
    /// Which of them are left out: both in `more than 10 but fewer than 20`.
    pub without: (bool, bool),
}

/// What stands between the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// `between 5 and 7`, `at least 5 but fewer than 7`: nothing else can be meant.
    Said,
    /// `5 to 7`.
    To,
    /// `5 or 7`.
    Or,
    /// `5-7`.
    Dash,
}

impl Sense<'_> {
    pub fn range(&self, ends: Ends) -> Result<Meaning, Refusal> {
        let Ends { low, high, joint, .. } = ends;
        if ends.vague || self.said.side.is_some() {
            let plain = Sense { said: self.said.without_side(), ..*self };
            let plain = plain.range(Ends { vague: false, ..ends })?;
            return Err(self.vague_range(&ends, &plain));
        }
        self.has_direction(&high)?;
        let typed = low;
        let low = share_scale(low, &high);
        // `between 1 in 15 and 1 in 10`, in whichever order.
        let (low, high) = if is_smaller_part(&high, &low) { (high, low) } else { (low, high) };
        let changed = self.said.direction.is_some() || matches!(low.kind, AmountKind::Times { .. });
        if changed && matches!(joint, Joint::To | Joint::Or) && one_kind(&low, &high).is_err() {
            return Err(self.change_and_level(&high));
        }
        one_kind(&low, &high)?;
        let down_to = RoundingStrategy::ToNegativeInfinity;
        let shared: Result<Vec<Decimal>, Refusal> = shared_lows(&typed, &low, &high)
            .iter()
            .map(|low| self.number(low, down_to, true))
            .collect();
        let shared = shared?;
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
            return Err(self.not_in_order((&low, from), (&high, to), joint));
        }
        let down = self.said.direction == Some(Direction::Down);
        let between = |low: Decimal| match down {
            true => Quantity::Range { low: -to, high: -low },
            false => Quantity::Range { low, high: to },
        };
        let is_short = !shared.is_empty();
        let mut values: Vec<Quantity> = shared.into_iter().chain([from]).map(between).collect();
        let mut doubt =
            if is_short { Ambiguity::Thousands(typed.number) } else { Ambiguity::Rounded };
        if let Some((low, high)) = not_counted_in {
            values.push(Quantity::Range { low, high });
            doubt = Ambiguity::Times;
        }
        let hyphen = joint == Joint::Dash && from.is_sign_negative() && !high.signed;
        if hyphen && -to != from {
            values.push(Quantity::Range { low: from.min(-to), high: from.max(-to) });
            doubt = Ambiguity::Hyphen;
        }
        let arrives = self.said.direction.is_some() && matches!(joint, Joint::To | Joint::Or);
        if arrives && ends.low.kind != AmountKind::Plain {
            values.push(Side::Exact.of(if down { -from } else { from }));
            doubt = Ambiguity::Arrival;
        }
        if ends.without != (false, false) {
            values = self.inside(from, to, ends.without)?;
            doubt = Ambiguity::Between;
        }
        self.allowed(&values)?;
        let note = self.said.is_estimate().then(|| {
            "an estimate that is a range is kept with its ends as they are stated".to_string()
        });
        Ok(Meaning { values, note, doubt, other: self.is_doubtful(&[low, high]) })
    }

    /// Why `15k-20` and `1,200-300` are refused, and what they may be short for.
    fn not_in_order(
        &self,
        (low, from): (&Amount, Decimal),
        (high, to): (&Amount, Decimal),
        joint: Joint,
    ) -> Refusal {
        let of = self.of;
        let reason = format!(
            "{} to {} is no range: the first number is not the smaller one",
            written(from, of),
            written(to, of)
        );
        if from == to {
            return Refusal::new(reason, format!("write `{}`", written(to, of)));
        }
        if of.nature.is_ratio() && to == Decimal::ONE {
            let hint = format!("write `{}` if it is so many for each one", written(from, of));
            return Refusal::new(reason, hint);
        }
        let mut write = Vec::new();
        let plain = self.said.direction.is_none() && !from.is_sign_negative() && joint != Joint::Or;
        let range = |low: Decimal, high: Decimal| {
            format!("`{}`", quantity_in_words(&Quantity::Range { low, high }, of))
        };
        if let Some(longer) = longer(low, high, from, to).filter(|_| plain) {
            write.push(format!("{} if the second is short for that", range(from, longer)));
        }
        let far = to.checked_mul(Decimal::TEN).is_none_or(|tenfold| tenfold < from);
        if plain && !far {
            write.push(format!("{} if the two were swapped", range(to, from)));
        }
        match write.is_empty() {
            true => Refusal::new(reason, "write both ends in full, the smaller number first"),
            false => Refusal::new(reason, format!("write {}", write.join(", or "))),
        }
    }

    /// A range has its ends. Of what is counted whole the next number may be meant: fewer than 900
    /// are at most 899.
    fn inside(
        &self,
        low: Decimal,
        high: Decimal,
        without: (bool, bool),
    ) -> Result<Vec<Quantity>, Refusal> {
        let of = self.of;
        let step = |strict: bool| if strict { Decimal::ONE } else { Decimal::ZERO };
        let (first, last) = (low + step(without.0), high - step(without.1));
        let plain = UnitForm::of(of.unit) == UnitForm::default();
        let whole = of.counts() && plain && !of.is_money() && of.multiplier().is_none();
        if !(whole && low.is_integer() && high.is_integer() && first < last) {
            let (low, high) = (written(low, of), written(high, of));
            let bounds = match without.0 {
                true => format!("`more than {low}`"),
                false => format!("`less than {high}`"),
            };
            return Err(Refusal::new(
                "it leaves out an end, and a range has both",
                format!(
                    "write {bounds}, or `between {low} and {high}` if both ends may be right; the \
                     source's own words go into `stated`"
                ),
            ));
        }
        Ok([(first, last), (low, high)].map(|(low, high)| Quantity::Range { low, high }).to_vec())
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

    /// Why `about 900 to 1,000` is refused, and what can be kept of it. What bounds a range bounds
    /// one end of it.
    fn vague_range(&self, ends: &Ends, plain: &Meaning) -> Refusal {
        let mut write: Vec<String> = Vec::new();
        let side = self.said.side.filter(|_| !ends.vague);
        for value in &plain.values {
            let end = side.and_then(|side| {
                let numbers = value.numbers();
                let end = match side.open()? {
                    Way::Up => numbers.iter().min(),
                    Way::Down => numbers.iter().max(),
                };
                Some(side.of(*end?))
            });
            let words = format!("`{}`", quantity_in_words(end.as_ref().unwrap_or(value), self.of));
            if !write.contains(&words) {
                write.push(words);
            }
        }
        if let Some(refusal) = self.said_twice(ends) {
            return refusal;
        }
        Refusal::new(
            "the ends of a range take no word such as `about` or `over`",
            format!("write {}, and the source's own words into `stated`", write.join(" or ")),
        )
    }

    /// `48.0%, or nearly half` is no range.
    fn said_twice(&self, ends: &Ends) -> Option<Refusal> {
        let number = |amount: &Amount| {
            self.number(amount, RoundingStrategy::MidpointAwayFromZero, true).ok()
        };
        let (low, high) = (number(&ends.low)?, number(&ends.high)?);
        let near = (high - low).abs().checked_mul(Decimal::TEN)? <= high.abs();
        if ends.joint != Joint::Or || !near {
            return None;
        }
        let plain = if ends.vague { low } else { high };
        Some(Refusal::new(
            "it says one number twice, once in other words",
            format!("write `{}`, or the other one", written(plain, self.of)),
        ))
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
    // `two or three in ten`
    if let (AmountKind::Plain, AmountKind::Fraction(top, bottom)) = (low.kind, high.kind)
        && let Some(first) = u32::try_from(low.number).ok().filter(|first| (1..top).contains(first))
        && low.number.is_integer()
    {
        return Amount::part_of_a_whole(first, bottom);
    }
    if low.kind == AmountKind::Plain
        && matches!(high.kind, AmountKind::Percent | AmountKind::Points | AmountKind::Times { .. })
    {
        low.kind = high.kind;
    }
    if let (None, Some(scale)) = (low.scale, high.scale) {
        // Of `ninety to a hundred million` the hundred is the number's own.
        let without_hundred = scale / Decimal::ONE_HUNDRED;
        let scales =
            [Some(scale), Some(without_hundred).filter(|scale| *scale >= Decimal::ONE_THOUSAND)];
        let scaled = |scale: Decimal| {
            let number = times(low.number, scale)?;
            (number < high.number).then_some(Amount { number, scale: Some(scale), ..low })
        };
        low = scales.into_iter().flatten().find_map(scaled).unwrap_or(low);
    }
    low
}

/// What the low end may be, if what scales the high one belongs to it too.
fn shared_lows(typed: &Amount, low: &Amount, high: &Amount) -> Vec<Amount> {
    let plain = |amount: &Amount| amount.kind == AmountKind::Plain;
    if !plain(low) || !plain(high) || low.precision == Precision::Told {
        return Vec::new();
    }
    match (low.scale, high.scale) {
        (None, _) => in_thousands(low.number, high.number)
            .into_iter()
            .map(|number| Amount { number, ..*low })
            .collect(),
        // `10-20,000 million`
        (Some(own), _) if typed.scale.is_none() => {
            let high = high.number.checked_div(own).unwrap_or(high.number);
            let numbers = in_thousands(typed.number, high).into_iter();
            let scaled = numbers.filter_map(|number| times(number, own));
            scaled.map(|number| Amount { number, ..*low }).collect()
        }
        // `two hundred to three hundred thousand`
        (Some(own), Some(scale)) if own < Decimal::ONE_THOUSAND && own < scale => {
            let hundred = Decimal::ONE_HUNDRED;
            let thousands = [scale / hundred, scale].into_iter().find(|s| is_group(*s));
            let number = thousands.and_then(|thousands| times(low.number, thousands));
            let number = number.filter(|number| *number < high.number);
            number.map(|number| Amount { number, scale: Some(scale), ..*low }).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// What a second end that is too small may be short for: the 20 of `15k-20`, the 300 of `1,200-300`.
fn longer(low: &Amount, high: &Amount, from: Decimal, to: Decimal) -> Option<Decimal> {
    let plain = |amount: &Amount| amount.kind == AmountKind::Plain;
    if !plain(low) || !plain(high) || high.scale.is_some() || to.is_sign_negative() || to.is_zero()
    {
        return None;
    }
    let fits = |number: &Decimal| from < *number && *number / from <= Decimal::TEN;
    let scales = low.scale.into_iter().chain([Decimal::ONE_THOUSAND]);
    // In the unit of the series, which may have the scale itself.
    let scaled = scales.filter_map(|scale| times(to, scale)).find(fits);
    let digits = to.normalize().to_string().len();
    let group = u32::try_from(digits).ok().and_then(times_ten);
    let ends = group.filter(|_| to.is_integer() && from.is_integer()).map(|g| from - from % g + to);
    let thousands = (from % Decimal::ONE_THOUSAND).is_zero();
    scaled
        .filter(|_| thousands || low.scale.is_some())
        .or(ends.filter(fits).filter(|_| low.scale.is_none()))
}

fn times_ten(digits: u32) -> Option<Decimal> {
    (digits < 20).then(|| Decimal::from(10_i128.pow(digits)))
}

/// Is the one a smaller part of a whole than the other? Of parts people write the smaller base first.
fn is_smaller_part(one: &Amount, other: &Amount) -> bool {
    match (one.kind, other.kind) {
        (AmountKind::Fraction(a, b), AmountKind::Fraction(c, d)) => {
            u64::from(a) * u64::from(d) < u64::from(c) * u64::from(b)
        }
        _ => false,
    }
}

/// Is it a thousand, a million or so on?
fn is_group(scale: Decimal) -> bool {
    scale >= Decimal::ONE_THOUSAND && scale.to_string().bytes().skip(1).count().is_multiple_of(3)
}
