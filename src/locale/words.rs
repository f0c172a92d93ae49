//! The small words: qualifiers, lists, plurals, places.

use std::borrow::Cow;
use std::cell::RefCell;

use rust_decimal::Decimal;

use super::Language;
use super::numbers::Towards;
use crate::figure::{Absence, Per, Quantity, Side, Status, Unit};

impl Language {
    /// A quantity in words; `say` gives the text of one of its numbers: `about 80,000`,
    /// `550,000 to 850,000`, `50 (40 to 60)`.
    pub fn quantity(
        &self,
        quantity: &Quantity,
        say: impl Fn(Decimal, Towards) -> String,
    ) -> String {
        use Towards::{Lower, Nearest, Upper};
        let small = &self.small;
        match quantity {
            Quantity::One { side, value } => {
                small.side(*side, say(*value, Towards::of(side.open())))
            }
            Quantity::Range { low, high } => small.range(say(*low, Lower), say(*high, Upper)),
            Quantity::Interval(i) => {
                let side = if i.about { Side::About } else { Side::Exact };
                let value = small.side(side, say(i.value, Nearest));
                small.interval(value, say(i.low, Lower), say(i.high, Upper))
            }
        }
    }

    /// The same in three parts, the number in the middle: `("about ", "50", " (40 to 60)")`. Both
    /// ends of a range are one number.
    pub fn around_number(
        &self,
        quantity: &Quantity,
        say: impl Fn(Decimal, Towards) -> String,
    ) -> [String; 3] {
        let number = RefCell::new(None);
        let whole = self.quantity(quantity, |value, towards| {
            let said = say(value, towards);
            number.borrow_mut().get_or_insert_with(|| said.clone());
            said
        });
        let number = number.into_inner().filter(|_| quantity.value().is_some());
        let around = number.as_ref().and_then(|number| whole.split_once(number.as_str()));
        match (around, &number) {
            (Some((before, after)), Some(number)) => {
                [before.to_string(), number.clone(), after.to_string()]
            }
            _ => [String::new(), whole, String::new()],
        }
    }

    /// `a`, `a and b`, `a, b and c`.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        self.joined(items, |most, last| self.small.and(most, last))
    }

    /// `a`, `a or b`, `a, b or c`.
    pub fn choice(&self, items: &[impl AsRef<str>]) -> String {
        self.joined(items, |most, last| self.small.or(most, last))
    }

    fn joined(&self, items: &[impl AsRef<str>], end: impl Fn(String, &str) -> String) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_string(),
            [most @ .., last] => {
                let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
                end(most.join(self.small.comma()), last.as_ref())
            }
        }
    }

    /// `a month`, `a year`.
    pub fn per(&self, per: Per) -> &'static str {
        match per {
            Per::Week => self.small.per_week(),
            Per::Month => self.small.per_month(),
            Per::Quarter => self.small.per_quarter(),
            Per::Year => self.small.per_year(),
        }
    }

    /// What the letters of a status mean, without why there is no number.
    pub fn statuses(&self, status: Status) -> Vec<&'static str> {
        let says = &self.statuses;
        let meanings = [
            (status.is_break(), says.series_break()),
            (status.is_estimate(), says.estimate()),
            (status.is_forecast(), says.forecast()),
            (status.is_provisional(), says.provisional()),
            (status.is_revised(), says.revised()),
            (status.is_target(), says.target()),
            (status.is_unreliable(), says.low_reliability()),
        ];
        meanings.into_iter().filter(|(holds, _)| *holds).map(|(_, meaning)| meaning).collect()
    }

    /// A number with what it must not be said without: `120 (forecast)`.
    pub fn with_caveat(&self, number: String, statuses: &[Status]) -> String {
        let any = |is: fn(Status) -> bool| statuses.iter().any(|status| is(*status));
        let says = &self.statuses;
        if any(Status::is_target) {
            return self.answers.with_status(number, says.target());
        }
        match (any(Status::is_forecast), any(Status::is_provisional)) {
            (true, _) => self.answers.with_status(number, says.forecast()),
            (_, true) => self.answers.with_status(number, says.provisional()),
            _ => number,
        }
    }

    /// A number with what it is per, if it is an average: `about 100 a month`.
    pub fn averaged(&self, number: String, per: Option<Per>) -> String {
        match per {
            Some(per) => self.answers.average(number, self.per(per)),
            None => number,
        }
    }

    /// Who said something, and when.
    pub fn dated(&self, source: &str, published: Option<Unit>) -> String {
        match published {
            Some(date) => self.foot.dated(source, self.published(date)),
            None => self.foot.undated(source),
        }
    }

    /// Why there is no number.
    pub fn absence(&self, absence: Absence) -> &'static str {
        match absence {
            Absence::Confidential => self.statuses.confidential(),
            Absence::NotAvailable => self.statuses.not_available(),
            Absence::NotApplicable => self.statuses.not_applicable(),
        }
    }

    /// `worldwide` for the world, as the data says it; other places as they are.
    pub fn place<'p>(&self, geography: &'p str) -> &'p str {
        match geography {
            "World" | "world" | "Worldwide" => self.small.worldwide(),
            other => other,
        }
    }
}

/// The first letter as a capital; the rest as it is.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The first letter small, unless the word is an abbreviation.
pub fn uncapital(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_string(),
    }
}

/// Sentences as part of another: without the last full stop, and with commas for the others.
pub fn clause(text: &str) -> String {
    text.trim_end_matches('.').replace(". ", ", ")
}

/// Two sentences, the first without more than one full stop.
pub fn followed(first: &str, next: &str) -> String {
    format!("{}. {next}", first.trim_end_matches('.'))
}

/// Ends with a full stop, unless it already ends a sentence.
pub fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let ended = text.ends_with(['.', '!', '?', '…']) || text.is_empty();
    format!("{text}{}", if ended { "" } else { "." })
}

/// The first sentence of a text, without its full stop. A full stop within two letters of a blank or
/// a stop, as in `e.g. ` and `St. `, ends none.
pub fn first_sentence(text: &str) -> &str {
    let ends = |(at, _): &(usize, &str)| {
        let word =
            text[..*at].rsplit(|letter: char| letter.is_whitespace() || letter == '.').next();
        word.is_some_and(|word| word.chars().count() > 2)
    };
    let end = text.match_indices(". ").find(ends).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches('.')
}

/// A name among other words. One that is written from right to left ends with a mark that is not
/// seen, or a number after it would be read as part of it.
pub fn name(text: &str) -> Cow<'_, str> {
    match text.chars().rev().find(|letter| letter.is_alphabetic()) {
        Some(letter) if runs_left(letter) => Cow::Owned(format!("{text}\u{200e}")),
        _ => Cow::Borrowed(text),
    }
}

/// Hebrew, Arabic and their relatives.
fn runs_left(letter: char) -> bool {
    matches!(u32::from(letter),
        0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::EN_GB;

    #[test]
    fn quantities_are_said_with_their_qualifier() {
        let n = |number: i64| Decimal::from(number);
        let say = |q: Quantity| EN_GB.quantity(&q, |number, _| EN_GB.full(number));
        assert_eq!(say(Side::Exact.of(n(82109))), "82,109");
        assert_eq!(say(Side::About.of(n(80000))), "about 80,000");
        assert_eq!(say(Side::AtLeast.of(n(300000))), "at least 300,000");
        assert_eq!(say(Side::AtMost.of(n(1200))), "at most 1,200");
        let range = Quantity::Range { low: n(550000), high: n(850000) };
        assert_eq!(say(range), "550,000 to 850,000");
        let interval =
            |about| crate::figure::Interval { value: n(50), low: n(40), high: n(60), about };
        assert_eq!(say(Quantity::Interval(Box::new(interval(false)))), "50 (40 to 60)");
        assert_eq!(say(Quantity::Interval(Box::new(interval(true)))), "about 50 (40 to 60)");
    }

    #[test]
    fn lists_and_sentences_end_as_people_write_them() {
        assert_eq!(EN_GB.list(&["a"]), "a");
        assert_eq!(EN_GB.list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(EN_GB.choice(&["a", "b"]), "a or b");
        assert_eq!(sentence("It is so"), "It is so.");
        assert_eq!(sentence("Is it so?"), "Is it so?");
        assert_eq!(capital("reports"), "Reports");
        assert_eq!((uncapital("Buses"), uncapital("IWF")), ("buses".into(), "IWF".into()));
    }

    #[test]
    fn a_name_from_right_to_left_is_closed() {
        assert_eq!(name("Home Office"), "Home Office");
        assert_eq!(name("הספרייה (2)"), "הספרייה (2)\u{200e}");
        assert_eq!(name("المكتبة in English"), "المكتبة in English");
    }
}
