//! Who is said to have counted or said a number.

use std::ops::Range;

use super::WordJudge;
use super::fit::{Fit, fit, is_of_form};
use super::known::DrawnFigure;
use super::text::JudgedText;
use crate::figure::Day;
use crate::reading::{Heard, HeardNumber, Pause, counts_verb};

impl WordJudge {
    /// Those whom a text may mean by the one who counted or said the number: `Wexmoor Council records
    /// 9,120 arrests`, `according to the Gazette`. Nobody where it names none that the project knows.
    pub(super) fn sayers(&self, text: &JudgedText, heard: &Heard) -> Vec<&str> {
        let sentence = text.around(heard.words.start, Pause::Sentence);
        let all = sentence.clone().filter_map(|at| self.said_at(text, &sentence, at));
        let all: Vec<(usize, Vec<&str>)> = all.collect();
        let before = all.iter().rev().find(|(at, _)| *at < heard.words.start);
        // `17,480 in 2023, though the Gazette put it at about 19,000`
        let own_clause = |at: usize| {
            let clause = text.around(at, Pause::Clause);
            clause.start > heard.words.end
                && matches!(
                    text.word(clause.start),
                    "though" | "although" | "while" | "whereas" | "but"
                )
        };
        let found = before.or(all.first()).filter(|(at, _)| !own_clause(*at));
        found.map(|(_, names)| names.clone()).unwrap_or_default()
    }

    /// Is it what another source says of a figure, and named as that: `the Gazette says about 57,000`?
    pub(super) fn is_of_a_rival(
        &self,
        text: &JudgedText,
        number: &HeardNumber,
        told: &DrawnFigure,
        (near, names): (&[(Day, Day)], &[&str]),
    ) -> bool {
        let another = || {
            let words = text.sentence.words.windows(2);
            words.into_iter().any(|two| {
                matches!(two[0].text.as_str(), "another" | "other")
                    && matches!(two[1].text.as_str(), "source" | "sources")
            })
        };
        let dated = near.is_empty() || near.iter().any(|days| told.meets(*days));
        dated
            && told.rivals.iter().any(|rival| {
                let said = rival.sayers.iter().any(|own| names.contains(&own.as_str()));
                let form = self
                    .counted
                    .iter()
                    .find(|one| one.told.iter().any(|other| std::ptr::eq(other, told)));
                let fits = form.is_some_and(|one| {
                    is_of_form(number, one.form)
                        && fit(number, &rival.quantity, one.form, false) == Fit::Yes
                });
                fits && (said || names.is_empty() && another())
            })
    }

    /// The names that begin at a word, of somebody who counts or says there.
    fn said_at(
        &self,
        text: &JudgedText,
        sentence: &Range<usize>,
        at: usize,
    ) -> Option<(usize, Vec<&str>)> {
        let mut found: Vec<&str> = Vec::new();
        let mut longest = 0;
        // `the Gazette`, `the board`
        for (name, words) in self.names.sayers.beginning_at(text.word(at)) {
            let own = |(place, word): (usize, &String)| text.word(at + place) == word;
            let whole = words.iter().enumerate().all(own);
            let length = words.len();
            if !whole || at + length > sentence.end || length < longest {
                continue;
            }
            if length > longest {
                found.clear();
            }
            longest = length;
            if found.last() != Some(&name) {
                found.push(name);
            }
        }
        // `the NCA` is the National Crime Agency, and not only the `CEOP command of the NCA`
        if longest == 1 && text.word(at).len() > 2 {
            let said = self.counted.iter().flat_map(|one| &one.told).flat_map(|told| &told.sayers);
            for name in said.filter(|name| are_initials(text.word(at), name)) {
                if !found.contains(&name.as_str()) {
                    found.push(name);
                }
            }
        }
        if found.is_empty() || is_part_of_a_name(text, sentence, at) {
            return None;
        }
        let end = at + longest;
        let words = &text.sentence.words;
        let after = (end..sentence.end.min(end + 3)).take_while(|at| {
            words[*at].pause == Pause::Nothing
                && (counts_verb(text.word(*at))
                    || matches!(text.word(*at), "has" | "have" | "had" | "also" | "now"))
        });
        let subject = after.into_iter().any(|at| counts_verb(text.word(at)));
        let first = match at.checked_sub(1) {
            Some(the) if matches!(text.word(the), "the" | "its") => the,
            _ => at,
        };
        let before = |back: usize| first.checked_sub(back).map_or("", |at| text.word(at));
        let told = match before(1) {
            "to" => before(2) == "according",
            "by" => counts_verb(before(2)),
            verb => counts_verb(verb),
        };
        (subject || told).then_some((at, found))
    }
}

/// Is a word what the first letters of a name make?
fn are_initials(word: &str, name: &str) -> bool {
    if name.split(' ').any(|own| own.eq_ignore_ascii_case(word)) {
        return true;
    }
    let large = name.split([' ', '-']).filter(|word| word.starts_with(char::is_uppercase));
    let letters: String = large.filter_map(|word| word.chars().next()).collect();
    // `NCA` of what two bodies published together
    letters.to_lowercase().contains(word)
}

/// Is a word the end of a longer name, of somebody else: `Northdale Council`?
fn is_part_of_a_name(text: &JudgedText, sentence: &Range<usize>, at: usize) -> bool {
    let starts =
        |at: usize| text.text[text.sentence.words[at].at.start..].starts_with(char::is_uppercase);
    at > sentence.start
        && starts(at)
        && at - 1 > sentence.start
        && starts(at - 1)
        && text.sentence.words[at].pause == Pause::Nothing
}
