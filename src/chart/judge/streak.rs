//! Steps one after the other, held against those that the figures took.

use super::dated::DateRole;
use super::growth::went;
use super::known::{Counted, DrawnFigure};
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, HeardStreak, Pause, in_a_row};

/// How many steps that end at a figure went one way.
struct Steps {
    count: usize,
    /// Before them one went another way; else nobody knows how many more there are.
    ends: bool,
}

impl WordJudge {
    /// `fell for five weeks running`, `rose for the third year in a row in 2023`: nothing where no such
    /// thing is said, and nothing in it where it is true or nobody knows.
    pub(super) fn moves_in_a_row(
        &self,
        text: &JudgedText,
        scope: Scope,
        heard: &Heard,
        way: Way,
    ) -> Option<Option<TypedFault>> {
        let clause = text.around(heard.words.start, Pause::Clause);
        let streak = in_a_row(&text.sentence, clause.clone())?;
        let (series, _) = topic(text, &self.counted, scope, &heard.words);
        let mut against = None;
        for counted in series.into_iter().map(|at| &self.counted[at]) {
            let told: Vec<&DrawnFigure> = counted.counted(false).collect();
            let Some(last) = told.len().checked_sub(1).filter(|last| *last > 0) else { continue };
            let named = self.named(text, &clause, &told);
            let dated = named.iter().rfind(|one| one.role != DateRole::Reference);
            // `for six months in a row from January`
            let from = match &named[..] {
                [one] if !streak.nth && (one.role == DateRole::Reference || one.starts) => {
                    (!streak.now).then_some(one.place + streak.steps)
                }
                _ => None,
            };
            if from.is_some_and(|end| end > last) {
                continue;
            }
            let ends = match dated {
                _ if let Some(end) = from => end..=end,
                Some(one) => one.place..=one.place,
                None if streak.now || streak.nth => last..=last,
                None => 1..=last,
            };
            let mut longest: Option<(Steps, &DrawnFigure)> = None;
            for end in ends {
                let run = run_to(counted, &told, end, way);
                // Nothing is known of what came before.
                if run.count == 0 && !run.ends {
                    continue;
                }
                // Of some time or other, not all of which is known: it must have been seen.
                let seen = dated.is_some() || streak.now || streak.nth || end == last;
                if holds(&streak, &run) && (seen || run.count >= streak.steps) {
                    return Some(None);
                }
                if longest.as_ref().is_none_or(|(most, _)| run.count > most.count) {
                    longest = Some((run, told[end]));
                }
            }
            against = against.or(longest.map(|longest| (counted, longest)));
        }
        let (counted, (run, end)) = against?;
        let times = match run.count {
            0 => "did not go that way".to_string(),
            1 => "went that way once, not more often in a row,".to_string(),
            steps => format!("went that way {steps} times in a row"),
        };
        let said = format!("up to {} `{}` {times}", end.called, counted.id);
        Some(Some(text.contradicted(&heard.at, said.trim_end_matches(','), "say how often it did")))
    }
}

/// True, or more than anybody knows.
fn holds(streak: &HeardStreak, run: &Steps) -> bool {
    match run.count >= streak.steps {
        true => !streak.nth || !run.ends || run.count == streak.steps,
        false => !run.ends,
    }
}

fn run_to(counted: &Counted, told: &[&DrawnFigure], end: usize, way: Way) -> Steps {
    let mut count = 0;
    for two in told[..=end].windows(2).rev() {
        match went(&(counted, two[0], two[1])) {
            _ if counted.broken(two[0], two[1]) => return Steps { count, ends: true },
            Some(Some(gone)) if gone == way => count += 1,
            None => return Steps { count, ends: false },
            Some(_) => return Steps { count, ends: true },
        }
    }
    Steps { count, ends: false }
}
