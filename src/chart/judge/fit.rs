//! Does a typed number say of a figure what the figure says?

use rust_decimal::{Decimal, RoundingStrategy};

use crate::figure::bounds::number;
use crate::figure::{Currency, Quantity, Side, UnitForm, Way};
use crate::reading::{HeardKind, HeardNumber};

/// How a typed number stands to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It says the same, or less and nothing else.
    Yes,
    /// The number is right, and what is said of it is not.
    Qualifier,
    /// It is one end of a range.
    End,
    /// The number is right but for its sign.
    Sign,
    No,
}

/// How far a rounded number may lie from its figure, and a bound from it.
const ROUNDED: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
const BOUND: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// Is the sort of number that is typed that of a series?
pub fn is_of_form(heard: &HeardNumber, form: UnitForm) -> bool {
    let percent = form == UnitForm::PERCENT || form.is_percent();
    let points = form == UnitForm::POINTS;
    let sort = match heard.kind {
        HeardKind::Plain => true,
        HeardKind::Percent => percent && !points,
        HeardKind::Part => percent && !points,
        HeardKind::Points => points,
        HeardKind::Times | HeardKind::Months => false,
    };
    sort && heard.money.is_none_or(|typed| form.currency().is_some_and(|c| same(typed, c)))
}

/// The quantity is in the unit of its series; a typed number is in full where its scale is typed.
pub fn fit(heard: &HeardNumber, quantity: &Quantity, form: UnitForm, loss: bool) -> Fit {
    let whole = |number: Decimal| number.checked_mul(Decimal::from(form.multiplier()));
    let Some(quantity) = quantity.map(whole) else { return Fit::No };
    let negative = quantity.numbers().iter().any(|number| number.is_sign_negative());
    let typed = heard.value;
    let fall = heard.way == Some(Way::Down);
    if !negative {
        return match fit_signed(heard, typed, &quantity) {
            Fit::No => Fit::No,
            _ if fall && !heard.maybe_level => Fit::Sign,
            found => found,
        };
    }
    if typed.is_sign_negative() {
        return match (heard.way, fit_signed(heard, typed, &quantity)) {
            (_, Fit::No) => Fit::No,
            (Some(_), _) => Fit::Sign,
            (None, found) => found,
        };
    }
    // a fall of at least 10% is a change of at most -10%
    match fit_signed(heard, typed, &quantity.negative()) {
        Fit::No => Fit::No,
        found if fall || loss && (heard.way.is_none() || heard.maybe_level) => found,
        _ => Fit::Sign,
    }
}

fn fit_signed(heard: &HeardNumber, typed: Decimal, quantity: &Quantity) -> Fit {
    let rough = heard.loose || heard.kind == HeardKind::Part;
    let side = heard.side;
    match quantity {
        Quantity::Range { low, high } => {
            let close = |end: &Decimal| near(*end, typed, heard, false);
            match side {
                Some(Side::AtLeast) if close(low) => Fit::Yes,
                Some(Side::AtMost) if close(high) => Fit::Yes,
                Some(Side::MoreThan) if typed < *low && within(*low, typed, BOUND) => Fit::Yes,
                Some(Side::LessThan) if typed > *high && within(*high, typed, BOUND) => Fit::Yes,
                _ if close(low) || close(high) => Fit::End,
                _ => Fit::No,
            }
        }
        Quantity::One { .. } | Quantity::Interval(_) => {
            let Some(value) = quantity.value() else { return Fit::No };
            if let Quantity::Interval(ends) = quantity
                && [ends.low, ends.high].contains(&typed)
            {
                return Fit::End;
            }
            let own = quantity.side().unwrap_or(Side::Exact);
            let interval = matches!(quantity, Quantity::Interval(_));
            let right = near(value, typed, heard, rough || side == Some(Side::About));
            match side {
                None if heard.exactly => match own == Side::Exact && !interval {
                    true if value == typed => Fit::Yes,
                    true if right => Fit::Qualifier,
                    false if right => Fit::Qualifier,
                    _ => Fit::No,
                },
                None | Some(Side::About) => {
                    let said = side.is_some() || heard.loose;
                    match own {
                        Side::Exact if right => Fit::Yes,
                        Side::About if right && (said || heard.kind == HeardKind::Part) => Fit::Yes,
                        _ if right => Fit::Qualifier,
                        _ => Fit::No,
                    }
                }
                Some(bound) => match is_true(bound, own, typed, quantity, value, rough) {
                    true if within(value, typed, BOUND) => Fit::Yes,
                    _ if right || within(value, typed, ROUNDED) => Fit::Qualifier,
                    _ => Fit::No,
                },
            }
        }
    }
}

/// Is a bound true of whatever the figure may stand for?
fn is_true(
    bound: Side,
    own: Side,
    typed: Decimal,
    quantity: &Quantity,
    value: Decimal,
    rough: bool,
) -> bool {
    if own == bound && typed == value {
        return true;
    }
    let bounds = match own {
        // what is about a number lies as likely on either side of it
        Side::About if matches!(bound, Side::Nearly | Side::JustOver) => Side::Exact.bounds(value),
        // what is nearly said of an estimate with an interval is said of its middle
        _ if matches!(quantity, Quantity::Interval(_))
            && (rough || matches!(bound, Side::Nearly | Side::JustOver)) =>
        {
            Side::Exact.bounds(value)
        }
        _ => quantity.bounds(),
    };
    let open = |end: std::ops::Bound<Decimal>| matches!(end, std::ops::Bound::Excluded(_));
    let low = number(bounds.low);
    let high = number(bounds.high);
    let above = low.is_some_and(|low| low > typed || low == typed && open(bounds.low));
    let below = high.is_some_and(|high| high < typed || high == typed && open(bounds.high));
    let tenth = |number: Decimal| within(typed, number, BOUND);
    match bound {
        Side::MoreThan => above,
        Side::AtLeast => above || low == Some(typed),
        Side::LessThan => below,
        Side::AtMost => below || high == Some(typed),
        Side::Nearly => below && tenth(value),
        Side::JustOver => above && tenth(value),
        Side::Exact | Side::About => false,
    }
}

/// Is it the value, rounded to the digits that are typed, and no more than a twentieth off?
fn near(value: Decimal, typed: Decimal, heard: &HeardNumber, rough: bool) -> bool {
    if value == typed {
        return true;
    }
    if !within(value, typed, ROUNDED) {
        return false;
    }
    if heard.loose || heard.kind == HeardKind::Part {
        return true;
    }
    let step = if rough { heard.coarse_step } else { heard.step };
    rounded(value, step) == Some(typed)
}

pub fn rounded(value: Decimal, step: Decimal) -> Option<Decimal> {
    let steps = value.checked_div(step)?;
    steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).checked_mul(step)
}

/// Does a number lie within this part of a value of it?
pub fn within(value: Decimal, other: Decimal, part: Decimal) -> bool {
    let far = value.checked_sub(other).map(|far| far.abs());
    let most = value.abs().checked_mul(part);
    far.zip(most).is_some_and(|(far, most)| far <= most)
}

/// Are these signs of one currency? A dollar of no country may be that of the United States.
fn same(typed: Currency, known: Currency) -> bool {
    use Currency::{Dollar, UsDollar};
    typed == known || matches!((typed, known), (Dollar, UsDollar) | (UsDollar, Dollar))
}

/// Is this how many times as much it was, as far as the words say it?
pub fn is_so_many(quotient: Decimal, wanted: Decimal, number: &HeardNumber) -> bool {
    let tenth = Decimal::new(1, 1);
    let close = |part: Decimal| within(wanted, quotient, part);
    let side = number.side;
    let half = Decimal::new(5, 1);
    // of a fall by more than half, every further fall is one
    let near = || wanted < Decimal::ONE || close(half);
    match side {
        None if number.digits => {
            close(Decimal::new(5, 2)) && rounded(quotient, number.step) == Some(number.value)
        }
        None | Some(Side::Exact) => close(Decimal::new(5, 2)),
        Some(Side::About) => close(tenth),
        Some(Side::Nearly) => quotient < wanted && close(tenth),
        Some(Side::JustOver) => quotient > wanted && close(tenth),
        Some(Side::MoreThan) => quotient > wanted && near(),
        Some(Side::AtLeast) => quotient >= wanted && near(),
        Some(Side::LessThan) => quotient < wanted && near(),
        Some(Side::AtMost) => quotient <= wanted && near(),
    }
}
