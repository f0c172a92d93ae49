use crate::dataset::Dataset;
use crate::figure::{Frequency, SeriesKey, Span, Tie};
use crate::problem::{Problem, Rule};

/// # adjoining-changes (advice)
///
/// Changes that follow each other share an end: 2019/2020 and 2020/2021. Where each begins the day
/// after the one before, as financial years do, they are likely rates of change of these periods,
/// and not from the first month of each to its last.
pub fn adjoining_changes(data: &Dataset) -> Vec<Problem> {
    let all = (0..data.series.len() as u32).map(SeriesKey);
    let meant = all.filter_map(|key| {
        let series = data.series(key);
        if series.nature.tie() != Tie::Step {
            return None;
        }
        let observations = data.observations_of(key);
        let spans: Vec<Span> = observations.iter().map(|one| one.period.span()).collect();
        let adjoin = |pair: &[Span]| pair[0].end.next() == pair[1].start;
        if spans.len() < 2 || !spans.windows(2).all(adjoin) {
            return None;
        }
        Frequency::shared(spans)?;
        let period = observations[0].period;
        let message = format!(
            "each change of `{}` begins where the one before ends, and would be from {} to {} alone",
            series.id,
            period.first_unit(),
            period.last_unit()
        );
        let hint = "give the series the nature `growth`, and in the column `base` what it is \
                    compared with, as in `a year earlier`, if each is of its whole period";
        let place = data.place_of_figure(observations[0].preferred, "period");
        Some(Rule::AdjoiningChanges.at(place, message).hint(hint))
    });
    meant.collect()
}
