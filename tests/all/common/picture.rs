//! A picture read back from its bytes by a parser that shares nothing with the encoder.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use roxmltree::{Document, Node};
use ttf_parser::Face;

use super::Faults;

/// One line of text where it stands.
#[derive(Clone, Debug)]
pub struct Text {
    pub content: String,
    pub x: f64,
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    pub anchor: String,
    pub fill: Colour,
    /// As of a shape.
    pub figure: Option<String>,
    /// Its place among the elements of the file: what comes later lies on top.
    pub order: usize,
}

/// A painted shape, by the area around it.
#[derive(Clone, Debug)]
pub struct Shape {
    pub element: String,
    pub around: Area,
    /// The corners of a polygon; of all else none.
    pub corners: Vec<(f64, f64)>,
    pub fill: Option<Paint>,
    pub stroke: Option<Paint>,
    pub dashed: bool,
    /// The figure it stands for: its own, or that of the group it is in.
    pub figure: Option<String>,
    pub order: usize,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Colour(pub f64, pub f64, pub f64);

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    pub colour: Colour,
    pub opacity: f64,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

pub struct Picture {
    pub width: f64,
    pub height: f64,
    pub texts: Vec<Text>,
    pub shapes: Vec<Shape>,
}

impl Picture {
    pub fn read(svg: &str) -> Picture {
        let document = Document::parse(svg).expect("the picture is well-formed XML");
        let root = document.root_element();
        let mut picture = Picture {
            width: number(root, "width"),
            height: number(root, "height"),
            texts: Vec::new(),
            shapes: Vec::new(),
        };
        for (order, node) in root.descendants().filter(Node::is_element).enumerate() {
            match node.tag_name().name() {
                "svg" | "title" | "desc" | "metadata" | "g" => {}
                "text" => picture.texts.push(text(node, order)),
                _ => picture.shapes.push(shape(node, order)),
            }
        }
        picture
    }

    /// The colour behind a point, from everything painted there before `order`.
    pub fn behind(&self, x: f64, y: f64, order: usize) -> Colour {
        let below = self.shapes.iter().filter(|shape| shape.order < order);
        let there = below.filter(|shape| shape.element != "line" && shape.covers(x, y));
        there
            .filter_map(|shape| shape.fill)
            .fold(Colour(1.0, 1.0, 1.0), |under, paint| paint.over(under))
    }
}

impl Shape {
    /// Within its area and, of a polygon, between its sides.
    fn covers(&self, x: f64, y: f64) -> bool {
        let next = self.corners.iter().cycle().skip(1);
        let crossed = self.corners.iter().zip(next).filter(|((ax, ay), (bx, by))| {
            (*ay > y) != (*by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay)
        });
        self.around.holds(x, y) && (self.corners.is_empty() || crossed.count() % 2 == 1)
    }
}

impl Text {
    /// The area it takes, `wider` times as wide as Liberation Sans makes it.
    pub fn around(&self, wider: f64) -> Area {
        self.as_wide_as(width_of(&self.content, self.size, self.bold) * wider)
    }

    /// The area it takes in a font that makes it as wide as this.
    pub fn as_wide_as(&self, width: f64) -> Area {
        let left = match self.anchor.as_str() {
            "middle" => self.x - width / 2.0,
            "end" => self.x - width,
            _ => self.x,
        };
        let (top, bottom) = (self.y - 0.73 * self.size, self.y + 0.2 * self.size);
        Area { left, top, right: left + width, bottom }
    }
}

impl Area {
    pub fn overlaps(&self, other: &Area) -> bool {
        let slack = 0.01;
        self.left + slack < other.right
            && other.left + slack < self.right
            && self.top + slack < other.bottom
            && other.top + slack < self.bottom
    }

    pub fn contains(&self, other: &Area) -> bool {
        self.holds(other.left, other.top) && self.holds(other.right, other.bottom)
    }

    pub fn holds(&self, x: f64, y: f64) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    pub fn centre(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }
}

impl Paint {
    fn over(self, under: Colour) -> Colour {
        let mix = |top: f64, bottom: f64| top * self.opacity + bottom * (1.0 - self.opacity);
        let (top, opacity) = (self.colour, mix);
        Colour(opacity(top.0, under.0), opacity(top.1, under.1), opacity(top.2, under.2))
    }

    pub fn seen_on(self, under: Colour) -> Colour {
        self.over(under)
    }
}

impl Colour {
    /// `#rrggbb` and nothing else.
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        let share = |at| Some(f64::from(part(at)?) / 255.0);
        Some(Colour(share(0)?, share(2)?, share(4)?))
    }

    /// The contrast ratio of WCAG 2.
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear =
            |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// Other fonts run wider than the one we measure with.
const SLACK: f64 = 1.15;

/// No text overlaps another, nothing leaves the picture, and no text is small or faint.
pub fn judge_picture(picture: &Picture, told: &dyn Fn(String) -> String, faults: &mut Faults) {
    let inside = |area: &Area| {
        let (right, bottom) = (picture.width, picture.height);
        area.left >= 0.0 && area.top >= 0.0 && area.right <= right && area.bottom <= bottom
    };
    let areas: Vec<Area> = picture.texts.iter().map(|text| text.around(SLACK)).collect();
    for (at, text) in picture.texts.iter().enumerate() {
        let (around, said) = (areas[at], &text.content);
        for (other, area) in picture.texts.iter().zip(&areas).skip(at + 1) {
            let clear = !around.overlaps(area);
            faults.check(clear, || told(format!("{said:?} and {:?} overlap", other.content)));
        }
        faults.check(inside(&around), || told(format!("{said:?} reaches outside: {around:?}")));
        faults.check(text.size >= 12.0, || told(format!("{said:?} is small")));
        let around = text.around(1.0);
        for x in [around.left, around.centre().0, around.right] {
            let behind = picture.behind(x, around.centre().1, text.order);
            let ratio = text.fill.contrast(behind);
            faults.check(ratio >= 4.5, || told(format!("{said:?} has a contrast of {ratio:.2}")));
        }
    }
    for shape in &picture.shapes {
        let what = || told(format!("a {} reaches outside: {:?}", shape.element, shape.around));
        faults.check(inside(&shape.around), what);
    }
}

/// The width of a line of text, from the font file itself.
pub fn width_of(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(|letter| ems(letter, bold)).sum::<f64>() * size
}

/// Looked up once for each letter.
fn ems(letter: char, bold: bool) -> f64 {
    static KNOWN: LazyLock<Mutex<HashMap<(char, bool), f64>>> = LazyLock::new(Mutex::default);
    let mut known = KNOWN.lock().expect("nothing fails while it is held");
    // What only says which way the text runs has no width, in whichever font.
    let turns = |letter| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let missing = if turns(letter) { 0.0 } else { 1.0 };
    *known
        .entry((letter, bold))
        .or_insert_with(|| advance(face_of(bold), letter).unwrap_or(missing))
}

/// Where the ink of a line of text begins and ends, from its start. Nothing if the font lacks a
/// letter, so that another font draws it.
pub fn ink_of(text: &str, size: f64, bold: bool) -> Option<(f64, f64)> {
    let face = face_of(bold);
    let mut pen = 0.0;
    let mut ink: Option<(f64, f64)> = None;
    for letter in text.chars() {
        if let Some(glyph) = face.glyph_bounding_box(face.glyph_index(letter)?) {
            let em = f64::from(face.units_per_em());
            let start = pen + f64::from(glyph.x_min) / em;
            let end = pen + f64::from(glyph.x_max) / em;
            ink = Some((ink.map_or(start, |ink| ink.0), end));
        }
        pen += advance(face, letter)?;
    }
    ink.map(|(start, end)| (start * size, end * size))
}

/// In ems.
fn advance(face: &Face, letter: char) -> Option<f64> {
    let units = face.glyph_hor_advance(face.glyph_index(letter)?)?;
    Some(f64::from(units) / f64::from(face.units_per_em()))
}

fn face_of(bold: bool) -> &'static Face<'static> {
    static REGULAR: LazyLock<Face> =
        LazyLock::new(|| face(include_bytes!("../../../assets/fonts/LiberationSans-Regular.ttf")));
    static BOLD: LazyLock<Face> =
        LazyLock::new(|| face(include_bytes!("../../../assets/fonts/LiberationSans-Bold.ttf")));
    if bold { &BOLD } else { &REGULAR }
}

fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::parse(bytes, 0).expect("the font is whole")
}

fn text(node: Node, order: usize) -> Text {
    let weight = inherited(node, "font-weight").unwrap_or("normal");
    Text {
        figure: inherited(node, "data-figure").map(str::to_string),
        content: node.text().unwrap_or_default().to_string(),
        x: number(node, "x"),
        y: number(node, "y"),
        size: inherited(node, "font-size")
            .and_then(|size| size.parse().ok())
            .expect("a text has a size in plain digits"),
        bold: matches!(weight, "bold" | "600" | "700"),
        anchor: inherited(node, "text-anchor").unwrap_or("start").to_string(),
        fill: inherited(node, "fill").and_then(Colour::parse).expect("a text has a colour"),
        order,
    }
}

fn shape(node: Node, order: usize) -> Shape {
    let paint = |name: &str, otherwise| {
        let colour = inherited(node, name).map_or(otherwise, Colour::parse)?;
        let opacity = inherited(node, &format!("{name}-opacity"));
        let opacity = opacity.map_or(1.0, |text| text.parse().expect("an opacity is a number"));
        Some(Paint { colour, opacity })
    };
    Shape {
        element: node.tag_name().name().to_string(),
        around: around(node),
        corners: match node.tag_name().name() {
            "polygon" => points(node),
            _ => Vec::new(),
        },
        fill: paint("fill", Some(Colour(0.0, 0.0, 0.0))),
        stroke: paint("stroke", None),
        dashed: inherited(node, "stroke-dasharray").is_some(),
        figure: inherited(node, "data-figure").map(str::to_string),
        order,
    }
}

fn around(node: Node) -> Area {
    let at = |name: &str| if node.has_attribute(name) { number(node, name) } else { 0.0 };
    match node.tag_name().name() {
        "rect" => Area {
            left: at("x"),
            top: at("y"),
            right: at("x") + at("width"),
            bottom: at("y") + at("height"),
        },
        "circle" => Area {
            left: at("cx") - at("r"),
            top: at("cy") - at("r"),
            right: at("cx") + at("r"),
            bottom: at("cy") + at("r"),
        },
        "line" => Area {
            left: at("x1").min(at("x2")),
            top: at("y1").min(at("y2")),
            right: at("x1").max(at("x2")),
            bottom: at("y1").max(at("y2")),
        },
        _ => around_points(node),
    }
}

fn points(node: Node) -> Vec<(f64, f64)> {
    let text = node.attribute("points").or(node.attribute("d")).unwrap_or_default();
    let numbers: Vec<f64> = text
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().expect("a point is made of numbers"))
        .collect();
    numbers.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}

fn around_points(node: Node) -> Area {
    let mut around = Area {
        left: f64::INFINITY,
        top: f64::INFINITY,
        right: f64::NEG_INFINITY,
        bottom: f64::NEG_INFINITY,
    };
    for (x, y) in points(node) {
        around.left = around.left.min(x);
        around.right = around.right.max(x);
        around.top = around.top.min(y);
        around.bottom = around.bottom.max(y);
    }
    around
}

fn inherited<'n>(node: Node<'n, '_>, name: &str) -> Option<&'n str> {
    node.ancestors().find_map(|node| node.attribute(name))
}

fn number(node: Node, name: &str) -> f64 {
    let text = node.attribute(name).unwrap_or_else(|| panic!("{node:?} lacks {name}"));
    text.parse().unwrap_or_else(|_| panic!("{node:?}: {name} is no number"))
}
