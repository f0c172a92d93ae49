//! RIS, as Zotero, Mendeley, EndNote and libraries export it.

use super::unheld::FieldUse;
use super::{Behind, Listed, Reference, Unreadable, address, kind, names};
use crate::figure::{Grain, Unit};

/// Every record of a RIS file.
pub fn ris(text: &str) -> Listed {
    let mut listed = Listed::default();
    let mut open: Option<RisRecord> = None;
    for (at, line) in text.lines().enumerate() {
        let number = at + 1;
        let refuse =
            |key: &str, reason: String| Unreadable { line: number, key: key.to_string(), reason };
        match (tagged(line), &mut open) {
            (Some(("TY", kind)), _) => {
                if let Some(record) = open.take() {
                    let mut reference = record.reference();
                    reference.doubt("", "it has no end, which is `ER  -`");
                    listed.references.push(reference);
                }
                open = Some(RisRecord { line: number, kind, fields: Vec::new() });
            }
            (Some(("ER", _)), _) => match open.take() {
                Some(record) => listed.references.push(record.reference()),
                None => {
                    let reason = "a record ends here, and none has begun with `TY  -`";
                    listed.unread.push(refuse("", reason.to_string()));
                }
            },
            (Some((tag, value)), Some(record)) => {
                record.fields.push((tag, value.to_string()));
            }
            (None, Some(record)) if !line.trim().is_empty() => match record.fields.last_mut() {
                Some((_, value)) => *value += &format!(" {}", line.trim()),
                None => {
                    let reason =
                        format!("`{}` is no line of RIS, such as `TI  - title`", line.trim());
                    listed.unread.push(refuse("", reason));
                }
            },
            // What databases write above their records.
            _ => {}
        }
    }
    if let Some(record) = open {
        let mut reference = record.reference();
        reference.doubt("", "it has no end, which is `ER  -`");
        listed.references.push(reference);
    }
    listed
}

/// Is it a line of RIS with this tag?
pub(super) fn begins_record(line: &str) -> bool {
    tagged(line).is_some_and(|(tag, _)| tag == "TY")
}

/// `TI  - title`: a tag of a letter and a letter or digit, blanks, a hyphen, and a value.
fn tagged(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_end();
    let tag = line.get(..2)?;
    let mut letters = tag.bytes();
    let is_tag = letters.next()?.is_ascii_uppercase()
        && letters.next().is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let value = line[2..].strip_prefix(' ')?.trim_start().strip_prefix('-')?;
    is_tag.then_some((tag, value.trim()))
}

struct RisRecord<'t> {
    line: usize,
    kind: &'t str,
    fields: Vec<(&'t str, String)>,
}

/// What is read of a record.
const FIELDS: FieldUse = FieldUse {
    form: &["AU", "A1", "PY", "Y1", "DA", "Y2", "M3", "C1", "C2", "ID", "RN", "RD"],
    texts: &[
        "TI", "T1", "BT", "CT", "ST", "T2", "JF", "JO", "JA", "J1", "J2", "T3", "PB", "UR", "L1",
        "L2", "LK", "DO", "N1", "AV", "DB", "DP",
    ],
};

impl RisRecord<'_> {
    fn all(&self, tag: &str) -> Vec<&str> {
        let said = self.fields.iter().filter(|(own, value)| *own == tag && !value.is_empty());
        said.map(|(_, value)| value.as_str()).collect()
    }

    /// The first of the tags that says something.
    fn first(&self, tags: &[&str]) -> &str {
        let mut said = tags.iter().flat_map(|tag| self.all(tag));
        said.next().unwrap_or_default()
    }

    fn reference(&self) -> Reference {
        let people: Vec<&str> = ["AU", "A1"].into_iter().flat_map(|tag| self.all(tag)).collect();
        let named: Vec<String> = people.iter().map(|name| in_full(name)).collect();
        let title = self.first(&["TI", "T1", "BT", "CT", "ST"]);
        let journal = self.first(&["T2", "JF", "JO", "JA", "J2", "J1", "T3"]);
        let mut reference = Reference {
            key: self.first(&["ID"]).to_string(),
            line: self.line,
            title: title.to_string(),
            author: names(&named),
            note: self.all("N1").join(" "),
            licence: custom(self.first(&["C1"]), "licence"),
            origin: custom(self.first(&["C2"]), "origin"),
            archive_url: address::found_in(self.first(&["AV"])).to_string(),
            ..Reference::default()
        };
        let book = self.first(&["BT"]);
        let appeared_in = if journal.is_empty() && book != title { book } else { journal };
        let (published, has_day) = self.published(&mut reference);
        reference.kind = self.kind(appeared_in, has_day, &mut reference);
        let url = self.url();
        reference.url = reference.settle_url(&url);
        let corporate = people.first().filter(|name| is_body(name)).map(|name| in_full(name));
        reference.settle_publisher(&Behind {
            named: self.first(&["PB"]),
            appeared_in,
            corporate: &corporate.unwrap_or_default(),
            copy: self.first(&["DB", "DP"]),
        });
        reference.published = published;
        let accessed = self.first(&["Y2"]);
        reference.accessed = settle(&mut reference, "accessed", accessed);
        let said = self.fields.iter().map(|(tag, value)| (*tag, value.clone()));
        FIELDS.note(&mut reference, said);
        reference
    }

    fn kind(&self, journal: &str, has_day: bool, reference: &mut Reference) -> String {
        let said = self.first(&["M3"]);
        let numbered = !self.first(&["VL", "IS", "DO"]).is_empty();
        if matches!(self.kind, "JOUR" | "EJOUR") {
            let (kind, doubt) = kind::of_article(journal, numbered, has_day);
            doubt.into_iter().for_each(|doubt| reference.doubt("kind", doubt));
            return kind::settle(kind, said).to_string();
        }
        let known = kind::KINDS.iter().rev().find(|kind| kind.ris.contains(&self.kind));
        let of_type = known.map_or("", |kind| kind.word);
        let settled = kind::settle(of_type, said);
        if settled.is_empty() {
            let kind = self.kind;
            reference.doubt("kind", format!("the type `{kind}` is no kind, which is left empty"));
        }
        settled.to_string()
    }

    fn url(&self) -> String {
        let direct = self.first(&["UR", "L2", "LK", "L1"]);
        match (direct, address::of_doi(self.first(&["DO"]))) {
            ("", doi) => doi,
            // EndNote has several in one.
            (direct, _) => match address::found_in(direct) {
                "" => direct.to_string(),
                found => found.to_string(),
            },
        }
    }

    /// The date, and whether it has a day. `DA` says more than `PY`, but may leave out the year.
    fn published(&self, reference: &mut Reference) -> (Option<Unit>, bool) {
        let year = self.first(&["PY", "Y1"]);
        let date = self.first(&["DA"]);
        let has_year = date.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4);
        let only_year = year.split('/').next().unwrap_or_default();
        let text = match (date, has_year) {
            ("", _) => year.to_string(),
            (date, true) => date.to_string(),
            (date, false) => format!("{date} {only_year}"),
        };
        let unit = settle(reference, "published", &text);
        let said = Unit::parse(only_year.trim()).ok().map(|year| year.span().start.year());
        if let (Some(year), Some(unit)) = (said, unit)
            && unit.span().start.year() != year
        {
            let words = format!("the list also says {year}: {unit} is kept");
            reference.doubt("published", words);
        }
        (unit, unit.is_some_and(|unit| unit.grain() == Grain::Day))
    }
}

/// `2018/09/03/` and what stands behind it, or any other date.
fn settle(reference: &mut Reference, column: &'static str, text: &str) -> Option<Unit> {
    let parts: Vec<&str> = text.splitn(4, '/').map(str::trim).collect();
    let is_year = parts[0].len() == 4 && parts[0].bytes().all(|byte| byte.is_ascii_digit());
    if !is_year || parts.len() < 2 {
        return reference.settle_date(column, text);
    }
    let known: Vec<&str> = parts.iter().take(3).copied().filter(|part| !part.is_empty()).collect();
    let beside = parts.get(3).copied().unwrap_or_default();
    if matches!(beside, "Q1" | "Q2" | "Q3" | "Q4" | "Q1~" | "Q2~" | "Q3~" | "Q4~") {
        return Unit::parse(&format!("{}-{beside}", parts[0])).ok();
    }
    let unit = reference.settle_date(column, &known.join("-"))?;
    match beside.to_lowercase().trim_end_matches('.') {
        "" => Some(unit),
        "~" | "approximately" | "approx" | "circa" | "c" | "ca" | "about" => {
            Some(unit.approximately())
        }
        _ => {
            reference.doubt(column, format!("the words `{beside}` beside {unit} are left out"));
            Some(unit)
        }
    }
}

/// `Bell, Ann, Jr` as `Ann Bell Jr`; a body may end in a comma.
pub(super) fn in_full(name: &str) -> String {
    let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        _ if is_body(name) => name.trim().trim_end_matches(',').to_string(),
        [family, given] => format!("{given} {family}"),
        [family, given, suffix] => format!("{given} {family} {suffix}"),
        _ => name.trim().to_string(),
    }
}

/// People have their family name, a comma and something else.
pub(super) fn is_body(name: &str) -> bool {
    let name = name.trim();
    !name.contains(',') || name.ends_with(',')
}

/// `licence: OGL` under a tag that everybody fills as they like.
fn custom(value: &str, name: &str) -> String {
    let rest = value.strip_prefix(name).and_then(|rest| rest.strip_prefix(": "));
    rest.unwrap_or_default().to_string()
}
