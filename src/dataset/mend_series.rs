//! What the other figures of a series say of a cell that alone may mean two things.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::figures::{HIGH, LOW, PERIOD, SERIES, VALUE};
use super::mended::Mend;
use super::scan::CellForm;
use super::table::{Table, inner};
use crate::figure::{Frequency, Period, PeriodError};

/// How the figures of each series are written.
#[derive(Default)]
pub struct SeriesHabits {
    of: BTreeMap<String, Habit>,
    /// The series whose numbers a program wrote as floats.
    floats: BTreeSet<String>,
}

#[derive(Default)]
struct Habit {
    periods: BTreeSet<String>,
    /// Is every period that can be read a month?
    months: bool,
    /// The month in which all its periods start, each of them twelve months.
    year_starts: Option<u32>,
}

impl SeriesHabits {
    /// Of a file of figures; of another there are none.
    pub fn of(table: &Table) -> SeriesHabits {
        let mut habits = SeriesHabits::default();
        if table.layout.file != super::data_file::DataFile::Figures {
            return habits;
        }
        let mut rows = table.rows();
        while let Some(row) = rows.read() {
            if !row.faults.is_empty() || row.cells.iter().any(|cell| cell.form == CellForm::Broken)
            {
                continue;
            }
            let says = |column: usize| {
                let cell = table.positions[column].and_then(|at| row.cells.get(at));
                let said = cell.map(|cell| cell.unescaped(table.raw(inner(*cell))).into_owned());
                said.map_or(String::new(), |said| said.trim().to_string())
            };
            let habit = habits.of.entry(says(SERIES)).or_default();
            habit.periods.insert(says(PERIOD));
        }
        habits.of.values_mut().for_each(Habit::settle);
        habits
    }

    pub fn with_floats(self, floats: &BTreeSet<String>) -> SeriesHabits {
        SeriesHabits { floats: floats.clone(), ..self }
    }

    /// The cell of a series as it should be, and what was done to it.
    pub fn mended(&self, series: &str, column: usize, text: &str) -> Option<(Mend, String)> {
        match column {
            VALUE | LOW | HIGH if self.floats.contains(series) => {
                let whole = text.strip_suffix(".0")?;
                let size = whole.strip_prefix('-').unwrap_or(whole);
                is_digits(size).then(|| (Mend::Float, whole.to_string()))
            }
            PERIOD => self.of.get(series)?.period(text),
            _ => None,
        }
    }
}

impl Habit {
    fn settle(&mut self) {
        let read: Vec<Period> =
            self.periods.iter().filter_map(|text| Period::parse(text).ok()).collect();
        self.months =
            !read.is_empty() && read.iter().all(|one| one.frequency() == Frequency::MONTH);
        let start = read.first().map(|one| one.span().start.month()).filter(|month| *month != 1);
        let alike = |one: &Period| {
            one.frequency().months() == Some(12) && Some(one.span().start.month()) == start
        };
        self.year_starts = start.filter(|_| read.iter().all(alike));
    }

    fn period(&self, text: &str) -> Option<(Mend, String)> {
        if let Some(year) = text.strip_suffix(".0") {
            let is_year = year.len() == 4 && is_digits(year) && Period::parse(year).is_ok();
            return is_year.then(|| (Mend::Float, year.to_string()));
        }
        let Err(PeriodError::YearOrMonth { month, .. }) = Period::parse(text) else { return None };
        let year: i32 = text.get(..4)?.parse().ok()?;
        if let Some(start) = self.year_starts {
            let whole =
                |year: i32| format!("{year:04}-{start:02}/{:04}-{:02}", year + 1, start - 1);
            let stands_beside =
                [year - 1, year + 1].iter().any(|one| self.periods.contains(&whole(*one)));
            return stands_beside.then(|| (Mend::FinancialYear, whole(year)));
        }
        // With a slash it may be the year that the months add up to.
        let number: i32 = text.get(4..)?.strip_prefix('-')?.parse().ok()?;
        let beside = [number - 1, number + 1].map(|number| match number {
            0 => format!("{:04}-12", year - 1),
            13 => format!("{:04}-01", year + 1),
            _ => format!("{year:04}-{number:02}"),
        });
        let stands_beside = beside.iter().any(|month| self.periods.contains(month));
        month.filter(|_| self.months && stands_beside).map(|month| (Mend::Month, month))
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::layout::FIGURES;
    use super::super::mend::mend;
    use super::*;

    fn mended(rows: &[(&str, &str, &str)]) -> Vec<(String, String)> {
        let mut text = "id,series,period,value,source\n".to_string();
        for (number, (series, period, value)) in rows.iter().enumerate() {
            text += &format!("f-{number},{series},{period},{value},s\n");
        }
        let floats = BTreeSet::from(["a".to_string()]);
        let mended =
            String::from_utf8(mend(&FIGURES, text.as_bytes(), &floats).text.into_owned()).unwrap();
        let cells = |line: &str| {
            let cells: Vec<&str> = line.split(',').collect();
            (cells[2].to_string(), cells[3].to_string())
        };
        mended.lines().skip(1).map(cells).collect()
    }

    fn values(rows: &[(&str, &str)]) -> Vec<String> {
        let rows: Vec<_> = rows.iter().map(|(series, value)| (*series, "2017", *value)).collect();
        mended(&rows).into_iter().map(|(_, value)| value).collect()
    }

    fn periods(periods: &[&str]) -> Vec<String> {
        let rows: Vec<_> = periods.iter().map(|period| ("a", *period, "1")).collect();
        mended(&rows).into_iter().map(|(period, _)| period).collect()
    }

    #[test]
    fn whole_numbers_that_a_program_wrote_as_floats_are_whole_again() {
        assert_eq!(values(&[("a", "82109.0"), ("a", "-5.0"), ("a", "7")]), ["82109", "-5", "7"]);
        // Of which series is settled by the rule that tells of them.
        assert_eq!(values(&[("a", "12.00"), ("a", "1.0.0")]), ["12.00", "1.0.0"]);
        assert_eq!(values(&[("b", "58.0"), ("b", "3.0")]), ["58.0", "3.0"]);
        assert_eq!(
            periods(&["2017.0", "2018", "12345.0", "2017.5"]),
            ["2017", "2018", "12345.0", "2017.5"]
        );
    }

    #[test]
    fn a_month_among_months_is_the_month() {
        let among = periods(&["2009-09", "2009-10", "2009-11"]);
        assert_eq!(among, ["2009-09", "2009-10-01/2009-10-31", "2009-11"]);
        assert_eq!(periods(&["2011-11", "2011-12"])[1], "2011-12-01/2011-12-31");
        assert_eq!(periods(&["2000-01", "1999-12", "2000-02"])[0], "2000-01-01/2000-01-31");
        let (month, plain) = (Period::parse(&among[1]).unwrap(), Period::parse(&among[0]).unwrap());
        assert_eq!(month.frequency(), plain.frequency());
        assert_eq!(month.frequency(), Frequency::MONTH);
    }

    #[test]
    fn a_year_among_financial_years_is_the_year() {
        let years = periods(&["2008-04/2009-03", "2009-10", "2010/11", "2011-04/2012-03"]);
        assert_eq!(years[1..3], ["2009-04/2010-03", "2010-04/2011-03"]);
        assert_eq!(periods(&["2020-04/2021-03", "2021-22"])[1], "2021-04/2022-03");
        assert_eq!(periods(&["2008-09/2009-08", "2009-10"])[1], "2009-09/2010-08");
    }

    #[test]
    fn what_stands_among_neither_or_both_stays() {
        for periods_ in [
            &["2009-10"][..],
            &["2008", "2009-10", "2010"],
            &["2009-01", "2009-10", "2010-12"],
            &["2009-09", "2009/10", "2009-11"],
            &["2009-09", "2009-10", "2010-04/2011-03"],
            &["2009-09", "2009-10", "2009"],
            &["2001-04/2002-03", "2009-10"],
            &["2008-09", "2009-10", "2010-11"],
        ] {
            assert_eq!(periods(periods_), periods_, "{periods_:?}");
        }
    }
}
