//! `sourceline add series`.

use clap::Args;
use sourceline::dataset::DataFile;
use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SERIES;
use sourceline::figure::{Nature, Per, Tie};
use sourceline::store::FileEdit;

use super::settle::{missing, own_id};
use super::sure::Sure;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan, editor, judged_unused};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::refusal::Unchanged;
use crate::cli::said::SaidSeries;

/// Adds a series: what is counted
///
/// Figures that differ in place, unit, method or in who counts are of different series: only
/// figures of one series are ever joined by a line.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline add series\n  \
    sourceline add series --title \"Arrests a month\" --unit arrests --nature rate --per month")]
pub struct AddSeries {
    #[command(flatten)]
    said: SaidSeries,
    /// The id of the new series; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    pub sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl AddSeries {
    fn incomplete(&self) -> Unchanged {
        let needed = [
            (("--title", ""), self.said.title.is_none()),
            (("--unit", ""), self.said.unit.is_none()),
            (("--nature", ""), self.said.nature.is_none()),
            (("--base", ""), self.lacks_base()),
        ];
        let told = |nature: Nature| format!("{} ({})", nature.word(), nature.about());
        let natures = Nature::ALL.map(told).join(", ");
        let help = match self.lacks_base() {
            true => Hint::new("a growth says what it is compared with: ")
                .said("--base", "a year earlier"),
            false => format!("a nature is one of {natures}").into(),
        };
        missing(&needed, help)
    }

    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        self.row()?;
        let known =
            self.said.title.is_some() && self.said.unit.is_some() && self.said.nature.is_some();
        if !known || self.lacks_base() {
            match context.asker() {
                Some(asker) => self.ask(&asker)?,
                None => return Err(self.incomplete().into()),
            }
        }
        let cells = self.row()?;
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        job.change(context, |ground, read| {
            let data = &read.value;
            let editor = editor(ground, read, &SERIES)?;
            let title = self.said.title.as_deref().unwrap_or_default();
            let id =
                own_id(data, DataFile::Series, self.id.as_deref(), || data.propose_series(title))?;
            let words = format!("{id}: {}\n", crate::cli::screen::visible(title));
            let row: Vec<_> = [("id", id)].into_iter().chain(cells.clone()).collect();
            let splice = editor.insert(RowSpot::End, &row).map_err(Unchanged::from)?;
            let edits = vec![FileEdit::new(DataFile::Series.label(), vec![splice])];
            let question = self.sure.question();
            judged_unused(ground, read, Plan { edits, words, question, ..Plan::default() })
        })
    }

    fn lacks_base(&self) -> bool {
        let nature = self.said.nature.as_deref().and_then(Nature::parse);
        nature.is_some_and(Nature::has_base) && self.said.base.is_none()
    }

    fn ask(&mut self, asker: &Asker) -> Result<(), Failure> {
        let line = |question: &str, given: &mut Option<String>| -> Result<(), Failure> {
            if given.is_none() {
                *given = Some(asker.line(question, "", |text| match text {
                    "" => Judged::Not("a series needs this".into()),
                    text => Judged::Fine(text.into()),
                })?);
            }
            Ok(())
        };
        line("Title on charts", &mut self.said.title)?;
        if self.said.nature.is_none() {
            let mut natures = Nature::ALL;
            // What most people count comes first.
            natures.sort_by_key(|nature| *nature != Nature::Flow);
            let told = |nature: Nature| format!("{}: {}", nature.word(), nature.about());
            let picked = asker.pick("Nature", &natures.map(told).map(Item::new))?;
            self.said.nature = Some(natures[picked].word().to_string());
        }
        let nature = self.said.nature.as_deref().and_then(Nature::parse);
        if nature.is_some_and(|nature| nature.tie() == Tie::Average) && self.said.per.is_none() {
            let pers = Per::ALL.map(Per::word);
            self.said.per = Some(pers[asker.pick("Per", &pers.map(Item::new))?].to_string());
        }
        if nature.is_some_and(Nature::has_base) {
            line("On what base, as in: a year earlier", &mut self.said.base)?;
        }
        if self.said.unit.is_none() && nature.is_some_and(Nature::is_percent) {
            self.said.unit = Some("percent".into());
        }
        line("Unit, in the plural", &mut self.said.unit)?;
        for (question, given) in [
            ("Place (may be empty)", &mut self.said.geography),
            ("Counted by (may be empty)", &mut self.said.counted_by),
            ("Definition (may be empty)", &mut self.said.definition),
        ] {
            if given.is_none() {
                *given = Some(asker.line(question, "", |text| Judged::Fine(text.into()))?);
            }
        }
        Ok(())
    }

    /// The cells that were typed, as the file is to say them.
    fn row(&self) -> Result<Vec<(&'static str, String)>, Unchanged> {
        let typed = self.said.cells().into_iter().filter_map(|(column, text)| {
            Some((column, text.as_deref().map(str::trim).filter(|text| !text.is_empty())?))
        });
        typed.map(|(column, text)| Ok((column, SaidSeries::read(column, text)?))).collect()
    }
}
