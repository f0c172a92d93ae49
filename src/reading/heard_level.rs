//! What a sentence says of numbers beside their level at another time: `above the level of 2019`,
//! `back where they were in 2018`.

use std::ops::Range;

use super::heard::{HeardText, Pause};
use super::heard_moves::way_of;
use crate::figure::Way;

/// How numbers are said to stand to an earlier level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeardStanding {
    /// More.
    Above,
    /// Less.
    Below,
    /// `recovered to`: as high, or higher.
    Reached,
    /// `back to`: as high, wherever they come from.
    Back,
}

/// Whether it is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelDenied {
    /// It is said.
    No,
    /// `not yet`: of the last of the numbers.
    Now,
    /// `never`: of all since.
    Ever,
}

/// Numbers beside their level at another time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardLevel {
    /// How they stand.
    pub standing: HeardStanding,
    /// Whether that is denied.
    pub denied: LevelDenied,
    /// The words that say how they stand.
    pub words: Range<usize>,
    /// The word with which the date of the level begins.
    pub date: usize,
}

const LEVELS: &str =
    "level levels figure figures total totals number count mark peak high those that";

/// What is said at a word of a level, if it is one of a date; `is_date` says where dates begin.
pub fn level_of(
    sentence: &HeardText,
    at: usize,
    is_date: impl Fn(usize) -> bool,
) -> Option<HeardLevel> {
    let text = |at: usize| sentence.words.get(at).map_or("", |word| word.text.as_str());
    let before = |back: usize| at.checked_sub(back).map_or("", text);
    let to = usize::from(matches!(text(at + 1), "to" | "at"));
    // `have more than recovered to`
    let more = before(1) == "than" && before(2) == "more";
    let (standing, end) = match text(at) {
        "above" | "overtaken" | "overtook" | "overtakes" | "passed" | "passes" | "surpassed"
        | "surpasses" | "exceeded" | "exceeds" | "exceed" | "topped" | "tops" | "beyond" => {
            (HeardStanding::Above, at + 1)
        }
        "below" | "under" | "beneath" => (HeardStanding::Below, at + 1),
        "recovered" | "regained" if more => (HeardStanding::Above, at + 1 + to),
        "recovered" | "recover" | "rebounded" if to == 1 => (HeardStanding::Reached, at + 2),
        "regained" | "reached" | "regain" | "reach" => (HeardStanding::Reached, at + 1),
        "returned" | "return" if to == 1 => (HeardStanding::Back, at + 2),
        // `fell back to`
        "back" if way_of(before(1)) == Some(Way::Down) => return None,
        "back" if to == 1 || text(at + 1) == "where" => (HeardStanding::Back, at + 2),
        _ => return None,
    };
    let limit = (end..sentence.words.len().min(end + 9))
        .find(|one| sentence.words[*one].pause > Pause::Nothing)
        .unwrap_or(sentence.words.len().min(end + 9));
    let is_level = |word: &str| LEVELS.split(' ').any(|known| known == word);
    let joins = |word: &str| {
        matches!(word, "of" | "in" | "from" | "for" | "seen" | "recorded" | "at" | "before")
    };
    // `back where they were in 2018`, `back to where`, `above where`
    let place = (at + 1..at + 3).find(|one| text(*one) == "where");
    let place = place.filter(|one| *one == at + 1 || to == 1);
    let date = if let Some(place) = place {
        let was = (place..limit).find(|one| matches!(text(*one), "was" | "were" | "stood"))?;
        (was + 1..limit.min(was + 4)).find(|one| is_date(*one))?
    } else {
        (end..limit).filter(|one| is_date(*one)).find(|date| {
            // `their 2019 level`, `the level of 2019`, `the £655 million of 2019`
            let after = (date + 1..limit.min(date + 4)).any(|one| is_level(text(one)));
            let lead = end..*date;
            let number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
            let level = lead.clone().any(|one| is_level(text(one)));
            let joined = lead.clone().any(|one| joins(text(one)));
            // `passed 36 million in 2023` is when it did
            let of = date.checked_sub(1).is_some_and(|one| text(one) == "of");
            after || level && joined || of && lead.clone().any(|one| number(text(one)))
        })?
    };
    let near = (at.saturating_sub(4)..at).rev();
    let mut near = near.take_while(|one| sentence.words[one + 1].pause == Pause::Nothing);
    let denied = near.find_map(|one| match text(one) {
        "never" => Some(LevelDenied::Ever),
        "not" | "yet" | "hasn't" | "haven't" | "isn't" | "aren't" => Some(LevelDenied::Now),
        "no" if text(one + 1) == "longer" => Some(LevelDenied::Now),
        _ => None,
    });
    Some(HeardLevel { standing, denied: denied.unwrap_or(LevelDenied::No), words: at..end, date })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentence;

    #[test]
    fn levels_of_other_times_are_heard() {
        use HeardStanding::{Above, Back, Below, Reached};
        use LevelDenied::{Ever, No, Now};
        for (said, expected) in [
            ("visits are above their level of 2019", Some((Above, No))),
            ("visits are now back above 2019 levels", Some((Above, No))),
            ("exports have overtaken their 2019 level", Some((Above, No))),
            ("exports have never got back to their level of 2019", Some((Back, Ever))),
            ("exports have yet to recover to their 2019 level", Some((Reached, Now))),
            ("lending is back where it was in 2018", Some((Back, No))),
            ("exports are still below the £655 million of 2019", Some((Below, No))),
            ("visits fell back to their level of 2019", None),
            ("visits passed 400,000 in 2019", None),
            ("visits fell below 100,000 in 2019", None),
            ("visits are above 400,000", None),
        ] {
            let heard = sentence(said);
            let is_date = |at: usize| matches!(heard.words[at].text.as_str(), "2018" | "2019");
            let mut found = (0..heard.words.len()).filter_map(|at| level_of(&heard, at, is_date));
            let found = found.next().map(|one| (one.standing, one.denied));
            assert_eq!(found, expected, "{said}");
        }
    }
}
