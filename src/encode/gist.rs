//! What an imprint asks of what is painted: less than a piece has. A dot has 64 corners as a piece,
//! and every chart has its imprint.

use super::piece::{PicturePiece, PieceForm, background, extent_of};
use crate::draw::scene::{Anchor, Colour, Form, Paint, Scene, Shape, Spot};

/// What is told apart of a piece, and where it lies.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PieceGist<'p> {
    pub figure: Option<&'p str>,
    /// Of a line of text, its anchor, and whether it is bold; an outline has none.
    pub words: Option<(&'p str, Anchor, bool)>,
    pub fill: Option<(Colour, f64)>,
    /// A colour, how opaque it is, and whether it is dashed.
    pub stroke: Option<(Colour, f64, bool)>,
    /// See [`PicturePiece::extent`].
    pub extent: ((f64, f64), (f64, f64)),
}

impl<'p> PieceGist<'p> {
    pub fn of_pieces(pieces: &'p [PicturePiece]) -> Vec<PieceGist<'p>> {
        pieces.iter().map(PieceGist::of_piece).collect()
    }

    /// Those of the pieces of a scene, without the pieces.
    pub fn of_scene(scene: &'p Scene) -> Vec<PieceGist<'p>> {
        let ground = PieceGist {
            figure: None,
            words: None,
            fill: Some((scene.background, 1.0)),
            stroke: None,
            extent: extent_of(&background(scene)),
        };
        std::iter::once(ground).chain(scene.shapes.iter().map(PieceGist::of_shape)).collect()
    }

    fn of_piece(piece: &'p PicturePiece) -> PieceGist<'p> {
        let words = match &piece.form {
            PieceForm::Words { text, anchor, bold, .. } => Some((&**text, *anchor, *bold)),
            PieceForm::Outline { .. } => None,
        };
        let stroke = piece.stroke.as_ref();
        PieceGist {
            figure: piece.figure.as_deref(),
            words,
            fill: piece.fill,
            stroke: stroke.map(|one| (one.colour, one.opacity, !one.dashes.is_empty())),
            extent: piece.extent(),
        }
    }

    fn of_shape(shape: &'p Shape) -> PieceGist<'p> {
        let Paint { fill, fill_opacity, stroke } = shape.paint;
        let figure = shape.figure.as_deref();
        if let Form::Text(text) = &shape.form {
            return PieceGist {
                figure,
                words: Some((&text.content, text.anchor, text.bold)),
                fill: fill.map(|colour| (colour, 1.0)),
                stroke: None,
                extent: extent_of(&[text.at]),
            };
        }
        let (corners, extent) = match &shape.form {
            Form::Rect(area) => {
                let (top, bottom) = (area.top, area.bottom);
                let left = Spot { x: area.left, y: top };
                (4, extent_of(&[left, Spot { x: area.right, y: bottom }]))
            }
            Form::Line(from, to) => (2, extent_of(&[*from, *to])),
            Form::Polyline(spots) | Form::Polygon(spots) => (spots.len(), extent_of(spots)),
            Form::Circle { centre: Spot { x, y }, radius } => {
                let aside = [x + radius, x - radius].map(|x| Spot { x, y: *y });
                let above = [y + radius, y - radius].map(|y| Spot { x: *x, y });
                (4, extent_of(&[aside, above].concat()))
            }
            Form::Text(text) => (1, extent_of(&[text.at])),
        };
        // A line has no inside.
        let fill = fill.filter(|_| corners > 2);
        PieceGist {
            figure,
            words: None,
            fill: fill.map(|colour| (colour, fill_opacity.unwrap_or(1.0))),
            stroke: stroke.map(|stroke| (stroke.colour, 1.0, stroke.dash.is_some())),
            extent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::{Style, draw, fixtures};
    use crate::encode::piece::{one_line, pieces};

    #[test]
    fn the_gist_of_a_shape_is_that_of_its_piece() {
        let mut forms = 0;
        for (_, chart) in fixtures::all() {
            let scene = draw(&chart, &Style::default()).expect("it has room");
            let pieces = pieces(&scene);
            let own = PieceGist::of_scene(&scene);
            assert_eq!(own.len(), pieces.len());
            for (own, piece) in own.iter().zip(PieceGist::of_pieces(&pieces)) {
                let plain = |gist: &PieceGist| gist.words.map(|(words, ..)| one_line(words));
                assert_eq!(plain(own), plain(&piece));
                let words = own.words.map(|(_, anchor, bold)| (anchor, bold));
                assert_eq!(words, piece.words.map(|(_, anchor, bold)| (anchor, bold)));
                assert_eq!(
                    PieceGist { words: None, ..own.clone() },
                    PieceGist { words: None, ..piece }
                );
                forms += 1;
            }
        }
        assert!(forms > 100, "{forms}");
    }
}
