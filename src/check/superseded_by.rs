use crate::dataset::Dataset;
use crate::figure::{Figure, FigureKey, Rank};
use crate::problem::{Problem, Rule};

use super::chain::{Chain, chain_from};

/// # superseded-by (error)
///
/// `superseded_by` names the figure that took the place of a superseded one: another figure of the
/// same series. It is of the same period, unless the note of the superseded one says why it is not,
/// as of a part-year that the year covers. It stands only beside the rank `superseded`, and followed
/// from figure to figure it ends at one that stands.
pub fn superseded_by(data: &Dataset) -> Vec<Problem> {
    let named = |(key, figure): (FigureKey, &Figure)| Some((key, figure.superseded_by?));
    data.figures().filter_map(named).filter_map(|(key, by)| judged(data, key, by)).collect()
}

fn judged(data: &Dataset, key: FigureKey, by: FigureKey) -> Option<Problem> {
    let (own, other) = (data.figure(key), data.figure(by));
    let told = |column: &str, message: String, hint: String| {
        Some(Rule::SupersededBy.at(data.place_of_figure(key, column), message).hint(hint))
    };
    if by == key {
        let message = format!("`{}` is said to have taken its own place", own.id);
        return told("superseded_by", message, "name the figure that did, or empty it".into());
    }
    if own.rank != Rank::Superseded {
        let message = format!(
            "`{}` is said to be superseded by `{}`, and its rank does not say so",
            own.id, other.id
        );
        let hint = "write the rank `superseded`, or empty superseded_by";
        return told("rank", message, hint.into());
    }
    if own.series != other.series {
        let [here, there] = [own, other].map(|figure| data.series(figure.series).id);
        let message = format!(
            "`{}` is a figure of `{there}`, and cannot take the place of one of `{here}`",
            other.id
        );
        let hint = format!("name a figure of `{here}`, or leave it empty");
        return told("superseded_by", message, hint);
    }
    if own.period.span() != other.period.span() && own.note.trim().is_empty() {
        let message = format!(
            "`{}` is of {}, not of {}, and no note says why it took the place of this one",
            other.id, other.period, own.period
        );
        let hint = "write the reason into the note, or name a figure of the same period";
        return told("superseded_by", message, hint.into());
    }
    match chain_from(data, key, |figure| figure.superseded_by) {
        Chain::Circle(ids) => {
            let message = format!("the figures supersede each other in a circle: {ids}");
            let hint = "empty superseded_by of the one that stands, and its rank";
            told("superseded_by", message, hint.into())
        }
        Chain::Ends => None,
    }
}
