//! Sources as lists that reference managers read, and that we read as the same sources.

mod bibtex;
mod csl;
mod ris;

pub(super) use bibtex::bibtex;
pub(super) use csl::csl;
pub(super) use ris::ris;

use super::Reference;
use super::kind::{KINDS, KindRow};

/// The row of its kind; none for a kind that lists do not have.
fn row_of(reference: &Reference) -> Option<&'static KindRow> {
    KINDS.iter().find(|kind| kind.word == reference.kind)
}

/// A newspaper is the publisher of what is in it, and stands where a journal does.
fn is_of_the_press(reference: &Reference) -> bool {
    reference.kind == "news"
}

/// Publisher, what it is a part of, and where a copy was read, as lists keep them apart.
struct ListPlaces<'r> {
    named: &'r str,
    appeared_in: &'r str,
    copy: &'r str,
}

fn behind(reference: &Reference) -> ListPlaces<'_> {
    let (publisher, container) = (reference.publisher.as_str(), reference.container.as_str());
    let is_twice = publisher == container;
    match is_of_the_press(reference) {
        false => ListPlaces { named: publisher, appeared_in: container, copy: "" },
        true => ListPlaces {
            named: if is_twice { publisher } else { "" },
            appeared_in: publisher,
            copy: if is_twice { "" } else { container },
        },
    }
}

/// What an entry says of its type in words, where its type alone does not tell.
fn type_in_words(reference: &Reference) -> &str {
    match row_of(reference) {
        Some(row) if matches!(row.word, "press_release" | "parliament" | "speech" | "report") => {
            row.words[0]
        }
        Some(_) => "",
        None => &reference.kind,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ListFormat, Reference};
    use crate::figure::Unit;
    use proptest::prelude::*;

    fn date() -> impl Strategy<Value = Option<Unit>> {
        let unit = (1900..2100i32, 0..=12u32, 0..=28u32, any::<bool>(), any::<bool>());
        let unit = unit.prop_map(|(year, month, day, about, quarter)| {
            let unit = match (month, day) {
                (0, _) => Unit::year(year)?,
                (month, _) if quarter => Unit::quarter(year, month.div_ceil(3))?,
                (month, 0) => Unit::month(year, month)?,
                (month, day) => Unit::day(year, month, day)?,
            };
            Some(if about { unit.approximately() } else { unit })
        });
        prop_oneof![Just(None), unit]
    }

    /// Texts in one line, with all that a format treats as its own.
    fn words() -> impl Strategy<Value = String> {
        let word = "[A-Za-z0-9é£$%&#_{}~^\\\\\"'`–.,:;!?@()\\[\\]|=/*+-]{1,9}";
        prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
    }

    fn maybe(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
        prop_oneof![Just(String::new()), text]
    }

    fn reference() -> impl Strategy<Value = Reference> {
        let kinds = prop::sample::select(vec![
            "broadcast",
            "news",
            "parliament",
            "press_release",
            "report",
            "speech",
            "statistics",
            "web",
        ]);
        let authors = maybe(
            prop::sample::select(vec![
                "Ann Bell",
                "Ann Bell; Jan van der Berg",
                "Home Office; Carl Dunn et al.",
                "K. A. Niven (witness, Crime Agency)",
                "Trade and Industry",
            ])
            .prop_map(String::from),
        );
        let address = || maybe("https://example\\.org/[a-z0-9_%&#~?=./-]{0,12}[a-z]");
        let texts =
            (words(), words(), maybe(words()), maybe(words()), maybe("[A-Z]{2,4}-[0-9]\\.0"));
        (
            kinds,
            authors,
            (address(), address()),
            texts,
            (date(), date()),
            maybe("[a-z]{2,6}-[0-9]{4}"),
        )
            .prop_map(|(kind, author, (url, archive_url), texts, dates, origin)| {
                let (publisher, title, container, note, licence) = texts;
                Reference {
                    key: "own-key".into(),
                    line: 0,
                    kind: kind.into(),
                    publisher,
                    author,
                    title,
                    container,
                    published: dates.0,
                    url,
                    archive_url,
                    accessed: dates.1,
                    origin,
                    licence,
                    note,
                    doubts: Vec::new(),
                    unheld: Vec::new(),
                    found: Vec::new(),
                }
            })
    }

    #[test]
    fn a_name_with_and_in_it_is_one_name() {
        let publisher = "Child Exploitation and Online Protection Centre";
        let reference = Reference {
            kind: "report".into(),
            publisher: publisher.into(),
            ..Reference::default()
        };
        let text = super::bibtex(std::slice::from_ref(&reference));
        assert!(text.contains(&format!("institution = {{{{{publisher}}}}},")), "{text}");
    }

    #[test]
    fn words_with_marks_of_an_address_are_held() {
        let marked = || r"\{://".to_string();
        let plain = Reference { kind: "broadcast".into(), ..Reference::default() };
        for reference in [
            Reference { note: marked(), ..plain.clone() },
            Reference { container: marked(), publisher: "a".into(), ..plain.clone() },
            Reference { title: marked(), ..plain.clone() },
            Reference { publisher: marked(), ..plain.clone() },
            Reference { licence: marked(), ..plain.clone() },
        ] {
            let text = super::bibtex(std::slice::from_ref(&reference));
            let read = ListFormat::of(&text).expect("a format").read(&text);
            assert_eq!(Reference { line: 0, ..read.references[0].clone() }, reference, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(reference in reference()) {
            for format in ListFormat::WRITTEN {
                let text = format.write(std::slice::from_ref(&reference)).expect("it is written");
                prop_assert_eq!(ListFormat::of(&text), Some(format));
                let read = format.read(&text);
                prop_assert!(read.unread.is_empty(), "{:?}", read.unread);
                let read = Reference { line: 0, ..read.references[0].clone() };
                prop_assert_eq!(&read, &reference, "{}", text);
            }
        }
    }
}
