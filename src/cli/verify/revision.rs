//! Documents as git keeps them: `HEAD~3`, `v1.2:reports/report.docx`.

use std::path::Path;

use sourceline::documents::{self, DocumentKind};
use sourceline::store::{Commit, NoRevision, RevisionReader, Revisions};

use super::document::{Judges, Looked, charts_of};
use super::row::VerdictRow;

/// What was typed as a path, where no file has that name: a revision, and what of it is looked at.
pub struct AtRevision {
    revisions: Revisions,
    commit: Commit,
    /// As it was typed.
    name: String,
    /// From the folder of the project.
    path: String,
}

impl AtRevision {
    /// A file or folder of that name comes first: `NAME:` is the revision alone.
    pub fn of(root: &Path, typed: &Path) -> Option<Result<AtRevision, String>> {
        let typed_words = typed.to_str()?;
        if typed.symlink_metadata().is_ok() {
            return None;
        }
        let (name, path) = typed_words.split_once(':').unwrap_or((typed_words, ""));
        // Whoever types those means a revision.
        let is_meant = typed_words.contains([':', '~', '^', '@']) && !typed_words.contains('\\');
        let told = |why: &NoRevision| format!("no file has this name, and {why}");
        let revisions = match Revisions::of(root) {
            Ok(revisions) => revisions,
            Err(why) => return is_meant.then(|| Err(told(&why))),
        };
        match revisions.named(name) {
            Ok(commit) => {
                let path = if path.is_empty() { "." } else { path }.to_string();
                Some(Ok(AtRevision { revisions, commit, name: name.to_string(), path }))
            }
            Err(why) => is_meant.then(|| Err(told(&why))),
        }
    }

    pub fn rows(&self, judges: Judges, without: &mut Vec<String>) -> Vec<VerdictRow> {
        let AtRevision { revisions, commit, name, path } = self;
        let shown = |path: &str| format!("{name}:{path}");
        let untold = |path: &str, why: String| VerdictRow::untold(Path::new(&shown(path)), why);
        let read = revisions
            .files_under(&commit.id, path)
            .and_then(|files| Ok((files, revisions.reader()?)));
        let (files, mut reader) = match read {
            Ok(both) => both,
            Err(why) => return vec![untold(path, why.to_string())],
        };
        let is_named = matches!(&files[..], [only] if only == path);
        if files.is_empty() {
            let why = "the revision has no such file or folder of the project";
            return vec![untold(path, why.into())];
        }
        let is_looked_at = |file: &&String| is_named || DocumentKind::named(file).is_some();
        let mut rows = Vec::new();
        for file in files.iter().filter(is_looked_at) {
            let looked = looked(&mut reader, &commit.id, file);
            rows.extend(charts_of(judges, Path::new(&shown(file)), looked, is_named, without));
        }
        rows
    }
}

fn looked(reader: &mut RevisionReader, commit: &str, file: &str) -> Looked {
    let bytes = reader.file(commit, file).map_err(|why| why.to_string())?;
    let bytes = bytes.ok_or("the revision does not have it")?;
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut beside = |address: &str| {
        let path = if folder.is_empty() { address.into() } else { format!("{folder}/{address}") };
        reader.file(commit, &path).ok().flatten()
    };
    let found = documents::find(file, &bytes, &mut beside).map_err(|why| why.to_string())?;
    Ok((bytes, found))
}
