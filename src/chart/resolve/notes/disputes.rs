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
    /// Each with what would say it beside the marks of which figures; most say more than that.
    pub(super) fn disputes(&self) -> Vec<(String, Vec<(FigureKey, String)>)> {
        let alone = |note: String| (note, Vec::new());
        let mut notes = Vec::new();
        for shown in self.shown() {
            let tone = self.teller.tone_of(shown.series);
            let claimed = |key| self.claimed().any(|claims| claims.figures().any(|one| one == key));
            let drawn = shown.drawn().filter(|observed| !claimed(observed.figure));
            let drawn: Vec<&Observed> = drawn.collect();
            // Of several the series is named once.
            let differ = |one: &&&Observed| !self.teller.others(one).is_empty();
            let once = drawn.iter().filter(differ).count() > 1 && self.is_beside_others(shown);
            let (mut told, mut beside) = (Vec::new(), Vec::new());
            for observed in drawn {
                let period = || match once {
                    true => self.observed_period(shown, observed),
                    false => self.named_observed(shown, observed),
                };
                told.extend(self.others(observed, tone, period));
                beside.extend(self.who_else(observed));
            }
            if !told.is_empty() {
                let told = told.join("; ");
                let told = match once {
                    true => self.says().of_one_series(self.teller.called(shown), told),
                    false => told,
                };
                notes.push((words::sentence(&words::capital(&told)), beside));
            }
            let drawn: Vec<FigureKey> = shown.observed.iter().map(|one| one.figure).collect();
            let differing =
                self.differing(shown.series, &drawn, |period| self.named_period(shown, period));
            notes.extend(differing.into_iter().map(alone));
        }
        for claims in self.claimed() {
            let drawn: Vec<FigureKey> = claims.figures().collect();
            let period = |period| self.teller.period(claims.series, period);
            let differing = self.differing(claims.series, &drawn, period);
            notes.extend(differing.into_iter().map(alone));
        }
        // the sources of changes are numbered before those of their ends
        let mut of_changes = Vec::new();
        for observed in self.changes() {
            let language = self.teller.language();
            let period = || self.says().the_change(language.from_to(observed.period));
            let told = self.others(observed, self.teller.tone_at(observed), period);
            of_changes.extend(told.iter().map(|told| words::sentence(&words::capital(told))));
        }
        for change in self.boards.iter().flat_map(|board| &board.changes) {
            let tone = self.teller.tone_of(change.on);
            for observed in &change.ends {
                let period = || self.teller.period(change.on, observed.period);
                let told = self.others(observed, tone, period);
                let told = told.iter().map(|told| words::sentence(&words::capital(told)));
                notes.extend(told.map(alone));
            }
        }
        let changes = self.boards.iter().flat_map(|board| &board.changes);
        notes.extend(changes.filter_map(|change| change.contradicted.clone()).map(alone));
        notes.extend(of_changes.into_iter().map(alone));
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

    /// `for May 2021 another source says 500,000 to 850,000 (BBC News [3])`: what others say of a
    /// period, then the same source, then a calculation.
    fn others(
        &self,
        observed: &Observed,
        tone: Tone,
        period: impl FnOnce() -> String,
    ) -> Vec<String> {
        let own = self.teller.figure(observed.figure).source;
        let others = self.teller.others(observed);
        if others.is_empty() {
            return Vec::new();
        }
        let period = period();
        let is_own = |other: &Other| {
            let mut sources = other.figures.iter().map(|key| self.teller.figure(*key).source);
            sources.all(|source| source == own)
        };
        let (calculated, stated): (Vec<&Other>, Vec<&Other>) =
            others.iter().partition(|other| other.derived);
        let (same, another): (Vec<&Other>, Vec<&Other>) =
            stated.into_iter().partition(|other| is_own(other));
        let joined = |some: &[String]| some.join(self.teller.language().small.comma());
        let says = self.says();
        let said: Vec<String> =
            another.iter().map(|other| self.other(Some(own), other, tone)).collect();
        let another =
            (!said.is_empty()).then(|| says.another_says(&period, said.len(), joined(&said)));
        let said = same.iter().map(|other| {
            let number = tone.label(&other.quantity, false);
            format!(
                "{number}{}",
                other.figures.first().map_or(String::new(), |key| self.mark(*key))
            )
        });
        let said: Vec<String> = said.collect();
        let same = (!said.is_empty()).then(|| says.also_prints(&period, joined(&said)));
        let said: Vec<String> =
            calculated.iter().map(|other| tone.label(&other.quantity, true)).collect();
        let calculated =
            (!said.is_empty()).then(|| says.a_calculation_gives(&period, joined(&said)));
        another.into_iter().chain(same).chain(calculated).collect()
    }

    /// What stands beside each number that others say: `another source: BBC News`.
    fn who_else(&self, observed: &Observed) -> Vec<(FigureKey, String)> {
        let own = self.teller.figure(observed.figure).source;
        let says = &self.teller.language().labels;
        let who = |other: &Other| {
            let key = *other.figures.first()?;
            let mut sources = other.figures.iter().map(|key| self.teller.figure(*key).source);
            let own_words = other.derived || sources.all(|source| source == own);
            let publishers = self.publishers(Some(own), other);
            Some((key, if own_words { publishers } else { says.another_source(publishers) }))
        };
        self.teller.others(observed).iter().filter_map(who).collect()
    }

    /// `500,000 to 850,000 (BBC News [3])`.
    fn other(&self, own: Option<SourceKey>, other: &Other, tone: Tone) -> String {
        let publishers = self.publishers(own, other);
        format!("{} ({publishers})", tone.label(&other.quantity, other.derived))
    }

    fn publishers(&self, own: Option<SourceKey>, other: &Other) -> String {
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
        self.teller.language().list(&publishers)
    }
}
