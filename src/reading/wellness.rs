//! Words of what is better or worse, and of what everybody would have more of, or less.

use super::heard::HeardText;
use crate::figure::Way;

/// Which way of numbers is the better one, by the words of what they count: fewer delays, more trains on
/// time.
pub fn better_way<'w>(words: impl Iterator<Item = &'w str>) -> Option<Way> {
    const LESS: &str = "delay delays wait waits waiting response late lateness crime crimes offence         offences deaths cancellations cancelled complaints unemployment jobless arrears debt debts         overdue injuries casualties accidents homeless homelessness poverty absence absences";
    const MORE: &str = "punctual punctuality on-time within passed satisfied satisfaction recycled         recycling survival attendance literacy employment";
    let (mut less, mut more) = (false, false);
    for word in words {
        less |= LESS.split_whitespace().any(|known| known == word);
        more |= MORE.split_whitespace().any(|known| known == word);
    }
    match (less, more) {
        (_, true) => Some(Way::Up),
        (true, false) => Some(Way::Down),
        (false, false) => None,
    }
}

/// Does a word say that something is better, or worse, than it was?
pub fn wellness_of(sentence: &HeardText, at: usize) -> Option<bool> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let than = || {
        let than = (at + 1..at + 12).find(|at| text(*at) == "than");
        than.is_some_and(|at| {
            !matches!((text(at + 1), text(at + 2)), ("ever" | "any", _) | (_, "any"))
        })
    };
    match text(at) {
        "improved" | "improves" | "improving" => Some(true),
        "worsened" | "worsens" | "worsening" | "deteriorated" | "deteriorating" => Some(false),
        "punctual" | "reliable" | "prompt" => {
            let lead = |back: usize| at.checked_sub(back).map_or("", text);
            let verb =
                matches!(lead(2), "became" | "become" | "got" | "were" | "was" | "are" | "is");
            match lead(1) {
                "more" if verb => Some(true),
                "less" if verb => Some(false),
                _ => None,
            }
        }
        "better" if than() => Some(true),
        "worse" if than() => Some(false),
        "quicker" | "faster"
            if than() && matches!(text(at - at.min(1)), "were" | "are" | "was" | "is") =>
        {
            Some(true)
        }
        "slower" if than() && matches!(text(at - at.min(1)), "were" | "are" | "was" | "is") => {
            Some(false)
        }
        _ => None,
    }
}
