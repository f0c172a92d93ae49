//! `sourceline add event`.

use clap::Args;
use sourceline::dataset::DataFile;
use sourceline::dataset::edit::first_row;
use sourceline::dataset::layout::EVENTS;
use sourceline::dataset::{Dataset, Files};
use sourceline::figure::{Period, Years};
use sourceline::problem::Checked;
use sourceline::reading::period_in_words;
use sourceline::store::{FileEdit, Groundwork};

use super::dialogue::judged as judged_reading;
use super::settle::{cell, find_source, missing, own_id, take};
use super::sure::Sure;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan, editor, judged};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;
use crate::cli::said::{SaidEvent, read_date};

/// Adds an event: a dated word that charts may point at
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline add event\n  \
    sourceline add event --date \"December 2014\" --label \"CAID goes live\" --source caid-privacy-notice\n  \
    sourceline add event --date \"23 March to 4 July 2020\" --label Lockdown")]
pub struct AddEvent {
    #[command(flatten)]
    said: SaidEvent,
    /// The id of the new event; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    pub sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddEvent {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let month = project.settings.financial_year_starts;
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        if self.said.date.is_none() || self.said.label.is_none() {
            match context.asker() {
                Some(asker) => self.ask(&asker, &project.files()?, month)?,
                None => {
                    let needed = [
                        (("--date", ""), self.said.date.is_none()),
                        (("--label", ""), self.said.label.is_none()),
                    ];
                    return Err(missing(&needed, "an event needs a date and a label").into());
                }
            }
        }
        let typed = self.said.date.as_deref().unwrap_or_default().trim();
        if typed.is_empty() {
            return Err(Unchanged::new("an event needs a date")
                .hint("write --date 2014-12")
                .into());
        }
        let asker = context.asker();
        let mut date = None;
        job.change(context, |ground, read| {
            let date = match date {
                Some(date) => date,
                None => {
                    *date.insert(take(self.said.read_date(typed, &read.value), asker.as_ref())?)
                }
            };
            self.plan(ground, read, date)
        })
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        date: Period,
    ) -> Result<Plan, Failure> {
        let data = &read.value;
        if let Some(source) = &self.said.source {
            find_source(data, source)?;
        }
        let label = self.said.label.as_deref().unwrap_or_default().trim();
        let id = own_id(data, DataFile::Events, self.id.as_deref(), || data.propose_event(label))?;
        let row = [
            ("id", id.clone()),
            ("date", date.as_date()),
            ("label", label.to_string()),
            ("source", cell(&self.said.source)),
            ("note", cell(&self.said.note)),
        ];
        let splice = match ground.files.events {
            None => first_row(&EVENTS, &row),
            Some(_) => editor(ground, read, &EVENTS)?
                .insert(data.spot_for_event(date), &row)
                .map_err(Unchanged::from)?,
        };
        let label = crate::cli::screen::visible(label);
        let words = format!("{id}: {}: {label}\n", period_in_words(date));
        let edits = vec![FileEdit::new(DataFile::Events.label(), vec![splice])];
        let question = self.sure.question();
        judged(ground, read, Plan { edits, words, question, ..Plan::default() })
    }

    fn ask(&mut self, asker: &Asker, files: &Files, month: u32) -> Result<(), Failure> {
        if self.said.date.is_none() {
            let judge = |text: &str| match text {
                "" => Judged::Not("an event needs a date".into()),
                text => judged_reading(read_date(text, None, Years::of_project(month))),
            };
            self.said.date = Some(asker.line("Date", "", judge)?);
        }
        if self.said.label.is_none() {
            let judge = |text: &str| match text {
                "" => Judged::Not("an event needs a label".into()),
                text => Judged::Fine(text.into()),
            };
            self.said.label = Some(asker.line("Words on charts", "", judge)?);
        }
        if self.said.source.is_none() {
            let data = Dataset::read(files, month).value;
            let mut items = vec![Item::new("none")];
            let name = |source: &sourceline::figure::Source| {
                format!("{}  {}, {}", source.id, source.publisher, source.title)
            };
            items.extend(data.sources.iter().map(|source| Item::new(name(source))));
            let picked = asker.pick("Source", &items)?;
            self.said.source = picked.checked_sub(1).map(|at| data.sources[at].id.to_string());
        }
        Ok(())
    }
}
