//! OpenDocument, packed or in one text: a frame shows the first of its pictures that a program knows.

use roxmltree::{Document, Node};

use super::found::{FoundPicture, Searcher};
use super::kind::DocumentKind;
use super::limits::MOST_INTRICATE;
use super::newer::Newer;
use super::package::{DocumentParts, ShownParts, resolved};
use super::part_change::{PageChanges, covers, cropped, left_alt, tracked};
use super::slide_room::meet;
use super::splice::{TextChanges, xml_escaped};
use super::unlooked::Unlooked;
use super::{data_uri, open_words, typed_elsewhere};
use crate::references::xml::exceeds;

const XLINK: &str = "http://www.w3.org/1999/xlink";

/// The parts with frames, and what a person calls each.
const PAGES: [(&str, &str); 2] = [("content.xml", ""), ("styles.xml", "header or footer")];

/// Every frame of the document that shows a part of it.
pub fn shown(
    parts: &mut DocumentParts,
    searcher: &mut Searcher,
) -> Result<Vec<ShownParts>, Unlooked> {
    let mut shown = Vec::new();
    for (page, place) in PAGES {
        let Some(text) = parts.text(page, searcher) else { continue };
        let document = parsed(&text)?;
        typed_elsewhere::in_open_document(&document, place, &mut searcher.found);
        take_words(&document, place, searcher);
        for (at, frame) in frames(&document) {
            let hrefs = images(frame).filter_map(|image| image.attribute((XLINK, "href")));
            let parts: Vec<String> = hrefs.map(|href| resolved(page, href)).collect();
            if !parts.is_empty() {
                shown.push(ShownParts { place: super::found::joined(place, &at), parts });
            }
        }
    }
    Ok(shown)
}

/// All pictures of a document in one text, which stand in it in base 64.
pub fn flat(searcher: &mut Searcher, text: &str) -> Result<Vec<FoundPicture>, Unlooked> {
    let document = parsed(text)?;
    typed_elsewhere::in_open_document(&document, "", &mut searcher.found);
    take_words(&document, "", searcher);
    let mut found = Vec::new();
    for (place, frame) in frames(&document) {
        let mut forms = Vec::new();
        for image in images(frame) {
            let data = image.children().find(|node| node.tag_name().name() == "binary-data");
            let bytes = data.and_then(|node| data_uri::base64(node.text()?));
            let Some(bytes) = bytes else { continue };
            let read =
                DocumentKind::of("", &bytes).and_then(|kind| searcher.forms(kind, "", &bytes));
            forms.extend(read.unwrap_or_default());
        }
        if !forms.is_empty() {
            found.push(FoundPicture { place, forms, nested: false });
        }
    }
    Ok(searcher.charts(found))
}

/// What `embed` wrote beside the pictures of a page.
fn take_words(document: &Document, place: &str, searcher: &mut Searcher) {
    let (spans, unended) = open_words::spans(document, place);
    searcher.found.words.extend(spans.into_iter().map(|one| one.words));
    searcher.found.remarks.extend(unended);
}

/// A part that is not too intricate.
pub fn parsed(text: &str) -> Result<Document<'_>, Unlooked> {
    if exceeds(text, MOST_INTRICATE, MOST_INTRICATE) {
        return Err(Unlooked::Intricate);
    }
    Document::parse(text).map_err(|error| Unlooked::Damaged(error.to_string()))
}

/// Each with where it stands.
fn frames<'d>(document: &'d Document<'d>) -> Vec<(String, Node<'d, 'd>)> {
    let (mut paragraphs, mut slides) = (0, 0);
    let mut frames = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "p" | "h" => paragraphs += 1,
            "page" => slides += 1,
            "frame" => frames.push((
                match (slides, paragraphs) {
                    (0, 0) => String::new(),
                    (0, paragraph) => format!("paragraph {paragraph}"),
                    (slide, _) => format!("slide {slide}"),
                },
                node,
            )),
            _ => {}
        }
    }
    frames
}

pub fn images<'d>(frame: Node<'d, 'd>) -> impl Iterator<Item = Node<'d, 'd>> {
    frame.children().filter(|node| node.tag_name().name() == "image")
}

const SVG: &str = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

/// The pages that show these parts, with the sizes and alternative texts of the new ones.
pub fn refresh(
    parts: &mut DocumentParts,
    searcher: &mut Searcher,
    changes: &mut PageChanges,
    newer: &mut dyn Newer,
) -> Result<(), String> {
    for (page, outer) in PAGES {
        let Some(text) = parts.text(page, searcher) else { continue };
        let document = Document::parse(&text).map_err(|error| format!("{page}: {error}"))?;
        let mut made = TextChanges::default();
        for (place, frame) in frames(&document) {
            let place = super::found::joined(outer, &place);
            let hrefs = images(frame).filter_map(|image| image.attribute((XLINK, "href")));
            let parts = changes.parts;
            let Some(change) =
                hrefs.map(|href| resolved(page, href)).find_map(|href| parts.get(&href))
            else {
                continue;
            };
            if frame.parent().is_some_and(open_words::has_changes) {
                return Err(tracked(&place));
            }
            if let Some(high) =
                frame.attribute_node((SVG, "height")).filter(|_| change.is_reshaped())
                && let Some(length) = scaled(high.value(), change.higher)
            {
                made.replace(high.range_value(), length);
                if place.contains("slide ") && covers_more(frame, change.higher) {
                    changes.remark(covers(&place));
                }
            }
            if is_cropped(frame) {
                changes.remark(cropped(&place));
            }
            let mut desc = frame.children().filter(|node| node.tag_name().name() == "desc");
            let Some(said) = desc.next().and_then(|desc| desc.first_child()) else { continue };
            let found = said.text().unwrap_or_default();
            if let Some(alt) = change.alt_for(found) {
                made.replace(said.range(), xml_escaped(&alt));
            }
            if let Some(told) = left_alt(&place, found, change) {
                changes.remark(told);
            }
        }
        for span in open_words::spans(&document, outer).0 {
            let Some(part) = newer.words(&span.words) else { continue };
            if span.is_tracked() {
                return Err(tracked(&span.words.place));
            }
            if let Err(why) = span.replace(&text, &part, &mut made) {
                changes.keeps(&span.words, &why);
            } else {
                changes.words += 1;
            }
        }
        if !made.is_empty() {
            changes.written.insert(page.to_string(), made.made_in(&text));
        }
    }
    Ok(())
}

/// Does its style cut off a part?
fn is_cropped(frame: Node) -> bool {
    let Some(style) = own(frame, "style-name") else { return false };
    let styles = frame.document().descendants().filter(|node| node.tag_name().name() == "style");
    let mut styles = styles.filter(|node| own(*node, "name") == Some(style));
    let inner = styles.next().into_iter().flat_map(|style| style.descendants());
    let mut clips = inner.filter_map(|node| own(node, "clip"));
    // `rect(0cm, 1.2cm, 0cm, 0cm)`
    clips.any(|clip| clip.contains(|digit: char| digit.is_ascii_digit() && digit != '0'))
}

/// Would a frame so many times as high cover another that it did not cover before?
fn covers_more(frame: Node, times: f64) -> bool {
    let edges = |node: Node| {
        let length = |name: &str| in_points(node.attribute((SVG, name))?);
        let (x, y) = (length("x")?, length("y")?);
        Some([x, y, x + length("width")?, y + length("height")?])
    };
    let Some(was) = edges(frame) else { return false };
    let is = [was[0], was[1], was[2], was[1] + (was[3] - was[1]) * times];
    let others = frame.parent().into_iter().flat_map(|page| page.children());
    let mut others = others.filter(|node| *node != frame).filter_map(edges);
    others.any(|other| meet(&other, &is) && !meet(&other, &was))
}

fn own<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

/// `9cm` as a number.
fn in_points(length: &str) -> Option<f64> {
    let (number, unit) = length.split_at(length.find(|c: char| c.is_ascii_alphabetic())?);
    let points = match unit {
        "cm" => 72.0 / 2.54,
        "mm" => 7.2 / 2.54,
        "in" => 72.0,
        "pt" => 1.0,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * points)
}

/// `9cm`, so many times.
fn scaled(length: &str, times: f64) -> Option<String> {
    let unit = length.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = length.split_at(unit);
    Some(format!("{:.3}{unit}", number.parse::<f64>().ok()? * times))
}
