//! Whether what words say is denied, asked, or said of what may come.

use std::ops::Range;

use super::heard::{Heard, HeardSense, HeardWord, Pause};
use super::heard_dates::dates_follow;

/// Words before a movement or a rank with which it is not said to be so.
const DENIALS: [&str; 30] = [
    "no",
    "not",
    "never",
    "neither",
    "nor",
    "without",
    "cannot",
    "if",
    "whether",
    "may",
    "might",
    "could",
    "would",
    "should",
    "will",
    "expected",
    "forecast",
    "projected",
    "hardly",
    "didn't",
    "wasn't",
    "weren't",
    "doesn't",
    "don't",
    "isn't",
    "aren't",
    "can't",
    "shall",
    "unless",
    "nothing",
];

/// Does one of the few words before a place deny what stands there?
pub(super) fn is_denied(words: &[HeardWord], at: usize) -> bool {
    let before = (at.saturating_sub(3)..at).rev();
    let mut near = before.take_while(|one| words[one + 1].pause == Pause::Nothing);
    near.any(|one| {
        let next = words.get(one + 1).map_or("", |word| word.text.as_str());
        // `no fewer than 300` denies nothing
        let bound = matches!(next, "more" | "fewer" | "less" | "lower" | "higher");
        // `In May unemployment fell`
        let before = one.checked_sub(1).map_or("", |at| words[at].text.as_str());
        let month = words[one].text == "may" && dates_follow(before).is_some();
        DENIALS.contains(&words[one].text.as_str()) && !bound && !month
    })
}

/// What some words say, and whether they are denied.
pub(super) fn found(words: &[HeardWord], at: Range<usize>, says: HeardSense) -> Heard {
    let place = words[at.start].at.start..words[at.end - 1].at.end;
    Heard { at: place, denied: is_denied(words, at.start), words: at, says }
}
