//! The state of the project that the present is held against.

use sourceline::dataset::Files;
use sourceline::figure::{Day, Unit};
use sourceline::locale::EN_GB;
use sourceline::output::catalogue::spec_label;
use sourceline::output::font_files::FontFiles;
use sourceline::output::settings::{self, Settings};
use sourceline::problem::Problem;
use sourceline::store::{Commit, Folder, NoRevision, RevisionReader, Revisions, SpecText};

use crate::cli::as_of::today;
use crate::cli::failure::Failure;
use crate::cli::said::date;

/// Since when changes are told.
pub struct Since {
    /// As a sentence goes on after `since`: `30 June 2026`.
    pub words: String,
    /// The state it is held against.
    pub commit: Commit,
}

/// A project as it was.
pub struct EarlierProject {
    pub since: Since,
    pub files: Files,
    pub settings: String,
    /// What the settings set pictures in: the path and the bytes of each file.
    pub fonts: Vec<(String, Vec<u8>)>,
    pub specs: Vec<(String, Result<String, Vec<Problem>>)>,
}

impl EarlierProject {
    /// What was asked for; without a word, the last state that is another.
    pub fn find(
        project: &Folder,
        files: &Files,
        specs: &[SpecText],
        since: Option<&str>,
    ) -> Result<EarlierProject, Failure> {
        let revisions = Revisions::of(&project.root).map_err(without_git)?;
        if let Some(text) = since {
            let since = named(&revisions, text)?;
            return EarlierProject::at(&revisions, since)?.ok_or_else(|| {
                Failure::Usage(format!("`{text}` is before the project had data/figures.csv"))
            });
        }
        let head = revisions.named("HEAD").map_err(without_git)?;
        let since = Since { words: "the last commit".to_string(), commit: head };
        let last = EarlierProject::at(&revisions, since)?;
        if let Some(last) = last.filter(|last| !last.is_now(project, files, specs)) {
            return Ok(last);
        }
        let changed = revisions.last_change().map_err(without_git)?;
        let parent = changed.and_then(|commit| commit.parents.first().cloned());
        let earlier = match parent {
            None => None,
            Some(id) => {
                let commit = revisions.named(&id).map_err(without_git)?;
                let since = Since { words: day_of(&commit), commit };
                EarlierProject::at(&revisions, since)?
            }
        };
        earlier.ok_or_else(|| {
            Failure::Usage("nothing was changed since the project was first committed".to_string())
        })
    }

    /// The project of a revision, unless it had none.
    pub fn at(revisions: &Revisions, since: Since) -> Result<Option<EarlierProject>, Failure> {
        let mut reader = revisions.reader().map_err(without_git)?;
        let id = &since.commit.id;
        let Some(files) = reader.files(id).map_err(without_git)? else { return Ok(None) };
        let settings = text(&mut reader, id, settings::FILE)?.unwrap_or_default();
        let font = Settings::parse(&settings, &mut Vec::new()).font;
        let mut fonts = Vec::new();
        for path in font.iter().flat_map(FontFiles::paths) {
            let bytes = reader.file(id, path).map_err(without_git)?;
            fonts.extend(bytes.map(|bytes| (path.to_string(), bytes)));
        }
        let mut specs = Vec::new();
        for path in revisions.names(id, "charts").map_err(without_git)? {
            let name = path.strip_prefix("charts/").and_then(|name| name.strip_suffix(".toml"));
            let Some(name) = name.filter(|name| !name.starts_with('.')) else { continue };
            if let Some(text) = text(&mut reader, id, &spec_label(name))? {
                specs.push((name.to_string(), Ok(text)));
            }
        }
        Ok(Some(EarlierProject { since, files, settings, fonts, specs }))
    }

    /// What cannot be read can be held against nothing.
    pub fn is_unreadable(&self) -> Failure {
        let commit = &self.since.commit;
        Failure::Usage(format!(
            "the data of {} “{}” are in disorder, so that what changed since is not known; `--since` an \
             earlier or a later one, `git log --oneline -- data` names them",
            commit.short(),
            commit.subject
        ))
    }

    /// Does the disk say the same?
    pub fn is_now(&self, project: &Folder, files: &Files, specs: &[SpecText]) -> bool {
        let settings = project.text(settings::FILE).unwrap_or_default();
        self.files == *files && self.settings == settings && self.specs == specs
    }
}

fn text(reader: &mut RevisionReader, id: &str, path: &str) -> Result<Option<String>, Failure> {
    let bytes = reader.file(id, path).map_err(without_git)?;
    Ok(bytes.and_then(|bytes| String::from_utf8(bytes).ok()))
}

/// A date, or else a revision.
fn named(revisions: &Revisions, typed: &str) -> Result<Since, Failure> {
    if let Ok(unit) = Unit::parse(typed) {
        return on(revisions, unit);
    }
    match revisions.named(typed) {
        Ok(commit) => Ok(Since { words: day_of(&commit), commit }),
        Err(NoRevision::Unknown(_)) => match date(Some(typed)) {
            Ok(Some(unit)) => on(revisions, unit),
            Ok(None) => Err(Failure::Usage("--since needs a date or a revision".to_string())),
            Err(no_date) => Err(Failure::Usage(format!(
                "git knows no revision `{typed}`, and as a date it is not clear: {}. Revisions are \
                 tags, commits and such as HEAD~3: `git log --oneline` names them",
                no_date.in_short()
            ))),
        },
        Err(other) => Err(without_git(other)),
    }
}

fn on(revisions: &Revisions, unit: Unit) -> Result<Since, Failure> {
    let day: Day = unit.span().start;
    if today().is_some_and(|today| today < day) {
        return Err(Failure::Usage(format!(
            "{} lies ahead: say a day until today, from whose beginning on changes are told; or leave \
             --since out for what was changed last",
            EN_GB.day(day)
        )));
    }
    match revisions.before(day) {
        Ok(commit) => Ok(Since { words: EN_GB.day(day), commit }),
        Err(NoRevision::NoneBefore(first)) => Err(Failure::Usage(format!(
            "nothing of the project had been committed before {}: say a day after {}, or the first \
             commit itself, --since {}",
            EN_GB.day(day),
            day_of(&first),
            first.short()
        ))),
        Err(other) => Err(without_git(other)),
    }
}

fn day_of(commit: &Commit) -> String {
    Unit::parse(&commit.day).map_or_else(|_| commit.day.clone(), |day| EN_GB.date(day))
}

fn without_git(why: NoRevision) -> Failure {
    Failure::Usage(format!("what the project was is not known: {why}"))
}
