//! What is said of a number beside it: `about`, `at least`. All that another room asks of a side
//! stands in this file, but for the words of a language.

use std::ops::Bound::{Excluded, Included, Unbounded};

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
    /// Within a tenth of the number on the side of zero, and not the number itself.
    Nearly: "nearly", None, true, Nearly, About;
    /// Within a tenth of the number on the side away from zero, and not the number itself.
    JustOver: "just_over", None, true, JustOver, About;
    /// Greater than the number.
    MoreThan: "more_than", Some(Way::Up), false, LessThan, MoreThan;
    /// Smaller than the number.
    LessThan: "less_than", Some(Way::Down), false, MoreThan, LessThan;
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
            Side::Nearly => beside(value, Decimal::new(9, 1)),
            Side::JustOver => beside(value, Decimal::new(11, 1)),
            Side::MoreThan => Bounds { low: Excluded(value), high: Unbounded },
            Side::LessThan => Bounds { low: Unbounded, high: Excluded(value) },
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
    /// itself, at most itself and about itself; what is more than a number is at least it; any
    /// other is no more than what it is.
    pub fn implies(self, other: Side) -> bool {
        match (self, other) {
            (Side::Exact, _) => other.bounds(Decimal::ONE).contains(Decimal::ONE),
            (Side::MoreThan, Side::AtLeast) | (Side::LessThan, Side::AtMost) => true,
            (side, other) => side == other,
        }
    }
}

/// From the number, itself not, to so many times as much.
fn beside(value: Decimal, times: Decimal) -> Bounds {
    let far = value.checked_mul(times).unwrap_or(value);
    match far < value {
        true => Bounds { low: Included(far), high: Excluded(value) },
        false => Bounds { low: Excluded(value), high: Included(far) },
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
    fn nearly_and_just_over_lie_on_one_side_of_the_number_and_are_not_it() {
        let holds = |side: Side, value: i64, number: i64| {
            side.bounds(Decimal::from(value)).contains(Decimal::from(number))
        };
        for (side, value, within, outside) in [
            (Side::Nearly, 1000, [900, 999], [899, 1000]),
            (Side::JustOver, 1000, [1001, 1100], [1000, 1101]),
            (Side::Nearly, -1000, [-900, -999], [-899, -1000]),
            (Side::JustOver, -1000, [-1001, -1100], [-1000, -1101]),
            (Side::MoreThan, 1000, [1001, 9999], [1000, 999]),
            (Side::LessThan, 1000, [999, -9999], [1000, 1001]),
        ] {
            assert!(within.iter().all(|number| holds(side, value, *number)), "{side:?} {value}");
            assert!(!outside.iter().any(|number| holds(side, value, *number)), "{side:?} {value}");
        }
    }

    #[test]
    fn only_what_is_exact_implies_a_bound() {
        assert!(Side::MoreThan.implies(Side::AtLeast) && Side::LessThan.implies(Side::AtMost));
        assert!(!Side::AtLeast.implies(Side::MoreThan) && !Side::Exact.implies(Side::MoreThan));
        assert!(!Side::Exact.implies(Side::Nearly) && !Side::Nearly.implies(Side::About));
        assert!(Side::Exact.implies(Side::AtLeast));
        assert!(Side::AtMost.implies(Side::AtMost));
        assert!(!Side::AtMost.implies(Side::AtLeast));
        assert!(!Side::AtLeast.implies(Side::About));
        assert!(!Side::About.implies(Side::AtLeast));
        assert!(!Side::About.implies(Side::Exact));
    }
}
