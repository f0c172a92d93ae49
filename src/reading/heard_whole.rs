//! What a sentence says of all figures of a chart together: how long each counts, on what scale they
//! are told, that none is provisional, that one source has them all.

use std::ops::Range;

use super::heard::{Heard, HeardSense, HeardStretch, HeardWhole, HeardWord, Pause, SaidCaveat};
use super::heard_caveat::names_caveat;
use super::heard_denied::is_denied;

/// Is it a word for the figures of a chart, whatever they count?
pub fn is_data(word: &str) -> bool {
    const DATA: [&str; 13] = [
        "figure",
        "figures",
        "value",
        "values",
        "number",
        "numbers",
        "data",
        "count",
        "counts",
        "total",
        "totals",
        "statistics",
        "points",
    ];
    DATA.contains(&word)
}

/// What is said of all figures among some words.
pub(super) fn wholes(words: &[HeardWord]) -> Vec<Heard> {
    let mut list = Vec::new();
    for at in 0..words.len() {
        let known = scale(words, at)
            .or_else(|| stretch(words, at))
            .or_else(|| source(words, at))
            .or_else(|| agreement(words, at))
            .or_else(|| comparable(words, at));
        list.extend(known.map(|(at, says)| found(words, at, says)));
        list.extend(surely(words, at).map(|(at, says)| found(words, at, says)));
    }
    list
}

fn found(words: &[HeardWord], at: Range<usize>, says: HeardWhole) -> Heard {
    let place = words[at.start].at.start..words[at.end - 1].at.end;
    let denied = is_denied(words, at.start);
    Heard { at: place, denied, words: at, says: HeardSense::Whole(says) }
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}

/// Does the clause end before this word?
fn ends(words: &[HeardWord], at: usize) -> bool {
    words.get(at).is_none_or(|word| word.pause > Pause::Nothing)
}

type WholeAt = (Range<usize>, HeardWhole);

/// `in thousands`, `(millions)`, `visits, thousands`, `thousands of visits`.
fn scale(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    let scale = match text(words, at) {
        "hundreds" => 100,
        "thousands" | "000s" => 1_000,
        "millions" => 1_000_000,
        "billions" => 1_000_000_000,
        _ => return None,
    };
    let before = at.checked_sub(1).map_or("", |before| text(words, before));
    let starts = words[at].pause > Pause::Nothing;
    let of = text(words, at + 1) == "of" && !ends(words, at + 1);
    let closed = ends(words, at + 1) || text(words, at + 1) == ")";
    let alone = of && ends(words, at + 3) && words[at].pause == Pause::Sentence;
    let says = match before {
        "in" => closed || of && ends(words, at + 3),
        "(" => closed,
        _ => starts && closed || alone,
    };
    says.then_some((at..at + 1, HeardWhole::Scale(scale)))
}

/// `monthly`, `per month`, `each month`.
fn stretch(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    let stretch = HeardStretch::of(text(words, at))?;
    if text(words, at).ends_with('y') && text(words, at) != "day" || text(words, at) == "annual" {
        return Some((at..at + 1, HeardWhole::Stretch(stretch)));
    }
    let before = at.checked_sub(1)?;
    let mut start = before;
    if matches!(text(words, before), "single" | "financial" | "calendar" | "fiscal") {
        start = before.checked_sub(1)?;
    }
    let next = text(words, at + 1);
    // `down a quarter` is a part
    let lead = start.checked_sub(1).map_or("", |lead| text(words, lead));
    if stretch == HeardStretch::Quarter
        && matches!(
            lead,
            "by" | "down" | "up" | "about" | "nearly" | "almost" | "over" | "than" | "to"
        )
    {
        return None;
    }
    const SHIFTS: [&str; 12] = [
        "before", "after", "ago", "later", "earlier", "on", "of", "to", "ending", "ended", "since",
        "from",
    ];
    let says = matches!(text(words, start), "a" | "an" | "per" | "each" | "every" | "one")
        && (text(words, start) == "per" || !SHIFTS.contains(&next) || ends(words, at + 1));
    says.then_some((start..at + 1, HeardWhole::Stretch(stretch)))
}

/// `from a single source`, `One source: …`
fn source(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    if text(words, at) != "source" {
        return None;
    }
    let one = at.checked_sub(1)?;
    let says = matches!(text(words, one), "one" | "single" | "same" | "sole");
    let before = one.checked_sub(1).map_or("", |before| text(words, before));
    let first = if matches!(before, "a" | "the" | "only" | "just") { one - 1 } else { one };
    let lead = first.checked_sub(1).map_or("", |lead| text(words, lead));
    let led =
        matches!(lead, "from" | "on" | "by" | "with" | "to" | "have" | "has" | "uses" | "use");
    let starts = words[first].pause == Pause::Sentence;
    let next = text(words, at + 1);
    let alone = starts && (ends(words, at + 1) || matches!(next, "is" | "only" | "for"));
    let counts = matches!(before, "least" | "than") || matches!(lead, "least" | "than");
    let part = next == "of" || next == "per" || next == "for" && text(words, at + 2) == "each";
    (says && (led || alone) && !counts && !part).then_some((first..at + 1, HeardWhole::OneSource))
}

/// `all sources agree`, `nobody disputes`, `undisputed`.
fn agreement(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    let next = |more: usize| text(words, at + more);
    let length = match (text(words, at), next(1), next(2)) {
        ("all" | "both", "sources", "agree") => 3,
        ("the", "sources", "agree") | ("nobody" | "none", "disputes", _) => 2,
        ("no", "one", "disputes") | ("no", "source", "disputes") => 3,
        ("undisputed", ..) => 1,
        _ => return None,
    };
    Some((at..at + length, HeardWhole::Undisputed))
}

/// `counted in the same way`, `there is no break`, `all years are comparable`.
fn comparable(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    let next = |more: usize| text(words, at + more);
    let length = match (text(words, at), next(1), next(2), next(3)) {
        ("counted", "in", "the", "same") if next(4) == "way" => 5,
        ("counted", "the", "same", "way") => 4,
        ("no", "break" | "breaks", "in", _) => 2,
        ("are", "comparable", ..) if ends(words, at + 2) => 2,
        ("can", "be", "compared", _) if ends(words, at + 3) => 3,
        _ => return None,
    };
    // of some years it may be so
    let start = (0..=at).rev().find(|one| words[*one].pause == Pause::Sentence)?;
    let end = words.len().min(at + length + 4);
    let all = (start..at).any(|one| matches!(text(words, one), "all" | "figures" | "every"))
        || (at + length..end).any(|one| matches!(text(words, one), "all" | "every"));
    let dated = words[start..].iter().any(|word| word.text.contains(|c: char| c.is_ascii_digit()));
    (!dated && (all || text(words, at) == "no")).then_some((at..at + length, HeardWhole::Unbroken))
}

/// `all figures are final`, `nothing here is provisional`; nothing where a date, or a word such as
/// `but`, leaves some of them out.
fn surely(words: &[HeardWord], at: usize) -> Option<WholeAt> {
    if !matches!(text(words, at), "is" | "are") {
        return None;
    }
    let start = (0..=at).rev().find(|one| words[*one].pause == Pause::Sentence)?;
    let end = (at + 1..words.len()).find(|one| words[*one].pause == Pause::Sentence);
    let sentence = start..end.unwrap_or(words.len());
    const LIMITS: [&str; 18] = [
        "but",
        "except",
        "excepting",
        "apart",
        "save",
        "unless",
        "until",
        "before",
        "if",
        "once",
        "when",
        "other",
        "earlier",
        "not",
        "yet",
        "up",
        "than",
        "excluding",
    ];
    let limits = |word: &HeardWord| {
        LIMITS.contains(&word.text.as_str()) || word.text.contains(|c: char| c.is_ascii_digit())
    };
    if words[sentence.clone()].iter().any(limits) {
        return None;
    }
    let own = (start..=at).rev().find(|one| words[*one].pause > Pause::Nothing)?;
    let subject: Vec<&str> = (own..at).map(|one| text(words, one)).collect();
    const FILLS: [&str; 13] = [
        "all", "every", "each", "the", "these", "those", "of", "them", "here", "shown", "single",
        "this", "chart",
    ];
    let plain = |some: &[&str]| {
        some.iter().all(|word| FILLS.contains(word) || is_data(word) || *word == "on")
    };
    let skip = |word: &str| {
        matches!(
            word,
            "a" | "an" | "now" | "all" | "fully" | "already" | "here" | "only" | "still" | "just"
        )
    };
    let said = (at + 1..sentence.end).find(|one| !skip(text(words, *one)))?;
    let found = match &subject[..] {
        ["nothing" | "none", rest @ ..] if plain(rest) => without(words, said)?,
        ["no", data, rest @ ..] if is_data(data) && plain(rest) => without(words, said)?,
        // `all figures of visits`
        some if plain(some.split(|word| *word == "of").next().unwrap_or_default())
            && some.iter().any(|word| is_data(word)) =>
        {
            match text(words, said) {
                "final" | "definitive" | "confirmed" => HeardWhole::Final,
                "exact" | "precise" => HeardWhole::Exact,
                "actual" => HeardWhole::Without(SaidCaveat::Forecast),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((own..said + 1, found))
}

fn without(words: &[HeardWord], at: usize) -> Option<HeardWhole> {
    let caveats = [
        SaidCaveat::Provisional,
        SaidCaveat::Forecast,
        SaidCaveat::Estimate,
        SaidCaveat::Unreliable,
    ];
    let own = &words[at..at + 1];
    caveats.into_iter().find(|caveat| names_caveat(own, *caveat)).map(HeardWhole::Without)
}
