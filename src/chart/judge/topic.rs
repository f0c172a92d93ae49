//! Of which series a word of a text speaks.

use std::ops::Range;

use super::known::{Counted, same_word};
use super::text::JudgedText;
use crate::figure::Nature;
use crate::reading::Pause;

/// What a text may speak of.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// All that the chart shows.
    Chart,
    /// What a panel shows.
    Panel(usize),
}

impl Scope {
    /// Does it hold a series?
    pub fn holds(self, counted: &Counted) -> bool {
        match self {
            Scope::Chart => true,
            Scope::Panel(panel) => counted.panel == panel,
        }
    }
}

/// The series that the words nearest to these name: those of the clause, or else of the sentence;
/// all where none is named. HeardSense also whether any was named.
pub fn topic(
    text: &JudgedText,
    all: &[Counted],
    scope: Scope,
    at: &Range<usize>,
) -> (Vec<usize>, bool) {
    let within: Vec<usize> = (0..all.len()).filter(|one| scope.holds(&all[*one])).collect();
    for gap in [Pause::Clause, Pause::Sentence] {
        let words = text.around(at.start, gap);
        let mut named: Vec<(usize, usize, Vec<usize>)> = Vec::new();
        for word in words.filter(|word| !at.contains(word)) {
            let name = text.word(word);
            // Signs name nothing.
            if !name.contains(char::is_alphanumeric) {
                continue;
            }
            let set: Vec<usize> =
                within.iter().copied().filter(|one| all[*one].is_named(name)).collect();
            if !set.is_empty() {
                let far = match word < at.start {
                    true => 2 * (at.start - word),
                    // what follows within a few words is spoken of as well: `fewer visits`
                    false => 2 * (word - at.start) + 1,
                };
                named.push((far, word, set));
            }
        }
        let said = |own: &String| {
            let spoken = text.around(at.start, Pause::Sentence);
            spoken.into_iter().any(|at| same_word(std::slice::from_ref(own), text.word(at)))
        };
        named.sort_by_key(|(far, ..)| *far);
        let named_all: Vec<Vec<usize>> = named.iter().map(|(.., set)| set.clone()).collect();
        let mut sets = named.into_iter().map(|(_, word, set)| (word, set));
        if let Some((nearest_word, mut nearest)) = sets.next() {
            for (_, set) in sets {
                let both: Vec<usize> =
                    nearest.iter().copied().filter(|one| set.contains(one)).collect();
                if !both.is_empty() {
                    nearest = both;
                }
            }
            // `the share of callers under 25` is no number of calls
            let share = text
                .around(at.start, gap)
                .any(|at| matches!(text.word(at), "share" | "proportion" | "percentage"));
            let parts: Vec<usize> = named_all
                .iter()
                .flatten()
                .copied()
                .filter(|one| all[*one].nature == Nature::Share)
                .collect();
            if share
                && !nearest.iter().any(|one| all[*one].nature == Nature::Share)
                && !parts.is_empty()
            {
                nearest = parts;
            } else if share && nearest.iter().any(|one| all[*one].nature == Nature::Share) {
                nearest.retain(|one| all[*one].nature == Nature::Share);
            }
            // `more schools` are schools, and not the pupils of a series with schools in its title
            let counted = |one: &usize| all[*one].is_counted_in(text.word(nearest_word));
            if nearest.iter().any(counted) {
                nearest.retain(counted);
            }
            // `prices` are no food prices
            let wider = |one: &usize| {
                nearest.iter().any(|other| {
                    let (own, more) = (&all[*other].titled, &all[*one].titled);
                    other != one
                        && all[*other].panel != all[*one].panel
                        && own.len() < more.len()
                        && own.iter().all(|word| more.contains(word))
                        && all[*other].nature == all[*one].nature
                        && !all[*one].apart.contains(&all[*other].id)
                        && !more.iter().any(|word| !own.contains(word) && said(word))
                })
            };
            let plain: Vec<usize> = nearest.iter().copied().filter(|one| !wider(one)).collect();
            if !plain.is_empty() {
                nearest = plain;
            }
            return (nearest, true);
        }
    }
    (within, false)
}
