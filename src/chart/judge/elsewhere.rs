//! Series that a text says to be of another place than theirs.

use super::known::Counted;
use super::text::JudgedText;
use super::topic::Scope;
use super::{TypedFault, WordJudge};
use crate::problem::Rule;
use crate::reading::{Pause, PlaceWord, place_word};

impl WordJudge {
    /// `Adoptions in Scotland rose`, where the chart has those of Wales, and something else of Scotland.
    pub(super) fn elsewhere(&self, text: &JudgedText, scope: Scope) -> Vec<TypedFault> {
        let mut found = Vec::new();
        for at in 0..text.sentence.words.len() {
            let Some(place) = self.place_at(text, at).filter(|_| !is_set_apart(text, at)) else {
                continue;
            };
            let within: Vec<&Counted> =
                self.counted.iter().filter(|one| scope.holds(one)).collect();
            // of a place that no series has, its numbers tell
            if !within.iter().any(|one| place.is(&one.place)) {
                continue;
            }
            let clause = text.around(at, Pause::Clause);
            let named = clause.clone().filter(|word| *word != at).filter_map(|word| {
                let own = text.word(word);
                let set: Vec<&Counted> =
                    within.iter().copied().filter(|one| one.is_named(own)).collect();
                (!set.is_empty()).then_some(set)
            });
            let named: Vec<Vec<&Counted>> = named.collect();
            let fits =
                named.iter().flatten().any(|one| one.place.is_empty() || place.is(&one.place));
            let Some(counted) = named.first().and_then(|set| set.first()).filter(|_| !fits) else {
                continue;
            };
            let words = &text.sentence.words;
            let bytes = words[at].at.start..words[at + place.words - 1].at.end;
            found.push(TypedFault {
                place: text.place(&bytes),
                rule: Rule::TypedWord,
                message: format!(
                    "`{}` stands beside `{}`, which is of {}",
                    &text.text[bytes.clone()],
                    counted.id,
                    counted.place
                ),
                hint: format!("name {}, or the series that is meant", counted.place),
            });
        }
        found
    }

    /// The place that is typed at a word, and is no part of a name.
    pub(super) fn place_at(&self, text: &JudgedText, at: usize) -> Option<PlaceWord> {
        let place = place_word(&text.sentence, &text.text, at)?;
        (!text.is_computed(&text.sentence.words[at].at)).then_some(place)
    }

    /// Does a word for a place name one that the chart has?
    pub(super) fn has_place(&self, place: &PlaceWord) -> bool {
        self.counted.iter().any(|one| place.is(&one.place))
    }
}

/// `than in Wales`, `outside Wales`, `not in Wales`: something else is said of it.
pub(super) fn is_set_apart(text: &JudgedText, at: usize) -> bool {
    let clause = text.around(at, Pause::Clause);
    let mut before = (clause.start..at).rev().take(4);
    before.any(|at| {
        matches!(
            text.word(at),
            "than"
                | "outside"
                | "not"
                | "excluding"
                | "except"
                | "like"
                | "unlike"
                | "beyond"
                | "with"
        ) || matches!(text.word(at), "without" | "from" | "no" | "nor" | "either" | "against")
    })
}
