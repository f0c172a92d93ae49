//! Over how long a time something is said to have moved: `in the year to December`, `over the past three
//! years`, `on the week before`, `year on year`, `in a decade`.

use std::ops::Range;

use super::heard::{HeardStretch, HeardText, Pause};
use super::heard_every::stretch;
use super::number_words::small;

/// A length of time over which something moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardLength {
    /// Its words, by their place.
    pub words: Range<usize>,
    /// How many stretches it has.
    pub count: i32,
    /// What it is counted in.
    pub stretch: HeardStretch,
    /// Where it ends.
    pub ends: LengthEnd,
    /// It may be shorter: `within three years`.
    pub at_most: bool,
}

/// Where a length of time ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LengthEnd {
    /// With the newest figure: `in the past year`, `a year ago`.
    Now,
    /// With the date that follows: `in the year to December`.
    Date,
    /// With what is spoken of: `on the year before`, `year on year`.
    Spoken,
    /// Nobody says: `in three years`.
    Unsaid,
}

/// All lengths of time that some words name.
pub fn lengths(sentence: &HeardText, words: Range<usize>) -> Vec<HeardLength> {
    let mut found: Vec<HeardLength> = Vec::new();
    for at in words.clone() {
        if found.last().is_some_and(|one| one.words.contains(&at)) {
            continue;
        }
        found.extend(length_at(sentence, at).filter(|one| one.words.end <= words.end));
    }
    found
}

fn length_at(sentence: &HeardText, at: usize) -> Option<HeardLength> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let joined =
        |at: usize| sentence.words.get(at).is_some_and(|word| word.pause == Pause::Nothing);
    let length = |end: usize, (count, stretch): (i32, HeardStretch), ends: LengthEnd| {
        Some(HeardLength { words: at..end, count, stretch, ends, at_most: false })
    };
    // `year on year`
    if let Some((own, false)) = stretch(text(at))
        && text(at + 1) == "on"
        && text(at + 2) == text(at)
    {
        return length(at + 3, (1, own), LengthEnd::Spoken);
    }
    let compares = matches!(text(at), "on" | "than" | "over" | "from" | "as" | "with" | "against");
    let within = matches!(text(at), "in" | "over" | "within" | "during" | "inside");
    if !compares && !within {
        return None;
    }
    let the = usize::from(matches!(text(at + 1), "the" | "its" | "their"));
    // `in the past three years`, `over the last week`
    if within && the == 1 && matches!(text(at + 2), "last" | "past" | "latest") {
        let (count, own, end) = counted(sentence, at + 3)?;
        return match text(end) {
            "of" | "to" | "before" | "shown" => None,
            _ => length(end, (count, own), LengthEnd::Now),
        };
    }
    // `on the previous week`
    if compares && the == 1 && matches!(text(at + 2), "previous" | "preceding") {
        let (own, _) = stretch(text(at + 3))?;
        return length(at + 4, (1, own), LengthEnd::Spoken);
    }
    let (count, own, end) = counted(sentence, at + 1 + the)?;
    // `in the year to December`
    if within && the == 1 && matches!(text(end), "to" | "ending" | "ended") && joined(end) {
        return length(end + 1, (count, own), LengthEnd::Date);
    }
    // `than a year ago`, `on the week before`
    if compares && matches!(text(end), "ago" | "before" | "earlier" | "previously" | "prior") {
        // `the week before Christmas`
        let next = sentence.words.get(end + 1).filter(|next| next.pause == Pause::Nothing);
        let next = next.map_or("", |next| next.text.as_str());
        if text(end) == "before" && !matches!(next, "" | "and" | "but" | "in" | "to") {
            return None;
        }
        let ends = if text(end) == "ago" { LengthEnd::Now } else { LengthEnd::Spoken };
        return length(end + 1, (count, own), ends);
    }
    // `rose on the month in May`, `fell over the year`
    if the == 1 && matches!(text(at), "on" | "over") && count == 1 {
        let next = sentence.words.get(end).filter(|next| next.pause == Pause::Nothing);
        let next = next.map_or("", |next| next.text.as_str());
        return match next {
            "" | "in" | "and" | "but" => length(end, (count, own), LengthEnd::Spoken),
            _ => None,
        };
    }
    // `in three years`, `within a decade`
    if within && the == 0 {
        let mut from = at + 1;
        let mut at_most = matches!(text(at), "within" | "inside");
        let mut said = counted(sentence, from);
        while said.is_none() {
            match text(from) {
                "just" | "only" | "barely" | "about" | "almost" | "nearly" | "roughly" => {}
                "under" => at_most = true,
                _ => return None,
            }
            from += 1;
            said = counted(sentence, from);
        }
        let (count, own, end) = said?;
        return match text(end) {
            // `in two years out of six`, `in one week of January`
            "out" | "of" | "alone" => None,
            _ => Some(HeardLength {
                words: at..end,
                count,
                stretch: own,
                ends: LengthEnd::Unsaid,
                at_most,
            }),
        };
    }
    None
}

/// How many stretches begin at a word, and the word after them: `three years`, `a single year`, `year`,
/// `a decade`.
fn counted(sentence: &HeardText, at: usize) -> Option<(i32, HeardStretch, usize)> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let one = |at: usize| match text(at) {
        "decade" => Some((10, HeardStretch::Year, at + 1)),
        word => stretch(word).filter(|(_, many)| !many).map(|(stretch, _)| (1, stretch, at + 1)),
    };
    let many = |at: usize| match text(at) {
        "decades" => Some((10, HeardStretch::Year, at + 1)),
        word => stretch(word).filter(|(_, many)| *many).map(|(stretch, _)| (1, stretch, at + 1)),
    };
    if matches!(text(at), "a" | "one" | "single" | "an") {
        let single = usize::from(text(at + 1) == "single");
        return one(at + 1 + single);
    }
    let count = small(text(at)).map(|one| one as i32);
    let count = count.or_else(|| text(at).parse().ok().filter(|one| (1..1000).contains(one)));
    match count {
        Some(count) => {
            let (each, stretch, end) = many(at + 1)?;
            Some((count.checked_mul(each)?, stretch, end))
        }
        None => one(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn lengths_of_time_are_heard() {
        use HeardStretch::{Month, Quarter, Week, Year};
        use LengthEnd::{Date, Now, Spoken, Unsaid};
        for (said, expected) in [
            ("fell in the year to December 2024", Some((1, Year, Date))),
            ("fell in the three months to May", Some((3, Month, Date))),
            ("fell over the past three years", Some((3, Year, Now))),
            ("rose in the last week", Some((1, Week, Now))),
            ("rose in the last week of January", None),
            ("longer than a year ago", Some((1, Year, Now))),
            ("up on a year earlier", Some((1, Year, Spoken))),
            ("up on the week before", Some((1, Week, Spoken))),
            ("up on the week before Christmas", None),
            ("up on the previous quarter", Some((1, Quarter, Spoken))),
            ("up 3% year on year", Some((1, Year, Spoken))),
            ("rose on the month in May", Some((1, Month, Spoken))),
            ("rose over the year", Some((1, Year, Spoken))),
            ("doubled in three years", Some((3, Year, Unsaid))),
            ("halved within a decade", Some((10, Year, Unsaid))),
            ("rose in a single year", Some((1, Year, Unsaid))),
            ("rose in two of the years", None),
            ("rose in 2020", None),
            ("a share of the year", None),
        ] {
            let heard = sentence(said);
            let found = lengths(&heard, 0..heard.words.len());
            let found = found.first().map(|one| (one.count, one.stretch, one.ends));
            assert_eq!(found, expected, "{said}");
        }
    }
}
