//! The dialogue: series, source, period, value, the source's words; a look at what will become of
//! it; and yes or no. Whatever an option says is not asked.

use std::cell::Cell;
use std::rc::Rc;

use sourceline::check::check;
use sourceline::dataset::Dataset;
use sourceline::figure::{Series, SeriesKey, Source};
use sourceline::problem::Checked;
use sourceline::reading::{self, Measure, Reading, period_stated_cell, stated_cell};
use sourceline::store::Groundwork;

use super::entry::{Entry, NewClaim, plan_entry};
use super::exactness::number_and_status;
use super::figure::AddFigure;
use super::settle::{find_source, find_stated_series, setting, take};
use super::source::{NewSource, ask_for_one, plan_sources};
use crate::cli::ask::{Asker, Item, Judged};
use crate::cli::change::{Job, Plan};
use crate::cli::context::Context;
use crate::cli::drawing;
use crate::cli::exit::Exit;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

const USAGE: &str = "sourceline add SERIES PERIOD VALUE --source ID, as in: sourceline add nca-referrals 2017 82,109 --source nca-npcc-2018-09";

pub fn run(typed: &AddFigure, context: &mut Context) -> Result<Exit, Failure> {
    let project = &context.project()?;
    let Some(asker) = &context.asker() else {
        return Err(typed.incomplete(USAGE).into());
    };
    let job = Job { project, dry_run: typed.dry_run, specs: false };
    let month = project.settings.financial_year_starts;
    let ground = project.ground(job.specs)?;
    let read = check(&ground.files, month);
    let (mut entry, new_source) = answers(typed, &read.value, asker)?;
    let more = Rc::new(Cell::new(false));
    job.change(context, |ground, read| {
        if more.take() {
            entry.ask_rest(asker)?;
        }
        let planned = plan(ground, read, &entry, new_source.as_ref())?;
        let after = ground.with(&planned.edits);
        let after = Dataset::read(&after.files, month).value;
        let charts = drawing::changed_charts(project, &read.value, &after)?;
        let words = format!("\n{}  {charts}\n", planned.words);
        let question = typed.sure.question();
        Ok(Plan { words, question, more: Some(more.clone()), ..planned })
    })
}

/// The source first, if it is new: a figure without its source would be an error.
pub fn plan(
    ground: &Groundwork,
    read: &Checked<Dataset>,
    entry: &Entry,
    source: Option<&NewSource>,
) -> Result<Plan, Failure> {
    let Some(source) = source else { return plan_entry(ground, read, entry) };
    let sources = plan_sources(ground, read, std::slice::from_ref(source), false)?;
    let entry = Entry { source: source.propose_id(&read.value), ..entry.clone() };
    let further = ground.with(&sources.edits);
    let read = check(&further.files, read.value.years.month());
    let figure = plan_entry(&further, &read, &entry)?;
    let edits = sources.edits.into_iter().chain(figure.edits).collect();
    Ok(Plan { edits, words: format!("{}{}", sources.words, figure.words), ..figure })
}

pub fn answers(
    typed: &AddFigure,
    data: &Dataset,
    asker: &Asker,
) -> Result<(Entry, Option<NewSource>), Failure> {
    let series = match &typed.series {
        Some(id) => find_stated_series(data, id)?,
        None => pick_series(data, asker)?,
    };
    let (source, new) = match &typed.source {
        Some(id) => (Some(find_source(data, id)?), None),
        None => match pick_source(data, asker)? {
            Some(at) => (Some(sourceline::figure::SourceKey(at as u32)), None),
            None => (None, Some(ask_for_one(asker)?)),
        },
    };
    let published = match (source, &new) {
        (Some(source), _) => data.source(source).published,
        (None, new) => new.as_ref().and_then(|new| new.published),
    };
    let setting = setting(data, series, published);
    let judge = |text: &str| judged(reading::period(text, &setting));
    let when = ask_words(asker, "Period", typed.period.as_deref(), judge)?;
    let period = take(reading::period(&when, &setting), Some(asker))?;
    let of = Measure::from(data.series(series));
    let judge = |text: &str| {
        let (number, _) = number_and_status(text);
        judged(typed.exactness.told(&number, reading::quantity(&number, &of), &of))
    };
    let value = ask_words(asker, "Value", typed.value.as_deref(), judge)?;
    let quantity = typed.exactness.take(&value, &of, Some(asker))?;
    let stated = match &typed.stated {
        Some(stated) => stated.clone(),
        None => {
            let initial = stated_cell(&value);
            asker.line("The source's own words (may be empty)", &initial, |text| {
                Judged::Fine(text.into())
            })?
        }
    };
    let source = source.map_or("", |source| data.source(source).id);
    let mut entry = typed.entry(data.series(series).id, period, NewClaim::Stated(quantity), source);
    entry.set("stated", stated);
    entry.set("period_stated", period_stated_cell(&when, period));
    entry.set("status", typed.status_of(&value));
    Ok((entry, new))
}

fn ask_words(
    asker: &Asker,
    question: &str,
    given: Option<&str>,
    judge: impl Fn(&str) -> Judged,
) -> Result<String, Failure> {
    match given {
        Some(given) => Ok(given.to_string()),
        None => Ok(asker.line(question, "", judge)?),
    }
}

/// What is ambiguous will do: its choices are asked next.
pub fn judged<T>(reading: Reading<T>) -> Judged {
    match reading {
        Reading::Refused(refused) => Judged::Not(Unchanged::from(refused).in_short()),
        Reading::Understood(understood) => Judged::Fine(match understood.note {
            Some(note) => format!("{} ({note})", understood.words),
            None => understood.words,
        }),
        Reading::Ambiguous(ambiguous) => Judged::Fine(ambiguous.question),
    }
}

fn pick_series(data: &Dataset, asker: &Asker) -> Result<SeriesKey, Failure> {
    if data.series.is_empty() {
        return Err(Unchanged::new("there is no series yet")
            .hint("`sourceline add series` adds one")
            .into());
    }
    let name =
        |series: &Series| Item::new(format!("{}  {} ({})", series.id, series.title, series.unit));
    let items: Vec<Item> = data.series.iter().map(name).collect();
    Ok(SeriesKey(asker.pick("Series", &items)? as u32))
}

/// `None` for a new one.
fn pick_source(data: &Dataset, asker: &Asker) -> Result<Option<usize>, Failure> {
    let name = |source: &Source| {
        Item::new(format!("{}  {}, {}", source.id, source.publisher, source.title))
    };
    let mut items: Vec<Item> = data.sources.iter().map(name).collect();
    items.push(Item { text: "a new source".into(), always: true });
    let picked = asker.pick("Source", &items)?;
    Ok((picked < data.sources.len()).then_some(picked))
}
