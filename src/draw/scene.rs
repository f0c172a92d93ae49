//! A chart laid out: plain shapes with decimals, each knowing the figure it stands for.
//!
//! [`Scene`] is a waist: `draw` fills it, `encode` writes it. There is no chart and no plotters
//! in it.

use std::collections::BTreeMap;

use super::text;
use super::theme::dots::Marker;
use crate::chart::{HouseFont, Sign, Signs};
pub use crate::chart::{Run, Stamp, StandsFor};

/// A picture laid out: shapes with their places in pixels, in the order in which they are painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// What the file is called to a reader: the title of the chart.
    pub title: String,
    /// One sentence for those who do not see the picture.
    pub alt: String,
    /// The long description.
    pub description: String,
    /// The language of the texts, as in `en-GB`.
    pub lang: &'static str,
    /// What the picture was drawn from.
    pub stamp: Stamp,
    /// What its texts are set in where a reader has it.
    pub font: Option<&'static HouseFont>,
    /// What is painted below all shapes.
    pub background: Colour,
    /// What the key has to explain.
    pub signs: Signs,
    /// As which dots the signs were drawn, where the shape of a dot tells its series.
    pub markers: BTreeMap<Sign, Vec<Marker>>,
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
            font: None,
            signs: Signs::default(),
            markers: BTreeMap::new(),
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

/// Red, green and blue, from 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// What is seen where it covers so much of a ground, from 0 to 1.
    pub fn over(self, ground: Colour, share: f64) -> Colour {
        let mixed = |own: u8, other: u8| {
            (f64::from(own) * share + f64::from(other) * (1.0 - share)).round() as u8
        };
        Colour(mixed(self.0, ground.0), mixed(self.1, ground.1), mixed(self.2, ground.2))
    }
}

/// One thing that is painted.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// What it is there for.
    pub role: Role,
    /// The id of the figure it stands for.
    pub figure: Option<String>,
    /// Where it lies, and what it is.
    pub form: Form,
    /// How it is painted.
    pub paint: Paint,
}

/// What a shape is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title of the chart.
    Title,
    /// What is counted, where and in which unit.
    Subtitle,
    /// The title of one panel.
    PanelTitle,
    /// A line at a tick of the value axis.
    Grid,
    /// The value of such a line.
    GridLabel,
    /// The line at zero, or at the lowest value.
    Axis,
    /// A date or a period of the time axis.
    TickLabel,
    /// The days of an event that is known to a month or a year.
    Band,
    /// The line of an event that is known to a day.
    Event,
    /// What happened, beside it.
    EventLabel,
    /// The line where figures before and after may not be compared.
    Break,
    /// Joins points of one series.
    Line,
    /// Stands for one figure.
    Mark,
    /// The word over a period without a number.
    Gap,
    /// From a label to a mark that is not beside it.
    Leader,
    /// The ground behind a label that lies on a grid line, or around a mark on a band.
    Backing,
    /// What is said of a mark.
    Label,
    /// The line above the foot.
    Rule,
    /// A sample of a shape in the key.
    Key,
    /// What such a shape means.
    KeyLabel,
    /// A line of a note.
    Note,
    /// A line of the sources.
    Source,
}

/// A place on the page, in pixels from the top left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// The forms that every format can paint; lengths are pixels.
#[derive(Clone, Debug, PartialEq)]
pub enum Form {
    /// A rectangle.
    Rect(Area),
    /// From one end to the other.
    Line(Spot, Spot),
    /// Lines from spot to spot.
    Polyline(Vec<Spot>),
    /// The same, closed.
    Polygon(Vec<Spot>),
    /// A dot.
    Circle {
        /// Its middle.
        centre: Spot,
        /// In pixels.
        radius: f64,
    },
    /// Words.
    Text(Text),
}

/// A rectangle with its sides along the axes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// In pixels, as the three others.
    pub left: f64,
    /// Less than the bottom.
    pub top: f64,
    /// More than the left.
    pub right: f64,
    /// More than the top.
    pub bottom: f64,
}

impl Area {
    /// In pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// In pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The smallest that holds both.
    #[cfg(feature = "pdf")]
    pub(super) fn around(&self, other: &Area) -> Area {
        Area {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub(super) fn middle(&self) -> Spot {
        Spot { x: (self.left + self.right) / 2.0, y: (self.top + self.bottom) / 2.0 }
    }

    /// Have they more in common than an edge?
    pub fn overlaps(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Does the other lie within it, edges included?
    pub fn contains(&self, other: &Area) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// So many pixels larger on every side.
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
    /// As it is read, on one line.
    pub content: String,
    /// Where the text starts, has its middle or ends, on its baseline.
    pub at: Spot,
    /// Which part of it stands at its spot.
    pub anchor: Anchor,
    /// Of the font, in pixels.
    pub size: f64,
    /// In the heavier of the two fonts.
    pub bold: bool,
    /// As measured in Liberation Sans, or in the font of the house if it is wider there.
    pub width: f64,
    /// That to keep free, in whichever font the text is shown.
    pub reserved: f64,
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
        self.wide(self.reserved)
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

/// The part of a text that stands at its spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
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

/// What a shape is filled and outlined with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// `None` leaves it open.
    pub fill: Option<Colour>,
    /// From 0 to 1.
    pub fill_opacity: Option<f64>,
    /// `None` leaves it without an outline.
    pub stroke: Option<Stroke>,
}

/// A line that is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Opaque.
    pub colour: Colour,
    /// In pixels.
    pub width: f64,
    /// How long each dash is, and the space after it.
    pub dash: Option<(f64, f64)>,
    /// With round ends and corners.
    pub round: bool,
}

impl Stroke {
    /// A line without gaps; its width is in pixels.
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

    /// Filled, without an outline.
    pub fn fill(colour: Colour) -> Paint {
        Paint { fill: Some(colour), ..Paint::default() }
    }

    /// An outline so many pixels wide, and nothing within.
    pub fn stroke(colour: Colour, width: f64) -> Paint {
        Paint { stroke: Some(Stroke::new(colour, width)), ..Paint::default() }
    }

    /// The same with dashes and the spaces between them, in pixels.
    pub fn dashed(self, dash: f64, space: f64) -> Paint {
        let stroke = self.stroke.map(|stroke| Stroke { dash: Some((dash, space)), ..stroke });
        Paint { stroke, ..self }
    }
}

impl Shape {
    /// A shape that stands for no figure.
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
                text.reserved *= times;
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
