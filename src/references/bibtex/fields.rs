//! The fields of an entry, as a source.

use super::super::latex::{plain, unescaped, verbatim};
use super::super::unheld::FieldUse;
use super::super::{Behind, Reference, address, kind, names};
use super::inherit::{BibEntries, Inherited, MOST_TAKEN};
use super::people::{corporate, people};
use super::reader::BibEntry;
use crate::figure::Unit;
use crate::locale::dates;

/// What is read of an entry.
const FIELDS: FieldUse = FieldUse {
    form: &[
        "author",
        "date",
        "year",
        "month",
        "day",
        "urldate",
        "type",
        "entrysubtype",
        "relatedstring",
        "relatedtype",
        "eprinttype",
        "archiveprefix",
        "crossref",
        "xref",
        "xdata",
        "label",
        "sortkey",
        "options",
    ],
    texts: &[
        "title",
        "subtitle",
        "shorttitle",
        "booktitle",
        "maintitle",
        "journal",
        "journaltitle",
        "series",
        "publisher",
        "institution",
        "organization",
        "school",
        "holder",
        "howpublished",
        "eventtitle",
        "url",
        "doi",
        "eprint",
        "note",
        "addendum",
        "annote",
        "annotation",
        "rights",
        "copyright",
        "licence",
        "license",
        "related",
        "archiveurl",
        "archive-url",
    ],
};

/// An entry with what it takes over from others.
struct Whole<'e> {
    kind: &'e str,
    fields: Vec<(String, String)>,
}

impl Whole<'_> {
    fn raw(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// The first of the fields that says something.
    fn first(&self, names: &[&str]) -> String {
        let mut texts = names.iter().map(|name| plain(self.raw(name)));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }

    fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| !self.raw(name).trim().is_empty())
    }
}

/// One entry as a source.
pub(super) fn reference<'e>(entries: &BibEntries<'e>, entry: &'e BibEntry) -> Reference {
    let Inherited { fields, missing, is_cut } = entries.inherited(entry);
    let whole = Whole { kind: &entry.kind, fields };
    let mut reference = Reference {
        key: entry.key.clone(),
        line: entry.line,
        author: names(&people(whole.raw("author"))),
        title: title(&whole),
        licence: whole.first(&["rights", "copyright", "licence", "license"]),
        origin: whole.first(&["related"]),
        ..Reference::default()
    };
    reference.kind = kind_of(&whole, &mut reference).to_string();
    let url = url(&whole);
    reference.url = reference.settle_url(&url);
    let archived = verbatim(whole.raw(if whole.has_any(&["archiveurl"]) {
        "archiveurl"
    } else {
        "archive-url"
    }));
    reference.archive_url = address::found_in(&archived).to_string();
    let mut remarks = remarks(&whole);
    let accessed = match verbatim(whole.raw("urldate")).is_empty() {
        false => verbatim(whole.raw("urldate")),
        true => take_accessed(&mut remarks),
    };
    remarks.push(whole.first(&["annotation", "annote"]));
    remarks.retain(|text| !text.is_empty());
    reference.note = remarks.join(" ");
    let how = plain(whole.raw("howpublished"));
    let is_press = reference.kind == "news";
    let is_place =
        address::found_in(&how).is_empty() && (is_press || kind::in_words(&how).is_empty());
    let event = plain(whole.raw("eventtitle"));
    let appeared_in = whole.first(&["journaltitle", "journal", "booktitle", "maintitle", "series"]);
    reference.settle_publisher(&Behind {
        named: &whole.first(&["publisher", "institution", "organization", "school", "holder"]),
        appeared_in: &appeared_in,
        corporate: &corporate(whole.raw("author")),
        copy: if is_place && !how.is_empty() { &how } else { &event },
    });
    reference.published = published(&whole, &mut reference);
    reference.accessed = reference.settle_date("accessed", &accessed);
    let Reference { title, publisher, container, licence, note, .. } = &reference;
    let words = [title, publisher, container, licence, note].map(String::clone);
    let said = whole.fields.iter().map(|(name, raw)| {
        // An address keeps its marks; words that hold `://` may have none.
        let text = plain(raw);
        let are_words = !raw.contains("://") || words.iter().any(|held| held.contains(&text));
        (name.as_str(), if are_words { text } else { unescaped(raw) })
    });
    FIELDS.note(&mut reference, said);
    if is_cut {
        let words = format!(
            "it takes fields from more than {MOST_TAKEN} entries, and what is beyond is left out"
        );
        reference.doubt("", words);
    }
    for key in missing {
        reference.doubt("", format!("`{key}`, from which it takes fields, is not in the file"));
    }
    for word in &entry.undefined {
        let words = format!("the abbreviation `{word}` is not defined, and stands as it is");
        reference.doubt("", words);
    }
    reference
}

fn title(entry: &Whole) -> String {
    let title = entry.first(&["title", "shorttitle"]);
    match plain(entry.raw("subtitle")) {
        subtitle if subtitle.is_empty() => title,
        subtitle if title.ends_with(['?', '!', ':']) => format!("{title} {subtitle}"),
        subtitle => format!("{title}: {subtitle}"),
    }
}

fn kind_of(entry: &Whole, reference: &mut Reference) -> &'static str {
    let subtype = plain(entry.raw("entrysubtype")).to_lowercase();
    let said =
        ["type", "howpublished", "entrysubtype"].map(|name| plain(entry.raw(name))).join(" ");
    match entry.kind {
        "article" | "suppperiodical" => {
            if subtype == "newspaper" || subtype == "magazine" {
                return "news";
            }
            let journal = entry.first(&["journaltitle", "journal"]);
            let is_numbered = entry.has_any(&["volume", "number", "issue", "doi", "eprint"]);
            let date = verbatim(entry.raw("date"));
            let has_day = entry.has_any(&["day"])
                || date.matches('-').count() >= 2
                || month_and_day(&plain(entry.raw("month"))).1.is_some();
            let (kind, doubt) = kind::of_article(&journal, is_numbered, has_day);
            doubt.into_iter().for_each(|doubt| reference.doubt("kind", doubt));
            kind::settle(kind, &said)
        }
        "misc" | "unpublished" => {
            let has_address = !url(entry).is_empty();
            kind::settle(if has_address { "web" } else { "" }, &said)
        }
        other => {
            let known = kind::KINDS.iter().rev().find(|kind| kind.bibtex.contains(&other));
            if known.is_none() {
                reference
                    .doubt("kind", format!("the type `{other}` is no kind, which is left empty"));
            }
            kind::settle(known.map_or("", |kind| kind.word), &said)
        }
    }
}

/// The address, or the number that stands for one.
fn url(entry: &Whole) -> String {
    let direct = verbatim(entry.raw("url"));
    let elsewhere = ["howpublished", "note", "addendum"]
        .map(|name| address::found_in(&unescaped(entry.raw(name))).to_string());
    let doi = address::of_doi(&verbatim(entry.raw("doi")));
    let archive = entry.first(&["eprinttype", "archiveprefix"]);
    let archive = if archive.is_empty() && entry.has_any(&["eprint"]) { "arxiv" } else { &archive };
    let eprint = address::of_eprint(archive, &plain(entry.raw("eprint")));
    let first = match address::found_in(&unescaped(entry.raw("url"))) {
        found if !found.is_empty() && !address::is_address(&direct) => found.to_string(),
        _ => direct,
    };
    let all = [first].into_iter().chain(elsewhere).chain([doi, eprint]);
    all.into_iter().find(|text| !text.is_empty()).unwrap_or_default()
}

/// What somebody wrote beside the entry.
fn remarks(entry: &Whole) -> Vec<String> {
    let texts = ["note", "addendum"].map(|name| plain(entry.raw(name)));
    texts.into_iter().filter(|text| !text.is_empty() && !is_only_address(text)).collect()
}

fn is_only_address(text: &str) -> bool {
    let found = address::found_in(text);
    !found.is_empty() && text.len() - found.len() < 25 && !text.contains("ccessed")
}

/// `Accessed: 3 May 2019` is no remark but a date; it is taken out.
fn take_accessed(remarks: &mut Vec<String>) -> String {
    const WORDS: [&str; 6] =
        ["accessed", "last accessed", "online; accessed", "retrieved", "last visited", "visited"];
    for at in 0..remarks.len() {
        let bare = remarks[at].trim_matches(['[', ']', '(', ')', '.', ' ']).to_lowercase();
        let rest = WORDS.iter().find_map(|word| bare.strip_prefix(word));
        if let Some(rest) = rest {
            let said = rest.trim_start_matches([':', ' ']).trim_start_matches("on ");
            if super::super::date::date(said).unit.is_some() {
                let said = said.to_string();
                remarks.remove(at);
                return said;
            }
        }
    }
    String::new()
}

fn published(entry: &Whole, reference: &mut Reference) -> Option<Unit> {
    let date = verbatim(entry.raw("date"));
    if !date.is_empty() {
        return reference.settle_date("published", &date);
    }
    let year = verbatim(entry.raw("year"));
    let (month, day) = (plain(entry.raw("month")), plain(entry.raw("day")));
    let is_bare = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let (month_number, day_beside) = month_and_day(&month);
    let day = day.parse::<u32>().ok().or(day_beside);
    let text = match (month_number, day) {
        (Some(month), Some(day)) if is_bare => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None) if is_bare => format!("{year}-{month:02}"),
        _ => {
            if !month.is_empty() {
                let words = format!("the month `{month}` beside the year `{year}` is left out");
                reference.doubt("published", words);
            }
            year
        }
    };
    reference.settle_date("published", &text)
}

/// `sep`, `September`, `9`, and `3~sep` or `sep # "~3"` with a day beside it.
fn month_and_day(month: &str) -> (Option<u32>, Option<u32>) {
    let parts: Vec<&str> =
        month.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number = |text: &str, most| {
        let digits = text.trim_end_matches(char::is_alphabetic);
        digits.parse::<u32>().ok().filter(|number| (1..=most).contains(number))
    };
    match parts[..] {
        [one] => (dates::month_named(one).or_else(|| number(one, 12)), None),
        [one, other] => match (dates::month_named(one), dates::month_named(other)) {
            (Some(month), None) => (number(other, 31).and(Some(month)), number(other, 31)),
            (None, Some(month)) => (number(one, 31).and(Some(month)), number(one, 31)),
            _ => (None, None),
        },
        _ => (None, None),
    }
}
