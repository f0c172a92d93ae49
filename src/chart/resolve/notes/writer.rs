//! What the notes are written from.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use crate::chart::resolve::board::{Board, Claims};
use crate::chart::resolve::observed::Observed;
use crate::chart::resolve::shown::Shown;
use crate::chart::resolve::teller::Teller;
use crate::figure::{FigureKey, Period, Span};
use crate::locale::phrases::Notes;

/// So many periods of a kind are named one by one.
pub const PERIODS_NAMED: usize = 4;

/// Writes notes about some panels.
pub struct NoteWriter<'w, 'a> {
    pub teller: &'w Teller<'w, 'a>,
    pub boards: &'w [Board<'a>],
    /// Those that have a figure for a period of which another has one, too.
    beside: OnceCell<Vec<&'w Shown<'a>>>,
}

impl<'w, 'a> NoteWriter<'w, 'a> {
    pub fn new(teller: &'w Teller<'w, 'a>, boards: &'w [Board<'a>]) -> NoteWriter<'w, 'a> {
        NoteWriter { teller, boards, beside: OnceCell::new() }
    }

    pub(super) fn shown(&self) -> impl Iterator<Item = &'w Shown<'a>> {
        self.boards.iter().flat_map(|board| &board.shown)
    }

    pub(super) fn observed(&self) -> impl Iterator<Item = (&'w Shown<'a>, &'w Observed<'a>)> {
        self.shown().flat_map(|shown| shown.drawn().map(move |observed| (shown, observed)))
    }

    pub(super) fn changes(&self) -> impl Iterator<Item = &'w Observed<'a>> {
        self.boards.iter().flat_map(|board| &board.changes).map(|change| &change.observed)
    }

    pub(super) fn says(&self) -> &'static Notes {
        &self.teller.language().notes
    }

    /// What a layer is called in a note; empty where the chart shows one thing only.
    pub(super) fn name(&self, shown: &Shown) -> String {
        match self.shown().count() {
            0 | 1 => String::new(),
            _ => self.teller.called(shown).to_string(),
        }
    }

    /// The same of what is drawn: `2030 (target)` where it is one.
    pub(super) fn named_observed(&self, shown: &Shown, observed: &Observed) -> String {
        self.with_target(observed, self.named_period(shown, observed.period))
    }

    /// The same where the series is named already.
    pub(super) fn observed_period(&self, shown: &Shown, observed: &Observed) -> String {
        self.with_target(observed, self.teller.period(shown.series, observed.period))
    }

    fn with_target(&self, observed: &Observed, said: String) -> String {
        match observed.target {
            true => {
                let language = self.teller.language();
                language.answers.with_status(said, language.statuses.target())
            }
            false => said,
        }
    }

    /// `2017`, or `2017 (Confirmed)` where another layer has figures for the same periods.
    pub(super) fn named_period(&self, shown: &Shown, period: Period) -> String {
        let said = self.teller.period(shown.series, period);
        match self.is_beside_others(shown) {
            true => self.named(shown, said),
            false => said,
        }
    }

    /// Has another layer figures for the same periods?
    pub(super) fn is_beside_others(&self, shown: &Shown) -> bool {
        let beside = self.beside.get_or_init(|| self.beside_others());
        beside.iter().any(|beside| std::ptr::eq(*beside, shown))
    }

    fn beside_others(&self) -> Vec<&'w Shown<'a>> {
        if self.shown().nth(1).is_none() {
            return Vec::new();
        }
        let mut holders: HashMap<Span, usize> = HashMap::new();
        let mut shared: HashSet<Span> = HashSet::new();
        for (at, shown) in self.shown().enumerate() {
            for span in shown.drawn().map(Observed::span) {
                if *holders.entry(span).or_insert(at) != at {
                    shared.insert(span);
                }
            }
        }
        let is_shared = |one: &Observed| shared.contains(&one.span());
        self.shown().filter(|shown| shown.drawn().any(is_shared)).collect()
    }

    pub(super) fn named(&self, shown: &Shown, text: String) -> String {
        match self.name(shown) {
            name if name.is_empty() => text,
            name => format!("{text} ({name})"),
        }
    }

    pub(super) fn mark(&self, key: FigureKey) -> String {
        match self.teller.mark(key) {
            mark if mark.is_empty() => mark,
            mark => format!(" {mark}"),
        }
    }

    pub(super) fn claimed(&self) -> impl Iterator<Item = &'w Claims> {
        self.boards.iter().filter_map(|board| board.claims.as_ref())
    }
}
