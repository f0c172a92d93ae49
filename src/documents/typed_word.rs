//! Expressions in a document of Word. What is filled in stands in a content control, whose tag keeps the
//! expression and a hash over the words that were written.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::fixed_lines::{LineRules, unfix};
use super::found::{FoundCharts, Searcher, joined};
use super::limits::MOST_EXPRESSIONS;
use super::new_parts::NewParts;
use super::newer::{ExpressionFilling, NewPicture, Newer};
use super::office_words::is_fallback;
use super::package::DocumentParts;
use super::part_change::tracked;
use super::picture_facts::{NO_PNG, alternative_of, size_of};
use super::splice::xml_escaped;
use super::typed::{FilledPage, FilledWords, MANY, braced};
use super::typed_room::room;
use super::typed_runs::{Markup, NotFilled, ParagraphRuns, StandsAt, is_tracked, prefix};
use crate::embed::{PIXEL, PlacedPicture, words_hash, words_of};

const START: &str = "sl:";
/// Word takes no longer tag, and no longer title, which goes on where the tag is full.
const LONGEST: usize = 64;
const GOES_ON: char = '…';

/// A paragraph with what stands in it.
struct Paragraph<'d> {
    place: String,
    node: Node<'d, 'd>,
    runs: ParagraphRuns<'d>,
    filled: Vec<(String, FilledWords)>,
}

/// May the text hold any?
fn may_hold(text: &str) -> bool {
    text.contains('{') || text.contains("\"sl:")
}

fn paragraphs<'d>(document: &'d Document<'d>, place: &str) -> Vec<Paragraph<'d>> {
    let mut count = 0;
    let mut all = Vec::new();
    for node in document.descendants().filter(|node| node.tag_name().name() == "p") {
        count += usize::from(!is_fallback(node));
        let runs = ParagraphRuns::of(node, &|node| kept(node).is_some());
        if runs.spans.is_empty() && runs.controls.is_empty() && !runs.is_unlooked {
            continue;
        }
        let filled = runs.controls.iter().map(|control| {
            let (words, hash) = kept(*control).unwrap_or_default();
            let text = words_of(control.descendants());
            let by_hand = words_hash(&text) != hash;
            (words, FilledWords { text, by_hand })
        });
        let (place, filled) = (joined(place, &format!("paragraph {count}")), filled.collect());
        all.push(Paragraph { place, node, runs, filled });
    }
    all
}

/// All of a page, in order.
pub fn find(document: &Document, text: &str, place: &str, found: &mut FoundCharts) {
    if !may_hold(text) {
        return;
    }
    let (mut all, mut too_long) = (Vec::new(), Vec::new());
    for one in paragraphs(document, place).into_iter().filter(|one| !is_fallback(one.node)) {
        if one.runs.is_unlooked {
            too_long.push(one.place.clone());
        }
        all.extend(one.runs.expressions(&one.place, &one.filled).into_iter().map(|(one, _)| one));
    }
    found.take_expressions(place, all, too_long);
}

/// What a control of ours keeps: the expression, and a hash over the words written.
fn kept(control: Node) -> Option<(String, String)> {
    let about = control.children().find(|node| node.tag_name().name() == "sdtPr")?;
    let said =
        |name: &str| about.children().find(|node| node.tag_name().name() == name).and_then(value);
    let (hash, words) = said("tag")?.strip_prefix(START)?.split_once(':')?;
    let more = said("alias").and_then(|alias| alias.strip_prefix(GOES_ON)).unwrap_or_default();
    Some((format!("{words}{more}"), hash.to_string()))
}

fn value<'d>(node: Node<'d, 'd>) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == "val").map(|one| one.value())
}

/// The tag of a control and what of it goes on in its title; nothing where it is too long for both.
fn tag(words: &str, hash: &str) -> Option<(String, String)> {
    let whole = format!("{START}{hash}:{words}");
    let units = |text: &str| text.encode_utf16().count();
    if units(&whole) <= LONGEST {
        return Some((whole, String::new()));
    }
    let fits = |at: &usize| units(&whole[..*at]) <= LONGEST;
    let at = whole.char_indices().map(|(at, _)| at).take_while(fits).last()?;
    let more = format!("{GOES_ON}{}", &whole[at..]);
    (units(&more) <= LONGEST).then(|| (whole[..at].to_string(), more))
}

/// The text of a page with its expressions filled in, and those that were brought up to date.
pub fn fill(
    (page, place): (&str, &str),
    text: &str,
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    newer: &mut dyn Newer,
    pictures: &mut NewParts,
) -> Result<FilledPage, String> {
    let mut done = FilledPage::default();
    if !may_hold(text) {
        return Ok(done);
    }
    let document = Document::parse(text).map_err(|error| format!("{page}: {error}"))?;
    let ids = document.descendants().filter(|node| node.tag_name().name() == "docPr");
    let mut id = ids.filter_map(|node| node.attribute("id")?.parse().ok()).max().unwrap_or(0u32);
    let styles = parts.text("word/styles.xml", searcher);
    let rules = styles.map_or(LineRules::default(), |styles| LineRules::of(&styles));
    let mut asked = 0;
    for one in paragraphs(&document, place) {
        let mut fresh: Vec<(usize, String, ExpressionFilling)> = Vec::new();
        for (found, stands) in one.runs.expressions(&one.place, &one.filled) {
            asked += 1;
            if asked > MOST_EXPRESSIONS {
                return Err(format!("{}: {MANY}", one.place));
            }
            let filling = match newer.expression(&found) {
                Ok(Some(filling)) => filling,
                Ok(None) => continue,
                Err(why) => {
                    done.fault(format!("{}: {why}", found.told()));
                    continue;
                }
            };
            let refused = match stands {
                StandsAt::Typed(at) => one.runs.can_fill(&one.runs.spans[at], text).err(),
                StandsAt::Filled(at) => untouched(one.runs.controls[at]).err(),
            };
            let plain = takes_plain_text(one.node).then_some(NotFilled::Otherwise(PLAIN));
            match (refused.or(plain), stands, filling) {
                (Some(NotFilled::Tracked), ..) => done.fault(tracked(&found.told())),
                (Some(NotFilled::Otherwise(why)), ..) => {
                    done.fault(format!("{}: {why}", found.told()))
                }
                (None, StandsAt::Typed(at), filling) => {
                    fresh.push((at, found.words.clone(), filling))
                }
                (None, StandsAt::Filled(at), ExpressionFilling::Words(words)) => {
                    match replace(one.runs.controls[at], &found.words, &words, &mut done) {
                        Some(()) => done.count += 1,
                        None => done.fault(format!("{}: {LONG}", found.told())),
                    }
                }
                (None, StandsAt::Filled(_), ExpressionFilling::Picture(..)) => {}
            }
        }
        let mut markups: BTreeMap<usize, Markup> = BTreeMap::new();
        for (at, words, filling) in fresh {
            let markup = match filling {
                ExpressionFilling::Words(text) => match control(&words, &text) {
                    Some(markup) => markup,
                    None => {
                        done.fault(format!("{}: {}: {LONG}", one.place, braced(&words)));
                        continue;
                    }
                },
                ExpressionFilling::Picture(name, new) => {
                    let [png, svg] = pictures.picture(parts, page, &name, &new).ok_or(NO_PNG)?;
                    id += 1;
                    if rules.are_fixed(one.node) {
                        let told = match one.runs.is_alone(at) {
                            true => {
                                unfix(one.node, text, &mut done.changes);
                                UNFIXED
                            }
                            false => FIXED,
                        };
                        done.remarks.push(format!("{}: {told}", one.place));
                    }
                    drawing(one.node, &name, id, &new, [&png, &svg])
                }
            };
            markups.insert(at, markup);
        }
        one.runs.fill(text, &markups, &mut done.changes);
        // A fallback says the same once more.
        done.count += if is_fallback(one.node) { 0 } else { markups.len() };
    }
    Ok(done)
}

/// A content control with words; nothing where it cannot keep the expression.
fn control(words: &str, text: &str) -> Option<Markup> {
    let (tag, more) = tag(words, &words_hash(text))?;
    let (tag, more, text) = (xml_escaped(&tag), xml_escaped(&more), xml_escaped(text));
    Some(Box::new(move |w, look| {
        let title = match more.is_empty() {
            true => String::new(),
            false => format!("<{w}:alias {w}:val=\"{more}\"/>"),
        };
        format!(
            "<{w}:sdt><{w}:sdtPr>{title}<{w}:tag {w}:val=\"{tag}\"/></{w}:sdtPr><{w}:sdtContent>\
             <{w}:r>{look}<{w}:t xml:space=\"preserve\">{text}</{w}:t></{w}:r></{w}:sdtContent></{w}:sdt>"
        )
    }))
}

/// A chart in the line, as wide as it is drawn if there is room. It keeps its name, and needs no control.
fn drawing(
    paragraph: Node,
    name: &str,
    id: u32,
    new: &NewPicture,
    [png, svg]: [&str; 2],
) -> Markup {
    let alt = alternative_of(&new.svg).unwrap_or_default();
    let (wide, high) = size_of(new.svg.as_bytes()).unwrap_or((1.0, 1.0));
    let (most_wide, most_high) = room(paragraph);
    let scale = (most_wide / wide).min(most_high / high).min(PIXEL);
    let size = ((wide * scale).round() as i64, (high * scale).round() as i64);
    let placed = PlacedPicture { name, alt: &alt, id, png, svg, at: (0, 0), size };
    let whole = with_names(&placed.in_word(), is_strict(paragraph));
    Box::new(move |w, _| {
        let inner =
            whole.strip_prefix("<w:drawing").and_then(|rest| rest.strip_suffix("</w:drawing>"));
        format!("<{w}:r><{w}:drawing{}</{w}:drawing></{w}:r>", inner.unwrap_or_default())
    })
}

const LONG: &str =
    "it is longer than the 110 letters or so that Word keeps beside what is filled in: shorten it";
const PLAIN: &str =
    "it stands in a form field that takes plain text or data only: type it outside of that";
const UNFIXED: &str =
    "its paragraph has single spacing now, for lines of a fixed height would cut the chart off";
const FIXED: &str = "its paragraph has lines of a fixed height, which cut the chart off: give it single spacing, or \
    type the chart into a paragraph of its own";

/// A control that may be written anew.
fn untouched(control: Node) -> Result<(), NotFilled> {
    let mut around = control.ancestors().chain(control.descendants());
    match around.any(|node| is_tracked(node) || node.tag_name().name() == "rPrChange") {
        true => Err(NotFilled::Tracked),
        false => Ok(()),
    }
}

/// Other words in a control, which look as the first of the old ones do.
fn replace(control: Node, words: &str, text: &str, done: &mut FilledPage) -> Option<()> {
    let (fresh, more) = tag(words, &words_hash(text))?;
    let about = control.children().find(|node| node.tag_name().name() == "sdtPr")?;
    for node in about.children() {
        let new = match node.tag_name().name() {
            "tag" => &fresh,
            "alias" if !more.is_empty() => &more,
            _ => continue,
        };
        let said = node.attributes().find(|one| one.name() == "val")?;
        done.changes.replace(said.range_value(), xml_escaped(new));
    }
    let mut texts = control.descendants().filter(|node| node.tag_name().name() == "t");
    let first = texts.next()?;
    let name = prefix(first, control.document().input_text())?;
    done.changes.replace(
        first.range(),
        format!("<{name}:t xml:space=\"preserve\">{}</{name}:t>", xml_escaped(text)),
    );
    texts.for_each(|other| done.changes.replace(other.range(), format!("<{name}:t/>")));
    Some(())
}

/// A control of others that holds no controls.
fn takes_plain_text(node: Node) -> bool {
    let controls = node.ancestors().filter(|outer| outer.tag_name().name() == "sdt");
    let about = controls
        .flat_map(|outer| outer.children().filter(|node| node.tag_name().name() == "sdtPr"));
    about.flat_map(|about| about.children()).any(|node| {
        matches!(
            node.tag_name().name(),
            "text" | "date" | "comboBox" | "dropDownList" | "dataBinding" | "picture" | "checkbox"
        )
    })
}

fn is_strict(node: Node) -> bool {
    node.tag_name().namespace().is_some_and(|space| space.contains("purl.oclc.org"))
}

/// A drawing that says itself what its names mean, whatever the document calls them.
fn with_names(drawing: &str, strict: bool) -> String {
    const SPACES: [(&str, &str); 4] = [
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("a", "drawingml/2006/main"),
        ("pic", "drawingml/2006/picture"),
        ("r", "officeDocument/2006/relationships"),
    ];
    let mut names = String::new();
    for (name, space) in SPACES {
        names += &format!(" xmlns:{name}=\"http://schemas.openxmlformats.org/{space}\"");
    }
    names += " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\"";
    let whole = drawing.replacen("<w:drawing>", &format!("<w:drawing{names}>"), 1);
    match strict {
        true => whole
            .replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/")
            .replace("/2006/", "/"),
        false => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_expression_goes_on_in_the_title() {
        let hash = words_hash("1");
        for words in ["latest(\"a\")", &"a".repeat(50), &"a".repeat(51), &"é".repeat(110)] {
            let (tag, more) = tag(words, &hash).expect(words);
            let text = format!(
                "<w:sdt xmlns:w=\"w\"><w:sdtPr><w:alias w:val=\"{}\"/><w:tag w:val=\"{}\"/></w:sdtPr></w:sdt>",
                xml_escaped(&more),
                xml_escaped(&tag)
            );
            let document = Document::parse(&text).unwrap();
            assert_eq!(kept(document.root_element()), Some((words.to_string(), hash.clone())));
            assert!(tag.chars().count() <= LONGEST && more.chars().count() <= LONGEST);
        }
        assert_eq!(tag(&"a".repeat(200), &hash), None);
    }
}
