//! What is forecast to go one way, held against the forecasts of the chart.

use super::growth::went;
use super::known::DrawnFigure;
use super::near::Days;
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, Pause, denies};

impl WordJudge {
    /// Is a movement said of what may come, and not denied?
    pub(super) fn is_to_come(&self, text: &JudgedText, heard: &Heard) -> bool {
        let clause = text.around(heard.words.start, Pause::Clause);
        let lead = clause.start.max(heard.words.start.saturating_sub(5))..heard.words.start;
        let expects = |word: &str| {
            matches!(
                word,
                "expected" | "forecast" | "projected" | "predicted" | "will" | "set" | "due"
            )
        };
        let told = |one: &DrawnFigure| one.status.is_forecast();
        lead.clone().any(|at| expects(text.word(at)))
            && !lead.into_iter().any(|at| denies(text.word(at)) || text.word(at) == "no")
            && self.counted.iter().any(|one| one.told.iter().any(told))
    }

    /// `is forecast to keep growing after 2024`, where the forecasts fall: from what was counted last, or
    /// between the dates that are named.
    pub(super) fn moves_to_come(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if !named && self.counted.len() > 1 {
            return None;
        }
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let dates = text.mentions.iter().filter(|one| {
            let at = text.word_at(one.at.start);
            sentence.contains(&at) && !text.is_computed(&one.at)
        });
        let dates: Vec<(Days, &str)> = dates
            .filter_map(|one| {
                let lead = one.from.checked_sub(1).map_or("", |at| text.word(at));
                Some((one.days?, lead))
            })
            .collect();
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(true).collect();
            let place = |days: Days| told.iter().rposition(|one| one.meets(days));
            let last = told.len().checked_sub(1)?;
            let now = told.iter().rposition(|one| !one.status.is_forecast())?;
            if now == last {
                return None;
            }
            let pairs = match dates[..] {
                [] => vec![(now, last), (now, now + 1)],
                [(days, "after" | "from" | "since" | "beyond")] => {
                    let from = place(days)?;
                    vec![(from, last), (from, (from + 1).min(last))]
                }
                [(days, "in" | "during")] => {
                    let to = place(days)?;
                    vec![(to.checked_sub(1)?, to)]
                }
                [(days, _)] => vec![(now.min(place(days)?), place(days)?)],
                [(first, _), (end, _)] => vec![(place(first)?, place(end)?)],
                _ => return None,
            };
            for (from, to) in pairs {
                let (from, to) = (from.min(to), from.max(to));
                if from == to || counted.broken(told[from], told[to]) {
                    return None;
                }
                let pair = (counted, told[from], told[to]);
                match went(&pair) {
                    Some(Some(gone)) if gone != way => against = against.or(Some(pair)),
                    _ => return None,
                }
            }
        }
        Some(text.went_otherwise(&heard.at, against?))
    }
}
