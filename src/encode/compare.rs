//! Two pictures held against each other, piece by piece, within what rounding makes of a number.

use std::collections::HashMap;

use super::piece::{PicturePiece, PieceForm, PieceStroke};
use crate::draw::scene::{Colour, Spot};

/// What is otherwise in a copy. Numbers are places in the lists of pieces, of the picture as it was
/// drawn and of the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceFault {
    /// It is not painted.
    Missing(usize),
    /// It was never drawn.
    Added(usize),
    /// It stands elsewhere, or has another size.
    Moved(usize, usize),
    /// It has another colour or another line.
    Repainted(usize, usize),
    /// A text says something else.
    Reworded(usize, usize),
    /// It stands for another figure.
    OfAnother(usize, usize),
    /// All is there, and what was below lies above.
    Reordered,
}

/// In pixels; more than any program that was tried rounds, and less than anybody sees.
const NEAR: f64 = 0.5;

/// Programs that write an outline anew give it so many times as many corners at most,
const MORE_SPOTS: usize = 4;
/// and to one that has few so many more: those of a few curves.
const SPOTS_OF_A_CURVE: usize = 1_000;

/// Every fault of a copy against what was drawn; none if they show the same.
pub fn faults(drawn: &[PicturePiece], copy: &[PicturePiece]) -> Vec<PieceFault> {
    let mut pieces = CopiedPieces::of(copy);
    let mut places = Vec::new();
    let mut left = Vec::new();
    let mut next = 0;
    for (at, piece) in drawn.iter().enumerate() {
        match pieces.near(piece, next, &|other| is_same(piece, other)) {
            Some(found) => {
                pieces.taken[found] = true;
                places.push(found);
                next = found + 1;
            }
            None => left.push(at),
        }
    }
    let mut faults = Vec::new();
    for at in left {
        let piece = &drawn[at];
        let own = |other: &PicturePiece| piece.figure == other.figure;
        let found = pieces
            .near(piece, 0, &|other| own(other) && has_place(piece, other))
            .or_else(|| {
                pieces.of_figure(piece, &|other| has_paint(piece, other) && has_words(piece, other))
            })
            .or_else(|| {
                pieces.near(piece, 0, &|other| has_place(piece, other) && has_words(piece, other))
            })
            .or_else(|| pieces.of_figure(piece, &|_| piece.figure.is_some()));
        let Some(found) = found else {
            faults.push(PieceFault::Missing(at));
            continue;
        };
        pieces.taken[found] = true;
        let other = &copy[found];
        faults.push(if !has_words(piece, other) {
            PieceFault::Reworded(at, found)
        } else if !has_place(piece, other) {
            PieceFault::Moved(at, found)
        } else if piece.figure != other.figure {
            PieceFault::OfAnother(at, found)
        } else {
            PieceFault::Repainted(at, found)
        });
    }
    let added = (0..copy.len()).filter(|other| !pieces.taken[*other]);
    faults.extend(added.map(PieceFault::Added));
    if faults.is_empty() && !places.is_sorted() {
        faults.push(PieceFault::Reordered);
    }
    faults
}

/// Which square of the picture a piece stands in. What is [NEAR] stands in the same or in one beside it.
type Square = (i64, i64);

fn square(piece: &PicturePiece) -> Square {
    let (x, y) = match &piece.form {
        PieceForm::Words { at, .. } => (at.x, at.y),
        PieceForm::Outline { .. } => piece.extent().0,
    };
    ((x / (2.0 * NEAR)).floor() as i64, (y / (2.0 * NEAR)).floor() as i64)
}

/// The pieces of a copy, by where they stand and by their figures: there may be a great many.
struct CopiedPieces<'c> {
    copy: &'c [PicturePiece],
    taken: Vec<bool>,
    squares: HashMap<(bool, Square), Vec<usize>>,
    figures: HashMap<(bool, Option<&'c str>), Vec<usize>>,
}

impl<'c> CopiedPieces<'c> {
    fn of(copy: &'c [PicturePiece]) -> CopiedPieces<'c> {
        let mut squares: HashMap<(bool, Square), Vec<usize>> = HashMap::new();
        let mut figures: HashMap<(bool, Option<&str>), Vec<usize>> = HashMap::new();
        for (at, piece) in copy.iter().enumerate() {
            squares.entry((piece.is_text(), square(piece))).or_default().push(at);
            figures.entry((piece.is_text(), piece.figure.as_deref())).or_default().push(at);
        }
        CopiedPieces { copy, taken: vec![false; copy.len()], squares, figures }
    }

    /// The first of its kind that stands where a piece does and is wanted, from a number on and then from
    /// the start.
    fn near(
        &self,
        piece: &PicturePiece,
        next: usize,
        wanted: &dyn Fn(&PicturePiece) -> bool,
    ) -> Option<usize> {
        let (x, y) = square(piece);
        let beside = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy)));
        let squares = beside.filter_map(|(dx, dy)| {
            let at = (x.saturating_add(dx), y.saturating_add(dy));
            self.squares.get(&(piece.is_text(), at))
        });
        let first = squares.filter_map(|all| {
            let (before, after) = all.split_at(all.partition_point(|at| *at < next));
            after.iter().chain(before).copied().find(|at| self.is_free(*at, wanted))
        });
        first.min_by_key(|at| (*at < next, *at))
    }

    /// The first that is of its kind and its figure and is wanted.
    fn of_figure(
        &self,
        piece: &PicturePiece,
        wanted: &dyn Fn(&PicturePiece) -> bool,
    ) -> Option<usize> {
        let own = self.figures.get(&(piece.is_text(), piece.figure.as_deref()))?;
        own.iter().copied().find(|at| self.is_free(*at, wanted))
    }

    fn is_free(&self, at: usize, wanted: &dyn Fn(&PicturePiece) -> bool) -> bool {
        !self.taken[at] && wanted(&self.copy[at])
    }
}

fn is_same(one: &PicturePiece, other: &PicturePiece) -> bool {
    one.figure == other.figure
        && has_words(one, other)
        && has_paint(one, other)
        && has_place(one, other)
}

fn has_words(one: &PicturePiece, other: &PicturePiece) -> bool {
    match (&one.form, &other.form) {
        (PieceForm::Words { text, .. }, PieceForm::Words { text: said, .. }) => text == said,
        (PieceForm::Outline { .. }, PieceForm::Outline { .. }) => true,
        _ => false,
    }
}

fn has_paint(one: &PicturePiece, other: &PicturePiece) -> bool {
    let filled = |one: &(Colour, f64), other: &(Colour, f64)| {
        one.0 == other.0 && (one.1 - other.1).abs() < 0.02
    };
    let close = |one: f64, other: f64| (one - other).abs() < 0.06;
    let drawn = |one: &PieceStroke, other: &PieceStroke| {
        one.colour == other.colour
            && one.round == other.round
            && (one.opacity - other.opacity).abs() < 0.02
            && close(one.width, other.width)
            && one.dashes.len() == other.dashes.len()
            && one.dashes.iter().zip(&other.dashes).all(|(one, other)| close(*one, *other))
    };
    let both = match (&one.fill, &other.fill) {
        (Some(one), Some(other)) => filled(one, other),
        (None, None) => true,
        _ => false,
    };
    both && match (&one.stroke, &other.stroke) {
        (Some(one), Some(other)) => drawn(one, other),
        (None, None) => true,
        _ => false,
    }
}

fn has_place(one: &PicturePiece, other: &PicturePiece) -> bool {
    match (&one.form, &other.form) {
        (
            PieceForm::Words { at, anchor, size, bold, .. },
            PieceForm::Words { at: place, anchor: side, size: high, bold: heavy, .. },
        ) => {
            distance(*at, *place) < NEAR
                && anchor == side
                && bold == heavy
                && (size - high).abs() < 0.1
        }
        (
            PieceForm::Outline { spots, closed },
            PieceForm::Outline { spots: others, closed: close },
        ) => {
            let ((a, b), (c, d)) = (one.extent(), other.extent());
            let (fewer, more) = (spots.len().min(others.len()), spots.len().max(others.len()));
            more <= MORE_SPOTS * fewer + SPOTS_OF_A_CURVE
                && distance(spot(a), spot(c)) < 2.0 * NEAR
                && distance(spot(b), spot(d)) < 2.0 * NEAR
                && lies_on(
                    spots,
                    *closed || one.stroke.is_none(),
                    others,
                    *close || other.stroke.is_none(),
                )
                && lies_on(
                    others,
                    *close || other.stroke.is_none(),
                    spots,
                    *closed || one.stroke.is_none(),
                )
        }
        _ => false,
    }
}

fn spot((x, y): (f64, f64)) -> Spot {
    Spot { x, y }
}

fn distance(one: Spot, other: Spot) -> f64 {
    (one.x - other.x).hypot(one.y - other.y)
}

fn sides(spots: &[Spot], closed: bool) -> Vec<(Spot, Spot)> {
    let mut sides: Vec<(Spot, Spot)> = spots.windows(2).map(|pair| (pair[0], pair[1])).collect();
    if let (true, [first, .., last]) = (closed, spots) {
        sides.push((*last, *first));
    }
    sides
}

/// Do the corners of an outline, and the middles between them, lie on another?
fn lies_on(spots: &[Spot], closed: bool, others: &[Spot], close: bool) -> bool {
    let there = sides(others, close);
    sides(spots, closed).into_iter().all(|(from, to)| {
        let middle = Spot { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 };
        [from, middle, to].into_iter().all(|at| there.iter().any(|side| away(at, *side) < NEAR))
    })
}

/// How far a spot is from a straight line between two.
fn away(at: Spot, (from, to): (Spot, Spot)) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let length = x * x + y * y;
    let share = ((at.x - from.x) * x + (at.y - from.y) * y) / length.max(1e-9);
    let share = share.clamp(0.0, 1.0);
    distance(at, Spot { x: from.x + x * share, y: from.y + y * share })
}
