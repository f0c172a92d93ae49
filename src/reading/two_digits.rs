//! Years of two digits: `Mar 20`, `13-Jun-20`, `01/04/19`, `2Q20`. Beside a month the digits may
//! be a day as well.

use super::Refusal;
use super::calendar::{DatePiece, weekday};
use super::convention::{BesideMonth, YearAndNumber};
use super::setting::{Answer, FoundPeriods, Setting};
use crate::figure::{Period, Unit};

use DatePiece::{Dash, Dot, Month, Number, Sign, Slash, Word};

/// The ways to read a text with numbers of two digits in it.
#[derive(Debug)]
pub(super) struct TwoDigits<'t> {
    /// The numbers, for the question.
    pub shown: String,
    /// With the years in full; more than one where the century is open.
    pub years: Vec<Vec<DatePiece<'t>>>,
    /// With the numbers as days.
    pub days: Option<Vec<DatePiece<'t>>>,
    /// Is the year first in some of them, and last in others?
    pub year_first: bool,
}

/// A number of two digits and what it can be.
#[derive(Clone, Copy)]
struct DigitPlace {
    at: usize,
    two: u32,
    day: bool,
}

/// A projection reaches no further than this beyond the date of the source.
const AHEAD: u32 = 30;

/// `None` where no number of two digits may be a year.
pub(super) fn two_digits<'t>(
    pieces: &[DatePiece<'t>],
    setting: &Setting,
) -> Result<Option<TwoDigits<'t>>, Refusal> {
    // A spreadsheet shows `Mar-20` as `20-Mar` where the month stands first.
    if setting.column.beside_month == Some(BesideMonth::Year)
        && let [Number(day, 1), Month(_)] | [Month(_), Number(day, 1)] = *pieces
    {
        return Err(Refusal::new(
            format!("`{day}` is no year of two digits, as the others are"),
            "write all four digits of the year, as in March 2005, or a day with its year, as in \
             5 March 2023",
        ));
    }
    // `June 28 to July 4`: where one is a day, all are.
    if pieces.windows(2).any(|two| matches!(two, [Month(_), Number(_, 1)])) {
        return Ok(None);
    }
    let years = setting.column.beside_month == Some(BesideMonth::Year);
    let turned = match *pieces {
        [two @ Number(_, 2), month @ Month(_)] if years => Some([month, two]),
        [two @ Number(_, 1..=2), Dash | Slash, month @ Month(_)] => Some([month, two]),
        _ => None,
    };
    let pieces = turned.as_ref().map_or(pieces, |turned| &turned[..]);
    let mut places: Vec<DigitPlace> =
        (0..pieces.len()).filter_map(|at| place(pieces, at, setting)).collect();
    if let Some([_, Number(two, _)]) = turned {
        places = vec![DigitPlace { at: 1, two, day: (1..=31).contains(&two) }];
    }
    let Some(first) = places.first() else { return Ok(None) };
    let day = places.iter().any(|place| place.day);
    let days = day.then(|| replaced(pieces, &places, &[]));
    let mut shown: Vec<String> = places.iter().map(|place| format!("{:02}", place.two)).collect();
    shown.dedup();
    let shown = shown.join(" and ");
    let column = setting.column.beside_month;
    let settled = column.filter(|_| day);
    let alone = matches!(pieces, [Month(_), Number(..)] | [Month(_), Dash | Slash, Number(..)]);
    if column == Some(BesideMonth::Day) && !day && alone {
        return Err(Refusal::new(
            format!("`{shown}` is no day, as the others are"),
            "write all four digits of the year, as in March 1998",
        ));
    }
    let dated = pieces.iter().any(|piece| matches!(piece, Number(_, 4)));
    let only_days = day && dated && setting.published.is_none();
    if settled == Some(BesideMonth::Day) || only_days {
        return Ok(Some(TwoDigits { shown, years: Vec::new(), days, year_first: false }));
    }
    let spoken = setting.published.map(|published| published.span().end.year().unsigned_abs());
    let calls_it = |piece: &DatePiece| {
        matches!(piece, Word("fy" | "cy" | "ay" | "sy" | "financial" | "fiscal" | "tax"))
    };
    let named = pieces.iter().any(calls_it);
    let candidates = |place: &DigitPlace| match spoken {
        Some(spoken) => centuries(place.two, spoken),
        // What calls itself a financial year is one; all else waits for a date.
        None => vec![place.two + if place.two < 70 { 2000 } else { 1900 }],
    };
    if spoken.is_none() && !named {
        let what =
            if first.day { "may be a year or a day" } else { "is a year without its century" };
        return Err(Refusal::new(
            format!("`{shown}` {what}, and the date of the source is not known"),
            "write all four digits of the year, as in March 2020, or a day with its year, as in \
             20 March 2023",
        ));
    }
    let mut all = vec![Vec::new()];
    for place in &places {
        let longer = |years: &Vec<u32>| {
            let with = |year| [&years[..], &[year]].concat();
            candidates(place).into_iter().map(with).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    let mut years: Vec<Vec<DatePiece>> =
        all.iter().map(|years| replaced(pieces, &places, years)).collect();
    let first = year_first(pieces, setting, spoken);
    let year_first = !first.is_empty();
    years.extend(first);
    Ok(Some(TwoDigits { shown, years, days: days.filter(|_| settled.is_none()), year_first }))
}

/// `20-03-12` with the year first, as files are dated: where nothing says that the day or the month is.
fn year_first<'t>(
    pieces: &[DatePiece<'t>],
    setting: &Setting,
    spoken: Option<u32>,
) -> Vec<Vec<DatePiece<'t>>> {
    let [Number(two, 2), Dash, Number(month @ 1..=12, 2), Dash, Number(day @ 1..=31, 2)] = *pieces
    else {
        return Vec::new();
    };
    let spoken = spoken.filter(|_| setting.column.date_order.is_none());
    let years = spoken.map_or(Vec::new(), |spoken| centuries(two, spoken));
    let date = |year| vec![Number(year, 4), Dash, Number(month, 2), Dash, Number(day, 2)];
    years.into_iter().map(date).collect()
}

/// The latest such year that the source can speak of, and one that is ahead of it.
fn centuries(two: u32, spoken: u32) -> Vec<u32> {
    let this = spoken - spoken % 100 + two;
    let latest = if this > spoken { this.saturating_sub(100) } else { this };
    [latest, latest + 100].into_iter().filter(|year| *year > 0 && *year <= spoken + AHEAD).collect()
}

/// Whether the number there may be a year, and a day as well.
fn place(pieces: &[DatePiece], at: usize, setting: &Setting) -> Option<DigitPlace> {
    let settled = matches!(
        setting.column.year_and_number,
        Some(YearAndNumber::FinancialYear | YearAndNumber::CalendarYears)
    );
    let Number(two, digits) = pieces[at] else { return None };
    let (before, after) = (&pieces[..at], &pieces[at + 1..]);
    let small = |number: u32| (1..=31).contains(&number);
    let found = |day| Some(DigitPlace { at, two, day });
    if digits != 2 {
        return None;
    }
    // `Mar 20 2020`, and the days of `July 10-17`.
    let days_follow = match after {
        [Number(..), ..] => return None,
        [Dash | Word("to"), Number(_, 1..=2), rest @ ..] => {
            !matches!(rest, [Month(_), ..] | [Dash | Slash, Month(_), ..])
        }
        _ => false,
    };
    // `19/20`, which is no date; `11/12` may be one, unless the column says that it is a year.
    let beside = |one: u32, other: u32| (one + 1) % 100 == other && (one > 12 || settled);
    match (before, after) {
        ([], [Slash | Dash, Number(next, 2)]) if beside(two, *next) => return found(false),
        _ => {}
    }
    match before {
        // `'20` is a year wherever it stands.
        [.., Sign('\'')] => found(false),
        // `2020-Jun-13`.
        [.., Number(_, 4), Month(_)] => None,
        // `Thursday, June 15`.
        [.., Word(name), Month(_)] if weekday(name).is_some() => None,
        // `1 May - 30 June`: a number before a month is its day.
        _ if pieces.len() > 2 && matches!(after, [Month(_), ..]) => None,
        [.., Number(day, 1..=2), Month(_)] if small(*day) => found(false),
        [.., Number(_, 1..=2), Dash | Slash, Month(_), Dash | Slash] => found(false),
        [.., Month(_), Number(day, 1..=2)] if small(*day) && after.is_empty() => found(false),
        [.., Month(_)] if days_follow => None,
        [.., Month(_)] | [.., Month(_), Dash | Slash] => found(small(two)),
        [.., Number(_, 1..=2), a, Number(_, 1..=2), b]
            if a == b && matches!(a, Slash | Dot | Dash) =>
        {
            found(false)
        }
        [.., Word("q" | "h" | "quarter"), Number(_, 0 | 1)]
        | [.., Number(_, 0 | 1), Word("q" | "h" | "quarter" | "half")]
        | [.., Word("fy" | "cy" | "fiscal" | "ay" | "sy")]
        | [.., Word("financial" | "fiscal" | "tax"), Word("year")]
        | [Word("financial"), Word("year"), Word("ending" | "ended")]
            if matches!(after, [] | [Slash | Dash, Number(_, 2)]) =>
        {
            found(false)
        }
        _ => None,
    }
}

/// `11/12`: two years, a month with its year, or a day and its month.
pub(super) fn two_pairs(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let ([Number(first, 2), Slash, Number(second, 2)], Some(published)) =
        (pieces, setting.published)
    else {
        return Ok(None);
    };
    let latest = |two: u32| {
        let spoken = published.span().end.year().unsigned_abs();
        i32::try_from(*centuries(two, spoken).first()?).ok()
    };
    let mut periods = Vec::new();
    if (first + 1) % 100 == *second
        && let Some(start) = latest(*second).map(|end| end - 1)
    {
        periods.extend(setting.financial(start));
        let both = Unit::year(start).zip(Unit::year(start + 1));
        periods.extend(both.and_then(|(first, last)| Period::between(first, last)));
    }
    let month = latest(*second).and_then(|year| Unit::month(year, *first));
    periods.extend(month.map(Period::of));
    let spoken = published.span().end;
    let day = |day: u32, month: u32| {
        let years = [spoken.year(), spoken.year() - 1];
        let days = years.into_iter().filter_map(|year| Unit::day(year, month, day));
        days.into_iter().find(|unit| unit.span().start <= spoken).map(Period::of)
    };
    periods.extend([day(*first, *second), day(*second, *first)].into_iter().flatten());
    if periods.len() < 2 {
        return Ok(None);
    }
    let question = "years, a month with its year, or a day and its month?";
    Ok(FoundPeriods::of(question, periods))
}

/// The pieces with these years at the places, and without the marks before them.
fn replaced<'t>(
    pieces: &[DatePiece<'t>],
    places: &[DigitPlace],
    years: &[u32],
) -> Vec<DatePiece<'t>> {
    let mut made: Vec<DatePiece<'t>> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let Some(nth) = places.iter().position(|place| place.at == at) else {
            made.push(*piece);
            continue;
        };
        // `13-Jun-20` and `Sep-23` are one date each.
        let marked = matches!(made[..], [.., Month(_), Dash | Slash] | [.., Sign('\'')]);
        if marked {
            made.pop();
        }
        // `12-Mar 20` as well, and not `Jan 20 - Mar 20`.
        if let [before @ .., Number(_, 1..=2), Dash | Slash, Month(_)] = &made[..]
            && !matches!(before, [.., Month(_)])
        {
            made.remove(made.len() - 2);
        }
        made.push(years.get(nth).map_or(*piece, |year| Number(*year, 4)));
    }
    made
}
