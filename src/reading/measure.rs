//! What a series counts, and how its numbers are written.

use rust_decimal::Decimal;

use super::text::plain;
use crate::figure::{Nature, Per, Series, UnitForm};
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
}

impl<'s> From<&'s Series<'_>> for Measure<'s> {
    fn from(series: &'s Series<'_>) -> Measure<'s> {
        Measure { unit: &series.unit, nature: series.nature, per: series.per }
    }
}

impl Measure<'_> {
    /// Are its numbers percent?
    pub fn is_percent(&self) -> bool {
        let percent = UnitForm::of_percentages(self.unit) == Some(UnitForm::PERCENT);
        self.nature.is_percent() || percent
    }

    /// Are its numbers counts, where decimals are unlikely?
    pub(super) fn counts(&self) -> bool {
        self.nature.is_counted() && !self.is_percent()
    }

    fn words(&self) -> Vec<String> {
        let words = plain(self.unit);
        words.split(|letter: char| !letter.is_alphanumeric()).map(str::to_string).collect()
    }

    pub(super) fn is_in(&self, currency: char) -> bool {
        let names: &[&str] = match currency {
            '£' => &["pound", "pounds", "gbp", "sterling"],
            '$' => &["dollar", "dollars", "usd"],
            _ => &["euro", "euros", "eur"],
        };
        self.unit.contains(currency) || self.words().iter().any(|word| names.contains(&&**word))
    }

    /// `million pounds`: the unit has the scale already.
    pub(super) fn has_scale(&self) -> bool {
        let scaled = |word: &String| {
            super::number_words::scale(word.strip_suffix('s').unwrap_or(word)).is_some()
                || word == "000s"
                || word == "000"
        };
        UnitForm::of(self.unit).scale.is_some() || self.words().iter().any(scaled)
    }

    /// Is this word the unit, or one of its words, in singular or plural?
    pub(super) fn names(&self, word: &str) -> bool {
        const IRREGULAR: [(&str, &str); 4] =
            [("child", "children"), ("man", "men"), ("woman", "women"), ("person", "people")];
        let singular = |word: &str| match IRREGULAR.iter().find(|(_, plural)| *plural == word) {
            Some((singular, _)) => (*singular).to_string(),
            None => word.strip_suffix('s').unwrap_or(word).to_string(),
        };
        self.words().iter().any(|own| !own.is_empty() && singular(own) == singular(word))
    }
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

/// Five digits or more, of which at most two say something; or, with a scale word, not all.
pub(super) fn looks_rounded(number: Decimal, scaled: bool) -> bool {
    let plain = number.abs().normalize();
    if plain < Decimal::from(10_000) || plain.scale() > 0 {
        return false;
    }
    let digits = plain.to_string();
    let noughts = digits.len() - digits.trim_end_matches('0').len();
    digits.len() - noughts <= 2 || scaled && noughts > 0
}
