//! The day of each year that numbers are of: `Children in care at 31 March`.

use crate::locale::EN_GB;

/// What a heading or a title says of the day of every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    /// `31 March`; `January` where only the month is said.
    pub day: String,
    /// The month, from 1.
    pub month: usize,
    /// The text without it: `Children in care`.
    pub rest: String,
}

/// What statistics of a population call the middle of the year.
const MIDDLE: &str = "30 June";

/// The last days of the months, in a year of 365 days.
const LAST: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

impl DayOfYear {
    /// Of `at 31 March`, `as at March 31st`, `on 31 March each year`, `at end of March`, in a text. A
    /// day of one year, `data as at 31 March 2023`, is not of every year.
    pub fn said_in(text: &str) -> Option<DayOfYear> {
        let words = words(text);
        let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
        (0..words.len()).find_map(|at| {
            if middle(&small, at) {
                let rest = text.to_string();
                return Some(DayOfYear { day: MIDDLE.to_string(), month: 6, rest });
            }
            if let Some((month, count)) = month_each_year(&small, at) {
                let linked = at > 0 && matches!(small[at - 1].as_str(), "in" | "at" | "of");
                let start = words[at - usize::from(linked)].0;
                let last = words[at + count - 1];
                let rest = without(text, start..last.0 + last.1.len());
                let name = EN_GB.months[month - 1];
                return Some(DayOfYear { day: name.to_string(), month, rest });
            }
            if !matches!(small[at].as_str(), "at" | "on" | "of") {
                return None;
            }
            let (day, month, count) = day_and_month(&small[at + 1..])?;
            // `year of 31 March` says nothing: only `as of`.
            let is_as = at > 0 && small[at - 1] == "as";
            if small[at] == "of" && !is_as {
                return None;
            }
            let after = &small[at + 1 + count..];
            let is_year = |word: &String| word.len() == 4 && word.starts_with(['1', '2']);
            let of_one = after.first().is_some_and(is_year) && !after[1..].iter().any(is_year);
            // What a body owns is told of the last day of each year.
            if of_one && !is_balance_sheet(&small) {
                return None;
            }
            let start = words[if is_as { at - 1 } else { at }].0;
            let last = words[at + count + usize::from(of_one)];
            let end = last.0 + last.1.len();
            let rest = without(text, start..end);
            let name = EN_GB.months[month - 1];
            Some(DayOfYear { day: format!("{day} {name}"), month, rest })
        })
    }

    /// `31 March` as typed, with nothing else.
    pub fn typed(text: &str) -> Option<DayOfYear> {
        let small: Vec<String> = words(text).iter().map(|(_, word)| word.to_lowercase()).collect();
        if let ([_], Some(month)) = (&small[..], month_at(&small, 0)) {
            let day = EN_GB.months[month - 1].to_string();
            return Some(DayOfYear { day, month, rest: String::new() });
        }
        let (day, month, count) = day_and_month(&small)?;
        let day = format!("{day} {}", EN_GB.months[month - 1]);
        (count == small.len()).then(|| DayOfYear { day, month, rest: String::new() })
    }

    /// `31 March 2020` of `2020` and of `2019/20`; `None` where a text is no year, or nobody can tell in
    /// which of its two years the day is.
    pub fn in_year(&self, text: &str) -> Option<String> {
        let number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        // `Mid-2020`
        let text = match text.get(..4).map(str::to_lowercase).as_deref() {
            Some("mid-" | "mid ") => &text[4..],
            _ => text,
        };
        if text.len() == 4 && number(text) {
            return Some(format!("{} {text}", self.day));
        }
        let split = super::period_heading::is_split_year(text);
        let start: u32 = text.get(..4).filter(|_| split && self.month <= 3)?.parse().ok()?;
        Some(format!("{} {}", self.day, start + 1))
    }
}

/// `2023-04-01` of `cumulative since 1 April 2023`: the one day in a text, with its year.
pub fn day_with_year(text: &str) -> Option<String> {
    let small: Vec<String> = words(text).iter().map(|(_, word)| word.to_lowercase()).collect();
    (0..small.len()).find_map(|at| {
        let (day, month, count) = day_and_month(&small[at..])?;
        let year = small.get(at + count).filter(|word| word.len() == 4)?;
        let year: u32 = year.parse().ok()?;
        Some(format!("{year}-{month:02}-{day:02}"))
    })
}

/// The words of a text with their places.
pub(super) fn words(text: &str) -> Vec<(usize, &str)> {
    let ends = |c: char| !c.is_alphanumeric();
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let at = text.len() - rest.len() + start;
        let end = rest[start..].find(ends).map_or(text.len(), |end| at + end);
        words.push((at, &text[at..end]));
        rest = &text[end..];
    }
    words
}

/// `31 march`, `31st of march`, `march 31`, `end of march`: the day, the month and how many words it
/// takes.
pub(super) fn day_and_month(words: &[String]) -> Option<(u32, usize, usize)> {
    let month = |at: usize| month_at(words, at);
    let day = |at: usize| {
        let bare = words.get(at)?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        bare.parse::<u32>().ok().filter(|day| (1..32).contains(day))
    };
    let skip = |at: usize, known: &[&str]| {
        at + usize::from(words.get(at).is_some_and(|word| known.contains(&word.as_str())))
    };
    let first = skip(0, &["the"]);
    if words.get(first).is_some_and(|word| word == "end") {
        let at = skip(first + 1, &["of"]);
        let month = month(at)?;
        return Some((LAST[month - 1], month, at + 1)).filter(|(_, month, _)| *month != 2);
    }
    if let Some(number) = day(first) {
        let at = skip(first + 1, &["of"]);
        return Some((number, month(at)?, at + 1));
    }
    let named = month(first)?;
    Some((day(first + 1)?, named, first + 2))
}

/// The month that a word names, from 1.
pub(super) fn month_at(words: &[String], at: usize) -> Option<usize> {
    let word = words.get(at)?;
    let begins = |name: &&'static str| name.to_lowercase().starts_with(word.as_str());
    let named = word.len() > 2;
    let sept = (word == "sept").then_some(9);
    sept.or_else(|| EN_GB.months.iter().position(begins).filter(|_| named).map(|at| at + 1))
}

/// A text without a part of it, and without the signs that then stand at its ends.
fn without(text: &str, part: std::ops::Range<usize>) -> String {
    let rest = [&text[..part.start], &text[part.end..]].concat();
    let rest = rest.trim().trim_matches([',', ';', ':', '-', '–', ' ']).replace("()", "");
    rest.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",")
}

/// `January of each year`, `January each year`, `each January`: the month, and how many words it takes.
fn month_each_year(words: &[String], at: usize) -> Option<(usize, usize)> {
    let is = |at: usize, known: &[&str]| {
        words.get(at).is_some_and(|word| known.contains(&word.as_str()))
    };
    if is(at, &["each", "every"]) {
        return month_at(words, at + 1).map(|month| (month, 2));
    }
    let after_day = at > 0 && words[at - 1].starts_with(|c: char| c.is_ascii_digit());
    let after_end = at > 0
        && matches!(words[at - 1].as_str(), "end" | "to" | "ending" | "ended" | "from" | "since");
    let month = month_at(words, at).filter(|_| !after_day && !after_end)?;
    let of = usize::from(is(at + 1, &["of", "in"]));
    let each = is(at + 1 + of, &["each", "every"]) && is(at + 2 + of, &["year"]);
    each.then_some((month, 3 + of))
}

/// `Balance sheet`, `Statement of financial position`, `Net assets`.
fn is_balance_sheet(words: &[String]) -> bool {
    let known = [["balance", "sheet"], ["financial", "position"], ["net", "assets"]];
    words.windows(2).any(|two| known.iter().any(|known| two == known))
}

/// The middle of every year, as `mid-year` and `Mid-2020` say it.
fn middle(words: &[String], at: usize) -> bool {
    let is_year = |word: &String| word.len() == 4 && word.starts_with(['1', '2']);
    let joined = words[at] == "midyear";
    let next = words.get(at + 1);
    joined || words[at] == "mid" && next.is_some_and(|next| next == "year" || is_year(next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_every_year_is_told_from_that_of_one() {
        for (text, day, rest) in [
            ("Children in care at 31 March", "31 March", "Children in care"),
            ("Staff (as at 30th September)", "30 September", "Staff"),
            ("Balance sheet as at 31 March 2024", "31 March", "Balance sheet"),
            (
                "Statement of financial position at 31 July 2024",
                "31 July",
                "Statement of financial position",
            ),
            ("Staff as of March 31, by area", "31 March", "Staff, by area"),
            ("Stock on 1 April each year", "1 April", "Stock each year"),
            ("Loans at end of June", "30 June", "Loans"),
            ("Loans at the end of Sept", "30 September", "Loans"),
            ("Schools, England, January of each year", "January", "Schools, England"),
            ("Pupils in January each year", "January", "Pupils"),
            ("Pupils, each January", "January", "Pupils"),
            ("Prisoners at 30 June 2019 to 2023", "30 June", "Prisoners 2019 to 2023"),
        ] {
            let said = DayOfYear::said_in(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((said.day.as_str(), said.rest.as_str()), (day, rest), "{text}");
        }
        for text in [
            "Data as at 31 March 2023",
            "Year ending 31 March",
            "Children in care",
            "At 65 and over",
            "Looked at in March",
            "Year ending March of each year",
            "Cases in January",
            "on 29",
        ] {
            assert_eq!(DayOfYear::said_in(text), None, "{text}");
        }
    }

    #[test]
    fn the_day_is_in_the_year_or_in_the_second_of_two() {
        let march = DayOfYear::typed("31 March").unwrap();
        assert_eq!(march.in_year("2019").as_deref(), Some("31 March 2019"));
        assert_eq!(march.in_year("2018/19").as_deref(), Some("31 March 2019"));
        assert_eq!(march.in_year("1999-00").as_deref(), Some("31 March 2000"));
        assert_eq!(march.in_year("June 2019"), None);
        let july = DayOfYear::typed("July 31st").unwrap();
        assert_eq!(july.in_year("2018/19"), None);
        assert!(DayOfYear::typed("31 March 2019").is_none() && DayOfYear::typed("31").is_none());
    }
}
