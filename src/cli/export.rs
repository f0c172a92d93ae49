//! `sourceline export`: every observation as a variable of a document.

use std::path::PathBuf;

use clap::Args;
use sourceline::export::variables::{self, Notation};
use sourceline::store::put;

use super::context::{Context, in_order};
use super::exit::Exit;
use super::failure::Failure;
use super::one_of::one_of;
use super::report;
use super::screen::visible;

/// Writes every observation as a variable for Quarto, LaTeX or Typst
///
/// The numbers are said as on the charts, so prose and charts cannot disagree. Quarto reads the
/// file as _variables.yml, LaTeX by \\input, Typst by #import; the first lines of the file say how.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline export --for quarto --out _variables.yml\n  sourceline export --for latex > figures.tex"
)]
pub struct Export {
    /// What the variables are for
    #[arg(long = "for", value_name = "LANGUAGE", value_parser = one_of(Notation::ALL.map(|language| (language.word(), language))))]
    language: Notation,
    /// Write into this file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write nothing; say what would be written
    #[arg(long, requires = "out")]
    dry_run: bool,
}

impl Export {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |_, data, context| {
            let text = variables::write(self.language, data);
            let Some(path) = self.out else {
                context.out.say(format_args!("{text}"));
                return Ok(Exit::Fine);
            };
            let word = report::written(put(&path, text.as_bytes(), self.dry_run)?, self.dry_run);
            context.err.say(format_args!("{word:14}{}\n", visible(&path.to_string_lossy())));
            Ok(Exit::Fine)
        })
    }
}
