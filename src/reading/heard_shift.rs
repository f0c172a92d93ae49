//! Periods that a sentence names by others: `the year before`, `two years later`.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;

use super::heard::{HeardKind, HeardSense, HeardText, Pause};

/// A period named by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardShift {
    /// Its words, by their place.
    pub words: Range<usize>,
    /// How many months after the other it lies; before it, below zero.
    pub months: i32,
}

/// All periods that are named by others, in the order in which they stand.
pub fn shifts(sentence: &HeardText) -> Vec<HeardShift> {
    (0..sentence.words.len()).filter_map(|at| shift(sentence, at)).collect()
}

/// The shift whose last word this is.
fn shift(sentence: &HeardText, at: usize) -> Option<HeardShift> {
    let words = &sentence.words;
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let start = at.checked_sub(1)?;
    // `the previous year`, `the following month`
    if let Some(months) = length(text(at)) {
        let sign = match text(start) {
            "previous" | "preceding" | "prior" => -1,
            "following" | "next" => 1,
            _ => return None,
        };
        return Some(HeardShift { words: start..at + 1, months: sign * months });
    }
    let sign = match text(at) {
        "before" | "earlier" | "previously" => -1,
        "after" | "later" | "afterwards" => 1,
        _ => return None,
    };
    if words[at].pause > Pause::Nothing {
        return None;
    }
    // `the year before the pandemic` is none
    let next = words.get(at + 1).filter(|next| next.pause == Pause::Nothing);
    let next = next.map_or("", |next| next.text.as_str());
    const GO_ON: [&str; 15] = [
        "", "and", "but", "to", "from", "was", "were", "it", "they", "had", "did", "by", "in",
        "they'd", "with",
    ];
    if matches!(text(at), "before" | "after") && !GO_ON.contains(&next) {
        return None;
    }
    let number = sentence.heard.iter().find_map(|heard| match &heard.says {
        HeardSense::Number(number) if number.kind == HeardKind::Months && heard.words.end == at => {
            Some((heard.words.start, number.value.to_i32()?))
        }
        _ => None,
    });
    let (from, months) = match number {
        Some((from, months)) if months > 0 => (from, months),
        _ => (start.checked_sub(1)?, length(text(start))?),
    };
    // `than in any of the three years before` speaks of all three
    let several = |back: usize| from.checked_sub(back).map_or("", |at| text(at));
    if number.is_some() && (several(1), several(2)) == ("the", "of") {
        return None;
    }
    let lead = matches!(text(from), "a" | "an" | "the" | "one" | "just");
    (lead || number.is_some()).then_some(HeardShift { words: from..at + 1, months: sign * months })
}

fn length(word: &str) -> Option<i32> {
    Some(match word {
        "year" => 12,
        "quarter" => 3,
        "month" => 1,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sentence::sentence;
    use super::*;

    #[test]
    fn periods_are_named_by_others() {
        for (text, expected) in [
            ("341 the year before", Some(-12)),
            ("a year later it was 341", Some(12)),
            ("two years earlier", Some(-24)),
            ("in the previous year", Some(-12)),
            ("from 341 the year before to 322", Some(-12)),
            ("the month after, it fell", Some(1)),
            ("the year before the pandemic", None),
            ("before 2020", None),
            ("ten years of growth", None),
        ] {
            let found = shifts(&sentence(text));
            assert_eq!(found.first().map(|one| one.months), expected, "{text}");
        }
    }
}
