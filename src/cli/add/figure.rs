//! `sourceline add`: one figure as it was typed, and what it means.

use std::cell::Cell;
use std::rc::Rc;

use clap::Args;
use sourceline::dataset::Dataset;
use sourceline::figure::{Formula, Period, SeriesKey};
use sourceline::reading::{self, Measure, period_stated_cell, stated_cell};

use super::entry::{Entry, NewClaim, plan_entry};
use super::exactness::{Exactness, all_letters, number_and_status, says_none};
use super::settle::{
    cell, find_source, find_stated_series, missing, setting, status_letters, take,
};
use super::sure::Sure;
use crate::cli::ask::Asker;
use crate::cli::change::{Job, Plan};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::minus;
use crate::cli::refusal::Unchanged;

#[derive(Args)]
pub struct AddFigure {
    /// The id of the series; `sourceline list series` names them
    #[arg(value_name = "SERIES")]
    pub series: Option<String>,
    /// What the figure is about: 2017, "June 2021", 2009/10, "Q3 2022", "last year"
    #[arg(value_name = "PERIOD")]
    pub period: Option<String>,
    /// The number in the words of the source: 82,109, "about 20m", "at least 300,000", -5%,
    /// "1,003 [r]" with its status
    #[arg(value_name = "VALUE", allow_negative_numbers = true, value_parser = minus::typed)]
    pub value: Option<String>,
    /// The id of the source that states it; `sourceline list sources` names them
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// The source's own words, where they are more than VALUE
    #[arg(long, value_name = "TEXT")]
    pub stated: Option<String>,
    /// Who said it first, where that is not the origin of the source
    #[arg(long, value_name = "ID")]
    origin: Option<String>,
    /// Where in the source: a page, a paragraph
    #[arg(long, value_name = "TEXT")]
    locator: Option<String>,
    /// Letters or their words: b break, e estimate, f forecast, p provisional, r revised, t target, u low
    /// reliability; and without a value c confidential, x not available, z not applicable
    #[arg(long, value_name = "STATUS", value_parser = status_letters)]
    status: Option<String>,
    /// Arithmetic over other figures, instead of a value: "[figure-a] / (1 + 7.00)"
    #[arg(long, value_name = "FORMULA", conflicts_with = "value")]
    formula: Option<String>,
    #[command(flatten)]
    pub exactness: Exactness,
    /// Which figure to draw where several are about one period
    #[arg(long, value_name = "RANK", value_parser = ["preferred", "superseded"])]
    rank: Option<String>,
    /// The figure that took its place, of a figure with --rank superseded
    #[arg(long, value_name = "ID")]
    superseded_by: Option<String>,
    /// The figure that this one only says again, later
    #[arg(long, value_name = "ID")]
    repeats: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id of the new figure; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// The period of the figure that is revised, where its id was typed instead of series and period
    #[arg(skip)]
    pub of_figure: Option<Period>,
    #[command(flatten)]
    pub sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

impl AddFigure {
    /// Of a figure of which everything was typed.
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let mut entry = None;
        let more = Rc::new(Cell::new(false));
        job.change(context, |ground, read| {
            let entry = match &mut entry {
                Some(entry) => entry,
                none => none.insert(self.settle(&read.value, asker.as_ref())?),
            };
            if let (true, Some(asker)) = (more.take(), &asker) {
                entry.ask_rest(asker)?;
            }
            let (question, more) = (self.sure.question(), Some(more.clone()));
            Ok(Plan { question, more, ..plan_entry(ground, read, entry)? })
        })
    }

    /// Is there nothing left to ask for, but for what is ambiguous?
    pub fn is_complete(&self) -> bool {
        let number = self.value.is_some() || self.formula.is_some() || self.is_absent();
        let period = self.period.is_some() || self.of_figure.is_some();
        self.series.is_some() && period && number && self.source.is_some()
    }

    /// Does the status say that there is no number?
    fn is_absent(&self) -> bool {
        self.status.as_deref().is_some_and(says_none)
    }

    /// What to say where nobody can be asked.
    pub fn incomplete(&self, usage: &str) -> Unchanged {
        let needed = [
            (("SERIES", ""), self.series.is_none()),
            (("PERIOD", ""), self.period.is_none()),
            (("VALUE", ""), self.value.is_none() && self.formula.is_none() && !self.is_absent()),
            (("--source", "ID"), self.source.is_none()),
        ];
        missing(&needed, usage)
    }

    /// The meaning of what was typed, asked for where there are several.
    pub fn settle(&self, data: &Dataset, asker: Option<&Asker>) -> Result<Entry, Failure> {
        let id = self.series.as_deref().unwrap_or_default();
        let series = find_stated_series(data, id)?;
        let source_id = self.source.as_deref().unwrap_or_default();
        let source = find_source(data, source_id)?;
        let setting = setting(data, series, data.source(source).published);
        let period = match self.of_figure {
            Some(period) => period,
            None => {
                let typed = self.period.as_deref().unwrap_or_default();
                take(reading::period(typed, &setting), asker)?
            }
        };
        let claim = self.claim(data, series, asker)?;
        Ok(self.entry(id, period, claim, source_id))
    }

    fn claim(
        &self,
        data: &Dataset,
        series: SeriesKey,
        asker: Option<&Asker>,
    ) -> Result<NewClaim, Failure> {
        if let Some(text) = &self.formula {
            return match Formula::parse(text) {
                Ok(formula) => Ok(NewClaim::Derived {
                    formula,
                    text: text.clone(),
                    about: self.exactness.about,
                }),
                Err(error) => {
                    Err(Unchanged::new(format!("the formula cannot be read: {}", error.message))
                        .hint("write arithmetic over other figures, as in [figure-a] / (1 + 7.00)")
                        .into())
                }
            };
        }
        match &self.value {
            Some(value) => {
                let (number, status) = number_and_status(value);
                let absent = status.absence().is_some() || self.is_absent();
                if number.is_empty() && absent {
                    return Ok(NewClaim::Absent);
                }
                let of = Measure::from(data.series(series));
                self.exactness.take(value, &of, asker).map(NewClaim::Stated)
            }
            None if self.exactness.exact || self.exactness.about => {
                Err(Unchanged::new("there is no number that could be exact or about")
                    .hint(
                        Hint::new("leave ")
                            .option("--exact")
                            .words(" and ")
                            .option("--about")
                            .words(" out where the status says that there is none"),
                    )
                    .into())
            }
            None => Ok(NewClaim::Absent),
        }
    }

    /// Was a status typed, be it an empty one?
    pub fn names_status(&self) -> bool {
        self.status.is_some()
    }

    /// The letters that were typed, and those that the value says: `t` of a target, `r` of
    /// `1,003 [r]`.
    pub fn status_of(&self, value: &str) -> String {
        all_letters(&cell(&self.status), value)
    }

    /// The entry with the options that need no reading.
    pub fn entry(&self, series: &str, period: Period, claim: NewClaim, source: &str) -> Entry {
        let stated = match (&self.stated, &self.value) {
            (None, Some(value)) => stated_cell(value),
            (stated, _) => cell(stated),
        };
        let typed = self.period.as_deref().unwrap_or_default();
        Entry {
            series: series.to_string(),
            period,
            claim,
            source: source.to_string(),
            texts: vec![
                ("origin", cell(&self.origin)),
                ("stated", stated),
                ("period_stated", period_stated_cell(typed, period)),
                ("locator", cell(&self.locator)),
                ("status", self.status_of(self.value.as_deref().unwrap_or_default())),
                ("rank", cell(&self.rank)),
                ("superseded_by", cell(&self.superseded_by)),
                ("repeats", cell(&self.repeats)),
                ("note", cell(&self.note)),
            ],
            id: self.id.clone(),
        }
    }
}
