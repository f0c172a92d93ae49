//! A cell of a table as a period: how it is read by itself, how long it is, and what it may stand for.

use std::borrow::Cow;

use sourceline::figure::{Frequency, Grain, Period, Unit};
use sourceline::reading::{self, Reading, Setting};
use sourceline::tables::foreign::in_english;

use super::evidence::{short_pair, short_year, three_numbers};
use super::options::DateKind;

/// A cell that says a period, or why it says none.
pub type PeriodCell = Result<Period, Box<str>>;

/// Does it look like a year, a quarter or a day as the files write them, as most cells of long
/// tables do?
pub fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    match bytes.len() {
        4 => bytes.iter().all(u8::is_ascii_digit),
        10 => bytes[4] == b'-' && bytes[7] == b'-',
        7 => bytes[4] == b'-' && bytes[5] == b'Q',
        _ => false,
    }
}

/// The period of a text by itself.
pub fn read(text: &str, setting: impl FnOnce() -> Setting) -> PeriodCell {
    if is_plain(text)
        && let Ok(period) = Period::parse(text)
    {
        return Ok(period);
    }
    let setting = setting();
    // A table is read long after its source spoke: but for the century of two digits nothing in
    // it is counted from that day.
    let short = short_year(&english(text)).is_some()
        || three_numbers(text).is_some()
        || short_pair(text).is_some();
    let published = setting.published.filter(|_| short);
    let read = |published| reading::period(&english(text), &Setting { published, ..setting });
    match read(published) {
        Reading::Understood(understood) => Ok(understood.value),
        other => {
            let some_day = setting.published.or(Unit::year(2000)).filter(|_| published.is_none());
            let counted = some_day
                .is_some_and(|day| !matches!(read(Some(day)), Reading::Refused(_)))
                && !matches!(read(None), Reading::Ambiguous(_));
            Err(match counted {
                true => format!(
                    "`{text}` says no year: --and names a column of months or quarters beside \
                     --period-column, the column of their years, or --period, the year of all"
                )
                .into(),
                false => other.to_string().into(),
            })
        }
    }
}

/// The period with its months in English.
pub fn english(text: &str) -> Cow<'_, str> {
    in_english(text).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The word of `--lengths` for a period of that length; `None` for any other length.
pub fn length_of(period: &Period) -> Option<&'static str> {
    if !period.is_interval() {
        return Some(match period.first_unit().grain() {
            Grain::Year => "years",
            Grain::Quarter => "quarters",
            Grain::Month => "months",
            Grain::Day => "days",
        });
    }
    match period.frequency() {
        Frequency::Months { months: 12, .. } => Some("years"),
        Frequency::Months { months: 3, .. } => Some("quarters"),
        Frequency::Months { months: 1, .. } => Some("months"),
        Frequency::Days { days: 7, .. } => Some("weeks"),
        Frequency::Days { days: 1, .. } => Some("days"),
        _ => None,
    }
}

/// What a date or a month stands for.
pub fn standing_for(period: Period, kind: DateKind) -> PeriodCell {
    let (start, end) = (period.span().start, period.span().end);
    let (year, month) = (end.year(), end.month());
    let is_edge = start.day_of_month() == 1 || end.next().day_of_month() == 1;
    let unit = match kind {
        DateKind::Months => Unit::month(year, month),
        DateKind::Quarters => Unit::quarter(year, month.div_ceil(3)),
        DateKind::Years | DateKind::Days => Unit::year(year),
        DateKind::YearsEnding => {
            let first = match month {
                12 => Unit::month(year, 1),
                month => Unit::month(year - 1, month + 1),
            };
            let whole = first.zip(Unit::month(year, month));
            let period = whole.and_then(|(first, last)| Period::between(first, last));
            return period.filter(|_| is_edge).ok_or_else(|| {
                format!("{start} is neither the first nor the last day of a month").into()
            });
        }
    };
    match unit.filter(|_| is_edge) {
        Some(unit) => Ok(Period::of(unit)),
        None => Err(format!("{start} is neither the first nor the last day of a month").into()),
    }
}
