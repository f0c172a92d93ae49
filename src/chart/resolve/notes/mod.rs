//! What a reader must be told: sentences below the chart, always in the same order.

mod apart;
mod derivations;
mod disputes;
mod not_drawn;
mod overlaps;
mod statuses;
mod voices;
mod writer;

use crate::chart::resolve::board::Board;
use crate::chart::resolve::teller::Teller;
use writer::NoteWriter;

/// Why series that stand side by side are not compared: the first of the notes.
pub fn apart(teller: &Teller, boards: &[Board]) -> Vec<String> {
    NoteWriter::new(teller, boards).apart()
}

/// The computed notes; those of the author follow.
pub fn notes(teller: &Teller, boards: &[Board]) -> Vec<String> {
    let writer = NoteWriter::new(teller, boards);
    let mut notes = writer.apart();
    notes.extend(writer.definitions());
    notes.extend(writer.derivations());
    // the sources of those without a number are numbered before those of disputes
    let silent = writer.silent();
    notes.extend(writer.disputes());
    notes.extend(silent);
    notes.extend(writer.withdrawn());
    notes.extend(writer.claims());
    notes.extend(writer.breaks());
    notes.extend(writer.overlaps());
    notes.extend(writer.statuses());
    notes.extend(writer.approximate_dates());
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
