//! Words that `embed` wrote into a document of Word or on a slide, after another program saved that as
//! OpenDocument: between bookmarks in a text, in shapes that are named after them on slides. Newer ones
//! take the form that the old ones have there.

use std::ops::Range;

use roxmltree::{Document, Node};

use super::found::{FoundWords, joined};
use super::splice::{TextChanges, xml_escaped};
use crate::embed::{FIGURES, OwnMark, OwnPart, in_namespace, words_of};

/// Where they stand.
pub struct WordsInOpenDocument<'d> {
    pub words: FoundWords,
    /// What is named after them.
    named: Vec<Node<'d, 'd>>,
    stand: WordsHolder<'d>,
}

enum WordsHolder<'d> {
    /// Between two bookmarks of one text.
    Between(Node<'d, 'd>, Node<'d, 'd>),
    /// In a shape.
    Shape(Node<'d, 'd>),
}

/// All of a page, in order; and what is told of marks without an end.
pub fn spans<'d>(
    document: &'d Document<'d>,
    place: &str,
) -> (Vec<WordsInOpenDocument<'d>>, Vec<String>) {
    let (mut paragraphs, mut slides) = (0, 0);
    let (mut found, mut unended) = (Vec::new(), Vec::new());
    for node in document.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "p" | "h" => paragraphs += 1,
            "page" => slides += 1,
            _ => {}
        }
        let Some(mark) = own(node, "name").and_then(OwnMark::of_bookmark) else { continue };
        let inner = match slides {
            0 => format!("paragraph {paragraphs}"),
            slide => format!("slide {slide}"),
        };
        let place = joined(place, &inner);
        match node.tag_name().name() {
            "bookmark-start" => match ended(node, &mark) {
                Some(end) => {
                    let inside = between(node, end);
                    let text = words(inside.iter().copied());
                    let mut named = inside;
                    named.extend([node, end]);
                    let of_mark = mark.bookmark();
                    named.retain(|node| own(*node, "name") == Some(&of_mark));
                    let words = FoundWords { place, mark, text };
                    let stand = WordsHolder::Between(node, end);
                    found.push(WordsInOpenDocument { words, named, stand });
                }
                None => unended.push(mark.unended(&place)),
            },
            "frame" | "custom-shape" => {
                let words = FoundWords { place, mark, text: words(node.descendants()) };
                let named = vec![node];
                found.push(WordsInOpenDocument { words, named, stand: WordsHolder::Shape(node) });
            }
            _ => {}
        }
    }
    (found, unended)
}

fn own<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

/// What ends the words that begin at a mark. A bookmark over nothing is a single one.
fn ended<'d>(start: Node<'d, 'd>, mark: &OwnMark) -> Option<Node<'d, 'd>> {
    let (last, ends): (String, &[&str]) = match mark.is(FIGURES) {
        true => (mark.last_bookmark(), &["bookmark-end", "bookmark"]),
        false => (mark.bookmark(), &["bookmark-end"]),
    };
    let after = |node: &Node| node.range().start > start.range().start;
    let all = start.document().descendants().filter(after).filter(Node::is_element);
    // Those of the same chart further on end their own words.
    let other = |node: &Node| {
        let mark_of = own(*node, "name").and_then(OwnMark::of_bookmark);
        node.tag_name().name() == "bookmark-start"
            && mark_of.is_some_and(|one| one.part == mark.part)
    };
    let mut all = all.take_while(|node| !other(node));
    all.find(|node| ends.contains(&node.tag_name().name()) && own(*node, "name") == Some(&last))
}

fn between<'d>(start: Node<'d, 'd>, end: Node<'d, 'd>) -> Vec<Node<'d, 'd>> {
    let (from, to) = (start.range().start, end.range().start);
    let inside = |node: &Node| node.range().start > from && node.range().start < to;
    start.document().descendants().filter(inside).collect()
}

/// Does it hold tracked changes?
pub fn has_changes(node: Node) -> bool {
    let mut around = node.children().map(|node| node.tag_name().name());
    around.any(|name| matches!(name, "change" | "change-start" | "change-end"))
}

/// The words of some nodes, in order, without those of comments.
pub fn words<'d>(nodes: impl Iterator<Item = Node<'d, 'd>>) -> String {
    let mut text = String::new();
    for node in nodes {
        match node.tag_name().name() {
            "p" | "h" | "line-break" | "tab" | "s" => text.push(' '),
            "" if is_said(node) => text.push_str(node.text().unwrap_or_default()),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of a paragraph that is not of a comment, and not what stands for a picture in it.
fn is_said(node: Node) -> bool {
    let mut outer = node.ancestors().map(|outer| outer.tag_name());
    node.is_text()
        && outer.clone().any(|tag| matches!(tag.name(), "p" | "h"))
        && !outer.any(|tag| tag.name() == "annotation" || tag.namespace() == Some(SVG))
}

/// Titles and descriptions of frames.
const SVG: &str = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0";

const OTHER: &str = "it was put together otherwise by another program; embed the chart anew";

impl<'d> WordsInOpenDocument<'d> {
    /// Do they stand in or beside tracked changes?
    pub fn is_tracked(&self) -> bool {
        match self.stand {
            WordsHolder::Between(start, end) => {
                let mut all = between(start, end);
                all.extend(start.parent().into_iter().chain(end.parent()));
                all.into_iter().any(has_changes)
            }
            WordsHolder::Shape(shape) => shape.descendants().any(has_changes),
        }
    }

    /// Puts newer words in their place; else why they are left.
    pub fn replace(
        &self,
        text: &str,
        part: &OwnPart,
        changes: &mut TextChanges,
    ) -> Result<(), String> {
        let mut made = TextChanges::default();
        let all = in_namespace(&part.markup);
        let fresh = Document::parse(&all).map_err(|_| OTHER)?;
        match self.stand {
            WordsHolder::Between(start, end) if part.mark.is(FIGURES) => {
                blocks((start, end), fresh.root_element(), text, &mut made).ok_or(OTHER)?;
            }
            WordsHolder::Between(start, end) => {
                if start.parent() != end.parent() || !text[start.range()].starts_with("<text:") {
                    return Err(OTHER.into());
                }
                let links = start.document().root_element().namespaces();
                let links = links.into_iter().any(|space| space.name() == Some("xlink"));
                let written = inline(fresh.root_element(), links);
                made.replace(start.range().end..end.range().start, written);
            }
            WordsHolder::Shape(shape) => {
                let fresh = fresh.root_element();
                if let Some(name) = name_of_page(shape, &self.words.text) {
                    let is: String =
                        words_of(fresh.descendants()).chars().take(PAGE_NAME).collect();
                    made.replace(name, xml_escaped(&is));
                }
                shape_words(shape, fresh, text, &mut made).ok_or(OTHER)?;
            }
        }
        for named in &self.named {
            let name = named.attributes().find(|one| one.name() == "name").ok_or(OTHER)?;
            made.replace(name.range_value(), part.mark.bookmark());
        }
        changes.append(made);
        Ok(())
    }
}

/// LibreOffice calls a slide of PowerPoint after so many letters of its title.
const PAGE_NAME: usize = 63;

/// The name of the slide of a shape, if it is the words of the shape.
fn name_of_page(shape: Node, words: &str) -> Option<Range<usize>> {
    let page = shape.ancestors().find(|node| node.tag_name().name() == "page")?;
    let name = page.attributes().find(|one| one.name() == "name")?;
    let is_after = words.chars().take(PAGE_NAME).eq(name.value().chars());
    (is_after && !words.is_empty()).then(|| name.range_value())
}

/// Runs of Word, with their links, as a text of OpenDocument.
fn inline(runs: Node, links: bool) -> String {
    let mut out = String::new();
    let mut address = String::new();
    let mut open = false;
    for node in runs.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "fldChar" => match own(node, "fldCharType") {
                Some("begin") => address.clear(),
                Some("separate") if links && !address.is_empty() => {
                    let address = xml_escaped(&address);
                    out += &format!("<text:a xlink:type=\"simple\" xlink:href=\"{address}\">");
                    open = true;
                }
                Some("end") if std::mem::take(&mut open) => out += "</text:a>",
                _ => {}
            },
            "instrText" => {
                let said = node.text().unwrap_or_default();
                address = said.split('"').nth(1).unwrap_or_default().to_string();
            }
            "t" => out += &xml_escaped(node.text().unwrap_or_default()),
            "br" => out += "<text:line-break/>",
            _ => {}
        }
    }
    out
}

/// Paragraphs and tables: each keeps its form.
fn blocks<'d>(
    (start, end): (Node<'d, 'd>, Node<'d, 'd>),
    fresh: Node,
    text: &str,
    made: &mut TextChanges,
) -> Option<()> {
    let outer = start.ancestors().find(|node| {
        matches!(node.tag_name().name(), "text" | "section" | "table-cell" | "text-box")
            && end.ancestors().any(|other| other == *node)
    })?;
    let block = |inner: Node<'d, 'd>| {
        inner.ancestors().find(|node| node.parent() == Some(outer)).map(|node| node.range())
    };
    let (first, last) = (block(start)?, block(end)?);
    let within = |node: &Node| node.range().start >= first.start && node.range().end <= last.end;
    let old: Vec<Node> = outer
        .children()
        .filter(Node::is_element)
        .filter(within)
        .filter(|node| node.tag_name().name() != "soft-page-break")
        .collect();
    let new: Vec<Node> = fresh.children().filter(Node::is_element).collect();
    let (old_tables, new_tables) =
        (old.iter().copied().filter(is_table), new.iter().filter(|node| is_table(node)));
    let (old_tables, new_tables): (Vec<Node>, Vec<&Node>) =
        (old_tables.collect(), new_tables.collect());
    if old_tables.len() != new_tables.len() {
        return None;
    }
    for (old, new) in old_tables.into_iter().zip(new_tables) {
        table(old, *new, text, made)?;
    }
    for (old, new) in old.split(is_table).zip(new.split(is_table)) {
        paragraphs(old, new, text, made)?;
    }
    Some(())
}

fn is_table(node: &Node) -> bool {
    matches!(node.tag_name().name(), "tbl" | "table")
}

/// Those between two tables, where notes come and go. A new one looks like the last, before which it
/// stands; what holds a bookmark stays.
fn paragraphs(old: &[Node], new: &[Node], text: &str, made: &mut TextChanges) -> Option<()> {
    let is_bookmark = |node: &Node| node.tag_name().name().starts_with("bookmark");
    if !old.iter().all(|node| matches!(node.tag_name().name(), "p" | "h")) {
        return None;
    }
    let words: Vec<String> = new.iter().map(|node| words_of(node.descendants())).collect();
    let mut left = old.to_vec();
    while left.len() > words.len() {
        let gone =
            left.iter().rposition(|node| !node.descendants().any(|node| is_bookmark(&node)))?;
        made.replace(left.remove(gone).range(), String::new());
    }
    let Some((last, before)) = left.split_last() else { return words.is_empty().then_some(()) };
    let (is_last, others) = words.split_last()?;
    for (old, words) in before.iter().zip(others) {
        paragraph(*old, words, text, made)?;
    }
    let mut more = String::new();
    for words in &others[before.len()..] {
        let mut own = TextChanges::default();
        paragraph(*last, words, text, &mut own)?;
        last.descendants()
            .filter(is_bookmark)
            .for_each(|one| own.replace(one.range(), String::new()));
        more += &own.made_within(text, last.range());
    }
    if !more.is_empty() {
        made.replace(last.range().start..last.range().start, more);
    }
    paragraph(*last, is_last, text, made)
}

fn shape_words(shape: Node, fresh: Node, text: &str, made: &mut TextChanges) -> Option<()> {
    let old: Vec<Node> = shape.descendants().filter(|node| node.tag_name().name() == "p").collect();
    let new: Vec<String> = fresh.children().map(|node| words_of(node.descendants())).collect();
    let last = *old.last()?;
    for (old, words) in old.iter().zip(&new) {
        paragraph(*old, words, text, made)?;
    }
    let mut more = String::new();
    for words in new.iter().skip(old.len()) {
        let mut own = TextChanges::default();
        paragraph(last, words, text, &mut own)?;
        more += &own.made_within(text, last.range());
    }
    if !more.is_empty() {
        made.replace(last.range().end..last.range().end, more);
    }
    old.iter().skip(new.len()).for_each(|gone| made.replace(gone.range(), String::new()));
    Some(())
}

/// The first of its texts takes the words, the others none.
fn paragraph(old: Node, is: &str, text: &str, made: &mut TextChanges) -> Option<()> {
    if words(old.descendants()) == is {
        return Some(());
    }
    let is = xml_escaped(is);
    let mut texts = old.descendants().filter(|node| is_said(*node));
    match texts.next() {
        Some(first) => {
            made.replace(first.range(), is);
            let gaps = |node: &Node| matches!(node.tag_name().name(), "s" | "tab" | "line-break");
            texts
                .chain(old.descendants().filter(gaps))
                .for_each(|other| made.replace(other.range(), String::new()));
        }
        None => {
            let range = old.range();
            let whole = &text[range.clone()];
            match whole.strip_suffix("/>") {
                Some(open) => {
                    let name = open.trim_start_matches('<');
                    let name = name.split(|c: char| c.is_whitespace()).next()?;
                    made.replace(range, format!("{open}>{is}</{name}>"));
                }
                None => {
                    let at = range.start + whole.rfind("</")?;
                    made.replace(at..at, is);
                }
            }
        }
    }
    Some(())
}

fn table(old: Node, new: Node, text: &str, made: &mut TextChanges) -> Option<()> {
    let cells = |row: Node| -> Vec<String> {
        let inner = row.children().filter(|child| child.tag_name().name() == "tc");
        inner.map(|inner| words_of(inner.descendants())).collect()
    };
    let new_rows = new.children().filter(|child| child.tag_name().name() == "tr");
    let is: Vec<Vec<String>> = new_rows.map(cells).collect();
    let rows = old.descendants().filter(|node| node.tag_name().name() == "table-row");
    let was: Vec<Node> = rows.collect();
    let mut more = String::new();
    for (at, is) in is.iter().enumerate() {
        let is_alike = |was: &&Node| own_cells(**was).len() == is.len();
        let before = was.get(at);
        if let Some(was) = before.filter(is_alike) {
            row(*was, is, text, made)?;
            continue;
        }
        // A new row looks like the last one that has as many cells.
        let like = *was.iter().rev().find(is_alike)?;
        let mut own = TextChanges::default();
        row(like, is, text, &mut own)?;
        let new = own.made_within(text, like.range());
        match before {
            Some(was) => made.replace(was.range(), new),
            None => more += &new,
        }
    }
    let end = was.last()?.range().end;
    if !more.is_empty() {
        made.replace(end..end, more);
    }
    was.iter().skip(is.len()).for_each(|gone| made.replace(gone.range(), String::new()));
    Some(())
}

/// Without those that a wider one covers.
fn own_cells<'d>(row: Node<'d, 'd>) -> Vec<Node<'d, 'd>> {
    row.children().filter(|node| node.tag_name().name() == "table-cell").collect()
}

fn row(old: Node, new: &[String], text: &str, made: &mut TextChanges) -> Option<()> {
    let cells = own_cells(old);
    if cells.len() != new.len() {
        return None;
    }
    for (cell, words) in cells.into_iter().zip(new) {
        let inner: Vec<Node> = cell.children().filter(Node::is_element).collect();
        match &inner[..] {
            [one] if one.tag_name().name() == "p" => paragraph(*one, words, text, made)?,
            _ => return None,
        }
    }
    Some(())
}
