//! What a published rate of change is on: `up 3.2% on a year earlier`, `0.4% qoq`.

use super::Refusal;
use super::measure::Measure;
use super::text::plain;

/// Words before a base that say nothing more.
const JOINS: [&str; 10] = [
    "compared with",
    "compared to",
    "relative to",
    "on",
    "over",
    "from",
    "than",
    "since",
    "versus",
    "against",
];

/// How far back a base lies, by the words for it behind the joining word.
const LENGTHS: [(&str, &[&str]); 4] = [
    ("year", &["year", "yoy", "y / y", "annually", "annual", "12 months", "twelve months"]),
    ("quarter", &["quarter", "qoq", "q / q", "3 months", "three months"]),
    ("month", &["month", "mom", "m / m"]),
    ("week", &["week", "wow", "w / w"]),
];

/// Words around a length that do not change it: the year before, a year earlier, the previous year.
const AROUND: [&str; 22] = [
    "a",
    "an",
    "the",
    "in",
    "of",
    "on",
    "its",
    "same",
    "one",
    "previous",
    "preceding",
    "last",
    "past",
    "prior",
    "before",
    "earlier",
    "ago",
    "previously",
    "level",
    "period",
    "corresponding",
    "time",
];

/// Is the rest of a text, behind the number, the base of the series? `None` where it names no base.
pub(super) fn is_base(rest: &str, of: &Measure) -> Option<Result<(), Refusal>> {
    let said = length(rest)?;
    let join =
        JOINS.iter().find(|join| rest.strip_prefix(*join).is_some_and(|r| r.starts_with(' ')));
    let mut names = LENGTHS.iter().flat_map(|(_, names)| names.iter());
    if join.is_none() && !names.any(|name| rest.starts_with(name)) {
        return None;
    }
    let shown = join.map_or(rest, |join| rest[join.len()..].trim());
    if !of.nature.has_base() {
        return Some(Err(Refusal::new(
            format!("`{rest}` says from when to when, and the period of a change says that"),
            "write the number alone, and as the period what is compared, as in 2012/2017",
        )));
    }
    // What is wrong with a growth without a base, `check` says.
    if of.base.trim().is_empty() {
        return None;
    }
    if length(&plain(of.base)) == Some(said) {
        return Some(Ok(()));
    }
    Some(Err(Refusal::new(
        format!("it is on {shown}, and the series is on {}", of.base.trim()),
        "take a series of that base, or write the number alone if it is on that of the series",
    )))
}

/// `a year earlier` is a year, and so is `the same month of the previous year`: the longest word
/// counts.
fn length(words: &str) -> Option<&'static str> {
    let mut words = format!(" {} ", words.replace('-', " "));
    let mut found = None;
    for (length, names) in LENGTHS {
        for name in names.iter() {
            let own = format!(" {name} ");
            while words.contains(&own) {
                found = found.or(Some(length));
                words = words.replacen(&own, " ", 1);
            }
        }
    }
    let joins = JOINS.iter().flat_map(|join| join.split(' '));
    let others: Vec<&str> = joins.chain(AROUND).collect();
    let rest = words.split_whitespace().all(|word| others.contains(&word));
    found.filter(|_| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_length_is_how_far_back_it_lies() {
        for (words, own) in [
            ("on a year earlier", Some("year")),
            ("year on year", Some("year")),
            ("y / y", Some("year")),
            ("than the same quarter of the previous year", Some("year")),
            ("on the quarter", Some("quarter")),
            ("compared with the previous month", Some("month")),
            ("over the past 12 months", Some("year")),
            ("than a week ago", Some("week")),
            ("on 2019", None),
            ("in total", None),
            ("a year", Some("year")),
        ] {
            assert_eq!(length(words), own, "{words}");
        }
    }
}
