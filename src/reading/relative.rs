//! Periods counted from the day the source spoke: `last year`, `nine years ago`, `last month`.

use super::Refusal;
use super::calendar::DatePiece;
use super::dates::year;
use super::setting::{FoundPeriods, Setting};
use super::spoken::{Spoken, undated};
use crate::figure::YearWord;

use DatePiece::{Month, Number, Word};

/// What the pieces mean, said at the date of the source.
pub(super) fn relative(
    pieces: &[DatePiece],
    setting: &Setting,
) -> Result<Option<FoundPeriods>, Refusal> {
    // A year of its own, and nothing has to be counted.
    if !is_relative(pieces) || pieces.iter().any(|piece| year(piece).is_some()) {
        return Ok(None);
    }
    let published = setting.published.ok_or_else(undated)?;
    let spoken = Spoken { published, setting };
    match pieces {
        [Word("last"), Word("year")] => spoken.last_year().map(Some),
        [Word("this" | "current"), Word("year")] => spoken.this_year().map(Some),
        [Word("previous"), Word("year")]
        | [Word("year"), Word("before" | "earlier")]
        | [Number(1, 0), Word("year"), Word("before" | "earlier")] => {
            spoken.previous_year().map(Some)
        }
        [Word("year"), Word("to"), Word("date")]
        | [Word("so"), Word("far"), Word("this"), Word("year")]
        | [Word("this"), Word("year"), Word("so"), Word("far")] => spoken.year_to_date().map(Some),
        [Word("last" | "previous"), Word("financial" | "fiscal"), Word("year")] => {
            spoken.financial_year(1).map(Some)
        }
        [Word("this" | "current"), Word("financial" | "fiscal"), Word("year")] => {
            spoken.this_financial_year().map(Some)
        }
        [Word("financial" | "fiscal"), Word("year"), Word("to"), Word("date")] => {
            spoken.financial_year_to_date().map(Some)
        }
        [
            Word(which @ ("last" | "previous" | "this" | "current")),
            Word("academic" | "school"),
            Word("year"),
        ] => match (setting.years.word(), *which) {
            (YearWord::Academic, "last" | "previous") => spoken.financial_year(1).map(Some),
            (YearWord::Academic, _) => spoken.this_financial_year().map(Some),
            _ => Err(Refusal::new(
                "an academic year has no agreed first day",
                "write its months, as in 2009-09/2010-08",
            )),
        },
        [Word("last" | "previous"), Word("month")] => spoken.month(1).map(Some),
        [Word("this" | "current"), Word("month")] => spoken.this_month().map(Some),
        [Word("last" | "previous"), Word("quarter")] => spoken.last_quarter().map(Some),
        [Word("last" | "previous" | "past"), Word("week")] => spoken.last_week().map(Some),
        [Word("this" | "current"), Word("week")] => spoken.this_week().map(Some),
        [Word("this" | "current"), Word("quarter")] => spoken.this_quarter().map(Some),
        [Word("last" | "past" | "previous"), Word("decade")] => {
            spoken.last_years(10, true).map(Some)
        }
        [Word("yesterday")] => spoken.days_ago(1).map(Some),
        [Word("now" | "currently" | "present")] => spoken.now().map(Some),
        [Word("today")] => Ok(Some(spoken.itself())),
        [Number(count, _), Word(unit), Word("ago")] => spoken.ago(*count, unit),
        [Word("past"), Word("year")] => spoken.last_months(12).map(Some),
        [Word("last" | "past" | "previous"), Number(count, _), Word("months" | "month")] => {
            spoken.last_months(*count).map(Some)
        }
        [Word("last" | "past" | "previous"), Number(count, _), Word("years")] => {
            spoken.last_years(*count, false).map(Some)
        }
        [Word("last" | "past" | "previous"), Number(count, _), Word("quarters")] => {
            spoken.last_quarters(*count).map(Some)
        }
        [Word("last" | "past" | "previous"), Number(count, _), Word("weeks" | "days")] => {
            let weeks = matches!(pieces[2], Word("weeks"));
            spoken.last_days(count.saturating_mul(if weeks { 7 } else { 1 })).map(Some)
        }
        [Word("last"), Month(month)] => spoken.last_of_name(*month).map(Some),
        [Month(month), Word("last"), Word("year")] => spoken.month_of_year(*month, 1).map(Some),
        [Month(month), Word("this"), Word("year")] => spoken.month_of_year(*month, 0).map(Some),
        [Month(month)] => spoken.latest_month(*month).map(Some),
        [Number(day, 1..=2), Month(month)] | [Month(month), Number(day, 1..=2)] => {
            spoken.latest_day(*day, *month).map(Some)
        }
        _ => Ok(None),
    }
}

/// Whether the date of the source matters, so that it is missed only where it is needed.
fn is_relative(pieces: &[DatePiece]) -> bool {
    match pieces {
        [Month(_)] | [Month(_), Number(_, 1..=2)] | [Number(_, 1..=2), Month(_)] => true,
        pieces => pieces.iter().any(|piece| match piece {
            Word(word) => [
                "last",
                "this",
                "past",
                "previous",
                "current",
                "ago",
                "yesterday",
                "today",
                "now",
                "currently",
                "present",
                "earlier",
                "before",
                "date",
            ]
            .contains(word),
            _ => false,
        }),
    }
}
