//! The runs of a paragraph of Word or of a slide as letters, whatever runs a program has split them
//! into, and written anew where expressions in them are filled in.

use std::collections::BTreeMap;
use std::sync::Arc;

use roxmltree::Node;

use super::limits::{MOST_LETTERS, MOST_NESTED};
use super::splice::{TextChanges, xml_escaped};
use super::typed::{FILLED, FilledWords, FoundExpression, TypedSpan, braced, typed_spans};

/// A paragraph with its letters.
pub struct ParagraphRuns<'d> {
    letters: Vec<char>,
    /// The elements that have letters, by where they stand in the page, each with which letter is its first.
    pieces: BTreeMap<usize, usize>,
    /// Of each letter the run that it stands in, if it is in one.
    runs: Vec<Option<Node<'d, 'd>>>,
    /// What was filled in before, in order.
    pub controls: Vec<Node<'d, 'd>>,
    pub spans: Vec<TypedSpan>,
    /// Is it too long for the expressions in it to be looked at?
    pub is_unlooked: bool,
}

/// Which of the spans, or of the controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandsAt {
    Typed(usize),
    Filled(usize),
}

/// What takes the place of an expression, for the prefix of the names of elements and the look of the run.
pub type Markup = Box<dyn Fn(&str, &str) -> String>;

/// Why an expression cannot be filled in where it stands.
pub enum NotFilled {
    Tracked,
    Otherwise(&'static str),
}

const SPLIT: &str = "it stands half in a link, a field or something else: type it again in one go";
const WITHIN: &str = "something else stands between its letters: type it again in one go";
const OTHER: &str =
    "another program put the document together otherwise: save it in an office first";

impl<'d> ParagraphRuns<'d> {
    /// `is_filled` knows what was filled in before.
    pub fn of(paragraph: Node<'d, 'd>, is_filled: &dyn Fn(Node) -> bool) -> ParagraphRuns<'d> {
        let mut read = ParagraphRuns {
            letters: Vec::new(),
            pieces: BTreeMap::new(),
            runs: Vec::new(),
            controls: Vec::new(),
            spans: Vec::new(),
            is_unlooked: false,
        };
        paragraph.children().for_each(|child| read.collect(child, None, 0, is_filled));
        if read.letters.len() <= MOST_LETTERS {
            read.spans = typed_spans(&read.letters);
        } else {
            read.is_unlooked =
                !read.controls.is_empty() || read.letters.windows(2).any(|two| two == ['{', '{']);
            read.controls.clear();
        }
        read
    }

    /// All its expressions, in order, each with where it stands. Those that were filled in before are given.
    pub fn expressions(
        &self,
        place: &str,
        filled: &[(String, FilledWords)],
    ) -> Vec<(FoundExpression, StandsAt)> {
        let mut paragraph = String::new();
        let mut all: Vec<(usize, StandsAt)> = Vec::new();
        let (mut at, mut controls) = (0, 0);
        let mut spans = self.spans.iter().enumerate().peekable();
        while at < self.letters.len() {
            let span = spans.next_if(|(_, span)| span.start == at);
            match (span, self.letters[at]) {
                (Some((one, span)), _) => {
                    all.push((paragraph.len(), StandsAt::Typed(one)));
                    paragraph += &braced(&span.words);
                    at = span.end;
                    continue;
                }
                (None, FILLED) => {
                    all.push((paragraph.len(), StandsAt::Filled(controls)));
                    let words = filled.get(controls).map_or("", |(words, _)| words);
                    paragraph += &braced(words);
                    controls += 1;
                }
                (None, letter) => paragraph.push(letter),
            }
            at += 1;
        }
        let paragraph: Arc<str> = paragraph.into();
        let found = all.into_iter().filter_map(|(at, stands)| {
            let (words, closed, filled) = match stands {
                StandsAt::Typed(one) => (&self.spans[one].words, self.spans[one].closed, None),
                StandsAt::Filled(one) => {
                    let (words, filled) = filled.get(one)?;
                    (words, true, Some(filled.clone()))
                }
            };
            let (place, paragraph, words) = (place.to_string(), paragraph.clone(), words.clone());
            Some((FoundExpression { place, paragraph, at, words, closed, filled }, stands))
        });
        found.collect()
    }

    fn collect(
        &mut self,
        node: Node<'d, 'd>,
        run: Option<Node<'d, 'd>>,
        depth: usize,
        is_filled: &dyn Fn(Node) -> bool,
    ) {
        let letters = match node.tag_name().name() {
            _ if depth > MOST_NESTED => return,
            // A text box has paragraphs of its own.
            "p" | "del" | "moveFrom" | "rPr" | "pPr" | "endParaRPr" => return,
            "sdt" | "r" if is_filled(node) => {
                self.controls.push(node);
                FILLED.to_string()
            }
            "t" => letters_of(node),
            "tab" | "br" | "cr" | "ptab" => " ".into(),
            "noBreakHyphen" => "-".into(),
            name => {
                let run = if name == "r" { Some(node) } else { run };
                return node
                    .children()
                    .for_each(|child| self.collect(child, run, depth + 1, is_filled));
            }
        };
        self.pieces.insert(node.range().start, self.letters.len());
        for letter in letters.chars() {
            self.letters.push(letter);
            self.runs.push(run);
        }
    }

    /// Is there nothing beside one of the spans?
    pub fn is_alone(&self, span: usize) -> bool {
        let TypedSpan { start, end, .. } = self.spans[span];
        let (before, after) = (&self.letters[..start], &self.letters[end..]);
        before.iter().chain(after).all(|letter| letter.is_whitespace())
    }

    /// May this one be filled in?
    pub fn can_fill(&self, span: &TypedSpan, source: &str) -> Result<(), NotFilled> {
        let mut runs: Vec<Node> = Vec::new();
        for run in &self.runs[span.start..span.end] {
            let run = run.ok_or(NotFilled::Otherwise(SPLIT))?;
            if runs.last() != Some(&run) {
                runs.push(run);
            }
        }
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else {
            return Err(NotFilled::Otherwise(OTHER));
        };
        let parent = first.parent();
        let between = std::iter::successors(Some(*first), Node::next_sibling)
            .take_while(|node| node.range().start <= last.range().start)
            .filter(Node::is_element);
        let between: Vec<Node> = between.collect();
        let changed = |node: &Node| is_tracked(*node) || node.tag_name().name() == "rPrChange";
        let inner = || between.iter().flat_map(|node| node.descendants());
        if first.ancestors().any(|node| is_tracked(node)) || inner().any(|node| changed(&node)) {
            return Err(NotFilled::Tracked);
        }
        if runs.iter().any(|run| run.parent() != parent) {
            return Err(match runs.iter().any(|run| run.ancestors().any(is_tracked)) {
                true => NotFilled::Tracked,
                false => NotFilled::Otherwise(SPLIT),
            });
        }
        let harmless = |node: &Node| {
            matches!(
                node.tag_name().name(),
                "r" | "proofErr"
                    | "bookmarkStart"
                    | "bookmarkEnd"
                    | "commentRangeStart"
                    | "commentRangeEnd"
                    | "permStart"
                    | "permEnd"
            )
        };
        if !between.iter().all(harmless) {
            return Err(NotFilled::Otherwise(SPLIT));
        }
        for run in &runs {
            if prefix(*run, source).is_none() {
                return Err(NotFilled::Otherwise(OTHER));
            }
            for child in run.children().filter(Node::is_element) {
                let known = self.pieces.contains_key(&child.range().start)
                    || matches!(child.tag_name().name(), "rPr" | "lastRenderedPageBreak");
                let inside = child.range().start > first.range().start && !known;
                // What stands before the first letter or behind the last stays there.
                let outside = self.is_outside(child, span);
                if inside && !outside {
                    return Err(NotFilled::Otherwise(WITHIN));
                }
            }
        }
        Ok(())
    }

    /// Does an element without letters stand before the first piece of an expression, or behind the last?
    fn is_outside(&self, child: Node, span: &TypedSpan) -> bool {
        let place = |at: usize| {
            self.pieces.iter().filter(|(_, from)| **from <= at).map(|(start, _)| *start).next_back()
        };
        let (start, (first, last)) =
            (child.range().start, (place(span.start), place(span.end - 1)));
        first.is_some_and(|first| start < first) || last.is_some_and(|last| start > last)
    }

    /// Writes the runs anew in which these stand, of `spans`, each with what takes its place.
    pub fn fill(&self, source: &str, filled: &BTreeMap<usize, Markup>, changes: &mut TextChanges) {
        let mut inside: Option<usize> = None;
        let mut done: Option<Node> = None;
        for at in 0..self.letters.len() {
            let Some(run) = self.runs[at].filter(|run| done != Some(*run)) else { continue };
            done = Some(run);
            let own = self.runs.iter().skip(at).take_while(|other| **other == Some(run)).count();
            let touched = filled.keys().any(|one| {
                let span = &self.spans[*one];
                span.start < at + own && at < span.end
            });
            if !touched {
                continue;
            }
            let mut before = run.prev_sibling();
            while let Some(node) = before.filter(|_| inside.is_some()) {
                match node.tag_name().name() {
                    "proofErr" => changes.replace(node.range(), String::new()),
                    "r" => break,
                    _ => {}
                }
                before = node.prev_sibling();
            }
            let new = self.run(run, source, filled, &mut inside);
            changes.replace(run.range(), new);
        }
    }

    fn run(
        &self,
        run: Node,
        source: &str,
        filled: &BTreeMap<usize, Markup>,
        inside: &mut Option<usize>,
    ) -> String {
        let start = run.range().start;
        let first = run.first_child().map_or(start, |child| child.range().start);
        let (open, prefix) = (&source[start..first], prefix(run, source).unwrap_or_default());
        let look = run.children().find(|child| child.tag_name().name() == "rPr");
        let look = look.map_or("", |look| &source[look.range()]);
        let space = if prefix == "a" { "" } else { " xml:space=\"preserve\"" };
        let (mut out, mut kept) = (String::new(), String::new());
        let flush = |kept: &mut String, out: &mut String| {
            if !kept.is_empty() {
                *out += &format!("{open}{look}{}</{prefix}:r>", std::mem::take(kept));
            }
        };
        let words = |words: &mut String, kept: &mut String| {
            if !words.is_empty() {
                let text = xml_escaped(&std::mem::take(words));
                *kept += &format!("<{prefix}:t{space}>{text}</{prefix}:t>");
            }
        };
        for child in run.children().filter(Node::is_element) {
            let name = child.tag_name().name();
            let Some(from) = self.pieces.get(&child.range().start).filter(|_| name == "t") else {
                if name != "rPr" && inside.is_none() {
                    kept += &source[child.range()];
                }
                continue;
            };
            let mut typed = String::new();
            for (at, letter) in letters_of(child).chars().enumerate() {
                let at = from + at;
                if let Some(one) = *inside {
                    *inside = (at + 1 < self.spans[one].end).then_some(one);
                    continue;
                }
                let starts = filled.iter().find(|(one, _)| self.spans[**one].start == at);
                match starts {
                    Some((one, written)) => {
                        words(&mut typed, &mut kept);
                        flush(&mut kept, &mut out);
                        out += &written(prefix, look);
                        *inside = Some(*one);
                    }
                    None => typed.push(letter),
                }
            }
            words(&mut typed, &mut kept);
        }
        flush(&mut kept, &mut out);
        out
    }
}

/// White space at the ends of an element counts only where that is said.
fn letters_of(node: Node) -> String {
    let text: String =
        node.descendants().filter_map(|one| one.text().filter(|_| one.is_text())).collect();
    let is_slide = node.tag_name().namespace().is_some_and(|space| space.contains("drawingml"));
    let kept = node.attributes().any(|one| one.name() == "space" && one.value() == "preserve");
    if is_slide || kept { text } else { text.trim().to_string() }
}

/// `w` of `<w:r>`.
pub fn prefix<'s>(node: Node, source: &'s str) -> Option<&'s str> {
    let tag = source.get(node.range())?.strip_prefix('<')?;
    let end = tag.find(|letter: char| letter.is_whitespace() || matches!(letter, '>' | '/'))?;
    tag[..end].split_once(':').map(|(prefix, _)| prefix)
}

pub fn is_tracked(node: Node) -> bool {
    matches!(node.tag_name().name(), "ins" | "del" | "moveFrom" | "moveTo")
}
