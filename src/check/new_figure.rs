//! What one more figure would bring, before it is written.

use super::check;
use crate::dataset::edit::{Editor, NoColumn, Spot, apply};
use crate::dataset::layout::FIGURES;
use crate::dataset::{Dataset, Files};
use crate::figure::{Formula, Period, SeriesKey};
use crate::problem::{Place, Problem};

/// What the cells of a new figure say, as far as others are touched by it.
#[derive(Clone, Copy, Debug)]
pub struct NewFigure<'n> {
    pub series: SeriesKey,
    pub period: Period,
    pub formula: Option<&'n Formula>,
    pub row: &'n [(&'static str, String)],
}

/// What a new row would bring.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The row as it would be written.
    pub row: String,
    /// What would then be wrong and is not yet. Problems of the row itself carry the label
    /// [`NEW_ROW`] and point into its text.
    pub problems: Vec<Problem>,
}

/// How problems name the row that is not in any file yet.
pub const NEW_ROW: &str = "the new row";

/// Checks a figure before it is written. `files` are those the data set was read from.
pub fn new_figure(data: &Dataset, files: &Files, new: &NewFigure) -> Result<Verdict, NoColumn> {
    let excerpt = data.excerpt(files, new.series, new.period, new.formula);
    let old = check(&excerpt.files, data.financial_month);
    let editor = match Editor::of(&old, &FIGURES) {
        Ok(editor) => editor,
        Err(problems) => return Ok(Verdict { row: String::new(), problems }),
    };
    let splice = editor.insert(Spot::End, new.row)?;
    let text = String::from_utf8_lossy(&splice.with);
    let row = text.trim_matches(['\r', '\n']);
    let start = splice.at.start + text.find(row).unwrap_or_default();
    let end = start + row.len();
    let figures = apply(&excerpt.files.figures, std::slice::from_ref(&splice));
    let after = Files { figures, ..excerpt.files.clone() };
    let place = |place: Place| match place.file == FIGURES.label && place.bytes.start >= start {
        true => {
            let within = place.bytes.start.min(end) - start..place.bytes.end.min(end) - start;
            Place::in_text(NEW_ROW, row, within)
        }
        false => data.place_in_full(&excerpt, &place),
    };
    let problems = fresh(&old.problems, check(&after, data.financial_month).problems);
    let problems = problems.into_iter().map(|one| Problem { place: place(one.place), ..one });
    let problems = problems.collect();
    Ok(Verdict { row: row.to_string(), problems })
}

/// The new row comes last, so whatever stood before it stands where it was.
fn fresh(before: &[Problem], after: Vec<Problem>) -> Vec<Problem> {
    let key =
        |problem: &Problem| (problem.rule, problem.place.file.clone(), problem.place.bytes.start);
    let mut known: Vec<_> = before.iter().map(key).collect();
    let mut fresh = after;
    fresh.retain(|problem| match known.iter().position(|known| *known == key(problem)) {
        Some(at) => {
            known.swap_remove(at);
            false
        }
        None => true,
    });
    fresh
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Level;

    const FIGURES_TEXT: &str = "id,series,period,value,low,high,qualifier,formula,source,rank\r\n\
        a-2017,a,2017,5,,,,,s,preferred\r\n\
        a-2018,a,2018,oops,,,,,s,\r\n\
        b-2017,b,2017,6,,,,,s,\r\n";

    fn verdict(cells: &[(&'static str, &str)]) -> Vec<String> {
        let files = Files {
            figures: FIGURES_TEXT.into(),
            series: "id,title,unit,nature\na,A,x,flow\nb,B,x,flow\n".into(),
            sources: "id,publisher,title,published\ns,S,S,2019\nunused,U,U,2019\n".into(),
            events: None,
        };
        let data = Dataset::read(&files, 4).value;
        let row: Vec<(&'static str, String)> =
            cells.iter().map(|(column, text)| (*column, text.to_string())).collect();
        let cell =
            |name: &str| cells.iter().find(|(column, _)| *column == name).map(|(_, text)| *text);
        let formula = cell("formula").map(|text| Formula::parse(text).unwrap());
        let new = NewFigure {
            series: data.find_series("a").unwrap(),
            period: Period::parse(cell("period").unwrap()).unwrap(),
            formula: formula.as_ref(),
            row: &row,
        };
        let verdict = new_figure(&data, &files, &new).unwrap();
        let told = |problem: &Problem| {
            let place = &problem.place;
            let mark = if problem.level == Level::Error { "" } else { "advice " };
            format!("{mark}{} at {}:{}", problem.rule, place.file, place.line)
        };
        verdict.problems.iter().map(told).collect()
    }

    #[test]
    fn only_what_the_row_brings_is_told_and_where_it_is() {
        let row = |more: &[(&'static str, &'static str)]| {
            let mut cells = vec![("id", "n"), ("series", "a"), ("period", "2016"), ("source", "s")];
            cells.extend(more);
            cells
        };
        assert_eq!(verdict(&row(&[("value", "1")])), [""; 0]);
        assert_eq!(verdict(&row(&[("value", "-1")])), ["negative at the new row:1"]);
        assert_eq!(verdict(&row(&[("formula", "[b-2017] - 1")])), [""; 0]);
        assert_eq!(
            verdict(&row(&[("formula", "[nobody] - 1")])),
            ["unknown-figure at the new row:1"]
        );
        let mut later = row(&[("value", "9"), ("rank", "preferred")]);
        later[2] = ("period", "2017");
        let told = verdict(&later);
        assert!(told.iter().any(|problem| problem.starts_with("two-preferred at ")), "{told:?}");
        later[2] = ("period", "2020");
        assert_eq!(verdict(&later), ["advice published-before at the new row:1"]);
    }
}
