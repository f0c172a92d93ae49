//! Rule 8, the other half: no number on a chart is typed by hand. Digits in a title, subtitle,
//! note or alternative text pass if they are a value the chart draws, rounded to the digits
//! typed; a period or an event date of the chart; or part of a series, source or event name.

use std::ops::Range;

use rust_decimal::{Decimal, RoundingStrategy};

use super::words::written::{Worded, WordedPart};
use crate::figure::{Currency, Frequency, Grain, Period, Unit, UnitForm, UnitSign, Years, money};
use crate::locale::Orthography;

/// What typed digits may be.
#[derive(Debug)]
pub struct Allowed {
    /// How the author writes.
    pub typed: Orthography,
    /// The numbers drawn, each with what it is said with.
    pub values: Vec<(Decimal, UnitForm)>,
    pub years: Vec<i32>,
    /// The years in which financial years start.
    pub financial_years: Vec<i32>,
    /// Year and month.
    pub months: Vec<(i32, u32)>,
    pub days: Vec<(i32, u32, u32)>,
    /// Quarters of a year.
    pub quarters: Vec<u32>,
    /// The names of series, sources and events.
    pub names: Vec<String>,
}

impl Allowed {
    pub fn period(&mut self, period: Period, years: Years) {
        let span = period.span();
        match period.frequency() {
            Frequency::QUARTER => self.quarters.push(span.start.month().div_ceil(3)),
            year if years.named(year).is_some() => {
                self.financial_years.push(span.start.year());
            }
            _ => {}
        }
        self.date(period.first_unit());
        self.date(period.last_unit());
    }

    pub fn date(&mut self, unit: Unit) {
        let span = unit.span();
        self.years.extend([span.start.year(), span.end.year()]);
        if unit.grain() != Grain::Year {
            for day in [span.start, span.end] {
                self.months.push((day.year(), day.month()));
            }
        }
        if unit.grain() == Grain::Day {
            self.days.push((span.start.year(), span.start.month(), span.start.day_of_month()));
        }
    }

    /// The digits of a text that may not be typed, and where they stand.
    pub fn refused(&self, written: &Worded) -> Vec<(Range<usize>, String)> {
        let mut refused = Vec::new();
        for (at, part) in written.parts.iter().enumerate() {
            let WordedPart::Typed { text, bytes, exact } = part else { continue };
            let computed = |part: Option<&WordedPart>| {
                matches!(part, Some(WordedPart::Computed(_) | WordedPart::Sources))
            };
            let after = at > 0 && computed(written.parts.get(at - 1));
            let before = computed(written.parts.get(at + 1));
            if let (true, Some(word)) = (after, self.changes_it(text)) {
                let start = if *exact {
                    bytes.start + word.start..bytes.start + word.end
                } else {
                    bytes.clone()
                };
                refused.push((start, text[word].to_string()));
            }
            if let (true, Some(sign)) = (before, lone_sign(text)) {
                let place = match exact {
                    true => bytes.start + sign.start..bytes.start + sign.end,
                    false => bytes.clone(),
                };
                refused.push((place, text[sign].to_string()));
            }
            for token in tokens(text) {
                let touches = (after && token.start == 0) || (before && token.end == text.len());
                if touches || !self.passes(text, &token) {
                    let place = match exact {
                        true => bytes.start + token.start..bytes.start + token.end,
                        false => bytes.clone(),
                    };
                    refused.push((place, text[token].to_string()));
                }
            }
        }
        refused
    }

    fn passes(&self, text: &str, token: &Range<usize>) -> bool {
        let digits = &text[token.clone()];
        let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/' | '-' | '–');
        digits.chars().all(plain)
            && (self.is_date(text, token)
                || self.is_value(text, token)
                || self.is_in_a_name(text, token))
    }

    fn is_value(&self, text: &str, token: &Range<usize>) -> bool {
        let (before, after) = (&text[..token.start], &text[token.end..]);
        let lead = Lead::of(before);
        let word = self.after(after, lead.currency.is_some());
        if (letters_touch(text, token) && !word.is_short) || self.is_quotient(after) {
            return false;
        }
        let plain = text[token.clone()].replace(self.typed.group, "");
        let plain = plain.replace(self.typed.decimal, ".");
        let Ok(typed) = plain.parse::<Decimal>() else { return false };
        let unit = Decimal::new(1, typed.scale());
        let fits = |(value, form): &&(Decimal, UnitForm)| {
            (!lead.negative || *value < Decimal::ZERO)
                && lead.currency.is_none_or(|typed| form.currency().is_some_and(|c| same(typed, c)))
                && word.sign.is_none_or(|sign| form.sign == Some(sign))
        };
        self.values.iter().filter(fits).any(|(value, form)| {
            let whole = value.abs().checked_mul(Decimal::from(form.multiplier()));
            let scaled = whole.and_then(|whole| whole.checked_div(Decimal::from(word.scale)));
            let steps = scaled.and_then(|scaled| scaled.checked_div(unit));
            let rounded = steps.map(|steps| {
                steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            });
            rounded.and_then(|steps| steps.checked_mul(unit)) == Some(typed)
        })
    }

    fn is_date(&self, text: &str, token: &Range<usize>) -> bool {
        let digits = &text[token.clone()];
        let (before, after) = (&text[..token.start], &text[token.end..]);
        let parts: Vec<&str> = digits.split(['/', '-', '–']).collect();
        let number = |part: &str| part.parse::<u32>().ok();
        match parts[..] {
            [year, short] if year.len() == 4 && short.len() == 2 => {
                let (Some(year), Some(short)) = (number(year), number(short)) else { return false };
                let year = year as i32;
                let financial = short == (year + 1) as u32 % 100;
                (financial && self.financial_years.contains(&year))
                    || (digits.contains('-') && self.months.contains(&(year, short)))
            }
            [year, other] if year.len() == 4 && other.len() == 4 => [year, other]
                .into_iter()
                .all(|year| number(year).is_some_and(|year| self.years.contains(&(year as i32)))),
            [year, month, day] => match (number(year), number(month), number(day)) {
                (Some(year), Some(month), Some(day)) => {
                    self.days.contains(&(year as i32, month, day))
                }
                _ => false,
            },
            [day] if day.len() <= 2 => {
                number(day).is_some_and(|day| self.is_day(before, after, day))
            }
            [year]
                if year.len() == 4
                    && !letters_touch(text, token)
                    && self.changes_it(after).is_none() =>
            {
                number(year).is_some_and(|year| self.years.contains(&(year as i32)))
            }
            _ => false,
        }
    }

    /// `30 June`, `June 30`, `Q2`.
    fn is_day(&self, before: &str, after: &str, day: u32) -> bool {
        if before.ends_with(self.typed.quarter)
            && !before.trim_end_matches(self.typed.quarter).ends_with(char::is_alphanumeric)
        {
            return self.quarters.contains(&day);
        }
        let word = |text: &str| text.trim_end_matches([',', '.']).to_string();
        let next = after.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
        let last = before.strip_suffix(' ').and_then(|rest| rest.split_whitespace().last());
        let named = [next, last].into_iter().flatten().map(word);
        let months: Vec<u32> = named
            .filter_map(|word| {
                let of = |names: &[&str; 12]| names.iter().position(|name| *name == word);
                self.typed.months.iter().find_map(of).map(|at| at as u32 + 1)
            })
            .collect();
        self.days.iter().any(|(_, month, known)| *known == day && months.contains(month))
    }

    /// The digits with the word before or after them stand in a name; or they are part of a word
    /// that does.
    fn is_in_a_name(&self, text: &str, token: &Range<usize>) -> bool {
        let start = token.start - before_blank(&text[..token.start]).len();
        let end =
            text[token.end..].find(char::is_whitespace).map_or(text.len(), |at| token.end + at);
        let word = bare(&text[start..end]);
        let before = text[..start].split_whitespace().last().map(bare);
        let after = text[end..].split_whitespace().next().map(bare);
        let mixed = word.chars().any(char::is_alphabetic);
        self.names.iter().any(|name| {
            let words: Vec<&str> = name.split_whitespace().map(bare).collect();
            let same = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
            words.iter().enumerate().any(|(at, known)| {
                let previous = at.checked_sub(1).and_then(|at| words.get(at));
                let next = words.get(at + 1);
                same(known, word)
                    && (mixed
                        || words.len() == 1
                        || before.zip(previous).is_some_and(|(a, b)| same(a, b))
                        || after.zip(next).is_some_and(|(a, b)| same(a, b)))
            })
        })
    }
}

/// The end of a text, from its last blank on.
fn before_blank(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// Runs of digits with what belongs to them: `1,234.5`, `2009/10`, `2018-09-03`.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(char::is_numeric) {
        let start = at + found;
        let mut end = start;
        for (offset, letter) in text[start..].char_indices() {
            let next = text[start + offset + letter.len_utf8()..].chars().next();
            let joins =
                matches!(letter, ',' | '.' | '/' | '-' | '–') && next.is_some_and(char::is_numeric);
            if !(letter.is_numeric() || joins) {
                break;
            }
            end = start + offset + letter.len_utf8();
        }
        tokens.push(start..end);
        at = end;
    }
    tokens
}

fn letters_touch(text: &str, token: &Range<usize>) -> bool {
    let before = text[..token.start].chars().next_back();
    let after = text[token.end..].chars().next();
    let hyphen = before == Some('-')
        && text[..token.start - 1].chars().next_back().is_some_and(char::is_alphabetic);
    hyphen || [before, after].into_iter().flatten().any(char::is_alphabetic)
}

impl Allowed {
    /// Nothing yet.
    pub fn nothing(typed: Orthography) -> Allowed {
        Allowed {
            typed,
            values: Vec::new(),
            years: Vec::new(),
            financial_years: Vec::new(),
            months: Vec::new(),
            days: Vec::new(),
            quarters: Vec::new(),
            names: Vec::new(),
        }
    }

    /// A word right after a number that makes another number of it: `%`, `million`, `times`,
    /// `-fold`.
    fn changes_it(&self, text: &str) -> Option<Range<usize>> {
        let rest = text.trim_start_matches(BETWEEN);
        let start = text.len() - rest.len();
        if rest.starts_with('%') {
            return Some(start..start + 1);
        }
        let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
        let after = self.after(text, false);
        let changes = after.scale != 1 || after.sign.is_some() || self.is_quotient(text);
        changes.then_some(start..start + end)
    }

    fn is_quotient(&self, text: &str) -> bool {
        let rest = text.trim_start_matches(BETWEEN);
        self.typed.quotients.iter().any(|word| rest.starts_with(word))
    }

    /// What stands after a number and belongs to it. `£642m` is short only for money.
    fn after(&self, text: &str, money: bool) -> After {
        let rest = text.trim_start_matches(BETWEEN);
        let full =
            self.typed.scales.iter().find_map(|(word, scale)| {
                rest.strip_prefix(word).map(|rest| (*scale, rest, false))
            });
        let ended = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let short = self.typed.short_scales.iter().filter(|_| money).find_map(|(word, scale)| {
            rest.strip_prefix(word).filter(|rest| ended(rest)).map(|rest| (*scale, rest, true))
        });
        let (scale, rest, is_short) = full.or(short).unwrap_or((1, rest, false));
        let rest = rest.trim_start_matches(BETWEEN);
        let mut signs = self.typed.signs.iter();
        let sign = signs.find(|(_, words)| words.iter().any(|word| rest.starts_with(word)));
        After { scale, sign: sign.map(|(sign, _)| *sign), is_short }
    }
}

/// What stands after a number.
struct After {
    /// Of the word of scale, or 1.
    scale: u64,
    sign: Option<UnitSign>,
    is_short: bool,
}

/// What stands before a number and belongs to it.
struct Lead {
    negative: bool,
    currency: Option<Currency>,
}

impl Lead {
    /// `−£`, `£−`, `EUR `.
    fn of(before: &str) -> Lead {
        let (inner, before) = minus(before);
        let signs = Currency::ALL
            .into_iter()
            .flat_map(|(currency, signs)| signs.iter().map(move |sign| (currency, *sign)));
        let found = signs
            .filter_map(|(currency, sign)| Some((currency, sign, ends_with(before, sign)?)))
            .max_by_key(|(_, sign, _)| sign.len());
        let (currency, before) = match found {
            Some((currency, _, before)) => (Some(currency), before),
            None => (None, before),
        };
        Lead { negative: inner || minus(before).0, currency }
    }
}

/// Is it a sign that belongs to the number after it?
pub fn is_sign(text: &str) -> bool {
    matches!(text, "−" | "-") || money(text).is_some()
}

/// The sign that a text ends with, as if for the number after it.
fn lone_sign(text: &str) -> Option<Range<usize>> {
    let trimmed = text.trim_end_matches([' ', '\u{a0}']);
    if let (true, rest) = minus(text) {
        return Some(rest.len()..text.len());
    }
    let signs = Currency::ALL.iter().flat_map(|(_, signs)| *signs);
    let found = signs.filter_map(|sign| ends_with(text, sign).map(|rest| rest.len()));
    Some(found.min()?..trimmed.len())
}

/// Does a text end with a minus, which is no hyphen within a word? And what stands before it.
fn minus(text: &str) -> (bool, &str) {
    match text.strip_suffix(['−', '-']) {
        Some(rest) if !rest.ends_with(char::is_alphanumeric) => (true, rest),
        _ => (false, text),
    }
}

/// What stands before a currency sign at the end of a text; before a code, which a blank may
/// follow.
fn ends_with<'t>(text: &'t str, sign: &str) -> Option<&'t str> {
    if !sign.ends_with(char::is_alphabetic) {
        return text.strip_suffix(sign);
    }
    let rest = text.trim_end_matches([' ', '\u{a0}']).strip_suffix(sign)?;
    (!rest.ends_with(char::is_alphanumeric)).then_some(rest)
}

/// Are these signs of one currency? A dollar of no country may be that of the United States.
fn same(typed: Currency, known: Currency) -> bool {
    use Currency::{Dollar, UsDollar};
    typed == known || matches!((typed, known), (Dollar, UsDollar) | (UsDollar, Dollar))
}

/// What may stand between a number and such a word.
const BETWEEN: [char; 3] = [' ', '\u{a0}', '-'];

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Vec<String> {
        let mut allowed = Allowed::nothing(crate::locale::EN_GB.typed);
        for value in ["82109", "36210368", "4.4", "700"] {
            let percent = value == "700";
            let form = if percent { UnitForm::PERCENT } else { UnitForm::default() };
            allowed.values.push((value.parse().unwrap(), form));
        }
        for period in ["2012", "2017", "2009-04/2010-03", "2021-06-30", "2018-Q2"] {
            allowed.period(Period::parse(period).unwrap(), Years::of_project(4));
        }
        allowed.names = vec!["Channel 4 News".into(), "E4 children".into()];
        let typed = WordedPart::Typed { text: text.into(), bytes: 0..text.len(), exact: true };
        let written = Worded::of(vec![typed]);
        let refused = allowed.refused(&written);
        assert!(refused.iter().all(|(bytes, token)| text[bytes.clone()] == **token));
        refused.into_iter().map(|(_, token)| token).collect()
    }

    #[test]
    fn digits_pass_if_the_chart_says_them_too() {
        for text in [
            "82,109 referrals",
            "82 thousand of them",
            "36.2 million",
            "36 million",
            "36,210,368",
            "up 700%",
            "up 700 per cent",
            "from 2012 to 2017",
            "2012-2017",
            "2012–2017",
            "in 2009/10",
            "on 30 June 2021",
            "June 30, 2021",
            "2021-06-30",
            "Q2 2018",
            "on Channel 4, that is",
            "what E4 says",
            "no digits at all",
            "in\u{a0}2012 and\u{2003}2017",
        ] {
            assert_eq!(refused(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn no_word_makes_another_number_of_a_computed_one() {
        let refused = |text: &str| {
            let typed = WordedPart::Typed { text: text.into(), bytes: 0..text.len(), exact: true };
            let parts = vec![WordedPart::Computed("2,234".into()), typed];
            Allowed::nothing(crate::locale::EN_GB.typed).refused(&Worded::of(parts))
        };
        for (text, word) in [
            (" million", "million"),
            ("% of all", "%"),
            (" per cent", "per"),
            (" times", "times"),
            ("-fold", "fold"),
        ] {
            let words: Vec<String> = refused(text).into_iter().map(|(_, word)| word).collect();
            assert_eq!(words, [word], "{text}");
        }
        assert_eq!(refused(" times the first").len(), 1);
        assert_eq!(refused(" visits a million people made"), []);
    }

    #[test]
    fn any_other_digits_are_refused() {
        for (text, tokens) in [
            ("80,000 referrals", vec!["80,000"]),
            ("36.3 million", vec!["36.3"]),
            ("37 million", vec!["37"]),
            ("82,109%", vec!["82,109"]),
            ("since 2016", vec!["2016"]),
            ("2009/11", vec!["2009/11"]),
            ("31 June 2021", vec!["31"]),
            ("4 of them", vec![]),
            ("5 of them, 6 more", vec!["5", "6"]),
            ("the 1990s", vec!["1990"]),
            ("２０１７", vec!["２０１７"]),
            ("2017 million", vec!["2017"]),
            ("2017% more", vec!["2017"]),
            ("82,109 times", vec!["82,109"]),
            ("82,109-fold", vec!["82,109"]),
            ("−82,109", vec!["82,109"]),
            ("£82,109", vec!["82,109"]),
            ("m² or ½", vec!["²", "½"]),
            ("Channel 5", vec!["5"]),
            ("Channel\u{a0}5\u{2003}of", vec!["5"]),
        ] {
            assert_eq!(refused(text), tokens, "{text}");
        }
    }
}
