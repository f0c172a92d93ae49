use rust_decimal::Decimal;

use crate::dataset::Dataset;
use crate::figure::formula::Operator;
use crate::figure::{Formula, SeriesKey};
use crate::problem::{Place, Problem, Rule};

/// # convertible (error)
///
/// What may not be converted is not converted by a formula either: not multiplied or divided by the
/// months, quarters or weeks of a year, and not made into a series of the same unit that is per
/// another stretch of time, or per none.
pub fn converted(data: &Dataset) -> Vec<Problem> {
    if data.series.iter().all(|series| series.convertible) {
        return Vec::new();
    }
    let mut problems = Vec::new();
    for key in (0..data.series.len() as u32).map(SeriesKey) {
        if let Some(formula) = &data.series(key).formula {
            let of = |id: &str| data.find_series(id);
            let place = || data.place_of_series(key, "formula");
            problems.extend(judge(data, key, formula, &of, &place));
        }
    }
    for (key, figure) in data.figures().filter(|(key, _)| data.has_row(*key)) {
        if let Some(formula) = figure.claim.formula() {
            let of = |id: &str| Some(data.figure(data.find_figure(id)?).series);
            let place = || data.place_of_figure(key, "formula");
            problems.extend(judge(data, figure.series, formula, &of, &place));
        }
    }
    problems
}

fn judge(
    data: &Dataset,
    made: SeriesKey,
    formula: &Formula,
    of: &dyn Fn(&str) -> Option<SeriesKey>,
    place: &dyn Fn() -> Place,
) -> Option<Problem> {
    let kept = |id: &str| of(id).filter(|key| !data.series(*key).convertible);
    let made = data.series(made);
    let other_stretch = formula.figures().into_iter().filter_map(kept).find(|key| {
        let series = data.series(*key);
        series.unit.eq_ignore_ascii_case(&made.unit)
            && (series.per != made.per || series.nature != made.nature)
    });
    let series = data.series(other_stretch.or_else(|| stretched(formula, &kept))?);
    let why = match series.note.trim().trim_end_matches('.') {
        "" => String::new(),
        note => format!(": {note}"),
    };
    let message = format!(
        "the formula says `{}` per another stretch of time, which may not be done{why}",
        series.id
    );
    let hint = "take the formula out; say the number as it was stated".to_string();
    Some(Rule::Convertible.at(place(), message).hint(hint))
}

/// The series that is multiplied or divided by the parts of a year, if one is.
fn stretched(formula: &Formula, kept: &dyn Fn(&str) -> Option<SeriesKey>) -> Option<SeriesKey> {
    const PARTS: [i64; 3] = [4, 12, 52];
    match formula {
        Formula::Number(_) | Formula::Figure(_) => None,
        Formula::Negative(inner) => stretched(inner, kept),
        Formula::Binary(operator, left, right) => {
            let is_part = |side: &Formula| match side {
                Formula::Number(number) => PARTS.iter().any(|part| *number == Decimal::from(*part)),
                _ => false,
            };
            let by_part = match operator {
                Operator::Times if is_part(left) => Some(right),
                Operator::Times | Operator::Over if is_part(right) => Some(left),
                _ => None,
            };
            let found = by_part.and_then(|side| side.figures().into_iter().find_map(kept));
            found.or_else(|| stretched(left, kept)).or_else(|| stretched(right, kept))
        }
    }
}
