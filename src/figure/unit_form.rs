//! What of a unit is said with each of its numbers: a sign before or behind them, and a scale of
//! the unit's own. The one place that reads the `unit` cell.

/// How the numbers of a unit are said: `£642 million` of `£ million`, `21°C` of `°C`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitForm {
    /// The sign that belongs to each number.
    pub sign: Option<UnitSign>,
    /// What each number is a number of.
    pub scale: Option<UnitScale>,
}

/// A sign that belongs to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitSign {
    /// Before it, as the unit writes it: `£`, `US$`, `EUR`.
    Money {
        /// As written.
        sign: &'static str,
        /// Whose sign it is.
        currency: Currency,
    },
    /// `%` behind it.
    Percent,
    /// The words `percentage points` behind it.
    Points,
    /// `°C` behind it.
    Celsius,
    /// `°F` behind it.
    Fahrenheit,
}

/// A scale that a unit brings with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitScale {
    /// A thousand.
    Thousand,
    /// A thousand thousands.
    Million,
    /// A thousand millions.
    Billion,
    /// A thousand billions.
    Trillion,
}

/// The one list of currencies, each with its signs and its code of ISO 4217.
macro_rules! currencies {
    ($($name:ident: $($sign:literal),+;)*) => {
        /// A currency whose sign or code a unit may begin with.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Currency { $(#[doc = concat!("Written ", $("`", $sign, "` ",)+)] $name,)* }

        impl Currency {
            /// Each with how it is written; its code is the last.
            pub const ALL: [(Currency, &'static [&'static str]);
                [$(Currency::$name),*].len()] = [$((Currency::$name, &[$($sign),+]),)*];
        }
    };
}

currencies! {
    Pound: "£", "GBP";
    Euro: "€", "EUR";
    UsDollar: "US$", "USD";
    Dollar: "$";
    AustralianDollar: "AU$", "A$", "AUD";
    CanadianDollar: "CA$", "C$", "CAD";
    NewZealandDollar: "NZ$", "NZD";
    HongKongDollar: "HK$", "HKD";
    SingaporeDollar: "S$", "SGD";
    Yen: "¥", "JP¥", "JPY";
    Yuan: "CN¥", "CNY";
    Franc: "CHF";
    SwedishKrona: "SEK";
    NorwegianKrone: "NOK";
    DanishKrone: "DKK";
    Zloty: "PLN";
    Koruna: "CZK";
    Rupee: "₹", "INR";
    Rand: "ZAR";
    Real: "R$", "BRL";
    Won: "₩", "KRW";
    Lira: "₺", "TRY";
    Shekel: "₪", "ILS";
    Hryvnia: "₴", "UAH";
    Naira: "₦", "NGN";
}

/// What a unit may write for each of its scales, in small letters; the short ones only beside a
/// currency.
const SCALES: [(UnitScale, &[&str], &[&str]); 4] = [
    (
        UnitScale::Thousand,
        &["thousands", "thousand", "'000s", "'000", "’000s", "’000", "000s", "000"],
        &["k"],
    ),
    (UnitScale::Million, &["millions", "million"], &["mn", "m"]),
    (UnitScale::Billion, &["billions", "billion"], &["bn", "b"]),
    (UnitScale::Trillion, &["trillions", "trillion"], &["tn", "trn"]),
];

/// What a unit may write for the signs that stand behind a number, in small letters.
const BEHIND: [(UnitSign, &[&str]); 4] = [
    (UnitSign::Points, &["percentage points", "percentage point"]),
    (UnitSign::Percent, &["percent", "per cent", "%"]),
    (UnitSign::Celsius, &["°c", "° c", "℃", "degrees celsius"]),
    (UnitSign::Fahrenheit, &["°f", "° f", "℉", "degrees fahrenheit"]),
];

impl UnitForm {
    /// Numbers with a percent sign, as those of a share.
    pub const PERCENT: UnitForm = UnitForm { sign: Some(UnitSign::Percent), scale: None };
    /// Differences of percentages.
    pub const POINTS: UnitForm = UnitForm { sign: Some(UnitSign::Points), scale: None };

    /// What the numbers of a unit are said with.
    pub fn of(unit: &str) -> UnitForm {
        read(unit).0
    }

    /// What of a unit is not said with its numbers: `per head` of `£ per head`.
    pub fn rest(unit: &str) -> &str {
        read(unit).1
    }

    /// That of a unit which is a percentage and nothing else.
    pub fn of_percentages(unit: &str) -> Option<UnitForm> {
        let (form, rest) = read(unit);
        let known = [UnitForm::PERCENT, UnitForm::POINTS].contains(&form);
        (known && rest.is_empty()).then_some(form)
    }

    /// Is there a percent sign behind the numbers?
    pub fn is_percent(self) -> bool {
        self.sign == Some(UnitSign::Percent)
    }

    /// Are the numbers degrees, of which those below zero are like any others?
    pub fn is_temperature(self) -> bool {
        matches!(self.sign, Some(UnitSign::Celsius | UnitSign::Fahrenheit))
    }

    /// May what is said with the numbers be said once for all of them, as above an axis? A sign
    /// may not: it is part of the number.
    pub fn may_be_told_once(self) -> bool {
        self.scale.is_some() || self.sign == Some(UnitSign::Points)
    }

    /// Does zero mean that there is none of it? Of a temperature it does not, so that nothing is
    /// twice as warm.
    pub fn has_true_zero(self) -> bool {
        !matches!(self.sign, Some(UnitSign::Celsius | UnitSign::Fahrenheit))
    }

    /// The currency of the numbers.
    pub fn currency(self) -> Option<Currency> {
        match self.sign {
            Some(UnitSign::Money { currency, .. }) => Some(currency),
            _ => None,
        }
    }

    /// Is it money told to its hundredths, so that a price has two decimals?
    pub fn has_cents(self) -> bool {
        self.scale.is_none() && self.currency().is_some_and(Currency::has_cents)
    }

    /// What one of the unit stands for.
    pub fn multiplier(self) -> u64 {
        match self.scale {
            None => 1,
            Some(UnitScale::Thousand) => 1_000,
            Some(UnitScale::Million) => 1_000_000,
            Some(UnitScale::Billion) => 1_000_000_000,
            Some(UnitScale::Trillion) => 1_000_000_000_000,
        }
    }
}

impl Currency {
    /// Are its hundredths in use?
    fn has_cents(self) -> bool {
        !matches!(self, Currency::Yen | Currency::Won)
    }
}

/// The currency sign that a text begins with, the longest that there is; of a code the word ends.
pub fn money(text: &str) -> Option<(UnitSign, &str)> {
    // Most texts begin as no sign does: their first byte tells.
    let first = text.bytes().next()?;
    if first.is_ascii_lowercase() || first.is_ascii_digit() {
        return None;
    }
    let closed = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric());
    let mut longest: Option<(UnitSign, &str)> = None;
    for (currency, signs) in &Currency::ALL {
        for sign in signs.iter().filter(|sign| sign.as_bytes()[0] == first) {
            let Some(rest) = text.strip_prefix(sign) else { continue };
            let whole = !sign.ends_with(char::is_alphabetic) || closed(rest);
            if whole && longest.is_none_or(|(_, other)| rest.len() <= other.len()) {
                longest = Some((UnitSign::Money { sign, currency: *currency }, rest));
            }
        }
    }
    longest
}

fn read(unit: &str) -> (UnitForm, &str) {
    let unit = unit.trim();
    if let Some((sign, rest)) = behind(unit) {
        return (UnitForm { sign: Some(sign), scale: None }, bare(rest));
    }
    let (mut sign, rest) = match money(unit) {
        Some((sign, rest)) => (Some(sign), rest),
        None => (None, unit),
    };
    let (scale, mut rest) = match scale(rest.trim_start(), sign.is_some()) {
        Some((scale, rest)) => (Some(scale), rest),
        None => (None, rest),
    };
    // `million £` is `£ million`
    if let (None, Some(_), Some((found, after))) = (sign, scale, money(rest.trim_start())) {
        (sign, rest) = (Some(found), after);
    }
    match (sign, scale) {
        (None, None) => (UnitForm::default(), unit),
        (None, Some(_)) => {
            let rest = bare(rest);
            (UnitForm { sign, scale }, rest.strip_prefix("of ").unwrap_or(rest))
        }
        _ => (UnitForm { sign, scale }, bare(rest)),
    }
}

/// A sign that stands behind the numbers.
fn behind(unit: &str) -> Option<(UnitSign, &str)> {
    let mut words = BEHIND.iter().flat_map(|(sign, words)| words.iter().map(|word| (*sign, *word)));
    words.find_map(|(sign, word)| Some((sign, begins(unit, word)?)))
}

fn scale(text: &str, money: bool) -> Option<(UnitScale, &str)> {
    SCALES.iter().find_map(|(scale, words, short)| {
        let short = short.iter().filter(|_| money);
        words.iter().chain(short).find_map(|word| Some((*scale, begins(text, word)?)))
    })
}

/// What follows a word that a text begins with, in whatever case, if the word ends there.
fn begins<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    // Of most words the first byte tells that they are another; what is not ASCII may be its capital.
    let first = text.as_bytes().first()?;
    if first.is_ascii() && first.to_ascii_lowercase() != word.as_bytes()[0] {
        return None;
    }
    let mut letters = text.char_indices();
    for expected in word.chars() {
        let (_, letter) = letters.next()?;
        let same = match letter.is_ascii() {
            true => letter.to_ascii_lowercase() == expected,
            false => letter.to_lowercase().eq([expected]),
        };
        if !same {
            return None;
        }
    }
    let rest = letters.next().map_or("", |(at, _)| &text[at..]);
    let within = word.ends_with(char::is_alphanumeric)
        && rest.starts_with(|next: char| next.is_alphanumeric() || next == '-');
    (!within).then_some(rest)
}

/// What a unit goes on with, without what joined it to its sign.
fn bare(rest: &str) -> &str {
    rest.trim_start_matches([' ', '\u{a0}', ',', ';', ':']).trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_read_into_its_sign_its_scale_and_the_rest() {
        use UnitScale::{Billion, Million, Thousand};
        let money = |sign: &'static str| money(sign).map(|(sign, _)| sign);
        for (unit, sign, scale, rest) in [
            ("people", None, None, "people"),
            ("", None, None, ""),
            ("£", money("£"), None, ""),
            ("£ per head", money("£"), None, "per head"),
            ("£ (2020 prices)", money("£"), None, "(2020 prices)"),
            ("£ million", money("£"), Some(Million), ""),
            ("£m", money("£"), Some(Million), ""),
            ("£ bn, 2020 prices", money("£"), Some(Billion), "2020 prices"),
            ("£000s", money("£"), Some(Thousand), ""),
            ("£ '000", money("£"), Some(Thousand), ""),
            ("million £", money("£"), Some(Million), ""),
            ("US$ million", money("US$"), Some(Million), ""),
            ("EUR a week", money("EUR"), None, "a week"),
            ("EURO", None, None, "EURO"),
            ("GBP", money("GBP"), None, ""),
            ("£ per metre", money("£"), None, "per metre"),
            ("thousand tonnes", None, Some(Thousand), "tonnes"),
            ("Thousands", None, Some(Thousand), ""),
            ("000s", None, Some(Thousand), ""),
            ("millions of people", None, Some(Million), "people"),
            ("m", None, None, "m"),
            ("millionaires", None, None, "millionaires"),
            ("thousand-year floods", None, None, "thousand-year floods"),
            ("%", Some(UnitSign::Percent), None, ""),
            ("% of GDP", Some(UnitSign::Percent), None, "of GDP"),
            ("per cent", Some(UnitSign::Percent), None, ""),
            ("percentage points", Some(UnitSign::Points), None, ""),
            ("percentages", None, None, "percentages"),
            ("°C", Some(UnitSign::Celsius), None, ""),
            ("degrees Celsius", Some(UnitSign::Celsius), None, ""),
            ("°F above normal", Some(UnitSign::Fahrenheit), None, "above normal"),
        ] {
            assert_eq!(read(unit), (UnitForm { sign, scale }, rest), "{unit}");
        }
    }

    #[test]
    fn no_currency_is_written_as_another() {
        let signs: Vec<&str> =
            Currency::ALL.iter().flat_map(|(_, signs)| *signs).copied().collect();
        for (at, sign) in signs.iter().enumerate() {
            assert!(!sign.starts_with(|first: char| first.is_ascii_lowercase()), "{sign}");
            assert!(!sign.starts_with(|first: char| first.is_ascii_digit()), "{sign}");
            assert!(!signs[..at].contains(sign), "{sign}");
            assert!(matches!(money(sign), Some((UnitSign::Money { sign: read, .. }, ""))
                if read == *sign));
        }
    }
}
