//! Accounts that are of more or less than a year: `For the 15 months ended 30 June 2025` above `2025`.

use super::day_of_year::{day_and_month, month_at, words};

/// Retailers' years have so many weeks.
const WEEKS_OF_A_YEAR: [&str; 2] = ["52", "53"];

/// The year that a text says to be of another length, by the day with which it ends: 2025.
pub fn year_of_other_length(text: &str) -> Option<String> {
    let small: Vec<String> = words(text).iter().map(|(_, word)| word.to_lowercase()).collect();
    (0..small.len()).find_map(|at| {
        let is = |at: usize, known: &[&str]| {
            small.get(at).is_some_and(|word| known.contains(&word.as_str()))
        };
        let ends = ["ended", "ending", "to"];
        if is(at, &["month", "months", "week", "weeks"]) && is(at + 1, &ends) {
            let count = small.get(at.checked_sub(1)?)?;
            let of_weeks = is(at, &["week", "weeks"]);
            let is_year = match of_weeks {
                true => WEEKS_OF_A_YEAR.contains(&count.as_str()),
                false => matches!(count.as_str(), "12" | "twelve"),
            };
            let counts = count.parse::<u32>().is_ok() || COUNTS.contains(&count.as_str());
            return date_at(&small, at + 2).filter(|_| counts && !is_year).map(|(_, year, _)| year);
        }
        if !is(at, &["period"]) {
            return None;
        }
        if is(at + 1, &["ended", "ending"]) {
            return date_at(&small, at + 2).map(|(_, year, _)| year);
        }
        let from = at + 1 + usize::from(is(at + 1, &["from"]));
        let (start, first, count) = date_at(&small, from)?;
        let to = from + count;
        let (end, last, _) = date_at(&small, to + usize::from(is(to, &["to", "until"])))?;
        let years = last.parse::<u32>().ok()?.checked_sub(first.parse().ok()?)?;
        let is_year = end.1 % 12 + 1 == start.1 && years == u32::from(start.1 > 1);
        (!is_year).then_some(last)
    })
}

/// As they are written out.
const COUNTS: [&str; 17] = [
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "twenty",
    "thirty",
];

/// `30 june 2025`, `june 2025`: the day, where one is said, with its month; the year; how many words it takes.
fn date_at(words: &[String], at: usize) -> Option<((Option<u32>, usize), String, usize)> {
    let at_year = |at: usize| {
        let year = words.get(at).filter(|word| word.len() == 4 && word.parse::<u32>().is_ok());
        year.cloned()
    };
    let rest = words.get(at..)?;
    if let Some((day, month, count)) = day_and_month(rest)
        && let Some(year) = at_year(at + count)
    {
        return Some(((Some(day), month), year, count + 1));
    }
    let month = month_at(rest, 0)?;
    Some(((None, month), at_year(at + 1)?, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_told_from_what_is_longer_or_shorter() {
        for text in [
            "For the 15 months ended 30 June 2025",
            "Income, fifteen months to June 2025",
            "For the period from 1 April 2024 to 30 June 2025",
            "Period 1 October 2024 to 30 June 2025",
            "For the period ended 30 June 2025",
            "39 weeks ended 28 June 2025",
        ] {
            assert_eq!(year_of_other_length(text).as_deref(), Some("2025"), "{text}");
        }
        for text in [
            "For the year ended 31 March 2025",
            "12 months to June 2025",
            "For the period from 1 April 2024 to 31 March 2025",
            "For the period 1 January 2025 to 31 December 2025",
            "53 weeks ended 4 January 2025",
            "Months to 2025",
            "Period",
        ] {
            assert_eq!(year_of_other_length(text), None, "{text}");
        }
    }
}
