use crate::dataset::Dataset;
use crate::figure::EventKey;
use crate::problem::{Problem, Rule};

/// # cause-word (advice)
///
/// An event stands beside figures so that a reader knows what happened when. That it made them rise
/// or fall, a chart cannot show, and a label does not say. Where somebody did find that out, the
/// note of the event says who.
pub fn cause_word(data: &Dataset) -> Vec<Problem> {
    let events = data.events.iter().enumerate().filter(|(_, event)| event.note.is_empty());
    let told = events.filter_map(|(key, event)| {
        let word = cause(&event.label)?;
        let message = format!(
            "`{}` says with `{word}` why numbers moved, and a chart shows only that they did",
            &*event.label
        );
        let hint = "write what happened, as in `Law comes into force`; who found that it was the \
                    cause stands in the note of the event";
        let place = data.place_of_event(EventKey(key as u32), "label");
        Some(Rule::CauseWord.at(place, message).hint(hint))
    });
    told.collect()
}

/// Words that give a cause, wherever they stand.
const CAUSES: &[&str] = &[
    "as a consequence",
    "as a result",
    "attributed to",
    "because",
    "blamed for",
    "blamed on",
    "bring about",
    "brings about",
    "brought about",
    "caused",
    "causes",
    "causing",
    "consequently",
    "driven by",
    "due to",
    "fuelled by",
    "in consequence",
    "in response to",
    "lead to",
    "leading to",
    "leads to",
    "led to",
    "owing to",
    "prompted by",
    "responsible for",
    "result in",
    "resulted in",
    "resulting in",
    "results in",
    "sparked by",
    "thanks to",
    "therefore",
    "triggered by",
];

/// Verbs that give a cause only where a word of direction comes after them: a food bank drives no
/// numbers with its drives.
const MOVERS: &[&str] = &[
    "boost",
    "boosted",
    "boosts",
    "brings",
    "brought",
    "drive",
    "drives",
    "driving",
    "drove",
    "fuelled",
    "fuels",
    "helped",
    "helps",
    "made",
    "makes",
    "prompt",
    "prompted",
    "prompts",
    "pulls",
    "push",
    "pushed",
    "pushes",
    "send",
    "sends",
    "sent",
    "spark",
    "sparked",
    "sparks",
    "trigger",
    "triggered",
    "triggers",
];

const DIRECTIONS: &[&str] = &[
    "collapse",
    "cut",
    "decline",
    "decrease",
    "down",
    "drop",
    "drops",
    "fall",
    "falls",
    "growth",
    "higher",
    "increase",
    "jump",
    "low",
    "lower",
    "peak",
    "record",
    "reduction",
    "rise",
    "rises",
    "soar",
    "spike",
    "surge",
    "up",
];

/// The word of a label that gives a cause.
fn cause(label: &str) -> Option<&'static str> {
    let words: Vec<String> = label
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let spaced = format!(" {} ", words.join(" "));
    let plain = CAUSES.iter().find(|cause| spaced.contains(&format!(" {cause} ")));
    let moved = || {
        let (at, mover) = words.iter().enumerate().find_map(|(at, word)| {
            MOVERS.iter().find(|mover| *mover == word).map(|mover| (at, mover))
        })?;
        let goes = |word: &String| DIRECTIONS.contains(&word.as_str());
        words[at + 1..].iter().any(goes).then_some(mover)
    };
    plain.or_else(moved).copied()
}

#[cfg(test)]
mod tests {
    use super::cause;

    #[test]
    fn a_cause_is_known_by_its_words_and_an_event_is_none() {
        for (label, word) in [
            ("Campaign caused the rise", "caused"),
            ("Ban leads to fewer sales", "leads to"),
            ("Reports up thanks to new law", "thanks to"),
            ("Fall because of lockdown", "because"),
            ("As a result of the Act, more forces answer", "as a result"),
            ("Parks close; as a result, visits drop", "as a result"),
            ("Gates shut, therefore fewer visits", "therefore"),
            ("Fewer visits because it rained", "because"),
            ("New detection drives growth in reports", "drives"),
            ("Law sends arrests up", "sends"),
            ("Resulted\u{a0}in more referrals", "resulted in"),
            ("Cuts lead to closures", "lead to"),
            ("Gates drive visits up", "drive"),
            ("Rise triggered by a series on television", "triggered by"),
        ] {
            assert_eq!(cause(label), Some(word), "{label}");
        }
        for label in [
            "CyberTipline opens",
            "First lockdown",
            "Winter food drives begin",
            "Home Office sends letters to forces",
            "Law is made",
            "Ledger introduced",
            "Act due to start is delayed to 2024 by Parliament, duets",
            "Price cap made permanent",
        ] {
            let expected = label.contains("due to").then_some("due to");
            assert_eq!(cause(label), expected, "{label}");
        }
    }
}
