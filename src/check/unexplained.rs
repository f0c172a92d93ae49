use crate::dataset::Dataset;
use crate::figure::Rank;
use crate::problem::{Problem, Rule};

/// # unexplained-rank (advice)
///
/// A superseded figure is drawn nowhere, so that a number that somebody published is gone from the
/// charts. Its note says why: that its source withdrew or corrected it, or that it is of part of
/// the period.
pub fn superseded(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        if figure.rank != Rank::Superseded || !figure.note.is_empty() || !data.has_row(key) {
            continue;
        }
        let message =
            format!("`{}` is superseded, and nothing says why it is not drawn", figure.id);
        let hint = "say in the note who withdrew or corrected it, or what is wrong with it; leave \
                    the rank empty if nothing is";
        problems
            .push(Rule::UnexplainedRank.at(data.place_of_figure(key, "rank"), message).hint(hint));
    }
    problems
}

/// # unexplained-break (advice)
///
/// Where a series breaks, a chart says why, in the words of the note on the row with the status b.
pub fn breaks(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let told = !figure.note.is_empty() || figure.rank == Rank::Superseded;
        if !figure.status.is_break() || told || !data.has_row(key) {
            continue;
        }
        let message = format!("a break lies before `{}`, and nothing says what changed", figure.id);
        let hint = "say in the note what is counted otherwise from there on";
        problems.push(
            Rule::UnexplainedBreak.at(data.place_of_figure(key, "status"), message).hint(hint),
        );
    }
    problems
}
