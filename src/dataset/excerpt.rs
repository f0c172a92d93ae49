//! The part of a data set that one more figure can touch, as files of its own: what is wrong with
//! a new row, and with others because of it, is found there as well as in a million rows.

use std::collections::BTreeSet;

use super::layout::FIGURES;
use super::{Dataset, Files};
use crate::figure::{FigureKey, Formula, Period, SeriesKey};
use crate::problem::Place;

/// Some of the figures, and all series, sources and events.
#[derive(Clone, Debug)]
pub struct Excerpt {
    pub files: Files,
    /// Where each row starts here, and where in the file.
    rows: Vec<(usize, usize)>,
}

impl Dataset<'_> {
    /// The figures whose meaning a new one may change: those of its series about some of the same
    /// days, and all that their formulas need; all there are for one with a formula. `files` are those this data set was read from.
    pub fn excerpt(
        &self,
        files: &Files,
        series: SeriesKey,
        period: Period,
        formula: Option<&Formula>,
    ) -> Excerpt {
        let table = &self.figure_sheet.table;
        let mut figures = table.bytes[table.start..table.body].to_vec();
        let mut rows = Vec::new();
        figures.push(b'\n');
        for key in self.touched(series, period, formula) {
            rows.push((figures.len(), self.figure_sheet.start(key.0)));
            figures.extend_from_slice(self.row_text(key).as_bytes());
            figures.push(b'\n');
        }
        let (series, sources, events) =
            (files.series.clone(), files.sources.clone(), files.events.clone());
        Excerpt { files: Files { figures, series, sources, events }, rows }
    }

    fn touched(
        &self,
        series: SeriesKey,
        period: Period,
        formula: Option<&Formula>,
    ) -> BTreeSet<FigureKey> {
        if formula.is_some() {
            // It may name any of them, and a slip of the pen is told with the nearest.
            return (0..self.figures.len() as u32).map(FigureKey).collect();
        }
        let span = period.span();
        let near = |key: &FigureKey| {
            let figure = self.figure(*key);
            figure.series == series && figure.period.span().overlaps(span)
        };
        let mut waiting: Vec<FigureKey> =
            (0..self.figures.len() as u32).map(FigureKey).filter(near).collect();
        let inputs = |formula: &Formula| -> Vec<FigureKey> {
            formula.figures().into_iter().filter_map(|id| self.find_figure(id)).collect()
        };
        let mut touched = BTreeSet::new();
        while let Some(key) = waiting.pop() {
            if touched.insert(key) {
                waiting.extend(self.figure(key).claim.formula().map(inputs).unwrap_or_default());
            }
        }
        touched
    }

    /// From a place in an excerpt to the same place in the file.
    pub fn place_in_full(&self, excerpt: &Excerpt, place: &Place) -> Place {
        let bytes = &place.bytes;
        let before = excerpt.rows.partition_point(|(start, _)| *start <= bytes.start);
        match before.checked_sub(1).map(|at| excerpt.rows[at]) {
            Some((here, there)) if place.file == FIGURES.label => {
                let moved = |at: usize| at - here + there;
                self.figure_sheet.table.place(moved(bytes.start)..moved(bytes.end))
            }
            _ => place.clone(),
        }
    }
}
