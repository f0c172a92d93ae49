//! The search for the place of one label: right beside its mark, then in a narrower form, then
//! further off.

use std::cell::Cell;

use super::far::middle;
use super::ground::Ground;
use super::near::{along, over, sides_free, upright};
use super::words::Block;
use super::{Effort, Finding, Found, MARGIN, Out, Place, Side, Wish};
use crate::draw::scene::{Anchor, Area, Spot};
use crate::draw::style::Style;
use crate::draw::text::Face;

pub(super) struct Search<'s> {
    pub ground: &'s Ground,
    pub effort: Effort,
    below: Face,
    /// How many places are passed over.
    skip: Cell<u32>,
}

impl<'s> Search<'s> {
    pub fn new(ground: &'s Ground, effort: Effort, style: &Style, skip: u32) -> Search<'s> {
        Search { ground, effort, below: style.below, skip: Cell::new(skip) }
    }

    pub fn find(&self, wish: &Wish) -> Option<Finding> {
        let found = match wish.place {
            Place::Beside { around, centre, sides, out } => {
                self.beside_or_far(wish, (around, centre), sides, out)
            }
            Place::After { around, centre, sides } => {
                self.beside_or_far(wish, (around, centre), sides, Out::Any)
            }
            Place::Ends { around } => return self.ends(wish, around),
            Place::Along { from, to } => self.along(wish, from, to),
            Place::Upright { left, right, top, bottom } => {
                self.either(wish, |block| upright(block, (left, right), (top, bottom), self.ground))
            }
            Place::Over(spot) => {
                self.either(wish, |block| Some((over(block, spot, self.ground)?, Anchor::Middle)))
            }
        };
        found.map(Finding::from)
    }

    /// Is this place to be passed over?
    pub fn passes(&self) -> bool {
        let skip = self.skip.get();
        self.skip.set(skip.saturating_sub(1));
        skip > 0
    }

    /// In the wide form or, where that has no place, in the narrow one.
    fn either(
        &self,
        wish: &Wish,
        place: impl Fn(&Block) -> Option<(Area, Anchor)>,
    ) -> Option<Found> {
        let wide = wish.words.wide(self.below);
        if let Some(at) = place(&wide) {
            return Some(Found::near(wide, at));
        }
        let narrow = wish.words.narrow(self.below)?;
        place(&narrow).map(|at| Found::near(narrow, at))
    }

    /// Right beside the mark in either form, else further off.
    fn beside_or_far(
        &self,
        wish: &Wish,
        (around, centre): (Area, Spot),
        sides: &[Side],
        out: Out,
    ) -> Option<Found> {
        let (first, second) = self.forms(wish);
        let margin = if wish.required { MARGIN } else { 4.0 };
        if let Some(place) = self.beside(&first, around, centre, sides, margin) {
            return Some(Found::near(first, place));
        }
        if !wish.required {
            return None;
        }
        if let Some(second) = second.or_else(|| wish.words.narrow(self.below))
            && let Some(place) = self.beside(&second, around, centre, sides, margin)
        {
            return Some(Found::near(second, place));
        }
        self.away(first, around, centre, out)
    }

    /// Right beside its mark or nowhere.
    pub fn near(&self, wish: &Wish) -> Option<Found> {
        let Place::Beside { around, centre, sides, .. } = wish.place else { return None };
        let (first, second) = self.forms(wish);
        [Some(first), second].into_iter().flatten().find_map(|block| {
            let place = self.beside(&block, around, centre, sides, MARGIN)?;
            Some(Found::near(block, place))
        })
    }

    /// The form to try first and, if that is the narrow one, the other.
    fn forms(&self, wish: &Wish) -> (Block, Option<Block>) {
        let wide = wish.words.wide(self.below);
        match wish.words.narrow.then(|| wish.words.narrow(self.below)).flatten() {
            Some(narrow) => (narrow, Some(wide)),
            None => (wide, None),
        }
    }

    fn along(&self, wish: &Wish, from: Spot, to: Spot) -> Option<Found> {
        let block = wish.words.wide(self.below);
        if let Some(place) = along(&block, from, to, self.ground) {
            return Some(Found::near(block, place));
        }
        let at = Spot { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 };
        let around = Area { left: at.x, right: at.x, top: at.y, bottom: at.y };
        self.away(block, around, at, Out::Any)
    }

    /// Both ends of an interval beside its ends; else the whole of it beside the middle; else
    /// further off, as two or as one.
    fn ends(&self, wish: &Wish, around: Area) -> Option<Finding> {
        let (words, centre) = (&wish.words, middle(around));
        let top = Spot { y: around.top, ..centre };
        let bottom = Spot { y: around.bottom, ..centre };
        let near = |block: &Block, at: Spot, sides: &[Side]| {
            sides_free(block, around, at, sides, self.ground, MARGIN, 0).0
        };
        let both = || {
            let (low, high) = words.ends(self.below)?;
            let above = near(&high, top, TOP_END)?;
            let below = near(&low, bottom, BOTTOM_END)?;
            let clear = !above.0.overlaps(&below.0) && !self.passes();
            clear.then(|| Finding(Found::near(high, above), Some(Found::near(low, below))))
        };
        let whole = || words.wide(self.below);
        let one = || {
            let blocks = [Some(whole()), words.narrow(self.below)].into_iter().flatten();
            blocks.into_iter().find_map(|block| {
                let place = self.beside(&block, around, centre, ASIDE_FIRST, MARGIN)?;
                Some(Finding::from(Found::near(block, place)))
            })
        };
        // A block shorter than a line of text hardly has two ends.
        let found = if around.height() < SHORT { one().or_else(both) } else { both().or_else(one) };
        if found.is_some() {
            return found;
        }
        if let Some((low, high)) = words.ends(self.below)
            && let Some(above) = self.far(high, around, top, Out::Up)
            && let Some(below) = self.far(low, around, bottom, Out::Down)
            && !above.area.overlaps(&below.area)
        {
            return Some(Finding(above, Some(below)));
        }
        let above = self.far(whole(), around, top, Out::Up);
        let found = above.or_else(|| self.far(whole(), around, bottom, Out::Down));
        found.or_else(|| self.anywhere(whole(), around, centre, Out::Any)).map(Finding::from)
    }

    /// Further off or, late in the search, wherever there is room.
    fn away(&self, block: Block, around: Area, centre: Spot, out: Out) -> Option<Found> {
        let again = self.effort.anywhere.then(|| block.clone());
        let found = self.far(block, around, centre, out);
        found.or_else(|| self.anywhere(again?, around, centre, out))
    }

    /// The first free place at a mark.
    fn beside(
        &self,
        block: &Block,
        around: Area,
        centre: Spot,
        sides: &[Side],
        margin: f64,
    ) -> Option<(Area, Anchor)> {
        let skip = self.skip.get();
        let (place, passed) =
            sides_free(block, around, centre, sides, self.ground, margin, skip as usize);
        self.skip.set(skip - passed as u32);
        place
    }
}

/// The height of a short interval block.
const SHORT: f64 = 12.0;

use Side::*;

const TOP_END: &[Side] =
    &[Above, AboveRight, AboveLeft, RightBelow, LeftBelow, Right, Left, RightAbove, LeftAbove];
const BOTTOM_END: &[Side] =
    &[Below, BelowRight, BelowLeft, RightAbove, LeftAbove, Right, Left, RightBelow, LeftBelow];
const ASIDE_FIRST: &[Side] = &[
    Right, Left, RightAbove, LeftAbove, RightBelow, LeftBelow, Above, Below, AboveRight, AboveLeft,
];
