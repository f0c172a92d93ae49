//! To which series and source each row belongs, and the series that are still to be added.

use std::collections::{HashMap, HashSet};

use sourceline::dataset::edit::RowSpot;
use sourceline::dataset::layout::SERIES;
use sourceline::dataset::{DataFile, Dataset};
use sourceline::figure::{Nature, Series, SeriesKey, Source, SourceKey};
use sourceline::nearest::{did_you_mean, nearest};
use sourceline::problem::Checked;
use sourceline::store::{FileEdit, Groundwork};
use sourceline::tables::marks::{Mark, is_blank, part};
use sourceline::tables::names::names_a_place;
use sourceline::tables::{HeadingUnit, is_unit_word};

use super::frame::{Frame, listed};
use super::noted_names::noted_name;
use super::options::ImportOptions;
use super::question::{OpenMatter, Settlement};
use super::respelt::{letters, without_note};
use crate::cli::add::settle::{find_source, find_stated_series};
use crate::cli::change::editor;
use crate::cli::failure::Failure;
use crate::cli::refusal::Unchanged;

/// Series that are not there yet, each with the cell that it is for.
pub struct NewSeries {
    /// `None` where the one that is wanted is there.
    pub edit: Option<FileEdit>,
    pub words: String,
}

/// The title of a new series: that of the table, what tells its rows from others of the table, and
/// the cell that tells it from the other new ones.
fn new_title<'t>(frame: &Frame<'t>, options: &ImportOptions, cell: Option<&'t str>) -> String {
    let own = !frame.wide && !options.series_as_columns;
    let heading = || match frame.values.first().filter(|_| own) {
        Some(at) => frame.table.outline.columns[*at].clone(),
        None => String::new(),
    };
    let kept: Vec<&str> = frame.kept.iter().copied().filter(|kept| cell != Some(kept)).collect();
    let title = joined_title(&options.title.clone().unwrap_or_else(heading), &kept);
    // What was multiplied is in the scale of its name no more.
    let said = |cell: &'t str| match options.series_as_columns || options.multiply.is_some() {
        true => without_unit(without_note(cell)),
        false => without_note(cell),
    };
    let bare = |cell: &'t str| match noted_name(frame, cell) {
        Some((name, _)) => said(name),
        None => said(cell),
    };
    match (title.as_str(), cell.map(bare)) {
        (title, None | Some("")) => title.to_string(),
        (title, Some(cell)) if letters(title) == letters(cell) => title.to_string(),
        ("", Some(cell)) => cell.to_string(),
        (title, Some(cell)) => format!("{title}, {cell}"),
    }
}

/// A title and behind it what it does not say yet: `Crimes, Theft` of `Crimes` and `Theft`.
pub fn joined_title(title: &str, more: &[&str]) -> String {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    more.iter().map(|part| without_note(part)).fold(title.to_string(), |title, part| {
        let (own, new) = (words(&title), words(part));
        match new.is_empty() || own.windows(new.len()).any(|run| run == new) {
            true => title,
            false if title.is_empty() => part.to_string(),
            false => format!("{title}, {part}"),
        }
    })
}

/// `Wages` of `Wages (£m)`, where the heading of a column is the name of its series.
fn without_unit(heading: &str) -> &str {
    match heading.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((before, inner))
            if HeadingUnit::of(heading) != HeadingUnit::default() || is_unit_word(inner) =>
        {
            before.trim_end()
        }
        _ => heading,
    }
}

/// The cells that name a series, each once, in the order of the table.
fn cells<'t>(frame: &Frame<'t>) -> Vec<&'t str> {
    let Some(column) = frame.series else { return Vec::new() };
    let rows = &frame.rows;
    frame.table.values(column, rows, usize::MAX).into_iter().map(|(cell, _)| cell).collect()
}

/// Of these, the ones of which no row has a number or a mark in its place: lines of words, which are
/// no series.
fn idle_cells<'t>(frame: &Frame<'t>) -> HashSet<&'t str> {
    let Some(column) = frame.series else { return HashSet::new() };
    let grid = &frame.table.grid;
    // A column of marks may say why there is no number.
    if !frame.status.is_empty() {
        return HashSet::new();
    }
    let is_empty = |row: &&usize| {
        let mut columns = frame.values.iter().chain(frame.ends.iter().flat_map(|(a, b)| [a, b]));
        columns.all(|at| stands_for_nothing(grid.cell(**row, *at)))
    };
    let mut idle: HashSet<&str> =
        frame.rows.iter().filter(is_empty).map(|row| grid.cell(*row, column)).collect();
    if !idle.is_empty() {
        for row in frame.rows.iter().filter(|row| !is_empty(row)) {
            idle.remove(grid.cell(*row, column));
        }
    }
    idle
}

/// Neither a number nor a mark that says why there is none.
pub fn stands_for_nothing(cell: &str) -> bool {
    if !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let (rest, marked) = part(cell);
    is_blank(rest) && marked.is_empty() && Mark::find(rest).is_none()
}

/// What `--series-map` says of a cell.
fn mapped<'o>(options: &'o ImportOptions, cell: &str) -> Option<&'o str> {
    let of = |pair: &'o String| pair.rsplit_once('=');
    let found = options.series_map.iter().filter_map(of).find(|(known, _)| known.trim() == cell);
    found.map(|(_, id)| id.trim())
}

fn of_cell<'t>(
    data: &Dataset,
    frame: &Frame<'t>,
    options: &ImportOptions,
    cell: &'t str,
) -> Option<SeriesKey> {
    let by_title = |title: &str| {
        let found = data.series.iter().position(|series| series.title == title);
        found.map(|at| SeriesKey(at as u32)).or_else(|| spelt_otherwise(data, title))
    };
    if let Some(id) = mapped(options, cell) {
        return data.find_series(id);
    }
    let by_id = || data.find_series(cell);
    // A series that is called by the cell alone may be that of other rows of the table.
    let by_cell = || by_title(cell).filter(|_| !options.new_series || frame.kept.is_empty());
    let title = || new_title(frame, options, Some(cell));
    // One that was imported with the number of its note behind its name.
    let as_printed = || {
        let (name, _) = noted_name(frame, cell)?;
        let title = title();
        by_title(&format!("{}{cell}", title.strip_suffix(name)?))
    };
    by_id().or_else(by_cell).or_else(|| by_title(&title())).or_else(as_printed)
}

/// The rows of `data/series.csv` that the table needs and that are not there; `None` if there are
/// all of them.
pub fn new_series(
    ground: &Groundwork,
    read: &Checked<Dataset>,
    frame: &Frame,
    options: &ImportOptions,
) -> Result<Option<NewSeries>, Failure> {
    if !options.new_series {
        return Ok(None);
    }
    let data = &read.value;
    // The beginning of a long title would be that of every cell, and one table has one beginning.
    let unit = options.unit.as_deref().filter(|unit| *unit != "number").unwrap_or_default();
    let is_long = |title: &str| title.split_whitespace().count() > 5;
    let long = cells(frame).iter().any(|cell| is_long(&new_title(frame, options, Some(cell))));
    let named = |cell: &str, title: &str| match long || is_long(title) {
        true => {
            let title = options.title.as_deref().unwrap_or_default();
            let start: Vec<&str> = title.split_whitespace().take(2).collect();
            let start = start.join(" ");
            let head = joined_title(if unit.is_empty() { &start } else { unit }, &frame.kept);
            let head: Vec<&str> = head.split_whitespace().take(3).collect();
            joined_title(head.join(" ").trim_end_matches([',', ':', ';']), &[cell])
        }
        false => title.to_string(),
    };
    let idle = idle_cells(frame);
    let wanted: Vec<(Option<String>, String, String)> = match (frame.series, &options.series) {
        (Some(_), _) => cells(frame)
            .into_iter()
            .filter(|cell| !idle.contains(cell))
            .filter(|cell| of_cell(data, frame, options, cell).is_none())
            .map(|cell| {
                let title = new_title(frame, options, Some(cell));
                let bare = noted_name(frame, cell).map_or(cell, |(name, _)| name);
                let geography = match is_place(frame) {
                    true => without_note(bare).to_string(),
                    false => String::new(),
                };
                let proposed = || data.propose_series(&named(bare, &title));
                let id = mapped(options, cell).map_or_else(proposed, str::to_string);
                (Some(id), title, geography)
            })
            .collect(),
        (None, Some(id)) if data.find_series(id).is_some() => return Ok(None),
        (None, id) => {
            let title = new_title(frame, options, None);
            if let Some(there) = called(data, &title).filter(|_| id.is_none()) {
                return in_series_there(data.series(there), options).map(Some);
            }
            let own = || data.propose_series(&both_ends(&title));
            vec![(id.clone().or_else(|| Some(own())), title, String::new())]
        }
    };
    let there = cells(frame).into_iter().filter(|cell| mapped(options, cell).is_none());
    for cell in there.filter(|cell| !idle.contains(cell)) {
        // One that the cell alone names counts what it counts.
        let own = data.find_series(cell).is_none() && options.title.is_some();
        if let Some(key) = of_cell(data, frame, options, cell).filter(|_| own)
            && *data.series(key).title != *cell
        {
            in_series_there(data.series(key), options)?;
        }
    }
    if wanted.is_empty() {
        return Ok(None);
    }
    let (Some(unit), Some(nature)) = (&options.unit, &options.nature) else {
        return Err(Unchanged::new("a new series needs a unit and a nature")
            .hint("write --unit TEXT and --nature flow, or another nature: `sourceline add series --help` tells them")
            .into());
    };
    if Nature::parse(nature).is_none() {
        let known = Nature::ALL.map(Nature::word);
        let all = format!("write one of {}", known.join(", "));
        return Err(Unchanged::new(format!("there is no nature `{nature}`"))
            .hint(did_you_mean(nature, known, all))
            .into());
    }
    let editor = editor(ground, read, &SERIES)?;
    let mut taken: Vec<String> = Vec::new();
    let mut text = Vec::new();
    let mut words = String::new();
    let mut at = None;
    for (id, title, geography) in wanted {
        if title.is_empty() {
            return Err(Unchanged::new("a new series needs a title")
                .hint("write --title TEXT")
                .into());
        }
        let proposed = id.unwrap_or_else(|| data.propose_series(&title));
        let mut id = proposed.clone();
        let mut number = 2;
        while taken.contains(&id) {
            id = format!("{proposed}-{number}");
            number += 1;
        }
        words += &format!("{id}: a new series, {}\n", crate::cli::screen::visible(&title));
        let row = [
            ("id", id.clone()),
            ("title", title),
            ("unit", unit.clone()),
            ("nature", nature.clone()),
            ("per", options.per.clone().unwrap_or_default()),
            ("base", options.base.clone().unwrap_or_default()),
            ("geography", geography),
            ("year_starts", options.year_starts.clone().unwrap_or_default()),
        ];
        let splice = editor.insert(RowSpot::End, &row).map_err(Unchanged::from)?;
        at.get_or_insert(splice.at);
        text.extend(splice.with);
        taken.push(id);
    }
    let splice = sourceline::dataset::edit::Splice { at: at.unwrap_or_default(), with: text };
    let edit = Some(FileEdit::new(DataFile::Series.label(), vec![splice]));
    Ok(Some(NewSeries { edit, words }))
}

/// Of a long title its beginning and its end, which tells it from others: `Clients of the service,
/// Satisfied women` of `Clients of the service in the year, Satisfied women`.
fn both_ends(title: &str) -> String {
    match title.rsplit_once(", ") {
        Some((before, last)) if title.split_whitespace().count() > 5 => {
            let head: Vec<&str> = before.split_whitespace().take(3).collect();
            format!("{} {last}", head.join(" "))
        }
        _ => title.to_string(),
    }
}

/// The series of this title.
pub fn called(data: &Dataset, title: &str) -> Option<SeriesKey> {
    let found = data.series.iter().rposition(|series| *series.title == *title);
    found.map(|at| SeriesKey(at as u32)).or_else(|| spelt_otherwise(data, title))
}

/// The one series whose title differs in nothing but capitals, dashes, spaces and marks of footnotes: the
/// next edition of a table spells its headings as it likes.
fn spelt_otherwise(data: &Dataset, title: &str) -> Option<SeriesKey> {
    let wanted = letters(title);
    let is_it = |series: &Series| {
        series.title.len() < 2 * title.len() + 8 && letters(&series.title) == wanted
    };
    let mut found = data.series.iter().enumerate().filter(|(_, series)| is_it(series));
    let (at, _) = found.next().filter(|_| !wanted.is_empty())?;
    found.next().is_none().then_some(SeriesKey(at as u32))
}

/// The rows go into the series that is called so already, as those of a recipe that is run again
/// do, if it counts the same.
fn in_series_there(series: &Series, options: &ImportOptions) -> Result<NewSeries, Failure> {
    let (id, title) = (series.id, &series.title);
    let unit = options.unit.as_deref().filter(|unit| **unit != *series.unit);
    let nature = options.nature.as_deref().filter(|nature| *nature != series.nature.word());
    let words = format!("{id}: the series that is there already, {title}\n");
    let counts = match (unit, nature) {
        (None, None) => {
            let words = crate::cli::screen::visible(words.trim_end());
            return Ok(NewSeries { edit: None, words: format!("{words}\n") });
        }
        (Some(_), _) => format!("counts {}", series.unit),
        (None, Some(_)) => format!("is a {}", series.nature.word()),
    };
    Err(Unchanged::new(format!("a series is called `{title}` already, {id}, and it {counts}"))
        .hint(format!(
            "write --series {id} in place of --new-series, --title, --unit and --nature to add to \
             it, or another --title for a series of its own"
        ))
        .into())
}

fn is_place(frame: &Frame) -> bool {
    frame.joined.is_empty()
        && frame.series.is_some_and(|at| names_a_place(&frame.table.outline.columns[at]))
}

/// The series and the source of a row, as far as they are known.
pub type RowTarget = (Option<SeriesKey>, Option<SourceKey>);

/// The series and the source of every row that is meant.
pub struct Targets {
    series: HashMap<String, SeriesKey>,
    one_series: Option<SeriesKey>,
    sources: HashMap<String, SourceKey>,
    one_source: Option<SourceKey>,
}

impl Targets {
    pub fn of(
        data: &Dataset,
        frame: &Frame,
        options: &ImportOptions,
        open: &mut Vec<OpenMatter>,
    ) -> Result<Targets, Unchanged> {
        let mut targets = Targets {
            series: HashMap::new(),
            one_series: None,
            sources: HashMap::new(),
            one_source: None,
        };
        if let Some(id) = &options.series {
            targets.one_series = Some(find_stated_series(data, id)?);
        } else if options.new_series && frame.series.is_none() {
            targets.one_series = called(data, &new_title(frame, options, None));
        }
        let mut unknown: Vec<&str> = Vec::new();
        let idle = idle_cells(frame);
        for cell in cells(frame) {
            if let Some(id) = mapped(options, cell) {
                find_stated_series(data, id)?;
            }
            match of_cell(data, frame, options, cell) {
                Some(key) => {
                    find_stated_series(data, data.series(key).id)?;
                    targets.series.insert(cell.to_string(), key);
                }
                None if idle.contains(cell) => {}
                None => unknown.push(cell),
            }
        }
        if !unknown.is_empty() {
            open.push(unknown_series(data, frame, &unknown));
        }
        if let Some(id) = &options.source {
            targets.one_source = Some(find_source(data, id)?);
        }
        if let Some(column) = frame.source {
            for (cell, _) in frame.table.values(column, &frame.rows, usize::MAX) {
                targets.sources.insert(cell.to_string(), source_of_cell(data, cell)?);
            }
        }
        Ok(targets)
    }

    /// The series and the source of each row that is meant, in their order. Most rows have those of
    /// the row above.
    pub fn of_rows(&self, frame: &Frame) -> Vec<RowTarget> {
        let mut last: Option<((&str, &str), RowTarget)> = None;
        let of = |row: &usize| {
            let cells = (frame.cell(*row, frame.series), frame.cell(*row, frame.source));
            if let Some((_, found)) = last.filter(|(known, _)| *known == cells) {
                return found;
            }
            let series = self.one_series.or_else(|| self.series.get(cells.0).copied());
            let source = self.one_source.or_else(|| self.sources.get(cells.1).copied());
            last = Some((cells, (series, source)));
            (series, source)
        };
        frame.rows.iter().map(of).collect()
    }

    /// Every series that some row belongs to.
    pub fn all(&self) -> Vec<SeriesKey> {
        let mut all: Vec<SeriesKey> =
            self.one_series.into_iter().chain(self.series.values().copied()).collect();
        all.sort();
        all.dedup();
        all
    }
}

/// The source that a cell names: by its id, or else by its address, its title or its publisher where
/// that is the only one.
fn source_of_cell(data: &Dataset, cell: &str) -> Result<SourceKey, Unchanged> {
    let found = sources_called(data, cell);
    match found[..] {
        [one] => Ok(one),
        [] => find_source(data, cell),
        _ => {
            let ids: Vec<&str> = found.iter().map(|key| data.source(*key).id).collect();
            let names = listed(&ids);
            Err(Unchanged::new(format!("`{cell}` may be {names}, which are called so alike"))
                .hint("write the id of the one that is meant into the table"))
        }
    }
}

/// The sources that are called so.
pub fn sources_called(data: &Dataset, cell: &str) -> Vec<SourceKey> {
    let cell = cell.trim();
    if let Some(key) = data.find_source(cell) {
        return vec![key];
    }
    let address = |text: &str| text.trim_end_matches('/').to_string();
    let alike = |own: &str| !own.is_empty() && address(own).eq_ignore_ascii_case(&address(cell));
    let by = |way: usize| -> Vec<SourceKey> {
        let fits = |source: &Source| {
            let own = [&source.url[..], &source.title[..], &source.publisher[..]][way];
            alike(own)
        };
        let places = data.sources.iter().enumerate().filter(|(_, source)| fits(source));
        places.map(|(at, _)| SourceKey(at as u32)).collect()
    };
    (0..3).map(by).find(|found| !found.is_empty()).unwrap_or_default()
}

fn unknown_series(data: &Dataset, frame: &Frame, unknown: &[&str]) -> OpenMatter {
    let called = frame.series.map_or(String::new(), |at| frame.table.called(at));
    let first = unknown[0];
    let ids = data.series.iter().map(|series| series.id);
    let near = nearest(first, ids).unwrap_or("ID");
    let column = frame.series.map_or(String::new(), |at| frame.table.word(at));
    OpenMatter::new(
        format!("{called} says {}, which no series is called", listed(unknown)),
        vec![
            Settlement::new(
                &["--series-map", &format!("{first}={near}")],
                "for a series that is there",
            ),
            Settlement::new(
                &["--new-series", "--unit", "UNIT", "--nature", "flow"],
                "to add a series for each",
            ),
            Settlement::new(&["--where", &format!("{column}={first}")], "for these rows only"),
        ],
    )
}
