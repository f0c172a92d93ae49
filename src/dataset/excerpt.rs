//! The part of a data set that one more figure can touch, as files of its own: what is wrong with
//! a new row, and with others because of it, is found there as well as in a million rows.

use super::data_file::DataFile;
use std::collections::BTreeSet;

use super::{Dataset, Files, Sheet};
use crate::figure::{FigureKey, Formula, Period, SeriesKey, SourceKey};
use crate::problem::Place;

/// Some of the figures, with their series and sources.
#[derive(Clone, Debug)]
pub struct Excerpt {
    /// With the header of each as it was.
    pub files: Files,
    /// Where each row starts here, and where in the file.
    rows: Vec<(usize, usize)>,
}

impl Dataset<'_> {
    /// The figures whose meaning a new one may change: those of its series about some of the same
    /// days, those that it names, and all that they need; all there are for one with a formula.
    pub fn excerpt(
        &self,
        series: SeriesKey,
        period: Period,
        sources: &[SourceKey],
        figures: &[FigureKey],
        formula: Option<&Formula>,
    ) -> Excerpt {
        let keys = self.touched(series, period, figures, formula);
        let (mut all_series, mut all_sources) = (BTreeSet::from([series]), BTreeSet::new());
        let mut waiting = sources.to_vec();
        for figure in keys.iter().map(|key| self.figure(*key)) {
            all_series.insert(figure.series);
            waiting.extend([Some(figure.source), figure.origin].into_iter().flatten());
        }
        while let Some(key) = waiting.pop() {
            if all_sources.insert(key) {
                waiting.extend(self.source(key).origin);
            }
        }
        let (figures, rows) = self.figure_sheet.some(keys.into_iter().map(|key| key.0));
        let (series, _) = self.series_sheet.some(all_series.into_iter().map(|key| key.0));
        let (sources, _) = self.source_sheet.some(all_sources.into_iter().map(|key| key.0));
        Excerpt { files: Files { figures, series, sources, events: None }, rows }
    }

    fn touched(
        &self,
        series: SeriesKey,
        period: Period,
        figures: &[FigureKey],
        formula: Option<&Formula>,
    ) -> BTreeSet<FigureKey> {
        if formula.is_some() {
            // It may name any of them, and a slip of the pen is told with the nearest.
            return self.rows().collect();
        }
        let span = period.span();
        let near = |key: &FigureKey| {
            let figure = self.figure(*key);
            figure.series == series && figure.period.span().overlaps(span)
        };
        let mut waiting: Vec<FigureKey> = self.rows().filter(near).collect();
        waiting.extend(figures);
        let inputs = |formula: &Formula| -> Vec<FigureKey> {
            formula.figures().into_iter().filter_map(|id| self.find_figure(id)).collect()
        };
        let mut touched = BTreeSet::new();
        while let Some(key) = waiting.pop() {
            if touched.insert(key) {
                let figure = self.figure(key);
                waiting.extend(figure.claim.formula().map(inputs).unwrap_or_default());
                waiting.extend([figure.superseded_by, figure.repeats].into_iter().flatten());
            }
        }
        touched
    }

    /// From a place in an excerpt to the same place in the file.
    pub fn place_in_full(&self, excerpt: &Excerpt, place: &Place) -> Place {
        let bytes = &place.bytes;
        let before = excerpt.rows.partition_point(|(start, _)| *start <= bytes.start);
        match before.checked_sub(1).map(|at| excerpt.rows[at]) {
            Some((here, there)) if place.file == DataFile::Figures.label() => {
                let moved = |at: usize| at - here + there;
                self.figure_sheet.table.place(moved(bytes.start)..moved(bytes.end))
            }
            _ => place.clone(),
        }
    }
}

impl Sheet<'_> {
    /// The header and some of the rows, and where each row starts here and in the file.
    fn some(&self, keys: impl Iterator<Item = u32>) -> (Vec<u8>, Vec<(usize, usize)>) {
        let mut text = self.table.bytes[self.table.start..self.table.body].to_vec();
        let mut rows = Vec::new();
        text.push(b'\n');
        for key in keys {
            rows.push((text.len(), self.start(key)));
            text.extend_from_slice(self.text(key).as_bytes());
            text.push(b'\n');
        }
        (text, rows)
    }
}
