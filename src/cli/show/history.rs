//! What became of a row, as far as git knows: in plain words, the first first.

use std::collections::HashMap;

use serde_json::{Value, json};
use sourceline::dataset::DataFile;
use sourceline::dataset::one_row::{RowCells, row_of, same_but_for_its_id};
use sourceline::figure::Unit;
use sourceline::locale::EN_GB;
use sourceline::store::{Commit, NoRevision, RevisionReader, Revisions};

use super::findings::TextLine;
use super::trace::Inquiry;
use crate::cli::verify::words::{ChangedWords, changed_words};

/// What was done to a row at once.
pub struct RowDeed {
    /// `None` of what is not committed yet.
    commit: Option<Commit>,
    /// In plain words, one for each cell.
    told: Vec<String>,
}

/// What git calls the last that was committed.
const HEAD: &str = "HEAD";

/// What was done to the row of an id, from the first on.
pub fn history(inquiry: &Inquiry, file: DataFile, id: &str) -> Result<Vec<RowDeed>, NoRevision> {
    let revisions = Revisions::of(&inquiry.project.root)?;
    let mut past = Past { reader: revisions.reader()?, file, rows: HashMap::new() };
    let commits = revisions.of_path(file.label())?;
    let mut deeds = Vec::new();
    let mut id = id.to_string();
    let now = inquiry.files.text(file.label()).and_then(|bytes| row_of(file, bytes, &id));
    let committed = past.row(HEAD, &id)?;
    if now != committed {
        let mut told = told(file, committed.as_ref(), now.as_ref());
        if committed.is_none()
            && let Some(row) = &now
            && let Some(old) = past.called_before(HEAD, row, inquiry.files.text(file.label()))?
        {
            told = vec![format!("renamed from {old}")];
            id = old;
        }
        deeds.push(RowDeed { commit: None, told });
    }
    for commit in commits {
        let row = past.row(&commit.id, &id)?;
        let mut before: Vec<Option<RowCells>> = Vec::new();
        for parent in &commit.parents {
            before.push(past.row(parent, &id)?);
        }
        if before.contains(&row) || before.is_empty() && row.is_none() {
            continue;
        }
        let parent = commit.parents.first().cloned();
        let earlier = before.into_iter().next().flatten();
        let mut told = told(file, earlier.as_ref(), row.as_ref());
        if let (Some(row), None, Some(parent)) = (&row, &earlier, parent) {
            let now = past.file(&commit.id)?;
            if let Some(old) = past.called_before(&parent, row, now.as_deref())? {
                told = vec![format!("renamed from {old}")];
                id = old;
            }
        }
        deeds.push(RowDeed { commit: Some(commit), told });
    }
    deeds.reverse();
    Ok(deeds)
}

/// The file as it was, and rows of it.
struct Past {
    reader: RevisionReader,
    file: DataFile,
    /// By revision and id.
    rows: HashMap<(String, String), Option<RowCells>>,
}

impl Past {
    fn file(&mut self, revision: &str) -> Result<Option<Vec<u8>>, NoRevision> {
        self.reader.file(revision, self.file.label())
    }

    fn row(&mut self, revision: &str, id: &str) -> Result<Option<RowCells>, NoRevision> {
        let key = (revision.to_string(), id.to_string());
        if let Some(known) = self.rows.get(&key) {
            return Ok(known.clone());
        }
        let row = self.file(revision)?.and_then(|bytes| row_of(self.file, &bytes, id));
        self.rows.insert(key, row.clone());
        Ok(row)
    }

    /// The id of a row that says the same in an older revision, and is not there any more.
    fn called_before(
        &mut self,
        revision: &str,
        row: &RowCells,
        now: Option<&[u8]>,
    ) -> Result<Option<String>, NoRevision> {
        let old = self.file(revision)?;
        let old = old.and_then(|bytes| same_but_for_its_id(self.file, &bytes, row));
        let is_gone = |id: &String| now.is_some_and(|now| row_of(self.file, now, id).is_none());
        Ok(old.filter(is_gone))
    }
}

/// The columns that say what a figure claims.
const CLAIM: [&str; 7] = ["value", "low", "high", "qualifier", "formula", "period", "source"];

fn told(file: DataFile, before: Option<&RowCells>, after: Option<&RowCells>) -> Vec<String> {
    match (before, after) {
        (None, None) => Vec::new(),
        (Some(_), None) => vec!["removed".to_string()],
        (None, Some(row)) => {
            let cell = |name: &&str| row.iter().find(|(column, _)| column == name);
            let said = CLAIM.iter().filter_map(cell).filter(|(_, text)| text != "exact");
            let said: Vec<String> = said.map(|(column, text)| format!("{column} {text}")).collect();
            vec![match file == DataFile::Figures && !said.is_empty() {
                true => format!("added, with {}", said.join(", ")),
                false => "added".to_string(),
            }]
        }
        (Some(before), Some(after)) => changed(before, after),
    }
}

/// A cell of fewer letters is told whole.
const SHORT: usize = 60;

fn changed(before: &RowCells, after: &RowCells) -> Vec<String> {
    let cell = |row: &RowCells, name: &str| -> String {
        let found = row.iter().find(|(column, _)| *column == name);
        found.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut columns: Vec<&'static str> = after.iter().map(|(column, _)| *column).collect();
    columns
        .extend(before.iter().map(|(column, _)| *column).filter(|one| cell(after, one).is_empty()));
    let mut told = Vec::new();
    for column in columns {
        let (was, is) = (cell(before, column), cell(after, column));
        let long = was.chars().count() > SHORT && is.chars().count() > SHORT;
        match (was.is_empty(), is.is_empty()) {
            _ if was == is => {}
            (true, _) => told.push(format!("{column} added: {is}")),
            (_, true) => told.push(format!("{column} taken away; it said {was}")),
            _ if long => {
                let changes = changed_words(&was, &is).into_iter();
                told.extend(changes.map(|ChangedWords { was, is }| {
                    format!("{column}: “{is}” in place of “{was}”")
                }));
            }
            _ => told.push(format!("{column}: {is} in place of {was}")),
        }
    }
    told
}

/// For people, with its head.
pub fn text(found: &Result<Vec<RowDeed>, NoRevision>) -> Vec<TextLine> {
    let mut lines = vec![TextLine::Blank, TextLine::Head("History of the row".into())];
    let deeds = match found {
        Err(why) => {
            lines.push(TextLine::Plain(format!("nothing is known of it: {why}")));
            return lines;
        }
        Ok(deeds) if deeds.is_empty() => {
            let none = "git knows nothing of it: its file was never committed";
            lines.push(TextLine::Plain(none.into()));
            return lines;
        }
        Ok(deeds) => deeds,
    };
    for deed in deeds {
        let told = deed.told.join("; ");
        match &deed.commit {
            None => lines.push(TextLine::Labelled("not committed", told)),
            Some(commit) => {
                let day = Unit::parse(&commit.day);
                let day = day.map_or_else(|_| commit.day.clone(), |day| EN_GB.short_date(day));
                let by = format!("{}, {} “{}”", commit.author, commit.short(), commit.subject);
                lines.push(TextLine::Dated(day, format!("{told} (by {by})")));
            }
        }
    }
    lines
}

/// For programs; null where nothing is known.
pub fn json(found: &Result<Vec<RowDeed>, NoRevision>) -> Value {
    let Ok(deeds) = found else { return Value::Null };
    let one = |deed: &RowDeed| match &deed.commit {
        None => json!({ "committed": false, "changes": deed.told }),
        Some(commit) => json!({
            "committed": true,
            "day": commit.day,
            "author": commit.author,
            "commit": commit.id,
            "subject": commit.subject,
            "changes": deed.told,
        }),
    };
    Value::Array(deeds.iter().map(one).collect())
}
