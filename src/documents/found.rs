//! What was found in a document.

use std::collections::HashSet;

use super::allowance::Allowance;
use super::limits::MOST_EXPRESSIONS;
use super::typed::{FoundExpression, LONG_PARAGRAPH, MANY};
use crate::draw::scene::Stamp;
use crate::embed::{OwnMark, words_hash};
use crate::encode::imprint::Imprint;
use crate::encode::intricate::is_intricate;
use crate::encode::stamp;

/// Another file that a document names, by its address as it stands there; of one over the limit no
/// more than tells so.
pub type FileBeside<'a> = &'a mut dyn FnMut(&str) -> Option<Vec<u8>>;

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundCharts {
    /// Those with a stamp, in the order of the document.
    pub pictures: Vec<FoundPicture>,
    /// What could not be looked at, and why.
    pub remarks: Vec<String>,
    /// `line 1 links to a.svg, which is not there`: pictures that are named and cannot be had.
    pub missing: Vec<String>,
    /// Words that `embed` wrote beside pictures.
    pub words: Vec<FoundWords>,
    /// What a page says beside pictures in place of them.
    pub alternatives: Vec<FoundAlternative>,
    /// How large a page shows pictures.
    pub sizes: Vec<FoundSize>,
    /// What a person typed between braces, and what was filled in there.
    pub expressions: Vec<FoundExpression>,
    /// What a person typed between braces in a document of a kind in which nothing is filled in.
    pub elsewhere: Vec<FoundExpression>,
    /// How many pictures carry no stamp.
    pub others: usize,
}

impl FoundCharts {
    /// The expressions of a page, as far as they are looked at, and the places of paragraphs that are too
    /// long for that.
    pub(super) fn take_expressions(
        &mut self,
        place: &str,
        mut found: Vec<FoundExpression>,
        too_long: Vec<String>,
    ) {
        self.remarks.extend(too_long.iter().map(|place| format!("{place}: {LONG_PARAGRAPH}")));
        if found.len() > MOST_EXPRESSIONS {
            found.truncate(MOST_EXPRESSIONS);
            let place = if place.is_empty() { "the text" } else { place };
            self.remarks.push(format!("{place}: {MANY}"));
        }
        self.expressions.append(&mut found);
    }
}

/// A chart in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundPicture {
    /// `slide 2`, `line 14, figures/nests.svg`; empty where the picture is the whole file.
    pub place: String,
    /// The picture in one form or in several, of which a program shows one.
    pub forms: Vec<FoundForm>,
    /// Does it lie in a document within the document?
    pub nested: bool,
}

impl FoundPicture {
    /// Is it that which a page shows at a place, from a file of its own or in the page itself?
    fn stands_at(&self, place: &str, file: &str) -> bool {
        match file.is_empty() {
            true => self.place == place,
            false => self.forms.iter().any(|form| form.part == file),
        }
    }
}

/// One form of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundForm {
    /// The part or file it lies in; empty where that is the document itself.
    pub part: String,
    /// Of itself.
    pub says: FormSays,
}

/// Words between marks.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundWords {
    /// `line 14`, `paragraph 3`.
    pub place: String,
    /// What they are, and of which chart.
    pub mark: OwnMark,
    /// As they stand there.
    pub text: String,
}

/// An alternative text that a page says beside a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundAlternative {
    /// `line 14`.
    pub place: String,
    /// The file of the picture; empty where it stands in the page itself.
    pub picture: String,
    /// As a reader hears it.
    pub text: String,
}

impl FoundAlternative {
    /// Is it this picture of the same document?
    pub fn is_of(&self, found: &FoundPicture) -> bool {
        found.stands_at(&self.place, &self.picture)
    }

    /// What it would now be, unless somebody wrote it by hand. `was` is the text of the picture as it was.
    pub fn newer(&self, was: Option<&str>, is: &str) -> Option<String> {
        let own = was == Some(&self.text) || is_said_alike(&self.text, is);
        (own && self.text != is).then(|| is.to_string())
    }
}

/// The size in pixels that a page gives a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundSize {
    /// `line 14`.
    pub place: String,
    /// The file of the picture; empty where it stands in the page itself.
    pub picture: String,
    /// What its tag says.
    pub width: u32,
    /// The same.
    pub height: u32,
}

impl FoundSize {
    /// Is it that of this picture of the same document?
    pub fn is_of(&self, found: &FoundPicture) -> bool {
        found.stands_at(&self.place, &self.picture)
    }

    /// The height at which a picture of this shape, high to wide, is not squeezed, if it is another.
    pub fn fitting(&self, shape: f64) -> Option<u32> {
        let height = (f64::from(self.width) * shape).round();
        let fits = (height - f64::from(self.height)).abs() <= 1.0;
        (!fits && height >= 1.0 && height <= f64::from(u32::MAX)).then_some(height as u32)
    }
}

/// Do both begin as `embed` begins them?
fn is_begun_alike(one: &str, other: &str) -> bool {
    let start = |text: &str| text.split_once(": ").map(|(start, _)| start.to_string());
    start(one).is_some() && start(one) == start(other)
}

/// Is it an older text of the same chart? The words are mostly the same, and as many.
pub fn is_said_alike(one: &str, other: &str) -> bool {
    let (words, others): (Vec<&str>, Vec<&str>) =
        (one.split_whitespace().collect(), other.split_whitespace().collect());
    let common = words.iter().filter(|word| others.contains(word)).count();
    let mostly = |count: usize| count * 3 >= 2 * words.len().max(others.len());
    is_begun_alike(one, other) && mostly(words.len().min(others.len())) && mostly(common)
}

impl FoundWords {
    /// Did anybody change them since they were written?
    pub fn are_untouched(&self) -> bool {
        words_hash(&self.text) == self.mark.words
    }
}

/// What a picture says of itself.
#[derive(Clone, Debug, PartialEq)]
pub enum FormSays {
    /// The text of an SVG with a stamp.
    Svg(String),
    /// The stamp in a picture whose shapes are not looked at.
    Stamp(Box<CarriedStamp>),
    /// Nothing: another program made it, or took the stamp away.
    Nothing,
}

/// A stamp with what else is said beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct CarriedStamp {
    /// `PNG` or `PDF`.
    pub kind: &'static str,
    /// Which chart it is of.
    pub stamp: Stamp,
    /// What the stamp says of the drawing.
    pub imprint: Option<Imprint>,
    /// The title of the chart, where it is told.
    pub title: Option<String>,
}

impl FormSays {
    /// Of the text of an SVG.
    pub fn of_svg(text: String) -> FormSays {
        // Reading them as XML takes the longest by far.
        let may = text.contains("sourceline") || text.contains("metadata");
        // One that is not looked into is told as such.
        match may && (is_intricate(&text) || stamp::carried(&text).is_some()) {
            true => FormSays::Svg(text),
            false => FormSays::Nothing,
        }
    }
}

impl FoundPicture {
    pub(super) fn alone(place: &str, form: FoundForm) -> FoundPicture {
        FoundPicture { place: place.to_string(), forms: vec![form], nested: false }
    }

    pub(super) fn is_chart(&self) -> bool {
        self.forms.iter().any(|form| form.says != FormSays::Nothing)
    }
}

/// Looks into one document after the other, within what is allowed.
#[derive(Default)]
pub(super) struct Searcher {
    pub found: FoundCharts,
    pub allowance: Allowance,
    /// What was told to be missing: a text may name a picture twice in one place.
    pub told: HashSet<String>,
}

impl Searcher {
    /// Those with a stamp; the others are counted.
    pub fn charts(&mut self, mut pictures: Vec<FoundPicture>) -> Vec<FoundPicture> {
        let all = pictures.len();
        pictures.retain(FoundPicture::is_chart);
        self.found.others += all - pictures.len();
        pictures
    }
}

/// A place within a place.
pub(super) fn joined(outer: &str, inner: &str) -> String {
    match (outer, inner) {
        ("", one) | (one, "") => one.to_string(),
        (outer, inner) => format!("{outer}, {inner}"),
    }
}

/// Where the lines of a text begin.
pub(super) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub fn of(text: &str) -> LineStarts {
        LineStarts(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1).collect())
    }

    /// The line on which a byte stands.
    pub fn line(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at) + 1
    }
}
