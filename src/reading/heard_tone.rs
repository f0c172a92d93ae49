//! What a sentence says beside its numbers: that they are forecasts, a loss, or of several times.

use std::ops::Range;

use super::heard::{HeardKind, HeardSense, HeardStretch, HeardText, HeardWord, Pause, SaidCaveat};
use super::heard_caveat::names_caveat;
use super::heard_every::{HeardMany, of_every};
use super::heard_moves::side_of_a_balance;
use crate::figure::{Status, Way};

/// Does a word say that there was less of something, so that a number needs no minus?
pub fn is_loss(word: &str) -> bool {
    const LOSS: [&str; 27] = [
        "loss",
        "losses",
        "lost",
        "deficit",
        "gap",
        "shortfall",
        "minus",
        "below",
        "negative",
        "left",
        "departures",
        "leavers",
        "cut",
        "cuts",
        "cheaper",
        "down",
        "fell",
        "fall",
        "fewer",
        "less",
        "lower",
        "shrank",
        "reduction",
        "decline",
        "declined",
        "dropped",
        "drop",
    ];
    LOSS.contains(&word)
}

/// Does a word say behind `net` what a balance is when it is below zero: `net imports`? `net` alone says nothing
/// of the side.
pub fn is_below_zero_of_net(word: &str) -> bool {
    matches!(
        word,
        "imports"
            | "outflow"
            | "outflows"
            | "outward"
            | "emigration"
            | "borrowing"
            | "spending"
            | "cost"
            | "costs"
    )
}

/// Does a word begin a clause that says when or why something was?
pub fn subordinates(word: &str) -> bool {
    matches!(word, "as" | "when" | "after" | "because" | "since" | "while" | "before" | "once")
}

/// Does a word deny what is said?
pub fn denies(word: &str) -> bool {
    matches!(word, "not" | "never" | "didn't" | "doesn't" | "don't" | "hasn't" | "haven't")
}

/// Does a word say that a number is what is more or less than something?
pub fn tells_a_balance(word: &str) -> bool {
    const WORDS: &str = "balance balances net more than gain gained gains surplus difference \
        change changed extra additional added outnumbered exceeded overall plus positive up";
    WORDS.split_whitespace().any(|known| known == word)
}

/// The same, where words beside it make it one: `in the red`, `below zero`.
pub fn side_at(sentence: &HeardText, at: usize) -> Option<Way> {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| text(&sentence.words, at));
    let money = word(1) == "the" && matches!(word(2), "in" | "into");
    // `profit or loss` is the name of both
    let either = |side: usize, other: usize| {
        matches!(text(&sentence.words, side), "or" | "and")
            && side_of_a_balance(text(&sentence.words, other)).is_some()
    };
    if either(at + 1, at + 2) || at > 1 && either(at - 1, at - 2) {
        return None;
    }
    match word(0) {
        "deflation" => Some(Way::Down),
        "money" if matches!(word(1), "made" | "makes" | "making") => Some(Way::Up),
        "money" if matches!(word(1), "lost" | "loses" | "losing") => Some(Way::Down),
        "red" if money => Some(Way::Down),
        "black" if money => Some(Way::Up),
        "zero" if word(1) == "below" => Some(Way::Down),
        "zero" if word(1) == "above" => Some(Way::Up),
        "positive" if comes_to_be(verb(&word)) => Some(Way::Up),
        "negative" if comes_to_be(verb(&word)) => Some(Way::Down),
        other => side_of_a_balance(other),
    }
}

/// The verb before a word, and before what says how long or how often.
fn verb<'w>(word: &impl Fn(usize) -> &'w str) -> &'w str {
    let back = (1..4).find(|back| {
        !matches!(
            word(*back),
            "never" | "always" | "still" | "again" | "consistently" | "not" | "back" | "firmly"
        )
    });
    word(back.unwrap_or(1))
}

/// `turned negative`, and not `negative publicity`.
fn comes_to_be(verb: &str) -> bool {
    turns(verb)
        || matches!(
            verb,
            "was" | "were" | "is" | "are" | "been" | "stayed" | "remained" | "stays" | "remains"
        )
}

/// Does a text say that a balance changed its side at this word: `slipped into deficit`, and not `fell
/// to a deficit of £58 million`?
pub fn turns_at(sentence: &HeardText, at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| text(&sentence.words, at));
    let back = (1..5).find(|back| {
        !matches!(word(*back), "a" | "the" | "in" | "into" | "back" | "to" | "below" | "above")
    });
    let Some(back) = back else { return false };
    let to = (1..back).any(|back| word(back) == "to");
    let only_turns = matches!(word(back), "turned" | "turns" | "swung" | "swings" | "tipped");
    turns(word(back)) && (!to || only_turns)
}

fn turns(verb: &str) -> bool {
    matches!(
        verb,
        "turned"
            | "turns"
            | "went"
            | "goes"
            | "became"
            | "becomes"
            | "swung"
            | "swings"
            | "moved"
            | "moves"
            | "slipped"
            | "slips"
            | "slid"
            | "fell"
            | "falls"
            | "dipped"
            | "returned"
            | "returns"
            | "tipped"
            | "sank"
    )
}

/// Which way a word says that a balance went, and whether it says so of a surplus or a deficit only.
pub fn betters(word: &str) -> Option<(Way, bool)> {
    match word {
        "improved" | "improves" | "improving" => Some((Way::Up, false)),
        "worsened" | "worsens" | "worsening" | "deteriorated" => Some((Way::Down, false)),
        "widened" | "widens" | "widening" | "deepened" | "deepens" | "ballooned" => {
            Some((Way::Up, true))
        }
        "narrowed" | "narrows" | "narrowing" => Some((Way::Down, true)),
        _ => None,
    }
}

/// Is it a word for a rate of change itself, and not for what changes?
pub fn is_rate_word(word: &str) -> bool {
    const RATES: [&str; 12] = [
        "rise",
        "rises",
        "increase",
        "increases",
        "growth",
        "inflation",
        "rate",
        "change",
        "fall",
        "drop",
        "decrease",
        "decline",
    ];
    RATES.contains(&word)
}

/// Is it a verb of those who count or say numbers: `recorded`, `put`?
pub fn counts_verb(word: &str) -> bool {
    const VERBS: &str = "count counts counted record records recorded register registers registered \
        measure measures measured tally tallied log logs logged say says said state states stated \
        put puts report reports reported estimate estimates estimated give gives gave find finds \
        found quote quotes quoted publish publishes published note notes noted reckon reckons \
        reckoned forecast forecasts expect expects expected";
    VERBS.split_whitespace().any(|known| known == word)
}

/// Does it say that something began?
pub fn begins(word: &str) -> bool {
    matches!(
        word,
        "began"
            | "begin"
            | "begins"
            | "begun"
            | "started"
            | "start"
            | "starts"
            | "introduced"
            | "launched"
            | "opened"
            | "came"
            | "installed"
    )
}

/// Is what stands at this word denied?
pub fn is_denied_at(sentence: &HeardText, at: usize) -> bool {
    super::heard_denied::is_denied(&sentence.words, at)
}

/// Does a text say what no number of this status may be said without?
pub fn tells_status(sentence: &HeardText, status: Status) -> bool {
    let words = &sentence.words;
    let says = |some: &[&str]| words.iter().any(|word| some.contains(&word.text.as_str()));
    if status.is_target() {
        return names_caveat(words, SaidCaveat::Target) || says(&["goals", "planned"]);
    }
    if status.is_forecast() {
        return names_caveat(words, SaidCaveat::Forecast)
            || says(&["expect", "planned", "budgeted", "outlook", "estimate"])
            || (0..words.len())
                .any(|at| tells_of_what_may_come(words, at) || is_to_come(words, at));
    }
    if status.is_provisional() {
        return names_caveat(words, SaidCaveat::Provisional) || says(&["initial", "interim"]);
    }
    let asked = ["asked", "answered", "answers", "respondents", "surveyed", "interviewed", "cases"];
    !status.is_unreliable()
        || names_caveat(words, SaidCaveat::Unreliable)
        || says(&["caution", "rough", "roughly", "sample"])
        || says(&["few", "small"]) && says(&asked)
}

/// `is due to fall`, `are set to rise`
fn is_to_come(words: &[HeardWord], at: usize) -> bool {
    matches!(text(words, at), "is" | "are")
        && matches!(text(words, at + 1), "due" | "set" | "likely" | "bound")
        && text(words, at + 2) == "to"
}

/// `will reach`, `may fall`, and not `in May` or `a will of iron`.
fn tells_of_what_may_come(words: &[HeardWord], at: usize) -> bool {
    let (word, next) = (text(words, at), text(words, at + 1));
    let before = at.checked_sub(1).map_or("", |before| text(words, before));
    let verb = !next.is_empty()
        && words[at + 1].pause == Pause::Nothing
        && next.chars().all(char::is_alphabetic)
        && !matches!(
            next,
            "and" | "or" | "to" | "of" | "was" | "were" | "is" | "are" | "the" | "in"
        );
    let noun =
        matches!(before, "in" | "since" | "by" | "from" | "until" | "of" | "to" | "and" | "a")
            || matches!(
                before,
                "last" | "next" | "early" | "late" | "mid" | "this" | "each" | "every"
            )
            || before.starts_with(|letter: char| letter.is_ascii_digit()) && word == "may";
    matches!(word, "will" | "would" | "could" | "may" | "might") && verb && !noun
}

/// Does a text say that something went on without a stop?
pub fn is_steady(sentence: &HeardText, clause: Range<usize>) -> bool {
    let every = of_every(sentence, clause.clone());
    let after = |at: usize| {
        let word = text(&sentence.words, at);
        let on = |at: usize| {
            let has = (at.saturating_sub(6)..at + 6).any(|one| {
                matches!(text(&sentence.words, one), "has" | "have" | "had" | "since" | "from")
            });
            text(&sentence.words, at + 1) == "on" && has
        };
        HeardStretch::of(word).is_some()
            && (text(&sentence.words, at + 1) == "after" || on(at))
            && text(&sentence.words, at + 2) == word
    };
    every.is_some_and(|one| one.many == HeardMany::All)
        || clause.into_iter().any(|at| {
            let word = text(&sentence.words, at);
            matches!(word, "steadily" | "continuously" | "consistently" | "uninterrupted")
                || after(at)
                || word == "without"
                    && (at + 1..at + 3).any(|next| {
                        matches!(
                            text(&sentence.words, next),
                            "break" | "pause" | "interruption" | "exception" | "fail"
                        )
                    })
        })
}

/// Does a sentence tell of several times, none of which has a date: `at first`, `then`?
pub fn tells_several_times(sentence: &HeardText, words: Range<usize>) -> bool {
    const TIMES: [&str; 18] = [
        "then", "first", "since", "until", "before", "after", "pandemic", "lockdown", "during",
        "later", "again", "once", "when", "until", "early", "briefly", "earlier", "next",
    ];
    let moves = sentence.heard.iter().filter(|heard| {
        matches!(heard.says, HeardSense::Moves(_)) && words.contains(&heard.words.start)
    });
    moves.count() > 1 || words.into_iter().any(|at| TIMES.contains(&text(&sentence.words, at)))
}

/// `since records began`: since the first of all figures.
fn of_all(sentence: &HeardText, since: usize) -> bool {
    let near = || (since + 1..since + 5).map(|at| text(&sentence.words, at));
    let counts = |word: &str| {
        matches!(word, "records" | "count" | "counts" | "counting" | "figures" | "data" | "series")
    };
    near().any(counts)
        && near().any(|word| matches!(word, "began" | "begin" | "begins" | "started"))
}

/// Is the figure compared with that of an end of this stretch: `for ten years`, `in a decade`?
pub fn tells_of_rivals(sentence: &HeardText, words: Range<usize>) -> bool {
    let stretch = sentence.heard.iter().any(|heard| match &heard.says {
        HeardSense::Number(number) => {
            number.kind == HeardKind::Months && words.contains(&heard.words.start)
        }
        _ => false,
    });
    stretch
        || words.clone().any(|at| text(&sentence.words, at) == "since" && !of_all(sentence, at))
        || words.into_iter().any(|at| {
            let before = at.checked_sub(1).map_or("", |before| text(&sentence.words, before));
            let word = text(&sentence.words, at);
            let next = text(&sentence.words, at + 1);
            word == "years" && before != "all" && !matches!(next, "shown" | "here" | "charted")
                || matches!(
                    word,
                    "decade"
                        | "decades"
                        | "among"
                        | "outside"
                        | "county"
                        | "country"
                        | "elsewhere"
                        | "region"
                        | "except"
                )
        })
}

/// Is it a name that everybody knows, and whose digits count nothing: `Covid-19`?
pub fn is_known_name(word: &str) -> bool {
    word.eq_ignore_ascii_case("covid-19")
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}
