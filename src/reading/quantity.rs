//! A quantity in the words of an article: `at least 300,000`, `550k–850k`, `rose by a quarter`.

use rust_decimal::{Decimal, RoundingStrategy};

use super::amount::{Amount, Kind, Precision, Reader};
use super::number_words::{is_number_word, is_vague};
use super::phrases::{AFTER, BEFORE, Direction, Phrase};
use super::text::plain;
use super::tokens::{Cursor, Token, cut};
use super::{Ambiguous, Choice, Reading, Refusal, Understood, number_hint, too_long};
use crate::figure::{Interval, Nature, Per, Qualifier, Quantity, Series};
use crate::locale::numbers;

/// What the series counts, as far as the meaning of a number depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure<'s> {
    pub unit: &'s str,
    pub nature: Nature,
    pub per: Option<Per>,
}

impl<'s> From<&'s Series<'_>> for Measure<'s> {
    fn from(series: &'s Series<'_>) -> Measure<'s> {
        Measure { unit: &series.unit, nature: series.nature, per: series.per }
    }
}

impl Measure<'_> {
    pub fn is_percent(&self) -> bool {
        self.nature.is_percent() || ["percent", "per cent", "%"].contains(&self.unit)
    }

    /// Are its numbers counts, where decimals are unlikely?
    fn counts(&self) -> bool {
        matches!(self.nature, Nature::Stock | Nature::Flow | Nature::Rate) && !self.is_percent()
    }

    fn words(&self) -> Vec<String> {
        let words = plain(self.unit);
        words.split(|letter: char| !letter.is_alphanumeric()).map(str::to_string).collect()
    }

    fn is_in(&self, currency: char) -> bool {
        let names: &[&str] = match currency {
            '£' => &["pound", "pounds", "gbp", "sterling"],
            '$' => &["dollar", "dollars", "usd"],
            _ => &["euro", "euros", "eur"],
        };
        self.unit.contains(currency) || self.words().iter().any(|word| names.contains(&&**word))
    }

    /// `million pounds`: the unit has the scale already.
    fn has_scale(&self) -> bool {
        let scaled = |word: &String| {
            super::number_words::scale(word.strip_suffix('s').unwrap_or(word)).is_some()
                || word == "000s"
                || word == "000"
        };
        self.words().iter().any(scaled)
    }

    /// Is this word the unit, or one of its words, in singular or plural?
    fn names(&self, word: &str) -> bool {
        const IRREGULAR: [(&str, &str); 4] =
            [("child", "children"), ("man", "men"), ("woman", "women"), ("person", "people")];
        let singular = |word: &str| match IRREGULAR.iter().find(|(_, plural)| *plural == word) {
            Some((singular, _)) => (*singular).to_string(),
            None => word.strip_suffix('s').unwrap_or(word).to_string(),
        };
        self.words().iter().any(|own| !own.is_empty() && singular(own) == singular(word))
    }
}

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
        None if meaning.times => format!("does `{shown}` count the first time in?"),
        None => format!("is `{shown}` precise, or rounded?"),
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
        Quantity::Exact(v) if looks_rounded(*v, false) => format!("exactly {}", number(v)),
        Quantity::Exact(v) => number(v),
        Quantity::About(v) => format!("about {}", number(v)),
        Quantity::AtLeast(v) => format!("at least {}", number(v)),
        Quantity::AtMost(v) => format!("at most {}", number(v)),
        Quantity::Range { low, high } => format!("between {} and {}", number(low), number(high)),
        Quantity::Interval(interval) => {
            let Interval { value, low, high, about } = &**interval;
            let about = if *about { "about " } else { "" };
            format!("{about}{} ({} to {})", number(value), number(low), number(high))
        }
    }
}

fn written(number: Decimal, of: &Measure) -> String {
    let grouped = numbers::full(number.abs());
    let (whole, decimals) = grouped.split_once('.').unwrap_or((&grouped, ""));
    // One more nought, lest 1.234 be taken for 1,234.
    let like_thousands = decimals.len() == 3 && whole.len() <= 3 && whole != "0" && of.counts();
    let nought = if like_thousands { "0" } else { "" };
    let minus = if number.is_sign_negative() && !number.is_zero() { "-" } else { "" };
    let percent = if of.is_percent() { "%" } else { "" };
    format!("{minus}{grouped}{nought}{percent}")
}

/// Five digits or more, of which at most two say something; or, with a scale word, not all.
fn looks_rounded(number: Decimal, scaled: bool) -> bool {
    let plain = number.abs().normalize();
    if plain < Decimal::from(10_000) || plain.scale() > 0 {
        return false;
    }
    let digits = plain.to_string();
    let noughts = digits.len() - digits.trim_end_matches('0').len();
    digits.len() - noughts <= 2 || scaled && noughts > 0
}

/// An estimate is about if its number is round: few figures, or noughts at the end.
fn is_round(number: Decimal) -> bool {
    let digits = number.abs().normalize().mantissa().to_string();
    digits.len() <= 2 || digits.ends_with('0')
}

/// Everything a text may mean.
struct Meaning {
    /// One at least.
    values: Vec<Quantity>,
    note: Option<String>,
    /// Several because of `times`.
    times: bool,
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
    number_hint::no_number(text)
        .map(|reason| Refusal::new(format!("`{}` {reason}", text.trim()), number_hint::ABSENT))
}

/// What was said about the number.
#[derive(Clone, Copy, Debug, Default)]
struct Said {
    qualifier: Option<Qualifier>,
    exactly: bool,
    estimate: bool,
    average: bool,
    level: bool,
    direction: Option<Direction>,
}

impl Said {
    fn add(&mut self, phrase: Phrase) -> Result<(), Refusal> {
        match phrase {
            Phrase::Qualifies(new) => self.qualifier = Some(self.stronger(new)?),
            Phrase::Exactly => self.exactly = true,
            Phrase::Estimate => self.estimate = true,
            Phrase::Average => self.average = true,
            Phrase::Level => self.level = true,
            Phrase::Change(direction) if self.direction.is_none_or(|old| old == direction) => {
                self.direction = Some(direction);
            }
            Phrase::Change(_) => {
                return Err(Refusal::new("it goes up and down at once", "write one of the two"));
            }
            Phrase::Nothing => {}
        }
        Ok(())
    }

    /// `at least about 300`: the bound is what counts.
    fn stronger(&self, new: Qualifier) -> Result<Qualifier, Refusal> {
        match self.qualifier {
            None | Some(Qualifier::About) => Ok(new),
            Some(old) if old == new || new == Qualifier::About => Ok(old),
            Some(_) => Err(Refusal::new(
                "it is at least and at most at once",
                "write one of the two, or a range as in `between 300 and 400`",
            )),
        }
    }
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
        match (found, interval) {
            (Found::One(amount), Some((low, high))) => self.with_interval(amount, low, high),
            (Found::One(amount), None) => self.single(amount),
            (Found::Two(low, high), _) => self.range(low, high),
        }
    }

    /// Phrases, then one amount, or two after `between`.
    fn beginning(&mut self, cursor: &mut Cursor) -> Result<Found, Refusal> {
        loop {
            if cursor.take_any(&["anywhere between", "somewhere between", "between"]) {
                return self.between(cursor);
            }
            cursor.take_any(&["anywhere from", "ranging from", "a range of", "range of", "from"]);
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

    /// An amount that may have its own `about`.
    fn about(&mut self, cursor: &mut Cursor) -> Result<Option<Amount>, Refusal> {
        let mut trial = *cursor;
        if trial.take_longest(BEFORE) == Some(Phrase::Qualifies(Qualifier::About)) {
            *cursor = trial;
        }
        self.reader.amount(cursor)
    }

    /// `to 850,000`, `-850k` after a first amount.
    fn end_of_range(&mut self, found: Found, cursor: &mut Cursor) -> Result<Found, Refusal> {
        let Found::One(low) = found else { return Ok(found) };
        let mut trial = *cursor;
        if trial.take_any(&["to", "-", "–"])
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
        let level =
            self.reader.amount(&mut labelled)?.is_some_and(|level| level.kind == Kind::Percent);
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

    fn single(&self, amount: Amount) -> Result<Meaning, Refusal> {
        let loose = matches!(amount.kind, Kind::Times { loose: true });
        let unclear = loose && self.said.direction.is_some();
        let mut values = Vec::new();
        for counted_in in if unclear { &[true, false][..] } else { &[true] } {
            for qualifier in self.qualifiers(&amount) {
                let number = self.number(&amount, rounding(qualifier), *counted_in)?;
                values.extend(self.turned(qualifier, number));
            }
        }
        self.allowed(&values)?;
        Ok(Meaning { values, note: self.note(&amount), times: unclear })
    }

    /// The qualifier that was said, or else those that the look of the number allows.
    fn qualifiers(&self, amount: &Amount) -> Vec<Qualifier> {
        use Qualifier::{About, Exact};
        let Said { qualifier, exactly, estimate, average, .. } = self.said;
        if let Some(qualifier) = qualifier {
            return vec![qualifier];
        }
        if exactly {
            return vec![Exact];
        }
        if average && self.of.nature == Nature::Rate || estimate && is_round(amount.number) {
            return vec![About];
        }
        let scaled = amount.precision == Precision::Scaled;
        match amount.precision {
            Precision::Loose => vec![About],
            Precision::Unsure => vec![Exact, About],
            _ if matches!(amount.kind, Kind::Times { .. }) => vec![Exact],
            _ if looks_rounded(amount.number, scaled) => vec![Exact, About],
            _ => vec![Exact],
        }
    }

    /// The quantity, with a fall turned into a negative change: a fall of at least 10% is a
    /// change of at most -10%.
    fn turned(&self, qualifier: Qualifier, number: Decimal) -> Option<Quantity> {
        if self.said.direction != Some(Direction::Down) || number.is_zero() {
            return Quantity::of(qualifier, number);
        }
        let qualifier = match qualifier {
            Qualifier::AtLeast => Qualifier::AtMost,
            Qualifier::AtMost => Qualifier::AtLeast,
            other => other,
        };
        Quantity::of(qualifier, -number)
    }

    fn range(&self, low: Amount, high: Amount) -> Result<Meaning, Refusal> {
        if matches!(self.said.qualifier, Some(Qualifier::AtLeast | Qualifier::AtMost)) {
            return Err(Refusal::new(
                "a range has both ends already",
                "write `between 550,000 and 850,000`, or one number with `at least` or `at most`",
            ));
        }
        let low = share_scale(low, &high);
        let (mut low, mut high) = (
            self.number(&low, RoundingStrategy::ToNegativeInfinity, true)?,
            self.number(&high, RoundingStrategy::ToPositiveInfinity, true)?,
        );
        if low >= high {
            return Err(Refusal::new(
                format!(
                    "{} to {} is no range: the first number is not the smaller one",
                    written(low, self.of),
                    written(high, self.of)
                ),
                "write the smaller number first, or a single number",
            ));
        }
        if self.said.direction == Some(Direction::Down) {
            (low, high) = (-high, -low);
        }
        let values = vec![Quantity::Range { low, high }];
        self.allowed(&values)?;
        let vague = self.said.qualifier == Some(Qualifier::About) || self.said.estimate;
        let note = vague.then(|| "a range is kept with its ends as they are stated".to_string());
        Ok(Meaning { values, note, times: false })
    }

    fn with_interval(&self, amount: Amount, low: Amount, bound: Bound) -> Result<Meaning, Refusal> {
        let nearest = RoundingStrategy::MidpointAwayFromZero;
        let value = self.number(&amount, nearest, true)?;
        let (low, high) = match bound {
            Bound::High(high) => {
                let low = share_scale(low, &high);
                (self.number(&low, nearest, true)?, self.number(&high, nearest, true)?)
            }
            Bound::Margin => {
                let margin = self.number(&low, nearest, true)?;
                let ends = (value.checked_sub(margin), value.checked_add(margin));
                let (Some(low), Some(high)) = ends else {
                    return Err(Refusal::new("the interval is too wide", "write its two ends"));
                };
                (low, high)
            }
        };
        if !(low <= value && value <= high && low < high) {
            return Err(Refusal::new(
                format!(
                    "{} does not lie between {} and {}",
                    written(value, self.of),
                    written(low, self.of),
                    written(high, self.of)
                ),
                "write the value first and its interval in brackets: `600 (500 to 700)`",
            ));
        }
        let said = self.said;
        if matches!(said.qualifier, Some(Qualifier::AtLeast | Qualifier::AtMost))
            || said.direction == Some(Direction::Down)
        {
            return Err(Refusal::new(
                "a value with an interval takes no other qualifier",
                "write it as `600 (500 to 700)`",
            ));
        }
        let about = said.qualifier == Some(Qualifier::About);
        let values = vec![Quantity::Interval(Box::new(Interval { value, low, high, about }))];
        self.allowed(&values)?;
        Ok(Meaning { values, note: None, times: false })
    }

    /// The number in the unit of the series. `counted_in`: a rise of seven times is seven times
    /// as much, not eight times.
    fn number(
        &self,
        amount: &Amount,
        rounding: RoundingStrategy,
        counted_in: bool,
    ) -> Result<Decimal, Refusal> {
        self.fits(amount)?;
        let too_large =
            || Refusal::new("the number has more than 28 digits", "write a smaller one");
        match amount.kind {
            Kind::Plain | Kind::Percent => Ok(amount.number),
            Kind::Fraction(top, bottom) => {
                let hundredfold = Decimal::from(top).checked_mul(Decimal::ONE_HUNDRED);
                let percent = hundredfold.and_then(|top| top.checked_div(Decimal::from(bottom)));
                let percent = percent.ok_or_else(too_large)?;
                let places = if percent.scale() <= 2 { 2 } else { 1 };
                Ok(percent.round_dp_with_strategy(places, rounding).normalize())
            }
            Kind::Times { .. } => {
                let more = if counted_in {
                    amount.number.checked_sub(Decimal::ONE)
                } else {
                    Some(amount.number)
                };
                let percent = more.and_then(|more| more.checked_mul(Decimal::ONE_HUNDRED));
                percent.map(|percent| percent.normalize()).ok_or_else(too_large)
            }
        }
    }

    /// Is this the sort of number that the series counts?
    fn fits(&self, amount: &Amount) -> Result<(), Refusal> {
        let of = self.of;
        let counted = format!(
            "the series counts {}",
            if of.unit.is_empty() { "no such thing" } else { of.unit }
        );
        let no = |what: &str, hint: &str| Err(Refusal::new(format!("{what}, and {counted}"), hint));
        let change = of.nature == Nature::Change;
        if let Some(currency) = amount.money.filter(|currency| !of.is_in(*currency)) {
            return no(
                &format!("`{currency}` is money"),
                "take the series whose unit is that currency",
            );
        }
        if amount.scale.is_some() && of.has_scale() {
            return no(
                "the number has its own scale",
                "write the number in the unit of the series",
            );
        }
        match amount.kind {
            Kind::Percent if !of.is_percent() => {
                no("it is a percentage", "write the count, or take a series of shares or changes")
            }
            Kind::Fraction(..) if !of.is_percent() => no(
                "it is a part of a whole",
                "write the count, or take a series of shares or changes",
            ),
            Kind::Times { .. } if !change => {
                no("it says how many times as much", "write the count, or take a series of changes")
            }
            Kind::Times { .. }
                if self.said.direction == Some(Direction::Down)
                    || amount.number.is_sign_negative() =>
            {
                Err(Refusal::new(
                    "a fall by so many times has no agreed meaning",
                    "write the percentage, as in `fell by 80%`",
                ))
            }
            _ if self.said.direction.is_some() && !change => no(
                "it says by how much something changed",
                "write the level, or take a series of changes",
            ),
            _ if self.said.level && change => Err(Refusal::new(
                "it is a level, and the series counts changes",
                "write by how much it changed, as in `rose by 27%`",
            )),
            Kind::Plain | Kind::Percent
                if self.said.direction.is_some() && amount.number.is_sign_negative() =>
            {
                Err(Refusal::new("it has a direction and a sign", "write one of the two"))
            }
            _ => Ok(()),
        }
    }

    fn allowed(&self, values: &[Quantity]) -> Result<(), Refusal> {
        let negative = |number: &Decimal| number.is_sign_negative() && !number.is_zero();
        if self.of.nature.may_be_negative()
            || !values.iter().any(|v| v.numbers().iter().any(negative))
        {
            return Ok(());
        }
        Err(Refusal::new(
            format!("it is negative, and a {} cannot be", self.of.nature.word()),
            "write the number without its sign, or take a series of changes",
        ))
    }

    fn note(&self, amount: &Amount) -> Option<String> {
        match amount.kind {
            Kind::Times { .. } if amount.number < Decimal::ONE => {
                Some("halved is a fall of 50%".into())
            }
            Kind::Times { .. } => {
                let rise = self.number(amount, RoundingStrategy::ToZero, true).ok()?;
                Some(format!("{} times as much is a rise of {rise}%", amount.number))
            }
            Kind::Fraction(top, bottom) => Some(format!("{top}/{bottom}, in percent")),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
enum Found {
    One(Amount),
    Two(Amount, Amount),
}

/// The other part of an interval around a value.
#[derive(Clone, Copy, Debug)]
enum Bound {
    High(Amount),
    /// What stands beside it is no low end but the distance to both.
    Margin,
}

/// A bound must not claim more than the fraction does.
fn rounding(qualifier: Qualifier) -> RoundingStrategy {
    match qualifier {
        Qualifier::AtLeast => RoundingStrategy::ToNegativeInfinity,
        Qualifier::AtMost => RoundingStrategy::ToPositiveInfinity,
        _ => RoundingStrategy::MidpointAwayFromZero,
    }
}

/// `5 to 7 million`, `40 to 50%`: what stands after the second number belongs to both; but not
/// in `500,000 to 1 million`.
fn share_scale(low: Amount, high: &Amount) -> Amount {
    let mut low = low;
    if low.kind == Kind::Plain && matches!(high.kind, Kind::Percent | Kind::Times { .. }) {
        low.kind = high.kind;
    }
    if let (None, Some(scale)) = (low.scale, high.scale) {
        let scaled = super::numeral::times(low.number, scale);
        if let Some(number) = scaled.filter(|number| *number < high.number) {
            low = Amount { number, scale: Some(scale), ..low };
        }
    }
    low
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
