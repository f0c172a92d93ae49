use std::collections::{BTreeSet, HashSet};

use crate::dataset::Dataset;
use crate::figure::{Formula, SeriesKey};
use crate::nearest::{MOST_COMPARISONS, nearest_within};
use crate::problem::{Problem, Rule};

const COLUMN: &str = "not_comparable_with";

/// # not-comparable-with (error)
///
/// What a series may not be compared with is another series of the file, or `*` for all others. The
/// note of the row says why, since charts tell of it. No formula reads two that may not be compared:
/// what it makes would compare them.
pub fn not_comparable_with(data: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut comparisons = MOST_COMPARISONS;
    for key in (0..data.series.len() as u32).map(SeriesKey) {
        listed(data, key, &mut comparisons, &mut problems);
    }
    if !data.series.iter().all(|series| series.not_comparable_with.is_empty()) {
        formulas(data, &mut problems);
    }
    problems
}

fn listed(data: &Dataset, key: SeriesKey, comparisons: &mut usize, problems: &mut Vec<Problem>) {
    let series = data.series(key);
    let ids: Vec<&str> = series.apart_from().collect();
    let mut tell = |column: &str, message: String, hint: String| {
        let place = data.place_of_series(key, column);
        problems.push(Rule::NotComparableWith.at(place, message).hint(hint));
    };
    let mut before = HashSet::new();
    for id in &ids {
        let (message, hint) = match *id {
            _ if !before.insert(*id) => {
                (format!("`{id}` stands twice, so one is left over"), "write it once".to_string())
            }
            "*" if ids.len() > 1 => (
                "`*` says all other series, so the ids beside it say nothing".to_string(),
                "write * alone, or the ids alone".to_string(),
            ),
            "*" => continue,
            id if id == series.id => (
                format!("`{id}` names itself, and its own figures are one series"),
                "take it out, or give what may not be compared a series of its own".to_string(),
            ),
            id if data.find_series(id).is_some() => continue,
            id => {
                let known = data.series.iter().map(|series| series.id);
                let hint = match nearest_within(id, known, comparisons) {
                    Some(near) => format!("write `{near}`, or take it out"),
                    None => "write the id of a series of this file, or take it out".to_string(),
                };
                (format!("there is no series `{id}`, so nothing is kept apart"), hint)
            }
        };
        tell(COLUMN, message, hint);
    }
    if !ids.is_empty() && series.note.trim().is_empty() {
        let message = format!(
            "`{}` may not be compared with {}, and nothing says why, which charts tell",
            series.id,
            if ids == ["*"] { "any other series".to_string() } else { ids.join(", ") }
        );
        tell("note", message, "write the reason in the column `note`".to_string());
    }
}

fn formulas(data: &Dataset, problems: &mut Vec<Problem>) {
    for key in (0..data.series.len() as u32).map(SeriesKey) {
        if let Some(formula) = &data.series(key).formula {
            let inputs = formula.figures().into_iter().filter_map(|id| data.find_series(id));
            if let Some((message, hint)) = compared(data, inputs.collect()) {
                let place = data.place_of_series(key, "formula");
                problems.push(Rule::NotComparableWith.at(place, message).hint(hint));
            }
        }
    }
    for (key, figure) in data.figures().filter(|(key, _)| data.has_row(*key)) {
        let Some(formula) = figure.claim.formula() else { continue };
        if let Some((message, hint)) = compared(data, series_of(data, formula)) {
            let place = data.place_of_figure(key, "formula");
            problems.push(Rule::NotComparableWith.at(place, message).hint(hint));
        }
    }
}

/// The series of the figures that a formula reads.
fn series_of(data: &Dataset, formula: &Formula) -> BTreeSet<SeriesKey> {
    let figures = formula.figures().into_iter().filter_map(|id| data.find_figure(id));
    figures.map(|figure| data.figure(figure).series).collect()
}

fn compared(data: &Dataset, inputs: BTreeSet<SeriesKey>) -> Option<(String, String)> {
    let (one, other, why) = data.first_incomparable(&inputs)?;
    let [one, other, bearer] = [one, other, why.bearer].map(|key| data.series(key).id);
    let message = format!(
        "the formula reads `{one}` and `{other}`, which may not be compared: {}",
        why.reason.trim_end_matches('.')
    );
    let hint = format!("take one of them out; the column `{COLUMN}` of `{bearer}` says so");
    Some((message, hint))
}
