//! `sourceline edit`: another cell in a row, and nothing else.

mod cells;
mod event;
mod series;
mod source;

use clap::{Args, Subcommand};
use sourceline::dataset::DataFile;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::{Claim, FigureKey, Rank};
use sourceline::reading::{self, Measure, Setting, period_stated_cell, stated_cell};
use sourceline::store::{FileEdit, Groundwork};

use super::add::dialogue::judged as judged_reading;
use super::add::entry::quantity_cells;
use super::add::exactness::{Exactness, all_letters, number_and_status, says_none};
use super::add::settle::{
    find_figure, find_series, find_source, find_stated_series, judged_status, missing, setting,
    status_letters, take,
};
use super::add::sure::Sure;
use super::ask::{Asker, Item, Judged};
use super::change::{Job, Plan, editor, judged};
use super::context::Context;
use super::drawing::changed_charts;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
pub use cells::{NewCells, told};
use sourceline::export::figure_words::figure_in_words;

/// The cells that say how many.
const NUMBER: [&str; 5] = ["value", "low", "high", "formula", "qualifier"];

/// Changes a figure; or a source, a series, an event
///
/// Value and period are written as people write them, as in `sourceline add`. An empty text
/// empties the cell: --note "". The row stays where it is. Without an option every cell is asked
/// for, with what it says now.
#[derive(Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  sourceline edit nca-referrals-2017-mail --value \"about 80,000\"\n  \
    sourceline edit nca-referrals-2017-mail --rank superseded --note \"Corrected by the paper.\" --dry-run"
)]
pub struct Edit {
    #[command(subcommand)]
    what: Option<EditWhat>,
    #[command(flatten)]
    figure: EditFigure,
}

#[derive(Subcommand)]
enum EditWhat {
    Source(source::EditSource),
    Series(series::EditSeries),
    Event(event::EditEvent),
}

#[derive(Args)]
pub struct EditFigure {
    /// The id of the figure; `sourceline list figures` names them
    #[arg(value_name = "ID", allow_negative_numbers = true)]
    id: Option<String>,
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    value: Option<String>,
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
    #[arg(long, value_name = "ID")]
    series: Option<String>,
    #[arg(long, value_name = "ID")]
    source: Option<String>,
    #[arg(long, value_name = "ID")]
    origin: Option<String>,
    #[arg(long, value_name = "FORMULA", conflicts_with = "value")]
    formula: Option<String>,
    /// Letters or their words, as in r, or revised
    #[arg(long, value_name = "STATUS", value_parser = status_letters)]
    status: Option<String>,
    #[command(flatten)]
    exactness: Exactness,
    #[arg(long, value_name = "TEXT")]
    stated: Option<String>,
    /// The source's own words for the period; otherwise those of --period
    #[arg(long, value_name = "TEXT")]
    period_stated: Option<String>,
    #[arg(long, value_name = "TEXT")]
    locator: Option<String>,
    #[arg(long, value_name = "RANK", value_parser = ["preferred", "superseded", ""])]
    rank: Option<String>,
    /// The figure that took the place of a superseded one
    #[arg(long, value_name = "ID")]
    superseded_by: Option<String>,
    /// The figure that this one only says again, later
    #[arg(long, value_name = "ID")]
    repeats: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[command(flatten)]
    sure: Sure,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Edit {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        match self.what {
            Some(EditWhat::Source(command)) => command.run(context),
            Some(EditWhat::Series(command)) => command.run(context),
            Some(EditWhat::Event(command)) => command.run(context),
            None => self.figure.run(context),
        }
    }
}

impl EditFigure {
    pub fn run(mut self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = context.asker();
        let job = Job { project: &project, dry_run: self.dry_run, specs: true };
        let named = self.names_a_cell();
        let mut settled: Option<NewCells> = None;
        job.change(context, |ground, read| {
            let data = &read.value;
            let editor = figures(ground, read)?;
            let id = match (&self.id, &asker) {
                (Some(id), _) => id.clone(),
                (None, Some(asker)) => pick_figure(data, asker)?,
                (None, None) => {
                    return Err(missing(
                        &[(("ID", ""), true)],
                        "`sourceline list figures` names them all",
                    )
                    .into());
                }
            };
            let row = the_row(&editor, data, &id)?;
            self.id = Some(id.clone());
            if let (false, None, Some(asker)) = (named, &settled, &asker) {
                self.ask(&editor, row, data, asker)?;
                if !self.names_a_cell() {
                    return Ok(Plan::default());
                }
            }
            let cells = match &mut settled {
                Some(cells) => cells,
                none => none
                    .insert(self.settle(data, asker.as_ref(), |column| editor.has_column(column))?),
            };
            let mut words = told(&editor, row, &id, cells);
            let edits = set(&editor, row, cells)?;
            let question = self.sure.asking("Change it?").filter(|_| !named);
            let plan = judged(ground, read, Plan { edits, question, ..Plan::default() })?;
            if !plan.edits.is_empty() {
                let after = ground.with(&plan.edits);
                let after = Dataset::read(&after.files, data.years.month()).value;
                words += &changed_charts(&project, data, &after)?;
            }
            Ok(Plan { words, ..plan })
        })
    }

    /// The cells that are to say something else.
    fn settle(
        &self,
        data: &Dataset,
        asker: Option<&Asker>,
        has_column: impl Fn(&str) -> bool,
    ) -> Result<NewCells, Failure> {
        let key = data.find_figure(self.id.as_deref().unwrap_or_default());
        let mut cells: NewCells = Vec::new();
        if let Some(series) = &self.series {
            find_stated_series(data, series)?;
        }
        if let Some(source) = &self.source {
            find_source(data, source)?;
        }
        for id in [&self.superseded_by, &self.repeats].into_iter().flatten() {
            if !id.trim().is_empty() {
                find_figure(data, id.trim())?;
            }
        }
        if let Some(text) = &self.period {
            let period = take(reading::period(text, &self.setting(data, key)?), asker)?;
            cells.push(("period", period.to_string()));
            let words = period_stated_cell(text, period);
            if self.period_stated.is_none() && (has_column("period_stated") || !words.is_empty()) {
                cells.push(("period_stated", words));
            }
        }
        if let Some(text) = &self.value {
            let series = self.series_of(data, key)?;
            let of = Measure::from(data.series(series));
            cells.extend(NUMBER.map(|column| (column, String::new())));
            let letters = all_letters(self.status.as_deref().unwrap_or_default().trim(), text);
            if !(says_none(&letters) && number_and_status(text).0.is_empty()) {
                let quantity = self.exactness.take(text, &of, asker)?;
                for (column, text) in quantity_cells(&quantity, has_column("qualifier")) {
                    cells.retain(|(known, _)| *known != column);
                    cells.push((column, text));
                }
            }
            if !letters.is_empty() {
                cells.push(("status", letters));
            }
            // A quotation that is there already is the source's.
            let quoted = key.is_some_and(|key| !data.figure(key).stated.is_empty());
            let words = stated_cell(text);
            if !quoted && !words.is_empty() {
                cells.push(("stated", words));
            }
        }
        if self.formula.is_some() {
            cells.extend(["value", "low", "high"].map(|column| (column, String::new())));
        }
        for (column, text) in [
            ("series", &self.series),
            ("source", &self.source),
            ("origin", &self.origin),
            ("formula", &self.formula),
            ("status", &self.status),
            ("stated", &self.stated),
            ("period_stated", &self.period_stated),
            ("locator", &self.locator),
            ("rank", &self.rank),
            ("superseded_by", &self.superseded_by),
            ("repeats", &self.repeats),
            ("note", &self.note),
        ] {
            let known = |(known, _): &(&str, String)| column == "status" && *known == column;
            let text = text.as_deref().filter(|_| !cells.iter().any(known));
            if let Some(text) = text {
                cells.retain(|(known, _)| *known != column);
                cells.push((column, text.trim().to_string()));
            }
        }
        if self.value.is_none() && (self.exactness.exact || self.exactness.about) {
            return Err(Unchanged::new("--exact and --about stand beside a number")
                .hint("write the number too, as in --value 58,000 --about")
                .into());
        }
        if cells.is_empty() {
            return Err(Unchanged::new("nothing to change was named")
                .hint("write what, as in --value 82,109")
                .into());
        }
        Ok(cells)
    }

    fn names_a_cell(&self) -> bool {
        let texts = [
            &self.value,
            &self.period,
            &self.series,
            &self.source,
            &self.origin,
            &self.formula,
            &self.status,
            &self.stated,
            &self.period_stated,
            &self.locator,
            &self.rank,
            &self.superseded_by,
            &self.repeats,
            &self.note,
        ];
        texts.into_iter().any(Option::is_some)
    }

    /// Asks for each cell, with what it says now as the answer that is there already.
    fn ask(
        &mut self,
        editor: &Editor,
        row: usize,
        data: &Dataset,
        asker: &Asker,
    ) -> Result<(), Failure> {
        let key = data.find_figure(self.id.as_deref().unwrap_or_default());
        let setting = self.setting(data, key)?;
        let series = data.series(self.series_of(data, key)?);
        let of = Measure::from(series);
        let said = key.and_then(|key| match &data.figure(key).claim {
            Claim::Stated(quantity) => Some(reading::quantity_in_words(quantity, &of)),
            _ => None,
        });
        let now = |column: &str| editor.cell(row, column).trim().to_string();
        let ask = |question: &str, now: String, judge: &dyn Fn(&str) -> Judged| {
            let same = now.clone();
            let answer = asker.line(question, &now, |text| match text == same {
                true => Judged::Fine(text.into()),
                false => judge(text),
            });
            answer.map(|answer| (answer != now).then_some(answer))
        };
        let free = |text: &str| Judged::Fine(text.into());
        let source = |text: &str| match (text, find_source(data, text)) {
            ("", _) => Judged::Fine(String::new()),
            (_, Ok(key)) => Judged::Fine(data.source(key).title.to_string()),
            (_, Err(refusal)) => Judged::Not(refusal.in_short()),
        };
        let period = |text: &str| judged_reading(reading::period(text, &setting));
        self.period = ask("Period", now("period"), &period)?;
        match now("formula") {
            formula if !formula.is_empty() => self.formula = ask("Formula", formula, &free)?,
            _ => {
                let value = |text: &str| match text {
                    "" => Judged::Not("a status of c, x or z says why there is no number".into()),
                    text => {
                        let (number, _) = number_and_status(text);
                        judged_reading(self.exactness.told(
                            &number,
                            reading::quantity(&number, &of),
                            &of,
                        ))
                    }
                };
                self.value = ask("Value", said.unwrap_or_default(), &value)?;
            }
        }
        self.source = ask("Source", now("source"), &source)?;
        self.origin = ask("Who said it first", now("origin"), &source)?;
        self.stated = ask("The source's own words", now("stated"), &free)?;
        self.locator = ask("Where in the source", now("locator"), &free)?;
        let status = ask("Status", now("status"), &judged_status)?;
        self.status = status.as_deref().map(status_letters).transpose().unwrap_or_default();
        self.rank = ask("Rank", now("rank"), &|text| match Rank::parse(text) {
            Some(_) => Judged::Fine(text.into()),
            None => Judged::Not("it is preferred, superseded or empty".into()),
        })?;
        let figure = |text: &str| match (text, find_figure(data, text)) {
            ("", _) => Judged::Fine(String::new()),
            (_, Ok(key)) => Judged::Fine(figure_in_words(data, key)),
            (_, Err(refusal)) => Judged::Not(refusal.in_short()),
        };
        let rank = self.rank.clone().unwrap_or_else(|| now("rank"));
        if rank == Rank::Superseded.word() {
            self.superseded_by = ask("Superseded by", now("superseded_by"), &figure)?;
        }
        self.repeats = ask("The figure that it repeats", now("repeats"), &figure)?;
        self.note = ask("Note", now("note"), &free)?;
        Ok(())
    }

    fn series_of(
        &self,
        data: &Dataset,
        key: Option<FigureKey>,
    ) -> Result<sourceline::figure::SeriesKey, Failure> {
        match (&self.series, key) {
            (Some(id), _) => Ok(find_series(data, id)?),
            (None, Some(key)) => Ok(data.figure(key).series),
            (None, None) => Err(Unchanged::new(format!(
                "the row of `{}` has errors, so its series is not known",
                self.id.as_deref().unwrap_or_default()
            ))
            .hint("mend it first: `sourceline check` tells where; or name the series with --series")
            .into()),
        }
    }

    fn setting(&self, data: &Dataset, key: Option<FigureKey>) -> Result<Setting, Failure> {
        let series = self.series_of(data, key)?;
        let source = match (&self.source, key) {
            (Some(id), _) => Some(find_source(data, id)?),
            (None, key) => key.map(|key| data.figure(key).source),
        };
        Ok(setting(data, series, source.and_then(|source| data.source(source).published)))
    }
}

fn pick_figure(data: &Dataset, asker: &Asker) -> Result<String, Failure> {
    let rows: Vec<FigureKey> =
        data.figures().map(|(key, _)| key).filter(|key| data.has_row(*key)).collect();
    if rows.is_empty() {
        return Err(Unchanged::new("there is no figure yet")
            .hint("`sourceline add` adds one")
            .into());
    }
    let name = |key: &FigureKey| {
        let figure = data.figure(*key);
        Item::new(format!("{}  {}", &*figure.id, figure_in_words(data, *key)))
    };
    let items: Vec<Item> = rows.iter().map(name).collect();
    Ok(data.figure(rows[asker.pick("Figure", &items)?]).id.to_string())
}

/// Where the one row of a figure starts.
pub fn the_row(editor: &Editor, data: &Dataset, id: &str) -> Result<usize, Unchanged> {
    cells::the_row(editor, data, DataFile::Figures, id)
}

pub fn set(editor: &Editor, row: usize, cells: &NewCells) -> Result<Vec<FileEdit>, Unchanged> {
    cells::set(editor, &FIGURES, row, cells)
}

/// What the ground says of figures, opened for a change.
pub fn figures<'r, 't>(
    ground: &Groundwork,
    read: &'r sourceline::problem::Checked<Dataset<'t>>,
) -> Result<Editor<'r, 't>, Unchanged> {
    editor(ground, read, &FIGURES)
}
