use crate::dataset::Dataset;
use crate::figure::formula::{Formula, Operator};
use crate::figure::{FigureKey, Rank};
use crate::problem::{Problem, Rule};

/// # formula-break (error)
///
/// A break means that the figures before it count something else than those after it. Their
/// difference, or one divided by the other, would say that what happened changed where the counting
/// did. A note on the row may say how the formula makes up for it.
pub fn formula_break(data: &Dataset) -> Vec<Problem> {
    let rows = data.rows().filter(|key| {
        let figure = data.figure(*key);
        figure.note.trim().is_empty() && figure.rank != Rank::Superseded
    });
    let told = rows.filter_map(|key| {
        let (one, other, broken) = across(data, data.figure(key).claim.formula()?)?;
        let [one, other, broken] = [one, other, broken].map(|key| data.figure(key));
        let message = format!(
            "`{}` and `{}` are set against each other, and a break lies before {}: {}",
            one.id,
            other.id,
            broken.period,
            match broken.note.trim().trim_end_matches('.') {
                "" => "nothing says what changed",
                note => note,
            }
        );
        let hint = "name figures of one side of the break, or say in the note of this row how the \
                    formula makes up for it";
        let place = data.place_of_figure(key, "formula");
        Some(Rule::FormulaBreak.at(place, message).hint(hint))
    });
    told.collect()
}

/// Two figures of one series on either side of a subtraction or division, and the one that has a
/// break before it.
fn across(data: &Dataset, formula: &Formula) -> Option<(FigureKey, FigureKey, FigureKey)> {
    let (operator, left, right) = match formula {
        Formula::Number(_) | Formula::Figure(_) => return None,
        Formula::Negative(inner) => return across(data, inner),
        Formula::Binary(operator, left, right) => (operator, left, right),
    };
    let figures = |part: &Formula| -> Vec<FigureKey> {
        part.figures().into_iter().filter_map(|id| data.find_figure(id)).collect()
    };
    let compares = matches!(operator, Operator::Minus | Operator::Over);
    let (ours, theirs) = (figures(left), figures(right));
    let pairs = ours.iter().flat_map(|one| theirs.iter().map(move |other| (*one, *other)));
    let found = pairs
        .filter(|_| compares)
        .find_map(|(one, other)| Some((one, other, data.break_between(one, other)?)));
    found.or_else(|| across(data, left)).or_else(|| across(data, right))
}
