//! What reference managers export and what saved pages say of themselves, read as sources. Knows no file, no data set and no id: what
//! a source is called in the project is settled elsewhere.

mod address;
mod bibtex;
mod charset;
mod csl;
mod csl_tags;
mod date;
mod endnote;
mod format;
mod json;
mod kind;
mod latex;
mod page;
mod people;
mod ris;
mod unheld;
mod write;
pub(crate) mod xml;

pub use bibtex::bibtex;
pub use charset::text_of;
pub use csl::csl;
pub use endnote::endnote;
pub use format::ListFormat;
pub use page::page;
pub use ris::ris;

use crate::figure::Unit;
use crate::problem::Lines;

/// What a list of references says: what could be read of it, and what could not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// In the order of the list.
    pub references: Vec<Reference>,
    /// Entries that could not be read; the others are not affected.
    pub unread: Vec<Unreadable>,
}

/// One entry of a list of references, in the words of `sources.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// What the list calls it.
    pub key: String,
    /// Where it begins, from 1; 0 where the list has no lines to speak of.
    pub line: usize,
    /// As `data/sources.csv` calls it.
    pub kind: String,
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
    /// What the list calls the one that it passes on.
    pub origin: String,
    /// On what terms it may be used.
    pub licence: String,
    /// What somebody wrote beside it.
    pub note: String,
    /// What the list says and could not be taken over whole.
    pub doubts: Vec<Untaken>,
    /// The names of fields that say something for which there is no column.
    pub unheld: Vec<String>,
    /// Of a page: which tags its cells are from.
    pub found: Vec<FoundIn>,
}

/// The tag of a page that says what is in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundIn {
    /// As `data/sources.csv` calls it.
    pub column: &'static str,
    /// Its name, with what of it is left out.
    pub tag: String,
}

/// What a list says and could not be taken over whole, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untaken {
    /// The column that it is about; empty where there is none.
    pub column: &'static str,
    /// In full, without its full stop.
    pub words: String,
}

/// Why a list, or an entry of it, cannot be read, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// From 1.
    pub line: usize,
    /// What the list calls the entry; empty where the whole list is meant, or nobody knows.
    pub key: String,
    /// As a sentence without its full stop.
    pub reason: String,
}

impl Unreadable {
    fn at(lines: &Lines, byte: usize, reason: impl Into<String>) -> Unreadable {
        Unreadable { line: lines.line(byte), key: String::new(), reason: reason.into() }
    }
}

impl From<Unreadable> for Listed {
    fn from(whole: Unreadable) -> Listed {
        Listed { references: Vec::new(), unread: vec![whole] }
    }
}

/// Who stands behind a reference, each as the list names it, or empty.
#[derive(Default)]
struct Behind<'t> {
    /// Named as publisher.
    named: &'t str,
    /// The paper, journal or site.
    appeared_in: &'t str,
    /// The first author, if that is no person.
    corporate: &'t str,
    /// Where else it can be read.
    copy: &'t str,
}

impl Reference {
    /// Who published it: the publisher where one is named, else who wrote it if that is no person,
    /// else where it appeared. A newspaper is the publisher of what is in it.
    fn settle_publisher(&mut self, behind: &Behind) {
        let Behind { named, appeared_in, corporate, copy } = *behind;
        let in_the_press = self.kind == "news";
        let order = match in_the_press {
            true => [appeared_in, named, corporate],
            false => [named, corporate, appeared_in],
        };
        let publisher = order.into_iter().find(|name| !name.is_empty()).unwrap_or_default();
        self.publisher = publisher.to_string();
        let container = match (appeared_in.is_empty(), copy.is_empty()) {
            (_, false) if in_the_press => copy,
            (true, _) => copy,
            // Said twice, it is meant twice.
            _ if appeared_in != publisher || appeared_in == named => appeared_in,
            _ => "",
        };
        self.container = container.to_string();
        if in_the_press && !appeared_in.is_empty() && !named.is_empty() && named != appeared_in {
            let words =
                format!("`{named}` is left out: the publisher of what is in a paper is the paper");
            self.doubts.push(Untaken { column: "publisher", words });
        }
        if self.author == self.publisher && self.author == corporate {
            self.author.clear();
        }
    }

    /// Dates are settled by what the column holds; what it cannot hold is told.
    fn settle_date(&mut self, column: &'static str, text: &str) -> Option<Unit> {
        let text = text.trim();
        let what = if column == "accessed" { "access" } else { "publication" };
        let date::ReadDate { unit, doubt } = date::date(text);
        self.doubts.extend(
            doubt.map(|doubt| Untaken {
                column,
                words: format!("the {what} date `{text}` {doubt}"),
            }),
        );
        unit
    }

    /// An address that the column can hold; another is told.
    fn settle_url(&mut self, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() || address::is_address(text) {
            return text.to_string();
        }
        let words = format!(
            "the address `{text}` is left out: one begins with https:// or http:// and has no blanks"
        );
        self.doubts.push(Untaken { column: "url", words });
        String::new()
    }

    fn find(&mut self, column: &'static str, tag: &str) {
        self.found.push(FoundIn { column, tag: tag.to_string() });
    }

    fn doubt(&mut self, column: &'static str, words: impl Into<String>) {
        self.doubts.push(Untaken { column, words: words.into() });
    }
}

/// Names as `sources.csv` has them: `Ann Bell; Carl Dunn et al.`.
fn names(people: &[String]) -> String {
    let mut joined = String::new();
    for person in people {
        match person.as_str() {
            "et al." | "others" if !joined.is_empty() => joined += " et al.",
            person if joined.is_empty() => joined += person,
            person => joined += &format!("; {person}"),
        }
    }
    joined
}
