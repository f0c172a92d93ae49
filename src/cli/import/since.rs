//! `--since`: from when on the numbers of a running total are counted.

use sourceline::figure::{Day, Period, Unit};

use super::options::ImportOptions;
use crate::cli::refusal::Unchanged;

/// From when on the numbers of a running total are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunningSince {
    /// From the first day of this date.
    Date(Unit),
    /// From the first day of the year of each.
    Year,
    /// Each is of its own period alone.
    Each,
}

impl RunningSince {
    /// What `--since` says.
    pub fn said(options: &ImportOptions) -> Result<Option<RunningSince>, Unchanged> {
        let Some(typed) = options.since.as_deref() else { return Ok(None) };
        let date = || Period::parse(typed).ok().filter(|period| !period.is_interval());
        match typed {
            "year" => Ok(Some(RunningSince::Year)),
            "each" => Ok(Some(RunningSince::Each)),
            _ => match date() {
                Some(period) => Ok(Some(RunningSince::Date(period.first_unit()))),
                None => Err(Unchanged::new(format!("--since {typed} is no date"))
                    .hint("write it as --since 2023-04-01; --since year for running totals that begin anew \
                           with each year, or --since each where each number is of its own period")),
            },
        }
    }

    /// The period from then to the end of another. `starts` is the month in which years do.
    pub fn until(self, period: Period, starts: u32) -> Result<Period, Box<str>> {
        let end = period.span().end;
        let start = match self {
            RunningSince::Each => return Ok(period),
            RunningSince::Date(unit) => unit.span().start,
            RunningSince::Year => {
                let year = end.year() - i32::from(end.month() < starts);
                Unit::month(year, starts).map_or(period.span().start, |unit| unit.span().start)
            }
        };
        if start > end {
            return Err(
                format!("{period} ends before {start}, from which on --since counts").into()
            );
        }
        let whole = start.day_of_month() == 1 && end.next().day_of_month() == 1;
        let of_month = |day: Day| Unit::month(day.year(), day.month());
        let of_day = |day: Day| Unit::day(day.year(), day.month(), day.day_of_month());
        let ends = match whole {
            true => of_month(start).zip(of_month(end)),
            false => of_day(start).zip(of_day(end)),
        };
        let running = match ends {
            Some((first, last)) if first == last => Some(Period::of(first)),
            Some(_) if start == period.span().start => Some(period),
            Some(_)
                if whole
                    && start.month() == 1
                    && end.month() == 12
                    && start.year() == end.year() =>
            {
                Unit::year(end.year()).map(Period::of)
            }
            Some((first, last)) => Period::between(first, last),
            None => None,
        };
        running.ok_or_else(|| format!("{period} cannot be counted from {start} on").into())
    }
}
