//! `sourceline revise`: a newer figure takes the place of an older one, in one step.

use std::cell::Cell;
use std::rc::Rc;

use clap::Args;
use sourceline::check::check;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::{FigureKey, Rank, SeriesKey, Status};
use sourceline::locale::EN_GB;
use sourceline::problem::Checked;
use sourceline::store::Groundwork;

use super::add::dialogue;
use super::add::entry::{Entry, NewClaim};
use super::add::figure::AddFigure;
use super::add::joins::same;
use super::add::settle::{find_figure, find_stated_series};
use super::add::source::NewSource;
use super::ask::{Asker, Item, Judged};
use super::change::{Job, Plan, judged, mentions};
use super::context::Context;
use super::drawing::changed_charts;
use super::edit::{figures, the_row, told};
use super::exit::Exit;
use super::failure::Failure;
use super::hint::Hint;
use super::refusal::Unchanged;
use super::supersede::{superseded, what_stays, with_followed};
use sourceline::export::figure_words::figure_in_words;

/// Adds a figure in place of another, which is kept and no longer drawn
///
/// The old figure is the one of the same series and period; where there are several, it is asked
/// for or named with --supersedes. Its rank becomes `superseded`, `superseded_by`
/// names the new one and its note gets the reason; if it was preferred, the new one is, and
/// formulas that read it read the new one. Instead of series and period, the id of the old figure may stand
/// before the value. Where the same publisher says otherwise, the status `r` says
/// that the figure was revised; --status says something else, or nothing: --status "".
#[derive(Args)]
#[command(after_help = "Examples:\n  sourceline revise\n  \
    sourceline revise nca-referrals-2017-npcc 82,190 --source nca-npcc-2018-09 --why \"corrected\" --dry-run\n  \
    sourceline revise nca-referrals 2017 82,190 --source nca-npcc-2018-09 --why \"corrected in a later release\" --dry-run")]
pub struct Revise {
    #[command(flatten)]
    figure: AddFigure,
    /// The id of the figure whose place it takes, where several are of the series and period
    #[arg(long, value_name = "ID")]
    supersedes: Option<String>,
    /// What was corrected, recounted or said anew: for the note of the old figure
    #[arg(long = "why", alias = "reason", value_name = "TEXT")]
    reason: Option<String>,
}

/// Everything that was typed or asked.
struct Settled {
    entry: Entry,
    source: Option<NewSource>,
    old: String,
    reason: String,
}

const USAGE: &str = "sourceline revise SERIES PERIOD VALUE --source ID --why TEXT, or the id of the figure \
    instead of SERIES PERIOD, as in: \
    sourceline revise nca-referrals 2017 82,190 --source nca-npcc-2018-09 --why \"corrected\"";

impl Revise {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let job = Job { project: &project, dry_run: self.figure.dry_run, specs: true };
        let mut settled = None;
        let more = Rc::new(Cell::new(false));
        job.change(context, |ground, read| {
            let settled = match &mut settled {
                Some(settled) => settled,
                none => {
                    self.take_figure_id(&read.value);
                    none.insert(self.settle(&read.value, asker.as_ref())?)
                }
            };
            if let (true, Some(asker)) = (more.take(), &asker) {
                settled.entry.ask_rest(asker)?;
            }
            let plan = self.plan(ground, read, settled)?;
            let after = ground.with(&plan.edits);
            let after = Dataset::read(&after.files, read.value.years.month()).value;
            let charts = changed_charts(&project, &read.value, &after)?;
            Ok(Plan { words: plan.words + &charts, more: Some(more.clone()), ..plan })
        })
    }

    /// Of `FIGURE VALUE` instead of `SERIES PERIOD VALUE`, the figure says its series and period.
    fn take_figure_id(&mut self, data: &Dataset) {
        let Some(id) = self.figure.series.as_deref() else { return };
        if data.find_series(id).is_some() || self.figure.value.is_some() {
            return;
        }
        let Some(key) = data.find_figure(id) else { return };
        let figure = data.figure(key);
        self.supersedes.get_or_insert_with(|| id.to_string());
        self.figure.value = self.figure.period.take();
        self.figure.of_figure = Some(figure.period);
        self.figure.series = Some(data.series(figure.series).id.to_string());
    }

    fn settle(&self, data: &Dataset, asker: Option<&Asker>) -> Result<Settled, Failure> {
        let (mut entry, source) = match (self.figure.is_complete(), asker) {
            (true, _) => (self.figure.settle(data, asker)?, None),
            (false, Some(asker)) => dialogue::answers(&self.figure, data, asker)?,
            (false, None) => {
                // `revise ID 43`, misspelt
                if let (Some(id), Some(_), None) =
                    (&self.figure.series, &self.figure.period, &self.figure.value)
                    && data.find_series(id).is_none()
                {
                    find_figure(data, id)?;
                }
                return Err(self.figure.incomplete(USAGE).into());
            }
        };
        let series = find_stated_series(data, &entry.series)?;
        let old = self.replaced(data, series, &entry, asker)?;
        let figure = data.figure(old);
        let id: &str = &figure.id;
        if let NewClaim::Stated(quantity) = &entry.claim
            && figure.quantity() == Some(quantity)
            && figure.period == entry.period
        {
            let said = figure_in_words(data, old);
            return Err(Unchanged::new(format!("`{id}` says {said} already"))
                .hint(
                    Hint::new("another source that says the same is added with ")
                        .command("sourceline add"),
                )
                .into());
        }
        let publisher = match (&source, data.find_source(&entry.source)) {
            (Some(new), _) => new.text("publisher").to_string(),
            (None, key) => key.map_or(String::new(), |key| data.source(key).publisher.to_string()),
        };
        let status = entry.text("status").unwrap_or_default().to_string();
        let letters = Status::parse(&status).unwrap_or_default();
        if !self.figure.names_status()
            && !letters.is_revised()
            && *data.source(figure.source).publisher == *publisher
            && !letters.is_target()
        {
            entry.set("status", format!("{status}r"));
        }
        if figure.rank == Rank::Preferred && entry.text("rank").is_none_or(str::is_empty) {
            entry.set("rank", Rank::Preferred.word().to_string());
        }
        let old = id.to_string();
        let reason = self.settle_reason(&old, asker)?;
        Ok(Settled { entry, source, old, reason })
    }

    fn settle_reason(&self, old: &str, asker: Option<&Asker>) -> Result<String, Failure> {
        let typed = self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        match (typed, asker) {
            (Some(reason), _) => Ok(reason.to_string()),
            (None, Some(asker)) => {
                asker.line(&format!("Why is {old} no longer right"), "", |text| match text {
                    "" => Judged::Not("its note gets the reason".into()),
                    text => Judged::Fine(format!("Superseded: {text}")),
                })
            }
            (None, None) => Err(Unchanged::new("the reason is missing")
                .hint(
                    Hint::new("write why the old figure is no longer right: ")
                        .option_of("--why", "\"…\""),
                )
                .into()),
        }
    }

    /// The figure whose place the new one takes.
    fn replaced(
        &self,
        data: &Dataset,
        series: SeriesKey,
        entry: &Entry,
        asker: Option<&Asker>,
    ) -> Result<FigureKey, Failure> {
        let of = data.series(series).id;
        let target = entry.text("status").is_some_and(|letters| letters.contains('t'));
        let stands = |key: &FigureKey| {
            let figure = data.figure(*key);
            figure.series == series && figure.rank != Rank::Superseded && data.has_row(*key)
        };
        if let Some(id) = &self.supersedes {
            let key = find_figure(data, id)?;
            if stands(&key) {
                return Ok(key);
            }
            return Err(match data.figure(key).rank {
                Rank::Superseded => Unchanged::new(format!("`{id}` is superseded already"))
                    .hint("name the figure that took its place"),
                _ => Unchanged::new(format!("`{id}` is not a figure of {of}"))
                    .hint("a figure is revised by another of the same series"),
            }
            .into());
        }
        let alike = |key: &FigureKey| {
            let figure = data.figure(*key);
            stands(key)
                && figure.status.is_target() == target
                && same(data, series, figure.period, entry.period)
        };
        let found: Vec<FigureKey> =
            (0..data.figures.len() as u32).map(FigureKey).filter(alike).collect();
        let period = EN_GB.period(entry.period, data.naming(series));
        let named = |key: &FigureKey| {
            let figure = data.figure(*key);
            let source = data.source(figure.source).id;
            format!("{}: {} ({source})", &*figure.id, figure_in_words(data, *key))
        };
        match (&found[..], asker) {
            ([only], _) => Ok(*only),
            ([], _) => Err(Unchanged::new(format!("{of} has no figure for {period} to revise"))
                .hint(
                    Hint::default()
                        .command("sourceline add")
                        .words(" adds one; ")
                        .option_of("--supersedes", "ID")
                        .words(" names one of another period"),
                )
                .into()),
            (several, Some(asker)) => {
                let items: Vec<Item> = several.iter().map(|key| Item::new(named(key))).collect();
                Ok(several[asker.pick("Which is no longer right", &items)?])
            }
            (several, None) => {
                let all: Vec<String> = several.iter().map(named).collect();
                let all = EN_GB.list(&all);
                Err(Unchanged::new(format!(
                    "{of} has {} figures for {period}: {all}",
                    several.len()
                ))
                .hint(Hint::new("say which is no longer right: ").option_of("--supersedes", "ID"))
                .into())
            }
        }
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &Checked<Dataset>,
        settled: &Settled,
    ) -> Result<Plan, Failure> {
        let Settled { entry, source, old, reason } = settled;
        let data = &read.value;
        let id = match source {
            Some(new) => {
                let entry = Entry { source: new.propose_id(data), ..entry.clone() };
                entry.free_id(data, find_stated_series(data, &entry.series)?)?
            }
            None => entry.free_id(data, find_stated_series(data, &entry.series)?)?,
        };
        if entry.text("rank") == Some(Rank::Superseded.word()) {
            return Err(Unchanged::new("the new figure would be superseded itself")
                .hint("leave --rank out")
                .into());
        }
        let editor = figures(ground, read)?;
        the_row(&editor, data, old)?;
        let (row, cells) = superseded(&editor, data, old, &id, reason)?;
        let mut words = told(&editor, row, old, &cells);
        words += &what_stays(data, old);
        let (first, formulas) = with_followed(&editor, old, &id, (row, &cells))?;
        words += &formulas;
        for (label, ..) in mentions(ground, DataFile::Figures, old)? {
            words += &format!("{label} names {old}, which is superseded now\n");
        }
        let further = ground.with(&first);
        let after = check(&further.files, data.years.month());
        let entry = Entry { id: Some(id), ..entry.clone() };
        let added = dialogue::plan(&further, &after, &entry, source.as_ref())?;
        let status = match entry.text("status") {
            Some(letters) if letters.contains('r') && !self.figure.names_status() => {
                "  status r: its publisher revised it\n"
            }
            _ => "",
        };
        let first_of_all = |line: &&str| !line.starts_with("  the first ");
        let new: Vec<&str> = added.words.lines().filter(first_of_all).collect();
        let said = data.find_figure(old).map_or(String::new(), |key| figure_in_words(data, key));
        let words = format!("{}\n  in place of {old}: {said}\n{status}{words}", new.join("\n"));
        let edits = ground.then(&first, added.edits);
        let question = self.figure.sure.question();
        judged(ground, read, Plan { edits, words, question, ..Plan::default() })
    }
}
