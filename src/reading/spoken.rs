//! What words counted from the date of the source mean on that date.

use chrono::Datelike;

use super::Refusal;
use super::calendar::{day_unit, days_after, month_after};
use super::dates::{existing, weekday_name};
use super::setting::{FoundPeriods, Setting};
use super::spans::whole_months;
use crate::figure::{Day, Grain, Nature, Period, Unit};

/// The date of the source, from which its words count.
pub(super) struct Spoken<'s> {
    pub published: Unit,
    pub setting: &'s Setting,
}

impl Spoken<'_> {
    fn year(&self) -> i32 {
        self.published.span().start.year()
    }

    fn years_back(&self, years: u32) -> Option<Unit> {
        i32::try_from(years).ok().and_then(|years| Unit::year(self.year() - years))
    }

    /// Approximate where the date of the source is, and no coarser than the answer; about a month
    /// is about a quarter as well, and nearly always in one year.
    fn as_sure(&self, unit: Unit) -> Unit {
        let as_fine = unit.grain() <= self.published.grain().max(Grain::Quarter);
        if self.published.is_approximate() && as_fine { unit.approximately() } else { unit }
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

    pub fn last_year(&self) -> Result<FoundPeriods, Refusal> {
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
    pub fn this_year(&self) -> Result<FoundPeriods, Refusal> {
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

    pub fn year_to_date(&self) -> Result<FoundPeriods, Refusal> {
        self.month_published()?;
        let calendar = self.so_far()?;
        if self.setting.financial_years != Some(false)
            && let FoundPeriods::One(financial, _) = self.financial_year_to_date()?
            && financial.span() != calendar.span()
        {
            let question = "the financial year so far, or the calendar year so far?";
            return Ok(FoundPeriods::Many(question.into(), vec![financial, calendar]));
        }
        Ok(FoundPeriods::One(calendar, Some(self.note())))
    }

    fn so_far(&self) -> Result<Period, Refusal> {
        self.since(Unit::month(self.year(), 1).ok_or_else(outside)?)
    }

    /// To the month of the source, that month not counted unless it is the first.
    fn since(&self, first: Unit) -> Result<Period, Refusal> {
        let end = self.published.span().end;
        let last = Unit::month(end.year(), end.month()).ok_or_else(outside)?;
        let last = if last == first { Some(last) } else { month_after(last, -1) };
        let last = last.ok_or_else(outside)?.approximately();
        if last.span() == first.span() {
            return Ok(Period::of(last));
        }
        Period::between(first, last).ok_or_else(outside)
    }

    pub fn previous_year(&self) -> Result<FoundPeriods, Refusal> {
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
    pub fn financial_year(&self, back: i32) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?.span().start.month();
        let started = if month >= self.setting.years.month() { 0 } else { 1 };
        let period = self.setting.financial(self.year() - started - back).ok_or_else(outside)?;
        Ok(FoundPeriods::One(period, Some(self.note())))
    }

    pub fn month(&self, back: i32) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?;
        self.found(month_after(month, -back))
    }

    pub fn last_quarter(&self) -> Result<FoundPeriods, Refusal> {
        let before = month_after(self.month_published()?, -3).ok_or_else(outside)?.span().start;
        self.found(Unit::quarter(before.year(), before.month().div_ceil(3)))
    }

    /// Over only if the source spoke on its last day.
    pub fn this_month(&self) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?;
        let whole = Period::of(self.as_sure(month));
        let end = self.published.span().end;
        if self.published.grain() != Grain::Day || end == month.span().end {
            return Ok(FoundPeriods::One(whole, Some(self.note())));
        }
        let first = day_unit(month.span().start).ok_or_else(outside)?;
        let so_far = Period::between(first, self.published.approximately()).ok_or_else(outside)?;
        let question = "the whole month, or the month so far?";
        FoundPeriods::of(question, vec![whole, so_far]).ok_or_else(outside)
    }

    pub fn this_quarter(&self) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?.span().start;
        let quarter = Unit::quarter(month.year(), month.month().div_ceil(3)).ok_or_else(outside)?;
        if self.published.span().end >= quarter.span().end {
            return self.found(Some(quarter));
        }
        let start = Unit::month(month.year(), 3 * month.month().div_ceil(3) - 2);
        let so_far = self.since(start.ok_or_else(outside)?)?;
        let question = "the whole quarter, or the quarter so far?";
        FoundPeriods::of(question, vec![Period::of(quarter), so_far]).ok_or_else(outside)
    }

    pub fn this_financial_year(&self) -> Result<FoundPeriods, Refusal> {
        let FoundPeriods::One(whole, _) = self.financial_year(0)? else { return Err(outside()) };
        if self.published.span().end.next() > whole.span().end {
            return Ok(FoundPeriods::One(whole, Some(self.note())));
        }
        let year = self.setting.years.word().word();
        let question = format!("the whole {year}, or the year so far?");
        let so_far = self.since(whole.first_unit())?;
        FoundPeriods::of(question, vec![whole, so_far]).ok_or_else(outside)
    }

    pub fn financial_year_to_date(&self) -> Result<FoundPeriods, Refusal> {
        let FoundPeriods::One(whole, _) = self.financial_year(0)? else { return Err(outside()) };
        Ok(FoundPeriods::One(self.since(whole.first_unit())?, Some(self.note())))
    }

    /// Weeks start on Monday or on Sunday, and a week is also any seven days.
    pub fn last_week(&self) -> Result<FoundPeriods, Refusal> {
        let day = self.day_published()?;
        let since = |first: u8| (day.number() - i32::from(first)).rem_euclid(7);
        let weeks = [-7 - since(1), -7 - since(0), -7].map(|from| self.days(from, from + 6));
        let question = "from Monday to Sunday, from Sunday to Saturday, or the seven days before?";
        FoundPeriods::of(question, weeks.into_iter().flatten().collect()).ok_or_else(outside)
    }

    pub fn this_week(&self) -> Result<FoundPeriods, Refusal> {
        let day = self.day_published()?;
        let since = |first: u8| (day.number() - i32::from(first)).rem_euclid(7);
        let so_far = self.days(-since(1), 0).filter(|_| since(1) < 6);
        let weeks = [-since(1), -since(0)].map(|from| self.days(from, from + 6));
        let question = "from Monday to Sunday, from Sunday to Saturday, or the week so far?";
        let all = weeks.into_iter().chain([so_far]).flatten().collect();
        FoundPeriods::of(question, all).ok_or_else(outside)
    }

    /// From so many days after the source to so many.
    fn days(&self, first: i32, last: i32) -> Option<Period> {
        let day = self.published.span().start;
        let (first, last) = (days_after(day, first)?, days_after(day, last)?);
        if first == last { Some(Period::of(first)) } else { Period::between(first, last) }
    }

    fn day_published(&self) -> Result<Day, Refusal> {
        match self.published.grain() {
            Grain::Day => Ok(self.published.span().start),
            _ => Err(Refusal::new(
                format!("the date of the source, {}, does not say on which day", self.published),
                "write the day itself, as in 2021-06-30",
            )),
        }
    }

    pub fn days_ago(&self, days: i32) -> Result<FoundPeriods, Refusal> {
        self.found(days_after(self.day_published()?, -days))
    }

    pub fn itself(&self) -> FoundPeriods {
        FoundPeriods::One(Period::of(self.published), Some(self.note()))
    }

    /// `nine years ago` is about then: nobody counts days.
    pub fn ago(&self, count: u32, unit: &str) -> Result<Option<FoundPeriods>, Refusal> {
        let back = i32::try_from(count).map_err(|_| outside())?;
        let date = match unit {
            "year" | "years" => self.years_back(count),
            "decade" | "decades" => count.checked_mul(10).and_then(|years| self.years_back(years)),
            "month" | "months" => month_after(self.month_published()?, -back),
            "day" | "days" => return self.days_ago(back).map(Some),
            "week" | "weeks" => return self.weeks_ago(back).map(Some),
            _ => return Ok(None),
        };
        let date = date.ok_or_else(outside)?.approximately();
        Ok(Some(FoundPeriods::One(Period::of(date), Some(self.note()))))
    }

    fn weeks_ago(&self, weeks: i32) -> Result<FoundPeriods, Refusal> {
        let day = self.day_published()?;
        let back = weeks.checked_mul(-7).ok_or_else(outside)?;
        let monday = back.checked_sub((day.number() - 1).rem_euclid(7)).ok_or_else(outside)?;
        let week = self.days(monday, monday + 6).ok_or_else(outside)?;
        let then = days_after(day, back).ok_or_else(outside)?.approximately();
        let question = "the week from Monday to Sunday, or about that day?";
        FoundPeriods::of(question, vec![week, Period::of(then)]).ok_or_else(outside)
    }

    /// Calendar years that are over, or months up to the source.
    pub fn last_years(&self, count: u32, decade: bool) -> Result<FoundPeriods, Refusal> {
        let years = self.years_back(count).zip(self.years_back(1));
        let years = years.and_then(|(first, last)| match first == last {
            true => Some(Period::of(last)),
            false => Period::between(first, last),
        });
        let years = years.ok_or_else(outside)?;
        let mut all = vec![years];
        if let Ok(months) = self.last_months(count.checked_mul(12).ok_or_else(outside)?) {
            all.extend(months.periods());
        }
        if decade {
            let tens = self.year() - self.year().rem_euclid(10) - 10;
            let both = Unit::year(tens).zip(Unit::year(tens + 9));
            all.extend(both.and_then(|(first, last)| Period::between(first, last)));
        }
        FoundPeriods::of("whole calendar years, or up to the source?", all).ok_or_else(outside)
    }

    pub fn last_quarters(&self, count: u32) -> Result<FoundPeriods, Refusal> {
        let month = self.month_published()?.span().start;
        let this = Unit::month(month.year(), 3 * month.month().div_ceil(3) - 2);
        let this = this.ok_or_else(outside)?;
        let months = i32::try_from(count).ok().and_then(|count| count.checked_mul(3));
        let first = months.filter(|months| *months > 0).and_then(|back| month_after(this, -back));
        let found = first.zip(month_after(this, -1));
        let period =
            found.and_then(|(first, last)| whole_months(first, last)).ok_or_else(outside)?;
        let (first, last) = (self.as_sure(period.first_unit()), self.as_sure(period.last_unit()));
        let both = if period.is_interval() {
            Period::between(first, last)
        } else {
            Some(Period::of(first))
        };
        Ok(FoundPeriods::One(both.ok_or_else(outside)?, Some(self.note())))
    }

    /// Up to the day of the source, or the day before.
    pub fn last_days(&self, count: u32) -> Result<FoundPeriods, Refusal> {
        self.day_published()?;
        let count = i32::try_from(count).ok().filter(|count| (2..4000).contains(count));
        let count = count.ok_or_else(outside)?;
        let both = [self.days(-count, -1), self.days(1 - count, 0)];
        let question = "up to the day before the source, or with its day?";
        FoundPeriods::of(question, both.into_iter().flatten().collect()).ok_or_else(outside)
    }

    /// The whole months before the one in which the source was published.
    pub fn last_months(&self, count: u32) -> Result<FoundPeriods, Refusal> {
        let back = i32::try_from(count).ok().filter(|count| *count > 0).ok_or_else(outside)?;
        let published = self.month_published()?;
        let ends = (month_after(published, -back), month_after(published, -1));
        let (Some(first), Some(last)) = ends else { return Err(outside()) };
        let (first, last) = (first.approximately(), last.approximately());
        let period = if back == 1 { Some(Period::of(first)) } else { Period::between(first, last) };
        period.map(|period| FoundPeriods::One(period, Some(self.note()))).ok_or_else(outside)
    }

    /// `last June`: the one before the source, or that of last year.
    pub fn last_of_name(&self, month: u32) -> Result<FoundPeriods, Refusal> {
        let published = self.month_published()?.span().start.month();
        let this = Unit::month(self.year(), month);
        let last = Unit::month(self.year() - 1, month);
        if month >= published {
            return self.found(last);
        }
        let both: Vec<Period> = [this, last].into_iter().flatten().map(Period::of).collect();
        Ok(FoundPeriods::Many("the latest one, or the one of last year?".into(), both))
    }

    pub fn month_of_year(&self, month: u32, back: i32) -> Result<FoundPeriods, Refusal> {
        self.found(Unit::month(self.year() - back, month))
    }

    /// A month without a year: the latest that the source can speak of.
    pub fn latest_month(&self, month: u32) -> Result<FoundPeriods, Refusal> {
        let this = self.month_published()?.span();
        let published = this.start.month();
        // A month that is not over is spoken of as well as the one a year before.
        let over = self.published.grain() == Grain::Day && self.published.span().end == this.end;
        if month == published && !over {
            let both = [self.year(), self.year() - 1].map(|year| Unit::month(year, month));
            let both = both.into_iter().flatten().map(|unit| Period::of(self.as_sure(unit)));
            let question = "the month in which the source spoke, or the one a year before?";
            return FoundPeriods::of(question, both.collect()).ok_or_else(outside);
        }
        self.month_of_year(month, i32::from(month > published))
    }

    pub fn latest_day(&self, day: u32, month: u32) -> Result<FoundPeriods, Refusal> {
        self.month_published()?;
        let published = self.published.span().end;
        let this = Unit::day(self.year(), month, day).filter(|unit| unit.span().start <= published);
        let date = match this {
            Some(unit) => unit,
            None => existing(self.year() - 1, month, day)?,
        };
        self.found(day_unit(date.span().start))
    }
}

impl Spoken<'_> {
    /// What is counted over days was not counted on the day on which it was said; an average holds about
    /// then.
    pub fn now(&self) -> Result<FoundPeriods, Refusal> {
        match self.setting.nature {
            Some(Nature::Rate) => {
                let month = self.month_published()?.approximately();
                Ok(FoundPeriods::One(Period::of(month), Some(self.note())))
            }
            Some(Nature::Flow | Nature::Net) => {
                let year =
                    self.last_months(12).ok().and_then(|found| found.periods().first().copied());
                let hint = year.map_or("write the months".to_string(), |year| {
                    format!("write the months or days, as in {year} for the twelve months before")
                });
                Err(Refusal::new("a count is of a span of days, and this says none", hint))
            }
            _ => Ok(self.itself()),
        }
    }

    /// `Thursday, June 15`: the latest such day, if it was a Thursday.
    pub fn latest_on_weekday(
        &self,
        day: u32,
        month: u32,
        expected: u32,
    ) -> Result<FoundPeriods, Refusal> {
        let found = self.latest_day(day, month)?;
        let FoundPeriods::One(latest, _) = &found else { return Ok(found) };
        let is = latest.span().start.date().weekday();
        if is.num_days_from_monday() == expected {
            return Ok(found);
        }
        // The same day of the week comes again after eleven years at most.
        let other = (1..=11).find_map(|back| {
            let unit = Unit::day(latest.span().start.year() - back, month, day)?;
            let on = unit.span().start.date().weekday().num_days_from_monday();
            (on == expected).then_some(unit)
        });
        let hint = match other {
            Some(other) => {
                format!("write {latest} if that day is meant, or {other}, which was one")
            }
            None => format!("write {latest} if that day is meant"),
        };
        Err(Refusal::new(format!("{latest} was a {}", weekday_name(is)), hint))
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
