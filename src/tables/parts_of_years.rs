//! Quarters and months in a row of headings below the years that they are parts of.

use super::cell_kind::is_quarter;
use super::foreign::in_english;
use super::period_heading::is_split_year;
use crate::locale::EN_GB;

/// `Q1 2022` of `2022` and `Q1`, `2021/22 (Apr-Jun)` of `2021/22` and `Apr-Jun`, whichever stands
/// above; `None` where one is no year or the other no part of one.
pub fn part_of_year(above: &str, below: &str) -> Option<String> {
    let joined = |year: &str, part: &str| {
        let is_year = year.len() == 4
            && year.starts_with(['1', '2'])
            && year.bytes().all(|byte| byte.is_ascii_digit());
        if is_quarter(part) && (is_year || is_split_year(year)) {
            return Some(format!("{} {year}", part.to_uppercase()));
        }
        if !is_months(part) {
            return None;
        }
        match (is_year, is_split_year(year)) {
            (true, _) => Some(format!("{part} {year}")),
            (_, true) => Some(format!("{year} ({part})")),
            _ => None,
        }
    };
    joined(above, below).or_else(|| joined(below, above))
}

/// `April`, `Apr-Jun`, `January to March`: months without a year.
fn is_months(text: &str) -> bool {
    let english = in_english(text);
    let small = english.as_deref().unwrap_or(text).to_lowercase();
    let is_month = |word: &str| {
        word.len() > 2 && EN_GB.months.iter().any(|name| name.to_lowercase().starts_with(word))
            || word == "sept"
    };
    let mut words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().any(is_month) && words.all(|word| is_month(word) || matches!(word, "to" | "and"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::period_heading::is_a_period;

    #[test]
    fn quarters_and_months_are_joined_with_the_year_above_or_below_them() {
        for (above, below, joined) in [
            ("2022", "Q1", "Q1 2022"),
            ("q3", "2022", "Q3 2022"),
            ("2021/22", "Q1", "Q1 2021/22"),
            ("2022", "Jan to Mar", "Jan to Mar 2022"),
            ("2021/22", "Apr-Jun", "2021/22 (Apr-Jun)"),
            ("2021-22", "April", "2021-22 (April)"),
            ("2022", "Sept", "Sept 2022"),
        ] {
            assert_eq!(part_of_year(above, below).as_deref(), Some(joined));
            assert!(is_a_period(joined), "{joined}");
        }
        for (above, below) in [
            ("2022", "Men"),
            ("2022", "Feb-22"),
            ("2022", "Total"),
            ("Men", "Q1"),
            ("2022", "2023"),
        ] {
            assert_eq!(part_of_year(above, below), None, "{above} {below}");
        }
    }
}
