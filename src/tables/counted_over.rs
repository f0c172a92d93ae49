//! What a text says that each number is counted over, where that is not its own period: twelve months
//! that end with it, or all the time since some day.

use super::day_of_year::{month_at, words};

/// What the numbers of a table are counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedOver {
    /// The twelve months that end with each period.
    Year,
    /// A running total, from a day on.
    Running,
}

impl CountedOver {
    /// Of `Rolling 12 month total`, `twelve months to each quarter`, `cumulative since 1 April`, in a
    /// text. `Year ending March` says what its years are, and is none.
    pub fn said_in(text: &str) -> Option<CountedOver> {
        let words: Vec<String> = words(text).iter().map(|(_, word)| word.to_lowercase()).collect();
        let is = |at: usize, known: &[&str]| {
            words.get(at).is_some_and(|word| known.contains(&word.as_str()))
        };
        let running = (0..words.len()).any(|at| {
            is(at, &["cumulative", "cumulated", "ytd", "kumuliert", "kumulierte", "cumulatief"])
                || is(at, &["cumulé", "cumulés"])
                || is(at, &["running"]) && is(at + 1, &["total", "totals", "sum"])
                || is(at, &["year"]) && is(at + 1, &["to"]) && is(at + 2, &["date"])
        });
        if running {
            return Some(CountedOver::Running);
        }
        let year = (0..words.len()).any(|at| {
            let twelve = is(at, &["12", "twelve"]) && is(at + 1, &["month", "months"]);
            let ends = is(at + 2, &["to", "ending", "ended"]);
            let dated = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
            let named = month_at(&words, at + 3).is_some() || words.get(at + 3).is_some_and(dated);
            let rolls = is(at, &["rolling", "moving"])
                && is(at + 1, &["year", "annual", "12", "twelve", "total"]);
            twelve && ends && !named || rolls
        });
        year.then_some(CountedOver::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::CountedOver;

    #[test]
    fn windows_are_told_by_their_words() {
        for (text, window) in [
            ("Rolling 12 month total", Some(CountedOver::Year)),
            ("Rolling year", Some(CountedOver::Year)),
            ("Crimes in the twelve months to each quarter", Some(CountedOver::Year)),
            ("Recorded offences, cumulative since 1 April 2023", Some(CountedOver::Running)),
            ("Cumulative cases", Some(CountedOver::Running)),
            ("Year to date", Some(CountedOver::Running)),
            ("Running total", Some(CountedOver::Running)),
            ("Crimes, 12 months to March", None),
            ("12 months to 31 March 2023", None),
            ("Year ending March", None),
            ("Rolling stock", None),
            ("Running costs", None),
        ] {
            assert_eq!(CountedOver::said_in(text), window, "{text}");
        }
    }
}
