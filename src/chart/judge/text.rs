//! A text of a spec as it will be read, with where each letter of it was typed.

use std::ops::Range;

use super::dates::{Dates, Mention, digits};
use crate::chart::words::written::{Worded, WordedPart};
use crate::figure::{FigureKey, Span, Status};
use crate::reading::{
    Heard, HeardKind, HeardLevel, HeardNumber, HeardSense, HeardText, Pause, level_of, same_noun,
    sentence, tells_status,
};

/// So many words away one is not spoken of any more: nobody writes such a clause.
const FAR: usize = 50;

/// Which bytes of a spec say it, and whether letter for letter.
type TypedAt = (Range<usize>, bool);

/// A text with its functions worked out.
pub struct JudgedText {
    pub text: String,
    pub sentence: HeardText,
    /// Every run of digits.
    pub digits: Vec<Range<usize>>,
    /// The dates that it types.
    pub mentions: Vec<Mention>,
    /// What each stretch of the text was typed as; nothing for what was worked out.
    parts: Vec<(Range<usize>, Option<TypedAt>)>,
    /// The parts that are the number of one figure.
    values: Vec<(Range<usize>, FigureKey)>,
    /// The parts that compare two figures, with the days of both, the one that is compared with first.
    pub compared: Vec<(Range<usize>, [Span; 2])>,
    /// Where it stands beside a mark: the bytes that say when, before all that is typed.
    pub of_a_mark: Option<Range<usize>>,
}

impl JudgedText {
    pub fn of(written: &Worded, dates: &Dates) -> JudgedText {
        let mut text = String::new();
        let mut parts = Vec::new();
        for part in &written.parts {
            let start = text.len();
            let typed = match part {
                WordedPart::Typed { text: typed, bytes, exact } => {
                    text.push_str(typed);
                    Some((bytes.clone(), *exact))
                }
                WordedPart::Computed(computed) => {
                    text.push_str(computed);
                    None
                }
                // How many sources there are is no figure of theirs.
                WordedPart::Sources => {
                    text.push('0');
                    None
                }
            };
            parts.push((start..text.len(), typed));
        }
        let mut sentence = sentence(&text);
        count_in_time(&text, &mut sentence, &dates.things);
        let mut mentions = dates.mentions(&text, &sentence);
        if let (Some(date), Some((first, _))) = (&written.of_a_mark, parts.first()) {
            // dates in the name of its series say nothing
            mentions.retain(|one| one.at.start >= first.end || date.contains(&one.at.start));
        }
        let values = written.values.iter();
        let values = values.filter_map(|(part, key)| Some((parts.get(*part)?.0.clone(), *key)));
        let values = values.collect();
        let compared = written.compared.iter();
        let compared =
            compared.filter_map(|(part, ends)| Some((parts.get(*part)?.0.clone(), *ends)));
        let compared = compared.collect();
        let of_a_mark = written.of_a_mark.clone();
        let digits = digits(&text);
        JudgedText { text, sentence, digits, mentions, parts, values, compared, of_a_mark }
    }

    /// The figure whose number was worked out here.
    pub fn figure_at(&self, at: &Range<usize>) -> Option<FigureKey> {
        let mut within = self.values.iter();
        let found = within.find(|(part, _)| part.start <= at.start && at.end <= part.end);
        found.map(|(_, key)| *key)
    }

    /// Do these bytes say when the mark is, beside which it stands?
    pub fn is_of_the_mark(&self, at: &Range<usize>) -> bool {
        self.of_a_mark.as_ref().is_some_and(|date| date.contains(&at.start))
    }

    /// Was any of it worked out?
    pub fn is_computed(&self, at: &Range<usize>) -> bool {
        let computed = self.parts.iter().filter(|(_, typed)| typed.is_none());
        computed.into_iter().any(|(part, _)| part.start < at.end && at.start < part.end)
    }

    /// All parts that were worked out.
    pub fn computed(&self) -> impl Iterator<Item = &Range<usize>> {
        self.parts.iter().filter(|(_, typed)| typed.is_none()).map(|(part, _)| part)
    }

    /// The bytes of some of the parts.
    pub fn part_bytes(&self, parts: Range<usize>) -> Option<Range<usize>> {
        let own = self.parts.get(parts)?;
        Some(own.first()?.0.start..own.last()?.0.end)
    }

    /// The part of these bytes that was worked out.
    pub fn computed_within(&self, at: &Range<usize>) -> Option<Range<usize>> {
        let mut computed = self.parts.iter().filter(|(_, typed)| typed.is_none());
        let within = computed.find(|(part, _)| part.start < at.end && at.start < part.end);
        within.map(|(part, _)| part.start.max(at.start)..part.end.min(at.end))
    }

    /// The place of the part in which bytes begin.
    pub fn part_at(&self, at: &Range<usize>) -> usize {
        self.parts.partition_point(|(part, _)| part.end <= at.start)
    }

    /// Where it stands in the spec.
    pub fn place(&self, at: &Range<usize>) -> Range<usize> {
        let typed = self.parts.iter().filter_map(|(part, typed)| Some((part, typed.as_ref()?)));
        let inside = typed.filter(|(part, _)| part.start < at.end && at.start < part.end);
        let mut places = inside.map(|(part, (bytes, exact))| match exact {
            true => {
                let byte = |at: usize| bytes.start + at.clamp(part.start, part.end) - part.start;
                byte(at.start)..byte(at.end)
            }
            false => bytes.clone(),
        });
        places.next().unwrap_or(0..0)
    }

    /// The words around one that lie between marks: of its clause, or of its sentence; those that are
    /// too far for anybody to refer to are none of them.
    pub fn around(&self, word: usize, gap: Pause) -> Range<usize> {
        let words = &self.sentence.words;
        let starts = |at: &usize| words[*at].pause >= gap;
        let from = word.min(words.len().saturating_sub(1));
        let (first, last) = (from.saturating_sub(FAR), words.len().min(word + 1 + FAR));
        let start = (first..=from).rev().find(starts).unwrap_or(first);
        let end = (word + 1..last).find(starts).unwrap_or(last);
        start..end
    }

    /// The word with which bytes begin.
    pub fn word_at(&self, byte: usize) -> usize {
        self.sentence.words.partition_point(|word| word.at.end <= byte)
    }

    /// What it says at a word of a level at another time.
    pub fn level_at(&self, at: usize) -> Option<HeardLevel> {
        let date = |word: usize| {
            self.mentions.iter().any(|one| one.days.is_some() && self.word_at(one.at.start) == word)
        };
        level_of(&self.sentence, at, date)
    }

    pub fn word(&self, at: usize) -> &str {
        self.sentence.words.get(at).map_or("", |word| word.text.as_str())
    }
}

/// `521,300 minutes` are no stretch of time where minutes are what is counted.
fn count_in_time(text: &str, heard: &mut HeardText, things: &[String]) {
    for one in &mut heard.heard {
        let HeardSense::Number(number) = &mut one.says else { continue };
        let unit = &heard.words[one.words.end - 1];
        let counted = things.iter().any(|thing| same_noun(thing, &unit.text));
        if number.kind != HeardKind::Months || !counted {
            continue;
        }
        let alone = sentence(&text[one.at.start..unit.at.start]);
        let [Heard { says: HeardSense::Number(alone), .. }] = &alone.heard[..] else { continue };
        *number = HeardNumber {
            side: number.side,
            exactly: number.exactly,
            way: number.way,
            maybe_level: number.maybe_level,
            ..alone.clone()
        };
        one.words.end -= 1;
        one.at.end = heard.words[one.words.end - 1].at.end;
    }
}

/// Does a text speak of what is forecast?
pub fn speaks_of_forecasts(text: &JudgedText) -> bool {
    Status::parse("f").is_ok_and(|forecast| tells_status(&text.sentence, forecast))
}
