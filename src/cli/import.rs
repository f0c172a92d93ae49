//! `sourceline import`: many figures of one series from one source, out of somebody's table.

use sourceline::dataset::DataFile;
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;
use sourceline::dataset::Dataset;
use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::agreement::agree;
use sourceline::figure::{FigureKey, Period, Quantity, SeriesKey, Side, SourceKey, Span};
use sourceline::nearest::did_you_mean;
use sourceline::reading::{self, Measure, Reading, Setting, no_number};
use sourceline::store;
use sourceline::store::{FileEdit, Groundwork};
use sourceline::tables::{self, Grid, Outline};

use super::add::entry::quantity_cells;
use super::add::settle::{financial_years, find_source, find_stated_series};
use super::change::{Job, Plan, editor, judged};
use super::context::Context;
use super::exit::Exit;
use super::failure::Failure;
use super::refusal::Unchanged;
use super::report;
use super::table::Listing;

/// Adds the figures of a table: one series, one source
///
/// Periods and values are read as `sourceline add` reads them. What is there already is passed
/// over; what the same source gives with another number, in the project or in another row of the
/// table, is a conflict and stops the whole. --dry-run shows what would become of every row.
#[derive(Args)]
#[command(
    after_help = "Example:\n  sourceline import counts.csv --series ncmec-reports --source ncmec-cy2024 \
    --period-column Year --value-column Total --dry-run"
)]
pub struct Import {
    /// A CSV file with a header line
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_name = "ID")]
    series: String,
    #[arg(long, value_name = "ID")]
    source: String,
    #[arg(long, value_name = "NAME")]
    period_column: String,
    #[arg(long, value_name = "NAME")]
    value_column: String,
    /// A column whose text becomes the note
    #[arg(long, value_name = "NAME")]
    note_column: Option<String>,
    /// What round numbers are, such as 100000, which may be precise or not
    #[arg(long, value_name = "WHAT", value_enum)]
    round: Option<Round>,
    /// What 2009/10 or 2009-10 is
    #[arg(long, value_name = "WHAT", value_enum)]
    years: Option<YearKind>,
    /// Add the other rows where some are in conflict
    #[arg(long)]
    skip_conflicts: bool,
    /// Say what would become of every row, and write nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Round {
    Exact,
    About,
}

#[derive(Clone, Copy, ValueEnum)]
enum YearKind {
    Financial,
    Calendar,
}

/// One row of the table, understood.
struct ImportRow {
    line: usize,
    period: String,
    value: String,
    fate: Fate,
}

enum Fate {
    Add {
        period: Period,
        quantity: Quantity,
        note: String,
        differs: Vec<String>,
    },
    There(String),
    Conflict(String),
    /// The cell says that there is no number.
    Empty,
    Unread(String),
}

impl Fate {
    /// Do both add the same number?
    fn is_as(&self, other: &Fate) -> bool {
        match (self, other) {
            (Fate::Add { quantity: one, .. }, Fate::Add { quantity: other, .. }) => one == other,
            _ => false,
        }
    }
}

impl Import {
    pub fn run(self, context: &mut Context) -> Result<Exit, Failure> {
        let project = context.project()?;
        let label = self.file.display().to_string();
        let bytes = store::read(&self.file)?;
        let grid = tables::read(&label, &bytes, &tables::Asked::default()).map_err(|problem| {
            Unchanged::problems(
                vec![*problem],
                vec![(label.clone(), bytes.clone())],
                "nothing was imported",
            )
        })?;
        let job = Job { project: &project, dry_run: self.dry_run, specs: false };
        let mut shown = None;
        let done = job.change(context, |ground, read| {
            let rows = self.rows(&read.value, &grid)?;
            shown = Some(told(&rows));
            self.plan(ground, read, &rows)
        });
        // The table belongs to the refusal as much as to the change.
        if let Some(table) = shown.filter(|_| self.dry_run || done.is_err()) {
            table.print(super::table::TableFormat::Table, &mut context.out);
        }
        done
    }

    fn rows(&self, data: &Dataset, grid: &Grid) -> Result<Vec<ImportRow>, Unchanged> {
        let table = Outline::of(grid);
        let series = find_stated_series(data, &self.series)?;
        let source = find_source(data, &self.source)?;
        let column = |name: &str| {
            table.column(name).ok_or_else(|| {
                let known = table.columns.iter().map(String::as_str);
                let all = format!("the columns are {}", table.columns.join(", "));
                let hint = did_you_mean(name, known, all);
                Unchanged::new(format!("{} has no column `{name}`", self.file.display())).hint(hint)
            })
        };
        let (period, value) = (column(&self.period_column)?, column(&self.value_column)?);
        let note = self.note_column.as_deref().map(column).transpose()?;
        let mut known: HashMap<Span, Vec<FigureKey>> = HashMap::new();
        for (key, figure) in data.figures().filter(|(_, figure)| figure.series == series) {
            known.entry(figure.period.span()).or_default().push(key);
        }
        let financial_years = match self.years {
            Some(years) => Some(matches!(years, YearKind::Financial)),
            None => financial_years(data, series),
        };
        let reader = RowReader {
            import: self,
            data,
            series,
            source,
            financial_years,
            known,
            period,
            value,
            note,
        };
        let mut rows: Vec<ImportRow> =
            table.body.clone().map(|row| reader.row(grid, row)).collect();
        among_themselves(&mut rows);
        Ok(rows)
    }

    fn plan(
        &self,
        ground: &Groundwork,
        read: &sourceline::problem::Checked<Dataset>,
        rows: &[ImportRow],
    ) -> Result<Plan, Failure> {
        let count = |fits: fn(&Fate) -> bool| rows.iter().filter(|row| fits(&row.fate)).count();
        let unread = count(|fate| matches!(fate, Fate::Unread(_)));
        let conflicts = count(|fate| matches!(fate, Fate::Conflict(_)));
        if unread > 0 {
            let rows = report::count(unread, "row", "rows");
            return Err(Unchanged::new(format!(
                "{rows} could not be read, so nothing was imported"
            ))
            .hint("mend them; --round and --years settle what may mean two things in every row")
            .into());
        }
        if conflicts > 0 && !self.skip_conflicts {
            let rows = report::count(conflicts, "row is", "rows are");
            return Err(Unchanged::new(format!(
                "{rows} in conflict with what the same source says elsewhere"
            ))
            .hint("mend one or the other; or --skip-conflicts adds the rest")
            .into());
        }
        let data = &read.value;
        let editor = editor(ground, read, &FIGURES)?;
        let series = find_stated_series(data, &self.series)?;
        let spot_for = data.spots_for_figures(series);
        let mut taken: HashSet<String> = HashSet::new();
        let mut placed = Vec::new();
        for row in rows {
            let Fate::Add { period, quantity, note, .. } = &row.fate else { continue };
            let mut id = data.propose_figure(series, *period, &self.source);
            let plain = id.clone();
            let mut number = 2;
            while taken.contains(&id) || data.knows(DataFile::Figures, &id) {
                id = format!("{plain}-{number}");
                number += 1;
            }
            taken.insert(id.clone());
            let mut cells = vec![
                ("id", id),
                ("series", self.series.clone()),
                ("period", period.to_string()),
                ("source", self.source.clone()),
                ("note", note.clone()),
            ];
            cells.extend(quantity_cells(quantity, editor.has_column("qualifier")));
            let spot = spot_for(*period);
            let splice = editor.insert(spot, &cells).map_err(Unchanged::from)?;
            placed.push((spot == RowSpot::End, splice.at.start, period.span(), splice));
        }
        placed.sort_by_key(|(end, at, span, _)| (*end, *at, *span));
        let splices: Vec<_> = placed.into_iter().map(|(.., splice)| splice).collect();
        let words = format!(
            "{}: {} to add, {} there already, {} without a number, {} in conflict\n",
            report::count(rows.len(), "row", "rows"),
            splices.len(),
            count(|fate| matches!(fate, Fate::There(_))),
            count(|fate| matches!(fate, Fate::Empty)),
            conflicts,
        );
        let edits = match splices.is_empty() {
            true => Vec::new(),
            false => vec![FileEdit::new(DataFile::Figures.label(), splices)],
        };
        judged(ground, read, Plan { edits, words, ..Plan::default() })
    }
}

struct RowReader<'r, 't> {
    import: &'r Import,
    data: &'r Dataset<'t>,
    series: SeriesKey,
    source: SourceKey,
    financial_years: Option<bool>,
    /// The figures of the series, by the days they are about.
    known: HashMap<Span, Vec<FigureKey>>,
    period: usize,
    value: usize,
    note: Option<usize>,
}

impl RowReader<'_, '_> {
    fn row(&self, grid: &Grid, row: usize) -> ImportRow {
        let cell = |at: usize| grid.cell(row, at).to_string();
        let (period, value) = (cell(self.period), cell(self.value));
        let fate = self.fate(&period, &value, self.note.map_or(String::new(), cell));
        ImportRow { line: grid.line(row), period, value, fate }
    }

    fn fate(&self, period: &str, value: &str, note: String) -> Fate {
        if value.is_empty() || no_number(value).is_some() {
            return Fate::Empty;
        }
        let setting = Setting {
            published: self.data.source(self.source).published,
            financial_years: self.financial_years,
            years: self.data.years(self.series),
            nature: Some(self.data.series(self.series).nature),
            ..Setting::default()
        };
        let period = match reading::period(period, &setting) {
            Reading::Understood(understood) => understood.value,
            other => return Fate::Unread(other.to_string()),
        };
        let of = Measure::from(self.data.series(self.series));
        let quantity = match self.settled(reading::quantity(value, &of)) {
            Ok(quantity) => quantity,
            Err(why) => return Fate::Unread(why),
        };
        self.against(period, quantity, note)
    }

    fn settled(&self, reading: Reading<Quantity>) -> Result<Quantity, String> {
        let wanted = self.import.round.map(|round| match round {
            Round::Exact => Side::Exact,
            Round::About => Side::About,
        });
        match &reading {
            Reading::Understood(understood) => return Ok(understood.value.clone()),
            Reading::Ambiguous(ambiguous) => {
                let mut choices = ambiguous.choices.iter().map(|choice| &choice.value);
                if let Some(choice) = choices.find(|value| value.side() == wanted) {
                    return Ok(choice.clone());
                }
            }
            Reading::Refused(_) => {}
        }
        Err(reading.to_string())
    }

    /// What the project says of the same period.
    fn against(&self, period: Period, quantity: Quantity, note: String) -> Fate {
        let mut differs = Vec::new();
        for key in self.known.get(&period.span()).into_iter().flatten() {
            let figure = self.data.figure(*key);
            let words = super::list::figure_in_words(self.data, *key);
            match figure.quantity() {
                Some(old) if figure.source == self.source && *old == quantity => {
                    return Fate::There(figure.id.to_string());
                }
                _ if figure.source == self.source && !figure.is_derived() => {
                    return Fate::Conflict(format!("{words} in {}", figure.id));
                }
                Some(old) if !agree(old, &quantity) => {
                    differs.push(format!("{words} ({})", self.data.source(figure.source).id));
                }
                _ => {}
            }
        }
        Fate::Add { period, quantity, note, differs }
    }
}

/// Rows of one period hold one figure if they agree to the letter, and none if they do not:
/// nobody can tell which of them is right.
fn among_themselves(rows: &mut [ImportRow]) {
    let mut of_period: HashMap<Span, Vec<usize>> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Fate::Add { period, .. } = &row.fate {
            of_period.entry(period.span()).or_default().push(at);
        }
    }
    for same in of_period.values().filter(|same| same.len() > 1) {
        let (first, again) = (same[0], &same[1..]);
        let other = again.iter().copied().find(|at| !rows[*at].fate.is_as(&rows[first].fate));
        let in_row = |row: &ImportRow| format!("{} in line {}", row.value, row.line);
        let Some(other) = other else {
            let line = format!("in line {}", rows[first].line);
            again.iter().for_each(|at| rows[*at].fate = Fate::There(line.clone()));
            continue;
        };
        let (one, other) = (in_row(&rows[first]), in_row(&rows[other]));
        rows[first].fate = Fate::Conflict(other.clone());
        for at in again {
            let why = if rows[*at].value == rows[first].value { &other } else { &one };
            rows[*at].fate = Fate::Conflict(why.clone());
        }
    }
}

/// What becomes of every row.
fn told(rows: &[ImportRow]) -> Listing {
    let row = |row: &ImportRow| {
        let (fate, why) = match &row.fate {
            Fate::Add { period, differs, .. } if differs.is_empty() => {
                ("add", format!("as {period}"))
            }
            Fate::Add { period, differs, .. } => (
                "add",
                format!("as {period}; differs from {}", sourceline::locale::EN_GB.list(differs)),
            ),
            Fate::There(id) => ("there", id.clone()),
            Fate::Conflict(why) => ("conflict", why.clone()),
            Fate::Empty => ("no number", String::new()),
            Fate::Unread(why) => ("unread", why.clone()),
        };
        vec![json!(row.line), json!(row.period), json!(row.value), json!(fate), json!(why)]
    };
    Listing {
        columns: &["line", "period", "value", "what", "why"],
        rows: rows.iter().map(row).collect(),
    }
}
