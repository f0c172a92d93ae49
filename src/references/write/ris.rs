//! RIS: a value is one line, whatever breaks it has.

use super::super::Reference;
use super::super::people::{AuthorName, named};
use super::{behind, row_of, type_in_words};
use crate::dataset::encoding::breaks_line;
use crate::figure::{Grain, Unit};

/// All of them as records.
pub fn ris(references: &[Reference]) -> String {
    references.iter().map(record).collect()
}

fn record(reference: &Reference) -> String {
    let behind = behind(reference);
    let custom = |name: &str, value: &str| match value {
        "" => String::new(),
        value => format!("{name}: {value}"),
    };
    let mut lines = vec![
        ("TY", row_of(reference).map_or("GEN", |row| row.ris[0]).to_string()),
        ("ID", reference.key.clone()),
        ("TI", reference.title.clone()),
    ];
    lines.extend(named(&reference.author).into_iter().map(|name| ("AU", author(name))));
    lines.extend([
        ("T2", behind.appeared_in.to_string()),
        ("PB", behind.named.to_string()),
        ("DB", behind.copy.to_string()),
        ("M3", type_in_words(reference).to_string()),
        ("PY", reference.published.map_or(String::new(), year)),
        ("DA", reference.published.map_or(String::new(), date)),
        ("UR", reference.url.clone()),
        ("Y2", reference.accessed.map_or(String::new(), date)),
        ("AV", reference.archive_url.clone()),
        ("C1", custom("licence", &reference.licence)),
        ("C2", custom("origin", &reference.origin)),
        ("N1", reference.note.clone()),
    ]);
    let said = lines.into_iter().filter(|(_, value)| !value.is_empty());
    let one_line = |value: &str| value.split(breaks_line).collect::<Vec<_>>().join(" ");
    let lines: String =
        said.map(|(tag, value)| format!("{tag}  - {}\n", one_line(&value))).collect();
    format!("{lines}ER  - \n\n")
}

/// A comma tells people from bodies, so that a body ends in one.
fn author(name: AuthorName) -> String {
    match name {
        AuthorName::Person(given, family) => format!("{family}, {given}"),
        AuthorName::Body(body) => format!("{body},"),
        AuthorName::Others => "et al.,".to_string(),
    }
}

fn year(unit: Unit) -> String {
    format!("{:04}", unit.span().start.year())
}

/// `2018/09/03/`, with words behind the last stroke.
fn date(unit: Unit) -> String {
    let first = unit.span().start;
    let (year, month, day) = (first.year(), first.month(), first.day_of_month());
    let beside = if unit.is_approximate() { "approximately" } else { "" };
    match unit.grain() {
        Grain::Year => format!("{year:04}///{beside}"),
        Grain::Quarter => {
            let about = if unit.is_approximate() { "~" } else { "" };
            format!("{year:04}///Q{}{about}", month.div_ceil(3))
        }
        Grain::Month => format!("{year:04}/{month:02}//{beside}"),
        Grain::Day => format!("{year:04}/{month:02}/{day:02}/{beside}"),
    }
}
