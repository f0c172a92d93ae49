//! How sure the figures are, and what parts them from one another.

use crate::chart::resolve::in_plot::MOST;
use crate::chart::resolve::observed::Observed;
use crate::chart::resolve::shown::Shown;
use crate::chart::resolve::subtitle::names;
use crate::figure::{FigureKey, Quantity, Status, Tie};
use crate::locale::{Phrase, words};

use super::writer::{NoteWriter, PERIODS_NAMED};

impl NoteWriter<'_, '_> {
    /// `Estimates: 2017 and 2018. Revised: 2019.` That we have worked something out is told
    /// elsewhere.
    pub(super) fn statuses(&self) -> Option<String> {
        type Is = fn(Status) -> bool;
        let says = self.says();
        let kinds: [(Is, [Phrase; 3]); 3] = [
            (Status::is_estimate, [says.all_estimates, says.estimates, says.estimates_but]),
            (Status::is_revised, [says.all_revised, says.revised, says.revised_but]),
            (Status::is_unreliable, [says.all_unreliable, says.unreliable, says.unreliable_but]),
        ];
        let estimate = Status::parse("e").unwrap_or_default();
        let list = |some: Vec<(&Shown, &Observed)>| {
            let periods = some.iter().map(|(shown, one)| self.named_observed(shown, one));
            self.teller.language().list(&periods.collect::<Vec<String>>())
        };
        let told = kinds.into_iter().filter_map(|(is, [all, some, all_but])| {
            let (some_of, others): (Vec<_>, Vec<_>) = self.observed().partition(|(_, observed)| {
                let figure = self.teller.figure(observed.figure);
                is(figure.status) && !(figure.is_derived() && is(estimate))
            });
            match (some_of.len(), others.len()) {
                (0, _) => None,
                (2.., 0) => Some(all.filled(&[])),
                (5.., 1 | 2) => Some(all_but.filled(&[&list(others)])),
                _ => Some(some.filled(&[&list(some_of)])),
            }
        });
        let told: Vec<String> = told.collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// A mark stands at one place, however vaguely its date is known: at the date on which its
    /// source said it, or somewhere in its period. First what is so of all.
    pub(super) fn approximate_dates(&self) -> (Option<String>, Vec<String>) {
        let all = self.observed().count();
        let vague = self.observed().filter(|(_, observed)| observed.period.is_approximate());
        let (quoted, others): (Vec<(&Shown, &Observed)>, Vec<_>) =
            vague.partition(|(_, observed)| self.is_dated_as_quoted(observed));
        let says = self.says();
        let names = |some: &[(&Shown, &Observed)]| {
            let named = some.iter().map(|(shown, one)| self.named_observed(shown, one));
            self.teller.language().list(&named.collect::<Vec<String>>())
        };
        let told = match quoted.len() {
            0 => None,
            many if many == all => return (Some(says.dated_as_quoted(many)), Vec::new()),
            1..=PERIODS_NAMED => Some(says.dated_as_quoted_for(names(&quoted))),
            many => Some(says.some_dated_as_quoted(many, all)),
        };
        let rest = match others.len() {
            0 => None,
            many if many == all && many > 1 => Some(says.all_dates_approximate().to_string()),
            1..=PERIODS_NAMED => Some(says.approximate_dates(names(&others))),
            many => Some(says.some_dates_approximate(many, all)),
        };
        (None, told.into_iter().chain(rest).collect())
    }

    /// Is its period that in which its source was published? Of what is counted over a period no
    /// such thing can be told.
    fn is_dated_as_quoted(&self, observed: &Observed) -> bool {
        let figure = self.teller.figure(observed.figure);
        let tie = self.teller.series(figure.series).nature.tie();
        let published = self.teller.source(figure.source).published;
        let within = published.is_some_and(|date| {
            let (said, own) = (date.span(), observed.span());
            own.start <= said.start && said.end <= own.end
        });
        within && !figure.is_derived() && matches!(tie, Tie::Date | Tie::Average)
    }

    /// Which interval an estimate is drawn with: the note of its figure says so.
    pub(super) fn intervals(&self) -> Vec<String> {
        let mut told: Vec<(&str, Vec<String>)> = Vec::new();
        for (shown, observed) in self.observed() {
            let figure = self.teller.figure(observed.figure);
            let interval = matches!(figure.quantity(), Some(Quantity::Interval(_)));
            if !interval || figure.note.is_empty() {
                continue;
            }
            let period = self.named_observed(shown, observed);
            match told.iter_mut().find(|(note, _)| *note == &*figure.note) {
                Some((_, periods)) => periods.push(period),
                None => told.push((&figure.note, vec![period])),
            }
        }
        match &told[..] {
            [(only, _)] => vec![words::sentence(only)],
            several => several
                .iter()
                .map(|(note, periods)| {
                    words::sentence(&format!("{}: {note}", self.teller.language().list(periods)))
                })
                .collect(),
        }
    }

    /// Where a line stops, and the reason that the data gives.
    pub(super) fn breaks(&self) -> Vec<(String, Vec<(FigureKey, String)>)> {
        let mut told: Vec<(String, Vec<(FigureKey, String)>)> = Vec::new();
        // Several series from one period on, each for a reason that has no room beside its mark.
        let mut long: Vec<(String, Vec<String>)> = Vec::new();
        for shown in self.shown() {
            for observed in shown.observed.iter().skip(1) {
                for key in &observed.breaks {
                    let (period, reason) = self.teller.broken(*key);
                    let place = self.named_period(shown, period);
                    let reason = reason.trim_end_matches('.').to_string();
                    if self.is_beside_others(shown) && reason.chars().count() > MOST {
                        let place = self.teller.period(shown.series, period);
                        let reason = self.named(shown, reason);
                        match long.iter_mut().find(|(known, _)| *known == place) {
                            Some((_, reasons)) => reasons.push(reason),
                            None => long.push((place, vec![reason])),
                        }
                        continue;
                    }
                    let note = words::sentence(&self.says().break_before(place, &reason));
                    told.push((note, vec![(*key, reason)]));
                }
            }
        }
        let long = long.into_iter().map(|(place, reasons)| {
            let said = self.says().break_before(place, reasons.join("; "));
            (words::sentence(&said), Vec::new())
        });
        told.extend(long);
        told
    }

    /// That marks of several units are not joined: of which, where the subtitle does not name them.
    pub(super) fn units(&self, subtitle: &str) -> Vec<String> {
        let subtitle = subtitle.to_lowercase();
        let several = self.boards.iter().map(|board| self.teller.units(board));
        several
            .filter(|units| units.len() > 1)
            .map(|units| match units.iter().all(|unit| names(&subtitle, &unit.to_lowercase())) {
                true => self.says().different_things_named().to_string(),
                false => self.says().different_things(self.teller.language().list(&units)),
            })
            .collect()
    }
}
