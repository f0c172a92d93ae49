//! What the titles of several series have in common, which is said once.

use crate::locale::{Language, words};

/// What all titles begin with, up to a comma, a colon or `in`, and what is left of each: `Rain` and
/// `Ayr`, `Bath`.
pub struct Beginning<'t> {
    pub common: &'t str,
    /// What parts it from the rest: nothing after a comma or a colon.
    joint: &'t str,
    pub own: Vec<&'t str>,
}

impl<'t> Beginning<'t> {
    pub fn of(language: &Language, titles: &[&'t str]) -> Option<Beginning<'t>> {
        let (first, rest) = titles.split_first()?;
        let ends = first.match_indices([' ', ',', ':']).map(|(at, end)| at + end.len());
        let begins = |at: &usize| {
            let start = &first[..*at];
            let closed = start.ends_with([',', ':']) || start.ends_with(language.in_a_place);
            closed && rest.iter().all(|title| title.starts_with(start))
        };
        let at = ends.rev().find(begins)?;
        let own: Vec<&str> = titles.iter().map(|title| title[at..].trim()).collect();
        if own.contains(&"") {
            return None;
        }
        let start = &first[..at];
        let common = match start.strip_suffix([',', ':']) {
            Some(common) => common,
            None => start.strip_suffix(language.in_a_place)?,
        };
        Some(Beginning { common, joint: first[common.len()..at].trim_end(), own })
    }
}

/// All titles, with what they begin with once: `Loans: North branch and South branch`, `Rain in
/// Northton and Southton`, `Loans and visits`. What begins with one of the places keeps its capital.
pub fn together(language: &Language, titles: &[&str], places: &[&str]) -> String {
    if let Some(shared) = shared(language, titles) {
        return shared;
    }
    let (first, rest) = titles.split_first().expect("there are some");
    let begins = |title: &str| places.iter().any(|place| title.starts_with(place));
    let rest = rest.iter().map(|title| match begins(title) {
        true => title.to_string(),
        false => words::uncapital(title),
    });
    language.list(&std::iter::once(first.to_string()).chain(rest).collect::<Vec<_>>())
}

fn shared(language: &Language, titles: &[&str]) -> Option<String> {
    let Beginning { common, joint, own } = Beginning::of(language, titles)?;
    Some(match joint {
        "," | ":" => format!("{common}: {}", language.list(&own)),
        joint => format!("{common}{joint} {}", language.list(&own)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_titles_begin_with_is_said_once() {
        let said = |titles: &[&str]| shared(&crate::locale::EN_GB, titles).unwrap_or_default();
        assert_eq!(
            said(&["Loans, North", "Loans, South", "Loans, Hill"]),
            "Loans: North, South and Hill"
        );
        assert_eq!(said(&["Rain in Northton", "Rain in Weston"]), "Rain in Northton and Weston");
        assert_eq!(said(&["Deaths of men", "Deaths in prison"]), "");
        assert_eq!(said(&["Loans,", "Loans, South"]), "");
    }

    #[test]
    fn a_title_that_begins_with_a_place_keeps_its_capital() {
        let said = |titles: &[&str]| together(&crate::locale::EN_GB, titles, &["Ayr", "Bath"]);
        assert_eq!(said(&["Ayr", "Bath", "Rain in Ayr"]), "Ayr, Bath and rain in Ayr");
    }

    #[test]
    fn what_is_left_of_each_stands_alone() {
        let of = |titles: &[&'static str]| {
            Beginning::of(&crate::locale::EN_GB, titles).map(|all| (all.common, all.own))
        };
        let arrests = of(&["Arrests, Kent", "Arrests, Surrey"]);
        assert_eq!(arrests, Some(("Arrests", vec!["Kent", "Surrey"])));
        assert_eq!(of(&["Rain in Ayr", "Rain in Bath"]), Some(("Rain", vec!["Ayr", "Bath"])));
        assert_eq!(of(&["Rain in Ayr", "Snow in Ayr"]), None);
        assert_eq!(of(&["Rain, ", "Rain, x"]), None);
    }
}
