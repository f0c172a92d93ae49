//! `sourceline add chart`: a first spec, to be made better by hand.

use clap::Args;
use sourceline::chart::first_spec::first_spec;
use sourceline::check::check;
use sourceline::figure::SeriesKey;
use sourceline::output::rendering::spec_label;
use sourceline::output::studio::PLAIN;
use sourceline::problem::has_errors;
use sourceline::store::{create, is_there};

use super::settle::find_series;
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::{drawing, report};

/// Writes the first spec of a chart: charts/NAME.toml
///
/// Series of one nature and unit share a panel, others get one of their own, as do counts over
/// periods of another length. Counts are bars if there is one series, and averages where its periods
/// differ in length; everything else is points: what may be joined by a line is for you to say.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline add chart referrals --series nca-referrals\n  \
    sourceline add chart reports --series ncmec-reports --series iwf-confirmed --title \"Two counts\"")]
pub struct AddChart {
    /// The name of the chart, which becomes that of its files
    #[arg(value_name = "NAME")]
    name: String,
    /// A series to show; may be given several times
    #[arg(long, value_name = "ID", required = true)]
    series: Vec<String>,
    /// Otherwise the titles of the series
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddChart {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let read = check(&files, project.settings.financial_year_starts);
        let data = &read.value;
        if !is_file_name(&self.name) {
            return Err(Unchanged::new(format!("`{}` cannot be the name of a chart", self.name))
                .hint("write lower-case letters, digits and hyphens, as in nca-referrals")
                .into());
        }
        let mut series: Vec<SeriesKey> = Vec::new();
        for id in &self.series {
            series.push(find_series(data, id)?);
        }
        let spec = first_spec(data, &series, self.title.as_deref());
        let label = spec_label(&self.name);
        let path = project.root.join(&label);
        if is_there(&path) {
            return Err(Unchanged::new(format!("there is a {label} already"))
                .hint("write another name, or edit it")
                .into());
        }
        let drawn = drawing::studio(&project, data).draw(&self.name, &spec, false, PLAIN);
        let errors = has_errors(&drawn.problems);
        report::print(&drawn.problems, |_| Some(spec.as_bytes().into()), &mut context.err);
        if errors {
            return Err(Unchanged::new(format!(
                "{label} was not written: the chart could not be drawn"
            ))
            .into());
        }
        context.out.say(format_args!("{}", crate::cli::diff::whole(&label, &spec)));
        if self.dry_run {
            context.out.say(format_args!("would write {label}; nothing was written\n"));
            return Ok(Exit::Fine);
        }
        create(&path, spec.as_bytes())?;
        context
            .out
            .say(format_args!("wrote {label}; `sourceline render {}` draws it\n", self.name));
        Ok(Exit::Fine)
    }
}

fn is_file_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    !name.is_empty()
        && name.len() <= 100
        && name.chars().all(allowed)
        && !name.starts_with(['-', '_'])
}
