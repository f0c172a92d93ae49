//! What one more figure would bring, before it is written.

use super::{brought, check};
use crate::dataset::DataFile;
use crate::dataset::Dataset;
use crate::figure::{FigureKey, Formula, Period, SeriesKey, SourceKey};
use crate::problem::{Place, Problem};

/// What a new figure says, as far as others are touched by it.
#[derive(Clone, Copy, Debug)]
pub struct NewFigure<'n> {
    /// What it counts.
    pub series: SeriesKey,
    /// When.
    pub period: Period,
    /// Its source, and who said it first.
    pub sources: &'n [SourceKey],
    /// The figures that its row names, but for those in its formula.
    pub figures: &'n [FigureKey],
    /// Where we work it out.
    pub formula: Option<&'n Formula>,
    /// The row as it would be written.
    pub row: &'n str,
}

/// How problems name the row that is not in any file yet.
pub const NEW_ROW: &str = "the new row";

/// What would be wrong with a figure added, and is not yet. Problems of the row itself carry the
/// label [`NEW_ROW`] and point into its text.
pub fn new_figure(data: &Dataset, new: &NewFigure) -> Vec<Problem> {
    let excerpt = data.excerpt(new.series, new.period, new.sources, new.figures, new.formula);
    let mut after = excerpt.files.clone();
    let start = after.figures.len();
    let end = start + new.row.len();
    after.figures.extend_from_slice(new.row.as_bytes());
    let mut problems = check(&after, data.years.month()).problems;
    let own = |place: &Place| place.file == DataFile::Figures.label() && place.bytes.start >= start;
    if !problems.iter().all(|problem| own(&problem.place)) {
        // The new row comes last, so whatever stood before it stands where it was.
        let before = check(&excerpt.files, data.years.month()).problems;
        problems = brought(&before, problems, |_| &[]);
    }
    for problem in &mut problems {
        let bytes = &problem.place.bytes;
        problem.place = match own(&problem.place) {
            true => {
                let within = bytes.start.min(end) - start..bytes.end.min(end) - start;
                Place::in_text(NEW_ROW, new.row, within)
            }
            false => data.place_in_full(&excerpt, &problem.place),
        };
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Files;
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
        let cell = |name: &str| {
            cells.iter().find(|(column, _)| *column == name).map_or("", |(_, text)| *text)
        };
        let columns = FIGURES_TEXT.lines().next().unwrap().split(',');
        let row = columns.map(cell).collect::<Vec<_>>().join(",");
        let formula = Formula::parse(cell("formula")).ok();
        let new = NewFigure {
            series: data.find_series("a").unwrap(),
            period: Period::parse(cell("period")).unwrap(),
            sources: &[data.find_source("s").unwrap()],
            figures: &[],
            formula: formula.as_ref(),
            row: &row,
        };
        let problems = new_figure(&data, &new);
        let told = |problem: &Problem| {
            let place = &problem.place;
            let mark = if problem.level() == Level::Error { "" } else { "advice " };
            format!("{mark}{} at {}:{}", problem.rule, place.file, place.line)
        };
        problems.iter().map(told).collect()
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
        assert_eq!(verdict(&later), ["published-before at the new row:1"]);
    }
}
