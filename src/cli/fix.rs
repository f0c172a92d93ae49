//! `sourceline fix`: mends what has one meaning only.

use std::collections::BTreeSet;

use clap::Args;
use sourceline::check::{errors_holding, series_of_floats};
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::{ALL, Layout};
use sourceline::dataset::mend::mend;
use sourceline::problem::{Hold, Level};
use sourceline::store::{FileEdit, Groundwork};

use super::change::{Job, Plan};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::one_of::one_of;
use super::{diff, report};

/// Mends what has one meaning only, and shows what it would change
///
/// Byte order mark, line endings, semicolons or tabs between cells, thousands separators in
/// correct groups, quotation marks and invisible characters in ids, blanks at the ends of cells,
/// Windows-1252. What may mean two things stays an error.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline fix\n  sourceline fix figures --write")]
pub struct Fix {
    /// The files to mend; all of them if none is named
    #[arg(value_name = "FILE", value_parser = one_of(ALL.map(|layout| (layout.file.name(), layout))))]
    files: Vec<&'static Layout>,
    /// Write what is shown
    #[arg(long, conflicts_with = "dry_run")]
    write: bool,
    /// Write nothing, which is so without --write, too
    #[arg(long)]
    dry_run: bool,
}

/// They are counted, not told.
const HELD: usize = 100;

impl Fix {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let job = Job { project: &project, dry_run: !self.write, specs: false };
        let mut left = 0;
        let exit = job.carry_out(context, |ground| {
            let month = project.settings.financial_year_starts;
            let floats = {
                let read = Dataset::read_holding(&ground.files, month, Hold::First(0)).0;
                series_of_floats(&read.value)
            };
            let plan = self.plan(ground, &floats);
            let mended = (!plan.edits.is_empty()).then(|| ground.with(&plan.edits));
            let after = mended.as_ref().unwrap_or(ground);
            let (after, unheld) = errors_holding(&after.files, month, Hold::First(HELD));
            let held = after.problems.iter().filter(|problem| problem.level() == Level::Error);
            left = held.count() + unheld.at(Level::Error);
            Ok(plan)
        })?;
        if left == 0 {
            return Ok(exit);
        }
        let told = report::count(left, "error stays", "errors stay");
        context.out.say(format_args!("{told}, which `sourceline check` tells\n"));
        Ok(Exit::Problems)
    }

    fn plan(&self, ground: &Groundwork, floats: &BTreeSet<String>) -> Plan {
        let mut plan = Plan::default();
        for layout in ALL {
            let wanted = self.files.is_empty() || self.files.contains(&layout);
            let before = ground.text(layout.file.label());
            if !wanted || before.is_empty() {
                continue;
            }
            let mended = mend(layout, before, floats);
            if mended.text == before {
                continue;
            }
            for (what, count) in &mended.what {
                plan.words += &format!("{}: {}\n", layout.file.label(), what.words(*count));
            }
            plan.edits
                .push(FileEdit::new(layout.file.label(), diff::between(before, &mended.text)));
        }
        plan
    }
}
