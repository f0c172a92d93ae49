//! The numbers of a table: each cell read, with its marks, its ends and its power of ten; what may
//! mean two things is settled once for the whole column.

use rust_decimal::Decimal;
use sourceline::figure::{Interval, Quantity, Side, Status};
use sourceline::reading::{self, Measure, Reading, looks_rounded};
use sourceline::tables::absence::absence_meant;
use sourceline::tables::marks::{Mark, Marked, is_blank, part};
use sourceline::tables::names::code_of;
use sourceline::tables::{DecimalMark, HeadingUnit, UnitDoubt};

use super::brackets::{bracket_marks, in_brackets};
use super::brackets_open::brackets_matter;
use super::damage::spoilt;
use super::decimals::{convention, rounding_note};
use super::frame::Frame;
use super::options::{BracketSign, DecimalSign, ImportOptions, Round};
use super::percent_signs::has_sign;
use super::question::{OpenMatter, Settlement};
use crate::cli::refusal::Unchanged;

/// A cell of numbers, read.
pub enum NumberCell {
    Number {
        quantity: Quantity,
        marked: Option<Box<Marked>>,
    },
    /// A mark says why there is no number.
    Absent(Box<Marked>),
    /// Nothing, or what stands for nothing.
    Empty,
    Unread(String),
}

/// How the numbers of the column are read.
#[derive(Clone)]
pub struct NumberReader<'f, 't> {
    frame: &'f Frame<'t>,
    decimal: Option<DecimalMark>,
    factor: Option<Decimal>,
    round: Option<Round>,
    /// What was said of all of them.
    of_all: Marked,
    /// A number that may be rounded, where nobody has said whether they are.
    pub doubtful: Option<String>,
    /// It was multiplied: numbers of thousands are rounded to them more often than not.
    scaled: bool,
    /// The largest number without a percent sign, and whether any is a fraction.
    largest: Decimal,
    fraction: Option<String>,
    /// Some number has a percent sign, and its series is not in percent.
    pub has_percent_signs: bool,
}

impl<'f, 't> NumberReader<'f, 't> {
    /// `units` are those of the series that the rows belong to.
    pub fn new(
        frame: &'f Frame<'t>,
        options: &ImportOptions,
        units: &[&str],
        open: &mut Vec<OpenMatter>,
    ) -> Result<NumberReader<'f, 't>, Unchanged> {
        let given = options.decimal.map(|sign| match sign {
            DecimalSign::Point => DecimalMark::Point,
            DecimalSign::Comma => DecimalMark::Comma,
        });
        let decimal = given.or_else(|| convention(frame, open));
        let factor = match &options.multiply {
            None => None,
            Some(typed) => {
                Some(typed.parse::<Decimal>().ok().filter(|by| *by > Decimal::ZERO).ok_or_else(
                    || {
                        Unchanged::new(format!("--multiply {typed} is no number above zero"))
                            .hint("write it in digits, as in --multiply 1000 or --multiply 0.01")
                    },
                )?)
            }
        };
        open.extend(brackets_matter(frame));
        let of_all = status_of_all(options)?;
        if factor.is_none() && frame.multiplier.is_none() {
            open.extend(unit_matter(frame, units));
        }
        Ok(NumberReader {
            frame,
            decimal,
            factor,
            round: options.round,
            of_all,
            doubtful: None,
            scaled: false,
            largest: Decimal::ZERO,
            fraction: None,
            has_percent_signs: false,
        })
    }

    /// Takes up what another has seen in the rows that follow.
    pub fn go_on(&mut self, later: NumberReader) {
        if self.doubtful.is_none() {
            self.scaled |= later.scaled;
            self.doubtful = later.doubtful;
        }
        self.has_percent_signs |= later.has_percent_signs;
        self.largest = self.largest.max(later.largest);
        self.fraction = self.fraction.take().or(later.fraction);
    }

    /// The number of a row in one of the columns of numbers.
    pub fn read(&mut self, row: usize, column: Option<usize>, of: &Measure) -> NumberCell {
        let cell = self.frame.cell(row, column);
        if let Some(why) = column.and_then(|at| self.frame.table.grid.doubt(row, at)) {
            return NumberCell::Unread(why);
        }
        let minus;
        let (mut rest, mut marked) = (cell, Marked::default());
        // Only digits: nothing to take off.
        let only_digits = !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
        if !only_digits {
            if let Some(why) = spoilt(cell) {
                return NumberCell::Unread(why);
            }
            (rest, marked) = part(cell);
            // `c`, `low`, `Suppressed`: a mark in the place of the number.
            if let Some(alone) = self.mark_alone(rest) {
                marked = marked.and(alone);
                rest = "";
            }
            match (self.frame.brackets, in_brackets(rest)) {
                (Some(BracketSign::Negative), Some(inner)) => {
                    minus = format!("-{inner}");
                    rest = &minus;
                }
                (Some(BracketSign::Positive), Some(inner)) => {
                    rest = inner;
                    marked = marked.and(bracket_marks(self.frame.table));
                }
                _ => {}
            }
            // `1,843 (1)`, and below the table `(1) Excludes Kent`.
            if let Some((number, note)) = noted(rest)
                && let Some(text) = self.frame.table.footnote(note)
            {
                marked
                    .words
                    .push(format!("Marked {note} in the source: {}.", text.trim_end_matches('.')));
                rest = number;
            }
            if let Some((number, letter)) = lettered(rest)
                && let Some(text) = self.frame.table.footnote(letter)
            {
                let text = text.trim_end_matches('.');
                rest = number;
                marked.words.push(format!("Marked {letter} in the source: {text}."));
            }
        }
        let beside = column.and_then(|at| self.frame.beside.get(&at)).and_then(|one| one.marks);
        for status in self.frame.status.iter().copied().chain(beside) {
            let cell = self.frame.cell(row, Some(status));
            marked = marked.and(self.frame.table.marks(status, cell));
        }
        if !self.of_all.is_empty() {
            marked = marked.and(self.of_all.clone());
        }
        let ends = match self.ends(row, of) {
            Ok(ends) => ends,
            Err(why) => return NumberCell::Unread(why),
        };
        if !only_digits && is_blank(rest) {
            return match ends {
                Some((low, high)) => self.finished(row, Quantity::Range { low, high }, marked),
                None if marked.is_absent() => match self.multiplied(row) {
                    Ok(_) => NumberCell::Absent(Box::new(marked)),
                    Err(why) => NumberCell::Unread(why),
                },
                // `[low]` alone: what stands in place of the number says why there is none.
                None if rest.is_empty() && !cell.is_empty() && !marked.is_empty() => {
                    NumberCell::Absent(Box::new(marked.in_place_of_a_number()))
                }
                None => NumberCell::Empty,
            };
        }
        let mut quantity = match self.number(rest, of) {
            Ok(quantity) => quantity,
            Err(why) => return NumberCell::Unread(why),
        };
        if let (
            Some((low, high)),
            Quantity::One { side: side @ (Side::Exact | Side::About), value },
        ) = (ends, &quantity)
        {
            if *value < low || high < *value {
                return NumberCell::Unread(format!("{value} is not between {low} and {high}"));
            }
            let about = *side == Side::About;
            quantity = Quantity::Interval(Box::new(Interval { value: *value, low, high, about }));
        }
        self.finished(row, quantity, marked)
    }

    /// A known mark, or what stands below the table behind one such as `*`, in the place of a number.
    fn mark_alone(&self, cell: &str) -> Option<Marked> {
        if cell.is_empty() || cell.contains(|c: char| c.is_ascii_digit()) {
            return None;
        }
        // `..C` of New Zealand: what stands for no number, and the letter that says why.
        if let Some(letter) = cell.strip_prefix("..").filter(|letter| letter.len() == 1) {
            let mut notes = self.frame.table.outline.notes.clone();
            let says = |row: usize| {
                let cells = self.frame.table.grid.cells(row);
                cells.into_iter().any(|note| note.contains(&format!("{letter}: Confidential")))
            };
            let why = if notes.any(says) { "c" } else { "x" };
            let words = vec![format!("Marked {cell} in the source.")];
            let words = if why == "c" { Vec::new() } else { words };
            return Some(Marked { letters: why.to_string(), words });
        }
        let known = Mark::find(cell).filter(|mark| mark.code != "A");
        // The capitals of SDMX say that in a column of marks, and in no other table.
        let is_capital = |mark: &Mark| matches!(mark.code.as_bytes(), [b'A'..=b'Z']);
        if cell.len() == 1 && known.is_some_and(is_capital) {
            let words = vec![format!("Marked {cell} in the source.")];
            return Some(Marked { letters: "x".to_string(), words });
        }
        if known.is_some() {
            return Some(Marked::of_column(cell));
        }
        let text = self.frame.table.footnote(cell).filter(|_| is_blank(cell))?;
        // What is said of a period by the same sign is another thing.
        if self.frame.marks_a_period(cell) {
            let words = vec![format!("Marked {cell} in the place of a number in the source.")];
            return Some(Marked { letters: "x".to_string(), words });
        }
        let words = format!("Marked {cell} in the source: {}.", text.trim_end_matches('.'));
        let letter = absence_meant(text).unwrap_or('x');
        Some(Marked { letters: letter.to_string(), words: vec![words] })
    }

    fn ends(&mut self, row: usize, of: &Measure) -> Result<Option<(Decimal, Decimal)>, String> {
        let Some((low, high)) = self.frame.ends else { return Ok(None) };
        let (low, high) = (self.frame.cell(row, Some(low)), self.frame.cell(row, Some(high)));
        let blank = |text: &str| is_blank(part(text).0);
        if blank(low) && blank(high) {
            return Ok(None);
        }
        let end = |text: &str| match bare(part(text).0, self.decimal, of) {
            Some((value, _)) => Ok(value),
            None => Err(format!("`{text}` is no end of an interval")),
        };
        let (low, high) = (end(low)?, end(high)?);
        match low <= high {
            true => Ok(Some((low, high))),
            false => Err(format!("the lower end {low} is above the higher end {high}")),
        }
    }

    fn number(&mut self, text: &str, of: &Measure) -> Result<Quantity, String> {
        if let Some((value, percent)) = bare(text, self.decimal, of) {
            if self.round.is_none() && self.doubtful.is_none() && looks_rounded(value, false) {
                self.doubtful = Some(text.to_string());
            }
            if !percent {
                self.largest = self.largest.max(value.abs());
                if self.fraction.is_none() && value.scale() > 0 && value.normalize().scale() > 0 {
                    self.fraction = Some(text.to_string());
                }
            }
            return Ok(self.bare_side().of(value));
        }
        let plain = match self.decimal {
            Some(mark @ DecimalMark::Comma) => mark.plain(text),
            _ => text.to_string(),
        };
        self.largest = Decimal::MAX;
        self.has_percent_signs |= !of.is_percent() && has_sign(text);
        match reading::quantity(&plain, of) {
            Reading::Understood(understood) => Ok(understood.value),
            Reading::Ambiguous(ambiguous) => {
                let sides = ambiguous.choices.iter().map(|choice| choice.value.side());
                let rounded = sides.clone().eq([Some(Side::Exact), Some(Side::About)]);
                if !rounded {
                    return Err(Reading::Ambiguous(ambiguous).to_string());
                }
                self.doubtful.get_or_insert_with(|| text.to_string());
                let wanted = usize::from(self.round == Some(Round::About));
                Ok(ambiguous.choices[wanted].value.clone())
            }
            other => Err(other.to_string()),
        }
    }

    /// A column has one precision.
    fn bare_side(&self) -> Side {
        match self.round {
            Some(Round::About) => Side::About,
            _ => Side::Exact,
        }
    }

    /// In the unit of the series.
    fn finished(&mut self, row: usize, quantity: Quantity, marked: Marked) -> NumberCell {
        let marked = (!marked.is_empty()).then(|| Box::new(marked));
        let Some(by) = self.multiplied(row).transpose() else {
            return NumberCell::Number { quantity, marked };
        };
        let by = match by {
            Ok(by) => by,
            Err(why) => return NumberCell::Unread(why),
        };
        // Numbers of thousands are rounded to them more often than not.
        if by >= Decimal::ONE_THOUSAND && self.doubtful.is_none() {
            self.scaled = true;
            self.doubtful = quantity.value().map(|value| format!("{value} times {by}"));
        }
        match quantity.map(|value| value.checked_mul(by).map(|value| value.normalize())) {
            Some(quantity) => NumberCell::Number { quantity, marked },
            None => NumberCell::Unread("the number is too large when it is multiplied".into()),
        }
    }

    fn multiplied(&self, row: usize) -> Result<Option<Decimal>, String> {
        let power = code_of(self.frame.cell(row, self.frame.multiplier));
        if power.is_empty() {
            return Ok(self.factor);
        }
        let worded =
            ["units", "tens", "hundreds", "thousands", "", "", "millions", "", "", "billions"];
        let small = power.to_lowercase();
        let named = worded.iter().position(|word| {
            !word.is_empty() && (small == *word || small == word.trim_end_matches('s'))
        });
        let number = named.map_or(power.to_string(), |at| at.to_string());
        let power: i32 = number
            .parse()
            .map_err(|_| format!("`{power}` is no power of ten, as 6 is for millions"))?;
        let ten = match power {
            0..=15 => Decimal::from(10_i64.pow(power.unsigned_abs())),
            -15..0 => Decimal::new(1, power.unsigned_abs()),
            _ => return Err(format!("10 to the power of {power} is out of bounds")),
        };
        Ok(Some(self.factor.unwrap_or(Decimal::ONE) * ten))
    }

    /// What the numbers leave open, once they are all read.
    pub fn open(&self, of: &Measure) -> Vec<OpenMatter> {
        let mut open = Vec::new();
        let noted = rounding_note(self.frame).filter(|_| self.round.is_none() && !of.is_percent());
        if let Some(note) = &noted {
            open.push(OpenMatter::new(
                format!("`{note}` is said of the numbers"),
                vec![
                    Settlement::new(&["--round", "about"], "for rounded ones"),
                    Settlement::new(&["--round", "exact"], "for precise numbers"),
                ],
            ));
        } else if let (None, Some(number)) = (self.round, &self.doubtful) {
            let mut answers = vec![
                Settlement::new(&["--round", "exact"], "for precise numbers"),
                Settlement::new(&["--round", "about"], "for rounded ones"),
            ];
            if self.scaled {
                answers.reverse();
            }
            open.push(OpenMatter::new(
                format!("`{number}` may be precise or rounded, and a column has one precision"),
                answers,
            ));
        }
        let heading = self.frame.values.first().map(|at| self.frame.table.said_of(*at));
        let said = heading.is_some_and(|heading| HeadingUnit::of(&heading).percent);
        if let Some(number) = &self.fraction
            && of.is_percent()
            && self.factor.is_none()
            && self.frame.multiplier.is_none()
            && !said
            && self.largest <= Decimal::ONE
        {
            open.push(OpenMatter::new(
                format!("no number is above 1, such as {number}, and the series is in percent"),
                vec![
                    Settlement::new(&["--multiply", "100"], "if 1 is the whole"),
                    Settlement::new(&["--multiply", "1"], "if they are percent"),
                ],
            ));
        }
        open
    }
}

/// What `--status` says of every number.
fn status_of_all(options: &ImportOptions) -> Result<Marked, Unchanged> {
    let Some(typed) = options.status.as_deref().filter(|typed| *typed != "none") else {
        return Ok(Marked::default());
    };
    match Status::parse(typed) {
        Ok(status) if status.absence().is_none() => {
            Ok(Marked { letters: typed.to_string(), words: Vec::new() })
        }
        _ => Err(Unchanged::new(format!("--status {typed} says nothing of a number"))
            .hint("write letters such as p for provisional: b, e, f, p, r, t or u; or none")),
    }
}

/// `421.2` and `c` of `421.2c`: a number with the letter of a footnote at it.
pub fn lettered(cell: &str) -> Option<(&str, &str)> {
    let (number, letter) = cell.split_at_checked(cell.len().checked_sub(1)?)?;
    let is_letter = letter.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_letter && number.ends_with(|c: char| c.is_ascii_digit())).then_some((number, letter))
}

/// `1,843` and `1` of `1,843 (1)`: a number with that of a footnote behind it.
pub fn noted(cell: &str) -> Option<(&str, &str)> {
    let (number, note) = cell.strip_suffix(')')?.rsplit_once('(')?;
    let number = number.trim_end();
    let is_note = (1..=2).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_digit());
    (is_note && number.ends_with(|c: char| c.is_ascii_digit())).then_some((number, note))
}

/// A number and nothing else, with or without a percent sign; `None` for whatever has to be read.
fn bare(text: &str, decimal: Option<DecimalMark>, of: &Measure) -> Option<(Decimal, bool)> {
    let bytes = text.as_bytes();
    let plain = (1..=15).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit);
    if plain && (bytes[0] != b'0' || bytes.len() == 1) {
        return text.parse::<i64>().ok().map(|number| (Decimal::from(number), false));
    }
    let (text, percent) = match text.strip_suffix('%') {
        Some(_) if !of.is_percent() => return None,
        Some(before) => (before.trim_end(), true),
        None => (text, false),
    };
    let (negative, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (point, groups) = match decimal {
        Some(DecimalMark::Comma) => (',', ['.', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’']),
        _ => ('.', [',', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’']),
    };
    let (whole, decimals) = match digits.split_once(point) {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    // Without a word on it, 1.234 may be a thousand and more.
    if decimal.is_none() && decimals.is_some_and(|decimals| decimals.len() == 3) && whole != "0" {
        return None;
    }
    let parts: Vec<&str> = whole.split(groups).collect();
    let first = parts[0];
    let grouped = parts.len() == 1
        || (1..=3).contains(&first.len()) && parts[1..].iter().all(|part| part.len() == 3);
    let valid = grouped
        && parts.iter().all(|part| is_digits(part))
        && decimals.is_none_or(is_digits)
        && (first == "0" || !first.starts_with('0'));
    if !valid {
        return None;
    }
    let mut plain = parts.concat();
    if let Some(decimals) = decimals {
        plain = format!("{plain}.{decimals}");
    }
    let number = Decimal::from_str_exact(&plain).ok()?;
    Some((if negative { -number } else { number }, percent))
}

/// What the heading says of the unit and the series does not.
pub fn unit_matter(frame: &Frame, units: &[&str]) -> Option<OpenMatter> {
    let column = *frame.values.first()?;
    let heading = frame.table.said_of(column);
    let unit = *units.first()?;
    Some(doubted(&heading, unit, HeadingUnit::of(&heading).against(unit)?))
}

/// A heading or a row says another unit than its series has.
pub fn doubted(heading: &str, unit: &str, doubt: UnitDoubt) -> OpenMatter {
    let as_they_are = Settlement::new(&["--multiply", "1"], "to take the numbers as they are");
    let matter = match doubt {
        UnitDoubt::Percent => format!("`{heading}` is in percent, and the series counts {unit}"),
        UnitDoubt::PerMany => format!("`{heading}` is a rate, and the series counts {unit}"),
        UnitDoubt::Scale { .. } => {
            format!("`{heading}` brings a scale, and the series counts {unit}")
        }
    };
    let factor =
        doubt.factor().map(|by| Settlement::new(&["--multiply", &by], "to count in its unit"));
    OpenMatter::new(matter, factor.into_iter().chain([as_they_are]).collect())
}
