//! What a stated change does to a number: in percent of what was before, or in percentage points.

use rust_decimal::Decimal;

use super::arithmetic::{signed, term};
use crate::figure::{Quantity, Sided, UnitForm};
use crate::locale::Language;

/// A stated change.
#[derive(Clone, Copy, Debug)]
pub struct StatedStep<'q> {
    pub stated: &'q Quantity,
    /// What it is stated in.
    pub form: UnitForm,
}

impl StatedStep<'_> {
    /// Where it leads to.
    pub fn reached(self, from: &Quantity) -> Option<Quantity> {
        let from = Sided::of(from)?;
        normalized(match self.in_points() {
            true => from.plus(Sided::of(self.stated)?)?,
            false => from.times(self.factor()?)?,
        })
    }

    /// Where it comes from.
    pub fn base(self, to: &Quantity) -> Option<Quantity> {
        let to = Sided::of(to)?;
        if self.in_points() {
            return normalized(to.minus(Sided::of(self.stated)?)?);
        }
        let factor = self.factor()?;
        (!factor.number.is_zero()).then_some(())?;
        normalized(to.over(factor)?)
    }

    /// What it would be from one number to another; in percent only above zero.
    pub fn between(self, from: &Quantity, to: &Quantity) -> Option<Quantity> {
        let (from, to) = (Sided::of(from)?, Sided::of(to)?);
        if self.in_points() {
            return to.minus(from)?.quantity();
        }
        if from.number <= Decimal::ZERO || to.number < Decimal::ZERO {
            return None;
        }
        let factor = to.over(from)?.minus(Sided::exact(Decimal::ONE))?;
        factor.times(Sided::exact(Decimal::ONE_HUNDRED))?.quantity()
    }

    /// How an end of it is worked out from the other: `82,109 ÷ (1 + 700%)`, `15 − 2.5`.
    pub fn arithmetic(
        self,
        language: &Language,
        to_base: bool,
        other: &Quantity,
    ) -> Option<String> {
        let other = term(language, other)?;
        if self.in_points() {
            let change = match to_base {
                true => Sided::of(self.stated)?.negative().quantity()?,
                false => self.stated.clone(),
            };
            let change = signed(language, &change, |number| language.full(number))?;
            return Some(format!("{other} {change}"));
        }
        let sign = if to_base { '÷' } else { '×' };
        let change =
            signed(language, self.stated, |number| language.small.percent(language.full(number)))?;
        Some(format!("{other} {sign} (1 {change})"))
    }

    fn in_points(self) -> bool {
        self.form == UnitForm::POINTS
    }

    /// One hundred percent and the change, as a factor.
    fn factor(self) -> Option<Sided> {
        let percent = Sided::of(self.stated)?;
        let factor =
            percent.over(Sided::exact(Decimal::ONE_HUNDRED))?.plus(Sided::exact(Decimal::ONE))?;
        (!factor.number.is_sign_negative()).then_some(factor)
    }
}

fn normalized(result: Sided) -> Option<Quantity> {
    Some(result.side?.of(result.number.normalize()))
}
