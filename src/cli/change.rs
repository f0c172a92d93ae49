//! A change to the files of a project: read, planned, and written whole or not at all. Those who
//! change something at the same time queue on a lock; whoever writes without one is noticed, and
//! the change is planned anew.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::ops::Range;
use std::time::Duration;

use sourceline::chart::mentions::{Named, mentions};
use sourceline::chart::spec::Spec;
use sourceline::check::{brought, check};
use sourceline::dataset::edit::{Editor, Splice, apply};
use sourceline::dataset::layout::{ALL, EVENTS, FIGURES, Layout, SERIES, SOURCES};
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::{Checked, Level, Problem};

use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::project::{self, Project, spec_label};
use super::refusal::Refusal;
use super::screen::{Screen, visible};
use super::write::write;
use super::{diff, report};

/// A spec's label, its text, and where in it something is named.
type Mentions<'g> = (&'g str, &'g str, Vec<Range<usize>>);

/// What a change is planned on.
#[derive(Default, PartialEq)]
pub struct Ground {
    pub files: Files,
    /// The specs of the charts with their labels, where they were asked for.
    pub specs: Vec<(String, Vec<u8>)>,
}

/// What is to become of the files, in the order in which they are written.
#[derive(Default)]
pub struct Plan {
    pub edits: Vec<Edit>,
    /// What is said before it is written.
    pub words: String,
    /// What the change brings that is worth a look, and texts it points into that are no files.
    pub advice: Vec<Problem>,
    pub advice_texts: Vec<(String, Vec<u8>)>,
    /// Errors that were there before and are in nobody's way.
    pub elsewhere: Vec<Problem>,
}

/// The changes of one file, in the order of its text.
pub struct Edit {
    pub file: String,
    pub splices: Vec<Splice>,
}

impl Edit {
    pub fn new(file: &str, splices: Vec<Splice>) -> Edit {
        Edit { file: file.to_string(), splices }
    }
}

pub struct Job<'p> {
    pub project: &'p Project,
    pub dry_run: bool,
    /// Read the specs of the charts, too.
    pub specs: bool,
}

/// Another program may write a file in the middle of a change this often.
const TRIES: usize = 20;

impl Job<'_> {
    /// Plans the change on what the files say now, and makes it. `plan` may be called again: the
    /// files may change before they are written.
    pub fn carry_out(
        &self,
        context: &mut Context,
        mut plan: impl FnMut(&Ground) -> Result<Plan, Failure>,
    ) -> Result<Exit, Failure> {
        let mut ground = self.read()?;
        let mut lock = None;
        for _ in 0..TRIES {
            let planned = plan(&ground)?;
            if self.dry_run || planned.edits.is_empty() {
                self.say_first(context, &ground, &planned)?;
                self.say_after(context, &ground, &planned);
                return Ok(Exit::Fine);
            }
            planned.edits.iter().try_for_each(|edit| self.refuse_if_in_use(&edit.file))?;
            if lock.is_none() {
                lock = Some(self.lock(context)?);
            }
            let now = self.read()?;
            if now == ground {
                self.say_first(context, &ground, &planned)?;
                self.write(&ground, &planned)?;
                self.say_after(context, &ground, &planned);
                return Ok(Exit::Fine);
            }
            ground = now;
        }
        Err(Failure::Restless("data/".into()))
    }

    /// The same for what is planned on the data: its errors are named beside the change.
    pub fn change(
        &self,
        context: &mut Context,
        mut plan: impl FnMut(&Ground, &Checked<Dataset>) -> Result<Plan, Failure>,
    ) -> Result<Exit, Failure> {
        self.carry_out(context, |ground| {
            let read = check(&ground.files, self.project.settings.financial_year_starts);
            let planned = plan(ground, &read)?;
            let mut elsewhere = read.problems;
            elsewhere.retain(|problem| problem.level == Level::Error);
            Ok(Plan { elsewhere, ..planned })
        })
    }

    pub fn read(&self) -> Result<Ground, Failure> {
        let mut specs = Vec::new();
        if self.specs {
            for name in self.project.charts()? {
                let label = spec_label(&name);
                specs.push((label.clone(), project::read(&self.project.root.join(&label))?));
            }
        }
        Ok(Ground { files: self.project.files()?, specs })
    }

    fn write(&self, ground: &Ground, plan: &Plan) -> Result<(), Failure> {
        let mut written: Vec<String> = Vec::new();
        for edit in &plan.edits {
            let path = self.project.root.join(&edit.file);
            let text = apply(ground.text(&edit.file), &edit.splices);
            if let Err(error) = write(&path, &text) {
                let failure = Failure::Write(path, error);
                return Err(match written.is_empty() {
                    true => Failure::Unchanged(Box::new(failure)),
                    false => Failure::Halfway { written, failure: Box::new(failure) },
                });
            }
            written.push(edit.file.clone());
        }
        Ok(())
    }

    /// What was understood is said before anything is written.
    fn say_first(
        &self,
        context: &mut Context,
        ground: &Ground,
        plan: &Plan,
    ) -> Result<(), Failure> {
        elsewhere(&plan.elsewhere, &mut context.err);
        let text_of = |label: &str| match plan.advice_texts.iter().find(|(known, _)| known == label)
        {
            Some((_, text)) => Some(Cow::Borrowed(text.as_slice())),
            None => self.project.text_of(label, Some(&ground.files)),
        };
        report::print(&plan.advice, text_of, &mut context.err);
        context.err.finish().map_err(Failure::Print)?;
        context.out.say(format_args!("{}", plan.words));
        context.out.finish().map_err(Failure::Print)
    }

    fn say_after(&self, context: &mut Context, ground: &Ground, plan: &Plan) {
        for edit in &plan.edits {
            diff::print(&edit.file, ground.text(&edit.file), &edit.splices, &mut context.out);
        }
        let files: Vec<&str> = plan.edits.iter().map(|edit| edit.file.as_str()).collect();
        let files = sourceline::locale::words::list(&files);
        match (files.is_empty(), self.dry_run) {
            (true, _) => context.out.say(format_args!("nothing to change\n")),
            (_, true) => {
                context.out.say(format_args!("would change {files}; nothing was written\n"))
            }
            (_, false) => context.out.say(format_args!("changed {files}\n")),
        }
    }

    /// Waits until nobody else changes the data. The lock is a file of its own: the data files
    /// are replaced, and whoever waits for one of them would hold the old one.
    fn lock(&self, context: &mut Context) -> Result<File, Failure> {
        let path = self.project.root.join("data/.sourceline.lock");
        let opened = File::options().create(true).truncate(false).write(true).open(&path);
        let file = match opened {
            // Somebody else's, which may be held all the same.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                File::open(&path).map_err(|_| error)
            }
            opened => opened,
        };
        let file = file.map_err(|error| Failure::Lock(path.clone(), error))?;
        for _ in 0..200 {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(fs::TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(5)),
                // A disk that knows no locks: the files are compared before they are written.
                Err(fs::TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(file);
                }
                Err(fs::TryLockError::Error(error)) => return Err(Failure::Lock(path, error)),
            }
        }
        context.err.say(format_args!("waiting for another sourceline to finish\n"));
        context.err.finish().map_err(Failure::Print)?;
        file.lock().map_err(|error| Failure::Lock(path, error))?;
        Ok(file)
    }

    /// LibreOffice lays `.~lock.NAME#` beside a file that it has open, and says who has.
    fn refuse_if_in_use(&self, label: &str) -> Result<(), Failure> {
        let path = self.project.root.join(label);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mark = path.with_file_name(format!(".~lock.{name}#"));
        match fs::read_to_string(&mark) {
            Ok(text) => {
                let by = text.split(',').find(|part| !part.trim().is_empty());
                let by = by.map_or(String::new(), |by| format!(", by {}", by.trim()));
                Err(Failure::InUse { file: label.to_string(), by, mark })
            }
            Err(_) => Ok(()),
        }
    }
}

impl Ground {
    /// A file that is not there yet is empty.
    pub fn text(&self, label: &str) -> &[u8] {
        let mut specs = self.specs.iter();
        let spec = || Some(specs.find(|(spec, _)| spec == label)?.1.as_slice());
        self.files.text(label).or_else(spec).unwrap_or_default()
    }

    /// The files with changes made to them, to plan further ones on.
    pub fn with(&self, edits: &[Edit]) -> Ground {
        let text = |label: &str| {
            let splices = edits.iter().find(|edit| edit.file == label);
            apply(self.text(label), splices.map_or(&[], |edit| &edit.splices))
        };
        let events =
            self.files.events.is_some() || edits.iter().any(|edit| edit.file == EVENTS.label);
        let files = Files {
            figures: text(FIGURES.label),
            series: text(SERIES.label),
            sources: text(SOURCES.label),
            events: events.then(|| text(EVENTS.label)),
        };
        let specs = self.specs.iter().map(|(label, _)| (label.clone(), text(label))).collect();
        Ground { files, specs }
    }

    /// The specs that name a row of a file: each with its label, its text and the bytes of the id.
    pub fn mentions(&self, file: &Layout, id: &str) -> Result<Vec<Mentions<'_>>, Refusal> {
        let mut mentioning = Vec::new();
        let named = match file.noun {
            "figure" => Named::Figure,
            "series" => Named::Series,
            "event" => Named::Event,
            // A spec names no source.
            _ => return Ok(mentioning),
        };
        for (label, bytes) in &self.specs {
            if !String::from_utf8_lossy(bytes).contains(id) {
                continue;
            }
            // What is put in place of other signs would move every byte behind it.
            let text = str::from_utf8(bytes).ok();
            let read = text.and_then(|text| Some((text, Spec::read(label, text).value?)));
            let Some((text, spec)) = read else {
                return Err(Refusal::new(format!(
                    "{label} cannot be read, and it may name `{id}`"
                ))
                .hint("mend it first: `sourceline check` tells what is wrong"));
            };
            let found = mentions(&spec, text, named, id);
            if !found.is_empty() {
                mentioning.push((label.as_str(), text, found));
            }
        }
        Ok(mentioning)
    }

    /// Every file with its label, for problems that point into them.
    pub fn texts(&self) -> Vec<(String, Vec<u8>)> {
        let specs = self.specs.iter().map(|(label, _)| label.as_str());
        let labels = ALL.iter().map(|file| file.label).chain(specs);
        labels.map(|label| (label.to_string(), self.text(label).to_vec())).collect()
    }

    /// One of the files, opened for a change. If it cannot be read as a table, nothing can be
    /// changed in it before it is mended.
    pub fn editor<'r, 't>(
        &self,
        read: &'r Checked<Dataset<'t>>,
        file: &Layout,
    ) -> Result<Editor<'r, 't>, Refusal> {
        Editor::of(read, file).map_err(|problems| {
            let label = file.label;
            if problems.is_empty() {
                return Refusal::new(format!("there is no {label}"));
            }
            let message =
                format!("{label} cannot be read as a table, so nothing was changed in it");
            Refusal::problems(problems, self.texts(), &message)
                .hint("`sourceline fix` mends what has one meaning")
        })
    }
}

/// The plan with what it brings: refused if that is an error.
pub fn judged(ground: &Ground, read: &Checked<Dataset>, plan: Plan) -> Result<Plan, Failure> {
    let after = ground.with(&plan.edits);
    let checked = check(&after.files, read.value.financial_month);
    let changes = |file: &str| match plan.edits.iter().find(|edit| edit.file == file) {
        Some(edit) => edit.splices.as_slice(),
        None => &[],
    };
    let brought = brought(&read.problems, checked.problems, changes);
    let (errors, advice): (Vec<_>, Vec<_>) =
        brought.into_iter().partition(|problem| problem.level == Level::Error);
    if !errors.is_empty() {
        let count = report::count(errors.len(), "error", "errors");
        let message = format!("the change would bring {count}, so nothing was written");
        return Err(Refusal::problems(errors, after.texts(), &message).into());
    }
    Ok(Plan { advice, advice_texts: after.texts(), ..plan })
}

/// The same for a row that nothing can name yet.
pub fn judged_unused(
    ground: &Ground,
    read: &Checked<Dataset>,
    plan: Plan,
) -> Result<Plan, Failure> {
    let mut plan = judged(ground, read, plan)?;
    plan.advice.retain(|problem| !problem.rule.starts_with("unused"));
    Ok(plan)
}

/// So many old errors are named; `sourceline check` names them all.
const NAMED: usize = 3;

fn elsewhere(errors: &[Problem], screen: &mut Screen) {
    if errors.is_empty() {
        return;
    }
    let count = report::count(errors.len(), "error", "errors");
    screen.say(format_args!(
        "There are {count} elsewhere, which `sourceline check` tells in full:\n"
    ));
    for problem in errors.iter().take(NAMED) {
        let line = format!("  {}: {}", problem.place, problem.message);
        screen.say(format_args!("{}\n", visible(&line)));
    }
    if errors.len() > NAMED {
        screen.say(format_args!("  and {} more\n", errors.len() - NAMED));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spec_that_is_not_utf8_is_never_spliced() {
        let spec = |title: &[u8]| {
            let rest = b"\"\n[[panels]]\nseries = [{ id = \"nests\", mark = \"points\" }]\n";
            [b"title = \"", title, rest].concat()
        };
        let found = |title: &[u8], id: &str| {
            let specs = vec![("charts/a.toml".to_string(), spec(title))];
            let ground = Ground { specs, ..Ground::default() };
            let found = ground.mentions(&SERIES, id);
            found.map(|found| found.len()).map_err(|refusal| refusal.in_short())
        };
        assert_eq!(found("Café".as_bytes(), "nests"), Ok(1));
        assert_eq!(found(b"Caf\xe9", "boxes"), Ok(0));
        let refused = found(b"Caf\xe9", "nests").unwrap_err();
        assert!(refused.starts_with("charts/a.toml cannot be read, and it may name `nests`"));
    }
}
