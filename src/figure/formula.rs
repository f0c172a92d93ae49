//! Arithmetic over other figures: `[nca-referrals-2017-npcc] / (1 + 7.00)`.
//!
//! A formula is parsed once, prints as it was read but for blanks and needless brackets, and is
//! worked out in exact decimals.

use std::fmt;
use std::ops::Range;

use rust_decimal::Decimal;

use super::period::Period;
use super::sided::Sided;

/// Between a series and a period in the id of a figure that has no row. No id of a row has it.
pub(super) const AT: char = '@';

/// The id of the figure that the formula of a series gives for a period: `rate@2019`. Whether the
/// period is approximate does not count.
pub fn derived_id(series: &str, period: Period) -> String {
    format!("{series}{AT}{}", period.to_string().replace('~', ""))
}

/// The series and the period of such an id.
pub fn split_derived_id(id: &str) -> Option<(&str, Period)> {
    let (series, period) = id.split_once(AT)?;
    Some((series, Period::parse(period).ok()?))
}

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

    pub(super) fn over(left: Formula, right: Formula) -> Formula {
        Formula::Binary(Operator::Over, Box::new(left), Box::new(right))
    }

    /// The same with each id put through `name`; one for which there is none stays.
    pub fn renamed(&self, name: &impl Fn(&str) -> Option<String>) -> Formula {
        match self {
            Formula::Number(number) => Formula::Number(*number),
            Formula::Figure(id) => Formula::Figure(name(id).unwrap_or_else(|| id.clone())),
            Formula::Negative(inner) => Formula::Negative(Box::new(inner.renamed(name))),
            Formula::Binary(operator, left, right) => Formula::Binary(
                *operator,
                Box::new(left.renamed(name)),
                Box::new(right.renamed(name)),
            ),
        }
    }

    /// The formula in words: every figure and every constant put through `show`.
    pub fn write(&self, show: &mut dyn FnMut(Term) -> String) -> String {
        let mut text = String::new();
        self.write_into(&mut text, 0, false, show);
        text
    }

    /// The series and the period of an index.
    fn as_index(&self) -> Option<(&str, &str)> {
        let Formula::Binary(Operator::Times, share, hundred) = self else { return None };
        let Formula::Binary(Operator::Over, series, base) = &**share else { return None };
        let (Formula::Figure(series), Formula::Figure(base)) = (&**series, &**base) else {
            return None;
        };
        let base = base.strip_prefix(series)?.strip_prefix(AT)?;
        (**hundred == Formula::Number(Decimal::ONE_HUNDRED)).then_some((series, base))
    }

    /// An index is written as one if `short`.
    fn write_into(
        &self,
        text: &mut String,
        binding: u8,
        short: bool,
        show: &mut dyn FnMut(Term) -> String,
    ) {
        if let Some((series, base)) = self.as_index().filter(|_| short) {
            text.push_str(&format!("index([{series}], \"{base}\")"));
            return;
        }
        match self {
            Formula::Number(number) => text.push_str(&show(Term::Number(*number))),
            Formula::Figure(id) => text.push_str(&show(Term::Figure(id))),
            Formula::Negative(inner) => {
                text.push('-');
                inner.write_into(text, 3, short, show);
            }
            Formula::Binary(operator, left, right) => {
                let own = operator.binding();
                let brackets = own < binding;
                text.push_str(if brackets { "(" } else { "" });
                left.write_into(text, own, short, show);
                text.push_str(&format!(" {} ", show(Term::Operator(*operator))));
                right.write_into(text, own + 1, short, show);
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
        let mut text = String::new();
        self.write_into(&mut text, 0, true, &mut |term| match term {
            Term::Number(number) => number.to_string(),
            Term::Figure(id) => format!("[{id}]"),
            Term::Operator(operator) => operator.sign().to_string(),
        });
        f.write_str(&text)
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

    #[test]
    fn an_index_is_each_figure_over_that_of_one_period() {
        let long = Formula::parse("[a-b] / [a-b@2019] * 100").unwrap();
        for text in ["index([a-b], 2019)", "index([a-b],\"2019\")", " index ( [ a-b ] , '2019' ) "]
        {
            let formula = Formula::parse_for_series(text).expect(text);
            assert_eq!(formula, long, "{text}");
            assert_eq!(formula.to_string(), "index([a-b], \"2019\")");
        }
        let more = "2 * index([a], \"2009-04/2010-03\") / [b]";
        assert_eq!(Formula::parse_for_series(more).unwrap().to_string(), more);
        for (text, bytes) in [
            ("index", 0..5),
            ("2 * index [a]", 4..9),
            ("index([a])", 6..9),
            ("index([a], base)", 6..15),
            ("index([a] / [b], 2019)", 6..21),
            ("index([a], 2009-10)", 6..18),
            ("[a@2019]", 0..8),
            ("indexes", 0..5),
        ] {
            assert_eq!(Formula::parse_for_series(text).expect_err(text).bytes, bytes, "{text}");
        }
        assert!(Formula::parse("index([a], 2019)").is_err());
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
            let index = format!("index{signs}");
            let _ = (Formula::parse_for_series(&text), Formula::parse_for_series(&index));
        }
    }
}
