//! The dates of a chart, and where a text types one of them.

use std::ops::Range;

use crate::figure::{Day, Frequency, Grain, Period, Span, Unit, Years};
use crate::locale::Orthography;
use crate::reading::{
    HeardKind, HeardSense, HeardText, HeardWord, Pause, counts_things, dates_follow, is_data,
    is_reference, is_thing, leads_a_year, same_noun,
};

/// The dates that a chart knows.
#[derive(Clone, Debug)]
pub struct Dates {
    /// How the author writes.
    typed: Orthography,
    years: Vec<i32>,
    /// The years in which financial years start, and the month in which they do.
    financial_years: Vec<(i32, u32)>,
    /// Year and month.
    months: Vec<(i32, u32)>,
    days: Vec<(i32, u32, u32)>,
    /// When sources were published: year, month and day.
    published: Vec<(i32, u32, u32)>,
    /// Quarters of a year.
    quarters: Vec<u32>,
    /// Of which days its figures are.
    pub(super) spans: Vec<Span>,
    /// What the chart counts, in words.
    pub things: Vec<String>,
}

/// A date that a text types.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its bytes.
    pub at: Range<usize>,
    /// From its first to its last day; none where it is only a part of a date: `30` of `30 June`.
    pub days: Option<(Day, Day)>,
    /// It says with what something is compared, and not when it was: `since 2019`, `than in 2019`.
    pub reference: bool,
    /// The first word of all that belongs to it: `the third quarter of 2023`, `12 January 2024`.
    pub from: usize,
}

impl Dates {
    /// Nothing yet.
    pub fn nothing(typed: Orthography) -> Dates {
        Dates {
            typed,
            years: Vec::new(),
            financial_years: Vec::new(),
            months: Vec::new(),
            days: Vec::new(),
            published: Vec::new(),
            quarters: Vec::new(),
            spans: Vec::new(),
            things: Vec::new(),
        }
    }

    pub fn period(&mut self, period: Period, years: Years) {
        let span = period.span();
        self.spans.push(span);
        match period.frequency() {
            Frequency::QUARTER => self.quarters.push(span.start.month().div_ceil(3)),
            year if years.named(year).is_some() => {
                self.financial_years.push((span.start.year(), span.start.month()));
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

    /// A day on which a source was published.
    pub fn publication(&mut self, unit: Unit) {
        if unit.grain() == Grain::Day {
            let day = unit.span().start;
            self.published.push((day.year(), day.month(), day.day_of_month()));
        }
    }

    /// The dates that a text types, where a date stands.
    pub fn mentions(&self, text: &str, sentence: &HeardText) -> Vec<Mention> {
        let mut mentions = Vec::new();
        for token in digits(text) {
            if !self.is_date(text, &token) && !self.is_lacking(text, sentence, &token) {
                continue;
            }
            let year = text[token.clone()].parse::<i32>().ok().filter(|_| token.len() == 4);
            let words = &sentence.words;
            let word = words.partition_point(|word| word.at.end <= token.start);
            let after = words.partition_point(|word| word.at.start < token.end);
            if year.is_some()
                && (self.has_unit(text, &token) || !self.stands(sentence, word, after))
            {
                continue;
            }
            let reference = is_reference(sentence, word);
            let days = self.days_of(text, &token);
            if days.is_empty() {
                mentions.push(Mention { at: token.clone(), days: None, reference, from: word });
            }
            for days in days {
                let days = Some(days);
                mentions.push(Mention { at: token.clone(), days, reference, from: word });
            }
        }
        self.with_parts(sentence, mentions)
    }

    /// `No figure is known for 2024.`, a year between those of the chart.
    fn is_lacking(&self, text: &str, sentence: &HeardText, token: &Range<usize>) -> bool {
        let year = text[token.clone()].parse::<i32>().ok().filter(|_| token.len() == 4);
        let ends = self.years.iter().min().zip(self.years.iter().max());
        let within = year.zip(ends).is_some_and(|(year, ends)| *ends.0 < year && year < *ends.1);
        let words = &sentence.words;
        let at = words.partition_point(|word| word.at.end <= token.start);
        let before = at.checked_sub(1).map_or("", |before| words[before].text.as_str());
        let own =
            |word: &HeardWord| word.text == "no" || word.text == "not" || word.text == "missing";
        let known = |word: &HeardWord| {
            is_data(&word.text) || matches!(word.text.as_str(), "known" | "counted" | "published")
        };
        within
            && matches!(before, "for" | "in")
            && words[..at].iter().any(own)
            && words[..at].iter().any(known)
    }

    /// `2017%`
    fn has_unit(&self, text: &str, token: &Range<usize>) -> bool {
        let rest = text[token.end..].trim_start_matches([' ', '\u{a0}']);
        self.typed.signs.iter().any(|(_, words)| words.iter().any(|word| rest.starts_with(word)))
    }

    /// Does a year stand here, and not a number of things?
    fn stands(&self, sentence: &HeardText, word: usize, after: usize) -> bool {
        let words = &sentence.words;
        let next = words.get(after).filter(|next| next.pause == Pause::Nothing);
        let counted = |next: &HeardWord| {
            is_thing(&next.text) || self.things.iter().any(|one| same_noun(one, &next.text))
        };
        let things = next.is_some_and(counted);
        // `2016 remains the busiest`
        let verb = words.get(after + 1).is_some_and(|word| {
            matches!(
                word.text.as_str(),
                "the" | "a" | "an" | "its" | "their" | "as" | "to" | "at" | "among" | "with" | "no"
            )
        });
        let plural = next.is_some_and(|next| counts_things(&next.text)) && !verb;
        let before = word.checked_sub(1).and_then(|before| words.get(before));
        let before = before.filter(|_| words[word].pause < Pause::Sentence);
        // `From 2021 calls are left out`
        let leads = word == 1 || word > 1 && words[word - 1].pause == Pause::Sentence;
        if leads && before.is_some_and(|before| matches!(before.text.as_str(), "from" | "by")) {
            return true;
        }
        match before.map(|before| dates_follow(&before.text)) {
            Some(Some(always)) => always || !things,
            Some(None) => !things && !plural && !is_qualified(sentence, word),
            None => !things && !plural,
        }
    }

    /// The stretches of days that the digits of a date stand for.
    fn days_of(&self, text: &str, token: &Range<usize>) -> Vec<(Day, Day)> {
        let parts: Vec<&str> = text[token.clone()].split(['/', '-', '–']).collect();
        let number = |part: &str| part.parse::<i32>().unwrap_or_default();
        let year = |year: i32| Some((Day::new(year, 1, 1)?, Day::new(year, 12, 31)?));
        let month = |year: i32, month: u32| {
            let span = Unit::month(year, month)?.span();
            Some((span.start, span.end))
        };
        let found = match parts[..] {
            [one] if one.len() <= 2 => {
                let own = self.days.iter().filter(|(_, month, day)| {
                    *day == number(one).unsigned_abs() && self.stands_in(text, token, *month)
                });
                let mut own: Vec<&(i32, u32, u32)> = own.collect();
                own.sort_unstable();
                own.dedup();
                // where its year is typed as well, that is the date
                let typed = text[token.end..].split(' ').nth(2).is_some_and(|word| {
                    let word = word.trim_end_matches(|letter: char| !letter.is_numeric());
                    word.len() == 4 && word.parse::<i32>().is_ok()
                });
                match own[..] {
                    [(year, month, day)] if !typed => {
                        let day = Day::new(*year, *month, *day);
                        vec![day.map(|day| (day, day))]
                    }
                    _ => Vec::new(),
                }
            }
            [one] if one.len() == 4 => {
                let before = text[..token.start].trim_end_matches([' ', ',', '\u{a0}']);
                let word = before.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
                let named = self.month_named(word).and_then(|named| month(number(one), named));
                // `12 January 2024`, of figures of weeks
                let known = self.days.iter().find(|(year, month, day)| {
                    *year == number(one)
                        && self.month_named(word) == Some(*month)
                        && before
                            .strip_suffix(word)
                            .and_then(|rest| rest.trim_end().rsplit(' ').next())
                            .is_some_and(|typed| typed.parse() == Ok(*day))
                });
                let known = known.and_then(|(year, month, day)| Day::new(*year, *month, *day));
                let known = known.map(|day| (day, day));
                vec![known.or(named).or_else(|| year(number(one)))]
            }
            [one, other] if other.len() == 4 => vec![year(number(one)), year(number(other))],
            [one, _] if one.len() == 4 => {
                let own = self.financial_years.iter().find(|(year, _)| *year == number(one));
                let stretch = own.and_then(|(year, starts)| {
                    let first = Day::new(*year, *starts, 1)?;
                    Some((first, Day::from_number(first.number() + 364)?))
                });
                vec![stretch.or_else(|| month(number(one), number(parts[1]).unsigned_abs()))]
            }
            [one, middle, day] => {
                let day = Day::new(
                    number(one),
                    number(middle).unsigned_abs(),
                    number(day).unsigned_abs(),
                );
                vec![day.map(|day| (day, day))]
            }
            _ => Vec::new(),
        };
        found.into_iter().flatten().collect()
    }

    /// Does the name of a month stand beside a day?
    fn stands_in(&self, text: &str, token: &Range<usize>, month: u32) -> bool {
        let word = |word: Option<&str>| {
            let word = word.unwrap_or_default();
            self.month_named(word.trim_matches(|letter: char| !letter.is_alphabetic()))
                == Some(month)
        };
        word(text[token.end..].split_whitespace().next())
            || word(text[..token.start].split_whitespace().next_back())
    }

    fn month_named(&self, word: &str) -> Option<u32> {
        let of = |names: &[&str; 12]| names.iter().position(|name| *name == word);
        self.typed.months.iter().find_map(of).map(|at| at as u32 + 1)
    }

    fn is_date(&self, text: &str, token: &Range<usize>) -> bool {
        let digits = &text[token.clone()];
        if !digits.chars().all(|c| c.is_ascii_digit() || matches!(c, '/' | '-' | '–')) {
            return false;
        }
        let (before, after) = (&text[..token.start], &text[token.end..]);
        let parts: Vec<&str> = digits.split(['/', '-', '–']).collect();
        let number = |part: &str| part.parse::<u32>().ok();
        match parts[..] {
            [year, short] if year.len() == 4 && short.len() == 2 => {
                let (Some(year), Some(short)) = (number(year), number(short)) else { return false };
                let year = year as i32;
                let financial = short == (year + 1) as u32 % 100;
                (financial && self.financial_years.iter().any(|(known, _)| *known == year))
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
            [year] if year.len() == 4 && (!letters_touch(text, token) || leads_a_year(before)) => {
                number(year).is_some_and(|year| {
                    self.years.contains(&(year as i32)) || self.is_published(before, year as i32)
                })
            }
            _ => false,
        }
    }

    /// `1 July` before a year: a day on which a source was published?
    fn is_published(&self, before: &str, year: i32) -> bool {
        let before = before.trim_end_matches([' ', ',', '\u{a0}']);
        self.published.iter().filter(|(known, ..)| *known == year).any(|(_, month, day)| {
            let mut names = self.typed.months.iter().map(|names| names[*month as usize - 1]);
            names.any(|name| {
                before.ends_with(&format!("{day} {name}"))
                    || before.ends_with(&format!("{name} {day}"))
            })
        })
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
        let months: Vec<u32> = named.filter_map(|word| self.month_named(&word)).collect();
        let is_own = |(_, month, known): &&(i32, u32, u32)| *known == day && months.contains(month);
        // a source's day stands with its year
        let full = |(year, month, known): &(i32, u32, u32)| {
            let year = year.to_string();
            let named = self.typed.months.iter().map(|names| names[*month as usize - 1]);
            let said = |month: &str| {
                after.strip_prefix(&format!(" {month}")).is_some_and(|rest| {
                    rest.trim_start_matches([' ', ',', '\u{a0}']).starts_with(&year)
                }) || before.ends_with(&format!("{month} "))
                    && after.trim_start_matches([' ', ',', '\u{a0}']).starts_with(&year)
            };
            *known == day && named.into_iter().any(said)
        };
        self.days.iter().any(|one| is_own(&one)) || self.published.iter().any(full)
    }
}

/// Is anything said of the number at this word, that is said of no date?
fn is_qualified(sentence: &HeardText, word: usize) -> bool {
    sentence.heard.iter().any(|heard| match &heard.says {
        HeardSense::Number(number) if heard.words.start == word => {
            number.side.is_some()
                || number.exactly
                || number.kind != HeardKind::Plain
                || heard.words.len() > 1
        }
        _ => false,
    })
}

/// Runs of digits with what belongs to them: `1,234.5`, `2009/10`, `2018-09-03`.
pub fn digits(text: &str) -> Vec<Range<usize>> {
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

/// Is a run of digits part of a word?
pub fn letters_touch(text: &str, token: &Range<usize>) -> bool {
    let before = text[..token.start].chars().next_back();
    let after = text[token.end..].chars().next();
    let hyphen = before == Some('-')
        && text[..token.start - 1].chars().next_back().is_some_and(char::is_alphabetic);
    hyphen || [before, after].into_iter().flatten().any(char::is_alphabetic)
}
