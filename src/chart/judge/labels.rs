//! What a subtitle, the title of a panel and the name of a series call what they stand over.

use std::ops::Range;

use super::elsewhere::is_set_apart;
use super::known::{Counted, same_word};
use super::text::JudgedText;
use super::{TypedFault, WordJudge};
use crate::chart::words::written::Worded;
use crate::figure::Nature;
use crate::problem::Rule;
use crate::reading::{HeardStretch, same_noun};

/// What a text stands over.
#[derive(Clone, Copy, Debug)]
pub enum LabelOf<'a> {
    /// The whole chart: its subtitle, or what is read out in its place.
    Chart,
    /// A panel.
    Panel(usize),
    /// A series of a panel, by its id.
    Line(usize, &'a str),
}

impl WordJudge {
    /// All that a label says of what it stands over, and which that is not.
    pub fn mislabelled(&self, written: &Worded, of: LabelOf) -> Vec<TypedFault> {
        let text = JudgedText::of(written, &self.dates);
        let is_own = |one: &&Counted| match of {
            LabelOf::Chart => true,
            LabelOf::Panel(panel) => one.panel == panel,
            LabelOf::Line(panel, id) => one.panel == panel && one.id == id,
        };
        let own: Vec<&Counted> = self.counted.iter().filter(is_own).collect();
        if own.is_empty() {
            return Vec::new();
        }
        let found = [
            self.renamed(&text, &own),
            self.counted_otherwise(&text, of, &own),
            self.placed_elsewhere(&text, &own),
            stretched(&text, &own),
            called_a_share(&text, &own),
        ];
        found.into_iter().flatten().collect()
    }

    /// `Adoptions` over a panel of parcels, beside one of adoptions.
    fn renamed(&self, text: &JudgedText, own: &[&Counted]) -> Option<TypedFault> {
        let typed = typed_words(text);
        let is_own = |one: &Counted| own.iter().any(|other| other.id == one.id);
        let other = self.counted.iter().filter(|one| !is_own(one)).find(|other| {
            let says = |one: &Counted, at: usize| {
                one.is_counted_in(text.word(at)) || same_word(&one.titled, text.word(at))
            };
            let named: Vec<usize> = typed.iter().copied().filter(|at| says(other, *at)).collect();
            let foreign = named.iter().any(|at| !own.iter().any(|one| says(one, *at)));
            let kept =
                typed.iter().any(|at| own.iter().any(|one| says(one, *at)) && !says(other, *at));
            let unit = named.iter().any(|at| other.is_counted_in(text.word(*at)));
            let mut words: Vec<&str> = named.iter().map(|at| text.word(*at)).collect();
            words.sort_unstable();
            words.dedup();
            foreign && !kept && (unit || words.len() * 2 >= other.titled.len())
        })?;
        let label = text.text.trim();
        let message =
            format!("`{label}` names `{}`, and it stands over `{}`", other.id, own.first()?.id);
        let at = text.sentence.words[*typed.first()?].at.start
            ..text.sentence.words[*typed.last()?].at.end;
        Some(fault(text, &at, message, "name what it stands over, or leave it out"))
    }

    /// `Books lent` over visits, where the project counts books elsewhere and nothing that the label
    /// says is a word of these visits. A subtitle has the unit behind it in any case.
    fn counted_otherwise(
        &self,
        text: &JudgedText,
        of: LabelOf,
        own: &[&Counted],
    ) -> Option<TypedFault> {
        if matches!(of, LabelOf::Chart) {
            return None;
        }
        let typed = typed_words(text);
        let first = own.first()?;
        let is_unit =
            |at: &usize| self.names.counted.iter().any(|unit| same_noun(unit, text.word(*at)));
        let at = *typed.iter().find(|at| is_unit(at))?;
        let says = |one: &Counted, word: &str| {
            let defined = one.definition.split(|letter: char| !letter.is_alphabetic());
            one.is_counted_in(word)
                || same_word(&one.titled, word)
                || one.form.is_percent()
                || defined.map(str::to_lowercase).any(|own| same_noun(&own, word))
        };
        if typed.iter().any(|at| own.iter().any(|one| says(one, text.word(*at)))) {
            return None;
        }
        let bytes = text.sentence.words[at].at.clone();
        let message = format!(
            "`{}` is what another series counts, and `{}` counts {}",
            &text.text[bytes.clone()],
            first.id,
            first.units.join(" ")
        );
        let hint = "name it by its title, its unit or a word of its definition";
        Some(fault(text, &bytes, message, hint))
    }

    /// `Parcels in England`, over those of Scotland.
    fn placed_elsewhere(&self, text: &JudgedText, own: &[&Counted]) -> Option<TypedFault> {
        let (at, place) = (0..text.sentence.words.len()).find_map(|at| {
            let place = self.place_at(text, at).filter(|_| !is_set_apart(text, at))?;
            let fits = own.iter().any(|one| one.place.is_empty() || place.is(&one.place));
            // a place in the title of a series is its own
            let titled = own.iter().any(|one| same_word(&one.titled, text.word(at)));
            (!fits && !titled).then_some((at, place))
        })?;
        let words = &text.sentence.words;
        let bytes = words[at].at.start..words[at + place.words - 1].at.end;
        let first = own.first()?;
        let message = format!(
            "`{}` is named, and `{}` is of {}",
            &text.text[bytes.clone()],
            first.id,
            first.place
        );
        Some(fault(text, &bytes, message, "name the place of the series, or take it out"))
    }
}

/// `each month`, `by month`, over figures of years.
fn stretched(text: &JudgedText, own: &[&Counted]) -> Option<TypedFault> {
    let timed = |one: &&&Counted| matches!(one.nature, Nature::Flow | Nature::Rate);
    if own.iter().filter(timed).count() < own.len() || own.iter().any(|one| one.told.is_empty()) {
        return None;
    }
    let words = &text.sentence.words;
    (1..words.len()).find_map(|at| {
        let stretch = HeardStretch::of(text.word(at))?;
        let leads = matches!(text.word(at - 1), "each" | "every" | "by");
        let typed = !text.is_computed(&words[at].at);
        let wrong = leads && typed && !own.iter().any(|one| one.is_of(stretch));
        let told = own.first()?.told.last()?;
        wrong.then(|| {
            let bytes = words[at - 1].at.start..words[at].at.end;
            let message = format!(
                "`{}` is said of `{}`, which has a figure for {}",
                &text.text[bytes.clone()],
                own[0].id,
                told.called
            );
            fault(text, &bytes, message, "say what each figure counts, or take it out")
        })
    })
}

/// `Percentage of reports`, over a number of them.
fn called_a_share(text: &JudgedText, own: &[&Counted]) -> Option<TypedFault> {
    if own.iter().any(|one| one.form.is_percent() || one.nature.is_percent()) {
        return None;
    }
    let words = &text.sentence.words;
    let found = (0..words.len()).find(|at| {
        matches!(text.word(*at), "percentage" | "proportion" | "share")
            && text.word(at + 1) == "of"
            && !text.is_computed(&words[*at].at)
            && !own.iter().any(|one| same_word(&one.titled, text.word(*at)))
    })?;
    let bytes = words[found].at.clone();
    let message = format!("`{}` is a number, and no share", own[0].id);
    Some(fault(text, &bytes, message, "say what is counted"))
}

/// The typed words of a label that may name a series.
fn typed_words(text: &JudgedText) -> Vec<usize> {
    let words = text.sentence.words.iter().enumerate();
    let typed = words.filter(|(_, word)| word.text.len() > 2 && !text.is_computed(&word.at));
    typed.map(|(at, _)| at).collect()
}

fn fault(text: &JudgedText, at: &Range<usize>, message: String, hint: &str) -> TypedFault {
    TypedFault { place: text.place(at), rule: Rule::TypedWord, message, hint: hint.to_string() }
}
