//! The parts of a year as tables write them, a month, a quarter, a half, a week, beside a year that
//! another cell says.

use super::foreign::in_english;
use super::period_heading::is_split_year;
use crate::locale::EN_GB;

/// What part of a year a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartKind {
    Half,
    Quarter,
    Month,
    Week,
}

impl PartKind {
    /// `M04`, `q2`, `W 7`.
    fn lettered(part: &str) -> Option<PartKind> {
        match part.chars().next()?.to_ascii_lowercase() {
            'h' | 's' => Some(PartKind::Half),
            'q' => Some(PartKind::Quarter),
            'm' => Some(PartKind::Month),
            'w' => Some(PartKind::Week),
            _ => None,
        }
    }

    /// By the name of a column, in the languages whose months are read.
    fn named(name: &str) -> Option<PartKind> {
        const BEGINNINGS: [(&[&str], PartKind); 4] = [
            (&["half", "halves", "semest", "halbjahr"], PartKind::Half),
            (&["quarter", "qtr", "quartal", "trimest", "kwartaal"], PartKind::Quarter),
            (&["month", "mth", "mon", "mois", "maand", "mes", "mån", "måned"], PartKind::Month),
            (&["week", "wk", "isoweek", "woche", "kw", "semaine"], PartKind::Week),
        ];
        let name = name.to_lowercase();
        let words = || name.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        let of = |begin: &&str| {
            words().any(|word| word.starts_with(*begin) && (begin.len() > 3 || word.len() < 5))
        };
        let found = BEGINNINGS.iter().find(|(begin, _)| begin.iter().any(of));
        found.map(|(_, kind)| *kind).or_else(|| (name.trim() == "q").then_some(PartKind::Quarter))
    }

    /// How many a year has.
    fn most(self) -> usize {
        match self {
            PartKind::Half => 2,
            PartKind::Quarter => 4,
            PartKind::Month => 12,
            PartKind::Week => 53,
        }
    }

    /// In the words that are read beside a year.
    fn said(self, number: usize) -> String {
        match self {
            PartKind::Half => format!("H{number}"),
            PartKind::Quarter => format!("Q{number}"),
            PartKind::Month => EN_GB.months[number - 1].to_string(),
            PartKind::Week => format!("week {number}"),
        }
    }
}

/// `March` of `3` below `Month`, `Q3` of `3` below `Qtr`, `Q3` of `Quarter 3` and `3rd quarter`: a number
/// is what its own letter or word says, else the name of its column; below any other name it is no part
/// of a year.
fn numbered(part: &str, name: &str) -> Option<(PartKind, usize)> {
    let letters = part.len() - part.trim_start_matches(|c: char| c.is_alphabetic()).len();
    let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, word) = match part.split_once(' ') {
        // The first word is an ordinal.
        Some((_, word)) if digits > 0 => (&part[..digits], word.trim()),
        _ => (part[letters..].trim_start(), &part[..letters]),
    };
    let kind = match word.chars().count() {
        0 => PartKind::named(name)?,
        1 => PartKind::lettered(word)?,
        _ => PartKind::named(word)?,
    };
    let number = number.parse().ok().filter(|number| (1..=kind.most()).contains(number))?;
    Some((kind, number))
}

/// `Q1`, `Quarter 1`, `h2`; a month has its name.
pub(super) fn quarter_or_half(text: &str) -> Option<PartKind> {
    let (kind, _) = numbered(text, "")?;
    matches!(kind, PartKind::Quarter | PartKind::Half).then_some(kind)
}

/// `Jan`, `January`, `Sept.`, `März`.
pub(super) fn is_month(text: &str) -> bool {
    !text.contains(' ') && is_months(text)
}

/// `April`, `Apr-Jun`, `January to March`: months without a year.
pub fn is_months(text: &str) -> bool {
    let english = in_english(text.trim_end_matches('.'));
    let small = english.as_deref().unwrap_or(text).to_lowercase();
    let is_month = |word: &str| {
        word.len() > 2 && EN_GB.months.iter().any(|name| name.to_lowercase().starts_with(word))
            || word == "sept"
    };
    let mut words = small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.clone().any(is_month) && words.all(|word| is_month(word) || matches!(word, "to" | "and"))
}

/// Is this a part of a year, below a column of this name?
pub fn is_part_of_year(part: &str, name: &str) -> bool {
    numbered(part, name).is_some() || is_months(part)
}

/// The year and what stands beside it in a column of this name. No number says which month of `2022/23`
/// is the first.
pub fn beside_year(year: &str, part: &str, name: &str) -> String {
    if part.is_empty() {
        return year.to_string();
    }
    match numbered(part, name) {
        Some((PartKind::Month | PartKind::Week, _)) if is_split_year(year) => {
            format!("{part} {year}")
        }
        Some((kind, number)) => format!("{} {year}", kind.said(number)),
        None => format!("{part} {year}"),
    }
}

/// The month that a number counts beside `2022/23`, below a column of this name: from January on, or
/// from the first month of that year.
pub fn month_of_split_year(year: &str, part: &str, name: &str) -> Option<usize> {
    match numbered(part, name)? {
        (PartKind::Month, number) if is_split_year(year) => Some(number),
        _ => None,
    }
}

/// April is one of the months of `2022/23`.
pub fn of_financial_year(year: &str, months: &str) -> String {
    format!("{year} ({months})")
}

/// `Q1 2022` of `2022` and `Q1`, `2021/22 (Apr-Jun)` of `2021/22` and `Apr-Jun`, whichever stands
/// above; `None` where one is no year or the other no part of one.
pub(super) fn below_year(above: &str, below: &str) -> Option<String> {
    let is_year = |year: &str| {
        year.len() == 4
            && year.starts_with(['1', '2'])
            && year.bytes().all(|byte| byte.is_ascii_digit())
            || is_split_year(year)
    };
    let joined = |year: &str, part: &str| match part {
        _ if !is_year(year) => None,
        months if is_months(months) && is_split_year(year) => Some(of_financial_year(year, months)),
        part if quarter_or_half(part).is_some() || is_months(part) => {
            Some(beside_year(year, part, ""))
        }
        _ => None,
    };
    joined(above, below).or_else(|| joined(below, above))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::period_heading::is_a_period;

    #[test]
    fn a_number_is_what_its_column_is_called() {
        for (part, name, joins) in [
            ("3", "Month", "March 2024"),
            ("03", "Mois", "March 2024"),
            ("3", "Month number", "March 2024"),
            ("3", "Qtr", "Q3 2024"),
            ("2", "Half", "H2 2024"),
            ("3", "Week", "week 3 2024"),
            ("3", "ISO week", "week 3 2024"),
            ("3", "Week no.", "week 3 2024"),
            ("3", "KW", "week 3 2024"),
            ("1", "Term", "1 2024"),
            ("1", "Day", "1 2024"),
            ("13", "Month", "13 2024"),
            ("M03", "Period", "March 2024"),
            ("Q2", "Period", "Q2 2024"),
            ("Quarter 2", "Period", "Q2 2024"),
            ("2nd quarter", "Period", "Q2 2024"),
            ("1e kwartaal", "Kwartaal", "Q1 2024"),
            ("2. Halbjahr", "Zeitraum", "H2 2024"),
            ("1 March", "Day", "1 March 2024"),
            ("Spring", "Term", "Spring 2024"),
            ("Sunday", "Half-term", "Sunday 2024"),
            ("", "Month", "2024"),
        ] {
            assert_eq!(beside_year("2024", part, name), joins, "{part} below {name}");
        }
    }

    #[test]
    fn no_number_says_which_month_of_a_split_year_it_is() {
        for (part, name, joins) in [
            ("1", "Month", "1 2022/23"),
            ("M01", "Period", "M01 2022/23"),
            ("1", "Week", "1 2022/23"),
            ("1", "Quarter", "Q1 2022/23"),
            ("April", "Month", "April 2022/23"),
        ] {
            assert_eq!(beside_year("2022/23", part, name), joins, "{part} below {name}");
        }
    }

    #[test]
    fn quarters_and_months_are_joined_with_the_year_above_or_below_them() {
        for (above, below, joined) in [
            ("2022", "Q1", "Q1 2022"),
            ("q3", "2022", "Q3 2022"),
            ("2022", "Quarter 4", "Q4 2022"),
            ("2021/22", "Q1", "Q1 2021/22"),
            ("2022", "Jan to Mar", "Jan to Mar 2022"),
            ("2021/22", "Apr-Jun", "2021/22 (Apr-Jun)"),
            ("2021-22", "April", "2021-22 (April)"),
            ("2022", "Sept", "Sept 2022"),
        ] {
            assert_eq!(below_year(above, below).as_deref(), Some(joined));
            assert!(is_a_period(joined), "{joined}");
        }
        for (above, below) in [
            ("2022", "Men"),
            ("2022", "Feb-22"),
            ("2022", "Total"),
            ("Men", "Q1"),
            ("2022", "2023"),
        ] {
            assert_eq!(below_year(above, below), None, "{above} {below}");
        }
    }
}
