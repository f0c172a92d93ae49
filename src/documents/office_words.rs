//! Words that `embed` wrote into a document of Word, between bookmarks. Newer ones take the form that
//! the old ones have in the document: only letters change, and rows of a table come and go.

use roxmltree::{Document, Node};

use super::found::{FoundWords, joined};
use super::splice::{TextChanges, xml_escaped};
use crate::embed::{FIGURES, OwnMark, OwnPart, SOURCES, in_namespace, words_of};

/// Where they stand in a document.
pub struct WordsInDocument<'d> {
    pub words: FoundWords,
    start: Node<'d, 'd>,
    /// The bookmark that ends them: the same, or of several paragraphs that over the last.
    last: Node<'d, 'd>,
    end: Node<'d, 'd>,
    pub is_tracked: bool,
}

/// All of a page, in order; and what is told of marks without an end.
pub fn spans<'d>(
    document: &'d Document<'d>,
    place: &str,
) -> (Vec<WordsInDocument<'d>>, Vec<String>) {
    let mut paragraphs = 0;
    let (mut found, mut unended) = (Vec::new(), Vec::new());
    for start in document.descendants().filter(Node::is_element) {
        let name = start.tag_name().name();
        if name == "p" && !is_fallback(start) {
            paragraphs += 1;
        }
        if name != "bookmarkStart" {
            continue;
        }
        let Some(mark) = own(start, "name").and_then(OwnMark::of_bookmark) else { continue };
        // A mark that stands before a paragraph is of that paragraph.
        let own = if start.ancestors().any(|node| node.tag_name().name() == "p") { 0 } else { 1 };
        let place = joined(place, &format!("paragraph {}", paragraphs + own));
        let Some((last, end)) = ended(start, &mark) else {
            unended.push(mark.unended(&place));
            continue;
        };
        let inside = nodes_between(document, start, end);
        let text = words_of(inside.iter().copied());
        let tracked = |node: &Node| matches!(node.tag_name().name(), "ins" | "del");
        let is_tracked = inside.iter().any(tracked)
            || start.ancestors().chain(end.ancestors()).any(|node| tracked(&node));
        found.push(WordsInDocument {
            words: FoundWords { place, mark, text },
            start,
            last,
            end,
            is_tracked,
        });
    }
    (found, unended)
}

/// The bookmark that ends words, and where that ends. LibreOffice writes one over nothing as two that
/// start and one that ends.
fn ended<'d>(start: Node<'d, 'd>, mark: &OwnMark) -> Option<(Node<'d, 'd>, Node<'d, 'd>)> {
    let end = |last: Node<'d, 'd>| Some((last, next(last, "bookmarkEnd", "id", own(last, "id")?)?));
    if !mark.is(FIGURES) {
        return end(start);
    }
    let name = mark.last_bookmark();
    let after = |node: &Node| node.range().start > start.range().start;
    let starts = start.document().descendants().filter(after);
    let starts = starts.filter(|node| node.tag_name().name() == "bookmarkStart");
    let named = starts.filter_map(|node| Some((node, own(node, "name")?)));
    // Those of the same chart further on end their own words.
    let others = |name: &str| OwnMark::of_bookmark(name).is_some_and(|one| one.part == mark.part);
    let mut own = named.take_while(|(_, said)| !others(said)).filter(|(_, said)| *said == name);
    own.find_map(|(last, _)| end(last))
}

/// The same once more, for programs that do not know what stands before it.
pub fn is_fallback(node: Node) -> bool {
    node.ancestors().any(|outer| outer.tag_name().name() == "Fallback")
}

/// The next element of this name that says this.
fn next<'d>(from: Node<'d, 'd>, name: &str, key: &str, value: &str) -> Option<Node<'d, 'd>> {
    let after = |node: &Node| node.range().start > from.range().start;
    let said = |node: &Node| node.tag_name().name() == name && own(*node, key) == Some(value);
    from.document().descendants().filter(after).find(said)
}

/// An attribute of Word's own.
fn own<'d>(node: Node<'d, 'd>, name: &str) -> Option<&'d str> {
    node.attributes().find(|one| one.name() == name).map(|one| one.value())
}

fn nodes_between<'d>(
    document: &'d Document<'d>,
    start: Node<'d, 'd>,
    end: Node<'d, 'd>,
) -> Vec<Node<'d, 'd>> {
    let (from, to) = (start.range().start, end.range().start);
    let between = |node: &Node| node.range().start > from && node.range().start < to;
    document.descendants().filter(between).collect()
}

impl<'d> WordsInDocument<'d> {
    /// Puts newer words in their place; else why they are left.
    pub fn replace(
        &self,
        text: &str,
        part: &OwnPart,
        changes: &mut TextChanges,
    ) -> Result<(), String> {
        const OTHER: &str =
            "it was put together otherwise by another program; embed the chart anew";
        if !text[self.start.range()].starts_with("<w:") {
            return Err(OTHER.into());
        }
        let mut made = TextChanges::default();
        let name = self.start.attributes().find(|one| one.name() == "name").ok_or(OTHER)?;
        made.replace(name.range_value(), part.mark.bookmark());
        let within = self.start.ancestors().find(|node| node.tag_name().name() == "p");
        if within.is_some_and(|paragraph| self.end.ancestors().any(|node| node == paragraph))
            && !part.mark.is(FIGURES)
        {
            if self.start.parent() != self.end.parent() {
                return Err(OTHER.into());
            }
            self.inline(text, part, &mut made);
        } else {
            self.blocks(text, part, &mut made).ok_or(OTHER)?;
        }
        changes.append(made);
        Ok(())
    }

    /// Words of one paragraph, as the first of them look.
    fn inline(&self, text: &str, part: &OwnPart, made: &mut TextChanges) {
        let between = nodes_between(self.start.document(), self.start, self.end);
        let look = between.iter().find(|node| node.tag_name().name() == "rPr");
        let look = look.filter(|_| !part.mark.is(SOURCES)).map_or("", |look| &text[look.range()]);
        let markup = part.markup.replace("<w:r>", &format!("<w:r>{look}"));
        made.replace(self.start.range().end..self.end.range().start, markup);
    }

    /// Paragraphs and tables: each keeps its form.
    fn blocks(&self, text: &str, part: &OwnPart, made: &mut TextChanges) -> Option<()> {
        let all = in_namespace(&part.markup);
        let fresh = Document::parse(&all).ok()?;
        let new: Vec<Node> = fresh.root_element().children().filter(Node::is_element).collect();
        let outer = self.start.ancestors().find(|node| {
            node.id() != self.start.id() && self.end.ancestors().any(|other| other == *node)
        })?;
        let block = |inner: Node<'d, 'd>| {
            inner.ancestors().find(|node| node.parent() == Some(outer)).map(|node| node.range())
        };
        let (first, last) = (block(self.start)?, block(self.end)?);
        let is_block = |node: &Node| matches!(node.tag_name().name(), "p" | "tbl");
        let old: Vec<Node> = outer
            .children()
            .filter(is_block)
            .filter(|node| node.range().start >= first.start && node.range().end <= last.end)
            .collect();
        let kinds = |all: &[Node]| {
            all.iter().map(|node| node.tag_name().name().to_string()).collect::<Vec<_>>()
        };
        let mut old = old;
        // Some programs end a bookmark where the next paragraph begins.
        if let Some(next) = old.last().copied()
            && old.len() == new.len() + 1
            && nodes_between(next.document(), next, self.end)
                .iter()
                .all(|one| one.tag_name().name() != "t")
        {
            old.pop();
        }
        if kinds(&old) != kinds(&new) {
            return self.anew(text, &old, part, made);
        }
        for (was, is) in old.iter().zip(new) {
            match was.tag_name().name() {
                "p" => paragraph(*was, is, text, made),
                // It has other columns.
                _ if table(*was, is, text, made).is_none() => {
                    return self.anew(text, &old, part, made);
                }
                _ => {}
            }
        }
        Some(())
    }

    /// Where there are more paragraphs or fewer: as `embed` writes them, in the styles that the first
    /// ones have.
    fn anew(
        &self,
        text: &str,
        old: &[Node<'d, 'd>],
        part: &OwnPart,
        made: &mut TextChanges,
    ) -> Option<()> {
        let (first, last) = (old.first()?, old.last()?);
        let style = |node: Option<&Node>| {
            let style = node?.descendants().find(|node| node.tag_name().name() == "pStyle")?;
            own(style, "val").map(xml_escaped)
        };
        let mut markup = part.markup.clone();
        for (ours, node) in [("Caption", old.first()), ("Normal", old.get(1))] {
            if let Some(theirs) = style(node) {
                markup = markup.replace(&format!("\"{ours}\""), &format!("\"{theirs}\""));
            }
        }
        let look = |name: &str| {
            let mut nodes = old.iter().flat_map(|node| node.descendants());
            nodes.find(|node| node.tag_name().name() == name).map(|node| &text[node.range()])
        };
        if let (Some(theirs), Some(from)) = (look("tblPr"), markup.find("<w:tblPr>")) {
            let to = markup.find("</w:tblPr>")? + "</w:tblPr>".len();
            let ours = markup[from..to].to_string();
            markup = markup.replace(&ours, theirs);
        }
        let id = |node| own(node, "id").map(xml_escaped);
        let named = OwnPart { markup, ..part.clone() };
        let whole = named.in_paragraphs(&id(self.start)?, &id(self.last)?);
        let from = first.range().start.min(self.start.range().start);
        let to = last.range().end.max(self.end.range().end);
        *made = TextChanges::default();
        made.replace(from..to, whole);
        Some(())
    }
}

/// The first of its runs takes the words, the others none.
fn paragraph(old: Node, new: Node, text: &str, made: &mut TextChanges) {
    let (was, is) = (words_of(old.descendants()), words_of(new.descendants()));
    if was == is {
        return;
    }
    let run = |words: &str| format!("<w:t xml:space=\"preserve\">{}</w:t>", xml_escaped(words));
    let mut words = old.descendants().filter(|node| node.tag_name().name() == "t");
    match words.next() {
        Some(first) => {
            made.replace(first.range(), run(&is));
            words.for_each(|other| made.replace(other.range(), run("")));
        }
        None => {
            let range = old.range();
            let (at, inside) = match text[range.clone()].ends_with("/>") {
                true => (range.clone(), format!("<w:p><w:r>{}</w:r></w:p>", run(&is))),
                false => {
                    let at = range.end - "</w:p>".len();
                    (at..at, format!("<w:r>{}</w:r>", run(&is)))
                }
            };
            made.replace(at, inside);
        }
    }
}

fn table(old: Node, new: Node, text: &str, made: &mut TextChanges) -> Option<()> {
    let (was, is) = (inner(old, "tr"), inner(new, "tr"));
    let cells = |row: &Node| inner(*row, "tc").len();
    let mut more = String::new();
    for (at, is) in is.iter().enumerate() {
        let is_alike = |was: &&Node| cells(was) == cells(is);
        let before = was.get(at);
        if let Some(was) = before.filter(is_alike) {
            row(*was, *is, text, made)?;
            continue;
        }
        // A new row looks like the last one that has as many cells.
        let like = *was.iter().rev().find(is_alike)?;
        let mut own = TextChanges::default();
        row(like, *is, text, &mut own)?;
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

fn row(old: Node, new: Node, text: &str, made: &mut TextChanges) -> Option<()> {
    let (was, is) = (inner(old, "tc"), inner(new, "tc"));
    if was.len() != is.len() {
        return None;
    }
    for (was, is) in was.into_iter().zip(is) {
        let (was, is) = (inner(was, "p"), inner(is, "p"));
        match (&was[..], &is[..]) {
            ([was], [is]) => paragraph(*was, *is, text, made),
            _ => return None,
        }
    }
    Some(())
}

fn inner<'d>(node: Node<'d, 'd>, name: &str) -> Vec<Node<'d, 'd>> {
    node.children().filter(|child| child.tag_name().name() == name).collect()
}
