use crate::dataset::Dataset;
use crate::figure::{FigureKey, Rank};
use crate::problem::{Problem, Rule};

/// # two-preferred (error)
///
/// Of the figures for one series and period at most one may have the rank `preferred`: it is the
/// one that is drawn. Keep the rank at the figure to draw; what is wrong or corrected may be
/// `superseded`.
pub fn two_preferred(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for observation in data.observations() {
        if data.claims(observation).len() < 2 {
            continue;
        }
        let is_preferred = |key: &&FigureKey| data.figure(**key).rank == Rank::Preferred;
        // They come first, in order of preference; they are told in the order of the file.
        let mut ranked: Vec<FigureKey> =
            data.claims(observation).iter().take_while(is_preferred).copied().collect();
        if ranked.len() < 2 {
            continue;
        }
        ranked.sort();
        let first = data.figure(ranked[0]);
        for key in &ranked[1..] {
            let message = format!(
                "`{}` is preferred for {} already, and only one figure can be drawn",
                first.id, first.period
            );
            problems.push(
                Rule::TwoPreferred
                    .at(data.place_of_figure(*key, "rank"), message)
                    .hint("leave the rank empty in one of the two rows"),
            );
        }
    }
    problems
}
