//! How long something went on or has not been: `the third year in a row`, `a six-year high`.

use std::ops::Range;

use super::heard::{HeardStretch, HeardText};
use super::heard_every::stretch;
use super::number_words::small;

/// Steps one after the other, all in one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeardStreak {
    /// How many.
    pub steps: usize,
    /// It is the last of them that is spoken of, and no step before them went that way.
    pub nth: bool,
    /// They go on to the newest figure: `has fallen for two years running`.
    pub now: bool,
}

/// How many steps one after the other a text speaks of.
pub fn in_a_row(sentence: &HeardText, words: Range<usize>) -> Option<HeardStreak> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let reach = |at: usize, most: usize| at + 1..words.end.min(at + most);
    let perfect = words.clone().any(|at| matches!(text(at), "have" | "has" | "now"));
    words.clone().find_map(|at| {
        let (steps, nth) = count(text(at))?;
        // `12th` is two words
        let ending = matches!(text(at + 1), "st" | "nd" | "rd" | "th");
        let (at, nth) = (at + usize::from(ending), nth || ending);
        let stretched = reach(at, 5).any(|one| stretch(text(one)).is_some());
        // `in each of the last three years`
        let of_the_last = !nth
            && stretched
            && at.checked_sub(1).is_some_and(|one| matches!(text(one), "last" | "past"))
            && (words.start..at).rev().take(5).any(|one| matches!(text(one), "each" | "all"));
        let runs = |one: usize| {
            matches!(text(one), "running" | "straight" | "consecutive" | "successive")
                || text(one) == "in" && text(one + 1) == "a" && text(one + 2) == "row"
        };
        // `a third consecutive rise`
        let row = stretched && reach(at, 5).any(runs)
            || matches!(text(at + 1), "straight" | "consecutive" | "successive");
        (row || of_the_last).then_some(HeardStreak { steps, nth, now: perfect || of_the_last })
    })
}

/// Among how many stretches of time before it the word of rank at this place says something is the
/// highest or lowest: the six years of `a six-year high`.
pub fn rank_within(sentence: &HeardText, at: usize) -> Option<(usize, HeardStretch)> {
    let text = |back: usize| {
        at.checked_sub(back).and_then(|at| sentence.words.get(at)).map_or("", |word| &word.text)
    };
    let (stretch, _) = stretch(text(1))?;
    let (count, nth) = count(text(2))?;
    (!nth && count > 1).then_some((count, stretch))
}

/// `three`, `12`, and whether it is one of an order: `third`.
fn count(word: &str) -> Option<(usize, bool)> {
    const ORDINALS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth", "eleventh", "twelfth",
    ];
    if let Some(at) = ORDINALS.iter().position(|name| *name == word) {
        return Some((at + 1, true));
    }
    if let Some(number) = small(word) {
        return Some((number as usize, false));
    }
    let number = word.parse().ok().filter(|number| *number < 100);
    number.map(|number| (number, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn streaks_are_heard_with_their_length_and_their_end() {
        for (said, expected) in [
            ("rose for the fifth year in a row", Some((5, true, false))),
            ("fell for five weeks running", Some((5, false, false))),
            ("have fallen for two consecutive years", Some((2, false, true))),
            ("a third consecutive rise", Some((3, true, false))),
            ("the 12th successive fall", Some((12, true, false))),
            ("fell in each of the last three years", Some((3, false, true))),
            ("rose for the third year", None),
            ("fell in the last three years", None),
        ] {
            let heard = sentence(said);
            let streak = in_a_row(&heard, 0..heard.words.len());
            let streak = streak.map(|one| (one.steps, one.nth, one.now));
            assert_eq!(streak, expected, "{said}");
        }
    }

    #[test]
    fn a_high_of_so_many_years_is_heard() {
        for (said, expected) in [
            ("a six-year high", Some((6, HeardStretch::Year))),
            ("an 18-month low", Some((18, HeardStretch::Month))),
            ("an all-time high", None),
            ("a record high", None),
        ] {
            let heard = sentence(said);
            let last = heard.words.len() - 1;
            assert_eq!(rank_within(&heard, last), expected, "{said}");
        }
    }
}
