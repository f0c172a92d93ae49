//! The periods of a table: each cell read, and what may mean two things settled once for the whole
//! column.

use std::borrow::Cow;
use std::collections::BTreeSet;

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};
use sourceline::figure::{Grain, Nature, Period};
use sourceline::locale::EN_GB;
use sourceline::reading::{self, Setting, weekday};
use sourceline::tables::marks::part;
use sourceline::tables::names::names_financial_years;
use sourceline::tables::part_of_year::{
    beside_year, is_months, month_of_split_year, of_financial_year,
};
use sourceline::tables::period_heading::{is_split_year, parted_period, period_of_heading};

use super::damage::DatedYears;
use super::evidence::{PeriodEvidence, month_number};
use super::frame::Frame;
use super::heading_years::HeadingYears;
use super::odd_length::odd_length;
use super::on_day::on_day;
use super::options::{DateKind, ImportOptions};
use super::other_times::other_times;
use super::part_years::put_stretches;
use super::period_cells::{PeriodCell, english, is_plain, length_of, read, standing_for};
use super::question::{OpenMatter, Settlement};
use super::told_length::{ToldLength, told_length};
use super::windows::{are_quarters, windows};

/// The periods of the rows, or of the headings where those are the periods, in their order; and
/// what is open. `setting` is that of the series of a row, `there` the id of the series if the project
/// has it already.
pub fn periods(
    frame: &Frame,
    options: &ImportOptions,
    nature: Option<Nature>,
    setting: impl Fn(usize) -> Setting + Sync,
    there: Option<&str>,
) -> (Vec<PeriodCell>, Vec<OpenMatter>) {
    let count = if frame.wide { frame.values.len() } else { frame.rows.len() };
    // The first column names the headings beside it.
    let named = if frame.wide { Some(0) } else { frame.period };
    let named = named.map_or("", |at| frame.table.outline.columns[at].as_str());
    let silent = |heading: &HeadingYears| *heading != HeadingYears::Silent;
    let says_years = !frame.wide || named.to_lowercase().contains("year");
    let heading = Some(HeadingYears::of(named)).filter(silent).filter(|_| says_years);
    let heading = heading.or_else(|| Some(HeadingYears::around(frame.table)).filter(silent));
    let heading = heading.unwrap_or_else(|| HeadingYears::beside(frame.table, &frame.rows));
    let heading = heading.as_said(options.years);
    let mut evidence = PeriodEvidence::below(heading, frame.ends_financial);
    // `Financial year ending March` says itself which year each is.
    let calls = (frame.said_of_periods.is_none() || frame.ends_financial) && frame.and.is_none();
    let spoilt = spoilt_years(frame, count);
    let why_spoilt = |text: &str| spoilt.as_ref().and_then(|years| years.spoilt(text));
    for at in 0..count {
        let text = bare_text(frame, at);
        if !is_plain(&text) && why_spoilt(&text).is_none() {
            evidence.add(&english(&text));
        } else if calls {
            evidence.add_called(&text);
        }
    }
    let mut open = Vec::new();
    let years: Vec<String> = match options.on.is_none() && count < LOOKED_AT {
        true => (0..count).map(|at| bare_text(frame, at).into_owned()).collect(),
        false => Vec::new(),
    };
    if let Some(matter) = on_day(frame, options, &years) {
        return (Vec::new(), vec![matter]);
    }
    if let Some(matter) = odd_length(frame, options, &years) {
        return (Vec::new(), vec![matter]);
    }
    if let Some(matter) = other_times(frame) {
        return (Vec::new(), vec![matter]);
    }
    let column = evidence.settled(options, setting(0), there, &mut open);
    let called = calls && column.named_year.is_some();
    let read = |at: usize| {
        let text = text(frame, at);
        if let Some(why) = why_spoilt(&text) {
            return Err(why.into());
        }
        let setting = || Setting { column, ..setting(at) };
        if let Some(why) = counted_month(frame, at, setting().years.month()) {
            return Err(why.into());
        }
        match heading.called(&text).filter(|_| called) {
            Some(year) => read(&year, setting),
            None => read(&text, setting),
        }
    };
    let mut cells: Vec<PeriodCell> =
        (0..count).into_par_iter().with_min_len(RUN).map(read).collect();
    if open.is_empty() {
        open.extend(windows(frame, options, &cells));
    }
    open.extend(put_stretches(frame, options, &mut cells, |at| Setting { column, ..setting(at) }));
    if let Some(since) = frame.since {
        for (at, cell) in cells.iter_mut().enumerate() {
            if let Ok(period) = cell {
                *cell = since.until(*period, setting(at).years.month());
            }
        }
    } else if open.is_empty() {
        open.extend(month_dates(frame, &mut cells, options, nature));
        open.extend(lengths(&cells, options));
    }
    (cells, open)
}

/// Tables of more rows are not of years.
const LOOKED_AT: usize = 20_000;

/// So many rows are read in one go.
const RUN: usize = 8_192;

/// Years of which a spreadsheet made months, in a table of years.
fn spoilt_years(frame: &Frame, count: usize) -> Option<DatedYears> {
    let alone = frame.and.is_none() && frame.of_all.is_none() && count < LOOKED_AT;
    let texts: Vec<Cow<str>> =
        (0..count).filter(|_| alone).map(|at| bare_text(frame, at)).collect();
    DatedYears::of(texts.iter().map(|text| &**text))
}

/// Why the number of a month beside `2019/20` is no month: it may be counted from January, or from the
/// first month of that year.
fn counted_month(frame: &Frame, at: usize, first: u32) -> Option<String> {
    let and = frame.and.filter(|_| !frame.wide)?;
    let row = frame.rows[at];
    let own = parted_period(frame.cell(row, frame.period)).0;
    let year = frame.of_all.as_deref().unwrap_or(own);
    let part = part(frame.cell(row, Some(and))).0;
    let number = month_of_split_year(year, part, &frame.table.outline.columns[and])?;
    let of_year = EN_GB.months[(first as usize + number - 2) % 12];
    let calendar = EN_GB.months[number - 1];
    Some(format!(
        "`{part}` beside `{year}` may be {calendar}, or {of_year}, month {number} of that year; write the \
         name of the month in the column, {calendar} or {of_year}"
    ))
}

/// What stands for the period of a row or a heading.
pub fn text<'t>(frame: &Frame<'t>, at: usize) -> Cow<'t, str> {
    let bare = bare_text(frame, at);
    let of_all = frame.of_all.is_some() || frame.and.is_some();
    match (frame.wide, frame.period) {
        // The first column names the headings beside it.
        _ if frame.ends_financial && is_plain(&bare) => bare,
        (true, _) => with_name(frame.said_of_periods.as_deref(), bare),
        (false, Some(_)) if !of_all => with_name(frame.said_of_periods.as_deref(), bare),
        _ => bare,
    }
}

/// The same without what the name of the column says of it, but for the day of a year.
fn bare_text<'t>(frame: &Frame<'t>, at: usize) -> Cow<'t, str> {
    let said = said_text(frame, at);
    match frame.on.as_ref().and_then(|day| day.in_year(&said)) {
        Some(day) => Cow::Owned(day),
        None => said,
    }
}

/// What the cell or the heading says.
fn said_text<'t>(frame: &Frame<'t>, at: usize) -> Cow<'t, str> {
    let columns = &frame.table.outline.columns;
    if frame.wide {
        return Cow::Borrowed(period_of_heading(&columns[frame.values[at]]).0);
    }
    let row = frame.rows[at];
    match (frame.and, &frame.of_all) {
        (None, Some(period)) => Cow::Owned(period.clone()),
        (None, None) => frame
            .period
            .map_or(Cow::Borrowed(""), |at| without_marks(frame.table.grid.dated(row, at))),
        (Some(and), of_all) => {
            let own = parted_period(frame.cell(row, frame.period)).0;
            let first = of_all.as_deref().unwrap_or(own);
            let beside = part(frame.cell(row, Some(and))).0;
            let financial = frame.period.is_some_and(|at| names_financial_years(&columns[at]));
            Cow::Owned(match financial && is_split_year(first) && is_months(beside) {
                true => of_financial_year(first, beside),
                false => beside_year(first, beside, &columns[and]),
            })
        }
    }
}

/// `Q4 2022/23` of `Q4 2022/23 (p)`.
fn without_marks(cell: Cow<str>) -> Cow<str> {
    if is_plain(&cell) {
        return cell;
    }
    match cell {
        Cow::Borrowed(cell) => Cow::Borrowed(parted_period(cell).0),
        Cow::Owned(cell) => Cow::Owned(parted_period(&cell).0.to_string()),
    }
}

/// `week ending 3 January 2020` of a day in a column that is called so.
fn with_name<'t>(said: Option<&str>, cell: Cow<'t, str>) -> Cow<'t, str> {
    let is_date = || {
        let mut words = cell.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.all(|word| {
            month_number(word).is_some()
                || matches!(word, "st" | "nd" | "rd" | "th")
                || weekday(&word.to_lowercase()).is_some()
        })
    };
    match said {
        // A cell of other words says itself what it is.
        Some(said) if !cell.is_empty() && is_date() => Cow::Owned(format!("{said} {cell}")),
        _ => cell,
    }
}

/// Periods of several lengths are several series more often than not, and one that holds both
/// counts twice.
fn lengths(cells: &[PeriodCell], options: &ImportOptions) -> Option<OpenMatter> {
    if options.lengths.is_some() {
        return None;
    }
    let mut found: Vec<(&str, &Period)> = Vec::new();
    for period in cells.iter().filter_map(|cell| cell.as_ref().ok()) {
        let Some(kind) = length_of(period) else { continue };
        if found.iter().all(|(known, _)| *known != kind) {
            found.push((kind, period));
        }
    }
    if found.len() < 2 {
        return None;
    }
    let told: Vec<String> =
        found.iter().map(|(kind, period)| format!("{kind} such as {period}")).collect();
    let mut answers: Vec<Settlement> =
        found.iter().map(|(kind, _)| Settlement::new(&["--lengths", kind], "")).collect();
    answers.push(Settlement::new(&["--lengths", "all"], "to take them all as one series"));
    let told = sourceline::locale::EN_GB.list(&told);
    Some(OpenMatter::new(format!("the periods are of several lengths: {told}"), answers))
}

/// Dates that are all the first day of a month, or all the last, are often what stands for the
/// month, the quarter or the year; months that are three or twelve apart for the quarter or the year
/// that ends with them.
fn month_dates(
    frame: &Frame,
    cells: &mut [PeriodCell],
    options: &ImportOptions,
    nature: Option<Nature>,
) -> Option<OpenMatter> {
    if options.dates == Some(DateKind::Days) || frame.on.is_some() {
        return None;
    }
    let read: Vec<Period> = cells.iter().filter_map(|cell| cell.as_ref().ok().copied()).collect();
    let first = read.first()?;
    let all_are = |grain: Grain| {
        read.iter().all(|period| !period.is_interval() && period.first_unit().grain() == grain)
    };
    let days = all_are(Grain::Day);
    if options.dates == Some(DateKind::YearsEnding) && are_quarters(&read) {
        for cell in cells.iter_mut() {
            if let Ok(period) = cell {
                *cell = standing_for(*period, DateKind::YearsEnding);
            }
        }
        return None;
    }
    let told =
        told_length(frame, cells).filter(|told| told.kind != if days { "days" } else { "months" });
    let one = read.iter().all(|period| period.span() == first.span());
    if !days && !all_are(Grain::Month) || one && told.is_none() {
        return None;
    }
    match options.dates {
        Some(DateKind::Months) if !days => None,
        Some(kind) => {
            for cell in cells.iter_mut() {
                if let Ok(period) = cell {
                    *cell = standing_for(*period, kind);
                }
            }
            None
        }
        None => dates_matter(&read, days, nature, (told, options.new_series)),
    }
}

/// What has to be asked of dates or months, if anything.
fn dates_matter(
    read: &[Period],
    days: bool,
    nature: Option<Nature>,
    (told, is_new): (Option<ToldLength>, bool),
) -> Option<OpenMatter> {
    let firsts = read.iter().all(|period| period.span().start.day_of_month() == 1);
    let lasts = read.iter().all(|period| period.span().end.next().day_of_month() == 1);
    let months: BTreeSet<u32> = read.iter().map(|period| period.span().start.month()).collect();
    let within = |known: &[u32]| months.iter().all(|month| known.contains(month));
    let quarterly = within(&[1, 4, 7, 10]) || within(&[3, 6, 9, 12]);
    let first = read.first()?;
    let is_last_day = days && !firsts && told.is_none();
    let (kinds, matter): (&[&str], String) = if days {
        let level = nature == Some(Nature::Stock) && told.is_none();
        // A level of 1 January is of that day.
        if !firsts && (!lasts || level) || level && within(&[1]) && read.len() > 1 {
            return None;
        }
        let which = if firsts { "first" } else { "last" };
        let kinds: &[&str] = match () {
            _ if within(&[1]) || within(&[12]) => &["years", "days", "months"],
            _ if months.len() == 1 && lasts => &["years-ending", "days", "months"],
            _ if quarterly => &["quarters", "days", "months"],
            _ => &["months", "days", "quarters", "years"],
        };
        (kinds, format!("every date is the {which} day of a month, such as {first}"))
    } else {
        // A level at the end of a month is no count over a quarter.
        let seldom = read.len() < 2 || months.len() > 1 && !quarterly;
        if told.is_none() && (nature == Some(Nature::Stock) || seldom) {
            return None;
        }
        let apart = match &told {
            Some(_) => "no",
            None if months.len() == 1 => "a year",
            None => "a quarter",
        };
        let kinds: &[&str] = match months.len() {
            1 => &["months", "years-ending"],
            _ => &["months", "quarters"],
        };
        let example = reading::period_in_words(*first);
        match apart {
            "no" => (kinds, format!("the periods are months, such as {example}")),
            _ => (kinds, format!("the months are {apart} apart, such as {example}")),
        }
    };
    let mut kinds = kinds.to_vec();
    let mut matter = matter;
    if let Some(told) = told {
        // Of dates in January or December the year is the same in fewer words.
        let kind = if told.kind == "years-ending" && kinds.contains(&"years") {
            "years"
        } else {
            told.kind
        };
        kinds.retain(|own| *own != kind);
        kinds.insert(0, kind);
        matter = format!("{matter}, and {}", told.words);
    }
    // Of a last day nobody can tell whether it is that of a level or of a count.
    let asked = is_last_day && nature == Some(Nature::Flow);
    let answers = kinds.iter().map(|kind| {
        let level = asked && *kind == "days" && is_new;
        let label = match *kind {
            "years-ending" => "for the twelve months that end with each",
            "days" if level => "for levels at those days",
            kind if asked && kind != "days" => "for counts over the whole of them",
            _ => "",
        };
        let nature: &[&str] = if level { &["--nature", "stock"] } else { &[] };
        Settlement::new(&[&["--dates", kind], nature].concat(), label)
    });
    Some(OpenMatter { asked, ..OpenMatter::new(matter, answers.collect()) })
}
