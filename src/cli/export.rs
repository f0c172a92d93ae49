//! `sourceline export`: every observation as a variable of a document.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use sourceline::check;
use sourceline::export::variables::{self, Language};

use super::failure::Failure;
use super::write::{Standing, standing, write};
use super::{Context, Exit, report};

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
    #[arg(long = "for", value_name = "LANGUAGE", value_enum)]
    language: For,
    /// Write into this file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write nothing; say what would be written
    #[arg(long, requires = "out")]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum For {
    Quarto,
    Latex,
    Typst,
}

impl For {
    fn language(self) -> Language {
        match self {
            For::Quarto => Language::Quarto,
            For::Latex => Language::Latex,
            For::Typst => Language::Typst,
        }
    }
}

impl Export {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let checked = check::errors(&files, project.settings.financial_year_starts);
        if !report::in_order(&project, &files, &checked.problems, &mut context.err) {
            return Ok(Exit::Problems);
        }
        let text = variables::write(self.language.language(), &checked.value);
        let Some(path) = self.out else {
            context.out.say(format_args!("{text}"));
            return Ok(Exit::Fine);
        };
        let standing = standing(&path, text.as_bytes());
        let standing = standing.map_err(|error| Failure::Read(path.clone(), error))?;
        let word = match (standing, self.dry_run) {
            (Standing::Same, _) => "unchanged",
            (_, true) => "would write",
            (_, false) => {
                write(&path, text.as_bytes())
                    .map_err(|error| Failure::Write(path.clone(), error))?;
                "wrote"
            }
        };
        context.err.say(format_args!("{word:14}{}\n", path.display()));
        Ok(Exit::Fine)
    }
}
