//! What a sentence says to be as much as at another time: `nearly as many as in 2016`, `similar to
//! that of 2019`, `matched its level of 2018`.

use std::ops::Range;

use super::heard::{HeardText, Pause};
use super::number_words::is_number_word;

/// Numbers that are said to be alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardLikeness {
    /// The words that say so.
    pub words: Range<usize>,
    /// How near they are.
    pub near: HowNear,
    /// The words after which the other date stands.
    pub than: usize,
}

/// How near two numbers are said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowNear {
    /// `as many as`.
    Same,
    /// `about as many as`.
    About,
    /// `nearly as many as`: below.
    Nearly,
    /// `at least as many as`.
    AtLeast,
    /// `not as many as`.
    Fewer,
}

/// All that some words say to be alike, without what is so many times as much.
pub fn likenesses(sentence: &HeardText, words: Range<usize>) -> Vec<HeardLikeness> {
    words.clone().filter_map(|at| likeness_at(sentence, at, words.end)).collect()
}

fn likeness_at(sentence: &HeardText, at: usize, end: usize) -> Option<HeardLikeness> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let before = |back: usize| at.checked_sub(back).map_or("", text);
    let joined = |one: usize| sentence.words[one].pause == Pause::Nothing;
    let (than, mut near) = match text(at) {
        "as" if matches!(text(at + 1), "many" | "much" | "few" | "high" | "low" | "large") => {
            let reach = (at + 2..end.min(at + 9)).take_while(|one| joined(*one));
            let than = reach.into_iter().find(|one| text(*one) == "as")?;
            (than + 1, HowNear::Same)
        }
        "same" if before(1) == "the" => {
            let reach = (at + 1..end.min(at + 6)).take_while(|one| joined(*one));
            let than = reach.into_iter().find(|one| text(*one) == "as")?;
            (than + 1, HowNear::Same)
        }
        "similar" | "comparable" | "equal" if text(at + 1) == "to" => {
            (at + 2, if text(at) == "equal" { HowNear::Same } else { HowNear::About })
        }
        "matched" | "matches" | "matching" | "equalled" | "equals" => (at + 1, HowNear::Same),
        "level" | "par" | "line"
            if text(at + 1) == "with" && !matches!(before(1), "the" | "its" | "their") =>
        {
            (at + 2, if text(at) == "line" { HowNear::About } else { HowNear::Same })
        }
        "unchanged" if matches!(text(at + 1), "from" | "on" | "since") => (at + 2, HowNear::Same),
        "close" if text(at + 1) == "to" => (at + 2, HowNear::About),
        _ => return None,
    };
    // `twice as many`, `half as many`, `a third as many`, `1.4 times as many`
    let multiplied = |word: &str| {
        matches!(word, "times" | "twice" | "half" | "third" | "quarter" | "quarters" | "thirds")
            || matches!(word, "thrice" | "double" | "fifth" | "tenth" | "again" | "fold")
            || is_number_word(word)
            || word.starts_with(|letter: char| letter.is_ascii_digit())
    };
    if text(at) == "as" && multiplied(before(1)) {
        return None;
    }
    let least = before(1) == "least" && before(2) == "at";
    near = match before(1) {
        "nearly" | "almost" if before(2) == "not" => return None,
        "nearly" | "almost" => HowNear::Nearly,
        "about" | "roughly" | "around" | "broadly" | "approximately" => HowNear::About,
        "the" if matches!(before(2), "about" | "roughly" | "broadly" | "almost" | "nearly") => {
            HowNear::About
        }
        "least" if least => HowNear::AtLeast,
        "not" | "nowhere" if text(at) == "as" => HowNear::Fewer,
        "not" | "never" => return None,
        _ => near,
    };
    if matches!(text(at + 1), "few" | "low") && near != HowNear::Same && near != HowNear::About {
        return None;
    }
    Some(HeardLikeness { words: at..than, near, than })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn what_is_said_to_be_alike_is_heard() {
        for (said, expected) in [
            ("as many visits as in 2016", Some(HowNear::Same)),
            ("nearly as many as in 2016", Some(HowNear::Nearly)),
            ("about as many as a decade ago", Some(HowNear::About)),
            ("not as many as in 2016", Some(HowNear::Fewer)),
            ("at least as many as in 2016", Some(HowNear::AtLeast)),
            ("the same number as in 2016", Some(HowNear::Same)),
            ("similar to that of 2019", Some(HowNear::About)),
            ("matched the total of 2019", Some(HowNear::Same)),
            ("twice as many as in 2016", None),
            ("1.4 times as many as in 2016", None),
            ("a third as many as in 2016", None),
            ("as many as 300", Some(HowNear::Same)),
        ] {
            let heard = sentence(said);
            let found = likenesses(&heard, 0..heard.words.len());
            assert_eq!(found.first().map(|one| one.near), expected, "{said}");
        }
    }
}
