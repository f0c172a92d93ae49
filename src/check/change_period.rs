use crate::dataset::Dataset;
use crate::figure::{Tie, UnitForm};
use crate::problem::{Problem, Rule};

/// # change-period (error)
///
/// A change goes from the first to the last unit of its period, so that one year or one month is
/// none: nobody could tell what it is compared with. A rate of change that belongs to a period of
/// its own, as inflation does, is a growth.
pub fn change_period(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let series = data.series(figure.series);
        if series.nature.tie() != Tie::Step || figure.period.is_interval() {
            continue;
        }
        if UnitForm::of_percentages(&series.unit).is_none() {
            continue;
        }
        let message = format!(
            "`{}` is a change, and {} is no period from one date to another",
            series.id, figure.period
        );
        let hint = "write what is compared, as in 2012/2017; or, for a rate of change that belongs \
                    to the period, give the series the nature `growth`, and in the column `base` \
                    what it is compared with, as in `a year earlier`";
        let place = data.place_of_figure(key, "period");
        problems.push(Rule::ChangePeriod.at(place, message).hint(hint));
    }
    problems
}
