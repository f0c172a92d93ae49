use crate::dataset::Dataset;
use crate::figure::{Figure, FigureKey, Rank};
use crate::problem::{Problem, Rule};

/// # formula-input (error)
///
/// No formula reads a superseded figure: what was corrected would live on in what is worked out of
/// it. Name the figure that took its place. What is superseded itself may, since it stays on record
/// as it was.
pub fn superseded_input(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (key, figure) in data.figures() {
        let Some(formula) = figure.claim.formula() else { continue };
        if figure.rank == Rank::Superseded || !data.has_row(key) {
            continue;
        }
        let mut told: Vec<&str> = Vec::new();
        for id in formula.figures() {
            let Some(input) = data.find_figure(id).filter(|_| !told.contains(&id)) else {
                continue;
            };
            if data.figure(input).rank == Rank::Superseded {
                told.push(id);
                problems.push(problem(data, key, input));
            }
        }
    }
    problems
}

fn problem(data: &Dataset, key: FigureKey, input: FigureKey) -> Problem {
    let id = &data.figure(input).id;
    let message = format!(
        "`{id}` is superseded, so the result would go on saying what was corrected or withdrawn"
    );
    let hint = match standing_for(data, input) {
        Some((by, _)) if by.id == data.figure(key).id => {
            format!("`{}` is worked out of it, so it cannot take its place", by.id)
        }
        Some((by, true)) => format!("write [{}]", by.id),
        Some((by, false)) => {
            format!("name a figure that stands; `{}`, of {}, took its place", by.id, by.period)
        }
        None => "name a figure that is not superseded".to_string(),
    };
    let place = data.place_in_formula(key, id);
    Rule::FormulaInput.at(place, message).hint(hint)
}

/// The figure that stands in place of a superseded one, and whether it is of the same period.
fn standing_for<'d, 't>(data: &'d Dataset<'t>, key: FigureKey) -> Option<(&'d Figure<'t>, bool)> {
    let span = data.figure(key).period.span();
    let mut by = data.figure(key).superseded_by;
    // As many steps as there are figures: a circle has no end.
    for _ in 0..data.figures.len() {
        let figure = data.figure(by?);
        if figure.rank != Rank::Superseded {
            return Some((figure, figure.period.span() == span));
        }
        by = figure.superseded_by;
    }
    None
}
