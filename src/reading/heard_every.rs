//! Of how many periods a sentence speaks: of every one, of most, or of none.

use std::ops::Range;

use super::heard::{HeardStretch, HeardText, HeardWord, Pause};
use super::number_words::small;

/// Of how many periods something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardMany {
    /// `in every year`, `always`.
    All,
    /// `in most weeks`.
    Most,
    /// `in no year`, `never`.
    None,
}

/// Something that is said of many periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeardEvery {
    /// Of how many.
    pub many: HeardMany,
    /// How long each is, where the words say it.
    pub stretch: Option<HeardStretch>,
    /// Where it begins, by its word.
    pub at: usize,
    /// The word after which dates are left out: `every year but 2018`.
    pub but_at: Option<usize>,
}

/// What some words say of every period, of most or of none.
pub fn of_every(sentence: &HeardText, words: Range<usize>) -> Option<HeardEvery> {
    words.into_iter().find_map(|at| every_at(sentence, at))
}

fn every_at(sentence: &HeardText, at: usize) -> Option<HeardEvery> {
    let words = &sentence.words;
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    let before = at.checked_sub(1).map_or("", text);
    let reach = at + 1..words.len().min(at + 5);
    let near = reach.take_while(|one| words[*one].pause == Pause::Nothing);
    // `every week`, `each of the nine weeks`, `most of the years`
    let stretch = near
        .take_while(|one| {
            *one == at + 1
                || matches!(text(*one - 1), "of" | "the" | "single" | "these" | "one")
                || text(*one - 1).chars().all(|letter| letter.is_ascii_digit())
                || super::number_words::is_number_word(text(*one - 1))
                || matches!(text(*one - 1), "recent" | "other" | "financial" | "calendar")
        })
        .find_map(|one| stretch(text(one)));
    let many = match text(at) {
        "every" | "each" | "all" if before == "not" => return None,
        // `each year` may say what a rate is per, and `all year` how long
        "every" | "each" if matches!(before, "nearly" | "almost") => HeardMany::Most,
        "every" | "each" => HeardMany::All,
        "all" if stretch.is_some_and(|(_, plural)| plural) => HeardMany::All,
        "most" if stretch.is_some_and(|(_, plural)| plural) => HeardMany::Most,
        // `has not been below 2%`, `at no point`
        "not"
            if matches!(before, "has" | "have" | "had")
                && stands_at(text(at + 1), text(at + 2)) =>
        {
            return Some(HeardEvery { many: HeardMany::None, stretch: None, at, but_at: None });
        }
        "no" if before == "at" && matches!(text(at + 1), "point" | "time" | "stage") => {
            return Some(HeardEvery { many: HeardMany::None, stretch: None, at, but_at: None });
        }
        // `stayed above 2% all year`
        "all" | "throughout" if is_of_the_whole(text(at), text(at + 1)) && holds(words, at) => {
            return Some(HeardEvery { many: HeardMany::All, stretch: None, at, but_at: None });
        }
        "throughout" if words.get(at + 1).is_none_or(|next| next.pause > Pause::Nothing) => {
            return Some(HeardEvery { many: HeardMany::All, stretch: None, at, but_at: None });
        }
        "no" | "none" if before != "by" => HeardMany::None,
        "never" | "always" => {
            let many = if text(at) == "never" { HeardMany::None } else { HeardMany::All };
            return Some(HeardEvery { many, stretch: None, at, but_at: None });
        }
        "not" if text(at + 1) == "once" => {
            return Some(HeardEvery { many: HeardMany::None, stretch: None, at, but_at: None });
        }
        _ => return None,
    };
    let but_at = (at + 2..at + 7).find(|one| {
        let one = *one;
        matches!(text(one), "but" | "except" | "bar" | "besides")
            && words.get(one + 1).is_some_and(|next| {
                let next = next.text.as_str();
                next.starts_with(|letter: char| letter.is_ascii_digit())
                    || matches!(next, "in" | "the" | "one" | "two" | "three")
            })
    });
    stretch.map(|(stretch, _)| HeardEvery { many, stretch: Some(stretch), at, but_at })
}

/// `been below`, `fallen under`: where something was, and not how it moved.
fn stands_at(verb: &str, side: &str) -> bool {
    let side = matches!(side, "below" | "above" | "under" | "over" | "beneath" | "beyond");
    side && matches!(
        verb,
        "been"
            | "fallen"
            | "dropped"
            | "dipped"
            | "gone"
            | "risen"
            | "climbed"
            | "slipped"
            | "sunk"
    )
}

/// `all year`, `throughout the year`: the whole of it.
fn is_of_the_whole(word: &str, next: &str) -> bool {
    word == "throughout" || HeardStretch::of(next) == Some(HeardStretch::Year)
}

/// `stayed above`: does what comes before say where something stood?
fn holds(words: &[HeardWord], at: usize) -> bool {
    let text = |at: usize| words.get(at).map_or("", |word| word.text.as_str());
    (at.saturating_sub(9)..at).any(|at| {
        matches!(text(at), "stayed" | "remained" | "held" | "kept" | "been")
            && matches!(text(at + 1), "above" | "below" | "under" | "over" | "at")
    })
}

/// How many stretches come before a date, which is that of the last: `in each of the three months to
/// July`.
pub fn stretches_to_a_date(sentence: &HeardText, words: Range<usize>) -> Option<usize> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    words.clone().skip(1).find_map(|at| {
        let many = stretch(text(at)).is_some_and(|(_, plural)| plural);
        let to = matches!(text(at + 1), "to" | "ending" | "ended");
        let count = || text(at - 1).parse().ok().or(small(text(at - 1)).map(|one| one as usize));
        (many && to && words.contains(&(at + 2))).then(count)?
    })
}

/// `weeks` is many of a week.
pub(super) fn stretch(word: &str) -> Option<(HeardStretch, bool)> {
    let single = HeardStretch::of(word).filter(|_| !word.ends_with("ly") && word != "annual");
    let many = || word.strip_suffix('s').and_then(HeardStretch::of);
    single.map(|one| (one, false)).or_else(|| many().map(|one| (one, true)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn of_how_many_periods_something_is_said() {
        use HeardMany::{All, Most, None as Never};
        let (week, year) = (Some(HeardStretch::Week), Some(HeardStretch::Year));
        for (said, many, stretch) in [
            ("deaths fell every week", All, week),
            ("in each of the nine weeks deaths rose", All, week),
            ("visits rose in all years", All, year),
            ("in most of the weeks shown", Most, week),
            ("in nearly every year", Most, year),
            ("in no week did deaths exceed 52", Never, week),
            ("in none of the years", Never, year),
            ("deaths never fell below 400", Never, None),
            ("it was always above 400", All, None),
        ] {
            let heard = sentence(said);
            let every = of_every(&heard, 0..heard.words.len());
            let every = every.map(|one| (one.many, one.stretch));
            assert_eq!(every, Some((many, stretch)), "{said}");
        }
        for said in ["not every year", "all year long", "most visits", "no visits", "by no means"] {
            let heard = sentence(said);
            assert_eq!(of_every(&heard, 0..heard.words.len()), Option::None, "{said}");
        }
    }
}
