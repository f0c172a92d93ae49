//! A command of this program, carried out for a page: the words are those that could be typed, and so
//! are the locks, what is written, what is said and what `undo` takes back.

use clap::{Args, Parser};
use maud::{Markup, html};

use super::desk::PageDesk;
use crate::cli::context::{self, Context};
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::hint::PageNames;
use crate::cli::refusal::Unchanged;
use crate::cli::screen::Screen;

/// What came of a command.
pub struct Carried {
    pub result: Result<Exit, Failure>,
    /// What it said, and what it told beside that.
    pub said: String,
    pub told: String,
    /// The seal of what it planned, if it planned a change.
    pub seal: Option<String>,
}

/// The words behind the name of a command.
#[derive(Parser)]
#[command(no_binary_name = true, disable_help_flag = true)]
struct CommandWords<A: Args> {
    #[command(flatten)]
    args: A,
}

/// A command by its name and its words. What was not agreed to is not written.
pub fn carry<A: Args>(
    desk: &PageDesk,
    name: &[&str],
    words: &[String],
    agreed: Option<String>,
    run: impl FnOnce(A, &mut Context) -> Result<Exit, Failure>,
) -> Carried {
    let all = name.iter().copied().chain(words.iter().map(String::as_str));
    let typed = context::typed(all.map(Into::into));
    carried(desk, typed, agreed, |context| read::<A>(words).and_then(|args| run(args, context)))
}

/// What no command does, under a name for the log of what was done.
pub fn carried(
    desk: &PageDesk,
    typed: String,
    agreed: Option<String>,
    run: impl FnOnce(&mut Context) -> Result<Exit, Failure>,
) -> Carried {
    let (mut context, [said, told]) = desk.context(typed, agreed);
    let result = run(&mut context);
    // What is kept in memory is always taken.
    let _ = (context.out.finish(), context.err.finish());
    let seal = context.on_page.take().and_then(|page| page.planned);
    Carried { result, said: said.text(), told: told.text(), seal }
}

/// The words as the command reads them.
pub fn read<A: Args>(words: &[String]) -> Result<A, Failure> {
    let read = CommandWords::<A>::try_parse_from(words);
    read.map(|words| words.args).map_err(|error| Failure::Usage(error.render().to_string()))
}

/// What pages are called that do what a command does.
const PAGES: PageNames = &[
    ("sourceline add", "Add a figure"),
    ("sourceline add series", "A new series"),
    ("sourceline add source", "A new source"),
    ("sourceline list figures", "Series"),
    ("sourceline list series", "Series"),
    ("sourceline list sources", "Sources"),
];

/// A failure, with the names of the page for what would be typed.
pub fn failure(failure: &Failure, names: PageNames) -> Markup {
    html! { div role="alert" { (quiet(failure, names)) } }
}

/// A failure in one line.
pub fn in_short(failure: &Failure, names: PageNames) -> String {
    match failure {
        Failure::Refused(refusal) => refused(refusal, names),
        failure => failure.to_string(),
    }
}

/// A refusal in one line.
pub fn refused(refusal: &Unchanged, names: PageNames) -> String {
    refusal.in_short_as(|hint| hint.on_page(&[names, PAGES]))
}

/// The same where it is told at every key.
pub fn quiet(failure: &Failure, names: PageNames) -> Markup {
    let (mut screen, words) = Screen::kept();
    failure.print_as(&mut screen, |hint| hint.on_page(&[names, PAGES]));
    let _ = screen.finish();
    html! {
        section.refused {
            pre tabindex="0" aria-label="What went wrong" { (words.text()) }
        }
    }
}

/// What a command said, as it would stand on a terminal.
pub fn said(text: &str) -> Markup {
    html! {
        @if !text.trim().is_empty() { pre tabindex="0" aria-label="What was done" { (text) } }
    }
}
