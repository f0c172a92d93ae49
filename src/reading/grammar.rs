//! The grammar of a quantity: phrases, a number or two, an interval, the unit.

use rust_decimal::RoundingStrategy;

use super::Refusal;
use super::amount::{Amount, AmountKind, Precision, Reader};
use super::bases::is_base;
use super::measure::{Measure, written};
use super::number_words::{is_number_word, is_vague};
use super::per_words::{says_how_often, take_per};
use super::phrases::{PhraseSense, after, before};
use super::sense::{Meaning, Said, Sense};
use super::sides::take_side;
use super::tokens::{Cursor, Token};
use super::two_ends::{Bound, Ends, Joint, share_scale};
use super::unit_words::{has_base, take_unit};
use crate::figure::{Nature, Side, Way};

pub(super) struct Grammar<'s> {
    /// It knows afterwards whether a numeral had several readings.
    pub reader: Reader<'s>,
    of: &'s Measure<'s>,
    said: Said,
    other: bool,
    unit_told: bool,
    /// `from` stands before the first number.
    from: bool,
    /// The number is a part of a whole.
    part: bool,
}

impl<'s> Grammar<'s> {
    /// `pick` and `other` say which of several readings to take.
    pub fn new(of: &'s Measure<'s>, pick: usize, other: bool) -> Grammar<'s> {
        let reader = Reader { pick, of, in_money: false, doubt: None };
        Grammar {
            reader,
            of,
            said: Said::default(),
            other,
            unit_told: false,
            from: false,
            part: false,
        }
    }

    /// Did a word say on which side of the number the true one lies?
    pub fn tells_side(&self) -> bool {
        self.said.side.is_some()
    }

    /// Did a word say that it rose or fell?
    pub fn tells_way(&self) -> bool {
        self.said.direction.is_some()
    }

    pub fn sentence(&mut self, tokens: &[Token]) -> Result<Meaning, Refusal> {
        let mut cursor = Cursor::new(tokens);
        let found = self.beginning(&mut cursor)?;
        let found = self.end_of_range(found, &mut cursor)?;
        if let Some(refusal) = self.levels(&found) {
            return Err(refusal);
        }
        let interval = match found {
            OneOrTwo::One(_) => self.interval(&mut cursor)?,
            OneOrTwo::Two(..) => None,
        };
        self.part = matches!(found, OneOrTwo::One(Amount { kind: AmountKind::Fraction(..), .. }));
        if let Some(refusal) = self.part_that_is_left(&found, &cursor) {
            return Err(refusal);
        }
        let rest = self.rest(&mut cursor);
        let sense =
            Sense { said: self.said, of: self.of, unit_told: self.unit_told, other: self.other };
        let meaning = match (found, interval) {
            (OneOrTwo::One(amount), Some((low, high))) => sense.with_interval(amount, low, high),
            (OneOrTwo::One(amount), None) => sense.single(amount),
            (OneOrTwo::Two(ends), _) => sense.range(ends),
        }?;
        rest.map(|()| meaning)
    }

    /// `a fifth of the level` is what is left of it.
    fn part_that_is_left(&self, found: &OneOrTwo, cursor: &Cursor) -> Option<Refusal> {
        let OneOrTwo::One(Amount { kind: AmountKind::Fraction(top, bottom), .. }) = found else {
            return None;
        };
        let told = self.said.direction.is_none() && self.of.nature.tells_changes();
        if !told || cursor.starts_with_words("of").is_none() {
            return None;
        }
        let gone = Amount::part_of_a_whole(bottom - top, *bottom);
        let sense = Sense { said: Said::default(), of: self.of, unit_told: false, other: false };
        let gone = sense.number(&gone, RoundingStrategy::MidpointAwayFromZero, true).ok()?;
        Some(Refusal::new(
            "it says what is left, and not by how much it fell",
            format!("write how much it fell, as in `fell by about {}`", written(gone, self.of)),
        ))
    }

    /// `rose from 10% to 12%` tells of two levels, and no change.
    fn levels(&self, found: &OneOrTwo) -> Option<Refusal> {
        let moved = self.said.direction.is_some();
        if !self.from || !(moved || self.of.nature.tells_changes()) {
            return None;
        }
        let OneOrTwo::Two(Ends { low, high, .. }) = found else {
            return Some(Refusal::new(
                "what stands after `from` is the level before, and no change",
                "write how much it changed, or the level at the end alone",
            ));
        };
        let one = |amount: &Amount| {
            let said = Said::default();
            let sense = Sense { said, of: self.of, unit_told: false, other: false };
            let number = sense.number(amount, RoundingStrategy::MidpointAwayFromZero, true);
            number.and_then(|number| {
                sense.allowed(&[Side::Exact.of(number)])?;
                Ok(written(number, self.of))
            })
        };
        let low = share_scale(*low, high);
        let (first, last) = match (one(&low), one(high)) {
            (Ok(first), Ok(last)) => (first, last),
            (Err(refusal), _) | (_, Err(refusal)) => return Some(refusal),
        };
        Some(match self.of.nature.tells_changes() {
            true => Refusal::new(
                format!("{first} and {last} may be the levels before and after, and no change"),
                match low.kind == high.kind && low.number < high.number {
                    true => format!(
                        "write by how much it changed, or `between {first} and {last}` if that is it"
                    ),
                    false => "write by how much it changed".to_string(),
                },
            ),
            false => Refusal::new(
                format!("{first} is the level before, and {last} that after"),
                format!("write `{last}`, the level at the end"),
            ),
        })
    }

    /// Phrases, then one amount, or two after `between`.
    fn beginning(&mut self, cursor: &mut Cursor) -> Result<OneOrTwo, Refusal> {
        loop {
            if cursor.take_any(&["anywhere between", "somewhere between", "between"]) {
                return self.between(cursor);
            }
            if says_how_often(cursor) && take_per(cursor, self.of)? {
                continue;
            }
            if cursor.take("from") {
                self.from = true;
            }
            let ranging = ["anywhere from", "anything from", "ranging from"];
            cursor.take_any(&ranging);
            cursor.take_any(&["a range of", "range of"]);
            if let Some(amount) = self.reader.amount(cursor)? {
                return Ok(OneOrTwo::One(amount));
            }
            match before(cursor) {
                Some((phrase, more)) => {
                    self.said.add(phrase)?;
                    if let Some(more) = more {
                        self.said.add(more)?;
                    }
                }
                None => return Err(no_number_at(cursor, self.of)),
            }
        }
    }

    /// Which `and` parts the two numbers shows only when both sides can be read: `between one
    /// hundred and fifty and two hundred`.
    fn between(&mut self, cursor: &mut Cursor) -> Result<OneOrTwo, Refusal> {
        let rest = cursor.rest();
        let parts = |token: &Token| {
            matches!(token, Token::Word("and" | "to") | Token::Sign('-' | '–' | '&'))
        };
        for at in (1..rest.len()).filter(|at| parts(&rest[*at])) {
            let (mut left, mut right) = (Cursor::new(&rest[..at]), Cursor::new(&rest[at + 1..]));
            let (Some(low), Some(high)) = (self.end(&mut left)?, self.end(&mut right)?) else {
                continue;
            };
            self.unit(&mut left)?;
            let goes_on = match right.peek() {
                Some(Token::Word(word)) => word == "and" || is_number_word(word),
                _ => false,
            };
            if left.is_done() && !goes_on {
                *cursor = right;
                return Ok(OneOrTwo::two(low, high, Joint::Said));
            }
        }
        let example = if self.of.is_percent() { "40% and 50%" } else { "550,000 and 850,000" };
        Err(Refusal::new(
            "`between` is not followed by two numbers",
            format!("write both, as in `between {example}`"),
        ))
    }

    /// An amount, and whether it has a word of its own; `exactly` is none.
    fn end(&mut self, cursor: &mut Cursor) -> Result<Option<(Amount, bool)>, Refusal> {
        let mut trial = *cursor;
        let mut phrase = before(&mut trial).map(|(phrase, _)| phrase);
        if phrase == Some(PhraseSense::Nothing) {
            let mut bare = trial;
            if let Some(amount) = self.reader.amount(&mut bare)? {
                *cursor = bare;
                return Ok(Some((amount, false)));
            }
            phrase = None;
        }
        let exactly = phrase == Some(PhraseSense::Exactly);
        let vague = matches!(phrase, Some(PhraseSense::Qualifies(_)));
        if exactly || vague {
            *cursor = trial;
        }
        let mut amount = self.reader.amount(cursor)?;
        if let Some(amount) = amount.as_mut().filter(|_| exactly) {
            amount.precision = Precision::Told;
        }
        Ok(amount.map(|amount| (amount, vague)))
    }

    /// `to 850,000`, `-850k` after a first amount; `but fewer than 900` after one with a side.
    fn end_of_range(&mut self, found: OneOrTwo, cursor: &mut Cursor) -> Result<OneOrTwo, Refusal> {
        let OneOrTwo::One(low) = found else { return Ok(found) };
        let mut trial = *cursor;
        let told = self.unit(&mut trial)?;
        take_per(&mut trial, self.of)?;
        let joint = match () {
            () if trial.take_any(&["up to", "to", "through"]) => Some(Joint::To),
            () if trial.take("or") => Some(Joint::Or),
            () if trial.take_any(&["-", "–"]) => Some(Joint::Dash),
            () => None,
        };
        if let Some(joint) = joint
            && let Some(high) = self.end(&mut trial)?
        {
            *cursor = trial;
            self.unit_told |= told;
            return Ok(OneOrTwo::two((low, false), high, joint));
        }
        let mut trial = *cursor;
        trial.take_any(&["but", "and", "though", "but also"]);
        let sides = self.said.side.zip(take_side(&mut trial));
        let both_open = sides.filter(|(first, second)| {
            first.open().zip(second.open()).is_some_and(|(one, two)| one != two)
        });
        if let Some((first, second)) = both_open
            && let Some(high) = self.reader.amount(&mut trial)?
        {
            *cursor = trial;
            self.said.side = None;
            let is_strict = |side: Side| matches!(side, Side::MoreThan | Side::LessThan);
            let (first, second) = ((low, is_strict(first)), (high, is_strict(second)));
            let upwards = both_open.is_some_and(|(first, _)| first.open() == Some(Way::Up));
            let (low, high) = if upwards { (first, second) } else { (second, first) };
            return Ok(OneOrTwo::Two(Ends {
                low: low.0,
                high: high.0,
                joint: Joint::Said,
                vague: false,
                without: (low.1, high.1),
            }));
        }
        Ok(found)
    }

    /// Takes words of the unit.
    fn unit(&self, cursor: &mut Cursor) -> Result<bool, Refusal> {
        let mut taken = false;
        while !cursor.is_done() && take_unit(cursor, self.of)? {
            taken = true;
        }
        Ok(taken)
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
        let names =
            ["ci", "cri", "ui", "confidence interval", "credible interval", "uncertainty interval"];
        if level && labelled.take_any(&names) {
            trial = labelled;
        }
        trial.take_any(&["ci", "range", "confidence interval"]);
        if trial.take("±") {
            let margin = self.reader.amount(&mut trial)?;
            let closed = margin.filter(|_| trial.take_any(&[")", "]"]));
            if closed.is_some() {
                *cursor = trial;
            }
            return Ok(closed.map(|margin| (margin, Bound::Margin)));
        }
        let found = if trial.take("between") {
            self.between(&mut trial)?
        } else {
            trial.take("from");
            let Some(low) = self.reader.amount(&mut trial)? else { return Ok(None) };
            self.end_of_range(OneOrTwo::One(low), &mut trial)?
        };
        let ends = match found {
            OneOrTwo::Two(ends) if !ends.vague => Some((ends.low, ends.high)),
            OneOrTwo::Two(_) => None,
            // `(95% CI 800, 1,000)`
            OneOrTwo::One(low) => self.reader.amount(&mut trial)?.map(|high| (low, high)),
        };
        let closed = ends.filter(|_| trial.take_any(&[")", "]"]));
        if closed.is_some() {
            *cursor = trial;
        }
        Ok(closed.map(|(low, high)| (low, Bound::High(high))))
    }

    /// Phrases after the number, the unit, and what a rate is per. Nothing may be left over.
    fn rest(&mut self, cursor: &mut Cursor) -> Result<(), Refusal> {
        let text = format!(" {} ", cursor.text());
        self.each_of_rest(cursor)?;
        let counted = self.unit_told && has_base(self.of);
        if counted
            && ![" per ", " / ", " every ", " each ", " a ", " an ", " in ", " out of "]
                .iter()
                .any(|w| text.contains(w))
        {
            return Err(Refusal::new(
                format!("it does not say per what, and the series counts {}", self.of.unit),
                "write the number with what it is per, or alone if it is that of the series",
            ));
        }
        Ok(())
    }

    fn each_of_rest(&mut self, cursor: &mut Cursor) -> Result<(), Refusal> {
        while !cursor.is_done() {
            if self.unit(cursor)? {
                self.unit_told = true;
                continue;
            }
            if self.of.nature.tells_changes()
                && let Some(base) = is_base(&cursor.text(), self.of)
            {
                return base;
            }
            if take_per(cursor, self.of)? {
                continue;
            }
            if let Some(phrase) = after(cursor) {
                self.said.add(phrase)?;
                continue;
            }
            let mut other = *cursor;
            let joins = ["up from", "down from", "from", "compared with", "compared to", "against"];
            if other.take_any(&joins) {
                return Err(Refusal::new(
                    format!("`{}` tells of another figure", cursor.text()),
                    "write the first number alone",
                ));
            }
            match cursor.peek() {
                Some(Token::Word("of")) if self.is_share_of(cursor) => return Ok(()),
                Some(Token::Word(word)) if self.is_whole(word, cursor) => return Ok(()),
                Some(Token::Word(word)) if compares(word) && !self.of.nature.tells_changes() => {
                    self.said.add(PhraseSense::Movement)?;
                    return Ok(());
                }
                _ if self.of.may_be_negative()
                    && ["below zero", "below freezing"].contains(&cursor.text().as_str()) =>
                {
                    return Err(Refusal::new(
                        format!("`{}` stands behind the number", cursor.text()),
                        "write a minus before the number instead, as in `-3.5`",
                    ));
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

    /// `one in four adults`: of whom it is a share.
    fn is_whole(&self, word: &str, cursor: &Cursor) -> bool {
        let plural = word.ends_with('s') || ["people", "children", "men", "women"].contains(&word);
        self.of.nature == Nature::Share && self.part && plural && cursor.rest().len() == 1
    }
}

#[derive(Clone, Copy, Debug)]
enum OneOrTwo {
    One(Amount),
    Two(Ends),
}

impl OneOrTwo {
    fn two(low: (Amount, bool), high: (Amount, bool), joint: Joint) -> OneOrTwo {
        let vague = low.1 || high.1;
        OneOrTwo::Two(Ends { low: low.0, high: high.0, joint, vague, without: (false, false) })
    }
}

/// Does a comparison with another time start here? Then the number is a change.
fn compares(word: &str) -> bool {
    matches!(word, "on" | "than" | "year" | "month" | "quarter" | "yoy" | "qoq")
}

fn no_number_at(cursor: &Cursor, of: &Measure) -> Refusal {
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
    Refusal::new(reason, format!("write it as in {}", of.example()))
}

fn left_over(cursor: &Cursor) -> Refusal {
    Refusal::new(
        format!("`{}` after the number is not understood", cursor.text()),
        "write the number with its qualifier only; the source's own words go into `stated`",
    )
}
