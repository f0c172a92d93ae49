//! A chart laid out: plain shapes with decimals, each knowing the figure it stands for.
//!
//! [`Scene`] is a waist: `draw` fills it, `encode` writes it. There is no chart and no plotters
//! in it.

use super::text;
use crate::chart::Signs;
pub use crate::chart::{Run, Stamp, StandsFor};

#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    pub width: f64,
    pub height: f64,
    pub title: String,
    /// One sentence for those who do not see the picture.
    pub alt: String,
    pub description: String,
    /// The language of the texts, as in `en-GB`.
    pub lang: &'static str,
    pub stamp: Stamp,
    pub background: Colour,
    /// What the key has to explain.
    pub signs: Signs,
    /// In the order in which they are painted.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// An empty scene.
    pub fn new(width: f64, height: f64, background: Colour) -> Scene {
        Scene {
            width,
            height,
            title: String::new(),
            alt: String::new(),
            description: String::new(),
            lang: crate::locale::EN_GB.tag,
            stamp: Stamp::default(),
            signs: Signs::default(),
            background,
            shapes: Vec::new(),
        }
    }

    /// The same, so many times as large.
    pub fn enlarged(mut self, times: f64) -> Scene {
        self.width *= times;
        self.height *= times;
        self.shapes.iter_mut().for_each(|shape| shape.enlarge(times));
        self
    }

    /// Every text in one of these roles.
    pub fn texts(&self, roles: &[Role]) -> impl Iterator<Item = (&Shape, &Text)> {
        self.shapes.iter().filter(|shape| roles.contains(&shape.role)).filter_map(|shape| {
            match &shape.form {
                Form::Text(text) => Some((shape, text)),
                _ => None,
            }
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub role: Role,
    /// The id of the figure it stands for.
    pub figure: Option<String>,
    pub form: Form,
    pub paint: Paint,
}

/// What a shape is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    Title,
    Subtitle,
    PanelTitle,
    Grid,
    GridLabel,
    Axis,
    TickLabel,
    Band,
    Event,
    EventLabel,
    Break,
    /// Joins points of one series.
    Line,
    /// Stands for one figure.
    Mark,
    /// The word over a period without a number.
    Gap,
    Leader,
    /// The ground behind a label that lies on a grid line, or around a mark on a band.
    Backing,
    Label,
    Rule,
    Key,
    KeyLabel,
    Note,
    Source,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    pub x: f64,
    pub y: f64,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    Rect(Area),
    Line(Spot, Spot),
    Polyline(Vec<Spot>),
    Polygon(Vec<Spot>),
    Circle { centre: Spot, radius: f64 },
    Text(Text),
}

/// A rectangle with its sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    pub fn contains(&self, other: &Area) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    pub fn grown(self, by: f64) -> Area {
        Area {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub content: String,
    /// Where the text starts, has its middle or ends, on its baseline.
    pub at: Spot,
    pub anchor: Anchor,
    pub size: f64,
    pub bold: bool,
    /// As measured in Liberation Sans.
    pub width: f64,
    /// What its bytes stand for, where that is a note or a source; empty elsewhere.
    pub runs: Vec<Run>,
}

impl Text {
    /// The box of the text, were it wider by this factor.
    pub fn area(&self, stretch: f64) -> Area {
        self.wide(self.width * stretch)
    }

    /// The box kept free for the text, in whichever font it is shown.
    pub fn reserve(&self) -> Area {
        self.wide(text::reserved(&self.content, self.size, self.bold))
    }

    fn wide(&self, width: f64) -> Area {
        let left = self.at.x - width * self.anchor.share();
        Area {
            left,
            top: self.at.y - self.size * text::ASCENT,
            right: left + width,
            bottom: self.at.y + self.size * text::DESCENT,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// How much of the text lies to the left of its place.
    pub fn share(self) -> f64 {
        match self {
            Anchor::Start => 0.0,
            Anchor::Middle => 0.5,
            Anchor::End => 1.0,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    pub fill: Option<Colour>,
    /// From 0 to 1.
    pub fill_opacity: Option<f64>,
    pub stroke: Option<Stroke>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    pub colour: Colour,
    pub width: f64,
    /// How long each dash is, and the space after it.
    pub dash: Option<(f64, f64)>,
    /// With round ends and corners.
    pub round: bool,
}

impl Stroke {
    pub fn new(colour: Colour, width: f64) -> Stroke {
        Stroke { colour, width, dash: None, round: false }
    }
}

impl Paint {
    /// The colour that is seen, if any is but that of the paper.
    pub(super) fn ink(&self, paper: Colour) -> Option<Colour> {
        let both = [self.fill, self.stroke.map(|stroke| stroke.colour)];
        both.into_iter().flatten().find(|colour| *colour != paper)
    }

    pub fn fill(colour: Colour) -> Paint {
        Paint { fill: Some(colour), ..Paint::default() }
    }

    pub fn stroke(colour: Colour, width: f64) -> Paint {
        Paint { stroke: Some(Stroke::new(colour, width)), ..Paint::default() }
    }

    pub fn dashed(self, dash: f64, space: f64) -> Paint {
        let stroke = self.stroke.map(|stroke| Stroke { dash: Some((dash, space)), ..stroke });
        Paint { stroke, ..self }
    }
}

impl Shape {
    pub fn new(role: Role, form: Form, paint: Paint) -> Shape {
        Shape { role, figure: None, form, paint }
    }

    fn enlarge(&mut self, times: f64) {
        let spot = |spot: &mut Spot| (spot.x, spot.y) = (spot.x * times, spot.y * times);
        match &mut self.form {
            Form::Rect(area) => {
                for edge in [&mut area.left, &mut area.top, &mut area.right, &mut area.bottom] {
                    *edge *= times;
                }
            }
            Form::Line(from, to) => [from, to].into_iter().for_each(spot),
            Form::Polyline(spots) | Form::Polygon(spots) => spots.iter_mut().for_each(spot),
            Form::Circle { centre, radius } => {
                spot(centre);
                *radius *= times;
            }
            Form::Text(text) => {
                spot(&mut text.at);
                text.size *= times;
                text.width *= times;
            }
        }
        if let Some(stroke) = &mut self.paint.stroke {
            stroke.width *= times;
            stroke.dash = stroke.dash.map(|(dash, space)| (dash * times, space * times));
        }
    }

    /// The smallest box around the shape, its stroke not counted.
    pub fn area(&self) -> Area {
        match &self.form {
            Form::Rect(area) => *area,
            Form::Line(from, to) => around(&[*from, *to]),
            Form::Polyline(spots) | Form::Polygon(spots) => around(spots),
            Form::Circle { centre, radius } => around(&[*centre]).grown(*radius),
            Form::Text(text) => text.area(1.0),
        }
    }
}

fn around(spots: &[Spot]) -> Area {
    let first = spots.first().copied().unwrap_or(Spot { x: 0.0, y: 0.0 });
    let mut area = Area { left: first.x, top: first.y, right: first.x, bottom: first.y };
    for spot in spots {
        area.left = area.left.min(spot.x);
        area.right = area.right.max(spot.x);
        area.top = area.top.min(spot.y);
        area.bottom = area.bottom.max(spot.y);
    }
    area
}
