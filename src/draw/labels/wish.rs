//! What a label wants to be, and how hard a place for it is sought.

use super::words::LabelWords;
use crate::draw::scene::{Area, Colour, Role, Spot};

/// A label that has yet to find its place.
pub(in crate::draw) struct Wish<'c> {
    pub figure: Option<&'c str>,
    pub role: Role,
    pub colour: Colour,
    pub words: LabelWords<'c>,
    pub place: WantedPlace,
    pub required: bool,
    /// The greater, the sooner it is placed.
    pub priority: u8,
    /// Labels that may be left out are shown all or none of a group.
    pub group: usize,
}

/// Where a label wants to be.
#[derive(Clone, Copy, Debug)]
pub(in crate::draw) enum WantedPlace {
    /// Near a mark: its box, its middle, and the sides to try in this order.
    Beside { around: Area, centre: Spot, sides: &'static [LabelSide], out: Out },
    /// In the middle of a mark that has room for it, on a ground of its own where the mark is hatched.
    Within { around: Area, backed: bool },
    /// At both ends of an interval block, or beside it.
    Ends { around: Area },
    /// After the end of a line among others, in line with it if possible.
    After {
        around: Area,
        centre: Spot,
        sides: &'static [LabelSide],
        /// It is one of a column, from which nobody would take it for another's.
        listed: bool,
    },
    /// Beside a line from one end to the other.
    Along { from: Spot, to: Spot },
    /// At a level, anywhere along it, or beside it.
    Level { around: Area, sides: &'static [LabelSide] },
    /// Within an upright band or on either side of it or of a line, the higher the better.
    Upright(Upright),
    /// Centred above a point of the base line.
    Over(Spot),
}

/// An upright line or band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::draw) struct Upright {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// Its label may stand before it, and after it: not where it goes on beyond the axis.
    pub beside: (bool, bool),
}

/// Which way a leader line may leave a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draw) enum Out {
    Any,
    Up,
    Down,
}

impl Out {
    pub(super) fn allows(self, dy: f64) -> bool {
        match self {
            Out::Any => true,
            Out::Up => dy < 0.0,
            Out::Down => dy > 0.0,
        }
    }
}

/// Where a label stands, seen from its mark; the two in the middle of a name are flush with it,
/// and those at the start or the end with the sides of a wide one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::draw) enum LabelSide {
    Above,
    AboveRight,
    AboveLeft,
    Right,
    RightAbove,
    RightBelow,
    Left,
    LeftAbove,
    LeftBelow,
    Below,
    BelowRight,
    BelowLeft,
    AboveStart,
    AboveEnd,
    BelowStart,
    BelowEnd,
}

/// How hard to try: with each round the plot is taller, and labels may go further.
#[derive(Clone, Copy, Debug)]
pub(in crate::draw) struct Effort {
    /// How far from its mark a label may stand.
    pub(super) reach: f64,
    pub(super) rounds: u32,
    /// Any free spot will do.
    pub(super) anywhere: bool,
    /// Whatever its leader line crosses.
    pub(super) desperate: bool,
}

impl Effort {
    /// After so many rounds, with a plot so many times as tall as at first.
    pub fn after(rounds: u32, taller: f64) -> Effort {
        Effort {
            rounds,
            reach: [44.0, 44.0, 60.0]
                .get(rounds as usize)
                .copied()
                .unwrap_or(24.0 * f64::from(rounds)),
            anywhere: taller > 1.5,
            desperate: taller > 2.5,
        }
    }
}

/// A required label without a place.
#[derive(Clone, Debug, Default)]
pub(in crate::draw) struct Missing {
    pub words: String,
    pub height: f64,
}

/// Between a mark and a label aside of it.
pub(super) const ASIDE: f64 = 5.0;

/// Kept free on both sides of a label.
pub(super) const MARGIN: f64 = 1.0;
