//! Parts of a year or a month that have no sharp ends: `early 2018`, `end of June 2021`, `spring
//! 2018`, `the turn of 2019`.

use super::Refusal;
use super::calendar::{DatePiece, day_unit, days_after, month_after, period_in_words};
use super::dates::year;
use super::named_years::named_year;
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use super::spans::whole_months;
use super::year_parts::part_of_year;
use crate::figure::{Grain, Nature, Period, Unit};

use DatePiece::{Dash, Number, Slash, Word};

/// `end of 2020`, `year-end 2020`, `beginning of June 2021`: one day of a stock. What is counted
/// over days, was counted over more than one.
pub(super) fn end_or_start(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let (end, date) = match pieces {
        [Word("end" | "close"), Word("year"), date @ ..]
        | [Word("end" | "close"), date @ ..]
        | [Word("year"), Word("end"), date @ ..] => (true, date),
        [Word("start" | "beginning"), Word("year"), date @ ..]
        | [Word("start" | "beginning"), date @ ..] => (false, date),
        _ => return Ok(None),
    };
    // The year that ends is that of the series, or the calendar's.
    if let ([Word("year"), Word("end"), y], Some(true)) = (pieces, setting.one_year())
        && let Some(year) = year(y)
        && setting.nature == Some(Nature::Stock)
    {
        let last = |period: Period| day_unit(period.span().end).map(Period::of);
        let financial = setting.financial(year - 1).and_then(last);
        let calendar = Unit::year(year).map(Period::of).and_then(last);
        let question = "the end of the financial year, or of the calendar year?";
        return Ok(FoundPeriods::of(question, financial.into_iter().chain(calendar).collect()));
    }
    let Some(found) = whole(date, setting)? else { return Ok(None) };
    let FoundPeriods::One(period, _) = found else {
        return Err(Refusal::new(
            format!("it is not clear of what it is the {}", if end { "end" } else { "start" }),
            "write the day, as in 2020-12-31, or the months, as in 2020-10/2020-12",
        ));
    };
    let span = period.span();
    let side = if end { "last" } else { "first" };
    let day = day_unit(if end { span.end } else { span.start }).map(Period::of);
    let months = |count: i32| {
        let month = Unit::month(
            if end { span.end.year() } else { span.start.year() },
            if end { span.end.month() } else { span.start.month() },
        )?;
        let other = month_after(month, if end { 1 - count } else { count - 1 })?;
        if end { whole_months(other, month) } else { whole_months(month, other) }
    };
    if span.start == span.end {
        return Ok(None);
    }
    let counted = matches!(
        setting.nature,
        Some(Nature::Flow | Nature::Net | Nature::Rate | Nature::Growth | Nature::Change)
    );
    let longer = span.days() > 31;
    if setting.nature == Some(Nature::Stock) || !longer && !counted {
        return Ok(day.map(|day| FoundPeriods::One(day, Some(format!("its {side} day")))));
    }
    if !longer {
        let words = period_in_words(period);
        return Err(Refusal::new(
            format!(
                "the {} of {words} may be any number of days",
                if end { "end" } else { "start" }
            ),
            match end {
                true => days_after(span.end, -6).zip(day_unit(span.end)),
                false => day_unit(span.start).zip(days_after(span.start, 6)),
            }
            .map_or(
                "write the first and the last of them".to_string(),
                |(first, last)| {
                    format!("write the first and the last of them, as in {first}/{last}")
                },
            ),
        ));
    }
    let question = format!("its {side} day, its {side} month, or its {side} three months?");
    let day = day.filter(|_| !counted);
    let quarter = months(3).filter(|_| span.days() > 93);
    let all = [day, months(1), quarter].into_iter().flatten().collect();
    Ok(FoundPeriods::of(
        if counted { format!("its {side} month, or its {side} three months?") } else { question },
        all,
    ))
}

/// `early 2021`, `mid-June 2018`, `late in 2019`: a third of it, and no sharp one. Thirds do not
/// collide.
pub(super) fn early_or_late(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let Some(found) = from_third_to_third(pieces, setting)? {
        return Ok(Some(found));
    }
    let (word, date) = match pieces {
        [
            Word(word @ ("early" | "mid" | "middle" | "late" | "later")),
            Word("in" | "on"),
            date @ ..,
        ]
        | [Word(word @ ("early" | "mid" | "middle" | "late" | "later")), date @ ..] => {
            (*word, date)
        }
        _ => return Ok(None),
    };
    let unit = match whole(date, setting)? {
        Some(FoundPeriods::One(period, _)) if !period.is_interval() => period.first_unit(),
        Some(_) => return Err(no_third(word)),
        None => return Ok(None),
    };
    let third = match word {
        "early" => 0,
        "mid" | "middle" => 1,
        _ => 2,
    };
    let span = unit.span();
    let (first, last) = match unit.grain() {
        Grain::Year => {
            let first = Unit::month(span.start.year(), 4 * third + 1);
            (first, first.and_then(|first| month_after(first, 3)))
        }
        Grain::Month => {
            let first = days_after(span.start, 10 * i32::try_from(third).unwrap_or_default());
            let ninth = |first: Unit| days_after(first.span().start, 9);
            (first, if third == 2 { day_unit(span.end) } else { first.and_then(ninth) })
        }
        Grain::Quarter | Grain::Day => return Err(no_third(word)),
    };
    let (Some(first), Some(last)) = (first, last) else { return Ok(None) };
    let Some(part) = Period::between(first.approximately(), last.approximately()) else {
        return Ok(None);
    };
    // Populations are said at the middle of the year, on 30 June.
    let level = !matches!(setting.nature, Some(Nature::Flow | Nature::Net | Nature::Rate));
    if third == 1 && unit.grain() == Grain::Year && level {
        let middle = Unit::day(span.start.year(), 6, 30).map(Period::of);
        let question = "30 June, or some time about the middle of the year?";
        return Ok(FoundPeriods::of(question, middle.into_iter().chain([part]).collect()));
    }
    let note = format!("`{word}` is taken as a third of it, without sharp ends");
    Ok(Some(FoundPeriods::One(part, Some(note))))
}

/// `late 2018 to early 2019`, `mid to late 2018`.
fn from_third_to_third(pieces: &[DatePiece], setting: &Setting) -> Answer {
    const THIRDS: [&str; 3] = ["early", "mid", "late"];
    let is_third =
        |piece: Option<&DatePiece>| matches!(piece, Some(Word(word)) if THIRDS.contains(word));
    let body = match pieces {
        [Word("from" | "between"), body @ ..] => body,
        body => body,
    };
    let joint = |piece: &DatePiece| matches!(piece, Word("to" | "until") | Dash);
    let between = |piece: &DatePiece| body.len() < pieces.len() && *piece == Word("and");
    let parts = |piece: &DatePiece| joint(piece) || between(piece);
    let Some(at) = body.iter().position(parts) else { return Ok(None) };
    let (left, right) = (&body[..at], &body[at + 1..]);
    if !is_third(left.first()) || !is_third(right.first()) {
        return Ok(None);
    }
    let left = match left {
        [only] => [std::slice::from_ref(only), &right[1..]].concat(),
        left => left.to_vec(),
    };
    let ends = (early_or_late(&left, setting)?, early_or_late(right, setting)?);
    let (Some(FoundPeriods::One(first, _)), Some(FoundPeriods::One(last, _))) = ends else {
        return Ok(None);
    };
    let note = "each part is taken as a third, without sharp ends".to_string();
    let both = Period::between(first.first_unit(), last.last_unit());
    Ok(both.map(|both| FoundPeriods::One(both, Some(note))))
}

/// What a part is of.
fn whole(date: &[DatePiece], setting: &Setting) -> Answer {
    let date = match date {
        [Word("year"), rest @ ..] => rest,
        date => date,
    };
    for reading in [named_year, part_of_year, single] {
        if let Some(found) = reading(date, setting)? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn no_third(word: &str) -> Refusal {
    Refusal::new(
        format!("`{word}` has no agreed days there"),
        "write the first and the last day or month, as in 2018-06/2018-08",
    )
}

/// `the turn of 2019`, `turn of the year 2018/19`.
pub(super) fn turn(pieces: &[DatePiece], _: &Setting) -> Answer {
    let last = match pieces {
        [Word("turn"), Word("year"), y] | [Word("turn"), y] => year(y),
        [Word("turn"), Word("year"), y, Slash | Dash, Number(short, 2)]
        | [Word("turn"), y, Slash | Dash, Number(short, 2)] => year(y)
            .map(|year| year + 1)
            .filter(|next| next.rem_euclid(100).unsigned_abs() == *short),
        _ => return Ok(None),
    };
    let Some(january) = last.and_then(|year| Unit::month(year, 1)) else { return Ok(None) };
    let december = month_after(january, -1);
    let both = december
        .and_then(|december| Period::between(december.approximately(), january.approximately()));
    let note = "about the first of January".to_string();
    Ok(both.map(|both| FoundPeriods::One(both, Some(note))))
}

/// `spring 2018`, `winter 2018/19`: which months, is asked.
pub(super) fn season(pieces: &[DatePiece], _: &Setting) -> Answer {
    let is_season = |piece: &DatePiece| {
        matches!(piece, Word("spring" | "summer" | "autumn" | "fall" | "winter"))
    };
    let Some(at) = pieces.iter().position(is_season) else { return Ok(None) };
    let Word(word) = pieces[at] else { return Ok(None) };
    let over = |first: Option<i32>, second: i32| first.filter(|first| first + 1 == second);
    let (first, both) = match pieces {
        [y, _] if year(y).is_some() => (year(y), false),
        [_, y] => (year(y), false),
        [_, y, Slash | Dash | Word("to"), Number(short, 2)] => {
            let after = |first: i32| (first + 1).rem_euclid(100).unsigned_abs() == *short;
            (year(y).filter(|first| after(*first)), true)
        }
        [_, y, Slash | Dash | Word("to"), z] => (year(z).and_then(|z| over(year(y), z)), true),
        _ => (None, false),
    };
    let Some(first) = first.filter(|_| word == "winter" || !both) else {
        return Err(Refusal::new(
            format!("{word} has no agreed first and last day"),
            "write the first and the last month, as in 2018-06/2018-08",
        ));
    };
    let months = |year: i32, month: u32, count: i32| {
        let first = Unit::month(year, month)?;
        whole_months(first, month_after(first, count - 1)?)
    };
    let all = match word {
        "spring" => vec![months(first, 3, 3), months(first, 4, 3)],
        "summer" => vec![months(first, 6, 3), months(first, 7, 3)],
        "autumn" | "fall" => vec![months(first, 9, 3), months(first, 10, 3)],
        _ if both => vec![months(first, 12, 3), months(first, 12, 4), months(first, 10, 6)],
        _ => vec![months(first - 1, 12, 3), months(first, 12, 3)],
    };
    let question = format!("{word} has no agreed first and last day; which months?");
    Ok(FoundPeriods::of(question, all.into_iter().flatten().collect()))
}
