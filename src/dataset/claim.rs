//! The cells value, low, high, qualifier, status and formula make a claim, or it is said why not.

use rust_decimal::Decimal;

use super::layout::figures::{FORMULA, HIGH, LOW, QUALIFIER, STATUS, VALUE};
use crate::figure::{Claim, Derived, Formula, Interval, Qualifier, Quantity, Side, Status};

/// The cells of a claim, each read by itself.
pub struct Cells {
    pub value: Option<Decimal>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub qualifier: Option<Qualifier>,
    pub formula: Option<Formula>,
    pub status: Status,
}

/// Cells that do not go together: the column to mend, why, and what to write.
#[derive(Debug)]
pub struct Misfit {
    pub column: usize,
    pub message: String,
    pub hint: String,
}

fn misfit<T>(
    column: usize,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Result<T, Misfit> {
    Err(Misfit { column, message: message.into(), hint: hint.into() })
}

impl Cells {
    /// What the figure says. The quantity of a formula is worked out later; until then only its
    /// qualifier is right.
    pub fn claim(self) -> Result<Claim, Misfit> {
        let absence = self.status.absence();
        let number = self.value.or(self.low).or(self.high);
        if let Some(absence) = absence {
            if number.is_some() || self.formula.is_some() {
                return misfit(
                    STATUS,
                    format!(
                        "the status says that there is no number ({}), and yet there is one",
                        absence.word()
                    ),
                    "take the letter out of the status, or empty the number",
                );
            }
            return match self.qualifier {
                None => Ok(Claim::Absent(absence)),
                Some(qualifier) => misfit(
                    QUALIFIER,
                    format!("there is no number that could be `{}`", qualifier.word()),
                    "leave the qualifier empty",
                ),
            };
        }
        if self.formula.is_some() {
            return self.derived();
        }
        self.stated().map(Claim::Stated)
    }

    fn derived(self) -> Result<Claim, Misfit> {
        let beside = [(VALUE, self.value), (LOW, self.low), (HIGH, self.high)];
        if let Some((_, number)) = beside.iter().find_map(|(column, n)| n.map(|n| (column, n))) {
            return misfit(
                FORMULA,
                format!(
                    "there is a formula beside the number {number}, and they may come to differ"
                ),
                "keep one of the two: empty the formula, or the number",
            );
        }
        match (self.formula, self.qualifier.unwrap_or(Qualifier::One(Side::Exact))) {
            (Some(formula), Qualifier::One(side)) => {
                let quantity = side.of(Decimal::ZERO);
                Ok(Claim::Derived(Box::new(Derived { formula, quantity })))
            }
            _ => misfit(
                QUALIFIER,
                "a formula has one result, which is no range",
                "write `about`, or leave it empty where every input is exact",
            ),
        }
    }

    fn stated(&self) -> Result<Quantity, Misfit> {
        if let (Some(low), Some(high)) = (self.low, self.high)
            && low > high
        {
            return misfit(
                LOW,
                format!("the low end, {low}, is above the high end, {high}"),
                format!("write {high} in `low` and {low} in `high` if the two were swapped"),
            );
        }
        match (self.value, self.low, self.high) {
            (Some(value), None, None) => self.one_number(value),
            (None, Some(low), Some(high)) => self.range(low, high),
            (Some(value), Some(low), Some(high)) => self.interval(value, low, high),
            (None, None, None) => misfit(
                VALUE,
                "there is no quantity: no value, no low and high, and no formula",
                "write a number; or, where there is none, the status c (confidential), \
                 x (not available) or z (not applicable)",
            ),
            (_, Some(low), None) => self.half(HIGH, "high", "low", low, Side::AtLeast),
            (_, None, Some(high)) => self.half(LOW, "low", "high", high, Side::AtMost),
        }
    }

    fn one_number(&self, value: Decimal) -> Result<Quantity, Misfit> {
        match self.qualifier {
            None => Ok(Side::Exact.of(value)),
            Some(Qualifier::One(side)) => Ok(side.of(value)),
            Some(Qualifier::Range) => misfit(
                QUALIFIER,
                format!("a range has two ends, and here is only the value {value}"),
                "write both ends in `low` and `high` and leave the value empty, \
                 or another qualifier",
            ),
        }
    }

    fn range(&self, low: Decimal, high: Decimal) -> Result<Quantity, Misfit> {
        match self.qualifier {
            None | Some(Qualifier::Range) => Ok(Quantity::Range { low, high }),
            Some(other) => misfit(
                QUALIFIER,
                format!(
                    "`{}` belongs to a value, and here is a range, {low} to {high}",
                    other.word()
                ),
                "write `range`, or leave the qualifier empty",
            ),
        }
    }

    /// The value of an estimate may be rounded, too; the other qualifiers contradict it.
    fn interval(&self, value: Decimal, low: Decimal, high: Decimal) -> Result<Quantity, Misfit> {
        if value < low || value > high {
            return misfit(
                VALUE,
                format!("the value {value} lies outside its own interval, {low} to {high}"),
                format!("write a value between {low} and {high}, or mend the ends"),
            );
        }
        match self.qualifier {
            None | Some(Qualifier::One(Side::Exact | Side::About)) => {
                let about = self.qualifier == Some(Qualifier::One(Side::About));
                Ok(Quantity::Interval(Box::new(Interval { value, low, high, about })))
            }
            Some(Qualifier::Range) => misfit(
                QUALIFIER,
                format!("a range has no value of its own, and here is the value {value}"),
                "empty the value, or the qualifier for an estimate with its interval",
            ),
            Some(bound) => misfit(
                QUALIFIER,
                format!(
                    "`{}` is open at one end, and here are both, {low} and {high}",
                    bound.word()
                ),
                "leave the qualifier empty for an estimate with its interval, or empty `low` and `high`",
            ),
        }
    }

    fn half<T>(
        &self,
        column: usize,
        missing: &str,
        given: &str,
        number: Decimal,
        bound: Side,
    ) -> Result<T, Misfit> {
        misfit(
            column,
            format!("there is a {given} end, {number}, and no {missing} end"),
            match self.value {
                Some(_) => format!("write the {missing} end too, or empty `{given}`"),
                None => format!(
                    "write the {missing} end too; if it is open, write {number} in `value` and the qualifier `{}`",
                    bound.word()
                ),
            },
        )
    }
}
