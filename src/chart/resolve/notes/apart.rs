//! Why series that stand side by side are not compared.

use crate::chart::resolve::board::Board;
use crate::chart::resolve::shown::Shown;
use crate::figure::SeriesKey;
use crate::locale::words;

use super::writer::NoteWriter;

impl NoteWriter<'_, '_> {
    /// `Not comparable: arrests a month; arrests a year. No source states the months averaged.`
    /// Each reason once, with all that it holds for.
    pub(super) fn apart(&self) -> Vec<String> {
        let mut told: Vec<(SeriesKey, &str, Vec<[SeriesKey; 2]>)> = Vec::new();
        for pair in self.teller.pairs(self.boards) {
            let known = told.iter_mut().find(|(bearer, ..)| *bearer == pair.why.bearer);
            let both = [pair.one, pair.other];
            match known {
                Some((.., all)) => all.push(both),
                None => told.push((pair.why.bearer, pair.why.reason, vec![both])),
            }
        }
        let notes = told.into_iter().map(|(_, reason, all)| {
            if self.are_panels(&all) {
                return words::sentence(&self.says().panels_not_comparable(reason));
            }
            let mut names: Vec<String> = Vec::new();
            for series in all.into_iter().flatten() {
                let name = self.called(series);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            words::sentence(&self.says().not_comparable(names.join("; "), reason))
        });
        notes.collect()
    }

    /// Is everything in each panel paired with everything in the others, and nothing within one?
    fn are_panels(&self, pairs: &[[SeriesKey; 2]]) -> bool {
        let shown = |board: &Board| board.shown.iter().map(|one| one.series).collect::<Vec<_>>();
        let panels: Vec<Vec<SeriesKey>> = self.boards.iter().map(shown).collect();
        let has = |one, other| pairs.contains(&[one, other]) || pairs.contains(&[other, one]);
        let others_alone =
            self.boards.iter().any(|one| one.claims.is_some() || !one.changes.is_empty());
        let all_across = panels.iter().enumerate().all(|(at, own)| {
            let mut others = panels[at + 1..].iter().flatten();
            others.all(|other| own.iter().all(|one| has(*one, *other)))
        });
        let none_within =
            panels.iter().all(|own| !own.iter().any(|one| own.iter().any(|two| has(*one, *two))));
        panels.len() > 1 && all_across && none_within && !others_alone
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
