//! `sourceline export`: the data for other programs, or every observation as a variable of a
//! document.

use std::path::PathBuf;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::export::data::{self, DataFormat, DataSource, Writes};
use sourceline::export::variables::{self, Notation};
use sourceline::store::{Folder, put};

use super::context::{Context, in_order};
use super::exit::Exit;
use super::failure::Failure;
use super::one_of::one_of_told;
use super::refusal::Unchanged;
use super::report;
use super::screen::visible;

/// Writes the data for other programs, or as variables of a document
///
/// The data are all figures, series, sources and events, with the days of each period, and the
/// observations: for each series and period the figure that charts draw. Variables are the numbers
/// as charts say them, so that prose and charts cannot disagree: Quarto reads the file as
/// _variables.yml, LaTeX by \\input, Typst by #import; the first lines of the file say how.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline export --for sql | sqlite3 figures.db\n  sourceline export --for json --out figures.json\n  sourceline export --for datapackage --out figures.zip\n  sourceline export --for xlsx --out figures.xlsx\n  sourceline export --for quarto --out _variables.yml"
)]
pub struct Export {
    /// What it is for
    #[arg(long = "for", value_name = "FORMAT", value_parser = one_of_told(targets()))]
    target: ExportFor,
    /// Write into this file instead of printing
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Write nothing; say what would be written
    #[arg(long, requires = "out")]
    dry_run: bool,
}

/// What is written.
#[derive(Clone, Copy)]
enum ExportFor {
    Data(&'static DataFormat),
    Variables(Notation),
}

/// All of them with their words and what help says of them.
fn targets() -> Vec<(&'static str, &'static str, ExportFor)> {
    let data = data::ALL.iter().map(|format| (format.word, format.what, ExportFor::Data(format)));
    let variables = Notation::ALL
        .map(|notation| (notation.word(), notation.what(), ExportFor::Variables(notation)));
    data.chain(variables).collect()
}

impl Export {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        in_order(context, |project, data, context| {
            let bytes = match self.target {
                ExportFor::Variables(notation) => variables::write(notation, data).into_bytes(),
                ExportFor::Data(format) => self.data(project, data, format)?,
            };
            let Some(path) = self.out else {
                context.out.say(format_args!("{}", String::from_utf8_lossy(&bytes)));
                return Ok(Exit::Fine);
            };
            let word = report::written(put(&path, &bytes, self.dry_run)?, self.dry_run);
            context.err.say(format_args!("{word:14}{}\n", visible(&path.to_string_lossy())));
            Ok(Exit::Fine)
        })
    }

    fn data(
        &self,
        project: &Folder,
        data: &Dataset,
        format: &DataFormat,
    ) -> Result<Vec<u8>, Failure> {
        let package = project.package();
        let source = DataSource { project: &project.name, package: package.as_deref(), data };
        match format.writes {
            Writes::Text(write) => Ok(write(&source).into_bytes()),
            Writes::Bytes(_) if self.out.is_none() => {
                let message = format!("{} is no text that can be printed", format.word);
                Err(Unchanged::new(message).hint("name a file: --out FILE").into())
            }
            Writes::Bytes(write) => Ok(write(&source).map_err(Unchanged::new)?),
        }
    }
}
