//! BibTeX and BibLaTeX, as reference managers and people write them.

mod fields;
mod inherit;
mod people;
mod reader;

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use self::fields::reference;
use self::inherit::BibEntries;
use self::reader::{BibEntry, BibReader};
use super::Listed;

/// Every entry of a BibTeX or BibLaTeX file. Entries that only lend their fields are none.
pub fn bibtex(text: &str) -> Listed {
    let mut reader = BibReader::new(text);
    let (mut entries, mut unread) = (Vec::new(), Vec::new());
    while let Some(read) = reader.next_entry() {
        match read {
            Ok(entry) => entries.push(entry),
            Err(error) => unread.push(error),
        }
    }
    let is_reference = |entry: &&BibEntry| !matches!(entry.kind.as_str(), "xdata" | "set");
    let known = BibEntries::of(&entries);
    let mut references: Vec<_> =
        entries.iter().filter(is_reference).map(|entry| reference(&known, entry)).collect();
    let mut lines: HashMap<String, usize> = HashMap::new();
    for one in &mut references {
        match lines.entry(one.key.clone()) {
            Entry::Vacant(free) => {
                free.insert(one.line);
            }
            Entry::Occupied(first) => {
                one.doubt("", format!("the key is that of the entry on line {}, too", first.get()))
            }
        }
    }
    Listed { references, unread }
}
#[cfg(test)]
mod tests {
    use super::super::Reference;
    use super::*;
    use crate::figure::Unit;
    use proptest::prelude::*;

    #[test]
    fn what_zotero_writes_for_a_newspaper_article() {
        let text = r"
@article{dodd_police_2018,
	title = {Police chief: tech firms must act on {UK} abuse images},
	issn = {0261-3077},
	url = {https://www.theguardian.com/uk-news/2018/sep/03/a\_b},
	journal = {The Guardian},
	author = {Dodd, Vikram and Topping, Alexandra},
	month = sep,
	year = {2018},
	day = {3},
	note = {Section: UK news},
}";
        let read = bibtex(text).references;
        assert_eq!(
            read,
            [Reference {
                key: "dodd_police_2018".into(),
                kind: "news".into(),
                publisher: "The Guardian".into(),
                author: "Vikram Dodd; Alexandra Topping".into(),
                title: "Police chief: tech firms must act on UK abuse images".into(),
                published: Unit::day(2018, 9, 3),
                url: "https://www.theguardian.com/uk-news/2018/sep/03/a_b".into(),
                note: "Section: UK news".into(),
                line: 2,
                unheld: vec!["issn".into()],
                ..Reference::default()
            }]
        );
    }

    #[test]
    fn what_zotero_writes_for_reports_and_pages_in_biblatex() {
        let text = r#"
A comment before.
@string{nca = "National Crime" # { Agency}}
@comment{ignored, = {}}
@report{nca_2021, title = {National Strategic Assessment}, author = {{National Crime Agency}},
  institution = nca, date = {2021-05-25}, type = {Report}}
@online{home_2023, title = "{Speech} by the \emph{Home} Secretary", author = {{Home Office}},
  url = {https://www.gov.uk/x}, urldate = {2026-01-31}, date = {2023-09}, organization = {{GOV.UK}}}
@book(b, title = {T}, publisher = {P}, year = soon)
"#;
        let read = bibtex(text).references;
        let short = |r: &Reference| {
            let date = r.published.map_or(String::new(), |unit| unit.to_string());
            format!("{} | {} | {} | {} | {date}", r.kind, r.publisher, r.author, r.title)
        };
        assert_eq!(
            read.iter().map(short).collect::<Vec<_>>(),
            [
                "report | National Crime Agency |  | National Strategic Assessment | 2021-05-25",
                "web | GOV.UK | Home Office | Speech by the Home Secretary | 2023-09",
                "report | P |  | T | ",
            ]
        );
        assert_eq!(read[1].accessed, Unit::day(2026, 1, 31));
        let doubt = "the publication date `soon` could not be read and is left empty";
        assert_eq!(read[2].doubts[0].words, doubt);
    }

    #[test]
    fn remarks_between_fields_are_passed_over() {
        let text = "@book{a, % as on the cover\n title = {50% {T}} % , year = 1999\n ,\n % }\n\
                    publisher = {P} # % and\n {Q},\n% last\n year = 2018% no comma\n}\n\
                    @book{b, title = {U}}";
        let listed = bibtex(text);
        assert_eq!(listed.unread, []);
        let [a, b] = &listed.references[..] else { panic!("{listed:?}") };
        assert_eq!((&*a.title, &*a.publisher, a.published), ("50% T", "PQ", Unit::year(2018)));
        assert_eq!(&*b.title, "U");
    }

    #[test]
    fn entries_that_take_over_from_many_are_followed_so_far() {
        // Each names the next thirty times over: without an end they would be followed 30 to the power of 8 times.
        let named = |at: usize| vec![format!("k{at}"); 30].join(",");
        let entry =
            |at: usize| format!("@book{{k{at}, title = {{T}}, xdata = {{{}}}}}\n", named(at + 1));
        let whole: String = (0..9).map(entry).collect();
        let listed = bibtex(&format!("{whole}@book{{k9, title = {{U}}, publisher = {{P}}}}"));
        assert_eq!(listed.references.len(), 10);
        let doubts = |at: usize| listed.references[at].doubts.iter().map(|one| one.words.as_str());
        let cut = "it takes fields from more than 50 entries, and what is beyond is left out";
        assert!(doubts(0).any(|words| words == cut));
        assert!(doubts(8).all(|words| words != cut));
        assert_eq!(listed.references[8].publisher, "P");
    }

    #[test]
    fn entries_that_are_never_closed_are_looked_through_so_far() {
        let listed = bibtex(&"@book{a, title = {\n".repeat(5_000));
        assert_eq!(listed.references, []);
        let last = listed.unread.last().expect("none can be read");
        assert!(last.reason.ends_with("that the rest of the file is not read"), "{last:?}");
        assert!((100..300).contains(&listed.unread.len()), "{}", listed.unread.len());
        // Some in a list that is whole else cost themselves.
        let some = "@book{a, title = {\n".repeat(90) + "@book{b, title = {T}}";
        let listed = bibtex(&some);
        assert_eq!((listed.references.len(), listed.unread.len()), (1, 90));
    }

    #[test]
    fn an_entry_of_1000_fields_is_read_and_no_larger_one() {
        let with = |count: usize| {
            let more: String = (1..count).map(|at| format!(", f{at} = {{x}}")).collect();
            bibtex(&format!("@book{{a, title = {{T}}{more}}}\n@book{{b, title = {{U}}}}"))
        };
        assert_eq!((with(1_000).references.len(), with(1_000).unread.len()), (2, 0));
        let listed = with(1_001);
        assert_eq!(listed.references.len(), 1);
        assert_eq!(listed.unread[0].reason, "the entry has more than 1000 fields");
    }

    #[test]
    fn what_is_not_closed_costs_itself() {
        let listed = bibtex("\n@book{a,\n title = {T\n}\n\n@book{b, title = {U}}\n");
        let error = &listed.unread[0];
        assert_eq!((error.line, error.key.as_str()), (2, "a"));
        assert_eq!(error.reason, "what begins here is never closed");
        assert_eq!(listed.references[0].key, "b");
        assert_eq!(bibtex("@book{a, title {T}}").unread[0].line, 1);
        assert_eq!(bibtex("no entries at all"), Listed::default());
    }

    #[test]
    fn abbreviations_do_not_fill_the_memory() {
        let doubled: Vec<String> =
            (1..=40).map(|at| format!("@string{{s{at} = s{} # s{}}}\n", at - 1, at - 1)).collect();
        let doubled = format!("@string{{s0 = {{ab}}}}\n{}", doubled.concat());
        assert_eq!(bibtex(&doubled).unread[0].line, 17);
        let long = "a".repeat(60_000);
        let fields = "note = s,".repeat(10_000);
        let many = format!("@string{{s = {{{long}}}}}\n@book{{b, {fields}}}");
        assert_eq!(bibtex(&many).unread[0].line, 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[@a-c{}(),=#\"\\\\ é\n]{0,60}") {
            let _ = bibtex(&text);
            let _ = bibtex(&format!("@book{{a, title = {text}, year = 2018}}"));
        }
    }
}
