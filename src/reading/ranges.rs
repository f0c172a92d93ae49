//! From one date to another: `between 2012 and 2017`; and what names one end only.

use super::Refusal;
use super::calendar::{DatePiece, day_unit, month_after, period_in_words, without_about};
use super::convention::{DateOrder, YearAndNumber};
use super::dates::{WrittenDate, existing, point, year};
use super::setting::{Answer, FoundPeriods, Setting};
use super::single::single;
use super::spoken::undated;
use crate::figure::{Grain, Nature, Period, Unit};

use DatePiece::{Dash, Month, Number, Sign, Slash, Word};

/// `2020 YTD`, `so far in 2019/20`, `part of 2020`: some of a year, and nobody says how much.
pub(super) fn so_far(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let is_of = |at: &usize| matches!(pieces[*at], Word("in" | "during" | "of" | "for"));
    let told: [&[DatePiece]; 5] = [
        &[Word("year"), Word("to"), Word("date")],
        &[Word("so"), Word("far")],
        &[Word("part"), Word("year")],
        &[Word("part"), Dash, Word("year")],
        &[Word("part")],
    ];
    let found = told.iter().find_map(|words| {
        let at = pieces.windows(words.len()).position(|some| some == *words)?;
        Some((at, at + words.len()))
    });
    let Some((start, end)) = found else { return Ok(None) };
    let rest: Vec<DatePiece> = (0..pieces.len())
        .filter(|at| !(start..end).contains(at) && !is_of(at))
        .map(|at| pieces[at])
        .collect();
    if !rest.iter().any(|piece| year(piece).is_some()) {
        return Ok(None);
    }
    let fiscal = |piece: &DatePiece| matches!(piece, Word("financial" | "fiscal"));
    let named = match rest.iter().position(fiscal) {
        Some(at) => [&[rest[at], Word("year")], &rest[..at], &rest[at + 1..]].concat(),
        None => rest,
    };
    // Half of the year, as an example.
    let first = super::named_years::named_year(&named, setting)
        .ok()
        .flatten()
        .or(single(&named, setting).ok().flatten())
        .and_then(|found| found.periods().first().map(|period| period.span().start));
    let half = first.and_then(|first| {
        let start = Unit::month(first.year(), first.month())?;
        Period::between(start, month_after(start, 5)?)
    });
    let example = half.map_or("2020-01/2020-06".to_string(), |half| half.to_string());
    Err(Refusal::new(
        "it is about a part of the year, and does not say until when",
        format!("write its first and its last month, as in {example}"),
    ))
}

/// `since October 2013`, `by 2020`, `2013 onwards`: one end is missing.
pub(super) fn open(pieces: &[DatePiece], setting: &Setting) -> Answer {
    let known = match pieces {
        [Word("from"), date @ ..] if single(date, setting)?.is_some() => date,
        [
            Word("since" | "after" | "before" | "by" | "until" | "till" | "pre" | "post" | "prior"),
            date @ ..,
        ]
        | [Word("up"), Word("to"), date @ ..]
        | [Sign('<' | '>' | '≤' | '≥'), date @ ..]
        | [date @ .., Word("onwards" | "onward") | Sign('+')]
        | [
            Word("from"),
            date @ ..,
            Word("to") | Dash,
            Word("now" | "date" | "present" | "today"),
        ]
        | [date @ .., Word("to") | Dash, Word("now" | "date" | "present" | "today")] => date,
        _ => return Ok(None),
    };
    let named = match known {
        [Word("start" | "beginning"), date @ ..] if starts_open(pieces) => date,
        [Word("end"), date @ ..] => date,
        known => known,
    };
    let found = single(named, setting)?;
    let ends: Vec<Unit> =
        found.iter().flat_map(FoundPeriods::periods).map(|period| period.first_unit()).collect();
    if let (Some(Nature::Stock), [at, ..], false) = (setting.nature, &ends[..], starts_open(pieces))
    {
        return Err(Refusal::new(
            "it says until when, and a level is of one date",
            format!("write {at} if the level is of then"),
        ));
    }
    // After 2018 is from 2019 on.
    let later = matches!(pieces, [Word("after" | "post"), ..]);
    let first = |unit: &Unit| if later { following(*unit) } else { Some(*unit) };
    let open = |published: Unit| {
        let firsts = ends.iter().filter_map(first);
        let begun = firsts.filter(|first| first.span().start <= published.span().end);
        begun.map(|first| format!("{first}/{published}")).collect::<Vec<_>>()
    };
    let both = setting.published.map(open).filter(|both| !both.is_empty() && starts_open(pieces));
    let hint = match (both, &ends[..]) {
        (Some(both), _) => format!(
            "write both ends, as in {} if it runs until the source was published",
            both.join(" or ")
        ),
        (None, [at, ..]) if starts_open(pieces) => {
            // Two years on end may be one financial year.
            let start = first(at).unwrap_or(*at);
            let next = following(start).unwrap_or(start);
            format!("write both ends, as in {start}/{}", following(next).unwrap_or(next))
        }
        _ => "write both ends, as in 2015-03/2015-11".to_string(),
    };
    Err(Refusal::new("it names one end only, so its length is not known", hint))
}

/// The year after a year, the month after a month.
fn following(unit: Unit) -> Option<Unit> {
    let next = unit.span().end.next();
    match unit.grain() {
        Grain::Year => Unit::year(next.year()),
        Grain::Quarter => Unit::quarter(next.year(), next.month().div_ceil(3)),
        Grain::Month => Unit::month(next.year(), next.month()),
        Grain::Day => day_unit(next),
    }
}

fn starts_open(pieces: &[DatePiece]) -> bool {
    !matches!(pieces, [Word("before" | "by" | "until" | "till" | "up" | "pre" | "prior"), ..])
}

/// `April to September 2020`, `between 2012 and 2017`, `1-7 July 2018`.
pub(super) fn range(pieces: &[DatePiece], setting: &Setting) -> Answer {
    if let Some(turned) = compared(pieces, setting) {
        return range(&turned, setting);
    }
    let (between, said, body) = match pieces {
        [Word("between"), body @ ..] => (true, true, body),
        [Word("from"), body @ ..] => (false, true, body),
        body => (false, false, body),
    };
    // `July 10-17`.
    let turned = match *body {
        [
            month @ Month(_),
            first @ Number(_, 1..=2),
            to @ (Dash | Word("to")),
            last @ Number(_, 1..=2),
        ] => Some([first, to, last, month]),
        _ => None,
    };
    let body = turned.as_ref().map_or(body, |turned| &turned[..]);
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
        if let Some(found) = months_or_years(left, right, setting) {
            return mark_ends(Some(found), about_left, about_right);
        }
        if let (Some(first), Some(last)) = (point(left)?, point(right)?) {
            let found = joined(first, last, said, setting, body)?;
            return mark_ends(found, about_left, about_right);
        }
    }
    Ok(None)
}

/// `2020 compared with 2019`, `Q1 2020 on Q1 2019`: of a change, from the second to the first.
fn compared<'t>(pieces: &[DatePiece<'t>], setting: &Setting) -> Option<Vec<DatePiece<'t>>> {
    if setting.nature != Some(Nature::Change) {
        return None;
    }
    let cut = |at: usize| match &pieces[at..] {
        [Word("compared"), Word("with" | "to"), before @ ..]
        | [Word("vs" | "versus" | "against" | "on" | "over"), before @ ..] => Some(before),
        _ => None,
    };
    let (at, before) = (1..pieces.len()).find_map(|at| Some((at, cut(at)?)))?;
    let from = [Word("from")];
    let to = [Word("to")];
    Some([&from[..], before, &to[..], &pieces[..at]].concat())
}

/// `2009-10 to 2010-11`: both ends are months, or both are financial years. With another end, such
/// as `June 2009 to 2010-11`, the one may be either.
fn months_or_years(
    left: &[DatePiece],
    right: &[DatePiece],
    setting: &Setting,
) -> Option<FoundPeriods> {
    let numbered = |pieces: &[DatePiece]| match pieces {
        [y, Slash | Dash, Number(number, 1..=2)] => Some((year(y)?, *number)),
        _ => None,
    };
    let month = |(year, number): (i32, u32)| Unit::month(year, number);
    let financial = |(year, number): (i32, u32)| {
        let after = number == (year + 1).rem_euclid(100).unsigned_abs();
        setting.financial(year).filter(|_| after)
    };
    let dated = |pieces: &[DatePiece]| match point(pieces) {
        Ok(Some(WrittenDate::Unit(unit))) => Some(unit),
        _ => None,
    };
    let (months, years) = match (numbered(left), numbered(right)) {
        (Some(first), Some(last)) => {
            let months = month(first).zip(month(last));
            let years = financial(first).zip(financial(last));
            (months, years.map(|(first, last)| (first.first_unit(), last.last_unit())))
        }
        (Some(first), None) => {
            let last = dated(right)?;
            let years = financial(first).map(|first| (first.first_unit(), last));
            (month(first).zip(Some(last)), years)
        }
        (None, Some(last)) => {
            let first = dated(left)?;
            let years = financial(last).map(|last| (first, last.last_unit()));
            (Some(first).zip(month(last)), years)
        }
        (None, None) => return None,
    };
    let both = |ends: Option<(Unit, Unit)>| ends.and_then(|(a, b)| Period::between(a, b));
    let (months, years) = (both(months), both(years));
    let (months, years) = match setting.column.year_and_number {
        Some(YearAndNumber::Month) => (months, years.filter(|_| months.is_none())),
        Some(YearAndNumber::FinancialYear) => (months.filter(|_| years.is_none()), years),
        _ if setting.one_year() == Some(true) && !setting.months => {
            (months.filter(|_| years.is_none()), years)
        }
        _ => (months, years),
    };
    let periods = if setting.months { [months, years] } else { [years, months] };
    let question = "from one financial year to another, or from month to month?";
    FoundPeriods::of(question, periods.into_iter().flatten().collect())
}

fn about_end<'p, 't>(pieces: &'p [DatePiece<'t>]) -> (&'p [DatePiece<'t>], bool) {
    without_about(pieces).map_or((pieces, false), |rest| (rest, true))
}

fn mark_ends(found: Option<FoundPeriods>, first: bool, last: bool) -> Answer {
    let mark = |unit: Unit, about: bool| if about { unit.approximately() } else { unit };
    let change = |period: Period| {
        Period::between(mark(period.first_unit(), first), mark(period.last_unit(), last))
    };
    match found {
        Some(found) if first || last => Ok(found.map(change)),
        found => Ok(found),
    }
}

/// The two ends as one period; an end without a year takes that of the other, and where neither
/// has one, it is the latest that the source can speak of. `said` with `from` or `between`, `2009
/// to 2010` are two years.
fn joined(
    first: WrittenDate,
    last: WrittenDate,
    said: bool,
    setting: &Setting,
    body: &[DatePiece],
) -> Answer {
    if !matches!((first, last), (WrittenDate::Numeric(_), _) | (_, WrittenDate::Numeric(_))) {
        return in_order(first, last, said, setting, body);
    }
    // Both ends are written in one manner.
    let orders = match setting.column.date_order {
        Some(order) => vec![order],
        None => vec![DateOrder::DayFirst, DateOrder::MonthFirst],
    };
    let settled = |end: WrittenDate, order: DateOrder| match end {
        WrittenDate::Numeric(date) => date.day(order).map(WrittenDate::Unit),
        end => Some(end),
    };
    let mut periods = Vec::new();
    let mut refused = None;
    for order in orders {
        if let Some((first, last)) = settled(first, order).zip(settled(last, order)) {
            match in_order(first, last, said, setting, body) {
                Ok(found) => periods.extend(found.iter().flat_map(FoundPeriods::periods)),
                Err(refusal) => refused = refused.or(Some(refusal)),
            }
        }
    }
    match (FoundPeriods::of("the day first, or the month first?", periods), refused) {
        (None, Some(refusal)) => Err(refusal),
        (None, None) => Err(Refusal::new(
            "its two ends do not both have the day first, or both the month first",
            "write both ends with the year first, as in 2019-04-01/2020-03-31",
        )),
        (found, _) => Ok(found),
    }
}

fn in_order(
    first: WrittenDate,
    last: WrittenDate,
    said: bool,
    setting: &Setting,
    body: &[DatePiece],
) -> Answer {
    let text = || body.iter().map(DatePiece::text).collect::<Vec<_>>().join(" ");
    if first.borrows() && last.borrows() {
        return latest(first, last, setting);
    }
    // `2020 to 30 June` begins with a whole year, which lends itself to no day.
    let lone_day = matches!(last, WrittenDate::Day(_));
    let whole_year = matches!(first, WrittenDate::Unit(unit) if unit.grain() == Grain::Year);
    if last.borrows() && !lone_day && whole_year {
        return Err(Refusal::new(
            format!("`{}` starts with a whole year and does not say in which year it ends", text()),
            "write both ends in full, as in `1 January 2020 to 30 June 2020`",
        ));
    }
    // `30 June to 2020`, `April 2019 to 2020`: the last day of a year is meant by few.
    let is_finer = match first {
        WrittenDate::Unit(unit) => unit.grain() != Grain::Year,
        WrittenDate::Day(_) => false,
        _ => first.borrows(),
    };
    if is_finer && matches!(last, WrittenDate::Unit(unit) if unit.grain() == Grain::Year) {
        return Err(Refusal::new(
            format!("`{}` ends with a whole year and does not say when in it", text()),
            "write both ends in full, as in `1 January 2020 to 30 June 2020`",
        ));
    }
    let Some(end_unit) = end(last, Some(first), setting, false)? else { return Ok(None) };
    let Some(start) = end(first, Some(WrittenDate::Unit(end_unit)), setting, true)? else {
        return Ok(None);
    };
    // `June to June 2021` is thirteen months, not one.
    let same = (first.borrows() || last.borrows()) && start.span() == end_unit.span();
    if same || start.span().start > end_unit.span().end {
        let hint = match first.borrows() || last.borrows() {
            true => over_the_new_year(first, last, start, end_unit),
            false => format!("write {end_unit}/{start} if the two were swapped"),
        };
        let what = if same { "starts and ends with one date" } else { "ends before it starts" };
        return Err(Refusal::new(format!("`{}` {what}", text()), hint));
    }
    let Some(period) = Period::between(start, end_unit) else { return Ok(None) };
    let years = (start.grain(), end_unit.grain()) == (Grain::Year, Grain::Year);
    let consecutive = years && start.span().end.next() == end_unit.span().start;
    if consecutive && !said && setting.one_year() != Some(false) {
        let financial = setting.financial(start.span().start.year());
        if setting.one_year() == Some(true) {
            return Ok(financial.map(|one| FoundPeriods::One(one, None)));
        }
        let question = "one financial year, or two years?";
        return Ok(financial.map(|one| FoundPeriods::Many(question.into(), vec![one, period])));
    }
    Ok(Some(FoundPeriods::One(period, None)))
}

/// `November to February 2021`: what it would be with the new year between its ends.
fn over_the_new_year(first: WrittenDate, last: WrittenDate, start: Unit, end: Unit) -> String {
    let moved = |unit: Unit, years: i32| {
        let start = unit.span().start;
        let year = start.year() + years;
        match unit.grain() {
            Grain::Day => Unit::day(year, start.month(), start.day_of_month()),
            Grain::Quarter => Unit::quarter(year, start.month().div_ceil(3)),
            _ => Unit::month(year, start.month()),
        }
    };
    let meant = match (first.borrows(), last.borrows()) {
        (true, _) => moved(start, -1).and_then(|start| Period::between(start, end)),
        (_, true) => moved(end, 1).and_then(|end| Period::between(start, end)),
        _ => None,
    };
    let full = "write the year of both ends";
    meant.map_or(full.into(), |meant| format!("{full}, as in `{}`", period_in_words(meant)))
}

/// Both ends without a year: `April to September`.
fn latest(first: WrittenDate, last: WrittenDate, setting: &Setting) -> Answer {
    let Some(published) = setting.published else { return Err(undated()) };
    let spoken = published.span().end;
    for year in [spoken.year(), spoken.year() - 1] {
        let within = |year: i32| Unit::year(year).map(WrittenDate::Unit);
        let Some(end_unit) = end(last, within(year), setting, false)? else { return Ok(None) };
        let of_end = Some(WrittenDate::Unit(end_unit));
        let Some(mut start) = end(first, of_end, setting, true)? else { return Ok(None) };
        if start.span().start >= end_unit.span().start {
            let before = end(first, within(year - 1), setting, true)?;
            let Some(before) = before else { return Ok(None) };
            start = before;
        }
        let over = published.grain() == Grain::Year || end_unit.span().end <= spoken;
        if over {
            let note = Some(format!("counted from the date of the source, {published}"));
            return Ok(Period::between(start, end_unit).map(|both| FoundPeriods::One(both, note)));
        }
    }
    Ok(None)
}

impl WrittenDate {
    /// Is its year that of the other end?
    fn borrows(self) -> bool {
        matches!(
            self,
            WrittenDate::Quarter(_)
                | WrittenDate::Month(_)
                | WrittenDate::DayAndMonth(..)
                | WrittenDate::Day(_)
        )
    }
}

/// One end as a date of its own. A financial year gives its first or its last month.
fn end(
    point: WrittenDate,
    other: Option<WrittenDate>,
    setting: &Setting,
    first: bool,
) -> Result<Option<Unit>, Refusal> {
    let other = match other {
        Some(WrittenDate::Unit(unit)) => Some(unit),
        _ => None,
    };
    let year =
        other.map(|unit| if first { unit.span().end.year() } else { unit.span().start.year() });
    let day = |month: u32, day: u32| year.map(|year| existing(year, month, day)).transpose();
    match point {
        WrittenDate::Unit(unit) => Ok(Some(unit)),
        WrittenDate::Numeric(_) => Ok(None),
        WrittenDate::Financial(year) => {
            let period = setting.financial(year);
            Ok(period.map(|p| if first { p.first_unit() } else { p.last_unit() }))
        }
        WrittenDate::Month(month) => Ok(year.and_then(|year| Unit::month(year, month))),
        WrittenDate::Quarter(quarter) => Ok(year.and_then(|year| Unit::quarter(year, quarter))),
        WrittenDate::DayAndMonth(date, month) => day(month, date),
        WrittenDate::Day(date) => match other {
            Some(unit) if first && unit.grain() == Grain::Day => {
                day(unit.span().start.month(), date)
            }
            // `July 1-7, 2018` is put in order before; a lone day after a date is no end.
            _ => Ok(None),
        },
    }
}
