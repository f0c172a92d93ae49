use crate::dataset::{Dataset, Observation};
use crate::figure::{Frequency, SeriesKey, Tie};
use crate::problem::{Problem, Rule};

/// # month-among-years (advice)
///
/// What is counted over years has no month beside them that lies in none of these years: written
/// as a month, 2011-12 would be December 2011, and may mean the year 2011/12. A month within one of
/// the years is told by `overlap`. A note on the row answers it.
pub fn month_among_years(data: &Dataset) -> Vec<Problem> {
    let all = (0..data.series.len() as u32).map(SeriesKey);
    let counts = all.filter(|key| data.series(*key).nature.tie() == Tie::Sum);
    counts.flat_map(|key| lone_months(data, data.observations_of(key))).collect()
}

fn lone_months(data: &Dataset, observations: &[Observation]) -> Vec<Problem> {
    let is_month = |one: &&Observation| one.period.frequency() == Frequency::MONTH;
    // Of a series of months no more than this is looked at.
    let lone: Vec<&Observation> = observations.iter().filter(is_month).take(MOST + 1).collect();
    if !(1..=MOST).contains(&lone.len()) || lone.len() > 1 && !lone.iter().all(reads_as_year) {
        return Vec::new();
    }
    let years: Vec<&Observation> = observations.iter().filter(|one| !is_month(one)).collect();
    let is_year = |one: &&Observation| one.period.span().whole_months() == Some(12);
    if years.len() < 2 || !years.iter().all(is_year) {
        return Vec::new();
    }
    let starts = years[0].period.span().start;
    let outside = |month: &&Observation| {
        years.iter().all(|year| !year.period.span().contains(month.period.span()))
    };
    let problem = |month: &Observation| {
        let figure = data.figure(month.preferred);
        if !figure.note.is_empty() || !data.has_row(month.preferred) {
            return None;
        }
        let start = month.period.span().start;
        let year = start.year();
        let meant = match reads_as_year(&month) && starts.month() > 1 {
            true => {
                format!("{year:04}-{:02}/{:04}-{:02}", starts.month(), year + 1, starts.month() - 1)
            }
            false => format!("the year that the count is of, as in {}", years[0].period),
        };
        let message = format!(
            "{} is one month, and the other figures of `{}` are of years",
            month.period,
            data.series(figure.series).id
        );
        let hint = format!(
            "write {meant}; if it is of the month, give it a series of its own, or say so in the note of the row"
        );
        Some(
            Rule::MonthAmongYears
                .at(data.place_of_figure(month.preferred, "period"), message)
                .hint(hint),
        )
    };
    lone.into_iter().filter(outside).filter_map(problem).collect()
}

/// Only the months 2009-10, 2010-11 and 2011-12 read as years, of one century.
const MOST: usize = 3;

/// Are its digits those of a year and the next, as 2011-12?
fn reads_as_year(month: &&Observation) -> bool {
    let start = month.period.span().start;
    u32::try_from((start.year() + 1) % 100) == Ok(start.month())
}
