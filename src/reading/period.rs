//! A period in the words of an article: `FY2009/10`, `year ending March 2013`, `nine years ago`.

pub use super::calendar::period_in_words;
use super::calendar::{DatePiece, cut, day_unit, month_after, without_about};
use super::dates::{Financial, existing, financial, quarter, year};
use super::ranges::{open, range};
use super::relative::relative;
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::{short_year, single};
use super::stretches::{rolling, week, whole_months};
use super::text::plain;
use super::two_digits::two_digits;
use super::{Ambiguous, Choice, Reading, Refusal, Understood, too_long};
use crate::figure::{Period, PeriodError, Unit, YearWord};

use DatePiece::{Dash, Number, Word};

/// Reads a period of a series.
pub fn period(text: &str, setting: &Setting) -> Reading<Period> {
    match find(text, setting) {
        Ok(FoundPeriods::One(value, note)) => {
            let words = period_in_words(value);
            let is_financial = setting.is_financial(value);
            let note = note.or(is_financial.then(|| setting.year_note()));
            Reading::Understood(Understood { value, words, note })
        }
        Ok(FoundPeriods::Many(question, periods)) => {
            let choice =
                |value| Choice { value, label: setting.label(value), write: write(value, setting) };
            let question = format!("what is `{}`: {question}", text.trim());
            let choices = periods.into_iter().map(choice).collect();
            Reading::Ambiguous(Ambiguous { question, choices })
        }
        Err(refusal) => Reading::Refused(refusal),
    }
}

/// What to type to mean just this period: the form of the files, unless that is asked about.
fn write(period: Period, setting: &Setting) -> String {
    let form = period.to_string();
    match find(&form, setting) {
        Ok(FoundPeriods::One(read, _)) if read.span() == period.span() => form,
        _ => period_in_words(period),
    }
}

fn find(text: &str, setting: &Setting) -> Result<FoundPeriods, Refusal> {
    if let Some(refusal) = too_long(text) {
        return Err(refusal);
    }
    let plain = plain(text);
    let form = plain.replace('–', "-").replace(" / ", "/").replace(" - ", "-").to_uppercase();
    let error = match Period::parse(&form) {
        Ok(period) => match in_file_form(&plain, &form, period, setting)? {
            Some(found) => return Ok(found),
            None => return Ok(FoundPeriods::One(period, None)),
        },
        Err(error) => error,
    };
    // `the last year` is the twelve months up to now; `last year` is a calendar year.
    let plain = plain.replace("the last year", "past year").replace("at the moment", "now");
    let pieces = cut(&plain);
    if let Some(found) = in_digits_or_words(&pieces, setting)? {
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

/// What is valid in a file and still means another thing to many people, or to a column.
fn in_file_form(
    plain: &str,
    form: &str,
    period: Period,
    setting: &Setting,
) -> Result<Option<FoundPeriods>, Refusal> {
    let first = period.first_unit().span().start;
    if setting.asks_about(form) {
        let Some(financial) = setting.financial(first.year()) else { return Ok(None) };
        if setting.one_year() == Some(true) {
            return Ok(Some(FoundPeriods::One(financial, None)));
        }
        let question = "one financial year, or two years?";
        return Ok(FoundPeriods::of(question, vec![financial, period]));
    }
    if let [y, Dash, Number(short, 2)] = cut(plain)[..]
        && let Some(year) = year(&y)
    {
        // With a dash, 2007–11 is how print writes 2007 to 2011.
        if plain.contains('–') || setting.column.year_and_number.is_some() {
            return short_year(year, (short, 2), true, setting);
        }
    }
    Ok(None)
}

/// Every way to read the numbers of two digits, and what the texts then mean.
fn in_digits_or_words(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let found = match two_digits(pieces, setting) {
        Ok(Some(found)) => found,
        Ok(None) => return sentence(pieces, setting),
        Err(refusal) => return Err(refusal),
    };
    let ways: Vec<Answer> =
        found.years.iter().chain(&found.days).map(|way| sentence(way, setting)).collect();
    let mut read = Vec::new();
    let mut refused = None;
    for way in ways {
        match way {
            Ok(found) => read.extend(found),
            Err(refusal) => refused = refused.or(Some(refusal)),
        }
    }
    match (&read[..], refused) {
        ([], Some(refusal)) => Err(refusal),
        ([_], _) => Ok(read.pop()),
        (_, _) => {
            let question = format!("is `{}` a year or a day, and of which century?", found.shown);
            let periods = read.iter().flat_map(FoundPeriods::periods).collect();
            Ok(FoundPeriods::of(question, periods))
        }
    }
}

/// The words around the date are taken off one by one; what is left must be a date.
fn sentence(pieces: &[DatePiece], setting: &Setting) -> Answer {
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
    let readings: [fn(&[DatePiece], &Setting) -> Answer; 10] = [
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

fn approximate(found: Option<FoundPeriods>) -> Answer {
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
fn vague(pieces: &[DatePiece], _: &Setting) -> Answer {
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| pieces[before]);
        let refusal = match (before, piece) {
            (Some(Number(first, 4)), Word("s")) => decade(Some(first)),
            (_, Word("nineties")) => decade(Some(1990)),
            (_, Word("eighties")) => decade(Some(1980)),
            (_, Word("noughties")) => decade(Some(2000)),
            (None | Some(Word("last" | "this" | "past")), Word("decade")) => decade(None),
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

/// `end of 2020`, `year-end 2020`, `beginning of June 2021`: one day.
fn end_or_start(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let (end, date) = match pieces {
        [Word("end" | "close"), date @ ..] | [Word("year"), Word("end"), date @ ..] => (true, date),
        [Word("start" | "beginning"), date @ ..] => (false, date),
        _ => return Ok(None),
    };
    let Some(FoundPeriods::One(period, _)) = single(date, setting)? else { return Ok(None) };
    let span = period.span();
    let day = day_unit(if end { span.end } else { span.start });
    let side = if end { "last" } else { "first" };
    Ok(day.map(|day| FoundPeriods::One(Period::of(day), Some(format!("its {side} day")))))
}

/// `early 2021`, `mid-June 2018`: approximate, and the word is said to be lost.
fn early_or_late(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let (word, date) = match pieces {
        [Word(word @ ("early" | "mid" | "middle" | "late" | "later")), Word("in"), date @ ..]
        | [Word(word @ ("early" | "mid" | "middle" | "late" | "later")), date @ ..] => (word, date),
        _ => return Ok(None),
    };
    let Some(FoundPeriods::One(period, _)) = single(date, setting)? else { return Ok(None) };
    let note = format!("`{word}` is kept as approximate only");
    approximate(Some(FoundPeriods::One(period, Some(note))))
}

/// `FY2009/10`, `FY2010`, `tax year 2009/10`.
fn named_financial(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let calls_it = |piece: &DatePiece| {
        matches!(piece, Word("fy" | "financial" | "fiscal" | "tax" | "academic" | "school"))
    };
    if !pieces.iter().any(calls_it) {
        return Ok(None);
    }
    if let ([Word("academic" | "school"), Word("year"), year @ ..], YearWord::Academic) =
        (pieces, setting.years.word())
    {
        return single(year, &Setting { financial_years: Some(true), ..*setting });
    }
    let one = |period: Period, note: &str| FoundPeriods::One(period, Some(note.to_string()));
    Ok(match financial(pieces)? {
        Some(Financial::Starting(year)) => {
            setting.financial(year).map(|p| one(p, &setting.year_note()))
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
            (both.len() == 2).then_some(FoundPeriods::Many(question, both))
        }
        None => None,
    })
}

/// `Q3 2022`, `first half of 2020`, `first six months of 2020`, `Q1 FY2009/10`.
fn part_of_year(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let Some((first, months, of)) = part(pieces) else { return Ok(None) };
    let within = |start: Unit| {
        let first = month_after(start, first)?;
        whole_months(first, month_after(first, months - 1)?)
    };
    let financial_start = |year| Unit::month(year, setting.years.month()).and_then(within);
    if let [only] = of
        && let Some(year) = year(only)
    {
        let calendar = Unit::month(year, 1).and_then(within);
        if setting.one_year() != Some(true) {
            return Ok(calendar.map(|period| FoundPeriods::One(period, None)));
        }
        let all = [calendar, financial_start(year - 1), financial_start(year)];
        let mut periods: Vec<Period> = all.into_iter().flatten().collect();
        periods.dedup();
        let question = "of the calendar year, or of a financial year?";
        return Ok((periods.len() > 1).then(|| FoundPeriods::Many(question.into(), periods)));
    }
    match financial(of)? {
        Some(Financial::Starting(year)) => Ok(financial_start(year)
            .map(|period| FoundPeriods::One(period, Some("counted in the financial year".into())))),
        _ => Ok(None),
    }
}

/// Months before it in the year, how many it has, and the pieces that say which year.
fn part<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<(i32, i32, &'p [DatePiece<'t>])> {
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
