//! Rows to nouns: every cell is read, every id becomes a key, and every mistake is gathered.
//!
//! A mistake gives one problem. A row that cannot be used still defines its id and still counts as
//! a use of what it names.

use rust_decimal::Decimal;

use super::cells::{as_id, decimal, id_fault, is_too_long};
use super::claim::Cells;
use super::derive;
use super::ids::{Ids, Known};
use super::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES, events, figures, series, sources};
use super::open::{open, shown};
use super::scan::Cell;
use super::table::{Limits, Row, Table, inner};
use super::{Dataset, Files, Sheet};
use crate::figure::period::PeriodError;
use crate::figure::{
    Claim, Event, Figure, FigureKey, Formula, Nature, Per, Period, Qualifier, Rank, Series,
    SeriesKey, Source, SourceKey, Status, Unit,
};
use crate::nearest::nearest;
use crate::problem::{Checked, Problem};
use crate::reading::{no_number, number_hint};

/// Reads the four files within limits; see [`Dataset::read`].
pub fn read<'t>(files: &'t Files, financial_month: u32, limits: Limits) -> Checked<Dataset<'t>> {
    let mut linker = Linker { problems: Vec::new(), comparisons_left: MOST_COMPARISONS, limits };
    let (sources, source_sheet) = linker.sources(&files.sources);
    let (series, series_sheet) = linker.series(&files.series);
    let mut names = Names {
        series: Target::new(series.iter().map(|one| one.id).collect(), &series_sheet),
        sources: Target::new(sources.iter().map(|one| one.id).collect(), &source_sheet),
    };
    for origin in sources.iter().filter_map(|source| source.origin) {
        names.sources.used[origin.index()] = true;
    }
    let (events, event_sheet) = linker.events(files.events.as_deref(), &mut names.sources);
    let (figures, figure_sheet) = linker.figures(&files.figures, &mut names);
    let (used_series, used_sources) = (names.series.used, names.sources.used);
    let mut data = Dataset {
        voices: first_voices(&sources),
        figures,
        series,
        sources,
        events,
        financial_month,
        observations: Vec::new(),
        claims: Vec::new(),
        figure_sheet,
        series_sheet,
        source_sheet,
        event_sheet,
        used_series,
        used_sources,
    };
    data.observe();
    let mut problems = linker.problems;
    super::sort(&mut problems);
    Checked { value: data, problems }
}

/// So many known names are looked at for those that were mistyped, and no more.
const MOST_COMPARISONS: usize = 2_000_000;

/// The end of every chain of origins; none where it runs in a circle.
fn first_voices(sources: &[Source]) -> Vec<Option<SourceKey>> {
    let mut voices: Vec<Option<Option<SourceKey>>> = vec![None; sources.len()];
    let mut chain = Vec::new();
    for start in 0..sources.len() as u32 {
        let mut at = SourceKey(start);
        chain.clear();
        let voice = loop {
            if let Some(known) = voices[at.index()] {
                break known;
            }
            // Until the end of the chain is known, its members count as a circle.
            voices[at.index()] = Some(None);
            chain.push(at);
            match sources[at.index()].origin {
                Some(origin) => at = origin,
                None => break Some(at),
            }
        };
        for member in &chain {
            voices[member.index()] = Some(voice);
        }
    }
    voices.into_iter().map(Option::flatten).collect()
}

/// A table that cells refer to, and which of its rows are referred to.
pub struct Target<'a, 't> {
    pub names: Vec<&'t str>,
    pub used: Vec<bool>,
    sheet: &'a Sheet<'t>,
}

struct Names<'a, 't> {
    series: Target<'a, 't>,
    sources: Target<'a, 't>,
}

impl<'a, 't> Target<'a, 't> {
    fn new(names: Vec<&'t str>, sheet: &'a Sheet<'t>) -> Target<'a, 't> {
        Target { used: vec![false; names.len()], names, sheet }
    }

    fn find(&self, id: &str) -> Known {
        self.sheet.ids.find(id, |key| self.names[key as usize])
    }

    /// Counts as a use whatever it is that a row names that cannot be read.
    fn use_what_is_named(&mut self, row: &Row) {
        for cell in row.cells {
            let raw = row.table.raw(cell.start..cell.end);
            let likely: String =
                raw.chars().filter(|c| c.is_ascii_graphic() && *c != '"').collect();
            if let Known::Key(key) = self.find(&likely) {
                self.used[key as usize] = true;
            }
        }
    }
}

/// What a cell with an id leads to.
enum Link {
    Empty,
    To(u32),
    /// Nowhere, and that has been reported.
    Broken,
}

impl Link {
    fn key(&self) -> Option<u32> {
        match self {
            Link::To(key) => Some(*key),
            _ => None,
        }
    }
}

struct Linker {
    problems: Vec<Problem>,
    comparisons_left: usize,
    limits: Limits,
}

impl Linker {
    fn sources<'t>(&mut self, bytes: &'t [u8]) -> (Vec<Source<'t>>, Sheet<'t>) {
        let table = open(&SOURCES, bytes, self.limits, &mut self.problems);
        let mut ids = Ids::with_capacity(table.likely_rows());
        let mut sources: Vec<Source> = Vec::new();
        let mut origins: Vec<(Option<usize>, Cell, &str)> = Vec::new();
        let mut rows = table.rows();
        let mut count = 0;
        while let Some(row) = rows.read() {
            count += 1;
            if self.is_beyond_limit(&row, count) {
                break;
            }
            self.look_at_row(&row);
            let id = self.id(&row, &ids, |key| sources[key as usize].id);
            let published = self.date(&row, sources::PUBLISHED);
            let accessed = self.date(&row, sources::ACCESSED);
            self.require(&row, sources::PUBLISHER);
            self.require(&row, sources::TITLE);
            if let (Some(origin), Some(cell)) =
                (row.plain(sources::ORIGIN).filter(|id| !id.is_empty()), row.cell(sources::ORIGIN))
            {
                origins.push((id.map(|_| sources.len()), cell, origin));
            }
            let Some(id) = id else {
                ids.add_broken(row.likely_id(), row.start);
                continue;
            };
            sources.push(Source {
                id,
                kind: row.words(sources::KIND),
                publisher: row.words(sources::PUBLISHER),
                author: row.words(sources::AUTHOR),
                title: row.words(sources::TITLE),
                container: row.words(sources::CONTAINER),
                published: published.flatten(),
                url: row.words(sources::URL),
                archive_url: row.words(sources::ARCHIVE_URL),
                accessed: accessed.flatten(),
                origin: None,
                licence: row.words(sources::LICENCE),
                note: row.words(sources::NOTE),
            });
            ids.add(ids.hash(id), row.start, |key| sources[key as usize].id);
        }
        let sheet = Sheet { table, ids };
        let mut target = Target::new(sources.iter().map(|source| source.id).collect(), &sheet);
        for (source, cell, origin) in origins {
            let link = self.find(&sheet.table, cell, origin, "unknown-origin", &mut target);
            if let (Some(source), Link::To(key)) = (source, link) {
                sources[source].origin = Some(SourceKey(key));
            }
        }
        (sources, sheet)
    }

    fn series<'t>(&mut self, bytes: &'t [u8]) -> (Vec<Series<'t>>, Sheet<'t>) {
        let table = open(&SERIES, bytes, self.limits, &mut self.problems);
        let mut ids = Ids::with_capacity(table.likely_rows());
        let mut all: Vec<Series> = Vec::new();
        let mut rows = table.rows();
        let mut count = 0;
        while let Some(row) = rows.read() {
            count += 1;
            if self.is_beyond_limit(&row, count) {
                break;
            }
            self.look_at_row(&row);
            let id = self.id(&row, &ids, |key| all[key as usize].id);
            self.require(&row, series::TITLE);
            self.require(&row, series::UNIT);
            let nature = self.nature(&row);
            let per = self.per(&row, nature);
            let Some(id) = id else {
                ids.add_broken(row.likely_id(), row.start);
                continue;
            };
            all.push(Series {
                id,
                title: row.words(series::TITLE),
                unit: row.words(series::UNIT),
                // The nature that forbids least, so that one mistake is not many.
                nature: nature.unwrap_or(Nature::Ratio),
                per,
                geography: row.words(series::GEOGRAPHY),
                counted_by: row.words(series::COUNTED_BY),
                definition: row.words(series::DEFINITION),
                note: row.words(series::NOTE),
            });
            ids.add(ids.hash(id), row.start, |key| all[key as usize].id);
        }
        (all, Sheet { table, ids })
    }

    fn nature(&mut self, row: &Row) -> Option<Nature> {
        self.require(row, series::NATURE);
        let known = || Nature::ALL.iter().map(|nature| nature.word());
        self.word(row, series::NATURE, "nature", known, Nature::parse)?
    }

    fn per(&mut self, row: &Row, nature: Option<Nature>) -> Option<Per> {
        let known = || Per::ALL.iter().map(|per| per.word());
        let per = self.word(row, series::PER, "per", known, Per::parse)?;
        let (message, hint) = match (nature?, per) {
            (Nature::Rate, None) => (
                "a rate is an average per week, month, quarter or year, and this does not say which".to_string(),
                "write week, month, quarter or year",
            ),
            (Nature::Rate, _) | (_, None) => return per,
            (nature, Some(per)) => (
                format!("`{}` is for a rate, and the nature is {}", per.word(), nature.word()),
                "leave it empty, or write `rate` as the nature",
            ),
        };
        let place = row.place(series::PER);
        self.problems.push(Problem::error("per", place, message).hint(hint));
        per
    }

    fn events<'t>(
        &mut self,
        bytes: Option<&'t [u8]>,
        sources: &mut Target,
    ) -> (Vec<Event<'t>>, Option<Sheet<'t>>) {
        let mut all: Vec<Event> = Vec::new();
        let Some(bytes) = bytes else { return (all, None) };
        let table = open(&EVENTS, bytes, self.limits, &mut self.problems);
        let mut ids = Ids::with_capacity(table.likely_rows());
        let mut rows = table.rows();
        let mut count = 0;
        while let Some(row) = rows.read() {
            count += 1;
            if self.is_beyond_limit(&row, count) {
                break;
            }
            self.look_at_row(&row);
            let id = self.id(&row, &ids, |key| all[key as usize].id);
            self.require(&row, events::DATE);
            let date = self.date(&row, events::DATE).flatten();
            self.require(&row, events::LABEL);
            let source = self.refer(&row, events::SOURCE, "unknown-source", sources);
            if matches!(source, Link::Broken) {
                sources.use_what_is_named(&row);
            }
            let (Some(id), Some(date)) = (id, date) else {
                ids.add_broken(row.likely_id(), row.start);
                continue;
            };
            all.push(Event {
                id,
                date,
                label: row.words(events::LABEL),
                source: source.key().map(SourceKey),
                note: row.words(events::NOTE),
            });
            ids.add(ids.hash(id), row.start, |key| all[key as usize].id);
        }
        (all, Some(Sheet { table, ids }))
    }

    fn figures<'t>(&mut self, bytes: &'t [u8], names: &mut Names) -> (Vec<Figure<'t>>, Sheet<'t>) {
        let table = open(&FIGURES, bytes, self.limits, &mut self.problems);
        let capacity = table.likely_rows();
        let mut ids = Ids::with_capacity(capacity);
        let mut all: Vec<Figure> = Vec::with_capacity(capacity);
        let mut derived = Vec::new();
        let mut rows = table.rows();
        let mut count = 0;
        while let Some(row) = rows.read() {
            count += 1;
            if self.is_beyond_limit(&row, count) {
                break;
            }
            self.look_at_row(&row);
            let id = self.id(&row, &ids, |key| all[key as usize].id);
            let figure = self.figure(&row, names);
            let (Some(id), Some(figure)) = (id, figure) else {
                ids.add_broken(row.likely_id(), row.start);
                continue;
            };
            if figure.is_derived() {
                derived.push(FigureKey(all.len() as u32));
            }
            all.push(Figure { id, ..figure });
            ids.add(ids.hash(id), row.start, |key| all[key as usize].id);
        }
        let mut sheet = Sheet { table, ids };
        derive::work_out(&mut all, &derived, &mut sheet, &mut self.problems);
        (all, sheet)
    }

    /// Everything but the id, if every cell can be used.
    fn figure<'t>(&mut self, row: &Row<'_, 't>, names: &mut Names) -> Option<Figure<'t>> {
        let series = self.refer(row, figures::SERIES, "unknown-series", &mut names.series);
        self.require(row, figures::SERIES);
        let period = self.period(row);
        let status = self.status(row);
        let claim = self.claim(row, status);
        let source = self.refer(row, figures::SOURCE, "unknown-source", &mut names.sources);
        self.require(row, figures::SOURCE);
        let origin = self.refer(row, figures::ORIGIN, "unknown-origin", &mut names.sources);
        let rank = self.rank(row);
        if [&series, &source, &origin].iter().any(|link| matches!(link, Link::Broken)) {
            names.series.use_what_is_named(row);
            names.sources.use_what_is_named(row);
        }
        Some(Figure {
            id: "",
            series: SeriesKey(series.key()?),
            period: period?,
            claim: claim?,
            status: status?,
            source: SourceKey(source.key()?),
            origin: origin.key().map(SourceKey),
            rank: rank?,
            stated: row.words(figures::STATED),
            locator: row.words(figures::LOCATOR),
            note: row.words(figures::NOTE),
        })
    }

    fn period(&mut self, row: &Row) -> Option<Period> {
        let text = row.plain(figures::PERIOD)?;
        if self.require(row, figures::PERIOD) {
            return None;
        }
        match Period::parse(text) {
            Ok(period) => Some(period),
            Err(error) => {
                let message = format!("{} {error}", shown(text));
                let place = row.place(figures::PERIOD);
                self.problems.push(Problem::error("period", place, message).hint(error.hint()));
                None
            }
        }
    }

    fn status(&mut self, row: &Row) -> Option<Status> {
        let text = row.plain(figures::STATUS)?;
        if text.is_empty() {
            return Some(Status::default());
        }
        let (message, hint) = match Status::parse(text) {
            Ok(status) if status.absence().is_none() || text.len() == 1 => return Some(status),
            Ok(_) => (
                format!(
                    "in the status {} a letter says that there is no number, and others speak of one",
                    shown(text)
                ),
                "write c, x or z alone".to_string(),
            ),
            Err(letter) if text.matches(letter).count() > 1 => (
                format!("`{letter}` stands twice in the status {}", shown(text)),
                "write every letter once".to_string(),
            ),
            Err(letter) => {
                let letters = Status::all().map(|(letter, meaning)| format!("{letter} {meaning}"));
                (
                    format!(
                        "`{letter}` is not a letter of a status, so what it says would be lost"
                    ),
                    format!("the letters are {}", letters.join(", ")),
                )
            }
        };
        let place = row.place(figures::STATUS);
        self.problems.push(Problem::error("status", place, message).hint(hint));
        None
    }

    fn rank(&mut self, row: &Row) -> Option<Rank> {
        let known = || [Rank::Preferred.word(), Rank::Superseded.word()].into_iter();
        Some(self.word(row, figures::RANK, "rank", known, Rank::parse)?.unwrap_or_default())
    }

    fn claim(&mut self, row: &Row, status: Option<Status>) -> Option<Claim> {
        let value = self.number(row, figures::VALUE);
        let low = self.number(row, figures::LOW);
        let high = self.number(row, figures::HIGH);
        let known = || Qualifier::ALL.iter().map(|qualifier| qualifier.word());
        let qualifier = self.word(row, figures::QUALIFIER, "qualifier", known, Qualifier::parse);
        let formula = self.formula(row);
        let cells = Cells {
            value: value?,
            low: low?,
            high: high?,
            qualifier: qualifier?,
            formula: formula?,
            status: status?,
        };
        match cells.claim() {
            Ok(claim) => Some(claim),
            Err(misfit) => {
                let place = row.place(misfit.column);
                let problem = Problem::error("quantity", place, misfit.message);
                self.problems.push(problem.hint(misfit.hint));
                None
            }
        }
    }

    /// `None` if the cell holds something else than a number; `Some(None)` if it is empty.
    fn number(&mut self, row: &Row, column: usize) -> Option<Option<Decimal>> {
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        if let Some(number) = decimal(text) {
            return Some(Some(number));
        }
        let (message, hint) = match no_number(text) {
            _ if is_too_long(text) => (
                format!(
                    "{} has more than 28 digits, which is more than are kept exactly",
                    shown(text)
                ),
                "round it to 28 digits or fewer".to_string(),
            ),
            Some(reason) => (
                format!("{} {reason}", shown(text)),
                "leave the cell empty and give the status x (not available), or write the number"
                    .to_string(),
            ),
            None => (
                format!("{} is not a plain number, so it may be read as another one", shown(text)),
                match number_hint(text) {
                    Some(number) => format!("write {number}"),
                    None => "write plain digits, as in 82109 or -0.5".to_string(),
                },
            ),
        };
        self.problems.push(Problem::error("number", row.place(column), message).hint(hint));
        None
    }

    fn formula(&mut self, row: &Row) -> Option<Option<Formula>> {
        let text = row.plain(figures::FORMULA)?;
        if text.is_empty() {
            return Some(None);
        }
        match Formula::parse(text) {
            Ok(formula) => Some(Some(formula)),
            Err(error) => {
                let cell = row.cell(figures::FORMULA)?;
                let start = inner(cell).start + error.bytes.start;
                let place = row.table.place(start..start + error.bytes.len());
                let message = format!("the formula cannot be read: {}", error.message);
                self.problems
                    .push(Problem::error("formula", place, message).hint(
                        "write arithmetic over other figures, as in [figure-a] / (1 + 7.00)",
                    ));
                None
            }
        }
    }

    /// A date of a source or an event; `Some(None)` if the cell is empty.
    fn date(&mut self, row: &Row, column: usize) -> Option<Option<Unit>> {
        use PeriodError::{OpenInterval, SpreadsheetDay, Unreadable, Unspecified};
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        match Unit::parse(text) {
            Ok(unit) => Some(Some(unit)),
            Err(error) => {
                let hint = match &error {
                    SpreadsheetDay { day } => format!("as a spreadsheet's number it is {day}"),
                    OpenInterval | Unreadable | Unspecified => {
                        "write one date: a day 2018-09-03, a month 2018-09 or a year 2018".into()
                    }
                    _ => error.hint(),
                };
                let error = match error {
                    Unreadable => "is not a date".to_string(),
                    error => error.to_string(),
                };
                let message = format!("{} {error}", shown(text));
                self.problems.push(Problem::error("date", row.place(column), message).hint(hint));
                None
            }
        }
    }

    /// A word of a short list; `Some(None)` if the cell is empty.
    fn word<T, I: Iterator<Item = &'static str>>(
        &mut self,
        row: &Row,
        column: usize,
        rule: &'static str,
        known: impl Fn() -> I,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        let text = row.plain(column)?;
        if text.is_empty() {
            return Some(None);
        }
        if let Some(meaning) = parse(text) {
            return Some(Some(meaning));
        }
        let why = match rule {
            "rank" => "which figure to draw",
            "nature" => "what may be drawn and compared",
            "per" => "how long the rate runs",
            _ => "how the number is meant",
        };
        let message = format!("{} is no {rule}, so it is not known {why}", shown(text));
        let hint = match nearest(text.trim(), known()) {
            Some(near) => format!("write `{near}`"),
            None => format!("write one of {}", known().collect::<Vec<_>>().join(", ")),
        };
        self.problems.push(Problem::error(rule, row.place(column), message).hint(hint));
        None
    }

    /// Reports a cell that must not be empty, and tells whether it is.
    fn require(&mut self, row: &Row, column: usize) -> bool {
        let empty = row.plain(column).is_some_and(|text| text.trim().is_empty());
        if empty {
            let layout = row.table.layout;
            let name = layout.columns[column];
            let message = format!("a {} needs a {name}, and the cell is empty", layout.noun);
            let problem = Problem::error("missing-cell", row.place(column), message);
            self.problems.push(problem.hint(format!("write the {name}")));
        }
        empty
    }

    /// The id of a row, if the row may have it.
    fn id<'t, 'n>(
        &mut self,
        row: &Row<'_, 't>,
        ids: &Ids,
        name: impl Fn(u32) -> &'n str,
    ) -> Option<&'t str> {
        let id = row.plain(0)?;
        if self.require(row, 0) {
            return None;
        }
        let noun = row.table.layout.noun;
        if let Some(fault) = id_fault(id) {
            let message = format!("the id {} {fault}", shown(id));
            self.problems.push(
                Problem::error("id-shape", row.place(0), message)
                    .hint(format!("write {}", shown(&as_id(id, noun)))),
            );
        }
        let first = match ids.find(id, name) {
            Known::Unknown => return Some(id),
            Known::Key(key) => ids.starts[key as usize] as usize,
            Known::Broken(start) => start,
        };
        let line = row.table.place(first..first + 1).line;
        let message = format!(
            "the id {} is taken by the {noun} in line {line}, and nothing could tell the two apart",
            shown(id)
        );
        let hint = "give this row another id, or delete it if it is the same row twice";
        self.problems.push(Problem::error("duplicate-id", row.place(0), message).hint(hint));
        None
    }

    fn refer(&mut self, row: &Row, column: usize, rule: &'static str, target: &mut Target) -> Link {
        match (row.plain(column), row.cell(column)) {
            (None, _) => Link::Broken,
            (Some(id), Some(cell)) if !id.is_empty() => {
                self.find(row.table, cell, id, rule, target)
            }
            _ => Link::Empty,
        }
    }

    fn find(
        &mut self,
        table: &Table,
        cell: Cell,
        id: &str,
        rule: &'static str,
        target: &mut Target,
    ) -> Link {
        match target.find(id) {
            Known::Key(key) => {
                target.used[key as usize] = true;
                return Link::To(key);
            }
            Known::Unknown if target.sheet.table.readable => {}
            _ => return Link::Broken,
        }
        let Layout { noun, label, .. } = target.sheet.table.layout;
        let near = self.nearest(id, &target.names);
        let hint = match near {
            Some(key) => {
                target.used[key] = true;
                format!("write `{}`, or add {} to {label}", target.names[key], shown(id))
            }
            None => format!("add {} to {label}, or write the id of one that is there", shown(id)),
        };
        let why = match *noun {
            "series" => "so it is not known what is counted",
            _ => "so nobody can trace who said it",
        };
        let message = format!("there is no {noun} {}, {why}", shown(id));
        let place = table.place(cell.start..cell.end);
        self.problems.push(Problem::error(rule, place, message).hint(hint));
        Link::Broken
    }

    fn nearest(&mut self, id: &str, names: &[&str]) -> Option<usize> {
        self.comparisons_left = self.comparisons_left.checked_sub(names.len())?;
        let near = nearest(id, names.iter().copied())?;
        names.iter().position(|name| *name == near)
    }

    fn is_beyond_limit(&mut self, row: &Row, count: usize) -> bool {
        let most = row.table.limits.rows;
        if count > most {
            let message = format!("the file has more than the {most} rows that are read");
            let place = row.table.place(row.start..row.end);
            self.problems.push(
                Problem::error("limit", place, message)
                    .hint("split the data into several projects"),
            );
        }
        count > most
    }

    /// What is wrong with a row as a whole, and cells that a spreadsheet would run.
    fn look_at_row(&mut self, row: &Row) {
        row.report_faults(&mut self.problems);
        for column in row.table.layout.texts {
            let Some(cell) = row.cell(*column) else { continue };
            let first = row.table.bytes.get(inner(cell).start).filter(|_| !inner(cell).is_empty());
            if !matches!(first, Some(b'=' | b'+' | b'-' | b'@')) {
                continue;
            }
            let text = row.words(*column);
            let sign = text.chars().next().unwrap_or_default();
            let message = format!(
                "{} begins with {sign}, so a spreadsheet would run it as a formula",
                shown(&text)
            );
            let hint = "begin it with a word or an opening quotation mark";
            self.problems
                .push(Problem::advice("formula-cell", row.place(*column), message).hint(hint));
        }
    }
}
