//! The pieces that a picture is painted of, wherever they were read from: those of a scene, and
//! those of a copy of its picture that went through other programs.

use std::sync::LazyLock;

use crate::draw::scene::{Anchor, Colour, Form, Paint, Scene, Shape, Spot, Text};

/// One thing that is painted: one outline or one line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct PicturePiece {
    /// The id of the figure that it stands for.
    pub figure: Option<String>,
    /// What it is, and where.
    pub form: PieceForm,
    /// A colour and how opaque it is, from 0 to 1.
    pub fill: Option<(Colour, f64)>,
    /// Its outline.
    pub stroke: Option<PieceStroke>,
}

/// What a piece is; lengths are pixels of the scene.
#[derive(Clone, Debug, PartialEq)]
pub enum PieceForm {
    /// Straight from spot to spot; what is round has many.
    Outline {
        /// At least two.
        spots: Vec<Spot>,
        /// The last leads back to the first.
        closed: bool,
    },
    /// One line of text.
    Words {
        /// As it is painted: each blank that is left moves what follows.
        text: String,
        /// Where it starts, has its middle or ends.
        at: Spot,
        /// Which of these.
        anchor: Anchor,
        /// Of the font.
        size: f64,
        /// In the heavier font.
        bold: bool,
    },
}

/// How an outline is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PieceStroke {
    /// Its colour.
    pub colour: Colour,
    /// From 0 to 1.
    pub opacity: f64,
    /// In pixels.
    pub width: f64,
    /// Dashes and the spaces between them, in pixels; empty for a line without gaps.
    pub dashes: Vec<f64>,
    /// With round ends.
    pub round: bool,
}

/// How many sides a circle has here: none is more than a hundredth of a pixel off at its size.
const SIDES: usize = 64;

/// The corners of a circle around nothing whose radius is 1.
static ROUND: LazyLock<[Spot; SIDES]> = LazyLock::new(|| {
    std::array::from_fn(|side| {
        let (y, x) = (side as f64 / SIDES as f64 * std::f64::consts::TAU).sin_cos();
        Spot { x, y }
    })
});

/// The pieces of a scene, the background first.
pub fn pieces(scene: &Scene) -> Vec<PicturePiece> {
    let background = PicturePiece {
        figure: None,
        form: PieceForm::Outline { spots: background(scene).to_vec(), closed: true },
        fill: Some((scene.background, 1.0)),
        stroke: None,
    };
    std::iter::once(background).chain(scene.shapes.iter().map(PicturePiece::of)).collect()
}

/// The corners of what is painted below all shapes.
pub(super) fn background(scene: &Scene) -> [Spot; 4] {
    rectangle((0.0, 0.0), (scene.width, scene.height))
}

fn rectangle((left, top): (f64, f64), (right, bottom): (f64, f64)) -> [Spot; 4] {
    [(left, top), (right, top), (right, bottom), (left, bottom)].map(|(x, y)| Spot { x, y })
}

impl PicturePiece {
    fn of(shape: &Shape) -> PicturePiece {
        let outline = |spots: &[Spot], closed| PieceForm::Outline { spots: spots.to_vec(), closed };
        let form = match &shape.form {
            Form::Rect(area) => {
                outline(&rectangle((area.left, area.top), (area.right, area.bottom)), true)
            }
            Form::Line(from, to) => outline(&[*from, *to], false),
            Form::Polyline(spots) => outline(spots, false),
            Form::Polygon(spots) => outline(spots, true),
            Form::Circle { centre, radius } => {
                let corner = |one: &Spot| Spot {
                    x: centre.x + radius * one.x,
                    y: centre.y + radius * one.y,
                };
                PieceForm::Outline { spots: ROUND.iter().map(corner).collect(), closed: true }
            }
            Form::Text(text) => words(text),
        };
        let Paint { fill, fill_opacity, stroke } = shape.paint;
        // A text is written without an outline, and a line has no inside.
        let is_text = matches!(form, PieceForm::Words { .. });
        let stroke = stroke.filter(|_| !is_text).map(|stroke| PieceStroke {
            colour: stroke.colour,
            opacity: 1.0,
            width: stroke.width,
            dashes: stroke.dash.map_or(Vec::new(), |(dash, space)| vec![dash, space]),
            round: stroke.round,
        });
        let opacity = if is_text { 1.0 } else { fill_opacity.unwrap_or(1.0) };
        let fill = fill.map(|colour| (colour, opacity));
        PicturePiece { figure: shape.figure.clone(), form, fill, stroke }.settled()
    }

    /// Without what cannot be seen of it.
    pub(super) fn settled(mut self) -> PicturePiece {
        if matches!(&self.form, PieceForm::Outline { spots, .. } if spots.len() < 3) {
            self.fill = None;
        }
        self
    }

    /// The middle of the box around an outline; the spot of a text.
    pub fn middle(&self) -> Spot {
        middle(self.extent())
    }

    /// The left top and the right bottom of an outline; the spot of a text, twice.
    pub fn extent(&self) -> ((f64, f64), (f64, f64)) {
        let spots = match &self.form {
            PieceForm::Outline { spots, .. } => &spots[..],
            PieceForm::Words { at, .. } => std::slice::from_ref(at),
        };
        extent_of(spots)
    }

    /// Is it a line of text?
    pub fn is_text(&self) -> bool {
        matches!(self.form, PieceForm::Words { .. })
    }
}

/// The box around some spots, by its left top and its right bottom.
pub(super) fn extent_of(spots: &[Spot]) -> ((f64, f64), (f64, f64)) {
    let (mut least, mut most) =
        ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
    for Spot { x, y } in spots.iter().filter(|spot| spot.x.is_finite() && spot.y.is_finite()) {
        least = (least.0.min(*x), least.1.min(*y));
        most = (most.0.max(*x), most.1.max(*y));
    }
    (least, most)
}

/// The middle of a box, given by its left top and its right bottom.
pub(super) fn middle(((left, top), (right, bottom)): ((f64, f64), (f64, f64))) -> Spot {
    Spot { x: (left + right) / 2.0, y: (top + bottom) / 2.0 }
}

fn words(text: &Text) -> PieceForm {
    PieceForm::Words {
        text: text.content.split_ascii_whitespace().collect::<Vec<_>>().join(" "),
        at: text.at,
        anchor: text.anchor,
        size: text.size,
        bold: text.bold,
    }
}

/// With single blanks, as whoever shows an SVG sees it.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    put_line(&mut line, text);
    line
}

/// Adds a text with single blanks.
pub(super) fn put_line(line: &mut String, text: &str) {
    for (at, word) in text.split_whitespace().enumerate() {
        line.push_str(if at == 0 { "" } else { " " });
        line.push_str(word);
    }
}
