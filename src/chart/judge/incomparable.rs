//! Words that set two series beside one another that may not be compared.

use super::between::comparisons;
use super::known::Counted;
use super::near::Days;
use super::text::JudgedText;
use super::topic::{Scope, topic};
use super::{TypedFault, WordJudge};
use crate::problem::Rule;
use crate::reading::{HeardKind, HeardSense, Pause, likenesses};

impl WordJudge {
    /// `Fewer loans than in the old count`; `Loans have fallen since 2016`, where the series that goes
    /// back to 2016 is not the one that goes on till now.
    pub(super) fn compares_the_incomparable(
        &self,
        text: &JudgedText,
        scope: Scope,
    ) -> Vec<TypedFault> {
        let said = text.text.to_lowercase();
        // who says so does not compare them
        let told = ["compar", "another count", "different count"];
        if self.counted.iter().all(|one| one.apart.is_empty())
            || told.iter().any(|words| said.contains(words))
        {
            return Vec::new();
        }
        let mut found = Vec::new();
        for (at, than, _) in comparisons(text) {
            let sentence = text.around(at, Pause::Sentence);
            let tail = self.levels(text, scope, than + 1..sentence.end);
            let lead = self.levels(text, scope, sentence.start..than);
            let [other] = tail[..] else { continue };
            if let Some(one) = lead.iter().find(|one| one.apart.contains(&other.id)) {
                let words = &text.sentence.words;
                found.push(apart(text, words[at].at.start..words[than].at.end, (one, other)));
            }
        }
        let heard = text.sentence.heard.iter().filter(|one| {
            let compares = match &one.says {
                HeardSense::Moves(_) | HeardSense::Extreme(..) | HeardSense::Level => true,
                HeardSense::Number(number) => {
                    number.kind == HeardKind::Times || number.way.is_some() && !number.digits
                }
                _ => false,
            };
            compares && !text.is_computed(&one.at)
        });
        let mut places: Vec<_> = heard.map(|one| one.words.clone()).collect();
        let alike = likenesses(&text.sentence, 0..text.sentence.words.len());
        places.extend(alike.into_iter().map(|one| one.words));
        let levels = 0..text.sentence.words.len();
        places.extend(levels.filter_map(|at| text.level_at(at)).map(|one| one.words));
        for words in places {
            if let Some(two) = self.apart_in_time(text, scope, words.start) {
                let all = &text.sentence.words;
                let at = all[words.start].at.start..all[words.end - 1].at.end;
                found.push(apart(text, at, two));
                break;
            }
        }
        found
    }

    /// The two series, one of which has only the earlier and the other only the later of two times that
    /// a sentence compares.
    fn apart_in_time(
        &self,
        text: &JudgedText,
        scope: Scope,
        at: usize,
    ) -> Option<(&Counted, &Counted)> {
        let (series, _) = topic(text, &self.counted, scope, &(at..at + 1));
        let series: Vec<&Counted> = series.into_iter().map(|one| &self.counted[one]).collect();
        let sentence = text.around(at, Pause::Sentence);
        let dates = text.mentions.iter().filter_map(|one| {
            let word = text.word_at(one.at.start);
            Some((one.reference, one.days.filter(|_| sentence.contains(&word))?))
        });
        let dates: Vec<(bool, Days)> = dates.collect();
        let has = |one: &Counted, days: Days| one.counted(false).any(|told| told.meets(days));
        let last = |one: &Counted| one.counted(false).map(|told| told.span.start).last();
        let now = !dates.iter().any(|(reference, _)| !reference);
        series.iter().copied().find_map(|one| {
            let own = |other: &&&Counted| one.apart.contains(&other.id);
            let other = series.iter().find(|other| {
                own(other)
                    && dates.iter().any(|(_, days)| has(one, *days) && !has(other, *days))
                    && (dates.iter().any(|(_, days)| has(other, *days) && !has(one, *days))
                        || now && last(other) > last(one))
            })?;
            Some((one, *other))
        })
    }
}

fn apart(
    text: &JudgedText,
    at: std::ops::Range<usize>,
    (one, other): (&Counted, &Counted),
) -> TypedFault {
    let typed = &text.text[at.clone()];
    TypedFault {
        place: text.place(&at),
        rule: Rule::TypedWord,
        message: format!(
            "`{typed}` compares `{}` with `{}`, and the data says that they may not be compared",
            one.id, other.id
        ),
        hint: "say what each of them shows, or that they cannot be compared".to_string(),
    }
}
