//! The rows of a table, read one by one.

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use rayon::slice::ParallelSliceMut;
use sourceline::dataset::Dataset;
use sourceline::figure::{Grain, SeriesKey, SourceKey};
use sourceline::reading::{Measure, Setting, period_stated_cell, stated_cell};
use sourceline::tables::marks::{Marked, part};
use sourceline::tables::names::is_named_note;
use sourceline::tables::period_heading::{parted_period, period_of_heading};

use super::against::{FiguresThere, NextThere, among_themselves, same_periods, withdrawn_once};
use super::damage::spoilt;
use super::fate::{Fate, ImportRow, NewRow, NewRowMore};
use super::frame::Frame;
use super::natures::natures_apart;
use super::noted_names::noted_name;
use super::numbers::{NumberCell, NumberReader, lettered};
use super::options::{ImportOptions, PeriodLength};
use super::part_years::stated_in_part;
use super::partition::{open_columns, parted};
use super::percent_signs::percent_matter;
use super::period_cells::{PeriodCell, is_plain, length_of};
use super::periods::{periods, text};
use super::provisional::provisional;
use super::question::OpenMatter;
use super::targets::{Targets, stands_for_nothing};
use super::told::Revision;
use super::units_of_rows::units_of_rows;
use crate::cli::add::settle::setting;
use crate::cli::refusal::Unchanged;

/// The rows, and what has to be settled before they can be taken.
pub struct TableRows {
    pub rows: Vec<ImportRow>,
    pub open: Vec<OpenMatter>,
}

impl TableRows {
    /// Reads them; the first `known` series are in the project, the others still to be added.
    pub fn read(
        data: &Dataset,
        frame: &Frame,
        options: &ImportOptions,
        known: usize,
        revision: Revision,
    ) -> Result<TableRows, Unchanged> {
        let mut open = open_columns(frame);
        open.extend(provisional(frame, options));
        let targets = Targets::of(data, frame, options, &mut open)?;
        let all = targets.all();
        let of_rows = targets.of_rows(frame);
        let settings = RowSettings::new(data, &all);
        let setting = |at: usize| {
            let at = if frame.wide { 0 } else { at };
            of_rows.get(at).map_or(Setting::default(), |of| settings.of(data, *of))
        };
        let first = of_rows.first().and_then(|of| of.0).filter(|key| (key.0 as usize) < known);
        let there = first.map(|key| data.series(key).id);
        let nature = all.first().map(|key| data.series(*key).nature);
        let (periods, matters) = periods(frame, options, nature, setting, there);
        open.extend(matters);
        let units: Vec<&str> = all.iter().map(|key| &*data.series(*key).unit).collect();
        let mut numbers = NumberReader::new(frame, options, &units, &mut open)?;
        let unit = |at: usize| of_rows[at].0.map(|key| &*data.series(key).unit);
        open.extend(units_of_rows(frame, options, unit));
        if all.iter().any(|key| (key.0 as usize) >= known) {
            open.extend(natures_apart(frame, options));
        }
        if !open.is_empty() {
            return Ok(TableRows { rows: Vec::new(), open });
        }
        let marked = !frame.status.is_empty() || options.status.is_some();
        let against = FiguresThere::new(data, marked, revision == Revision::Superseded);
        let lengths = options.lengths.and_then(PeriodLength::word);
        let columns: Vec<Option<usize>> = match frame.values.is_empty() {
            true => vec![None],
            false => frame.values.iter().copied().map(Some).collect(),
        };
        let entry = |number: usize| {
            let (at, place) = (number / columns.len(), number % columns.len());
            let (series, source) = of_rows[at];
            ImportRow {
                row: frame.rows[at],
                period_at: if frame.wide { place } else { at },
                column: columns[place],
                series,
                source,
                fate: Fate::Empty,
            }
        };
        let count = frame.rows.len() * columns.len();
        let mut rows: Vec<ImportRow> =
            (0..count).into_par_iter().with_min_len(RUN).map(entry).collect();
        // Runs of rows are read side by side; what each leaves open is put together in their order.
        let judge = |run: &mut [ImportRow]| {
            let (mut numbers, mut next) = (numbers.clone(), NextThere::default());
            for entry in run {
                let period = &periods[entry.period_at];
                entry.fate = match lengths.zip(period.as_ref().ok().and_then(length_of)) {
                    Some((wanted, own)) if own != wanted => Fate::OtherLength,
                    _ => fate(data, frame, (&against, &mut next), &mut numbers, entry, period),
                };
            }
            numbers
        };
        let read: Vec<NumberReader> = rows.par_chunks_mut(RUN).map(judge).collect();
        read.into_iter().for_each(|later| numbers.go_on(later));
        against.leave_marks(&mut rows);
        withdrawn_once(&mut rows);
        if let Some(first) = all.first() {
            open.extend(numbers.open(&Measure::from(data.series(*first))));
        }
        if numbers.has_percent_signs {
            open.extend(percent_matter(frame, options));
        }
        let several = same_periods(&rows);
        open.extend(parted_by_period(frame, &rows, &several));
        let told = |row: &ImportRow| {
            (frame.cell(row.row, row.column).to_string(), frame.table.grid.line(row.row))
        };
        among_themselves(&mut rows, &several, told);
        Ok(TableRows { rows, open })
    }
}

/// So many rows are read in one go.
const RUN: usize = 8_192;

fn fate(
    data: &Dataset,
    frame: &Frame,
    (against, next): (&FiguresThere, &mut NextThere),
    numbers: &mut NumberReader,
    entry: &ImportRow,
    period: &PeriodCell,
) -> Fate {
    let (Some(series), Some(source)) = (entry.series, entry.source) else {
        if stands_for_nothing(frame.cell(entry.row, entry.column)) {
            return Fate::Empty;
        }
        return Fate::Unread("no series is called so".into());
    };
    let note = frame.note_of(entry.row, entry.column);
    let texts = frame.status.iter().copied().chain(frame.series);
    let cells = texts.map(|at| frame.table.grid.cell(entry.row, at)).chain([note]);
    let dated = || frame.dated_ranges.as_ref()?.spoilt(frame.cell(entry.row, frame.series));
    if let Some(why) = cells.into_iter().find_map(spoilt).or_else(dated) {
        return Fate::Unread(why.into());
    }
    let of = Measure::from(data.series(series));
    let (quantity, marked) = match numbers.read(entry.row, entry.column, &of) {
        NumberCell::Number { quantity, marked } => (Some(quantity), marked),
        NumberCell::Absent(marked) => (None, Some(marked)),
        // A row without numbers whose period is none may head the rows below it.
        NumberCell::Empty => {
            let heads = !frame.wide && frame.rows.len() > 1 && period.is_err();
            let cell = frame.cell(entry.row, frame.period);
            return match heads && !cell.is_empty() && frame.cell(entry.row, entry.column).is_empty()
            {
                true => Fate::Unread(
                    format!("`{cell}` may head the rows below it: import each part with --range")
                        .into(),
                ),
                false => match period {
                    Ok(period) => against.withdrawn(series, source, *period),
                    Err(_) => Fate::Empty,
                },
            };
        }
        NumberCell::Unread(why) => return Fate::Unread(why.into()),
    };
    let period = match period {
        Ok(period) => *period,
        Err(why) => return Fate::Unread(why.clone()),
    };
    let of_heading = match entry.column.filter(|_| frame.wide) {
        Some(column) => period_of_heading(&frame.table.outline.columns[column]).1,
        None => {
            let of = |at: Option<usize>| {
                let cell = frame.cell(entry.row, at);
                if is_plain(cell) { Marked::default() } else { parted_period(cell).1 }
            };
            if frame.and.is_some() { of(frame.period).and(of(frame.and)) } else { of(frame.period) }
        }
    };
    let mut marked = marked.map_or(of_heading.clone(), |marked| marked.and(of_heading));
    if quantity.is_some() && frame.is_provisional(entry.row, entry.column) {
        marked = marked.and(Marked::of_column("p"));
    }
    // What says why there is no number says something else of a number that is there.
    if quantity.is_some() {
        marked.without_absence();
    }
    if !marked.is_empty() {
        marked = frame.table.explained(marked);
    }
    for (number, text) in
        noted_name(frame, frame.cell(entry.row, frame.series)).into_iter().flat_map(|one| one.1)
    {
        let text = text.trim_end_matches('.');
        marked.words.push(format!("Its name is marked {number} in the source: {text}."));
    }
    match quantity {
        Some(_) => marked.without_absence(),
        None => marked.with_absence_alone(),
    }
    let said = text(frame, entry.period_at);
    let mut period_stated = String::new();
    if !is_plain(&said) || period.first_unit().grain() != Grain::Day && said.len() == 10 {
        period_stated = period_stated_cell(&said, period);
    }
    if let Some(words) = stated_in_part(frame, entry.period_at, &said) {
        period_stated = period_stated_cell(&words, period);
    }
    let value = frame.cell(entry.row, entry.column);
    let bare = || {
        let bare = part(value).0;
        let noted = lettered(bare).filter(|(_, letter)| frame.table.footnote(letter).is_some());
        noted.map_or(bare, |(number, _)| number)
    };
    let stated = match value.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        true => stated_cell(bare()),
        false => String::new(),
    };
    let texts = [note, &period_stated, &stated];
    let plain = marked.is_empty() && texts.iter().all(|text| text.is_empty());
    let more = (!plain).then(|| {
        let note = frame.table.told_note(note);
        Box::new(NewRowMore { marked, note, stated, period_stated, ..NewRowMore::default() })
    });
    against.fate(next, series, source, NewRow { period, quantity, more })
}

/// Rows of one period that differ in a column of which nothing was said.
fn parted_by_period(
    frame: &Frame,
    rows: &[ImportRow],
    several: &[Vec<usize>],
) -> Option<OpenMatter> {
    let differ = |column: &usize| {
        several.iter().any(|same| {
            let cell = |at: usize| frame.table.grid.cell(rows[at].row, *column);
            same.iter().any(|at| cell(*at) != cell(same[0]))
        })
    };
    let mut telling = frame.unused().filter(|column| is_telling(frame, *column)).filter(differ);
    telling.next().map(|column| parted(frame, column))
}

/// May the column tell one thing from another? Other numbers and notes do not.
fn is_telling(frame: &Frame, column: usize) -> bool {
    let is_note = is_named_note(&frame.table.outline.columns[column]);
    let values = frame.table.values(column, &frame.rows, 200);
    let whole = |text: &str| text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let words = values
        .iter()
        .any(|(text, _)| !text.is_empty() && !sourceline::tables::meaning::is_number(text));
    let few = values.len() * 2 <= frame.rows.len();
    !is_note && (words || few && values.iter().all(|(text, _)| whole(text)))
}

/// How the periods of each series are read, in the order of their keys.
struct RowSettings(Vec<(SeriesKey, Setting)>);

impl RowSettings {
    fn new(data: &Dataset, all: &[SeriesKey]) -> RowSettings {
        RowSettings(all.iter().map(|key| (*key, setting(data, *key, None))).collect())
    }

    fn of(
        &self,
        data: &Dataset,
        (series, source): (Option<SeriesKey>, Option<SourceKey>),
    ) -> Setting {
        let found = series.and_then(|key| self.0.binary_search_by_key(&key, |one| one.0).ok());
        let setting = found.map_or(Setting::default(), |at| self.0[at].1);
        Setting { published: source.and_then(|key| data.source(key).published), ..setting }
    }
}
