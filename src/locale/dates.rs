//! Dates and periods as people say them: `6 September 2018`, `September 2018`, `2009/10`.

use super::phrases::Dates;
use super::{EN_GB, Language};
use crate::figure::{Day, Frequency, Grain, Naming, Period, Sequence, Span, Unit, Years};

impl Language {
    /// `June`; the number counts from 1.
    pub fn month(&self, number: u32) -> &'static str {
        self.months[(number as usize + 11) % 12]
    }

    /// `Jun`.
    pub fn short_month(&self, number: u32) -> &'static str {
        self.short_months[(number as usize + 11) % 12]
    }

    /// `7 Oct 2013`.
    pub fn short_day(&self, day: Day) -> String {
        self.dates.day(day.day_of_month(), self.short_month(day.month()), day.year())
    }

    /// `7 Oct`.
    pub fn day_and_month(&self, day: Day) -> String {
        self.dates.day_and_month(day.day_of_month(), self.short_month(day.month()))
    }

    /// `Oct 2013`.
    pub fn short_month_and_year(&self, day: Day) -> String {
        self.dates.month(self.short_month(day.month()), day.year())
    }

    /// `30 June 2021`.
    pub fn day(&self, day: Day) -> String {
        self.dates.day(day.day_of_month(), self.month(day.month()), day.year())
    }

    /// `June 2021`.
    fn month_and_year(&self, day: Day) -> String {
        self.dates.month(self.month(day.month()), day.year())
    }

    /// `Q2 2018`, of the quarter in which the day lies.
    pub fn quarter(&self, start: Day) -> String {
        self.dates.quarter(start.month().div_ceil(3), start.year())
    }

    /// One date as precisely as it is written.
    pub fn date(&self, unit: Unit) -> String {
        let start = unit.span().start;
        match unit.grain() {
            Grain::Year => start.year().to_string(),
            Grain::Quarter => self.quarter(start),
            Grain::Month => self.month_and_year(start),
            Grain::Day => self.day(start),
        }
    }

    /// One date, with a short name of the month: `Dec 2014`, `7 Oct 2013`.
    pub fn short_date(&self, date: Unit) -> String {
        let start = date.span().start;
        match date.grain() {
            Grain::Month => self.short_month_and_year(start),
            Grain::Day if date.is_approximate() => self.short_month_and_year(start),
            Grain::Day => self.short_day(start),
            _ => self.date(date),
        }
    }

    /// When an event happened, or the first and the last date of one that lasted: `Dec 2014`,
    /// `23 Mar to 4 Jul 2020`, `Apr 2019 to Mar 2020`.
    pub fn short_dates(&self, period: Period) -> String {
        let (first, last) = (period.first_unit(), period.last_unit());
        let span = period.span();
        if !period.is_interval() {
            return self.short_date(first);
        }
        if period.frequency() == Frequency::MONTH {
            return self.short_month_and_year(span.start);
        }
        let to = self.short_date(last);
        let whole_day = |unit: Unit| unit.grain() == Grain::Day && !unit.is_approximate();
        let has_month = |unit: Unit| matches!(unit.grain(), Grain::Day | Grain::Month);
        let (start, end) = (first.span().start, last.span().start);
        let same_year = start.year() == end.year() && has_month(first) && has_month(last);
        let from = match same_year {
            true if whole_day(first) && whole_day(last) && start.month() == end.month() => {
                start.day_of_month().to_string()
            }
            true if whole_day(first) => self.day_and_month(start),
            true => self.short_month(start.month()).to_string(),
            false => self.short_date(first),
        };
        match self.short_date(first) == to {
            true => to,
            false => self.dates.from_to(from, to),
        }
    }

    /// When something was published: an approximate day is only as good as its month.
    pub fn published(&self, date: Unit) -> String {
        match date.grain() {
            Grain::Day if date.is_approximate() => self.month_and_year(date.span().start),
            _ => self.date(date),
        }
    }

    /// A period of a series: `2017`, `2009/10`, `September 2018`, `April to September 2020`. One of
    /// windows that overlap is called by its end, `three months to June 2022`, and a total that runs
    /// on by its first and last month.
    pub fn period(&self, period: Period, naming: impl Into<Naming>) -> String {
        let naming = naming.into();
        match naming.sequence {
            Sequence::Running(_) => self.run(period.span()),
            Sequence::Rolling { .. } => self.window(period.span()),
            _ if !period.is_interval() => self.date(period.first_unit()),
            _ => self.span(period.span(), naming.years),
        }
    }

    /// The first date against the last, as a change is said: `2012 to 2017`.
    pub fn from_to(&self, period: Period) -> String {
        self.dates.from_to(self.date(period.first_unit()), self.date(period.last_unit()))
    }

    fn span(&self, span: Span, years: Years) -> String {
        let (start, end) = (span.start, span.end);
        let same_year = start.year() == end.year();
        let dates = &self.dates;
        match Frequency::of(span) {
            Frequency::YEAR => start.year().to_string(),
            Frequency::QUARTER => self.quarter(start),
            Frequency::MONTH => self.month_and_year(start),
            Frequency::DAY => self.day(start),
            year if years.named(year).is_some() => self.financial_year(start.year()),
            Frequency::Months { months: 12, .. } | Frequency::Days { days: 7, .. } => {
                self.window(span)
            }
            Frequency::Months { months, .. } if months % 12 == 0 => {
                self.years_together(span, years).unwrap_or_else(|| self.run(span))
            }
            Frequency::Months { day: 1, .. } if same_year => {
                let [from, to] = [start, end].map(|day| self.month(day.month()));
                dates.months_of_year(from, to, end.year())
            }
            Frequency::Days { .. } if same_year && start.month() == end.month() => {
                let [from, to] = [start, end].map(Day::day_of_month);
                dates.days_of_month(from, to, self.month(end.month()), end.year())
            }
            _ => self.run(span),
        }
    }

    /// From its first month, year or day to its last.
    fn run(&self, span: Span) -> String {
        let [from, to] = [span.start, span.end].map(|day| self.end_of(span, day));
        if from == to { from } else { self.dates.from_to(from, to) }
    }

    /// `since April 2006`: of a total that runs on from the first day of this span.
    pub fn since(&self, span: Span) -> String {
        self.subtitle.since(self.end_of(span, span.start))
    }

    /// The first or last day of a span as precisely as the span is.
    fn end_of(&self, span: Span, day: Day) -> String {
        match Frequency::of(span).months() {
            Some(_) if whole_years(span) => day.year().to_string(),
            Some(_) => self.month_and_year(day),
            None => self.day(day),
        }
    }

    /// By its end: `year ending June 2022`, `three months to June 2022`, `week ending 8 March 2015`.
    fn window(&self, span: Span) -> String {
        let frequency = Frequency::of(span);
        let date = match frequency.months() {
            Some(_) => self.month_and_year(span.end),
            None => self.day(span.end),
        };
        match frequency {
            Frequency::Months { months: 12, .. } => self.dates.year_ending(date),
            Frequency::Days { days: 7, .. } => self.dates.week_ending(date),
            other => self.dates.length_to(self.length(other), date),
        }
    }

    /// `two years`, `three months`, `four weeks`.
    pub fn length(&self, frequency: Frequency) -> String {
        let (said, count): (fn(&_, String, usize) -> String, u32) = match frequency {
            Frequency::Months { months, .. } if months % 12 == 0 => (Dates::years, months / 12),
            Frequency::Months { months, .. } => (Dates::months, months),
            Frequency::Days { days, .. } if days % 7 == 0 => (Dates::weeks, days / 7),
            Frequency::Days { days, .. } => (Dates::days, days),
        };
        let word = self.small_numbers.get((count as usize).wrapping_sub(1));
        let number = word.map_or_else(|| count.to_string(), |word| word.to_string());
        said(&self.dates, number, count as usize)
    }

    /// Is it called by its end, as a year ending June and a week are?
    pub fn is_named_by_its_end(&self, period: Period, naming: Naming) -> bool {
        let frequency = period.frequency();
        match naming.sequence {
            Sequence::Rolling { .. } => true,
            Sequence::Running(_) => false,
            _ if frequency == Frequency::YEAR || naming.named(frequency).is_some() => false,
            _ => matches!(
                frequency,
                Frequency::Months { months: 12, .. } | Frequency::Days { days: 7, .. }
            ),
        }
    }

    /// Is it a run of months or of days, said by where it begins and ends?
    pub fn is_run(&self, period: Period, naming: Naming) -> bool {
        let frequency = period.frequency();
        let dates = [Frequency::YEAR, Frequency::QUARTER, Frequency::MONTH, Frequency::DAY];
        let named = dates.contains(&frequency) || naming.named(frequency).is_some();
        let running = matches!(naming.sequence, Sequence::Running(_));
        (!named || running) && !self.is_named_by_its_end(period, naming)
    }

    /// The days from the first to the last period: `2012 to 2017`, `April 2018 to March 2020`. Of a
    /// run of months, and of what is called by its end, only the outer end is told; of windows its
    /// month.
    pub fn first_to_last(&self, first: Period, last: Period, naming: Naming) -> String {
        let windows = matches!(naming.sequence, Sequence::Rolling { .. });
        let end = |period: Period, day: Day| {
            let span = period.span();
            match Frequency::of(span).months() {
                _ if !self.is_run(period, naming) && !self.is_named_by_its_end(period, naming) => {
                    self.period(period, naming)
                }
                Some(_) if windows => self.month_and_year(day),
                _ => self.end_of(span, day),
            }
        };
        match (self.period(first, naming), self.period(last, naming)) {
            (one, other) if one == other => one,
            _ => self.dates.from_to(end(first, first.span().start), end(last, last.span().end)),
        }
    }

    /// `2009/10`, and `1999/2000` where the century turns.
    pub fn financial_year(&self, start: i32) -> String {
        let after = start + 1;
        let short = if after % 100 == 0 { after } else { after % 100 };
        self.dates.financial_year(start, format!("{short:02}"))
    }

    /// `09/10`.
    pub fn short_financial_year(&self, start: i32) -> String {
        let short = |year: i32| format!("{:02}", year.rem_euclid(100));
        self.dates.financial_year(short(start), short(start + 1))
    }
}

/// From a first of January to the last day of a December.
fn whole_years(span: Span) -> bool {
    span.start.month() == 1 && span.end.month() == 12
}

/// The month that `june`, `Jun` or `sept` is, as people write it in English.
pub fn month_named(word: &str) -> Option<u32> {
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    let names = (1..).zip(EN_GB.months);
    let mut found = names.filter(|(_, name)| is(name) || is(&name[..3]));
    found.next().map(|(number, _)| number).or_else(|| is("sept").then_some(9))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_said_as_people_say_them() {
        for (written, said) in [
            ("2017", "2017"),
            ("2017-Q2", "Q2 2017"),
            ("2018-09~", "September 2018"),
            ("2021-06-30", "30 June 2021"),
            ("2009-04/2010-03", "2009/10"),
            ("1999-04/2000-03", "1999/2000"),
            ("2009-10-01/2009-10-31", "October 2009"),
            ("2020-04/2020-09", "April to September 2020"),
            ("2013-12/2014-11", "year ending November 2014"),
            ("2021-07/2022-06", "year ending June 2022"),
            ("2018-09/2019-08", "year ending August 2019"),
            ("2018-04-06/2019-04-05", "year ending 5 April 2019"),
            ("2020-01/2020-06", "January to June 2020"),
            ("2020-10/2021-03", "October 2020 to March 2021"),
            ("2018/2019", "2018 and 2019"),
            ("2015/2019", "2015 to 2019"),
            ("2018-04/2020-03", "2018/19 and 2019/20"),
            ("2015-04/2020-03", "2015/16 to 2019/20"),
            ("2018-09/2020-08", "September 2018 to August 2020"),
            ("2012/2017", "2012 to 2017"),
            ("2015-03-02/2015-03-08", "week ending 8 March 2015"),
            ("2020-01-04/2020-01-10", "week ending 10 January 2020"),
            ("2015-03-02/2015-03-15", "2 to 15 March 2015"),
            ("2015-03-30/2015-04-12", "30 March 2015 to 12 April 2015"),
        ] {
            assert_eq!(
                EN_GB.period(Period::parse(written).unwrap(), Years::of_project(4)),
                said,
                "{written}"
            );
        }
    }

    #[test]
    fn what_lasts_says_both_dates_in_short() {
        for (written, said) in [
            ("2014-12", "Dec 2014"),
            ("2009-10", "Oct 2009"),
            ("2020-03-23/2020-07-04", "23 Mar to 4 Jul 2020"),
            ("2020-03-23/2020-03-30", "23 to 30 Mar 2020"),
            ("2020-03-01/2020-03-31", "Mar 2020"),
            ("2020-12-20/2021-01-04", "20 Dec 2020 to 4 Jan 2021"),
            ("2020-03/2020-07", "Mar to Jul 2020"),
            ("2019-04/2020-03", "Apr 2019 to Mar 2020"),
            ("2009-10/2010-10", "Oct 2009 to Oct 2010"),
            ("2019/2021", "2019 to 2021"),
            ("2019/2021-06", "2019 to Jun 2021"),
            ("2019-Q1/2019-Q3", "Q1 2019 to Q3 2019"),
            ("2020-03-23/2020-07", "23 Mar to Jul 2020"),
            ("2020-03-23~/2020-07-04", "Mar to 4 Jul 2020"),
            ("2020-03-02~/2020-03-28~", "Mar 2020"),
            ("2019~/2021", "2019 to 2021"),
        ] {
            assert_eq!(EN_GB.short_dates(Period::parse_date(written).unwrap()), said, "{written}");
        }
    }

    #[test]
    fn an_approximate_day_is_said_as_its_month() {
        for (written, said, short) in [
            ("2018-09-03", "3 September 2018", "3 Sep 2018"),
            ("2018-09-03~", "September 2018", "Sep 2018"),
            ("2018~", "2018", "2018"),
            ("2014-12", "December 2014", "Dec 2014"),
        ] {
            let unit = Unit::parse(written).unwrap();
            assert_eq!(
                (EN_GB.published(unit), EN_GB.short_date(unit)),
                (said.into(), short.into())
            );
        }
    }
}
