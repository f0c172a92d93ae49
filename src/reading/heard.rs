//! What is heard of numbers in a sentence.

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::figure::{Currency, Side, Way};

/// A text as it is heard.
#[derive(Clone, Debug, Default)]
pub struct HeardText {
    /// Its words, numerals and signs, made plain.
    pub words: Vec<HeardWord>,
    /// What it says of numbers.
    pub heard: Vec<Heard>,
}

/// A word, a numeral or a sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardWord {
    /// In small letters.
    pub text: String,
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// What stands between it and the word before.
    pub pause: Pause,
}

/// How much stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pause {
    /// A blank, or a hyphen.
    Nothing,
    /// A comma, a bracket, a dash, or a word that joins two clauses.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// Something that a sentence says of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Its bytes in the text.
    pub at: Range<usize>,
    /// Its words, by their place.
    pub words: Range<usize>,
    /// It is denied, asked, or said of what may come: `did not rise`, `would fall`.
    pub denied: bool,
    /// What it says.
    pub says: HeardSense,
}

/// What is said of numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HeardSense {
    /// A number, in digits or in words.
    Number(HeardNumber),
    /// `rose`, `fell`, `fewer than`.
    Moves(Way),
    /// `highest`, `record low`, `second most`.
    Extreme(Way, u32),
    /// `the steepest rise`, `the smallest fall`: which of all steps, and which way it goes.
    Steepest(Way, Way),
    /// `most`, a minority: more than half, or less.
    Portion(Way),
    /// `no`, `none`.
    None,
    /// `was unchanged`.
    Level,
    /// Something said of all figures together: `all figures are final`.
    Whole(HeardWhole),
}

/// A number of a sentence, with what is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardNumber {
    /// With its sign and its scale; of a percentage or a part of a whole, percent.
    pub value: Decimal,
    /// What one of its last digit stands for: 100,000 in `36.2 million`.
    pub step: Decimal,
    /// The same of its last digit that is not nought.
    pub coarse_step: Decimal,
    /// What it is a number of.
    pub kind: HeardKind,
    /// The currency that stands beside it.
    pub money: Option<Currency>,
    /// It is in words that nobody says of a precise number: `half a million`.
    pub loose: bool,
    /// The side that is said of it.
    pub side: Option<Side>,
    /// `exactly` stands before it.
    pub exactly: bool,
    /// It says by how much something moved: `rose by 12%`, `17 fewer`.
    pub way: Option<Way>,
    /// It may still be a level: `lost 140`, `another 300`.
    pub maybe_level: bool,
    /// It is typed in digits.
    pub digits: bool,
    /// What its word of scale multiplies by, or 1.
    pub scale: Decimal,
}

/// What a number of a sentence counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardKind {
    /// Anything.
    Plain,
    /// Percent.
    Percent,
    /// Percentage points.
    Points,
    /// A part of a whole, in percent: `a third`, `nine in ten`.
    Part,
    /// How many times as much: `doubled`, `threefold`.
    Times,
    /// A stretch of time, in months.
    Months,
}

/// What is said of all figures together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardWhole {
    /// `in thousands`: each number stands for so many.
    Scale(u64),
    /// `a month`, `monthly`: perhaps what each of them counts.
    Stretch(HeardStretch),
    /// `all figures are final`.
    Final,
    /// `every figure is exact`.
    Exact,
    /// `nothing is provisional`.
    Without(SaidCaveat),
    /// `a single source`.
    OneSource,
    /// `all sources agree`.
    Undisputed,
    /// `counted in the same way`.
    Unbroken,
}

/// A stretch of time that figures are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardStretch {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month, or four or five weeks.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

impl HeardStretch {
    /// The stretch that a word names: `month`, `monthly`.
    pub fn of(word: &str) -> Option<HeardStretch> {
        Some(match word {
            "day" | "daily" => HeardStretch::Day,
            "week" | "weekly" => HeardStretch::Week,
            "month" | "monthly" => HeardStretch::Month,
            "quarter" | "quarterly" => HeardStretch::Quarter,
            "year" | "yearly" | "annual" | "annually" => HeardStretch::Year,
            _ => return None,
        })
    }

    /// Is it the stretch of this word?
    pub fn is(self, word: &str) -> bool {
        HeardStretch::of(word) == Some(self)
    }

    /// The fewest and the most days that it has; 53 weeks are a year.
    pub fn days(self) -> (i32, i32) {
        match self {
            HeardStretch::Day => (1, 1),
            HeardStretch::Week => (7, 7),
            HeardStretch::Month => (28, 35),
            HeardStretch::Quarter => (84, 98),
            HeardStretch::Year => (360, 371),
        }
    }
}

/// What a number must not be said without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidCaveat {
    /// It is aimed at.
    Target,
    /// It was said of a time yet to come.
    Forecast,
    /// Its source may yet change it.
    Provisional,
    /// Its source calls it an estimate.
    Estimate,
    /// Its source warns of it.
    Unreliable,
    /// Sources say different numbers.
    Disputed,
}

impl fmt::Display for HeardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut before: Vec<String> = Vec::new();
        before.extend(self.exactly.then(|| "exactly".to_string()));
        before.extend(self.side.map(|side| format!("{side:?}")));
        before.extend(self.way.map(|way| format!("{way:?}")));
        before.extend(self.money.map(|money| format!("{money:?}")));
        let loose = if self.loose { "~" } else { "" };
        let after = match self.kind {
            HeardKind::Plain => "",
            HeardKind::Percent | HeardKind::Part => "%",
            HeardKind::Points => " points",
            HeardKind::Times => " times",
            HeardKind::Months => " months",
        };
        before.push(format!("{loose}{}{after}", self.value.normalize()));
        f.write_str(&before.join(" "))
    }
}
