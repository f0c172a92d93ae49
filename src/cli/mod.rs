//! The only room that reads, writes, prints and exits. A command is one file: its arguments, its
//! help and what it does. It knows no rule, no pixel and not how a format is written: that is in the
//! library.

mod add;
mod as_of;
mod ask;
#[cfg(feature = "xlsx")]
mod bring_back;
mod bundle;
mod change;
mod changes;
mod check;
mod complete;
mod completions;
mod context;
mod diff;
mod drawing;
mod edit;
mod embed;
mod embedded_in;
mod exit;
mod explain;
mod export;
mod failure;
mod fate;
mod fix;
mod fonts;
mod format;
mod help;
mod hint;
mod import;
mod init;
mod left_over;
mod list;
mod looks;
mod man;
mod manual;
mod minus;
mod mistyped;
mod named;
mod named_in_documents;
mod one_of;
#[cfg(feature = "page")]
mod open;
mod outputs;
mod plain;
mod progress;
mod quiet;
mod quote;
mod refusal;
mod remove;
mod rename;
mod render;
mod report;
mod revise;
mod said;
mod screen;
mod shard;
mod show;
mod site;
mod supersede;
mod table;
mod there;
mod undo;
mod update;
mod verify;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::process::ExitCode;
#[cfg(unix)]
use std::sync::Arc;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use context::Context;
use exit::Exit;
use failure::Failure;
use screen::{Screen, WhenColoured};

/// Draws curated figures as honest charts, each mark traced to its source
///
/// A project is a folder with data/figures.csv, data/series.csv and data/sources.csv. A chart is
/// described in charts/NAME.toml and drawn as charts/NAME.svg. Commands work from any folder of
/// a project.
#[derive(Parser)]
#[command(name = "sourceline", version, max_term_width = 100, disable_help_subcommand = true)]
#[command(
    after_help = "`sourceline help TOPIC` explains chart, figures, series, sources, kinds, events, periods, quantities, \
    words, tables, limits.\n\nExit codes: 0 fine, 1 problems found in what you wrote, 2 could not be done."
)]
struct Typed {
    #[command(flatten)]
    everywhere: Everywhere,
    #[command(subcommand)]
    command: Command,
}

// What may be typed with every command; a doc comment would be told in help.
#[derive(Args)]
struct Everywhere {
    /// The folder of the project; otherwise the nearest folder upwards with data/figures.csv
    #[arg(long, global = true, value_name = "DIR", display_order = 90)]
    project: Option<PathBuf>,
    /// When to use colour; NO_COLOR is respected
    #[arg(long, alias = "colour", global = true, value_name = "WHEN", display_order = 91)]
    #[arg(value_enum, default_value_t = WhenColoured::Auto)]
    color: WhenColoured,
}

impl Typed {
    /// Reads the words that were typed.
    fn read(words: Vec<OsString>) -> Result<Typed, clap::Error> {
        let words = minus::kept_apart(words.into_iter());
        Typed::read_alone(&words).map_or_else(|| Typed::try_parse_from(&words), Ok)
    }

    /// The same with nothing made but the command that is typed first: a third of what every start
    /// of the program would do is for the others. What is not in order is told by the whole of them.
    fn read_alone(words: &[OsString]) -> Option<Typed> {
        let asked = Command::alone(words.get(1)?.to_str()?)?;
        let program = clap::Command::new("sourceline").disable_help_subcommand(true);
        let program = Everywhere::augment_args(program).subcommand(asked);
        Typed::from_arg_matches(&program.try_get_matches_from(words).ok()?).ok()
    }
}

/// The one list of commands.
macro_rules! commands {
    ($($(#[$only:meta])? $file:ident::$name:ident,)*) => {
        /// Every command there is.
        #[derive(Subcommand)]
        enum Command { $($(#[$only])? $name(Box<$file::$name>),)* }

        impl Command {
            /// The one of this name, without the others. A command is called as its file is.
            fn alone(name: &str) -> Option<clap::Command> {
                $($(#[$only])? if name == stringify!($file) {
                    return Some($file::$name::augment_args(clap::Command::new(stringify!($file))));
                })*
                None
            }

            fn run(self, context: &mut Context) -> Result<Exit, Failure> {
                match self { $($(#[$only])? Command::$name(command) => command.run(context),)* }
            }
        }
    };
}

// In the order in which help tells them.
commands! {
    init::Init,
    check::Check,
    explain::Explain,
    render::Render,
    add::Add,
    revise::Revise,
    edit::Edit,
    rename::Rename,
    supersede::Supersede,
    remove::Remove,
    undo::Undo,
    import::Import,
    fix::Fix,
    list::List,
    show::Show,
    verify::Verify,
    update::Update,
    changes::Changes,
    embed::Embed,
    quote::Quote,
    export::Export,
    bundle::Bundle,
    site::Site,
    #[cfg(feature = "page")]
    open::Open,
    completions::Completions,
    complete::Complete,
    man::Man,
    help::Help,
}

/// A word that was typed, fit to be shown.
fn shown(word: &OsStr) -> String {
    screen::visible(&word.to_string_lossy()).into_owned()
}

/// What is told where a word that is to be read as a text is none.
fn garbled(error: &clap::Error) -> Option<clap::Error> {
    let word = std::env::args_os().find(|word| word.to_str().is_none())?;
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    let told = format!(
        "`{}` is not UTF-8, in which texts and names are read; a file of such a name is called \
         otherwise first\n\n{usage}\n\nFor more information, try '--help'.\n",
        shown(&word)
    );
    (error.kind() == ErrorKind::InvalidUtf8).then(|| clap::Error::raw(ErrorKind::InvalidUtf8, told))
}

pub fn main() -> ExitCode {
    // A file that may grow no further (`ulimit -f`) is then told as one that cannot be written.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let typed = Typed::read(std::env::args_os().collect()).unwrap_or_else(|error| {
        // What is told of a word has nothing in it that moves the cursor or turns the direction.
        let words: Vec<String> = std::env::args_os().map(|word| shown(&word)).collect();
        let again = Typed::read(words.iter().map(OsString::from).collect()).err();
        let told = again.or_else(|| garbled(&error)).unwrap_or(error);
        mistyped::answered(told, &Typed::command(), &words[1.min(words.len())..]).exit()
    });
    let mut context = Context {
        project: typed.everywhere.project,
        typed: context::typed(std::env::args_os().skip(1)),
        run: sourceline::store::new_run(),
        command_line: Typed::command,
        out: Screen::stdout(typed.everywhere.color),
        err: Screen::stderr(typed.everywhere.color),
        on_page: None,
    };
    let exit = typed.command.run(&mut context).and_then(|exit| {
        context.out.finish().map_err(Failure::Print)?;
        Ok(exit)
    });
    let exit = exit.unwrap_or_else(|failure| {
        // What was said before it went wrong is said first; should that fail too, so be it.
        let _ = context.out.finish();
        failure.print(&mut context.err);
        failure.exit()
    });
    let _ = context.err.finish();
    ExitCode::from(exit as u8)
}
