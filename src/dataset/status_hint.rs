//! What is wrong with a status, and what to write.

use super::cells::shown;
use crate::figure::Status;

/// What is told of a text in which a letter is none of a status, and what to write.
pub(super) fn unknown_status(text: &str, letter: char) -> (String, String) {
    const FINAL: [&str; 4] = ["final", "finalised", "confirmed", "definitive"];
    if FINAL.contains(&text.trim().to_lowercase().as_str()) {
        let message = format!("{} is no status: a figure without one is final", shown(text));
        return (message, "leave the status empty".to_string());
    }
    let message = match text.chars().count() {
        1 => format!("{} is not a letter of a status", shown(text)),
        // Up to three are letters, of which one is unknown; more are a word.
        2 | 3 => format!("`{letter}` in {} is not a letter of a status", shown(text)),
        _ => format!("{} is neither letters of a status nor words for them", shown(text)),
    };
    let letters = Status::all().map(|(letter, meaning)| format!("{letter} {meaning}"));
    (
        format!("{message}, so what it says would be lost"),
        format!("the letters are {}", letters.join(", ")),
    )
}

/// What a target cannot be besides, and what to write.
pub(super) fn no_target(status: Status) -> Option<(&'static str, &'static str)> {
    let others = [
        (
            status.is_forecast(),
            "`f` that it is a forecast: what is aimed at is not what is expected",
            "write t where it is aimed at, f where it is expected",
        ),
        (
            status.is_break(),
            "`b` that a break lies before it: only what was counted has one",
            "write t here, and b in the row of the first figure counted after the break",
        ),
        (
            status.is_unreliable(),
            "`u` that it is little reliable: nothing was counted",
            "write t where it is aimed at, u where it was counted",
        ),
    ];
    let other = others.into_iter().find(|(is, ..)| *is && status.is_target());
    other.map(|(_, why, hint)| (why, hint))
}
