//! What the data has and the picture has not.

use super::writer::{NoteWriter, PERIODS_NAMED};
use crate::chart::resolve::board::{Board, FarEvent};
use crate::chart::resolve::observed::Observed;
use crate::chart::resolve::shown::Shown;
use crate::figure::Figure;
use crate::locale::words;

impl NoteWriter<'_, '_> {
    /// What the author left out.
    pub(super) fn left_out(&self) -> Option<String> {
        let told: Vec<String> = self
            .teller
            .without()
            .iter()
            .map(|key| self.teller.named(*key))
            .map(|figure| self.not_drawn(figure, self.teller.period(figure.series, figure.period)))
            .collect();
        (!told.is_empty()).then(|| self.says().left_out(told.join("; ")))
    }

    /// `9,000 for 2016 (Gazette)`.
    fn not_drawn(&self, figure: &Figure, period: String) -> String {
        let publisher = words::name(&self.teller.source(figure.source).publisher);
        format!("{} ({publisher})", self.said_for(figure, period))
    }

    /// `9,000 for 2016`.
    fn said_for(&self, figure: &Figure, period: String) -> String {
        let said = match figure.quantity() {
            Some(quantity) => {
                let tone = self.teller.tone_of(figure.series);
                let said = tone.label(quantity, figure.is_derived());
                self.teller.language().with_caveat(said, &[figure.status])
            }
            None => self.says().no_number().to_string(),
        };
        self.says().for_period(said, period)
    }

    /// What was withdrawn and says otherwise than what is drawn, each with its reason:
    /// `Withdrawn: 361,026 for 2021 (Office). Last digits swapped.` Who said it, where that is
    /// another than who says what is drawn.
    pub(super) fn withdrawn(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (shown, observed) in self.observed() {
            for key in self.teller.withdrawn(observed) {
                let figure = self.teller.named(key);
                let period = self.named_observed(shown, observed);
                let source = |figure: &Figure| self.teller.source(figure.source);
                let own = source(self.teller.figure(observed.figure));
                let said = match source(figure).publisher == own.publisher {
                    true => self.said_for(figure, period),
                    false => self.not_drawn(figure, period),
                };
                let said = self.says().withdrawn(said);
                let why = self.without_ids(figure, figure.note.trim());
                told.push(match why.as_str() {
                    "" => words::sentence(&said),
                    why => words::sentence(&words::followed(&said, why)),
                });
            }
        }
        told
    }

    /// A reason in which the figure that took the place of another is called by what it says and who
    /// says it, not by its id: `supersede` and `revise` write `Superseded by ID: ...`.
    fn without_ids(&self, figure: &Figure, why: &str) -> String {
        let Some(by) = figure.superseded_by.map(|key| self.teller.figure(key)) else {
            return why.to_string();
        };
        let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let named = why.match_indices(&*by.id).find(|(at, id)| {
            !why[..*at].ends_with(is_part) && !why[at + id.len()..].starts_with(is_part)
        });
        let Some((at, id)) = named else { return why.to_string() };
        let period = self.teller.period(by.series, by.period);
        format!("{}{}{}", &why[..at], self.not_drawn(by, period), &why[at + id.len()..])
    }

    /// Periods of which there is only what has been withdrawn.
    pub(super) fn superseded(&self) -> Option<String> {
        let mut told = Vec::new();
        for shown in self.shown() {
            let superseded = shown.superseded.iter().map(|key| self.teller.named(*key));
            let superseded: Vec<&Figure> = superseded.collect();
            let period = |figure: &Figure| self.teller.period(figure.series, figure.period);
            match &superseded[..] {
                [first, .., last] if superseded.len() > PERIODS_NAMED => {
                    let many = superseded.len();
                    let said = self.says().figures_from_to(many, period(first), period(last));
                    told.push(self.named(shown, said));
                }
                few => told.extend(
                    few.iter().map(|one| self.not_drawn(one, self.named(shown, period(one)))),
                ),
            }
        }
        (!told.is_empty()).then(|| self.says().superseded(told.join("; ")))
    }

    /// What lies outside the days that the spec asks for.
    pub(super) fn outside(&self) -> Option<String> {
        let cut: Vec<&Shown> = self.shown().filter(|shown| !shown.outside.is_empty()).collect();
        let told: Vec<String> = cut.iter().map(|shown| self.outside_of(shown)).collect();
        let few = cut.first().is_some_and(|shown| shown.outside.len() <= PERIODS_NAMED);
        let alike = few && told.windows(2).all(|two| two[0] == two[1]);
        let told = match cut.first() {
            // Of every series the same: they need not be named.
            Some(one) if alike && cut.len() > 1 && cut.len() == self.shown().count() => {
                self.figures_for(one, cut.len() * one.outside.len())
            }
            _ => {
                let named = cut.iter().zip(told).map(|(shown, said)| self.named(shown, said));
                named.collect::<Vec<String>>().join("; ")
            }
        };
        (!told.is_empty()).then(|| self.says().not_shown(told))
    }

    /// The events that lie so far from the figures that they are not drawn.
    pub(super) fn far_events(&self) -> Option<String> {
        let mut told: Vec<String> = Vec::new();
        for (board, event) in
            self.boards.iter().flat_map(|board| board.far.iter().map(move |event| (board, event)))
        {
            let said = self.far_event(board, event);
            if !told.contains(&said) {
                told.push(said);
            }
        }
        (!told.is_empty()).then(|| self.says().events_not_drawn(told.join("; ")))
    }

    /// `CAID goes live, Dec 2014, long before the first figure`; of which panel, where another draws
    /// it.
    fn far_event(&self, board: &Board, event: &FarEvent) -> String {
        let mark = self.teller.mark_event(event.key);
        let mark = if mark.is_empty() { mark } else { format!("\u{a0}{mark}") };
        let elsewhere = self.boards.iter().flat_map(|board| &board.events);
        let elsewhere = elsewhere.into_iter().any(|(key, _)| *key == event.key);
        let panel = board.title().filter(|title| elsewhere && !title.contains("{{"));
        let (says, said) = (self.says(), format!("{}{mark}", event.label));
        match (event.before, panel) {
            (true, None) => says.long_before(said),
            (false, None) => says.long_after(said),
            (true, Some(panel)) => says.long_before_those_of(said, panel),
            (false, Some(panel)) => says.long_after_those_of(said, panel),
        }
    }

    /// `figures for 2017 and 2021`, or how many there are before and after what is shown.
    fn outside_of(&self, shown: &Shown) -> String {
        let said = |one: &Observed| self.teller.period(shown.series, one.period);
        if shown.outside.len() <= PERIODS_NAMED {
            return self.figures_for(shown, shown.outside.len());
        }
        let inside = || shown.drawn().chain(&shown.gaps);
        let first = inside().min_by_key(|one| one.span());
        let last = inside().max_by_key(|one| one.span());
        let (Some(first), Some(last)) = (first, last) else { return String::new() };
        let before = shown.outside.iter().filter(|one| one.span() < first.span()).count();
        let after = shown.outside.len() - before;
        let parts = [
            (before > 0).then(|| self.says().figures_before(before, said(first))),
            (after > 0).then(|| self.says().figures_after(after, said(last))),
        ];
        self.teller.language().list(&parts.into_iter().flatten().collect::<Vec<String>>())
    }

    /// So many figures for the periods that a series has outside of what is shown.
    fn figures_for(&self, shown: &Shown, count: usize) -> String {
        let periods = shown.outside.iter().map(|one| self.teller.period(shown.series, one.period));
        let periods = self.teller.language().list(&periods.collect::<Vec<String>>());
        self.says().figures_for(count, periods)
    }
}
