//! What a reader must be told: sentences below the chart, always in the same order.

mod apart;
mod derivations;
mod disputes;
mod not_drawn;
mod overlaps;
mod stacks;
mod statuses;
mod voices;
mod writer;

use crate::chart::resolve::board::Board;
use crate::chart::resolve::in_plot::SaidBeside;
use crate::chart::resolve::teller::Teller;
use crate::figure::FigureKey;
use writer::NoteWriter;

/// Why series that stand side by side are not compared: the first of the notes.
pub fn apart(teller: &Teller, boards: &[Board]) -> Vec<String> {
    NoteWriter::new(teller, boards).apart()
}

/// The computed notes, in order.
#[derive(Default)]
pub struct WrittenNotes {
    pub texts: Vec<String>,
    /// The places of those that a picture leaves to its description: what is no protection.
    pub aside: Vec<usize>,
    /// The places of those that a picture says where there is room.
    pub spare: Vec<usize>,
    /// Those in whose place words may stand in the plot.
    pub beside: Vec<SaidBeside>,
}

impl WrittenNotes {
    fn add(&mut self, texts: impl IntoIterator<Item = String>) {
        self.texts.extend(texts);
    }

    fn add_beside(&mut self, told: impl IntoIterator<Item = (String, Vec<(FigureKey, String)>)>) {
        for (text, beside) in told {
            self.beside.push((self.texts.len(), beside));
            self.texts.push(text);
        }
    }

    fn add_spare(&mut self, texts: impl IntoIterator<Item = String>) {
        let first = self.texts.len();
        self.texts.extend(texts);
        self.spare.extend(first..self.texts.len());
    }

    fn add_aside(&mut self, texts: impl IntoIterator<Item = String>) {
        let first = self.texts.len();
        self.texts.extend(texts);
        self.aside.extend(first..self.texts.len());
    }
}

/// The computed notes, below such a subtitle; those of the author follow.
pub fn notes(teller: &Teller, boards: &[Board], subtitle: &str) -> WrittenNotes {
    let writer = NoteWriter::new(teller, boards);
    let mut notes = WrittenNotes::default();
    notes.add(writer.apart());
    notes.add_spare(writer.definitions());
    let (arithmetic, disputed, remarks) = writer.derivations();
    notes.add_aside(arithmetic);
    notes.add(disputed);
    notes.add_aside(remarks);
    // the sources of those without a number are numbered before those of disputes
    let silent = writer.silent();
    notes.add_beside(writer.disputes());
    notes.add_aside(silent);
    notes.add(writer.withdrawn());
    let (counts, reasons) = writer.claims();
    notes.add_aside(counts);
    notes.add(reasons);
    notes.add_beside(writer.breaks());
    notes.add(writer.stacks());
    notes.add(writer.overlaps());
    notes.add(writer.statuses());
    let (quoted, vague) = writer.approximate_dates();
    notes.add_spare(quoted);
    notes.add_aside(vague);
    notes.add(writer.intervals());
    notes.add(writer.conversions());
    notes.add(writer.units(subtitle));
    notes.add(writer.left_out());
    notes.add(writer.superseded());
    notes.add(writer.outside());
    notes.add_spare(writer.far_events());
    notes.add_aside(writer.voices());
    notes
}
