//! `sourceline check`: everything that is wrong, in one run.

use clap::{Args, ValueEnum};
use sourceline::check;
use sourceline::dataset::{Dataset, Files};
use sourceline::output::catalogue::told_once;
use sourceline::output::looks::Looks;
use sourceline::problem::{Checked, Hold, Level, Place, Problem, Rule, Unheld, has_errors};

use super::context::Context;
use super::drawing::Easel;
use super::exit::Exit;
use super::failure::Failure;
use super::left_over::{self, LeftFiles};
use super::report::Rest;
use super::shard::Shard;
use super::{drawing, report};

/// Finds what is wrong with the data, the settings and the charts
///
/// Every problem is told with its file, line, column and spreadsheet cell, and with what to write
/// instead. An error must be mended before anything is drawn; a piece of advice is worth a look.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline check\n  sourceline check --strict\n  sourceline check --format json"
)]
pub struct Check {
    /// For people, or one array of objects for programs
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = ReportFormat::Text)]
    format: ReportFormat,
    /// Print every problem; otherwise, of a rule that many break, the first ten and how many more
    #[arg(long)]
    all: bool,
    /// Look at this part of the charts only: 3/16 is the third of sixteen. The first tells what is
    /// advised on the data and the project too; errors in them are told by each
    #[arg(long, value_name = "PART/PARTS")]
    shard: Option<Shard>,
    /// Let advice count as a problem, too: exit with 1
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum ReportFormat {
    Text,
    Json,
}

impl Check {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let files = project.files()?;
        let month = project.settings.financial_year_starts;
        let (checked, mut unheld) = check::check_holding(&files, month, Hold::First(HELD));
        let mut problems = project.problems.clone();
        problems.extend(project.links()?);
        problems.extend(checked.problems);
        let catalogue = drawing::catalogue(&project, &checked.value)?;
        let shard = self.shard.unwrap_or_default();
        let charts = shard.part(catalogue.charts());
        let easel = Easel::new(&project, &checked.value, &catalogue);
        // A chart of data that is not in order would only repeat what is wrong with the data.
        let judged = !has_errors(&problems);
        problems.retain(|problem| shard.leads() || problem.level() == Level::Error);
        if !shard.leads() {
            unheld.drop_advice();
        }
        let choice = |looks: &Looks, _| looks.all();
        let found = drawing::for_each(&charts, false, |chart| match judged {
            true => {
                let Checked { value, mut problems } = easel.draw_all(chart, false, &choice);
                if !value.drawn.is_empty() {
                    problems.extend(easel.studio.advice(chart, &value.drawn));
                }
                problems
            }
            false => drawing::spec_problems(chart),
        });
        problems.extend(told_once(charts.iter().zip(found).collect()));
        let left = if shard.leads() { left_over::left_over(&project, &easel)? } else { Vec::new() };
        let (read, is_charted) = (contents(&checked.value, charts.len()), !charts.is_empty());
        // The files are perhaps read again, and one reading of them is enough to hold.
        drop((easel, charts));
        drop(catalogue);
        drop(checked.value);
        for LeftFiles { file, more, chart } in left {
            let which = match more {
                0 => "this file is".to_string(),
                more => format!("this and {} are", report::count(more, "file more", "files more")),
            };
            let message =
                format!("{which} of the chart `{chart}`, which no spec describes any more");
            let hint = "delete it with all that lies beside it under its name, or bring back what its spec named";
            let place = Place { file, ..Place::default() };
            problems.push(Rule::LeftOver.at(place, message).hint(hint));
        }
        match self.format {
            ReportFormat::Json => {
                let mut list = report::JsonList::begin(&mut context.out);
                unheld_of(&files, month, &unheld, shard, |problem| list.say(&problem));
                problems.iter().for_each(|problem| list.say(problem));
                list.end();
            }
            ReportFormat::Text => {
                let text_of = |label: &str| project.text_of(label, Some(&files));
                if self.all {
                    unheld_of(&files, month, &unheld, shard, |problem| {
                        report::print(&[problem], Rest::Printed, text_of, &mut context.out);
                    });
                    report::print(&problems, Rest::Printed, text_of, &mut context.out);
                } else {
                    let rest = Rest::Counted("; `--all` prints them");
                    report::print_held(&problems, &unheld, rest, text_of, &mut context.out);
                }
                let summary = report::summary(&problems, &unheld);
                context.out.say(format_args!("{read}: {summary}\n"));
                if !judged && is_charted {
                    context.out.say(format_args!(
                        "The charts are held against the data once its errors are mended.\n"
                    ));
                }
            }
        }
        let least = if self.strict { Level::Advice } else { Level::Error };
        let found = problems.iter().any(|problem| problem.level() >= least);
        Ok(if found { Exit::Problems } else { Exit::Fine })
    }
}

/// So many problems of a rule in a file are held, and told in the order of the files. Where there are
/// more, those come first, as they are found.
const HELD: usize = 5_000;

/// Reads the files again for the problems that were not held.
fn unheld_of(
    files: &Files,
    month: u32,
    unheld: &Unheld,
    shard: Shard,
    mut tell: impl FnMut(Problem),
) {
    if unheld.is_empty() {
        return;
    }
    check::check_handing(files, month, HELD, |problem| {
        if shard.leads() || problem.level() == Level::Error {
            tell(problem);
        }
    });
}

fn contents(data: &Dataset, charts: usize) -> String {
    let parts = [
        report::count(data.rows().count(), "figure", "figures"),
        format!("{} series", data.series.len()),
        report::count(data.sources.len(), "source", "sources"),
        report::count(charts, "chart", "charts"),
    ];
    parts.join(", ")
}
