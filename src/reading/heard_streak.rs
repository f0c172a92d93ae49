//! How long something went on, how often it was and for how long it has not been: `the third year in a
//! row`, `only twice`, `a six-year high`.

use std::ops::Range;

use super::heard::{HeardStretch, HeardText};
use super::heard_every::stretch;
use super::heard_moves::way_of;
use super::number_words::small;

/// Steps one after the other, all in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardStreak {
    /// How many.
    pub steps: usize,
    /// It is the last of them that is spoken of, and no step before them went that way.
    pub nth: bool,
    /// They go on to the newest figure: `has fallen for two years running`.
    pub now: bool,
    /// Where it is said how many.
    pub words: Range<usize>,
}

/// How many steps one way there were, wherever they lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardOften {
    /// How many.
    pub times: usize,
    /// No more than so many: `only twice`, `two of the six years`.
    pub only: bool,
    /// It is the last of them that is spoken of: `for the first time`.
    pub nth: bool,
    /// Where it is said how many.
    pub words: Range<usize>,
}

/// How many steps one after the other a text speaks of.
pub fn in_a_row(sentence: &HeardText, words: Range<usize>) -> Option<HeardStreak> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let reach = |at: usize, most: usize| at + 1..words.end.min(at + most);
    let perfect = words.clone().any(|at| matches!(text(at), "have" | "has" | "now"));
    words.clone().find_map(|at| {
        let row = |one: usize| (text(one), text(one + 1), text(one + 2)) == ("in", "a", "row");
        if text(at) == "twice" && row(at + 1) {
            return Some(HeardStreak { steps: 2, nth: false, now: perfect, words: at..at + 1 });
        }
        let (steps, nth) = count(text(at))?;
        // `12th` is two words
        let first = at;
        let ending = matches!(text(at + 1), "st" | "nd" | "rd" | "th");
        let (at, nth) = (at + usize::from(ending), nth || ending);
        let stretched = reach(at, 5).any(|one| {
            stretch(text(one)).is_some()
                || matches!(text(one), "time" | "times")
                || way_of(text(one)).is_some()
        });
        // `in each of the last three years`
        let of_the_last = !nth
            && stretched
            && first.checked_sub(1).is_some_and(|one| matches!(text(one), "last" | "past"))
            && (words.start..first).rev().take(5).any(|one| matches!(text(one), "each" | "all"));
        let runs = |one: usize| {
            row(one) || matches!(text(one), "running" | "straight" | "consecutive" | "successive")
        };
        // `a third consecutive rise`
        let row = stretched && reach(at, 5).any(runs)
            || matches!(text(at + 1), "straight" | "consecutive" | "successive")
            || nth && steps > 1 && lasts(sentence, first, at + 1);
        // `for four months from June`
        let from = !nth
            && first.checked_sub(1).is_some_and(|one| text(one) == "for")
            && stretch(text(at + 1)).is_some()
            && matches!(text(at + 2), "from" | "after");
        let now = perfect || of_the_last;
        (row || of_the_last || from).then_some(HeardStreak {
            steps,
            nth,
            now,
            words: first..at + 1,
        })
    })
}

/// `rises for a fifth year`, and not `for a second year of the scheme`.
fn lasts(sentence: &HeardText, ordinal: usize, after: usize) -> bool {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let before = |back: usize| ordinal.checked_sub(back).map_or("", text);
    before(2) == "for"
        && before(1) == "a"
        && stretch(text(after)).is_some()
        && !matches!(text(after + 1), "of" | "since" | "that" | "when")
}

/// How often something that is said at a word of some words was.
pub fn how_often(sentence: &HeardText, words: Range<usize>, verb: usize) -> Option<HeardOften> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let before = |at: usize, back: usize| at.checked_sub(back).map_or("", text);
    let only = |word: &str| matches!(word, "only" | "just");
    words.clone().find_map(|at| {
        if let Some(times) = often(text(at)) {
            // `twice as many`
            let alone =
                !matches!(text(at + 1), "as" | "more" | "the" | "higher" | "larger" | "that");
            let only = only(before(at, 1));
            let near = (verb + 1..verb + 4).contains(&at) && before(at, 1) != "by";
            let words = at..at + 1;
            return (alone && near).then_some(HeardOften { times, only, nth: false, words });
        }
        let (times, nth) = count(text(at))?;
        let ending = matches!(text(at + 1), "st" | "nd" | "rd" | "th");
        let (next, nth) = (at + 1 + usize::from(ending), nth || ending);
        let words = at..next + 1;
        match text(next) {
            "time" if nth && before(at, 2) == "for" && before(at, 1) == "the" => {
                Some(HeardOften { times, only: true, nth, words })
            }
            "times" if !nth && text(next + 1) != "as" => {
                let reach = if only(before(at, 1)) { 10 } else { 4 };
                let near = (verb + 1..verb + reach).contains(&at) && before(at, 1) != "by";
                let compares = matches!(
                    text(next + 1),
                    "more" | "the" | "higher" | "larger" | "that" | "its" | "fewer" | "smaller"
                );
                let only = only(before(at, 1));
                (near && !compares).then_some(HeardOften { times, only, nth, words })
            }
            // `the first drop since 2020`
            _ if nth && next == verb && before(at, 1) == "the" && text(verb + 1) == "since" => {
                Some(HeardOften { times, only: true, nth, words: at..next })
            }
            // `only one fall`
            _ if !nth && next == verb && only(before(at, 1)) => {
                Some(HeardOften { times, only: true, nth, words: at..next })
            }
            // `in only two years`, `in two of the six years`
            unit if !nth => {
                let only = only(before(at, 1));
                let lead = before(at, 1 + usize::from(only));
                let within = lead == "in" || lead == "for" && only;
                let many = |one: usize| stretch(text(one)).is_some_and(|(_, many)| many);
                let of = unit == "of" && (next + 1..next + 5).any(many);
                let stretched = only && stretch(unit).is_some();
                (within && (of || stretched)).then_some(HeardOften {
                    times,
                    only: true,
                    nth,
                    words,
                })
            }
            _ => None,
        }
    })
}

/// `once`
fn often(word: &str) -> Option<usize> {
    match word {
        "once" => Some(1),
        "twice" => Some(2),
        "thrice" => Some(3),
        _ => None,
    }
}

/// Among how many stretches of time before it the words of rank say something is the highest or
/// lowest: the six years of `a six-year high`, of `the highest in six years`.
pub fn rank_within(sentence: &HeardText, rank: &Range<usize>) -> Option<(usize, HeardStretch)> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let before = |back: usize| rank.start.checked_sub(back).map_or("", text);
    if let Some((stretch, _)) = stretch(before(1)) {
        let (count, nth) = count(before(2))?;
        return (!nth && count > 1).then_some((count, stretch));
    }
    // `its highest level in more than six years`
    let mut after =
        (rank.end..rank.end + 3).take_while(|at| !matches!(text(*at), "" | "of" | "since"));
    let lead = after.find(|at| matches!(text(*at), "in" | "for"))? + 1;
    let lead = match (text(lead), text(lead + 1)) {
        ("more", "than") | ("at", "least") => lead + 2,
        ("over" | "almost" | "nearly" | "about", _) => lead + 1,
        _ => lead,
    };
    if matches!(text(lead), "a" | "one") && text(lead + 1) == "decade" {
        return Some((10, HeardStretch::Year));
    }
    let (count, nth) = count(text(lead))?;
    match stretch(text(lead + 1)) {
        Some((stretch, true)) if !nth && count > 1 => Some((count, stretch)),
        _ if text(lead + 1) == "decades" && !nth => {
            Some((count.checked_mul(10)?, HeardStretch::Year))
        }
        _ => None,
    }
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
    use crate::reading::{HeardSense, sentence};

    #[test]
    fn streaks_are_heard_with_their_length_and_their_end() {
        for (said, expected) in [
            ("rose for the fifth year in a row", Some((5, true, false))),
            ("fell for five weeks running", Some((5, false, false))),
            ("have fallen for two consecutive years", Some((2, false, true))),
            ("a third consecutive rise", Some((3, true, false))),
            ("the 12th successive fall", Some((12, true, false))),
            ("fell in each of the last three years", Some((3, false, true))),
            ("fell twice in a row", Some((2, false, false))),
            ("after three falls in a row", Some((3, false, false))),
            ("the third time in a row", Some((3, true, false))),
            ("the 3rd year in a row", Some((3, true, false))),
            ("rises for a fifth year", Some((5, true, false))),
            ("rose for a second year of the scheme", None),
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
    fn how_often_something_was_is_heard() {
        for (said, expected) in [
            ("fell only once", Some((1, true, false))),
            ("rose twice", Some((2, false, false))),
            ("fell three times since 2018", Some((3, false, false))),
            ("fell in only two years", Some((2, true, false))),
            ("fell in two of the six years", Some((2, true, false))),
            ("fell for the first time since 2019", Some((1, true, true))),
            ("fell for the 2nd time", Some((2, true, true))),
            ("rose twice as fast", None),
            ("rose to three times the number", None),
            ("rose in two years", None),
        ] {
            let heard = sentence(said);
            let often = how_often(&heard, 0..heard.words.len(), 0);
            assert_eq!(often.map(|one| (one.times, one.only, one.nth)), expected, "{said}");
        }
    }

    #[test]
    fn a_high_of_so_many_years_is_heard() {
        for (said, expected) in [
            ("a six-year high", Some((6, HeardStretch::Year))),
            ("an 18-month low", Some((18, HeardStretch::Month))),
            ("the highest in six years", Some((6, HeardStretch::Year))),
            ("its highest level for more than four weeks", Some((4, HeardStretch::Week))),
            ("the lowest in a decade", Some((10, HeardStretch::Year))),
            ("the lowest in over two decades", Some((20, HeardStretch::Year))),
            ("the highest in the six years", None),
            ("an all-time high", None),
            ("a record high", None),
        ] {
            let heard = sentence(said);
            let rank = heard.heard.iter().find(|one| matches!(one.says, HeardSense::Extreme(..)));
            let rank = &rank.expect("a word of rank").words;
            assert_eq!(rank_within(&heard, rank), expected, "{said}");
        }
    }
}
