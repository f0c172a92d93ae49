//! What the words of a table say of the nature of its numbers: a level at a date, a ratio.

use super::day_of_year::{DayOfYear, day_and_month, words};
use crate::figure::Nature;

/// Words that say a level, and none that is counted over a time.
const LEVEL: [&str; 24] = [
    "peildatum",
    "stichtag",
    "population",
    "populations",
    "headcount",
    "headcounts",
    "stock",
    "stocks",
    "inhabitants",
    "residents",
    "workforce",
    "caseload",
    "outstanding",
    "fte",
    "employed",
    "unemployed",
    "einwohner",
    "bevölkerung",
    "bestand",
    "stichtag",
    "inwoners",
    "bevolking",
    "habitants",
    "midyear",
];

/// The same of several words.
const LEVELS: [&[&str]; 13] = [
    &["on", "roll"],
    &["on", "the", "roll"],
    &["in", "post"],
    &["in", "custody"],
    &["mid", "year"],
    &["year", "end"],
    &["end", "of", "year"],
    &["end", "of", "the", "year"],
    &["end", "of", "period"],
    &["end", "of", "month"],
    &["full", "time", "equivalent"],
    &["full", "time", "equivalents"],
    &["point", "in", "time"],
];

/// Words of what happens to a level, or of what asks for it.
const MOVES: [&str; 16] = [
    "change",
    "changes",
    "growth",
    "increase",
    "decrease",
    "entrants",
    "leavers",
    "flow",
    "flows",
    "inflow",
    "outflow",
    "sales",
    "movements",
    "turnover",
    "survey",
    "surveys",
];

/// Words of what is neither a count nor a percentage, and is never summed.
const RATIOS: [&str; 16] = [
    "rate",
    "rates",
    "ratio",
    "average",
    "mean",
    "median",
    "index",
    "price",
    "prices",
    "per",
    "mittel",
    "durchschnitt",
    "gemiddelde",
    "je",
    "pro",
    "par",
];

/// What a text says that its numbers are; `None` where its words leave it open.
pub fn told_nature(text: &str) -> Option<Nature> {
    let small = text.to_lowercase();
    let words: Vec<&str> =
        small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if has(&MOVES) {
        return None;
    }
    let run = |known: &&[&str]| words.windows(known.len()).any(|run| run == *known);
    if has(&RATIOS) || run(&&["age", "in", "years"][..]) {
        return Some(Nature::Ratio);
    }
    // `Level crossings`, `Level 3 awards` say none.
    let parts = small.split([',', ':', ';', '(']).flat_map(|part| part.split(" - "));
    let last = parts.into_iter().any(|part| {
        let word = part.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(' ').next();
        matches!(word, Some("level" | "levels"))
    });
    let mid = words.windows(2).any(|pair| pair[0] == "mid" && is_year(pair[1]));
    let level = last || has(&LEVEL) || LEVELS.iter().any(run) || mid;
    (level || DayOfYear::said_in(text).is_some()).then_some(Nature::Stock)
}

/// The same of a heading, which says of its own numbers a day that elsewhere is that of the file:
/// `Children at 31 March 2023`.
pub fn nature_of_heading(heading: &str) -> Option<Nature> {
    let words = words(heading);
    let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let at_day = |at: usize| small[at] == "at" && day_and_month(&small[at + 1..]).is_some();
    let level = || (0..small.len()).any(at_day).then_some(Nature::Stock);
    told_nature(heading).or_else(level)
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.starts_with(['1', '2'])
        && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a row of the table calls the kind of its series, as `Data Type` of the Australian Bureau of
/// Statistics does.
pub fn coded_nature(code: &str) -> Option<Nature> {
    match code.trim().to_lowercase().as_str() {
        "stock" => Some(Nature::Stock),
        "flow" => Some(Nature::Flow),
        "percent" => Some(Nature::Share),
        "index" | "ratio" => Some(Nature::Ratio),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_level_and_of_ratio_are_told_from_others() {
        for text in [
            "Population at 30 June",
            "Estimated population",
            "Headcount",
            "Pupils on roll",
            "Staff in post",
            "Mid-2020",
            "Mid-year estimates",
            "Housing stock",
            "Unemployment level - numbers in thousands",
            "Einwohner",
            "Children in care at 31 March",
        ] {
            assert_eq!(told_nature(text), Some(Nature::Stock), "{text}");
        }
        let heading = "Children at 31 March 2023";
        assert_eq!(nature_of_heading(heading), Some(Nature::Stock));
        assert_eq!(told_nature("Data as at 31 March 2023"), None);
        for text in ["Rate", "Mean age", "Age in years", "Median price", "Homicides per person"] {
            assert_eq!(told_nature(text), Some(Nature::Ratio), "{text}");
        }
        for text in [
            "Deaths",
            "Population change",
            "Children aged 5",
            "Age 10-12",
            "Level 3 awards",
            "Stock sales",
            "Pupils",
            "",
            "Incidents at stations",
        ] {
            assert_eq!(told_nature(text), None, "{text}");
        }
    }
}
