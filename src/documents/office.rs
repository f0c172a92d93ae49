//! Word, PowerPoint and Excel: where a page shows a picture. It names a PNG, and in a list of
//! extensions the SVG that newer programs show in its place.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};

use super::found::Searcher;
use super::newer::Newer;
use super::office_words::{self, is_fallback};
use super::package::{DocumentParts, ShownParts};
use super::part_change::{PageChanges, PartChange, covers, cropped, left_alt, tracked};
use super::relations::{related, relations};
use super::shape_words;
use super::slide_room::covers_more;
use super::splice::{TextChanges, xml_escaped};
use super::typed_runs::is_tracked;
use super::{typed_slide, typed_word};

/// Every placement of a picture in the document, page by page.
pub fn shown(parts: &mut DocumentParts, searcher: &mut Searcher) -> Vec<ShownParts> {
    let mut shown = Vec::new();
    for (page, place) in pages(parts, searcher) {
        let relations = relations(parts, &page, searcher);
        if relations.is_empty() && !page.starts_with("word/") {
            continue;
        }
        let Some(text) = parts.text(&page, searcher) else { continue };
        match Document::parse(&text) {
            Ok(document) => {
                let words = match page.starts_with("word/") {
                    true => {
                        let (spans, unended) = office_words::spans(&document, &place);
                        searcher.found.remarks.extend(unended);
                        spans.into_iter().map(|one| one.words).collect::<Vec<_>>()
                    }
                    false => {
                        let shapes = shape_words::shapes(&document, &place).into_iter();
                        shapes.map(|one| one.words).collect()
                    }
                };
                searcher.found.words.extend(words);
                if holds_sentences(&page) {
                    let found = &mut searcher.found;
                    match page.starts_with("word/") {
                        true => typed_word::find(&document, &text, &place, found),
                        false => typed_slide::find(&text, &place, found),
                    }
                }
                of_page(&document, &page, &place, &relations, &mut shown);
            }
            Err(error) => searcher.found.remarks.push(format!("{page}: it is damaged ({error})")),
        }
    }
    shown
}

/// The parts that may show pictures, with what a person calls each.
pub fn pages(parts: &mut DocumentParts, searcher: &mut Searcher) -> Vec<(String, String)> {
    let names = parts.names().to_vec();
    let mut pages = Vec::new();
    for slide in slides(parts, searcher) {
        pages.push((slide, format!("slide {}", pages.len() + 1)));
    }
    for name in names {
        let Some((folder, file)) = name.rsplit_once('/') else { continue };
        let plain = file.strip_suffix(".xml").unwrap_or_default();
        let stem = plain.trim_end_matches(|c: char| c.is_ascii_digit());
        let place = match (folder, stem) {
            ("word", "document") => "",
            ("word", "header") => "header",
            ("word", "footer") => "footer",
            ("word", "footnotes") => "footnotes",
            ("word", "endnotes") => "endnotes",
            ("word", "comments") => "comments",
            ("ppt/slideLayouts", "slideLayout") => "a layout of slides",
            ("ppt/slideMasters", "slideMaster") => "the master of slides",
            ("ppt/notesSlides", "notesSlide") => "notes",
            ("ppt/slides", "slide") if pages.iter().all(|(page, _)| *page != name) => {
                "a slide that is not shown"
            }
            ("xl/drawings", "drawing") => plain,
            _ => continue,
        };
        let place = place.to_string();
        pages.push((name, place));
    }
    pages
}

/// The slides in the order in which they are shown.
fn slides(parts: &mut DocumentParts, searcher: &mut Searcher) -> Vec<String> {
    const PRESENTATION: &str = "ppt/presentation.xml";
    let relations = relations(parts, PRESENTATION, searcher);
    let Some(text) = parts.text(PRESENTATION, searcher) else { return Vec::new() };
    let Ok(document) = Document::parse(&text) else { return Vec::new() };
    let ids = document.descendants().filter(|node| node.tag_name().name() == "sldId");
    ids.filter_map(|node| relations.get(related(node, "id")?).cloned()).collect()
}

fn of_page(
    document: &Document,
    page: &str,
    place: &str,
    relations: &BTreeMap<String, String>,
    shown: &mut Vec<ShownParts>,
) {
    for (place, node) in pictures(document, page, place) {
        if is_fallback(node) {
            continue;
        }
        let inner = node.descendants().skip(1).filter(|node| node.tag_name().name() == "svgBlip");
        // The SVG is what newer programs show.
        let mut ids: Vec<&str> = inner.filter_map(|node| related(node, "embed")).collect();
        ids.extend(["embed", "id"].into_iter().filter_map(|what| related(node, what)).next());
        let parts: Vec<String> = ids.iter().filter_map(|id| relations.get(*id).cloned()).collect();
        if parts.is_empty() {
            continue;
        }
        shown.push(ShownParts { place, parts });
    }
}

/// What names a picture, each with where a person finds it.
fn pictures<'d>(
    document: &'d Document<'d>,
    page: &str,
    place: &str,
) -> Vec<(String, Node<'d, 'd>)> {
    let mut paragraphs = 0;
    let is_text = page.starts_with("word/");
    let mut all = Vec::new();
    for node in document.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        if is_text && name == "p" && !is_fallback(node) {
            paragraphs += 1;
        }
        if matches!(name, "blip" | "imagedata") {
            let paragraph = if is_text { format!("paragraph {paragraphs}") } else { String::new() };
            all.push((super::found::joined(place, &paragraph), node));
        }
    }
    all
}

/// The pages that show these parts, with the sizes and alternative texts of the new ones.
pub fn refresh(
    parts: &mut DocumentParts,
    searcher: &mut Searcher,
    changes: &mut PageChanges,
    newer: &mut dyn Newer,
) -> Result<(), String> {
    for (page, place) in pages(parts, searcher) {
        let relations = relations(parts, &page, searcher);
        let Some(text) = parts.text(&page, searcher) else { continue };
        let document = Document::parse(&text).map_err(|error| format!("{page}: {error}"))?;
        let mut made = TextChanges::default();
        for (place, node) in pictures(&document, &page, &place) {
            let parts = changes.parts;
            let inner = node.descendants().filter_map(|node| related(node, "embed"));
            let mut inner = inner.filter_map(|id| parts.get(relations.get(id)?));
            let Some(change) = inner.next() else { continue };
            if node.ancestors().any(is_tracked) {
                return Err(tracked(&place));
            }
            let mut left = Vec::new();
            placement(node, change, &place, &mut made, &mut left);
            left.into_iter().for_each(|told| changes.remark(told));
        }
        let words = match page.starts_with("word/") {
            true => office_words::spans(&document, &place).0,
            false => Vec::new(),
        };
        for span in words {
            let Some(part) = newer.words(&span.words) else { continue };
            if span.is_tracked {
                return Err(tracked(&span.words.place));
            }
            if let Err(why) = span.replace(&text, &part, &mut made) {
                changes.keeps(&span.words, &why);
            } else {
                changes.words += 1;
            }
        }
        let shapes = match page.starts_with("word/") {
            true => Vec::new(),
            false => shape_words::shapes(&document, &place),
        };
        for shape in shapes {
            let Some(part) = newer.words(&shape.words) else { continue };
            match shape.replace(&text, &part, &mut made) {
                Some(()) => changes.words += 1,
                None => changes.keeps(
                    &shape.words,
                    "another program put them together otherwise; embed the chart anew",
                ),
            }
        }
        let is_changed = !made.is_empty();
        let text = if is_changed { made.made_in(&text) } else { text.clone() };
        let mut filled = false;
        let text = match holds_sentences(&page) {
            true => fill((&page, &place), text, (parts, searcher), changes, newer, &mut filled)?,
            false => text,
        };
        if is_changed || filled {
            changes.written.insert(page, text);
        }
    }
    Ok(())
}

/// Do people write there what is read as a sentence of the document? Not in remarks and patterns of slides.
fn holds_sentences(page: &str) -> bool {
    page.starts_with("word/") && !page.starts_with("word/comments")
        || page.starts_with("ppt/slides/")
        || page.starts_with("ppt/notesSlides/")
}

/// Fills in what was typed between braces.
fn fill(
    named: (&str, &str),
    text: String,
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    changes: &mut PageChanges,
    newer: &mut dyn Newer,
    filled: &mut bool,
) -> Result<String, String> {
    let pictures = &mut changes.new_parts;
    let (text, page) = match named.0.starts_with("word/") {
        true => {
            let page = typed_word::fill(named, &text, (parts, searcher), newer, pictures)?;
            (text, page)
        }
        false => typed_slide::fill(named, &text, (parts, searcher), newer, pictures)?,
    };
    page.remarks.into_iter().for_each(|told| changes.remark(told));
    changes.faults.extend(page.faults);
    changes.filled += page.count;
    *filled = !page.changes.is_empty();
    Ok(page.changes.made_in(&text))
}

/// One placement: its frame in the text, and the picture in that.
fn placement(
    blip: Node,
    change: &PartChange,
    place: &str,
    made: &mut TextChanges,
    left: &mut Vec<String>,
) {
    let outer =
        |names: &[&str]| blip.ancestors().find(|node| names.contains(&node.tag_name().name()));
    let mut named = Vec::new();
    let mut sized = Vec::new();
    let child = |node: Node<'_, '_>, name: &str| {
        node.children().find(|child| child.tag_name().name() == name).map(|child| child.id())
    };
    let document = blip.document();
    let get = |id| document.get_node(id);
    if let Some(frame) = outer(&["inline", "anchor"]) {
        named.extend(child(frame, "docPr").and_then(get));
        sized.extend(child(frame, "extent").and_then(get));
    }
    if let Some(shape) = outer(&["pic", "sp"]) {
        let within = |name: &str| shape.descendants().find(|node| node.tag_name().name() == name);
        named.extend(within("cNvPr"));
        let xfrm = within("xfrm");
        sized.extend(xfrm.and_then(|xfrm| child(xfrm, "ext")).and_then(get));
        if change.is_reshaped() && covers_more(shape, change.higher) {
            left.push(covers(place));
        }
    }
    for node in named {
        let Some(descr) = node.attribute_node("descr") else { continue };
        if let Some(alt) = change.alt_for(descr.value()) {
            made.replace(descr.range_value(), xml_escaped(&alt));
        }
        left.extend(left_alt(place, descr.value(), change));
    }
    for node in sized.into_iter().filter(|_| change.is_reshaped()) {
        let Some(high) = node.attribute_node("cy") else { continue };
        if let Ok(old) = high.value().parse::<f64>() {
            made.replace(high.range_value(), format!("{:.0}", old * change.higher));
        }
    }
    let fill = blip.parent().into_iter().flat_map(|fill| fill.children());
    let mut crops = fill.filter(|node| node.tag_name().name() == "srcRect");
    if crops.any(|crop| crop.attributes().any(|side| side.value() != "0")) {
        left.push(cropped(place));
    }
}
