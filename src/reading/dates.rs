//! One date in the words of an article: `30 June 2021`, `Q3 2022`, `FY2009/10`, `1990`.

use chrono::Datelike;

use super::Refusal;
use super::calendar::{DatePiece, weekday};
use super::convention::DateOrder;
use super::setting::Setting;
use crate::figure::Unit;
use crate::locale;

use DatePiece::{Dash, Dot, Month, Number, Sign, Slash, Word};

/// A date as far as it was written: an end of a range may borrow its year from the other end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenDate {
    Unit(Unit),
    /// `03/04/2020`: the day or the month first.
    Numeric(NumericDate),
    /// A financial year by the year in which it starts.
    Financial(i32),
    Quarter(u32),
    Month(u32),
    DayAndMonth(u32, u32),
    Day(u32),
}

/// A year of four digits.
pub(super) fn year(piece: &DatePiece) -> Option<i32> {
    match piece {
        Number(year @ 1.., 4) => i32::try_from(*year).ok(),
        _ => None,
    }
}

/// A day of the month, in digits.
fn day(piece: &DatePiece) -> Option<u32> {
    match piece {
        Number(day @ 1..=31, 1..=2) => Some(*day),
        _ => None,
    }
}

/// The date that all the pieces make, if they make one.
pub(super) fn point(pieces: &[DatePiece]) -> Result<Option<WrittenDate>, Refusal> {
    if let [Word(name), date @ ..] = pieces
        && let Some(expected) = weekday(name)
    {
        return on_weekday(expected, date);
    }
    if let Some(found) = financial(pieces)? {
        return Ok(match found {
            Financial::Starting(year) => Some(WrittenDate::Financial(year)),
            // `FY2010` alone has two readings, and is nothing that an end of a range may be.
            Financial::Named(_) | Financial::Tax(_) | Financial::NamedTax(_) => None,
        });
    }
    if let Some(found) = numeric(pieces)? {
        return Ok(Some(found));
    }
    let number = |piece: &DatePiece| match piece {
        Number(number, _) => Some(*number),
        _ => None,
    };
    Ok(match pieces {
        [Number(..)] => match year(&pieces[0]) {
            Some(year) => Unit::year(year).map(WrittenDate::Unit),
            None => day(&pieces[0]).map(WrittenDate::Day),
        },
        [Month(month)] => Some(WrittenDate::Month(*month)),
        [Month(month), y] | [y, Month(month)] if year(y).is_some() => {
            year(y).and_then(|year| Unit::month(year, *month)).map(WrittenDate::Unit)
        }
        [d, Month(month)] | [Month(month), d] => {
            day(d).map(|day| WrittenDate::DayAndMonth(day, *month))
        }
        // `12-Mar 2020`: a dash between a day and its month.
        [d, Month(month), y] | [Month(month), d, y] | [d, Dash, Month(month), y]
            if year(d).is_none() =>
        {
            match (day(d), year(y)) {
                (Some(day), Some(year)) => Some(WrittenDate::Unit(existing(year, *month, day)?)),
                _ => None,
            }
        }
        [y, Month(month), d] => match (year(y), day(d)) {
            (Some(year), Some(day)) => Some(WrittenDate::Unit(existing(year, *month, day)?)),
            _ => None,
        },
        [y, Slash, m] | [m, Slash, y] if year(y).is_some() => {
            let month = number(m).filter(|_| day(m).is_some());
            year(y)
                .zip(month)
                .and_then(|(year, month)| Unit::month(year, month))
                .map(WrittenDate::Unit)
        }
        [y, Dash, m] | [m, Dash | Dot, y] if year(y).is_some() => {
            let month = number(m).filter(|_| day(m).is_some());
            year(y)
                .zip(month)
                .and_then(|(year, month)| Unit::month(year, month))
                .map(WrittenDate::Unit)
        }
        _ => match quarter(pieces) {
            Some((quarter, [])) => Some(WrittenDate::Quarter(quarter)),
            Some((quarter, [y])) => {
                year(y).and_then(|year| Unit::quarter(year, quarter)).map(WrittenDate::Unit)
            }
            _ => None,
        },
    })
}

/// The quarter, and what is left of the pieces before or after it: `Q3 2022`, `2022 Q3`, `third
/// quarter 2022`.
pub(super) fn quarter<'p, 't>(pieces: &'p [DatePiece<'t>]) -> Option<(u32, &'p [DatePiece<'t>])> {
    let (quarter, rest) = match pieces {
        [Word("q" | "qtr" | "quarter"), Number(quarter, 0 | 1), rest @ ..]
        | [rest @ .., Word("q" | "qtr" | "quarter"), Number(quarter, 0 | 1)]
        | [Number(quarter, 0 | 1), Word("q" | "quarter" | "qtr"), rest @ ..] => (*quarter, rest),
        [Word(ordinal), Word("quarter"), rest @ ..]
        | [rest @ .., Word(ordinal), Word("quarter")] => {
            let last = matches!(*ordinal, "last" | "final");
            (if last { 4 } else { super::number_words::ordinal(ordinal)? }, rest)
        }
        _ => return None,
    };
    let rest = match rest {
        [rest @ .., Dash | Slash | Sign(':')] | [Dash | Slash, rest @ ..] => rest,
        rest => rest,
    };
    (1..=4).contains(&quarter).then_some((quarter, rest))
}

fn on_weekday(expected: u32, date: &[DatePiece]) -> Result<Option<WrittenDate>, Refusal> {
    let found = point(date)?;
    if let Some(WrittenDate::Numeric(date)) = found {
        let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
        let on_it =
            |day: &Unit| day.span().start.date().weekday().num_days_from_monday() == expected;
        let days: Vec<Unit> =
            orders.into_iter().filter_map(|order| date.day(order)).filter(on_it).collect();
        return match days[..] {
            [day] => Ok(Some(WrittenDate::Unit(day))),
            [] => Err(Refusal::new(
                "the date was another day of the week",
                "check the date, and write it without the day of the week",
            )),
            _ => Ok(found),
        };
    }
    if let Some(WrittenDate::Unit(unit)) = found {
        let is = unit.span().start.date().weekday();
        if unit.span().days() == 1 && is.num_days_from_monday() != expected {
            return Err(Refusal::new(
                format!("{unit} was a {}", weekday_name(is)),
                "check the date, and write it without the day of the week",
            ));
        }
    }
    Ok(found)
}

pub(super) fn weekday_name(day: chrono::Weekday) -> &'static str {
    use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match day {
        Mon => "Monday",
        Tue => "Tuesday",
        Wed => "Wednesday",
        Thu => "Thursday",
        Fri => "Friday",
        Sat => "Saturday",
        Sun => "Sunday",
    }
}

/// The day of the calendar, or which day the month ends on.
pub(super) fn existing(year: i32, month: u32, day: u32) -> Result<Unit, Refusal> {
    Unit::day(year, month, day).ok_or_else(|| match Unit::month(year, month) {
        Some(whole) => Refusal::new(
            format!("there is no {day} {} {year:04}", locale::EN_GB.month(month)),
            format!("the last day of that month is {}", whole.span().end),
        ),
        None => Refusal::new(
            format!("there is no month {month}"),
            format!("months run from 01 to 12, as in {year:04}-12"),
        ),
    })
}

/// Three numbers with the year at one end: `30/06/2021`, `30.6.2021`, `2021/06/30`.
fn numeric(pieces: &[DatePiece]) -> Result<Option<WrittenDate>, Refusal> {
    let [a, mark, b, again, c] = pieces else { return Ok(None) };
    if mark != again || !matches!(mark, Slash | Dot | Dash) {
        return Ok(None);
    }
    let found = match (year(a), day(a), day(b), day(c), year(c)) {
        // After the year comes the month, everywhere.
        (Some(year), _, Some(month), Some(day), _) => {
            existing(year, month, day).map(WrittenDate::Unit)
        }
        (_, Some(first), Some(second), _, Some(year)) => {
            Ok(WrittenDate::Numeric(NumericDate { first, second, year }))
        }
        _ => return Ok(None),
    };
    found.map(Some)
}

/// Two numbers and a year after them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NumericDate {
    first: u32,
    second: u32,
    year: i32,
}

impl NumericDate {
    /// The day that it is with the day first or the month first.
    pub fn day(self, order: DateOrder) -> Option<Unit> {
        match order {
            DateOrder::DayFirst => Unit::day(self.year, self.second, self.first),
            DateOrder::MonthFirst => Unit::day(self.year, self.first, self.second),
        }
    }

    /// Every day that it can be in this column; at least one.
    pub fn days(self, setting: &Setting) -> Result<Vec<(DateOrder, Unit)>, Refusal> {
        let both = [DateOrder::DayFirst, DateOrder::MonthFirst];
        let days = both.into_iter().filter_map(|order| Some((order, self.day(order)?)));
        let days: Vec<(DateOrder, Unit)> = days.collect();
        let settled = setting.column.date_order;
        let allowed: Vec<_> = days
            .iter()
            .copied()
            .filter(|(order, _)| settled.is_none_or(|is| is == *order))
            .collect();
        match (settled, &days[..], &allowed[..]) {
            (_, _, [_, ..]) => Ok(allowed),
            (Some(order), [(_, day), ..], []) => Err(Refusal::new(
                format!("it cannot have {}, as the others have", order.words()),
                format!("write {day} if it is that day"),
            )),
            _ => existing(self.year, self.second, self.first).map(|day| vec![(both[0], day)]),
        }
    }
}

/// A financial year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Financial {
    Starting(i32),
    /// `FY2010`: some name it by the year it starts in, some by the year it ends in.
    Named(i32),
    /// The British tax year, from 6 April.
    Tax(i32),
    /// `tax year 2010`: likewise.
    NamedTax(i32),
}

/// `FY2009/10`, `financial year 2009 to 2010`, `2009/10 tax year`, and bare `2009/10` where it can
/// be the year after.
pub(super) fn financial(pieces: &[DatePiece]) -> Result<Option<Financial>, Refusal> {
    let (named, body) = match pieces {
        [Word("financial" | "fiscal"), Word("year" | "years"), body @ ..]
        | [body @ .., Word("financial" | "fiscal"), Word("year")]
        | [Word("fy" | "fiscal"), body @ ..]
        | [body @ .., Word("fy")] => (Some("financial"), body),
        [Word("tax"), Word("year"), body @ ..] | [body @ .., Word("tax"), Word("year")] => {
            (Some("tax"), body)
        }
        body => (None, body),
    };
    let starting = match body {
        [first, Slash | Dash | Word("to"), second] => years(first, second, named.is_some()),
        [only] if named.is_some() => {
            let year = year(only).or(match only {
                Number(short, 2) => i32::try_from(2000 + short).ok(),
                _ => None,
            });
            return Ok(year.map(|year| match named {
                Some("tax") => Financial::NamedTax(year),
                _ => Financial::Named(year),
            }));
        }
        _ => return Ok(None),
    };
    match (starting, named) {
        (Some((start, true)), Some("tax")) => Ok(Some(Financial::Tax(start))),
        (Some((start, true)), Some(_)) => Ok(Some(Financial::Starting(start))),
        (Some((start, true)), None) if !matches!(body, [_, _, Number(_, 4)]) => {
            Ok(Some(Financial::Starting(start)))
        }
        (Some((_, false)), Some(_)) => Err(Refusal::new(
            "the second year is not the one after the first",
            "write a single financial year as 2009/10, or several as 2009-04/2012-03",
        )),
        _ => Ok(None),
    }
}

/// The first of two years, and whether the second is the year after. `09/10` only where it is
/// called a financial year.
fn years(first: &DatePiece, second: &DatePiece, named: bool) -> Option<(i32, bool)> {
    let start = match first {
        Number(short, 2) if named => i32::try_from(2000 + short).ok()?,
        first => year(first)?,
    };
    let after = start + 1;
    match second {
        Number(short, 2) => Some((start, i32::try_from(*short).ok()? == after.rem_euclid(100))),
        second => Some((start, year(second)? == after)),
    }
}
