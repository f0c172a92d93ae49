//! Units beside numbers: `£642 million`, `−£1.50`, `44%`, `21°C`, `1 percentage point`; and alone,
//! as a subtitle says them: `pounds`, `£ million`.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::numbers::{Towards, significant};
use super::{Language, Phrase, Piece};
use crate::figure::{Currency, Series, UnitForm, UnitScale, UnitSign};

/// The digits of a number whose unit has a scale of its own.
const DIGITS: u32 = 7;

impl Language {
    /// As [`spoken`](Language::spoken), with what belongs to each number of its unit. A unit that
    /// has a scale already takes no other: its number is said in digits.
    pub fn spoken_in(
        &self,
        form: UnitForm,
        number: Decimal,
        exact: bool,
        towards: Towards,
    ) -> String {
        let said = match form.scale {
            None => self.spoken(number, exact, towards),
            Some(_) if number.abs() < Decimal::from(10_000_000) => {
                self.full(significant(number, DIGITS, towards))
            }
            Some(_) => self.full(number),
        };
        self.with_unit(said, form)
    }

    /// Every digit, with what belongs to each number of the unit.
    pub fn full_in(&self, form: UnitForm, number: Decimal) -> String {
        self.with_unit(self.full(number), form)
    }

    /// With its short scale where there is little room: `£642m`.
    pub fn with_short_scale(&self, said: &str) -> String {
        let words = |phrase: &Phrase| {
            let mut pieces = phrase.pieces();
            pieces.find_map(|piece| match piece {
                Piece::Words(words) => Some(words),
                _ => None,
            })
        };
        let (small, units) = (&self.small, &self.units);
        let scales = [
            (&small.million, &units.short_million),
            (&small.billion, &units.short_billion),
            (&small.trillion, &units.short_trillion),
        ];
        let mut said = said.to_string();
        for (long, short) in scales {
            if let (Some(long), Some(short)) = (words(long), words(short)) {
                said = said.replace(long, short);
            }
        }
        said
    }

    /// As an axis says it; `told` where the subtitle has said what is the same for all ticks.
    pub fn tick(&self, form: UnitForm, number: Decimal, told: bool) -> String {
        let said = match form.scale {
            None => self.with_word(number),
            Some(_) => self.full(number),
        };
        match told && form.may_be_told_once() {
            true => said,
            // nothing is as little in thousands as in millions
            false if number.is_zero() => self.with_unit(said, UnitForm { scale: None, ..form }),
            false => self.with_unit(said, form),
        }
    }

    /// A number in words with the scale and the sign of its unit; a minus stands before both.
    fn with_unit(&self, number: String, form: UnitForm) -> String {
        if form == UnitForm::default() {
            return number;
        }
        let minus = self.numerals.minus;
        let (minus, size) = match number.strip_prefix(minus) {
            Some(size) => (minus, size),
            None => ("", &*number),
        };
        let said = form.scale.map_or_else(|| size.to_string(), |scale| self.scaled(size, scale));
        let said = match form.sign {
            None => said,
            Some(UnitSign::Percent) => self.small.percent(said),
            Some(UnitSign::Celsius) => self.units.celsius(said),
            Some(UnitSign::Fahrenheit) => self.units.fahrenheit(said),
            Some(UnitSign::Points) => {
                let one = size.parse::<Decimal>() == Ok(Decimal::ONE);
                self.units.points(said, if one { 1 } else { 2 })
            }
            Some(UnitSign::Money { sign, .. }) => {
                let blank = if sign.ends_with(char::is_alphabetic) { " " } else { "" };
                let pence = form.has_cents() && self.lacks_pence(size);
                format!("{sign}{blank}{said}{}", if pence { "0" } else { "" })
            }
        };
        format!("{minus}{said}")
    }

    /// `£1.5` is `£1.50`.
    fn lacks_pence(&self, number: &str) -> bool {
        let decimals = number.rsplit_once(self.numerals.decimal).map(|(_, decimals)| decimals);
        let one =
            |decimals: &str| decimals.len() == 1 && decimals.bytes().all(|b| b.is_ascii_digit());
        decimals.is_some_and(one)
    }

    /// The unit of a series, as a subtitle says it; a percentage has its own word, what is nothing
    /// but a sign has its name, and a growth says on what it is: `percent on a year earlier`.
    pub fn unit_of<'s>(&self, series: &'s Series) -> Cow<'s, str> {
        self.on_base(self.unit_alone(series), series)
    }

    /// What of the unit its numbers do not say: `per head` of `£ per head`.
    pub fn rest_of_unit<'s>(&self, series: &'s Series) -> Cow<'s, str> {
        let rest = if series.nature.is_percent() { "" } else { UnitForm::rest(&series.unit) };
        self.on_base(Cow::Borrowed(rest), series)
    }

    fn on_base<'s>(&self, unit: Cow<'s, str>, series: &'s Series) -> Cow<'s, str> {
        match series.nature.has_base() && !series.base.is_empty() {
            true => Cow::Owned(self.description.unit_on(unit, &*series.base).trim().to_string()),
            false => unit,
        }
    }

    fn unit_alone<'s>(&self, series: &'s Series) -> Cow<'s, str> {
        let (form, rest) = (series.form, UnitForm::rest(&series.unit));
        let alone = rest.is_empty() || series.nature.is_percent();
        let named = match (form.sign, form.scale) {
            (Some(sign), None) if alone => self.name_of(sign),
            (None, Some(UnitScale::Thousand)) if alone => self.units.thousands(),
            (sign, Some(scale)) if sign.is_some() || !alone => {
                let apart = match rest.chars().next() {
                    Some(digit) if digit.is_ascii_digit() => self.small.comma(),
                    _ => " ",
                };
                let sign = match sign {
                    Some(UnitSign::Money { sign, .. }) => sign,
                    _ => "",
                };
                let said = format!("{}{apart}{rest}", self.scaled(sign, scale));
                return Cow::Owned(said.trim().to_string());
            }
            _ => return Cow::Borrowed(&series.unit),
        };
        Cow::Borrowed(named)
    }

    fn scaled(&self, said: &str, scale: UnitScale) -> String {
        match scale {
            UnitScale::Thousand => self.units.thousand(said),
            UnitScale::Million => self.small.million(said),
            UnitScale::Billion => self.small.billion(said),
            UnitScale::Trillion => self.small.trillion(said),
        }
    }

    fn name_of(&self, sign: UnitSign) -> &'static str {
        let says = &self.units;
        match sign {
            UnitSign::Percent => self.description.percent(),
            UnitSign::Points => self.description.points(),
            UnitSign::Celsius => says.degrees_celsius(),
            UnitSign::Fahrenheit => says.degrees_fahrenheit(),
            UnitSign::Money { currency, .. } => match currency {
                Currency::Pound => says.pounds(),
                Currency::Euro => says.euros(),
                Currency::UsDollar => says.us_dollars(),
                Currency::Dollar => says.dollars(),
                Currency::AustralianDollar => says.australian_dollars(),
                Currency::CanadianDollar => says.canadian_dollars(),
                Currency::NewZealandDollar => says.new_zealand_dollars(),
                Currency::HongKongDollar => says.hong_kong_dollars(),
                Currency::SingaporeDollar => says.singapore_dollars(),
                Currency::Yen => says.yen(),
                Currency::Yuan => says.yuan(),
                Currency::Franc => says.swiss_francs(),
                Currency::SwedishKrona => says.swedish_kronor(),
                Currency::NorwegianKrone => says.norwegian_kroner(),
                Currency::DanishKrone => says.danish_kroner(),
                Currency::Zloty => says.zlotys(),
                Currency::Koruna => says.czech_koruna(),
                Currency::Rupee => says.rupees(),
                Currency::Rand => says.rand(),
                Currency::Real => says.reais(),
                Currency::Won => says.won(),
                Currency::Lira => says.lira(),
                Currency::Shekel => says.shekels(),
                Currency::Hryvnia => says.hryvnias(),
                Currency::Naira => says.naira(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::EN_GB;

    fn said(unit: &str, number: &str) -> [String; 3] {
        let (form, number) = (UnitForm::of(unit), number.parse().unwrap());
        [
            EN_GB.spoken_in(form, number, true, Towards::Nearest),
            EN_GB.full_in(form, number),
            EN_GB.tick(form, number, true),
        ]
    }

    #[test]
    fn the_sign_and_the_scale_of_a_unit_belong_to_its_numbers() {
        for (unit, number, spoken, full, tick) in [
            ("people", "642", "642", "642", "642"),
            ("£", "642", "£642", "£642", "£642"),
            ("£", "1.5", "£1.50", "£1.50", "£1.50"),
            ("£", "36210368", "£36.2 million", "£36,210,368", "£36.210368 million"),
            ("£", "-1200000", "−£1,200,000", "−£1,200,000", "−£1.2 million"),
            ("£ per head", "0.45", "£0.45", "£0.45", "£0.45"),
            ("JPY", "1.5", "JPY 1.5", "JPY 1.5", "JPY 1.5"),
            ("EUR", "-158", "−EUR 158", "−EUR 158", "−EUR 158"),
            ("£ million", "642", "£642 million", "£642 million", "642"),
            ("£m", "-158.5", "−£158.5 million", "−£158.5 million", "−158.5"),
            ("£ million", "1642", "£1,642 million", "£1,642 million", "1,642"),
            // Surely a mistake, which is plain only where each digit is said.
            ("£ million", "20000000", "£20,000,000 million", "£20,000,000 million", "20,000,000"),
            ("$ bn", "1.25", "$1.25 billion", "$1.25 billion", "1.25"),
            ("thousand tonnes", "642", "642 thousand", "642 thousand", "642"),
            ("000s", "1234.5", "1,234.5 thousand", "1,234.5 thousand", "1,234.5"),
            ("million people", "67.1", "67.1 million", "67.1 million", "67.1"),
            ("%", "3", "3%", "3%", "3%"),
            ("°C", "-2.5", "−2.5°C", "−2.5°C", "−2.5°C"),
            ("°F", "70", "70°F", "70°F", "70°F"),
            ("percentage points", "1.5", "1.5 percentage points", "1.5 percentage points", "1.5"),
            ("percentage points", "-1", "−1 percentage point", "−1 percentage point", "−1"),
            ("percentage points", "1.0", "1.0 percentage point", "1.0 percentage point", "1.0"),
        ] {
            assert_eq!(said(unit, number), [spoken, full, tick], "{number} of {unit}");
        }
    }

    #[test]
    fn a_unit_alone_is_said_in_words() {
        use crate::figure::Nature;
        for (unit, nature, alone) in [
            ("people", Nature::Flow, "people"),
            ("£", Nature::Flow, "pounds"),
            ("US$", Nature::Flow, "US dollars"),
            ("£ per head", Nature::Ratio, "£ per head"),
            ("£m", Nature::Flow, "£ million"),
            ("£000s (2020 prices)", Nature::Flow, "£ thousand (2020 prices)"),
            ("£bn, 2020 prices", Nature::Flow, "£ billion, 2020 prices"),
            ("GBP m", Nature::Flow, "GBP million"),
            ("000s", Nature::Stock, "thousands"),
            ("millions of people", Nature::Stock, "million people"),
            ("°C", Nature::Ratio, "degrees Celsius"),
            ("% of GDP", Nature::Ratio, "% of GDP"),
            ("%", Nature::Share, "percent"),
            ("percentage points", Nature::Change, "percentage points"),
        ] {
            let text = crate::figure::CellText::from("");
            let series = Series {
                id: "a",
                title: text.clone(),
                unit: unit.into(),
                form: Series::form_of(unit, nature),
                nature,
                per: None,
                base: text.clone(),
                geography: text.clone(),
                counted_by: text.clone(),
                definition: text.clone(),
                formula: None,
                year_starts: None,
                not_comparable_with: text.clone(),
                convertible: true,
                note: text,
            };
            assert_eq!(EN_GB.unit_of(&series), alone, "{unit}");
        }
    }
}
