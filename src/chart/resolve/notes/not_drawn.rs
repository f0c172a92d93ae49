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
            .map(|key| self.teller.undrawn(*key))
            .map(|figure| self.not_drawn(figure, self.teller.period(figure.period)))
            .collect();
        (!told.is_empty()).then(|| format!("Left out: {}.", told.join("; ")))
    }

    /// `9,000 for 2016 (Gazette)`.
    fn not_drawn(&self, figure: &Figure, period: String) -> String {
        let said = match figure.quantity() {
            Some(quantity) => {
                let tone = self.teller.tone_of(figure.series);
                tone.label(quantity, figure.is_derived())
            }
            None => "no number".to_string(),
        };
        let publisher = words::name(&self.teller.source(figure.source).publisher);
        format!("{said} for {period} ({publisher})")
    }

    /// Periods of which there is only what has been withdrawn.
    pub(super) fn superseded(&self) -> Option<String> {
        let mut told = Vec::new();
        for shown in self.shown() {
            let superseded = shown.superseded.iter().map(|key| self.teller.undrawn(*key));
            let superseded: Vec<&Figure> = superseded.collect();
            let period = |figure: &Figure| self.teller.period(figure.period);
            match &superseded[..] {
                [first, .., last] if superseded.len() > PERIODS_NAMED => {
                    let many = superseded.len();
                    let said = format!("{many} figures from {} to {}", period(first), period(last));
                    told.push(self.named(shown, said));
                }
                few => told.extend(
                    few.iter().map(|one| self.not_drawn(one, self.named(shown, period(one)))),
                ),
            }
        }
        (!told.is_empty()).then(|| {
            format!("Not drawn, as superseded with nothing in its place: {}.", told.join("; "))
        })
    }

    /// What lies outside the days that the spec asks for.
    pub(super) fn outside(&self) -> Option<String> {
        let cut: Vec<&Shown> = self.shown().filter(|shown| !shown.outside.is_empty()).collect();
        let mut told: Vec<String> = cut.iter().map(|shown| self.outside_of(shown)).collect();
        let few = cut.first().is_some_and(|shown| shown.outside.len() <= PERIODS_NAMED);
        let alike = few && told.windows(2).all(|two| two[0] == two[1]);
        match alike && cut.len() > 1 && cut.len() == self.shown().count() {
            // Of every series the same: they need not be named.
            true => told = vec![told[0].replacen("the figure", "figures", 1)],
            false => {
                let named = cut.iter().zip(told).map(|(shown, said)| self.named(shown, said));
                told = named.collect();
            }
        }
        (!told.is_empty()).then(|| format!("Not shown: {}.", told.join("; ")))
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
        (!told.is_empty()).then(|| format!("Not drawn: {}.", told.join("; ")))
    }

    /// `CAID goes live, Dec 2014, long before the first figure`; of which panel, where another draws
    /// it.
    fn far_event(&self, board: &Board, event: &FarEvent) -> String {
        let mark = self.teller.mark_event(event.key);
        let mark = if mark.is_empty() { mark } else { format!("\u{a0}{mark}") };
        let when = if event.before { "before the first" } else { "after the last" };
        let elsewhere = self.boards.iter().flat_map(|board| &board.events);
        let elsewhere = elsewhere.into_iter().any(|(key, _)| *key == event.key);
        let panel = board.title().filter(|title| elsewhere && !title.contains("{{"));
        let panel = panel.map(|title| format!(" of {title}")).unwrap_or_default();
        format!("{}{mark}, long {when} figure{panel}", event.label)
    }

    /// `figures for 2017 and 2021`, or how many there are before and after what is shown.
    fn outside_of(&self, shown: &Shown) -> String {
        let said = |one: &Observed| self.teller.period(one.period);
        if shown.outside.len() <= PERIODS_NAMED {
            let periods: Vec<String> = shown.outside.iter().map(said).collect();
            let figures = if periods.len() == 1 { "the figure" } else { "figures" };
            return format!("{figures} for {}", words::list(&periods));
        }
        let inside = || shown.observed.iter().chain(&shown.gaps);
        let first = inside().min_by_key(|one| one.span());
        let last = inside().max_by_key(|one| one.span());
        let (Some(first), Some(last)) = (first, last) else { return String::new() };
        let before = shown.outside.iter().filter(|one| one.span() < first.span()).count();
        let after = shown.outside.len() - before;
        let count =
            |count: usize| if count == 1 { "1 figure".into() } else { format!("{count} figures") };
        let parts = [
            (before > 0).then(|| format!("{} before {}", count(before), said(first))),
            (after > 0).then(|| format!("{} after {}", count(after), said(last))),
        ];
        words::list(&parts.into_iter().flatten().collect::<Vec<String>>())
    }
}
