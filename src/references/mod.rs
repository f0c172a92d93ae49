//! What a reference manager exports, read as sources. Knows no file, no data set and no id: what
//! a source is called in the project is settled elsewhere.

mod bibtex;
mod csl;
mod latex;

pub use bibtex::bibtex;
pub use csl::csl;

use crate::figure::Unit;

/// One entry of a list of references, in the words of `sources.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What the list calls it.
    pub key: String,
    /// As `data/sources.csv` calls it.
    pub kind: &'static str,
    /// Texts are empty where the list says nothing.
    pub publisher: String,
    /// Several are joined as people write them.
    pub author: String,
    /// Without markup.
    pub title: String,
    /// The paper, journal or site it appeared in.
    pub container: String,
    /// As precise as it is written.
    pub published: Option<Unit>,
    /// As written.
    pub url: String,
    /// A copy that stays.
    pub archive_url: String,
    /// When somebody looked.
    pub accessed: Option<Unit>,
    /// What the list says and nobody could make sense of.
    pub doubts: Vec<String>,
}

/// Why a list cannot be read, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// From 1.
    pub line: usize,
    /// As a sentence without its full stop.
    pub reason: String,
}

impl Unreadable {
    fn at(text: &str, byte: usize, reason: impl Into<String>) -> Unreadable {
        let before = &text.as_bytes()[..byte.min(text.len())];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Unreadable { line, reason: reason.into() }
    }
}

impl Reference {
    /// Who published it: the publisher where one is named, else where it appeared, else who wrote
    /// it if that is no person. A newspaper is the publisher of what is in it.
    fn settle_publisher(&mut self, named: &str, appeared_in: &str, corporate: &str) {
        let in_the_press = matches!(self.kind, "news" | "broadcast");
        let order = match in_the_press {
            true => [appeared_in, named, corporate],
            false => [named, corporate, appeared_in],
        };
        let publisher = order.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        self.publisher = publisher.to_string();
        if appeared_in != publisher {
            self.container = appeared_in.to_string();
        }
        if self.author == self.publisher {
            self.author.clear();
        }
    }

    fn settle_date(&mut self, what: &str, text: &str) -> Option<Unit> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        match date(text) {
            Some(unit) => Some(unit),
            None => {
                self.doubts.push(format!("the {what} date `{text}`"));
                None
            }
        }
    }
}

/// `2018`, `2018-09`, `2018-09-03`, `2018-09-03T10:00:00Z`, `2018-09-03/2018-09-05`, `2018~`:
/// the first date, as far as it is known.
fn date(text: &str) -> Option<Unit> {
    let first = text.split(['/', 'T', ' ']).next()?;
    let approximate = first.ends_with(['~', '?', '%']);
    let plain = first.trim_end_matches(['~', '?', '%']);
    let mut parts = plain.split('-');
    let number = |part: &str| part.parse::<u32>().ok();
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let unit = match (parts.next(), parts.next()) {
        (None, _) => Unit::year(year)?,
        (Some(month), None) => Unit::month(year, number(month)?)?,
        (Some(month), Some(day)) => Unit::day(year, number(month)?, number(day)?)?,
    };
    Some(if approximate { unit.approximately() } else { unit })
}

/// Names as `sources.csv` has them: `Ann Bell; Carl Dunn`.
fn names(people: &[String]) -> String {
    people.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_are_written() {
        for (text, expected) in [
            ("2018", "2018"),
            ("2018-09", "2018-09"),
            ("2018-9-3", "2018-09-03"),
            ("2018-09-03T10:00:00Z", "2018-09-03"),
            ("2018-09-03/2018-09-05", "2018-09-03"),
            ("2018~", "2018~"),
        ] {
            assert_eq!(
                date(text).map(|unit| unit.to_string()).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        assert_eq!(date("in press"), None);
        assert_eq!(date("2018-13"), None);
    }
}
