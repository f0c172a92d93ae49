//! How many voices stand behind a number.

use crate::chart::claim::Standing;
use crate::figure::{FigureKey, Quantity};
use crate::locale::words;

use super::writer::Writer;
/// A claim repeated by fewer sources is not worth a sentence.
const VOICES_WORTH_TELLING: usize = 4;

impl<'w, 'a> Writer<'w, 'a> {
    /// How many voices stand behind the claims of a panel, and what their rows have to add.
    pub(super) fn claims(&self) -> Vec<String> {
        let data = self.desk.data;
        let mut notes = Vec::new();
        for claims in self.claimed() {
            let standing = claims.standing();
            let stated = |key: &&FigureKey| {
                let figure = data.figure(**key);
                figure.quantity().is_some() && !figure.is_derived()
            };
            let stated: Vec<FigureKey> = standing.iter().filter(stated).copied().collect();
            let voices = data.voices(&stated);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", data.source(*one).publisher)
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
                let period = self.desk.period(claims.period);
                notes.push(format!("For {period} there are {figures}. {differ}."));
            }
            let silent = standing.iter().filter(|key| data.figure(**key).quantity().is_none());
            match silent.count() {
                0 => {}
                1 => notes.push("One source gives no number.".to_string()),
                many => notes.push(format!("{many} sources give no number.")),
            }
            for (key, standing) in &claims.rows {
                let figure = data.figure(*key);
                let adds = matches!(standing, Standing::Differs | Standing::Superseded)
                    || matches!(figure.quantity(), Some(Quantity::Interval(_)));
                if let Some(quantity) =
                    figure.quantity().filter(|_| adds && !figure.note.is_empty())
                {
                    let said = claims.tone(self.desk).label(quantity, figure.is_derived());
                    let publisher = &data.source(figure.source).publisher;
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
        let data = self.desk.data;
        let mut most: Option<(usize, String)> = None;
        for (shown, observed) in self.observed() {
            let figure = data.figure(observed.figure);
            let best = most.as_ref().map_or(VOICES_WORTH_TELLING - 1, |(best, _)| *best);
            if observed.claims.len() <= best {
                continue;
            }
            let quantity = figure.quantity();
            let saying_so =
                observed.claims.iter().filter(|key| data.figure(**key).quantity() == quantity);
            let voices = data.voices(saying_so);
            let (all, relaying) = (voices.sources.len(), voices.relaying.len());
            if all <= best {
                continue;
            }
            let who = match (relaying, &voices.first[..]) {
                (0, _) => String::new(),
                (_, [one]) if relaying == all => {
                    format!(", all relaying {}", data.source(*one).publisher)
                }
                _ => format!(", {relaying} of them relaying"),
            };
            let said = shown.tone(self.desk).label(quantity?, figure.is_derived());
            let period = self.named_period(shown, observed.period);
            let said = words::capital(&said);
            most = Some((all, format!("{said} for {period} is stated by {all} sources{who}.")));
        }
        most.map(|(_, sentence)| sentence)
    }
}
