//! Rows to nouns: every id becomes a key, and every mistake is gathered.
//!
//! A mistake gives one problem. A row of no use still defines its id, and uses what it names.

use super::ids::Ids;
use super::indexes::Indexes;
use super::judge::Judge;
use super::kin::{Kin, KinCell};
use super::layout::{EVENTS, FIGURES, Layout, SERIES, SOURCES, events, figures, sources};
use super::names::{Link, Names, Target};
use super::observe::first_voices;
use super::open::open;
use super::scan::Cell;
use super::sheet::Sheet;
use super::stretch::Stretch;
use super::table::{Limits, Row, Rows, Table};
use super::told_once::tell_once;
use super::{Dataset, Files};
use super::{derive, kin};
use crate::figure::{Event, Figure, FigureKey, Series, SeriesKey, Source, SourceKey, Years};
use crate::locale::EN_GB;
use crate::nearest::MOST_COMPARISONS;
use crate::problem::{Checked, Gathered, Hold, Rule, Unheld};

/// Reads the four files within limits; see [`Dataset::read`].
pub fn read<'t>(files: &'t Files, financial_month: u32, limits: Limits) -> Checked<Dataset<'t>> {
    read_holding(files, financial_month, limits, Hold::All).0
}

/// The same, and what is not held of what is wrong.
pub fn read_holding<'t>(
    files: &'t Files,
    financial_month: u32,
    limits: Limits,
    hold: Hold,
) -> (Checked<Dataset<'t>>, Unheld) {
    let years = Years::of_project(financial_month);
    let mut linker = Linker::new(limits, Gathered::new(hold));
    let (sources, source_sheet) = linker.sources(&files.sources);
    let (series, series_sheet) = linker.series(&files.series);
    let mut names = Names {
        series: Target::new(series.iter().map(|one| one.id).collect(), &series_sheet),
        sources: Target::new(sources.iter().map(|one| one.id).collect(), &source_sheet),
    };
    for origin in sources.iter().filter_map(|source| source.origin) {
        names.sources.uses[origin.index()] += 1;
    }
    let (events, event_sheet) = linker.events(files.events.as_deref(), &mut names.sources);
    let (figures, figure_sheet) = linker.figures(&files.figures, &mut names);
    let (series_uses, source_uses) = (names.series.uses, names.sources.uses);
    let indexes = Indexes::of(&figures, &series);
    let mut data = Dataset {
        voices: first_voices(&sources),
        figures,
        series,
        sources,
        events,
        years,
        language: &EN_GB,
        as_known: None,
        observed: Vec::new(),
        indexes,
        shortfalls: Default::default(),
        figure_sheet,
        series_sheet,
        source_sheet,
        event_sheet,
        series_uses: Vec::new(),
        source_uses,
    };
    data.observe(&series_uses);
    data.series_uses = series_uses;
    let mut problems = linker.judge.problems;
    data.derive_series(&mut problems);
    let (mut problems, rest) = problems.done();
    super::number_hints::in_units(&data.figure_sheet.table, &data.series, &mut problems);
    super::sort(&mut problems);
    (Checked { value: data, problems }, rest)
}

struct Linker<'t> {
    judge: Judge<'t>,
    /// Where the rows begin of figures that are worked out.
    derived: Vec<u32>,
    /// What figures name in the columns `superseded_by` and `repeats`.
    kin: Vec<KinCell<'t>>,
    comparisons_left: usize,
    limits: Limits,
}

impl<'t> Linker<'t> {
    fn new(limits: Limits, problems: Gathered) -> Linker<'t> {
        let mut judge = Judge::default();
        judge.problems = problems;
        let (derived, kin) = (Vec::new(), Vec::new());
        Linker { judge, derived, kin, comparisons_left: MOST_COMPARISONS, limits }
    }

    fn open(&mut self, layout: &'static Layout, bytes: &'t [u8]) -> Table<'t> {
        self.judge.problems.begin();
        open(layout, bytes, self.limits, &mut self.judge.problems)
    }

    fn sources(&mut self, bytes: &'t [u8]) -> (Vec<Source<'t>>, Sheet<'t>) {
        let table = self.open(&SOURCES, bytes);
        let mut origins: Vec<(usize, Cell, &str)> = Vec::new();
        let (mut sources, ids) = self.table(
            &table,
            |source: &Source| source.id,
            |linker, row| {
                let judge = &mut linker.judge;
                let id = judge.id(row);
                if let (Some(cell), Some(origin)) = (
                    row.cell(sources::ORIGIN),
                    row.plain(sources::ORIGIN).filter(|o| !o.is_empty()),
                ) {
                    origins.push((row.start, cell, origin));
                }
                let source = Source {
                    id: id.unwrap_or_default(),
                    kind: judge.words(row, sources::KIND),
                    publisher: judge.required_words(row, sources::PUBLISHER),
                    author: judge.words(row, sources::AUTHOR),
                    title: judge.required_words(row, sources::TITLE),
                    container: judge.words(row, sources::CONTAINER),
                    published: judge.date(row, sources::PUBLISHED).flatten(),
                    url: row.words(sources::URL),
                    archive_url: row.words(sources::ARCHIVE_URL),
                    accessed: judge.date(row, sources::ACCESSED).flatten(),
                    origin: None,
                    licence: judge.words(row, sources::LICENCE),
                    note: judge.words(row, sources::NOTE),
                };
                id.map(|_| source)
            },
        );
        let sheet = Sheet { table, ids };
        let mut target = Target::new(sources.iter().map(|source| source.id).collect(), &sheet);
        for (start, cell, origin) in origins {
            let (left, problems) = (&mut self.comparisons_left, &mut self.judge.problems);
            let link = target.link(&sheet.table, cell, origin, Rule::UnknownOrigin, left, problems);
            let key = sheet.ids.starts.binary_search(&(start as u32));
            if let (Ok(source), Link::To(key)) = (key, link) {
                sources[source].origin = Some(SourceKey(key));
            }
        }
        (sources, sheet)
    }

    fn series(&mut self, bytes: &'t [u8]) -> (Vec<Series<'t>>, Sheet<'t>) {
        let table = self.open(&SERIES, bytes);
        let (all, ids) =
            self.table(&table, |series: &Series| series.id, |linker, row| linker.judge.series(row));
        (all, Sheet { table, ids })
    }

    fn events(
        &mut self,
        bytes: Option<&'t [u8]>,
        sources: &mut Target,
    ) -> (Vec<Event<'t>>, Option<Sheet<'t>>) {
        let Some(bytes) = bytes else { return (Vec::new(), None) };
        let table = self.open(&EVENTS, bytes);
        let (all, ids) = self.table(
            &table,
            |event: &Event| event.id,
            |linker, row| {
                let id = linker.judge.id(row);
                let date = linker.judge.required(row, events::DATE);
                let date = date.and_then(|_| linker.judge.event_date(row));
                let label = linker.judge.required_words(row, events::LABEL);
                let source = linker.refer(row, events::SOURCE, Rule::UnknownSource, sources);
                if matches!(source, Link::Broken) {
                    sources.use_what_is_named(row);
                }
                let source = source.key().map(SourceKey);
                let note = linker.judge.words(row, events::NOTE);
                Some(Event { id: id?, date: date?, label, source, note })
            },
        );
        (all, Some(Sheet { table, ids }))
    }

    fn figures(&mut self, bytes: &'t [u8], names: &mut Names) -> (Vec<Figure<'t>>, Sheet<'t>) {
        let table = self.open(&FIGURES, bytes);
        let part = self.halves(&table, names).unwrap_or_else(|| {
            let part = Stretch::with_capacity(table.likely_rows());
            self.figure_rows(part, &mut table.rows(), names)
        });
        let (mut all, ids) = part.settle(&table, |figure| &figure.id, &mut self.judge.problems);
        let mut sheet = Sheet { table, ids };
        let key = |start: &u32| Some(FigureKey(sheet.ids.starts.binary_search(start).ok()? as u32));
        let derived: Vec<FigureKey> = self.derived.iter().filter_map(key).collect();
        tell_once(&sheet.table, &mut self.judge.problems.held);
        derive::work_out(&mut all, &derived, &mut sheet, &mut self.judge.problems);
        // Keys move where a formula has no result, so this comes last.
        kin::link(&mut all, &self.kin, &sheet, &mut self.judge.problems);
        (all, sheet)
    }

    /// Reads both halves of a large file at once. The second starts at a guess, so it counts only
    /// if the first arrives there; it hardly ever does not.
    fn halves(&mut self, table: &Table<'t>, names: &mut Names) -> Option<Stretch<Figure<'t>>> {
        if self.judge.problems.is_in_order() {
            return None;
        }
        let middle = table.likely_middle()?;
        // Each thread has all that it writes to on its own stack: what lies side by side in memory
        // is slow to share.
        let read = |part, from, until| {
            let (mut linker, mut uses) = (self.half(), names.unused());
            let mut rows = table.rows_between(from, until);
            let part = linker.figure_rows(part, &mut rows, &mut uses);
            (part, rows.reached, linker, uses)
        };
        let whole = Stretch::with_capacity(table.likely_rows());
        let half = Stretch::beside(&whole);
        let (upper, lower) =
            rayon::join(|| read(whole, table.body, middle), || read(half, middle, table.stop));
        let ((mut whole, reached, upper, upper_uses), (half, _, lower, lower_uses)) =
            (upper, lower);
        if reached != Some(middle) || whole.count + half.count > table.limits.rows {
            return None;
        }
        whole.append(half);
        self.comparisons_left = upper.comparisons_left + lower.comparisons_left;
        for (half, uses) in [(upper, upper_uses), (lower, lower_uses)] {
            self.derived.extend(half.derived);
            self.kin.extend(half.kin);
            self.judge.problems.append(half.judge.problems);
            names.count_uses_of(&uses);
        }
        Some(whole)
    }

    fn half(&self) -> Linker<'t> {
        Linker {
            comparisons_left: self.comparisons_left / 2,
            ..Linker::new(self.limits, self.judge.problems.beside())
        }
    }

    fn figure_rows(
        &mut self,
        part: Stretch<Figure<'t>>,
        rows: &mut Rows<'_, 't>,
        names: &mut Names,
    ) -> Stretch<Figure<'t>> {
        self.part(
            part,
            rows,
            |figure| &figure.id,
            |linker, row| {
                let figure = linker.figure(row, names)?;
                if figure.is_derived() {
                    linker.derived.push(row.start as u32);
                }
                linker.kin.extend(Kin::cells(row));
                Some(figure)
            },
        )
    }

    fn figure(&mut self, row: &Row<'_, 't>, names: &mut Names) -> Option<Figure<'t>> {
        let id = self.judge.id(row);
        self.judge.required(row, figures::SERIES);
        let series = self.refer(row, figures::SERIES, Rule::UnknownSeries, &mut names.series);
        let period = self.judge.period(row);
        let status = self.judge.status(row);
        let claim = self.judge.claim(row, status);
        self.judge.required(row, figures::SOURCE);
        let source = self.refer(row, figures::SOURCE, Rule::UnknownSource, &mut names.sources);
        let origin = self.refer(row, figures::ORIGIN, Rule::UnknownOrigin, &mut names.sources);
        let rank = self.judge.rank(row);
        let words = [figures::STATED, figures::PERIOD_STATED, figures::LOCATOR, figures::NOTE];
        let [stated, period_stated, locator, note] =
            words.map(|column| self.judge.words(row, column));
        if [&series, &source, &origin].iter().any(|link| matches!(link, Link::Broken)) {
            names.series.use_what_is_named(row);
            names.sources.use_what_is_named(row);
        }
        Some(Figure {
            id: id?.into(),
            series: SeriesKey(series.key()?),
            period: period?,
            claim: claim?,
            status: status?,
            source: SourceKey(source.key()?),
            origin: origin.key().map(SourceKey),
            rank: rank?,
            superseded_by: None,
            repeats: None,
            stated,
            period_stated,
            locator,
            note,
        })
    }

    /// Reads every row; `read` gives what a row that can be used is.
    fn table<T>(
        &mut self,
        table: &Table<'t>,
        id_of: impl Fn(&T) -> &str + Copy,
        read: impl FnMut(&mut Self, &Row<'_, 't>) -> Option<T>,
    ) -> (Vec<T>, Ids) {
        let part = Stretch::with_capacity(table.likely_rows());
        let part = self.part(part, &mut table.rows(), id_of, read);
        part.settle(table, id_of, &mut self.judge.problems)
    }

    fn part<T>(
        &mut self,
        mut part: Stretch<T>,
        rows: &mut Rows<'_, 't>,
        id_of: impl Fn(&T) -> &str,
        mut read: impl FnMut(&mut Self, &Row<'_, 't>) -> Option<T>,
    ) -> Stretch<T> {
        while let Some(row) = rows.read() {
            part.count += 1;
            if part.count > row.table.limits.rows {
                self.judge.problems.push(row.one_too_many());
                break;
            }
            row.report_faults(&mut self.judge.problems);
            match read(self, &row) {
                Some(item) => part.push(item, &id_of, row.start),
                None => part.push_broken(&row.likely_id(), row.start),
            }
        }
        part
    }

    fn refer(&mut self, row: &Row, column: usize, rule: Rule, target: &mut Target) -> Link {
        target.refer(row, column, rule, &mut self.comparisons_left, &mut self.judge.problems)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;

    const ROWS: &str = "id,series,period,value,source\n\
        a-1,a,2011,1,s\na-2,a,2012,2,s\na-3,a,2013,3,s\na-4,a,2014,four,s\n";

    fn files(figures: impl Into<Vec<u8>>) -> Files {
        Files {
            figures: figures.into(),
            series: "id,title,unit,nature\na,A,cases,flow\n".into(),
            sources: "id,publisher,title\ns,S,S\n".into(),
            events: None,
        }
    }

    fn told(files: &Files, limits: Limits) -> (usize, Vec<String>) {
        let checked = read(files, 4, limits);
        let told = |problem: &Problem| format!("{}: {}", problem.place, problem.rule);
        (checked.value.figures.len(), checked.problems.iter().map(told).collect())
    }

    #[test]
    fn no_more_rows_are_read_than_is_stated() {
        let limits = Limits { rows: 3, ..Limits::STATED };
        let (figures, problems) = told(&files(ROWS), limits);
        assert_eq!((figures, problems), (3, vec!["data/figures.csv:5:1 (A5): limit".into()]));
        let limits = Limits { rows: 4, ..Limits::STATED };
        assert_eq!(told(&files(ROWS), limits).1, ["data/figures.csv:5:12 (D5): number"]);
    }

    #[test]
    fn no_longer_cell_is_read_than_is_stated() {
        let note = |length: usize| {
            let note = "x".repeat(length);
            format!(
                "id,series,period,value,source,note\na-1,a,2011,1,s,{note}\na-2,a,2012,2,s,\"{note}\"\n"
            )
        };
        let most = Limits::STATED.cell;
        assert_eq!(told(&files(note(most)), Limits::STATED), (2, vec![]));
        let (figures, problems) = told(&files(note(most + 1)), Limits::STATED);
        let expected = ["data/figures.csv:2:16 (F2): limit", "data/figures.csv:3:16 (F3): limit"];
        assert_eq!((figures, problems), (2, expected.map(String::from).to_vec()));
    }

    #[test]
    fn no_longer_file_is_read_than_is_stated() {
        let files = files(ROWS);
        let limits = |file| Limits { file, ..Limits::STATED };
        let (figures, problems) = told(&files, limits(ROWS.len() - 1));
        assert_eq!((figures, problems), (0, vec!["data/figures.csv:1:1: limit".into()]));
        assert_eq!(told(&files, limits(ROWS.len())).0, 3);
    }

    /// Enough for two halves: a thousand rows of two letters, each on both sides of `middle`.
    fn large(middle: &str) -> String {
        let rows = |series: &str| {
            let row = |number| {
                format!(
                    "{series}-{number},{series},{},1,s,\"{}\"\n",
                    1000 + number,
                    "x, ".repeat(200)
                )
            };
            (0..1000).map(row).collect::<String>()
        };
        format!("id,series,period,value,source,note\n{}{middle}{}", rows("a"), rows("b"))
    }

    #[test]
    fn both_halves_of_a_large_file_are_read_whatever_the_middle_looks_like() {
        let mut files = files("");
        files.series.extend(b"b,B,cases,flow\n");
        let looks_like_rows = "c-1,a,2011,1,s,\n".repeat(2000);
        for middle in ["", "\n\n\r\n", ",,,,,\n", &format!("m,a,3000,1,s,\"{looks_like_rows}\"\n")]
        {
            files.figures = large(middle).into();
            let checked = read(&files, 4, Limits::STATED);
            assert_eq!(checked.problems, []);
            let data = checked.value;
            assert_eq!(data.figures.len(), 2000 + usize::from(middle.starts_with('m')));
            for (key, figure) in data.figures() {
                assert_eq!(data.find_figure(&figure.id), Some(key));
                assert!(data.row_text(key).starts_with(&*figure.id));
            }
            let first = |series| {
                data.figure(data.observations_of(SeriesKey(series))[0].preferred).id.as_ref()
            };
            assert_eq!((first(0), first(1)), ("a-0", "b-0"));
        }
    }

    #[test]
    fn what_is_wrong_in_either_half_is_told_once_and_in_order() {
        let text = large("b-5,b,x,1,s,\nz-7,a,3007,1,t,\n").replace("a-3,", "b-3,");
        let mut files = files(text);
        files.series.extend(b"b,B,cases,flow\n");
        let (figures, problems) = told(&files, Limits::STATED);
        let expected = [
            "data/figures.csv:1002:7 (C1002): period",
            "data/figures.csv:1003:14 (E1003): unknown-source",
            "data/figures.csv:1007:1 (A1007): duplicate-id",
            "data/figures.csv:1009:1 (A1009): duplicate-id",
        ];
        assert_eq!((figures, problems), (1998, expected.map(String::from).to_vec()));
        let (figures, problems) = told(&files, Limits { rows: 1500, ..Limits::STATED });
        assert_eq!(figures, 1496);
        assert_eq!(
            problems.last().map(String::as_str),
            Some("data/figures.csv:1502:1 (A1502): limit")
        );
    }

    #[test]
    fn a_line_longer_than_any_row_stops_the_reading() {
        for ending in ["\n", "\r"] {
            let commas = ",".repeat(Limits::STATED.cell * 20);
            let text = format!("{ROWS}{commas}\nb,a,2015,1,s\n").replace('\n', ending);
            let (figures, problems) = told(&files(text), Limits::STATED);
            assert_eq!(figures, 3);
            assert_eq!(problems[1..], ["data/figures.csv:6:1: limit"]);
        }
    }

    #[test]
    fn a_cell_full_of_trouble_is_one_problem_and_quickly_found() {
        for trouble in ["\u{1}", "Â£", "\u{fffd}", "\u{1},"] {
            let text = format!("{ROWS}{}\nb,a,2015,1,s\n", trouble.repeat(60_000 / trouble.len()));
            let (figures, problems) = told(&files(text), Limits::STATED);
            assert_eq!(figures, 4);
            assert!(problems.len() < 300, "{}", problems.len());
        }
    }

    #[test]
    fn a_large_file_is_read_on_two_threads_as_on_one() {
        let mut text = String::from("id,series,period,value,source,note\n");
        for row in 0..60_000 {
            let value = if row % 10_000 == 9_999 { "many" } else { "1" };
            text += &format!(
                "a-{row},a,{:04}-01/{:04}-06,{value},s,\"a\nb\"\n",
                row % 9_000 + 1,
                row % 9_000 + 1
            );
        }
        assert!(text.len() > 1 << 20);
        let files = files(text);
        let (figures, problems) = told(&files, Limits::STATED);
        assert_eq!(figures, 60_000 - 6);
        assert_eq!(problems[0], "data/figures.csv:20000:26 (D10001): number");
        assert_eq!(problems.len(), 6);
        let (figures, problems) = told(&files, Limits { rows: 700, ..Limits::STATED });
        assert_eq!((figures, problems.len()), (700, 1));
    }
}
