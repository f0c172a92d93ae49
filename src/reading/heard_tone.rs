//! What a sentence says beside its numbers: that they are forecasts, a loss, or of several times.

use std::ops::Range;

use super::heard::{HeardKind, HeardSense, HeardText, HeardWord};
use crate::figure::Status;

/// Does a word say that there was less of something, so that a number needs no minus?
pub fn is_loss(word: &str) -> bool {
    const LOSS: [&str; 26] = [
        "loss",
        "losses",
        "lost",
        "deficit",
        "minus",
        "below",
        "negative",
        "left",
        "departures",
        "leavers",
        "net",
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

/// Does a text say what no number of this status may be said without?
pub fn tells_status(sentence: &HeardText, status: Status) -> bool {
    let says =
        |words: &[&str]| sentence.words.iter().any(|word| words.contains(&word.text.as_str()));
    if status.is_target() {
        return says(&["target", "targets", "aim", "aims", "aimed", "goal", "goals", "planned"]);
    }
    let forecast = [
        "forecast",
        "forecasts",
        "expected",
        "expects",
        "expect",
        "projected",
        "projection",
        "predicted",
        "predicts",
        "will",
        "would",
        "could",
        "may",
        "might",
        "planned",
        "budgeted",
        "estimate",
        "outlook",
    ];
    if status.is_forecast() {
        return says(&forecast);
    }
    let provisional = ["provisional", "provisionally", "preliminary", "initial", "interim"];
    if status.is_provisional() {
        return says(&provisional);
    }
    let unreliable = [
        "reliability",
        "unreliable",
        "reliable",
        "caution",
        "rough",
        "roughly",
        "uncertain",
        "indicative",
        "small",
        "few",
        "sample",
    ];
    !status.is_unreliable() || says(&unreliable)
}

/// Does a text say that something went on without a stop?
pub fn is_steady(sentence: &HeardText, clause: Range<usize>) -> bool {
    clause.into_iter().any(|at| {
        let (word, next) = (text(&sentence.words, at), text(&sentence.words, at + 1));
        matches!(word, "every" | "each") && next == "year"
            || matches!(word, "steadily" | "continuously" | "consistently" | "uninterrupted")
            || word == "year" && next == "after" && text(&sentence.words, at + 2) == "year"
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

/// Is the figure compared with that of an end of this stretch: `for ten years`, `in a decade`?
pub fn tells_of_rivals(sentence: &HeardText, words: Range<usize>) -> bool {
    let stretch = sentence.heard.iter().any(|heard| match &heard.says {
        HeardSense::Number(number) => {
            number.kind == HeardKind::Months && words.contains(&heard.words.start)
        }
        _ => false,
    });
    stretch
        || words.into_iter().any(|at| {
            matches!(
                text(&sentence.words, at),
                "since"
                    | "decade"
                    | "decades"
                    | "years"
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
