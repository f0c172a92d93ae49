//! Numbers of a title that an alternative text leaves out.

use super::WordJudge;
use super::lacking::value_of;
use super::text::JudgedText;
use crate::chart::words::written::{Worded, WordedPart};
use crate::figure::FigureKey;
use crate::reading::{Heard, HeardKind, HeardNumber, HeardSense};

/// A number that a title says and an alternative text does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// As the title says it.
    pub said: String,
    /// The function that says it, with its braces.
    pub call: String,
}

impl WordJudge {
    /// What an alternative text leaves out; `calls` are the functions of the title as they stand in
    /// the spec, with their braces.
    pub fn left_out(&self, title: &Worded, calls: &[&str], alt: &Worded) -> Vec<LeftOut> {
        let (title_text, alt_text) =
            (JudgedText::of(title, &self.dates), JudgedText::of(alt, &self.dates));
        let known: Vec<(&Heard, &HeardNumber)> = self.numbers_of(&alt_text);
        let has = |figure: &FigureKey| alt.figures.contains(figure);
        // A comparison of figures that are all there is left to the reader.
        let compared = title.figures.iter().all(has);
        let mut found: Vec<LeftOut> = Vec::new();
        for (heard, number) in self.numbers_of(&title_text) {
            let part = title_text.part_at(&heard.at);
            if title.counts.contains(&part) {
                continue;
            }
            let computed = matches!(title.parts.get(part), Some(WordedPart::Computed(_)));
            let told = self.matched(&title_text, heard);
            let is_said = known.iter().any(|(other, one)| {
                one.value.abs() == number.value.abs()
                    || self.matched(&alt_text, other).iter().any(|figure| told.contains(figure))
            });
            let call = match computed {
                true => {
                    let before = title.parts[..part].iter();
                    let place = before.filter(|one| !matches!(one, WordedPart::Typed { .. }));
                    calls.get(place.count()).map(|call| call.to_string())
                }
                false => told.first().map(|(series, figure)| {
                    value_of(&self.counted[*series], &self.counted[*series].told[*figure])
                }),
            };
            let is_told = is_said || computed && compared;
            let Some(call) = call.filter(|_| !is_told) else { continue };
            let said = match &title.parts[part] {
                WordedPart::Computed(said) => said.clone(),
                _ => title_text.text[heard.at.clone()].to_string(),
            };
            if !found.iter().any(|one| one.call == call) {
                found.push(LeftOut { said, call });
            }
        }
        found
    }

    /// The numbers of a text that are figures: no dates, names, multiples, parts or lengths of time
    /// that the author typed.
    fn numbers_of<'t>(&self, text: &'t JudgedText) -> Vec<(&'t Heard, &'t HeardNumber)> {
        let numbers = text.sentence.heard.iter().filter_map(|heard| match &heard.says {
            HeardSense::Number(number) if !self.passes(text, heard) => Some((heard, number)),
            _ => None,
        });
        let compares =
            |kind| matches!(kind, HeardKind::Times | HeardKind::Months | HeardKind::Part);
        let figures = numbers.filter(|(heard, number)| {
            text.is_computed(&heard.at)
                || !compares(number.kind) && !self.is_idle(text, heard, number)
        });
        figures.collect()
    }
}
