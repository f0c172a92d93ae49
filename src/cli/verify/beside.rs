//! What `embed` wrote beside a chart, held against what it would write now.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use sourceline::documents::{
    FormSays, FoundAlternative, FoundPicture, FoundSize, FoundWords, alternative_of, shape_of,
    without_tags,
};
use sourceline::embed::{OwnPart, TITLE, chart_tag, words_hash};
use sourceline::output::kit::Kit;

use super::judge::{CopyJudge, Verdict};
use super::words::{ChangedWords, changed_words};

/// What can be said of words.
pub enum WordsVerdict {
    /// They say what they would say now, or nobody can tell.
    Right,
    /// They would now be these; what is otherwise.
    Stale(OwnPart, Vec<String>),
    /// Somebody has put into other words what the chart says, with the same numbers: how.
    Reworded(Vec<String>),
    /// Somebody has changed them, and they say otherwise than the chart now: how.
    ByHand(Vec<String>),
}

/// By the name of the chart, and whether its title is in the caption.
type WrittenParts = BTreeMap<(String, bool), Rc<Vec<OwnPart>>>;

/// Writes the words of each chart once.
pub struct WordsJudge<'a> {
    judge: &'a CopyJudge<'a>,
    kit: &'a Kit<'a>,
    /// The names of charts by their tags.
    names: BTreeMap<String, String>,
    written: RefCell<WrittenParts>,
}

impl<'a> WordsJudge<'a> {
    pub fn new(judge: &'a CopyJudge<'a>, kit: &'a Kit<'a>) -> WordsJudge<'a> {
        let names = judge.names().into_iter();
        let names = names.map(|name| (chart_tag(&judge.project().name, &name), name)).collect();
        WordsJudge { judge, kit, names, written: RefCell::default() }
    }

    /// The name of the chart that words are of, where it is one of the project.
    pub fn chart(&self, found: &FoundWords) -> Option<&str> {
        self.names.get(&found.mark.chart).map(String::as_str)
    }

    /// `bare` are the charts whose titles stand in the document.
    pub fn judge(&self, found: &FoundWords, bare: &BTreeSet<String>) -> WordsVerdict {
        let Some(name) = self.chart(found) else { return WordsVerdict::Right };
        let parts = self.parts(name, bare.contains(&found.mark.chart));
        let Some(part) = parts.iter().find(|part| part.mark.part == found.mark.part) else {
            return WordsVerdict::Right;
        };
        if part.mark.words == words_hash(&found.text) {
            return WordsVerdict::Right;
        }
        let plain = |text: &str| match found.mark.is_office() {
            true => text.to_string(),
            false => without_tags(text),
        };
        if !found.are_untouched() {
            let (said, is) = (plain(&found.text), plain(&part.words()));
            let mut changes = Vec::new();
            // Other programs write the same in other tags and wider tables.
            if words_hash(&said) != words_hash(&is) {
                let changed = changed_words(&said, &is).into_iter();
                let told = |one: ChangedWords| {
                    format!(
                        "changed by hand, they say “{}”, and the chart says “{}”",
                        one.was, one.is
                    )
                };
                changes.extend(changed.map(told));
            }
            if !found.mark.is_office() {
                let addresses = addresses(&part.markup).into_iter();
                let there = found.text.replace("&amp;", "&");
                let lacks = addresses.filter(|address| !there.contains(address));
                changes
                    .extend(lacks.map(|address| {
                        format!("changed by hand, they lack the address {address}")
                    }));
            }
            let same = part.mark.words == found.mark.words && numbers(&said).eq(numbers(&is));
            return match (changes.is_empty(), same) {
                (true, _) => WordsVerdict::Right,
                (false, true) => WordsVerdict::Reworded(changes),
                (false, false) => WordsVerdict::ByHand(changes),
            };
        }
        let mut changes = told(&plain(&found.text), &plain(&part.words()));
        if changes.is_empty() {
            changes.push("an address is another".into());
        }
        WordsVerdict::Stale(part.clone(), changes)
    }

    /// What an alternative text of a page would now be, where it is not that.
    pub fn alternative(
        &self,
        found: &FoundAlternative,
        pictures: &[FoundPicture],
    ) -> Option<(String, Vec<String>)> {
        let picture = pictures.iter().find(|picture| found.is_of(picture))?;
        let is = alternative_of(&self.judge.fresh(picture)?.svg)?;
        let was = picture.forms.iter().find_map(|form| match &form.says {
            FormSays::Svg(text) => alternative_of(text),
            _ => None,
        });
        let new = found.newer(was.as_deref(), &is)?;
        let changes = told(&found.text, &new);
        Some((new, changes))
    }

    /// The height that a page ought to give a picture, where it gives another: that at which the picture is not
    /// squeezed, as it is or, where it is stale, as it will be.
    pub fn height(
        &self,
        found: &FoundSize,
        picture: &FoundPicture,
        verdict: &Verdict,
    ) -> Option<u32> {
        let is = picture.forms.iter().find_map(|form| match &form.says {
            FormSays::Svg(text) => shape_of(text.as_bytes()),
            _ => None,
        });
        let shape = match (verdict, is) {
            (Verdict::Current(_), Some(shape)) => shape,
            (Verdict::Current(_) | Verdict::Stale(_), _) => {
                let scene = self.judge.fresh(picture)?.scene;
                scene.height / scene.width
            }
            _ => return None,
        };
        found.fitting(shape)
    }

    fn parts(&self, name: &str, bare: bool) -> Rc<Vec<OwnPart>> {
        let mut written = self.written.borrow_mut();
        let parts = written.entry((name.to_string(), bare)).or_insert_with(|| {
            let drawing = self.judge.named(name, bare);
            Rc::new(drawing.map_or(Vec::new(), |drawing| self.kit.own_parts(&drawing)))
        });
        parts.clone()
    }
}

/// The digits that stand together, in order.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_numeric()).filter(|digits| !digits.is_empty())
}

/// The addresses in markup, each once.
fn addresses(markup: &str) -> BTreeSet<String> {
    let starts = ["http://", "https://"].into_iter().flat_map(|start| markup.match_indices(start));
    let ends = |letter: char| letter.is_whitespace() || "\"'<>()[]".contains(letter);
    let whole =
        |at: usize| markup[at..].split(ends).next().unwrap_or_default().replace("&amp;", "&");
    starts.map(|(at, _)| whole(at)).collect()
}

/// What is otherwise in a newer text.
fn told(was: &str, is: &str) -> Vec<String> {
    let changes = changed_words(was, is).into_iter();
    changes.map(|ChangedWords { was, is }| format!("was “{was}”, is “{is}”")).collect()
}

/// The charts whose titles stand in the document, not in the picture.
pub fn bare_charts(words: &[FoundWords]) -> BTreeSet<String> {
    let titles = words.iter().filter(|found| found.mark.is(TITLE));
    titles.map(|found| found.mark.chart.clone()).collect()
}
