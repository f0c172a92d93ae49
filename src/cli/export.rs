//! `sourceline export`: the data or the sources for other programs, or every observation as a variable of a
//! document.

use std::path::PathBuf;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::export::bibliography;
use sourceline::export::data::{self, DataFormat, DataSource, Writes};
use sourceline::export::variables::{self, Notation};
use sourceline::problem::{Level, Unheld};
use sourceline::references::ListFormat;
use sourceline::store::Folder;

use super::context::{Context, in_order};
use super::drawing;
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::named::charts_named;
use super::one_of::one_of_told;
use super::outputs;
use super::refusal::Unchanged;
use super::report;

/// Writes the data or the sources for other programs, or variables for a document
///
/// The data are all figures, series, sources and events, with the days of each period, and the
/// observations: for each series and period the figure that charts draw. Lists of sources are for
/// reference managers; their keys are the ids. Variables are the numbers
/// as charts say them, so that prose and charts cannot disagree: Quarto reads the file as
/// _variables.yml, LaTeX by \\input, Typst by #import; the first lines of the file say how.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline export --for sql | sqlite3 figures.db\n  sourceline export --for json --out figures.json\n  sourceline export --for datapackage --out figures.zip\n  sourceline export --for xlsx --out figures.xlsx\n  sourceline export --for bibtex --chart referrals --out sources.bib\n  sourceline export --for quarto --out _variables.yml"
)]
pub struct Export {
    /// What it is for
    #[arg(long = "for", value_name = "FORMAT", value_parser = one_of_told(targets()))]
    target: ExportFor,
    /// Only the sources of this chart, with what they pass on; may be given again
    #[arg(long, value_name = "NAME")]
    chart: Vec<String>,
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
    Sources(ListFormat),
}

impl ExportFor {
    /// What such a file is often called.
    fn file(self) -> &'static str {
        match self {
            ExportFor::Data(format) => match format.word {
                "json" => "figures.json",
                "sql" => "figures.sql",
                "datapackage" => "figures.zip",
                _ => "figures.xlsx",
            },
            ExportFor::Variables(Notation::Quarto) => "_variables.yml",
            ExportFor::Variables(Notation::Latex) => "figures.tex",
            ExportFor::Variables(Notation::Typst) => "figures.typ",
            ExportFor::Sources(ListFormat::BibTex) => "sources.bib",
            ExportFor::Sources(ListFormat::Ris) => "sources.ris",
            ExportFor::Sources(_) => "sources.json",
        }
    }
}

/// All of them with their words and what help says of them.
fn targets() -> Vec<(&'static str, &'static str, ExportFor)> {
    let data = data::ALL.iter().map(|format| (format.word, format.what, ExportFor::Data(format)));
    let variables = Notation::ALL
        .map(|notation| (notation.word(), notation.what(), ExportFor::Variables(notation)));
    let sources = ListFormat::WRITTEN
        .map(|format| (format.word(), format.what(), ExportFor::Sources(format)));
    data.chain(sources).chain(variables).collect()
}

impl Export {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        if !self.chart.is_empty() && !matches!(self.target, ExportFor::Sources(_)) {
            let message = "--chart is for lists of sources: bibtex, csl and ris";
            return Err(Unchanged::new(message).into());
        }
        in_order(context, |project, data, context| {
            let bytes = match self.target {
                ExportFor::Variables(notation) => variables::write(notation, data).into_bytes(),
                ExportFor::Data(format) => self.data(project, data, format)?,
                ExportFor::Sources(format) => match self.sources(project, data, format, context)? {
                    Some(text) => text.into_bytes(),
                    None => return Ok(Exit::Problems),
                },
            };
            let Some(path) = self.out else {
                context.out.say(format_args!("{}", String::from_utf8_lossy(&bytes)));
                return Ok(Exit::Fine);
            };
            // No format has a mark to know its files by: any other file is written over.
            outputs::put_one(
                project,
                &path,
                &bytes,
                self.dry_run,
                (self.target.file(), |_| Ok(true)),
                context,
            )
        })
    }

    /// The list of all sources, or of those that charts cite; nothing if a chart is in error.
    fn sources(
        &self,
        project: &Folder,
        data: &Dataset,
        format: ListFormat,
        context: &mut Context,
    ) -> Result<Option<String>, Failure> {
        let mut cited: Vec<String> = Vec::new();
        let catalogue = drawing::catalogue(project, data)?;
        let easel = Easel::new(project, data, &catalogue);
        let charts = match self.chart.is_empty() {
            true => Vec::new(),
            false => charts_named(&catalogue, &self.chart)?,
        };
        for spec in &charts {
            let drawn = easel.draw(spec);
            let Some(drawing) = drawn.value else {
                let errors: Vec<_> =
                    drawn.problems.into_iter().filter(|one| one.level() == Level::Error).collect();
                let text_of = |label: &str| project.text_of(label, None);
                report::print(&errors, report::BY_CHECK, text_of, &mut context.err);
                context.err.say(format_args!(
                    "{}: nothing was written\n",
                    report::summary(&errors, &Unheld::default())
                ));
                return Ok(None);
            };
            cited.extend(drawing.chart.sources.into_iter().map(|one| one.source));
        }
        let ids: Vec<&str> = cited.iter().map(String::as_str).collect();
        let only = (!self.chart.is_empty()).then_some(ids.as_slice());
        Ok(format.write(&bibliography::references(data, only)))
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
