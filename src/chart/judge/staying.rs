//! Dates that a text types beside the latest figure, and which would stay when a newer one is added.

use super::WordJudge;
use super::text::JudgedText;
use crate::chart::words::written::Worded;
use crate::figure::{SeriesKey, Span};

impl WordJudge {
    /// A typed date that covers the period of the latest figure of one of these series, as the text says
    /// it. One that says with what something is compared, `since 2019`, is none.
    pub fn staying_date(
        &self,
        text: &Worded,
        latest: &[(SeriesKey, Span)],
    ) -> Option<(SeriesKey, String)> {
        if latest.is_empty() {
            return None;
        }
        let text = JudgedText::of(text, &self.dates);
        latest.iter().find_map(|(series, span)| Some((*series, staying_in(&text, *span)?)))
    }
}

impl WordJudge {
    /// `last year`, `this month`: true for as long as the year or the month lasts.
    pub fn relative_date(&self, text: &Worded) -> Option<String> {
        let text = JudgedText::of(text, &self.dates);
        let words = &text.sentence.words;
        (0..words.len()).find_map(|at| {
            let (lead, what) = (text.word(at), text.word(at + 1));
            let stretch = matches!(what, "year" | "quarter" | "month" | "week");
            let relative = matches!(lead, "last" | "this" | "next") && stretch
                || matches!((lead, what), ("year" | "month" | "week", "ago"));
            // `the last year of the survey`, `this year's plan`
            let before = at.checked_sub(1).map_or("", |at| text.word(at));
            let set = matches!(before, "the" | "its" | "their" | "of" | "every");
            let bytes = words[at].at.start..words.get(at + 1)?.at.end;
            let typed = !text.is_computed(&words[at].at);
            (relative && !set && typed).then(|| text.text[bytes].to_string())
        })
    }
}

fn staying_in(text: &JudgedText, latest: Span) -> Option<String> {
    let mut mentions = text.mentions.iter().filter(|date| !date.reference);
    let found = mentions.find_map(|date| {
        let before = text.text[..date.at.start].trim_end();
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let covers = |(from, to)| from <= latest.start && latest.end <= to;
        if !date.days.is_some_and(covers) || text.is_computed(&date.at) {
            return None;
        }
        match part_of_a_year(word) {
            None => Some(date.at.clone()),
            Some(DateLead::Quarter(quarter)) => {
                let is_own = latest.start.month().div_ceil(3) == quarter;
                is_own.then(|| before.len() - word.len()..date.at.end)
            }
            Some(DateLead::Other) => None,
        }
    })?;
    Some(text.text[found].to_string())
}

/// What the word before a year makes of it.
enum DateLead {
    Quarter(u32),
    /// `the first half of 2022`.
    Other,
}

fn part_of_a_year(word: &str) -> Option<DateLead> {
    let quarter = word.strip_prefix(['Q', 'q']).and_then(|number| number.parse().ok());
    match quarter {
        Some(quarter) => Some(DateLead::Quarter(quarter)),
        None => word.eq_ignore_ascii_case("of").then_some(DateLead::Other),
    }
}
