//! How many voices stand behind a number.

use crate::chart::claim::Standing;
use crate::figure::{FigureKey, Quantity};
use crate::locale::words;

use super::writer::NoteWriter;

/// A claim repeated by fewer sources is not worth a sentence.
const VOICES_WORTH_TELLING: usize = 4;

impl NoteWriter<'_, '_> {
    /// How many voices stand behind the claims of a panel; and what their rows have to add.
    pub(super) fn claims(&self) -> (Vec<String>, Vec<String>) {
        let (mut counts, mut notes) = (Vec::new(), Vec::new());
        for claims in self.claimed() {
            let standing = claims.standing();
            let stated = |key: &&FigureKey| {
                let figure = self.teller.figure(**key);
                figure.quantity().is_some() && !figure.is_derived()
            };
            let stated: Vec<FigureKey> = standing.iter().filter(stated).copied().collect();
            let voices = self.teller.voices(&stated);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            let says = self.says();
            let sources = says.sources(all);
            let sources = match (relaying, &voices.first[..]) {
                (0, _) => sources,
                (_, [one]) if relaying == all => {
                    says.all_relaying(sources, &*self.teller.source(*one).publisher)
                }
                _ if relaying == all => says.all_relaying_others(sources),
                _ => says.some_relaying_others(sources, relaying),
            };
            let apart = claims.rows.iter().any(|(_, how)| *how == Standing::Differs);
            let differ = match (claims.disputed, apart) {
                (false, _) => says.they_agree(),
                (true, true) => says.they_differ(),
                (true, false) => says.agree_with_the_preferred(),
            };
            if stated.len() > 1 {
                let period = self.teller.period(claims.series, claims.period);
                counts.push(says.there_are(period, stated.len(), sources, differ));
            }
            let silent =
                standing.iter().filter(|key| self.teller.figure(**key).quantity().is_none());
            match silent.count() {
                0 => {}
                1 => counts.push(says.one_without_number().to_string()),
                many => counts.push(says.many_without_number(many)),
            }
            for (key, standing) in &claims.rows {
                let figure = self.teller.figure(*key);
                let adds = matches!(standing, Standing::Differs | Standing::Superseded)
                    || matches!(figure.quantity(), Some(Quantity::Interval(_)));
                if let Some(quantity) =
                    figure.quantity().filter(|_| adds && !figure.note.is_empty())
                {
                    let said =
                        self.teller.tone_of(claims.series).label(quantity, figure.is_derived());
                    let publisher = &self.teller.source(figure.source).publisher;
                    let note = words::uncapital(&figure.note);
                    let note = words::sentence(&format!("{said} ({publisher}): {note}"));
                    notes.push(words::capital(&note));
                }
            }
        }
        (counts, notes)
    }

    /// One sentence: the figure that most sources state, if they are more than a few.
    pub(super) fn voices(&self) -> Option<String> {
        let mut most: Option<(usize, String)> = None;
        for (shown, observed) in self.observed() {
            let figure = self.teller.figure(observed.figure);
            let best = most.as_ref().map_or(VOICES_WORTH_TELLING - 1, |(best, _)| *best);
            if observed.claims.len() <= best {
                continue;
            }
            let voices = self.teller.voices_for(observed);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            if all <= best {
                continue;
            }
            let says = self.says();
            let sources = says.sources(all);
            let sources = match (relaying, &voices.first[..]) {
                (0, _) => sources,
                (_, [one]) if relaying == all => {
                    says.all_relaying(sources, &*self.teller.source(*one).publisher)
                }
                _ => says.some_relaying(sources, relaying),
            };
            let said =
                self.teller.tone_of(shown.series).label(figure.quantity()?, figure.is_derived());
            let period = self.named_observed(shown, observed);
            let said = words::capital(&said);
            most = Some((all, says.stated_by(said, period, sources)));
        }
        most.map(|(_, sentence)| sentence)
    }
}
