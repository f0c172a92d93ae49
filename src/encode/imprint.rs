//! What a picture says of itself beside its stamp: which drawing it is of, and in few bytes what
//! stands where in it, so that a copy can be judged by whoever draws otherwise by now.
//!
//! Another program that writes a picture anew may round its numbers and change its form, but not
//! what is painted, in which order and in which colour. A hash covers that; places and their sums
//! are held within a tolerance.

use std::fmt::Write;

use hashbrown::HashMap;
use sha2::{Digest, Sha256};

use super::gist::PieceGist;
use super::piece::{PicturePiece, middle, put_line};
use crate::chart::short_hash;
use crate::draw::scene::{Anchor, Colour, Scene};

/// The number of the drawing. Raise it with every change that makes another picture of the same
/// data and spec, so that older copies are told as drawn by an older version; `tests/all/drawing_number.rs`
/// fails until that is done, and says how.
pub const DRAWING: u32 = 10;

/// What is kept of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    /// See [`DRAWING`].
    pub drawing: u32,
    /// A hash over every byte of the picture but the stamp.
    pub picture: String,
    /// See [`LastingTraits`].
    pub traits: LastingTraits,
    /// Where each figure of the stamp stands, if it has a mark.
    pub places: Vec<Option<MarkPlace>>,
}

/// What another program that writes a picture anew does not change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastingTraits {
    /// A hash over the words of the picture, and over what is painted, its colours and their order.
    pub looks: String,
    /// How many pieces are painted.
    pub count: usize,
    /// The middles of all of them, added up, in whole pixels.
    pub sum: (i64, i64),
}

/// Where the marks of one figure stand, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkPlace {
    /// The mean of the middles of its shapes, to the right and down.
    pub middle: (u16, u16),
    /// How wide and how high they are together.
    pub size: (u16, u16),
}

/// What a picture says outside of its shapes.
#[derive(Clone, Copy, Debug, Default)]
pub struct HeadWords<'p> {
    /// Its `<title>`.
    pub title: &'p str,
    /// Its `aria-label`.
    pub alt: &'p str,
    /// Its `<desc>`.
    pub description: &'p str,
}

/// No place is further out.
const FARTHEST: u16 = 4095;

impl Imprint {
    /// That of a scene, as this version draws it. `picture` is the hash over its bytes.
    pub(super) fn of_scene(scene: &Scene, picture: String) -> Imprint {
        let gists = PieceGist::of_scene(scene);
        let head =
            HeadWords { title: &scene.title, alt: &scene.alt, description: &scene.description };
        Imprint {
            drawing: DRAWING,
            picture,
            traits: LastingTraits::of_gists(head, &gists),
            places: MarkPlace::of_gists(&scene.stamp.figures, &gists),
        }
    }
}

impl LastingTraits {
    /// Of these words and pieces.
    pub fn of(head: HeadWords<'_>, pieces: &[PicturePiece]) -> LastingTraits {
        LastingTraits::of_gists(head, &PieceGist::of_pieces(pieces))
    }

    fn of_gists(head: HeadWords<'_>, gists: &[PieceGist]) -> LastingTraits {
        let mut hash = Sha256::new();
        let mut feed = |text: &str| {
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        };
        let mut said = String::new();
        for text in [head.title, head.alt, head.description] {
            said.clear();
            put_line(&mut said, text);
            feed(&said);
        }
        let mut sum = (0.0, 0.0);
        for gist in gists {
            said.clear();
            put_look(&mut said, gist);
            feed(&said);
            let middle = middle(gist.extent);
            sum = (sum.0 + middle.x, sum.1 + middle.y);
        }
        LastingTraits {
            looks: short_hash(&hash.finalize(), 8),
            count: gists.len(),
            sum: (sum.0.round() as i64, sum.1.round() as i64),
        }
    }

    /// The same picture, written by whomever? Each place may be rounded a little.
    pub fn agrees(&self, other: &LastingTraits) -> bool {
        let near = |one: i64, other: i64| (one - other).abs() <= 1 + self.count as i64 / 200;
        let (one, two) = (self.sum, other.sum);
        self.looks == other.looks
            && self.count == other.count
            && near(one.0, two.0)
            && near(one.1, two.1)
    }
}

/// Writes what is painted: what it is, of which figure, in which colours, with which words.
fn put_look(text: &mut String, gist: &PieceGist) {
    let kind = if gist.words.is_some() { "text" } else { "outline" };
    for word in [kind, " ", gist.figure.unwrap_or_default(), " "] {
        text.push_str(word);
    }
    put_colour(text, gist.fill);
    match gist.words {
        Some((words, anchor, bold)) => {
            text.push_str(match anchor {
                Anchor::Start => " start ",
                Anchor::Middle => " middle ",
                Anchor::End => " end ",
            });
            text.push_str(if bold { "true " } else { "false " });
            put_line(text, words);
        }
        None => {
            let dashed = gist.stroke.is_some_and(|(.., dashed)| dashed);
            text.push(' ');
            put_colour(text, gist.stroke.map(|(colour, opacity, _)| (colour, opacity)));
            text.push_str(if dashed { " true" } else { " false" });
        }
    }
}

fn put_colour(text: &mut String, painted: Option<(Colour, f64)>) {
    let _ = match painted {
        None => text.write_str("none"),
        Some((Colour(r, g, b), 1.0)) => write!(text, "{r},{g},{b} 100"),
        Some((Colour(r, g, b), opacity)) => {
            write!(text, "{r},{g},{b} {}", (opacity * 100.0).round())
        }
    };
}

impl MarkPlace {
    /// Where the marks of each of these figures stand; `None` for one that has none.
    pub fn of(figures: &[String], pieces: &[PicturePiece]) -> Vec<Option<MarkPlace>> {
        MarkPlace::of_gists(figures, &PieceGist::of_pieces(pieces))
    }

    fn of_gists(figures: &[String], gists: &[PieceGist]) -> Vec<Option<MarkPlace>> {
        let mut marks: HashMap<&str, Extents> = HashMap::with_capacity(figures.len());
        for gist in gists.iter().filter(|gist| gist.words.is_none()) {
            if let Some(figure) = gist.figure {
                marks.entry(figure).or_default().take(gist.extent);
            }
        }
        figures.iter().map(|id| marks.get(&**id).map(Extents::place)).collect()
    }

    /// Is what stands elsewhere at this place of a stamp, but for what rounding makes of it? A stamp
    /// says no size of what is as wide as high.
    pub fn is_near(&self, other: &MarkPlace) -> bool {
        let near = |one: (u16, u16), other: (u16, u16)| {
            one.0.abs_diff(other.0) <= 1 && one.1.abs_diff(other.1) <= 1
        };
        near(self.middle, other.middle) && (self.size == (0, 0) || near(self.size, other.size))
    }
}

/// The boxes of the marks of one figure, taken together.
struct Extents {
    least: (f64, f64),
    most: (f64, f64),
    /// Of their middles.
    sum: (f64, f64),
    count: u32,
}

impl Default for Extents {
    fn default() -> Extents {
        let least = (f64::INFINITY, f64::INFINITY);
        Extents { least, most: (0.0, 0.0), sum: (0.0, 0.0), count: 0 }
    }
}

impl Extents {
    fn take(&mut self, extent: ((f64, f64), (f64, f64))) {
        let ((left, top), (right, bottom)) = extent;
        self.least = (self.least.0.min(left), self.least.1.min(top));
        self.most = (right.max(self.most.0), bottom.max(self.most.1));
        let middle = middle(extent);
        self.sum = (self.sum.0 + middle.x, self.sum.1 + middle.y);
        self.count += 1;
    }

    fn place(&self) -> MarkPlace {
        let Extents { least, most, sum, .. } = *self;
        let count = f64::from(self.count);
        let whole = |pixels: f64| pixels.round().clamp(0.0, f64::from(FARTHEST)) as u16;
        MarkPlace {
            middle: (whole(sum.0 / count), whole(sum.1 / count)),
            size: (whole(most.0 - least.0), whole(most.1 - least.1)),
        }
    }
}
