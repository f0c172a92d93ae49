//! `sourceline add source`: from options, in a dialogue, from a list of references or a web page.

mod ask;
mod lists;
mod plan;

use clap::Args;

use super::settle::missing;
use super::sure::Sure;
use crate::cli::ask::Asker;
use crate::cli::change::{Job, Plan};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::said::{SaidSource, date};

use self::ask::ask;
pub use self::ask::ask_for_one;
use self::lists::Lists;
pub use self::plan::{NewSource, plan_sources};

/// Adds a source: from options, a dialogue, a list of references or a saved web page
///
/// A file of a reference manager may have many sources; those that are in the project already, or
/// twice in the file, by their address or by publisher, title and date, are passed over. What the
/// options say holds for all of them.
#[derive(Args, Default)]
#[command(after_help = "Examples:\n  sourceline add source\n  \
    sourceline add source --publisher \"The Guardian\" --title \"Tech firms must act\" --published \"3 September 2018\" --kind news\n  \
    sourceline add source --from-csl export.json --dry-run\n  \
    sourceline add source --from-html page.html")]
pub struct AddSource {
    #[command(flatten)]
    said: SaidSource,
    /// The id of the new source; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    list: Lists,
    #[command(flatten)]
    pub sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddSource {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let (new, told) = match self.list.file() {
            Some((file, format)) => {
                let said = (&self.said, self.id.as_deref());
                self.list.sources(file, format, said, asker.as_ref(), &mut context.err)?
            }
            None => (vec![self.one(asker.as_ref())?], String::new()),
        };
        let listed = self.list.file().is_some();
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let question = self.sure.question();
        job.change(context, |ground, read| {
            let plan = plan_sources(ground, read, &new, listed)?;
            Ok(Plan { question, words: told.clone() + &plan.words, ..plan })
        })
    }

    /// One source, from options and from answers.
    fn one(&self, asker: Option<&Asker>) -> Result<NewSource, Failure> {
        let whole = self.said.publisher.is_some() && self.said.title.is_some();
        match asker {
            Some(asker) if !whole => {
                Ok(NewSource { id: self.id.clone(), ..ask(asker, &self.said)? })
            }
            None if !whole => {
                let needed = [
                    (("--publisher", ""), self.said.publisher.is_none()),
                    (("--title", ""), self.said.title.is_none()),
                ];
                Err(missing(&needed, "a source needs a publisher and a title").into())
            }
            _ => {
                let published = date(self.said.published.as_deref())?;
                let accessed = date(self.said.accessed.as_deref())?;
                let mut texts = self.said.texts();
                texts.push(("accessed", accessed.map_or(String::new(), |unit| unit.to_string())));
                Ok(NewSource { id: self.id.clone(), published, texts, ..NewSource::default() })
            }
        }
    }
}
