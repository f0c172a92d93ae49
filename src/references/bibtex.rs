//! BibTeX and BibLaTeX, as Zotero and its like export them.

use super::latex::plain;
use super::{Reference, Unreadable, names};
use crate::figure::Unit;
use crate::locale::dates;

/// A value with abbreviations in it has so many bytes at most, and all that a file's stand for so
/// many: a few that name each other twice would fill any memory.
const LONGEST: usize = 64 * 1024;
const ALL: usize = 64 * LONGEST;

/// Every entry of a BibTeX file.
pub fn bibtex(text: &str) -> Result<Vec<Reference>, Unreadable> {
    let mut reader = BibReader { text, at: 0, strings: Vec::new(), put_in: 0 };
    let mut references = Vec::new();
    while let Some(entry) = reader.entry()? {
        references.push(reference(&entry));
    }
    Ok(references)
}

struct BibEntry {
    kind: String,
    key: String,
    /// As written, without the outer braces.
    fields: Vec<(String, String)>,
}

impl BibEntry {
    fn raw(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// The first of the fields that says something.
    fn first(&self, names: &[&str]) -> String {
        let mut texts = names.iter().map(|name| plain(self.raw(name)));
        texts.find(|text| !text.is_empty()).unwrap_or_default()
    }
}

fn reference(entry: &BibEntry) -> Reference {
    let people = people(entry.raw("author"));
    let mut reference = Reference {
        key: entry.key.clone(),
        kind: kind(entry),
        author: names(&people),
        title: entry.first(&["title", "shorttitle"]),
        url: url(entry),
        ..Reference::default()
    };
    let appeared_in = entry.first(&["journaltitle", "journal", "booktitle", "maintitle", "series"]);
    let named = entry.first(&["publisher", "institution", "organization", "school", "holder"]);
    let corporate = corporate(entry.raw("author"));
    reference.settle_publisher(&named, &appeared_in, &corporate);
    reference.published = published(entry, &mut reference);
    reference.accessed = reference.settle_date("access", &plain(entry.raw("urldate")));
    reference
}

fn kind(entry: &BibEntry) -> &'static str {
    let subtype = plain(entry.raw("entrysubtype")).to_lowercase();
    match entry.kind.as_str() {
        "article" if subtype == "newspaper" || subtype == "magazine" => "news",
        "article" if entry.raw("volume").is_empty() && entry.raw("doi").is_empty() => "news",
        "online" | "electronic" | "www" | "misc" => "web",
        "dataset" => "statistics",
        "video" | "audio" | "movie" | "music" => "broadcast",
        "legislation" | "jurisdiction" | "legal" => "parliament",
        "report" | "techreport" | "book" | "article" | "thesis" | "phdthesis" | "mastersthesis"
        | "manual" | "booklet" | "inbook" | "incollection" | "inproceedings" | "proceedings" => {
            "report"
        }
        _ => "",
    }
}

fn url(entry: &BibEntry) -> String {
    let written = |name: &str| {
        entry
            .raw(name)
            .replace("\\_", "_")
            .replace("\\%", "%")
            .replace("\\&", "&")
            .replace("\\#", "#")
    };
    let direct = written("url");
    let howpublished = written("howpublished");
    let found = if direct.is_empty() { howpublished.as_str() } else { direct.as_str() };
    let start = found.find("http").unwrap_or(found.len());
    let end = |c: char| c.is_whitespace() || matches!(c, '{' | '}');
    let address = found[start..].split(end).next().unwrap_or_default();
    match (address, plain(entry.raw("doi"))) {
        ("", doi) if doi.starts_with("http") => doi,
        ("", doi) if !doi.is_empty() => format!("https://doi.org/{doi}"),
        (address, _) => address.to_string(),
    }
}

fn published(entry: &BibEntry, reference: &mut Reference) -> Option<Unit> {
    let date = plain(entry.raw("date"));
    if !date.is_empty() {
        return reference.settle_date("publication", &date);
    }
    let (year, month, day) =
        (plain(entry.raw("year")), plain(entry.raw("month")), plain(entry.raw("day")));
    let text = match (month_number(&month), day.parse::<u32>()) {
        (Some(month), Ok(day)) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), Err(_)) => format!("{year}-{month:02}"),
        (None, _) => year,
    };
    reference.settle_date("publication", &text)
}

fn month_number(month: &str) -> Option<u32> {
    let month = month.trim();
    let word = month.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let number = || month.parse().ok().filter(|month| (1..=12).contains(month));
    dates::month_named(word).or_else(number)
}

/// `Bell, Ann and Dunn, Carl` as `Ann Bell`, `Carl Dunn`; a name in braces is kept whole.
fn people(author: &str) -> Vec<String> {
    parted(author)
        .into_iter()
        .filter(|name| name.trim() != "others")
        .map(|name| match split_name(name) {
            Some((family, given)) => plain(&format!("{given} {family}")),
            None => plain(name),
        })
        .filter(|name| !name.is_empty())
        .collect()
}

/// The first author, if it is no person: BibTeX keeps such a name in braces.
fn corporate(author: &str) -> String {
    let names = parted(author);
    let first = names.first().copied().unwrap_or_default().trim();
    let whole = first.starts_with('{') && first.ends_with('}');
    if whole { plain(first) } else { String::new() }
}

fn parted(author: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0i32, 0);
    for (at, letter) in author.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 && letter.is_whitespace() => {
                let rest = &author[at + letter.len_utf8()..];
                let word = rest
                    .strip_prefix("and")
                    .is_some_and(|after| after.starts_with(char::is_whitespace));
                if word {
                    parts.push(&author[start..at]);
                    start = at + letter.len_utf8() + "and".len();
                }
            }
            _ => {}
        }
    }
    parts.push(&author[start..]);
    parts
}

fn split_name(name: &str) -> Option<(&str, &str)> {
    let mut depth = 0i32;
    let comma = name.char_indices().find(|(_, letter)| {
        depth += i32::from(*letter == '{') - i32::from(*letter == '}');
        *letter == ',' && depth == 0
    })?;
    Some((name[..comma.0].trim(), name[comma.0 + 1..].trim()))
}

struct BibReader<'t> {
    text: &'t str,
    at: usize,
    /// The abbreviations that the file defines.
    strings: Vec<(String, String)>,
    /// How many bytes were put in for them.
    put_in: usize,
}

impl<'t> BibReader<'t> {
    /// The next entry that is a reference; what stands between entries is comment.
    fn entry(&mut self) -> Result<Option<BibEntry>, Unreadable> {
        loop {
            let Some(found) = self.text[self.at..].find('@') else { return Ok(None) };
            self.at += found + 1;
            let kind = self.word().to_lowercase();
            self.blanks();
            let close = match self.peek() {
                Some('{') => '}',
                Some('(') => ')',
                _ => continue,
            };
            let open = self.at;
            self.at += 1;
            match kind.as_str() {
                "comment" | "preamble" => {
                    self.at = open;
                    self.skip_group(close)?;
                }
                "string" => {
                    let fields = self.fields(close, open)?;
                    self.strings.extend(fields);
                }
                _ => {
                    self.blanks();
                    let end = self.text[self.at..].find([',', close]).map(|found| self.at + found);
                    let end = end.ok_or_else(|| self.unclosed(open))?;
                    let key = self.text[self.at..end].trim().to_string();
                    self.at = end;
                    let fields = self.fields(close, open)?;
                    return Ok(Some(BibEntry { kind, key, fields }));
                }
            }
        }
    }

    fn fields(&mut self, close: char, open: usize) -> Result<Vec<(String, String)>, Unreadable> {
        let mut fields = Vec::new();
        loop {
            self.blanks();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(found) if found == close => {
                    self.at += 1;
                    return Ok(fields);
                }
                Some(_) => {
                    let name = self.word().to_lowercase();
                    self.blanks();
                    if name.is_empty() || self.peek() != Some('=') {
                        let reason = "a field is expected here, as in `title = {…},`";
                        return Err(Unreadable::at(self.text, self.at, reason));
                    }
                    self.at += 1;
                    fields.push((name, self.value(open)?));
                }
                None => return Err(self.unclosed(open)),
            }
        }
    }

    /// Pieces joined with `#`: in braces, in quotes, a number, or an abbreviation.
    fn value(&mut self, open: usize) -> Result<String, Unreadable> {
        let mut value = String::new();
        loop {
            self.blanks();
            match self.peek() {
                Some('{') => {
                    let start = self.at;
                    self.skip_group('}')?;
                    value.push_str(&self.text[start + 1..self.at - 1]);
                }
                Some('"') => value.push_str(self.quoted(open)?),
                Some(_) => {
                    let word = self.word();
                    if word.is_empty() {
                        let reason = "a value is expected here, as in `title = {…},`";
                        return Err(Unreadable::at(self.text, self.at, reason));
                    }
                    let known =
                        self.strings.iter().find(|(name, _)| name.eq_ignore_ascii_case(word));
                    let stands_for = known.map_or(word, |(_, value)| value);
                    self.put_in += stands_for.len();
                    if value.len() + stands_for.len() > LONGEST || self.put_in > ALL {
                        let reason = format!("with `{word}` written out the text is too long");
                        return Err(Unreadable::at(self.text, self.at, reason));
                    }
                    value.push_str(stands_for);
                }
                None => return Err(self.unclosed(open)),
            }
            self.blanks();
            if self.peek() != Some('#') {
                return Ok(value);
            }
            self.at += 1;
        }
    }

    fn quoted(&mut self, open: usize) -> Result<&'t str, Unreadable> {
        let start = self.at + 1;
        let mut depth = 0i32;
        let mut escaped = false;
        for (offset, letter) in self.text[start..].char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                '"' if depth == 0 => {
                    self.at = start + offset + 1;
                    return Ok(&self.text[start..start + offset]);
                }
                _ => {}
            }
        }
        Err(self.unclosed(open))
    }

    /// Passes over a group whose brackets lie inside each other.
    fn skip_group(&mut self, close: char) -> Result<(), Unreadable> {
        let open = self.peek().unwrap_or('{');
        let mut depth = 0;
        let mut escaped = false;
        for (offset, letter) in self.text[self.at..].char_indices() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                letter if letter == open => depth += 1,
                letter if letter == close => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += offset + letter.len_utf8();
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        Err(self.unclosed(self.at))
    }

    fn unclosed(&self, open: usize) -> Unreadable {
        Unreadable::at(self.text, open, "what begins here is never closed")
    }

    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn blanks(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn word(&mut self) -> &'t str {
        let rest = &self.text[self.at..];
        let ends = |c: char| c.is_whitespace() || "{}()=,#\"@".contains(c);
        let length = rest.find(ends).unwrap_or(rest.len());
        self.at += length;
        &rest[..length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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
        let read = bibtex(text).unwrap();
        assert_eq!(
            read,
            [Reference {
                key: "dodd_police_2018".into(),
                kind: "news",
                publisher: "The Guardian".into(),
                author: "Vikram Dodd; Alexandra Topping".into(),
                title: "Police chief: tech firms must act on UK abuse images".into(),
                published: Unit::day(2018, 9, 3),
                url: "https://www.theguardian.com/uk-news/2018/sep/03/a_b".into(),
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
        let read = bibtex(text).unwrap();
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
        assert_eq!(read[2].doubts, ["the publication date `soon`"]);
    }

    #[test]
    fn what_is_not_closed_is_told_with_its_line() {
        let error = bibtex("\n@book{a,\n title = {T\n}\n").unwrap_err();
        assert_eq!((error.line, error.reason.as_str()), (2, "what begins here is never closed"));
        assert_eq!(bibtex("@book{a, title {T}}").unwrap_err().line, 1);
        assert_eq!(bibtex("no entries at all"), Ok(vec![]));
    }

    #[test]
    fn abbreviations_do_not_fill_the_memory() {
        let doubled: Vec<String> =
            (1..=40).map(|at| format!("@string{{s{at} = s{} # s{}}}\n", at - 1, at - 1)).collect();
        let doubled = format!("@string{{s0 = {{ab}}}}\n{}", doubled.concat());
        assert_eq!(bibtex(&doubled).unwrap_err().line, 17);
        let long = "a".repeat(60_000);
        let fields = "note = s,".repeat(10_000);
        let many = format!("@string{{s = {{{long}}}}}\n@book{{b, {fields}}}");
        assert_eq!(bibtex(&many).unwrap_err().line, 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "[@a-c{}(),=#\"\\\\ é\n]{0,60}") {
            let _ = bibtex(&text);
            let _ = bibtex(&format!("@book{{a, title = {text}, year = 2018}}"));
        }
    }
}
