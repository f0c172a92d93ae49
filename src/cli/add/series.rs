//! `sourceline add series`.

use clap::Args;
use clap::builder::PossibleValue;
use sourceline::dataset::DataFile;
use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SERIES;
use sourceline::figure::{Nature, Per, Tie};
use sourceline::store::FileEdit;

use super::settle::{cell, missing, own_id};
use super::sure::Sure;
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan, editor, judged_unused};
use crate::cli::context::Context;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Adds a series: what is counted
///
/// Figures that differ in place, unit, method or in who counts are of different series: only
/// figures of one series are ever joined by a line.
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline add series\n  \
    sourceline add series --title \"Arrests a month\" --unit arrests --nature rate --per month")]
pub struct AddSeries {
    /// Its name on charts
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// What one of them is, in the plural; percent for percentages
    #[arg(long, value_name = "TEXT")]
    unit: Option<String>,
    /// How its numbers belong to their periods
    #[arg(long, value_name = "NATURE", value_parser = Nature::ALL.map(in_help))]
    nature: Option<String>,
    /// For a rate: what it is per
    #[arg(long, value_name = "PER", value_parser = Per::ALL.map(Per::word))]
    per: Option<String>,
    /// For a growth: what it is compared with, as in "a year earlier"; charts say it after "on"
    #[arg(long, value_name = "TEXT")]
    base: Option<String>,
    /// The place
    #[arg(long, value_name = "TEXT")]
    geography: Option<String>,
    /// Who counts them
    #[arg(long, value_name = "TEXT")]
    counted_by: Option<String>,
    /// What exactly is counted; shown on charts
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    /// Arithmetic over other series that works it out whole: "[series-a] / [series-b] * 1000",
    /// or index([series-a], 2019)
    #[arg(long, value_name = "FORMULA")]
    formula: Option<String>,
    /// The month in which its years start, 1 to 12, where that is not the project's: 9 for an
    /// academic year
    #[arg(long, value_name = "MONTH", value_parser = clap::value_parser!(u32).range(1..=12))]
    year_starts: Option<u32>,
    /// Ids of series that it may not be compared with, with blanks between them, or * for all
    /// others; --note says why
    #[arg(long, value_name = "IDS")]
    not_comparable_with: Option<String>,
    /// no where its numbers may not be said per another month, quarter or year
    #[arg(long, value_name = "no", value_parser = ["no"])]
    convertible: Option<String>,
    /// What it may not be compared with, and why
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
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
            ("--title", self.title.is_none()),
            ("--unit", self.unit.is_none()),
            ("--nature", self.nature.is_none()),
            ("--base", self.lacks_base()),
        ];
        let told = |nature: Nature| format!("{} ({})", nature.word(), nature.about());
        let natures = Nature::ALL.map(told).join(", ");
        let help = match self.lacks_base() {
            true => "a growth says what it is compared with: --base \"a year earlier\"".to_string(),
            false => format!("a nature is one of {natures}"),
        };
        missing(&needed, &help)
    }

    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let known = self.title.is_some() && self.unit.is_some() && self.nature.is_some();
        if !known || self.lacks_base() {
            match Asker::new(context.err.is_styled()) {
                Some(asker) => self.ask(&asker)?,
                None => return Err(self.incomplete().into()),
            }
        }
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        job.change(context, |ground, read| {
            let data = &read.value;
            let editor = editor(ground, read, &SERIES)?;
            let title = self.title.as_deref().unwrap_or_default();
            let id =
                own_id(data, DataFile::Series, self.id.as_deref(), || data.propose_series(title))?;
            let words = format!("{id}: {}\n", crate::cli::screen::visible(title));
            let splice = editor.insert(RowSpot::End, &self.row(id)).map_err(Unchanged::from)?;
            let edits = vec![FileEdit::new(DataFile::Series.label(), vec![splice])];
            let question = self.sure.question();
            judged_unused(ground, read, Plan { edits, words, question, ..Plan::default() })
        })
    }

    fn lacks_base(&self) -> bool {
        let nature = self.nature.as_deref().and_then(Nature::parse);
        nature.is_some_and(Nature::has_base) && self.base.is_none()
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
        line("Title on charts", &mut self.title)?;
        if self.nature.is_none() {
            let mut natures = Nature::ALL;
            // What most people count comes first.
            natures.sort_by_key(|nature| *nature != Nature::Flow);
            let told = |nature: Nature| format!("{}: {}", nature.word(), nature.about());
            let picked = asker.pick("Nature", &natures.map(told).map(Item::new))?;
            self.nature = Some(natures[picked].word().to_string());
        }
        let nature = self.nature.as_deref().and_then(Nature::parse);
        if nature.is_some_and(|nature| nature.tie() == Tie::Average) && self.per.is_none() {
            let pers = Per::ALL.map(Per::word);
            self.per = Some(pers[asker.pick("Per", &pers.map(Item::new))?].to_string());
        }
        if nature.is_some_and(Nature::has_base) {
            line("On what base, as in: a year earlier", &mut self.base)?;
        }
        if self.unit.is_none() && nature.is_some_and(Nature::is_percent) {
            self.unit = Some("percent".into());
        }
        line("Unit, in the plural", &mut self.unit)?;
        for (question, given) in [
            ("Place (may be empty)", &mut self.geography),
            ("Counted by (may be empty)", &mut self.counted_by),
            ("Definition (may be empty)", &mut self.definition),
        ] {
            if given.is_none() {
                *given = Some(asker.line(question, "", |text| Judged::Fine(text.into()))?);
            }
        }
        Ok(())
    }

    fn row(&self, id: String) -> Vec<(&'static str, String)> {
        let texts = [
            ("title", &self.title),
            ("unit", &self.unit),
            ("nature", &self.nature),
            ("per", &self.per),
            ("base", &self.base),
            ("geography", &self.geography),
            ("counted_by", &self.counted_by),
            ("definition", &self.definition),
            ("formula", &self.formula),
            ("year_starts", &self.year_starts.map(|month| month.to_string())),
            ("not_comparable_with", &self.not_comparable_with),
            ("convertible", &self.convertible),
            ("note", &self.note),
        ];
        let texts = texts.into_iter().map(|(column, text)| (column, cell(text)));
        std::iter::once(("id", id)).chain(texts).collect()
    }
}

pub fn in_help(nature: Nature) -> PossibleValue {
    PossibleValue::new(nature.word()).help(nature.about())
}
