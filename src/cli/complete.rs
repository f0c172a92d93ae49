//! What may stand at the end of a command line that is being typed: the ids of the project, for the
//! scripts of `sourceline completions`. Commands and options those know themselves.

use std::path::PathBuf;

use clap::{Arg, Args, Command};
use sourceline::dataset::{DataFile, Dataset};
use sourceline::problem::Hold;
use sourceline::store::Folder;

use super::context::Context;
use super::drawing;
use super::exit::Exit;
use super::failure::Failure;
use super::help;

/// Prints the ids that may end the words of a command, a line each
#[derive(Args)]
#[command(hide = true)]
pub struct Complete {
    /// The words after `sourceline`; the last is being typed
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    words: Vec<String>,
}

/// What a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum IdsOf {
    Rows(DataFile),
    AnyRow,
    /// A row that `show` knows, or a chart.
    Shown,
    Charts,
    Recipes,
    /// Commands, and what `help` explains.
    Topics,
}

impl Complete {
    /// Never complains: whoever is typing has not asked for anything yet.
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let words = with_values_apart(&self.words);
        let Some(((lead, typed), before)) = words.split_last() else { return Ok(Exit::Fine) };
        let before: Vec<String> = before.iter().map(|(_, word)| word.clone()).collect();
        let mut root = (context.command_line)();
        root.build();
        let spot = TypedSpot::of(&root, &before);
        let Some(named) = spot.named().filter(|_| !typed.starts_with('-')) else {
            return Ok(Exit::Fine);
        };
        let asked = spot.project.or(context.project.clone());
        let project = Folder::find(asked.as_deref()).ok();
        let mut ids = match named {
            IdsOf::Topics => topics(&root),
            // Before a letter is typed it may be a file.
            IdsOf::Recipes if typed.is_empty() => Vec::new(),
            named => project.and_then(|project| ids(&project, named)).unwrap_or_default(),
        };
        if spot.option.is_none() && spot.positionals == 0 {
            let commands = spot.command.get_subcommands().filter(|sub| !sub.is_hide_set());
            ids.extend(
                commands.map(|sub| sub.get_name().to_string()).filter(|name| name != "help"),
            );
        }
        for id in ids.iter().filter(|id| id.starts_with(typed.as_str())) {
            context.out.say(format_args!("{lead}{id}\n"));
        }
        Ok(Exit::Fine)
    }
}

/// The words, each with what stands before it in the word that the shell completes: `--source=club`
/// is the option and the value. Bash parts them, with a word `=` between.
fn with_values_apart(words: &[String]) -> Vec<(String, String)> {
    let mut apart = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.split_once('=') {
            Some(("", "")) if at + 1 == words.len() => apart.push(Default::default()),
            Some(("", "")) => {}
            Some((option, value)) if option.starts_with("--") => {
                apart.push((String::new(), option.to_string()));
                apart.push((format!("{option}="), value.to_string()));
            }
            _ => apart.push((String::new(), word.clone())),
        }
    }
    apart
}

fn topics(root: &Command) -> Vec<String> {
    let commands = root.get_subcommands().filter(|command| !command.is_hide_set());
    let commands = commands.map(|command| command.get_name().to_string());
    commands.chain(help::topics().map(str::to_string)).collect()
}

fn ids(project: &Folder, named: IdsOf) -> Option<Vec<String>> {
    if named == IdsOf::Recipes {
        return project.recipes().ok();
    }
    let files = project.files().ok()?;
    let read =
        Dataset::read_holding(&files, project.settings.financial_year_starts, Hold::First(1)).0;
    if named == IdsOf::Charts {
        return Some(drawing::catalogue(project, &read.value).ok()?.names());
    }
    let of = |file: DataFile| read.value.ids(file).map(String::from).collect::<Vec<_>>();
    Some(match named {
        IdsOf::Shown => {
            let rows = [DataFile::Series, DataFile::Figures, DataFile::Sources];
            let mut ids: Vec<String> = rows.into_iter().flat_map(of).collect();
            ids.extend(drawing::catalogue(project, &read.value).ok()?.names());
            ids
        }
        IdsOf::Rows(file) => of(file),
        _ => DataFile::ALL.into_iter().flat_map(of).collect(),
    })
}

/// Where the word stands that is being typed.
struct TypedSpot<'c> {
    command: &'c Command,
    /// The commands on the way to it: `edit source`.
    path: String,
    /// The option whose value it is.
    option: Option<&'c Arg>,
    /// How many words without an option stand before it, and the last of them.
    positionals: usize,
    last: Option<&'c str>,
    project: Option<PathBuf>,
}

impl<'c> TypedSpot<'c> {
    fn of(root: &'c Command, before: &'c [String]) -> TypedSpot<'c> {
        let mut spot = TypedSpot {
            command: root,
            path: String::new(),
            option: None,
            positionals: 0,
            last: None,
            project: None,
        };
        for word in before {
            if let Some(option) = spot.option.take() {
                if option.get_id() == "project" {
                    spot.project = Some(PathBuf::from(word));
                }
                continue;
            }
            if let Some(name) = word.strip_prefix("--") {
                let mut args = spot.command.get_arguments();
                let option = args.find(|arg| arg.get_long() == Some(name));
                spot.option = option.filter(|arg| arg.get_action().takes_values());
            } else if let Some(sub) = spot.command.find_subcommand(word)
                && spot.positionals == 0
            {
                spot.command = sub;
                spot.path = format!("{} {word}", spot.path).trim().to_string();
            } else if !word.starts_with('-') {
                spot.positionals += 1;
                spot.last = Some(word);
            }
        }
        spot
    }

    fn named(&self) -> Option<IdsOf> {
        let arg = match self.option {
            Some(option) => option,
            None => {
                let mut positionals = self.command.get_positionals();
                let all = self.command.get_positionals().count();
                // The last may stand there several times.
                positionals.nth(self.positionals.min(all.checked_sub(1)?))?
            }
        };
        let many = arg.get_num_args().is_some_and(|many| many.max_values() > 1);
        let all = self.command.get_positionals().count();
        if self.option.is_none() && self.positionals >= all && !many {
            return None;
        }
        use DataFile::{Events, Figures, Series, Sources};
        Some(match (self.path.as_str(), arg.get_id().as_str()) {
            ("remove", "id") => IdsOf::AnyRow,
            ("show", "name") => IdsOf::Shown,
            ("rename", "old") if self.last == Some(Series.noun()) => IdsOf::Rows(Series),
            ("rename", "old") => IdsOf::Rows(Sources),
            ("edit source", "id") => IdsOf::Rows(Sources),
            ("edit series", "id") => IdsOf::Rows(Series),
            ("edit event", "id") => IdsOf::Rows(Events),
            ("edit" | "supersede", "id") | ("supersede", "by") => IdsOf::Rows(Figures),
            (_, "supersedes" | "superseded_by" | "repeats") => IdsOf::Rows(Figures),
            (_, "series" | "not_comparable_with") => IdsOf::Rows(Series),
            (_, "source" | "origin") => IdsOf::Rows(Sources),
            ("render" | "bundle", "names") | ("embed", "name") | ("export", "chart") => {
                IdsOf::Charts
            }
            ("import", "file") => IdsOf::Recipes,
            ("help", "words") => IdsOf::Topics,
            _ => return None,
        })
    }
}
