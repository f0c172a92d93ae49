//! Which words of a sentence stand before dates, and which after numbers.

use super::heard::{HeardText, HeardWord};
use crate::figure::MONTHS;

/// Is it a word for somebody who is counted?
pub fn is_thing(word: &str) -> bool {
    matches!(word, "people" | "children" | "men" | "women" | "staff" | "million" | "adults")
}

/// Is it a word for people or groups of them?
pub fn is_a_person(word: &str) -> bool {
    const PEOPLE: &str = "people families family households household callers women men children girls \
        boys adults pupils students patients residents donors pensioners parents mothers fathers \
        volunteers visitors clients tenants workers nurses doctors teachers prisoners victims";
    PEOPLE.split_whitespace().any(|known| known == word)
}

/// Does it move a date to another: `a year later`?
pub fn shifts_dates(word: &str) -> bool {
    matches!(word, "later" | "earlier" | "following" | "previous" | "next" | "ago" | "afterwards")
}

/// Does a level follow it: `rose to 25.1%`?
pub fn leads_to_a_level(word: &str) -> bool {
    word == "to"
}

/// Is it a measure of weight, length, area or volume?
pub fn is_a_measure(word: &str) -> bool {
    const MEASURES: &[&str] = &[
        "kilogram",
        "kilogramme",
        "kg",
        "gram",
        "tonne",
        "ton",
        "litre",
        "liter",
        "gallon",
        "mile",
        "kilometre",
        "kilometer",
        "km",
        "metre",
        "meter",
        "hectare",
        "acre",
        "hundredweight",
        "cwt",
        "quintal",
        "ounce",
        "lb",
        "stone",
        "bushel",
        "barrel",
        "pint",
        "quart",
        "inch",
        "inches",
        "foot",
        "feet",
        "yard",
        "furlong",
        // and what is counted that no word for another count is
        "birth",
        "death",
        "marriage",
        "divorce",
        "arrest",
        "conviction",
        "murder",
    ];
    MEASURES.contains(&word) || word.strip_suffix('s').is_some_and(|one| MEASURES.contains(&one))
}

/// Words for things that are counted, with which a number before them is no year: `2021 children`.
pub fn counts_things(word: &str) -> bool {
    const NONE: [&str; 22] = [
        "was",
        "has",
        "is",
        "its",
        "this",
        "figures",
        "levels",
        "totals",
        "statistics",
        "versus",
        "census",
        "sees",
        "marks",
        "brings",
        "has",
        "as",
        "plus",
        "less",
        "unless",
        "numbers",
        "days",
        "results",
    ];
    is_thing(word) || word.ends_with('s') && word.len() > 2 && !NONE.contains(&word)
}

/// Does a date follow this word always, or where no thing that is counted comes next?
pub fn dates_follow(word: &str) -> Option<bool> {
    const ALWAYS: &[&str] = &[
        "in",
        "since",
        "until",
        "till",
        "between",
        "during",
        "before",
        "after",
        "throughout",
        "early",
        "late",
        "mid",
        "year",
        "years",
        "ending",
        "ended",
        "spring",
        "summer",
        "autumn",
        "winter",
    ];
    const OFTEN: [&str; 20] = [
        "from", "to", "by", "of", "and", "or", "than", "for", "the", "at", "on", "through",
        "versus", "against", "above", "below", "(", "–", "-", "/",
    ];
    match ALWAYS.contains(&word) || is_a_month(word) {
        true => Some(true),
        false => OFTEN.contains(&word).then_some(false),
    }
}

/// Is it the name of a month, or its short form?
fn is_a_month(word: &str) -> bool {
    word == "sept"
        || MONTHS
            .into_iter()
            .any(|month| word == month || word.len() == 3 && month.starts_with(word))
}

/// Does the date at this word say with what something is compared? `since 2019`, `than in 2019`.
pub fn is_reference(sentence: &HeardText, at: usize) -> bool {
    let words = &sentence.words;
    let mut at = at;
    for _ in 0..6 {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = text(words, before);
        let filler =
            matches!(word, "in" | "the" | "year" | "a" | "early" | "late" | "end" | "of" | "for")
                || matches!(word, "any" | "week" | "month" | "quarter" | "start" | "beginning")
                || matches!(word, "level" | "levels" | "figure" | "total")
                || matches!(word, "poor" | "weak" | "bad" | "good" | "strong" | "quiet" | "slow")
                || dates_follow(word) == Some(true)
                    && !matches!(
                        word,
                        "since"
                            | "after"
                            | "before"
                            | "until"
                            | "between"
                            | "during"
                            | "throughout"
                    );
        // `rose on the month in January`
        let on = word == "on"
            && text(words, before + 1) == "the"
            && matches!(text(words, before + 2), "week" | "month" | "quarter" | "year")
            && text(words, before + 3) == "in";
        // `week after week in February`
        let again = word == "after"
            && before.checked_sub(1).is_some_and(|one| text(words, one) == text(words, before + 1));
        if on || again {
            return false;
        }
        if !filler {
            return matches!(
                word,
                "since"
                    | "after"
                    | "before"
                    | "until"
                    | "than"
                    | "on"
                    | "with"
                    | "against"
                    | "versus"
                    | "following"
                    | "above"
                    | "below"
            );
        }
        at = before;
    }
    false
}

/// Is it a word that stands in dates, such as the name of a month or a season?
pub fn is_in_time(word: &str) -> bool {
    let word = word.to_lowercase();
    const DAYS: &str = "monday tuesday wednesday thursday friday saturday sunday christmas easter lent \
        ramadan advent q h fy covid brexit";
    dates_follow(&word) == Some(true) || DAYS.split_whitespace().any(|known| known == word)
}

/// Are these two names of one place, or is one of the whole world?
pub fn same_place(one: &str, other: &str) -> bool {
    const NAMES: [&[&str]; 3] = [
        &["uk", "united kingdom", "britain", "great britain", "the uk"],
        &["us", "usa", "united states", "america", "the united states"],
        &["eu", "european union", "europe"],
    ];
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let world =
        matches!(one.as_str(), "world" | "worldwide" | "global" | "the world" | "international");
    world
        || one == other
        || NAMES.iter().any(|all| all.contains(&one.as_str()) && all.contains(&other.as_str()))
}

/// May a word stand with a hyphen before a year: `mid-2020`?
pub fn leads_a_year(before: &str) -> bool {
    let before = before.to_lowercase();
    ["mid-", "pre-", "post-", "early-", "late-"].iter().any(|word| before.ends_with(word))
}

fn text(words: &[HeardWord], at: usize) -> &str {
    words.get(at).map_or("", |word| word.text.as_str())
}
