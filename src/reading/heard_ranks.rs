//! The words of a sentence that say which number was the highest or the lowest.

use super::heard::{Heard, HeardSense, HeardStretch, HeardWord, Pause};
use super::heard_denied::{found, is_denied};
use super::heard_moves::side_of_a_balance;
use super::heard_steepest::is_steepest;
use super::number_words::is_number_word;
use crate::figure::Way::{Down, Up};

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

/// `six-year`, before a high.
fn is_of_stretch(words: &[HeardWord], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| HeardStretch::of(text(words, before)).is_some())
        && at.checked_sub(2).is_some_and(|first| {
            let word = text(words, first);
            is_number_word(word) || word.starts_with(|letter: char| letter.is_ascii_digit())
        })
}

/// `highest`, `second lowest`, `a record low`, `the most visits`.
pub(super) fn extremes(words: &[HeardWord]) -> Vec<Heard> {
    let mut list = Vec::new();
    for at in 0..words.len() {
        let word = text(words, at);
        let next = text(words, at + 1);
        let before = at.checked_sub(1).map_or("", |before| text(words, before));
        let low = matches!(next, "low" | "lows");
        let number = next.starts_with(|letter: char| letter.is_ascii_digit());
        let all_time = word == "time" && before == "all";
        let way = match word {
            _ if is_steepest(words, at).is_some() => None,
            "more" | "higher" | "greater" | "larger" | "bigger" | "longer"
                if is_more_than_ever(words, at) =>
            {
                Some(Up)
            }
            "fewer" | "lower" | "less" | "smaller" | "shorter" if is_more_than_ever(words, at) => {
                Some(Down)
            }
            "deeper" | "wider" if near_a_side(words, at) && is_more_than_ever(words, at) => {
                Some(Up)
            }
            "shallower" | "narrower" if near_a_side(words, at) && is_more_than_ever(words, at) => {
                Some(Down)
            }
            "strongest" | "highest" | "largest" | "biggest" | "greatest" | "busiest" => Some(Up),
            "weakest" | "lowest" | "smallest" | "quietest" | "rarest" | "emptiest" | "scarcest" => {
                Some(Down)
            }
            "most" if is_superlative(words, at) => Some(Up),
            // `at their most punctual`
            "most" | "least"
                if matches!(before, "its" | "their") && at > 1 && text(words, at - 2) == "at" =>
            {
                Some(if word == "most" { Up } else { Down })
            }
            "fewest" if before != "at" => Some(Down),
            "least" if before == "the" => Some(Down),
            "most" if words[at].pause == Pause::Sentence && is_most_since(words, at) => Some(Up),
            "most" if before == "the" && ends_the_clause(words, at) => Some(Up),
            "first" | "second" | "third" | "fourth" | "fifth" if ranks(before, next) => Some(Up),
            "last" | "bottom" if ranks(before, next) => Some(Down),
            "deadliest" | "tallest" | "fullest" => Some(Up),
            "peaked" => Some(Up),
            "peak" if matches!(before, "a" | "the" | "their" | "its") && next == "of" => Some(Up),
            "peak" | "record" if stands_alone(words, at) => Some(Up),
            "peak" if hits(words, at) => Some(Up),
            // `hit a new high`
            "peak" | "high" | "highs" if before == "new" => Some(Up),
            "low" | "lows" if before == "new" => Some(Down),
            "record" if matches!(next, "year" | "month" | "week") => Some(Up),
            // whichever end is meant
            "best" | "worst" if HeardStretch::of(next).is_some() => Some(Up),
            "deepest" if near_a_side(words, at) => Some(Up),
            "shallowest" | "narrowest" if near_a_side(words, at) => Some(Down),
            "widest" if near_a_side(words, at) => Some(Up),
            "longest" | "shortest" if is_of_itself(before) => {
                Some(if word == "longest" { Up } else { Down })
            }
            "poorest" if is_of_itself(before) || before == "the" => Some(Down),
            "bottomed" => Some(Down),
            "bottom" if matches!(before, "hit" | "hits" | "reached" | "rock") => Some(Down),
            // whichever end is meant
            "slowest" | "fastest" | "quickest" if is_of_itself(before) => Some(Up),
            "high" | "highs" if is_of_stretch(words, at) => Some(Up),
            "low" | "lows" if is_of_stretch(words, at) => Some(Down),
            "high" | "many" | "much" | "busy" if is_this_far(words, at) => Some(Up),
            "low" | "few" | "little" | "quiet" if is_this_far(words, at) => Some(Down),
            "high" if matches!(before, "a" | "its") && next == "of" => Some(Up),
            "low" if matches!(before, "a" | "its") && next == "of" => Some(Down),
            "record" | "time" if low && (word == "record" || all_time) => Some(Down),
            "time" if all_time && matches!(next, "high" | "highs") => Some(Up),
            "record" if matches!(before, "on" | "the" | "for" | "police") && !is_high(next) => None,
            "record" if is_high(next) || number || matches!(before, "a" | "new" | "set") => {
                Some(Up)
            }
            _ => None,
        };
        let nth = match before {
            "second" | "2nd" => 2,
            "third" | "3rd" => 3,
            "fourth" => 4,
            "fifth" => 5,
            _ => 1,
        };
        let nth = match word {
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            "fifth" => 5,
            _ => nth,
        };
        // `among the highest`, `from a record high`
        let first = at.saturating_sub(1 + usize::from(nth > 1));
        let earlier = text(words, first.saturating_sub(1));
        let loose = matches!(earlier, "among" | "of" | "from" | "below" | "than" | "above");
        let loose =
            loose || matches!(text(words, first), "from" | "below" | "than" | "above" | "among");
        if let Some(way) = way.filter(|_| !loose || at == 0) {
            let start = if nth > 1 { at - 1 } else { at };
            let here = found(words, start..at + 1, HeardSense::Extreme(way, nth));
            // `have not been this low since 2020` says that they are the lowest
            list.push(Heard { denied: here.denied && !is_this_far(words, at), ..here });
        }
    }
    list
}

/// `came second of the six`, `ranks last`.
fn ranks(before: &str, next: &str) -> bool {
    matches!(
        before,
        "came" | "comes" | "ranks" | "ranked" | "rank" | "finished" | "placed" | "stands" | "stood"
    ) && matches!(next, "" | "of" | "among" | "in" | "with")
}

/// `handed out the most parcels`, and not `the most recent figures`.
fn ends_the_clause(words: &[HeardWord], at: usize) -> bool {
    let verb = (at.saturating_sub(4)..at).any(|one| {
        matches!(
            text(words, one),
            "handed"
                | "had"
                | "has"
                | "saw"
                | "sees"
                | "recorded"
                | "gave"
                | "sold"
                | "lent"
                | "issued"
                | "took"
                | "made"
                | "drew"
                | "carried"
                | "registered"
                | "counted"
                | "received"
        )
    });
    let rest = words[at + 1..].iter().take_while(|word| word.pause == Pause::Nothing).count();
    const OTHERS: [&str; 8] =
        ["recent", "common", "vulnerable", "deprived", "serious", "popular", "important", "likely"];
    verb && (1..=3).contains(&rest) && !OTHERS.contains(&text(words, at + 1))
}

/// `have not been this low since 2020`
fn is_this_far(words: &[HeardWord], at: usize) -> bool {
    matches!(at.checked_sub(1).map_or("", |one| text(words, one)), "this" | "so")
        && text(words, at + 1) == "since"
        && is_denied(words, at)
}

/// Is a surplus or a deficit spoken of: `the deepest deficit`?
fn near_a_side(words: &[HeardWord], at: usize) -> bool {
    let reach = at.saturating_sub(10)..words.len().min(at + 4);
    reach.into_iter().any(|one| side_of_a_balance(text(words, one)).is_some())
}

/// Is a word a whole clause: `peak`?
fn stands_alone(words: &[HeardWord], at: usize) -> bool {
    let ends = words.get(at + 1).is_none_or(|next| next.pause >= Pause::Clause);
    ends && (at == 0 || words[at].pause >= Pause::Clause)
}

/// `at its longest`, `were slowest`: said of what is spoken of.
fn is_of_itself(before: &str) -> bool {
    matches!(before, "its" | "their" | "was" | "were" | "is" | "are")
}

/// `hit their peak`, `at its peak`
fn hits(words: &[HeardWord], at: usize) -> bool {
    let own = at > 1 && matches!(text(words, at - 1), "a" | "the" | "their" | "its");
    own && matches!(
        text(words, at - 2),
        "hit" | "hits" | "reached" | "reaches" | "reach" | "at" | "saw" | "was"
    )
}

/// `more visits than ever before`, `fewer than in any other year`
fn is_more_than_ever(words: &[HeardWord], at: usize) -> bool {
    let reach = at + 1..words.len().min(at + 12);
    let mut near = reach.take_while(|one| words[*one].pause < Pause::Sentence);
    near.find(|one| text(words, *one) == "than").is_some_and(|than| {
        // `More is borrowed from fewer shelves than ever`: fewer shelves
        let nearer = (at + 1..than).any(|one| {
            matches!(text(words, one), "fewer" | "less" | "lower" | "smaller" | "more" | "higher")
        });
        if nearer {
            return false;
        }
        match (text(words, than + 1), text(words, than + 2)) {
            ("ever" | "any", _) => true,
            ("in" | "at", next) => next == "any",
            _ => false,
        }
    })
}

fn is_high(word: &str) -> bool {
    const HIGH: [&str; 10] = [
        "high", "highs", "number", "numbers", "total", "level", "levels", "year", "figure",
        "visits",
    ];
    HIGH.contains(&word)
}

/// `the most visits since`, and not `most visits were`.
fn is_superlative(words: &[HeardWord], at: usize) -> bool {
    let reach = at + 1..words.len().min(at + 5);
    let before = at.checked_sub(1).map_or("", |before| text(words, before));
    before == "the"
        && reach
            .clone()
            .any(|one| matches!(text(words, one), "since" | "in" | "ever" | "of" | "on"))
}

/// `Most visits since 2019`, as a headline.
pub(super) fn is_most_since(words: &[HeardWord], at: usize) -> bool {
    let mut reach = at + 1..words.len().min(at + 4);
    reach.any(|one| matches!(text(words, one), "since" | "ever"))
}
