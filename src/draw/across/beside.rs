//! The words beside a mark: one after the other where they fit on a line, else one below the other.

use super::super::style::Style;
use super::super::text::{self, Face, Line};
use crate::chart::BesideBar;

/// Between two words of a line.
const BLANK: f64 = 5.0;

/// A line of words with its place among those beside a mark.
pub struct SetWords {
    pub line: Line,
    pub face: Face,
    /// The figure that they are of.
    pub figure: String,
    /// From the left.
    pub from: f64,
    /// Which line it is, from the top.
    pub at: usize,
}

/// Sets words in so much room.
pub fn set(words: &[BesideBar], room: f64, style: &Style) -> Vec<SetWords> {
    let face = |beside: &BesideBar| style.label.bold_if(beside.is_value && beside.strong);
    let whole = |beside: &BesideBar| Line::new(beside.text.as_str(), face(beside));
    let width: f64 = words.iter().map(|beside| whole(beside).reserved + BLANK).sum();
    let of = |beside: &BesideBar, line, from, at| SetWords {
        line,
        face: face(beside),
        figure: beside.figure.clone(),
        from,
        at,
    };
    if words.len() > 1 && width - BLANK <= room {
        let mut from = 0.0;
        let one_after_another = words.iter().map(|beside| {
            let line = whole(beside);
            let next = from + line.reserved + BLANK;
            of(beside, line, std::mem::replace(&mut from, next), 0)
        });
        return one_after_another.collect();
    }
    let lines = words.iter().flat_map(|beside| {
        let lines = text::wrap(&beside.text, face(beside), room, text::Wrapping::Full);
        lines.into_iter().map(move |line| (beside, line))
    });
    lines.enumerate().map(|(at, (beside, line))| of(beside, line, 0.0, at)).collect()
}

/// How wide and how many lines they are together.
pub fn extent(words: &[SetWords]) -> (f64, usize) {
    let width = words.iter().map(|one| one.from + one.line.reserved).fold(0.0, f64::max);
    (width, words.last().map_or(0, |last| last.at + 1))
}
