//! What a series counts, and how its numbers are written.

use rust_decimal::Decimal;

use super::currencies::named_currency;
use super::number_words::scale;
use super::text::plain;
use crate::figure::{Currency, Nature, Per, Series, UnitForm};
use crate::locale::EN_GB;

/// What the series counts, as far as the meaning of a number depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure<'s> {
    /// As the series writes it.
    pub unit: &'s str,
    /// What its numbers are.
    pub nature: Nature,
    /// What a rate is an average over.
    pub per: Option<Per>,
    /// What a growth is compared with, as its series writes it.
    pub base: &'s str,
}

impl<'s> From<&'s Series<'_>> for Measure<'s> {
    fn from(series: &'s Series<'_>) -> Measure<'s> {
        Measure { unit: &series.unit, nature: series.nature, per: series.per, base: &series.base }
    }
}

impl Measure<'_> {
    /// Are its numbers percent?
    pub fn is_percent(&self) -> bool {
        match UnitForm::of_percentages(self.unit) {
            Some(form) => form == UnitForm::PERCENT,
            None => self.nature.is_percent(),
        }
    }

    /// May its numbers be below zero? Degrees have a zero that is no end.
    pub fn may_be_negative(&self) -> bool {
        self.nature.may_be_negative() || UnitForm::of(self.unit).is_temperature()
    }

    /// Are its numbers percentage points?
    pub(super) fn is_points(&self) -> bool {
        UnitForm::of_percentages(self.unit) == Some(UnitForm::POINTS)
    }

    /// Are its numbers counts, where decimals are unlikely?
    pub(super) fn counts(&self) -> bool {
        self.nature.is_counted() && !self.is_percent()
    }

    pub(super) fn is_money(&self) -> bool {
        self.currency().is_some()
    }

    pub(super) fn currency(&self) -> Option<Currency> {
        let named = || named_currency(&plain(self.unit));
        UnitForm::of(self.unit)
            .currency()
            .or_else(named)
            .or_else(|| self.head().iter().find_map(|word| named_currency(word)))
    }

    /// Is the money of this currency that of the unit? A bare `$` may be any dollar.
    pub(super) fn is_in(&self, currency: Currency) -> bool {
        use Currency::{
            AustralianDollar, CanadianDollar, Dollar, HongKongDollar, NewZealandDollar,
            SingaporeDollar, UsDollar,
        };
        let dollars = [
            AustralianDollar,
            CanadianDollar,
            HongKongDollar,
            NewZealandDollar,
            SingaporeDollar,
            UsDollar,
        ];
        match (currency, self.currency()) {
            (Dollar, Some(own)) => own == Dollar || dollars.contains(&own),
            (UsDollar, Some(own)) => own == UsDollar || own == Dollar,
            (currency, own) => own == Some(currency),
        }
    }

    /// What one of the unit stands for, where that is more than one: a million of `£ million`.
    pub(super) fn multiplier(&self) -> Option<Decimal> {
        if let form @ UnitForm { scale: Some(_), .. } = UnitForm::of(self.unit) {
            return Some(Decimal::from(form.multiplier()));
        }
        let scales = |word: &String| match word.as_str() {
            "000s" | "000" => Some(Decimal::ONE_THOUSAND),
            word if word.len() > 2 => scale(word.strip_suffix('s').unwrap_or(word)),
            _ => None,
        };
        let found: Vec<Decimal> = self.head().iter().filter_map(scales).collect();
        found.into_iter().reduce(|one, other| one.saturating_mul(other))
    }

    /// The words of the unit up to `per` or `of`: of what it is a number.
    pub(super) fn head(&self) -> Vec<String> {
        let plain = plain(self.unit);
        let words = plain.split(|letter: char| !letter.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.take_while(|word| !JOINS.contains(word)).map(str::to_string).collect()
    }

    /// Is this letter the unit itself, as the metres of `m`, and no scale?
    pub(super) fn is_counted_in(&self, letter: &str) -> bool {
        let bare =
            |word: &String| word.trim_end_matches(|last: char| !last.is_alphabetic()) == letter;
        letter.len() <= 2 && self.head().first().is_some_and(bare) && !self.is_money()
    }

    /// A number as the series has it, for a message.
    pub(super) fn example(&self) -> &'static str {
        match self.is_percent() {
            _ if self.nature == Nature::Change && self.is_points() => {
                "`rose by 2 percentage points`, or `fell by about 2 percentage points`"
            }
            _ if self.nature == Nature::Change => {
                "`rose by 44%`, `fell by 5%` or `fell by at least 40%`"
            }
            _ if self.nature.tells_changes() => "3.2%, -0.4% or `about 3.2%`",
            true => "44%, `about 44%`, `at least 40%` or `between 40% and 50%`",
            false => "82,109, `about 20,000`, `at least 300,000` or `between 5 and 7`",
        }
    }
}

/// Words of a unit that what it counts stands before.
pub(super) const JOINS: [&str; 12] =
    ["per", "of", "in", "for", "by", "on", "from", "with", "to", "who", "that", "at"];

/// What a unit counts: `arrests` of `arrests per month`.
pub fn counted_noun(unit: &str) -> &str {
    match unit.strip_prefix("per ") {
        Some(_) => "",
        None => unit.split_once(" per ").map_or(unit, |(noun, _)| noun),
    }
}

/// Are two words the same but for their number?
pub fn same_noun(one: &str, other: &str) -> bool {
    const IRREGULAR: [(&str, &str); 4] =
        [("child", "children"), ("man", "men"), ("woman", "women"), ("person", "people")];
    let singular = |word: &str| match IRREGULAR.iter().find(|(_, plural)| *plural == word) {
        Some((singular, _)) => (*singular).to_string(),
        None => word.strip_suffix('s').unwrap_or(word).to_string(),
    };
    singular(one) == singular(other)
}

pub(super) fn written(number: Decimal, of: &Measure) -> String {
    let grouped = EN_GB.full(number.abs());
    let (whole, decimals) = grouped.split_once('.').unwrap_or((&grouped, ""));
    // One more nought, lest 1.234 be taken for 1,234.
    let like_thousands = decimals.len() == 3 && whole.len() <= 3 && whole != "0" && of.counts();
    let nought = if like_thousands { "0" } else { "" };
    let minus = if number.is_sign_negative() && !number.is_zero() { "-" } else { "" };
    let percent = if of.is_percent() { "%" } else { "" };
    format!("{minus}{grouped}{nought}{percent}")
}

/// Five digits or more, of which at most two say something; or, with a scale word, which makes four
/// enough, not all.
pub fn looks_rounded(number: Decimal, scaled: bool) -> bool {
    let plain = number.abs().normalize();
    let least = if scaled { Decimal::ONE_THOUSAND } else { Decimal::from(10_000) };
    if plain < least || plain.scale() > 0 {
        return false;
    }
    let digits = plain.to_string();
    let noughts = digits.len() - digits.trim_end_matches('0').len();
    digits.len() - noughts <= 2 || scaled && noughts > 0
}
