//! What git keeps of a project, as the pages of a site tell it.

use std::collections::BTreeMap;

use sourceline::dataset::{DataFile, Dataset, Files};
use sourceline::figure::Unit;
use sourceline::output::settings::{self, Settings};
use sourceline::problem::{Hold, has_errors};
use sourceline::store::{Commit, Folder, NoRevision, RevisionReader, Revisions};
use sourceline::web::{HistoryStep, ShownState, SiteHistory, SpecChange};

use crate::cli::changes::since::{EarlierProject, Since};
use crate::cli::context::{Context, HELD};
use crate::cli::failure::Failure;

/// So many days on which something changed are told of.
const MOST_DAYS: usize = 200;
/// So many revisions are asked for.
const MOST: usize = 20_000;

/// All that is known; nothing where nobody keeps revisions, and where they cannot be read that is told.
pub fn of(project: &Folder, context: &mut Context) -> Result<SiteHistory, Failure> {
    match read(project) {
        Ok(history) => history,
        Err(NoRevision::NoRepository | NoRevision::NothingCommitted) => Ok(SiteHistory::default()),
        Err(why) => {
            context.err.say(format_args!("the pages do not tell what changed when: {why}\n"));
            Ok(SiteHistory::default())
        }
    }
}

fn read(project: &Folder) -> Result<Result<SiteHistory, Failure>, NoRevision> {
    let revisions = Revisions::of(&project.root)?;
    let commits = revisions.of_inputs(MOST)?;
    let begins_later = commits.len() == MOST;
    let Some(last) = commits.first() else { return Ok(Ok(SiteHistory::default())) };
    let whole = match is_now(project, &revisions, last) {
        Ok(whole) => whole,
        Err(failure) => return Ok(Err(failure)),
    };
    let shown = day(last).map(|day| ShownState { revision: last.short().to_string(), day, whole });
    let mut days = last_of_each_day(&commits);
    let begins_later = begins_later || days.len() > MOST_DAYS;
    days.drain(..days.len().saturating_sub(MOST_DAYS + 1));
    let mut past = PastData { reader: revisions.reader()?, read: None, specs: BTreeMap::new() };
    let mut steps = Vec::new();
    for (place, (day, commit)) in days.iter().enumerate() {
        let (rows, now) = (past.rows(commit)?, specs(&revisions, commit)?);
        let specs = past.specs_changed(now);
        // The oldest is what the one after it is held against.
        if place > 0 || !begins_later {
            steps.push(HistoryStep { day: *day, rows, specs });
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.reverse();
    Ok(Ok(SiteHistory { shown, steps, begins_later }))
}

/// The states at the ends of days, the first first. What was made earlier than what it follows came
/// with that.
fn last_of_each_day(commits: &[Commit]) -> Vec<(Unit, &Commit)> {
    let mut days: Vec<(Unit, &Commit)> = Vec::new();
    for commit in commits.iter().rev() {
        let Some(own) = day(commit) else { continue };
        match days.last_mut() {
            Some((day, last)) if own.span().start <= day.span().start => *last = commit,
            _ => days.push((own, commit)),
        }
    }
    days
}

/// Does the disk say what the revision says?
fn is_now(project: &Folder, revisions: &Revisions, last: &Commit) -> Result<bool, Failure> {
    let since = Since { words: String::new(), commit: last.clone() };
    let then = EarlierProject::at(revisions, since)?;
    let (files, specs) = (project.files()?, project.spec_texts()?);
    Ok(then.is_some_and(|then| then.is_now(project, &files, &specs)))
}

fn day(commit: &Commit) -> Option<Unit> {
    Unit::parse(&commit.day).ok()
}

/// The specs of a revision, each with the name of its content.
fn specs(revisions: &Revisions, commit: &Commit) -> Result<BTreeMap<String, String>, NoRevision> {
    let all = revisions.contents(&commit.id, "charts")?.into_iter();
    let spec = |path: String| {
        let name = path.strip_prefix("charts/")?.strip_suffix(".toml")?;
        (!name.starts_with('.')).then(|| name.to_string())
    };
    Ok(all.filter_map(|(path, content)| Some((spec(path)?, content))).collect())
}

/// The last state that was looked at.
struct PastData {
    reader: RevisionReader,
    /// The last whose data were in order, with the month in which its years start.
    read: Option<(Files, u32)>,
    specs: BTreeMap<String, String>,
}

impl PastData {
    /// The figures that are not as they were. Of the first state there is, all are new, which nobody
    /// need be told; what is in disorder is passed over.
    fn rows(&mut self, commit: &Commit) -> Result<Vec<sourceline::export::ChangeRow>, NoRevision> {
        let Some(files) = self.reader.files(&commit.id)? else { return Ok(Vec::new()) };
        let text = self.reader.file(&commit.id, settings::FILE)?.unwrap_or_default();
        let settings = Settings::parse(&String::from_utf8_lossy(&text), &mut Vec::new());
        let month = settings.financial_year_starts;
        let alike = |(old, of): &(Files, u32)| {
            *of == month
                && DataFile::ALL
                    .iter()
                    .all(|file| old.text(file.label()) == files.text(file.label()))
        };
        if self.read.as_ref().is_some_and(alike) {
            return Ok(Vec::new());
        }
        let now = Dataset::read_holding(&files, month, Hold::First(HELD)).0;
        if has_errors(&now.problems) {
            return Ok(Vec::new());
        }
        let rows = match &self.read {
            None => Vec::new(),
            Some((old, of)) => {
                let then = Dataset::read_holding(old, *of, Hold::First(HELD)).0;
                HistoryStep::rows_between(&then.value, &now.value)
            }
        };
        drop(now);
        self.read = Some((files, month));
        Ok(rows)
    }

    fn specs_changed(&mut self, now: BTreeMap<String, String>) -> Vec<(String, SpecChange)> {
        let change = |(name, content): (&String, &String)| {
            let how = match self.specs.get(name) {
                None => SpecChange::First,
                Some(old) if old == content => return None,
                Some(_) => SpecChange::Other,
            };
            Some((name.clone(), how))
        };
        let changed = now.iter().filter_map(change).collect();
        self.specs = now;
        changed
    }
}
