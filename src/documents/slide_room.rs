//! Where on a slide a shape stands, and how large a picture in its place is, in English Metric Units.

use roxmltree::{Document, Node};

use super::found::Searcher;
use super::package::DocumentParts;
use super::relations::relations;

/// Where a picture may stand in place of a box.
pub struct SlideRoom {
    at: (f64, f64),
    /// Widths and heights of which each is free.
    sizes: Vec<(f64, f64)>,
    in_middle: bool,
    /// As the box says it.
    pub turned: Option<String>,
    /// How much larger the slide shows lengths of the box: it may stand in a group.
    shown: f64,
}

/// Of slides of which nobody says how large they are.
const USUAL: (f64, f64) = (12_192_000.0, 6_858_000.0);
/// Half an inch: as far as what grows keeps from the edge.
const MARGIN: f64 = 457_200.0;
/// What it keeps from other shapes.
const GAP: f64 = 91_440.0;
/// Two inches.
const THUMB: f64 = 1_828_800.0;

/// Left, top, right and bottom.
pub type Edges = [f64; 4];

/// Its own place, or that of the layout or the master.
pub fn place_of(
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    page: &str,
    shape: Node,
) -> Option<SlideRoom> {
    let slide = size_of_slides(parts, searcher).unwrap_or(USUAL);
    let inner = |name: &str| shape.descendants().find(|node| node.tag_name().name() == name);
    let mut edges = |shape: Node| place((parts, searcher), page, shape);
    let [left, top, wide, high] = edges(shape)?;
    let shown = groups(shape).map(scale).product();
    let turned = transform_of(shape).and_then(|node| node.attribute("rot"));
    let turned = turned.filter(|angle| *angle != "0").map(str::to_string);
    // Such a box is as high as its words, and one that does not wrap them as wide. In a group, or turned, it
    // stays as it was drawn.
    let grows = inner("spAutoFit").is_some() && groups(shape).next().is_none() && turned.is_none();
    let mut sizes = vec![(wide, high)];
    if grows {
        let own = [left, top, left + wide, top + high];
        let tree = shape.parent().into_iter().flat_map(|tree| tree.children());
        let others = tree.filter(|node| *node != shape && is_shape(*node));
        let others: Vec<Edges> = others
            .filter_map(|node| edges(node).map(|[x, y, w, h]| [x, y, x + w, y + h]))
            // What lies behind the box lies behind the picture.
            .filter(|other| !meet(other, &own))
            .collect();
        let margin = left.min(top).clamp(0.0, MARGIN);
        let (right, bottom) = (slide.0 - margin, slide.1 - margin);
        let mut rights = vec![own[2]];
        if is_as_its_words(shape, (wide, high)) {
            rights.push(right);
            rights.extend(others.iter().map(|other| other[0] - GAP));
        }
        for edge in rights.into_iter().filter(|edge| *edge >= own[2]) {
            let beside = [left, top, edge, own[3]];
            if others.iter().any(|other| meet(other, &beside)) {
                continue;
            }
            let below = [left, top, edge, bottom.max(own[3])];
            let tops =
                others.iter().filter(|other| meet(other, &below)).map(|other| other[1] - GAP);
            let foot = tops.fold(below[3], f64::min).max(own[3]);
            sizes.push((edge - left, foot - top));
        }
    }
    sizes.retain(|(wide, high)| *wide > 0.0 && *high > 0.0);
    let room = SlideRoom { at: (left, top), sizes, in_middle: !grows, turned, shown };
    (!room.sizes.is_empty()).then_some(room)
}

/// Do two boxes have room in common?
pub fn meet(one: &Edges, other: &Edges) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Would a picture so many times as high cover a shape that it did not cover before?
pub fn covers_more(shape: Node, times: f64) -> bool {
    let edges = |node: Node| transform(node).map(|[x, y, wide, high]| [x, y, x + wide, y + high]);
    let Some(was) = edges(shape) else { return false };
    let is = [was[0], was[1], was[2], was[1] + (was[3] - was[1]) * times];
    let others = shape.parent().into_iter().flat_map(|tree| tree.children());
    let mut others = others.filter(|node| *node != shape && is_shape(*node)).filter_map(edges);
    others.any(|other| meet(&other, &is) && !meet(&other, &was))
}

fn is_shape(node: Node) -> bool {
    matches!(node.tag_name().name(), "sp" | "pic" | "graphicFrame" | "grpSp" | "cxnSp")
}

fn groups<'d>(shape: Node<'d, 'd>) -> impl Iterator<Item = Node<'d, 'd>> {
    shape.ancestors().skip(1).filter(|node| node.tag_name().name() == "grpSp")
}

/// How much larger a group is shown than what is in it says.
fn scale(group: Node) -> f64 {
    let within = |name: &str| {
        let about = group.children().find(|node| node.tag_name().name() == "grpSpPr")?;
        let node = about.descendants().find(|node| node.tag_name().name() == name)?;
        node.attribute("cx")?.parse::<f64>().ok().filter(|wide| *wide > 0.0)
    };
    within("ext").zip(within("chExt")).map_or(1.0, |(shown, said)| shown / said)
}

/// Is a box that does not wrap its words as large as one line of them, so that nobody drew its size?
fn is_as_its_words(shape: Node, (wide, high): (f64, f64)) -> bool {
    let inner = |name: &str| shape.descendants().find(|node| node.tag_name().name() == name);
    let about = inner("rPr").or_else(|| inner("endParaRPr"));
    let size = about.and_then(|node| node.attribute("sz")?.parse::<f64>().ok()).unwrap_or(1800.0);
    let letters = shape.descendants().filter(|node| node.tag_name().name() == "t");
    let letters: usize =
        letters.filter_map(|node| node.text()).map(|text| text.chars().count()).sum();
    // Hundredths of a point; a letter is about half as wide as it is high.
    let (line, words) = (size * 127.0 * 1.2, size * 127.0 * 0.5 * letters as f64);
    inner("bodyPr").and_then(|body| body.attribute("wrap")) == Some("none")
        && high < 2.0 * line + 2.0 * GAP
        && wide < 1.6 * words + 2.0 * GAP
}

impl SlideRoom {
    /// As large as there is room for, in the shape of a picture: where, and width and height.
    pub fn fitted(&self, (wide, high): (f64, f64)) -> ((i64, i64), (i64, i64)) {
        let scale = |room: &(f64, f64)| (room.0 / wide).min(room.1 / high);
        let most = |best: (f64, f64), next: &(f64, f64)| {
            if scale(next) > scale(&best) { *next } else { best }
        };
        let room = self.sizes.iter().fold(self.sizes[0], most);
        let size = (wide * scale(&room), high * scale(&room));
        let free = if self.in_middle { 0.5 } else { 0.0 };
        let at = (self.at.0 + (room.0 - size.0) * free, self.at.1 + (room.1 - size.1) * free);
        ((at.0.round() as i64, at.1.round() as i64), (size.0.round() as i64, size.1.round() as i64))
    }

    /// In centimetres, how wide a picture is shown, where nobody can read it.
    pub fn too_small(&self, wide: i64) -> Option<f64> {
        let shown = wide as f64 * self.shown;
        (shown < THUMB).then_some(shown / 360_000.0)
    }
}

/// Left, top, width and height of a shape.
fn place(
    (parts, searcher): (&mut DocumentParts, &mut Searcher),
    page: &str,
    shape: Node,
) -> Option<[f64; 4]> {
    if let Some(place) = transform(shape) {
        return Some(place);
    }
    let holder = shape.descendants().find(|node| node.tag_name().name() == "ph")?;
    let said = |name: &str| holder.attribute(name).map(str::to_string);
    inherited((parts, searcher), page, &(said("idx"), said("type")))
}

fn transform_of<'d>(shape: Node<'d, 'd>) -> Option<Node<'d, 'd>> {
    let about = |node: &Node| matches!(node.tag_name().name(), "spPr" | "grpSpPr");
    let is_transform = |node: &Node| node.tag_name().name() == "xfrm";
    let about = shape.children().find(about).unwrap_or(shape);
    about.children().find(is_transform)
}

fn transform(shape: Node) -> Option<[f64; 4]> {
    let transform = transform_of(shape)?;
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
