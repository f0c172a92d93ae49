//! A number as its decimal digits, as spreadsheets round them: from the 15 digits that they keep,
//! halves away from zero.

/// Without its sign; `12.5` is the digits 1, 2, 5 with 2 before the point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digits {
    digits: Vec<u8>,
    /// How many of them stand before the point; below zero, that many noughts follow the point.
    before: i32,
}

/// More digits than these a spreadsheet does not keep.
const KEPT: usize = 15;

impl Digits {
    pub fn of(value: f64) -> Digits {
        let text = format!("{:.*e}", KEPT - 1, value.abs());
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = digits.bytes().filter(u8::is_ascii_digit).map(|byte| byte - b'0').collect();
        let mut all = Digits { digits, before: exponent.parse::<i32>().unwrap_or_default() + 1 };
        all.trim();
        all
    }

    /// Ten to this power times as much.
    pub fn times_ten_to(mut self, power: i32) -> Digits {
        self.before += power;
        self
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// The power of ten of the first digit: 2 of 123.
    pub fn magnitude(&self) -> i32 {
        if self.is_zero() { 0 } else { self.before - 1 }
    }

    pub fn rounded(mut self, decimals: i32) -> Digits {
        let kept = self.before + decimals;
        if kept < 0 {
            self.digits.clear();
        } else if (kept as usize) < self.digits.len() {
            let up = self.digits[kept as usize] >= 5;
            self.digits.truncate(kept as usize);
            if up {
                self.count_up();
            }
        }
        self.trim();
        self
    }

    fn count_up(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            *digit += 1;
            if *digit < 10 {
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.before += 1;
    }

    /// Leaves out noughts that say nothing.
    fn trim(&mut self) {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        let leading = self.digits.iter().take_while(|digit| **digit == 0).count();
        self.digits.drain(..leading);
        self.before -= leading as i32;
        if self.digits.is_empty() {
            self.before = 0;
        }
    }

    /// The digits before the point, empty of a number below one, and those after it.
    pub fn parts(&self) -> (String, String) {
        let digit = |at: i32| match usize::try_from(at).ok().and_then(|at| self.digits.get(at)) {
            Some(digit) => char::from(b'0' + digit),
            None => '0',
        };
        let whole = (0..self.before.max(0)).map(digit).collect();
        (whole, (self.before..self.digits.len() as i32).map(digit).collect())
    }

    /// `1234.5`, `0.05`, `0`.
    pub fn plain(&self) -> String {
        let (whole, decimals) = self.parts();
        let whole = if whole.is_empty() { "0" } else { &whole };
        if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_as_spreadsheets_round_them() {
        let rounded = |value: f64, decimals: i32| Digits::of(value).rounded(decimals).plain();
        assert_eq!(rounded(0.1 + 0.2, 15), "0.3");
        assert_eq!(rounded(1.005, 2), "1.01");
        assert_eq!(rounded(2.5, 0), "3");
        assert_eq!(rounded(999.95, 1), "1000");
        assert_eq!(rounded(0.04, 1), "0");
        assert_eq!(rounded(0.05, 1), "0.1");
        assert_eq!(rounded(82109.0, 0), "82109");
        assert_eq!(rounded(1e300, 0).len(), 301);
        assert_eq!(rounded(0.0, 3), "0");
        assert_eq!(Digits::of(1234.5).times_ten_to(-3).plain(), "1.2345");
        assert_eq!(Digits::of(0.0004).magnitude(), -4);
    }
}
