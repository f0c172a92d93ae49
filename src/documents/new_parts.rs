//! Pictures that come into a package of Word or PowerPoint: their parts, what a page calls them, and what
//! the package says of their kinds.

use std::collections::BTreeMap;

use roxmltree::Document;

use super::found::Searcher;
use super::newer::NewPicture;
use super::package::DocumentParts;
use super::splice::{TextChanges, xml_escaped};
use crate::embed::chart_tag;

const IMAGE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const STRICT_IMAGE: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/image";
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// The parts that are not there yet.
#[derive(Default)]
pub struct NewParts {
    /// In the order in which they stand behind the others.
    pub added: Vec<(String, Vec<u8>)>,
    /// What stands in place of parts that are there.
    pub written: BTreeMap<String, Vec<u8>>,
    /// The parts of the PNG and the SVG of a chart.
    of_charts: BTreeMap<String, [String; 2]>,
    /// By page and chart: what the page calls them.
    named: BTreeMap<(String, String), [String; 2]>,
}

impl NewParts {
    /// What a page calls the PNG and the SVG of a chart; nothing where there is no PNG.
    pub fn picture(
        &mut self,
        parts: &DocumentParts,
        page: &str,
        chart: &str,
        new: &NewPicture,
    ) -> Option<[String; 2]> {
        if !self.of_charts.contains_key(chart) {
            let png = new.png.clone()?;
            let folder = page.split('/').next().unwrap_or_default();
            let stem = format!("{folder}/media/sourceline-{}", chart_tag("", chart));
            let free = |stem: &String| {
                ["png", "svg"].iter().all(|end| !parts.has(&format!("{stem}.{end}")))
            };
            let stems = (1..).map(|at| if at == 1 { stem.clone() } else { format!("{stem}-{at}") });
            let stem = stems.into_iter().find(free)?;
            let names = ["png", "svg"].map(|end| format!("{stem}.{end}"));
            self.added.push((names[0].clone(), png));
            self.added.push((names[1].clone(), new.svg.clone().into_bytes()));
            self.of_charts.insert(chart.to_string(), names);
        }
        let stem = &self.of_charts[chart][0];
        let stem = stem.rsplit('/').next().unwrap_or_default().trim_end_matches(".png");
        let ids = ["png", "svg"].map(|end| format!("{stem}-{end}"));
        self.named.insert((page.to_string(), chart.to_string()), ids.clone());
        Some(ids)
    }

    /// Names the pictures where the pages and the package do.
    pub fn name(
        &mut self,
        parts: &mut DocumentParts,
        searcher: &mut Searcher,
    ) -> Result<(), String> {
        if self.added.is_empty() {
            return Ok(());
        }
        let mut pages: BTreeMap<&str, Vec<(&String, &[String; 2])>> = BTreeMap::new();
        for ((page, chart), ids) in &self.named {
            pages.entry(page).or_default().push((chart, ids));
        }
        let mut written = Vec::new();
        for (page, pictures) in pages {
            let (folder, file) = page.rsplit_once('/').ok_or(BROKEN)?;
            let name = format!("{folder}/_rels/{file}.rels");
            let known = parts.has(&name);
            let text = match known {
                true => parts.text(&name, searcher).ok_or(BROKEN)?,
                false => format!(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
                     <Relationships xmlns=\"{RELATIONSHIPS}\"/>"
                ),
            };
            let kind = if text.contains(STRICT_IMAGE) { STRICT_IMAGE } else { IMAGE };
            let mut more = String::new();
            for (chart, ids) in pictures {
                for (id, part) in ids.iter().zip(&self.of_charts[chart]) {
                    let target = xml_escaped(&format!("/{part}"));
                    more += &format!(
                        "<Relationship xmlns=\"{RELATIONSHIPS}\" Id=\"{id}\" Type=\"{kind}\" Target=\"{target}\"/>"
                    );
                }
            }
            let text = with_children(&text, &more)?;
            written.push((known, name, text.into_bytes()));
        }
        for (known, name, bytes) in written {
            match known {
                true => drop(self.written.insert(name, bytes)),
                false => self.added.push((name, bytes)),
            }
        }
        self.kinds(parts, searcher)
    }

    /// Some libraries refuse a whole document for a part of which no kind is told.
    fn kinds(&mut self, parts: &mut DocumentParts, searcher: &mut Searcher) -> Result<(), String> {
        const NAME: &str = "[Content_Types].xml";
        let text = parts.text(NAME, searcher).ok_or(BROKEN)?;
        let document = Document::parse(&text).map_err(|_| BROKEN)?;
        let space = document.root_element().tag_name().namespace().unwrap_or_default();
        let said = |end: &str| {
            let all = document.descendants().filter_map(|node| node.attribute("Extension"));
            all.into_iter().any(|one| one.eq_ignore_ascii_case(end))
        };
        let mut more = String::new();
        for (end, kind) in [("png", "image/png"), ("svg", "image/svg+xml")] {
            if !said(end) {
                more += &format!(
                    "<Default xmlns=\"{space}\" Extension=\"{end}\" ContentType=\"{kind}\"/>"
                );
            }
        }
        if !more.is_empty() {
            self.written.insert(NAME.into(), with_children(&text, &more)?.into_bytes());
        }
        Ok(())
    }
}

const BROKEN: &str = "its list of parts is damaged";

/// A document with more elements at the start of its root.
fn with_children(text: &str, more: &str) -> Result<String, String> {
    let document = Document::parse(text).map_err(|_| BROKEN)?;
    let root = document.root_element();
    // Where the space is that of the root, nobody need say so again.
    let plain = text[root.range()].starts_with("<Relationships")
        || text[root.range()].starts_with("<Types");
    let space = root.tag_name().namespace().unwrap_or_default();
    let more = match plain {
        true => more.replace(&format!(" xmlns=\"{space}\""), ""),
        false => more.to_string(),
    };
    let mut changes = TextChanges::default();
    match root.first_child() {
        Some(child) => changes.replace(child.range().start..child.range().start, more),
        None => {
            let whole = &text[root.range()];
            let name = whole.trim_start_matches('<');
            let name = &name[..name
                .find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))
                .ok_or(BROKEN)?];
            let open = whole.strip_suffix("/>").map(str::to_string);
            let open = open
                .or_else(|| whole.split_once("></").map(|(open, _)| open.to_string()))
                .ok_or(BROKEN)?;
            changes.replace(root.range(), format!("{open}>{more}</{name}>"));
        }
    }
    Ok(changes.made_in(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_children_stand_in_any_root() {
        let more = "<Relationship xmlns=\"n\" Id=\"a\"/>";
        for (text, whole) in [
            (
                "<Relationships xmlns=\"n\"/>",
                "<Relationships xmlns=\"n\"><Relationship Id=\"a\"/></Relationships>",
            ),
            (
                "<Relationships xmlns=\"n\"></Relationships>",
                "<Relationships xmlns=\"n\"><Relationship Id=\"a\"/></Relationships>",
            ),
            (
                "<a:R xmlns:a=\"n\"><a:b/></a:R>",
                "<a:R xmlns:a=\"n\"><Relationship xmlns=\"n\" Id=\"a\"/><a:b/></a:R>",
            ),
        ] {
            assert_eq!(with_children(text, more).as_deref(), Ok(whole));
        }
    }
}
