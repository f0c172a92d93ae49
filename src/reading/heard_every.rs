//! Of how many periods a sentence speaks: of every one, of most, or of none.

use std::ops::Range;

use super::heard::{HeardStretch, HeardText, Pause};

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
    /// The dates that follow are left out: `every year but 2018`.
    pub but: bool,
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
        "no" | "none" if before != "by" => HeardMany::None,
        "never" | "always" => {
            let many = if text(at) == "never" { HeardMany::None } else { HeardMany::All };
            return Some(HeardEvery { many, stretch: None, at, but: false });
        }
        "not" if text(at + 1) == "once" => {
            return Some(HeardEvery { many: HeardMany::None, stretch: None, at, but: false });
        }
        _ => return None,
    };
    let but = (at + 2..at + 7).any(|one| {
        matches!(text(one), "but" | "except" | "bar" | "besides")
            && words.get(one + 1).is_some_and(|next| {
                let next = next.text.as_str();
                next.starts_with(|letter: char| letter.is_ascii_digit())
                    || matches!(next, "in" | "the" | "one" | "two" | "three")
            })
    });
    stretch.map(|(stretch, _)| HeardEvery { many, stretch: Some(stretch), at, but })
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
