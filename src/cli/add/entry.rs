//! One figure, settled: the row that says it, its place in the file, and what is said of it.

use sourceline::chart::in_full;
use sourceline::check::new_figure::{NEW_ROW, NewFigure, new_figure};
use sourceline::dataset::DataFile;
use sourceline::dataset::Dataset;
use sourceline::dataset::layout::FIGURES;
use sourceline::figure::{
    FigureKey, Formula, Period, Quantity, SeriesKey, Side, SourceKey, Status,
};
use sourceline::locale::EN_GB;
use sourceline::problem::{Checked, Level, Problem, Rule};
use sourceline::reading::{self, Measure, typed_status};
use sourceline::store::{FileEdit, Groundwork};

use super::joins::joins;
use super::settle::{find_figure, find_source, find_stated_series, judged_status, status_letters};
use crate::cli::ask::{Asker, Judged};
use crate::cli::change::{Plan, editor};
use crate::cli::failure::Failure;
use crate::cli::hint::Hint;
use crate::cli::list::TARGET;
use crate::cli::refusal::Unchanged;
use crate::cli::screen::visible;

/// A figure with every doubt removed, but for its place in the file.
#[derive(Clone, Debug)]
pub struct Entry {
    pub series: String,
    pub period: Period,
    pub claim: NewClaim,
    pub source: String,
    /// The optional cells: origin, stated, period_stated, locator, status, rank, superseded_by,
    /// repeats, note.
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

/// The row of an entry, checked against everything it touches, and its place in the file. `read`
/// is what the ground says.
pub fn plan_entry(
    ground: &Groundwork,
    read: &Checked<Dataset>,
    entry: &Entry,
) -> Result<Plan, Failure> {
    let data = &read.value;
    let editor = editor(ground, read, &FIGURES)?;
    let series = find_stated_series(data, &entry.series)?;
    let source = find_source(data, &entry.source)?;
    let id = entry.free_id(data, series)?;
    let row = entry.row(&id, |column| editor.has_column(column));
    let formula = match &entry.claim {
        NewClaim::Derived { formula, .. } => Some(formula),
        _ => None,
    };
    let mut sources = vec![source];
    if let Some(origin) = entry.text("origin").filter(|origin| !origin.is_empty()) {
        sources.push(find_source(data, origin)?);
    }
    let named = ["superseded_by", "repeats"].map(|column| entry.text(column).unwrap_or_default());
    let figures: Result<Vec<FigureKey>, Unchanged> =
        named.iter().filter(|id| !id.is_empty()).map(|id| find_figure(data, id)).collect();
    let figures = figures?;
    let spot = data.spot_for_figure(series, entry.period);
    let splice = editor.insert(spot, &row).map_err(Unchanged::from)?;
    let line = String::from_utf8_lossy(&splice.with);
    let line = line.trim_matches(['\r', '\n']);
    let new = NewFigure {
        series,
        period: entry.period,
        sources: &sources,
        figures: &figures,
        formula,
        row: line,
    };
    let (errors, advice): (Vec<_>, Vec<_>) =
        new_figure(data, &new).into_iter().partition(|problem| problem.level() == Level::Error);
    let new_row = (NEW_ROW.to_string(), line.as_bytes().to_vec());
    if !errors.is_empty() {
        let mut texts = ground.texts();
        texts.push(new_row);
        return Err(Unchanged::problems(errors, texts, "the figure was not added").into());
    }
    // Written twice it would count as two claims.
    let own = |problem: &&Problem| problem.rule == Rule::Repeated && problem.place.file == NEW_ROW;
    if let Some(again) = advice.iter().find(own) {
        return Err(Unchanged::new(again.message.clone())
            .hint(
                Hint::new("leave it; or say with ")
                    .option("--locator")
                    .words(" where in the source it stands a second time"),
            )
            .into());
    }
    Ok(Plan {
        edits: vec![FileEdit::new(DataFile::Figures.label(), vec![splice])],
        words: entry.in_words(data, series, source, &id),
        advice,
        advice_texts: vec![new_row],
        ..Plan::default()
    })
}

impl Entry {
    /// The id that was typed, unless it is taken; otherwise one that is proposed.
    pub fn free_id(&self, data: &Dataset, series: SeriesKey) -> Result<String, Unchanged> {
        let proposed = || data.propose_figure(series, self.period, &self.source);
        match &self.id {
            Some(id) if data.knows(DataFile::Figures, id) => {
                Err(Unchanged::new(format!("the id `{id}` is taken by another figure")).hint(
                    Hint::new("write ")
                        .said("--id", proposed())
                        .words(", or leave ")
                        .option("--id")
                        .words(" out"),
                ))
            }
            Some(id) => Ok(id.clone()),
            None => Ok(proposed()),
        }
    }

    pub fn text(&self, column: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(known, _)| *known == column);
        found.map(|(_, text)| text.as_str())
    }

    /// Asks for what most figures do without: letters of status, the page, a note.
    pub fn ask_rest(&mut self, asker: &Asker) -> Result<(), Failure> {
        let has_number = !matches!(self.claim, NewClaim::Absent);
        let says_none = |text: &str| typed_status(text).is_ok_and(|all| all.absence().is_some());
        let status = |text: &str| match says_none(text) && has_number {
            true => Judged::Not("c, x and z say why there is no number, and there is one".into()),
            false => judged_status(text),
        };
        let free = |text: &str| Judged::Fine(text.into());
        self.ask_cell("status", "Status, as in p or provisional (may be empty)", asker, status)?;
        let Ok(letters) = status_letters(self.text("status").unwrap_or_default());
        self.set("status", letters);
        self.ask_cell("locator", "Page or paragraph (may be empty)", asker, free)?;
        self.ask_cell("note", "Note (may be empty)", asker, free)
    }

    fn ask_cell(
        &mut self,
        column: &str,
        question: &str,
        asker: &Asker,
        judge: impl Fn(&str) -> Judged,
    ) -> Result<(), Failure> {
        let now = self.text(column).unwrap_or_default().to_string();
        let answer = asker.line(question, &now, judge)?;
        self.set(column, answer);
        Ok(())
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
        let per = series.per.map_or(String::new(), |per| format!(" {}", EN_GB.per(per)));
        let quantity = match &self.claim {
            NewClaim::Stated(quantity) => Some(quantity),
            _ => None,
        };
        let claim = match &self.claim {
            NewClaim::Stated(quantity) => {
                // As charts say it, but that a round number says when it is exact.
                let exactly = reading::quantity_in_words(quantity, &of).starts_with("exactly ");
                let exactly = if exactly { "exactly " } else { "" };
                let said = in_full(&EN_GB, series, quantity, false);
                format!("{exactly}{said} {}{per}", EN_GB.rest_of_unit(series))
            }
            NewClaim::Derived { text, .. } => format!("calculated: {text}"),
            NewClaim::Absent => "no number; the status says why".to_string(),
        };
        let period = reading::period_in_words(self.period);
        let approximately = if self.period.is_approximate() { "about " } else { "" };
        let period =
            if period.starts_with("about") { period } else { format!("{approximately}{period}") };
        let origin = self.text("origin").and_then(|origin| data.find_source(origin));
        let status = self.text("status").and_then(|letters| Status::parse(letters).ok());
        let target = status.is_some_and(Status::is_target);
        let claim = claim.trim_end();
        let claim = if target { format!("{claim} ({TARGET})") } else { claim.to_string() };
        let mut lines = vec![
            format!("{id}: {}", series.title),
            format!("  {period}: {claim}"),
            format!("  source: {} ({})", data.source(source).title, data.source(source).id),
        ];
        lines.extend(
            joins(data, key, (self.period, target), quantity, Some((source, origin)))
                .iter()
                .map(|line| format!("  {line}")),
        );
        lines.iter().map(|line| format!("{}\n", visible(line))).collect()
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
    let silent = match quantity {
        Quantity::One { side, .. } => *side == Side::Exact && !has_qualifier,
        Quantity::Range { .. } => !has_qualifier,
        Quantity::Interval(interval) => !interval.about,
    };
    let word = if silent { "" } else { quantity.qualifier().word() };
    cells.push(("qualifier", word.to_string()));
    cells
}
