//! Expressions on a slide. What is filled in is a run of its own, and the alternative text of its shape
//! keeps each expression with what was written: `{{ latest("bees") }} = 118`. A chart that stands alone in
//! its box becomes a picture in the place of that.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::found::{FoundCharts, Searcher};
use super::limits::{MOST_EXPRESSIONS, MOST_KEPT};
use super::new_parts::NewParts;
use super::newer::{ExpressionFilling, NewPicture, Newer};
use super::package::DocumentParts;
use super::picture_facts::{NO_PNG, alternative_of, size_of};
use super::slide_room::place_of;
use super::splice::{TextChanges, xml_escaped};
use super::typed::{FilledPage, FilledWords, FoundExpression, MANY, braced, typed_spans};
use super::typed_runs::{Markup, NotFilled, ParagraphRuns, StandsAt, prefix};
use crate::embed::PlacedPicture;

/// What a shape keeps.
#[derive(Clone, Debug, Default, PartialEq)]
struct KeptFillings {
    /// What its author says of it.
    own: String,
    /// Expressions, with what was written in their places.
    filled: Vec<(String, String)>,
}

impl KeptFillings {
    fn read(text: &str) -> KeptFillings {
        let letters: Vec<char> = text.chars().collect();
        let spans = typed_spans(&letters);
        if spans.len() > MOST_KEPT {
            return KeptFillings { own: text.to_string(), filled: Vec::new() };
        }
        let mut kept = KeptFillings::default();
        let part = |from: usize, to: usize| letters[from..to].iter().collect::<String>();
        let first = spans.first().map_or(letters.len(), |span| span.start);
        kept.own = part(0, first).trim().to_string();
        for (at, span) in spans.iter().enumerate() {
            let end = spans.get(at + 1).map_or(letters.len(), |next| next.start);
            let said = part(span.end, end);
            match said.trim().strip_prefix("= ").filter(|_| span.closed) {
                Some(said) => kept.filled.push((span.words.clone(), said.trim().to_string())),
                None => return KeptFillings { own: text.to_string(), filled: Vec::new() },
            }
        }
        kept
    }

    fn written(&self) -> String {
        let each = self.filled.iter().map(|(words, said)| format!("{} = {said}", braced(words)));
        let own = Some(self.own.clone()).filter(|own| !own.is_empty());
        own.into_iter().chain(each).collect::<Vec<_>>().join("\n")
    }
}

/// A shape or a table, with its name and its paragraphs.
struct SlideShape<'d> {
    node: Node<'d, 'd>,
    about: Node<'d, 'd>,
    kept: KeptFillings,
    paragraphs: Vec<Node<'d, 'd>>,
    /// The runs that say what is kept, by where they stand in the page, each with which of it.
    claimed: BTreeMap<usize, usize>,
}

fn shapes<'d>(document: &'d Document<'d>) -> Vec<SlideShape<'d>> {
    let named = |node: &Node| matches!(node.tag_name().name(), "sp" | "graphicFrame");
    let all = document.descendants().filter(named).filter_map(|node| {
        let about = node.descendants().find(|inner| inner.tag_name().name() == "cNvPr")?;
        let kept = KeptFillings::read(about.attribute("descr").unwrap_or_default());
        let paragraphs =
            node.descendants().filter(|inner| inner.tag_name().name() == "p").collect();
        let mut shape = SlideShape { node, about, kept, paragraphs, claimed: BTreeMap::new() };
        for (at, (_, said)) in shape.kept.filled.iter().enumerate() {
            let free = |run: &Node| !shape.claimed.contains_key(&run.range().start);
            if let Some(run) = runs(node).filter(free).find(|run| words(*run) == *said) {
                shape.claimed.insert(run.range().start, at);
            }
        }
        Some(shape)
    });
    all.collect()
}

fn runs<'d>(shape: Node<'d, 'd>) -> impl Iterator<Item = Node<'d, 'd>> {
    shape.descendants().filter(|node| node.tag_name().name() == "r")
}

fn words(run: Node) -> String {
    let texts = run.children().filter(|node| node.tag_name().name() == "t");
    texts.filter_map(|node| node.text()).collect()
}

fn may_hold(text: &str) -> bool {
    text.contains('{')
}

/// The text of a page in which all that was filled in stands in runs of its own, however a program has
/// joined them.
fn apart(text: &str) -> String {
    let mut text = text.to_string();
    // Each round sets one apart.
    for _ in 0..MOST_KEPT {
        let Some(next) = one_apart(&text) else { break };
        text = next;
    }
    text
}

fn one_apart(text: &str) -> Option<String> {
    let document = Document::parse(text).ok()?;
    for shape in shapes(&document) {
        let lost =
            (0..shape.kept.filled.len()).filter(|at| !shape.claimed.values().any(|one| one == at));
        for said in lost.map(|at| &shape.kept.filled[at].1).filter(|said| !said.is_empty()) {
            for run in
                runs(shape.node).filter(|run| !shape.claimed.contains_key(&run.range().start))
            {
                let whole = words(run);
                let Some(at) = place_within(&whole, said) else { continue };
                let name = prefix(run, text)?;
                let look = run.children().find(|child| child.tag_name().name() == "rPr");
                let look = look.map_or("", |look| &text[look.range()]);
                let parts = [&whole[..at], said, &whole[at + said.len()..]];
                let made: String = parts
                    .into_iter()
                    .filter(|part| !part.is_empty())
                    .map(|part| {
                        let part = xml_escaped(part);
                        format!("<{name}:r>{look}<{name}:t>{part}</{name}:t></{name}:r>")
                    })
                    .collect();
                let mut changes = TextChanges::default();
                changes.replace(run.range(), made);
                return Some(changes.made_in(text));
            }
        }
    }
    None
}

/// Where in longer words others stand, not as a part of a longer number or word.
fn place_within(whole: &str, said: &str) -> Option<usize> {
    let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let digits = |text: &str| {
        let mut letters = text.chars();
        letters.next().is_some_and(|letter| matches!(letter, '.' | ',')) && joins(letters.next())
    };
    let places = whole.match_indices(said).map(|(at, _)| at);
    let mut alone = places.filter(|at| {
        let (before, after) = (&whole[..*at], &whole[at + said.len()..]);
        let turned: String = before.chars().rev().take(2).collect();
        let next = after.chars().next();
        !joins(turned.chars().next()) && !joins(next) && !digits(after) && !digits(&turned)
    });
    alone.next().filter(|_| whole.len() > said.len())
}

/// All of a page, in order.
pub fn find(text: &str, place: &str, found: &mut FoundCharts) {
    if !may_hold(text) {
        return;
    }
    let text = apart(text);
    let Ok(document) = Document::parse(&text) else { return };
    let (mut all, mut too_long) = (Vec::new(), Vec::new());
    for shape in shapes(&document) {
        let is_long = shape.paragraphs.iter().any(|one| shape.read(*one).is_unlooked);
        too_long.extend(is_long.then(|| place.to_string()));
        all.extend(shape.expressions(place).into_iter().map(|(one, _)| one));
    }
    found.take_expressions(place, all, too_long);
}

/// An expression, the paragraph that it is in, and where it stands there.
type PlacedExpression<'d> = (FoundExpression, Option<(usize, StandsAt)>);

impl<'d> SlideShape<'d> {
    fn read(&self, paragraph: Node<'d, 'd>) -> ParagraphRuns<'d> {
        ParagraphRuns::of(paragraph, &|node| self.claimed.contains_key(&node.range().start))
    }

    /// Those that nobody finds any more stand at the end.
    fn expressions(&self, place: &str) -> Vec<PlacedExpression<'d>> {
        let mut all = Vec::new();
        for (at, paragraph) in self.paragraphs.iter().enumerate() {
            let runs = self.read(*paragraph);
            let filled = runs.controls.iter().map(|run| {
                let (words, said) = self.kept.filled[self.claimed[&run.range().start]].clone();
                (words, FilledWords { text: said, by_hand: false })
            });
            let filled: Vec<(String, FilledWords)> = filled.collect();
            let own = runs.expressions(place, &filled).into_iter();
            all.extend(own.map(|(found, stands)| (found, Some((at, stands)))));
        }
        for (at, (words, _)) in self.kept.filled.iter().enumerate() {
            if self.claimed.values().any(|one| *one == at) {
                continue;
            }
            let filled = Some(FilledWords { text: String::new(), by_hand: true });
            let (place, words) = (place.to_string(), words.clone());
            let paragraph = braced(&words).into();
            let found = FoundExpression { place, paragraph, at: 0, words, closed: true, filled };
            all.push((found, None));
        }
        all
    }

    /// Is there nothing beside it?
    fn is_all(&self, words: &str) -> bool {
        let text: String =
            self.paragraphs.iter().flat_map(|one| runs(*one)).map(self::words).collect();
        let letters: Vec<char> = text.trim().chars().collect();
        let spans = typed_spans(&letters);
        self.node.tag_name().name() == "sp"
            && spans
                .first()
                .is_some_and(|one| one.words == words && (one.start, one.end) == (0, letters.len()))
    }
}

/// The text of a page with its expressions filled in, and those that were brought up to date.
pub fn fill(
    (page, place): (&str, &str),
    text: &str,
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    newer: &mut dyn Newer,
    pictures: &mut NewParts,
) -> Result<(String, FilledPage), String> {
    let mut done = FilledPage::default();
    if !may_hold(text) {
        return Ok((text.to_string(), done));
    }
    let text = apart(text);
    let document = Document::parse(&text).map_err(|error| format!("{page}: {error}"))?;
    let mut asked = 0;
    for shape in shapes(&document) {
        let mut kept = KeptFillings { own: shape.kept.own.clone(), filled: Vec::new() };
        let mut fresh: Vec<(usize, usize, String)> = Vec::new();
        for (found, stands) in shape.expressions(place) {
            asked += 1;
            if asked > MOST_EXPRESSIONS {
                return Err(format!("{place}: {MANY}"));
            }
            let told = || found.told();
            let was = found.filled.as_ref().map(|filled| filled.text.clone());
            let answer = newer.expression(&found).unwrap_or_else(|why| {
                done.fault(format!("{}: {why}", told()));
                None
            });
            let (at, stands) = match stands {
                Some(stands) => stands,
                None => {
                    let (_, said) = shape
                        .kept
                        .filled
                        .iter()
                        .find(|(words, _)| *words == found.words)
                        .cloned()
                        .unwrap_or_default();
                    kept.filled.push((found.words.clone(), said));
                    continue;
                }
            };
            let paragraph = shape.paragraphs[at];
            match (answer, stands) {
                (None, _) => kept.filled.extend(was.map(|was| (found.words.clone(), was))),
                (Some(ExpressionFilling::Words(words)), StandsAt::Filled(control)) => {
                    let run = shape.read(paragraph).controls[control];
                    let old = run.children().find(|node| node.tag_name().name() == "t");
                    if let Some((old, name)) = old.and_then(|old| Some((old, prefix(old, &text)?)))
                    {
                        let new = format!("<{name}:t>{}</{name}:t>", xml_escaped(&words));
                        done.changes.replace(old.range(), new);
                        done.count += 1;
                    }
                    kept.filled.push((found.words.clone(), words));
                }
                (Some(ExpressionFilling::Words(words)), StandsAt::Typed(span)) => {
                    let runs = shape.read(paragraph);
                    match runs.can_fill(&runs.spans[span], &text) {
                        Ok(()) => {
                            fresh.push((at, span, words.clone()));
                            kept.filled.push((found.words.clone(), words));
                        }
                        Err(NotFilled::Otherwise(why)) => done.fault(format!("{}: {why}", told())),
                        Err(NotFilled::Tracked) => {}
                    }
                }
                (Some(ExpressionFilling::Picture(..)), _) if !shape.is_all(&found.words) => {
                    done.fault(format!("{}: {ALONE}", told()));
                }
                (Some(ExpressionFilling::Picture(name, new)), _) => {
                    let room = place_of((parts, searcher), page, shape.node);
                    let Some(room) = room else {
                        done.fault(format!("{}: {NO_PLACE}", told()));
                        continue;
                    };
                    let shown = size_of(new.svg.as_bytes()).unwrap_or((1.0, 1.0));
                    let place = room.fitted(shown);
                    if let Some(wide) = room.too_small(place.1.0) {
                        let told = found.told();
                        done.remarks.push(format!(
                            "{told}: the chart is {wide:.1} cm wide in its box, and nobody can read it: make \
                             it larger"
                        ));
                    }
                    let turned = room.turned.as_deref();
                    let markup =
                        picture((parts, pictures), (page, &name), &new, &shape, place, turned)?;
                    done.changes.replace(shape.node.range(), markup);
                    done.count += 1;
                }
            }
        }
        for (at, paragraph) in shape.paragraphs.iter().enumerate() {
            let own = fresh.iter().filter(|one| one.0 == at);
            let made: BTreeMap<usize, Markup> =
                own.map(|(_, span, words)| (*span, run_of(xml_escaped(words)))).collect();
            done.count += made.len();
            shape.read(*paragraph).fill(&text, &made, &mut done.changes);
        }
        if kept.filled.len() > MOST_KEPT {
            done.fault(format!("{place}: {MANY_OF_A_SHAPE}"));
            continue;
        }
        if kept != shape.kept {
            // In an attribute a line may only end as a number.
            let said = xml_escaped(&kept.written()).replace('\n', "&#10;");
            match shape.about.attribute_node("descr") {
                Some(old) => done.changes.replace(old.range_value(), said),
                None => {
                    let start = shape.about.range().start;
                    let tag = prefix(shape.about, &text)
                        .map_or("cNvPr".into(), |name| format!("{name}:cNvPr"));
                    let at = start + 1 + tag.len();
                    done.changes.replace(at..at, format!(" descr=\"{said}\""));
                }
            }
        }
    }
    drop(document);
    Ok((text, done))
}

const MANY_OF_A_SHAPE: &str =
    "a box or table of it has more than 50 expressions in braces: take it apart";
const ALONE: &str = "a chart takes the place of its text box: type it alone in one";
const NO_PLACE: &str = "its box has no place of its own: move it a little, and save";

/// A run that looks as the one did in which its expression began.
fn run_of(words: String) -> Markup {
    Box::new(move |name, look| format!("<{name}:r>{look}<{name}:t>{words}</{name}:t></{name}:r>"))
}

fn picture(
    (parts, pictures): (&DocumentParts, &mut NewParts),
    (page, name): (&str, &str),
    new: &NewPicture,
    shape: &SlideShape,
    (at, size): ((i64, i64), (i64, i64)),
    turned: Option<&str>,
) -> Result<String, String> {
    let [png, svg] = pictures.picture(parts, page, name, new).ok_or(NO_PNG)?;
    let alt = alternative_of(&new.svg).unwrap_or_default();
    let id = shape.about.attribute("id").and_then(|id| id.parse().ok()).unwrap_or(1);
    let placed = PlacedPicture { name, alt: &alt, id, png: &png, svg: &svg, at, size };
    const NAMES: &str = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" \
        xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
        xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
        xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"";
    let strict =
        shape.node.tag_name().namespace().is_some_and(|space| space.contains("purl.oclc.org"));
    let mut whole = placed.on_slide().replacen("<p:pic>", &format!("<p:pic {NAMES}>"), 1);
    if let Some(angle) = turned {
        let angle = xml_escaped(angle);
        whole = whole.replacen("<a:xfrm>", &format!("<a:xfrm rot=\"{angle}\">"), 1);
    }
    Ok(match strict {
        true => whole
            .replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
            .replace("/2006/", "/"),
        false => whole,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_shape_keeps_is_read_back() {
        let filled = vec![
            ("latest(\"a\")".to_string(), "1,250 (provisional)".to_string()),
            ("period(\"a\")".to_string(), "2022".to_string()),
        ];
        for own in ["", "A box"] {
            let kept = KeptFillings { own: own.into(), filled: filled.clone() };
            assert_eq!(KeptFillings::read(&kept.written()), kept);
            assert_eq!(KeptFillings::read(&kept.written().replace('\n', " ")), kept);
        }
        let other = "Use {{ this }} in words";
        assert_eq!(
            KeptFillings::read(other),
            KeptFillings { own: other.into(), filled: Vec::new() }
        );
    }

    #[test]
    fn a_number_is_not_found_within_another() {
        assert_eq!(place_within("In 2022: 118.", "118"), Some(9));
        assert_eq!(place_within("In 2022: 118.5 or 2,118", "118"), None);
        assert_eq!(place_within("118", "118"), None);
    }
}
