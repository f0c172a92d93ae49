//! The periods of a table: each cell read, and what may mean two things settled once for the whole
//! column.

use std::borrow::Cow;

use sourceline::figure::{Grain, Nature, Period, Unit};
use sourceline::reading::{
    self, BesideMonth, Convention, DateOrder, Reading, Setting, YearAndNumber,
};
use sourceline::tables::meaning::period_of_heading;

use super::frame::Frame;
use super::options::{DateKind, ImportOptions, YearKind};
use super::question::{OpenMatter, Settlement};

/// A cell that says a period, or why it says none.
pub type PeriodCell = Result<Period, Box<str>>;

/// What the cells of the column say of each other.
#[derive(Default)]
struct PeriodEvidence {
    /// `2009-09`, which can only be a month.
    month: Option<String>,
    /// `2012/13` or `2012-13`, which can only be a year from month to month.
    financial: Option<String>,
    /// `2009-10`, which may be either.
    open_year: Option<String>,
    /// `13/02/2020`.
    day_first: Option<String>,
    /// `02/13/2020`.
    month_first: Option<String>,
    /// `01/02/2020`.
    open_order: Option<String>,
    /// `Mar-99`: no month has 99 days.
    short_year: bool,
    /// `Mar-20`.
    open_short: Option<String>,
}

/// The periods of the rows, or of the headings where those are the periods, in their order; and
/// what is open. `setting` is that of the series of a row.
pub fn periods(
    frame: &Frame,
    options: &ImportOptions,
    nature: Option<Nature>,
    setting: impl Fn(usize) -> Setting,
) -> (Vec<PeriodCell>, Vec<OpenMatter>) {
    let count = if frame.wide { frame.values.len() } else { frame.rows.len() };
    let mut evidence = PeriodEvidence::default();
    for at in 0..count {
        let text = text(frame, at);
        if !is_plain(&text) {
            evidence.add(&text);
        }
    }
    let mut open = Vec::new();
    let column = evidence.settled(options, setting(0), &mut open);
    let read = |at: usize| read(&text(frame, at), Setting { column, ..setting(at) });
    let mut cells: Vec<PeriodCell> = (0..count).map(read).collect();
    if open.is_empty() {
        open.extend(month_dates(&mut cells, options, nature));
    }
    (cells, open)
}

/// What stands for the period of a row or a heading.
pub fn text<'t>(frame: &Frame<'t>, at: usize) -> Cow<'t, str> {
    if frame.wide {
        return Cow::Borrowed(period_of_heading(&frame.table.outline.columns[frame.values[at]]).0);
    }
    if let Some(period) = &frame.of_all {
        return Cow::Owned(period.clone());
    }
    let row = frame.rows[at];
    let first = frame.cell(row, frame.period);
    match frame.and {
        None => frame.period.map_or(Cow::Borrowed(first), |at| frame.table.grid.dated(row, at)),
        Some(and) => {
            Cow::Owned(joined(first, frame.cell(row, Some(and)), &frame.table.outline.columns[and]))
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The year and what is said beside it.
fn joined(year: &str, part: &str, name: &str) -> String {
    let name = name.to_lowercase();
    let number: Option<usize> = part.trim_start_matches(['M', 'm', 'Q', 'q']).parse().ok();
    let quarter = name.contains("quarter") || part.starts_with(['Q', 'q']);
    match number {
        _ if part.is_empty() => year.to_string(),
        Some(number @ 1..=4) if quarter => format!("Q{number} {year}"),
        Some(number @ 1..=12) if !quarter => format!("{} {year}", MONTHS[number - 1]),
        _ => format!("{part} {year}"),
    }
}

/// The number of a month by its name or the beginning of it.
fn month_number(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let fits = |name: &&str| word.len() >= 3 && name.to_lowercase().starts_with(&word);
    let sept = (word == "sept").then_some(9);
    sept.or_else(|| MONTHS.iter().position(|name| fits(&name)).map(|at| at as u32 + 1))
}

/// `2009` and `10` of `2009-10`, `2009/10` and `2009–10`, and the mark between them.
fn lone(text: &str) -> Option<(i32, u32, char)> {
    let (year, rest) = text.split_at_checked(4)?;
    let mark = rest.chars().next().filter(|mark| "-/–".contains(*mark))?;
    let two = &rest[mark.len_utf8()..];
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(year) && digits(two) && matches!(two.len(), 2 | 4)).then_some(())?;
    let two: u32 = two.parse().ok()?;
    Some((year.parse().ok()?, if rest.len() > 4 && two >= 1_000 { two % 100 } else { two }, mark))
}

/// The three numbers of `01/02/2020`, `1.2.20`, `01-02-2020`.
fn three_numbers(text: &str) -> Option<(u32, u32, &str)> {
    let date = text.split([' ', 'T']).next()?;
    let mark = date.chars().find(|c| !c.is_ascii_digit()).filter(|c| "/.-".contains(*c))?;
    let mut parts = date.split(mark);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    let short = |part: &str| (1..=2).contains(&part.len());
    let fits = parts.next().is_none() && short(a) && short(b) && matches!(year.len(), 2 | 4);
    let number = |part: &str| part.parse::<u32>().ok();
    number(year)?;
    fits.then_some(())?;
    Some((number(a)?, number(b)?, year))
}

/// What stands before the two digits of a year behind a month, and the digits: `Mar-` and `20`; and
/// whether a day stands before the month.
fn short_year(text: &str) -> Option<(&str, &str, bool)> {
    let cut = text.len().checked_sub(2)?;
    let digits = text.get(cut..)?.bytes().all(|byte| byte.is_ascii_digit());
    let before = text.get(..cut)?;
    let word_end = before.trim_end_matches([' ', '-', '/', '\'', '’', '.', ',']);
    let word_start = word_end
        .rfind(|c: char| !c.is_alphabetic())
        .map_or(0, |at| at + word_end[at..].chars().next().map_or(1, char::len_utf8));
    let parted = word_end.len() < before.len() || word_end.ends_with(char::is_alphabetic);
    month_number(&word_end[word_start..]).filter(|_| digits && parted)?;
    // Another year in it would be the year.
    let has_year = before.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 4);
    let day = before[..word_start].trim_end_matches([' ', '-', '/', '.']);
    let has_day = day.ends_with(|c: char| c.is_ascii_digit());
    (!has_year).then_some((before, &text[cut..], has_day))
}

impl PeriodEvidence {
    fn add(&mut self, text: &str) {
        let keep = |place: &mut Option<String>| {
            if place.is_none() {
                *place = Some(text.to_string());
            }
        };
        if let Some((year, two, mark)) = lone(text) {
            let next = two as i32 == (year + 1) % 100;
            match (1..=12).contains(&two) {
                true if next => keep(&mut self.open_year),
                true if mark == '-' => keep(&mut self.month),
                false if next => keep(&mut self.financial),
                _ => {}
            }
        } else if let Some((a, b, _)) = three_numbers(text) {
            match (a > 12, b > 12) {
                (true, false) => keep(&mut self.day_first),
                (false, true) => keep(&mut self.month_first),
                (false, false) if a != b => keep(&mut self.open_order),
                _ => {}
            }
        } else if let Some((_, digits, has_day)) = short_year(text) {
            match digits.parse::<u32>() {
                Ok(0 | 32..) => self.short_year = true,
                _ if has_day => {}
                _ => keep(&mut self.open_short),
            }
        }
    }
}

impl PeriodEvidence {
    /// The convention of the column: what was said of it, or what its cells say of each other.
    fn settled(
        &self,
        options: &ImportOptions,
        setting: Setting,
        open: &mut Vec<OpenMatter>,
    ) -> Convention {
        Convention {
            date_order: self.date_order(options, open),
            beside_month: self.beside_month(options, open),
            year_and_number: self.year_and_number(options, setting, open),
        }
    }

    fn year_and_number(
        &self,
        options: &ImportOptions,
        setting: Setting,
        open: &mut Vec<OpenMatter>,
    ) -> Option<YearAndNumber> {
        let year = self.open_year.as_ref();
        match (options.years, &self.month, year) {
            (Some(YearKind::Financial), Some(month), Some(year)) => {
                open.push(OpenMatter::new(
                    format!("`{month}` is a month, so `{year}` is none of the financial years"),
                    vec![Settlement::new(&["--years", "months"], "")],
                ));
                None
            }
            (Some(YearKind::Financial), ..) => Some(YearAndNumber::FinancialYear),
            (Some(YearKind::Months), ..) => Some(YearAndNumber::Month),
            (Some(YearKind::Calendar), ..) => Some(YearAndNumber::CalendarYears),
            (None, Some(_), Some(_)) if self.financial.is_none() => Some(YearAndNumber::Month),
            (None, ..) => {
                let open_year = year.or(self.financial.as_ref());
                if let Some(year) = open_year.filter(|_| setting.financial_years != Some(true)) {
                    open.push(years_matter(year, self.financial.is_none()));
                }
                None
            }
        }
    }

    fn date_order(&self, options: &ImportOptions, open: &mut Vec<OpenMatter>) -> Option<DateOrder> {
        match (options.day_first, options.month_first) {
            (true, _) => return Some(DateOrder::DayFirst),
            (_, true) => return Some(DateOrder::MonthFirst),
            _ => {}
        }
        match (&self.day_first, &self.month_first, &self.open_order) {
            (Some(day), Some(month), _) => open.push(order_matter(format!(
                "`{day}` begins with the day and `{month}` with the month"
            ))),
            (Some(_), None, _) => return Some(DateOrder::DayFirst),
            (None, Some(_), _) => return Some(DateOrder::MonthFirst),
            (None, None, Some(date)) => open
                .push(order_matter(format!("`{date}` may begin with the day or with the month"))),
            (None, None, None) => {}
        }
        None
    }

    fn beside_month(
        &self,
        options: &ImportOptions,
        open: &mut Vec<OpenMatter>,
    ) -> Option<BesideMonth> {
        match (options.dates, self.short_year, &self.open_short) {
            (Some(DateKind::Days), ..) => Some(BesideMonth::Day),
            (Some(_), ..) | (None, true, _) => Some(BesideMonth::Year),
            (None, false, Some(text)) => {
                open.push(OpenMatter::new(
                    format!("the two digits of `{text}` may be a year or a day"),
                    vec![
                        Settlement::new(&["--dates", "months"], "for a year"),
                        Settlement::new(&["--dates", "days"], "for a day"),
                    ],
                ));
                None
            }
            (None, false, None) => None,
        }
    }
}

/// Does it look like a year, a quarter or a day as the files write them, as most cells of long
/// tables do?
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.len() {
        4 => bytes.iter().all(u8::is_ascii_digit),
        10 => bytes[4] == b'-' && bytes[7] == b'-',
        7 => bytes[4] == b'-' && bytes[5] == b'Q',
        _ => false,
    }
}

fn read(text: &str, setting: Setting) -> PeriodCell {
    if is_plain(text)
        && let Ok(period) = Period::parse(text)
    {
        return Ok(period);
    }
    // A table is read long after its source spoke: but for the century of two digits nothing in
    // it is counted from that day.
    let short = short_year(text).is_some() || three_numbers(text).is_some();
    let published = setting.published.filter(|_| short);
    match reading::period(text, &Setting { published, ..setting }) {
        Reading::Understood(understood) => Ok(understood.value),
        other => Err(other.to_string().into()),
    }
}

fn years_matter(year: &str, may_be_month: bool) -> OpenMatter {
    let mut answers = vec![Settlement::new(&["--years", "financial"], "for the financial year")];
    if may_be_month {
        answers.push(Settlement::new(&["--years", "months"], "for the month"));
    }
    answers.push(Settlement::new(&["--years", "calendar"], "for two calendar years"));
    let or =
        if may_be_month { ", a month or two calendar years" } else { " or two calendar years" };
    OpenMatter::new(format!("`{year}` may be a financial year{or}"), answers)
}

fn order_matter(matter: String) -> OpenMatter {
    let answers = vec![
        Settlement::new(&["--day-first"], "for the day"),
        Settlement::new(&["--month-first"], "for the month"),
    ];
    OpenMatter::new(matter, answers)
}

/// Dates that are all the first day of a month, or all the last, are often what stands for the
/// month, the quarter or the year.
fn month_dates(
    cells: &mut [PeriodCell],
    options: &ImportOptions,
    nature: Option<Nature>,
) -> Option<OpenMatter> {
    let is_day =
        |period: &Period| !period.is_interval() && period.first_unit().grain() == Grain::Day;
    let read: Vec<Period> = cells.iter().filter_map(|cell| cell.as_ref().ok().copied()).collect();
    let first = read.first()?;
    if !read.iter().all(is_day) || read.iter().all(|period| period.span() == first.span()) {
        return None;
    }
    let firsts = read.iter().all(|period| period.span().start.day_of_month() == 1);
    let lasts = read.iter().all(|period| period.span().start.next().day_of_month() == 1);
    let asked = firsts || lasts && nature != Some(Nature::Stock);
    match options.dates {
        Some(DateKind::Days) => None,
        Some(kind) => {
            for cell in cells.iter_mut() {
                let Ok(period) = cell else { continue };
                let day = period.span().start;
                let (year, month) = (day.year(), day.month());
                let edge = day.day_of_month() == 1 || day.next().day_of_month() == 1;
                let unit = match kind {
                    DateKind::Months => Unit::month(year, month),
                    DateKind::Quarters => Unit::quarter(year, month.div_ceil(3)),
                    DateKind::Years | DateKind::Days => Unit::year(year),
                };
                *cell = match unit.filter(|_| edge) {
                    Some(unit) => Ok(Period::of(unit)),
                    None => {
                        Err(format!("{day} is neither the first nor the last day of a month")
                            .into())
                    }
                };
            }
            None
        }
        None if !asked => None,
        None => {
            let in_months = |months: &[u32]| {
                read.iter().all(|period| months.contains(&period.span().start.month()))
            };
            let mut kinds = vec!["months", "days", "quarters", "years"];
            if in_months(&[1]) || in_months(&[12]) {
                kinds = vec!["years", "days", "months"];
            } else if in_months(&[1, 4, 7, 10]) || in_months(&[3, 6, 9, 12]) {
                kinds = vec!["quarters", "days", "months"];
            }
            let which = if firsts { "first" } else { "last" };
            let answers = kinds.iter().map(|kind| Settlement::new(&["--dates", kind], ""));
            Some(OpenMatter::new(
                format!("every date is the {which} day of a month, such as {first}"),
                answers.collect(),
            ))
        }
    }
}
