//! `sourceline add event`.

use clap::Args;
use sourceline::dataset::DataFile;
use sourceline::dataset::edit::first_row;
use sourceline::dataset::layout::EVENTS;
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::Unit;
use sourceline::problem::Checked;
use sourceline::store::{FileEdit, Groundwork};

use super::settle::{cell, find_source, missing, own_id};
use super::source::{date, judge_date};
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan, editor, judged};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Adds an event: a dated word that charts may point at
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline add event\n  \
    sourceline add event --date \"December 2014\" --label \"CAID goes live\" --source caid-privacy-notice")]
pub struct AddEvent {
    /// As far as it is known: 2014, "December 2014", 2014-12-04
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Its words on charts
    #[arg(long, value_name = "TEXT")]
    label: Option<String>,
    /// The id of the source that tells of it
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id of the new event; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddEvent {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let month = project.settings.financial_year_starts;
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        if self.date.is_none() || self.label.is_none() {
            match Asker::new(context.err.is_styled()) {
                Some(asker) => self.ask(&asker, &project.files()?, month)?,
                None => {
                    let needed =
                        [("--date", self.date.is_none()), ("--label", self.label.is_none())];
                    return Err(missing(&needed, "an event needs a date and a label").into());
                }
            }
        }
        let Some(date) = date(self.date.as_deref())? else {
            return Err(Unchanged::new("an event needs a date")
                .hint("write --date 2014-12")
                .into());
        };
        job.change(context, |ground, read| self.plan(ground, read, date))
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        date: Unit,
    ) -> Result<Plan, Failure> {
        let data = &read.value;
        if let Some(source) = &self.source {
            find_source(data, source)?;
        }
        let label = self.label.as_deref().unwrap_or_default().trim();
        let id = own_id(data, DataFile::Events, self.id.as_deref(), || data.propose_event(label))?;
        let row = [
            ("id", id.clone()),
            ("date", date.to_string()),
            ("label", label.to_string()),
            ("source", cell(&self.source)),
            ("note", cell(&self.note)),
        ];
        let splice = match ground.files.events {
            None => first_row(&EVENTS, &row),
            Some(_) => editor(ground, read, &EVENTS)?
                .insert(data.spot_for_event(date), &row)
                .map_err(Unchanged::from)?,
        };
        let label = crate::cli::screen::visible(label);
        let words = format!("{id}: {}: {label}\n", sourceline::locale::EN_GB.date(date));
        let edits = vec![FileEdit::new(DataFile::Events.label(), vec![splice])];
        judged(ground, read, Plan { edits, words, ..Plan::default() })
    }

    fn ask(&mut self, asker: &Asker, files: &Files, month: u32) -> Result<(), Failure> {
        if self.date.is_none() {
            let judge = |text: &str| match text {
                "" => Judged::Not("an event needs a date".into()),
                text => judge_date(text),
            };
            self.date = Some(asker.line("Date", "", judge)?);
        }
        if self.label.is_none() {
            let judge = |text: &str| match text {
                "" => Judged::Not("an event needs a label".into()),
                text => Judged::Fine(text.into()),
            };
            self.label = Some(asker.line("Words on charts", "", judge)?);
        }
        if self.source.is_none() {
            let data = Dataset::read(files, month).value;
            let mut items = vec![Item::new("none")];
            let name = |source: &sourceline::figure::Source| {
                format!("{}  {}, {}", source.id, source.publisher, source.title)
            };
            items.extend(data.sources.iter().map(|source| Item::new(name(source))));
            let picked = asker.pick("Source", &items)?;
            self.source = picked.checked_sub(1).map(|at| data.sources[at].id.to_string());
        }
        Ok(())
    }
}
