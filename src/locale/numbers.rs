//! Numbers as people say them: `82,109`, `4.4 million`, `0.5`, `−3`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Language;
use crate::figure::Way;

/// The digits of a label: an exact number in full up to seven of them.
const DIGITS_IN_FULL: u32 = 7;

/// Which way a number is rounded where it is too long to be said in full. The number of an
/// "at least" is never rounded up, nor that of an "at most" down: it would no longer be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// Whichever is nearer.
    Nearest,
    /// Down, so that a lower bound stays true.
    Lower,
    /// Up, so that an upper bound stays true.
    Upper,
}

impl Towards {
    /// A bound must not claim more than the number does.
    pub fn of(open: Option<Way>) -> Towards {
        match open {
            None => Towards::Nearest,
            Some(Way::Up) => Towards::Lower,
            Some(Way::Down) => Towards::Upper,
        }
    }

    /// How decimals call it.
    pub fn strategy(self) -> RoundingStrategy {
        match self {
            Towards::Nearest => RoundingStrategy::MidpointAwayFromZero,
            Towards::Lower => RoundingStrategy::ToNegativeInfinity,
            Towards::Upper => RoundingStrategy::ToPositiveInfinity,
        }
    }
}

impl Language {
    /// Every digit, in groups of three: `36,210,368`, `−0.5`.
    pub fn full(&self, number: Decimal) -> String {
        let scale = number.scale() as usize;
        let mut text = FromBehind::default();
        let mut rest = number.mantissa().unsigned_abs();
        for _ in 0..scale {
            text.put_digit(&mut rest);
        }
        if scale > 0 {
            text.put(self.numerals.decimal);
        }
        text.put_digit(&mut rest);
        let mut count = 1;
        while rest > 0 {
            if count % 3 == 0 {
                text.put(self.numerals.group);
            }
            text.put_digit(&mut rest);
            count += 1;
        }
        if number.is_sign_negative() && !number.is_zero() {
            text.put(self.numerals.minus);
        }
        text.text()
    }

    /// As a label says it: an exact number in full up to seven digits, a rounded one as a person
    /// would, and beyond that three significant digits with a word: `36.2 million`.
    pub fn spoken(&self, number: Decimal, exact: bool, towards: Towards) -> String {
        let size = number.abs();
        let in_full = if exact { 10_000_000 } else { 1_000_000 };
        if size < Decimal::from(in_full) {
            return self.full(significant(number, DIGITS_IN_FULL, towards));
        }
        let short = significant(number, 3, towards);
        if size < Decimal::from(10_000_000) && short != number {
            return self.full(significant(number, DIGITS_IN_FULL, towards));
        }
        self.with_word(short)
    }

    /// `4400000` as `4.4 million`; below a million in full.
    pub fn with_word(&self, number: Decimal) -> String {
        let short = |scale: u64| {
            let scale = Decimal::from(scale);
            let number = number.checked_div(scale).unwrap_or(number);
            (number.abs() >= Decimal::ONE).then(|| self.full(number.normalize()))
        };
        if let Some(short) = short(1_000_000_000_000) {
            return self.small.trillion(short);
        }
        if let Some(short) = short(1_000_000_000) {
            return self.small.billion(short);
        }
        short(1_000_000).map_or_else(|| self.full(number), |short| self.small.million(short))
    }
}

/// A text that is written from its end on: at most the 29 digits that a decimal has, a nought before
/// each of the 28 that may stand behind the point, and the signs between them.
struct FromBehind {
    text: [u8; 128],
    start: usize,
}

impl Default for FromBehind {
    fn default() -> FromBehind {
        FromBehind { text: [0; 128], start: 128 }
    }
}

impl FromBehind {
    /// Writes the last digit of a number, and takes it off.
    fn put_digit(&mut self, number: &mut u128) {
        // Division of what is not so large takes a tenth of the time.
        let digit = match u64::try_from(*number) {
            Ok(small) => {
                *number = u128::from(small / 10);
                small % 10
            }
            Err(_) => {
                let digit = *number % 10;
                *number /= 10;
                digit as u64
            }
        };
        self.start -= 1;
        self.text[self.start] = b'0' + digit as u8;
    }

    fn put(&mut self, sign: &str) {
        let end = self.start;
        self.start -= sign.len();
        self.text[self.start..end].copy_from_slice(sign.as_bytes());
    }

    fn text(&self) -> String {
        let written = str::from_utf8(&self.text[self.start..]);
        written.expect("digits and signs are text").to_string()
    }
}

/// Rounded to so many significant digits; a shorter number stays as it is written.
pub fn significant(number: Decimal, digits: u32, towards: Towards) -> Decimal {
    if number.mantissa().unsigned_abs() < 10u128.pow(digits.min(28)) {
        return number;
    }
    match number.round_sf_with_strategy(digits, towards.strategy()) {
        Some(rounded) if rounded != number => rounded.normalize(),
        _ => number,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::EN_GB;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn every_digit_is_said() {
        let longest = Decimal::MAX.to_string();
        let smallest = Decimal::from_i128_with_scale(1, 28).to_string();
        for plain in
            ["0", "0.0", "7", "12", "123", "1234", "-0.050", "999999.10", &longest, &smallest]
        {
            let said = EN_GB.full(n(plain));
            assert_eq!(said.replace(',', "").replace('−', "-"), plain);
            let whole = said.trim_start_matches('−').split('.').next().unwrap();
            let mut groups = whole.split(',');
            assert!((1..=3).contains(&groups.next().unwrap().len()), "{said}");
            assert!(groups.all(|group| group.len() == 3), "{said}");
        }
    }

    #[test]
    fn an_exact_number_is_said_in_full_up_to_seven_digits() {
        for (number, said) in [
            ("82109", "82,109"),
            ("4403657", "4,403,657"),
            ("10214753", "10.2 million"),
            ("36210368", "36.2 million"),
            ("999960000", "1 billion"),
            ("10000000", "10 million"),
            ("0.50", "0.50"),
            ("-1234.5", "−1,234.5"),
            ("0", "0"),
            ("0.004", "0.004"),
            ("1234.56789", "1,234.568"),
            ("1230000000000000", "1,230 trillion"),
        ] {
            assert_eq!(EN_GB.spoken(n(number), true, Towards::Nearest), said, "{number}");
        }
    }

    #[test]
    fn a_rounded_number_is_said_as_people_say_it() {
        for (number, said) in [
            ("80000", "80,000"),
            ("132700", "132,700"),
            ("4400000", "4.4 million"),
            ("4403657", "4,403,657"),
            ("20000000", "20 million"),
            ("20500000", "20.5 million"),
        ] {
            assert_eq!(EN_GB.spoken(n(number), false, Towards::Nearest), said, "{number}");
        }
    }

    #[test]
    fn a_bound_is_rounded_to_the_side_on_which_it_stays_true() {
        let number = n("12390000");
        assert_eq!(EN_GB.spoken(number, false, Towards::Lower), "12.3 million");
        assert_eq!(EN_GB.spoken(number, false, Towards::Upper), "12.4 million");
    }
}
