//! Periods counted from the day the source spoke: `last year`, `nine years ago`, `last month`.

use super::Refusal;
use super::calendar::{DatePiece, day_unit, days_after, month_after};
use super::dates::{existing, year};
use super::setting::{FoundPeriods, Setting};
use crate::figure::{Grain, Period, Unit};

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
            spoken.financial_year(0).map(Some)
        }
        [Word("last" | "previous"), Word("month")] => spoken.month(1).map(Some),
        [Word("this" | "current"), Word("month")] => spoken.month(0).map(Some),
        [Word("last" | "previous"), Word("quarter")] => spoken.last_quarter().map(Some),
        [Word("last" | "this" | "previous"), Word("week")] => Err(spoken.week()),
        [Word("yesterday")] => spoken.days_ago(1).map(Some),
        [Word("today" | "now" | "currently" | "present")] => Ok(Some(spoken.itself())),
        [Number(count, _), Word(unit), Word("ago")] => spoken.ago(*count, unit),
        [Word("past"), Word("year")] => spoken.last_months(12).map(Some),
        [Word("last" | "past" | "previous"), Number(count, _), Word("months" | "month")] => {
            spoken.last_months(*count).map(Some)
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

struct Spoken<'s> {
    published: Unit,
    setting: &'s Setting,
}

impl Spoken<'_> {
    fn year(&self) -> i32 {
        self.published.span().start.year()
    }

    fn years_back(&self, years: u32) -> Option<Unit> {
        i32::try_from(years).ok().and_then(|years| Unit::year(self.year() - years))
    }

    /// Approximate where the date of the source is, and no coarser than the answer.
    fn as_sure(&self, unit: Unit) -> Unit {
        let vague = self.published.is_approximate() && unit.grain() <= self.published.grain();
        if vague { unit.approximately() } else { unit }
    }

    fn found(&self, unit: Option<Unit>) -> Result<FoundPeriods, Refusal> {
        let unit = unit.ok_or_else(outside)?;
        Ok(FoundPeriods::One(Period::of(self.as_sure(unit)), Some(self.note())))
    }

    fn note(&self) -> String {
        format!("counted from the date of the source, {}", self.published)
    }

    /// The month in which the source was published, if its date says so.
    fn month_published(&self) -> Result<Unit, Refusal> {
        let start = self.published.span().start;
        match self.published.grain() {
            Grain::Day | Grain::Month => {
                Unit::month(start.year(), start.month()).ok_or_else(outside)
            }
            Grain::Quarter | Grain::Year => Err(Refusal::new(
                format!("the date of the source, {}, does not say in which month", self.published),
                "write the period itself, as in 2021-06",
            )),
        }
    }

    fn last_year(&self) -> Result<FoundPeriods, Refusal> {
        let calendar = self.years_back(1);
        if self.setting.financial_years != Some(true) {
            return self.found(calendar);
        }
        let calendar = calendar.map(|unit| Period::of(self.as_sure(unit))).ok_or_else(outside)?;
        match self.financial_year(1) {
            Ok(FoundPeriods::One(financial, _)) => Ok(FoundPeriods::Many(
                "the calendar year, or the financial year?".into(),
                vec![financial, calendar],
            )),
            _ => Ok(FoundPeriods::One(calendar, Some(self.note()))),
        }
    }

    /// A year that is not over is no year yet.
    fn this_year(&self) -> Result<FoundPeriods, Refusal> {
        let whole = Unit::year(self.year()).ok_or_else(outside)?;
        if self.published.grain() == Grain::Year || self.published.span().start.month() == 12 {
            return self.found(Some(whole));
        }
        let mut periods = vec![Period::of(whole), self.so_far()?];
        if self.setting.financial_years == Some(true)
            && let FoundPeriods::One(financial, _) = self.financial_year(0)?
        {
            periods.insert(0, financial);
        }
        Ok(FoundPeriods::Many("the whole year, or the year so far?".into(), periods))
    }

    fn year_to_date(&self) -> Result<FoundPeriods, Refusal> {
        self.month_published()?;
        Ok(FoundPeriods::One(self.so_far()?, Some(self.note())))
    }

    /// From January to the month of the source, that month not counted unless it is the first.
    fn so_far(&self) -> Result<Period, Refusal> {
        let first = Unit::month(self.year(), 1).ok_or_else(outside)?;
        let end = self.published.span().end;
        let last = Unit::month(end.year(), end.month()).ok_or_else(outside)?;
        let last = if last == first { Some(last) } else { month_after(last, -1) };
        let last = last.ok_or_else(outside)?.approximately();
        if last.span() == first.span() {
            return Ok(Period::of(last));
        }
        Period::between(first, last).ok_or_else(outside)
    }

    fn previous_year(&self) -> Result<FoundPeriods, Refusal> {
        let years = [self.years_back(1), self.years_back(2)];
        let years: Vec<Period> =
            years.into_iter().flatten().map(|unit| Period::of(self.as_sure(unit))).collect();
        if years.len() < 2 {
            return Err(outside());
        }
        let question = "the year before the source spoke, or the year before that?";
        Ok(FoundPeriods::Many(question.into(), years))
    }

    /// The financial year so many years before the current one.
    fn financial_year(&self, back: i32) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?.span().start.month();
        let started = if month >= self.setting.years.month() { 0 } else { 1 };
        let period = self.setting.financial(self.year() - started - back).ok_or_else(outside)?;
        Ok(FoundPeriods::One(period, Some(self.note())))
    }

    fn month(&self, back: i32) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?;
        self.found(month_after(month, -back))
    }

    fn last_quarter(&self) -> Result<FoundPeriods, Refusal> {
        let before = month_after(self.month_published()?, -3).ok_or_else(outside)?.span().start;
        self.found(Unit::quarter(before.year(), before.month().div_ceil(3)))
    }

    /// Weeks may start on Sunday or Monday, and reports run over.
    fn week(&self) -> Refusal {
        Refusal::new(
            "it does not say on which day the week starts",
            "write its days, as in 2018-08-27/2018-09-02",
        )
    }

    fn days_ago(&self, days: i32) -> Result<FoundPeriods, Refusal> {
        if self.published.grain() != Grain::Day {
            return Err(Refusal::new(
                format!("the date of the source, {}, does not say on which day", self.published),
                "write the day itself, as in 2021-06-30",
            ));
        }
        self.found(days_after(self.published.span().start, -days))
    }

    fn itself(&self) -> FoundPeriods {
        FoundPeriods::One(Period::of(self.published), Some(self.note()))
    }

    /// `nine years ago` is about then: nobody counts days.
    fn ago(&self, count: u32, unit: &str) -> Result<Option<FoundPeriods>, Refusal> {
        let back = i32::try_from(count).map_err(|_| outside())?;
        let date = match unit {
            "year" | "years" => self.years_back(count),
            "decade" | "decades" => count.checked_mul(10).and_then(|years| self.years_back(years)),
            "month" | "months" => month_after(self.month_published()?, -back),
            "day" | "days" => return self.days_ago(back).map(Some),
            "week" | "weeks" => return Err(self.week()),
            _ => return Ok(None),
        };
        let date = date.ok_or_else(outside)?.approximately();
        Ok(Some(FoundPeriods::One(Period::of(date), Some(self.note()))))
    }

    /// The whole months before the one in which the source was published.
    fn last_months(&self, count: u32) -> Result<FoundPeriods, Refusal> {
        let back = i32::try_from(count).ok().filter(|count| *count > 0).ok_or_else(outside)?;
        let published = self.month_published()?;
        let ends = (month_after(published, -back), month_after(published, -1));
        let (Some(first), Some(last)) = ends else { return Err(outside()) };
        let (first, last) = (first.approximately(), last.approximately());
        let period = if back == 1 { Some(Period::of(first)) } else { Period::between(first, last) };
        period.map(|period| FoundPeriods::One(period, Some(self.note()))).ok_or_else(outside)
    }

    /// `last June`: the one before the source, or that of last year.
    fn last_of_name(&self, month: u32) -> Result<FoundPeriods, Refusal> {
        let published = self.month_published()?.span().start.month();
        let this = Unit::month(self.year(), month);
        let last = Unit::month(self.year() - 1, month);
        if month >= published {
            return self.found(last);
        }
        let both: Vec<Period> = [this, last].into_iter().flatten().map(Period::of).collect();
        Ok(FoundPeriods::Many("the latest one, or the one of last year?".into(), both))
    }

    fn month_of_year(&self, month: u32, back: i32) -> Result<FoundPeriods, Refusal> {
        self.found(Unit::month(self.year() - back, month))
    }

    /// A month without a year: the latest that the source can speak of.
    fn latest_month(&self, month: u32) -> Result<FoundPeriods, Refusal> {
        let published = self.month_published()?.span().start.month();
        self.month_of_year(month, i32::from(month > published))
    }

    fn latest_day(&self, day: u32, month: u32) -> Result<FoundPeriods, Refusal> {
        let published = self.published.span().end;
        let this = Unit::day(self.year(), month, day).filter(|unit| unit.span().start <= published);
        let date = match this {
            Some(unit) => unit,
            None => existing(self.year() - 1, month, day)?,
        };
        self.found(day_unit(date.span().start))
    }
}

pub(super) fn undated() -> Refusal {
    Refusal::new(
        "it is counted from the date of the source, which is not known",
        "give the source its date in `published`, or write the period itself",
    )
}

fn outside() -> Refusal {
    Refusal::new("it lies outside the calendar", "write the period itself, as in 2017")
}
