//! `sourceline import`: many figures out of somebody's table.

mod against;
mod entries;
mod fate;
mod frame;
mod numbers;
mod options;
mod partition;
mod periods;
mod plan;
mod question;
mod targets;
mod told;

use std::path::PathBuf;

use clap::Args;
use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::FIGURES;
use sourceline::problem::Checked;
use sourceline::store;
use sourceline::store::Groundwork;
use sourceline::tables::{self, Asked, PublishedTable};

use self::entries::TableRows;
use self::fate::ImportRow;
use self::frame::Frame;
use self::options::ImportOptions;
use self::question::OpenMatter;
use self::told::Tally;
use super::add::settle::missing;
use super::ask::{Asker, Item};
use super::change::{Job, Plan, editor, judged};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::report;
use super::table::Listing;

/// Adds the figures of a table
///
/// Periods and values are read as `sourceline add` reads them, and what may mean two things is
/// settled once for a whole column: asked on a terminal, and refused elsewhere with what to type.
/// What is there already is passed over; what the same source gives with another number, in the
/// project or in another row of the table, is a conflict and stops the whole. --dry-run shows what
/// would become of every row.
#[derive(Args)]
#[command(
    after_help = "Example:\n  sourceline import counts.csv --series ncmec-reports --source ncmec-cy2024 \
    --period-column Year --value-column Total --dry-run"
)]
pub struct Import {
    /// The table
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    options: ImportOptions,
    /// Say what would become of every row, and write nothing
    #[arg(long)]
    dry_run: bool,
}

/// What came of one try.
enum Tried {
    Done(Exit),
    Open(Vec<OpenMatter>),
}

impl Import {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let label = self.file.display().to_string();
        let bytes = store::read(&self.file)?;
        let asked = Asked { sheet: self.options.sheet.clone(), range: self.options.range.clone() };
        let grid = tables::read(&label, &bytes, &asked).map_err(|problem| {
            Unchanged::problems(
                vec![*problem],
                vec![(label.clone(), bytes.clone())],
                "nothing was imported",
            )
        })?;
        let table = PublishedTable::of(grid);
        if !self.options.is_complete() {
            return Err(self.incomplete().into());
        }
        let asker = Asker::new(context.err.is_styled());
        loop {
            let mut open = match self.tried(context, &table, &label)? {
                Tried::Done(exit) => return Ok(exit),
                Tried::Open(open) => open,
            };
            let Some(asker) = &asker else {
                let last = open.pop();
                for matter in open {
                    Failure::from(Unchanged::from(matter)).print(&mut context.err);
                }
                return Err(last
                    .map_or(Unchanged::new("nothing was imported"), Unchanged::from)
                    .into());
            };
            for matter in open {
                let items: Vec<Item> =
                    matter.answers.iter().map(|answer| Item::new(answer.told())).collect();
                let picked = asker.pick(&matter.matter, &items)?;
                self.options = self
                    .options
                    .with(&matter.answers[picked].words)
                    .map_err(|error| Failure::Usage(error.to_string()))?;
            }
        }
    }

    fn tried(
        &self,
        context: &mut Context,
        table: &PublishedTable,
        label: &str,
    ) -> Result<Tried, Failure> {
        let project = context.project()?;
        let frame = Frame::of(table, label, &self.options)?;
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let (mut shown, mut open) = (None, Vec::new());
        let done = job.change(context, |ground, read| {
            let new = targets::new_series(ground, read, &frame, &self.options)?;
            let Some(new) = new else {
                return self.plan(ground, read, &frame, &mut shown, &mut open);
            };
            let wider = ground.with(std::slice::from_ref(&new.edit));
            let checked = check(&wider.files, project.settings.financial_year_starts);
            let mut plan = self.plan(&wider, &checked, &frame, &mut shown, &mut open)?;
            plan.edits.insert(0, new.edit);
            plan.words = new.words + &plan.words;
            Ok(plan)
        });
        if !open.is_empty() {
            return Ok(Tried::Open(open));
        }
        // The table belongs to the refusal as much as to the change.
        if let Some(table) = shown.filter(|_| self.dry_run || done.is_err()) {
            table.print(super::table::TableFormat::Table, &mut context.out);
        }
        done.map(Tried::Done)
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        frame: &Frame,
        shown: &mut Option<Listing>,
        open: &mut Vec<OpenMatter>,
    ) -> Result<Plan, Failure> {
        let data = &read.value;
        let entries = TableRows::read(data, frame, &self.options)?;
        let tally = Tally::of(&entries.rows);
        if !entries.open.is_empty() {
            *open = entries.open;
            return Err(Unchanged::new("nothing was imported").into());
        }
        let in_doubt = tally.unread + tally.conflict + tally.revised > 0;
        if self.dry_run || in_doubt {
            let supersede = self.options.supersede;
            *shown = Some(told::listing(data, frame, &entries.rows, supersede));
        }
        self.refuse(tally)?;
        self.edits(ground, read, frame, &entries.rows, tally)
    }

    fn incomplete(&self) -> Unchanged {
        let options = &self.options;
        let value = options.value_column.is_some() || options.low_column.is_some();
        let needed = [
            ("--series ID", options.series.is_none() && options.series_column.is_none()),
            ("--source ID", options.source.is_none() && options.source_column.is_none()),
            ("--period-column COLUMN", options.period_column.is_none()),
            ("--value-column COLUMN", !value),
        ];
        missing(&needed, "`sourceline import --help` tells what may be said of a table")
    }

    fn refuse(&self, tally: Tally) -> Result<(), Unchanged> {
        let options = &self.options;
        if tally.unread > 0 && !options.skip_unread {
            let rows = report::count(tally.unread, "row", "rows");
            return Err(Unchanged::new(format!(
                "{rows} could not be read, so nothing was imported"
            ))
            .hint("mend them; or --skip-unread passes over them, and --skip-totals over sums"));
        }
        let revised = if options.supersede { 0 } else { tally.revised };
        let conflicts = tally.conflict + revised;
        if conflicts > 0 && !options.skip_conflicts {
            let rows = report::count(conflicts, "row is", "rows are");
            let hint = match revised {
                0 => "mend one or the other; or --skip-conflicts adds the rest",
                _ => {
                    "mend one or the other; or --supersede takes the new numbers where the \
                      source has changed its own, and --skip-conflicts adds the rest"
                }
            };
            return Err(Unchanged::new(format!(
                "{rows} in conflict with what the same source says elsewhere"
            ))
            .hint(hint));
        }
        Ok(())
    }

    fn edits(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        frame: &Frame,
        rows: &[ImportRow],
        tally: Tally,
    ) -> Result<Plan, Failure> {
        let supersede = self.options.supersede;
        let editor = editor(ground, read, &FIGURES)?;
        let edits = plan::edits(&read.value, &editor, rows, supersede)?;
        let words = told::summary(frame, tally, supersede);
        judged(ground, read, Plan { edits, words, ..Plan::default() })
    }
}
