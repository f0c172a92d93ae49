//! `sourceline undo`: what the last command wrote is taken back.

use chrono::DateTime;
use clap::Args;
use serde_json::json;
use sourceline::check::errors_holding;
use sourceline::locale::EN_GB;
use sourceline::problem::{Hold, Level};
use sourceline::store::{Deed, DeedStands, Folder};

use super::change::locked;
use super::context::{Context, HELD};
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::screen::visible;
use super::table::{Listing, TableFormat};
use super::{diff, report};

/// Takes back what the last command wrote into data or specs
///
/// Given again, it takes back the command before that. A file that was changed since, by hand or by
/// another program, is left as it is, and what was changed is told. Charts that were drawn are not
/// taken back: `sourceline render` draws them anew. There is no way to do again what was taken back,
/// but for typing the command.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline undo --dry-run\n  sourceline undo --list")]
pub struct Undo {
    /// Tell what can be taken back, the last command first
    #[arg(long, conflicts_with = "dry_run")]
    list: bool,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Undo {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        if self.list {
            return list(&project, context);
        }
        let _lock = if self.dry_run { None } else { Some(locked(&project, context)?) };
        let Some(deed) = project.last_deed()? else {
            context.out.say(format_args!("there is nothing to take back\n"));
            return Ok(Exit::Fine);
        };
        if let Some(page) = &mut context.on_page {
            let seal = deed.seal();
            if page.agreed.as_ref().is_some_and(|agreed| *agreed != seal) {
                return Err(Unchanged::new(
                    "something else was done since, so nothing was taken back",
                )
                .hint("look at what would be taken back now")
                .into());
            }
            page.planned = Some(seal);
        }
        for file in &deed.files {
            project.refuse_if_in_use(&file.file)?;
        }
        let command = visible(&deed.command).into_owned();
        let (mut changed, mut removed) = (Vec::new(), Vec::new());
        let mut shown = Vec::new();
        for file in deed.files.iter().rev() {
            let label = file.file.as_str();
            match project.stands(file)? {
                DeedStands::AsBefore => {}
                DeedStands::Changed { now, left } => {
                    return Err(refused(context, label, &command, now, left).into());
                }
                DeedStands::AsLeft { now, before: Some(before) } => {
                    changed.push(label);
                    shown.push((label, now, Some(before)));
                }
                DeedStands::AsLeft { now, before: None } => {
                    removed.push(label);
                    shown.push((label, now, None));
                }
            }
        }
        let faults = |project: &Folder| -> usize {
            let month = project.settings.financial_year_starts;
            project.files().map_or(0, |files| {
                let (checked, unheld) = errors_holding(&files, month, Hold::First(HELD));
                let more = unheld.at(Level::Error) + unheld.at(Level::Advice);
                checked.problems.len() + more
            })
        };
        let before = if self.dry_run { 0 } else { faults(&project) };
        context.out.say(format_args!("takes back: {command}\n"));
        for (label, now, before) in &shown {
            match before {
                Some(before) => {
                    diff::print(label, now, &diff::between(now, before), &mut context.out)
                }
                None => {
                    let told = diff::gone(label, &String::from_utf8_lossy(now));
                    context.out.say(format_args!("{told}"));
                }
            }
        }
        if !self.dry_run {
            project.take_back(&deed)?;
        }
        let verbs = if self.dry_run { ["change", "remove"] } else { ["changed", "removed"] };
        let said: Vec<String> = verbs
            .into_iter()
            .zip([changed, removed])
            .filter(|(_, files)| !files.is_empty())
            .map(|(verb, files)| format!("{verb} {}", EN_GB.list(&files)))
            .collect();
        match (said.is_empty(), self.dry_run) {
            (true, _) => context.out.say(format_args!("nothing of it is there any more\n")),
            (_, true) => {
                let said = said.join(" and ");
                context.out.say(format_args!("would {said}; nothing was written\n"));
            }
            (_, false) => context.out.say(format_args!("{}\n", said.join(" and "))),
        }
        let more = if self.dry_run { 0 } else { faults(&project).saturating_sub(before) };
        if more > 0 {
            let more = report::count(more, "error", "errors");
            context.out.say(format_args!("that brought {more}, which `sourceline check` tells\n"));
        }
        Ok(Exit::Fine)
    }
}

/// What was changed since is shown as far as it is known.
fn refused(
    context: &mut Context,
    label: &str,
    command: &str,
    now: Option<Vec<u8>>,
    left: Option<Vec<u8>>,
) -> Unchanged {
    let hint = "change it back first, or change the rows by `sourceline edit` and `sourceline \
                remove`; nothing was written";
    let Some(now) = now else {
        return Unchanged::new(format!("{label} is gone, and `{command}` had written it"))
            .hint("bring it back first; nothing was written");
    };
    if let Some(left) = left {
        let changes = diff::between(&left, &now);
        context.out.say(format_args!("changed since, and not by sourceline:\n"));
        diff::print(label, &left, &changes, &mut context.out);
    }
    Unchanged::new(format!("{label} was changed after `{command}`, so that is not taken back"))
        .hint(hint)
}

fn list(project: &Folder, context: &mut Context) -> Result<Exit, Failure> {
    let deeds = project.deeds()?;
    let when = |deed: &Deed| {
        let at = i64::try_from(deed.at).ok().and_then(|at| DateTime::from_timestamp(at, 0));
        at.map_or(String::new(), |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
    };
    let files = |deed: &Deed| {
        let files: Vec<&str> = deed.files.iter().map(|file| file.file.as_str()).collect();
        EN_GB.list(&files)
    };
    let row = |deed: &Deed| vec![json!(when(deed)), json!(files(deed)), json!(deed.command)];
    Listing { columns: &["when", "files", "command"], rows: deeds.iter().map(row).collect() }
        .print(TableFormat::Table, &mut context.out);
    let size: u64 = deeds.iter().map(|deed| deed.size).sum();
    let commands = report::count(deeds.len(), "command", "commands");
    let kilobytes = size.div_ceil(1000);
    context.out.say(format_args!(
        "{commands} can be taken back; .sourceline/undo needs {kilobytes} kB for them\n"
    ));
    Ok(Exit::Fine)
}
