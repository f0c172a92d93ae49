//! What figures have in common that stand beside each other.

use super::writer::NoteWriter;
use crate::chart::resolve::shown::Shown;
use crate::figure::{Frequency, Sequence};
use crate::locale::words;

impl NoteWriter<'_, '_> {
    /// That neighbours share days, once for all series of which it is true.
    pub(super) fn overlaps(&self) -> Vec<String> {
        let says = self.says();
        let kinds = [says.share_months(), says.share_days(), says.includes_the_one_before()];
        let told = kinds.into_iter().filter_map(|kind| {
            let of: Vec<&Shown> =
                self.shown().filter(|shown| self.in_common(shown) == Some(kind)).collect();
            let names = of.iter().map(|shown| self.teller.called(shown));
            let names = self.teller.language().list(&names.collect::<Vec<&str>>());
            match of.len() {
                0 => None,
                all if all == self.shown().count() => Some(words::sentence(kind)),
                _ => Some(words::sentence(&says.said_of(kind, names))),
            }
        });
        told.collect()
    }

    fn in_common(&self, shown: &Shown) -> Option<&'static str> {
        let several = shown.observed.len() > 1;
        match shown.sequence {
            Sequence::Rolling { length: Frequency::Months { day: 1, .. }, step } => {
                let months = matches!(step, Frequency::Months { .. });
                Some(if months { self.says().share_months() } else { self.says().share_days() })
            }
            Sequence::Rolling { .. } => Some(self.says().share_days()),
            Sequence::Running(_) => Some(self.says().includes_the_one_before()),
            _ => None,
        }
        .filter(|_| several)
    }
}
