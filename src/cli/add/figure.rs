//! One figure: what was typed, what it means, and the row that says so.

use clap::Args;
use sourceline::check::new_figure::{NEW_ROW, NewFigure, new_figure};
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::{Formula, Period, Quantity, SeriesKey, Source, SourceKey, Status};
use sourceline::nearest::{ask, likely};
use sourceline::problem::{Checked, Level};
use sourceline::reading::{self, Measure, Setting};

use super::joins::joins;
use super::settle::{cell, missing};
use super::{dialogue, financial_years, take};
use crate::cli::ask::Asker;
use crate::cli::change::{Edit, Ground, Job, Plan};
use crate::cli::failure::Failure;
use crate::cli::refusal::Refusal;
use crate::cli::{Context, Exit};

#[derive(Args)]
pub struct Typed {
    /// The id of the series; `sourceline list series` names them
    #[arg(value_name = "SERIES")]
    pub series: Option<String>,
    /// What the figure is about: 2017, "June 2021", 2009/10, "Q3 2022", "last year"
    #[arg(value_name = "PERIOD")]
    pub period: Option<String>,
    /// The number in the words of the source: 82,109, "about 20m", "at least 300,000"
    #[arg(value_name = "VALUE", allow_negative_numbers = true)]
    pub value: Option<String>,
    /// The id of the source that states it; `sourceline list sources` names them
    #[arg(long, value_name = "ID")]
    pub source: Option<String>,
    /// The source's own words
    #[arg(long, value_name = "TEXT")]
    pub stated: Option<String>,
    /// Who said it first, where that is not the origin of the source
    #[arg(long, value_name = "ID")]
    origin: Option<String>,
    /// Where in the source: a page, a paragraph
    #[arg(long, value_name = "TEXT")]
    locator: Option<String>,
    /// Letters: b break, e estimate, f forecast, p provisional, r revised, u low reliability; and
    /// without a value c confidential, x not available, z not applicable
    #[arg(long, value_name = "LETTERS")]
    status: Option<String>,
    /// Arithmetic over other figures, instead of a value: "[figure-a] / (1 + 7.00)"
    #[arg(long, value_name = "FORMULA", conflicts_with = "value")]
    formula: Option<String>,
    /// For a formula of which an input is not exact: the result is about so much
    #[arg(long, requires = "formula")]
    about: bool,
    /// Which figure to draw where several are about one period
    #[arg(long, value_name = "RANK", value_parser = ["preferred", "superseded"])]
    rank: Option<String>,
    /// What a reader must know
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id of the new figure; otherwise one is proposed
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// A figure with every doubt removed, but for its place in the file.
#[derive(Clone, Debug)]
pub struct Entry {
    pub series: String,
    pub period: Period,
    pub claim: NewClaim,
    pub source: String,
    /// The optional cells: origin, stated, locator, status, rank, note.
    pub texts: Vec<(&'static str, String)>,
    pub id: Option<String>,
}

#[derive(Clone, Debug)]
pub enum NewClaim {
    Stated(Quantity),
    Derived {
        formula: Formula,
        text: String,
        about: bool,
    },
    /// A status says why there is no number.
    Absent,
}

impl Typed {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = Asker::new(context.err.is_styled());
        if !self.is_complete() {
            return match asker {
                Some(asker) => dialogue::run(&self, &project, &asker, context),
                None => Err(self.incomplete().into()),
            };
        }
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let mut entry = None;
        job.change(context, |ground, read| {
            let entry = match &mut entry {
                Some(entry) => entry,
                none => none.insert(self.settle(&read.value, asker.as_ref())?),
            };
            plan_entry(ground, read, entry)
        })
    }

    fn is_complete(&self) -> bool {
        let number = self.value.is_some() || self.formula.is_some() || self.is_absent();
        self.series.is_some() && self.period.is_some() && number && self.source.is_some()
    }

    /// Does the status say that there is no number?
    fn is_absent(&self) -> bool {
        let status = self.status.as_deref().and_then(|letters| Status::parse(letters).ok());
        status.is_some_and(|status| status.absence().is_some())
    }

    fn incomplete(&self) -> Refusal {
        let needed = [
            ("SERIES", self.series.is_none()),
            ("PERIOD", self.period.is_none()),
            ("VALUE", self.value.is_none() && self.formula.is_none() && !self.is_absent()),
            ("--source ID", self.source.is_none()),
        ];
        missing(
            &needed,
            "sourceline add SERIES PERIOD VALUE --source ID, as in: sourceline add nca-referrals 2017 82,109 --source nca-npcc-2018-09",
        )
    }

    /// The meaning of what was typed, asked for where there are several.
    fn settle(&self, data: &Dataset, asker: Option<&Asker>) -> Result<Entry, Failure> {
        let id = self.series.as_deref().unwrap_or_default();
        let series = find_series(data, id)?;
        let source_id = self.source.as_deref().unwrap_or_default();
        let source = find_source(data, source_id)?;
        let setting = Setting {
            published: data.source(source).published,
            financial_years: financial_years(data, series),
            financial_month: data.financial_month,
        };
        let period = self.period.as_deref().unwrap_or_default();
        let period = take(reading::period(period, &setting), asker)?;
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
                Ok(formula) => {
                    Ok(NewClaim::Derived { formula, text: text.clone(), about: self.about })
                }
                Err(error) => {
                    Err(Refusal::new(format!("the formula cannot be read: {}", error.message))
                        .hint("write arithmetic over other figures, as in [figure-a] / (1 + 7.00)")
                        .into())
                }
            };
        }
        match &self.value {
            Some(value) => {
                let of = Measure::from(data.series(series));
                take(reading::quantity(value, &of), asker).map(NewClaim::Stated)
            }
            None => Ok(NewClaim::Absent),
        }
    }

    /// The entry with the options that need no reading.
    pub fn entry(&self, series: &str, period: Period, claim: NewClaim, source: &str) -> Entry {
        let stated = match (&self.stated, &self.value) {
            (None, Some(value)) if is_worded(value) => value.trim().to_string(),
            (stated, _) => cell(stated),
        };
        Entry {
            series: series.to_string(),
            period,
            claim,
            source: source.to_string(),
            texts: vec![
                ("origin", cell(&self.origin)),
                ("stated", stated),
                ("locator", cell(&self.locator)),
                ("status", cell(&self.status)),
                ("rank", cell(&self.rank)),
                ("note", cell(&self.note)),
            ],
            id: self.id.clone(),
        }
    }
}

/// More than digits and their marks: the words are the source's own, and are kept.
pub fn is_worded(value: &str) -> bool {
    value.chars().any(char::is_alphabetic)
}

pub fn find_series(data: &Dataset, id: &str) -> Result<SeriesKey, Refusal> {
    data.find_series(id).ok_or_else(|| {
        let known = data.series.iter().map(|series| (series.id, series.title.to_string()));
        unknown("series", id, likely(id, known), "sourceline add series")
    })
}

pub fn find_source(data: &Dataset, id: &str) -> Result<SourceKey, Refusal> {
    data.find_source(id).ok_or_else(|| {
        let named = |source: &Source| format!("{} {}", source.publisher, source.title);
        let known = data.sources.iter().map(|source| (source.id, named(source)));
        unknown("source", id, likely(id, known), "sourceline add source")
    })
}

fn unknown(noun: &str, id: &str, near: Vec<&str>, add: &str) -> Refusal {
    let list = if noun == "series" { "sourceline list series" } else { "sourceline list sources" };
    Refusal::new(format!("there is no {noun} `{id}`")).hint(match ask(&near) {
        Some(question) => format!("{question} `{add}` adds a new one"),
        None => format!("`{list}` names them all, `{add}` adds a new one"),
    })
}

/// The row of an entry, checked against everything it touches, and its place in the file. `read`
/// is what the ground says.
pub fn plan_entry(
    ground: &Ground,
    read: &Checked<Dataset>,
    entry: &Entry,
) -> Result<Plan, Failure> {
    let data = &read.value;
    let editor = ground.editor(read, &FIGURES)?;
    let series = find_series(data, &entry.series)?;
    let source = find_source(data, &entry.source)?;
    let id = match &entry.id {
        Some(id) if data.knows(&FIGURES, id) => {
            return Err(Refusal::new(format!("the id `{id}` is taken by another figure"))
                .hint(format!(
                    "write --id {}, or leave --id out",
                    data.propose_figure(series, entry.period, &entry.source)
                ))
                .into());
        }
        Some(id) => id.clone(),
        None => data.propose_figure(series, entry.period, &entry.source),
    };
    let row = entry.row(&id, |column| editor.has_column(column));
    let formula = match &entry.claim {
        NewClaim::Derived { formula, .. } => Some(formula),
        _ => None,
    };
    let mut sources = vec![source];
    if let Some(origin) = entry.text("origin").filter(|origin| !origin.is_empty()) {
        sources.push(find_source(data, origin)?);
    }
    let spot = data.spot_for_figure(series, entry.period);
    let splice = editor.insert(spot, &row).map_err(Refusal::from)?;
    let line = String::from_utf8_lossy(&splice.with);
    let line = line.trim_matches(['\r', '\n']);
    let new = NewFigure { series, period: entry.period, sources: &sources, formula, row: line };
    let (errors, advice): (Vec<_>, Vec<_>) =
        new_figure(data, &new).into_iter().partition(|problem| problem.level == Level::Error);
    let new_row = (NEW_ROW.to_string(), line.as_bytes().to_vec());
    if !errors.is_empty() {
        let mut texts = ground.texts();
        texts.push(new_row);
        return Err(Refusal::problems(errors, texts, "the figure was not added").into());
    }
    Ok(Plan {
        edits: vec![Edit::new(FIGURES.label, vec![splice])],
        words: entry.in_words(data, series, source, &id),
        advice,
        advice_texts: vec![new_row],
        ..Plan::default()
    })
}

impl Entry {
    fn text(&self, column: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(known, _)| *known == column);
        found.map(|(_, text)| text.as_str())
    }

    pub fn set(&mut self, column: &str, text: String) {
        let cell = self.texts.iter_mut().find(|(known, _)| *known == column);
        cell.into_iter().for_each(|(_, own)| *own = text.clone());
    }

    fn row(&self, id: &str, has_column: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
        let mut row = vec![
            ("id", id.to_string()),
            ("series", self.series.clone()),
            ("period", self.period.to_string()),
            ("source", self.source.clone()),
        ];
        match &self.claim {
            NewClaim::Stated(quantity) => {
                row.extend(quantity_cells(quantity, has_column("qualifier")))
            }
            NewClaim::Derived { text, about, .. } => {
                row.push(("formula", text.clone()));
                row.push(("qualifier", if *about { "about".into() } else { String::new() }));
            }
            NewClaim::Absent => {}
        }
        row.extend(self.texts.iter().cloned());
        row
    }

    /// What was understood, in full, and what it joins.
    fn in_words(&self, data: &Dataset, key: SeriesKey, source: SourceKey, id: &str) -> String {
        let series = data.series(key);
        let of = Measure::from(series);
        let per = series
            .per
            .map_or(String::new(), |per| format!(" {}", sourceline::locale::words::per(per)));
        let quantity = match &self.claim {
            NewClaim::Stated(quantity) => Some(quantity),
            _ => None,
        };
        let claim = match &self.claim {
            NewClaim::Stated(quantity) => {
                // A percentage says so itself.
                let unit = if of.is_percent() { "" } else { &series.unit };
                format!("{} {unit}{per}", reading::quantity_in_words(quantity, &of))
            }
            NewClaim::Derived { text, .. } => format!("worked out: {text}"),
            NewClaim::Absent => "no number; the status says why".to_string(),
        };
        let period = reading::period_in_words(self.period);
        let approximately = if self.period.is_approximate() { "about " } else { "" };
        let period =
            if period.starts_with("about") { period } else { format!("{approximately}{period}") };
        let origin = self.text("origin").and_then(|origin| data.find_source(origin));
        let mut lines = vec![
            format!("{id}: {}", series.title),
            format!("  {}: {}", period, claim.trim_end()),
            format!("  source: {} ({})", data.source(source).title, data.source(source).id),
        ];
        lines.extend(
            joins(data, key, self.period, quantity, Some((source, origin)))
                .iter()
                .map(|line| format!("  {line}")),
        );
        lines.iter().map(|line| format!("{}\n", crate::cli::screen::visible(line))).collect()
    }
}

/// The cells of a quantity; the qualifier may be left out where the numbers say it.
pub fn quantity_cells(quantity: &Quantity, has_qualifier: bool) -> Vec<(&'static str, String)> {
    let mut cells = Vec::new();
    match quantity {
        Quantity::Range { low, high } => {
            cells.extend([("low", low.to_string()), ("high", high.to_string())]);
        }
        Quantity::Interval(interval) => cells.extend([
            ("value", interval.value.to_string()),
            ("low", interval.low.to_string()),
            ("high", interval.high.to_string()),
        ]),
        other => cells.extend(other.value().map(|value| ("value", value.to_string()))),
    }
    let implied = matches!(quantity, Quantity::Exact(_) | Quantity::Range { .. });
    let interval = matches!(quantity, Quantity::Interval(_));
    let silent = !quantity.is_about() && (interval || implied && !has_qualifier);
    let word = if silent { "" } else { quantity.qualifier().word() };
    cells.push(("qualifier", word.to_string()));
    cells
}
