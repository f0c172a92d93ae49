//! What is said to go one way ever since a date, held against all that came after it.

use super::dated::DateRole;
use super::growth::went;
use super::known::DrawnFigure;
use super::text::{JudgedText, speaks_of_forecasts};
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, Pause, goes_on};

impl WordJudge {
    /// `has been falling since 2016`, where a later figure lies above that of 2016.
    pub(super) fn moves_on(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<TypedFault> {
        let start = heard.words.start;
        let clause = text.around(start, Pause::Clause);
        let mut lead = (clause.start.max(start.saturating_sub(3))..start).rev();
        let on = goes_on(text.word(start)) && lead.any(|at| text.word(at) == "been");
        let next = heard.words.end;
        if !on || heard.denied || text.word(next) != "since" {
            return None;
        }
        let (series, named) = topic(text, &self.counted, scope, &heard.words);
        if !named && self.counted.len() > 1 {
            return None;
        }
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(speaks_of_forecasts(text)).collect();
            let named = self.named(text, &clause, &told);
            let [since] = &named[..] else { return None };
            if since.role != DateRole::Reference || counted.nature.tells_changes() {
                return None;
            }
            let first = told[since.place];
            let pairs = told[since.place + 1..].iter().map(|later| (counted, first, *later));
            let clear = |pair: &(_, &DrawnFigure, &DrawnFigure)| !counted.broken(pair.1, pair.2);
            let other = pairs
                .take_while(clear)
                .find(|pair| went(pair).flatten().is_some_and(|gone| gone != way));
            // or which has come half the way back
            let turned = || {
                let later =
                    told[since.place + 1..].iter().take_while(|one| !counted.broken(first, one));
                let later: Vec<&DrawnFigure> = later.copied().collect();
                let far = |one: &DrawnFigure| {
                    let far = one.value()?.checked_sub(first.value()?)?;
                    Some(if way == Way::Up { far } else { -far })
                };
                let most = later.iter().filter_map(|one| Some((*one, far(one)?)));
                let (peak, most) = most.max_by_key(|(_, far)| *far)?;
                let last = later.last()?;
                let left = far(last)?;
                (left * rust_decimal::Decimal::TWO < most).then_some((counted, peak, *last))
            };
            against = against.or(Some(other.or_else(turned)?));
        }
        Some(text.went_otherwise(&heard.at, against?))
    }
}
