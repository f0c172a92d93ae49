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
        "most" if is_far(words, at) => Up,
        "least" if is_far(words, at) => Down,
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
    let verb = || {
        let mut before = (at.saturating_sub(3)..at).rev();
        let before = before.find(|one| !matches!(text(words, *one), "the" | "by"));
        before.and_then(|before| way_of(text(words, before)))
    };
    let way = match noun {
        Some(way) => way.or_else(moved),
        None => verb(),
    };
    Some((most, way?))
}

/// `rose most`, `fell by the most`, `grew most sharply`, and not `fell most years`.
fn is_far(words: &[HeardWord], at: usize) -> bool {
    let next = words.get(at + 1).filter(|next| next.pause == Pause::Nothing);
    let next = next.map_or("", |next| next.text.as_str());
    matches!(next, "" | "in" | "during" | "between" | "sharply" | "steeply" | "quickly" | "rapidly")
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}
