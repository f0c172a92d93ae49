//! What is said of a number beside it: `about`, `at least`. All that another room asks of a side
//! stands in this file, but for the words of a language.

use std::ops::Bound::{Included, Unbounded};

use rust_decimal::Decimal;

use super::bounds::Bounds;

/// The end at which a side is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards greater numbers.
    Up,
    /// Towards smaller numbers.
    Down,
}

/// What others ask of a side.
struct Facts {
    word: &'static str,
    open: Option<Way>,
    rough: bool,
    flipped: Side,
    result: Side,
}

/// The one list of sides.
macro_rules! sides {
    ($($(#[$doc:meta])* $name:ident: $word:literal, $open:expr, $rough:literal, $flipped:ident,
        $result:ident;)*) => {
        /// Where the true number lies, seen from the number that is stated.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Side { $($(#[$doc])* $name,)* }

        impl Side {
            /// In the order in which messages list them.
            pub const ALL: [Side; [$($word),*].len()] = [$(Side::$name),*];

            fn facts(self) -> Facts {
                match self {
                    $(Side::$name => Facts {
                        word: $word,
                        open: $open,
                        rough: $rough,
                        flipped: Side::$flipped,
                        result: Side::$result,
                    },)*
                }
            }
        }
    };
}

// Its word, the end at which it is open, is it rough, what it is turned round, and what can be
// said of a result.
sides! {
    /// The number itself.
    Exact: "exact", None, false, Exact, Exact;
    /// Half a unit of its last digit that is not 0 to either side, at least 2.5% and at most 10%.
    About: "about", None, true, About, About;
    /// The number or more.
    AtLeast: "at_least", Some(Way::Up), false, AtMost, AtLeast;
    /// The number or less.
    AtMost: "at_most", Some(Way::Down), false, AtLeast, AtMost;
}

impl Side {
    /// The numbers that a number with this side allows.
    pub fn bounds(self, value: Decimal) -> Bounds {
        match self {
            Side::Exact => Bounds::closed(value, value),
            Side::About => {
                let slack = about_slack(value);
                Bounds::closed(value.saturating_sub(slack), value.saturating_add(slack))
            }
            Side::AtLeast => Bounds { low: Included(value), high: Unbounded },
            Side::AtMost => Bounds { low: Unbounded, high: Included(value) },
        }
    }

    /// The word in the `qualifier` column.
    pub fn word(self) -> &'static str {
        self.facts().word
    }

    /// The number with its side in the plain words that `reading` understands: `at least 300000`.
    pub fn plain(self, number: &str) -> String {
        match self {
            Side::Exact => number.to_string(),
            other => format!("{} {number}", other.word().replace('_', " ")),
        }
    }

    /// The way an arrow leads from the number, where the side is open at an end.
    pub fn open(self) -> Option<Way> {
        self.facts().open
    }

    /// Is the true number near the stated one, and not it? Such a number is drawn hollow.
    pub fn is_rough(self) -> bool {
        self.facts().rough
    }

    /// For what falls while the quantity rises.
    pub fn flipped(self) -> Side {
        self.facts().flipped
    }

    /// What can still be said of a number worked out of one with this side.
    pub(super) fn result(self) -> Side {
        self.facts().result
    }

    /// The weaker of the sides of two inputs; `None` if they pull in different directions.
    pub(super) fn weaker(self, other: Side) -> Option<Side> {
        match (self.open(), other.open()) {
            (Some(one), Some(way)) => (one == way).then_some(self),
            (Some(_), None) => Some(self),
            (None, Some(_)) => Some(other),
            (None, None) if self.is_rough() => Some(self),
            (None, None) => Some(other),
        }
    }

    /// May a result that is so sure be given another side? An exact number is also at least
    /// itself, at most itself and about itself; any other is no more than what it is.
    pub fn implies(self, other: Side) -> bool {
        match self {
            Side::Exact => other.bounds(Decimal::ONE).contains(Decimal::ONE),
            side => side == other,
        }
    }
}

/// Half a unit of the last non-zero digit, but never less than 2.5% nor more than 10%.
fn about_slack(value: Decimal) -> Decimal {
    let size = value.abs();
    let least = size.checked_mul(Decimal::new(25, 3)).unwrap_or(Decimal::ZERO);
    let most = size.checked_mul(Decimal::new(1, 1)).unwrap_or(size);
    half_last_digit(size).clamp(least, most)
}

fn half_last_digit(size: Decimal) -> Decimal {
    let plain = size.normalize();
    let mut digits = plain.mantissa();
    let mut unit = Decimal::new(5, 1);
    if digits == 0 {
        return Decimal::ZERO;
    }
    if plain.scale() > 0 {
        return Decimal::try_new(5, plain.scale() + 1).unwrap_or(Decimal::ZERO);
    }
    while digits % 10 == 0 {
        digits /= 10;
        unit = unit.saturating_mul(Decimal::TEN);
    }
    unit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about(text: &str) -> Bounds {
        Side::About.bounds(text.parse().unwrap())
    }

    fn closed(low: &str, high: &str) -> Bounds {
        Bounds::closed(low.parse().unwrap(), high.parse().unwrap())
    }

    #[test]
    fn about_reaches_half_a_unit_of_the_last_digit_within_two_and_a_half_and_ten_percent() {
        assert_eq!(about("80000"), closed("75000", "85000"));
        assert_eq!(about("20500000"), closed("19987500", "21012500"));
        assert_eq!(about("10000000"), closed("9000000", "11000000"));
        assert_eq!(about("700"), closed("650", "750"));
        assert_eq!(about("0"), closed("0", "0"));
        assert_eq!(about("0.5"), closed("0.45", "0.55"));
        assert_eq!(about("-80"), closed("-85", "-75"));
    }

    #[test]
    fn only_what_is_exact_implies_a_bound() {
        assert!(Side::Exact.implies(Side::AtLeast));
        assert!(Side::AtMost.implies(Side::AtMost));
        assert!(!Side::AtMost.implies(Side::AtLeast));
        assert!(!Side::AtLeast.implies(Side::About));
        assert!(!Side::About.implies(Side::AtLeast));
        assert!(!Side::About.implies(Side::Exact));
    }
}
