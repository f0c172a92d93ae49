//! The end of the years of a table, as the lines above it say it: `(year to 31 March)`, `Financial years,
//! April to March`.

use super::day_of_year::{day_and_month, month_at, words};

/// When each year of a table ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearEnd {
    /// The month, from 1.
    pub month: u32,
    /// The day; the last one of the month where none is said.
    pub day: Option<u32>,
}

impl YearEnd {
    /// Of `year to 31 March`, `Years ended June`, `12 months to March`, `April to March`, in a text. The
    /// end of one year, `year ended 31 March 2023`, is not that of every year.
    pub fn said_in(text: &str) -> Option<YearEnd> {
        YearEnd::found(text, |year| year.is_none()).map(|(end, _)| end)
    }

    /// The end of one year and its number: `For the year ended 31 March 2024`.
    pub fn said_of_one(text: &str) -> Option<(YearEnd, String)> {
        YearEnd::found(text, |year| year.is_some()).and_then(|(end, year)| Some((end, year?)))
    }

    fn found(
        text: &str,
        fits: impl Fn(Option<&String>) -> bool,
    ) -> Option<(YearEnd, Option<String>)> {
        let words = words(text);
        let small: Vec<String> = words.iter().map(|(_, word)| word.to_lowercase()).collect();
        let is = |at: usize, known: &[&str]| {
            small.get(at).is_some_and(|word| known.contains(&word.as_str()))
        };
        (0..small.len()).find_map(|at| {
            let year = is(at, &["year", "years", "yr", "yrs", "fy", "twelvemonth"])
                || is(at, &["months"]) && at > 0 && is(at - 1, &["12", "twelve"]);
            let ends = ["to", "ending", "ended", "end", "ends"];
            // `Years are to 30 June`
            let at = at + usize::from(year && is(at + 1, &["are", "is", "run", "runs"]));
            let joined = || text[words[at].0 + words[at].1.len()..].starts_with(['-', '–']);
            let (end, count) = if is(at, &["annual"]) && joined() {
                let (end, count) = end_at(&small, at + 1)?;
                (end, at + 1 + count)
            } else if year && is(at + 1, &ends) {
                let from = at + 2 + usize::from(is(at + 2, &["on", "in", "the"]));
                let (end, count) = end_at(&small, from)?;
                (end, from + count)
            } else {
                from_month_to_month(&small, at)?
            };
            let is_year = |word: &String| word.len() == 4 && word.starts_with(['1', '2']);
            let after = &small[count..];
            let of_one = after.first().is_some_and(is_year) && !after[1..].iter().any(is_year);
            let year = after.first().filter(|_| of_one);
            fits(year).then(|| (end, year.cloned()))
        })
    }

    /// The month in which such years start, where they end with the last day of a month.
    pub fn starts(self) -> Option<u32> {
        const LAST: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let last = LAST[self.month as usize - 1];
        let is_last = self.day.is_none_or(|day| day == last || self.month == 2 && day == 29);
        is_last.then_some(self.month % 12 + 1)
    }
}

/// `31 march`, `march`: the end, and how many words it takes.
fn end_at(words: &[String], at: usize) -> Option<(YearEnd, usize)> {
    let rest = words.get(at..)?;
    // `March 2019 to 2023`: the number is no day.
    if let Some(month) = month_at(rest, 0) {
        let day = rest.get(1).and_then(|word| {
            let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            bare.parse::<u32>().ok().filter(|day| (1..32).contains(day))
        });
        let month = month as u32;
        return Some((YearEnd { month, day }, 1 + usize::from(day.is_some())));
    }
    let (day, month, count) = day_and_month(rest)?;
    Some((YearEnd { month: month as u32, day: Some(day) }, count))
}

/// `april to march`, `1 april to 31 march`: twelve months.
fn from_month_to_month(words: &[String], at: usize) -> Option<(YearEnd, usize)> {
    let day = |word: &String| word.parse::<u32>().ok().filter(|day| (1..32).contains(day));
    let first = words.get(at)?;
    let (start, from) = match day(first) {
        Some(day) => (Some(day), at + 1),
        None => (None, at),
    };
    let month = month_at(words, from)?;
    let to = from + 1;
    let linked = words.get(to).is_some_and(|word| matches!(word.as_str(), "to" | "through"));
    let (end, count) = end_at(words, to + usize::from(linked))?;
    let follows = end.month as usize % 12 + 1 == month;
    let whole = matches!((start, end.day), (None, None) | (Some(1), Some(_)));
    (follows && whole).then_some((end, to + usize::from(linked) + count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_every_year_is_told_from_that_of_one() {
        for (text, month, day) in [
            ("(year to 31 March)", 3, Some(31)),
            ("Year ended 31 March", 3, Some(31)),
            ("Years ending June", 6, None),
            ("12 months to Sept.", 9, None),
            ("Financial years ending 5 April", 4, Some(5)),
            ("Years ended March 31, 2019 to 2023", 3, Some(31)),
            ("Deaths by year, April to March", 3, None),
            ("Financial year (1 July to 30 June)", 6, Some(30)),
            ("Arrests, Apr-Mar", 3, None),
            ("FY ends September 30", 9, Some(30)),
            ("Victimisations (Annual-Jun)", 6, None),
            ("Years are to 30 June.", 6, Some(30)),
        ] {
            assert_eq!(YearEnd::said_in(text), Some(YearEnd { month, day }), "{text}");
        }
        for text in [
            "Year ended 31 March 2023",
            "April to June",
            "Children in care at 31 March",
            "Deaths by year",
            "Annual March survey",
            "January to March and April to June",
            "",
        ] {
            assert_eq!(YearEnd::said_in(text), None, "{text}");
        }
        let of_one = YearEnd::said_of_one("For the year ended 31 March 2024").unwrap();
        assert_eq!(of_one, (YearEnd { month: 3, day: Some(31) }, "2024".to_string()));
        let starts = |month, day| YearEnd { month, day }.starts();
        assert_eq!(
            [starts(3, None), starts(12, Some(31)), starts(4, Some(5))],
            [Some(4), Some(1), None]
        );
    }
}
