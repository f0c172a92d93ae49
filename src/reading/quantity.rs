//! A quantity in the words of an article: `at least 300,000`, `550k–850k`, `rose by a quarter`.

use rust_decimal::Decimal;

use super::amount::{Amount, AmountKind, Precision, Reader};
use super::measure::{Measure, looks_rounded, written};
use super::number_words::{is_number_word, is_vague};
use super::phrases::{AFTER, BEFORE, PhraseSense};
use super::sense::{Ambiguity, Bound, Meaning, Said, Sense, in_thousands};
use super::text::plain;
use super::tokens::{Cursor, Token, cut};
use super::{Ambiguous, Choice, Reading, Refusal, Understood, no_number, too_long};
use crate::figure::{Interval, Nature, Per, Quantity, Side};

/// Reads a quantity of a series.
pub fn quantity(text: &str, of: &Measure) -> Reading<Quantity> {
    let (meaning, doubt) = match meanings(text, of) {
        Ok(found) => found,
        Err(refusal) => return Reading::Refused(refusal),
    };
    let mut values = meaning.values;
    let first = values.remove(0);
    if values.is_empty() {
        let words = quantity_in_words(&first, of);
        return Reading::Understood(Understood { value: first, words, note: meaning.note });
    }
    let shown = text.trim();
    let question = match doubt {
        Some(numeral) => format!("what does the mark in `{numeral}` mean?"),
        None => match meaning.doubt {
            Ambiguity::Times => format!("does `{shown}` count the first time in?"),
            Ambiguity::Thousands(low) => {
                format!("in `{shown}`, is {low} in thousands as the other end is?")
            }
            Ambiguity::Rounded => format!("is `{shown}` precise, or rounded?"),
        },
    };
    let choice = |value| {
        let label = quantity_in_words(&value, of);
        Choice { value, write: label.clone(), label }
    };
    let choices = std::iter::once(first).chain(values).map(choice).collect();
    Reading::Ambiguous(Ambiguous { question, choices })
}

/// A quantity said in full: `at least 300,000`, `between 5% and 10%`, `exactly 80,000`. Read
/// again, it gives the same quantity.
pub fn quantity_in_words(quantity: &Quantity, of: &Measure) -> String {
    let number = |number: &Decimal| written(*number, of);
    match quantity {
        Quantity::One { side: Side::Exact, value } if looks_rounded(*value, false) => {
            format!("exactly {}", number(value))
        }
        Quantity::One { side, value } => side.plain(&number(value)),
        Quantity::Range { low, high } if in_thousands(*low, *high).is_some() => {
            format!("between exactly {} and {}", number(low), number(high))
        }
        Quantity::Range { low, high } => format!("between {} and {}", number(low), number(high)),
        Quantity::Interval(interval) => {
            let Interval { value, low, high, about } = &**interval;
            let side = if *about { Side::About } else { Side::Exact };
            format!("{} ({} to {})", side.plain(&number(value)), number(low), number(high))
        }
    }
}

fn meanings(text: &str, of: &Measure) -> Result<(Meaning, Option<String>), Refusal> {
    if let Some(refusal) = too_long(text).or_else(|| no_text(text)) {
        return Err(refusal);
    }
    let plain = plain(text).replace(">=", "≥").replace("<=", "≤");
    let plain = plain.replace("+/-", "±").replace("+-", "±");
    let tokens = cut(&plain);
    let reader = |thousands| Reader { thousands, counts: of.counts(), doubt: None };
    let mut first = Grammar { reader: reader(false), said: Said::default(), of };
    let mut meaning = first.sentence(&tokens)?;
    let doubt = first.reader.doubt;
    if doubt.is_some() {
        let mut second = Grammar { reader: reader(true), said: Said::default(), of };
        if let Ok(other) = second.sentence(&tokens) {
            meaning.values.extend(other.values);
        }
    }
    Ok((meaning, doubt))
}

fn no_text(text: &str) -> Option<Refusal> {
    if text.trim().is_empty() {
        return Some(Refusal::new("there is no quantity", "write a number, as in 82,109"));
    }
    no_number::no_number(text)
        .map(|reason| Refusal::new(format!("`{}` {reason}", text.trim()), no_number::ABSENT))
}

struct Grammar<'s> {
    reader: Reader,
    said: Said,
    of: &'s Measure<'s>,
}

impl Grammar<'_> {
    fn sentence(&mut self, tokens: &[Token]) -> Result<Meaning, Refusal> {
        let mut cursor = Cursor::new(tokens);
        let found = self.beginning(&mut cursor)?;
        let found = self.end_of_range(found, &mut cursor)?;
        let interval = match found {
            Found::One(_) => self.interval(&mut cursor)?,
            Found::Two(..) => None,
        };
        self.rest(&mut cursor)?;
        let sense = Sense { said: self.said, of: self.of };
        match (found, interval) {
            (Found::One(amount), Some((low, high))) => sense.with_interval(amount, low, high),
            (Found::One(amount), None) => sense.single(amount),
            (Found::Two(low, high), _) => sense.range(low, high),
        }
    }

    /// Phrases, then one amount, or two after `between`.
    fn beginning(&mut self, cursor: &mut Cursor) -> Result<Found, Refusal> {
        loop {
            if cursor.take_any(&["anywhere between", "somewhere between", "between"]) {
                return self.between(cursor);
            }
            if cursor.take("from") {
                self.said.starts_at_a_level()?;
            }
            cursor.take_any(&["anywhere from", "ranging from", "a range of", "range of"]);
            if let Some(amount) = self.reader.amount(cursor)? {
                return Ok(Found::One(amount));
            }
            match cursor.take_longest(BEFORE) {
                Some(phrase) => self.said.add(phrase)?,
                None => return Err(no_number_at(cursor)),
            }
        }
    }

    /// Which `and` parts the two numbers shows only when both sides can be read: `between one
    /// hundred and fifty and two hundred`.
    fn between(&mut self, cursor: &mut Cursor) -> Result<Found, Refusal> {
        let rest = cursor.rest();
        let parts = |token: &Token| {
            matches!(token, Token::Word("and" | "to") | Token::Sign('-' | '–' | '&'))
        };
        for at in (1..rest.len()).filter(|at| parts(&rest[*at])) {
            let (mut left, mut right) = (Cursor::new(&rest[..at]), Cursor::new(&rest[at + 1..]));
            let (Some(low), Some(high)) = (self.about(&mut left)?, self.about(&mut right)?) else {
                continue;
            };
            let goes_on = match right.peek() {
                Some(Token::Word(word)) => word == "and" || is_number_word(word),
                _ => false,
            };
            if left.is_done() && !goes_on {
                *cursor = right;
                return Ok(Found::Two(low, high));
            }
        }
        Err(Refusal::new(
            "`between` is not followed by two numbers",
            "write both, as in `between 550,000 and 850,000`",
        ))
    }

    /// An amount that may have its own `about`, or `exactly`.
    fn about(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        let mut trial = *cursor;
        let phrase = trial.take_longest(BEFORE);
        let exactly = phrase == Some(PhraseSense::Exactly);
        if exactly || phrase == Some(PhraseSense::Qualifies(Side::About)) {
            *cursor = trial;
        }
        let mut amount = self.reader.amount(cursor)?;
        if let Some(amount) = amount.as_mut().filter(|_| exactly) {
            amount.precision = Precision::Told;
        }
        Ok(amount)
    }

    /// `to 850,000`, `-850k` after a first amount.
    fn end_of_range(&mut self, found: Found, cursor: &mut Cursor) -> Result<Found, Refusal> {
        let Found::One(low) = found else { return Ok(found) };
        let mut trial = *cursor;
        if trial.take_any(&["to", "-", "–", "or"])
            && let Some(high) = self.about(&mut trial)?
        {
            *cursor = trial;
            return Ok(Found::Two(low, high));
        }
        Ok(found)
    }

    /// `(500,000 to 700,000)`, `[95% CI 40–60]`, `± 10` after an amount.
    fn interval(&mut self, cursor: &mut Cursor) -> Result<Option<(Amount, Bound)>, Refusal> {
        let mut trial = *cursor;
        if trial.take_any(&["±", "plus or minus", "give or take"]) {
            let margin = self.reader.amount(&mut trial)?;
            if margin.is_some() {
                *cursor = trial;
            }
            return Ok(margin.map(|margin| (margin, Bound::Margin)));
        }
        if !trial.take_any(&["(", "["]) {
            return Ok(None);
        }
        let mut labelled = trial;
        let level = self
            .reader
            .amount(&mut labelled)?
            .is_some_and(|level| level.kind == AmountKind::Percent);
        let names = ["ci", "confidence interval", "credible interval", "uncertainty interval"];
        if level && labelled.take_any(&names) {
            trial = labelled;
        }
        trial.take_any(&["ci", "range", "confidence interval"]);
        let found = if trial.take("between") {
            self.between(&mut trial)?
        } else {
            trial.take("from");
            let Some(low) = self.reader.amount(&mut trial)? else { return Ok(None) };
            self.end_of_range(Found::One(low), &mut trial)?
        };
        match found {
            Found::Two(low, high) if trial.take_any(&[")", "]"]) => {
                *cursor = trial;
                Ok(Some((low, Bound::High(high))))
            }
            _ => Ok(None),
        }
    }

    /// Phrases after the number, the unit, and what a rate is per. Nothing may be left over.
    fn rest(&mut self, cursor: &mut Cursor) -> Result<(), Refusal> {
        while !cursor.is_done() {
            if self.per(cursor)? {
                continue;
            }
            if let Some(phrase) = cursor.take_longest(AFTER) {
                self.said.add(phrase)?;
                continue;
            }
            match cursor.peek() {
                Some(Token::Word("of")) if self.is_share_of(cursor) => return Ok(()),
                Some(Token::Word(word)) if self.of.names(word) => cursor.skip(1),
                Some(Token::Sign(sign @ ('£' | '$' | '€' | '%')))
                    if self.of.unit.contains(sign) =>
                {
                    cursor.skip(1);
                }
                _ => return Err(left_over(cursor)),
            }
        }
        Ok(())
    }

    /// `44% of new images`: what it is a share of, the series says itself.
    fn is_share_of(&self, cursor: &Cursor) -> bool {
        let numeral = |token: &Token| match token {
            Token::Word(word) => is_number_word(word),
            _ => true,
        };
        self.of.nature == Nature::Share && !cursor.rest().iter().any(numeral)
    }

    fn per(&self, cursor: &mut Cursor) -> Result<bool, Refusal> {
        let mut trial = *cursor;
        let found = if trial.take_any(&["a", "an", "per", "every", "each", "/", "in a", "in each"])
        {
            let Some(Token::Word(word)) = trial.peek() else { return Ok(false) };
            trial.skip(1);
            if word == "two" || word == "three" || word == "other" {
                return Err(Refusal::new(
                    format!("`every {} {}` is not one period", word, trial.text()),
                    "write the number for one period, derived with a formula if need be",
                ));
            }
            Per::ALL
                .into_iter()
                .find(|per| per.word() == word || word == "annum" && *per == Per::Year)
        } else {
            let adverbs = [
                ("weekly", Per::Week),
                ("monthly", Per::Month),
                ("quarterly", Per::Quarter),
                ("yearly", Per::Year),
                ("annually", Per::Year),
            ];
            trial.take_longest(&adverbs)
        };
        let Some(found) = found else { return Ok(false) };
        *cursor = trial;
        match self.of.per {
            Some(own) if own == found => Ok(true),
            Some(own) => Err(Refusal::new(
                format!("it is per {}, and the series counts per {}", found.word(), own.word()),
                "take the series of that rate; nothing is converted here",
            )),
            None => Err(Refusal::new(
                format!("it is a rate per {}, and the series is no rate", found.word()),
                "take a series of nature `rate`, or write the count of the whole period",
            )),
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Found {
    One(Amount),
    Two(Amount, Amount),
}

fn no_number_at(cursor: &Cursor) -> Refusal {
    let words = cursor.text();
    if cursor.words().iter().any(|word| is_vague(word)) {
        return Refusal::new(
            format!("`{words}` gives no number"),
            "a figure needs a number or its bounds; without one, keep the words in a note",
        );
    }
    let reason = match cursor.is_done() {
        true => "there is no number".to_string(),
        false => format!("no number is understood in `{words}`"),
    };
    Refusal::new(
        reason,
        "write it as in 82,109, `about 20 million`, `at least 300,000` or `between 5 and 7`",
    )
}

fn left_over(cursor: &Cursor) -> Refusal {
    Refusal::new(
        format!("`{}` after the number is not understood", cursor.text()),
        "write the number with its qualifier only; the source's own words go into `stated`",
    )
}
