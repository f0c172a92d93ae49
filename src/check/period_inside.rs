use crate::dataset::{Dataset, Observation};
use crate::figure::nesting::nested;
use crate::figure::{Sequence, SeriesKey, Span, Tie};
use crate::problem::{Problem, Rule};

/// # period-inside (advice)
///
/// A level is of one date. Where a stock has a figure for 2020 and another for 31 March 2020, both
/// stay, but nobody knows which day the first is of; and where they differ, one of them may be wrong.
/// The day of the first ends that, and so does a note that says why they differ. Superseded figures do
/// not count, nor do levels that all run on from one day.
pub fn period_inside(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for series in (0..data.series.len() as u32).map(SeriesKey) {
        if data.series(series).nature.tie() != Tie::Date {
            continue;
        }
        let all = data.observations_of(series).iter();
        let all: Vec<&Observation> =
            all.filter(|one| data.figure(one.preferred).quantity().is_some()).collect();
        let spans: Vec<Span> = all.iter().map(|one| one.period.span()).collect();
        if matches!(Sequence::of(&spans), Sequence::Running(_)) {
            continue;
        }
        let pairs = nested(&spans).into_iter().map(|(outer, inner)| (all[outer], all[inner]));
        let differ = pairs.filter(|(outer, inner)| data.differ(outer.preferred, inner.preferred));
        let differ: Vec<(&Observation, &Observation)> = differ.collect();
        for of_one in differ.chunk_by(|one, next| std::ptr::eq(one.0, next.0)) {
            problems.extend(advice(data, of_one));
        }
    }
    problems
}

/// What to say of a period and of those within it that differ from it.
fn advice(data: &Dataset, pairs: &[(&Observation, &Observation)]) -> Option<Problem> {
    let (outer, inner) = *pairs.first()?;
    let [long, short] = [outer, inner].map(|one| data.figure(one.preferred));
    if !long.note.is_empty() {
        return None;
    }
    let more = match pairs.len() - 1 {
        0 => String::new(),
        more => format!(" (and {more} more within it)"),
    };
    let message = format!(
        "{} holds {} of `{}`, and their levels differ: {} and {}{more}",
        long.period,
        short.period,
        short.id,
        long.quantity()?,
        short.quantity()?
    );
    let hint = format!(
        "write the day that the level of {} is of, or say in its note why they differ",
        long.period
    );
    Some(Rule::PeriodInside.at(data.place_of_figure(outer.preferred, "period"), message).hint(hint))
}
