//! Why series that stand side by side are not compared.

use crate::chart::resolve::shown::Shown;
use crate::figure::SeriesKey;
use crate::locale::words;

use super::writer::NoteWriter;

impl NoteWriter<'_, '_> {
    /// `Not comparable: arrests a month; arrests a year. No source states the months averaged.`
    /// Each reason once, with all that it holds for.
    pub(super) fn apart(&self) -> Vec<String> {
        let mut told: Vec<(SeriesKey, &str, Vec<SeriesKey>)> = Vec::new();
        for pair in self.teller.pairs(self.boards) {
            let known = told.iter_mut().find(|(bearer, ..)| *bearer == pair.why.bearer);
            match known {
                Some((.., all)) => all.extend([pair.one, pair.other]),
                None => {
                    let all = vec![pair.one, pair.other];
                    told.push((pair.why.bearer, pair.why.reason, all));
                }
            }
        }
        let notes = told.into_iter().map(|(_, reason, all)| {
            let mut names: Vec<String> = Vec::new();
            for series in all {
                let name = self.called(series);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            words::sentence(&self.says().not_comparable(names.join("; "), reason))
        });
        notes.collect()
    }

    /// `Rides a month: Rides that the gates counted.` Of several series that are not compared, or of
    /// which one has a break: what each counts.
    pub(super) fn definitions(&self) -> Option<String> {
        let mut all: Vec<SeriesKey> = Vec::new();
        for pair in self.teller.pairs(self.boards) {
            all.extend([pair.one, pair.other]);
        }
        let broken =
            |shown: &&Shown| shown.observed.iter().skip(1).any(|one| !one.breaks.is_empty());
        all.extend(self.shown().filter(broken).map(|shown| shown.series));
        if self.shown().count() < 2 {
            return None;
        }
        let mut told: Vec<String> = Vec::new();
        for series in all {
            let definition = self.teller.series(series).definition.trim();
            if !definition.is_empty() {
                let definition = words::first_sentence(definition);
                let said = words::sentence(
                    &self.says().counts(words::capital(&self.called(series)), definition),
                );
                if !told.contains(&said) {
                    told.push(said);
                }
            }
        }
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// What the chart calls a series.
    fn called(&self, series: SeriesKey) -> String {
        let shown = self.shown().find(|shown: &&Shown| shown.series == series);
        match shown {
            Some(shown) => self.teller.called(shown).to_string(),
            None => self.teller.series(series).title.to_string(),
        }
    }
}
