//! Where on a slide a shape stands, and how large a picture in its place is, in English Metric Units.

use roxmltree::{Document, Node};

use super::found::Searcher;
use super::package::DocumentParts;
use super::relations::relations;

/// Left, top, width and height; and what of it is as the words in it make it.
pub struct SlideRoom {
    at: (f64, f64),
    size: (f64, f64),
    in_middle: bool,
}

/// Of slides of which nobody says how large they are.
const USUAL: (f64, f64) = (12_192_000.0, 6_858_000.0);

/// Its own place, or that of the layout or the master.
pub fn place_of(
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    page: &str,
    shape: Node,
) -> Option<SlideRoom> {
    let slide = size_of_slides(parts, searcher).unwrap_or(USUAL);
    let inner = |name: &str| shape.descendants().find(|node| node.tag_name().name() == name);
    let place = match transform(shape) {
        Some(place) => place,
        None => {
            let holder = inner("ph")?;
            let wanted = (
                holder.attribute("idx").map(str::to_string),
                holder.attribute("type").map(str::to_string),
            );
            inherited((parts, searcher), page, &wanted)?
        }
    };
    let [left, top, mut wide, mut high] = place;
    // Such a box is as high as its words, and one that does not wrap them as wide.
    let grows = inner("spAutoFit").is_some();
    let margin = left.min(top).clamp(0.0, 457_200.0);
    if grows {
        high = high.max(slide.1 - top - margin);
        if inner("bodyPr").and_then(|body| body.attribute("wrap")) == Some("none") {
            wide = wide.max(slide.0 - left - margin);
        }
    }
    (wide > 0.0 && high > 0.0).then_some(SlideRoom {
        at: (left, top),
        size: (wide, high),
        in_middle: !grows,
    })
}

impl SlideRoom {
    /// As large as there is room for, in the shape of a picture: where, and width and height.
    pub fn fitted(&self, (wide, high): (f64, f64)) -> ((i64, i64), (i64, i64)) {
        let scale = (self.size.0 / wide).min(self.size.1 / high);
        let size = (wide * scale, high * scale);
        let free = if self.in_middle { 0.5 } else { 0.0 };
        let at =
            (self.at.0 + (self.size.0 - size.0) * free, self.at.1 + (self.size.1 - size.1) * free);
        ((at.0.round() as i64, at.1.round() as i64), (size.0.round() as i64, size.1.round() as i64))
    }
}

fn transform(shape: Node) -> Option<[f64; 4]> {
    let about = shape.children().find(|node| node.tag_name().name() == "spPr")?;
    let transform = about.children().find(|node| node.tag_name().name() == "xfrm")?;
    let number = |name: &str, side: &str| {
        let node = transform.children().find(|node| node.tag_name().name() == name)?;
        node.attribute(side)?.parse::<f64>().ok()
    };
    Some([number("off", "x")?, number("off", "y")?, number("ext", "cx")?, number("ext", "cy")?])
}

/// The place of what a layout, or else a master, holds free for the words of a shape.
fn inherited(
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    page: &str,
    (idx, kind): &(Option<String>, Option<String>),
) -> Option<[f64; 4]> {
    let mut page = page.to_string();
    for folder in ["ppt/slideLayouts/", "ppt/slideMasters/"] {
        page = relations(parts, &page, searcher)
            .into_values()
            .find(|target| target.starts_with(folder))?;
        let text = parts.text(&page, searcher)?;
        let document = Document::parse(&text).ok()?;
        let shapes = || document.descendants().filter(|node| node.tag_name().name() == "sp");
        let holder = |shape: &Node| {
            shape.descendants().find(|node| node.tag_name().name() == "ph").map(|node| node.id())
        };
        let said = |shape: &Node, name: &str| {
            let holder = document.get_node(holder(shape)?)?;
            holder.attribute(name).map(str::to_string)
        };
        let by_place = || shapes().find(|shape| idx.is_some() && said(shape, "idx") == *idx);
        let wanted = kind.clone().unwrap_or_else(|| "body".into());
        let by_kind = || {
            shapes().find(|shape| {
                holder(shape).is_some()
                    && said(shape, "type").unwrap_or_else(|| "body".into()) == wanted
            })
        };
        let shape =
            if folder.contains("Layouts") { by_place().or_else(by_kind) } else { by_kind() };
        if let Some(place) = shape.and_then(transform) {
            return Some(place);
        }
    }
    None
}

fn size_of_slides(parts: &mut DocumentParts, searcher: &mut Searcher) -> Option<(f64, f64)> {
    let text = parts.text("ppt/presentation.xml", searcher)?;
    let document = Document::parse(&text).ok()?;
    let size = document.descendants().find(|node| node.tag_name().name() == "sldSz")?;
    let side = |name: &str| size.attribute(name)?.parse().ok();
    Some((side("cx")?, side("cy")?))
}
