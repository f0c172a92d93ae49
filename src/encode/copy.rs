//! What a copy of a picture says of itself, after whatever programs it went through: its stamp, its
//! words and what it paints. Presentation attributes, `style=` attributes, groups and transforms
//! are resolved as a browser does. What our pictures never hold, and what a browser might show
//! otherwise than is judged here, is told as strange.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use roxmltree::{Attribute, Document, Node, NodeType, ParsingOptions};
use usvg::tiny_skia_path::{PathSegment, Point};
use usvg::{BlendMode, FontFamily, Group, Paint, Path, Text, TextAnchor, TextSpan};

use super::font::Fonts;
use super::imprint::{HeadWords, Imprint};
use super::intricate::is_intricate;
use super::piece::{PicturePiece, PieceForm, PieceStroke, one_line};
use super::plain_value::{fits_its_column, has_plain_style, is_in, is_plain, is_shown_size};
use super::stamp;
use crate::draw::scene::{Anchor, Colour, Spot, Stamp};

/// A copy of a picture, as it was found.
#[derive(Clone, Debug)]
pub struct PictureCopy {
    /// Which chart it is of.
    pub stamp: Stamp,
    /// What its stamp says of the drawing; `None` of the first form of stamps.
    pub imprint: Option<Imprint>,
    /// Its `<title>`.
    pub title: String,
    /// Its `aria-label`.
    pub alt: String,
    /// Its `<desc>`.
    pub description: String,
    /// `role`, `lang` and `viewBox` of its root; the last as it holds where it is left out.
    pub root: [String; 3],
    /// What it paints, in order. Lengths are those of its view box.
    pub pieces: Vec<PicturePiece>,
    /// What its texts are set in, the first font that each names.
    pub fonts: BTreeSet<String>,
    /// What no picture of ours holds, each in a few words.
    pub strange: Vec<String>,
}

impl PictureCopy {
    /// From the text of an SVG; `None` if it is none or [intricate](is_intricate), and no stamp if it
    /// carries none.
    pub fn read(svg: &str) -> Option<Result<PictureCopy, NoStamp>> {
        if is_intricate(svg) {
            return None;
        }
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(svg, options).ok()?;
        let root = document.root_element();
        if root.tag_name().name() != "svg" {
            return None;
        }
        let Some((stamp, imprint)) = stamp::of_root(root) else { return Some(Err(NoStamp)) };
        let mut strange = strange(svg, &document);
        let child = |name: &str| {
            let found = root.children().find(|node| node.tag_name().name() == name);
            one_line(&found.map(words).unwrap_or_default())
        };
        let said = |name: &str| root.attribute(name).unwrap_or_default().to_string();
        let number = |name: &str| said(name).trim_end_matches("px").parse::<f64>().unwrap_or(0.0);
        let view = match root.attribute("viewBox") {
            Some(view) => view.to_string(),
            None => format!("0 0 {} {}", number("width"), number("height")),
        };
        let mut copy = PictureCopy {
            stamp,
            imprint,
            title: child("title"),
            alt: one_line(&said("aria-label")),
            description: child("desc"),
            root: [said("role"), said("lang"), view],
            pieces: Vec::new(),
            fonts: BTreeSet::new(),
            strange: Vec::new(),
        };
        let (marked, figures) = with_ids(svg, &document);
        match Fonts::default().tree(&marked) {
            Ok(tree) => {
                let wide = copy
                    .view()
                    .map_or(1.0, |[_, _, width, _]| width / f64::from(tree.size().width()));
                let mut walk = CopyWalk {
                    figures,
                    scale: wide,
                    opacity: 1.0,
                    pieces: Vec::new(),
                    fonts: BTreeSet::new(),
                    strange,
                };
                walk.group(tree.root());
                (copy.pieces, copy.fonts, strange) = (walk.pieces, walk.fonts, walk.strange);
            }
            Err(error) => strange.push(format!("it cannot be painted: {error}")),
        }
        strange.dedup();
        copy.strange = strange;
        Some(Ok(copy))
    }

    /// The four numbers of its view box.
    pub fn view(&self) -> Option<[f64; 4]> {
        let numbers = self.root[2].split([' ', ',']).filter(|part| !part.is_empty());
        let numbers: Option<Vec<f64>> = numbers.map(|part| part.parse().ok()).collect();
        numbers?.try_into().ok()
    }

    /// Its words outside of its shapes.
    pub fn head(&self) -> HeadWords<'_> {
        HeadWords { title: &self.title, alt: &self.alt, description: &self.description }
    }
}

/// There is no stamp in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStamp;

fn words(node: Node) -> String {
    let texts = node.descendants().filter(Node::is_text);
    texts.filter_map(|inner| inner.text()).collect()
}

const SVG: &str = "http://www.w3.org/2000/svg";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const ELEMENTS: &str =
    "svg g defs rect line polyline polygon path circle ellipse text tspan title desc metadata";
const PROPERTIES: &str = "fill fill-opacity fill-rule stroke stroke-width stroke-opacity \
    stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity display \
    visibility font-family font-size font-weight font-style text-anchor color";
const PLACES: &str = "transform width height x y x1 y1 x2 y2 cx cy r rx ry points d";
/// Attributes that change nothing, or are held against what was drawn as they stand.
const FREE: &str = "id class viewBox version baseProfile role lang";

/// Of Inkscape's own names, which no browser minds.
fn is_editors(space: Option<&str>) -> bool {
    space.is_some_and(|space| {
        space.starts_with("http://sodipodi.") || space.starts_with("http://www.inkscape.org/")
    })
}

fn strange(svg: &str, document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    if svg.contains("<!ENTITY") || svg.contains("<!ATTLIST") {
        found.push("it declares entities or attributes of its own".to_string());
    }
    if let Some(encoding) = declared_encoding(svg) {
        found.push(format!("it is declared as {encoding}, so that a browser reads other letters"));
    }
    for node in document.descendants() {
        if node.node_type() == NodeType::PI {
            found.push("it has a processing instruction".to_string());
        }
        let (name, space) = (node.tag_name().name(), node.tag_name().namespace());
        // A style sheet and a script act wherever they stand.
        let in_metadata =
            node.ancestors().skip(1).any(|outer| outer.tag_name().name() == "metadata")
                && !matches!(space, Some(SVG | XHTML));
        if !node.is_element() || is_editors(space) || in_metadata {
            continue;
        }
        let parent = node.parent_element();
        let is_root = parent.is_none();
        let known = match name {
            "svg" => is_root,
            "title" | "desc" => {
                parent == Some(document.root_element()) && {
                    let alike = |one: &Node| one.tag_name().name() == name;
                    node.prev_siblings().skip(1).all(|one| !alike(&one))
                }
            }
            _ => is_in(ELEMENTS, name),
        };
        if !known || space != Some(SVG) {
            found.push(format!("it has an element `{name}` that was not drawn"));
            continue;
        }
        for attribute in node.attributes() {
            if !is_known(attribute, is_root) {
                let (attribute, value) = (attribute.name(), attribute.value());
                found.push(match is_in(PROPERTIES, attribute) || is_in(PLACES, attribute) {
                    true => format!("a `{name}` has `{attribute}=\"{value}\"`"),
                    false => format!("a `{name}` has the attribute `{attribute}`"),
                });
            }
        }
    }
    found
}

/// Another encoding than that in which it is read here.
fn declared_encoding(svg: &str) -> Option<&str> {
    let (declaration, _) = svg.strip_prefix("<?xml")?.split_once("?>")?;
    let encoding = declaration.split_once("encoding")?.1.split(['"', '\'']).nth(1)?;
    let is_own = ["utf-8", "us-ascii"].iter().any(|own| encoding.eq_ignore_ascii_case(own));
    (!is_own).then_some(encoding)
}

fn is_known(attribute: Attribute, is_root: bool) -> bool {
    let (name, value) = (attribute.name(), attribute.value());
    match attribute.namespace() {
        Some("http://www.w3.org/XML/1998/namespace") => return name != "base",
        Some(space) => return is_editors(Some(space)),
        None => {}
    }
    match name {
        "style" if is_root && fits_its_column(value) => true,
        "style" => has_plain_style(value, PROPERTIES),
        "aria-label" => is_root,
        "preserveAspectRatio" => matches!(value.trim(), "xMidYMid" | "xMidYMid meet"),
        name if name.starts_with("data-") || is_in(FREE, name) => true,
        name => (is_in(PROPERTIES, name) || is_in(PLACES, name)) && is_plain(name, value),
    }
}

/// The same with an id for each element that stands for a figure, since ids outlast what resolves
/// groups; and which id stands for which figure. It is as large as its view box, however large a page shows it.
fn with_ids(svg: &str, document: &Document) -> (String, HashMap<String, String>) {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut figures = HashMap::new();
    let root = document.root_element();
    if root.has_attribute("viewBox") {
        let sizes = ["width", "height"].iter().filter_map(|name| root.attribute_node(*name));
        let shown = sizes.filter(|size| is_shown_size(size.value()));
        let style = root.attribute_node("style").filter(|style| fits_its_column(style.value()));
        edits.extend(shown.chain(style).map(|said| (said.range(), String::new())));
    }
    for (at, node) in document.descendants().enumerate() {
        let Some(figure) = node.attribute("data-figure") else { continue };
        let start = node.range().start + 1;
        let rest = svg.get(start..).unwrap_or_default();
        let length = rest.find(|letter: char| letter.is_whitespace() || "/>".contains(letter));
        let name_ends = start + length.unwrap_or_default();
        let id = format!("figure-{at}");
        if let Some(own) = node.attribute_node("id") {
            edits.push((own.range(), String::new()));
        }
        edits.push((name_ends..name_ends, format!(" id=\"{id}\"")));
        figures.insert(id, figure.to_string());
    }
    edits.sort_by_key(|(range, _)| range.start);
    let (mut marked, mut from) = (String::with_capacity(svg.len()), 0);
    for (range, text) in edits {
        let Some(before) = svg.get(from..range.start) else { continue };
        marked += before;
        marked += &text;
        from = range.end;
    }
    marked += svg.get(from..).unwrap_or_default();
    (marked, figures)
}

struct CopyWalk {
    figures: HashMap<String, String>,
    scale: f64,
    /// Of the groups around, together.
    opacity: f64,
    pieces: Vec<PicturePiece>,
    fonts: BTreeSet<String>,
    strange: Vec<String>,
}

impl CopyWalk {
    fn group(&mut self, group: &Group) {
        let before = self.opacity;
        self.opacity *= f64::from(group.opacity().get());
        // Of one shape alone it is as if its paint were fainter.
        let veiled = (group.opacity().get() < 0.99 && group.children().len() > 1)
            || group.blend_mode() != BlendMode::Normal
            || group.clip_path().is_some()
            || group.mask().is_some()
            || !group.filters().is_empty();
        if veiled {
            let whose = self.figures.get(group.id()).map(|id| format!(" the mark of {id}"));
            self.strange.push(format!("it veils{}", whose.as_deref().unwrap_or(" what was drawn")));
        }
        for child in group.children() {
            match child {
                usvg::Node::Group(inner) => self.group(inner),
                usvg::Node::Path(path) if path.is_visible() => self.path(path),
                usvg::Node::Path(_) => {}
                usvg::Node::Text(text) => self.text(text),
                usvg::Node::Image(_) => self.strange.push("it has an image".to_string()),
            }
        }
        self.opacity = before;
    }

    fn spot(&self, point: Point) -> Spot {
        Spot { x: f64::from(point.x) * self.scale, y: f64::from(point.y) * self.scale }
    }

    fn path(&mut self, path: &Path) {
        let Some(data) = path.data().clone().transform(path.abs_transform()) else { return };
        let fill = path
            .fill()
            .and_then(|fill| Some((self.colour(fill.paint())?, f64::from(fill.opacity().get()))))
            .map(|(colour, opacity)| (colour, opacity * self.opacity));
        let (sx, sy) = path.abs_transform().get_scale();
        let times = f64::from((sx + sy) / 2.0) * self.scale;
        let stroke = path.stroke().and_then(|stroke| {
            if stroke.dashoffset() != 0.0 {
                self.strange.push("it shifts dashes".to_string());
            }
            let dashes = stroke.dasharray().unwrap_or_default();
            Some(PieceStroke {
                colour: self.colour(stroke.paint())?,
                opacity: f64::from(stroke.opacity().get()) * self.opacity,
                width: f64::from(stroke.width().get()) * times,
                dashes: dashes.iter().map(|dash| f64::from(*dash) * times).collect(),
                round: stroke.linecap() == usvg::LineCap::Round,
            })
        });
        if !is_seen(fill) && !is_seen(stroke.as_ref().map(|line| (line.colour, line.opacity))) {
            return;
        }
        for (spots, closed) in self.outlines(&data) {
            if spots.len() > 2 && path.stroke().is_some_and(is_oddly_joined) {
                self.strange.push("it joins lines otherwise".to_string());
            }
            let figure = self.figures.get(path.id()).cloned();
            let form = PieceForm::Outline { spots, closed };
            self.pieces.push(PicturePiece { figure, form, fill, stroke: stroke.clone() }.settled());
        }
    }

    fn outlines(&self, data: &usvg::tiny_skia_path::Path) -> Vec<(Vec<Spot>, bool)> {
        let mut outlines: Vec<(Vec<Spot>, bool)> = Vec::new();
        for segment in data.segments() {
            let Some((spots, closed)) = outlines.last_mut() else {
                if let PathSegment::MoveTo(to) = segment {
                    outlines.push((vec![self.spot(to)], false));
                }
                continue;
            };
            let from = *spots.last().expect("an outline starts with a spot");
            // A curve in as many steps as no eye tells from it.
            let mut curve = |at: &dyn Fn(f64) -> Spot| {
                spots.extend((1..=24).map(|step| at(f64::from(step) / 24.0)))
            };
            match segment {
                PathSegment::MoveTo(to) => outlines.push((vec![self.spot(to)], false)),
                PathSegment::LineTo(to) => spots.push(self.spot(to)),
                PathSegment::QuadTo(by, to) => {
                    let (by, to) = (self.spot(by), self.spot(to));
                    curve(&|t| between(between(from, by, t), between(by, to, t), t));
                }
                PathSegment::CubicTo(one, two, to) => {
                    let (one, two, to) = (self.spot(one), self.spot(two), self.spot(to));
                    curve(&|t| {
                        let middle = between(one, two, t);
                        let first = between(between(from, one, t), middle, t);
                        between(first, between(middle, between(two, to, t), t), t)
                    });
                }
                PathSegment::Close => *closed = true,
            }
        }
        outlines.retain(|(spots, _)| spots.len() > 1);
        outlines
    }

    fn colour(&mut self, paint: &Paint) -> Option<Colour> {
        match paint {
            Paint::Color(colour) => Some(Colour(colour.red, colour.green, colour.blue)),
            _ => {
                self.strange.push("it has a pattern or a gradient".to_string());
                None
            }
        }
    }

    fn text(&mut self, text: &Text) {
        let transform = text.abs_transform();
        let (sx, sy) = transform.get_scale();
        let odd = text.dx().iter().chain(text.dy()).chain(text.rotate()).any(|by| *by != 0.0);
        let leans = transform.kx.abs() + transform.ky.abs() > 0.001 || (sx - sy).abs() > 0.01;
        let flipped = transform.sx < 0.0 || transform.sy < 0.0;
        if odd || leans || flipped {
            self.strange.push("it bends a text".to_string());
        }
        for chunk in text.chunks() {
            let Some(span) = chunk.spans().first() else { continue };
            let uneven = chunk.spans().iter().any(|other| {
                other.font_size() != span.font_size()
                    || other.font().weight() != span.font().weight()
                    || other.is_visible() != span.is_visible()
                    || paint_of(other) != paint_of(span)
            });
            if uneven || chunk.spans().iter().any(is_dressed) {
                let mut told = "it sets otherwise: ".to_string();
                let _ = write!(told, "{}", one_line(chunk.text()));
                self.strange.push(told);
            }
            if !span.is_visible() {
                continue;
            }
            self.fonts.extend(chunk.spans().iter().map(first_font));
            let mut at =
                Point::from_xy(chunk.x().unwrap_or_default(), chunk.y().unwrap_or_default());
            transform.map_point(&mut at);
            let fill = span.fill().and_then(|fill| {
                let opacity = f64::from(fill.opacity().get()) * self.opacity;
                Some((self.colour(fill.paint())?, opacity))
            });
            if !is_seen(fill) {
                continue;
            }
            let anchor = match chunk.anchor() {
                TextAnchor::Start => Anchor::Start,
                TextAnchor::Middle => Anchor::Middle,
                TextAnchor::End => Anchor::End,
            };
            self.pieces.push(PicturePiece {
                figure: self.figures.get(text.id()).cloned(),
                form: PieceForm::Words {
                    text: chunk.text().to_string(),
                    at: self.spot(at),
                    anchor,
                    size: f64::from(span.font_size().get() * sx) * self.scale,
                    bold: span.font().weight() >= 600,
                },
                fill,
                stroke: None,
            });
        }
    }
}

fn between(one: Spot, other: Spot, share: f64) -> Spot {
    Spot { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share }
}

/// With less opacity than this, nobody sees it.
fn is_seen(painted: Option<(Colour, f64)>) -> bool {
    painted.is_some_and(|(_, opacity)| opacity > 0.005)
}

fn paint_of(span: &TextSpan) -> Option<(u8, u8, u8, f32)> {
    let fill = span.fill()?;
    match fill.paint() {
        Paint::Color(colour) => Some((colour.red, colour.green, colour.blue, fill.opacity().get())),
        _ => None,
    }
}

/// Ours are round at their ends and corners, or at neither; a long spike is none of ours.
fn is_oddly_joined(stroke: &usvg::Stroke) -> bool {
    match stroke.linecap() {
        usvg::LineCap::Round => stroke.linejoin() != usvg::LineJoin::Round,
        _ => stroke.linejoin() != usvg::LineJoin::Miter || stroke.miterlimit().get() > 4.0,
    }
}

/// Is a text set in what ours never is?
fn is_dressed(span: &TextSpan) -> bool {
    let decoration = span.decoration();
    span.stroke().is_some()
        || span.letter_spacing() != 0.0
        || span.word_spacing() != 0.0
        || span.text_length().is_some()
        || span.small_caps()
        || span.font().style() != usvg::FontStyle::Normal
        || decoration.underline().is_some()
        || decoration.overline().is_some()
        || decoration.line_through().is_some()
        || !span.baseline_shift().is_empty()
}

/// What a browser tries first.
fn first_font(span: &TextSpan) -> String {
    span.font().families().first().map_or_else(String::new, |family| match family {
        FontFamily::Named(name) => name.clone(),
        generic => generic.to_string(),
    })
}
