//! `sourceline add chart`: a first spec, to be made better by hand.

use clap::Args;
use clap::builder::PossibleValuesParser;
use sourceline::chart::ChartSpec;
use sourceline::chart::first_ways::FirstWay;
use sourceline::check::check;
use sourceline::dataset::edit::Splice;
use sourceline::figure::SeriesKey;
use sourceline::output::catalogue::spec_label;
use sourceline::output::studio::PLAIN;
use sourceline::problem::has_errors;
use sourceline::store::{FileEdit, Folder, Groundwork, is_there};

use super::settle::find_series;
use super::sure::Sure;
use crate::cli::change::{Job, Plan};
use crate::cli::context::Context;
use crate::cli::drawing;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

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
    /// Otherwise what the figures of the one series show, or the titles of the series
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// How they are drawn; otherwise by the marks that suit
    #[arg(long = "as", value_name = "WAY",
        value_parser = PossibleValuesParser::new(FirstWay::ALL.map(FirstWay::word)))]
    way: Option<String>,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddChart {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        if !is_file_name(&self.name) {
            return Err(Unchanged::new(format!("`{}` cannot be the name of a chart", self.name))
                .hint("write lower-case letters, digits and hyphens, as in nca-referrals")
                .into());
        }
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        job.carry_out(context, |ground| self.plan(&project, ground))
    }

    fn plan(&self, project: &Folder, ground: &Groundwork) -> Result<Plan, Failure> {
        let read = check(&ground.files, project.settings.financial_year_starts);
        let data = &read.value;
        let mut series: Vec<SeriesKey> = Vec::new();
        for id in &self.series {
            series.push(find_series(data, id)?);
        }
        let studio = drawing::studio(project, data);
        let way = self.way.as_deref().unwrap_or(FirstWay::Suited.word());
        let way = FirstWay::ALL.into_iter().find(|one| one.word() == way);
        let spec = way.and_then(|way| way.spec(data, &series, self.title.as_deref()));
        let Some(spec) = spec else {
            return Err(Unchanged::new("these series cannot be drawn so")
                .hint("leave --as out, or name other series")
                .into());
        };
        let spec = match self.title {
            Some(_) => spec,
            None => studio.with_finding(&self.name, spec),
        };
        let label = spec_label(&self.name);
        if is_there(&project.root.join(&label)) {
            return Err(Unchanged::new(format!("there is a {label} already"))
                .hint("write another name, or edit it")
                .into());
        }
        if let Some(other) = drawing::catalogue(project, data)?.find(&self.name) {
            let message = format!("{} has a chart `{}` already", other.label, self.name);
            return Err(Unchanged::new(message).hint("write another name").into());
        }
        let own = ChartSpec::only(&self.name, &label, &spec);
        let drawn = studio.draw(&own, false, PLAIN);
        let texts = vec![(label.clone(), spec.clone().into_bytes())];
        if has_errors(&drawn.problems) {
            let message = format!("{label} was not written: the chart could not be drawn");
            return Err(Unchanged::problems(drawn.problems, texts, &message).into());
        }
        Ok(Plan {
            edits: vec![FileEdit::new(&label, vec![Splice { at: 0..0, with: spec.into_bytes() }])],
            advice: drawn.problems,
            advice_texts: texts,
            question: self.sure.question(),
            then: format!("`sourceline render {}` draws it\n", self.name),
            ..Plan::default()
        })
    }
}

pub fn is_file_name(name: &str) -> bool {
    let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
    !name.is_empty()
        && name.len() <= 100
        && name.chars().all(allowed)
        && !name.starts_with(['-', '_'])
}
