//! Who says otherwise, and who says nothing.

use crate::chart::resolve::disputes::Other;
use crate::chart::resolve::observed::Observed;
use crate::chart::tone::Tone;
use crate::figure::{Claim, FigureKey, Period, SeriesKey, SourceKey};
use crate::locale::words;

use super::writer::NoteWriter;

/// Who says otherwise: so many are named.
const PUBLISHERS_NAMED: usize = 3;

impl NoteWriter<'_, '_> {
    pub(super) fn disputes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for shown in self.shown() {
            let tone = self.teller.tone_of(shown.series);
            let claimed = |key| self.claimed().any(|claims| claims.figures().any(|one| one == key));
            let told: Vec<String> = shown
                .drawn()
                .filter(|observed| !claimed(observed.figure))
                .filter_map(|observed| {
                    let others = self.others(observed, tone)?;
                    Some(self.says().others_for(self.named_observed(shown, observed), others))
                })
                .collect();
            if !told.is_empty() {
                notes.push(self.says().other_figures(told.join("; ")));
            }
            let drawn: Vec<FigureKey> = shown.observed.iter().map(|one| one.figure).collect();
            notes.extend(
                self.differing(shown.series, &drawn, |period| self.named_period(shown, period)),
            );
        }
        for claims in self.claimed() {
            let drawn: Vec<FigureKey> = claims.figures().collect();
            let period = |period| self.teller.period(claims.series, period);
            notes.extend(self.differing(claims.series, &drawn, period));
        }
        // the sources of changes are numbered before those of their ends
        let mut of_changes = Vec::new();
        for observed in self.changes() {
            if let Some(others) = self.others(observed, self.teller.tone_at(observed)) {
                let period = self.teller.language().from_to(observed.period);
                of_changes.push(self.says().other_figures_for_change(period, others));
            }
        }
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            let tone = self.teller.tone_of(change.on);
            for observed in &change.ends {
                if let Some(others) = self.others(observed, tone) {
                    let period = self.teller.period(change.on, observed.period);
                    notes.push(self.says().other_figures_for(period, others));
                }
            }
        }
        let changes = self.boards.iter().flat_map(|board| &board.changes);
        notes.extend(changes.filter_map(|change| change.contradicted.clone()));
        notes.extend(of_changes);
        notes
    }

    /// Who has no number for a period for which another source has one, and why.
    pub(super) fn silent(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            for key in self.teller.silent(observed) {
                let figure = self.teller.figure(key);
                let Claim::Absent(absence) = figure.claim else { continue };
                let publisher = words::name(&self.teller.source(figure.source).publisher);
                let period = self.named_observed(shown, observed);
                let source = format!("{publisher}{}", self.mark(key));
                let why = self.teller.language().absence(absence);
                told.push(self.says().gives_no_number(source, period, why));
            }
        }
        told
    }

    /// `Within 2020 another figure is for 31 March 2020: 4,150 (Office [2]).`
    fn differing(
        &self,
        series: SeriesKey,
        drawn: &[FigureKey],
        named: impl Fn(Period) -> String,
    ) -> Vec<String> {
        let tone = self.teller.tone_of(series);
        let told = self.teller.differing(series, drawn).into_iter().map(|one| {
            let others = one.others.iter().map(|(period, other)| {
                self.says()
                    .others_for(self.teller.period(series, *period), self.other(None, other, tone))
            });
            let others: Vec<String> = others.collect();
            let (count, period) = (others.len(), named(one.period));
            let others = self.teller.language().list(&others);
            match one.holds {
                true => self.says().within(period, count, others),
                false => self.says().around(period, count, others),
            }
        });
        told.collect()
    }

    fn others(&self, observed: &Observed, tone: Tone) -> Option<String> {
        let own = self.teller.figure(observed.figure).source;
        let others = self.teller.others(observed);
        let told: Vec<String> =
            others.iter().map(|other| self.other(Some(own), other, tone)).collect();
        (!told.is_empty()).then(|| told.join(self.teller.language().small.comma()))
    }

    /// `500,000 to 850,000 (BBC News [3])`.
    fn other(&self, own: Option<SourceKey>, other: &Other, tone: Tone) -> String {
        let mut publishers: Vec<String> = Vec::new();
        for key in &other.figures {
            let source = self.teller.figure(*key).source;
            let name = match () {
                () if other.derived => self.says().by_us().to_string(),
                () if Some(source) == own => {
                    format!("{}{}", self.says().the_same_source(), self.mark(*key))
                }
                () => format!(
                    "{}{}",
                    words::name(&self.teller.source(source).publisher),
                    self.mark(*key)
                ),
            };
            if !publishers.contains(&name) {
                publishers.push(name);
            }
        }
        if publishers.len() > PUBLISHERS_NAMED {
            let more = publishers.len() - PUBLISHERS_NAMED;
            publishers.truncate(PUBLISHERS_NAMED);
            publishers.push(self.says().more(more));
        }
        let publishers = self.teller.language().list(&publishers);
        format!("{} ({publishers})", tone.label(&other.quantity, other.derived))
    }
}
