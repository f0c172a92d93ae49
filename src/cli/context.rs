//! What every command is given.

use std::path::PathBuf;

use sourceline::dataset::as_of::FilesAsKnown;
use sourceline::dataset::{Dataset, Files};
use sourceline::problem::{Hold, Level, Unheld};
use sourceline::store::Folder;

use super::ask::Asker;
use super::exit::Exit;
use super::failure::Failure;
use super::report;
use super::screen::Screen;
use super::table::Listing;

/// Where a command is to work, and where its words go.
pub struct Context {
    pub project: Option<PathBuf>,
    /// The command as it was typed.
    pub typed: String,
    /// Which run of the program this is.
    pub run: u64,
    /// All that can be typed, for those who describe it.
    pub command_line: fn() -> clap::Command,
    pub out: Screen,
    pub err: Screen,
    /// Where a page of `sourceline open` asks for it, and nobody at a terminal.
    pub on_page: Option<PagePlan>,
}

/// What somebody who looks at a page has agreed to, and what would be written as things are.
#[derive(Default)]
pub struct PagePlan {
    /// The seal of what was shown; nothing else is written.
    pub agreed: Option<String>,
    /// That of what is planned now.
    pub planned: Option<String>,
    /// What becomes of the rows of a table.
    pub rows: Option<Listing>,
}

impl Context {
    pub fn project(&self) -> Result<Folder, Failure> {
        Ok(Folder { run: Some(self.run), ..Folder::find(self.project.as_deref())? })
    }

    /// Somebody to ask, if there is anybody.
    pub fn asker(&self) -> Option<Asker> {
        match self.on_page {
            Some(_) => None,
            None => Asker::new(self.err.is_styled()),
        }
    }
}

/// For what is made from data in order, and from no other: tells the errors if there are any. Advice
/// is for `check`.
pub fn in_order(
    context: &mut Context,
    make: impl FnOnce(&Folder, &Dataset, &mut Context) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    in_order_of(context, |_, _, _| Ok(None), make)
}

/// The same of what was known of the files by a day, if there is any.
pub fn in_order_of(
    context: &mut Context,
    known: impl FnOnce(&Folder, &Files, &mut Context) -> Result<Option<FilesAsKnown>, Failure>,
    make: impl FnOnce(&Folder, &Dataset, &mut Context) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    let project = context.project()?;
    let files = project.files()?;
    in_order_within((&project, &files), context, known, |data, context| {
        make(&project, data, context)
    })
}

/// The same of a project whose files are read already.
pub fn in_order_within(
    (project, files): (&Folder, &Files),
    context: &mut Context,
    known: impl FnOnce(&Folder, &Files, &mut Context) -> Result<Option<FilesAsKnown>, Failure>,
    make: impl FnOnce(&Dataset, &mut Context) -> Result<Exit, Failure>,
) -> Result<Exit, Failure> {
    let month = project.settings.financial_year_starts;
    let (checked, mut unheld) = sourceline::check::errors_holding(files, month, Hold::First(HELD));
    let mut errors = project.problems.clone();
    errors.extend(checked.problems);
    errors.retain(|problem| problem.level() == Level::Error);
    let mut then = None;
    if errors.is_empty() {
        let Some(known) = known(project, files, context)? else {
            return make(&checked.value, context);
        };
        let read = known.read(month);
        (errors, unheld) = (read.problems, Unheld::default());
        errors.retain(|problem| problem.level() == Level::Error);
        if errors.is_empty() {
            return make(&read.value, context);
        }
        drop(read.value);
        then = Some(known.files);
    }
    let files = then.as_ref().unwrap_or(files);
    let text_of = |label: &str| project.text_of(label, Some(files));
    report::print_held(&errors, &unheld, report::BY_CHECK, text_of, &mut context.err);
    context.err.say(format_args!("{}: nothing was drawn\n", report::summary(&errors, &unheld)));
    Ok(Exit::Problems)
}

/// So many problems of a rule in a file are held.
pub const HELD: usize = 100;

/// The words of a command as they could be typed again.
pub fn typed(words: impl Iterator<Item = std::ffi::OsString>) -> String {
    let mut line = "sourceline".to_string();
    for word in words {
        let word = word.to_string_lossy();
        let plain = |c: char| c.is_alphanumeric() || "-_./=:,@%+~".contains(c);
        match !word.is_empty() && word.chars().all(plain) {
            true => line += &format!(" {word}"),
            false => line += &format!(" '{}'", word.replace('\'', "'\\''")),
        }
    }
    line
}
