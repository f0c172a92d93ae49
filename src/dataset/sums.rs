//! What is added must be of one kind: one unit, one `per` and one place.

use super::Dataset;
use super::match_periods::Leaf;
use crate::figure::formula::{Formula, Operator};
use crate::figure::{Series, SeriesKey};

/// What a part of a formula is a number of.
#[derive(Clone, Copy)]
enum Kind {
    /// Of the things that a series counts.
    Of(SeriesKey),
    /// A number as written, or what was made by multiplying or dividing two things.
    Free,
}

/// What is wrong, and what to write, where a formula adds or subtracts different things.
pub fn different_things(
    data: &Dataset,
    formula: &Formula,
    leaves: &[Leaf],
) -> Option<(String, String)> {
    kind(data, formula, leaves).err()
}

fn kind(data: &Dataset, formula: &Formula, leaves: &[Leaf]) -> Result<Kind, (String, String)> {
    match formula {
        Formula::Number(_) => Ok(Kind::Free),
        Formula::Figure(text) => {
            let leaf = leaves.iter().find(|leaf| leaf.text == *text);
            Ok(leaf.map_or(Kind::Free, |leaf| Kind::Of(leaf.series)))
        }
        Formula::Negative(inner) => kind(data, inner, leaves),
        Formula::Binary(operator, left, right) => {
            let divided = matches!(operator, Operator::Over);
            let (left, right) = (kind(data, left, leaves)?, kind(data, right, leaves)?);
            match (operator, left, right) {
                (Operator::Plus | Operator::Minus, Kind::Of(one), Kind::Of(other)) => {
                    added(data.series(one), data.series(other)).map_or(Ok(left), Err)
                }
                (Operator::Plus | Operator::Minus, Kind::Of(_), Kind::Free) => Ok(left),
                (Operator::Plus | Operator::Minus, Kind::Free, _) => Ok(right),
                // Half of a count is a count of the same.
                (Operator::Times | Operator::Over, Kind::Of(_), Kind::Free) => Ok(left),
                (Operator::Times, Kind::Free, _) => Ok(right),
                (_, Kind::Free, Kind::Of(_)) if divided => Ok(Kind::Free),
                _ => Ok(Kind::Free),
            }
        }
    }
}

/// Why two things cannot be added, if they cannot.
fn added(one: &Series, other: &Series) -> Option<(String, String)> {
    let unit = |series: &Series| match series.per {
        Some(per) => format!("{} per {}", series.unit, per.word()),
        None => series.unit.to_string(),
    };
    let (units, places) = ([unit(one), unit(other)], [&*one.geography, &*other.geography]);
    let told = |what: &str, [left, right]: [&str; 2]| {
        format!(
            "`{}` and `{}` are added or subtracted, and their {what} differ: {left} and {right}",
            one.id, other.id
        )
    };
    if !units[0].eq_ignore_ascii_case(&units[1]) {
        let message = told("units", [&units[0], &units[1]]);
        return Some((message, "add and subtract one unit, or divide one by the other".into()));
    }
    let known = places.iter().all(|place| !place.is_empty());
    (known && !places[0].eq_ignore_ascii_case(places[1])).then(|| {
        let hint = "add and subtract counts of one place, as parts of a whole; for several places \
                    add the figure that a source states for all of them";
        (told("places", places), hint.to_string())
    })
}
