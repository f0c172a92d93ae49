//! What a reader must be told: sentences below the chart, always in the same order.

mod derivations;
mod disputes;
mod not_drawn;
mod statuses;
mod voices;
mod writer;

use crate::chart::resolve::board::{Board, Claims};
use crate::chart::resolve::citations::{Citations, inputs};
use crate::chart::resolve::desk::Desk;
use crate::chart::resolve::disputes::others;
use crate::figure::FigureKey;

use disputes::silent;
use writer::Writer;

/// The computed notes; those of the author follow.
pub fn notes(desk: &Desk, boards: &[Board], citations: &Citations) -> Vec<String> {
    let mut writer = Writer { desk, boards, citations, beside: Vec::new() };
    writer.beside = writer.beside_others();
    let mut notes = Vec::new();
    notes.extend(writer.derivations());
    notes.extend(writer.disputes());
    notes.extend(writer.silent());
    notes.extend(writer.claims());
    notes.extend(writer.breaks());
    notes.extend(writer.statuses());
    notes.extend(writer.intervals());
    notes.extend(writer.conversions());
    notes.extend(writer.units());
    notes.extend(writer.left_out());
    notes.extend(writer.superseded());
    notes.extend(writer.outside());
    notes.extend(writer.far_events());
    notes.extend(writer.voices());
    notes
}

/// The figures that only the notes tell of, in the order in which they do.
pub fn told(desk: &Desk, boards: &[Board]) -> Vec<FigureKey> {
    let writer = Writer { desk, boards, citations: &Citations::default(), beside: Vec::new() };
    let mut told = Vec::new();
    for key in writer.claimed().flat_map(Claims::figures) {
        if desk.data.figure(key).is_derived() {
            told.extend(inputs(desk.data, key));
        }
    }
    for (_, observed) in writer.observed() {
        if desk.data.figure(observed.figure).is_derived() {
            told.extend(inputs(desk.data, observed.figure));
        }
    }
    let disputed = writer.observed().map(|(_, observed)| observed);
    let ends = boards.iter().flat_map(|board| &board.changes).flat_map(|change| &change.ends);
    for (_, observed) in writer.observed() {
        told.extend(silent(desk, observed));
    }
    for observed in disputed.chain(writer.changes()).chain(ends) {
        told.extend(others(desk, observed).into_iter().flat_map(|other| other.figures));
    }
    told
}
