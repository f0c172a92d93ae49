//! A rate said per another stretch of time: only where the spec asks for it, and always told.

use rust_decimal::Decimal;

use crate::figure::{Per, Quantity, Side};
use crate::locale::Language;

/// From one `per` to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conversion {
    pub from: Per,
    pub to: Per,
}

impl Conversion {
    /// The quantity per the other stretch; `None` if it has more digits than a decimal holds.
    /// An exact number that does not come out whole is only about right.
    pub fn apply(self, quantity: &Quantity) -> Option<Quantity> {
        let (times, over) = (self.length(self.to), self.length(self.from));
        let converted = quantity.map(|number| number.checked_mul(times)?.checked_div(over))?;
        Some(match converted {
            Quantity::One { side: Side::Exact, value } => match value.fract().is_zero() {
                true => Side::Exact.of(value.normalize()),
                false => Side::About.of(value),
            },
            other => other,
        })
    }

    /// Counted in months; in days where one of the two is a week.
    fn length(self, per: Per) -> Decimal {
        if self.from == Per::Week || self.to == Per::Week { days(per) } else { months(per) }
    }

    /// `times 12`, `counting 30.4375 days to a month`.
    pub fn arithmetic(self, language: &Language) -> String {
        let says = &language.answers;
        if self.from == Per::Week || self.to == Per::Week {
            let other = if self.from == Per::Week { self.to } else { self.from };
            let days = language.full(days(other));
            return match other {
                Per::Week | Per::Month => says.days_to_a_month(days),
                Per::Quarter => says.days_to_a_quarter(days),
                Per::Year => says.days_to_a_year(days),
            };
        }
        let (from, to) = (months(self.from), months(self.to));
        match to > from {
            true => says.multiplied(language.full((to / from).normalize())),
            false => says.divided(language.full((from / to).normalize())),
        }
    }
}

fn months(per: Per) -> Decimal {
    Decimal::from(match per {
        Per::Quarter => 3,
        Per::Year => 12,
        Per::Week | Per::Month => 1,
    })
}

/// A year of 365.25 days.
fn days(per: Per) -> Decimal {
    match per {
        Per::Week => Decimal::from(7),
        Per::Month => Decimal::new(304375, 4),
        Per::Quarter => Decimal::new(913125, 4),
        Per::Year => Decimal::new(36525, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_converted_by_months_or_by_days() {
        let n = |number: i64| Side::Exact.of(Decimal::from(number));
        let to = |from, to, number| Conversion { from, to }.apply(&n(number)).unwrap().to_string();
        assert_eq!(to(Per::Month, Per::Year, 850), "10200");
        assert_eq!(to(Per::Year, Per::Quarter, 12), "3");
        assert!(to(Per::Year, Per::Month, 100).starts_with("about 8.33"));
        assert_eq!(to(Per::Week, Per::Month, 1600), "about 6957.1428571428571428571428571");
        let said = |from, to| Conversion { from, to }.arithmetic(&crate::locale::EN_GB);
        assert_eq!(said(Per::Month, Per::Year), "times 12");
        assert_eq!(said(Per::Year, Per::Quarter), "divided by 4");
        assert_eq!(said(Per::Week, Per::Month), "counting 30.4375 days to a month");
    }
}
