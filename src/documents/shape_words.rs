//! Words that `embed` wrote into the shapes of a slide, which are named after them. Newer ones look as
//! the old ones do.

use roxmltree::{Document, Node};

use super::found::FoundWords;
use super::splice::TextChanges;
use crate::embed::{OwnMark, OwnPart, words_of};

/// The words of one shape.
pub struct WordsInShape<'d> {
    pub words: FoundWords,
    name: Node<'d, 'd>,
    text: Node<'d, 'd>,
}

/// All of a page, in order.
pub fn shapes<'d>(document: &'d Document<'d>, place: &str) -> Vec<WordsInShape<'d>> {
    let shapes = document.descendants().filter(|node| node.tag_name().name() == "sp");
    let found = shapes.filter_map(|shape| {
        let within = |name: &str| shape.descendants().find(|node| node.tag_name().name() == name);
        let (name, text) = (within("cNvPr")?, within("txBody")?);
        let mark = OwnMark::of_bookmark(name.attribute("name")?)?;
        let words = words_of(text.descendants());
        let words = FoundWords { place: place.to_string(), mark, text: words };
        Some(WordsInShape { words, name, text })
    });
    found.collect()
}

impl WordsInShape<'_> {
    /// Puts newer words in their place; nothing where they are not put together as usual.
    pub fn replace(&self, text: &str, part: &OwnPart, changes: &mut TextChanges) -> Option<()> {
        let paragraphs: Vec<Node> =
            self.text.children().filter(|node| node.tag_name().name() == "p").collect();
        let (first, last) = (paragraphs.first()?, paragraphs.last()?);
        if !text[first.range()].starts_with("<a:p") {
            return None;
        }
        let mut written = String::new();
        for (at, new) in part.markup.split_inclusive("</a:p>").enumerate() {
            // Each looks as the one in its place did.
            let old = paragraphs.get(at).unwrap_or(last);
            let look = |name: &str| {
                let node = old.descendants().find(|node| node.tag_name().name() == name);
                let own = node.map_or("", |node| &text[node.range()]);
                if own.contains("hlink") { "" } else { own }
            };
            let new = without(new, "<a:rPr", "/>");
            let new = new.replace("<a:p>", &format!("<a:p>{}", look("pPr")));
            written += &new.replace("<a:r>", &format!("<a:r>{}", look("rPr")));
        }
        let name = self.name.attribute_node("name")?;
        changes.replace(name.range_value(), part.mark.bookmark());
        changes.replace(first.range().start..last.range().end, written);
        Some(())
    }
}

/// A text without what begins and ends so.
fn without(text: &str, begins: &str, ends: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(begins) {
        out.push_str(&rest[..at]);
        rest = rest[at..].split_once(ends).map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}
