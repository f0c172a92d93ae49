//! What is said to be better or worse, of what everybody would have more of, or less.

use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::figure::Way;
use crate::reading::{Heard, HeardSense, Pause, better_way, is_denied_at, wellness_of};

impl WordJudge {
    /// `punctuality improved`, `delays were worse than in 2019`.
    pub(super) fn better_or_worse(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for at in 0..text.sentence.words.len() {
            let Some(well) = wellness_of(&text.sentence, at) else { continue };
            let place = text.sentence.words[at].at.clone();
            let words = at..at + 1;
            let (series, named) = topic(text, &self.counted, scope, &words);
            let clause = text.around(at, Pause::Clause);
            let subject = clause.start..at + 1;
            let spoken = |words: &[String]| {
                let other = subject.clone().map(|at| text.word(at));
                better_way(words.iter().map(String::as_str).chain(other))
            };
            let mut ways: Vec<Option<Way>> =
                series.iter().map(|one| spoken(&self.counted[*one].titled)).collect();
            ways.dedup();
            let [Some(good)] = ways[..] else { continue };
            if text.is_computed(&place) || !named && self.counted.len() > 1 {
                continue;
            }
            let way = match (good, well) {
                (Way::Up, true) | (Way::Down, false) => Way::Up,
                _ => Way::Down,
            };
            let denied = is_denied_at(&text.sentence, at);
            let heard = Heard { at: place, words, denied, says: HeardSense::Moves(way) };
            found.extend(self.movement(text, scope, &heard, way));
        }
        found
    }
}
