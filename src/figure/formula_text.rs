//! The text of a formula read: numbers, names in square brackets, operators, an index.

use rust_decimal::Decimal;

use super::formula::{AT, Formula, FormulaError, Operator, derived_id};
use super::period::Period;

/// How deep brackets and signs may nest.
const MAX_DEPTH: usize = 64;
/// How many numbers and figures a formula may have: a tree over them is never too deep to walk.
const MAX_TERMS: usize = 256;

impl Formula {
    /// Reads a formula: numbers, `[ids of figures]`, `+ - * /`, brackets. At most 256 terms, and
    /// brackets 64 deep.
    pub fn parse(text: &str) -> Result<Formula, FormulaError> {
        Parser { text, at: 0, depth: 0, terms: 0, of_series: false }.whole()
    }

    /// Reads the formula of a series: the same over `[ids of series]`, and `index([s], "2019")`,
    /// which is read as `[s] / [s@2019] * 100`.
    pub fn parse_for_series(text: &str) -> Result<Formula, FormulaError> {
        Parser { text, at: 0, depth: 0, terms: 0, of_series: true }.whole()
    }
}

struct Parser<'f> {
    text: &'f str,
    at: usize,
    depth: usize,
    terms: usize,
    /// Its names are those of series, and it may have an index.
    of_series: bool,
}

impl<'f> Parser<'f> {
    fn whole(mut self) -> Result<Formula, FormulaError> {
        let formula = self.sum()?;
        self.blanks();
        match self.rest().chars().next() {
            None => Ok(formula),
            Some(found) => {
                Err(self.error(found.len_utf8(), format!("`{found}` is not expected here")))
            }
        }
    }

    /// What its names are names of.
    fn noun(&self) -> &'static str {
        if self.of_series { "series" } else { "figure" }
    }

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
        // What stands within all of them is one level more.
        if self.depth > MAX_DEPTH + 1 {
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
            Some(_) if self.of_series && self.rest().starts_with("index") => self.index(),
            Some(next) => Err(self.error(
                next.len_utf8(),
                format!(
                    "`{next}` is not expected here; a formula is made of [{}-id], numbers, + - * / and brackets",
                    self.noun()
                ),
            )),
            None => Err(self.error(
                0,
                format!("the formula ends where a number or a [{}-id] is expected", self.noun()),
            )),
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
            let message = format!("there is no {} id between the square brackets", self.noun());
            return Err(self.error(end + 1, message));
        }
        if self.of_series && id.contains(AT) {
            let message = format!("`{id}` is a figure that is worked out, and no series");
            return Err(self.error(end + 1, message));
        }
        self.at += end + 1;
        Ok(Formula::Figure(id.to_string()))
    }

    /// `index([s], "2019")`: the series over its figure for a period, times 100.
    fn index(&mut self) -> Result<Formula, FormulaError> {
        let opened = self.at;
        self.at += "index".len();
        self.blanks();
        let shape = "an index is written as index([series-id], \"2019\")";
        let inner = self.rest().strip_prefix('(').and_then(|rest| Some(&rest[..rest.find(')')?]));
        let Some(inner) = inner else {
            self.at = opened;
            return Err(self.error("index".len(), shape));
        };
        let (inside, end) = (self.at + 1, self.at + 2 + inner.len());
        let (series, base) = inner.split_once(',').unwrap_or((inner, ""));
        let series = series.trim();
        let id = series.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).map(str::trim);
        let Some(id) = id.filter(|id| !id.is_empty() && !id.contains(['[', ']', AT])) else {
            self.at = inside;
            let message = format!("`{series}` is not one series in square brackets; {shape}");
            return Err(self.error(inner.len(), message));
        };
        let base = base.trim();
        let quoted = ['"', '\'']
            .into_iter()
            .find_map(|mark| base.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)));
        let base = quoted.unwrap_or(base).trim();
        match Period::parse(base) {
            Ok(period) => {
                self.at = end;
                self.terms += 2;
                let (series, at_base) = (id.to_string(), derived_id(id, period));
                let share = Formula::over(Formula::Figure(series), Formula::Figure(at_base));
                let hundred = Formula::Number(Decimal::ONE_HUNDRED);
                Ok(Formula::Binary(Operator::Times, Box::new(share), Box::new(hundred)))
            }
            Err(error) => {
                self.at = inside;
                let message = match base.is_empty() {
                    true => format!("no period says what is 100; {shape}"),
                    false => format!("`{base}`, which is to be 100, {error}; {shape}"),
                };
                Err(self.error(inner.len(), message))
            }
        }
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
