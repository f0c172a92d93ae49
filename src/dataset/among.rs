//! What is asked of a data set by its series and sources, answered by its indexes.

use std::sync::Arc;

use super::Dataset;
use super::cell_words;
use super::indexes::run;
use super::sayers::Sayers;
use crate::figure::{FigureKey, SeriesKey, SourceKey, Span};

impl Dataset<'_> {
    /// The superseded figures of a series, in time and then as in the file.
    pub fn superseded_of(&self, series: SeriesKey) -> impl Iterator<Item = FigureKey> {
        let all = &self.indexes.superseded;
        all[run(all, |one| one.0.cmp(&series))].iter().map(|(.., key)| *key)
    }

    /// Those of them whose period has these days.
    pub fn superseded_within(
        &self,
        series: SeriesKey,
        span: Span,
    ) -> impl Iterator<Item = FigureKey> {
        let all = &self.indexes.superseded;
        all[run(all, |one| (one.0, one.1).cmp(&(series, span)))].iter().map(|(.., key)| *key)
    }

    /// The figures that a source states, or that it said first, as in the file.
    pub fn figures_of(&self, source: SourceKey) -> impl Iterator<Item = FigureKey> {
        let all = self.indexes.of_source.get_or_init(|| {
            let mut all = Vec::with_capacity(self.figures.len());
            for (key, figure) in self.figures() {
                all.push((figure.source, key));
                let origin = figure.origin.filter(|origin| *origin != figure.source);
                all.extend(origin.map(|origin| (origin, key)));
            }
            all.sort_unstable();
            all
        });
        all[run(all, |one| one.0.cmp(&source))].iter().map(|(_, key)| *key)
    }

    /// What the series of the project count, where one word says it.
    pub fn units(&self) -> &Arc<Vec<String>> {
        self.indexes.units.get_or_init(|| {
            let units = self.series.iter().map(|series| series.unit.to_lowercase());
            let words = units.filter(|unit| unit.chars().all(char::is_alphabetic));
            let mut words: Vec<String> = words.filter(|unit| unit != "percent").collect();
            words.sort_unstable();
            words.dedup();
            Arc::new(words)
        })
    }

    /// Has the row of some series a word of this stem: in its title, its unit, its place, or who
    /// counts?
    pub fn has_word(&self, stem: &str) -> bool {
        let words = self.indexes.words.get_or_init(|| {
            let rows = self.all_series().map(|(_, one)| one);
            let cells =
                rows.flat_map(|one| [&one.title, &one.unit, &one.geography, &one.counted_by]);
            let words = cells.flat_map(|cell| cell_words::words(cell));
            words.map(|word| cell_words::stem(&word).to_string()).collect()
        });
        words.contains(stem)
    }

    /// All who count or publish.
    pub fn sayers(&self) -> &Arc<Sayers> {
        self.indexes.sayers.get_or_init(|| {
            let publishers = self.sources.iter().map(|source| &*source.publisher);
            let counters = self.series.iter().map(|series| &*series.counted_by);
            Arc::new(Sayers::of(publishers.chain(counters)))
        })
    }
}
