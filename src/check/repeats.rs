use crate::dataset::Dataset;
use crate::figure::{Figure, FigureKey, Quantity};
use crate::problem::{Problem, Rule};

use super::chain::{Chain, chain_from};

/// # repeats (error)
///
/// `repeats` names the figure that a later statement only says again, so that it is not taken for a
/// new count: a figure of the same series with the same number. No figure repeats itself, nor one
/// that its source was published before.
pub fn repeats(data: &Dataset) -> Vec<Problem> {
    let named = |(key, figure): (FigureKey, &Figure)| Some((key, figure.repeats?));
    data.figures().filter_map(named).filter_map(|(key, of)| judged(data, key, of)).collect()
}

fn judged(data: &Dataset, key: FigureKey, of: FigureKey) -> Option<Problem> {
    let (own, other) = (data.figure(key), data.figure(of));
    let told = |message: String, hint: String| {
        Some(Rule::Repeats.at(data.place_of_figure(key, "repeats"), message).hint(hint))
    };
    if key == of {
        let message = format!("`{}` is said to repeat itself", own.id);
        return told(message, "name the figure that was said before, or empty it".into());
    }
    if own.series != other.series {
        let [here, there] = [own, other].map(|figure| data.series(figure.series).id);
        let message =
            format!("`{}` is a figure of `{there}`, which one of `{here}` cannot repeat", other.id);
        return told(message, format!("name a figure of `{here}`, or leave it empty"));
    }
    if !is_same_number(own, other) {
        let said = |figure: &Figure| match figure.quantity() {
            Some(quantity) => quantity.to_string(),
            None => "no number".to_string(),
        };
        let message = format!(
            "`{}` says {} and `{}` {}, so this one does not repeat it",
            other.id,
            said(other),
            own.id,
            said(own)
        );
        return told(message, "name the figure with the same number, or leave it empty".into());
    }
    let published = |figure: &Figure| data.source(figure.source).published.map(|unit| unit.span());
    if let (Some(here), Some(there)) = (published(own), published(other))
        && here.end < there.start
    {
        let [here, there] = [own, other].map(|figure| data.source(figure.source).id);
        let message = format!(
            "`{there}`, the source of `{}`, was published after `{here}`, which cannot repeat it",
            other.id
        );
        let hint = format!("write `{}` into `repeats` of `{}` instead", own.id, other.id);
        return told(message, hint);
    }
    match chain_from(data, key, |figure| figure.repeats) {
        Chain::Circle(ids) => {
            let message = format!("the figures repeat each other in a circle: {ids}");
            told(message, "leave it empty at the one that was said first".into())
        }
        Chain::Ends => None,
    }
}

/// The same digits, however they are hedged: what was about 400 is soon told as over 400.
fn is_same_number(own: &Figure, other: &Figure) -> bool {
    let numbers = |figure: &Figure| match figure.quantity()? {
        Quantity::Range { low, high } => Some((None, Some((*low, *high)))),
        Quantity::Interval(one) => Some((Some(one.value), Some((one.low, one.high)))),
        one => Some((one.value(), None)),
    };
    matches!((numbers(own), numbers(other)), (Some(one), Some(other)) if one == other)
}
