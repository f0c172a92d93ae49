//! `sourceline add chart`: a first spec, to be made better by hand.

use clap::Args;
use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::figure::{Nature, SeriesKey};
use sourceline::problem::has_errors;

use super::figure::find_series;
use crate::cli::change::{Stop, create};
use crate::cli::project::spec_label;
use crate::cli::refusal::Refusal;
use crate::cli::{Context, Exit, drawing, report};

/// Writes the first spec of a chart: charts/NAME.toml
///
/// Series of one nature and unit share a panel, others get one of their own. Counts of whole
/// periods are bars if there is one series, everything else is points: what may be joined by a
/// line is for you to say.
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
    pub fn run(self, context: &mut Context) -> Result<Exit, Stop> {
        let project = context.project()?;
        let files = project.files()?;
        let read = check(&files, project.settings.financial_year_starts);
        let data = &read.value;
        if !is_file_name(&self.name) {
            return Err(Refusal::new(format!("`{}` cannot be the name of a chart", self.name))
                .hint("write lower-case letters, digits and hyphens, as in nca-referrals")
                .into());
        }
        let mut series: Vec<SeriesKey> = Vec::new();
        for id in &self.series {
            series.push(find_series(data, id)?);
        }
        let spec = spec(data, &series, self.title.as_deref());
        let label = spec_label(&self.name);
        let path = project.root.join(&label);
        if path.exists() {
            return Err(Refusal::new(format!("there is a {label} already"))
                .hint("write another name, or edit it")
                .into());
        }
        let drawn = drawing::draw_text(&project, &self.name, spec.clone(), data, false);
        let errors = has_errors(&drawn.problems);
        report::print(&drawn.problems, |_| Some(spec.as_bytes().into()), &mut context.err);
        if errors {
            return Err(Refusal::new(format!(
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

/// A spec that shows the series: one panel for all that may share one.
pub fn spec(data: &Dataset, series: &[SeriesKey], title: Option<&str>) -> String {
    let mut panels: Vec<Vec<SeriesKey>> = Vec::new();
    for key in series {
        let fits = |panel: &&mut Vec<SeriesKey>| {
            let (one, other) = (data.series(panel[0]), data.series(*key));
            one.nature == other.nature && one.per == other.per && one.unit == other.unit
        };
        match panels.iter_mut().find(fits) {
            Some(panel) => panel.push(*key),
            None => panels.push(vec![*key]),
        }
    }
    let titles: Vec<&str> = panels.iter().map(|panel| &*data.series(panel[0]).title).collect();
    let title = title.map_or(titles.join("; "), str::to_string);
    let mut text = format!("title = {}\n", quoted(&title));
    for panel in &panels {
        text += "\n[[panels]]\n";
        if panels.len() > 1 {
            text += &format!("title = {}\n", quoted(&data.series(panel[0]).title));
        }
        text += "series = [\n";
        for key in panel {
            let mark = mark(data, *key, panel.len() == 1);
            text += &format!("  {{ id = {}, mark = \"{mark}\" }},\n", quoted(data.series(*key).id));
        }
        text += "]\n";
    }
    text
}

/// Bars for counts that each have one number of their own kind of period; else points.
fn mark(data: &Dataset, key: SeriesKey, alone: bool) -> &'static str {
    let observations = data.observations_of(key);
    let kind = |one: &sourceline::dataset::Observation| one.period.kind(data.financial_month);
    let same = observations.windows(2).all(|two| kind(&two[0]) == kind(&two[1]));
    let apart =
        observations.windows(2).all(|two| !two[0].period.span().overlaps(two[1].period.span()));
    let number = |one: &sourceline::dataset::Observation| {
        let figure = data.figure(one.preferred);
        figure.quantity().is_none() || figure.value().is_some()
    };
    let numbers = observations.iter().all(number);
    let bars = alone && data.series(key).nature == Nature::Flow && same && apart && numbers;
    if bars && !observations.is_empty() { "bars" } else { "points" }
}

/// A basic string of TOML; double braces would be words to compute.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
