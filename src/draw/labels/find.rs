//! The search for the place of one label: right beside its mark, then in a narrower form, then
//! further off.

use std::cell::Cell;

use super::found::{Finding, PlacedLabel};
use super::ground::Ground;
use super::marks::Doubt;
use super::near::{Near, above, along, atop, over, sides_free, upright};
use super::wish::{Effort, LabelSide, MARGIN, Out, Upright, WantedPlace, Wish};
use super::words::Block;
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
            WantedPlace::Beside { around, centre, sides, out } => {
                self.beside_or_far(wish, (around, centre), sides, out)
            }
            WantedPlace::After { around, centre, sides, .. } => {
                self.beside_or_far(wish, (around, centre), sides, Out::Any)
            }
            WantedPlace::Within { around, .. } => {
                let block = wish.words.wide(self.below);
                let (centre, width, height) = (around.middle(), block.width, block.height);
                let (left, top) = (centre.x - width / 2.0, centre.y - height / 2.0);
                let area = Area { left, top, right: left + width, bottom: top + height };
                Some(PlacedLabel::near(block, (area, Anchor::Middle)))
            }
            WantedPlace::Ends { around } => return self.ends(wish, around),
            WantedPlace::Along { from, to } => self.along(wish, from, to),
            WantedPlace::Level { around, sides } => self.level(wish, around, sides),
            WantedPlace::Upright(strip) => self.upright(wish, strip),
            WantedPlace::Over(spot) => {
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
    ) -> Option<PlacedLabel> {
        let wide = wish.words.wide(self.below);
        if let Some(at) = place(&wide) {
            return Some(PlacedLabel::near(wide, at));
        }
        let narrow = wish.words.narrow(self.below)?;
        place(&narrow).map(|at| PlacedLabel::near(narrow, at))
    }

    /// As high up and in as few lines as it can be without lying on the band of another event; else
    /// over the top; else wherever it fits. A band with room for it has its label within or over
    /// it, for beside it the label would seem to be of what is there.
    fn upright(&self, wish: &Wish, strip: Upright) -> Option<PlacedLabel> {
        if wish.words.ringed {
            let block = wish.words.ring();
            let beside = |off| upright(&block, &strip, self.ground, off, false);
            let atop = |row| atop(&block, &strip, self.ground, row);
            let found = atop(0).or_else(|| beside(true)).or_else(|| atop(1));
            let found = found.or_else(|| beside(false))?;
            return Some(PlacedLabel::near(block, found));
        }
        let forms = wish.words.ever_narrower(self.below);
        let broad = strip.right - strip.left >= BROAD;
        let best = |off: bool, own: bool| {
            let found = forms.iter().enumerate().filter_map(|(lines, block)| {
                let at = upright(block, &strip, self.ground, off, own)?;
                Some((at.0.top + SLIMMER * lines as f64, block, at))
            });
            let (_, block, at) = found.min_by(|one, other| one.0.total_cmp(&other.0))?;
            Some(PlacedLabel::near(block.clone(), at))
        };
        let above = || {
            let mut found = forms.iter().map(|block| (block, above(block, &strip, self.ground)));
            found.find_map(|(block, at)| Some(PlacedLabel::near(block.clone(), at?)))
        };
        let plain = best(true, broad).or_else(above);
        // First the plot grows.
        let patience = if broad { 2 } else { u32::from(strip.right > strip.left) };
        if plain.is_some() || self.effort.rounds < patience {
            return plain;
        }
        best(true, false).or_else(|| best(false, false))
    }

    /// Right beside the mark in either form, else a little further off, else where it is less
    /// plain whose it is, else far off.
    fn beside_or_far(
        &self,
        wish: &Wish,
        (around, centre): (Area, Spot),
        sides: &[LabelSide],
        out: Out,
    ) -> Option<PlacedLabel> {
        let (first, second) = self.forms(wish);
        let margin = if wish.required { MARGIN } else { 4.0 };
        let near = self.beside(&first, around, centre, sides, margin);
        let near = match near {
            Some(near) if near.doubt <= Doubt::Slight => {
                return Some(PlacedLabel::near(first, near.at()));
            }
            other if !wish.required => {
                return other.map(|near| PlacedLabel::near(first, near.at()));
            }
            other => other.map(|near| (first.clone(), near)),
        };
        let second = second.or_else(|| wish.words.narrow(self.below));
        let other = second.and_then(|block| {
            let near = self.beside(&block, around, centre, sides, margin)?;
            Some((block, near))
        });
        if let Some((block, near)) = &other
            && near.doubt <= Doubt::Slight
        {
            return Some(PlacedLabel::near(block.clone(), near.at()));
        }
        let doubtful = near.or(other).map(|(block, near)| PlacedLabel::near(block, near.at()));
        if doubtful.is_some() {
            let plain = self.far(first, around, centre, out, self.plainly());
            return plain.or(doubtful);
        }
        self.away(first, around, centre, out)
    }

    /// As far as a leader line may go rather than to leave a doubt.
    fn plainly(&self) -> LeaderLimits {
        LeaderLimits { reach: self.effort.reach.min(PLAIN), plain: true, straight: false }
    }

    /// Plainly right beside its mark or nowhere.
    pub fn near(&self, wish: &Wish) -> Option<PlacedLabel> {
        if let WantedPlace::Level { around, sides } = wish.place {
            return self.level(wish, around, sides).filter(|found| found.leader.is_none());
        }
        let WantedPlace::Beside { around, centre, sides, .. } = wish.place else { return None };
        let (first, second) = self.forms(wish);
        [Some(first), second].into_iter().flatten().find_map(|block| {
            let near = self.beside(&block, around, centre, sides, MARGIN)?;
            (near.doubt <= Doubt::Slight).then(|| PlacedLabel::near(block, near.at()))
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

    fn level(&self, wish: &Wish, around: Area, sides: &'static [LabelSide]) -> Option<PlacedLabel> {
        let middle = around.middle();
        if around.width() > LONG {
            let (from, to) =
                (Spot { x: around.left, ..middle }, Spot { x: around.right, ..middle });
            let block = wish.words.wide(self.below);
            if let Some(place) = along(&block, from, to, self.ground) {
                return Some(PlacedLabel::near(block, place));
            }
        }
        self.beside_or_far(wish, (around, middle), sides, Out::Any)
    }

    fn along(&self, wish: &Wish, from: Spot, to: Spot) -> Option<PlacedLabel> {
        let block = wish.words.wide(self.below);
        if let Some(place) = along(&block, from, to, self.ground) {
            return Some(PlacedLabel::near(block, place));
        }
        let at = Spot { x: (from.x + to.x) / 2.0, y: (from.y + to.y) / 2.0 };
        let around = Area { left: at.x, right: at.x, top: at.y, bottom: at.y };
        self.away(block, around, at, Out::Any)
    }

    /// Both ends of an interval at its ends, or the whole of it beside it.
    fn ends(&self, wish: &Wish, around: Area) -> Option<Finding> {
        let words = &wish.words;
        let whole = || words.wide(self.below);
        let both = |limits| {
            let (low, high) = words.ends(self.below)?;
            let above = self.end(high, around, Out::Up, limits)?;
            let below = self.end(low, around, Out::Down, limits)?;
            let clear = !above.area.overlaps(&below.area) && !self.passes();
            clear.then_some(Finding(above, Some(below)))
        };
        let one = |plain: bool| {
            let blocks = [Some(whole()), words.narrow(self.below)].into_iter().flatten();
            blocks.into_iter().find_map(|block| {
                let near = self.beside(&block, around, around.middle(), ASIDE_FIRST, MARGIN)?;
                let fits = !plain || near.doubt <= Doubt::Slight;
                fits.then(|| Finding::from(PlacedLabel::near(block, near.at())))
            })
        };
        let off = |limits| {
            let up = self.far(whole(), around, top(around), Out::Up, limits);
            let found = up.or_else(|| self.far(whole(), around, foot(around), Out::Down, limits));
            found.map(Finding::from)
        };
        let (plain, any) = (
            self.plainly(),
            LeaderLimits { reach: self.effort.reach, plain: false, straight: false },
        );
        // A block shorter than a line of text hardly has two ends.
        let found = if around.height() < SHORT {
            one(true).or_else(|| off(plain)).or_else(|| one(false)).or_else(|| both(any))
        } else {
            both(plain).or_else(|| one(true)).or_else(|| both(any)).or_else(|| one(false))
        };
        let found = found.or_else(|| off(any));
        let anywhere = || self.anywhere(whole(), around, around.middle(), Out::Any);
        found.or_else(|| anywhere().map(Finding::from))
    }

    /// One end of an interval beside it, or off it.
    fn end(
        &self,
        block: Block,
        around: Area,
        out: Out,
        limits: LeaderLimits,
    ) -> Option<PlacedLabel> {
        let (at, sides) = match out {
            Out::Down => (foot(around), BOTTOM_END),
            _ => (top(around), TOP_END),
        };
        let (near, _) = sides_free(&block, around, at, sides, self.ground, MARGIN, 0);
        match near {
            Some(near) if !limits.plain || near.doubt <= Doubt::Slight => {
                Some(PlacedLabel::near(block, near.at()))
            }
            _ => self.far(block, around, at, out, limits),
        }
    }

    /// Further off or, late in the search, wherever there is room.
    fn away(&self, block: Block, around: Area, centre: Spot, out: Out) -> Option<PlacedLabel> {
        // The label of a bar stands right above it, or straight above with a leader line; before
        // it stands aside the plot grows.
        if out != Out::Any && self.effort.rounds < 3 {
            let limits = LeaderLimits { reach: STRAIGHT, plain: false, straight: true };
            return self.far(block, around, centre, out, limits).filter(|_| self.effort.rounds > 0);
        }
        let again = self.effort.anywhere.then(|| block.clone());
        let reach = self.effort.reach;
        let limits = LeaderLimits { reach, plain: false, straight: false };
        let found = self.far(block, around, centre, out, limits);
        found.or_else(|| self.anywhere(again?, around, centre, out))
    }

    /// The first free place at a mark.
    fn beside(
        &self,
        block: &Block,
        around: Area,
        centre: Spot,
        sides: &[LabelSide],
        margin: f64,
    ) -> Option<Near> {
        let skip = self.skip.get();
        let (place, passed) =
            sides_free(block, around, centre, sides, self.ground, margin, skip as usize);
        self.skip.set(skip - passed as u32);
        place
    }
}

impl Near {
    pub fn at(&self) -> (Area, Anchor) {
        (self.area, self.anchor)
    }
}

/// How far a leader line may lead, and whether it must end nearest to its own mark.
#[derive(Clone, Copy)]
pub(super) struct LeaderLimits {
    pub reach: f64,
    pub plain: bool,
    /// Neither slanting nor to one side.
    pub straight: bool,
}

/// How far a straight leader line may lead before a slanting one is tried.
pub(super) const STRAIGHT: f64 = 72.0;

/// How much lower down the label of an event may stand rather than have another line, and how wide a
/// band is that has room for it.
const SLIMMER: f64 = 18.0;
const BROAD: f64 = 48.0;

/// A label has several places along a longer level.
const LONG: f64 = 120.0;

/// A leader line of this length is better than a doubt.
const PLAIN: f64 = 44.0;

pub(super) fn top(around: Area) -> Spot {
    Spot { y: around.top, ..around.middle() }
}

pub(super) fn foot(around: Area) -> Spot {
    Spot { y: around.bottom, ..around.middle() }
}

/// The height of a short interval block.
const SHORT: f64 = 12.0;

use LabelSide::*;

pub(super) const TOP_END: &[LabelSide] =
    &[Above, AboveRight, AboveLeft, RightBelow, LeftBelow, Right, Left, RightAbove, LeftAbove];
pub(super) const BOTTOM_END: &[LabelSide] =
    &[Below, BelowRight, BelowLeft, RightAbove, LeftAbove, Right, Left, RightBelow, LeftBelow];
const ASIDE_FIRST: &[LabelSide] = &[
    Right, Left, RightAbove, LeftAbove, RightBelow, LeftBelow, Above, Below, AboveRight, AboveLeft,
];
