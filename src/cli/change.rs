//! A change to the files of a project: read, planned, and written whole or not at all. Those who
//! change something at the same time queue on a lock; whoever writes without one is noticed, and
//! the change is planned anew.

use std::borrow::Cow;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use sha2::{Digest, Sha256};
use sourceline::chart::mentions::{self, Named};
use sourceline::chart::spec::Spec;
use sourceline::check::{brought_holding, check_holding};
use sourceline::dataset::edit::{Editor, apply};
use sourceline::dataset::layout::Layout;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::problem::{Checked, Hold, Level, Problem, Rule};
use sourceline::store::{DataLock, FileEdit, Folder, Groundwork};

use super::ask::Decision;
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::screen::{Screen, visible};
use super::{diff, report};

/// A spec's label, its text, and where in it something is named.
type Mentions<'g> = (&'g str, &'g str, Vec<Range<usize>>);

/// What is to become of the files, in the order in which they are written.
#[derive(Default)]
pub struct Plan {
    pub edits: Vec<FileEdit>,
    /// What is said before it is written.
    pub words: String,
    /// The columns that files get for it, a line each; the changes of the files tell them, too.
    pub columns: String,
    /// What the change brings that is worth a look, and texts it points into that are no files.
    pub advice: Vec<Problem>,
    pub advice_texts: Vec<(String, Vec<u8>)>,
    /// Errors that were there before and are in nobody's way, and how many more of them are not held.
    pub elsewhere: (Vec<Problem>, usize),
    /// What is asked first where somebody can answer.
    pub question: Option<&'static str>,
    /// Set where more is to be asked first: the change is planned anew then.
    pub more: Option<Rc<Cell<bool>>>,
    /// What is said once it is written.
    pub then: String,
}

impl Plan {
    /// Two plans that say and write the same on these files have the same, wherever in them that is.
    pub fn seal(&self, ground: &Groundwork) -> String {
        let mut said = Sha256::new();
        for text in [&self.words, &self.columns] {
            said.update(text);
            said.update([0]);
        }
        for advice in &self.advice {
            said.update(&advice.message);
            said.update([0]);
        }
        for edit in &self.edits {
            let known = ground.has(&edit.file);
            let before = if known { ground.text(&edit.file) } else { b"" };
            said.update(&edit.file);
            for (mark, line) in diff::lines_changed(&edit.file, before, &edit.splices) {
                said.update([0, mark as u8]);
                said.update(line);
            }
            said.update([0]);
        }
        said.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

pub struct Job<'p> {
    pub project: &'p Folder,
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
        mut plan: impl FnMut(&Groundwork) -> Result<Plan, Failure>,
    ) -> Result<Exit, Failure> {
        let mut ground = self.project.ground(self.specs)?;
        let mut lock = None;
        let mut agreed: Option<String> = None;
        for _ in 0..TRIES {
            let planned = self.planned(&ground, &mut plan)?;
            if let Some(page) = &mut context.on_page {
                let seal = planned.seal(&ground);
                if !self.dry_run && page.agreed.as_ref().is_some_and(|agreed| *agreed != seal) {
                    return Err(Unchanged::new("the files were changed since, and what would be written is no longer what was shown")
                        .hint("look at what is shown now, and save that")
                        .into());
                }
                page.planned = Some(seal).filter(|_| !planned.edits.is_empty());
            }
            if self.dry_run || planned.edits.is_empty() {
                self.say_first(context, &ground, &planned)?;
                self.say_changes(context, &ground, &planned);
                self.say_after(context, &ground, &planned);
                return Ok(Exit::Fine);
            }
            planned.edits.iter().try_for_each(|edit| self.project.refuse_if_in_use(&edit.file))?;
            if let Some(question) = planned.question
                && agreed.as_ref() != Some(&planned.words)
                && let Some(asker) = context.asker()
            {
                // Nobody waits for the lock while a person thinks.
                lock = None;
                // What is long comes first: what was understood stands above the question.
                self.say_changes(context, &ground, &planned);
                context.out.finish().map_err(Failure::Print)?;
                self.say_first(context, &ground, &planned)?;
                match asker.decide(question, planned.more.is_some())? {
                    Decision::Yes => agreed = Some(planned.words.clone()),
                    Decision::No => {
                        asker.say("nothing was written\n")?;
                        return Ok(Exit::Problems);
                    }
                    Decision::More => {
                        planned.more.iter().for_each(|more| more.set(true));
                        continue;
                    }
                }
            }
            if lock.is_none() {
                lock = Some(locked(self.project, context)?);
            }
            let now = self.project.ground(self.specs)?;
            if now == ground {
                if agreed.is_none() {
                    self.say_first(context, &ground, &planned)?;
                }
                let unnoted = self.project.write(&ground, &planned.edits, &context.typed)?;
                if agreed.is_none() {
                    self.say_changes(context, &ground, &planned);
                }
                self.say_after(context, &ground, &planned);
                if let Some(error) = unnoted {
                    let error = error.to_string();
                    let told = format!("`sourceline undo` cannot take this back: {error}");
                    context.err.say(format_args!("{}\n", visible(&told)));
                }
                return Ok(Exit::Fine);
            }
            ground = now;
        }
        Err(Failure::Restless("data/".into()))
    }

    /// The plan, on files that have every column it has something to say in: one that is missing is
    /// added, empty in all other rows.
    pub fn planned(
        &self,
        ground: &Groundwork,
        plan: &mut impl FnMut(&Groundwork) -> Result<Plan, Failure>,
    ) -> Result<Plan, Failure> {
        let mut columns: Vec<FileEdit> = Vec::new();
        let mut told = String::new();
        loop {
            let wider = (!columns.is_empty()).then(|| ground.with(&columns));
            let on = wider.as_ref().unwrap_or(ground);
            match plan(on) {
                Err(Failure::Refused(Unchanged { lacks: Some(none), .. })) => {
                    let month = self.project.settings.financial_year_starts;
                    let (read, _) = check_holding(&on.files, month, Hold::First(HELD));
                    let added = editor(on, &read, none.layout)?.add_column(none.column);
                    let added = FileEdit::new(none.layout.file.label(), added);
                    columns = ground.then(&columns, vec![added]);
                    let (file, column) = (none.layout.file.label(), none.column);
                    told +=
                        &format!("{file} gets the column `{column}`, empty in all other rows\n");
                }
                Ok(planned) if !planned.edits.is_empty() => {
                    let edits = ground.then(&columns, planned.edits);
                    return Ok(Plan { edits, columns: told, ..planned });
                }
                done => return done,
            }
        }
    }

    /// The same for what is planned on the data: its errors are named beside the change.
    pub fn change(
        &self,
        context: &mut Context,
        mut plan: impl FnMut(&Groundwork, &Checked<Dataset>) -> Result<Plan, Failure>,
    ) -> Result<Exit, Failure> {
        self.carry_out(context, |ground| {
            let month = self.project.settings.financial_year_starts;
            let (read, unheld) = check_holding(&ground.files, month, Hold::First(HELD));
            let planned = plan(ground, &read)?;
            let mut elsewhere = read.problems;
            elsewhere.retain(|problem| problem.level() == Level::Error);
            Ok(Plan { elsewhere: (elsewhere, unheld.at(Level::Error)), ..planned })
        })
    }

    /// What was understood is said before anything is written.
    fn say_first(
        &self,
        context: &mut Context,
        ground: &Groundwork,
        plan: &Plan,
    ) -> Result<(), Failure> {
        let (errors, more) = &plan.elsewhere;
        elsewhere(errors, *more, &mut context.err);
        let text_of = |label: &str| match plan.advice_texts.iter().find(|(known, _)| known == label)
        {
            Some((_, text)) => Some(Cow::Borrowed(text.as_slice())),
            None => self.project.text_of(label, Some(&ground.files)),
        };
        report::print(&plan.advice, report::BY_CHECK, text_of, &mut context.err);
        context.err.finish().map_err(Failure::Print)?;
        context.out.say(format_args!("{}", plan.words));
        context.out.finish().map_err(Failure::Print)
    }

    fn say_changes(&self, context: &mut Context, ground: &Groundwork, plan: &Plan) {
        for edit in &plan.edits {
            match ground.has(&edit.file) {
                true => {
                    let before = ground.text(&edit.file);
                    diff::print(&edit.file, before, &edit.splices, &mut context.out);
                }
                false => {
                    let text = apply(b"", &edit.splices);
                    let told = diff::whole(&edit.file, &String::from_utf8_lossy(&text));
                    context.out.say(format_args!("{told}"));
                }
            }
        }
    }

    fn say_after(&self, context: &mut Context, ground: &Groundwork, plan: &Plan) {
        if plan.edits.is_empty() {
            return context.out.say(format_args!("nothing to change\n"));
        }
        let files = |new: bool| -> Option<String> {
            let edits = plan.edits.iter().filter(|edit| ground.has(&edit.file) != new);
            let files: Vec<&str> = edits.map(|edit| edit.file.as_str()).collect();
            (!files.is_empty()).then(|| sourceline::locale::EN_GB.list(&files))
        };
        let verbs = if self.dry_run { ["change", "write"] } else { ["changed", "wrote"] };
        let said = verbs.into_iter().zip([files(false), files(true)]);
        let said: Vec<String> =
            said.filter_map(|(verb, files)| Some(format!("{verb} {}", files?))).collect();
        let said = said.join(" and ");
        match self.dry_run {
            true => context.out.say(format_args!("would {said}; nothing was written\n")),
            false => context.out.say(format_args!("{said}\n{}", plan.then)),
        }
    }
}

/// Waits for whoever else changes the project, and says so if it takes a while.
pub fn locked(project: &Folder, context: &mut Context) -> Result<DataLock, Failure> {
    project.lock(|| {
        context.err.say(format_args!("waiting for another sourceline to finish\n"));
        context.err.finish().map_err(Failure::Print)
    })
}

/// The specs that name a row of a file: each with its label, its text and the bytes of the id.
pub fn mentions<'g>(
    ground: &'g Groundwork,
    file: DataFile,
    id: &str,
) -> Result<Vec<Mentions<'g>>, Unchanged> {
    let mut mentioning = Vec::new();
    let named = match file {
        DataFile::Figures => Named::Figure,
        DataFile::Series => Named::Series,
        DataFile::Events => Named::Event,
        // A spec names no source.
        DataFile::Sources => return Ok(mentioning),
    };
    for (label, bytes) in &ground.specs {
        if !String::from_utf8_lossy(bytes).contains(id) {
            continue;
        }
        // What is put in place of other signs would move every byte behind it.
        let text = str::from_utf8(bytes).ok();
        let read = text.and_then(|text| Some((text, Spec::read(label, text).value?)));
        let Some((text, spec)) = read else {
            return Err(Unchanged::new(format!("{label} cannot be read, and it may name `{id}`"))
                .hint("mend it first: `sourceline check` tells what is wrong"));
        };
        let found = mentions::mentions(&spec, text, named, id);
        if !found.is_empty() {
            mentioning.push((label.as_str(), text, found));
        }
    }
    Ok(mentioning)
}

/// One of the files, opened for a change. If it cannot be read as a table, nothing can be
/// changed in it before it is mended.
pub fn editor<'r, 't>(
    ground: &Groundwork,
    read: &'r Checked<Dataset<'t>>,
    layout: &Layout,
) -> Result<Editor<'r, 't>, Unchanged> {
    Editor::of(read, layout).map_err(|problems| {
        let label = layout.file.label();
        if problems.is_empty() {
            return Unchanged::new(format!("there is no {label}"));
        }
        let message = format!("{label} cannot be read as a table, so nothing was changed in it");
        Unchanged::problems(problems, ground.texts(), &message)
            .hint("`sourceline fix` mends what has one meaning")
    })
}

/// The plan with what it brings: refused if that is an error.
pub fn judged(ground: &Groundwork, read: &Checked<Dataset>, plan: Plan) -> Result<Plan, Failure> {
    let after = ground.with(&plan.edits);
    let changes = |file: &str| match plan.edits.iter().find(|edit| edit.file == file) {
        Some(edit) => edit.splices.as_slice(),
        None => &[],
    };
    let (before, month) = ((&ground.files, read.problems.as_slice()), read.value.years.month());
    let brought = brought_holding(before, &after.files, month, HELD, changes);
    let (errors, advice): (Vec<_>, Vec<_>) =
        brought.into_iter().partition(|problem| problem.level() == Level::Error);
    if !errors.is_empty() {
        let count = report::count(errors.len(), "error", "errors");
        let message = format!("the change would bring {count}, so nothing was written");
        return Err(Unchanged::problems(errors, after.into_texts(), &message).into());
    }
    let advice_texts = if advice.is_empty() { Vec::new() } else { after.into_texts() };
    Ok(Plan { advice, advice_texts, ..plan })
}

/// The same for a row that nothing can name yet.
pub fn judged_unused(
    ground: &Groundwork,
    read: &Checked<Dataset>,
    plan: Plan,
) -> Result<Plan, Failure> {
    let mut plan = judged(ground, read, plan)?;
    plan.advice.retain(|problem| !matches!(problem.rule, Rule::UnusedSeries | Rule::UnusedSource));
    Ok(plan)
}

/// So many problems of a rule in a file are held; of a file with more only what is new is.
const HELD: usize = 5_000;

/// So many old errors are named; `sourceline check` names them all.
const NAMED: usize = 3;

fn elsewhere(errors: &[Problem], more: usize, screen: &mut Screen) {
    if errors.is_empty() {
        return;
    }
    let all = errors.len() + more;
    let count = report::count(all, "error", "errors");
    screen.say(format_args!("{count} elsewhere, which `sourceline check` tells in full:\n"));
    for problem in errors.iter().take(NAMED) {
        let line = format!("  {}: {}", problem.place, problem.message);
        screen.say(format_args!("{}\n", visible(&line)));
    }
    if all > NAMED {
        screen.say(format_args!("  and {} more\n", all - NAMED));
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
            let ground = Groundwork { specs, ..Groundwork::default() };
            let found = mentions(&ground, DataFile::Series, id);
            found.map(|found| found.len()).map_err(|refusal| refusal.in_short())
        };
        assert_eq!(found("Café".as_bytes(), "nests"), Ok(1));
        assert_eq!(found(b"Caf\xe9", "boxes"), Ok(0));
        let refused = found(b"Caf\xe9", "nests").unwrap_err();
        assert!(refused.starts_with("charts/a.toml cannot be read, and it may name `nests`"));
    }
}
