//! How many voices stand behind a number.

use crate::chart::claim::Standing;
use crate::figure::{FigureKey, Quantity};
use crate::locale::words;

use super::writer::NoteWriter;

/// A claim repeated by fewer sources is not worth a sentence.
const VOICES_WORTH_TELLING: usize = 4;

impl NoteWriter<'_, '_> {
    /// How many voices stand behind the claims of a panel, and what their rows have to add.
    pub(super) fn claims(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for claims in self.claimed() {
            let standing = claims.standing();
            let stated = |key: &&FigureKey| {
                let figure = self.teller.figure(**key);
                figure.quantity().is_some() && !figure.is_derived()
            };
            let stated: Vec<FigureKey> = standing.iter().filter(stated).copied().collect();
            let voices = self.teller.voices(&stated);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", self.teller.source(*one).publisher)
                }
                _ if relaying == all => ", all relaying others".to_string(),
                (1, _) => ", 1 of them relaying another".to_string(),
                _ => format!(", {relaying} of them relaying others"),
            };
            let apart = claims.rows.iter().any(|(_, how)| *how == Standing::Differs);
            let differ = match (claims.disputed, apart) {
                (false, _) => "They agree",
                (true, true) => "They differ",
                (true, false) => "They agree with the preferred one, and not all with each other",
            };
            if stated.len() > 1 {
                let sources = if all == 1 { "1 source".into() } else { format!("{all} sources") };
                let figures = format!("{} figures from {sources}{who}", stated.len());
                let period = self.teller.period(claims.period);
                notes.push(format!("For {period} there are {figures}. {differ}."));
            }
            let silent =
                standing.iter().filter(|key| self.teller.figure(**key).quantity().is_none());
            match silent.count() {
                0 => {}
                1 => notes.push("One source gives no number.".to_string()),
                many => notes.push(format!("{many} sources give no number.")),
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
        notes
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
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", self.teller.source(*one).publisher)
                }
                _ => format!(", {relaying} of them relaying"),
            };
            let said =
                self.teller.tone_of(shown.series).label(figure.quantity()?, figure.is_derived());
            let period = self.named_period(shown, observed.period);
            let said = words::capital(&said);
            most = Some((all, format!("{said} for {period} is stated by {all} sources{who}.")));
        }
        most.map(|(_, sentence)| sentence)
    }
}
