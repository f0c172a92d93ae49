//! Words of the steepest and the smallest step: `the steepest rise`, `grew fastest`.

use super::heard::{Heard, HeardSense, HeardWord, Pause};
use super::heard_denied::found;
use super::heard_moves::way_of;
use crate::figure::Way::{self, Down, Up};

/// `the steepest rise`, `the smallest fall in visits`, `at record pace`.
pub(super) fn steepest(words: &[HeardWord]) -> Vec<Heard> {
    let places = (0..words.len()).filter_map(|at| Some((at, is_steepest(words, at)?)));
    let found =
        places.map(|(at, (most, way))| found(words, at..at + 1, HeardSense::Steepest(most, way)));
    found.collect()
}

/// Which step is meant at a word, the steepest or the smallest, and of which way.
pub(super) fn is_steepest(words: &[HeardWord], at: usize) -> Option<(Way, Way)> {
    let most = match text(words, at) {
        "steepest" | "sharpest" | "fastest" | "biggest" | "largest" | "greatest" | "record" => Up,
        "smallest" | "slowest" | "gentlest" | "slightest" => Down,
        _ => return None,
    };
    let reach = at + 1..words.len().min(at + 4);
    let mut near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    let noun = near.find_map(|one| match text(words, one) {
        "reduction" | "cut" | "loss" => Some(Some(Down)),
        "gain" => Some(Some(Up)),
        "pace" | "rate" | "speed" => Some(None),
        word => way_of(word).map(Some),
    });
    let moved = || {
        let before = (at.saturating_sub(5)..at).rev();
        before
            .take_while(|one| words[one + 1].pause == Pause::Nothing)
            .find_map(|one| way_of(text(words, one)))
    };
    // `grew fastest in 2022`
    let verb = || way_of(at.checked_sub(1).map_or("", |before| text(words, before)));
    let way = match noun {
        Some(way) => way.or_else(moved),
        None => verb(),
    };
    Some((most, way?))
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}
