//! `sourceline edit`: another cell in a row, and nothing else.

use clap::Args;
use sourceline::dataset::DataFile;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::Editor;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::FigureKey;
use sourceline::nearest::did_you_mean;
use sourceline::reading::{self, Measure, Setting};
use sourceline::store::{FileEdit, Groundwork};

use super::add::entry::quantity_cells;
use super::add::settle::{financial_years, find_series, find_source, find_stated_series, take};
use super::ask::Asker;
use super::change::{Job, Plan, editor, judged};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;

/// Changes a figure
///
/// Value and period are written as people write them, as in `sourceline add`. An empty text
/// empties the cell: --note "". The row stays where it is.
#[derive(Args)]
#[command(
    after_help = "Examples:\n  sourceline edit nca-referrals-2017-mail --value \"about 80,000\"\n  \
    sourceline edit nca-referrals-2017-mail --rank superseded --note \"Corrected by the paper.\" --dry-run"
)]
pub struct Edit {
    /// The id of the figure; `sourceline list figures` names them
    #[arg(value_name = "ID")]
    id: String,
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
    #[arg(long, value_name = "LETTERS")]
    status: Option<String>,
    #[arg(long, value_name = "TEXT")]
    stated: Option<String>,
    #[arg(long, value_name = "TEXT")]
    locator: Option<String>,
    #[arg(long, value_name = "RANK", value_parser = ["preferred", "superseded", ""])]
    rank: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Say what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
}

impl Edit {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let asker = Asker::new(context.err.is_styled());
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let mut settled: Option<NewCells> = None;
        job.change(context, |ground, read| {
            let data = &read.value;
            let editor = figures(ground, read)?;
            let row = the_row(&editor, data, &self.id)?;
            let cells = match &mut settled {
                Some(cells) => cells,
                none => none.insert(self.settle(
                    data,
                    asker.as_ref(),
                    editor.has_column("qualifier"),
                )?),
            };
            let words = told(&editor, row, &self.id, cells);
            let edits = set(&editor, row, cells)?;
            judged(ground, read, Plan { edits, words, ..Plan::default() })
        })
    }

    /// The cells that are to say something else.
    fn settle(
        &self,
        data: &Dataset,
        asker: Option<&Asker>,
        has_qualifier: bool,
    ) -> Result<NewCells, Failure> {
        let key = data.find_figure(&self.id);
        let mut cells: NewCells = Vec::new();
        if let Some(series) = &self.series {
            find_stated_series(data, series)?;
        }
        if let Some(source) = &self.source {
            find_source(data, source)?;
        }
        if let Some(text) = &self.period {
            let period = take(reading::period(text, &self.setting(data, key)?), asker)?;
            cells.push(("period", period.to_string()));
        }
        if let Some(text) = &self.value {
            let series = self.series_of(data, key)?;
            let of = Measure::from(data.series(series));
            let quantity = take(reading::quantity(text, &of), asker)?;
            cells.extend(["value", "low", "high", "formula"].map(|column| (column, String::new())));
            for (column, text) in quantity_cells(&quantity, has_qualifier) {
                cells.retain(|(known, _)| *known != column);
                cells.push((column, text));
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
            ("locator", &self.locator),
            ("rank", &self.rank),
            ("note", &self.note),
        ] {
            cells.extend(text.as_deref().map(|text| (column, text.trim().to_string())));
        }
        if cells.is_empty() {
            return Err(Unchanged::new("nothing to change was named")
                .hint("write what, as in --value 82,109")
                .into());
        }
        Ok(cells)
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
                self.id
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
        Ok(Setting {
            published: source.and_then(|source| data.source(source).published),
            financial_years: financial_years(data, series),
            years: data.years(series),
        })
    }
}

pub type NewCells = Vec<(&'static str, String)>;

/// Where the one row of a figure starts.
pub fn the_row(editor: &Editor, data: &Dataset, id: &str) -> Result<usize, Unchanged> {
    match editor.find("id", id)[..] {
        [row] => Ok(row),
        [] => {
            let list = "`sourceline list figures` names them all";
            let hint = did_you_mean(id, data.ids(DataFile::Figures), list);
            Err(Unchanged::new(format!("there is no figure `{id}`")).hint(hint))
        }
        ref rows => Err(Unchanged::new(format!("{} rows have the id `{id}`", rows.len()))
            .hint("give them ids of their own first")),
    }
}

/// What changes in which cells.
pub fn told(editor: &Editor, row: usize, id: &str, cells: &NewCells) -> String {
    let mut words = String::new();
    for (column, text) in cells {
        let before = editor.cell(row, column);
        if before != *text {
            let said = |text: &str| {
                if text.is_empty() { "nothing".to_string() } else { format!("`{text}`") }
            };
            let line = format!("{id}: {column}: {} instead of {}", said(text), said(&before));
            words += &format!("{}\n", super::screen::visible(&line));
        }
    }
    words
}

pub fn set(editor: &Editor, row: usize, cells: &NewCells) -> Result<Vec<FileEdit>, Unchanged> {
    let mut splices = Vec::new();
    for (column, text) in cells {
        splices.extend(editor.set(row, column, text)?);
    }
    splices.sort_by_key(|splice| splice.at.start);
    Ok(match splices.is_empty() {
        true => Vec::new(),
        false => vec![FileEdit::new(DataFile::Figures.label(), splices)],
    })
}

/// What the ground says of figures, opened for a change.
pub fn figures<'r, 't>(
    ground: &Groundwork,
    read: &'r sourceline::problem::Checked<Dataset<'t>>,
) -> Result<Editor<'r, 't>, Unchanged> {
    editor(ground, read, &FIGURES)
}
