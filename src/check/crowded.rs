use crate::dataset::Dataset;
use crate::problem::{Problem, Rule};

/// So many figures of one series and period are held against each other.
const MOST_FIGURES: usize = 1_000;

/// # too-many (error)
///
/// Of one series and period there are at most 1,000 figures: each is held against every other. Nobody
/// has met as many sources; more come from a column of periods that was lost.
pub fn crowded(data: &Dataset) -> Vec<Problem> {
    let crowded = data.observations().filter(|one| data.claims(one).len() > MOST_FIGURES);
    let told = crowded.map(|one| {
        let many = data.claims(one).len();
        let series = data.series(one.series).id;
        let message = format!(
            "`{series}` has {many} figures for {}, more than the {MOST_FIGURES} that are read",
            one.period
        );
        let last = data.claims(one).iter().max().copied().unwrap_or(one.preferred);
        let hint = "give each figure the period it is about";
        Rule::TooMany.at(data.place_of_figure(last, "period"), message).hint(hint)
    });
    told.collect()
}
