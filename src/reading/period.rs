//! A period in the words of an article: `FY2009/10`, `year ending March 2013`, `nine years ago`.

pub use super::calendar::period_in_words;
use super::calendar::{Piece, cut, day_unit, days_after, month_after};
use super::dates::{Financial, Point, existing, financial, point, quarter, year};
use super::relative::relative;
use super::text::plain;
use super::{Ambiguous, Choice, Reading, Refusal, Understood, too_long};
use crate::figure::period::PeriodError;
use crate::figure::{Grain, Kind, Period, Unit};
use crate::locale;

use Piece::{Dash, Month, Number, Sign, Slash, Word};

/// What the meaning of a period depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// When the source spoke.
    pub published: Option<Unit>,
    /// Whether the figures the series has are for financial years; `None` if it has none yet.
    pub financial_years: Option<bool>,
    /// The month in which the financial year starts.
    pub financial_month: u32,
}

impl Default for Setting {
    fn default() -> Setting {
        Setting { published: None, financial_years: None, financial_month: 4 }
    }
}

impl Setting {
    /// The financial year that starts in this year.
    pub(super) fn financial(&self, year: i32) -> Option<Period> {
        Period::twelve_months(year, self.financial_month)
    }

    fn label(&self, period: Period) -> String {
        let words = period_in_words(period);
        if period.kind(self.financial_month) == Kind::FinancialYear {
            return format!("the financial year {words}");
        }
        let (first, last) = (period.first_unit(), period.last_unit());
        let years = first.grain() == Grain::Year && last.grain() == Grain::Year;
        if period.is_interval() && years { format!("whole years {words}") } else { words }
    }

    /// What to type to mean just this period: the form of the files, unless that is asked about.
    fn write(&self, period: Period) -> String {
        let form = period.to_string();
        if self.asks_about(&form) { period_in_words(period) } else { form }
    }

    /// `2009/2010` are two years in the files, and to many people one financial year.
    fn asks_about(&self, form: &str) -> bool {
        let years = form.split_once('/').map(|(a, b)| (a.parse::<i32>(), b.parse::<i32>()));
        match years {
            Some((Ok(first), Ok(last))) => {
                form.len() == 9 && first + 1 == last && self.financial_years != Some(false)
            }
            _ => false,
        }
    }
}

/// What pieces were found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    One(Period, Option<String>),
    /// A question, and at least two answers.
    Many(String, Vec<Period>),
}

impl Found {
    fn map(self, change: impl Fn(Period) -> Option<Period>) -> Option<Found> {
        Some(match self {
            Found::One(period, note) => Found::One(change(period)?, note),
            Found::Many(question, periods) => {
                Found::Many(question, periods.into_iter().map(change).collect::<Option<_>>()?)
            }
        })
    }
}

type Answer = Result<Option<Found>, Refusal>;

/// Reads a period of a series.
pub fn period(text: &str, setting: &Setting) -> Reading<Period> {
    match find(text, setting) {
        Ok(Found::One(value, note)) => {
            let words = period_in_words(value);
            let is_financial = value.kind(setting.financial_month) == Kind::FinancialYear;
            let note = note.or(is_financial.then(|| "a financial year".into()));
            Reading::Understood(Understood { value, words, note })
        }
        Ok(Found::Many(question, periods)) => {
            let choice =
                |value| Choice { value, label: setting.label(value), write: setting.write(value) };
            let question = format!("what is `{}`: {question}", text.trim());
            let choices = periods.into_iter().map(choice).collect();
            Reading::Ambiguous(Ambiguous { question, choices })
        }
        Err(refusal) => Reading::Refused(refusal),
    }
}

fn find(text: &str, setting: &Setting) -> Result<Found, Refusal> {
    if let Some(refusal) = too_long(text) {
        return Err(refusal);
    }
    let plain = plain(text);
    let form = plain.replace('–', "-").replace(" / ", "/").replace(" - ", "-").to_uppercase();
    let error = match Period::parse(&form) {
        Ok(period) => match in_file_form(&plain, &form, period, setting) {
            Some(found) => return Ok(found),
            None => return Ok(Found::One(period, None)),
        },
        Err(error) => error,
    };
    // `the last year` is the twelve months up to now; `last year` is a calendar year.
    let plain = plain.replace("the last year", "past year").replace("at the moment", "now");
    let pieces = cut(&plain);
    if let Some(found) = sentence(&pieces, setting)? {
        return Ok(found);
    }
    let shown = text.trim();
    let not_a_period =
        |error: PeriodError| Refusal::new(format!("`{shown}` {error}"), error.hint());
    Err(match error {
        PeriodError::Empty => Refusal::new("there is no period", error.hint()),
        // What a spreadsheet rewrites is short.
        PeriodError::MonthName { .. } if pieces.len() > 3 => not_a_period(PeriodError::Unreadable),
        error => not_a_period(error),
    })
}

/// What is valid in a file and still means another thing to many people.
fn in_file_form(plain: &str, form: &str, period: Period, setting: &Setting) -> Option<Found> {
    let first = period.first_unit().span().start;
    if setting.asks_about(form) {
        let financial = setting.financial(first.year())?;
        return Some(Found::Many(
            "one financial year, or two years?".into(),
            vec![financial, period],
        ));
    }
    // With a dash, 2007–11 is how print writes 2007 to 2011.
    if let (true, [y, Dash, Number(short, 2)]) = (plain.contains('–'), &cut(plain)[..]) {
        let years = abbreviated(year(y)?, *short)?;
        return Some(Found::Many("several years, or a month?".into(), vec![years, period]));
    }
    None
}

/// From a year to a later one of the same century, of which two digits are written.
fn abbreviated(year: i32, short: u32) -> Option<Period> {
    let short = i32::try_from(short).ok()?;
    let last = year - year.rem_euclid(100) + short;
    (last > year).then(|| Period::between(Unit::year(year)?, Unit::year(last)?))?
}

/// The words around the date are taken off one by one; what is left must be a date.
fn sentence(pieces: &[Piece], setting: &Setting) -> Answer {
    match pieces {
        [
            Word(
                "in" | "during" | "for" | "on" | "at" | "as" | "throughout" | "within" | "over"
                | "covering" | "dated" | "calendar" | "full" | "whole" | "all",
            ),
            rest @ ..,
        ] => return sentence(rest, setting),
        [Word("year"), only] if year(only).is_some() => return sentence(&pieces[1..], setting),
        _ => {}
    }
    if let Some(rest) = without_about(pieces) {
        return approximate(sentence(rest, setting)?);
    }
    let readings: [fn(&[Piece], &Setting) -> Answer; 10] = [
        relative,
        vague,
        rolling,
        week,
        end_or_start,
        early_or_late,
        named_financial,
        part_of_year,
        open,
        range,
    ];
    for reading in readings {
        if let Some(found) = reading(pieces, setting)? {
            return Ok(Some(found));
        }
    }
    single(pieces, setting)
}

fn without_about<'p, 't>(pieces: &'p [Piece<'t>]) -> Option<&'p [Piece<'t>]> {
    match pieces {
        [
            Word(
                "about" | "around" | "circa" | "c" | "ca" | "approximately" | "approx" | "roughly"
                | "sometime",
            )
            | Sign('~'),
            rest @ ..,
        ]
        | [rest @ .., Word("or"), Word("so")]
        | [rest @ .., Word("ish" | "approximately" | "approx") | Sign('~')]
        | [rest @ .., Sign('('), Word("about" | "approximately" | "approx" | "circa"), Sign(')')] => {
            Some(rest)
        }
        _ => None,
    }
}

fn approximate(found: Option<Found>) -> Answer {
    let change = |period: Period| {
        let (first, last) = (period.first_unit(), period.last_unit());
        if period.is_interval() {
            Period::between(first.approximately(), last.approximately())
        } else {
            Some(Period::of(first.approximately()))
        }
    };
    Ok(found.and_then(|found| found.map(change)))
}

/// Words that name no span of days: seasons, decades, years of two digits.
fn vague(pieces: &[Piece], _: &Setting) -> Answer {
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| pieces[before]);
        let refusal = match (before, piece) {
            (Some(Number(first, 4)), Word("s")) => decade(Some(first)),
            (_, Word("nineties")) => decade(Some(1990)),
            (_, Word("eighties")) => decade(Some(1980)),
            (_, Word("noughties")) => decade(Some(2000)),
            (None | Some(Word("last" | "this" | "past")), Word("decade")) => decade(None),
            (Some(Month(month)), Sign('\'')) => Refusal::new(
                "the year has two digits",
                format!("write all four, as in {} 2021", locale::dates::month(month)),
            ),
            (_, Word(word)) => match season(word, pieces.iter().skip(at).find_map(year)) {
                Some(refusal) => refusal,
                None => continue,
            },
            _ => continue,
        };
        return Err(refusal);
    }
    Ok(None)
}

fn decade(first: Option<u32>) -> Refusal {
    let first = first.unwrap_or(2010);
    let last = first.saturating_add(9);
    Refusal::new(
        "a decade is ten years, and the figure may be about any of them",
        format!("write {first}/{last} for all ten, or the year it is about, as in {first}~"),
    )
}

fn season(word: &str, year: Option<i32>) -> Option<Refusal> {
    let first = year.unwrap_or(2018);
    let months = match word {
        "spring" => format!("{first}-03/{first}-05"),
        "summer" => format!("{first}-06/{first}-08"),
        "autumn" | "fall" => format!("{first}-09/{first}-11"),
        "winter" => format!("{first}-12/{}-02", first + 1),
        _ => return None,
    };
    Some(Refusal::new(
        format!("{word} has no agreed first and last day"),
        format!("write the months, as in {months}"),
    ))
}

/// `year ending March 2013`, `12 months to 31 March 2013`, `three months from April 2020`.
fn rolling(pieces: &[Piece], setting: &Setting) -> Answer {
    let Some((months, rest)) = duration(pieces) else { return Ok(None) };
    let (ends, date) = match rest {
        [Word("ending" | "ended" | "end"), Word("in" | "on" | "at"), date @ ..]
        | [Word("up"), Word("to"), date @ ..]
        | [Word("to"), Word("end"), date @ ..]
        | [Word("ending" | "ended" | "to" | "until" | "till"), date @ ..] => (true, date),
        [Word("beginning" | "starting" | "commencing"), Word("in" | "on"), date @ ..]
        | [Word("beginning" | "starting" | "commencing" | "from" | "since"), date @ ..] => {
            (false, date)
        }
        _ => return Ok(None),
    };
    let date = match single(date, setting)? {
        Some(Found::One(period, _)) if !period.is_interval() => period.first_unit(),
        _ => return Ok(None),
    };
    if !matches!(date.grain(), Grain::Month | Grain::Day) {
        return Err(Refusal::new(
            format!(
                "{date} does not say in which month it {}",
                if ends { "ends" } else { "starts" }
            ),
            "write the month, as in `year ending March 2013`",
        ));
    }
    let found = if ends { ending(months, date) } else { beginning(months, date) };
    found.map(|period| Some(Found::One(period, None))).ok_or_else(|| {
        Refusal::new("it lies outside the calendar", "write both ends, as in 2012-04/2013-03")
    })
}

/// How many months, and what follows.
fn duration<'p, 't>(pieces: &'p [Piece<'t>]) -> Option<(i32, &'p [Piece<'t>])> {
    let (months, rest) = match pieces {
        [Word("financial" | "fiscal" | "calendar"), Word("year"), rest @ ..]
        | [Word("year"), rest @ ..] => (12, rest),
        [Word("half"), Word("year"), rest @ ..] => (6, rest),
        [Word("quarter"), rest @ ..] => (3, rest),
        [Word("month"), rest @ ..] => (1, rest),
        [Number(count, _), Word("month" | "months"), Word("period"), rest @ ..]
        | [Number(count, _), Word("month" | "months"), rest @ ..] => (*count, rest),
        [Number(count, _), Word("year" | "years"), rest @ ..] => (count.checked_mul(12)?, rest),
        _ => return None,
    };
    let months = i32::try_from(months).ok().filter(|months| (1..=1200).contains(months))?;
    Some((months, rest))
}

fn ending(months: i32, date: Unit) -> Option<Period> {
    let end = date.span().end;
    let month = Unit::month(end.year(), end.month())?;
    if month.span().end == end {
        return whole_months(month_after(month, 1 - months)?, month);
    }
    // To the 15th of March: from the 16th of the March before.
    let before = month_after(month, -months)?.span();
    let start = before.start.number().checked_add(i32::try_from(end.day_of_month()).ok()?)?;
    let start = crate::figure::Day::from_number(start)?.min(before.end.next());
    Period::between(day_unit(start)?, day_unit(end)?)
}

fn beginning(months: i32, date: Unit) -> Option<Period> {
    let start = date.span().start;
    let month = Unit::month(start.year(), start.month())?;
    if month.span().start == start {
        return whole_months(month, month_after(month, months - 1)?);
    }
    let after = month_after(month, months)?.span();
    let end = after.start.number().checked_add(i32::try_from(start.day_of_month()).ok()? - 2)?;
    let end = crate::figure::Day::from_number(end)?.min(after.end);
    Period::between(day_unit(start)?, day_unit(end)?)
}

/// From one month to another; as a quarter, a year or a month where it is just that.
fn whole_months(first: Unit, last: Unit) -> Option<Period> {
    let span = Period::between(first, last)?;
    let start = span.span().start;
    match span.kind(0) {
        Kind::Year => Unit::year(start.year()).map(Period::of),
        Kind::Quarter => Unit::quarter(start.year(), start.month().div_ceil(3)).map(Period::of),
        Kind::Month => Some(Period::of(first)),
        _ => Some(span),
    }
}

/// `week of 3 September 2018`, `week ending 9 September 2018`.
fn week(pieces: &[Piece], setting: &Setting) -> Answer {
    let (ends, date) = match pieces {
        [Word("week"), Word("ending" | "ended" | "to"), date @ ..]
        | [Word("w"), Slash, Word("e"), date @ ..] => (Some(true), date),
        [Word("week"), Word("beginning" | "commencing" | "starting" | "from"), date @ ..]
        | [Word("w"), Slash, Word("c" | "b"), date @ ..] => (Some(false), date),
        [Word("week"), date @ ..] => (None, date),
        [.., Word("w" | "wk"), Number(..)] | [Word("w" | "wk"), ..] => return Err(week_number()),
        _ => return Ok(None),
    };
    if let [Number(..), y] | [Number(..), Dash | Slash, y] = date
        && year(y).is_some()
    {
        return Err(week_number());
    }
    let day = match single(date, setting)? {
        Some(Found::One(period, _)) if period.span().days() == 1 => period.span().start,
        _ => return Ok(None),
    };
    let seven = |first: i32| {
        let (first, last) = (days_after(day, first)?, days_after(day, first + 6)?);
        Period::between(first, last)
    };
    let since_monday = (day.number() - 1).rem_euclid(7);
    let found = match ends {
        Some(true) => seven(-6),
        Some(false) => seven(0),
        None if since_monday == 0 => seven(0),
        None => {
            let both: Option<Vec<Period>> = [seven(-since_monday), seven(0)].into_iter().collect();
            let question = "the week from Monday to Sunday, or seven days from that day?";
            return Ok(both.map(|both| Found::Many(question.into(), both)));
        }
    };
    Ok(found.map(|period| Found::One(period, None)))
}

fn week_number() -> Refusal {
    Refusal::new(
        "weeks are numbered in more than one way",
        "write the days, as in 2018-09-03/2018-09-09",
    )
}

/// `end of 2020`, `year-end 2020`, `beginning of June 2021`: one day.
fn end_or_start(pieces: &[Piece], setting: &Setting) -> Answer {
    let (end, date) = match pieces {
        [Word("end" | "close"), date @ ..] | [Word("year"), Word("end"), date @ ..] => (true, date),
        [Word("start" | "beginning"), date @ ..] => (false, date),
        _ => return Ok(None),
    };
    let Some(Found::One(period, _)) = single(date, setting)? else { return Ok(None) };
    let span = period.span();
    let day = day_unit(if end { span.end } else { span.start });
    let side = if end { "last" } else { "first" };
    Ok(day.map(|day| Found::One(Period::of(day), Some(format!("its {side} day")))))
}

/// `early 2021`, `mid-June 2018`: approximate, and the word is said to be lost.
fn early_or_late(pieces: &[Piece], setting: &Setting) -> Answer {
    let (word, date) = match pieces {
        [Word(word @ ("early" | "mid" | "middle" | "late" | "later")), Word("in"), date @ ..]
        | [Word(word @ ("early" | "mid" | "middle" | "late" | "later")), date @ ..] => (word, date),
        _ => return Ok(None),
    };
    let Some(Found::One(period, _)) = single(date, setting)? else { return Ok(None) };
    let note = format!("`{word}` is kept as approximate only");
    approximate(Some(Found::One(period, Some(note))))
}

/// `FY2009/10`, `FY2010`, `tax year 2009/10`.
fn named_financial(pieces: &[Piece], setting: &Setting) -> Answer {
    let calls_it = |piece: &Piece| {
        matches!(piece, Word("fy" | "financial" | "fiscal" | "tax" | "academic" | "school"))
    };
    if !pieces.iter().any(calls_it) {
        return Ok(None);
    }
    let one = |period: Period, note: &str| Found::One(period, Some(note.to_string()));
    Ok(match financial(pieces)? {
        Some(Financial::Starting(year)) => {
            setting.financial(year).map(|p| one(p, "a financial year"))
        }
        Some(Financial::Tax(year)) => existing(year, 4, 6)
            .ok()
            .zip(existing(year + 1, 4, 5).ok())
            .and_then(|(first, last)| Period::between(first, last))
            .map(|period| one(period, "the British tax year starts on 6 April")),
        Some(Financial::Named(year)) => {
            let both = [setting.financial(year - 1), setting.financial(year)];
            let both: Vec<Period> = both.into_iter().flatten().collect();
            let question = format!("the financial year that ends in {year}, or that starts in it?");
            (both.len() == 2).then_some(Found::Many(question, both))
        }
        None => None,
    })
}

/// `Q3 2022`, `first half of 2020`, `first six months of 2020`, `Q1 FY2009/10`.
fn part_of_year(pieces: &[Piece], setting: &Setting) -> Answer {
    let Some((first, months, of)) = part(pieces) else { return Ok(None) };
    let within = |start: Unit| {
        let first = month_after(start, first)?;
        whole_months(first, month_after(first, months - 1)?)
    };
    let financial_start = |year| Unit::month(year, setting.financial_month).and_then(within);
    if let [only] = of
        && let Some(year) = year(only)
    {
        let calendar = Unit::month(year, 1).and_then(within);
        if setting.financial_years != Some(true) {
            return Ok(calendar.map(|period| Found::One(period, None)));
        }
        let all = [calendar, financial_start(year - 1), financial_start(year)];
        let mut periods: Vec<Period> = all.into_iter().flatten().collect();
        periods.dedup();
        let question = "of the calendar year, or of a financial year?";
        return Ok((periods.len() > 1).then(|| Found::Many(question.into(), periods)));
    }
    match financial(of)? {
        Some(Financial::Starting(year)) => Ok(financial_start(year)
            .map(|period| Found::One(period, Some("counted in the financial year".into())))),
        _ => Ok(None),
    }
}

/// Months before it in the year, how many it has, and the pieces that say which year.
fn part<'p, 't>(pieces: &'p [Piece<'t>]) -> Option<(i32, i32, &'p [Piece<'t>])> {
    if let Some((quarter, of)) = quarter(pieces) {
        return Some((3 * (i32::try_from(quarter).ok()? - 1), 3, of));
    }
    let half = |half: u32, of| match half {
        1 => Some((0, 6, of)),
        2 => Some((6, 6, of)),
        _ => None,
    };
    match pieces {
        [Word("h"), Number(number, 1), of @ ..]
        | [of @ .., Word("h"), Number(number, 1)]
        | [Number(number, 1), Word("h"), of @ ..] => half(*number, of),
        [Word("first"), Word("half"), of @ ..] => half(1, of),
        [Word("second" | "last" | "latter"), Word("half"), of @ ..] => half(2, of),
        [Word(which), Number(count, _), Word("months"), of @ ..] => {
            let count = i32::try_from(*count).ok().filter(|count| (1..12).contains(count))?;
            match *which {
                "first" => Some((0, count, of)),
                "last" | "final" if !of.is_empty() => Some((12 - count, count, of)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// `since October 2013`, `by 2020`, `2013 onwards`: one end is missing.
fn open(pieces: &[Piece], setting: &Setting) -> Answer {
    let known = match pieces {
        [Word("from"), date @ ..] if single(date, setting)?.is_some() => date,
        [Word("since" | "after" | "before" | "by" | "until" | "till"), date @ ..]
        | [Word("up"), Word("to"), date @ ..]
        | [date @ .., Word("onwards" | "onward")]
        | [
            Word("from"),
            date @ ..,
            Word("to") | Dash,
            Word("now" | "date" | "present" | "today"),
        ]
        | [date @ .., Word("to") | Dash, Word("now" | "date" | "present" | "today")] => date,
        _ => return Ok(None),
    };
    let hint = match (single(known, setting)?, setting.published) {
        (Some(Found::One(first, _)), Some(published))
            if first.span().start <= published.span().end && starts_open(pieces) =>
        {
            let (first, last) = (first.first_unit(), published);
            format!(
                "write both ends, as in {first}/{last} if it runs until the source was published"
            )
        }
        _ => "write both ends, as in 2015-03/2015-11".to_string(),
    };
    Err(Refusal::new("it names one end only, so its length is not known", hint))
}

fn starts_open(pieces: &[Piece]) -> bool {
    !matches!(pieces, [Word("before" | "by" | "until" | "till" | "up"), ..])
}

/// `April to September 2020`, `between 2012 and 2017`, `1-7 July 2018`.
fn range(pieces: &[Piece], setting: &Setting) -> Answer {
    let (between, said, body) = match pieces {
        [Word("between"), body @ ..] => (true, true, body),
        [Word("from"), body @ ..] => (false, true, body),
        body => (false, false, body),
    };
    for (at, piece) in body.iter().enumerate() {
        let parts = match piece {
            Word("and") | Sign('&') => between,
            Word("to" | "until" | "till" | "through" | "thru") | Dash => true,
            _ => false,
        };
        if !parts {
            continue;
        }
        let (left, about_left) = about_end(&body[..at]);
        let right = match &body[at + 1..] {
            [Word("end"), date @ ..] => date,
            date => date,
        };
        let (right, about_right) = about_end(right);
        if let (Some(first), Some(last)) = (point(left)?, point(right)?) {
            let found = joined(first, last, said, setting, body)?;
            return mark_ends(found, about_left, about_right);
        }
    }
    Ok(None)
}

fn about_end<'p, 't>(pieces: &'p [Piece<'t>]) -> (&'p [Piece<'t>], bool) {
    without_about(pieces).map_or((pieces, false), |rest| (rest, true))
}

fn mark_ends(found: Option<Found>, first: bool, last: bool) -> Answer {
    let mark = |unit: Unit, about: bool| if about { unit.approximately() } else { unit };
    let change = |period: Period| {
        Period::between(mark(period.first_unit(), first), mark(period.last_unit(), last))
    };
    match found {
        Some(found) if first || last => Ok(found.map(change)),
        found => Ok(found),
    }
}

/// The two ends as one period; an end without a year takes that of the other. `said` with `from`
/// or `between`, `2009 to 2010` are two years.
fn joined(first: Point, last: Point, said: bool, setting: &Setting, body: &[Piece]) -> Answer {
    let text = || body.iter().map(Piece::text).collect::<Vec<_>>().join(" ");
    let Some(last) = end(last, Some(first), setting, false)? else { return Ok(None) };
    let Some(start) = end(first, Some(Point::Unit(last)), setting, true)? else { return Ok(None) };
    if start.span().start > last.span().end {
        let borrowed = !matches!(first, Point::Unit(_) | Point::Financial(_));
        let hint = match borrowed {
            true => {
                "write the year of both ends, as in `November 2020 to February 2021`".to_string()
            }
            false => format!("write {last}/{start} if the two were swapped"),
        };
        return Err(Refusal::new(format!("`{}` ends before it starts", text()), hint));
    }
    let Some(period) = Period::between(start, last) else { return Ok(None) };
    let years = (start.grain(), last.grain()) == (Grain::Year, Grain::Year);
    let consecutive = years && start.span().end.next() == last.span().start;
    if consecutive && !said && setting.financial_years != Some(false) {
        let financial = setting.financial(start.span().start.year());
        let question = "one financial year, or two years?";
        return Ok(financial.map(|one| Found::Many(question.into(), vec![one, period])));
    }
    Ok(Some(Found::One(period, None)))
}

/// One end as a date of its own. A financial year gives its first or its last month.
fn end(
    point: Point,
    other: Option<Point>,
    setting: &Setting,
    first: bool,
) -> Result<Option<Unit>, Refusal> {
    let other = match other {
        Some(Point::Unit(unit)) => Some(unit),
        _ => None,
    };
    let year =
        other.map(|unit| if first { unit.span().end.year() } else { unit.span().start.year() });
    let day = |month: u32, day: u32| year.map(|year| existing(year, month, day)).transpose();
    match point {
        Point::Unit(unit) => Ok(Some(unit)),
        Point::Either(day_first, month_first) => Err(Refusal::new(
            "the day or the month may come first",
            format!("write {day_first} or {month_first}"),
        )),
        Point::Financial(year) => {
            let period = setting.financial(year);
            Ok(period.map(|p| if first { p.first_unit() } else { p.last_unit() }))
        }
        Point::Month(month) => Ok(year.and_then(|year| Unit::month(year, month))),
        Point::Quarter(quarter) => Ok(year.and_then(|year| Unit::quarter(year, quarter))),
        Point::DayAndMonth(date, month) => day(month, date),
        Point::Day(date) => match other {
            Some(unit) if first && unit.grain() == Grain::Day => {
                day(unit.span().start.month(), date)
            }
            // `July 1-7, 2018` is put in order before; a lone day after a date is no end.
            _ => Ok(None),
        },
    }
}

/// A date that stands for itself.
fn single(pieces: &[Piece], setting: &Setting) -> Answer {
    if let [Month(month), Number(from, 1..=2), Dash, Number(to, 1..=2), y] = pieces
        && let Some(year) = year(y)
    {
        let period = Period::between(existing(year, *month, *from)?, existing(year, *month, *to)?);
        return Ok(period.map(|period| Found::One(period, None)));
    }
    if let [y, Slash | Dash, Number(short, 2)] = pieces
        && let Some(year) = year(y)
    {
        return short_year(year, *short, setting);
    }
    let one = |unit| Some(Found::One(Period::of(unit), None));
    match point(pieces)? {
        Some(Point::Unit(unit)) => Ok(one(unit)),
        Some(Point::Either(day_first, month_first)) => Ok(Some(Found::Many(
            "the day first, or the month first?".into(),
            vec![Period::of(day_first), Period::of(month_first)],
        ))),
        // `year to last month`, `end of last year`.
        _ => relative(pieces, setting),
    }
}

/// `2009/10`, `2009-10`, `2012-17`, `2021/06`.
fn short_year(year: i32, short: u32, setting: &Setting) -> Answer {
    let after = i32::try_from(short).ok() == Some((year + 1).rem_euclid(100));
    let month = Unit::month(year, short).map(Period::of);
    if !after {
        let Some(years) = abbreviated(year, short).filter(|_| month.is_none()) else {
            return Ok(month.map(|month| Found::One(month, None)));
        };
        let financial = setting
            .financial(year)
            .zip(setting.financial(years.last_unit().span().start.year() - 1));
        let financial = financial
            .and_then(|(first, last)| Period::between(first.first_unit(), last.last_unit()));
        return Ok(Some(match financial.filter(|_| setting.financial_years == Some(true)) {
            Some(financial) => {
                Found::Many("calendar years, or financial years?".into(), vec![years, financial])
            }
            None => Found::One(years, None),
        }));
    }
    let Some(financial) = setting.financial(year) else { return Ok(None) };
    if setting.financial_years == Some(true) {
        return Ok(Some(Found::One(financial, Some("a financial year".into()))));
    }
    let two_years = Unit::year(year)
        .zip(Unit::year(year + 1))
        .and_then(|(first, last)| Period::between(first, last));
    let question = match month {
        Some(_) => "the financial year, or the month?",
        None => "one financial year, or two years?",
    };
    let both: Vec<Period> = [Some(financial), month.or(two_years)].into_iter().flatten().collect();
    Ok((both.len() == 2).then(|| Found::Many(question.into(), both)))
}
