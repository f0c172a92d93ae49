//! Arithmetic over other figures: `[nca-referrals-2017-npcc] / (1 + 7.00)`.
//!
//! A formula is parsed once, prints as it was read but for blanks and needless brackets, and is
//! worked out in exact decimals.

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;

use super::sided::Sided;

/// How deep brackets and signs may nest.
const MAX_DEPTH: usize = 64;
/// How many numbers and figures a formula may have: a tree over them is never too deep to walk.
const MAX_TERMS: usize = 256;

/// A tree of numbers, figures and the four operators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number as written.
    Number(Decimal),
    /// The value of another figure, by its id.
    Figure(String),
    /// With a minus before it.
    Negative(Box<Formula>),
    /// Left and right of an operator.
    Binary(Operator, Box<Formula>, Box<Formula>),
}

/// The four operators; `*` and `/` bind more than `+` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

impl Operator {
    /// As it is written in a formula.
    pub fn sign(self) -> char {
        match self {
            Operator::Plus => '+',
            Operator::Minus => '-',
            Operator::Times => '*',
            Operator::Over => '/',
        }
    }

    fn binding(self) -> u8 {
        match self {
            Operator::Plus | Operator::Minus => 1,
            Operator::Times | Operator::Over => 2,
        }
    }
}

/// Why a formula cannot be read, and which bytes of it are to blame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// Of the text of the formula.
    pub bytes: Range<usize>,
    /// What is wrong, without what to write instead.
    pub message: String,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormulaError {}

/// Why a formula that can be read has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoResult<E> {
    /// A divisor is zero.
    DivisionByZero,
    /// More digits than a decimal holds.
    TooLarge,
    /// A figure could not give its value, for this reason.
    Figure(E),
}

impl Formula {
    /// Reads a formula: numbers, `[ids of figures]`, `+ - * /`, brackets. At most 256 terms, and
    /// brackets 64 deep.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        let mut parser = Parser { text, at: 0, depth: 0, terms: 0 };
        let formula = parser.sum()?;
        parser.blanks();
        match parser.rest().chars().next() {
            None => Ok(formula),
            Some(found) => {
                Err(parser.error(found.len_utf8(), format!("`{found}` is not expected here")))
            }
        }
    }

    /// The ids it reads, in order of their first use.
    pub fn figures(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.collect(&mut found);
        found
    }

    fn collect<'f>(&'f self, found: &mut Vec<&'f str>) {
        match self {
            Formula::Number(_) => {}
            Formula::Figure(id) if found.contains(&id.as_str()) => {}
            Formula::Figure(id) => found.push(id),
            Formula::Negative(inner) => inner.collect(found),
            Formula::Binary(_, left, right) => {
                left.collect(found);
                right.collect(found);
            }
        }
    }

    /// Works it out; `value` gives the number of a figure, and which way it can be off.
    pub fn evaluate<E>(
        &self,
        value: &mut impl FnMut(&str) -> Result<Sided, E>,
    ) -> Result<Sided, NoResult<E>> {
        match self {
            Formula::Number(number) => Ok(Sided::exact(*number)),
            Formula::Figure(id) => value(id).map_err(NoResult::Figure),
            Formula::Negative(inner) => Ok(inner.evaluate(value)?.negative()),
            Formula::Binary(operator, left, right) => {
                let (left, right) = (left.evaluate(value)?, right.evaluate(value)?);
                let result = match operator {
                    Operator::Plus => left.plus(right),
                    Operator::Minus => left.minus(right),
                    Operator::Times => left.times(right),
                    Operator::Over if right.number.is_zero() => {
                        return Err(NoResult::DivisionByZero);
                    }
                    Operator::Over => left.over(right),
                };
                result.ok_or(NoResult::TooLarge)
            }
        }
    }

    /// The formula in words: every figure and every constant put through `show`.
    pub fn write(&self, show: &mut dyn FnMut(Term) -> String) -> String {
        let mut text = String::new();
        self.write_into(&mut text, 0, show);
        text
    }

    fn write_into(&self, text: &mut String, binding: u8, show: &mut dyn FnMut(Term) -> String) {
        match self {
            Formula::Number(number) => text.push_str(&show(Term::Number(*number))),
            Formula::Figure(id) => text.push_str(&show(Term::Figure(id))),
            Formula::Negative(inner) => {
                text.push('-');
                inner.write_into(text, 3, show);
            }
            Formula::Binary(operator, left, right) => {
                let own = operator.binding();
                let brackets = own < binding;
                text.push_str(if brackets { "(" } else { "" });
                left.write_into(text, own, show);
                text.push_str(&format!(" {} ", show(Term::Operator(*operator))));
                right.write_into(text, own + 1, show);
                text.push_str(if brackets { ")" } else { "" });
            }
        }
    }
}

/// A part of a formula that has a printed form.
pub enum Term<'f> {
    /// A number as written.
    Number(Decimal),
    /// The id of a figure.
    Figure(&'f str),
    /// Between two terms.
    Operator(Operator),
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.write(&mut |term| match term {
            Term::Number(number) => number.to_string(),
            Term::Figure(id) => format!("[{id}]"),
            Term::Operator(operator) => operator.sign().to_string(),
        }))
    }
}

struct Parser<'f> {
    text: &'f str,
    at: usize,
    depth: usize,
    terms: usize,
}

impl<'f> Parser<'f> {
    fn rest(&self) -> &'f str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn error(&self, length: usize, message: impl Into<String>) -> FormulaError {
        FormulaError { bytes: self.at..self.at + length, message: message.into() }
    }

    fn take(&mut self, wanted: &[(char, Operator)]) -> Option<Operator> {
        self.blanks();
        let next = self.rest().chars().next()?;
        let (_, operator) = wanted.iter().find(|(sign, _)| *sign == next)?;
        self.at += next.len_utf8();
        Some(*operator)
    }

    fn sum(&mut self) -> Result<Formula, FormulaError> {
        let mut left = self.product()?;
        while let Some(operator) = self.take(&[('+', Operator::Plus), ('-', Operator::Minus)]) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.product()?));
        }
        Ok(left)
    }

    fn product(&mut self) -> Result<Formula, FormulaError> {
        let mut left = self.factor()?;
        while let Some(operator) = self.take(&[('*', Operator::Times), ('/', Operator::Over)]) {
            left = Formula::Binary(operator, Box::new(left), Box::new(self.factor()?));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Formula, FormulaError> {
        self.blanks();
        self.depth += 1;
        self.terms += 1;
        if self.terms > MAX_TERMS {
            return Err(
                self.error(0, format!("there are more than {MAX_TERMS} numbers and figures"))
            );
        }
        if self.depth > MAX_DEPTH {
            return Err(self.error(0, format!("brackets nest deeper than {MAX_DEPTH}")));
        }
        let factor = match self.rest().chars().next() {
            Some('-') => {
                self.at += 1;
                Ok(Formula::Negative(Box::new(self.factor()?)))
            }
            Some('(') => self.brackets(),
            Some('[') => self.figure(),
            Some(next) if next.is_ascii_digit() => self.number(),
            Some(next) => Err(self.error(
                next.len_utf8(),
                format!("`{next}` is not expected here; a formula is made of [figure-id], numbers, + - * / and brackets"),
            )),
            None => Err(self.error(0, "the formula ends where a number or a [figure-id] is expected")),
        };
        self.depth -= 1;
        factor
    }

    fn brackets(&mut self) -> Result<Formula, FormulaError> {
        let opened = self.at;
        self.at += 1;
        let inner = self.sum()?;
        self.blanks();
        if !self.rest().starts_with(')') {
            return Err(FormulaError {
                bytes: opened..opened + 1,
                message: "this bracket is not closed".into(),
            });
        }
        self.at += 1;
        Ok(inner)
    }

    fn figure(&mut self) -> Result<Formula, FormulaError> {
        let Some(end) = self.rest().find(']') else {
            return Err(self.error(1, "this square bracket is not closed"));
        };
        let id = self.rest()[1..end].trim();
        if id.is_empty() || id.contains('[') {
            return Err(self.error(end + 1, "there is no figure id between the square brackets"));
        }
        self.at += end + 1;
        Ok(Formula::Figure(id.to_string()))
    }

    fn number(&mut self) -> Result<Formula, FormulaError> {
        let length = self
            .rest()
            .find(|next: char| !next.is_ascii_digit() && next != '.')
            .unwrap_or(self.rest().len());
        let word = &self.rest()[..length];
        let well_formed = !word.ends_with('.') && word.matches('.').count() <= 1;
        let number = well_formed.then(|| Decimal::from_str_exact(word).ok()).flatten();
        let number =
            number.ok_or_else(|| self.error(length, format!("`{word}` is not a plain number")))?;
        self.at += length;
        Ok(Formula::Number(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str) -> Result<Decimal, NoResult<String>> {
        let result = Formula::parse(text).expect(text).evaluate(&mut |id| match id {
            "a" => Ok(Sided::exact(Decimal::from(82109))),
            "b" => Ok(Sided::exact(Decimal::from(10384))),
            other => Err(other.to_string()),
        });
        result.map(|result| result.number)
    }

    #[test]
    fn formulas_are_worked_out_exactly() {
        assert_eq!(value("[a] / (1 + 7.00)").unwrap().to_string(), "10263.625");
        assert_eq!(value("([a] / [b] - 1) * 100").unwrap().round_dp(1).to_string(), "690.7");
        assert_eq!(value("2 - 3 - -4").unwrap().to_string(), "3");
        assert_eq!(value("[a] / ([b] - [b])"), Err(NoResult::DivisionByZero));
        assert_eq!(value("[c] + 1"), Err(NoResult::Figure("c".into())));
        assert_eq!(value("79228162514264337593543950335 * 10"), Err(NoResult::TooLarge));
    }

    #[test]
    fn what_is_no_formula_is_pointed_at() {
        for (text, bytes) in [
            ("", 0..0),
            ("[a", 0..1),
            ("(1 + 2", 0..1),
            ("1 2", 2..3),
            ("[a] / 1,000", 7..8),
            ("[] + 1", 0..2),
            ("1.2.3", 0..5),
        ] {
            assert_eq!(Formula::parse(text).expect_err(text).bytes, bytes, "{text}");
        }
        assert!(Formula::parse(&"(".repeat(100_000)).is_err());
        assert!(Formula::parse(&"-".repeat(100_000)).is_err());
        assert!(Formula::parse(&format!("1{}", "+1".repeat(30_000))).is_err());
    }

    fn formula() -> impl Strategy<Value = Formula> {
        let leaf = prop_oneof![
            (0i64..1_000_000, 0u32..4)
                .prop_map(|(number, scale)| Formula::Number(Decimal::new(number, scale))),
            "[a-z][a-z0-9-]{0,8}".prop_map(Formula::Figure),
        ];
        leaf.prop_recursive(5, 32, 2, |inner| {
            let operator = prop_oneof![
                Just(Operator::Plus),
                Just(Operator::Minus),
                Just(Operator::Times),
                Just(Operator::Over)
            ];
            prop_oneof![
                inner.clone().prop_map(|formula| Formula::Negative(Box::new(formula))),
                (operator, inner.clone(), inner).prop_map(|(operator, a, b)| Formula::Binary(
                    operator,
                    Box::new(a),
                    Box::new(b)
                )),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_formula_prints_what_it_parses(formula in formula()) {
            prop_assert_eq!(Formula::parse(&formula.to_string()).unwrap(), formula);
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,32}", signs in "[-0-9a\\[\\]()+*/. ]{0,32}") {
            let _ = (Formula::parse(&text), Formula::parse(&signs));
        }
    }
}
