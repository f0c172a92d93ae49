//! What a title says of one edition of a table or of the scale of its numbers, which is no part of the name
//! of a series: the next edition says another period, and a number may be stored in another unit.

use sourceline::locale::EN_GB;
use sourceline::tables::HeadingUnit;

/// `Arrests in Northmoor` of `Arrests in Northmoor, 2019 to 2023`, `Income` of `Income for the nine months
/// ended 31 December 2024`; nothing of a title that says only when.
pub fn without_edition(title: &str) -> &str {
    let words: Vec<(usize, &str)> = words(title);
    let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
    let compares = |word: &String| COMPARED.contains(&word.as_str());
    let first = small.iter().rposition(|word| !says_when(word)).map_or(0, |last| last + 1);
    let tail = &small[first..];
    if !tail.iter().any(|word| is_year(word)) || small.iter().any(compares) {
        return title;
    }
    let Some(before) = first.checked_sub(1) else { return "" };
    if BOUND.contains(&small[before].as_str()) {
        return title;
    }
    let (at, word) = words[before];
    let end = at + word.len();
    let between = title[end..words[first].0].trim();
    let parted = between.chars().any(|c| ",:;-–(".contains(c));
    let linked = LINKS.contains(&tail[0].as_str());
    let dated = tail.iter().any(|word| is_month(word));
    // `Census 2021` is a name.
    if parted || linked || dated { title[..end].trim_end() } else { title }
}

/// `Steel output` and `thousand tonnes` of `Steel output, thousand tonnes`, `Income` and `£m` of `Income £m`.
pub fn unit_apart(heading: &str) -> Option<(&str, &str)> {
    const MARKS: [&str; 7] = [", ", " - ", " – ", "; ", ": ", " in ", " "];
    MARKS.iter().find_map(|mark| {
        let cuts = heading.rmatch_indices(mark).take(2).map(|(at, _)| at);
        cuts.into_iter().find_map(|at| {
            let (name, unit) = (heading[..at].trim_end(), heading[at + mark.len()..].trim());
            let is_money = || unit.contains(['£', '€', '$', '₹', '%']);
            let fits = match *mark {
                " " => HeadingUnit::is_all_of(unit) && is_money(),
                _ => HeadingUnit::is_all_of(unit) || begins_with_scale(unit),
            };
            (fits && name.contains(char::is_alphabetic)).then_some((name, unit))
        })
    })
}

/// `thousand tonnes`, `millions of litres`.
fn begins_with_scale(unit: &str) -> bool {
    let first = unit.split(' ').next().unwrap_or_default();
    let is_scale = HeadingUnit::of(&format!("({first})")).scale.is_some();
    is_scale && first.chars().all(char::is_alphabetic) && unit.split(' ').count() < 4
}

/// Words that put a period behind a name.
const LINKS: [&str; 9] = ["in", "for", "during", "to", "at", "as", "from", "between", "the"];

/// Words behind which a year says what is counted, and no edition.
const BOUND: [&str; 16] = [
    "since", "born", "starting", "started", "entering", "entered", "joined", "cohort", "class",
    "before", "after", "until", "by", "base", "act", "census",
];

/// Words of titles whose years are those that are compared.
const COMPARED: [&str; 8] =
    ["change", "changes", "compared", "growth", "increase", "decrease", "versus", "relative"];

/// May a word stand in what says a period?
fn says_when(word: &str) -> bool {
    const LENGTHS: [&str; 30] = [
        "and",
        "of",
        "on",
        "year",
        "years",
        "yr",
        "month",
        "months",
        "quarter",
        "quarters",
        "week",
        "weeks",
        "half",
        "period",
        "financial",
        "fiscal",
        "calendar",
        "academic",
        "tax",
        "ended",
        "ending",
        "end",
        "up",
        "twelve",
        "three",
        "six",
        "nine",
        "q1",
        "q2",
        "q3",
    ];
    let day = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let is_day = day.parse::<u32>().is_ok_and(|day| (1..54).contains(&day));
    LINKS.contains(&word)
        || LENGTHS.contains(&word)
        || word == "q4"
        || is_year(word)
        || is_month(word)
        || is_day && word.len() < 5
}

fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(word.as_bytes(), [b'1', b'5'..=b'9', ..] | [b'2', b'0' | b'1', ..])
}

fn is_month(word: &str) -> bool {
    let begins = |name: &&'static str| name.to_lowercase().starts_with(word);
    word == "sept" || word.len() > 2 && EN_GB.months.iter().any(begins)
}

/// The words with their places.
fn words(text: &str) -> Vec<(usize, &str)> {
    let starts = text.char_indices().scan(false, |inside, (at, c)| {
        let starts = c.is_alphanumeric() && !*inside;
        *inside = c.is_alphanumeric();
        Some(starts.then_some(at))
    });
    let word = |at: usize| {
        let rest = &text[at..];
        (at, &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())])
    };
    starts.flatten().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_period_of_one_edition_is_no_part_of_a_title() {
        for (title, name) in [
            ("Arrests in Northmoor, 2019 to 2023", "Arrests in Northmoor"),
            ("Income for the nine months ended 31 December 2024", "Income"),
            ("Deaths registered in 2023", "Deaths registered"),
            ("Crime in England and Wales: year ending March 2024", "Crime in England and Wales"),
            ("Referrals – 2019/20 to 2022/23", "Referrals"),
            ("Labour market overview September 2024", "Labour market overview"),
            ("Statement of activities for the year to 31st March 2024", "Statement of activities"),
            ("For the nine months ended 31 December 2024", ""),
            ("Q1 2023 to Q3 2024", ""),
        ] {
            assert_eq!(without_edition(title), name, "{title}");
        }
        for title in [
            "Census 2021",
            "Population by Census 2021",
            "People born in 2000",
            "Offences, cumulative since 1 April 2023",
            "Change in offences, 2019 to 2023",
            "Children in care at 31 March",
            "Visits in the season, July to June",
            "Spending at 2015 prices",
            "Agenda 2030",
        ] {
            assert_eq!(without_edition(title), title);
        }
    }

    #[test]
    fn a_unit_behind_a_name_is_no_part_of_it() {
        for (heading, name, unit) in [
            ("Steel output, thousand tonnes", "Steel output", "thousand tonnes"),
            ("Income £m", "Income", "£m"),
            ("Income £ million", "Income", "£ million"),
            ("Households in thousands", "Households", "thousands"),
            ("Turnout, %", "Turnout", "%"),
            ("Water used - million litres", "Water used", "million litres"),
        ] {
            assert_eq!(unit_apart(heading), Some((name, unit)), "{heading}");
        }
        for heading in ["Crimes in England", "Men, women", "People per thousand", "Thousands", "£m"]
        {
            assert_eq!(unit_apart(heading), None, "{heading}");
        }
    }
}
